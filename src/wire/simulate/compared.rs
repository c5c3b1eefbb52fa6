//! Two variants compared: the JSON forms.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::super::outcome::Figure;
use super::super::problem::ProblemText;

/// An amount that may be above or below zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Amount {
    /// Exactly, in the step's unit.
    pub value: String,
    /// What a reader sees, with `+` or `−` where it says what changes.
    pub shown: String,
}

/// What a proposal does to a step, apart from the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct Compared {
    /// The step.
    pub step: String,
    /// Its title.
    pub title: String,
    /// Its unit in words; null for a plain number and for what is no number.
    pub unit: Option<String>,
    /// The roster or table of its rows.
    pub each: Option<String>,
    /// `position` when both variants list the same names in the same order, else `name`.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "\"position\" | \"name\""))]
    pub matching: &'static str,
    /// How many rows there are to page through: those of today, then those that only the proposal has.
    pub rows: u32,
    /// Sums over the rows that have a number on both sides. A sum over rates says nothing: see `totalled`.
    pub matched: ComparedSums,
    /// The sum over all rows today (the budget), also of those that the proposal does not have; null where one has
    /// no number.
    pub budget_before: Option<Amount>,
    /// The same in the proposal.
    pub budget_after: Option<Amount>,
    /// Whether sums over the rows say something.
    pub totalled: bool,
    /// How many rows gain.
    pub gains: u32,
    /// How many rows lose.
    pub losses: u32,
    /// How many rows stay as they are.
    pub unchanged: u32,
    /// The row that gains most, by its place among the rows of this comparison; null when none gains.
    pub largest_gain: Option<ComparedRow>,
    /// The row that loses most.
    pub largest_loss: Option<ComparedRow>,
    /// Rows counted by what changes for them in percent, from the largest loss to the largest gain.
    pub bands: Vec<ComparedBand>,
    /// Rows that gain or lose and have nothing today, so that no band counts them.
    pub from_nothing: u32,
    /// How unequal today's figures are.
    pub spread_before: SpreadText,
    /// How unequal those of the proposal are.
    pub spread_after: SpreadText,
    /// Every pool that is shared today or in the proposal.
    pub pools: Vec<ComparedPool>,
    /// For a step that yields no number: how many rows go from which result to which.
    pub moves: Vec<MoveText>,
    /// Rows without a counterpart, and what cannot be compared.
    pub problems: Vec<ProblemText>,
}

/// Sums today and in the proposal; null where a sum cannot be held exactly.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparedSums {
    /// How many rows.
    pub count: u32,
    /// Today.
    pub before: Option<Amount>,
    /// In the proposal.
    pub after: Option<Amount>,
    /// What the proposal changes.
    pub difference: Option<Amount>,
    /// That in percent of today's sum, rounded to two decimals; null where that is zero.
    pub percent: Option<String>,
}

/// One row today and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparedRow {
    /// Its place among the rows of the comparison.
    pub at: u32,
    /// Its name.
    pub name: String,
    /// Its row today; null when only the proposal has it.
    pub row_before: Option<u32>,
    /// Its row in the proposal.
    pub row_after: Option<u32>,
    /// Its figure today.
    pub before: Option<Figure>,
    /// Its figure in the proposal.
    pub after: Option<Figure>,
    /// What the proposal changes; null unless both figures are numbers that are known.
    pub difference: Option<Amount>,
    /// That in percent of today's figure, rounded to two decimals.
    pub percent: Option<String>,
    /// Its place today, 1 for the highest figure; null without a number.
    pub rank_before: Option<u32>,
    /// Its place in the proposal.
    pub rank_after: Option<u32>,
}

/// Rows whose change lies in a band.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparedBand {
    /// The least change, in percent; null in the lowest band.
    pub from: Option<String>,
    /// The change that the next band begins with; null in the highest.
    pub below: Option<String>,
    /// How many rows; rows for which nothing changes are in no band.
    pub count: u32,
    /// What changes for all of them.
    pub difference: Option<Amount>,
}

/// Rows whose figures lie in a class, today and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct ClassText {
    /// The least figure.
    pub from: Amount,
    /// The figure that the next class begins with.
    pub below: Amount,
    /// How many rows today.
    pub before: u32,
    /// How many rows in the proposal.
    pub after: u32,
}

/// How unequal figures are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct SpreadText {
    /// The Gini coefficient, rounded to four decimals; null where a figure is below zero or all are zero.
    pub gini: Option<String>,
    /// The 10th percentile, by nearest rank.
    pub tenth: Option<Amount>,
    /// The 90th percentile, by nearest rank.
    pub ninetieth: Option<Amount>,
    /// The 90th through the 10th, rounded to two decimals; null where the 10th is not above zero.
    pub ratio: Option<String>,
}

/// How a pool closes today and in the proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparedPool {
    /// The step that shares it.
    pub step: String,
    /// The title of that step.
    pub title: String,
    /// The row whose pool it is, when each has its own.
    pub row: Option<String>,
    /// Today; null when only the proposal shares it.
    pub before: Option<PoolAmounts>,
    /// In the proposal.
    pub after: Option<PoolAmounts>,
}

/// The amounts of a pool.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct PoolAmounts {
    /// The pool.
    pub pool: Amount,
    /// What was paid out.
    pub paid: Amount,
    /// What stays.
    pub left: Amount,
    /// What was missing after every part was cut to the fen.
    pub residual: Amount,
}

/// Rows that go from one result to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct MoveText {
    /// Today's result in words; null where there is none.
    pub before: Option<String>,
    /// That of the proposal.
    pub after: Option<String>,
    /// How many rows.
    pub count: u32,
    /// Whether they stay at the same result.
    pub same: bool,
}

/// What changes for the rows of one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ComparedGroup {
    /// Id of the option or row that they share, `true` or `false`; null where nothing is entered.
    pub id: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Sums over them.
    pub sums: ComparedSums,
    /// How many gain.
    pub gains: u32,
    /// How many lose.
    pub losses: u32,
}

/// Whether a limit holds for a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct LimitResult {
    /// Whether it holds; null where a figure is missing and no other breaks it.
    pub holds: Option<bool>,
    /// What the least that is allowed amounts to; null for percents, and where nothing is the least.
    pub least: Option<Amount>,
    /// What the most that is allowed amounts to.
    pub most: Option<Amount>,
    /// By how much a total is beyond it; null where it holds, and for what is about each row.
    pub beyond: Option<Amount>,
    /// The first row for which it fails; null for a total.
    pub first: Option<ComparedRow>,
    /// For how many rows it fails.
    pub failures: u32,
    /// Their places among the rows of the comparison.
    pub rows: Vec<u32>,
}
