//! Conditions, and what is chosen by them.

use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::run::arithmetic::{Numbers, column};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value, merged};
use crate::exact::{Comparison, Exact};
use crate::problem::Code;
use crate::scheme::term::{Arm, Axis, Counted, DatePart, Term, TermKind};

impl Run<'_> {
    /// `if` and first-match rules. A fault in an arm that is not taken does not count.
    pub(super) fn first(&mut self, arms: &[Arm], frame: &Frame<'_>) -> Value {
        let Some((arm, rest)) = arms.split_first() else { return Value::One(Err(self.fault(Code::NoRows))) };
        let Some(when) = &arm.when else { return self.value(&arm.then, frame) };
        match self.value(when, frame) {
            Value::One(Ok(Item::Truth(true))) => self.value(&arm.then, frame),
            Value::One(Ok(_)) => self.first(rest, frame),
            Value::One(Err(fault)) => Value::One(Err(fault)),
            Value::Many(when) => {
                let mask = truths(&when);
                if when.faults.is_empty() && mask.iter().all(|holds| *holds) {
                    return self.value(&arm.then, frame);
                }
                if when.faults.is_empty() && !mask.iter().any(|holds| *holds) {
                    return self.first(rest, frame);
                }
                let known = |row: u32| when.fault(row).is_none();
                let holds = |row: u32| known(row) && at(&mask, row);
                let then = self.where_needed(frame, holds, |run| run.value(&arm.then, frame));
                let fails = |row: u32| known(row) && !at(&mask, row);
                let otherwise = self.where_needed(frame, fails, |run| run.first(rest, frame));
                self.selected(&when, &mask, &then, &otherwise)
            }
        }
    }

    /// A value that only some rows of the frame need: what is said about the others on the way is taken back.
    fn where_needed(
        &mut self,
        frame: &Frame<'_>,
        needed: impl Fn(u32) -> bool,
        value: impl FnOnce(&mut Self) -> Value,
    ) -> Value {
        let said = std::mem::take(&mut self.notices);
        let open = self.chosen.set_aside();
        let value = value(self);
        let counts = |each: Option<Axis>, row: u32| each.is_none() || each != frame.axis || needed(row);
        for notice in std::mem::replace(&mut self.notices, said).into_list() {
            if notice.row.is_none_or(|row| counts(notice.each, row)) {
                self.notices.say(notice);
            }
        }
        self.chosen.restore(open, counts);
        value
    }

    /// Row by row `then` where the condition holds, `otherwise` elsewhere.
    pub(super) fn selected(&mut self, when: &Rows, mask: &[bool], then: &Value, otherwise: &Value) -> Value {
        let length = mask.len();
        let (one, two) = (self.rows(then, length), self.rows(otherwise, length));
        let taken = one.faults.iter().filter(|(row, _)| at(mask, *row));
        let left = two.faults.iter().filter(|(row, _)| !at(mask, *row));
        let mut faults: Vec<(u32, Fault)> = taken.chain(left).copied().collect();
        faults.sort_by_key(|(row, _)| *row);
        let faults = merged(&when.faults, &faults);
        // Two kinds meet only where one of them stands in for faults alone.
        let data = one.data.select(mask, &two.data).unwrap_or_else(|| {
            if one.faults.len() == one.len() { two.data.clone() } else { one.data.clone() }
        });
        Value::Many(Rc::new(Rows { data, faults }))
    }

    pub(super) fn given(&mut self, of: &Term, frame: &Frame<'_>) -> Value {
        match self.value(of, frame) {
            Value::One(Ok(_)) => Value::One(Ok(Item::Truth(true))),
            Value::One(Err(fault)) if self.is_missing(fault) => Value::One(Ok(Item::Truth(false))),
            Value::One(Err(fault)) => Value::One(Err(fault)),
            Value::Many(rows) => {
                let mut truths = vec![true; rows.len()];
                let faults = self.apart(&rows, &mut truths);
                Value::Many(Rc::new(Rows { data: Data::Truths(truths), faults }))
            }
        }
    }

    pub(super) fn or_else(&mut self, of: &Term, other: &Term, frame: &Frame<'_>) -> Value {
        match self.value(of, frame) {
            Value::One(Err(fault)) if self.is_missing(fault) => self.value(other, frame),
            Value::Many(rows) if !rows.faults.is_empty() => {
                let mut given = vec![true; rows.len()];
                self.apart(&rows, &mut given);
                let other = self.where_needed(frame, |row| !at(&given, row), |run| run.value(other, frame));
                self.selected(&Rows::none(), &given, &Value::Many(rows), &other)
            }
            value => value,
        }
    }

    /// Marks the rows that were not entered as not given; the faults of the others remain.
    fn apart(&self, rows: &Rows, given: &mut [bool]) -> Vec<(u32, Fault)> {
        let mut faults = Vec::new();
        for (row, fault) in &rows.faults {
            if !self.is_missing(*fault) {
                faults.push((*row, *fault));
            } else if let Some(given) = usize::try_from(*row).ok().and_then(|row| given.get_mut(row)) {
                *given = false;
            }
        }
        faults
    }

    /// Whether a fault says that nothing was entered.
    pub(super) fn is_missing(&self, fault: Fault) -> bool {
        self.problem(fault).is_some_and(|problem| matches!(problem.code, Code::Missing { .. }))
    }

    pub(super) fn not(&mut self, of: &Term, frame: &Frame<'_>) -> Value {
        match self.value(of, frame) {
            Value::One(Ok(Item::Truth(truth))) => Value::One(Ok(Item::Truth(!truth))),
            Value::One(item) => Value::One(item),
            Value::Many(rows) => {
                let data = Data::Truths(truths(&rows).into_iter().map(|truth| !truth).collect());
                Value::Many(Rc::new(Rows { data, faults: rows.faults.clone() }))
            }
        }
    }

    /// `and` (settled by no) and `or` (settled by yes): a side that settles it needs no other.
    pub(super) fn both(&mut self, left: &Term, right: &Term, settled: bool, frame: &Frame<'_>) -> Value {
        let left = self.value(left, frame);
        if let Value::One(Ok(Item::Truth(truth))) = left {
            return if truth == settled { left } else { self.value(right, frame) };
        }
        let settled_there = |row: u32| left.at(row) == Some(Ok(Item::Truth(settled)));
        let right = self.where_needed(frame, |row| !settled_there(row), |run| run.value(right, frame));
        let length = match (&left, &right) {
            (Value::Many(rows), _) | (_, Value::Many(rows)) => rows.len(),
            (Value::One(_), Value::One(Ok(Item::Truth(truth)))) if *truth == settled => return right,
            _ => return left,
        };
        let (left, right) = (self.rows(&left, length), self.rows(&right, length));
        let (one, two) = (truths(&left), truths(&right));
        let data: Vec<bool> =
            one.iter().zip(&two).map(|(&one, &two)| if settled { one || two } else { one && two }).collect();
        let faults = merged(&left.faults, &right.faults);
        let settles =
            |rows: &Rows, truths: &[bool], row: u32| rows.fault(row).is_none() && at(truths, row) == settled;
        let faults: Vec<(u32, Fault)> = faults
            .into_iter()
            .filter(|(row, _)| !settles(&left, &one, *row) && !settles(&right, &two, *row))
            .collect();
        // Where one side settles it the other's stand-in must not decide.
        let data = (0_u32..)
            .zip(data)
            .map(
                |(row, truth)| {
                    if settles(&left, &one, row) || settles(&right, &two, row) { settled } else { truth }
                },
            )
            .collect();
        Value::Many(Rc::new(Rows { data: Data::Truths(data), faults }))
    }

    pub(super) fn compare(
        &mut self,
        comparison: Comparison,
        left: &Term,
        right: &Term,
        frame: &Frame<'_>,
    ) -> Value {
        let (left, right) = (self.value(left, frame), self.value(right, frame));
        if is_dates(&left) || is_dates(&right) {
            return self.pairwise(&left, &right, |one, two| match (one, two) {
                (Item::Date(one), Item::Date(two)) => comparison.holds(one.cmp(two)),
                _ => false,
            });
        }
        match (Numbers::of(&left), Numbers::of(&right)) {
            (Numbers::Fault(_), _) | (_, Numbers::Fault(_)) => self.joined_values(&left, &right),
            (Numbers::One(one), Numbers::One(two)) => {
                Value::One(Ok(Item::Truth(comparison.holds(one.cmp(&two)))))
            }
            (Numbers::Many(rows), Numbers::One(number)) => {
                let data = Data::Truths(column(&rows).compare_exact(comparison, &number));
                Value::Many(Rc::new(Rows { data, faults: rows.faults.clone() }))
            }
            (Numbers::One(number), Numbers::Many(rows)) => {
                let data = Data::Truths(column(&rows).compare_exact(turned(comparison), &number));
                Value::Many(Rc::new(Rows { data, faults: rows.faults.clone() }))
            }
            (Numbers::Many(one), Numbers::Many(two)) => {
                let data = Data::Truths(column(&one).compare(comparison, &column(&two)));
                Value::Many(Rc::new(Rows { data, faults: self.joined_columns(&one, &two) }))
            }
        }
    }

    pub(super) fn same(&mut self, left: &Term, right: &Term, frame: &Frame<'_>) -> Value {
        // A row that the hospital removed is none of those that are there: nothing equals it.
        for (constant, other) in [(left, right), (right, left)] {
            if let TermKind::Row(axis, id) = &constant.kind
                && self.position(*axis, id).is_none()
            {
                let other = self.value(other, frame);
                return self.pairwise(&other, &Value::One(Ok(Item::Truth(true))), |_, _| false);
            }
        }
        let (left, right) = (self.value(left, frame), self.value(right, frame));
        self.pairwise(&left, &right, |one, two| one == two)
    }

    pub(super) fn among(&mut self, of: &Term, ids: &[Term], frame: &Frame<'_>) -> Value {
        let of = self.value(of, frame);
        let ids: Vec<Value> = ids.iter().map(|id| self.value(id, frame)).collect();
        let known = move |item: &Item| ids.iter().any(|id| matches!(id, Value::One(Ok(id)) if id == item));
        self.pairwise(&of, &Value::One(Ok(Item::Truth(true))), |item, _| known(item))
    }

    /// A condition on two values, row by row.
    fn pairwise(&mut self, left: &Value, right: &Value, holds: impl Fn(&Item, &Item) -> bool) -> Value {
        let length = match (left, right) {
            (Value::Many(rows), _) | (_, Value::Many(rows)) => rows.len(),
            (Value::One(Err(_)), _) | (_, Value::One(Err(_))) => return self.joined_values(left, right),
            (Value::One(Ok(one)), Value::One(Ok(two))) => {
                return Value::One(Ok(Item::Truth(holds(one, two))));
            }
        };
        let mut truths = Vec::with_capacity(length);
        let mut faults = Vec::new();
        for row in (0_u32..).take(length) {
            truths.push(match (left.at(row), right.at(row)) {
                (Some(Ok(one)), Some(Ok(two))) => holds(&one, &two),
                (Some(Err(one)), Some(Err(two))) => {
                    faults.push((row, self.joined(one, two)));
                    false
                }
                (Some(Err(fault)), _) | (_, Some(Err(fault))) => {
                    faults.push((row, fault));
                    false
                }
                _ => false,
            });
        }
        Value::Many(Rc::new(Rows { data: Data::Truths(truths), faults }))
    }

    pub(super) fn part(&mut self, part: DatePart, of: &Term, frame: &Frame<'_>) -> Value {
        let of = self.value(of, frame);
        mapped(&of, |item| match item {
            Item::Date(date) => Exact::from(match part {
                DatePart::Year => date.year(),
                DatePart::Month => date.month(),
                DatePart::Day => date.day(),
                DatePart::Weekday => date.weekday(),
            }),
            _ => Exact::from(0),
        })
    }

    pub(super) fn days(&mut self, counted: Counted, from: &Term, to: &Term, frame: &Frame<'_>) -> Value {
        let (from, to) = (self.value(from, frame), self.value(to, frame));
        let days = |one: &Item, two: &Item| match (one, two) {
            (Item::Date(one), Item::Date(two)) => Exact::from(match counted {
                Counted::Days => one.days_until(*two),
                Counted::Workdays => one.workdays_until(*two),
            }),
            _ => Exact::from(0),
        };
        match (&from, &to) {
            (Value::One(Ok(from)), to) => mapped(to, |to| days(from, to)),
            (from, Value::One(Ok(to))) => mapped(from, |from| days(from, to)),
            (Value::One(Err(_)), _) | (_, Value::One(Err(_))) => self.joined_values(&from, &to),
            (Value::Many(one), Value::Many(two)) => {
                let numbers =
                    (0_u32..).take(one.len()).map(|row| match (one.data.at(row), two.data.at(row)) {
                        (Some(one), Some(two)) => days(&one, &two),
                        _ => Exact::from(0),
                    });
                let data = Data::Numbers(crate::exact::Column::from_exacts(numbers.collect()));
                Value::Many(Rc::new(Rows { data, faults: self.joined_columns(one, two) }))
            }
        }
    }
}

