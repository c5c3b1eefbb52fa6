//! What holds for every shipped scheme over every one of its cases, and over facts that nobody would enter.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test in which something overflows fails, as it should"
)]

mod formulas;
mod mutated;
mod order;
pub(super) mod plain;
mod pools;
mod repeated;
mod scaled;

use std::collections::BTreeMap;

use serde_json::Value as Json;

use super::cases;
use crate::evaluate::facts::Opened;
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::wire::{Figure, Teller};

/// A shipped scheme over the facts of one of its cases.
struct Sample {
    /// The case's file, for messages.
    name: String,
    scheme: Scheme,
    facts: Json,
}

/// Every case of every shipped scheme.
fn samples() -> Vec<Sample> {
    let samples = cases::folders().into_iter().flat_map(|folder| {
        let scheme = cases::scheme(&folder);
        cases::cases(&folder).into_iter().map(move |(file, case)| Sample {
            name: file.display().to_string(),
            scheme: scheme.clone(),
            facts: case.facts,
        })
    });
    let samples: Vec<Sample> = samples.collect();
    assert!(samples.len() > 50, "only {} cases were found", samples.len());
    samples
}

/// Facts opened and evaluated.
struct Evaluated<'s> {
    scheme: &'s Scheme,
    opened: Opened,
    outcome: Outcome,
}

impl<'s> Evaluated<'s> {
    fn of(scheme: &'s Scheme, opened: Opened) -> Self {
        let outcome = evaluate(scheme, opened.facts());
        Self { scheme, opened, outcome }
    }

    fn open(scheme: &'s Scheme, facts: &Json) -> Self {
        Self::of(scheme, Opened::open(scheme, &facts.to_string()))
    }

    /// The outcome as the boundary tells it.
    fn teller(&self, language: Language) -> Teller<'_> {
        Teller::new(self.scheme, self.opened.facts(), &self.outcome, language)
    }

    /// Every figure, by step and row.
    fn figures(&self) -> BTreeMap<(String, usize), Figure> {
        let steps = self.teller(Language::English).outcome("").steps;
        let rows = |step: crate::wire::StepFigures| {
            let figures = step.figures.into_iter().enumerate();
            figures.map(move |(row, figure)| ((step.step.clone(), row), figure)).collect::<Vec<_>>()
        };
        steps.into_iter().flat_map(rows).collect()
    }

    /// What is known of every figure: its value, or its interval, or that there is none.
    fn values(&self) -> BTreeMap<(String, usize), String> {
        let figures = self.figures().into_iter();
        figures.map(|(place, figure)| (place, value(&figure))).collect()
    }
}

/// What is known of a figure. Of several faults it carries only one, so that which one is left out.
fn value(figure: &Figure) -> String {
    format!("{:?} {:?} {:?} {:?}", figure.state, figure.value, figure.low, figure.high)
}
