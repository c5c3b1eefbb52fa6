//! Bringing numbers and columns to integers over one denominator, where they fit.

use std::borrow::Cow;

use num_integer::Integer;

use super::{Column, Common, MOST, Store};
use crate::number::{Exact, common_divisor};

/// The farthest distance from zero.
pub(super) fn bound(numerators: &[i64]) -> u64 {
    // Two passes that vectorise are quicker than one that takes magnitudes.
    let largest = numerators.iter().copied().max().unwrap_or(0);
    let smallest = numerators.iter().copied().min().unwrap_or(0);
    largest.unsigned_abs().max(smallest.unsigned_abs())
}

/// The integers over one denominator that these numbers are; nothing when they do not fit.
pub(super) fn common(values: &[Exact]) -> Option<Common> {
    let mut over = 1_i64;
    let mut fractions = Vec::with_capacity(values.len());
    for value in values {
        let (numerator, denominator) = value.as_fraction()?;
        if over != denominator {
            over = least_multiple(over, denominator)?;
        }
        fractions.push((numerator, denominator));
    }
    let scaled = fractions.into_iter().map(|(numerator, denominator)| {
        let factor = over.checked_div(denominator)?;
        let numerator = if factor == 1 { numerator } else { numerator.checked_mul(factor)? };
        (numerator != i64::MIN).then_some(numerator)
    });
    let numerators: Vec<i64> = scaled.collect::<Option<_>>()?;
    let bound = bound(&numerators);
    Some(Common { numerators, over, bound })
}

/// The column of integers over `over`, which is above zero.
pub(super) fn from_wide(wide: Vec<i128>, over: i128) -> Column {
    let mut divisor = over;
    for numerator in &wide {
        if divisor == 1 {
            break;
        }
        divisor = common_divisor(divisor, *numerator);
    }
    if let Some(common) = shrunk(&wide, over, divisor) {
        return Column(Store::Common(common));
    }
    wide.into_iter().map(|numerator| Exact::from_fraction(numerator, over).unwrap_or_default()).collect()
}

/// The same after division by a common divisor, when all of it fits 64 bits.
fn shrunk(wide: &[i128], over: i128, divisor: i128) -> Option<Common> {
    let over = i64::try_from(over.checked_div(divisor)?).ok()?;
    let narrow = |numerator: &i128| {
        let reduced = if divisor == 1 { *numerator } else { numerator.checked_div(divisor)? };
        i64::try_from(reduced).ok().filter(|reduced| *reduced != i64::MIN)
    };
    let numerators: Vec<i64> = wide.iter().map(narrow).collect::<Option<_>>()?;
    let bound = bound(&numerators);
    Some(Common { numerators, over, bound })
}

/// The least common multiple of two denominators, when it fits.
pub(super) fn least_multiple(left: i64, right: i64) -> Option<i64> {
    left.checked_div(left.gcd(&right))?.checked_mul(right)
}

/// A fraction in lowest terms.
pub(super) fn lowest(numerator: i64, denominator: i64) -> (i64, i64) {
    let divisor = numerator.gcd(&denominator);
    // Only 0/0 has no divisor, and no denominator is zero.
    let cut = |term: i64| term.checked_div(divisor).unwrap_or(term);
    (cut(numerator), cut(denominator))
}

/// The factors that bring two denominators to one, and that one, in 128 bits: it always fits.
pub(super) fn factors(left: i64, right: i64) -> (i64, i64, i128) {
    let divisor = left.gcd(&right).max(1);
    let (for_left, for_right) =
        (right.checked_div(divisor).unwrap_or(1), left.checked_div(divisor).unwrap_or(1));
    (for_left, for_right, i128::from(left).saturating_mul(i128::from(for_left)))
}

/// `bound` times the magnitude of `factor`, when it is a bound that a common column may have.
pub(super) fn scaled_bound(bound: u64, factor: i64) -> Option<u64> {
    bound.checked_mul(factor.unsigned_abs()).filter(|bound| *bound <= MOST)
}

/// Both columns over one denominator, when that fits.
pub(super) fn over_one<'a>(
    left: &'a Common,
    right: &'a Common,
) -> Option<(Cow<'a, Common>, Cow<'a, Common>)> {
    if left.over == right.over {
        return Some((Cow::Borrowed(left), Cow::Borrowed(right)));
    }
    let (for_left, for_right, over) = factors(left.over, right.over);
    let over = i64::try_from(over).ok()?;
    Some((left.widened(for_left, over)?, right.widened(for_right, over)?))
}

impl Common {
    /// The same numbers over `over`, which is `factor` times the present denominator.
    fn widened(&self, factor: i64, over: i64) -> Option<Cow<'_, Common>> {
        if factor == 1 {
            return Some(Cow::Borrowed(self));
        }
        let bound = scaled_bound(self.bound, factor)?;
        // The bound has just been checked, so no product wraps.
        let numerators = self.numerators.iter().map(|numerator| numerator.wrapping_mul(factor)).collect();
        Some(Cow::Owned(Common { numerators, over, bound }))
    }
}
