//! Formulas folded for one row: what a change leaves as it is need not be computed again for each change.

use crate::evaluate::value::Item;
use crate::scheme::term::{Axis, Term, TermKind};

use super::{Search, build};

/// A place in the formula.
pub(super) struct Here<'c> {
    /// The term there.
    pub(super) term: &'c Term,
    /// The way down to it: which of the inner terms, level by level.
    pub(super) path: Vec<usize>,
    /// The axis and row that it is computed for; none inside a list.
    pub(super) at: Option<(Option<Axis>, u32)>,
    /// The formula with what stands beside the way folded to values, and a hole where the term is.
    formula: Term,
    /// The way down to the hole.
    hole: Vec<usize>,
}

impl<'c> Here<'c> {
    /// The formula as a whole.
    pub(super) fn root(whole: &'c Term, at: Option<(Option<Axis>, u32)>) -> Self {
        Self { term: whole, path: Vec::new(), at, formula: hole(whole), hole: Vec::new() }
    }

    /// The formula with this in the hole.
    pub(super) fn with(&self, instead: Term) -> Term {
        build::grafted(&self.formula, &self.hole, instead)
    }
}

impl<'c> Search<'_, 'c> {
    /// Walks through the inner term at a position, which is computed for `at`.
    pub(super) fn go_in(&mut self, here: &Here<'c>, position: usize, at: Option<(Option<Axis>, u32)>) {
        let Some(term) = here.term.inner().into_iter().nth(position) else { return };
        let mut path = here.path.clone();
        path.push(position);
        // Of rules whose row is known only the one that applies is gone into: it stands for all of them.
        if here.at.is_some() && matches!(here.term.kind, TermKind::First(_)) {
            let (formula, hole) = (here.formula.clone(), here.hole.clone());
            return self.walk(term, &Here { term, path, at, formula, hole });
        }
        let mut around = here.term.clone();
        let folds = is_by_row(&around.kind);
        for ((other, inside), own) in (0_usize..).zip(around.inner_mut()).zip(here.term.inner()) {
            if other == position {
                *inside = hole(term);
            } else if folds && let Some(value) = self.value_of(own, here) {
                inside.kind = value;
            }
        }
        let formula = here.with(around);
        let mut deeper = here.hole.clone();
        deeper.push(position);
        self.walk(term, &Here { term, path, at, formula, hole: deeper });
    }

    /// A changed term in which the one that it stands for, and those directly inside that, are folded to their values.
    pub(super) fn folded(&mut self, mut instead: Term, here: &Here<'c>) -> Term {
        let mut parts = vec![here.term];
        if is_by_row(&here.term.kind) {
            parts.extend(here.term.inner());
        }
        self.fold(&mut instead, &parts, here);
        instead
    }

    fn fold(&mut self, term: &mut Term, parts: &[&'c Term], here: &Here<'c>) {
        let part = parts.iter().find(|part| part.kind == term.kind);
        if let Some(value) = part.and_then(|part| self.value_of(part, here)) {
            term.kind = value;
        } else if is_by_row(&term.kind) {
            term.inner_mut().into_iter().for_each(|inside| self.fold(inside, parts, here));
        }
    }

    /// The value of a term of the formula here, as a term; none inside a list, and for what no term says.
    fn value_of(&mut self, term: &'c Term, here: &Here<'c>) -> Option<TermKind> {
        match self.item(term, here)? {
            Item::Number(number) => Some(TermKind::Number(number)),
            Item::Truth(truth) => Some(TermKind::Truth(truth)),
            Item::Date(date) => Some(TermKind::Date(date)),
            Item::Code(_) => None,
        }
    }
}

/// What is replaced before it is ever computed.
fn hole(term: &Term) -> Term {
    build::term(TermKind::Truth(false), term)
}

/// Whether what a term yields for a row comes of what the terms inside it yield for that row, and of nothing else.
fn is_by_row(kind: &TermKind) -> bool {
    matches!(
        kind,
        TermKind::Arithmetic(..)
            | TermKind::Negative(_)
            | TermKind::Absolute(_)
            | TermKind::Not(_)
            | TermKind::Compare(..)
            | TermKind::Same(..)
            | TermKind::Among(..)
            | TermKind::And(..)
            | TermKind::Or(..)
            | TermKind::Greatest(_)
            | TermKind::Least(_)
            | TermKind::Round(..)
            | TermKind::RoundTo(..)
            | TermKind::Graded(..)
            | TermKind::Part(..)
            | TermKind::Days(..)
            | TermKind::First(_)
    )
}
