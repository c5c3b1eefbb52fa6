//! Sharing a pool so that the parts add up to it, to the last step.

use std::cmp::Ordering;

use super::number::{Exact, Sign};
use super::rounding::Rounding;

/// Who gets what is left of a pool after every part has been cut off at the last place.
///
/// Only rows with a weight above zero ever get any of it.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Residual, share};
///
/// let weights = [Exact::from(1), Exact::from(1), Exact::from(1)];
/// let shared = share(&Exact::from(100), &weights, 2, Residual::Last).unwrap();
/// assert_eq!(format!("{:?}", shared.parts), "[33.33, 33.33, 33.34]");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Residual {
    /// One step each to the rows that lost most by cutting off; of equals, to the earlier.
    LargestRemainder,
    /// All of it to the first row with a weight.
    First,
    /// All of it to the last row with a weight.
    Last,
    /// All of it to the row with the largest weight; of equals, to the earlier.
    LargestWeight,
    /// It stays in the pool.
    Keep,
}

/// A pool that has been shared.
///
/// The parts add up to the pool, or under [`Residual::Keep`] to the pool less the residual.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Residual, share};
///
/// let weights = [Exact::from(2), Exact::from(1)];
/// let shared = share(&Exact::from(1), &weights, 2, Residual::LargestRemainder).unwrap();
/// assert_eq!(shared.residual.to_string(), "0.01");
/// assert_eq!(shared.to, [(0, shared.residual.clone())]);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// One part for each weight, in the same order.
    pub parts: Vec<Exact>,
    /// What was left of the pool after every part was cut off.
    pub residual: Exact,
    /// Which rows got some of the residual, and how much, in the order of the rows.
    pub to: Vec<(usize, Exact)>,
}

/// Why a pool cannot be shared.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Residual, Unshared, share};
///
/// let weights = [Exact::ZERO, Exact::ZERO];
/// assert_eq!(share(&Exact::ONE, &weights, 2, Residual::First), Err(Unshared::NoWeight));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unshared {
    /// There is nobody to share among.
    NoRows,
    /// The weights add up to zero.
    NoWeight,
    /// A weight is below zero.
    NegativeWeight(
        /// The first such row.
        usize,
    ),
    /// The pool is below zero.
    NegativePool,
    /// The pool is finer than the places it is to be shared at.
    PoolNotWhole,
    /// A number on the way is too large to be held.
    TooLarge,
}

/// Shares `pool` in proportion to `weights`, in whole steps of 10^-places.
///
/// The order of the weights changes no part, except where `residual` says so.
///
/// # Errors
///
/// See [`Unshared`].
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Residual, share};
///
/// let pool = Exact::parse("100.00").unwrap();
/// let weights = [Exact::from(65), Exact::from(25), Exact::from(10)];
/// let shared = share(&pool, &weights, 0, Residual::LargestRemainder).unwrap();
/// assert_eq!(shared.parts, weights);
/// ```
pub fn share(pool: &Exact, weights: &[Exact], places: u32, residual: Residual) -> Result<Shared, Unshared> {
    let units = units(pool, places)?;
    let total = total(weights)?;
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    let mut left = units.clone();
    for weight in weights {
        let product = units.times(weight).ok_or(Unshared::TooLarge)?;
        let quota = product.divided_by(&total).map_err(|_| Unshared::TooLarge)?;
        let part = quota.rounded(0, Rounding::Down).ok_or(Unshared::TooLarge)?;
        remainders.push(quota.minus(&part).ok_or(Unshared::TooLarge)?);
        left = left.minus(&part).ok_or(Unshared::TooLarge)?;
        parts.push(part);
    }
    let missing = left.to_i64().and_then(|left| u64::try_from(left).ok()).ok_or(Unshared::TooLarge)?;
    let to = receivers(residual, missing, weights, &remainders, |weight| !weight.is_zero());
    for (row, count) in &to {
        if let Some(part) = parts.get_mut(*row) {
            let count = i64::try_from(*count).map_err(|_| Unshared::TooLarge)?;
            *part = part.plus(&Exact::from(count)).ok_or(Unshared::TooLarge)?;
        }
    }
    let step = step(places)?;
    let parts =
        parts.iter().map(|part| part.times(&step)).collect::<Option<_>>().ok_or(Unshared::TooLarge)?;
    Ok(Shared {
        parts,
        residual: left.times(&step).ok_or(Unshared::TooLarge)?,
        to: amounts(&to, &step).ok_or(Unshared::TooLarge)?,
    })
}

