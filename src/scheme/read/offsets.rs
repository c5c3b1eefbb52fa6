//! From a decoded text back to the file: which byte of the file each byte of the text comes from.

use crate::problem::Span;

/// Where the bytes of a text stand in the file.
pub(in crate::scheme) enum Offsets {
    /// Byte `n` of the text is byte `start + n` of the file.
    Plain(usize),
    /// Byte `n` of the text is the byte of the file that stands at position `n`.
    Mapped(Vec<usize>),
}

impl Offsets {
    /// The places of `text`, which stands quoted at `span` of `source`.
    pub(in crate::scheme) fn of(text: &str, source: &str, span: Span) -> Self {
        let quoted = source.get(span.start..span.end).unwrap_or_default();
        let quotes = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|quotes| quoted.starts_with(quotes));
        let quotes = quotes.unwrap_or_default();
        let body = quoted.strip_prefix(quotes).and_then(|body| body.strip_suffix(quotes)).unwrap_or_default();
        let start = span.start.saturating_add(quotes.len());
        if body == text {
            return Self::Plain(start);
        }
        // A line break directly behind the opening quotes does not belong to the text.
        let trimmed = if quotes.len() == 3 {
            body.strip_prefix("\r\n").or_else(|| body.strip_prefix('\n')).unwrap_or(body)
        } else {
            body
        };
        let start = start.saturating_add(body.len().saturating_sub(trimmed.len()));
        let places = if quotes.starts_with('"') { unescaped(text, trimmed, start) } else { vec![] };
        if places.len() == text.len().saturating_add(1) { Self::Mapped(places) } else { Self::Plain(start) }
    }

    /// The byte of the file at which byte `byte` of the text stands.
    pub(in crate::scheme) fn at(&self, byte: usize) -> usize {
        match self {
            Self::Plain(start) => start.saturating_add(byte),
            Self::Mapped(places) => places.get(byte).or(places.last()).copied().unwrap_or_default(),
        }
    }
}

/// For each byte of `text`, and for its end, the place in the file of what it was written as.
fn unescaped(text: &str, body: &str, start: usize) -> Vec<usize> {
    let mut places = Vec::with_capacity(text.len().saturating_add(1));
    let mut rest = body;
    let place = |rest: &str| start.saturating_add(body.len().saturating_sub(rest.len()));
    for character in text.chars() {
        // A backslash at the end of a line joins it with the next word and is no part of the text.
        while let Some(joined) = rest.strip_prefix('\\').filter(|tail| joins_lines(tail)) {
            rest = joined.trim_start();
        }
        places.extend(std::iter::repeat_n(place(rest), character.len_utf8()));
        rest = rest.get(written_length(rest)..).unwrap_or_default();
    }
    places.push(place(rest));
    places
}

fn joins_lines(behind_backslash: &str) -> bool {
    behind_backslash.trim_start_matches([' ', '\t', '\r']).starts_with('\n')
}

/// How many bytes the first character of `rest` is written in.
fn written_length(rest: &str) -> usize {
    let mut characters = rest.chars();
    match (characters.next(), characters.next()) {
        (Some('\\'), Some(kind)) => match kind {
            'x' => 4,
            'u' => 6,
            'U' => 10,
            _ => kind.len_utf8().saturating_add(1),
        },
        (Some(first), _) => first.len_utf8(),
        (None, _) => 0,
    }
}
