//! From text to value: one function for each kind of value, whoever typed it and wherever.

use std::cell::Cell;
use std::collections::HashMap;

use super::texts::Typed;
use crate::date::Date;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Mark, NotANumber, Rounding};
use crate::language::Text;
use crate::problem::{Code, Shape, nearest};
use crate::scheme::document::{Cell as Given, Entry, Kind, OptionItem};
use crate::unit::Unit;

/// The most names that a problem lists.
const MOST_LISTED: usize = 40;

/// The most names of one column for which the nearest is looked for: that looks at all rows each time.
const MOST_SUGGESTIONS: u32 = 100;

/// What may be entered in the cells of one entry.
pub(super) enum Field<'a> {
    /// A number.
    Quantity(Measure<'a>),
    /// Yes or no.
    Truth,
    /// A day.
    Date,
    /// Words that nothing is calculated with.
    Words,
    /// One of these.
    Options {
        /// The id of what is chosen for.
        of: &'a str,
        /// The options.
        options: &'a [OptionItem],
    },
    /// A row of a table or roster.
    Row(&'a Index<'a>),
}

impl<'a> Field<'a> {
    /// What may be entered for `entry`; `rows` are those of its table or roster, when it is one of them.
    pub(super) fn of(entry: &'a Entry, rows: Option<&'a Index<'a>>) -> Self {
        match (&entry.kind, rows) {
            (Kind::Quantity(unit), _) => Self::Quantity(Measure {
                unit,
                min: entry.min.as_ref(),
                max: entry.max.as_ref(),
                whole: entry.whole,
                places: entry.places,
                taken: !entry.from.is_empty(),
            }),
            (Kind::Truth, _) => Self::Truth,
            (Kind::Date, _) => Self::Date,
            (Kind::Options(options), _) => Self::Options { of: &entry.id.text, options },
            (Kind::OneOf(_), Some(rows)) => Self::Row(rows),
            (Kind::Words, _) | (Kind::OneOf(_), None) => Self::Words,
        }
    }

    /// The value that was typed.
    pub(super) fn item(&self, typed: Typed<'_>) -> Result<Item, Box<Code>> {
        match self {
            Self::Quantity(measure) => measure.number(typed).map(Item::Number),
            Self::Truth => truth(typed).map(Item::Truth),
            Self::Date => date(typed).map(Item::Date),
            Self::Words => text(typed, Shape::Text).map(|_| Item::Code(0)),
            Self::Options { of, options } => option(text(typed, Shape::Text)?, of, options).map(Item::Code),
            Self::Row(rows) => rows.position(text(typed, Shape::Text)?).map(Item::Code),
        }
    }

    /// The value that the scheme gives.
    pub(super) fn given(&self, cell: &Given) -> Result<Item, Box<Code>> {
        match (self, cell) {
            (Self::Quantity(measure), Given::Quantity(value)) => measure.in_base(value).map(Item::Number),
            (Self::Truth, Given::Truth(value)) => Ok(Item::Truth(*value)),
            (Self::Date, Given::Date(value)) => Ok(Item::Date(*value)),
            (Self::Options { of, options }, Given::Id(id)) => option(id, of, options).map(Item::Code),
            (Self::Row(rows), Given::Id(id)) => rows.position(id).map(Item::Code),
            _ => Ok(Item::Code(0)),
        }
    }

    /// What stands in the column where there is no value.
    pub(super) fn stand_in(&self) -> Item {
        match self {
            Self::Quantity(_) => Item::Number(Exact::ZERO),
            Self::Truth => Item::Truth(false),
            Self::Date => Item::Date(Date::FIRST),
            Self::Words | Self::Options { .. } | Self::Row(_) => Item::Code(0),
        }
    }
}

