//! From today's figure to that of a proposal: the part that each change has in the difference.
//!
//! A part is a Shapley value: what a change adds, averaged over all orders in which the changes could be made one after
//! the other. It depends on no order, the parts add up to the difference, and a change that never matters has none.

use super::cell::Cell;
use super::change::{Change, ValueChange};
use super::draft::{Draft, Trial};
use super::measure::Measure;
use super::reach::Reach;
use crate::exact::{Column, Exact, Rounding};
use crate::scheme::Scheme;
use crate::scheme::check::check;

/// The most changes that are averaged over all their orders; 2 to this power is how often the scheme is evaluated.
const MOST: usize = 8;

/// The most formulas that are averaged each on its own; 2 to this power is how many schemes are checked.
const MOST_FORMULAS: usize = 3;

/// How the parts were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// The Shapley value of every change.
    Shapley,
    /// The Shapley value of groups of changes: those of one table are one, and the smallest are taken together.
    Grouped,
}

/// The way from today's figure to that of the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waterfall {
    /// Today, in base units.
    pub before: Exact,
    /// In the proposal.
    pub after: Exact,
    /// The parts, in the order of the changes; those of changes without a part in it are left out.
    pub parts: Vec<Part>,
    /// How they were found.
    pub method: Method,
}

/// The part of some changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which of the changes, by position; more than one where they were taken together.
    pub changes: Vec<usize>,
    /// What they add, exactly, in base units.
    pub exact: Exact,
    /// The same in the measure's unit, rounded so that the parts add up to the rounded difference.
    pub rounded: Exact,
}

/// The part that each change has in the difference of a measure, which is one of today.
///
/// `places` are those that the parts are rounded to. None where the measure has no value today, in the proposal, or
/// with only some of the changes.
#[must_use]
pub fn waterfall(
    before: Draft<'_>,
    after: Draft<'_>,
    changes: &[Change],
    measure: &Measure,
    places: i32,
) -> Option<Waterfall> {
    let other = measure.counterpart(before.evaluated(), after.evaluated())?;
    let ends = [measure.value(before.outcome)?, other.value(after.outcome)?];
    let reaches = [Reach::of(before.scheme, measure.step), Reach::of(after.scheme, other.step)];
    let mut game = Game { before, after, changes, measures: [measure, &other], rules: Vec::new() };
    let reads = |change: &ValueChange| reaches[0].reads(change.before) || reaches[1].reads(change.after);
    let mut players: Vec<Vec<usize>> = Vec::new();
    let mut bounds: Vec<(usize, usize)> = Vec::new();
    let mut formulas: Vec<Vec<usize>> = Vec::new();
    let mut whole: Vec<usize> = Vec::new();
    for (at, change) in changes.iter().enumerate() {
        match change {
            Change::Value(change) if !reads(change) => {}
            // Where one tier ends another begins, so that the bounds of a table change together or not at all.
            Change::Value(ValueChange { before: Cell::Bound { table, .. }, .. }) => {
                join(&mut players, &mut bounds, *table, at);
            }
            Change::Value(_) => players.push(vec![at]),
            Change::Formula(_) => formulas.push(vec![at]),
            // How a figure is shown changes none.
            Change::Places(_) => {}
            _ => whole.push(at),
        }
    }
    if formulas.len() > MOST_FORMULAS {
        formulas = vec![formulas.concat()];
    }
    if whole.is_empty()
        && let Some(rules) = game.rewritten(&formulas)
    {
        game.rules = rules;
    } else {
        whole.extend(std::mem::take(&mut formulas).into_iter().flatten());
        whole.sort_unstable();
    }
    let room = MOST.saturating_sub(formulas.len()).saturating_sub(usize::from(!whole.is_empty()));
    let method = if players.len() > room { Method::Grouped } else { Method::Shapley };
    if players.len() > room {
        players = by_table(&players, changes);
    }
    if players.len() > room {
        players = game.largest(players, room, &ends[0])?;
    }
    let cells = players.len();
    players.append(&mut formulas);
    let mut values = game.values(&players, !whole.is_empty())?;
    if whole.is_empty() && values.last() != Some(&ends[1]) {
        // Something changes that no cell holds.
        let kept = cells.min(MOST.saturating_sub(1));
        let dropped = players.split_off(kept).concat();
        game.rules.clear();
        values = game.values(&players, true)?;
        players.push(dropped);
    } else if !whole.is_empty() {
        players.push(whole);
    }
    let exact = shapley(&values, players.len())?;
    let [first, last] = &ends;
    let unit = |number: &Exact| number.divided_by(measure.unit.factor()).ok();
    let difference = unit(&last.minus(first)?)?;
    let rounded = adding_up(&exact.iter().map(unit).collect::<Option<Vec<_>>>()?, &difference, places)?;
    let parts = players.into_iter().zip(exact).zip(rounded);
    let mut listed: Vec<Part> = Vec::new();
    for ((changes, exact), rounded) in parts.filter(|((_, exact), _)| !exact.is_zero()) {
        let at = listed.partition_point(|part| part.changes.first() < changes.first());
        listed.insert(at, Part { changes, exact, rounded });
    }
    let [before, after] = ends;
    Some(Waterfall { before, after, parts: listed, method })
}

