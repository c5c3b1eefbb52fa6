//! Figures put in place of those that a run finds, and what the steps behind them then yield.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::open::Chosen;
use super::{Frame, Run};
use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::Outcome;
use crate::evaluate::value::{Data, Item, Rows, Value};
use crate::exact::Column;
use crate::scheme::Scheme;
use crate::scheme::term::Term;

/// Figures that stand in place of what the steps yield, by the position of the step and the row (0 for a step of the
/// whole scheme).
pub type Replaced = BTreeMap<(usize, u32), Item>;

/// Evaluates a scheme over facts with some figures replaced: every step behind them goes on from there.
///
/// A choice that is open stays a fault, without an interval.
#[must_use]
pub fn evaluate_with(scheme: &Scheme, facts: &Facts, replaced: &Replaced) -> Outcome {
    let mut run = Run::new(scheme, facts, Chosen::none());
    for &position in &scheme.order {
        if let Some(plan) = scheme.steps.get(position) {
            run.step = position;
            let value = with(run.plan(plan), position, replaced);
            run.put(position, value);
        }
    }
    run.outcome()
}

impl Run<'_> {
    /// What a step yields by now, of which nothing is said and which is not kept.
    pub(crate) fn anew(&mut self, position: usize) -> Option<Value> {
        let plan = self.scheme.steps.get(position)?;
        self.step = position;
        Some(self.unsaid(|run| run.plan(plan)))
    }

    /// What a step has yielded.
    pub(crate) fn step(&self, position: usize) -> Option<&Value> {
        self.values.get(position)?.as_ref()
    }

    /// Takes this for what a step yields.
    pub(crate) fn put(&mut self, position: usize, value: Value) {
        if let Some(slot) = self.values.get_mut(position) {
            *slot = Some(value);
        }
    }

    /// The value of a term, of which nothing is said: neither notices nor pools.
    pub(crate) fn aside(&mut self, term: &Term, frame: &Frame<'_>) -> Value {
        self.unsaid(|run| run.value(term, frame))
    }

    fn unsaid(&mut self, value: impl FnOnce(&mut Self) -> Value) -> Value {
        let (notices, pools) = (std::mem::take(&mut self.notices), self.pools.len());
        let value = value(self);
        self.notices = notices;
        self.pools.truncate(pools);
        value
    }
}

/// The value of a step with what is replaced in it.
fn with(value: Value, step: usize, replaced: &Replaced) -> Value {
    let of_step = replaced.range((step, 0)..=(step, u32::MAX)).map(|((_, row), item)| (*row, item));
    of_step.fold(value, |value, (row, item)| put(&value, row, item))
}

/// A value with another in one of its rows.
pub(crate) fn put(value: &Value, row: u32, item: &Item) -> Value {
    let Value::Many(rows) = value else { return Value::One(Ok(item.clone())) };
    let faults = rows.faults.iter().filter(|(other, _)| *other != row).copied().collect();
    let items =
        (0_u32..).take(rows.len()).map(|at| if at == row { Some(item.clone()) } else { rows.data.at(at) });
    let data = match item {
        Item::Number(_) => Data::Numbers(Column::from_exacts(
            items.map(|item| if let Some(Item::Number(number)) = item { number } else { 0.into() }).collect(),
        )),
        Item::Truth(_) => Data::Truths(items.map(|item| item == Some(Item::Truth(true))).collect()),
        Item::Code(_) => {
            Data::Codes(items.map(|item| if let Some(Item::Code(code)) = item { code } else { 0 }).collect())
        }
        Item::Date(date) => Data::Dates(
            items.map(|item| if let Some(Item::Date(own)) = item { own } else { *date }).collect(),
        ),
    };
    Value::Many(Rc::new(Rows { data, faults }))
}
