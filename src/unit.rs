//! Units of quantities and their small algebra: products and quotients of named units.

use std::cmp::Ordering;
use std::fmt;
use std::rc::Rc;

use crate::exact::Exact;
use crate::language::{Language, Vocabulary};

/// What a quantity is measured in, such as `yuan/point`.
///
/// A unit is a product of powers of base units, times a factor: `percent` is the plain number with
/// factor 1/100, a scheme's `wan` (萬元) is `yuan` with factor 10000.
/// Quantities are held in base units; the factor matters where they are entered and shown.
///
/// Every term of a formula has one, so a clone shares what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit(Rc<Measure>);

/// What a unit is.
#[derive(Debug, PartialEq, Eq)]
struct Measure {
    /// Every base unit that does not cancel out and its exponent, by name.
    powers: Vec<(Rc<str>, i8)>,
    /// How many base units one of this unit is.
    factor: Exact,
    /// How the unit was written, for showing.
    name: String,
    /// Whether nobody knows what it is, which is told elsewhere: it fits every unit.
    unknown: bool,
}

/// The base units that every scheme knows.
pub const BASE_UNITS: [&str; 15] = [
    "yuan",
    "point",
    "person",
    "hour",
    "day",
    "month",
    "year",
    "km",
    "kg",
    "shift",
    "case",
    "visit",
    "time",
    "percent",
    "calendar_year",
];

/// The name of the unit of years that are counted from the beginning of the calendar.
const CALENDAR_YEAR: &str = "calendar_year";

impl Unit {
    fn of(powers: Vec<(Rc<str>, i8)>, factor: Exact, name: String) -> Self {
        Self(Rc::new(Measure { powers, factor, name, unknown: false }))
    }

    /// The unit of plain numbers, written `1`.
    #[must_use]
    pub fn plain() -> Self {
        Self::of(Vec::new(), Exact::ONE, "1".to_owned())
    }

    /// Hundredths of a plain number.
    #[must_use]
    pub fn percent() -> Self {
        Self::of(Vec::new(), Exact::parse("0.01").unwrap_or(Exact::ONE), "percent".to_owned())
    }

    /// Years of the calendar: plain numbers that are written without thousands, 2026 and not 2,026.
    #[must_use]
    pub fn calendar_year() -> Self {
        Self::of(Vec::new(), Exact::ONE, CALENDAR_YEAR.to_owned())
    }

    /// A base unit of its own.
    #[must_use]
    pub fn base(name: &str) -> Self {
        Self::of(vec![(name.into(), 1)], Exact::ONE, name.to_owned())
    }

    /// What stands for a unit that could not be read: it fits every unit, so that one mistake is told once.
    #[must_use]
    pub fn unknown(name: &str) -> Self {
        let (powers, factor) = (Vec::new(), Exact::ONE);
        Self(Rc::new(Measure { powers, factor, name: name.to_owned(), unknown: true }))
    }

    /// `times` of this unit under another name; none when the factor would be too large to be held.
    #[must_use]
    pub fn multiple(&self, name: &str, times: &Exact) -> Option<Self> {
        let (powers, factor) = (self.0.powers.clone(), self.0.factor.times(times)?);
        Some(Self(Rc::new(Measure { powers, factor, name: name.to_owned(), unknown: self.0.unknown })))
    }

    /// This unit times `other`; none when an exponent or the factor would be too large.
    #[must_use]
    pub fn times(&self, other: &Self) -> Option<Self> {
        self.combined(other, 1, self.0.factor.times(&other.0.factor)?)
    }

    /// This unit divided by `other`.
    #[must_use]
    pub fn per(&self, other: &Self) -> Option<Self> {
        self.combined(other, -1, self.0.factor.divided_by(&other.0.factor).ok()?)
    }

    fn combined(&self, other: &Self, sign: i8, factor: Exact) -> Option<Self> {
        let mut powers = Vec::with_capacity(self.0.powers.len().saturating_add(other.0.powers.len()));
        let mut left = self.0.powers.iter().peekable();
        for (name, power) in &other.0.powers {
            let mut sum = power.checked_mul(sign)?;
            while let Some((own, power)) = left.next_if(|(own, _)| own <= name) {
                match own.cmp(name) {
                    Ordering::Equal => sum = sum.checked_add(*power)?,
                    _ => powers.push((Rc::clone(own), *power)),
                }
            }
            if sum != 0 {
                powers.push((Rc::clone(name), sum));
            }
        }
        powers.extend(left.cloned());
        let name = spelled(&powers);
        let unknown = self.0.unknown || other.0.unknown;
        Some(Self(Rc::new(Measure { powers, factor, name, unknown })))
    }

