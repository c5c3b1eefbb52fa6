//! Numbers: operators, rounding, extremes; exact one by one, in whole columns where there are rows.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value, merged};
use crate::exact::{Column, Exact, Failure, Failures, Rounding, Undivided};
use crate::problem::Code;
use crate::scheme::term::{Operator, Term};

/// A value known to be numbers.
pub(super) enum Numbers {
    /// The same for all rows.
    One(Exact),
    /// A column, and its faults.
    Many(Rc<Rows>),
    /// None at all.
    Fault(Fault),
}

impl Numbers {
    /// The numbers of a value.
    pub(super) fn of(value: &Value) -> Self {
        match value {
            Value::One(Ok(Item::Number(number))) => Self::One(number.clone()),
            Value::One(Err(fault)) => Self::Fault(*fault),
            Value::One(Ok(_)) => Self::One(Exact::from(0)),
            Value::Many(rows) => Self::Many(Rc::clone(rows)),
        }
    }
}

/// The column of rows; zeros where they stand in for faults of another kind.
pub(super) fn column(rows: &Rows) -> Cow<'_, Column> {
    match &rows.data {
        Data::Numbers(column) => Cow::Borrowed(column),
        other => Cow::Owned(Column::constant(&Exact::from(0), other.len())),
    }
}

