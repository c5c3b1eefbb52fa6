//! The ways of rounding a number, and the one decision they all come down to.

use std::cmp::Ordering;

/// How a number that lies between two steps is moved to one of them.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Rounding};
///
/// let half = Exact::parse("-2.5").unwrap();
/// assert_eq!(half.rounded(0, Rounding::HalfAwayFromZero).unwrap().to_string(), "-3");
/// assert_eq!(half.rounded(0, Rounding::HalfEven).unwrap().to_string(), "-2");
/// assert_eq!(half.rounded(0, Rounding::Up).unwrap().to_string(), "-2");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Rounding {
    /// To the nearer step; a half goes away from zero (四捨五入).
    HalfAwayFromZero,
    /// To the nearer step; a half goes to the even one.
    HalfEven,
    /// Towards zero: what is too much is cut off (截尾).
    TowardsZero,
    /// Towards minus infinity: the floor.
    Down,
    /// Towards plus infinity: the ceiling.
    Up,
    /// Away from zero: whatever was begun counts in full (進一).
    AwayFromZero,
}

impl Rounding {
    /// Whether the magnitude, cut off at a step, grows by one step.
    ///
    /// Asked only when something was cut off; `half` compares that with half a step, `odd` tells whether the
    /// step cut off at is an odd one.
    pub(super) fn grows(self, negative: bool, odd: bool, half: Ordering) -> bool {
        match self {
            Rounding::HalfAwayFromZero => half.is_ge(),
            Rounding::HalfEven => half.is_gt() || (half.is_eq() && odd),
            Rounding::TowardsZero => false,
            Rounding::Down => negative,
            Rounding::Up => !negative,
            Rounding::AwayFromZero => true,
        }
    }

    /// The whole number that `numerator / divisor` rounds to; `divisor` is above zero.
    ///
    /// Nothing when `divisor` is not above zero.
    pub(super) fn quotient(self, numerator: i128, divisor: i128) -> Option<i128> {
        if divisor <= 0 {
            return None;
        }
        let cut = numerator.checked_div(divisor)?;
        let rest = numerator.checked_rem(divisor)?.unsigned_abs();
        if rest == 0 {
            return Some(cut);
        }
        // `rest` is below a divisor below 2^127, so its double fits.
        let half = rest.checked_mul(2)?.cmp(&divisor.unsigned_abs());
        if !self.grows(numerator < 0, cut & 1 == 1, half) {
            return Some(cut);
        }
        cut.checked_add(if numerator < 0 { -1 } else { 1 })
    }
}
