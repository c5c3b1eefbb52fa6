//! Sums, differences, products and signs of whole columns.

use super::{Column, Common, Failure, Failures, Store, narrow};
use crate::number::Exact;

impl Column {
    /// The sum, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (sum, failures) = Column::from_whole(vec![1, 2]).plus(&Column::from_whole(vec![10, 20]));
    /// assert_eq!((sum.at(1), failures.len()), (Some(Exact::from(22)), 0));
    /// ```
    #[must_use]
    pub fn plus(&self, other: &Column) -> (Column, Failures) {
        if let (Store::Common(left), Store::Common(right)) = (&self.0, &other.0) {
            return (added(left, right, 1), Failures::new());
        }
        each(self.values().zip(other.values()), |(left, right)| left.plus(&right))
    }

    /// The difference `self - other`, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (rest, _) = Column::from_whole(vec![5]).minus(&Column::from_whole(vec![7]));
    /// assert_eq!(rest.at(0), Some(Exact::from(-2)));
    /// ```
    #[must_use]
    pub fn minus(&self, other: &Column) -> (Column, Failures) {
        if let (Store::Common(left), Store::Common(right)) = (&self.0, &other.0) {
            return (added(left, right, -1), Failures::new());
        }
        each(self.values().zip(other.values()), |(left, right)| left.minus(&right))
    }

    /// The product, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (product, _) = Column::from_whole(vec![5]).times(&Column::from_whole(vec![7]));
    /// assert_eq!(product.at(0), Some(Exact::from(35)));
    /// ```
    #[must_use]
    pub fn times(&self, other: &Column) -> (Column, Failures) {
        if let (Store::Common(left), Store::Common(right)) = (&self.0, &other.0) {
            let rows = left.numerators.iter().zip(&right.numerators);
            if let Some(over) = left.over.checked_mul(right.over)
                && let Some(bound) = left.bound.checked_mul(right.bound)
                && bound <= super::MOST
            {
                let numerators = rows.map(|(left, right)| left.wrapping_mul(*right)).collect();
                return (Column(Store::Common(Common { numerators, over, bound })), Failures::new());
            }
            let wide = rows.map(|(left, right)| i128::from(*left).wrapping_mul(i128::from(*right))).collect();
            let over = i128::from(left.over).wrapping_mul(i128::from(right.over));
            return (narrow::from_wide(wide, over), Failures::new());
        }
        each(self.values().zip(other.values()), |(left, right)| left.times(&right))
    }

    /// The sum with one number, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![5]).plus_exact(&Exact::ONE).0.at(0), Some(Exact::from(6)));
    /// ```
    #[must_use]
    pub fn plus_exact(&self, value: &Exact) -> (Column, Failures) {
        if let Store::Common(_) = &self.0
            && value.as_fraction().is_some()
        {
            return self.plus(&Column::constant(value, self.len()));
        }
        each(self.values(), |left| left.plus(value))
    }

    /// The difference with one number, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![5]).minus_exact(&Exact::ONE).0.at(0), Some(Exact::from(4)));
    /// ```
    #[must_use]
    pub fn minus_exact(&self, value: &Exact) -> (Column, Failures) {
        self.plus_exact(&value.negated())
    }

    /// The product with one number, row by row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![5]).times_exact(&Exact::from(3)).0.at(0), Some(Exact::from(15)));
    /// ```
    #[must_use]
    pub fn times_exact(&self, factor: &Exact) -> (Column, Failures) {
        if let Store::Common(common) = &self.0
            && let Some(factor) = factor.as_fraction()
        {
            return (Column(common.times_fraction(factor)), Failures::new());
        }
        each(self.values(), |left| left.times(factor))
    }

    /// The numbers with the other sign.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![5]).negated().at(0), Some(Exact::from(-5)));
    /// ```
    #[must_use]
    pub fn negated(&self) -> Column {
        Column(match &self.0 {
            Store::Common(common) => Store::Common(common.mapped(i64::wrapping_neg)),
            Store::Each(values) => Store::Each(values.iter().map(Exact::negated).collect()),
        })
    }

