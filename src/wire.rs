//! The JSON forms of the boundary: what a page, another form or the command line sends and receives.
//!
//! Quantities are decimal text; what does not end is a fraction such as `62230/1677`.
//! Absent is `null`, never a missing key, in everything that leaves; in facts, keys may be left out.
//! Titles and sentences are in the language that was asked for.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

/// What is entered for one calculation: the form of a saved case, of `jixiao evaluate` and of `Scheme.open`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Facts {
    /// Id of the scheme they are for.
    pub scheme: Option<String>,
    /// Number of this form; 1 when left out.
    pub format: Option<u32>,
    /// The day for which dated values are taken, such as `2026-10-31`.
    pub on: Option<String>,
    /// Inputs by id.
    pub inputs: BTreeMap<String, FactValue>,
    /// The hospital's own values of parameters, by id; those left out keep the scheme's value.
    pub parameters: BTreeMap<String, FactValue>,
    /// Chosen options by choice.
    pub choices: BTreeMap<String, String>,
    /// The hospital's own tables: all rows of each table that was changed.
    pub tables: BTreeMap<String, Vec<FactRow>>,
    /// Rows of the rosters.
    pub rosters: BTreeMap<String, Vec<FactRow>>,
}

/// A row of a table or roster: `name` (roster) or `id` and `title` (table), and its columns.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type FactRow = BTreeMap<String, FactValue>;

/// An entered value: text, yes or no, or one text for each row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(untagged)]
pub enum FactValue {
    /// Yes or no.
    Truth(bool),
    /// A whole JSON number within ±(2^53 − 1); everything else is text.
    Whole(i64),
    /// A quantity, date, id or words, as typed.
    Text(String),
    /// For a `per` column: one value for each row of its table, by row id.
    Per(BTreeMap<String, String>),
}

/// Everything a form needs to know about a scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Description {
    /// Id of the scheme.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Group of the catalogue.
    pub group: String,
    /// What it is, in a sentence or two.
    pub about: Option<String>,
    /// Systems of the source inventory.
    pub implements: Vec<String>,
    /// Document of the source.
    pub document: Option<String>,
    /// Clause of the source.
    pub clause: Option<String>,
    /// Lines of the source.
    pub lines: Option<String>,
    /// SHA-256 of the scheme file, in hexadecimal.
    pub fingerprint: String,
    /// Whether values change at a date, so that facts must say `on`.
    pub dated: bool,
    /// Facts of the month.
    pub inputs: Vec<Field>,
    /// The hospital's own values.
    pub parameters: Vec<Field>,
    /// Readings and policies.
    pub choices: Vec<ChoiceForm>,
    /// Tables of the hospital's own values.
    pub tables: Vec<TableForm>,
    /// Lists to be filled in.
    pub rosters: Vec<RosterForm>,
    /// Steps in the order of the scheme.
    pub steps: Vec<StepForm>,
    /// Result tables, in order: of the scheme (`of` null) and of rosters and tables.
    pub outputs: Vec<OutputForm>,
    /// What the scheme does not calculate.
    pub gaps: Vec<GapText>,
    /// Misprints of the source.
    pub errata: Vec<ErratumText>,
}

/// A value to be entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// What may be entered.
    pub kind: FieldKind,
    /// The unit in words, such as 元/分; null for a plain number.
    pub unit: Option<String>,
    /// Least value.
    pub min: Option<String>,
    /// Greatest value.
    pub max: Option<String>,
    /// Whether fractions are refused.
    pub whole: bool,
    /// Most decimals.
    pub places: Option<u32>,
    /// What counts when nothing is entered (for the day of the facts, when it is dated).
    pub value: Option<String>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// The table for each of whose rows one value is entered.
    pub per: Option<String>,
    /// The table or roster whose rows may be chosen (kind `row`).
    pub one_of: Option<String>,
    /// The options (kind `option`).
    pub options: Vec<OptionText>,
    /// Why the source prints no value.
    pub unprinted: Option<String>,
}

