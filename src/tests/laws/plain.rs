//! A second evaluator, as plain as can be: one row at a time, one list item after the other, without columns.
//!
//! It reads the steps before from the outcome that it checks, so that a difference is told at the step where it arises.
//! Of a figure that cannot be computed it says only that, and whether something was merely not entered.

mod graded;
mod lists;

use crate::evaluate::facts::{Facts, RosterColumn};
use crate::evaluate::outcome::{Guarded, Outcome};
use crate::evaluate::value::{Fault, Item, Value};
use crate::exact::{Exact, Rounding};
use crate::problem::Code;
use crate::scheme::term::{Axis, Counted, DatePart, Operator, Source, Term, TermKind};
use crate::scheme::{Plan, Scheme};

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    /// It was not entered.
    Missing,
    /// Anything else.
    Other,
}

type Found = Result<Item, Lack>;

/// The row that a term is evaluated for.
#[derive(Clone, Copy)]
struct At<'a> {
    axis: Option<Axis>,
    row: u32,
    /// The picked row of a table.
    pick: Option<u32>,
    /// The row around an aggregate.
    around: Option<&'a At<'a>>,
}

impl At<'_> {
    fn of(axis: Option<Axis>, row: u32) -> Self {
        Self { axis, row, pick: None, around: None }
    }
}

/// Evaluates a scheme over facts again.
struct Plain<'p> {
    scheme: &'p Scheme,
    facts: &'p Facts,
    outcome: &'p Outcome,
}

/// Every figure, flag and guard rail of which the plain evaluator thinks otherwise, one each.
pub(in crate::tests) fn differences(scheme: &Scheme, facts: &Facts, outcome: &Outcome) -> Vec<String> {
    let plain = Plain { scheme, facts, outcome };
    let mut wrong = Vec::new();
    for ((step, plan), declared) in outcome.steps.iter().zip(&scheme.steps).zip(&scheme.document.steps) {
        for row in plain.rows(plan.each) {
            let expected = plain.value(&plan.term, &At::of(plan.each, row));
            let found = step.value.at(row).unwrap().map_err(|fault| plain.lack(fault));
            if found.as_ref().ok() != expected.as_ref().ok() {
                let id = &declared.id.text;
                wrong.push(format!("{id}[{row}]: {found:?}, by plain evaluation {expected:?}"));
            }
        }
    }
    for (position, (plan, declared)) in scheme.flags.iter().zip(&scheme.document.flags).enumerate() {
        for row in plain.rows(plan.each) {
            let expected = plain.value(&plan.term, &At::of(plan.each, row)) == Ok(Item::Truth(true));
            let row = plan.each.map(|_| row);
            let found = outcome.flags.iter().any(|raised| raised.flag == position && raised.row == row);
            if found != expected {
                wrong.push(format!(
                    "flag {} {row:?}: {found}, by plain evaluation {expected}",
                    declared.id.text
                ));
            }
        }
    }
    for ((guarded, plan), declared) in outcome.guards.iter().zip(&scheme.guards).zip(&scheme.document.guards)
    {
        let expected = plain.guarded(plan);
        let same = match (guarded, &expected) {
            (Guarded::Unknown(_), Guarded::Unknown(_)) => true,
            (found, expected) => found == expected,
        };
        if !same {
            wrong.push(format!("guard {}: {guarded:?}, by plain evaluation {expected:?}", declared.id.text));
        }
    }
    wrong
}

fn number(found: Found) -> Result<Exact, Lack> {
    match found? {
        Item::Number(number) => Ok(number),
        other => panic!("{other:?} is no number"),
    }
}

fn truth(found: Found) -> Result<bool, Lack> {
    match found? {
        Item::Truth(truth) => Ok(truth),
        other => panic!("{other:?} is no truth"),
    }
}

fn code(found: Found) -> Result<u32, Lack> {
    match found? {
        Item::Code(code) => Ok(code),
        other => panic!("{other:?} is no row"),
    }
}

/// A number that may be too large to be held.
fn held(number: Option<Exact>) -> Found {
    number.map(Item::Number).ok_or(Lack::Other)
}

