//! Numbers from text: the strict grammar of files and machines, and the tolerant one of people who type.

use std::fmt;

use num_bigint::BigInt;

use super::number::Exact;
use super::ratio;

/// More characters than the canonical text of any number that can be held.
const LONGEST: usize = 4_200;

/// The most characters that a person may type as one number.
const LONGEST_TYPED: usize = 200;

/// Why a text is not a number; places are counted in characters from 0.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, NotANumber};
///
/// let refused = Exact::parse("1e3").unwrap_err();
/// assert_eq!(refused, NotANumber::Exponent { at: 1 });
/// assert_eq!(refused.code(), "exponent");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotANumber {
    /// There is nothing there.
    Empty,
    /// A character that belongs to no number, or a place where a digit is missing.
    NotDigits {
        /// Where it stands.
        at: usize,
    },
    /// A power of ten in the manner of `1e3`.
    Exponent {
        /// Where the letter stands.
        at: usize,
    },
    /// An underscore between digits.
    Underscore {
        /// Where it stands.
        at: usize,
    },
    /// A thousands separator that does not stand between groups of three digits, or where none may stand.
    MisplacedSeparator {
        /// Where it stands.
        at: usize,
    },
    /// A plus sign in machine text.
    PlusSign,
    /// A zero before other digits in machine text.
    LeadingZero,
    /// No digit before the point.
    LeadingDot,
    /// No digit behind the point.
    TrailingDot,
    /// A fraction such as `1/3`, typed.
    Fraction {
        /// Where the stroke stands.
        at: usize,
    },
    /// A percent sign where no percents are entered.
    PercentSign {
        /// Where it stands.
        at: usize,
    },
    /// A fraction over zero.
    ZeroDenominator,
    /// More characters than a number may have, or a number too large to be held.
    TooLong,
}

impl NotANumber {
    /// The name other programs know this reason by; it never changes.
    ///
    /// # Example
    ///
    /// ```
    /// assert_eq!(jixiao_exact::NotANumber::LeadingDot.code(), "leading-dot");
    /// ```
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            NotANumber::Empty => "empty",
            NotANumber::NotDigits { .. } => "not-digits",
            NotANumber::Exponent { .. } => "exponent",
            NotANumber::Underscore { .. } => "underscore",
            NotANumber::MisplacedSeparator { .. } => "misplaced-separator",
            NotANumber::PlusSign => "plus-sign",
            NotANumber::LeadingZero => "leading-zero",
            NotANumber::LeadingDot => "leading-dot",
            NotANumber::TrailingDot => "trailing-dot",
            NotANumber::Fraction { .. } => "fraction",
            NotANumber::PercentSign { .. } => "percent-sign",
            NotANumber::ZeroDenominator => "zero-denominator",
            NotANumber::TooLong => "too-long",
        }
    }

    /// The character that is at fault, where one is.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Exact;
    ///
    /// assert_eq!(Exact::parse("1_000").unwrap_err().at(), Some(1));
    /// ```
    #[must_use]
    pub fn at(self) -> Option<usize> {
        match self {
            NotANumber::NotDigits { at }
            | NotANumber::Exponent { at }
            | NotANumber::Underscore { at }
            | NotANumber::MisplacedSeparator { at }
            | NotANumber::Fraction { at }
            | NotANumber::PercentSign { at } => Some(at),
            _ => None,
        }
    }
}

/// Prints the code.
impl fmt::Display for NotANumber {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.code())
    }
}

impl std::error::Error for NotANumber {}

/// What stood behind a typed number.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Mark};
///
/// assert_eq!(Exact::parse_typed("80%").unwrap().mark, Mark::Percent);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// Nothing.
    None,
    /// A percent sign; the value is the number before it, not yet divided by a hundred.
    Percent,
}

/// A number as a person typed it.
///
/// # Example
///
/// ```
/// use jixiao_exact::{Exact, Mark};
///
/// let typed = Exact::parse_typed(" １，２３４．５ ").unwrap();
/// assert_eq!((typed.value.to_string().as_str(), typed.mark), ("1234.5", Mark::None));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Typed {
    /// The number, as written before any percent sign.
    pub value: Exact,
    /// What stood behind it.
    pub mark: Mark,
}