/// Which numbers may be entered, and in what unit.
pub(super) struct Measure<'a> {
    /// The unit they are entered in.
    pub(super) unit: &'a Unit,
    /// The least.
    pub(super) min: Option<&'a Exact>,
    /// The greatest.
    pub(super) max: Option<&'a Exact>,
    /// Whether fractions are refused.
    pub(super) whole: bool,
    /// The most decimals.
    pub(super) places: Option<u32>,
    /// Whether it may be taken over, also as a ratio.
    pub(super) taken: bool,
}

impl<'a> Measure<'a> {
    /// Any number of this unit.
    pub(super) fn any(unit: &'a Unit) -> Self {
        Self { unit, min: None, max: None, whole: false, places: None, taken: false }
    }

    /// The number that was typed, in base units.
    pub(super) fn number(&self, typed: Typed<'_>) -> Result<Exact, Box<Code>> {
        let written = match typed {
            Typed::Json(json) if typed.shape() == Shape::Fraction => {
                return Err(Code::UnquotedNumber { written: json.to_owned() }.into());
            }
            Typed::Json(json) if typed.shape() == Shape::Whole && !is_safe(json) => {
                return Err(Code::UnquotedNumber { written: json.to_owned() }.into());
            }
            // A whole JSON number reads as it is typed.
            Typed::Json(json) if typed.shape() == Shape::Whole => json,
            typed => text(typed, Shape::Quantity)?,
        };
        let value =
            self.typed(written).map_err(|reason| Code::NotANumber { text: written.to_owned(), reason })?;
        if self.min.is_some_and(|min| value < *min) || self.max.is_some_and(|max| value > *max) {
            let shown = |bound: Option<&Exact>| bound.map(Exact::to_string);
            return Err(Code::OutOfRange { min: shown(self.min), max: shown(self.max) }.into());
        }
        if self.whole && !value.is_whole() {
            return Err(Code::NotWhole.into());
        }
        if let Some(limit) = self.places
            && value.rounded(i32::try_from(limit).unwrap_or(i32::MAX), Rounding::TowardsZero).as_ref()
                != Some(&value)
        {
            return Err(Code::TooManyPlaces { limit }.into());
        }
        self.in_base(&value)
    }

    /// The number as typed; a percent sign is understood where percents are entered.
    fn typed(&self, written: &str) -> Result<Exact, NotANumber> {
        // Most numbers are typed as a machine writes them, and read faster as such. A ratio is one that was taken
        // over: people who type 3/5 mean many things.
        let ratio = written.contains('/');
        if (self.taken || !ratio)
            && let Ok(value) = Exact::parse(written)
            && (!ratio || value.to_string() == written)
        {
            return Ok(value);
        }
        let typed = Exact::parse_typed(written)?;
        if typed.mark == Mark::Percent && !is_percent(self.unit) {
            let at = written.trim_end().chars().count().saturating_sub(1);
            return Err(NotANumber::PercentSign { at });
        }
        Ok(typed.value)
    }

    /// The number in base units.
    pub(super) fn in_base(&self, value: &Exact) -> Result<Exact, Box<Code>> {
        if self.unit.is_base() {
            return Ok(value.clone());
        }
        value.times(self.unit.factor()).ok_or_else(|| Code::TooLarge.into())
    }
}

fn is_percent(unit: &Unit) -> bool {
    unit.is_plain() && unit.factor() == Unit::percent().factor()
}

/// Whether a whole JSON number is one that every reader of JSON takes for the same.
fn is_safe(json: &str) -> bool {
    json.parse::<i64>().is_ok_and(|whole| whole.unsigned_abs() < 1 << 53)
}

/// The words of a text; anything else is refused.
pub(super) fn text(typed: Typed<'_>, expected: Shape) -> Result<&str, Box<Code>> {
    typed.words().map(str::trim).ok_or_else(|| Code::WrongKind { expected, found: typed.shape() }.into())
}

