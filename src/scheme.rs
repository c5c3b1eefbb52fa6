//! Schemes: the document as written, and the checked scheme that can be evaluated.

pub mod check;
mod dated;
pub mod document;
mod origin;
pub mod read;
#[cfg(feature = "simulate")]
pub mod revise;
pub mod term;
mod texts;
pub mod translations;
mod unused;
pub mod wording;

use crate::problem::{Code, Problem, Span};
use document::Document;
pub use document::Origin;
use term::{Axis, Term};

/// A scheme in which nothing is wrong: its document, and every formula with its names looked up.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// What the file declares.
    pub document: Document,
    /// One for each step of the document.
    pub steps: Vec<Plan>,
    /// One for each flag.
    pub flags: Vec<Plan>,
    /// One for each guard rail.
    pub guards: Vec<Plan>,
    /// Positions of the steps in an order in which each comes after those it needs.
    pub order: Vec<usize>,
}

impl Scheme {
    /// The scheme that a file declares.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the file, in its order.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::scheme::Scheme;
    ///
    /// let problems = Scheme::read(b"id = \"ward\"\ntitel = \"Ward\"\n").unwrap_err();
    /// let ids: Vec<&str> = problems.iter().map(|problem| problem.code.id()).collect();
    /// assert_eq!(ids, ["missing-key", "unknown-key"]);
    /// ```
    pub fn read(file: &[u8]) -> Result<Self, Vec<Problem>> {
        let (document, mut problems) = read::read_bytes(file);
        match check::check(document) {
            Ok(scheme) if problems.is_empty() => return Ok(scheme),
            Ok(_) => {}
            Err(more) => problems.extend(more),
        }
        problems.sort_by_key(Problem::start);
        problems.dedup();
        cut_short(&mut problems, file.len());
        Err(problems)
    }
}

/// Leaves no more problems than anybody reads, and says so at the end of the file.
fn cut_short(problems: &mut Vec<Problem>, end: usize) {
    if problems.len() < read::MOST_PROBLEMS {
        return;
    }
    problems.retain(|problem| !matches!(problem.code, Code::MoreProblems { .. }));
    problems.truncate(read::MOST_PROBLEMS);
    problems.push(Code::MoreProblems { limit: read::MOST_PROBLEMS }.at(Span::new(end, end)));
}

/// How one step, flag or guard rail is computed.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rows it is computed for; none: once for the whole scheme.
    pub each: Option<Axis>,
    /// What is computed.
    pub term: Term,
}
