//! A calculation with figures replaced: what a changed formula or figure makes of the lines behind it.

use std::rc::Rc;

use crate::evaluate::run::{Frame, Replaced, Run, put};
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
    /// The steps whose values are no longer the right ones.
    changed: Vec<bool>,
}

/// The way from a changed step to a figure.
pub(super) struct Way {
    /// The steps on it, in their order, and in which of their rows nothing stands written; none: in all of them.
    pub(super) steps: Vec<(usize, Option<Vec<bool>>)>,
    /// Where it leads.
    pub(super) to: Spot,
}

impl<'c> Course<'c> {
    /// The right way.
    pub(super) fn right(calculation: &'c Calculation<'c>) -> Self {
        let run = Run::after(calculation.scheme, calculation.facts, calculation.outcome);
        Self { calculation, run, changed: vec![false; calculation.scheme.steps.len()] }
    }

    /// The way on which each figure is rounded to the places that are asked for before it is used.
    pub(super) fn rounding_every_step(calculation: &'c Calculation<'c>) -> Self {
        let mut course = Self::right(calculation);
        let values = calculation.every_step.get_or_init(|| {
            for &step in &calculation.scheme.order {
                let value = course.run.anew(step).map(|value| rounded(calculation, step, &value));
                if let Some(value) = value {
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

    /// Goes on to a step: computes it from what stands before it by now.
    pub(super) fn go_on(&mut self, step: usize) {
        if self.is_behind_a_change(step)
            && let Some(value) = self.run.anew(step)
        {
            self.set(step, value);
        }
    }

    /// Whether a step is computed from values that are no longer the right ones.
    pub(super) fn is_behind_a_change(&self, step: usize) -> bool {
        self.changed
            .iter()
            .enumerate()
            .any(|(other, changed)| *changed && self.calculation.names(step, other))
    }

    /// Takes figures for those of a step, and goes on from them.
    pub(super) fn take(&mut self, step: usize, figures: &Replaced) {
        let Some(mut value) = self.run.step(step).cloned() else { return };
        for ((_, row), item) in figures.range((step, 0)..=(step, u32::MAX)) {
            if value.at(*row) != Some(Ok(item.clone())) {
                value = put(&value, *row, item);
            }
        }
        self.set(step, value);
    }

    fn set(&mut self, step: usize, value: Value) {
        let right = self.calculation.outcome.steps.get(step);
        if let Some(changed) = self.changed.get_mut(step) {
            *changed = right.is_none_or(|right| right.value != value);
        }
        self.run.put(step, value);
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

    /// The figure that a way leads to when the figure of `at` were this.
    pub(super) fn carried(&mut self, at: Spot, item: &Item, way: &Way) -> Option<Item> {
        let changed = put(self.run.step(at.step)?, at.at(), item);
        self.carried_column(at.step, changed, None, way)
    }

    /// The figure that a way leads to when the values of a step were these, where they are free.
    pub(super) fn carried_column(
        &mut self,
        step: usize,
        value: Value,
        free: Option<&[bool]>,
        way: &Way,
    ) -> Option<Item> {
        let value = match free {
            Some(free) => mixed(&value, self.run.step(step)?, free)?,
            None => value,
        };
        let mut kept = vec![(step, self.run.step(step)?.clone())];
        self.run.put(step, value);
        for (step, free) in &way.steps {
            if !kept.iter().any(|(changed, _)| self.calculation.names(*step, *changed)) {
                continue;
            }
            let (Some(before), Some(value)) = (self.run.step(*step).cloned(), self.run.anew(*step)) else {
                continue;
            };
            let value = free.as_ref().and_then(|free| mixed(&value, &before, free)).unwrap_or(value);
            if value != before {
                self.run.put(*step, value);
                kept.push((*step, before));
            }
        }
        let figure = self.figure(way.to);
        for (step, before) in kept {
            self.run.put(step, before);
        }
        figure
    }
}

/// Row by row one value where it is free, the other elsewhere; none when they have no rows or are of two kinds.
fn mixed(value: &Value, other: &Value, free: &[bool]) -> Option<Value> {
    let (Value::Many(one), Value::Many(two)) = (value, other) else { return None };
    let is_free =
        |row: u32| usize::try_from(row).ok().and_then(|row| free.get(row)).copied().unwrap_or(false);
    let own = one.faults.iter().filter(|(row, _)| is_free(*row));
    let rest = two.faults.iter().filter(|(row, _)| !is_free(*row));
    let mut faults: Vec<_> = own.chain(rest).copied().collect();
    faults.sort_unstable();
    Some(Value::Many(Rc::new(Rows { data: one.data.select(free, &two.data)?, faults })))
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
