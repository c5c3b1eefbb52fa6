//! The exact number and its arithmetic.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;

use super::ratio;
use super::rounding::Rounding;

/// The most places of the small case.
const MOST_PLACES: u32 = 28;

/// More places than any number that can be held has digits; beyond it, rounding needs no more precision.
const FARTHEST_PLACE: i32 = 1_300;

/// A number that is held exactly: a decimal, or a ratio of integers when no decimal can hold it.
///
/// Each value has one form, so equality, order and hash go by value: `1.0` is `1`, and `1/2` is `0.5`.
/// Numerator and denominator have at most 4096 bits; an operation whose result would need more gives nothing.
/// There is one zero, without a sign.
///
/// # Example
///
/// ```
/// use jixiao::exact::{Exact, Rounding};
///
/// let third = Exact::from(1).divided_by(&Exact::from(3)).unwrap();
/// let product = third.times(&Exact::parse("0.015").unwrap()).unwrap();
/// assert_eq!(product.to_string(), "0.005");
/// assert_eq!(product.rounded(2, Rounding::HalfAwayFromZero).unwrap().to_string(), "0.01");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Form);

/// The two forms; a value that fits the small one is never held as a ratio.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// A decimal without trailing zeros behind the point.
    Small(Decimal),
    /// A ratio in lowest terms with a denominator above zero.
    Ratio(Box<BigRational>),
}

/// Which side of zero a number is on.
///
/// # Example
///
/// ```
/// use jixiao::exact::{Exact, Sign};
///
/// assert_eq!(Exact::from(-3).sign(), Sign::Negative);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sign {
    /// Below zero.
    Negative,
    /// Zero itself.
    Zero,
    /// Above zero.
    Positive,
}

