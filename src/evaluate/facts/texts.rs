//! What was typed into the cells of a column, in one piece of memory.

use super::json::shape_of;
use crate::problem::Shape;

/// The longest text of a column together, so that the ends fit beside their mark.
const MOST_BYTES: usize = (u32::MAX >> 1) as usize;

/// What was typed into the cells of a column; cells behind the last one are empty.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    text: String,
    /// For each cell twice the byte behind its text, plus one when it is JSON other than a text.
    ends: Vec<u32>,
}

/// What was typed into one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Typed<'a> {
    /// A text.
    Text(&'a str),
    /// Another JSON value, as it was written.
    Json(&'a str),
}

impl<'a> Typed<'a> {
    /// Nothing.
    pub(super) const EMPTY: Self = Self::Text("");

    /// Whether nothing was entered: no text, only white space, or `null`.
    pub(super) fn is_empty(self) -> bool {
        match self {
            Self::Text(text) => text.trim().is_empty(),
            Self::Json(json) => json == "null",
        }
    }

    /// What it is.
    pub(super) fn shape(self) -> Shape {
        match self {
            Self::Text(_) => Shape::Text,
            Self::Json(json) => shape_of(json),
        }
    }

    /// The words, when it is a text.
    pub(super) fn words(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Json(_) => None,
        }
    }
}

impl Texts {
    /// What was typed into the cell at `row`.
    pub(super) fn at(&self, row: usize) -> Typed<'_> {
        let Some(end) = self.ends.get(row) else { return Typed::EMPTY };
        let begin = row.checked_sub(1).map_or(0, |before| self.end(before));
        let text = self.text.get(begin..self.end(row)).unwrap_or_default();
        if end & 1 == 1 { Typed::Json(text) } else { Typed::Text(text) }
    }

    /// Whether the cell at `row` was given, be it empty.
    pub(super) fn holds(&self, row: usize) -> bool {
        row < self.ends.len()
    }

    /// Puts a cell at `row`, behind all that there are; the rows between stay empty. False when it does not fit.
    pub(super) fn push(&mut self, row: usize, typed: Typed<'_>) -> bool {
        while self.ends.len() < row {
            let Some(end) = self.mark(false) else { return false };
            self.ends.push(end);
        }
        let (text, json) = match typed {
            Typed::Text(text) => (text, false),
            Typed::Json(json) => (json, true),
        };
        self.text.push_str(text);
        match self.mark(json) {
            Some(end) => self.ends.push(end),
            None => self.text.truncate(self.text.len().saturating_sub(text.len())),
        }
        self.ends.len() > row
    }

    /// Replaces what was typed into the cell at `row`. False when it does not fit.
    pub(super) fn set(&mut self, row: usize, typed: Typed<'_>) -> bool {
        if !self.holds(row) {
            return self.push(row, typed);
        }
        let (Typed::Text(text) | Typed::Json(text)) = typed;
        let begin = row.checked_sub(1).map_or(0, |before| self.end(before));
        let end = self.end(row);
        let rest = self.text.len().saturating_sub(end.saturating_sub(begin));
        if rest.saturating_add(text.len()) > MOST_BYTES {
            return false;
        }
        self.text.replace_range(begin..end, text);
        let (old, new) = (doubled(end.saturating_sub(begin)), doubled(text.len()));
        for end in self.ends.iter_mut().skip(row) {
            *end = end.saturating_sub(old).saturating_add(new);
        }
        if let Some(end) = self.ends.get_mut(row) {
            *end = (*end & !1) | u32::from(matches!(typed, Typed::Json(_)));
        }
        true
    }

    /// The byte behind the text of a cell.
    fn end(&self, row: usize) -> usize {
        self.ends.get(row).map_or(0, |end| (end >> 1) as usize)
    }

    /// The end of the text, marked.
    fn mark(&self, json: bool) -> Option<u32> {
        let length = self.text.len();
        (length <= MOST_BYTES).then(|| doubled(length) | u32::from(json))
    }
}

/// Twice a length that is at most [`MOST_BYTES`].
fn doubled(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(0) << 1
}
