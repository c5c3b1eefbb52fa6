//! What inference finds.

use crate::exact::Exact;
use crate::problem::Span;
use crate::scheme::term::{Term, TermKind, Type};
use crate::unit::Unit;

/// What an expression turns out to be, before its neighbours have settled it.
pub(super) enum Found {
    /// A term whose type is certain.
    Term(Term),
    /// A number without a unit: takes the unit of the quantity it meets.
    Bare(Term),
    /// A text: the id of an option or row of what it meets, or a day.
    Text(String, Span),
}

impl Found {
    /// Where it is written.
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Term(term) | Self::Bare(term) => term.span,
            Self::Text(_, span) => *span,
        }
    }

    /// A number of this unit.
    pub(super) fn number(kind: TermKind, unit: Unit, span: Span) -> Self {
        Self::Term(Term { kind, yields: Type::Number(unit), span })
    }
}

/// A number written in a formula.
pub(super) fn constant(value: Exact, unit: Unit, span: Span) -> Term {
    Term { kind: TermKind::Number(value), yields: Type::Number(unit), span }
}
