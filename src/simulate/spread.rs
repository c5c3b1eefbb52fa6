//! How unequal figures are: the Gini coefficient and the ratio of the 90th to the 10th percentile.

use crate::exact::{Column, Exact, Sign};

/// How unequal figures are, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The Gini coefficient, from 0 (all alike); none where a figure is below zero or all are zero.
    pub gini: Option<Exact>,
    /// The figure that a tenth of the rows do not exceed (nearest rank).
    pub tenth: Option<Exact>,
    /// The figure that nine tenths of the rows do not exceed (nearest rank).
    pub ninetieth: Option<Exact>,
    /// The one through the other; none where the tenth is not above zero.
    pub ratio: Option<Exact>,
}

impl Spread {
    /// The spread of some figures.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Column;
    /// use jixiao::simulate::Spread;
    ///
    /// let spread = Spread::of(&Column::from_whole(vec![3, 1]));
    /// assert_eq!(spread.gini.unwrap().to_string(), "0.25");
    /// assert_eq!(spread.ratio.unwrap().to_string(), "3");
    /// ```
    #[must_use]
    pub fn of(column: &Column) -> Self {
        let order = column.ascending();
        let at = |tenths: usize| {
            // The nearest rank: the first row behind which at most the rest of the rows lies.
            let rank = order.len().saturating_mul(tenths).div_ceil(10);
            let row = order.get(rank.checked_sub(1)?)?;
            column.at(usize::try_from(*row).ok()?)
        };
        let (tenth, ninetieth) = (at(1), at(9));
        let positive = tenth.as_ref().filter(|tenth| tenth.sign() == Sign::Positive);
        let ratio = positive.zip(ninetieth.as_ref()).and_then(|(low, high)| high.divided_by(low).ok());
        Self { gini: gini(column, &order), tenth, ninetieth, ratio }
    }
}

/// The sum over the ascending figures of (2·place − count − 1) · figure, through count times their sum.
fn gini(column: &Column, order: &[u32]) -> Option<Exact> {
    if column.smallest()?.sign() == Sign::Negative {
        return None;
    }
    let count = i64::try_from(order.len()).ok()?;
    let mut places = vec![0_i64; order.len()];
    for (place, row) in (1_i64..).zip(order) {
        let weight = place.checked_mul(2)?.checked_sub(count)?.checked_sub(1)?;
        *places.get_mut(usize::try_from(*row).ok()?)? = weight;
    }
    let (weighted, failures) = column.times(&Column::from_whole(places));
    if !failures.is_empty() {
        return None;
    }
    weighted.sum()?.divided_by(&column.sum()?.times(&Exact::from(count))?).ok()
}
