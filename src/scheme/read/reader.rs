//! What is known while a file is read, and the problems that were found in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::problem::{Code, Lines, Problem, Span, nearest};
use crate::unit::Unit;

/// The most bytes of a scheme file.
pub const LARGEST: usize = 1_000_000;

/// The most problems that are listed of one file.
pub(in crate::scheme) const MOST_PROBLEMS: usize = 1_000;

/// The most problems for which the nearest name is looked for.
const MOST_SUGGESTIONS: usize = 100;

/// What is known while a file is read.
pub(super) struct Reader<'s> {
    pub(super) source: &'s str,
    problems: Vec<Problem>,
    /// The units of the scheme's own.
    pub(super) units: BTreeMap<String, Unit>,
    /// Whether the text is no TOML somewhere, so that what is missing may only be unreadable.
    pub(super) broken: bool,
    /// From where on nothing can be understood.
    pub(super) unreadable_from: Option<usize>,
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
