//! Goal seek: which values of a cell make a measure equal to a goal, or keep a proposal within a limit.
//!
//! Nothing is taken for granted about how the measure follows the cell. Where the range holds few values, all are tried.
//! Otherwise values spread evenly are tried first; wherever two neighbours differ in whether they are below the goal, on
//! it or above it, the place where that changes is found exactly, down to two neighbouring values. Where the measure
//! jumps over the goal there, as one does that rises by fen and falls by yuan, the values around it are tried one by one.
//! Where no value meets the goal and nobody said how many decimals a value has, values with more decimals are tried.

use std::cmp::Ordering;

use super::aim::{Aim, Within};
use super::cell::Cell;
use super::draft::{Draft, Trial};
use super::measure::Measure;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding, Sign};
use crate::scheme::document::Entry;

/// A range with no more values than this is tried whole.
const ALL: i64 = 256;
/// How many values of a larger range are tried at first.
const FIRST: i64 = 128;
/// How many values within an answer are tried besides.
const WITHIN: i64 = 16;
/// How many values on either side of a jump over the goal are tried.
const AROUND: i64 = 128;
/// Around how many such jumps.
const JUMPS: usize = 8;
/// The most values that are tried.
const MOST: usize = 8_000;
/// The most decimals of a value, when nobody says how many it has.
const FINEST: u32 = 6;
/// How often an upper end that nobody gave grows tenfold when the goal is not met.
const GROWTHS: u32 = 4;

/// What is asked.
#[derive(Clone, Debug)]
pub struct Goal {
    /// The cell whose value is sought.
    pub cell: Cell,
    /// The measure that shall be equal to the goal.
    pub measure: Measure,
    /// The goal, in base units.
    pub goal: Exact,
    /// The least value to try, in the cell's unit; else its declared least, or 0.
    pub low: Option<Exact>,
    /// The greatest value to try; else its declared greatest, or ten times today's and more.
    pub high: Option<Exact>,
    /// The decimals of a value; else those declared, or two, or as many as today's value has, and more where none of
    /// those meets the goal.
    pub places: Option<u32>,
}

/// What is tried.
struct Range<'g> {
    cell: Cell,
    low: Option<&'g Exact>,
    high: Option<&'g Exact>,
    places: Option<u32>,
}

/// The answer. Values are in the cell's unit, figures in base units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The least value of the range.
    pub low: Exact,
    /// The greatest value of the range.
    pub high: Exact,
    /// From one value to the next.
    pub step: Exact,
    /// How many values were tried.
    pub tried: usize,
    /// Whether that is every value of the range.
    pub complete: bool,
    /// The values that give the goal, ascending.
    pub intervals: Vec<Interval>,
    /// The value that comes nearest from below, and its figure.
    pub below: Option<(Exact, Exact)>,
    /// The value that comes nearest from above.
    pub above: Option<(Exact, Exact)>,
}

/// Values of which each gives the goal, and of which no more do on either side unless the range ends there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The least.
    pub from: Exact,
    /// The greatest.
    pub to: Exact,
    /// Whether the range begins with the least.
    pub at_low: bool,
    /// Whether the range ends with the greatest.
    pub at_high: bool,
    /// The figures of the values next to it, on either side; none where the range ends there, or there is no figure.
    pub beside: [Option<Exact>; 2],
}

/// Seeks the values of a cell that give a goal.
///
/// None when the cell holds no number, or the range cannot be counted.
#[must_use]
pub fn seek(draft: Draft<'_>, goal: &Goal) -> Option<Sought> {
    let Goal { cell, measure, goal, low, high, places } = goal;
    let range = Range { cell: *cell, low: low.as_ref(), high: high.as_ref(), places: *places };
    seek_in(draft, &range, &Aim::Amount { measure, goal })
}

/// Seeks the values of a cell with which a limit holds. Figures of the answer are how far the limit is missed: by how
/// much a total is beyond it, in base units, or for how many rows it fails.
///
/// None when the cell holds no number, or the range cannot be counted.
#[must_use]
pub fn seek_within(draft: Draft<'_>, within: &Within<'_>) -> Option<Sought> {
    let range = Range { cell: within.cell, low: None, high: None, places: None };
    seek_in(draft, &range, &Aim::Within(within))
}

fn seek_in(draft: Draft<'_>, range: &Range<'_>, aim: &Aim<'_>) -> Option<Sought> {
    let entry = range.cell.entry(&draft.scheme.document);
    let today = today(draft, range.cell)?;
    let coarse = places(entry, &today, range.places);
    let mut sought = seek_at(draft, range, aim, coarse)?;
    let is_free = range.places.is_none() && entry.is_none_or(|entry| !entry.whole && entry.places.is_none());
    let finest = if is_free { FINEST } else { coarse };
    for places in coarse.saturating_add(1)..=finest {
        // Where the goal lies between no two figures, finer values do not reach it either.
        if !sought.intervals.is_empty() || sought.below.is_none() || sought.above.is_none() {
            break;
        }
        let finer = seek_at(draft, range, aim, places)?;
        if !finer.intervals.is_empty() {
            sought = finer;
        }
    }
    Some(sought)
}

