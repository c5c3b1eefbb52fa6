//! The arithmetic, the order and the rounding of exact numbers.

use std::cmp::Ordering;

use super::number::{Exact, FARTHEST_PLACE};
use super::ratio;
use super::rounding::Rounding;

/// Why a division gave no number.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Undivided};
///
/// assert_eq!(Exact::ONE.divided_by(&Exact::ZERO), Err(Undivided::Zero));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Undivided {
    /// The divisor is zero.
    Zero,
    /// The quotient is too large to be held.
    TooLarge,
}

impl Exact {
    /// The sum; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// let sum = Exact::parse("0.1").unwrap().plus(&Exact::parse("0.2").unwrap()).unwrap();
    /// assert_eq!(sum.to_string(), "0.3");
    /// ```
    #[must_use]
    pub fn plus(&self, other: &Exact) -> Option<Exact> {
        if let Some((left, right, places)) = self.aligned(other)
            && let Some(sum) = left.checked_add(right)
        {
            return Some(Exact::from_mantissa(sum, places));
        }
        if let Some(sum) = self.short_sum(other) {
            return Some(sum);
        }
        Exact::from_ratio(ratio::plus(&self.as_ratio(), &other.as_ratio()))
    }

    /// The difference `self - other`; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::ONE.minus(&Exact::from(3)).unwrap().to_string(), "-2");
    /// ```
    #[must_use]
    pub fn minus(&self, other: &Exact) -> Option<Exact> {
        self.plus(&other.negated())
    }

    /// The product; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// let product = Exact::parse("1.05").unwrap().times(&Exact::parse("0.95").unwrap()).unwrap();
    /// assert_eq!(product.to_string(), "0.9975");
    /// ```
    #[must_use]
    pub fn times(&self, other: &Exact) -> Option<Exact> {
        if let (Some((left, left_places)), Some((right, right_places))) =
            (self.as_mantissa(), other.as_mantissa())
            && let Some(product) = left.checked_mul(right)
        {
            return Some(Exact::from_mantissa(product, left_places.saturating_add(right_places)));
        }
        if let Some((above, below, to_above, to_below)) = self.beside(other)
            && let (Some(above), Some(below)) = (above.checked_mul(to_above), below.checked_mul(to_below))
        {
            return Exact::from_fraction(above, below);
        }
        Exact::from_ratio(ratio::times(&self.as_ratio(), &other.as_ratio()))
    }

    /// The quotient, exact.
    ///
    /// # Errors
    ///
    /// [`Undivided::Zero`] when `other` is zero, [`Undivided::TooLarge`] when the quotient cannot be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::from(2).divided_by(&Exact::from(3)).unwrap().to_string(), "2/3");
    /// assert_eq!(Exact::from(1).divided_by(&Exact::from(8)).unwrap().to_string(), "0.125");
    /// ```
    pub fn divided_by(&self, other: &Exact) -> Result<Exact, Undivided> {
        if other.is_zero() {
            return Err(Undivided::Zero);
        }
        if let Some((left, right, _)) = self.aligned(other) {
            return Exact::from_fraction(left, right).ok_or(Undivided::TooLarge);
        }
        if let Some((above, below, by_above, by_below)) = self.beside(other)
            && let (Some(above), Some(below)) = (above.checked_mul(by_below), below.checked_mul(by_above))
        {
            return Exact::from_fraction(above, below).ok_or(Undivided::TooLarge);
        }
        let quotient = ratio::divided_by(&self.as_ratio(), &other.as_ratio()).ok_or(Undivided::Zero)?;
        Exact::from_ratio(quotient).ok_or(Undivided::TooLarge)
    }

