//! Comparing columns row by row, and taking the smaller or the larger of two.

use std::cmp::Ordering;

use super::{Column, Store, narrow};
use crate::number::Exact;

/// A comparison between two numbers.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Column, Comparison, Exact};
///
/// let scores = Column::from_whole(vec![84, 85]);
/// assert_eq!(scores.compare_exact(Comparison::AtLeast, &Exact::from(85)), [false, true]);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Comparison {
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Comparison {
    /// Whether the comparison holds between two numbers that are ordered so.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Comparison, Exact};
    ///
    /// assert!(Comparison::AtMost.holds(Exact::ONE.cmp(&Exact::ONE)));
    /// ```
    #[must_use]
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Comparison::Equal => order.is_eq(),
            Comparison::NotEqual => order.is_ne(),
            Comparison::Less => order.is_lt(),
            Comparison::AtMost => order.is_le(),
            Comparison::More => order.is_gt(),
            Comparison::AtLeast => order.is_ge(),
        }
    }
}

impl Column {
    /// Whether the comparison holds between this column and `other`, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Comparison};
    ///
    /// let (done, due) = (Column::from_whole(vec![9, 10]), Column::from_whole(vec![10, 10]));
    /// assert_eq!(done.compare(Comparison::Less, &due), [true, false]);
    /// ```
    #[must_use]
    pub fn compare(&self, comparison: Comparison, other: &Column) -> Vec<bool> {
        self.orders(other).map(|order| comparison.holds(order)).collect()
    }

    /// Whether the comparison holds between this column and one number, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Comparison, Exact};
    ///
    /// let column = Column::from_whole(vec![0, 1]);
    /// assert_eq!(column.compare_exact(Comparison::Equal, &Exact::ZERO), [true, false]);
    /// ```
    #[must_use]
    pub fn compare_exact(&self, comparison: Comparison, value: &Exact) -> Vec<bool> {
        if let Store::Common(common) = &self.0
            && let Some((numerator, over)) = value.as_fraction()
        {
            let right = i128::from(numerator).saturating_mul(i128::from(common.over));
            let over = i128::from(over);
            let rows = common.numerators.iter();
            return rows
                .map(|left| comparison.holds(i128::from(*left).saturating_mul(over).cmp(&right)))
                .collect();
        }
        self.values().map(|left| comparison.holds(left.cmp(value))).collect()
    }

    /// The smaller of both numbers, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let capped = Column::from_whole(vec![3, 9]).min(&Column::from_whole(vec![5, 5]));
    /// assert_eq!(capped.sum(), Some(Exact::from(8)));
    /// ```
    #[must_use]
    pub fn min(&self, other: &Column) -> Column {
        self.select(&self.compare(Comparison::AtMost, other), other)
    }

    /// The larger of both numbers, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let floored = Column::from_whole(vec![-3, 9]).max(&Column::from_whole(vec![0, 0]));
    /// assert_eq!(floored.sum(), Some(Exact::from(9)));
    /// ```
    #[must_use]
    pub fn max(&self, other: &Column) -> Column {
        self.select(&self.compare(Comparison::AtLeast, other), other)
    }

    /// How the rows of both columns are ordered.
    fn orders<'a>(&'a self, other: &'a Column) -> Box<dyn Iterator<Item = Ordering> + 'a> {
        match (&self.0, &other.0) {
            (Store::Common(left), Store::Common(right)) if left.over == right.over => {
                Box::new(left.numerators.iter().zip(&right.numerators).map(|(left, right)| left.cmp(right)))
            }
            (Store::Common(left), Store::Common(right)) => {
                // Two factors of 64 bits each: the products fit 128, and saturation never happens.
                let (for_left, for_right, _) = narrow::factors(left.over, right.over);
                let (for_left, for_right) = (i128::from(for_left), i128::from(for_right));
                let rows = left.numerators.iter().zip(&right.numerators);
                Box::new(rows.map(move |(left, right)| {
                    let left = i128::from(*left).saturating_mul(for_left);
                    left.cmp(&i128::from(*right).saturating_mul(for_right))
                }))
            }
            _ => Box::new(self.values().zip(other.values()).map(|(left, right)| left.cmp(&right))),
        }
    }
}