/// [`seek_in`] among values with so many decimals.
fn seek_at(draft: Draft<'_>, range: &Range<'_>, aim: &Aim<'_>, places: u32) -> Option<Sought> {
    let document = &draft.scheme.document;
    let entry = range.cell.entry(document);
    let today = today(draft, range.cell)?;
    let step = Exact::power_of_ten(i32::try_from(places).ok()?.checked_neg()?)?;
    let tenfold = |number: &Exact| number.times(&Exact::from(10));
    let declared = |bound: fn(&Entry) -> &Option<Exact>| entry.and_then(|entry| bound(entry).clone());
    let low = range.low.cloned().or_else(|| declared(|entry| &entry.min));
    let low = match low {
        Some(low) => low,
        None if today.sign() == Sign::Negative => tenfold(&today)?,
        None => Exact::ZERO,
    };
    let most = range.high.cloned().or_else(|| declared(|entry| &entry.max));
    let mut high = match &most {
        Some(high) => high.clone(),
        None if today.sign() == Sign::Positive => tenfold(&today)?,
        None => Exact::from(10),
    };
    let index = |bound: &Exact, mode| bound.divided_by(&step).ok()?.rounded(0, mode)?.to_i64();
    let facts = draft.opened.facts();
    let mut paths = vec![range.cell.path(document, facts)?];
    let joined = range.cell.joined(facts);
    paths.extend(joined.and_then(|cell| cell.path(document, facts)));
    let cells: Vec<Cell> = std::iter::once(range.cell).chain(joined).collect();
    let steps = aim.steps(draft, &cells);
    let trial = Trial::of(draft);
    let origin = index(&today, Rounding::HalfAwayFromZero)?;
    let mut search = Search { trial, steps, paths, aim, step: step.clone(), origin, tried: Vec::new() };
    let first = index(&low, Rounding::Up)?;
    let mut last = index(&high, Rounding::Down)?;
    let mut growths = if most.is_some() { 0 } else { GROWTHS };
    loop {
        search.scan(first, last)?;
        if growths == 0 || search.meets() {
            break;
        }
        growths = growths.saturating_sub(1);
        high = tenfold(&high)?;
        let Some(further) = index(&high, Rounding::Down) else { break };
        last = further;
    }
    search.refine();
    for at in search.jumps() {
        for at in at.saturating_sub(AROUND).max(first)..=at.saturating_add(AROUND).min(last) {
            search.stands(at);
        }
    }
    search.refine();
    for (from, to) in search.runs() {
        search.between(from, to, WITHIN)?;
    }
    search.refine();
    search.sought(first, last)
}

/// The cell's value as it is, in its unit; zero when it is empty.
fn today(draft: Draft<'_>, cell: Cell) -> Option<Exact> {
    let unit = cell.unit(&draft.scheme.document)?;
    match cell.item(draft.opened.facts()) {
        Some(Item::Number(number)) => number.divided_by(unit.factor()).ok(),
        Some(_) => None,
        None => Some(Exact::ZERO),
    }
}

/// The decimals of a cell's values: those asked for, two, or as many as it has; never more than are declared.
pub(super) fn places(entry: Option<&Entry>, today: &Exact, asked: Option<u32>) -> u32 {
    let own = || (2..10).find(|places| today.fixed(*places).is_some()).unwrap_or(2);
    let declared = entry.and_then(|entry| if entry.whole { Some(0) } else { entry.places });
    match (asked, declared) {
        (Some(asked), Some(declared)) => asked.min(declared),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => own(),
    }
}

/// A value that was tried: its number of steps from zero, and its figure, which stands so to the goal.
type Tried = (i64, Option<(Exact, Ordering)>);

/// How the figure of a value stands to the goal.
fn order((_, found): &Tried) -> Option<Ordering> {
    found.as_ref().map(|(_, order)| *order)
}

/// Values that were tried, ascending.
struct Search<'s> {
    trial: Trial<'s>,
    /// Which steps depend on the cell and lead to what is aimed at.
    steps: Vec<bool>,
    paths: Vec<String>,
    aim: &'s Aim<'s>,
    step: Exact,
    /// Today's value, as a number of steps.
    origin: i64,
    tried: Vec<Tried>,
}

