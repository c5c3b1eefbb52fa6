//! Calendar dates: the Gregorian calendar, without time or zone.

use std::fmt;

/// A day of the calendar, from 0001-01-01 to 9999-12-31.
///
/// # Example
///
/// ```
/// use jixiao::date::Date;
///
/// let day = Date::parse("2026-10-31").unwrap();
/// assert_eq!((day.year(), day.month(), day.day()), (2026, 10, 31));
/// assert_eq!(day.days_until(Date::parse("2026-11-02").unwrap()), 2);
/// assert_eq!(Date::parse("2026-02-29"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The date written as `2026-10-31`, if there is such a day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = |part: &str, width| part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        if parts.next().is_some() || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
            return None;
        }
        let date = Self { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? };
        (date.year > 0 && date.day > 0 && date.day <= month_length(date.year, date.month)?).then_some(date)
    }

    /// The first day that there is.
    pub const FIRST: Self = Self { year: 1, month: 1, day: 1 };

    /// The date that a person typed: year, month and day in this order, with `-`, `/`, `.` or 年月日 between
    /// them, in half or full width.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::date::Date;
    ///
    /// assert_eq!(Date::parse_typed("2026年7月1日"), Date::parse("2026-07-01"));
    /// assert_eq!(Date::parse_typed("2026/7/1"), Date::parse("2026-07-01"));
    /// assert_eq!(Date::parse_typed("7/1"), None);
    /// ```
    #[must_use]
    pub fn parse_typed(text: &str) -> Option<Self> {
        let plain: String = text.trim().chars().map(half_width).collect();
        let mut parts = plain.strip_suffix('日').unwrap_or(&plain).split(['-', '/', '.', '年', '月']);
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        Self::parse(&format!("{year}-{month:0>2}-{day:0>2}"))
    }

    /// The year, such as 2026.
    #[must_use]
    pub fn year(self) -> i64 {
        self.year.into()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> i64 {
        self.month.into()
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> i64 {
        self.day.into()
    }

    /// How many days later `other` is; negative when it is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.ordinal().saturating_sub(self.ordinal())
    }

    /// How many of the days behind this one, up to and including `other`, are Mondays to Fridays; negative when
    /// `other` is earlier.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::date::Date;
    ///
    /// let [friday, monday] = ["2026-10-30", "2026-11-02"].map(|text| Date::parse(text).unwrap());
    /// assert_eq!((friday.workdays_until(monday), monday.workdays_until(friday)), (1, -1));
    /// ```
    #[must_use]
    pub fn workdays_until(self, other: Self) -> i64 {
        // The first day that there is was a Monday.
        let since = |ordinal: i64| (ordinal / 7).saturating_mul(5).saturating_add((ordinal % 7).min(5));
        since(other.ordinal()).saturating_sub(since(self.ordinal()))
    }

    /// The day of the week, 1 for Monday to 7 for Sunday.
    #[must_use]
    pub fn weekday(self) -> i64 {
        (self.ordinal().saturating_sub(1) % 7).saturating_add(1)
    }

    /// Days since 0000-12-31.
    fn ordinal(self) -> i64 {
        let before = i64::from(self.year).saturating_sub(1);
        let leaps = (before / 4).saturating_sub(before / 100).saturating_add(before / 400);
        let months: i64 =
            (1..self.month).filter_map(|month| month_length(self.year, month)).map(i64::from).sum();
        before
            .saturating_mul(365)
            .saturating_add(leaps)
            .saturating_add(months)
            .saturating_add(self.day.into())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The half-width form of a character that dates are typed with.
fn half_width(character: char) -> char {
    match character {
        '０'..='９' => {
            char::from_digit(u32::from(character).saturating_sub(u32::from('０')), 10).unwrap_or(character)
        }
        '－' | '−' => '-',
        '／' => '/',
        '．' => '.',
        other => other,
    }
}

fn month_length(year: u16, month: u8) -> Option<u8> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}
