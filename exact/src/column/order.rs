//! Columns in order: the rows from the smallest number to the largest, and the place of each row.

use std::cmp::Ordering;

use super::{Column, Store};

impl Column {
    /// The rows from the smallest number to the largest; rows with one number stay in their order.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Column;
    ///
    /// assert_eq!(Column::from_whole(vec![3, 1, 3, 2]).ascending(), [1, 3, 0, 2]);
    /// ```
    #[must_use]
    pub fn ascending(&self) -> Vec<u32> {
        let mut rows: Vec<u32> = (0..).take(self.len()).collect();
        rows.sort_unstable_by(|one, other| self.order(*one, *other).then(one.cmp(other)));
        rows
    }

    /// The place of every row from the largest number down: 1 for the largest; rows with one number share a place.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Column;
    ///
    /// assert_eq!(Column::from_whole(vec![3, 1, 3, 2]).ranks(), [1, 4, 1, 3]);
    /// ```
    #[must_use]
    pub fn ranks(&self) -> Vec<u32> {
        let order = self.ascending();
        let mut ranks = vec![0_u32; order.len()];
        let mut above: Option<(u32, u32)> = None;
        for (place, row) in (1_u32..).zip(order.iter().rev()) {
            let place = match above {
                Some((other, shared)) if self.order(other, *row).is_eq() => shared,
                _ => place,
            };
            above = Some((*row, place));
            if let Some(rank) = usize::try_from(*row).ok().and_then(|row| ranks.get_mut(row)) {
                *rank = place;
            }
        }
        ranks
    }

    fn order(&self, one: u32, other: u32) -> Ordering {
        let (Ok(one), Ok(other)) = (usize::try_from(one), usize::try_from(other)) else {
            return Ordering::Equal;
        };
        match &self.0 {
            Store::Common(common) => common.numerators.get(one).cmp(&common.numerators.get(other)),
            Store::Each(values) => values.get(one).cmp(&values.get(other)),
        }
    }
}
