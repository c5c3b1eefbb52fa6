//! What came of a sheet: every answer with its verdict, and of a planted mistake whether it was found.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::sheet::Sheet;

/// The marked answers of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Marking {
    /// One for each blank, in the order of the sheet.
    pub lines: Vec<Marked>,
    /// How many are right, the same number, or right from an earlier wrong one.
    pub right: u32,
    /// How many blanks there are.
    pub of: u32,
}

/// A marked answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Marked {
    /// The line.
    pub figure: String,
    /// What was typed or chosen.
    pub typed: String,
    /// What it is.
    pub verdict: Verdict,
    /// Why it cannot be read.
    pub problem: Option<String>,
    /// Where to look, without the figure; null where nothing is wrong.
    pub hint: Option<String>,
    /// The right answer.
    pub expected: String,
    /// How it comes about.
    pub working: String,
    /// The mistakes that give the answer, one for each line where they could have been made, likeliest first.
    pub diagnoses: Vec<Diagnosis>,
}

/// What an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The right one.
    Right,
    /// The same number, otherwise written, or not rounded.
    Same,
    /// Right from an earlier wrong figure.
    Carried,
    /// Another.
    Wrong,
    /// Nothing was typed.
    Empty,
    /// What was typed is no answer.
    Unreadable,
}

/// A mistake that gives an answer, with the others in the same line that give the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Diagnosis {
    /// Its kind, such as `rounded-early`; of several the likeliest.
    pub kind: String,
    /// The line in whose calculation it was made.
    pub at: String,
    /// What was done wrong, with the figures; of several one after the other.
    pub sentence: String,
    /// The clause that says how it is done.
    pub clause: Option<String>,
}

/// A finished sheet with one mistake in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Planted {
    /// All figures are shown; one is wrong, and those behind it go on from there.
    pub sheet: Sheet,
    /// The kinds of mistakes to choose from.
    pub kinds: Vec<KindText>,
}

/// A kind of mistake in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct KindText {
    /// The kind.
    pub kind: String,
    /// What readers call it.
    pub text: String,
}

/// What somebody found of a planted mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Judged {
    /// Whether it is the line.
    pub place: bool,
    /// Whether such a mistake gives the figure of the line.
    pub kind: bool,
    /// What is wrong, and where.
    pub sentence: String,
    /// The clause that says how it is done.
    pub clause: Option<String>,
    /// The right figure.
    pub right: String,
}
