//! The exact number: its forms, and what can be asked of one.

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
pub(super) const FARTHEST_PLACE: i32 = 1_300;

/// A number that is held exactly: a decimal, or a ratio of integers when no decimal can hold it.
///
/// Each value has one form, so equality, order and hash go by value: `1.0` is `1`, and `1/2` is `0.5`.
/// Numerator and denominator have at most 4096 bits; an operation whose result would need more gives nothing.
/// There is one zero, without a sign.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Rounding};
///
/// let third = Exact::from(1).divided_by(&Exact::from(3)).unwrap();
/// let product = third.times(&Exact::parse("0.015").unwrap()).unwrap();
/// assert_eq!(product.to_string(), "0.005");
/// assert_eq!(product.rounded(2, Rounding::HalfAwayFromZero).unwrap().to_string(), "0.01");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Form);

/// The forms; a value is held in the first that it fits, and in no other.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Form {
    /// A decimal without trailing zeros behind the point.
    Small(Decimal),
    /// Numerator and denominator in lowest terms; the denominator is above one, the numerator not the least `i64`.
    Fraction(i64, i64),
    /// A ratio in lowest terms with a denominator above zero.
    Ratio(Box<BigRational>),
}

/// Which side of zero a number is on.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Sign};
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

impl Exact {
    /// The number 0.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao_exact::Exact::ZERO.to_string(), "0");
    /// ```
    pub const ZERO: Exact = Exact(Form::Small(Decimal::ZERO));

    /// The number 1.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao_exact::Exact::ONE.to_string(), "1");
    /// ```
    pub const ONE: Exact = Exact(Form::Small(Decimal::ONE));

    /// Ten to the power of `exponent`, which may be negative; nothing when that is too large to be held.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
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

    /// The exponent of the power of ten that the number is; nothing when it is none from 10⁻²⁸ to 10²⁸.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::parse("0.01").unwrap().exponent_of_ten(), Some(-2));
    /// assert_eq!(Exact::from(10_000).exponent_of_ten(), Some(4));
    /// assert_eq!(Exact::from(20).exponent_of_ten(), None);
    /// assert_eq!(Exact::ZERO.exponent_of_ten(), None);
    /// ```
    #[must_use]
    pub fn exponent_of_ten(&self) -> Option<i32> {
        let (mantissa, places) = self.as_mantissa()?;
        let zeros = mantissa.checked_ilog10()?;
        if mantissa != 10_i128.checked_pow(zeros)? {
            return None;
        }
        i32::try_from(zeros).ok()?.checked_sub(i32::try_from(places).ok()?)
    }

