//! Problems in English: lower case, no full stop, names between back quotes.

use crate::exact::NotANumber;
use crate::problem::code::Code;
use crate::problem::fact::{Expected, Shape, Sort, Syntax};

pub(super) const NEAREST: &str = "did you mean `{nearest}`?";
pub(super) const AMONG: &str = "known here: {among}";
pub(super) const PLAIN_NUMBER: &str = "a plain number";

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn message(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "the file is not written in UTF-8",
        Code::FileTooLarge { .. } => "the file is longer than {limit} bytes",
        Code::NestedTooDeep => "lists and sections lie too deep within one another",
        Code::TomlSyntax { .. } => "{fault}",
        Code::DuplicateKey { .. } => "`{key}` stands here for the second time",
        Code::UnknownKey { .. } => "nothing here is called `{key}`",
        Code::MissingKey { .. } => "`{key}` is missing",
        Code::ConflictingKeys { .. } => "`{first}` and `{second}` cannot stand together",
        Code::WrongKind { .. } => "expected {expected}, found {found}",
        Code::UnquotedNumber { .. } => "the number {written} stands without quotes",
        Code::NotANumber { .. } => "`{text}` is not a number: {reason}",
        Code::NotADate { .. } => "`{text}` is not a day of the calendar",
        Code::OutOfRange { min: Some(_), max: Some(_) } => "the number must lie between {min} and {max}",
        Code::OutOfRange { min: Some(_), .. } => "the number must be at least {min}",
        Code::OutOfRange { .. } => "the number must be at most {max}",
        Code::NotWhole => "the number must be whole",
        Code::TooManyPlaces { limit: 0 } => "the number has decimals, and none are allowed",
        Code::TooManyPlaces { .. } => "the number has more than {limit} decimals",
        Code::MinAboveMax { .. } => "the least value {min} is above the greatest value {max}",
        Code::UnknownWord { .. } => "`{word}` means nothing here",
        Code::UnknownLanguage { .. } => "there are no texts in the language `{tag}`",
        Code::UnknownText { .. } => "the scheme has no text at `{path}`",
        Code::BadId { .. } => "`{id}` cannot be an id",
        Code::ReservedId { .. } => "`{id}` has a meaning of its own and cannot be an id here",
        Code::DuplicateId { .. } => "`{id}` is declared twice",
        Code::UnknownUnit { .. } => "there is no unit `{unit}`",
        Code::UnitTooLarge { .. } => "the unit `{unit}` is too large to be calculated with",
        Code::UnitWithoutSize => "a multiple must be above zero",
        Code::DatesOutOfOrder { .. } => "{date} does not come after {before}",
        Code::TierHole { .. } => "amounts from {from} to {to} are in no tier",
        Code::TierOverlap { .. } => "amounts from {from} to {to} are in two tiers",
        Code::TiersDescending { .. } => "{to} does not come after {from}: tiers must ascend",
        Code::BandsDescending { .. } => "{to} does not come after {from}: bands must ascend",
        Code::RowWithoutOwner { .. } => "the row does not say which `{key}` it belongs to",
        Code::UnknownColumn { .. } => "the table has no column `{key}`",
        Code::EmptyList { .. } => "`{key}` is an empty list",
        Code::UnreachableRule { .. } => "this rule is never reached: one before it always applies",
        Code::LastRuleConditional => "when none of the rules applies, the step has no value",
        Code::EmptyFormula => "the formula is empty",
        Code::FormulaTooLong { .. } => "the formula is longer than {limit} characters",
        Code::FormulaTooDeep { .. } => "brackets lie more than {limit} deep within one another",
        Code::UnknownCharacter { .. } => "`{character}` means nothing in a formula",
        Code::UnexpectedToken { .. } => "expected {expected}, found `{found}`",
        Code::UnexpectedEnd { .. } => "the formula ends where {expected} is expected",
        Code::UnclosedBracket { .. } => "the bracket `{bracket}` is not closed",
        Code::UnclosedText { .. } => "`{mark}` is not closed",
        Code::ChainedComparison => "a comparison cannot be compared again",
        Code::UnknownFunction { .. } => "there is no function `{name}`",
        Code::WrongArgumentCount { least: 1, most: Some(1), .. } => "`{function}` takes one value, not {found}",
        Code::WrongArgumentCount { least, most: Some(most), .. } if least == most => "`{function}` takes {least} values, not {found}",
        Code::WrongArgumentCount { most: Some(_), .. } => "`{function}` takes {least} to {most} values, not {found}",
        Code::WrongArgumentCount { .. } => "`{function}` takes at least {least} values, not {found}",
        Code::UnknownArgument { .. } => "`{function}` takes nothing called `{argument}`",
        Code::DuplicateArgument { .. } => "`{argument}` is given twice",
        Code::MissingArgument { .. } => "`{function}` needs `{argument}`",
        Code::UnknownName { .. } => "nothing is called `{name}`",
        Code::UnknownRow { .. } => "`{of}` has no row `{row}`",
        Code::UnknownOption { .. } => "`{of}` has no option `{option}`",
        Code::UnitMismatch { .. } => "{left} and {right} cannot be added or compared",
        Code::WrongUnit { .. } => "the formula yields {found}, but the declared unit is {declared}",
        Code::WrongType { .. } => "expected {expected}, found {found}",
        Code::Cycle { .. } => "these steps wait for one another: {steps}",
        Code::MixedRows { .. } => "`{left}` and `{right}` are lists of different rows",
        Code::NothingToList { .. } => "`{function}` needs a list, and this is a single value",
        Code::ListOutside { .. } => "`{name}` is a list, and one value is needed here",
        Code::NotFixed { .. } => "the row `{row}` may be removed from `{table}`, so a formula cannot name it",
        Code::PercentNeeded { .. } => "`{number}` stands beside {unit} without a unit",
        Code::RoundingPlacesNotWhole { .. } => "the places of `{function}` must be a whole number written out",
        Code::NotARoster { .. } => "`{name}` is not a roster",
        Code::NotATable { .. } => "`{name}` is a roster, and only a table has rows that are known here",
        Code::NotAGradedTable { .. } => "a table with kind = \"{expected}\" is needed here",
        Code::NoLink { .. } => "nothing leads from `{from}` to `{to}`",
        Code::JsonSyntax { .. } => "the facts are not valid JSON at line {line}, column {column}",
        Code::OtherScheme { .. } => "the facts belong to the scheme `{found}`, not to `{scheme}`",
        Code::NewerFormat { .. } => "the facts were written by a newer edition (format {found}, known up to {limit})",
        Code::UnknownField { .. } => "nothing here is called `{field}`",
        Code::UnknownRoster { .. } => "the scheme has no roster `{roster}`",
        Code::NamelessRow => "the row has no name",
        Code::DuplicateName { .. } => "two rows have the name `{name}`",
        Code::UnknownRowReference { .. } => "`{name}` is not in “{roster}”",
        Code::Missing { .. } => "“{title}” is not entered",
        Code::Unprinted { .. } => "“{title}” must be entered by the hospital: {why}",
        Code::ChoiceMissing { .. } => "“{title}” is not chosen",
        Code::DateNeeded => "the day for which the values count is not entered",
        Code::BeforeFirstDate { .. } => "“{title}” has no value before {first}",
        Code::ChoiceOpen { .. } => "between {low} and {high} a choice is still to be made",
        Code::CannotBeChosen { .. } => "the value must be chosen between {low} and {high}",
        Code::DivisionByZero => "division by zero",
        Code::TooLarge => "the number is too large to be calculated exactly",
        Code::NoRows => "there are no rows to calculate with",
        Code::NoWeight => "nobody has a part in the pool",
        Code::NegativeWeight => "a part is below zero, so the pool cannot be shared",
        Code::NegativePool => "the pool is below zero, so nothing is shared",
        Code::PoolNotWhole { .. } => "the pool has more than {places} decimals, so parts of {places} decimals cannot add up to it",
        Code::OutsideTable { .. } => "the number lies outside “{table}”",
    }
}