/// A position as a number of bits.
fn cut(bit: usize) -> u32 {
    u32::try_from(bit).unwrap_or(u32::MAX)
}

/// Adds a change to the player that is known by a key, or makes it a new one.
fn join<K: PartialEq>(players: &mut Vec<Vec<usize>>, known: &mut Vec<(K, usize)>, key: K, change: usize) {
    let player = known.iter().find(|(other, _)| *other == key).map(|(_, player)| *player);
    match player.and_then(|player| players.get_mut(player)) {
        Some(player) => player.push(change),
        None => {
            known.push((key, players.len()));
            players.push(vec![change]);
        }
    }
}

/// The players with all changes of one table, input or parameter taken together.
fn by_table(players: &[Vec<usize>], changes: &[Change]) -> Vec<Vec<usize>> {
    let mut joined = Vec::new();
    let mut known: Vec<(&str, usize)> = Vec::new();
    for change in players.iter().flatten() {
        let Some(Change::Value(value)) = changes.get(*change) else { continue };
        // `tables.shift` of `tables.shift.night.value`
        let end = value.path.match_indices('.').nth(1).map_or(value.path.len(), |(end, _)| end);
        join(&mut joined, &mut known, value.path.get(..end).unwrap_or_default(), *change);
    }
    joined
}

/// Two variants, and the changes that lead from one to the other.
struct Game<'g> {
    before: Draft<'g>,
    after: Draft<'g>,
    changes: &'g [Change],
    /// The measure today and in the proposal.
    measures: [&'g Measure; 2],
    /// Today's scheme with every set of the formulas that are players of their own, by the bits of the set; they are
    /// the last players. Empty where none is.
    rules: Vec<Scheme>,
}

