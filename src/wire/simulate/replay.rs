//! Proposals tried over several months, told in the reader's words.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::compare::{amount, change, percent};
use super::compared::Amount;
use crate::exact::{Column, Comparison as Order, Exact};
use crate::simulate::{Comparison, Replay, Whole};
use crate::unit::Unit;

/// A proposal in one month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReplayedMonth {
    /// How many rows the month has.
    pub rows: u32,
    /// How many of them have a number on both sides.
    pub counted: u32,
    /// The sum over all rows by today's rules; null where one has no number.
    pub before: Option<Amount>,
    /// The same by those of the proposal.
    pub after: Option<Amount>,
    /// What the proposal changes, over the rows that are counted.
    pub difference: Option<Amount>,
    /// That in percent of today's sum over them.
    pub percent: Option<String>,
    /// How many rows gain.
    pub gains: u32,
    /// How many rows lose.
    pub losses: u32,
    /// For a step that yields no number: how many rows come to another result.
    pub moved: u32,
}

/// The rows of a month that belong to nobody, because their name is empty or stands in another row, too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReplayedNames {
    /// How many rows the month has.
    pub rows: u32,
    /// Rows without a name.
    pub nameless: Vec<u32>,
    /// Names that stand in more than one row.
    pub repeated: Vec<RepeatedName>,
}

/// A name that stands in more than one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct RepeatedName {
    /// The name.
    pub name: String,
    /// Its rows.
    pub rows: Vec<u32>,
}

/// A proposal over all months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ReplayedWhole {
    /// How many people there are in all.
    pub people: u32,
    /// How many of them stand in every month.
    pub always: u32,
    /// How many have no number in a month in which they stand.
    pub missing: u32,
    /// The sum over all people and months by today's rules.
    pub before: Option<Amount>,
    /// The same by those of the proposal.
    pub after: Option<Amount>,
    /// What the proposal changes.
    pub difference: Option<Amount>,
    /// That in percent.
    pub percent: Option<String>,
    /// How many people gain over all months.
    pub gains: u32,
    /// How many lose.
    pub losses: u32,
    /// Who gains most, by the position among the people; null where nobody gains.
    pub largest_gain: Option<ReplayedPerson>,
    /// Who loses most.
    pub largest_loss: Option<ReplayedPerson>,
    /// What of today's sum belongs to nobody.
    pub rest_before: Option<Amount>,
    /// What of the change belongs to nobody.
    pub rest_difference: Option<Amount>,
}

/// Somebody over all months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct ReplayedPerson {
    /// The position among the people.
    pub at: u32,
    /// The name.
    pub name: String,
    /// What the proposal changes.
    pub difference: Amount,
    /// That in percent.
    pub percent: Option<String>,
}

impl ReplayedMonth {
    /// What a comparison of one month says.
    #[must_use]
    pub fn of(compared: &Comparison, rows: u32, moved: u32, unit: &Unit) -> Self {
        let totals = compared.totals();
        let (gains, losses) = compared.gains_and_losses();
        Self {
            rows,
            counted: compared.count(),
            before: compared.sums[0].as_ref().map(|sum| amount(sum, unit)),
            after: compared.sums[1].as_ref().map(|sum| amount(sum, unit)),
            difference: totals.difference.as_ref().map(|sum| change(sum, unit)),
            percent: share(totals.before.as_ref(), totals.difference.as_ref()),
            gains,
            losses,
            moved,
        }
    }
}

impl ReplayedNames {
    /// Who cannot be named in a month.
    #[must_use]
    pub fn of(replay: &Replay, month: usize) -> Option<Self> {
        let month = replay.months().get(month)?;
        let repeated = month.repeated.iter();
        let repeated = repeated.map(|one| RepeatedName { name: one.name.clone(), rows: one.rows.clone() });
        Some(Self { rows: month.rows(), nameless: month.nameless.clone(), repeated: repeated.collect() })
    }
}