#[rustfmt::skip] // a table: one line for each kind of problem
pub(super) fn hint(code: &Code) -> &'static str {
    match code {
        Code::NotUtf8 => "save the file as UTF-8 in the editor",
        Code::FileTooLarge { .. } => "a scheme holds rules; the facts of the month belong into the form",
        Code::TomlSyntax { fault: Syntax::Unquoted | Syntax::BadNumber } => "texts and quantities stand between quotes, such as \"2.5\"",
        Code::TomlSyntax { fault: Syntax::BadEscape } => "write \\\\ for a backslash, or put the text between single quotes",
        Code::DuplicateKey { .. } => "remove or rename one of the two",
        Code::ConflictingKeys { .. } => "keep one of the two",
        Code::UnquotedNumber { .. } => "write \"{written}\": quantities are text, so that no digit is lost",
        Code::NotADate { .. } => "write year-month-day, such as 2026-07-01",
        Code::BadId { .. } => "use letters, digits and `_`, beginning with a letter; Chinese letters are welcome",
        Code::ReservedId { .. } => "choose another id",
        Code::DuplicateId { .. } => "rename one: each name may stand for one thing only",
        Code::DatesOutOfOrder { .. } => "put the values in the order of their dates",
        Code::TierHole { .. } | Code::TierOverlap { .. } => "let each tier begin where the one before it ends",
        Code::TiersDescending { .. } | Code::BandsDescending { .. } => "put the lowest first",
        Code::RowWithoutOwner { .. } => "add {key} = \"…\"",
        Code::UnreachableRule { .. } => "give the earlier rule a `when`, or remove this one",
        Code::LastRuleConditional => "add a last rule without `when`",
        Code::FormulaTooLong { .. } | Code::FormulaTooDeep { .. } => "put a part of it into a step of its own",
        Code::UnexpectedToken { expected: Expected::Operator, .. } => "perhaps an operator such as `*` is missing",
        Code::ChainedComparison => "write a < b and b < c",
        Code::UnitMismatch { .. } => "check both sides: perhaps a product or quotient is missing",
        Code::WrongUnit { .. } => "correct the formula or the unit",
        Code::Cycle { .. } => "one of them must do without the others",
        Code::NothingToList { .. } => "name the roster as well, such as nurse.points",
        Code::ListOutside { .. } => "bring it to one value, such as sum({name})",
        Code::NotFixed { .. } => "write fixed = true in the table when its rows always stay",
        Code::PercentNeeded { unit, .. } if unit.name() == "percent" => "write {number}%",
        Code::PercentNeeded { .. } => "write the unit behind it, between square brackets",
        Code::NoLink { .. } => "add a column with one_of = \"{to}\", or say via = …",
        Code::NewerFormat { .. } => "open them with the newer edition",
        Code::NamelessRow => "give it a name",
        Code::DuplicateName { .. } => "add something to tell the two apart",
        _ => "",
    }
}