impl Exact {
    /// The number that a machine's or a file's `text` is: `-12.5`, `0.03`, or `2/3`.
    ///
    /// An optional `-`, digits without a leading zero, and optionally a point with digits or a stroke with
    /// digits. Everything that [`Exact`] prints is read back as the same number.
    ///
    /// # Errors
    ///
    /// The reason why `text` is not a number: see [`NotANumber`].
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Exact, NotANumber};
    ///
    /// assert_eq!(Exact::parse("12.50").unwrap().to_string(), "12.5");
    /// assert_eq!(Exact::parse("+5"), Err(NotANumber::PlusSign));
    /// ```
    pub fn parse(text: &str) -> Result<Exact, NotANumber> {
        if text.is_empty() {
            return Err(NotANumber::Empty);
        }
        if text.len() > LONGEST {
            return Err(NotANumber::TooLong);
        }
        let (sign, magnitude) = signed(text.as_bytes());
        let start = usize::from(sign == Written::Negative);
        if sign == Written::Positive {
            return Err(NotANumber::PlusSign);
        }
        let value = match split_once(magnitude, b'/') {
            Some((numerator, denominator)) => {
                let behind = start.saturating_add(numerator.len()).saturating_add(1);
                let numerator = value(strict_digits(numerator, start)?, b"")?;
                let denominator = value(strict_digits(denominator, behind)?, b"")?;
                if denominator.is_zero() {
                    return Err(NotANumber::ZeroDenominator);
                }
                numerator.divided_by(&denominator).map_err(|_| NotANumber::TooLong)?
            }
            None => match split_once(magnitude, b'.') {
                Some((b"", _)) => return Err(NotANumber::LeadingDot),
                Some((_, b"")) => return Err(NotANumber::TrailingDot),
                Some((whole, fraction)) => {
                    let behind = start.saturating_add(whole.len()).saturating_add(1);
                    value(strict_digits(whole, start)?, digits(fraction, behind)?)?
                }
                None => value(strict_digits(magnitude, start)?, b"")?,
            },
        };
        Ok(if sign == Written::Negative { value.negated() } else { value })
    }

    /// The number that a person typed, in half or full width.
    ///
    /// White space around it, a sign (`+`, `-`, `−`, `－`), thousands separators between groups of three digits
    /// (`1,234.50`, `１，２３４`), leading zeros and a percent sign behind it are understood.
    ///
    /// # Errors
    ///
    /// The reason why `text` is not a number: see [`NotANumber`]. A fraction such as `1/3` is one of them.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Exact, NotANumber};
    ///
    /// assert_eq!(Exact::parse_typed("−１２．５％").unwrap().value.to_string(), "-12.5");
    /// assert_eq!(Exact::parse_typed("12,34"), Err(NotANumber::MisplacedSeparator { at: 2 }));
    /// ```
    pub fn parse_typed(text: &str) -> Result<Typed, NotANumber> {
        let before = text.chars().take_while(|character| character.is_whitespace()).count();
        let (body, mark) = match text.trim().strip_suffix(['%', '％']) {
            Some(body) => (body.trim_end(), Mark::Percent),
            None => (text.trim(), Mark::None),
        };
        if body.is_empty() {
            return Err(if mark == Mark::None {
                NotANumber::Empty
            } else {
                NotANumber::NotDigits { at: before }
            });
        }
        if body.chars().count() > LONGEST_TYPED {
            return Err(NotANumber::TooLong);
        }
        // One ASCII byte for each character, so that places in the plain text are places in the typed one.
        let plain: String = body.chars().map(half_width).collect();
        let (sign, magnitude) = signed(plain.as_bytes());
        let start = before.saturating_add(usize::from(sign != Written::Unsigned));
        if let Some(at) = magnitude.iter().position(|byte| *byte == b'/') {
            return Err(NotANumber::Fraction { at: start.saturating_add(at) });
        }
        let (whole, fraction) = match split_once(magnitude, b'.') {
            Some((b"", _)) => return Err(NotANumber::LeadingDot),
            Some((_, b"")) => return Err(NotANumber::TrailingDot),
            Some((whole, fraction)) => {
                let behind = start.saturating_add(whole.len()).saturating_add(1);
                (whole, digits(fraction, behind)?)
            }
            None => (magnitude, &b""[..]),
        };
        let value = if whole.contains(&b',') {
            value(&ungrouped(whole, start)?, fraction)?
        } else {
            value(digits(whole, start)?, fraction)?
        };
        Ok(Typed { value: if sign == Written::Negative { value.negated() } else { value }, mark })
    }
}