/// One step at `places`.
pub(super) fn step(places: u32) -> Result<Exact, Unshared> {
    let exponent = i32::try_from(places).ok().and_then(i32::checked_neg).ok_or(Unshared::TooLarge)?;
    Exact::power_of_ten(exponent).ok_or(Unshared::TooLarge)
}

/// How many steps the pool is; whole and not negative.
pub(super) fn units(pool: &Exact, places: u32) -> Result<Exact, Unshared> {
    if pool.sign() == Sign::Negative {
        return Err(Unshared::NegativePool);
    }
    let units = pool.divided_by(&step(places)?).map_err(|_| Unshared::TooLarge)?;
    if units.is_whole() { Ok(units) } else { Err(Unshared::PoolNotWhole) }
}

/// The sum of weights that a pool can be shared by.
fn total(weights: &[Exact]) -> Result<Exact, Unshared> {
    if weights.is_empty() {
        return Err(Unshared::NoRows);
    }
    if let Some(row) = weights.iter().position(|weight| weight.sign() == Sign::Negative) {
        return Err(Unshared::NegativeWeight(row));
    }
    let total = weights.iter().try_fold(Exact::ZERO, |sum, weight| sum.plus(weight));
    let total = total.ok_or(Unshared::TooLarge)?;
    if total.is_zero() { Err(Unshared::NoWeight) } else { Ok(total) }
}

/// Which rows get how many of the `missing` steps, in the order of the rows.
pub(super) fn receivers<W: Ord, R: Ord>(
    residual: Residual,
    missing: u64,
    weights: &[W],
    remainders: &[R],
    counts: impl Fn(&W) -> bool,
) -> Vec<(usize, u64)> {
    if missing == 0 {
        return Vec::new();
    }
    let mut rows = weights.iter().enumerate().filter(|(_, weight)| counts(weight));
    let one = match residual {
        Residual::Keep => None,
        Residual::LargestRemainder => {
            return largest(remainders, missing).into_iter().map(|row| (row, 1)).collect();
        }
        Residual::First => rows.next(),
        Residual::Last => rows.last(),
        Residual::LargestWeight => rows.min_by(|(_, left), (_, right)| right.cmp(left)),
    };
    one.map(|(row, _)| (row, missing)).into_iter().collect()
}

/// The `count` rows with the largest remainders, of equals the earlier, in the order of the rows.
fn largest<R: Ord>(remainders: &[R], count: u64) -> Vec<usize> {
    let mut order: Vec<(&R, usize)> = remainders.iter().zip(0..).collect();
    let count = usize::try_from(count).unwrap_or(usize::MAX);
    let later = |left: &(&R, usize), right: &(&R, usize)| -> Ordering {
        right.0.cmp(left.0).then_with(|| left.1.cmp(&right.1))
    };
    if count < order.len() {
        order.select_nth_unstable_by(count, later);
        order.truncate(count);
    }
    let mut rows: Vec<usize> = order.into_iter().map(|(_, row)| row).collect();
    rows.sort_unstable();
    rows
}

/// Counts of steps as amounts.
pub(super) fn amounts(to: &[(usize, u64)], step: &Exact) -> Option<Vec<(usize, Exact)>> {
    to.iter()
        .map(|(row, count)| Some((*row, Exact::from(i64::try_from(*count).ok()?).times(step)?)))
        .collect()
}
