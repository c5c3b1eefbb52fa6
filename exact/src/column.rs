//! Many numbers at once: whole-column arithmetic in machine integers where that is exact.
//!
//! A column is either integers over one common denominator, with a known bound on their size, or one
//! [`Exact`] for each row. The bound tells before a pass whether 64-bit arithmetic can overflow in it; where it
//! can, the pass is done in 128 bits or number by number. The values are the same on every path.

mod arithmetic;
mod compare;
mod divide;
mod narrow;
mod order;
mod reduce;
mod share;
mod text;

pub use compare::Comparison;
pub use share::SharedColumn;

use super::number::Exact;

/// The largest numerator that a common column holds, so that its negative fits too.
const MOST: u64 = i64::MAX.unsigned_abs();

/// A column of exact numbers, one for each row of a roster.
///
/// An operation on two columns goes as far as the shorter one; the columns of one roster are equally long.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Column, Exact};
///
/// let shifts = Column::from_whole(vec![20, 18, 22]);
/// let (points, failures) = shifts.times_exact(&Exact::parse("1.5").unwrap());
/// assert!(failures.is_empty());
/// assert_eq!(points.sum().unwrap().to_string(), "90");
/// ```
#[derive(Clone, Debug)]
pub struct Column(Store);

/// How the numbers are kept.
#[derive(Clone, Debug)]
enum Store {
    Common(Common),
    Each(Vec<Exact>),
}

/// Integers over one denominator.
#[derive(Clone, Debug)]
struct Common {
    /// One for each row; none is the smallest `i64`.
    numerators: Vec<i64>,
    /// The denominator of all rows, above zero; not always the least one.
    over: i64,
    /// No numerator is farther from zero than this, and this is at most [`MOST`].
    bound: u64,
}

/// Why a row of a column has no value.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Column, Failure};
///
/// let (quotients, failures) = Column::from_whole(vec![1, 2]).divided_by(&Column::from_whole(vec![2, 0]));
/// assert_eq!(failures, [(1, Failure::DividedByZero)]);
/// assert!(quotients.at(1).unwrap().is_zero());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Failure {
    /// The divisor of the row is zero.
    DividedByZero,
    /// The result of the row is too large to be held.
    TooLarge,
}

/// The rows without a value, in order; in the column beside it zero stands in for each.
pub type Failures = Vec<(usize, Failure)>;

impl Column {
    /// The column of these numbers.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let column = Column::from_exacts(vec![Exact::from(1), Exact::parse("1/3").unwrap()]);
    /// assert_eq!(column.at(1).unwrap().to_string(), "1/3");
    /// ```
    #[must_use]
    pub fn from_exacts(values: Vec<Exact>) -> Column {
        match narrow::common(&values) {
            Some(common) => Column(Store::Common(common)),
            None => Column(Store::Each(values)),
        }
    }

    /// The column of these integers.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Column;
    ///
    /// assert_eq!(Column::from_whole(vec![3, 4]).sum().unwrap().to_string(), "7");
    /// ```
    #[must_use]
    pub fn from_whole(values: Vec<i64>) -> Column {
        let bound = narrow::bound(&values);
        if bound > MOST {
            return Column(Store::Each(values.into_iter().map(Exact::from).collect()));
        }
        Column(Store::Common(Common { numerators: values, over: 1, bound }))
    }

    /// The column of `length` rows that all are `value`.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::constant(&Exact::ONE, 5).sum(), Some(Exact::from(5)));
    /// ```
    #[must_use]
    pub fn constant(value: &Exact, length: usize) -> Column {
        Column(match value.as_fraction() {
            Some((numerator, over)) => Store::Common(Common {
                numerators: vec![numerator; length],
                over,
                bound: numerator.unsigned_abs(),
            }),
            None => Store::Each(vec![value.clone(); length]),
        })
    }

    /// How many rows there are.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao_exact::Column::from_whole(vec![1, 2]).len(), 2);
    /// ```
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Store::Common(common) => common.numerators.len(),
            Store::Each(values) => values.len(),
        }
    }

    /// Whether there are no rows.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(jixiao_exact::Column::from_whole(vec![]).is_empty());
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number in `row`, counted from 0; nothing beyond the last row.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// assert_eq!(Column::from_whole(vec![1, 2]).at(1), Some(Exact::from(2)));
    /// ```
    #[must_use]
    pub fn at(&self, row: usize) -> Option<Exact> {
        match &self.0 {
            Store::Common(common) => {
                let numerator = common.numerators.get(row)?;
                Exact::from_fraction(i128::from(*numerator), i128::from(common.over))
            }
            Store::Each(values) => values.get(row).cloned(),
        }
    }

    /// All numbers, in order.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let values: Vec<Exact> = Column::from_whole(vec![1, 2]).values().collect();
    /// assert_eq!(values, [Exact::from(1), Exact::from(2)]);
    /// ```
    pub fn values(&self) -> impl Iterator<Item = Exact> + '_ {
        (0..self.len()).filter_map(|row| self.at(row))
    }

    /// The rows that `rows` names, in that order, one as often as it is named; nothing when one does not exist.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let ward = Column::from_whole(vec![10, 20]);
    /// let of_nurse = ward.gather(&[1, 1, 0]).unwrap();
    /// assert_eq!(of_nurse.sum(), Some(Exact::from(50)));
    /// ```
    #[must_use]
    pub fn gather(&self, rows: &[u32]) -> Option<Column> {
        Some(Column(match &self.0 {
            Store::Common(common) => {
                Store::Common(Common { numerators: pick(&common.numerators, rows)?, ..*common })
            }
            Store::Each(values) => Store::Each(pick(values, rows)?),
        }))
    }

    /// The rows of this column where `first` holds, and those of `second` elsewhere.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let chosen = Column::from_whole(vec![1, 2]).select(&[true, false], &Column::from_whole(vec![8, 9]));
    /// assert_eq!(chosen.at(1), Some(Exact::from(9)));
    /// ```
    #[must_use]
    pub fn select(&self, first: &[bool], second: &Column) -> Column {
        if let (Store::Common(left), Store::Common(right)) = (&self.0, &second.0)
            && let Some((left, right)) = narrow::over_one(left, right)
        {
            let rows = left.numerators.iter().zip(&right.numerators).zip(first);
            return Column(Store::Common(Common {
                numerators: rows.map(|((left, right), first)| if *first { *left } else { *right }).collect(),
                over: left.over,
                bound: left.bound.max(right.bound),
            }));
        }
        let rows = self.values().zip(second.values()).zip(first);
        Column::from_exacts(rows.map(|((left, right), first)| if *first { left } else { right }).collect())
    }
}

/// Two columns are equal when they have the same numbers in the same order, however they are kept.
impl PartialEq for Column {
    fn eq(&self, other: &Column) -> bool {
        self.len() == other.len()
            && self.compare(Comparison::NotEqual, other).into_iter().all(|differs| !differs)
    }
}

impl Eq for Column {}

impl FromIterator<Exact> for Column {
    fn from_iter<I: IntoIterator<Item = Exact>>(values: I) -> Column {
        Column::from_exacts(values.into_iter().collect())
    }
}

/// The items at `rows`; nothing when one does not exist.
fn pick<T: Clone>(items: &[T], rows: &[u32]) -> Option<Vec<T>> {
    rows.iter().map(|row| items.get(usize::try_from(*row).ok()?).cloned()).collect()
}
