//! What a form needs to know about a scheme.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::taken::OriginForm;

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
    /// Steps of other schemes that it may be taken over from.
    pub from: Vec<OriginForm>,
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
    /// What its rows are counted in, in words; null where they are plain things.
    pub unit: Option<String>,
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