fn truth(typed: Typed<'_>) -> Result<bool, Box<Code>> {
    let word = match typed {
        Typed::Json(word @ ("true" | "false")) => word,
        typed => text(typed, Shape::Truth)?,
    };
    match word.to_lowercase().as_str() {
        "true" | "yes" | "y" | "1" | "是" | "有" | "√" => Ok(true),
        "false" | "no" | "n" | "0" | "否" | "無" | "无" | "×" => Ok(false),
        _ => Err(Code::WrongKind { expected: Shape::Truth, found: Shape::Text }.into()),
    }
}

/// The day that was typed.
pub(super) fn date(typed: Typed<'_>) -> Result<Date, Box<Code>> {
    let text = text(typed, Shape::Date)?;
    Date::parse_typed(text).ok_or_else(|| Code::NotADate { text: text.to_owned() }.into())
}

/// The position of the option with this id.
pub(super) fn option(id: &str, of: &str, options: &[OptionItem]) -> Result<u32, Box<Code>> {
    let found = options.iter().position(|option| option.id.text == id);
    found.and_then(|at| u32::try_from(at).ok()).ok_or_else(|| {
        let by_title = options.iter().find(|option| option.texts.title.words == id);
        let ids = || options.iter().map(|option| option.id.text.as_str());
        Code::UnknownOption {
            option: id.to_owned(),
            of: of.to_owned(),
            nearest: by_title.map(|option| option.id.text.clone()).or_else(|| nearest(id, ids())),
            among: ids().map(str::to_owned).collect(),
        }
        .into()
    })
}

/// Where each name is; none when several rows have it.
pub(crate) fn positions(names: &[String]) -> HashMap<&str, Option<u32>> {
    let mut positions = HashMap::with_capacity(names.len());
    for (name, position) in names.iter().zip(0_u32..) {
        positions.entry(name.as_str()).and_modify(|row| *row = None).or_insert(Some(position));
    }
    positions
}

/// The rows that a text may name.
pub(super) struct Index<'a> {
    names: &'a [String],
    /// Of a roster its title: its rows go by name. Of a table its id: its rows go by id.
    of: Whose<'a>,
    /// Where each name is; none when several rows have it.
    positions: HashMap<&'a str, Option<u32>>,
    /// For how many names the nearest was looked for.
    suggested: Cell<u32>,
}

/// Whose rows they are.
#[derive(Clone, Copy)]
pub(super) enum Whose<'a> {
    /// Of the table with this id.
    Table(&'a str),
    /// Of the roster with this title.
    Roster(&'a Text),
}

impl<'a> Index<'a> {
    /// The rows with these ids or names.
    pub(super) fn of(whose: Whose<'a>, names: &'a [String]) -> Self {
        Self { names, of: whose, positions: positions(names), suggested: Cell::new(0) }
    }

    /// Whether a row has this id or name.
    pub(super) fn holds(&self, name: &str) -> bool {
        self.positions.contains_key(name)
    }

    /// Whether several rows have it.
    pub(super) fn is_twice(&self, name: &str) -> bool {
        matches!(self.positions.get(name), Some(None))
    }

    /// The position of the row with this id or name.
    pub(super) fn position(&self, name: &str) -> Result<u32, Box<Code>> {
        match self.positions.get(name) {
            Some(Some(position)) => Ok(*position),
            Some(None) => Err(Code::DuplicateName { name: name.to_owned() }.into()),
            None => Err(self.unknown(name).into()),
        }
    }

    fn unknown(&self, name: &str) -> Code {
        let suggested = self.suggested.get();
        self.suggested.set(suggested.saturating_add(1));
        let nearest = if suggested < MOST_SUGGESTIONS {
            nearest(name, self.names.iter().map(String::as_str))
        } else {
            None
        };
        match self.of {
            Whose::Table(of) => Code::UnknownRow {
                row: name.to_owned(),
                of: of.to_owned(),
                nearest,
                among: self.names.iter().take(MOST_LISTED).cloned().collect(),
            },
            Whose::Roster(title) => {
                Code::UnknownRowReference { name: name.to_owned(), roster: title.clone(), nearest }
            }
        }
    }
}
