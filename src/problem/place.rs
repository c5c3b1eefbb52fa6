//! Where a problem is: a span of a file, or a path into facts; and the lines that readers count.

/// Bytes `start..end` of a scheme file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The bytes `start..end`.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<std::ops::Range<usize>> for Span {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the scheme file.
    Source(Span),
    /// In the facts or the figures, such as `rosters.nurse[2].shifts.night` or `step.pay[2]`.
    Path(String),
}

/// A place in a text as people and editors count it, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The column in characters.
    pub column: usize,
    /// The column in UTF-16 units, as JavaScript counts.
    pub utf16: usize,
}

/// A text cut into lines.
///
/// # Example
///
/// ```
/// use jixiao::problem::Lines;
///
/// let lines = Lines::of("id = \"a\"\ntitle = \"績效\" # 𠀀 x\n");
/// let x = lines.position(lines.text().find('x').unwrap());
/// assert_eq!((x.line, x.column, x.utf16), (2, 18, 19));
/// ```
#[derive(Clone, Debug)]
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line begins.
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// The lines of `text`.
    #[must_use]
    pub fn of(text: &'a str) -> Self {
        let behind = text.match_indices('\n').map(|(at, _)| at.saturating_add(1));
        Self { text, starts: std::iter::once(0).chain(behind).collect() }
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &'a str {
        self.text
    }

    /// Line and column of a byte; the end of the text for a byte behind it.
    #[must_use]
    pub fn position(&self, byte: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let before = self.text.get(start..).unwrap_or_default();
        let before = before.char_indices().take_while(|(at, _)| start.saturating_add(*at) < byte);
        let (mut column, mut utf16) = (1_usize, 1_usize);
        for (_, character) in before {
            column = column.saturating_add(1);
            utf16 = utf16.saturating_add(character.len_utf16());
        }
        Position { line, column, utf16 }
    }

    /// How many UTF-16 units `span` covers within its first line, without the end of the line.
    #[must_use]
    pub fn utf16_length(&self, span: Span) -> usize {
        let covered = self.text.get(span.start..span.end).unwrap_or_default();
        covered.lines().next().unwrap_or_default().encode_utf16().count()
    }
}