    /// The unit in base units: the same powers, factor 1.
    #[must_use]
    pub fn in_base(&self) -> Self {
        let (powers, name) = (self.0.powers.clone(), spelled(&self.0.powers));
        Self(Rc::new(Measure { powers, factor: Exact::ONE, name, unknown: self.0.unknown }))
    }

    /// Whether quantities of the two units may be added and compared.
    #[must_use]
    pub fn fits(&self, other: &Self) -> bool {
        self.0.powers == other.0.powers || self.0.unknown || other.0.unknown
    }

    /// Whether this is the base unit with this name, or a multiple of it.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    /// use jixiao::unit::Unit;
    ///
    /// let ten_thousand = Unit::base("yuan").multiple("wan", &Exact::from(10_000)).unwrap();
    /// assert!(ten_thousand.counts("yuan"));
    /// assert!(!ten_thousand.per(&Unit::base("point")).unwrap().counts("yuan"));
    /// ```
    #[must_use]
    pub fn counts(&self, base: &str) -> bool {
        matches!(self.0.powers.as_slice(), [(name, 1)] if **name == *base)
    }

    /// Whether this is a plain number or a multiple of one (a percent).
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.0.powers.is_empty()
    }

    /// Whether its numbers are written in thousands.
    #[must_use]
    pub fn is_grouped(&self) -> bool {
        self.0.name != CALENDAR_YEAR
    }

    /// How many base units one of this unit is.
    #[must_use]
    pub fn factor(&self) -> &Exact {
        &self.0.factor
    }

    /// Whether entered and shown numbers are the numbers that formulas count with.
    #[must_use]
    pub fn is_base(&self) -> bool {
        self.0.factor == Exact::ONE
    }

    /// The unit read from `text`, each name looked up with `known`.
    ///
    /// # Errors
    ///
    /// [`NotAUnit`] with the name that is not known, or the whole text when it is no product of names.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::unit::Unit;
    ///
    /// let unit = Unit::parse("yuan/point", &|name| Unit::known(name)).unwrap();
    /// assert!(unit.times(&Unit::base("point")).unwrap().fits(&Unit::base("yuan")));
    /// assert!(Unit::parse("yuan/pint", &|name| Unit::known(name)).is_err());
    /// ```
    pub fn parse(text: &str, known: &dyn Fn(&str) -> Option<Self>) -> Result<Self, NotAUnit> {
        let mut unit = Self::plain();
        let mut divide = false;
        let mut rest = text;
        loop {
            let end = rest.find(['*', '/']).unwrap_or(rest.len());
            let (name, tail) = rest.split_at(end);
            let name = name.trim();
            let factor = if name == "1" { Some(Self::plain()) } else { known(name) };
            let factor = factor.ok_or_else(|| NotAUnit::Unknown(name.to_owned()))?;
            let next = if divide { unit.per(&factor) } else { unit.times(&factor) };
            unit = next.ok_or(NotAUnit::TooLarge)?;
            match tail.chars().next() {
                None => break,
                Some(operator) => divide = operator == '/',
            }
            rest = tail.get(1..).unwrap_or_default();
        }
        let (powers, factor) = (unit.0.powers.clone(), unit.0.factor.clone());
        let name = text.split_whitespace().collect();
        Ok(Self(Rc::new(Measure { powers, factor, name, unknown: unit.0.unknown })))
    }

    /// A unit that every scheme knows.
    #[must_use]
    pub fn known(name: &str) -> Option<Self> {
        match name {
            "percent" => Some(Self::percent()),
            CALENDAR_YEAR => Some(Self::calendar_year()),
            name => BASE_UNITS.contains(&name).then(|| Self::base(name)),
        }
    }

    /// The unit in the reader's words, such as 元/分; empty for plain numbers.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::language::Language;
    /// use jixiao::unit::Unit;
    ///
    /// let unit = Unit::parse("yuan/point", &|name| Unit::known(name)).unwrap();
    /// assert_eq!(unit.shown(&Language::TraditionalChinese), "元/分");
    /// assert_eq!(Unit::percent().shown(&Language::English), "%");
    /// ```
    #[must_use]
    pub fn shown(&self, reader: &dyn Vocabulary) -> String {
        if self.0.name == "1" {
            return String::new();
        }
        let mut shown = String::new();
        for part in self.0.name.split_inclusive(['*', '/']) {
            let (name, operator) = match part.strip_suffix(['*', '/']) {
                Some(name) => (name, if part.ends_with('*') { "·" } else { "/" }),
                None => (part, ""),
            };
            let own = || reader.unit(name).unwrap_or(name);
            shown.push_str(word(name, reader.language()).unwrap_or_else(own));
            shown.push_str(operator);
        }
        shown
    }

    /// The same beside a number: English has its plurals, such as 2 points/visit.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::exact::Exact;
    /// use jixiao::language::Language;
    /// use jixiao::unit::Unit;
    ///
    /// let unit = Unit::parse("point/visit", &|name| Unit::known(name)).unwrap();
    /// assert_eq!(unit.counting(&Exact::from(1), &Language::English), "point/visit");
    /// assert_eq!(unit.counting(&Exact::from(2), &Language::English), "points/visit");
    /// assert_eq!(unit.counting(&Exact::from(2), &Language::TraditionalChinese), "分/人次");
    /// ```
    #[must_use]
    pub fn counting(&self, number: &Exact, reader: &dyn Vocabulary) -> String {
        let shown = self.shown(reader);
        if reader.language() != Language::English || number.absolute() == Exact::ONE {
            return shown;
        }
        // What is counted stands before the first `/`, and of a product the last is.
        let counted =
            self.0.name.split('/').next().and_then(|names| names.rsplit('*').next()).unwrap_or_default();
        let (Some(one), Some(many)) = (word(counted, Language::English), plural(counted)) else {
            return shown;
        };
        let end = shown.find('/').unwrap_or(shown.len());
        let (head, tail) = shown.split_at(end);
        head.strip_suffix(one).map_or_else(|| shown.clone(), |head| format!("{head}{many}{tail}"))
    }

    /// The names it is spelled with, and how they are joined: what a language puts its own words into.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.0.name
    }
}