impl Run<'_> {
    /// Rows of a column whose operation failed in some of them.
    pub(super) fn numbers(
        &mut self,
        (column, failures): (Column, Failures),
        faults: Vec<(u32, Fault)>,
    ) -> Value {
        let faults = if failures.is_empty() {
            faults
        } else {
            let new: Vec<(u32, Fault)> = failures
                .into_iter()
                .filter_map(|(row, failure)| Some((u32::try_from(row).ok()?, self.failure(failure))))
                .collect();
            merged(&faults, &new)
        };
        Value::Many(Rc::new(Rows { data: Data::Numbers(column), faults }))
    }

    fn failure(&mut self, failure: Failure) -> Fault {
        self.fault(match failure {
            Failure::DividedByZero => Code::DivisionByZero,
            Failure::TooLarge => Code::TooLarge,
        })
    }

    fn undivided(&mut self, undivided: Undivided) -> Fault {
        self.fault(match undivided {
            Undivided::Zero => Code::DivisionByZero,
            Undivided::TooLarge => Code::TooLarge,
        })
    }

    /// A single number, or the fault of one too large.
    pub(super) fn held(&mut self, number: Option<Exact>) -> Value {
        match number {
            Some(number) => Value::number(number),
            None => Value::One(Err(self.fault(Code::TooLarge))),
        }
    }

    /// `+ - * /`
    pub(super) fn arithmetic(&mut self, operator: Operator, left: &Value, right: &Value) -> Value {
        match (Numbers::of(left), Numbers::of(right)) {
            (Numbers::Fault(_), _) | (_, Numbers::Fault(_)) => self.joined_values(left, right),
            (Numbers::One(left), Numbers::One(right)) => self.single(operator, &left, &right),
            (Numbers::Many(left), Numbers::One(right)) => {
                let own = column(&left);
                let result = match operator {
                    Operator::Plus => own.plus_exact(&right),
                    Operator::Minus => own.minus_exact(&right),
                    Operator::Times => own.times_exact(&right),
                    Operator::Divide => own.divided_by_exact(&right),
                };
                self.numbers(result, left.faults.clone())
            }
            (Numbers::One(left), Numbers::Many(right)) => {
                let own = column(&right);
                let result = match operator {
                    Operator::Plus => own.plus_exact(&left),
                    Operator::Times => own.times_exact(&left),
                    Operator::Minus => own.negated().plus_exact(&left),
                    Operator::Divide => Column::constant(&left, own.len()).divided_by(&own),
                };
                self.numbers(result, right.faults.clone())
            }
            (Numbers::Many(left), Numbers::Many(right)) => {
                let (one, two) = (column(&left), column(&right));
                let result = match operator {
                    Operator::Plus => one.plus(&two),
                    Operator::Minus => one.minus(&two),
                    Operator::Times => one.times(&two),
                    Operator::Divide => one.divided_by(&two),
                };
                let faults = self.joined_columns(&left, &right);
                self.numbers(result, faults)
            }
        }
    }

    fn single(&mut self, operator: Operator, left: &Exact, right: &Exact) -> Value {
        match operator {
            Operator::Plus => self.held(left.plus(right)),
            Operator::Minus => self.held(left.minus(right)),
            Operator::Times => self.held(left.times(right)),
            Operator::Divide => match left.divided_by(right) {
                Ok(quotient) => Value::number(quotient),
                Err(undivided) => Value::One(Err(self.undivided(undivided))),
            },
        }
    }

    pub(super) fn negative(&mut self, of: &Term, frame: &Frame<'_>) -> Value {
        match Numbers::of(&self.value(of, frame)) {
            Numbers::Fault(fault) => Value::One(Err(fault)),
            Numbers::One(number) => Value::number(number.negated()),
            Numbers::Many(rows) => self.numbers((column(&rows).negated(), Vec::new()), rows.faults.clone()),
        }
    }

    pub(super) fn absolute(&mut self, of: &Term, frame: &Frame<'_>) -> Value {
        match Numbers::of(&self.value(of, frame)) {
            Numbers::Fault(fault) => Value::One(Err(fault)),
            Numbers::One(number) => Value::number(number.absolute()),
            Numbers::Many(rows) => self.numbers((column(&rows).absolute(), Vec::new()), rows.faults.clone()),
        }
    }

    pub(super) fn rounded(&mut self, mode: Rounding, of: &Term, places: i32, frame: &Frame<'_>) -> Value {
        match Numbers::of(&self.value(of, frame)) {
            Numbers::Fault(fault) => Value::One(Err(fault)),
            Numbers::One(number) => self.held(number.rounded(places, mode)),
            Numbers::Many(rows) => self.numbers(column(&rows).rounded(places, mode), rows.faults.clone()),
        }
    }

    /// `round_to(x, multiple)`: row by row, because multiples are rare.
    pub(super) fn rounded_to(&mut self, of: &Term, multiple: &Term, frame: &Frame<'_>) -> Value {
        let (of, multiple) = (self.value(of, frame), self.value(multiple, frame));
        self.by_row(&[&of, &multiple], |numbers| match numbers {
            [of, multiple] => of.rounded_to(multiple, Rounding::HalfAwayFromZero),
            _ => Err(Undivided::Zero),
        })
    }

    /// `max(a, b, …)` and `min(a, b, …)`.
    pub(super) fn extreme(&mut self, terms: &[Term], greatest: bool, frame: &Frame<'_>) -> Value {
        let mut values = terms.iter();
        let Some(first) = values.next() else { return Value::One(Err(self.fault(Code::NoRows))) };
        let mut extreme = self.value(first, frame);
        for term in values {
            let value = self.value(term, frame);
            extreme = self.further(&extreme, &value, greatest);
        }
        extreme
    }

    /// The greater or the smaller of two values.
    pub(super) fn further(&mut self, left: &Value, right: &Value, greatest: bool) -> Value {
        let pick = |one: &Column, two: &Column| if greatest { one.max(two) } else { one.min(two) };
        match (Numbers::of(left), Numbers::of(right)) {
            (Numbers::Fault(_), _) | (_, Numbers::Fault(_)) => self.joined_values(left, right),
            (Numbers::One(one), Numbers::One(two)) => {
                Value::number(if greatest { one.max(two) } else { one.min(two) })
            }
            (Numbers::Many(rows), Numbers::One(number)) | (Numbers::One(number), Numbers::Many(rows)) => {
                let result = pick(&column(&rows), &Column::constant(&number, rows.len()));
                self.numbers((result, Vec::new()), rows.faults.clone())
            }
            (Numbers::Many(one), Numbers::Many(two)) => {
                let result = pick(&column(&one), &column(&two));
                let faults = self.joined_columns(&one, &two);
                self.numbers((result, Vec::new()), faults)
            }
        }
    }

    /// Applies a function to numbers row by row; a row with a fault keeps it.
    pub(super) fn by_row(
        &mut self,
        values: &[&Value],
        apply: impl Fn(&[Exact]) -> Result<Exact, Undivided>,
    ) -> Value {
        let length = values.iter().find_map(|value| match value {
            Value::Many(rows) => Some(rows.len()),
            Value::One(_) => None,
        });
        let Some(length) = length else {
            return match numbers_at(values, 0) {
                Ok(numbers) => match apply(&numbers) {
                    Ok(number) => Value::number(number),
                    Err(undivided) => Value::One(Err(self.undivided(undivided))),
                },
                Err(fault) => Value::One(Err(fault)),
            };
        };
        let mut results = Vec::with_capacity(length);
        let mut faults = Vec::new();
        for row in (0_u32..).take(length) {
            let result = match numbers_at(values, row) {
                Ok(numbers) => apply(&numbers).map_err(|undivided| self.undivided(undivided)),
                Err(fault) => Err(fault),
            };
            results.push(result.unwrap_or_else(|fault| {
                faults.push((row, fault));
                Exact::from(0)
            }));
        }
        Value::Many(Rc::new(Rows { data: Data::Numbers(Column::from_exacts(results)), faults }))
    }
}

/// The numbers of a row, or the fault of the first that has one.
fn numbers_at(values: &[&Value], row: u32) -> Result<Vec<Exact>, Fault> {
    values
        .iter()
        .map(|value| match value.at(row) {
            Some(Ok(Item::Number(number))) => Ok(number),
            Some(Err(fault)) => Err(fault),
            _ => Ok(Exact::from(0)),
        })
        .collect()
}
