//! Exact ratios of integers of any size: what a number becomes when it does not fit the small case.
#![expect(
    clippy::arithmetic_side_effects,
    reason = "big integers do not overflow, and every divisor in this file is above zero"
)]

use num_bigint::{BigInt, Sign};
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::rounding::Rounding;

/// The most bits that a numerator or a denominator may have.
pub(super) const MOST_BITS: u64 = 4096;

/// Ten to the power of `exponent`.
pub(super) fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// Whether `ratio` is small enough to be kept.
pub(super) fn holds(ratio: &BigRational) -> bool {
    ratio.numer().bits() <= MOST_BITS && ratio.denom().bits() <= MOST_BITS
}

/// The sum of two ratios, of any size.
pub(super) fn plus(left: &BigRational, right: &BigRational) -> BigRational {
    left + right
}

/// The product of two ratios, of any size.
pub(super) fn times(left: &BigRational, right: &BigRational) -> BigRational {
    left * right
}

/// The quotient of two ratios, of any size; nothing when `right` is zero.
pub(super) fn divided_by(left: &BigRational, right: &BigRational) -> Option<BigRational> {
    (!right.is_zero()).then(|| left / right)
}

/// How many decimal places `ratio` needs; nothing when no number of places is enough.
pub(super) fn decimal_places(ratio: &BigRational) -> Option<u32> {
    let twos = ratio.denom().trailing_zeros().unwrap_or(0);
    let mut rest: BigInt = ratio.denom() >> twos;
    let five = BigInt::from(5);
    let mut fives: u64 = 0;
    while !rest.is_one() {
        let (quotient, left) = rest.div_rem(&five);
        if !left.is_zero() {
            return None;
        }
        rest = quotient;
        fives += 1;
    }
    u32::try_from(twos.max(fives)).ok()
}

/// The whole number of steps of 10^-places that `ratio` rounds to.
pub(super) fn steps(ratio: &BigRational, places: i32, mode: Rounding) -> BigInt {
    let power = power_of_ten(places.unsigned_abs());
    if places >= 0 {
        quotient(&(ratio.numer() * power), ratio.denom(), mode)
    } else {
        quotient(ratio.numer(), &(ratio.denom() * power), mode)
    }
}

/// The whole number that `numerator / divisor` rounds to; `divisor` is above zero.
pub(super) fn quotient(numerator: &BigInt, divisor: &BigInt, mode: Rounding) -> BigInt {
    let (cut, rest) = numerator.div_rem(divisor);
    let negative = numerator.sign() == Sign::Minus;
    let doubled: BigInt = rest.abs() * 2;
    if rest.is_zero() || !mode.grows(negative, cut.is_odd(), doubled.cmp(divisor)) {
        return cut;
    }
    if negative { cut - 1 } else { cut + 1 }
}

/// The ratio `steps / 10^places`.
pub(super) fn from_steps(steps: BigInt, places: i32) -> BigRational {
    let power = power_of_ten(places.unsigned_abs());
    if places >= 0 { BigRational::new(steps, power) } else { BigRational::from_integer(steps * power) }
}

/// The decimal digits of `ratio`'s magnitude in steps of 10^-places, when it is a whole number of them.
pub(super) fn digits(ratio: &BigRational, places: u32) -> Option<String> {
    let (steps, rest) = (ratio.numer() * power_of_ten(places)).div_rem(ratio.denom());
    rest.is_zero().then(|| steps.magnitude().to_string())
}
