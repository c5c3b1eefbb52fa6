//! Whether a case is fit to be calculated by hand: nothing wrong, every asked figure there, and not all of them alike.

use std::collections::BTreeSet;

use super::paper::Paper;
use crate::evaluate::facts::Opened;
use crate::evaluate::outcome::{FigureOutcome, Guarded, NoticeKind, Outcome};
use crate::evaluate::run::evaluate;
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;
use crate::practise::result;
use crate::scheme::Scheme;
use crate::scheme::document::Level;
use crate::scheme::term::{Source, TermKind};

/// Facts with what they yield.
#[derive(Clone, Debug)]
pub(super) struct Case {
    pub(super) opened: Opened,
    pub(super) outcome: Outcome,
}

impl Case {
    pub(super) fn of(scheme: &Scheme, paper: &Paper) -> Self {
        let opened = Opened::open(scheme, &paper.json(&scheme.document));
        let outcome = evaluate(scheme, opened.facts());
        Self { opened, outcome }
    }
}

/// What is asked of a case.
pub(super) struct Demands<'s> {
    scheme: &'s Scheme,
    /// The step that a sheet ends in.
    pub(super) step: usize,
    /// Warnings that the model raises as well.
    known: BTreeSet<usize>,
    /// Guard rails that speak of what is entered alone: one that fails says that the case cannot be.
    entries: Vec<usize>,
}

impl<'s> Demands<'s> {
    /// What is asked of cases like `model`; none when the scheme has no result.
    pub(super) fn of(scheme: &'s Scheme, model: Option<&Case>) -> Option<Self> {
        let known = model.map(|model| model.outcome.flags.iter().map(|raised| raised.flag).collect());
        let entries = scheme.guards.iter().enumerate().filter(|(_, plan)| {
            let mut of_entries = true;
            plan.term.walk(&mut |term| {
                if let TermKind::Whole(Source::Step(_)) | TermKind::Own(Source::Step(_)) = term.kind {
                    of_entries = false;
                }
            });
            of_entries
        });
        Some(Self {
            scheme,
            step: result(scheme)?,
            known: known.unwrap_or_default(),
            entries: entries.map(|(at, _)| at).collect(),
        })
    }

    /// Whether nothing is wrong with a case.
    pub(super) fn are_met(&self, case: &Case) -> bool {
        let outcome = &case.outcome;
        let flags = &self.scheme.document.flags;
        let warns = |flag: usize| flags.get(flag).is_some_and(|flag| flag.level == Level::Warning);
        outcome.told.is_empty()
            && outcome.notices.iter().all(|notice| matches!(notice.kind, NoticeKind::ChoiceOpen { .. }))
            && outcome.flags.iter().all(|raised| !warns(raised.flag) || self.known.contains(&raised.flag))
            && self.entries.iter().all(|at| outcome.guards.get(*at) == Some(&Guarded::Holds))
    }

    /// Whether every figure that a sheet may end in is known.
    pub(super) fn are_known(&self, case: &Case) -> bool {
        let Some(step) = case.outcome.steps.get(self.step) else { return false };
        let count = rows(&step.value);
        count > 0 && (0..count).all(|row| matches!(step.figure(row), Some(FigureOutcome::Known(_))))
    }

    /// Whether the figures that a sheet may end in tell people apart: not all zero, nor all the same.
    pub(super) fn are_apart(&self, case: &Case) -> bool {
        let Some(step) = case.outcome.steps.get(self.step) else { return false };
        let numbers: Vec<Exact> = (0..rows(&step.value))
            .filter_map(|row| match step.figure(row) {
                Some(FigureOutcome::Known(Item::Number(number))) => Some(number),
                _ => None,
            })
            .collect();
        let Some(first) = numbers.first() else { return true };
        match numbers.len() {
            1 => !first.is_zero(),
            _ => numbers.iter().any(|number| number != first),
        }
    }
}

/// How many figures a step has.
pub(super) fn rows(value: &Value) -> u32 {
    match value {
        Value::One(_) => 1,
        Value::Many(rows) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
    }
}
