//! Questions the other way round: the JSON forms of their answers.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::compared::Amount;

/// Which values of a cell give a goal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SoughtText {
    /// The path of the cell.
    pub path: String,
    /// What the cell is called.
    pub title: String,
    /// Its unit in words.
    pub unit: String,
    /// The goal.
    pub goal: Amount,
    /// The least value of the range that was searched.
    pub low: String,
    /// The greatest value of that range.
    pub high: String,
    /// From one value to the next: one of the last decimal that a value may have.
    pub step: String,
    /// How many values were tried.
    pub tried: u32,
    /// Whether that is every value of the range. If not, values between those tried might give the goal as well.
    pub complete: bool,
    /// All values found that give the goal, ascending; empty where none does.
    pub intervals: Vec<FoundInterval>,
    /// The value whose figure is nearest below the goal.
    pub below: Option<FoundValue>,
    /// The value whose figure is nearest above the goal.
    pub above: Option<FoundValue>,
    /// All of it in sentences.
    pub sentence: String,
}

/// With which values of a cell a limit holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct KeptText {
    /// The path of the cell.
    pub path: String,
    /// What the cell is called.
    pub title: String,
    /// Its unit in words.
    pub unit: String,
    /// The least value of the range that was searched.
    pub low: String,
    /// The greatest value of that range.
    pub high: String,
    /// From one value to the next: one of the last decimal that a value may have.
    pub step: String,
    /// How many values were tried.
    pub tried: u32,
    /// Whether that is every value of the range. If not, it may hold for values between those tried, or not.
    pub complete: bool,
    /// Values with which the limit holds, ascending: the ranges nearest to the value as it is; empty where there is none.
    pub intervals: Vec<FoundInterval>,
    /// How many separate ranges were found in all.
    pub separate: u32,
    /// Where there is none, the value with which it is missed least.
    pub nearest: Option<String>,
    /// All of it in sentences.
    pub sentence: String,
}

/// Values that give a goal; the next one on either side does not, unless the range ends there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct FoundInterval {
    /// The least.
    pub from: String,
    /// The greatest.
    pub to: String,
    /// Whether the range that was searched begins here.
    pub at_low: bool,
    /// Whether that range ends here.
    pub at_high: bool,
}

/// A value and the figure that it gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct FoundValue {
    /// The value of the cell.
    pub value: String,
    /// The figure.
    pub figure: Amount,
}

/// What a tenth of each value does to a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Sensitivity {
    /// How many values the measure depends on.
    pub total: u32,
    /// The measure as it is; null where it has no value.
    pub figure: Option<Amount>,
    /// The values that were asked for, in the order of the scheme.
    pub rows: Vec<SensitivityRow>,
}

/// What a tenth of one value does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SensitivityRow {
    /// The path of the cell.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The table that it stands in.
    pub of: Option<String>,
    /// Its unit in words.
    pub unit: String,
    /// Its value.
    pub value: String,
    /// The step: a tenth of the value, at the decimals it may have.
    pub step: String,
    /// One step down; null where that value is refused.
    pub down: Option<SteppedText>,
    /// One step up.
    pub up: Option<SteppedText>,
}

/// What comes of a value that was changed by a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct SteppedText {
    /// The value.
    pub value: String,
    /// The measure; null where it cannot be computed.
    pub figure: Option<Amount>,
    /// How far that is from the measure as it is.
    pub difference: Option<Amount>,
    /// How many figures of the step are others.
    pub changed: u32,
}

/// Where one more unit of work lowers a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Cliffs {
    /// How many rows of work there are.
    pub total: u32,
    /// Those, among the rows that were asked for, whose work lowers a figure.
    pub rows: Vec<CliffText>,
}

/// A row whose figure is lower with one more unit of work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct CliffText {
    /// The row of the work.
    pub row: u32,
    /// Whose figure it is.
    pub name: String,
    /// The work that was entered.
    pub work: String,
    /// The figure as it is.
    pub before: Amount,
    /// The figure with one more unit of work.
    pub after: Amount,
    /// By how much it is lower.
    pub difference: Amount,
}