impl Plain<'_> {
    fn length(&self, axis: Axis) -> u32 {
        let length = match axis {
            Axis::Table(table) => self.facts.tables[table].ids.len(),
            Axis::Roster(roster) => self.facts.rosters[roster].names.len(),
        };
        u32::try_from(length).unwrap()
    }

    fn rows(&self, each: Option<Axis>) -> std::ops::Range<u32> {
        0..each.map_or(1, |axis| self.length(axis))
    }

    fn lack(&self, fault: Fault) -> Lack {
        match self.outcome.problems[fault as usize].code {
            Code::Missing { .. } => Lack::Missing,
            _ => Lack::Other,
        }
    }

    fn item(&self, value: &Value, row: u32) -> Found {
        match value.at(row) {
            Some(found) => found.map_err(|fault| self.lack(fault)),
            None => Err(Lack::Other),
        }
    }

    fn guarded(&self, plan: &Plan) -> Guarded {
        let found: Vec<_> =
            self.rows(plan.each).map(|row| truth(self.value(&plan.term, &At::of(plan.each, row)))).collect();
        let failing = (0_u32..).zip(&found).filter(|(_, holds)| **holds == Ok(false)).map(|(row, _)| row);
        let failing: Vec<u32> = failing.collect();
        match (failing.is_empty(), plan.each, found.iter().any(Result::is_err)) {
            (false, Some(_), _) => Guarded::Fails(failing),
            (false, None, _) => Guarded::Fails(Vec::new()),
            (true, _, true) => Guarded::Unknown(0),
            (true, _, false) => Guarded::Holds,
        }
    }

    /// A stored value: of the row, where it has rows.
    fn stored(&self, source: Source, row: u32) -> Found {
        let facts = self.facts;
        let rows =
            |rows: &std::rc::Rc<crate::evaluate::value::Rows>| self.item(&Value::Many(rows.clone()), row);
        match source {
            Source::Input(index) => self.item(&facts.inputs[index], row),
            Source::Parameter(index) => self.item(&facts.parameters[index], row),
            Source::Choice(index) => self.item(&facts.choices[index], row),
            Source::Step(index) => self.item(&self.outcome.steps[index].value, row),
            Source::Column(Axis::Table(table), column) => rows(&facts.tables[table].columns[column]),
            Source::Column(Axis::Roster(roster), column) => match &facts.rosters[roster].columns[column] {
                RosterColumn::Plain(column) => rows(column),
                RosterColumn::Per(_) => panic!("a column with values for each row of a table"),
            },
            Source::Belongs(Axis::Table(table)) => rows(facts.tables[table].of.as_ref().unwrap()),
            Source::Belongs(Axis::Roster(roster)) => rows(facts.rosters[roster].of.as_ref().unwrap()),
            Source::Per(..) => panic!("a column with values for each row of a table"),
        }
    }

    /// The value that a source has for a row of a table, in a row of the frame.
    fn for_table_row(&self, source: Source, table_row: u32, at: &At<'_>) -> Found {
        let Source::Per(roster, column) = source else { return self.stored(source, table_row) };
        match &self.facts.rosters[roster].columns[column] {
            RosterColumn::Per(columns) => {
                self.item(&Value::Many(columns[table_row as usize].clone()), at.row)
            }
            RosterColumn::Plain(_) => panic!("a plain column"),
        }
    }

    fn position(&self, axis: Axis, id: &str) -> Option<u32> {
        let names = match axis {
            Axis::Table(table) => &self.facts.tables[table].ids,
            Axis::Roster(roster) => &self.facts.rosters[roster].names,
        };
        names.iter().position(|name| name == id).map(|row| u32::try_from(row).unwrap())
    }

    /// The table whose rows a source has.
    fn table_of(&self, source: Source) -> usize {
        let document = &self.scheme.document;
        let name = match source {
            Source::Column(Axis::Table(table), _) => return table,
            Source::Input(index) => document.inputs[index].per.as_ref(),
            Source::Parameter(index) => document.parameters[index].per.as_ref(),
            Source::Per(roster, column) => document.rosters[roster].columns[column].per.as_ref(),
            Source::Step(index) => document.steps[index].each.as_ref(),
            other => panic!("{other:?} has no rows of a table"),
        };
        document.tables.iter().position(|table| table.id.text == name.unwrap().text).unwrap()
    }

    fn value(&self, term: &Term, at: &At<'_>) -> Found {
        match &term.kind {
            TermKind::Number(number) => Ok(Item::Number(number.clone())),
            TermKind::Truth(truth) => Ok(Item::Truth(*truth)),
            TermKind::Date(date) => Ok(Item::Date(*date)),
            TermKind::Option(option) => Ok(Item::Code(u32::try_from(*option).unwrap())),
            TermKind::Row(axis, id) => self.position(*axis, id).map(Item::Code).ok_or(Lack::Other),
            TermKind::Whole(source) => self.stored(*source, 0),
            TermKind::Own(source) => self.stored(*source, at.row),
            TermKind::Picked(source) => self.for_table_row(*source, at.pick.unwrap(), at),
            TermKind::Fixed(source, id) => {
                let row = self.position(Axis::Table(self.table_of(*source)), id).ok_or(Lack::Other)?;
                self.for_table_row(*source, row, at)
            }
            TermKind::Follow { link, axis, of } => {
                let row = code(self.value(link, at))?;
                if row >= self.length(*axis) {
                    return Err(Lack::Other);
                }
                self.value(of, &At::of(Some(*axis), row))
            }
            TermKind::Outer(of) => self.value(of, at.around.unwrap()),
            TermKind::Aggregate(aggregate) => self.aggregate(aggregate, at),
            TermKind::First(arms) => {
                for arm in arms {
                    let holds = arm.when.as_ref().map_or(Ok(true), |when| truth(self.value(when, at)))?;
                    if holds {
                        return self.value(&arm.then, at);
                    }
                }
                panic!("no arm applies")
            }
            TermKind::Given(of) => match self.value(of, at) {
                Ok(_) => Ok(Item::Truth(true)),
                Err(Lack::Missing) => Ok(Item::Truth(false)),
                Err(lack) => Err(lack),
            },
            TermKind::OrElse(of, other) => match self.value(of, at) {
                Err(Lack::Missing) => self.value(other, at),
                found => found,
            },
            TermKind::Chosen(of, low, high) => {
                let (low, high) = (number(self.value(low, at))?, number(self.value(high, at))?);
                match number(self.value(of, at)) {
                    Ok(chosen) if low <= chosen && chosen <= high => Ok(Item::Number(chosen)),
                    Err(Lack::Missing) if low == high => Ok(Item::Number(low)),
                    _ => Err(Lack::Other),
                }
            }
            TermKind::Negative(of) => Ok(Item::Number(number(self.value(of, at))?.negated())),
            TermKind::Absolute(of) => Ok(Item::Number(number(self.value(of, at))?.absolute())),
            TermKind::Not(of) => Ok(Item::Truth(!truth(self.value(of, at))?)),
            TermKind::Arithmetic(operator, left, right) => {
                let (left, right) = (number(self.value(left, at))?, number(self.value(right, at))?);
                held(match operator {
                    Operator::Plus => left.plus(&right),
                    Operator::Minus => left.minus(&right),
                    Operator::Times => left.times(&right),
                    Operator::Divide => left.divided_by(&right).ok(),
                })
            }
            TermKind::Compare(comparison, left, right) => {
                let order = match (self.value(left, at)?, self.value(right, at)?) {
                    (Item::Number(left), Item::Number(right)) => left.cmp(&right),
                    (Item::Date(left), Item::Date(right)) => left.cmp(&right),
                    (left, right) => panic!("{left:?} is compared with {right:?}"),
                };
                Ok(Item::Truth(comparison.holds(order)))
            }
            TermKind::Same(left, right) => self.same(left, right, at).map(Item::Truth),
            TermKind::Among(of, ids) => {
                let of = self.value(of, at)?;
                Ok(Item::Truth(ids.iter().any(|id| self.value(id, at).as_ref() == Ok(&of))))
            }
            TermKind::And(left, right) => self.both(left, right, false, at),
            TermKind::Or(left, right) => self.both(left, right, true, at),
            TermKind::Greatest(terms) => {
                let numbers =
                    terms.iter().map(|term| number(self.value(term, at))).collect::<Result<Vec<_>, _>>()?;
                Ok(Item::Number(numbers.into_iter().max().unwrap()))
            }
            TermKind::Least(terms) => {
                let numbers =
                    terms.iter().map(|term| number(self.value(term, at))).collect::<Result<Vec<_>, _>>()?;
                Ok(Item::Number(numbers.into_iter().min().unwrap()))
            }
            TermKind::Round(mode, of, places) => held(number(self.value(of, at))?.rounded(*places, *mode)),
            TermKind::RoundTo(of, multiple) => {
                let (of, multiple) = (number(self.value(of, at))?, number(self.value(multiple, at))?);
                held(of.rounded_to(&multiple, Rounding::HalfAwayFromZero).ok())
            }
            TermKind::Share(share) => self.share(share, at),
            TermKind::Graded(grading, of, table) => {
                let of = number(self.value(of, at))?;
                self.graded(*grading, &of, *table)
            }
            TermKind::Rank(of, within) => self.rank(of, within.as_deref(), at),
            TermKind::Previous(of, first) => match at.row.checked_sub(1) {
                Some(row) => self.value(of, &At { row, ..*at }),
                None => self.value(first, at),
            },
            TermKind::Part(part, of) => match self.value(of, at)? {
                Item::Date(date) => Ok(Item::Number(Exact::from(match part {
                    DatePart::Year => date.year(),
                    DatePart::Month => date.month(),
                    DatePart::Day => date.day(),
                    DatePart::Weekday => date.weekday(),
                }))),
                other => panic!("{other:?} is no day"),
            },
            TermKind::Days(counted, from, to) => match (self.value(from, at)?, self.value(to, at)?) {
                (Item::Date(from), Item::Date(to)) => Ok(Item::Number(Exact::from(match counted {
                    Counted::Days => from.days_until(to),
                    Counted::Workdays => from.workdays_until(to),
                }))),
                (from, to) => panic!("{from:?} to {to:?}"),
            },
        }
    }

    /// A named row that is not there is none of those that are.
    fn same(&self, left: &Term, right: &Term, at: &At<'_>) -> Result<bool, Lack> {
        let is_gone =
            |term: &Term| matches!(&term.kind, TermKind::Row(axis, id) if self.position(*axis, id).is_none());
        match (is_gone(left), is_gone(right)) {
            (true, _) => self.value(right, at).map(|_| false),
            (_, true) => self.value(left, at).map(|_| false),
            _ => Ok(self.value(left, at)? == self.value(right, at)?),
        }
    }

    /// `and`, `or`: a side that settles it needs no other.
    fn both(&self, left: &Term, right: &Term, settled: bool, at: &At<'_>) -> Found {
        let (left, right) = (truth(self.value(left, at)), truth(self.value(right, at)));
        if left == Ok(settled) || right == Ok(settled) {
            return Ok(Item::Truth(settled));
        }
        left.and(right).map(|_| Item::Truth(!settled))
    }
}