    /// The distances from zero.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![-5]).absolute().at(0), Some(Exact::from(5)));
    /// ```
    #[must_use]
    pub fn absolute(&self) -> Column {
        Column(match &self.0 {
            Store::Common(common) => Store::Common(common.mapped(i64::wrapping_abs)),
            Store::Each(values) => Store::Each(values.iter().map(Exact::absolute).collect()),
        })
    }

    /// The sum of columns, each times a number: the points of many counts in one go.
    ///
    /// As long as the shortest column; without terms it is empty.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (day, night) = (Column::from_whole(vec![10, 12]), Column::from_whole(vec![3, 0]));
    /// let (one, more) = (Exact::ONE, Exact::parse("2.5").unwrap());
    /// let (points, _) = Column::linear(&[(&day, &one), (&night, &more)]);
    /// assert_eq!(points.at(0).unwrap().to_string(), "17.5");
    /// ```
    #[must_use]
    pub fn linear(terms: &[(&Column, &Exact)]) -> (Column, Failures) {
        let length = terms.iter().map(|(column, _)| column.len()).min().unwrap_or(0);
        if let Some(common) = common_linear(terms, length) {
            return (Column(Store::Common(common)), Failures::new());
        }
        let mut sum = Column::constant(&Exact::ZERO, length);
        let mut failures = Failures::new();
        for (column, factor) in terms {
            failures.extend(sum.accumulate_product(column, factor));
        }
        failures.sort_unstable_by_key(|(row, _)| *row);
        failures.dedup_by_key(|(row, _)| *row);
        (sum.with_zero_at(&failures), failures)
    }

    /// Adds `column` times `factor` to this column; the rows beyond the shorter one are dropped.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let mut points = Column::constant(&Exact::ZERO, 2);
    /// let failures = points.accumulate_product(&Column::from_whole(vec![4, 6]), &Exact::parse("0.5").unwrap());
    /// assert_eq!((points.sum(), failures.len()), (Some(Exact::from(5)), 0));
    /// ```
    #[must_use]
    pub fn accumulate_product(&mut self, column: &Column, factor: &Exact) -> Failures {
        let length = self.len().min(column.len());
        if let Some(common) = common_linear(&[(self, &Exact::ONE), (column, factor)], length) {
            self.0 = Store::Common(common);
            return Failures::new();
        }
        let (product, mut failures) = column.times_exact(factor);
        let (sum, more) = self.plus(&product);
        failures.extend(more);
        failures.sort_unstable_by_key(|(row, _)| *row);
        *self = sum.with_zero_at(&failures);
        failures
    }

    /// The column with zero in the rows that failed.
    fn with_zero_at(self, failures: &Failures) -> Column {
        if failures.is_empty() {
            return self;
        }
        let mut values: Vec<Exact> = self.values().collect();
        for (row, _) in failures {
            if let Some(value) = values.get_mut(*row) {
                *value = Exact::ZERO;
            }
        }
        Column::from_exacts(values)
    }
}

impl Common {
    /// The numbers times `factor`, a fraction that need not be in lowest terms.
    pub(super) fn times_fraction(&self, (numerator, denominator): (i64, i64)) -> Store {
        let (numerator, over) = reduced_factor(self.over, (numerator, denominator));
        if let (Some(over), Some(bound)) =
            (i64::try_from(over).ok(), narrow::scaled_bound(self.bound, numerator))
        {
            let numerators = self.numerators.iter().map(|row| row.wrapping_mul(numerator)).collect();
            return Store::Common(Common { numerators, over, bound });
        }
        let numerator = i128::from(numerator);
        let wide = self.numerators.iter().map(|row| i128::from(*row).wrapping_mul(numerator)).collect();
        narrow::from_wide(wide, over).0
    }