impl Game<'_> {
    /// Today's scheme with every set of some formulas of the proposal; none where one of these is no scheme.
    fn rewritten(&self, formulas: &[Vec<usize>]) -> Option<Vec<Scheme>> {
        if formulas.is_empty() {
            return Some(Vec::new());
        }
        let there = &self.after.scheme.document.steps;
        let sets = 1_usize.checked_shl(u32::try_from(formulas.len()).ok()?)?;
        let with = |set: usize| {
            let mut document = self.before.scheme.document.clone();
            let chosen = formulas
                .iter()
                .enumerate()
                .filter(|(bit, _)| set.checked_shr(cut(*bit)).unwrap_or(0) & 1 == 1);
            for change in chosen.flat_map(|(_, changes)| changes) {
                let Some(Change::Formula(at)) = self.changes.get(*change) else { continue };
                let step = document.steps.get_mut(*at)?;
                let other = there.iter().find(|other| other.id.text == step.id.text)?;
                step.body.clone_from(&other.body);
            }
            check(document).ok()
        };
        (0..sets).map(with).collect()
    }

    /// The measure with every set of players, by the bits of the set; with `whole` everything that is no player is
    /// one more, the last.
    fn values(&self, players: &[Vec<usize>], whole: bool) -> Option<Vec<Exact>> {
        let sets = 1_usize.checked_shl(u32::try_from(players.len()).ok()?)?;
        let all = sets.checked_sub(1)?;
        let mut values = self.of(Trial::of(self.before), self.measures[0], players, 0)?;
        if whole {
            values.extend(self.of(Trial::of(self.after), self.measures[1], players, all)?);
        }
        Some(values)
    }

    /// The measure with every set of players in a variant that has those of `set`.
    fn of(
        &self,
        mut trial: Trial<'_>,
        measure: &Measure,
        players: &[Vec<usize>],
        mut set: usize,
    ) -> Option<Vec<Exact>> {
        let sets = 1_usize.checked_shl(u32::try_from(players.len()).ok()?)?;
        let mut values = vec![Exact::ZERO; sets];
        let formulas = self.rules.len().checked_ilog2().unwrap_or(0);
        let cells = u32::try_from(players.len()).ok()?.checked_sub(formulas)?;
        let outcome = |trial: &Trial<'_>, set: usize| match self.rules.get(set.checked_shr(cells)?) {
            Some(scheme) => measure.value(&trial.outcome_in(scheme)),
            None => measure.value(&trial.outcome()),
        };
        *values.get_mut(set)? = outcome(&trial, set)?;
        for step in 1..sets {
            // From one set to the next a single player comes or goes, as in a Gray code.
            let bit = step.trailing_zeros();
            set ^= 1_usize.checked_shl(bit)?;
            let joins = set.checked_shr(bit)? & 1 == 1;
            self.switch(&mut trial, players.get(usize::try_from(bit).ok()?)?, joins);
            *values.get_mut(set)? = outcome(&trial, set)?;
        }
        Some(values)
    }

    fn switch(&self, trial: &mut Trial<'_>, player: &[usize], joins: bool) {
        for change in player {
            if let Some(Change::Value(change)) = self.changes.get(*change) {
                let [old, new] = &change.texts;
                trial.set(&change.path, if joins { new } else { old });
            }
        }
    }

    /// The players of which each alone does most, and one more of all others.
    fn largest(&self, players: Vec<Vec<usize>>, room: usize, today: &Exact) -> Option<Vec<Vec<usize>>> {
        let mut trial = Trial::of(self.before);
        let mut alone = Vec::with_capacity(players.len());
        for player in &players {
            self.switch(&mut trial, player, true);
            let value = self.measures[0].value(&trial.outcome())?;
            self.switch(&mut trial, player, false);
            alone.push(value.minus(today)?.absolute());
        }
        let ranks = Column::from_exacts(alone).ranks();
        let (mut largest, mut rest) = (Vec::with_capacity(room), Vec::new());
        for (player, rank) in players.into_iter().zip(ranks) {
            // Of players that do equally much the first stay on their own while there is room.
            if usize::try_from(rank).is_ok_and(|rank| rank < room) && largest.len().saturating_add(1) < room {
                largest.push(player);
            } else {
                rest.extend(player);
            }
        }
        largest.push(rest);
        Some(largest)
    }
}

/// The Shapley value of each player: what it adds to a set of the others, weighed by in how many of all orders
/// just this set comes before it.
fn shapley(values: &[Exact], players: usize) -> Option<Vec<Exact>> {
    let factorials: Vec<i64> = (0..=players)
        .scan(1_i64, |product, next| {
            *product = product.checked_mul(i64::try_from(next.max(1)).ok()?)?;
            Some(*product)
        })
        .collect();
    let parts = (0..players).map(|player| {
        let bit = 1_usize.checked_shl(u32::try_from(player).ok()?)?;
        let mut sum = Exact::ZERO;
        for (set, without) in values.iter().enumerate().filter(|(set, _)| set & bit == 0) {
            let size = usize::try_from(set.count_ones()).ok()?;
            let rest = players.checked_sub(size)?.checked_sub(1)?;
            let orders = factorials.get(size)?.checked_mul(*factorials.get(rest)?)?;
            let adds = values.get(set | bit)?.minus(without)?;
            sum = sum.plus(&adds.times(&Exact::from(orders))?)?;
        }
        sum.divided_by(&Exact::from(*factorials.get(players)?)).ok()
    });
    parts.collect()
}

/// Parts rounded so that they add up to the rounded sum: all cut down, and what is missing added where most was cut.
fn adding_up(parts: &[Exact], sum: &Exact, places: i32) -> Option<Vec<Exact>> {
    let step = Exact::power_of_ten(places.checked_neg()?)?;
    let mut rounded = Vec::with_capacity(parts.len());
    let mut cut = Vec::with_capacity(parts.len());
    let mut missing = sum.rounded(places, Rounding::HalfAwayFromZero)?;
    for part in parts {
        let low = part.rounded(places, Rounding::Down)?;
        cut.push(part.minus(&low)?.negated());
        missing = missing.minus(&low)?;
        rounded.push(low);
    }
    let count = usize::try_from(missing.divided_by(&step).ok()?.to_i64()?).ok()?;
    for at in Column::from_exacts(cut).ascending().into_iter().take(count) {
        let part = rounded.get_mut(usize::try_from(at).ok()?)?;
        *part = part.plus(&step)?;
    }
    Some(rounded)
}
