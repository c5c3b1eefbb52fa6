//! What a trainee entered for a figure, and whether a figure is that at the places it was written with.

use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};

use super::calculation::{Calculation, base_places};

/// Decimals up to which a number that ends is shown in full.
const MOST_DECIMALS: u32 = 10;

/// What was entered for one figure, already read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A number.
    Number {
        /// The number, in the unit that the step's figures are written in.
        value: Exact,
        /// How many decimals it was written with; none for one that is exact however many it has, such as a fraction.
        places: Option<u32>,
    },
    /// An option, a row, yes or no, a day.
    Item(Item),
}

/// How an entry stands to a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// It is the figure as the scheme asks for it.
    Asked,
    /// It is the same number, otherwise written, or with more digits than are asked for.
    Same,
    /// It is another.
    Other,
}

impl Entry {
    /// The entry as a figure in base units.
    #[must_use]
    pub fn item(&self, calculation: &Calculation<'_>, step: usize) -> Option<Item> {
        match self {
            Self::Item(item) => Some(item.clone()),
            Self::Number { value, .. } => Some(Item::Number(value.times(calculation.unit(step)?.factor())?)),
        }
    }

    /// How it stands to a figure of a step.
    pub(super) fn matches(&self, calculation: &Calculation<'_>, step: usize, figure: &Item) -> Match {
        let (value, written) = match (self, figure) {
            (Self::Item(item), figure) => {
                return if item == figure { Match::Asked } else { Match::Other };
            }
            (Self::Number { value, places }, Item::Number(_)) => (value, places),
            _ => return Match::Other,
        };
        let Some(own) = in_unit(calculation, step, figure) else { return Match::Other };
        let asked = calculation.places(step);
        // A calculation that comes out even is as good as the decimals that it comes to.
        let decimals = || (0..=MOST_DECIMALS).find(|places| value.fixed(*places).is_some());
        let Some(written) = written.or_else(|| Some(decimals()?.max(asked))) else {
            return if *value == own { Match::Same } else { Match::Other };
        };
        let ends = own.fixed(asked).is_some();
        if *value == own {
            // 100.000 for 100 is no other number.
            return if ends || written <= MOST_DECIMALS { Match::Asked } else { Match::Same };
        }
        if written < asked {
            return Match::Other;
        }
        let at = |mode| i32::try_from(written).ok().and_then(|places| own.rounded(places, mode));
        if at(Rounding::HalfAwayFromZero).as_ref() == Some(value) {
            return if written == asked { Match::Asked } else { Match::Same };
        }
        let cut = written > asked && at(Rounding::TowardsZero).as_ref() == Some(value);
        if cut { Match::Same } else { Match::Other }
    }
}

/// A figure in the unit that the step's figures are written in.
pub(super) fn in_unit(calculation: &Calculation<'_>, step: usize, figure: &Item) -> Option<Exact> {
    let Item::Number(number) = figure else { return None };
    number.divided_by(calculation.unit(step)?.factor()).ok()
}

/// A number of a step, in base units, at the places that are asked for.
pub(super) fn at_asked_places(calculation: &Calculation<'_>, step: usize, number: &Exact) -> Option<Exact> {
    let places = base_places(calculation.unit(step)?, calculation.places(step))?;
    number.rounded(places, Rounding::HalfAwayFromZero)
}

/// Whether two figures of a step look the same at the places that are asked for.
pub(super) fn looks_same(calculation: &Calculation<'_>, step: usize, one: &Item, other: &Item) -> bool {
    match (one, other) {
        (Item::Number(one), Item::Number(other)) => {
            one == other
                || at_asked_places(calculation, step, one).is_some_and(|rounded| {
                    at_asked_places(calculation, step, other).as_ref() == Some(&rounded)
                })
        }
        _ => one == other,
    }
}
