//! Reading a scheme file: from text to a document, with every mistake of the file.
//!
//! What is wrong is left out or replaced by something harmless, so that the rest is still read and checked.

mod entry;
mod head;
mod ids;
mod offsets;
mod roster;
mod section;
mod step;
pub(super) mod syntax;
mod table;
mod tiers;
mod unit;
mod value;

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Code, Lines, Problem, Span, nearest};
use crate::unit::Unit;

use super::document::Document;
use super::translation;
#[cfg(feature = "simulate")]
pub(super) use offsets::Offsets;
pub(super) use section::Section;
pub(super) use value::Value;

/// The most bytes of a scheme file.
pub const LARGEST: usize = 1_000_000;

/// The most problems that are listed of one file.
pub(super) const MOST_PROBLEMS: usize = 1_000;

/// The most problems for which the nearest name is looked for.
const MOST_SUGGESTIONS: usize = 100;

/// What a scheme file declares, and everything that is wrong with how it is written.
///
/// Problems are in the order of the file. The document is complete only when there are none, and empty when the
/// text is no TOML: what is missing there may stand where it cannot be read.
///
/// # Example
///
/// ```
/// use jixiao::scheme::read::read;
///
/// let text = "id = \"ward\"\ntitle = \"病房\"\n[input.pool]\ntitel = \"總額\"\nunit = \"yuan\"\n";
/// let (document, problems) = read(text);
/// assert_eq!(document.inputs[0].id.text, "pool");
/// let ids: Vec<&str> = problems.iter().map(|problem| problem.code.id()).collect();
/// assert_eq!(ids, ["missing-key", "unknown-key"]);
/// ```
#[must_use]
pub fn read(text: &str) -> (Document, Vec<Problem>) {
    if text.len() > LARGEST {
        return (Document::default(), vec![Code::FileTooLarge { limit: LARGEST }.at(Span::default())]);
    }
    let mut reader = Reader::of(text);
    let mut repaired = String::new();
    let root = syntax::parse(text, &mut repaired, &mut reader);
    let mut root = Section::new(root.get_ref(), Span::default(), String::new());
    let mut document = head::document(&mut root, &mut reader);
    if let Some(text) = root.value("text") {
        translation::inline(text, &mut document, &mut reader);
    }
    root.close(&mut reader);
    let broken = reader.broken;
    (if broken { Document::default() } else { document }, reader.finished())
}

/// [`read`] for bytes that may not be UTF-8.
///
/// # Example
///
/// ```
/// use jixiao::scheme::read::read_bytes;
///
/// let (_, problems) = read_bytes(b"title = \"\xff\"");
/// assert_eq!(problems[0].code.id(), "not-utf8");
/// ```
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> (Document, Vec<Problem>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let at = error.valid_up_to();
            (Document::default(), vec![Code::NotUtf8.at(Span::new(at, at.saturating_add(1)))])
        }
    }
}

/// What is known while a file is read.
pub(super) struct Reader<'s> {
    source: &'s str,
    problems: Vec<Problem>,
    /// The units of the scheme's own.
    units: BTreeMap<String, Unit>,
    /// Whether the text is no TOML somewhere, so that what is missing may only be unreadable.
    broken: bool,
    /// From where on nothing can be understood.
    unreadable_from: Option<usize>,
}

impl<'s> Reader<'s> {
    /// A reader of `source` that knows no units of the scheme's own.
    pub(super) fn of(source: &'s str) -> Self {
        Self { source, problems: Vec::new(), units: BTreeMap::new(), broken: false, unreadable_from: None }
    }

    /// Notes a problem, unless there are too many already.
    pub(super) fn report(&mut self, span: Span, code: impl FnOnce() -> Code) {
        if self.problems.len() >= MOST_PROBLEMS || self.unreadable_from.is_some_and(|from| span.start >= from)
        {
            return;
        }
        let code = code();
        if !(self.broken && says_absent(&code)) {
            self.problems.push(code.at(span));
        }
    }

    /// The name of `among` that is nearest to `name`, while problems are few enough to be read.
    pub(super) fn nearest<'a>(&self, name: &str, among: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.problems.len() < MOST_SUGGESTIONS { nearest(name, among) } else { None }
    }

    /// The problems in the order of the file.
    pub(super) fn finished(mut self) -> Vec<Problem> {
        if self.broken {
            self.forget_beside_syntax();
        }
        self.problems.sort_by_key(Problem::start);
        if self.problems.len() >= MOST_PROBLEMS {
            let end = self.source.len();
            self.problems.push(Code::MoreProblems { limit: MOST_PROBLEMS }.at(Span::new(end, end)));
        }
        self.problems
    }
}

impl Reader<'_> {
    /// Forgets other problems of lines that are no TOML: they say what the reader of TOML made of them.
    fn forget_beside_syntax(&mut self) {
        let lines = Lines::of(self.source);
        let line = |problem: &Problem| lines.position(problem.start()).line;
        let is_syntax =
            |problem: &Problem| matches!(problem.code, Code::TomlSyntax { .. } | Code::NestedTooDeep);
        let broken: BTreeSet<usize> =
            self.problems.iter().filter(|problem| is_syntax(problem)).map(line).collect();
        // A value that could not be read has no place.
        let has_place = |problem: &Problem| problem.span() != Some(Span::default());
        self.problems
            .retain(|problem| is_syntax(problem) || has_place(problem) && !broken.contains(&line(problem)));
    }
}

/// Whether a problem is that something is not there.
fn says_absent(code: &Code) -> bool {
    matches!(
        code,
        Code::MissingKey { .. }
            | Code::RowWithoutOwner { .. }
            | Code::EmptyList { .. }
            | Code::LastRuleConditional
    )
}