/// Why a division gave no number.
///
/// # Example
///
/// ```
/// use jixiao::exact::{Exact, Undivided};
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
    /// The number 0.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao::exact::Exact::ZERO.to_string(), "0");
    /// ```
    pub const ZERO: Exact = Exact(Form::Small(Decimal::ZERO));

    /// The number 1.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao::exact::Exact::ONE.to_string(), "1");
    /// ```
    pub const ONE: Exact = Exact(Form::Small(Decimal::ONE));

    /// Ten to the power of `exponent`, which may be negative; nothing when that is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert_eq!(Exact::power_of_ten(-2).unwrap().to_string(), "0.01");
    /// assert_eq!(Exact::power_of_ten(2_000), None);
    /// ```
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Option<Exact> {
        if exponent.unsigned_abs() > FARTHEST_PLACE.unsigned_abs() {
            return None;
        }
        Exact::from_ratio(ratio::from_steps(BigInt::from(1), exponent.checked_neg()?))
    }

    /// The sum; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
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
        Exact::from_ratio(ratio::plus(&self.as_ratio(), &other.as_ratio()))
    }

    /// The difference `self - other`; nothing when it is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
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
    /// use jixiao::exact::Exact;
    ///
    /// let product = Exact::parse("1.05").unwrap().times(&Exact::parse("0.95").unwrap()).unwrap();
    /// assert_eq!(product.to_string(), "0.9975");
    /// ```
    #[must_use]
    pub fn times(&self, other: &Exact) -> Option<Exact> {
        if let (Form::Small(left), Form::Small(right)) = (&self.0, &other.0)
            && let Some(product) = left.mantissa().checked_mul(right.mantissa())
        {
            return Some(Exact::from_mantissa(product, left.scale().saturating_add(right.scale())));
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
    /// use jixiao::exact::Exact;
    ///
    /// assert_eq!(Exact::from(2).divided_by(&Exact::from(3)).unwrap().to_string(), "2/3");
    /// assert_eq!(Exact::from(1).divided_by(&Exact::from(8)).unwrap().to_string(), "0.125");
    /// ```
    pub fn divided_by(&self, other: &Exact) -> Result<Exact, Undivided> {
        if other.is_zero() {
            return Err(Undivided::Zero);
        }
        if let Some((left, right, _)) = self.aligned(other) {
            return Exact::from_fraction(left, right).ok_or(Undivided::Zero);
        }
        let quotient = ratio::divided_by(&self.as_ratio(), &other.as_ratio()).ok_or(Undivided::Zero)?;
        Exact::from_ratio(quotient).ok_or(Undivided::TooLarge)
    }

    /// The number with the other sign.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert_eq!(Exact::from(5).negated(), Exact::from(-5));
    /// ```
    #[must_use]
    pub fn negated(&self) -> Exact {
        match &self.0 {
            Form::Small(decimal) if decimal.is_zero() => Exact::ZERO,
            Form::Small(decimal) => {
                let mut decimal = *decimal;
                decimal.set_sign_positive(decimal.is_sign_negative());
                Exact(Form::Small(decimal))
            }
            Form::Ratio(ratio) => {
                let (numerator, denominator) = (ratio.numer().clone(), ratio.denom().clone());
                let negated = BigInt::from_biguint(
                    match numerator.sign() {
                        num_bigint::Sign::Minus => num_bigint::Sign::Plus,
                        num_bigint::Sign::NoSign => num_bigint::Sign::NoSign,
                        num_bigint::Sign::Plus => num_bigint::Sign::Minus,
                    },
                    numerator.into_parts().1,
                );
                Exact(Form::Ratio(Box::new(BigRational::new_raw(negated, denominator))))
            }
        }
    }

    /// The distance from zero.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert_eq!(Exact::from(-5).absolute(), Exact::from(5));
    /// ```
    #[must_use]
    pub fn absolute(&self) -> Exact {
        if self.sign() == Sign::Negative { self.negated() } else { self.clone() }
    }

    /// Which side of zero the number is on.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::{Exact, Sign};
    ///
    /// assert_eq!(Exact::ZERO.sign(), Sign::Zero);
    /// ```
    #[must_use]
    pub fn sign(&self) -> Sign {
        let (zero, negative) = match &self.0 {
            Form::Small(decimal) => (decimal.is_zero(), decimal.is_sign_negative()),
            Form::Ratio(ratio) => (ratio.is_zero(), ratio.is_negative()),
        };
        match (zero, negative) {
            (true, _) => Sign::Zero,
            (false, true) => Sign::Negative,
            (false, false) => Sign::Positive,
        }
    }

    /// Whether the number is 0.
    ///
    /// # Example
    ///
    /// ```
    /// assert!(jixiao::exact::Exact::from(0).is_zero());
    /// ```
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.sign() == Sign::Zero
    }

    /// Whether the number is an integer.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert!(Exact::parse("3.0").unwrap().is_whole());
    /// assert!(!Exact::parse("3.5").unwrap().is_whole());
    /// ```
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Form::Small(decimal) => decimal.scale() == 0,
            Form::Ratio(ratio) => ratio.is_integer(),
        }
    }

    /// Whether some number of decimal places writes the number in full.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert!(Exact::parse("0.125").unwrap().terminates());
    /// assert!(!Exact::parse("1/3").unwrap().terminates());
    /// ```
    #[must_use]
    pub fn terminates(&self) -> bool {
        match &self.0 {
            Form::Small(_) => true,
            Form::Ratio(ratio) => ratio::decimal_places(ratio).is_some(),
        }
    }

    /// The number as an `i64`, when it is whole and fits.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    ///
    /// assert_eq!(Exact::parse("12").unwrap().to_i64(), Some(12));
    /// assert_eq!(Exact::parse("12.5").unwrap().to_i64(), None);
    /// ```
    #[must_use]
    pub fn to_i64(&self) -> Option<i64> {
        match &self.0 {
            Form::Small(decimal) if decimal.scale() == 0 => i64::try_from(decimal.mantissa()).ok(),
            _ => None,
        }
    }

    /// The number rounded to `places` decimal places, or to tens, hundreds and so on when that is negative.
    ///
    /// Nothing when the result is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::{Exact, Rounding};
    ///
    /// let amount = Exact::parse("1250.005").unwrap();
    /// assert_eq!(amount.rounded(2, Rounding::HalfAwayFromZero).unwrap().to_string(), "1250.01");
    /// assert_eq!(amount.rounded(-2, Rounding::Down).unwrap().to_string(), "1200");
    /// ```
    #[must_use]
    pub fn rounded(&self, places: i32, mode: Rounding) -> Option<Exact> {
        if let Form::Small(decimal) = &self.0 {
            let scale = i32::try_from(decimal.scale()).ok()?;
            if scale <= places {
                return Some(self.clone());
            }
            let dropped = u32::try_from(scale.saturating_sub(places)).ok()?;
            if let (Some(divisor), Ok(kept)) = (10_i128.checked_pow(dropped), u32::try_from(places)) {
                return Some(Exact::from_mantissa(mode.quotient(decimal.mantissa(), divisor)?, kept));
            }
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
    /// use jixiao::exact::{Exact, Rounding};
    ///
    /// let (amount, step) = (Exact::from(1_030), Exact::from(50));
    /// assert_eq!(amount.rounded_to(&step, Rounding::HalfAwayFromZero), Ok(Exact::from(1_050)));
    /// ```
    pub fn rounded_to(&self, multiple: &Exact, mode: Rounding) -> Result<Exact, Undivided> {
        let multiple = multiple.absolute();
        let count = self.divided_by(&multiple)?.rounded(0, mode).ok_or(Undivided::TooLarge)?;
        count.times(&multiple).ok_or(Undivided::TooLarge)
    }

    /// The number `mantissa / 10^places` in its one form.
    pub(super) fn from_mantissa(mantissa: i128, places: u32) -> Exact {
        let (mut mantissa, mut places) = (mantissa, places);
        while places > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            places = places.saturating_sub(1);
        }
        match Decimal::try_from_i128_with_scale(mantissa, places) {
            Ok(decimal) if places <= MOST_PLACES => Exact(Form::Small(decimal)),
            _ => {
                let ratio = BigRational::new(BigInt::from(mantissa), ratio::power_of_ten(places));
                Exact(Form::Ratio(Box::new(ratio)))
            }
        }
    }

    /// The number `numerator / denominator` in its one form; nothing when the denominator is zero.
    pub(super) fn from_fraction(numerator: i128, denominator: i128) -> Option<Exact> {
        if denominator == 0 {
            return None;
        }
        if let Some(quotient) = numerator.checked_div(denominator)
            && numerator.checked_rem(denominator) == Some(0)
        {
            return Some(Exact::from_mantissa(quotient, 0));
        }
        Exact::from_ratio(BigRational::new(BigInt::from(numerator), BigInt::from(denominator)))
    }

    /// The number that `ratio` is, in its one form; nothing when it is too large to be held.
    pub(super) fn from_ratio(ratio: BigRational) -> Option<Exact> {
        // Five to the 28th has 66 bits and two to the 28th has 29, so a longer denominator never fits.
        if ratio.denom().bits() <= 94
            && let Some(places) = ratio::decimal_places(&ratio)
            && places <= MOST_PLACES
            && let Ok(places) = i32::try_from(places)
            && let Some(mantissa) = ratio::steps(&ratio, places, Rounding::TowardsZero).to_i128()
            && let Ok(decimal) = Decimal::try_from_i128_with_scale(mantissa, places.unsigned_abs())
        {
            return Some(Exact(Form::Small(decimal)));
        }
        ratio::holds(&ratio).then(|| Exact(Form::Ratio(Box::new(ratio))))
    }

    /// The number as a ratio of big integers in lowest terms.
    pub(super) fn as_ratio(&self) -> BigRational {
        match &self.0 {
            Form::Small(decimal) => {
                BigRational::new(BigInt::from(decimal.mantissa()), ratio::power_of_ten(decimal.scale()))
            }
            Form::Ratio(ratio) => ratio.as_ref().clone(),
        }
    }

    /// Mantissa and places of the small form.
    pub(super) fn as_mantissa(&self) -> Option<(i128, u32)> {
        match &self.0 {
            Form::Small(decimal) => Some((decimal.mantissa(), decimal.scale())),
            Form::Ratio(_) => None,
        }
    }

    /// Numerator and denominator (above zero), not always in lowest terms, when both fit 64 bits.
    pub(super) fn as_fraction(&self) -> Option<(i64, i64)> {
        let (numerator, denominator) = match &self.0 {
            Form::Small(decimal) => {
                (i64::try_from(decimal.mantissa()).ok()?, 10_i64.checked_pow(decimal.scale())?)
            }
            Form::Ratio(ratio) => (ratio.numer().to_i64()?, ratio.denom().to_i64()?),
        };
        (numerator != i64::MIN).then_some((numerator, denominator))
    }

    /// Both numbers as integers over one power of ten, and its places, when both are small and that fits.
    fn aligned(&self, other: &Exact) -> Option<(i128, i128, u32)> {
        let ((left, left_places), (right, right_places)) = (self.as_mantissa()?, other.as_mantissa()?);
        let places = left_places.max(right_places);
        let left = left.checked_mul(10_i128.checked_pow(places.checked_sub(left_places)?)?)?;
        let right = right.checked_mul(10_i128.checked_pow(places.checked_sub(right_places)?)?)?;
        Some((left, right, places))
    }
}

impl Default for Exact {
    fn default() -> Exact {
        Exact::ZERO
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Exact {
        Exact(Form::Small(Decimal::from(whole)))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        match self.aligned(other) {
            Some((left, right, _)) => left.cmp(&right),
            None => self.as_ratio().cmp(&other.as_ratio()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The greatest common divisor of two magnitudes; never zero.
pub(super) fn common_divisor(left: i128, right: i128) -> i128 {
    left.gcd(&right).max(1)
}