/// The sign that was written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Written {
    Unsigned,
    Positive,
    Negative,
}

/// The sign at the front of `text`, and what follows it.
fn signed(text: &[u8]) -> (Written, &[u8]) {
    match text.split_first() {
        Some((b'-', rest)) => (Written::Negative, rest),
        Some((b'+', rest)) => (Written::Positive, rest),
        _ => (Written::Unsigned, text),
    }
}

/// What stands before and behind the first `mark`.
fn split_once(text: &[u8], mark: u8) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|byte| *byte == mark)?;
    let (before, behind) = text.split_at_checked(at)?;
    Some((before, behind.split_first()?.1))
}

/// The half-width form of a character that numbers are typed with; `?` for any that numbers have no use for.
fn half_width(character: char) -> char {
    match character {
        '０'..='９' => {
            char::from_digit(u32::from(character).saturating_sub(u32::from('０')), 10).unwrap_or('?')
        }
        '．' => '.',
        '，' => ',',
        '＋' => '+',
        '－' | '−' => '-',
        '／' => '/',
        '＿' => '_',
        'ｅ' | 'Ｅ' => 'e',
        _ if character.is_ascii() => character,
        _ => '?',
    }
}

/// `part` itself when it is digits only and some; else why not. It begins at character `start`.
fn digits(part: &[u8], start: usize) -> Result<&[u8], NotANumber> {
    let Some(wrong) = part.iter().position(|byte| !byte.is_ascii_digit()) else {
        return if part.is_empty() { Err(NotANumber::NotDigits { at: start }) } else { Ok(part) };
    };
    let at = start.saturating_add(wrong);
    Err(match part.get(wrong) {
        Some(b'e' | b'E') if wrong > 0 => NotANumber::Exponent { at },
        Some(b'_') => NotANumber::Underscore { at },
        Some(b',') => NotANumber::MisplacedSeparator { at },
        _ => NotANumber::NotDigits { at },
    })
}

/// Digits of which the first is not a zero, unless it is the only one.
fn strict_digits(part: &[u8], start: usize) -> Result<&[u8], NotANumber> {
    match digits(part, start)? {
        [b'0', _, ..] => Err(NotANumber::LeadingZero),
        part => Ok(part),
    }
}

/// The digits of `part` without its separators, which must stand between groups of three.
fn ungrouped(part: &[u8], start: usize) -> Result<Vec<u8>, NotANumber> {
    let mut plain = Vec::with_capacity(part.len());
    let mut at = start;
    for (index, group) in part.split(|byte| *byte == b',').enumerate() {
        // The separator at fault is the one before a wrong group, or the one behind a wrong first group.
        let separator = if index == 0 { at.saturating_add(group.len()) } else { at.saturating_sub(1) };
        if !group.is_empty() {
            digits(group, at)?;
        }
        let fits = if index == 0 {
            (1..=3).contains(&group.len()) && group.first() != Some(&b'0')
        } else {
            group.len() == 3
        };
        if !fits {
            return Err(NotANumber::MisplacedSeparator { at: separator });
        }
        plain.extend_from_slice(group);
        at = at.saturating_add(group.len()).saturating_add(1);
    }
    Ok(plain)
}

/// The number that these digits are; both parts are digits only.
fn value(whole: &[u8], fraction: &[u8]) -> Result<Exact, NotANumber> {
    let places = u32::try_from(fraction.len()).map_err(|_| NotANumber::TooLong)?;
    let small = whole.iter().chain(fraction).try_fold(0_i128, |value, digit| {
        value.checked_mul(10)?.checked_add(i128::from(digit.saturating_sub(b'0')))
    });
    if let Some(mantissa) = small {
        return Ok(Exact::from_mantissa(mantissa, places));
    }
    let all: Vec<u8> = whole.iter().chain(fraction).copied().collect();
    let steps = BigInt::parse_bytes(&all, 10).ok_or(NotANumber::TooLong)?;
    let places = i32::try_from(places).map_err(|_| NotANumber::TooLong)?;
    Exact::from_ratio(ratio::from_steps(steps, places)).ok_or(NotANumber::TooLong)
}
