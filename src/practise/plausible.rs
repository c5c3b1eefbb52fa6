//! Plausible cases by a seed: facts like those that a hospital has, without a fault, and never degenerate.

mod edge;
mod fixed;
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
pub use edge::Edge;
use paper::Paper;
pub(super) use paper::magnitude;
use rows::Kept;
use sound::{Case, Demands};
use vary::Change;

/// How many draws are tried before the best of them is taken.
const MOST_DRAWS: u32 = 24;

/// One case in so many lies on an edge of each kind, where it can.
const EDGES: u32 = 8;

/// How many cases are calculated while changes are made to one.
const MOST_TRIES: u32 = 16;

/// How many times open choices are made: a choice may open the next.
const MOST_CHOOSING: u32 = 3;

/// A case that was drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// Its facts.
    pub opened: Opened,
    /// What they yield.
    pub outcome: Outcome,
    /// The edge that it lies on, where it does so on purpose.
    pub edge: Option<Edge>,
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
            let number = attempt.to_string();
            let mut draws = Draws::of(&[&[self.scheme.document.id.text.as_str(), &number], seeds].concat());
            let drawn = match &self.model {
                Some(model) => near_model(self.scheme, &self.demands, model, rows_of(attempt), &mut draws),
                None => from_declared(self.scheme, &self.demands, &mut draws),
            };
            let Some((paper, case)) = drawn else { continue };
            if self.demands.are_apart(&case) {
                return Some(self.on_edge(&paper, case, &mut draws));
            }
            second = second.or(Some(case));
        }
        second.map(|case| Drawn { opened: case.opened, outcome: case.outcome, edge: None })
    }

    /// The case, now and then moved onto an edge.
    fn on_edge(&self, paper: &Paper, case: Case, draws: &mut Draws) -> Drawn {
        let edge = Edge::ALL.get(usize::try_from(draws.below(EDGES)).unwrap_or(usize::MAX));
        let moved = edge.and_then(|edge| {
            let case = edge::moved(self.scheme, &self.demands, *edge, (paper, &case), draws)?;
            Some(Drawn { opened: case.opened, outcome: case.outcome, edge: Some(*edge) })
        });
        moved.unwrap_or(Drawn { opened: case.opened, outcome: case.outcome, edge: None })
    }
}

/// A case with some of the model's rows and values near the model's.
fn near_model(
    scheme: &Scheme,
    demands: &Demands<'_>,
    model: &Paper,
    kept: Kept,
    draws: &mut Draws,
) -> Option<(Paper, Case)> {
    let document = &scheme.document;
    let mut base = model.clone();
    base.rosters = rows::picked(document, model, kept, draws);
    let case = sound_case(scheme, demands, &mut base, draws)?;
    if kept != Kept::All && !demands.are_apart(&case) {
        return None;
    }
    let (choices, changes) = vary::changes(document, &base, model, draws);
    let mut settling = Settling { scheme, demands, paper: base, case, tries: MOST_TRIES / 2 };
    settling.settle(&choices, draws);
    settling.tries = MOST_TRIES;
    settling.settle(&changes, draws);
    Some((settling.paper, settling.case))
}

/// A case that changes are being made to.
struct Settling<'a> {
    scheme: &'a Scheme,
    demands: &'a Demands<'a>,
    paper: Paper,
    case: Case,
    /// How many cases may yet be calculated.
    tries: u32,
}

impl Settling<'_> {
    /// Writes those changes onto the paper with which it stays without a fault: all at once, or else each half by
    /// itself.
    fn settle(&mut self, changes: &[Change], draws: &mut Draws) {
        if changes.is_empty() || self.tries == 0 {
            return;
        }
        self.tries = self.tries.saturating_sub(1);
        let mut changed = self.paper.clone();
        changes.iter().for_each(|change| change.apply(&mut changed));
        if let Some(found) = sound_case(self.scheme, self.demands, &mut changed, draws) {
            (self.paper, self.case) = (changed, found);
        } else if changes.len() > 1 {
            let (first, second) = changes.split_at(changes.len() / 2);
            self.settle(first, draws);
            self.settle(second, draws);
        }
    }
}

/// Which rows of the model a draw keeps: later draws keep more.
fn rows_of(attempt: u32) -> Kept {
    match attempt {
        0..3 => Kept::Some,
        3..6 => Kept::People,
        _ => Kept::All,
    }
}

/// A case from what the scheme declares.
fn from_declared(scheme: &Scheme, demands: &Demands<'_>, draws: &mut Draws) -> Option<(Paper, Case)> {
    let mut paper = fresh::drawn(scheme, draws);
    let case = sound_case(scheme, demands, &mut paper, draws)?;
    Some((paper, case))
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
