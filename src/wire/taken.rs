//! What was taken over from another scheme, in the reader's language.

use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::problem::ProblemText;
use crate::evaluate::facts;
use crate::language::{Language, Vocabulary};
use crate::scheme::Scheme;

/// A step of another scheme that a field may take its value from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OriginForm {
    /// Id of the other scheme.
    pub scheme: String,
    /// Id of its step.
    pub step: String,
}

/// What was taken over from another scheme, and what could not be.
#[derive(Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TakenOver {
    /// The cells that were entered.
    pub cells: Vec<TakenCell>,
    /// Everything that could not be taken over, each at its place in the facts.
    pub problems: Vec<ProblemText>,
}

/// A cell that was entered.
#[derive(Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TakenCell {
    /// Its path, such as `inputs.annual` or `rosters.month[2].score`.
    pub path: String,
    /// What was entered: exact text.
    pub text: String,
    /// Where it comes from: the scheme and its step, in words.
    pub title: String,
}

/// What a saved case remembers of a value that was taken over; it says so only while the value is still that one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TakenFrom {
    /// Where it comes from, in words.
    pub title: String,
    /// What was entered.
    pub text: String,
}

impl TakenOver {
    /// The words for what was taken over from `other`.
    #[must_use]
    pub fn of(taken: facts::TakenOver, other: &Scheme, language: Language) -> Self {
        let document = &other.document;
        let reader = document.in_language(language);
        let title = |step: usize| {
            let step = document.steps.get(step).map(|step| reader.words(&step.texts.title));
            format!("{} · {}", reader.words(&document.title), step.unwrap_or_default())
        };
        let cell =
            |cell: facts::TakenCell| TakenCell { title: title(cell.step), path: cell.path, text: cell.text };
        let problems = taken.problems.iter().map(|problem| ProblemText::of(problem, None, &reader)).collect();
        Self { cells: taken.cells.into_iter().map(cell).collect(), problems }
    }
}
