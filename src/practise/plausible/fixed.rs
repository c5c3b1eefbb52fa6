//! What stays as it is in the model: parts that make a hundred, names of a kind that stand once; and what keeps its order.

use std::collections::{BTreeMap, BTreeSet};

use super::paper::{Cells, Listed};
use super::value::unit;
use crate::exact::Exact;
use crate::scheme::document::{Entry, Kind};

/// Units of which somebody cannot have more than of another: days present and days due.
const TIMES: [&str; 4] = ["day", "hour", "month", "year"];

/// Whether a column must stay as it is: its parts make a hundred for each owner, or it says of which kind each of an
/// owner's rows is, and each kind stands once.
pub(super) fn is_fixed(entry: &Entry, column: usize, listed: &Listed) -> bool {
    let mut groups: BTreeMap<Option<&String>, Vec<&String>> = BTreeMap::new();
    for (owner, row) in listed.owners.iter().zip(&listed.rows) {
        let texts = row.get(column).into_iter().flatten().flatten();
        groups.entry(owner.as_ref()).or_default().extend(texts);
    }
    let mut groups = groups.into_values().filter(|texts| !texts.is_empty()).peekable();
    if groups.peek().is_none() {
        return false;
    }
    match &entry.kind {
        Kind::Quantity(_) => groups.all(|texts| makes_hundred(&texts)),
        Kind::OneOf(_) => {
            let lists: Vec<Vec<&String>> = groups.collect();
            let once = |texts: &Vec<&String>| texts.iter().collect::<BTreeSet<_>>().len() == texts.len();
            lists.iter().all(once)
                && lists.iter().any(|texts| texts.len() > 1)
                && listed.owners.iter().any(Option::is_some)
        }
        _ => false,
    }
}

/// Whether numbers make a hundred together.
pub(super) fn makes_hundred(texts: &[&String]) -> bool {
    let sum = texts.iter().try_fold(Exact::ZERO, |sum, text| sum.plus(&Exact::parse(text).ok()?));
    sum == Some(Exact::from(100))
}

/// Whether the name of a row says a number that it has: 考核100%.
pub(super) fn is_named(name: &str, text: &str) -> bool {
    let part = |character: char| !character.is_ascii_digit() && character != '.';
    let said = name.split(part).filter_map(|number| Exact::parse(number).ok());
    Exact::parse(text).is_ok_and(|number| !number.is_zero() && said.into_iter().any(|said| said == number))
}

/// Puts the new numbers of one unit into the order that the old ones had; times that were equal stay so.
pub(super) fn in_order(entries: &[Entry], before: &[Cells], after: &mut [Cells]) {
    let mut units: Vec<&str> = entries.iter().filter_map(|entry| Some(unit(entry)?.name())).collect();
    units.sort_unstable();
    units.dedup();
    for name in units {
        let of_unit =
            |entry: &Entry| entry.per.is_none() && unit(entry).is_some_and(|unit| unit.name() == name);
        let number = |cells: &Cells| Exact::parse(cells.first()?.as_ref()?).ok();
        let mut places: Vec<(Exact, usize)> = Vec::new();
        let mut numbers: Vec<Exact> = Vec::new();
        for (place, entry) in entries.iter().enumerate().filter(|(_, entry)| of_unit(entry)) {
            let both = before.get(place).and_then(number).zip(after.get(place).and_then(number));
            // A number that must be whole, or within bounds, changes place with none that need not.
            let bound =
                entry.whole || entry.min.as_ref().is_some_and(|min| !min.is_zero()) || entry.max.is_some();
            if let (Some((old, new)), false) = (both, bound && !TIMES.contains(&name)) {
                places.push((old, place));
                numbers.push(new);
            }
        }
        places.sort_by(|(one, _), (other, _)| one.cmp(other));
        numbers.sort();
        let mut last: Option<(Exact, Exact)> = None;
        for ((old, place), new) in places.into_iter().zip(numbers) {
            let new = match last {
                Some((before, number)) if before == old && TIMES.contains(&name) => number,
                _ => new,
            };
            if let Some(slot) = after.get_mut(place) {
                *slot = vec![Some(new.to_string())];
            }
            last = Some((old, new));
        }
    }
}
