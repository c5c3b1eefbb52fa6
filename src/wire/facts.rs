//! Facts as a page, a file or another form sends them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::taken::TakenFrom;

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
    /// Where values were taken over from, by path, of a roster by column and name of the row
    /// (`rosters.month.score 一月`). Nothing is calculated with it.
    pub taken: BTreeMap<String, TakenFrom>,
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
