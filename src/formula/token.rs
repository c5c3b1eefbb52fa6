//! The tokens of a formula.

use crate::problem::{Code, Problem, Span};

/// A token and its place in the scheme file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: Kind,
    /// Its place in the scheme file.
    pub(super) span: Span,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Digits, perhaps with a point.
    Number(String),
    /// `%`
    Percent,
    /// `[yuan/point]`, without the brackets and white space around it.
    Unit(String),
    /// `"night"`, without the quotes.
    Text(String),
    /// A name or a word such as `and`.
    Word(String),
    /// An operator, bracket, comma or dot in its half-width form.
    Sign(&'static str),
}

impl Token {
    /// The token as a problem shows it.
    pub(super) fn shown(&self) -> String {
        match &self.kind {
            Kind::Number(text) | Kind::Word(text) => text.clone(),
            Kind::Percent => "%".to_owned(),
            Kind::Unit(text) => format!("[{text}]"),
            Kind::Text(text) => format!("\"{text}\""),
            Kind::Sign(sign) => (*sign).to_owned(),
        }
    }

    /// Whether this is the sign or keyword `text`.
    pub(super) fn is(&self, text: &str) -> bool {
        match &self.kind {
            Kind::Sign(sign) => *sign == text,
            Kind::Word(word) => word.len() == text.len() && word == text,
            _ => false,
        }
    }
}

/// Signs and the ways they are written; of those that begin alike, the longer first.
const SIGNS: [(&str, &str); 30] = [
    ("<>", "<>"),
    ("<=", "<="),
    (">=", ">="),
    ("≠", "<>"),
    ("≤", "<="),
    ("≥", ">="),
    ("=", "="),
    ("＝", "="),
    ("<", "<"),
    ("＜", "<"),
    (">", ">"),
    ("＞", ">"),
    ("+", "+"),
    ("＋", "+"),
    ("-", "-"),
    ("−", "-"),
    ("－", "-"),
    ("*", "*"),
    ("×", "*"),
    ("＊", "*"),
    ("/", "/"),
    ("÷", "/"),
    ("／", "/"),
    ("(", "("),
    ("（", "("),
    (")", ")"),
    ("）", ")"),
    (",", ","),
    ("，", ","),
    (".", "."),
];

/// What other languages and keyboards write, and what a formula writes instead.
const MISTAKEN: [(&str, &str); 18] = [
    ("==", "="),
    ("!=", "<>"),
    ("&&", "and"),
    ("||", "or"),
    ("=<", "<="),
    ("=>", ">="),
    ("**", "*"),
    ("^", "*"),
    ("!", "not"),
    ("“", "\""),
    ("”", "\""),
    ("「", "\""),
    ("」", "\""),
    ("'", "\""),
    ("‘", "\""),
    ("’", "\""),
    ("；", ","),
    (";", ","),
];

/// The tokens of `text`, whose byte `n` is byte `at(n)` of the scheme file.
///
/// # Errors
///
/// Every character that means nothing, and a text or unit that is not closed.
pub(super) fn tokens(text: &str, at: &dyn Fn(usize) -> usize) -> Result<Vec<Token>, Vec<Problem>> {
    let (mut tokens, mut problems) = (Vec::new(), Vec::new());
    let mut place = 0_usize;
    while let Some(rest) = text.get(place..)
        && let Some(first) = rest.chars().next()
    {
        let (read, length) = token(rest, first);
        let end = place.saturating_add(length);
        let span = Span::new(at(place), at(end));
        match read {
            Read::Space => {}
            Read::Token(kind) => tokens.push(Token { kind, span }),
            Read::Refused(code) => problems.push(code.at(span)),
        }
        place = end;
    }
    if problems.is_empty() { Ok(tokens) } else { Err(problems) }
}

/// What a text begins with.
enum Read {
    Space,
    Token(Kind),
    Refused(Code),
}

/// The token that `rest` begins with, and its length in bytes.
fn token(rest: &str, first: char) -> (Read, usize) {
    match first {
        _ if first.is_whitespace() => (Read::Space, first.len_utf8()),
        '0'..='9' => {
            let digits = number(rest);
            (Read::Token(Kind::Number(digits.to_owned())), digits.len())
        }
        '"' => closed(rest, first, '"', Kind::Text),
        '[' => closed(rest, first, ']', |unit| Kind::Unit(unit.trim().to_owned())),
        '［' => closed(rest, first, '］', |unit| Kind::Unit(unit.trim().to_owned())),
        '%' | '％' => (Read::Token(Kind::Percent), first.len_utf8()),
        _ if begins_name(first) => {
            let end = rest.find(|character| !continues_name(character)).unwrap_or(rest.len());
            let word = rest.get(..end).unwrap_or_default();
            (Read::Token(Kind::Word(word.to_owned())), end)
        }
        _ => sign(rest, first),
    }
}

fn sign(rest: &str, first: char) -> (Read, usize) {
    // One character tells most of them apart, without a call to compare memory.
    let starting = |(written, _): &&(&'static str, &'static str)| {
        written.starts_with(first) && rest.starts_with(written)
    };
    let unknown = |character: String, nearest: Option<&str>| {
        Read::Refused(Code::UnknownCharacter { character, nearest: nearest.map(str::to_owned) })
    };
    if let Some((written, meant)) = MISTAKEN.iter().find(starting) {
        return (unknown((*written).to_owned(), Some(meant)), written.len());
    }
    match SIGNS.iter().find(starting) {
        Some((written, sign)) => (Read::Token(Kind::Sign(sign)), written.len()),
        None => {
            let half = half_width(first).map(String::from);
            (unknown(first.to_string(), half.as_deref()), first.len_utf8())
        }
    }
}

/// A text or unit up to its closing mark, which must stand on the same line.
fn closed(rest: &str, open: char, close: char, kind: impl Fn(String) -> Kind) -> (Read, usize) {
    let inner = rest.get(open.len_utf8()..).unwrap_or_default();
    match inner.find([close, '\n']) {
        Some(end) if inner.get(end..).is_some_and(|tail| tail.starts_with(close)) => {
            let length = open.len_utf8().saturating_add(end).saturating_add(close.len_utf8());
            (Read::Token(kind(inner.get(..end).unwrap_or_default().to_owned())), length)
        }
        found => {
            let end = found.unwrap_or(inner.len());
            (
                Read::Refused(Code::UnclosedText { mark: open.to_string() }),
                open.len_utf8().saturating_add(end),
            )
        }
    }
}

/// The digits at the beginning of `rest`, with one point when a digit stands behind it.
fn number(rest: &str) -> &str {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = digits(rest);
    let fraction = match rest.get(whole..).and_then(|tail| tail.strip_prefix('.')).map(digits) {
        None | Some(0) => 0,
        Some(fraction) => fraction.saturating_add(1),
    };
    rest.get(..whole.saturating_add(fraction)).unwrap_or_default()
}

fn begins_name(character: char) -> bool {
    character == '_' || (character.is_alphabetic() && half_width(character).is_none())
}

fn continues_name(character: char) -> bool {
    begins_name(character) || character.is_ascii_digit()
}

/// The ASCII character that a full-width one stands for.
fn half_width(character: char) -> Option<char> {
    let code = u32::from(character);
    if (0xff01..=0xff5e).contains(&code) { char::from_u32(code.saturating_sub(0xfee0)) } else { None }
}

/// Whether `id` can be written as a name in a formula.
#[must_use]
pub fn is_name(id: &str) -> bool {
    id.chars().next().is_some_and(begins_name) && id.chars().all(continues_name)
}
