//! TOML itself: what the reader of TOML says about text that is none, in our words.

use toml::Spanned;
use toml::de::{DeTable, Error};

use crate::problem::{Code, Span, Syntax};

use super::reader::Reader;

/// The keys and values of `text`, as far as it is TOML; one problem at most for each line.
///
/// The reader of TOML stops at a line without `=`; `repaired` then holds the text with such lines left blank.
pub(in crate::scheme) fn parse<'s>(
    text: &'s str,
    repaired: &'s mut String,
    reader: &mut Reader,
) -> Spanned<DeTable<'s>> {
    let (root, errors) = DeTable::parse_recoverable(text);
    let mut found = faults(&errors, text);
    let stops = |code: &Code| {
        matches!(
            code,
            Code::TomlSyntax { fault: Syntax::NoEquals | Syntax::WideEquals | Syntax::InnerQuotes }
        )
    };
    let lines: Vec<Span> =
        found.iter().filter(|(_, code)| stops(code)).map(|(span, _)| line(*span, text)).collect();
    if lines.is_empty() {
        tell(found, text, reader);
        return root;
    }
    *repaired = blanked(text, &lines);
    let (root, errors) = DeTable::parse_recoverable(repaired);
    found.retain(|(_, code)| stops(code));
    found.extend(faults(&errors, repaired));
    tell(found, text, reader);
    root
}

/// What the reader of TOML says, in our words.
fn faults(errors: &[Error], text: &str) -> Vec<(Span, Code)> {
    let fault = |error: &Error| {
        let span = span(error, text);
        match inner_quotes(line(span, text), text) {
            Some(quote) => (quote, Code::TomlSyntax { fault: Syntax::InnerQuotes }),
            None => (span, code(error.message(), span, text)),
        }
    };
    errors.iter().map(fault).collect()
}

/// Notes the first fault of each line, up to one behind which nothing can be understood.
fn tell(mut found: Vec<(Span, Code)>, text: &str, reader: &mut Reader) {
    found.sort_by_key(|(span, _)| span.start);
    let mut told: Option<Span> = None;
    for (span, code) in found {
        let this_line = line(span, text);
        if told.replace(this_line) == Some(this_line) {
            continue;
        }
        let misleads = misleads(&code, before(span, text));
        reader.broken |= !matches!(code, Code::DuplicateKey { .. });
        reader.report(span, || code);
        if misleads {
            reader.unreadable_from = Some(span.start);
            break;
        }
    }
}

/// The line in which a span begins, without its end.
fn line(span: Span, text: &str) -> Span {
    let (before, behind) = text.split_at_checked(span.start).unwrap_or((text, ""));
    let start = before.rfind('\n').map_or(0, |end| end.saturating_add(1));
    let length = behind.find('\n').unwrap_or(behind.len());
    Span::new(start, span.start.saturating_add(length))
}

/// The text with white space in place of the lines, byte for byte.
fn blanked(text: &str, lines: &[Span]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut kept = 0;
    for line in lines {
        blanked.push_str(text.get(kept..line.start).unwrap_or_default());
        blanked.extend(std::iter::repeat_n(' ', line.end.saturating_sub(line.start.max(kept))));
        kept = line.end.max(kept);
    }
    blanked.push_str(text.get(kept..).unwrap_or_default());
    blanked
}

/// The double quote on a line that ends a text with a word right behind it.
fn inner_quotes(line: Span, text: &str) -> Option<Span> {
    let mut open = None;
    let mut characters = text.get(line.start..line.end)?.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match (open, character) {
            (None, '#') => return None,
            (None, '"' | '\'') => open = Some(character),
            (Some('"'), '\\') => {
                characters.next();
            }
            (Some(quote), _) if quote == character => {
                open = None;
                let next = characters.peek().map(|(_, next)| *next);
                if quote == '"' && next.is_some_and(char::is_alphanumeric) {
                    let start = line.start.saturating_add(at);
                    return Some(Span::new(start, start.saturating_add(1)));
                }
            }
            _ => {}
        }
    }
    None
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
        // A word that begins like `nan` or `inf` is told as such a number.
        "invalid float" if expected.contains("nan") || expected.contains("inf") => Syntax::Unquoted,
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
