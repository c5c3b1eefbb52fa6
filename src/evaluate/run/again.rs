//! A run of some steps once more, where only they can have changed: the others keep the values of an outcome.

use super::Run;
use super::open::Chosen;
use super::said::Problems;
use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{Outcome, StepOutcome};
use crate::evaluate::value::Value;
use crate::scheme::Scheme;
use crate::scheme::term::Axis;

/// Where the rows of a frame fell in a table of tiers or bands, at one place of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fell {
    /// The step whose formula it is.
    pub step: usize,
    /// The table.
    pub table: usize,
    /// The rows; none: once for the whole scheme.
    pub axis: Option<Axis>,
    /// The row of the table for each of them; none where the table has none for it.
    pub rows: Vec<Option<u32>>,
}

/// The steps of an outcome with some computed anew.
#[derive(Debug, Default)]
pub struct Again {
    /// The values of all steps, and nothing else.
    pub outcome: Outcome,
    /// Where rows fell in the steps that were computed, in their order.
    pub fell: Vec<Fell>,
}

/// Evaluates some steps anew, in their order, and takes the values of the others from an outcome.
///
/// `steps` says for each step whether it is computed; those that depend on what changed since the outcome must be.
/// Intervals of open figures are not looked for: such figures are faults.
#[must_use]
pub fn again(scheme: &Scheme, facts: &Facts, known: &Outcome, steps: &[bool]) -> Again {
    let mut run = Run::new(scheme, facts, Chosen::none());
    run.fell = Some(Vec::new());
    // The faults of steps that are kept name these problems.
    run.problems = Problems::of(known.problems.get(facts.problems.len()..).unwrap_or_default());
    run.values = known.steps.iter().map(|step| Some(step.value.clone())).collect();
    for &position in &scheme.order {
        let Some(plan) = scheme.steps.get(position) else { continue };
        if steps.get(position) == Some(&true) {
            run.step = position;
            let value = run.plan(plan);
            if let Some(slot) = run.values.get_mut(position) {
                *slot = Some(value);
            }
        }
    }
    let joints = &run.joints;
    let step = |(value, known): (Option<Value>, &StepOutcome)| {
        let value = value.unwrap_or_else(|| known.value.clone());
        let value = joints.apart(value, &mut Vec::new());
        StepOutcome { each: known.each, value, open: Vec::new() }
    };
    let steps = run.values.into_iter().zip(&known.steps).map(step).collect();
    Again { outcome: Outcome { steps, ..Outcome::default() }, fell: run.fell.unwrap_or_default() }
}
