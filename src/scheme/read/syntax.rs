//! TOML itself: what the reader of TOML says about text that is none, in our words.

use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::problem::{Code, Span, Syntax};

use super::Reader;

/// The keys and values of `text`, as far as it is TOML; one problem at most for each line.
pub(in crate::scheme) fn parse<'s>(text: &'s str, reader: &mut Reader) -> Spanned<DeTable<'s>> {
    let (root, mut errors) = DeTable::parse_recoverable(text);
    errors.sort_by_key(|error| span(error, text).start);
    let mut told: Option<usize> = None;
    for error in &errors {
        let span = span(error, text);
        let same_line =
            |told: usize| text.get(told..span.start).is_some_and(|between| !between.contains('\n'));
        if told.is_some_and(same_line) {
            continue;
        }
        told = Some(span.start);
        let code = code(error.message(), span, text);
        let misleads = misleads(&code, before(span, text));
        reader.broken |= !matches!(code, Code::DuplicateKey { .. });
        reader.report(span, || code);
        if misleads {
            reader.unreadable_from = Some(span.start);
            break;
        }
    }
    root
}

fn span(error: &Error, text: &str) -> Span {
    error.span().map_or(Span::new(text.len(), text.len()), Span::from)
}

/// What stands before a place on its line.
fn before(span: Span, text: &str) -> &str {
    text.get(..span.start).unwrap_or_default().rsplit('\n').next().unwrap_or_default()
}

/// Whether what follows cannot be understood, because nobody knows which section it belongs to.
fn misleads(code: &Code, before: &str) -> bool {
    match code {
        Code::NestedTooDeep => true,
        Code::TomlSyntax { fault } => match fault {
            Syntax::OpenLines | Syntax::OpenList | Syntax::OpenBraces | Syntax::OpenSection => true,
            // A comma missing at the beginning of a line is rather a bracket missing before it.
            Syntax::NoComma => before.trim().is_empty(),
            _ => false,
        },
        _ => false,
    }
}

/// What is wrong, by what the reader of TOML says about `span`.
fn code(said: &str, span: Span, text: &str) -> Code {
    let written = text.get(span.start..span.end).unwrap_or_default();
    let (said, expected) = said.split_once(", expected").unwrap_or((said, ""));
    if said == "duplicate key" {
        return Code::DuplicateKey { key: written.to_owned() };
    }
    if said.contains("recurs") {
        return Code::NestedTooDeep;
    }
    Code::TomlSyntax {
        fault: fault(said, expected, span, text).unwrap_or_else(|| Syntax::Other(said.to_owned())),
    }
}

fn fault(said: &str, expected: &str, span: Span, text: &str) -> Option<Syntax> {
    let written = text.get(span.start..span.end).unwrap_or_default();
    let line = text.get(span.start..).unwrap_or_default().lines().next().unwrap_or_default();
    let line_before = before(span, text);
    let wide_quotes = |text: &str| text.contains(['“', '”', '＂', '「', '」', '‘', '’']);
    Some(match said {
        "string values must be quoted" if written.is_empty() => Syntax::NoValue,
        "string values must be quoted" if wide_quotes(written) => Syntax::WideQuotes,
        "string values must be quoted" | "invalid boolean" => Syntax::Unquoted,
        "key with no value" if line.trim_start().starts_with('＝') => Syntax::WideEquals,
        "key with no value" | "missing assignment between key-value pairs" => Syntax::NoEquals,
        "extra `=`" | "extra assignment between key-value pairs" => Syntax::TwoEquals,
        "missing value" | "missing value for key" => Syntax::NoValue,
        "unquoted keys cannot be empty" => Syntax::NoKey,
        "invalid basic string" | "invalid literal string" if expected.contains("visible") => {
            Syntax::BadCharacter
        }
        // Braces with a key that has no value are told as a text without quotes.
        "invalid literal string" if !line_before.contains('\'') => Syntax::NoValue,
        "invalid basic string" | "invalid literal string" if wide_quotes(line_before) => Syntax::WideQuotes,
        "invalid basic string" | "invalid literal string" => Syntax::OpenText,
        "invalid multi-line basic string" | "invalid multi-line literal string" => Syntax::OpenLines,
        "unclosed array" => Syntax::OpenList,
        "unclosed inline table" => Syntax::OpenBraces,
        "unclosed table" | "unclosed array table" => Syntax::OpenSection,
        "missing comma between array elements"
        | "missing comma between key-value pairs"
        | "missing key for inline table element" => Syntax::NoComma,
        "extra comma in array" | "extra comma in inline table" => Syntax::ExtraComma,
        "invalid unquoted key"
        | "keys cannot be multi-line basic strings"
        | "keys cannot be multi-line literal strings" => Syntax::BadKey,
        "missing escaped value" | "too few unicode value digits" | "invalid value" => Syntax::BadEscape,
        "carriage return must be followed by newline" | "invalid comment character" => Syntax::BadCharacter,
        "unexpected key or value"
        | "unexpected content"
        | "unexpected content between comment and newline" => Syntax::Extra,
        "`_` may only go between digits"
        | "unexpected leading zero"
        | "redundant numeric sign"
        | "radix must be lowercase"
        | "integers with a radix cannot be signed"
        | "redundant integer number prefix"
        | "unexpected sign" => Syntax::BadNumber,
        _ if said.starts_with("cannot extend value") => Syntax::NotASection,
        _ if ["number", "fraction", "mantissa", "exponent", "float", "integer", "date", "time"]
            .iter()
            .any(|kind| said.starts_with("invalid ") && said.ends_with(kind)) =>
        {
            Syntax::BadNumber
        }
        _ => return None,
    })
}