    /// The number with the other sign.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
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
            Form::Fraction(above, below) => Exact(Form::Fraction(above.wrapping_neg(), *below)),
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
    /// use jixiao_exact::Exact;
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
    /// use jixiao_exact::{Exact, Sign};
    ///
    /// assert_eq!(Exact::ZERO.sign(), Sign::Zero);
    /// ```
    #[must_use]
    pub fn sign(&self) -> Sign {
        let (zero, negative) = match &self.0 {
            Form::Small(decimal) => (decimal.is_zero(), decimal.is_sign_negative()),
            Form::Fraction(above, _) => (false, *above < 0),
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
    /// assert!(jixiao_exact::Exact::from(0).is_zero());
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
    /// use jixiao_exact::Exact;
    ///
    /// assert!(Exact::parse("3.0").unwrap().is_whole());
    /// assert!(!Exact::parse("3.5").unwrap().is_whole());
    /// ```
    #[must_use]
    pub fn is_whole(&self) -> bool {
        match &self.0 {
            Form::Small(decimal) => decimal.scale() == 0,
            Form::Fraction(..) => false,
            Form::Ratio(ratio) => ratio.is_integer(),
        }
    }

    /// Whether some number of decimal places writes the number in full.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert!(Exact::parse("0.125").unwrap().terminates());
    /// assert!(!Exact::parse("1/3").unwrap().terminates());
    /// ```
    #[must_use]
    pub fn terminates(&self) -> bool {
        match &self.0 {
            Form::Small(_) => true,
            Form::Fraction(_, below) => short_places((*below).into()).is_some(),
            Form::Ratio(ratio) => ratio::decimal_places(ratio).is_some(),
        }
    }

    /// The number as an `i64`, when it is whole and fits.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
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
                // A mantissa of 128 bits is always held, and the places of every caller are few.
                Exact::from_ratio(ratio).unwrap_or_default()
            }
        }
    }

    /// The number `numerator / denominator` in its one form; nothing when the denominator is zero.
    pub(super) fn from_fraction(numerator: i128, denominator: i128) -> Option<Exact> {
        let divisor = common_divisor(numerator, denominator).checked_mul(denominator.signum())?;
        let (above, below) = (numerator.checked_div(divisor)?, denominator.checked_div(divisor)?);
        if let Some(places) = short_places(below).filter(|places| *places <= MOST_PLACES)
            && let Some(factor) = 10_i128.checked_pow(places)?.checked_div(below)
            && let Some(mantissa) = above.checked_mul(factor)
            && let Ok(decimal) = Decimal::try_from_i128_with_scale(mantissa, places)
        {
            return Some(Exact(Form::Small(decimal)));
        }
        match (i64::try_from(above), i64::try_from(below)) {
            (Ok(above), Ok(below)) if above != i64::MIN => Some(Exact(Form::Fraction(above, below))),
            _ => Exact::from_ratio(BigRational::new_raw(BigInt::from(above), BigInt::from(below))),
        }
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
        if let (Some(above), Some(below)) = (ratio.numer().to_i64(), ratio.denom().to_i64())
            && above != i64::MIN
        {
            return Some(Exact(Form::Fraction(above, below)));
        }
        ratio::holds(&ratio).then(|| Exact(Form::Ratio(Box::new(ratio))))
    }

    /// The number as a ratio of big integers in lowest terms.
    pub(super) fn as_ratio(&self) -> BigRational {
        match &self.0 {
            Form::Small(decimal) => {
                BigRational::new(BigInt::from(decimal.mantissa()), ratio::power_of_ten(decimal.scale()))
            }
            Form::Fraction(above, below) => BigRational::new_raw(BigInt::from(*above), BigInt::from(*below)),
            Form::Ratio(ratio) => ratio.as_ref().clone(),
        }
    }

    /// Mantissa and places of the small form.
    pub(super) fn as_mantissa(&self) -> Option<(i128, u32)> {
        match &self.0 {
            Form::Small(decimal) => Some((decimal.mantissa(), decimal.scale())),
            Form::Fraction(..) | Form::Ratio(_) => None,
        }
    }

    /// Numerator and denominator (above zero), not always in lowest terms, when both fit 128 bits.
    pub(super) fn as_wide_fraction(&self) -> Option<(i128, i128)> {
        match &self.0 {
            Form::Small(decimal) => Some((decimal.mantissa(), 10_i128.checked_pow(decimal.scale())?)),
            Form::Fraction(above, below) => Some(((*above).into(), (*below).into())),
            Form::Ratio(_) => None,
        }
    }

    /// Numerator and denominator (above zero), not always in lowest terms, when both fit 64 bits.
    pub(super) fn as_fraction(&self) -> Option<(i64, i64)> {
        let (numerator, denominator) = match &self.0 {
            Form::Small(decimal) => {
                (i64::try_from(decimal.mantissa()).ok()?, 10_i64.checked_pow(decimal.scale())?)
            }
            Form::Fraction(above, below) => (*above, *below),
            Form::Ratio(_) => return None,
        };
        (numerator != i64::MIN).then_some((numerator, denominator))
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

/// The greatest common divisor of two magnitudes; never zero.
pub(super) fn common_divisor(left: i128, right: i128) -> i128 {
    match (u64::try_from(left.unsigned_abs()), u64::try_from(right.unsigned_abs())) {
        (Ok(left), Ok(right)) => i128::from(left.gcd(&right)).max(1),
        _ => i128::try_from(left.unsigned_abs().gcd(&right.unsigned_abs())).unwrap_or(1).max(1),
    }
}

/// How many decimal places a number over `denominator`, in lowest terms, needs; nothing when none are enough.
fn short_places(denominator: i128) -> Option<u32> {
    let twos = denominator.trailing_zeros();
    let mut rest = denominator.checked_shr(twos)?;
    let mut fives = 0_u32;
    while rest != 1 {
        if rest % 5 != 0 {
            return None;
        }
        rest /= 5;
        fives = fives.saturating_add(1);
    }
    Some(twos.max(fives))
}