pub(super) fn shape(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "text between quotes",
        Shape::Quantity => "a number between quotes",
        Shape::Whole => "a whole number",
        Shape::Fraction => "a number with a fraction",
        Shape::Truth => "true or false",
        Shape::Date => "a date between quotes",
        Shape::Time => "a date or time without quotes",
        Shape::List => "a list in square brackets",
        Shape::Section => "a section",
        Shape::Nothing => "nothing",
    }
}

pub(super) fn sort(sort: &Sort) -> &'static str {
    match sort {
        Sort::Quantity => "a quantity",
        Sort::Truth => "a yes or no",
        Sort::Date => "a date",
        Sort::Words => "words",
        Sort::Option => "an option",
        Sort::Row(_) => "a row of `{of}`",
        Sort::List => "a list",
    }
}

pub(super) fn expected(expected: Expected) -> &'static str {
    match expected {
        Expected::Value => "a value",
        Expected::Operator => "an operator",
        Expected::Closing => "a comma or closing bracket",
        Expected::Name => "a name",
        Expected::Ids => "texts in brackets",
        Expected::Unit => "a unit",
    }
}

pub(super) fn syntax(syntax: &Syntax) -> &str {
    match syntax {
        Syntax::NoEquals => "`=` is missing behind the key",
        Syntax::TwoEquals => "there is one `=` too many",
        Syntax::NoValue => "the value is missing behind `=`",
        Syntax::NoKey => "the key is missing",
        Syntax::Unquoted => "words must stand between quotes",
        Syntax::OpenText => "the text is not closed with a quote",
        Syntax::OpenList => "the list is not closed with `]`",
        Syntax::OpenBraces => "the brace is not closed with `}`",
        Syntax::OpenSection => "the section's name is not closed with `]`",
        Syntax::NoComma => "a comma is missing",
        Syntax::ExtraComma => "there is a comma too many",
        Syntax::BadKey => "this key must stand between quotes",
        Syntax::BadNumber => "this is not a number that TOML knows",
        Syntax::BadEscape => "the backslash does not go with what follows it",
        Syntax::BadCharacter => "this character may not stand here",
        Syntax::NotASection => "this has a plain value and cannot be a section as well",
        Syntax::Extra => "this does not belong here",
        Syntax::Other(said) => said,
    }
}

pub(super) fn not_a_number(reason: NotANumber) -> &'static str {
    match reason {
        NotANumber::Empty => "there is nothing there",
        NotANumber::NotDigits { .. } => "it has a character that is not a digit",
        NotANumber::Exponent { .. } => "powers of ten must be written out",
        NotANumber::Underscore { .. } => "an underscore does not belong into a number",
        NotANumber::MisplacedSeparator { .. } => "the thousands separator stands in the wrong place",
        NotANumber::PlusSign => "the plus sign is not needed",
        NotANumber::LeadingZero => "the zero in front is not needed",
        NotANumber::LeadingDot => "write a zero before the point",
        NotANumber::TrailingDot => "digits are missing behind the point",
        NotANumber::Fraction { .. } => "a fraction cannot be entered here",
        NotANumber::ZeroDenominator => "a fraction over zero has no value",
        NotANumber::TooLong => "it has too many digits",
    }
}
