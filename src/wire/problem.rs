//! A problem in the reader's language.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use crate::language::Vocabulary;
use crate::problem::{Lines, Place, Problem, Span};

/// The most bytes of a line that is shown with a problem.
const LONGEST_LINE: usize = 4_000;

/// A problem in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct ProblemText {
    /// The stable code, such as `unknown-name`.
    pub code: String,
    /// What is wrong and why.
    pub message: String,
    /// What to do.
    pub hint: Option<String>,
    /// Path into facts or figures, such as `rosters.nurse[2].shifts.night`; null for a place in the scheme file.
    pub path: Option<String>,
    /// First line in the scheme file, from 1; null for a path.
    pub line: Option<u32>,
    /// First column in that line, from 1, in UTF-16 units.
    pub column: Option<u32>,
    /// Length in UTF-16 units, within the line.
    pub length: Option<u32>,
    /// The text of that line; null where it is too long for anybody to read.
    pub source: Option<String>,
}

/// How a number that a person typed is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
#[serde(rename_all = "camelCase")]
pub struct TypedNumber {
    /// The number, exactly; null when it is none.
    pub value: Option<String>,
    /// Why it is none.
    pub problem: Option<ProblemText>,
}

impl ProblemText {
    /// The words for a problem; `source` is the text of the file that the problem is about, when it is about one.
    #[must_use]
    pub fn of(problem: &Problem, source: Option<&str>, reader: &dyn Vocabulary) -> Self {
        let mut text = Self {
            code: problem.code.id().to_owned(),
            message: problem.message(reader),
            hint: problem.hint(reader),
            path: None,
            line: None,
            column: None,
            length: None,
            source: None,
        };
        match (&problem.place, source) {
            (Place::Path(path), _) => text.path = Some(path.clone()),
            (Place::Source(span), Some(source)) => text.place(*span, &Lines::of(source)),
            (Place::Source(_), None) => {}
        }
        text
    }

    fn place(&mut self, span: Span, lines: &Lines<'_>) {
        let whole = |number: usize| u32::try_from(number).ok();
        let position = lines.position(span.start);
        self.line = whole(position.line);
        self.column = whole(position.utf16);
        self.length = whole(lines.utf16_length(span));
        let line = lines.text().lines().nth(position.line.saturating_sub(1));
        self.source = line.filter(|line| line.len() <= LONGEST_LINE).map(str::to_owned);
    }
}
