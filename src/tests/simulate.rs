//! Claims about a change before it is adopted, on the examples of shipped schemes.

mod asking;
mod changing;
mod comparing;
mod grading;
mod keeping;
mod replaying;
mod rewriting;

use std::path::Path;

use super::cases::cases;
use crate::evaluate::facts::{Evaluated, Opened};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::simulate::{Comparison, Draft};
use crate::wire::{Comparer, Teller};

/// A scheme with facts and their outcome.
struct Variant {
    scheme: Scheme,
    opened: Opened,
    outcome: Outcome,
}

/// Cells by their paths, and what is typed into them.
type Cells = &'static [(&'static str, &'static str)];

/// The schemes that the claims are tried on, each with a step of numbers and what a proposal changes.
const TRIED: [(&str, &str, Cells); 4] = [
    ("ultrasound", "pay", &[("parameters.title_share", "25"), ("tables.item.heart.value", "3")]),
    ("ward-nurses", "pay", &[("tables.shift.night.value", "3.0")]),
    ("general-surgery", "pay", &[("parameters.praise", "50"), ("tables.grade.leader.coefficient", "1.5")]),
    ("annual-rating", "month_score", &[("tables.item.record.weight", "200")]),
];

impl Variant {
    /// A scheme with its example.
    fn example(scheme: &str) -> Self {
        let folder = Path::new("schemes").join(scheme);
        let example = cases(&folder).into_iter().find(|(_, case)| case.example).unwrap().1;
        Self::of(super::cases::scheme(&folder), &example.facts.to_string())
    }

    fn of(scheme: Scheme, facts: &str) -> Self {
        let opened = Opened::open(&scheme, facts);
        let outcome = evaluate(&scheme, opened.facts());
        Self { scheme, opened, outcome }
    }

    /// The same facts with some cells typed anew.
    fn with(&self, cells: &[(&str, &str)]) -> Self {
        let mut opened = self.opened.clone();
        for (path, text) in cells {
            opened.set(&self.scheme, path, text).unwrap();
        }
        let outcome = evaluate(&self.scheme, opened.facts());
        Self { scheme: self.scheme.clone(), opened, outcome }
    }

    fn side(&self) -> Evaluated<'_> {
        Evaluated { scheme: &self.scheme, facts: self.opened.facts(), outcome: &self.outcome }
    }

    fn draft(&self) -> Draft<'_> {
        Draft { scheme: &self.scheme, opened: &self.opened, outcome: &self.outcome }
    }

    fn teller(&self, language: Language) -> Teller<'_> {
        Teller::new(&self.scheme, self.opened.facts(), &self.outcome, language)
    }

    fn step(&self, id: &str) -> usize {
        let steps = &self.scheme.document.steps;
        steps.iter().position(|step| step.id.text == id).unwrap_or_else(|| panic!("no step {id}"))
    }

    fn compared(&self, proposal: &Self, step: &str) -> Comparison {
        Comparison::of(self.side(), proposal.side(), self.step(step))
    }

    /// What `ask` learns of the comparison with a proposal.
    fn told<T>(&self, proposal: &Self, step: &str, ask: impl FnOnce(&Comparer<'_>) -> T) -> T {
        let compared = self.compared(proposal, step);
        let language = Language::English;
        ask(&Comparer::new(self.teller(language), proposal.teller(language), &compared))
    }
}
