//! Numbers as readers see them: in the unit they are told in, thousands separated, money to the fen.

use std::borrow::Cow;

use crate::exact::{Exact, grouped};
use crate::scheme::document::Kind;
use crate::unit::Unit;

/// Decimals up to which a number that ends is shown in full.
const MOST_PLACES: u32 = 10;

/// A ratio that was taken over, such as `16829/190`, as readers see it; none when the text is no such ratio.
///
/// # Example
///
/// ```
/// assert_eq!(jixiao::wire::ratio_shown("16829/190").as_deref(), Some("≈88.5737"));
/// assert_eq!(jixiao::wire::ratio_shown("88.57"), None);
/// ```
#[must_use]
pub fn ratio_shown(text: &str) -> Option<String> {
    let ratio = text.contains('/').then(|| Exact::parse(text).ok())?;
    Some(shown(&ratio?, &Unit::plain(), None))
}

/// The unit of a quantity; of anything else that of plain numbers.
pub(super) fn unit_of(kind: &Kind) -> Cow<'_, Unit> {
    match kind {
        Kind::Quantity(unit) => Cow::Borrowed(unit),
        _ => Cow::Owned(Unit::plain()),
    }
}

/// A number in base units, in this unit.
pub(super) fn in_unit(number: &Exact, unit: &Unit) -> Exact {
    if unit.is_base() {
        return number.clone();
    }
    number.divided_by(unit.factor()).unwrap_or_else(|_| number.clone())
}

/// A number as readers see it: thousands separated but of years, money to the fen, `≈` before what is not shown in full.
pub(super) fn shown(number: &Exact, unit: &Unit, places: Option<u32>) -> String {
    let money = unit.counts("yuan");
    let least = if money { 2 } else { 0 };
    let in_full = number.fixed(least).or_else(|| {
        let text = number.to_string();
        number.fixed(MOST_PLACES).map(|_| text)
    });
    let (mark, digits) = match in_full {
        Some(digits) => ("", digits),
        None => ("≈", number.approximate(places.unwrap_or(if money { 2 } else { 4 }))),
    };
    let digits = if unit.is_grouped() { grouped(&digits) } else { digits };
    format!("{mark}{}", digits.replace('-', "−"))
}
