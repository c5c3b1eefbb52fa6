//! What a value is sought for: an amount that is met, or a limit that holds.

use std::cmp::Ordering;

use super::cell::Cell;
use super::compared::Comparison;
use super::draft::Draft;
use super::limit::Demand;
use super::measure::Measure;
use super::reach::Reaches;
use crate::evaluate::facts::Evaluated;
use crate::exact::Exact;

/// A limit that shall hold for what a draft proposes.
#[derive(Clone)]
pub struct Within<'a> {
    /// The cell whose value is sought.
    pub cell: Cell,
    /// Today, which the draft is compared with.
    pub today: Evaluated<'a>,
    /// The step whose figures are compared, by its position today.
    pub step: usize,
    /// What is demanded of them.
    pub demand: Demand,
}

/// What the values that are sought shall do.
pub(super) enum Aim<'a> {
    /// A measure shall be equal to an amount in base units.
    Amount { measure: &'a Measure, goal: &'a Exact },
    /// A limit shall hold.
    Within(&'a Within<'a>),
}

impl Aim<'_> {
    /// For each step whether a change of the cells reaches it, and it leads to what is aimed at.
    pub(super) fn steps(&self, draft: Draft<'_>, cells: &[Cell]) -> Vec<bool> {
        let reaches = Reaches::of(draft.scheme);
        let wanted: Vec<usize> = match self {
            Self::Amount { measure, .. } => vec![measure.step],
            Self::Within(within) => {
                let steps = &draft.scheme.document.steps;
                let id = within.today.scheme.document.steps.get(within.step).map(|step| &step.id.text);
                let compared = steps.iter().position(|step| Some(&step.id.text) == id);
                compared.into_iter().chain(within.demand.steps()).collect()
            }
        };
        let mut all = vec![false; draft.scheme.steps.len()];
        for step in wanted {
            all.iter_mut().zip(reaches.between(cells, step)).for_each(|(all, one)| *all |= one);
        }
        all
    }

    /// The figure of a value that was tried, and how it stands to the aim.
    pub(super) fn found(&self, tried: Evaluated<'_>) -> Option<(Exact, Ordering)> {
        match self {
            Self::Amount { measure, goal } => {
                let figure = measure.value(tried.outcome)?;
                let order = figure.cmp(goal);
                Some((figure, order))
            }
            Self::Within(Within { today, step, demand, .. }) => {
                let limit = demand.limit(tried)?;
                let missed = Comparison::of(*today, tried, *step).judge(&limit).missed()?;
                let order = missed.cmp(&Exact::ZERO);
                Some((missed, order))
            }
        }
    }
}
