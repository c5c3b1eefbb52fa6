//! Numbers as an explanation shows them: in thousands, with their unit, and no more digits than help.

use crate::exact::{Exact, grouped};
use crate::unit::Unit;

use super::binds::Binds;
use super::phrase::Phrase;
use super::titles::Titles;

/// Decimals up to which an exact number is shown in full.
const MOST_PLACES: u32 = 10;

/// Decimals of money.
const FEN: u32 = 2;

/// Decimals that a number that does not end is shown with at least.
const LEAST_PLACES: u32 = 4;

/// Digits that a number that does not end is shown with at least: ten to their number less one.
const LEAST_DIGITS: i64 = 100_000;

/// A number in base units, shown in `unit`.
pub(super) fn amount(titles: Titles<'_>, value: &Exact, unit: &Unit) -> Phrase {
    let own = value.divided_by(unit.factor()).unwrap_or_else(|_| value.clone());
    // Money is written to the fen, unless it is whole.
    let least = if unit.is_base() && unit.name() == "yuan" && !own.is_whole() { FEN } else { 0 };
    let (sign, digits) = shown(&own, least);
    let digits = if unit.is_grouped() { grouped(&digits) } else { digits };
    let unit = unit.shown(titles.reader);
    let space = if unit.is_empty() || unit == "%" { "" } else { " " };
    let (minus, digits, binds) = match digits.strip_prefix('-') {
        Some(digits) => ("−", digits, Binds::Sign),
        None => ("", digits.as_str(), Binds::Name),
    };
    Phrase::new(format!("{sign}{minus}{digits}{space}{unit}"), binds)
}

/// The digits of a number, at `least` so many behind the point; behind `≈` when there are too many.
fn shown(value: &Exact, least: u32) -> (&'static str, String) {
    if value.fixed(MOST_PLACES).is_some() {
        return ("", value.fixed(least).unwrap_or_else(|| value.to_string()));
    }
    let mut places = LEAST_PLACES;
    let least = Exact::from(LEAST_DIGITS);
    let reaches = |places: u32| {
        let power = i32::try_from(places).ok().and_then(Exact::power_of_ten);
        power.and_then(|power| value.absolute().times(&power)).is_none_or(|digits| digits >= least)
    };
    while !reaches(places) {
        places = places.saturating_add(1);
    }
    ("≈", value.approximate(places))
}