impl ReplayedWhole {
    /// What all months together say.
    #[must_use]
    pub fn of(replay: &Replay, whole: &Whole, unit: &Unit) -> Self {
        let [before, after, difference] = [&whole.before, &whole.after, &whole.difference].map(Column::sum);
        let rest = |at: usize| whole.rest.as_ref().and_then(|rest| rest.get(at));
        let with_rest =
            |sum: Option<&Exact>, at: usize| sum.zip(rest(at)).and_then(|(sum, rest)| sum.plus(rest));
        let [before, after, difference] =
            [(before, 0), (after, 1), (difference, 2)].map(|(sum, at)| with_rest(sum.as_ref(), at));
        let count = |order| {
            let holds = whole.difference.compare_exact(order, &Exact::ZERO);
            counted(holds.into_iter().filter(|holds| *holds).count())
        };
        let (gains, losses) = (count(Order::More), count(Order::Less));
        let extreme = |wanted: Option<Exact>, some: u32| {
            let wanted = wanted.filter(|_| some > 0)?;
            let at = whole.difference.compare_exact(Order::Equal, &wanted).into_iter().position(|is| is)?;
            Some(ReplayedPerson {
                at: counted(at),
                name: replay.people().get(at)?.clone(),
                difference: change(&wanted, unit),
                percent: share(whole.before.at(at).as_ref(), Some(&wanted)),
            })
        };
        let all = counted(replay.months().len());
        let standing = whole.months.iter().zip(&whole.missing);
        let always = standing.filter(|(months, missing)| months.checked_add(**missing) == Some(all)).count();
        Self {
            people: counted(replay.people().len()),
            always: counted(always),
            missing: counted(whole.missing.iter().filter(|missing| **missing > 0).count()),
            percent: share(before.as_ref(), difference.as_ref()),
            before: before.map(|sum| amount(&sum, unit)),
            after: after.map(|sum| amount(&sum, unit)),
            difference: difference.map(|sum| change(&sum, unit)),
            gains,
            losses,
            largest_gain: extreme(whole.difference.largest(), gains),
            largest_loss: extreme(whole.difference.smallest(), losses),
            rest_before: rest(0).map(|sum| amount(sum, unit)),
            rest_difference: rest(2).map(|sum| change(sum, unit)),
        }
    }
}

/// A column over all people as text, one a line, in the step's unit: `name`, `months` (in how many they have numbers),
/// `missing` (in how many they have none), `before`, `after`, `difference`, `percent` (rounded).
#[must_use]
pub fn replayed_lines(replay: &Replay, whole: &Whole, unit: &Unit, column: &str) -> Option<String> {
    let mut text = String::new();
    match column {
        "name" => replay.people().iter().for_each(|name| line(&mut text, &name.replace('\n', " "))),
        "months" => whole.months.iter().for_each(|months| line(&mut text, &months.to_string())),
        "missing" => whole.missing.iter().for_each(|missing| line(&mut text, &missing.to_string())),
        "before" => numbers(&whole.before, unit, &mut text),
        "after" => numbers(&whole.after, unit, &mut text),
        "difference" => numbers(&whole.difference, unit, &mut text),
        "percent" => {
            for (before, difference) in whole.before.values().zip(whole.difference.values()) {
                line(&mut text, &share(Some(&before), Some(&difference)).unwrap_or_default());
            }
        }
        _ => return None,
    }
    Some(text)
}

/// The numbers of everybody in one month, one a line, in the step's unit: `before`, `after` or `difference`; an empty
/// line for who has none. None where there is no such column, month or proposal.
#[must_use]
pub fn replayed_month(replay: &Replay, at: [usize; 2], unit: &Unit, column: &str) -> Option<String> {
    let place = ["before", "after", "difference"].into_iter().position(|one| one == column)?;
    let (persons, columns) = replay.month(at[0], at[1])?;
    let mut rows = vec![None; replay.people().len()];
    for (row, person) in persons.iter().enumerate() {
        if let Some(place) = usize::try_from(*person).ok().and_then(|person| rows.get_mut(person)) {
            *place = Some(row);
        }
    }
    let mut own = String::new();
    numbers(columns.get(place)?, unit, &mut own);
    let own: Vec<&str> = own.lines().collect();
    let mut text = String::with_capacity(own.len().saturating_mul(9));
    for row in rows {
        line(&mut text, row.and_then(|row| own.get(row)).copied().unwrap_or_default());
    }
    Some(text)
}

fn numbers(column: &Column, unit: &Unit, text: &mut String) {
    if unit.is_base() {
        column.texts_into(text);
    } else {
        column.divided_by_exact(unit.factor()).0.texts_into(text);
    }
}

fn line(text: &mut String, words: &str) {
    text.push_str(words);
    text.push('\n');
}

/// A change in percent of what was there before.
fn share(before: Option<&Exact>, difference: Option<&Exact>) -> Option<String> {
    percent(difference?.times(&Exact::from(100))?.divided_by(&before?.absolute()).ok())
}

fn counted(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