/// Why a text is not a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAUnit {
    /// A name that neither Jixiao nor the scheme knows.
    Unknown(String),
    /// A power or a factor that cannot be held.
    TooLarge,
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.name)
    }
}

fn spelled(powers: &[(Rc<str>, i8)]) -> String {
    let list = |sign: i8| {
        let names = powers.iter().filter(move |(_, power)| power.signum() == sign);
        names.flat_map(|(name, power)| std::iter::repeat_n(&**name, power.unsigned_abs().into()))
    };
    let mut text = list(1).collect::<Vec<_>>().join("*");
    if text.is_empty() {
        text.push('1');
    }
    for name in list(-1) {
        text.push('/');
        text.push_str(name);
    }
    text
}

/// The unit that some language calls so, where every scheme knows it: `元` is `yuan`.
///
/// # Example
///
/// ```
/// use jixiao::unit::called;
///
/// assert_eq!(called("人次"), Some("visit"));
/// assert_eq!(called("桶"), None);
/// ```
#[must_use]
pub fn called(text: &str) -> Option<&'static str> {
    let so = |name: &&str| Language::ALL.iter().any(|language| word(name, *language) == Some(text));
    BASE_UNITS.into_iter().find(so)
}

/// What English calls several of a unit that every scheme knows, where that is another word.
fn plural(name: &str) -> Option<&'static str> {
    Some(match name {
        "point" => "points",
        "person" => "people",
        "hour" => "hours",
        "day" => "days",
        "month" => "months",
        "year" => "years",
        "shift" => "shifts",
        "case" => "cases",
        "visit" => "visits",
        "time" => "times",
        _ => return None,
    })
}

/// What a language calls a unit that every scheme knows.
fn word(name: &str, language: Language) -> Option<&'static str> {
    let (hant, hans, english) = match name {
        "yuan" => ("元", "元", "yuan"),
        "point" => ("分", "分", "point"),
        "person" => ("人", "人", "person"),
        "hour" => ("小時", "小时", "hour"),
        "day" => ("天", "天", "day"),
        "month" => ("月", "月", "month"),
        "year" => ("年", "年", "year"),
        "km" => ("公里", "公里", "km"),
        "kg" => ("公斤", "公斤", "kg"),
        "shift" => ("班", "班", "shift"),
        "case" => ("例", "例", "case"),
        "visit" => ("人次", "人次", "visit"),
        "time" => ("次", "次", "time"),
        "percent" => ("%", "%", "%"),
        CALENDAR_YEAR => ("年", "年", ""),
        _ => return None,
    };
    Some(match language {
        Language::TraditionalChinese => hant,
        Language::SimplifiedChinese => hans,
        Language::English => english,
    })
}
