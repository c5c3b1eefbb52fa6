//! What is found wrong while facts are read: problems, and the faults that point at them.

use crate::evaluate::value::Fault;
use crate::problem::{Code, Problem};
use crate::scheme::document::Entry;

/// The most missing values, and the most wrong ones, of a column that are told one by one.
const MOST_TOLD: usize = 1_000;

/// The problems of one part of the facts.
pub(super) struct Found {
    /// How many problems the parts before have.
    base: usize,
    pub(super) problems: Vec<Problem>,
}

/// Why a cell has no value.
pub(super) enum Lack {
    /// Nothing was entered, and nothing stands in for it.
    Missing,
    /// What was entered is wrong.
    Wrong(Box<Code>),
    /// Something else is wrong, and told already.
    Fault(Fault),
}

impl Found {
    /// Nothing yet; the parts before have `base` problems.
    pub(super) fn behind(base: usize) -> Self {
        Self { base, problems: Vec::new() }
    }

    /// One more problem.
    pub(super) fn fault(&mut self, problem: Problem) -> Fault {
        let position = self.base.saturating_add(self.problems.len());
        self.problems.push(problem);
        Fault::try_from(position).unwrap_or(Fault::MAX)
    }
}

/// The faults of one column: each told at its cell, or from some number on together at the column.
pub(super) struct Told<'a> {
    entry: &'a Entry,
    /// The path of the column.
    path: &'a str,
    /// The path of the cell of a row.
    at: &'a dyn Fn(usize) -> String,
    missing: Share,
    wrong: Share,
}

/// How many were told, and the fault of those told together.
#[derive(Default)]
struct Share {
    told: usize,
    together: Option<Fault>,
}

impl<'a> Told<'a> {
    /// For the column of `entry` at `path`; its cells are `at` theirs.
    pub(super) fn of(entry: &'a Entry, path: &'a str, at: &'a dyn Fn(usize) -> String) -> Self {
        Self { entry, path, at, missing: Share::default(), wrong: Share::default() }
    }

    /// The fault of the cell at `row`.
    pub(super) fn fault(&mut self, lack: Lack, row: usize, found: &mut Found) -> Fault {
        let (share, code) = match lack {
            Lack::Fault(fault) => return fault,
            Lack::Missing => (&mut self.missing, None),
            Lack::Wrong(code) => (&mut self.wrong, Some(code)),
        };
        if let Some(together) = share.together {
            return together;
        }
        let wrong = code.is_some();
        if share.told < MOST_TOLD {
            share.told = share.told.saturating_add(1);
            let code = code.map_or_else(|| missing(self.entry), |code| *code);
            return found.fault(code.on((self.at)(row)));
        }
        let code = if wrong { Code::MoreProblems { limit: MOST_TOLD } } else { missing(self.entry) };
        *share.together.insert(found.fault(code.on(self.path)))
    }
}

fn missing(entry: &Entry) -> Code {
    Code::Missing { title: entry.texts.title.clone(), why: entry.unprinted.clone() }
}
