//! Sums and extremes of a column, over all of it and over groups of rows.

use super::arithmetic::each;
use super::{Column, Common, Failures, MOST, Store, narrow};
use crate::number::Exact;

impl Column {
    /// The sum of all rows, 0 without any; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![1, 2, 3]).sum(), Some(Exact::from(6)));
    /// ```
    #[must_use]
    pub fn sum(&self) -> Option<Exact> {
        match &self.0 {
            Store::Common(common) => Exact::from_fraction(common.total(), common.over.into()),
            Store::Each(values) => values.iter().try_fold(Exact::ZERO, |sum, value| sum.plus(value)),
        }
    }

    /// The sums of the rows of each group: row `i` counts towards group `groups[i]`.
    ///
    /// A row whose group is `count` or beyond counts towards none; a group without rows has the sum 0.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let fees = Column::from_whole(vec![10, 20, 30]);
    /// let (by_nurse, _) = fees.sum_by(&[1, 0, 1], 2);
    /// assert_eq!(by_nurse.at(1), Some(Exact::from(40)));
    /// ```
    #[must_use]
    pub fn sum_by(&self, groups: &[u32], count: usize) -> (Column, Failures) {
        let places = groups.iter().map(|group| usize::try_from(*group).unwrap_or(usize::MAX));
        match &self.0 {
            Store::Common(common) => {
                let mut sums = vec![0_i128; count];
                for (row, group) in common.numerators.iter().zip(places) {
                    if let Some(sum) = sums.get_mut(group) {
                        *sum = sum.wrapping_add(i128::from(*row));
                    }
                }
                (narrow::from_wide(sums, common.over.into()), Failures::new())
            }
            Store::Each(values) => {
                let mut sums = vec![Some(Exact::ZERO); count];
                for (row, group) in values.iter().zip(places) {
                    if let Some(sum) = sums.get_mut(group) {
                        *sum = sum.as_ref().and_then(|sum| sum.plus(row));
                    }
                }
                each(sums.into_iter(), |sum| sum)
            }
        }
    }

    /// The largest number; nothing without rows.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![1, 3, 2]).largest(), Some(Exact::from(3)));
    /// ```
    #[must_use]
    pub fn largest(&self) -> Option<Exact> {
        match &self.0 {
            Store::Common(common) => {
                let largest = common.numerators.iter().max()?;
                Exact::from_fraction((*largest).into(), common.over.into())
            }
            Store::Each(values) => values.iter().max().cloned(),
        }
    }

    /// The smallest number; nothing without rows.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![1, 3, 2]).smallest(), Some(Exact::from(1)));
    /// ```
    #[must_use]
    pub fn smallest(&self) -> Option<Exact> {
        match &self.0 {
            Store::Common(common) => {
                let smallest = common.numerators.iter().min()?;
                Exact::from_fraction((*smallest).into(), common.over.into())
            }
            Store::Each(values) => values.iter().min().cloned(),
        }
    }
}

impl Common {
    /// The sum of the numerators, in 64 bits where the bound says that it fits; 2^64 rows of 64 bits fit 128.
    pub(super) fn total(&self) -> i128 {
        let rows = u64::try_from(self.numerators.len()).unwrap_or(u64::MAX);
        if self.bound.checked_mul(rows).is_some_and(|reach| reach <= MOST) {
            return self.numerators.iter().fold(0_i64, |sum, row| sum.wrapping_add(*row)).into();
        }
        self.numerators.iter().fold(0_i128, |sum, row| sum.wrapping_add(i128::from(*row)))
    }
}
