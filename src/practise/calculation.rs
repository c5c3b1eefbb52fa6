//! A right calculation: a scheme over facts, its outcome, and which step is computed from which.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::evaluate::value::{Item, Value};
use crate::scheme::Scheme;
use crate::scheme::document::{Kind, Step};
use crate::scheme::term::{Axis, Source, TermKind};
use crate::unit::Unit;

use super::reads::reads;
use super::spot::Spot;

/// A right calculation, against which answers are held.
pub struct Calculation<'r> {
    /// The scheme.
    pub scheme: &'r Scheme,
    /// What was entered.
    pub facts: &'r Facts,
    /// What is right.
    pub outcome: &'r Outcome,
    /// For each step the steps that it is computed from, directly or through others.
    from: Vec<Vec<bool>>,
    /// For each step those that stand in its formula.
    direct: Vec<Vec<bool>>,
    /// The values of the steps, were each rounded before it is used.
    pub(super) every_step: OnceCell<Vec<Option<Value>>>,
    /// What figures are computed from, as far as somebody asked.
    reads: RefCell<BTreeMap<Spot, Rc<[Spot]>>>,
}

impl<'r> Calculation<'r> {
    /// The calculation that has this outcome.
    #[must_use]
    pub fn new(scheme: &'r Scheme, facts: &'r Facts, outcome: &'r Outcome) -> Self {
        let count = scheme.steps.len();
        let mut direct = vec![vec![false; count]; count];
        for (plan, uses) in scheme.steps.iter().zip(&mut direct) {
            plan.term.walk(&mut |term| {
                if let Some(step) = step_of(&term.kind)
                    && let Some(used) = uses.get_mut(step)
                {
                    *used = true;
                }
            });
        }
        let mut from: Vec<Vec<bool>> = vec![vec![false; count]; count];
        for &step in &scheme.order {
            let mut all = direct.get(step).cloned().unwrap_or_default();
            for (used, theirs) in direct.get(step).into_iter().flatten().zip(&from) {
                if *used {
                    all.iter_mut().zip(theirs).for_each(|(one, other)| *one = *one || *other);
                }
            }
            if let Some(place) = from.get_mut(step) {
                *place = all;
            }
        }
        Self { scheme, facts, outcome, from, direct, every_step: OnceCell::new(), reads: RefCell::default() }
    }

    /// Whether a step is computed from another, directly or through others.
    #[must_use]
    pub fn uses(&self, step: usize, other: usize) -> bool {
        self.from.get(step).and_then(|uses| uses.get(other)).copied().unwrap_or(false)
    }

    /// Whether another step stands in the formula of a step.
    #[must_use]
    pub fn names(&self, step: usize, other: usize) -> bool {
        self.direct.get(step).and_then(|uses| uses.get(other)).copied().unwrap_or(false)
    }

    /// The figures that one is directly computed from, in the right calculation.
    pub(super) fn reads(&self, spot: Spot) -> Rc<[Spot]> {
        if let Some(known) = self.reads.borrow().get(&spot) {
            return Rc::clone(known);
        }
        let found: Rc<[Spot]> = reads(self, spot).into_iter().collect();
        self.reads.borrow_mut().insert(spot, Rc::clone(&found));
        found
    }

    /// The steps that a changed figure of `from` goes through to reach `to`, in their order, `to` among them.
    #[must_use]
    pub fn between(&self, from: usize, to: usize) -> Vec<usize> {
        let on_the_way = |step: &&usize| self.uses(**step, from) && (**step == to || self.uses(to, **step));
        self.scheme.order.iter().filter(on_the_way).copied().collect()
    }

    /// What a step is declared as.
    #[must_use]
    pub fn step(&self, step: usize) -> Option<&'r Step> {
        self.scheme.document.steps.get(step)
    }

    /// The rows of a step.
    #[must_use]
    pub fn axis(&self, step: usize) -> Option<Axis> {
        self.scheme.steps.get(step)?.each
    }

    /// The unit in which a step's figures are written; none for what is no quantity.
    #[must_use]
    pub fn unit(&self, step: usize) -> Option<&'r Unit> {
        match &self.step(step)?.kind {
            Kind::Quantity(unit) => Some(unit),
            _ => None,
        }
    }

    /// The right figure of a spot; none where it is open or cannot be computed.
    #[must_use]
    pub fn right(&self, spot: Spot) -> Option<Item> {
        match spot.figure(self.outcome)? {
            FigureOutcome::Known(item) => Some(item),
            FigureOutcome::Open(_) | FigureOutcome::Failed(_) => None,
        }
    }

    /// How many decimals are asked for of a step's figures, in the unit that they are written in.
    #[must_use]
    pub fn places(&self, step: usize) -> u32 {
        super::result::asked_places(self.scheme, step).unwrap_or(0)
    }

    /// All spots of the scheme with a figure, in the order of calculation.
    #[must_use]
    pub fn spots(&self) -> Vec<Spot> {
        let mut spots = Vec::new();
        for &step in &self.scheme.order {
            let rows = match self.outcome.steps.get(step) {
                Some(outcome) if outcome.each.is_some() => Some(count(&outcome.value)),
                Some(_) => None,
                None => continue,
            };
            match rows {
                None => spots.push(Spot { step, row: None }),
                Some(rows) => spots.extend((0..rows).map(|row| Spot { step, row: Some(row) })),
            }
        }
        spots.retain(|spot| self.right(*spot).is_some());
        spots
    }

    /// How many rows an axis has.
    #[must_use]
    pub fn length(&self, axis: Axis) -> u32 {
        u32::try_from(self.facts.length(axis)).unwrap_or(u32::MAX)
    }
}

/// The step whose values a name stands for.
pub(super) fn step_of(kind: &TermKind) -> Option<usize> {
    match kind {
        TermKind::Whole(Source::Step(step))
        | TermKind::Own(Source::Step(step))
        | TermKind::Picked(Source::Step(step))
        | TermKind::Fixed(Source::Step(step), _) => Some(*step),
        _ => None,
    }
}

/// The decimals of a number in base units that stand for so many decimals in `unit`; none when the unit is not a
/// power of ten of its base.
pub(super) fn base_places(unit: &Unit, places: u32) -> Option<i32> {
    i32::try_from(places).ok()?.checked_sub(unit.factor().exponent_of_ten()?)
}

/// How many rows a value has.
fn count(value: &Value) -> u32 {
    match value {
        Value::One(_) => 1,
        Value::Many(rows) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
    }
}
