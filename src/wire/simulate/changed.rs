//! What a proposal changes, and the way from a figure of today to that of the proposal: the JSON forms.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::compared::Amount;

/// One thing that a proposal changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ChangeText {
    /// `value` (of a cell), `row-added`, `row-removed` (of a table), `day`, `rows` (other rows of a roster), `cells`
    /// (of a roster's rows), `formula`, `places` (decimals that are shown), `step-added` or `step-removed`.
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"value\" | \"row-added\" | \"row-removed\" | \"day\" | \"rows\" | \"cells\" | \"formula\" | \"places\" | \"step-added\" | \"step-removed\""
        )
    )]
    pub kind: &'static str,
    /// The path of the cell, for a `value`; of the row of a table (`tables.shift.extra`); of the first part of a step
    /// (`step.pay.formula`, `step.pay.places`).
    pub path: Option<String>,
    /// What it is called: 夜班; of a parameter its title.
    pub title: String,
    /// The table that it stands in.
    pub of: Option<String>,
    /// Today, as a reader sees it; null for what is no value.
    pub before: Option<String>,
    /// In the proposal.
    pub after: Option<String>,
    /// All of it: 班次係數「夜班」：2.5 → 3 分/班.
    pub sentence: String,
    /// Whether any figure of the step is another because of it; null where it cannot be told apart from other changes.
    pub effect: Option<bool>,
    /// Why it has none, where that is known: `unused` (no formula on the way to the step reads it), `nobody` (nobody
    /// has or did this), `unreached` (a much larger change does nothing either), `rounded` (a larger one would), `same`
    /// (the other formula or choice yields the same), `absorbed` (what follows takes the difference away), `shown` (only
    /// how many decimals are shown is another), `idle` (a much larger change does nothing either, and nothing says why).
    #[cfg_attr(
        target_arch = "wasm32",
        tsify(
            type = "\"unused\" | \"nobody\" | \"unreached\" | \"rounded\" | \"same\" | \"absorbed\" | \"shown\" | \"idle\" | null"
        )
    )]
    pub why: Option<&'static str>,
    /// That in a sentence.
    pub because: Option<String>,
}

/// The way from a figure of today to that of a proposal, by changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WaterfallText {
    /// Today.
    pub before: Amount,
    /// In the proposal.
    pub after: Amount,
    /// What the proposal changes.
    pub difference: Amount,
    /// What each change adds; changes that add nothing to this figure are left out.
    pub parts: Vec<WaterfallPart>,
    /// `shapley`, or `shapley-grouped` where there are so many changes that some were taken together.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"shapley\" | \"shapley-grouped\""))]
    pub method: &'static str,
    /// How the parts were found, in a sentence.
    pub note: String,
}

/// What some changes add.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct WaterfallPart {
    /// Which of the changes, by position in the list of changes; several where they were taken together, none for
    /// what no cell holds.
    pub changes: Vec<u32>,
    /// The changes in words.
    pub title: String,
    /// What they add, rounded; all parts add up to the rounded difference.
    pub amount: Amount,
    /// The same exactly.
    pub exact: String,
    /// Today's figure, rounded, with this part and all before it: where its bar ends.
    pub until: String,
}
