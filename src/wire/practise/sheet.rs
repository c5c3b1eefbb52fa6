//! A calculation as a sheet of lines.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// A calculation as a sheet of lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Sheet {
    /// The lines in the order of calculation: each after those it uses.
    pub lines: Vec<Line>,
    /// The lines that the sheet ends in, by `figure`.
    #[serde(rename = "final")]
    pub finals: Vec<String>,
}

/// One figure of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The name of the line: `pool`, or `points[2]` for the row at position 2.
    pub figure: String,
    /// The step.
    pub step: String,
    /// Position of the row; null for a step of the whole scheme.
    pub row: Option<u32>,
    /// Name of the row.
    pub name: Option<String>,
    /// Title of the step.
    pub title: String,
    /// The unit of its figure.
    pub unit: Option<String>,
    /// The clause it comes from, of first-match rules that of the rule that applied; null where the clause is the
    /// blank, and where words are hidden.
    pub clause: Option<String>,
    /// The formula in words, as it reads with the choices that were made; of first-match rules one a line; empty where
    /// words are hidden.
    pub words: String,
    /// Who gets what is left when the parts of a shared pool are cut; null where nothing is shared, or the formula says so.
    pub leftover: Option<String>,
    /// The formula with the numbers put in; null where that would give away a blank.
    pub numbers: Option<String>,
    /// The figure as readers see it; null where it is the blank.
    pub shown: Option<String>,
    /// Whether it is given and not calculated here: the figure of somebody else, or one that takes no calculating.
    pub given: bool,
    /// What is filled in here; null where nothing is.
    pub blank: Option<BlankKind>,
    /// What to choose from; empty where a number is filled in.
    pub options: Vec<Offered>,
    /// To how many decimals a number that does not end is asked for; null where the figure is no number.
    pub places: Option<u32>,
    /// Whether it does not end, and lines after it use more of its digits than are shown and asked for.
    pub unrounded: bool,
    /// What the figure would be had every step before been rounded to its places; null where that is the same.
    pub every_step: Option<String>,
    /// The lines that it uses, by `figure`, in the order of its formula.
    pub after: Vec<String>,
}

/// What is filled in on a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum BlankKind {
    /// Its figure, a number.
    Number,
    /// The tier, band, option, row or truth that it comes to.
    Option,
    /// The clause that it comes from.
    Clause,
}

/// One of several things to choose from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Offered {
    /// What an answer names it by.
    pub id: String,
    /// What readers see.
    pub text: String,
}
