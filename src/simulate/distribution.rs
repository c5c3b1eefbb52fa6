//! How figures lie today and in a proposal: rows counted in classes of one width.

use super::compared::Comparison;
use crate::exact::{Column, Exact, Rounding, Sign};

/// A class of figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The least figure.
    pub from: Exact,
    /// The figure that the next class begins with.
    pub below: Exact,
    /// How many rows today.
    pub before: u32,
    /// How many rows in the proposal.
    pub after: u32,
}

impl Comparison {
    /// At most about so many classes whose width is 1, 2 or 5 times a power of ten, from the lowest figure of both sides
    /// to the highest. Empty without rows, and where the figures lie too far apart to be counted so.
    #[must_use]
    pub fn classes(&self, most: u32) -> Vec<Class> {
        self.counted(most.clamp(1, 1_000)).unwrap_or_default()
    }

    fn counted(&self, most: u32) -> Option<Vec<Class>> {
        let low = self.before.smallest()?.min(self.after.smallest()?);
        let high = self.before.largest()?.max(self.after.largest()?);
        let width = width(&high.minus(&low)?.divided_by(&Exact::from(i64::from(most))).ok()?)?;
        let first = low.divided_by(&width).ok()?.rounded(0, Rounding::Down)?;
        let last = high.divided_by(&width).ok()?.rounded(0, Rounding::Down)?;
        let length = usize::try_from(last.minus(&first)?.to_i64()?.checked_add(1)?).ok()?;
        let counts = |column: &Column| -> Option<Vec<u32>> {
            let (places, failures) = column.divided_by_exact(&width).0.rounded(0, Rounding::Down);
            if !failures.is_empty() {
                return None;
            }
            let mut counts = vec![0_u32; length];
            for place in places.minus_exact(&first).0.values() {
                let count = counts.get_mut(usize::try_from(place.to_i64()?).ok()?)?;
                *count = count.saturating_add(1);
            }
            Some(counts)
        };
        let mut classes = Vec::with_capacity(length);
        let mut from = first.times(&width)?;
        for (before, after) in counts(&self.before)?.into_iter().zip(counts(&self.after)?) {
            let below = from.plus(&width)?;
            classes.push(Class { from, below: below.clone(), before, after });
            from = below;
        }
        Some(classes)
    }
}

/// The least of 1, 2 and 5 times a power of ten that is not below; 1 for nothing.
fn width(least: &Exact) -> Option<Exact> {
    if least.sign() != Sign::Positive {
        return Some(Exact::ONE);
    }
    let power = (-12..=18).map(Exact::power_of_ten).find(|power| {
        power.as_ref().and_then(|power| power.times(&Exact::from(5))).is_none_or(|five| five >= *least)
    })??;
    [1, 2, 5].into_iter().filter_map(|times| power.times(&Exact::from(times))).find(|width| width >= least)
}
