//! Formulas that a proposal may write anew, and what is wrong with those it wrote: the JSON forms.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use crate::language::Vocabulary;
use crate::problem::Problem;
use crate::scheme::revise::{Revision, Spot};
use crate::wire::ProblemText;

/// A step with the parts that may be written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct StepParts {
    /// Its id.
    pub step: String,
    /// Its title.
    pub title: String,
    /// Title of the roster or table for each of whose rows it has a value.
    pub rows: Option<String>,
    /// Its formula, or its rules one after the other; last, of a quantity, how many decimals are shown.
    pub parts: Vec<PartText>,
}

/// A part of a step that may be written anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct PartText {
    /// Where it stands: `step.pay.formula`, `step.ceiling.rule.0.when`, `step.pay.places`.
    pub path: String,
    /// What it is.
    pub kind: PartKind,
    /// Which rule it belongs to, from 1.
    pub rule: Option<u32>,
    /// As it is written.
    pub text: String,
    /// In the reader's words.
    pub words: String,
    /// How it rounds, when that is the last that it does.
    pub rounding: Option<RoundingText>,
}

/// What a part of a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum PartKind {
    /// The formula of a step without rules.
    Formula,
    /// When a rule applies.
    When,
    /// What a rule yields.
    Then,
    /// How many decimals are shown.
    Places,
}

/// How a formula rounds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct RoundingText {
    /// The function that rounds, such as `round` or `floor`.
    pub function: String,
    /// To how many places.
    pub places: String,
    /// The formula of what is rounded.
    pub of: String,
}

/// Something wrong with a part that was written anew, or with what depends on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct RevisionProblem {
    /// What is wrong.
    pub problem: ProblemText,
    /// The part that it stands in; null where it stands elsewhere in the file.
    pub part: Option<String>,
    /// Where in its text, in UTF-16 units.
    pub start: Option<u32>,
    /// Where that ends.
    pub end: Option<u32>,
}

impl RevisionProblem {
    /// Everything that is wrong with a revision.
    #[must_use]
    pub fn all(revision: &Revision, reader: &dyn Vocabulary) -> Vec<Self> {
        let told = |problem: &Problem| {
            let spot = revision.spot(problem);
            let at = |place: fn(&Spot) -> usize| u32::try_from(place(spot.as_ref()?)).ok();
            Self {
                problem: ProblemText::of(problem, Some(&revision.text), reader),
                start: at(|spot| spot.start),
                end: at(|spot| spot.end),
                part: spot.as_ref().map(|spot| spot.path.clone()),
            }
        };
        revision.scheme.as_ref().err().map(|problems| problems.iter().map(told).collect()).unwrap_or_default()
    }
}
