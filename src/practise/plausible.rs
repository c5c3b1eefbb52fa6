//! Plausible cases by a seed: facts like those that a hospital has, without a fault, and never degenerate.

mod fresh;
mod open;
mod paper;
mod rows;
mod sound;
mod value;
mod vary;

use super::seed::Draws;
use crate::evaluate::facts::Opened;
use crate::evaluate::outcome::Outcome;
use crate::scheme::Scheme;
use paper::Paper;
pub(super) use paper::magnitude;
use sound::{Case, Demands};
use vary::Change;

/// How many draws are tried before the best of them is taken.
const MOST_DRAWS: u32 = 24;

/// How many times open choices are made: a choice may open the next.
const MOST_CHOOSING: u32 = 3;

/// A case that was drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its facts.
    pub opened: Opened,
    /// What they yield.
    pub outcome: Outcome,
}

/// What cases of a scheme look like: what is asked of them, and a model.
pub struct Pattern<'s> {
    scheme: &'s Scheme,
    demands: Demands<'s>,
    model: Option<Paper>,
}

impl<'s> Pattern<'s> {
    /// The pattern of a scheme's cases; none when the scheme has no result.
    ///
    /// `model` is the facts of a case, as JSON: what its values look like. Numbers lie around the model's and are as
    /// precise, people have new names, some of the model's rows are left out, readings are chosen anew. Without a
    /// model values come from the declared ranges and units alone.
    #[must_use]
    pub fn of(scheme: &'s Scheme, model: Option<&str>) -> Option<Self> {
        let model = model.map(|json| Paper::of(scheme, json));
        let case = model.as_ref().map(|paper| Case::of(scheme, paper));
        Some(Self { scheme, demands: Demands::of(scheme, case.as_ref())?, model })
    }

    /// The case of a seed; none when none of many draws is without a fault.
    #[must_use]
    pub fn drawn(&self, seeds: &[&str]) -> Option<Drawn> {
        let mut second = None;
        for attempt in 0..MOST_DRAWS {
            let attempt = attempt.to_string();
            let mut draws = Draws::of(&[&[self.scheme.document.id.text.as_str(), &attempt], seeds].concat());
            let drawn = match &self.model {
                Some(model) => near_model(self.scheme, &self.demands, model, &mut draws),
                None => from_declared(self.scheme, &self.demands, &mut draws),
            };
            let Some(case) = drawn else { continue };
            if self.demands.are_apart(&case) {
                return Some(case.into());
            }
            second = second.or(Some(case));
        }
        second.map(Into::into)
    }
}

impl From<Case> for Drawn {
    fn from(case: Case) -> Self {
        Self { opened: case.opened, outcome: case.outcome }
    }
}

/// A case with some of the model's rows and values near the model's.
fn near_model(scheme: &Scheme, demands: &Demands<'_>, model: &Paper, draws: &mut Draws) -> Option<Case> {
    let document = &scheme.document;
    let mut base = model.clone();
    base.rosters = rows::picked(document, model, draws);
    let mut case = sound_case(scheme, demands, &mut base, draws)?;
    let mut changes = vary::changes(document, &base, model, draws);
    draws.shuffle(&mut changes);
    settle(scheme, demands, &mut base, &mut case, &changes, draws);
    Some(case)
}

/// Writes those changes onto the paper with which it stays without a fault: all at once, or else each half by itself.
fn settle(
    scheme: &Scheme,
    demands: &Demands<'_>,
    paper: &mut Paper,
    case: &mut Case,
    changes: &[Change],
    draws: &mut Draws,
) {
    if changes.is_empty() {
        return;
    }
    let mut changed = paper.clone();
    changes.iter().for_each(|change| change.apply(&mut changed));
    if let Some(found) = sound_case(scheme, demands, &mut changed, draws) {
        (*paper, *case) = (changed, found);
    } else if changes.len() > 1 {
        let (first, second) = changes.split_at(changes.len() / 2);
        settle(scheme, demands, paper, case, first, draws);
        settle(scheme, demands, paper, case, second, draws);
    }
}

/// A case from what the scheme declares.
fn from_declared(scheme: &Scheme, demands: &Demands<'_>, draws: &mut Draws) -> Option<Case> {
    let mut paper = fresh::drawn(scheme, draws);
    sound_case(scheme, demands, &mut paper, draws)
}

/// The case of a paper on which open choices are made, when it is without a fault.
fn sound_case(scheme: &Scheme, demands: &Demands<'_>, paper: &mut Paper, draws: &mut Draws) -> Option<Case> {
    let mut case = Case::of(scheme, paper);
    for _ in 0..MOST_CHOOSING {
        if !demands.are_met(&case) {
            return None;
        }
        if !open::choose(scheme, &case, paper, draws) {
            break;
        }
        case = Case::of(scheme, paper);
    }
    (demands.are_met(&case) && demands.are_known(&case)).then_some(case)
}
