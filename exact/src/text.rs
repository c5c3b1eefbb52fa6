//! Numbers as text: canonical, at fixed places, approximate for showing, and grouped in thousands.

use std::fmt;

use num_bigint::BigInt;

use super::number::{Exact, Sign};
use super::ratio;
use super::rounding::Rounding;

/// More places than the longest exact decimal has; a request for more is not served.
const MOST_SHOWN_PLACES: u32 = 5_000;

impl Exact {
    /// The text with exactly `places` decimal places; nothing when the number has more, or above 5000 places.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::parse("12.5").unwrap().fixed(2).as_deref(), Some("12.50"));
    /// assert_eq!(Exact::parse("12.505").unwrap().fixed(2), None);
    /// ```
    #[must_use]
    pub fn fixed(&self, places: u32) -> Option<String> {
        if places > MOST_SHOWN_PLACES {
            return None;
        }
        let digits = match self.as_mantissa() {
            Some((mantissa, own)) => {
                let mut digits = mantissa.unsigned_abs().to_string();
                digits.extend((0..places.checked_sub(own)?).map(|_| '0'));
                digits
            }
            None => ratio::digits(&self.as_ratio(), places)?,
        };
        Some(pointed(self.sign(), &digits, places))
    }

    /// The text at `places` decimal places, a half rounded away from zero: for showing, never for counting.
    ///
    /// At most 5000 places are given.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::parse("2/3").unwrap().approximate(4), "0.6667");
    /// assert_eq!(Exact::parse("12.5").unwrap().approximate(2), "12.50");
    /// ```
    #[must_use]
    pub fn approximate(&self, places: u32) -> String {
        let places = places.min(MOST_SHOWN_PLACES);
        let signed = i32::try_from(places).unwrap_or(0);
        let steps = ratio::steps(&self.as_ratio(), signed, Rounding::HalfAwayFromZero);
        let sign = if steps == BigInt::ZERO { Sign::Zero } else { self.sign() };
        pointed(sign, &steps.magnitude().to_string(), places)
    }
}

/// Prints the shortest exact text: a decimal such as `-0.03`, or `n/d` when no decimal is exact.
impl fmt::Display for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((mantissa, places)) = self.as_mantissa() {
            return formatter.write_str(&pointed(self.sign(), &mantissa.unsigned_abs().to_string(), places));
        }
        let ratio = self.as_ratio();
        match ratio::decimal_places(&ratio).and_then(|places| self.fixed(places)) {
            Some(text) => formatter.write_str(&text),
            None => write!(formatter, "{}/{}", ratio.numer(), ratio.denom()),
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// The decimal `text` with a comma between thousands; text that is not a decimal comes back as it was.
///
/// # Example
///
/// ```
/// use jixiao_exact::grouped;
///
/// assert_eq!(grouped("-1234567.125"), "-1,234,567.125");
/// assert_eq!(grouped("1/3"), "1/3");
/// ```
#[must_use]
pub fn grouped(text: &str) -> String {
    let (sign, magnitude) = match text.strip_prefix('-') {
        Some(magnitude) => ("-", magnitude),
        None => ("", text),
    };
    let (whole, fraction) = match magnitude.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (magnitude, None),
    };
    let decimal = !whole.is_empty()
        && whole.bytes().all(|byte| byte.is_ascii_digit())
        && fraction.is_none_or(|fraction| fraction.bytes().all(|byte| byte.is_ascii_digit()));
    if !decimal {
        return text.to_owned();
    }
    let mut grouped = String::from(sign);
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && whole.len().saturating_sub(at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if let Some(fraction) = fraction {
        grouped.push('.');
        grouped.push_str(fraction);
    }
    grouped
}

/// The text of a magnitude given as decimal `digits`, the last `places` of them behind the point.
fn pointed(sign: Sign, digits: &str, places: u32) -> String {
    let places = usize::try_from(places).unwrap_or(0);
    let mut text = String::with_capacity(digits.len().max(places).saturating_add(3));
    if sign == Sign::Negative {
        text.push('-');
    }
    let (whole, fraction) =
        digits.split_at_checked(digits.len().saturating_sub(places)).unwrap_or((digits, ""));
    text.push_str(if whole.is_empty() { "0" } else { whole });
    if places > 0 {
        text.push('.');
        text.extend((fraction.len()..places).map(|_| '0'));
        text.push_str(fraction);
    }
    text
}
