//! The facts of a problem, and how each is put into words.

use crate::exact::NotANumber;
use crate::language::{Language, Text, Vocabulary};
use crate::unit::Unit;

use super::place::Span;
use super::text;

/// The most names that a problem lists.
const MOST_LISTED: usize = 16;

/// Something that a text about a problem can name.
pub(super) trait Fact {
    /// The fact in the reader's words; empty when there is nothing to say.
    fn shown(&self, reader: &dyn Vocabulary) -> String;
}

/// What a value in a file or a document of facts is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Words between quotes.
    Text,
    /// A number in quotes.
    Quantity,
    /// A whole number.
    Whole,
    /// A number with a fraction.
    Fraction,
    /// `true` or `false`.
    Truth,
    /// A date in quotes.
    Date,
    /// A bare date or time of day.
    Time,
    /// A list in square brackets.
    List,
    /// A section, or keys and values in braces.
    Section,
    /// `null`.
    Nothing,
}

/// What a part of a formula yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A quantity.
    Quantity,
    /// Yes or no.
    Truth,
    /// A day.
    Date,
    /// Words.
    Words,
    /// An option of a choice or column.
    Option,
    /// A row of this table or roster.
    Row(String),
    /// A list.
    List,
}

/// What belongs where a formula says something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A number, a name, a text or a bracket.
    Value,
    /// An operator.
    Operator,
    /// A comma or the closing bracket.
    Closing,
    /// A name.
    Name,
    /// Texts in brackets.
    Ids,
    /// A unit in square brackets.
    Unit,
}

/// What is wrong with text that is no TOML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// A key without `=`.
    NoEquals,
    /// A second `=`.
    TwoEquals,
    /// No value behind `=`.
    NoValue,
    /// No key before `=`.
    NoKey,
    /// Words without quotes.
    Unquoted,
    /// A text whose quotes are not closed.
    OpenText,
    /// A text of several lines whose quotes are not closed.
    OpenLines,
    /// Quotes of another keyboard.
    WideQuotes,
    /// An equals sign of another keyboard.
    WideEquals,
    /// Double quotes within a text in double quotes, which end it too early.
    InnerQuotes,
    /// A list that is not closed.
    OpenList,
    /// Braces that are not closed.
    OpenBraces,
    /// A section's name that is not closed.
    OpenSection,
    /// Two parts without a comma between.
    NoComma,
    /// A comma too many.
    ExtraComma,
    /// A key with characters that need quotes.
    BadKey,
    /// A number that TOML does not know.
    BadNumber,
    /// A backslash with a letter that it does not go with.
    BadEscape,
    /// A character that may not stand there.
    BadCharacter,
    /// A section opened within a plain value.
    NotASection,
    /// Something behind a complete line.
    Extra,
    /// What the reader of TOML says, in its own English.
    Other(String),
}

impl Fact for String {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.clone()
    }
}

impl Fact for Option<String> {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.clone().unwrap_or_default()
    }
}

impl Fact for Vec<String> {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        let comma = if reader.language() == Language::English { ", " } else { "、" };
        let mut shown = self.iter().take(MOST_LISTED).map(String::as_str).collect::<Vec<_>>().join(comma);
        if self.len() > MOST_LISTED {
            shown.push_str(comma);
            shown.push('…');
        }
        shown
    }
}

impl Fact for usize {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.to_string()
    }
}

impl Fact for Option<usize> {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.map(|number| number.to_string()).unwrap_or_default()
    }
}

impl Fact for u32 {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.to_string()
    }
}

impl Fact for Span {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        String::new()
    }
}

impl Fact for Text {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        reader.words(self).to_owned()
    }
}

impl Fact for Option<Text> {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        self.as_ref().map(|text| text.shown(reader)).unwrap_or_default()
    }
}

impl Fact for Unit {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        match Unit::shown(self, reader) {
            plain if plain.is_empty() => text::plain_number(reader.language()).to_owned(),
            shown => shown,
        }
    }
}

impl Fact for Shape {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::shape(*self, reader.language()).to_owned()
    }
}

impl Fact for Sort {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        let row = if let Self::Row(of) = self { of } else { "" };
        text::sort(self, reader.language()).replace("{of}", row)
    }
}

impl Fact for Expected {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::expected(*self, reader.language()).to_owned()
    }
}

impl Fact for Syntax {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::syntax(self, reader.language()).to_owned()
    }
}

impl Fact for NotANumber {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::not_a_number(*self, reader.language()).to_owned()
    }
}
