//! The result of a calculation: figures, totals, pools, notices, guard rails.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::problem::ProblemText;

/// One figure of an outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// `known`, `open` (a choice within a range is still to be made), or `failed`.
    pub state: FigureState,
    /// The exact value, in the step's unit; an option's or row's id; `true` or `false`; a date. Null unless known.
    pub value: Option<String>,
    /// What a reader sees: thousands separated, the option's title, `≈` before what does not end, the interval of
    /// an open figure, an empty text for a failed one.
    pub shown: String,
    /// Lowest value of an open figure.
    pub low: Option<String>,
    /// Highest value of an open figure.
    pub high: Option<String>,
    /// Code of the problem that made it fail, such as `division-by-zero`.
    pub fault: Option<String>,
    /// That problem in a sentence.
    pub message: Option<String>,
}

/// What is known about a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum FigureState {
    /// Its value.
    Known,
    /// Only an interval, until somebody chooses.
    Open,
    /// Nothing: `fault` says why.
    Failed,
}

/// The result of one calculation, whole: the form of `jixiao evaluate`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Outcome {
    /// Id of the scheme.
    pub scheme: String,
    /// SHA-256 of the scheme file.
    pub fingerprint: String,
    /// Version of the engine.
    pub engine: String,
    /// Every step's figures, in the order of the scheme.
    pub steps: Vec<StepFigures>,
    /// The same as in the summary.
    #[serde(flatten)]
    pub summary: Summary,
}

/// The figures of one step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StepFigures {
    /// The step.
    pub step: String,
    /// The roster or table of its rows.
    pub each: Option<String>,
    /// Names of the rows, in order; empty for a step of the whole scheme.
    pub rows: Vec<String>,
    /// One figure a row; a single one for a step of the whole scheme.
    pub figures: Vec<Figure>,
}

/// What a calculation says apart from the figures of the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Summary {
    /// Figures of the steps of the whole scheme.
    pub figures: Vec<StepFigure>,
    /// Totals over the rows of the steps that are totalled.
    pub totals: Vec<StepFigure>,
    /// Every pool that was shared, and how it closes.
    pub pools: Vec<Pool>,
    /// Flags of the scheme and notices of the engine.
    pub notices: Vec<Notice>,
    /// Guard rails.
    pub guards: Vec<GuardResult>,
    /// What is wrong with the facts, and why figures failed.
    pub problems: Vec<ProblemText>,
}

/// A step and one figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StepFigure {
    /// The step.
    pub step: String,
    /// The figure.
    pub figure: Figure,
}

/// How a shared pool closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Pool {
    /// The step that shares it.
    pub step: String,
    /// The row whose pool it is, when each has its own.
    pub row: Option<String>,
    /// The pool.
    pub pool: String,
    /// What was paid out.
    pub paid: String,
    /// What stays.
    pub left: String,
    /// The pool as readers see it, with its unit.
    pub pool_shown: String,
    /// What was paid out, as readers see it.
    pub paid_shown: String,
    /// What stays, as readers see it.
    pub left_shown: String,
    /// What was missing after every part was cut to the fen.
    pub residual: String,
    /// The sentence: "0.03 元 went to …, because …".
    pub sentence: String,
    /// Who received parts of the residual.
    pub to: Vec<String>,
}

/// A flag that was raised, or a notice of the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Notice {
    /// Id of the flag, or the engine's own: `negative-pool`, `band-hole`, `band-overlap`, `choice-open`.
    pub id: String,
    /// The code of the source inventory.
    pub code: Option<String>,
    /// `notice`, `warning`, `committee` or `sanction`.
    pub level: String,
    /// The flag's title, or the engine's sentence.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// The step that raised it (engine's own notices).
    pub step: Option<String>,
    /// The roster or table of the row.
    pub each: Option<String>,
    /// Position of the row.
    pub row: Option<u32>,
    /// Name of the row.
    pub name: Option<String>,
}

/// Whether a guard rail holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GuardResult {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// Whether it holds; null when that cannot be computed.
    pub holds: Option<bool>,
    /// Name of the first row for which it fails.
    pub first: Option<String>,
    /// For how many rows it fails.
    pub failures: u32,
}
