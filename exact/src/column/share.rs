//! Sharing a pool by a column of weights.

use super::{Column, Common, Store};
use crate::apportion::{self, Residual, Unshared};
use crate::number::Exact;

/// A pool that has been shared by a column of weights; see [`Shared`](crate::Shared).
///
/// # Example
///
/// ```
/// use jixiao_exact::{Column, Exact, Residual};
///
/// let shared = Column::from_whole(vec![1, 1, 1]).share(&Exact::from(1), 2, Residual::First).unwrap();
/// assert_eq!(shared.parts.at(0).unwrap().to_string(), "0.34");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedColumn {
    /// One part for each weight.
    pub parts: Column,
    /// What was left of the pool after every part was cut off.
    pub residual: Exact,
    /// Which rows got some of the residual, and how much, in the order of the rows.
    pub to: Vec<(usize, Exact)>,
}

impl Column {
    /// Shares `pool` in proportion to this column, in whole steps of 10^-places.
    ///
    /// # Errors
    ///
    /// See [`Unshared`].
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact, Residual};
    ///
    /// let points = Column::from_whole(vec![2, 1]);
    /// let shared = points.share(&Exact::from(100), 2, Residual::LargestRemainder).unwrap();
    /// assert_eq!(shared.parts.at(0).unwrap().to_string(), "66.67");
    /// assert_eq!(shared.parts.sum(), Some(Exact::from(100)));
    /// ```
    pub fn share(&self, pool: &Exact, places: u32, residual: Residual) -> Result<SharedColumn, Unshared> {
        if let Store::Common(common) = &self.0
            && let Some(shared) = common.share(pool, places, residual)
        {
            return shared;
        }
        let weights: Vec<Exact> = self.values().collect();
        let shared = apportion::share(pool, &weights, places, residual)?;
        Ok(SharedColumn {
            parts: Column::from_exacts(shared.parts),
            residual: shared.residual,
            to: shared.to,
        })
    }
}

impl Common {
    /// The same in machine integers; nothing when they are too small for it.
    fn share(&self, pool: &Exact, places: u32, residual: Residual) -> Option<Result<SharedColumn, Unshared>> {
        let over = 10_i64.checked_pow(places)?;
        let units = match apportion::units(pool, places) {
            Ok(units) => u64::try_from(units.to_i64()?).ok()?,
            Err(unshared) => return Some(Err(unshared)),
        };
        if let Some(unshared) = self.unshared() {
            return Some(Err(unshared));
        }
        let total = u64::try_from(self.total()).ok()?;
        let mut parts = Vec::with_capacity(self.numerators.len());
        let mut remainders = Vec::with_capacity(self.numerators.len());
        let mut left = units;
        let weights = self.numerators.iter().map(|weight| weight.unsigned_abs());
        if units.checked_mul(self.bound).is_some() {
            for weight in weights {
                let product = units.wrapping_mul(weight);
                let part = product.checked_div(total)?;
                remainders.push(product.wrapping_sub(part.wrapping_mul(total)));
                left = left.wrapping_sub(part);
                parts.push(part.cast_signed());
            }
        } else {
            let (units, total) = (u128::from(units), u128::from(total));
            for weight in weights {
                let product = units.wrapping_mul(u128::from(weight));
                let part = product.checked_div(total)?;
                // A remainder is below the total, and a part is at most the pool: both fit 64 bits.
                remainders.push(u64::try_from(product.wrapping_sub(part.wrapping_mul(total))).ok()?);
                let part = i64::try_from(part).ok()?;
                left = left.wrapping_sub(part.unsigned_abs());
                parts.push(part);
            }
        }
        let to = apportion::receivers(residual, left, &self.numerators, &remainders, |weight| *weight != 0);
        for (row, count) in &to {
            let part = parts.get_mut(*row)?;
            *part = part.checked_add(i64::try_from(*count).ok()?)?;
        }
        let step = apportion::step(places).ok()?;
        Some(Ok(SharedColumn {
            parts: Column(Store::Common(Common { numerators: parts, over, bound: units })),
            residual: Exact::from(i64::try_from(left).ok()?).times(&step)?,
            to: apportion::amounts(&to, &step)?,
        }))
    }

    /// Why no pool can be shared by these weights.
    fn unshared(&self) -> Option<Unshared> {
        if self.numerators.is_empty() {
            return Some(Unshared::NoRows);
        }
        if let Some(row) = self.numerators.iter().position(|weight| *weight < 0) {
            return Some(Unshared::NegativeWeight(row));
        }
        self.numerators.iter().all(|weight| *weight == 0).then_some(Unshared::NoWeight)
    }
}