impl Search<'_> {
    fn value(&self, at: i64) -> Option<Exact> {
        Exact::from(at).times(&self.step)
    }

    /// How the figure of a value stands to the goal.
    fn stands(&mut self, at: i64) -> Option<Ordering> {
        let place = match self.tried.binary_search_by_key(&at, |(at, _)| *at) {
            Ok(known) => return order(self.tried.get(known)?),
            Err(place) => place,
        };
        let text = self.value(at)?.to_string();
        self.trial.set_all(&self.paths, &text);
        let outcome = self.trial.again(&self.steps).outcome;
        let found = (at, self.aim.found(self.trial.evaluated(&outcome)));
        let order = order(&found);
        self.tried.insert(place, found);
        order
    }

    fn scan(&mut self, first: i64, last: i64) -> Option<()> {
        let count = last.checked_sub(first)?.checked_add(1)?;
        if count < 1 {
            return Some(());
        }
        if count > ALL {
            return self.between(first, last, FIRST);
        }
        for at in first..=last {
            self.stands(at);
        }
        Some(())
    }

    /// Tries values that are spread evenly, both ends included.
    fn between(&mut self, first: i64, last: i64, count: i64) -> Option<()> {
        let length = i128::from(last).checked_sub(i128::from(first))?;
        let parts = i128::from(count).min(length).max(1);
        for part in 0..=parts {
            let offset = length.checked_mul(part)?.checked_div(parts)?;
            self.stands(i64::try_from(i128::from(first).checked_add(offset)?).ok()?);
        }
        Some(())
    }

    /// Whether the goal was met, or lies between two figures.
    fn meets(&self) -> bool {
        let mut orders = self.tried.iter().filter_map(order);
        let Some(first) = orders.next() else { return false };
        first == Ordering::Equal || orders.any(|order| order != first)
    }

    /// Finds every place, between two values that were tried, where how they stand to the goal changes.
    fn refine(&mut self) {
        let known: Vec<i64> = self.tried.iter().map(|(at, _)| *at).collect();
        for (left, right) in known.iter().zip(known.iter().skip(1)) {
            let mut left = *left;
            while self.stands(left) != self.stands(*right) && self.tried.len() < MOST {
                left = self.turn(left, *right);
                if left == *right {
                    break;
                }
            }
        }
    }

    /// The first value, as far as halving finds it, that does not stand as `left` does; the one before it does.
    fn turn(&mut self, left: i64, right: i64) -> i64 {
        let stands = self.stands(left);
        let (mut left, mut right) = (left, right);
        while right.saturating_sub(left) > 1 && self.tried.len() < MOST {
            let middle = left.saturating_add(right.saturating_sub(left) / 2);
            if self.stands(middle) == stands { left = middle } else { right = middle }
        }
        right
    }

    /// Where of two neighbouring values one gives less than the goal and the other more.
    fn jumps(&self) -> Vec<i64> {
        let mut jumps = Vec::new();
        for (left, right) in self.tried.iter().zip(self.tried.iter().skip(1)) {
            let one = order(left).filter(|order| order.is_ne());
            if left.0.checked_add(1) == Some(right.0)
                && one.is_some()
                && one.map(Ordering::reverse) == order(right)
            {
                jumps.push(left.0);
            }
        }
        jumps.truncate(JUMPS);
        jumps
    }

    /// Runs of values that were tried and give the goal.
    fn runs(&self) -> Vec<(i64, i64)> {
        let mut runs: Vec<(i64, i64)> = Vec::new();
        let mut open = false;
        for (at, found) in &self.tried {
            let meets = matches!(found, Some((_, Ordering::Equal)));
            match runs.last_mut() {
                Some(run) if meets && open => run.1 = *at,
                _ if meets => runs.push((*at, *at)),
                _ => {}
            }
            open = meets;
        }
        runs
    }

    fn sought(&self, first: i64, last: i64) -> Option<Sought> {
        let nearest = |side: Ordering| {
            let found = self.tried.iter().filter_map(|(at, found)| Some((*at, found.as_ref()?)));
            let found = found.filter(|(_, (_, order))| *order == side);
            // Of values with one figure that is told which changes today's least.
            let far = |at: &i64| at.saturating_sub(self.origin).unsigned_abs();
            let (at, (figure, _)) = found.min_by(|(one_at, (one, _)), (two_at, (two, _))| {
                let nearer = if side == Ordering::Less { two.cmp(one) } else { one.cmp(two) };
                nearer.then_with(|| far(one_at).cmp(&far(two_at)))
            })?;
            Some((self.value(at)?, figure.clone()))
        };
        let figure = |at: i64| {
            let place = self.tried.binary_search_by_key(&at, |(at, _)| *at).ok()?;
            self.tried.get(place)?.1.as_ref().map(|(figure, _)| figure.clone())
        };
        let interval = |(from, to): (i64, i64)| {
            Some(Interval {
                beside: [figure(from.saturating_sub(1)), figure(to.saturating_add(1))],
                from: self.value(from)?,
                to: self.value(to)?,
                at_low: from == first,
                at_high: to == last,
            })
        };
        let count = last.checked_sub(first)?.checked_add(1)?.max(0);
        Some(Sought {
            low: self.value(first)?,
            high: self.value(last)?,
            step: self.step.clone(),
            tried: self.tried.len(),
            complete: i64::try_from(self.tried.len()).ok()? == count,
            intervals: self.runs().into_iter().map(interval).collect::<Option<_>>()?,
            below: nearest(Ordering::Less),
            above: nearest(Ordering::Greater),
        })
    }
}