    /// The number rounded to `places` decimal places, or to tens, hundreds and so on when that is negative.
    ///
    /// Nothing when the result is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Exact, Rounding};
    ///
    /// let amount = Exact::parse("1250.005").unwrap();
    /// assert_eq!(amount.rounded(2, Rounding::HalfAwayFromZero).unwrap().to_string(), "1250.01");
    /// assert_eq!(amount.rounded(-2, Rounding::Down).unwrap().to_string(), "1200");
    /// ```
    #[must_use]
    pub fn rounded(&self, places: i32, mode: Rounding) -> Option<Exact> {
        if let Some((mantissa, scale)) = self.as_mantissa() {
            let scale = i32::try_from(scale).ok()?;
            if scale <= places {
                return Some(self.clone());
            }
            let dropped = u32::try_from(scale.saturating_sub(places)).ok()?;
            if let (Some(divisor), Ok(kept)) = (10_i128.checked_pow(dropped), u32::try_from(places)) {
                return Some(Exact::from_mantissa(mode.quotient(mantissa, divisor)?, kept));
            }
        }
        if let (Some((above, below)), Ok(kept)) = (self.as_wide_fraction(), u32::try_from(places))
            && let Some(above) = 10_i128.checked_pow(kept).and_then(|power| above.checked_mul(power))
            && let Some(steps) = mode.quotient(above, below)
        {
            return Some(Exact::from_mantissa(steps, kept));
        }
        let ratio = self.as_ratio();
        if places > FARTHEST_PLACE {
            let enough =
                ratio::decimal_places(&ratio).is_some_and(|needed| i64::from(needed) <= i64::from(places));
            return enough.then(|| self.clone());
        }
        // Below minus 1300 places every number that can be held is less than a half of one step.
        let places = places.max(FARTHEST_PLACE.checked_neg()?);
        Exact::from_ratio(ratio::from_steps(ratio::steps(&ratio, places, mode), places))
    }

    /// The number rounded to a whole multiple of `multiple`, whose sign does not matter.
    ///
    /// # Errors
    ///
    /// [`Undivided::Zero`] when `multiple` is zero, [`Undivided::TooLarge`] when the result cannot be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Exact, Rounding};
    ///
    /// let (amount, step) = (Exact::from(1_030), Exact::from(50));
    /// assert_eq!(amount.rounded_to(&step, Rounding::HalfAwayFromZero), Ok(Exact::from(1_050)));
    /// ```
    pub fn rounded_to(&self, multiple: &Exact, mode: Rounding) -> Result<Exact, Undivided> {
        let multiple = multiple.absolute();
        let count = self.divided_by(&multiple)?.rounded(0, mode).ok_or(Undivided::TooLarge)?;
        count.times(&multiple).ok_or(Undivided::TooLarge)
    }

    /// Both numbers as integers over one power of ten, and its places, when both are small and that fits.
    fn aligned(&self, other: &Exact) -> Option<(i128, i128, u32)> {
        let ((left, left_places), (right, right_places)) = (self.as_mantissa()?, other.as_mantissa()?);
        let places = left_places.max(right_places);
        let left = left.checked_mul(10_i128.checked_pow(places.checked_sub(left_places)?)?)?;
        let right = right.checked_mul(10_i128.checked_pow(places.checked_sub(right_places)?)?)?;
        Some((left, right, places))
    }

    /// Both numbers as fractions, when both are short ones.
    fn beside(&self, other: &Exact) -> Option<(i128, i128, i128, i128)> {
        let ((above, below), (other_above, other_below)) =
            (self.as_wide_fraction()?, other.as_wide_fraction()?);
        Some((above, below, other_above, other_below))
    }

    /// The sum of two short fractions, when 128 bits are enough for it.
    fn short_sum(&self, other: &Exact) -> Option<Exact> {
        let (above, below, other_above, other_below) = self.beside(other)?;
        let sum = above.checked_mul(other_below)?.checked_add(other_above.checked_mul(below)?)?;
        Exact::from_fraction(sum, below.checked_mul(other_below)?)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if let Some((left, right, _)) = self.aligned(other) {
            return left.cmp(&right);
        }
        if let Some((above, below, other_above, other_below)) = self.beside(other)
            && let (Some(left), Some(right)) =
                (above.checked_mul(other_below), other_above.checked_mul(below))
        {
            return left.cmp(&right);
        }
        self.as_ratio().cmp(&other.as_ratio())
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
