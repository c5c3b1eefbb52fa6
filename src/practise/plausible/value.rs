//! Single values: a number near another, with the same precision; a number that is plausible for its unit.

use super::paper::{magnitude, short};
use crate::date::Date;
use crate::exact::{Exact, Rounding, Sign};
use crate::practise::seed::Draws;
use crate::scheme::document::{Entry, Kind};
use crate::unit::Unit;

/// How far a number lies from that of the model, at most, in percent of it.
const SPREAD: i64 = 35;

/// How far a day lies from that of the model, at most.
const DAYS: i64 = 6;

/// The place of a number's last figure: 0 for 12, -1 for 12.5, 3 for 60000 thousands are 4.
fn last_figure(number: &Exact) -> i32 {
    let size = magnitude(number);
    let fits = |place: &i32| {
        Exact::power_of_ten(*place)
            .and_then(|power| number.divided_by(&power).ok())
            .is_some_and(|n| n.is_whole())
    };
    (size.saturating_sub(3)..=size).rev().find(fits).unwrap_or_else(|| size.saturating_sub(3))
}

/// A number near another: as precise as that one, at most four figures, within what the entry allows.
pub(super) fn near(number: &Exact, entry: &Entry, draws: &mut Draws) -> Option<Exact> {
    let number = short(number)?;
    if number.is_zero() {
        return None;
    }
    let (size, last) = (magnitude(&number), last_figure(&number));
    // A round number such as 60000 is one of two figures by chance: others near it are, too.
    let round = if last == size && size >= 2 { size.saturating_sub(1) } else { last };
    let place = round.max(size.saturating_sub(3)).max(least_place(entry));
    let unit = Exact::power_of_ten(place)?;
    let steps = number.absolute().divided_by(&unit).ok()?.rounded(0, Rounding::HalfAwayFromZero)?.to_i64()?;
    let reach = steps.saturating_mul(SPREAD).checked_div(100)?.max(1);
    for _ in 0..6 {
        let steps = draws.between(steps.saturating_sub(reach).max(1), steps.saturating_add(reach));
        let drawn = short(&Exact::from(steps).times(&unit)?)?;
        let drawn = if number.sign() == Sign::Negative { drawn.negated() } else { drawn };
        if allowed(&drawn, entry) {
            return Some(drawn);
        }
    }
    None
}

/// The last place that an entry may have: whole numbers, so many decimals, or two of money.
pub(super) fn least_place(entry: &Entry) -> i32 {
    let places = |places: u32| i32::try_from(places).map_or(i32::MIN, i32::saturating_neg);
    match (entry.whole, entry.places) {
        (true, _) => 0,
        (false, Some(most)) => places(most),
        (false, None) => -4,
    }
}

/// Whether a number may be entered.
pub(super) fn allowed(number: &Exact, entry: &Entry) -> bool {
    entry.min.as_ref().is_none_or(|min| number >= min)
        && entry.max.as_ref().is_none_or(|max| number <= max)
        && (!entry.whole || number.is_whole())
}

/// A number that an entry may have when nothing else is known of it.
pub(super) fn fresh(entry: &Entry, unit: &Unit, draws: &mut Draws) -> Option<Exact> {
    let (low, high, place) = habit(unit);
    let place = place.max(least_place(entry));
    let step = Exact::power_of_ten(place)?;
    let bound =
        |bound: &Exact| bound.divided_by(&step).ok()?.rounded(0, Rounding::HalfAwayFromZero)?.to_i64();
    let low = match &entry.min {
        Some(min) => bound(min)?.max(if low > 0 { low } else { 0 }),
        None => low,
    };
    let high = match &entry.max {
        Some(max) => bound(max)?,
        None => high.max(low.saturating_add(10)),
    };
    let drawn = short(&Exact::from(draws.between(low.min(high), high)).times(&step)?)?;
    allowed(&drawn, entry).then_some(drawn)
}

/// What amounts of a unit usually are: the least and the greatest in units of the last figure, and its place.
fn habit(unit: &Unit) -> (i64, i64, i32) {
    match unit.name() {
        "yuan" => (12, 960, 1),
        "wan" => (5, 90, 0),
        "percent" => (40, 99, 0),
        "point" => (2, 95, 0),
        "hour" => (4, 160, 0),
        "km" => (5, 300, 0),
        "kg" => (5, 80, 0),
        "visit" | "person" => (3, 240, 0),
        "day" => (1, 28, 0),
        "month" => (1, 12, 0),
        "year" => (1, 30, 0),
        "calendar_year" => (2024, 2027, 0),
        name if name.starts_with("yuan/") => (20, 900, -1),
        _ => (1, 20, 0),
    }
}

/// A day near another in the same month; a first of the month stays one.
pub(super) fn day_near(day: &str, draws: &mut Draws) -> Option<String> {
    let date = Date::parse(day)?;
    if date.day() == 1 {
        return None;
    }
    let moved = draws.between(date.day().saturating_sub(DAYS), date.day().saturating_add(DAYS)).clamp(2, 28);
    Some(format!("{:04}-{:02}-{moved:02}", date.year(), date.month()))
}

/// A day when nothing is known.
pub(super) fn any_day(draws: &mut Draws) -> String {
    format!("2026-{:02}-{:02}", draws.between(3, 9), draws.between(2, 28))
}

/// Whether an entry holds numbers, and in which unit.
pub(super) fn unit(entry: &Entry) -> Option<&Unit> {
    match &entry.kind {
        Kind::Quantity(unit) => Some(unit),
        _ => None,
    }
}