    /// The numbers after a change that leaves their distance from zero alone.
    fn mapped(&self, change: impl Fn(i64) -> i64) -> Common {
        Common { numerators: self.numerators.iter().map(|row| change(*row)).collect(), ..*self }
    }
}

/// Applies `operation` number by number, and tells the rows whose result is too large.
pub(super) fn each<T>(
    rows: impl Iterator<Item = T>,
    operation: impl Fn(T) -> Option<Exact>,
) -> (Column, Failures) {
    let mut failures = Failures::new();
    let values = rows.enumerate().map(|(row, item)| {
        operation(item).unwrap_or_else(|| {
            failures.push((row, Failure::TooLarge));
            Exact::ZERO
        })
    });
    let values = values.collect();
    (Column::from_exacts(values), failures)
}

/// A factor for numerators over `over`, cut down by what it shares with `over`, and the new denominator.
fn reduced_factor(over: i64, (numerator, denominator): (i64, i64)) -> (i64, i128) {
    let (numerator, denominator) = narrow::lowest(numerator, denominator);
    let (numerator, over) = narrow::lowest(numerator, over);
    (numerator, i128::from(over).wrapping_mul(i128::from(denominator)))
}

/// `left + sign × right`.
fn added(left: &Common, right: &Common, sign: i64) -> Column {
    let (for_left, for_right, over) = narrow::factors(left.over, right.over);
    let for_right = for_right.wrapping_mul(sign);
    let rows = left.numerators.iter().zip(&right.numerators);
    if let Ok(over) = i64::try_from(over)
        && let Some(bound) = sum_bound([(left.bound, for_left), (right.bound, for_right)])
    {
        let sum = |(left, right): (&i64, &i64)| {
            left.wrapping_mul(for_left).wrapping_add(right.wrapping_mul(for_right))
        };
        return Column(Store::Common(Common { numerators: rows.map(sum).collect(), over, bound }));
    }
    // Twice a product of two numbers below 2^63 is below 2^127.
    let (for_left, for_right) = (i128::from(for_left), i128::from(for_right));
    let wide = rows.map(|(left, right)| {
        let left = i128::from(*left).wrapping_mul(for_left);
        left.wrapping_add(i128::from(*right).wrapping_mul(for_right))
    });
    narrow::from_wide(wide.collect(), over)
}

/// The bound of a sum of bounded terms with factors, when a common column may have it.
fn sum_bound(terms: impl IntoIterator<Item = (u64, i64)>) -> Option<u64> {
    let sum = terms
        .into_iter()
        .try_fold(0_u64, |sum, (bound, factor)| sum.checked_add(narrow::scaled_bound(bound, factor)?))?;
    (sum <= super::MOST).then_some(sum)
}

/// The sum of columns times numbers in 64 bits; nothing when a column is not common or the sum may overflow.
fn common_linear(terms: &[(&Column, &Exact)], length: usize) -> Option<Common> {
    let mut parts = Vec::with_capacity(terms.len());
    let mut over = 1_i64;
    for (column, factor) in terms {
        let Store::Common(common) = &column.0 else { return None };
        let (numerator, denominator) = reduced_factor(common.over, factor.as_fraction()?);
        let denominator = i64::try_from(denominator).ok()?;
        over = narrow::least_multiple(over, denominator)?;
        parts.push((common, numerator, denominator));
    }
    let mut factors = Vec::with_capacity(parts.len());
    for (common, numerator, denominator) in parts {
        factors.push((common, numerator.checked_mul(over.checked_div(denominator)?)?));
    }
    let bound = sum_bound(factors.iter().map(|(common, factor)| (common.bound, *factor)))?;
    let mut numerators = vec![0_i64; length];
    for (common, factor) in factors {
        for (sum, row) in numerators.iter_mut().zip(&common.numerators) {
            *sum = sum.wrapping_add(row.wrapping_mul(factor));
        }
    }
    Some(Common { numerators, over, bound })
}