/// A number for each item.
fn mapped(of: &Value, number: impl Fn(&Item) -> Exact) -> Value {
    match of {
        Value::One(Ok(item)) => Value::number(number(item)),
        Value::One(Err(fault)) => Value::One(Err(*fault)),
        Value::Many(rows) => {
            let numbers = (0_u32..)
                .take(rows.len())
                .map(|row| rows.data.at(row).map_or(Exact::from(0), |item| number(&item)));
            let data = Data::Numbers(crate::exact::Column::from_exacts(numbers.collect()));
            Value::Many(Rc::new(Rows { data, faults: rows.faults.clone() }))
        }
    }
}

/// The truths of rows; no where they stand in for faults of another kind.
pub(super) fn truths(rows: &Rows) -> Vec<bool> {
    match &rows.data {
        Data::Truths(truths) => truths.clone(),
        other => vec![false; other.len()],
    }
}

/// Whether a row of a mask is set.
pub(super) fn at(mask: &[bool], row: u32) -> bool {
    usize::try_from(row).ok().and_then(|row| mask.get(row)).copied().unwrap_or(false)
}

fn is_dates(value: &Value) -> bool {
    match value {
        Value::One(Ok(Item::Date(_))) => true,
        Value::Many(rows) => matches!(rows.data, Data::Dates(_)),
        Value::One(_) => false,
    }
}

/// The comparison with its sides turned.
fn turned(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Less => Comparison::More,
        Comparison::AtMost => Comparison::AtLeast,
        Comparison::More => Comparison::Less,
        Comparison::AtLeast => Comparison::AtMost,
        same => same,
    }
}
