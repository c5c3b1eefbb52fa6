//! A calculation with figures replaced: what a changed formula or figure makes of the lines behind it.

use std::rc::Rc;

use crate::evaluate::run::{Frame, Replaced, Run, evaluate_with, put};
use crate::evaluate::value::{Data, Item, Rows, Value};
use crate::exact::{Column, Exact};
use crate::scheme::term::{Axis, Term};

use super::calculation::Calculation;
use super::entry::at_asked_places;
use super::spot::Spot;

/// The way somebody calculates: the right one, but for the figures that are replaced.
pub(super) struct Course<'c> {
    pub(super) calculation: &'c Calculation<'c>,
    run: Run<'c>,
    replaced: Replaced,
}

impl<'c> Course<'c> {
    /// The right way.
    pub(super) fn right(calculation: &'c Calculation<'c>) -> Self {
        let run = Run::after(calculation.scheme, calculation.facts, calculation.outcome);
        Self { calculation, run, replaced: Replaced::new() }
    }

    /// The way with these figures in place of the right ones.
    pub(super) fn with(calculation: &'c Calculation<'c>, replaced: &Replaced) -> Self {
        if replaced.is_empty() {
            return Self::right(calculation);
        }
        let outcome = evaluate_with(calculation.scheme, calculation.facts, replaced);
        let run = Run::after(calculation.scheme, calculation.facts, &outcome);
        Self { calculation, run, replaced: replaced.clone() }
    }

    /// The way on which each figure is rounded to the places that are asked for before it is used.
    pub(super) fn rounding_every_step(calculation: &'c Calculation<'c>) -> Self {
        let mut course = Self::right(calculation);
        let values = calculation.every_step.get_or_init(|| {
            for &step in &calculation.scheme.order {
                course.run.again(&[step], &Replaced::new());
                if let Some(value) = course.run.step(step).map(|value| rounded(calculation, step, value)) {
                    course.run.put(step, value);
                }
            }
            (0..calculation.scheme.steps.len()).map(|step| course.run.step(step).cloned()).collect()
        });
        for (step, value) in values.iter().enumerate() {
            if let Some(value) = value {
                course.run.put(step, value.clone());
            }
        }
        course
    }

    /// The figure of a spot on this way.
    pub(super) fn figure(&self, spot: Spot) -> Option<Item> {
        self.run.step(spot.step)?.at(spot.at())?.ok()
    }

    /// A term at a row of an axis.
    pub(super) fn item(&mut self, term: &Term, axis: Option<Axis>, row: u32) -> Option<Item> {
        self.column(term, &Frame::of(axis)).at(row)?.ok()
    }

    /// A number that a term yields at a row of an axis.
    pub(super) fn number(&mut self, term: &Term, axis: Option<Axis>, row: u32) -> Option<Exact> {
        match self.item(term, axis, row)? {
            Item::Number(number) => Some(number),
            _ => None,
        }
    }

    /// A term over a whole frame.
    pub(super) fn column(&mut self, term: &Term, frame: &Frame<'_>) -> Value {
        self.run.aside(term, frame)
    }

    /// For each row of an axis the row that a link leads to.
    pub(super) fn links(&mut self, link: &Term, axis: Axis) -> Rc<Rows> {
        let value = self.run.aside(link, &Frame::of(Some(axis)));
        let length = self.run.length(axis);
        self.run.rows(&value, length)
    }

    /// The figure of `to` when the figure of `at` were this.
    pub(super) fn carried(&mut self, at: Spot, item: &Item, to: Spot) -> Option<Item> {
        let changed = put(self.run.step(at.step)?, at.at(), item);
        self.carried_column(at.step, changed, to)
    }

    /// The figure of `to` when the values of a step were these.
    pub(super) fn carried_column(&mut self, step: usize, value: Value, to: Spot) -> Option<Item> {
        if step == to.step {
            return value.at(to.at())?.ok();
        }
        let behind = self.calculation.between(step, to.step);
        let around = std::iter::once(&step).chain(&behind);
        let kept: Vec<(usize, Option<Value>)> =
            around.map(|step| (*step, self.run.step(*step).cloned())).collect();
        self.run.put(step, value);
        self.run.again(&behind, &self.replaced);
        let figure = self.figure(to);
        for (step, value) in kept {
            if let Some(value) = value {
                self.run.put(step, value);
            }
        }
        figure
    }
}

/// The values of a step, each rounded to the places that are asked for.
fn rounded(calculation: &Calculation<'_>, step: usize, value: &Value) -> Value {
    let at_places = |number: Exact| at_asked_places(calculation, step, &number).unwrap_or(number);
    match value {
        Value::One(Ok(Item::Number(number))) => Value::number(at_places(number.clone())),
        Value::Many(rows) => match &rows.data {
            Data::Numbers(column) => {
                let numbers = Column::from_exacts(column.values().map(at_places).collect());
                Value::Many(Rc::new(Rows { data: Data::Numbers(numbers), faults: rows.faults.clone() }))
            }
            _ => value.clone(),
        },
        Value::One(_) => value.clone(),
    }
}
