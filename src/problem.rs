//! What is wrong, where, and what to do: one type for mistakes in schemes and in facts.

mod code;
mod fact;
mod nearest;
mod place;
mod shown;
mod text;

pub use code::Code;
pub use fact::{Expected, Shape, Sort, Syntax};
pub use nearest::nearest;
pub use place::{Lines, Place, Position, Span};

use crate::language::Vocabulary;

/// One thing wrong with a scheme or with the facts given to it.
///
/// The text is made from the code, never the reverse: see [`Problem::message`].
///
/// # Example
///
/// ```
/// use jixiao::language::Language;
/// use jixiao::problem::{Code, Span};
///
/// let problem = Code::EmptyFormula.at(Span::new(10, 12));
/// assert_eq!(problem.code.id(), "empty-formula");
/// assert_eq!(problem.message(&Language::English), "the formula is empty");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, with the facts of the matter.
    pub code: Code,
    /// Where.
    pub place: Place,
}

impl Code {
    /// This problem, in the scheme file.
    #[must_use]
    pub fn at(self, span: Span) -> Problem {
        Problem { code: self, place: Place::Source(span) }
    }

    /// This problem, in the facts or the figures.
    #[must_use]
    pub fn on(self, path: impl Into<String>) -> Problem {
        Problem { code: self, place: Place::Path(path.into()) }
    }
}

impl Problem {
    /// What is wrong and why, in the reader's words: a short sentence without a full stop.
    #[must_use]
    pub fn message(&self, reader: &dyn Vocabulary) -> String {
        text::message(&self.code, reader)
    }

    /// What to do about it, where there is something to say.
    #[must_use]
    pub fn hint(&self, reader: &dyn Vocabulary) -> Option<String> {
        text::hint(&self.code, &self.place, reader)
    }

    /// Whether nothing is wrong but that something was not entered or chosen: it is told where a figure needs it.
    #[must_use]
    pub fn asks_for_entry(&self) -> bool {
        matches!(self.code, Code::Missing { .. } | Code::ChoiceMissing { .. })
    }

    /// Its first byte in the scheme file, for sorting; behind everything else when it is not in the file.
    #[must_use]
    pub fn start(&self) -> usize {
        self.span().map_or(usize::MAX, |span| span.start)
    }

    /// The second place in the scheme file that it speaks of, such as the other of two unlike units.
    #[must_use]
    pub fn other(&self) -> Option<Span> {
        self.code.other().filter(|other| Some(*other) != self.span())
    }

    /// Its place in the scheme file, unless it is one of facts or figures.
    #[must_use]
    pub fn span(&self) -> Option<Span> {
        match self.place {
            Place::Source(span) => Some(span),
            Place::Path(_) => None,
        }
    }
}
