//! A variant whose cells can be typed anew, to see what that does.

use super::cell::{Cell, typed};
use crate::evaluate::facts::{Evaluated, Opened};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::{Again, again, evaluate};
use crate::scheme::Scheme;

/// A variant with the texts that were typed.
#[derive(Clone, Copy)]
pub struct Draft<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// What was typed.
    pub opened: &'a Opened,
    /// What it yields.
    pub outcome: &'a Outcome,
}

impl<'a> Draft<'a> {
    /// The values, without the texts.
    #[must_use]
    pub fn evaluated(&self) -> Evaluated<'a> {
        Evaluated { scheme: self.scheme, facts: self.opened.facts(), outcome: self.outcome }
    }
}

/// A copy of a variant in which cells are typed and evaluated.
pub(super) struct Trial<'a> {
    scheme: &'a Scheme,
    opened: Opened,
    /// What the variant yields before anything is typed.
    known: &'a Outcome,
    /// How many problems the facts had to begin with.
    problems: usize,
}

impl<'a> Trial<'a> {
    pub(super) fn of(draft: Draft<'a>) -> Self {
        let mut opened = draft.opened.clone();
        let (document, facts) = (&draft.scheme.document, draft.opened.facts());
        // A row in which one bound is typed has no other bounds than those typed, so all are.
        for cell in Cell::all(document, facts) {
            let (Cell::Bound { .. }, Some(item), Some(kind)) = (cell, cell.item(facts), cell.kind(document))
            else {
                continue;
            };
            if let (Some(path), Some(text)) =
                (cell.path(document, facts), typed(document, facts, &kind, &item))
            {
                // The cell was found in the facts, so that it is there.
                let _ = opened.set(draft.scheme, &path, &text);
            }
        }
        Self { scheme: draft.scheme, problems: opened.facts().problems.len(), opened, known: draft.outcome }
    }

    /// Types a text into a cell; false when there is no such cell.
    pub(super) fn set(&mut self, path: &str, text: &str) -> bool {
        self.opened.set(self.scheme, path, text).is_ok()
    }

    /// Types one text into some cells.
    pub(super) fn set_all(&mut self, paths: &[String], text: &str) {
        for path in paths {
            self.set(path, text);
        }
    }

    /// Whether what was typed is wrong in more places than before.
    pub(super) fn is_refused(&self) -> bool {
        self.opened.facts().problems.len() > self.problems
    }

    /// The values as they are now, with an outcome.
    pub(super) fn evaluated<'t>(&'t self, outcome: &'t Outcome) -> Evaluated<'t> {
        Evaluated { scheme: self.scheme, facts: self.opened.facts(), outcome }
    }

    /// The values of some steps: of all that lie between what is typed and a figure that is asked for.
    pub(super) fn again(&self, steps: &[bool]) -> Again {
        again(self.scheme, self.opened.facts(), self.known, steps)
    }

    pub(super) fn outcome(&self) -> Outcome {
        self.outcome_in(self.scheme)
    }

    /// The outcome by other formulas over the same declarations.
    pub(super) fn outcome_in(&self, scheme: &Scheme) -> Outcome {
        evaluate(scheme, self.opened.facts())
    }
}
