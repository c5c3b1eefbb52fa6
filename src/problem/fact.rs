//! The facts of a problem.

use crate::language::Vocabulary;

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
