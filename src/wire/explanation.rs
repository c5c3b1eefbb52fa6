//! How one figure came about.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::outcome::Figure;

/// How one figure came about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Explanation {
    /// The step.
    pub step: String,
    /// The roster or table of the row.
    pub each: Option<String>,
    /// Position of the row.
    pub row: Option<u32>,
    /// Name of the row.
    pub name: Option<String>,
    /// Title of the step.
    pub title: String,
    /// The figure.
    pub figure: Figure,
    /// Its unit in words.
    pub unit: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// For first-match rules: which applied, counted from 1, and its condition in words (null for the last).
    pub rule: Option<RuleApplied>,
    /// The formula in the reader's words.
    pub words: String,
    /// The same with the numbers put in.
    pub numbers: String,
    /// What rounding dropped: `exact` minus the figure; null when nothing was dropped.
    pub dropped: Option<String>,
    /// The value before the last rounding, when something was dropped.
    pub exact: Option<String>,
    /// What rounding dropped, as readers see it: to six places where it does not end.
    pub dropped_shown: Option<String>,
    /// The value before the last rounding, as readers see it.
    pub exact_shown: Option<String>,
    /// For a shared pool: the sentence about its residual.
    pub residual: Option<String>,
    /// The values that went in, in the order of the formula, each once.
    pub operands: Vec<Operand>,
    /// Readings that the formula asks for and what was chosen.
    pub readings: Vec<Reading>,
}

/// The first rule that applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RuleApplied {
    /// Its number, from 1.
    pub number: u32,
    /// Its condition in words; null for the last, which applies always.
    pub when: Option<String>,
    /// Its paragraph.
    pub clause: Option<String>,
    /// A sentence for the reader.
    pub note: Option<String>,
}

/// A value that went into a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Operand {
    /// What it is.
    pub kind: OperandKind,
    /// Its path: `inputs.pool`, `parameters.post_wage`, `tables.shift.night.value`, `rosters.nurse[2].shifts.night`,
    /// `step.points[2]`, or for a list `step.points`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// Name of its row.
    pub name: Option<String>,
    /// Its value; for a list, null.
    pub figure: Option<Figure>,
    /// Its unit in words.
    pub unit: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// For a step: what to explain next.
    pub step: Option<String>,
    /// The row to explain next.
    pub row: Option<u32>,
    /// For a list: its members (at most 200), each to be explained in turn.
    pub members: Vec<Operand>,
    /// For a list: how many members there are.
    pub count: u32,
}

/// What an operand is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum OperandKind {
    /// An input.
    Input,
    /// A parameter.
    Parameter,
    /// A cell of a table.
    Table,
    /// A cell of a roster.
    Roster,
    /// A figure of a step.
    Step,
    /// Several of one kind.
    List,
}

/// A choice that a formula asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// The choice.
    pub choice: String,
    /// Its title.
    pub title: String,
    /// Title of the chosen option; null when none is chosen.
    pub option: Option<String>,
    /// A sentence on that option.
    pub note: Option<String>,
}