/// What may be entered in a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// A number.
    Quantity,
    /// Yes or no.
    Truth,
    /// A day such as `2026-10-31`.
    Date,
    /// Words that nothing is calculated with.
    Words,
    /// A row of a table (by id) or roster (by name).
    Row,
    /// One of `options`, by id.
    Option,
}

/// An option of a field or choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OptionText {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
}

/// A choice between readings or policies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ChoiceForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// The options.
    pub options: Vec<OptionText>,
    /// The option that counts unless another is chosen; null when it must be chosen.
    pub default: Option<String>,
}

/// A table of the scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TableForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// `plain`, `tiers` or `bands`.
    pub kind: TableKind,
    /// The unit of the bounds, for tiers and bands.
    pub by: Option<String>,
    /// Whether rows may not be added and removed.
    pub fixed: bool,
    /// The table that its rows belong to.
    pub of: Option<String>,
    /// Its columns.
    pub columns: Vec<Field>,
    /// Its rows as the scheme has them.
    pub rows: Vec<TableRow>,
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub enum TableKind {
    /// Values by row.
    Plain,
    /// Cuts an amount.
    Tiers,
    /// Grades a score.
    Bands,
}

/// A row of a table as the scheme has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TableRow {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// The row of the table `of` that it belongs to.
    pub of: Option<String>,
    /// Lower bound of a tier or band.
    pub from: Option<String>,
    /// Upper bound, included.
    pub to: Option<String>,
    /// Upper bound, excluded.
    pub below: Option<String>,
    /// One value for each column; null where the source prints none.
    pub cells: Vec<Option<String>>,
}

/// A roster to be filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct RosterForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// Heading of the rows' names.
    pub name: String,
    /// The roster or table that its rows belong to: a column of the same id, by name or row id.
    pub of: Option<String>,
    /// Its columns (without the name and without `of`).
    pub columns: Vec<Field>,
}

/// A step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct StepForm {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// A sentence for the reader.
    pub note: Option<String>,
    /// The paragraph it comes from.
    pub clause: Option<String>,
    /// The roster or table for each of whose rows it has a value.
    pub each: Option<String>,
    /// What it yields.
    pub kind: FieldKind,
    /// The unit in words.
    pub unit: Option<String>,
    /// The formula in the reader's words (its rules, one a line).
    pub words: String,
    /// The formula as written in the scheme.
    pub formula: String,
    /// Whether result tables leave it out.
    pub inner: bool,
    /// Whether a total over the rows makes sense and is given in the outcome.
    pub totalled: bool,
}

/// A result table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct OutputForm {
    /// The roster or table; null for the values of the whole scheme.
    pub of: Option<String>,
    /// The steps, by id.
    pub steps: Vec<String>,
}

/// A clause that is not calculated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct GapText {
    /// Where it stands.
    pub clause: String,
    /// Its words.
    pub text: String,
    /// Why it is not calculated.
    pub why: String,
}

/// A misprint of the source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ErratumText {
    /// Its id in the inventory.
    pub id: String,
    /// Where it stands.
    pub place: String,
    /// What is printed.
    pub printed: String,
    /// What is right.
    pub right: String,
    /// Why.
    pub why: String,
}

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

/// A problem in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ProblemText {
    /// The stable code, such as `unknown-name`.
    pub code: String,
    /// What is wrong and why.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// Path into facts or figures, such as `rosters.nurse[2].shifts.night`; null for a place in the scheme file.
    pub path: Option<String>,
    /// First line in the scheme file, from 1; null for a path.
    pub line: Option<u32>,
    /// First column in that line, from 1, in UTF-16 units.
    pub column: Option<u32>,
    /// Length in UTF-16 units, within the line.
    pub length: Option<u32>,
    /// The text of that line.
    pub source: Option<String>,
}

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
