//! Quotients and roundings of whole columns.

use num_integer::Integer;

use super::arithmetic::each;
use super::{Column, Common, Failure, Failures, MOST, Store, narrow};
use crate::calculate::Undivided;
use crate::number::{Exact, common_divisor};
use crate::rounding::Rounding;

impl Column {
    /// The quotient `self / other`, row by row, exact.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (mean, _) = Column::from_whole(vec![7, 1]).divided_by(&Column::from_whole(vec![2, 3]));
    /// assert_eq!(mean.at(1).unwrap().to_string(), "1/3");
    /// ```
    #[must_use]
    pub fn divided_by(&self, other: &Column) -> (Column, Failures) {
        if let (Store::Common(left), Store::Common(right)) = (&self.0, &other.0) {
            return quotients(left, right);
        }
        let mut failures = Failures::new();
        let rows = self.values().zip(other.values()).enumerate();
        let values = rows.map(|(row, (left, right))| {
            left.divided_by(&right).unwrap_or_else(|undivided| {
                failures.push((row, failure(undivided)));
                Exact::ZERO
            })
        });
        let values = values.collect();
        (Column::from_exacts(values), failures)
    }

    /// The quotient with one number, row by row; when that is zero every row fails.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (third, _) = Column::from_whole(vec![1, 6]).divided_by_exact(&Exact::from(3));
    /// assert_eq!(third.sum().unwrap().to_string(), "7/3");
    /// ```
    #[must_use]
    pub fn divided_by_exact(&self, divisor: &Exact) -> (Column, Failures) {
        match Exact::ONE.divided_by(divisor) {
            Ok(factor) => self.times_exact(&factor),
            Err(undivided) => {
                let failures = (0..self.len()).map(|row| (row, failure(undivided))).collect();
                (Column::constant(&Exact::ZERO, self.len()), failures)
            }
        }
    }

    /// Every number rounded to `places` decimal places.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact, Rounding};
    ///
    /// let column = Column::constant(&Exact::parse("38.765").unwrap(), 1);
    /// let (rounded, _) = column.rounded(2, Rounding::HalfAwayFromZero);
    /// assert_eq!(rounded.at(0).unwrap().to_string(), "38.77");
    /// ```
    #[must_use]
    pub fn rounded(&self, places: i32, mode: Rounding) -> (Column, Failures) {
        if let Store::Common(common) = &self.0
            && let Some(rounded) = common.rounded(places, mode)
        {
            return (Column(Store::Common(rounded)), Failures::new());
        }
        each(self.values(), |value| value.rounded(places, mode))
    }
}

impl Common {
    /// The numbers rounded in 64 bits; nothing when that may overflow.
    fn rounded(&self, places: i32, mode: Rounding) -> Option<Common> {
        let power = 10_i64.checked_pow(places.unsigned_abs());
        // The step is 1/power or power: a numerator times `factor` over `divisor` counts steps.
        let (factor, divisor, over, back) = if places >= 0 {
            let power = power?;
            let shared = power.gcd(&self.over);
            (power.checked_div(shared)?, self.over.checked_div(shared)?, power, 1)
        } else {
            (1, self.over.checked_mul(power?)?, 1, power?)
        };
        if divisor == 1 {
            return Some(self.clone());
        }
        let reach = narrow::scaled_bound(self.bound, factor)?;
        let most = reach.checked_div(divisor.unsigned_abs())?.checked_add(1)?;
        let bound = most.checked_mul(back.unsigned_abs()).filter(|bound| *bound <= MOST)?;
        let numerators = self.numerators.iter().map(|row| row.wrapping_mul(factor));
        let numerators: Vec<i64> = match mode {
            // By far the most common: one division, and no question for each row. Three times 2^62 fit 64 bits.
            Rounding::HalfAwayFromZero if reach <= MOST / 2 && divisor.unsigned_abs() <= MOST / 2 => {
                let (half, divisor) = (divisor.unsigned_abs(), divisor.unsigned_abs().wrapping_mul(2));
                let nearest = |scaled: i64| {
                    let doubled = scaled.unsigned_abs().wrapping_mul(2).wrapping_add(half);
                    let steps = doubled.checked_div(divisor).unwrap_or(0).cast_signed();
                    (if scaled < 0 { steps.wrapping_neg() } else { steps }).wrapping_mul(back)
                };
                numerators.map(nearest).collect()
            }
            _ => numerators.map(|scaled| rounded(mode, scaled, divisor).wrapping_mul(back)).collect(),
        };
        Some(Common { numerators, over, bound })
    }
}

/// The whole number that `scaled / divisor` rounds to; `divisor` is above zero.
fn rounded(mode: Rounding, scaled: i64, divisor: i64) -> i64 {
    let cut = scaled.checked_div(divisor).unwrap_or(0);
    let rest = scaled.wrapping_sub(cut.wrapping_mul(divisor)).unsigned_abs();
    // The rest is below the divisor, which is below 2^63, so its double fits.
    let half = rest.wrapping_mul(2).cmp(&divisor.unsigned_abs());
    let grows = rest != 0 && mode.grows(scaled < 0, cut & 1 == 1, half);
    let one = if scaled < 0 { -1 } else { 1 };
    cut.wrapping_add(if grows { one } else { 0 })
}

/// The quotients of two common columns.
fn quotients(left: &Common, right: &Common) -> (Column, Failures) {
    let mut failures = Failures::new();
    let (for_left, for_right, _) = narrow::factors(left.over, right.over);
    let mut fractions = Vec::with_capacity(left.numerators.len().min(right.numerators.len()));
    for (row, (above, below)) in left.numerators.iter().zip(&right.numerators).enumerate() {
        if *below == 0 {
            failures.push((row, Failure::DividedByZero));
            fractions.push((0, 1));
            continue;
        }
        // left/lo ÷ right/ro = (left × ro) / (right × lo), and `factors` has cut ro and lo down already.
        let above = i128::from(*above).wrapping_mul(i128::from(for_left));
        let below = i128::from(*below).wrapping_mul(i128::from(for_right));
        let divisor = common_divisor(above, below).wrapping_mul(i128::from(below.signum() as i8));
        let cut = |term: i128| term.checked_div(divisor).unwrap_or(term);
        fractions.push((cut(above), cut(below)));
    }
    let column = match over_one(&fractions) {
        Some(common) => Column(Store::Common(common)),
        None => {
            let exact = |(above, below)| Exact::from_fraction(above, below).unwrap_or_default();
            Column(Store::Each(fractions.into_iter().map(exact).collect()))
        }
    };
    (column, failures)
}

/// Fractions in lowest terms as one common column, where that fits.
fn over_one(fractions: &[(i128, i128)]) -> Option<Common> {
    let mut over = 1_i64;
    for (_, below) in fractions {
        let below = i64::try_from(*below).ok()?;
        if over.checked_rem(below)? != 0 {
            over = narrow::least_multiple(over, below)?;
        }
    }
    let numerators = fractions.iter().map(|(above, below)| {
        let factor = i128::from(over).checked_div(*below)?;
        let numerator = i64::try_from(above.checked_mul(factor)?).ok()?;
        (numerator != i64::MIN).then_some(numerator)
    });
    let numerators: Vec<i64> = numerators.collect::<Option<_>>()?;
    let bound = narrow::bound(&numerators);
    Some(Common { numerators, over, bound })
}

/// The failure of a row whose quotient does not exist.
fn failure(undivided: Undivided) -> Failure {
    match undivided {
        Undivided::Zero => Failure::DividedByZero,
        Undivided::TooLarge => Failure::TooLarge,
    }
}
