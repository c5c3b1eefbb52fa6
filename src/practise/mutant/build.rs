//! Terms built beside those of a formula, and formulas with one of their terms replaced.

use crate::exact::{Exact, Rounding};
use crate::scheme::term::{Operator, Term, TermKind, Type};
use crate::unit::Unit;

/// A term that yields what `like` yields.
pub(super) fn term(kind: TermKind, like: &Term) -> Term {
    Term { kind, yields: like.yields.clone(), span: like.span }
}

/// A number that stands where `like` stood.
pub(super) fn number(value: Exact, like: &Term) -> Term {
    term(TermKind::Number(value), like)
}

/// Two terms with an operator between them, yielding what `like` yields.
pub(super) fn arithmetic(operator: Operator, left: &Term, right: &Term, like: &Term) -> Term {
    term(TermKind::Arithmetic(operator, Box::new(left.clone()), Box::new(right.clone())), like)
}

/// A term rounded to decimals of base units.
pub(super) fn rounded(of: &Term, mode: Rounding, places: i32) -> Term {
    term(TermKind::Round(mode, Box::new(of.clone()), places), of)
}

/// A term times a plain number.
pub(super) fn times(of: &Term, factor: Exact) -> Term {
    let factor = Term { kind: TermKind::Number(factor), yields: Type::Number(Unit::plain()), span: of.span };
    arithmetic(Operator::Times, of, &factor, of)
}

/// A formula with the term at the end of this path replaced.
pub(super) fn grafted(whole: &Term, path: &[usize], instead: Term) -> Term {
    let mut grown = whole.clone();
    let mut at = &mut grown;
    for position in path {
        match at.inner_mut().into_iter().nth(*position) {
            Some(inner) => at = inner,
            // A path is made from the formula itself and always leads on.
            None => return whole.clone(),
        }
    }
    *at = instead;
    grown
}

/// A formula in which `change` has replaced terms, outermost first; what is replaced is not looked into again.
pub(super) fn replaced(whole: &Term, change: &mut dyn FnMut(&Term) -> Option<Term>) -> Term {
    if let Some(changed) = change(whole) {
        return changed;
    }
    let mut grown = whole.clone();
    for inner in grown.inner_mut() {
        let changed = replaced(inner, change);
        *inner = changed;
    }
    grown
}

/// Whether two terms are the same, wherever they are written.
pub(super) fn same(one: &Term, other: &Term) -> bool {
    fn nowhere(term: &mut Term) {
        term.span = Default::default();
        term.inner_mut().into_iter().for_each(nowhere);
    }
    let (mut one, mut other) = (one.clone(), other.clone());
    nowhere(&mut one);
    nowhere(&mut other);
    one.kind == other.kind
}

/// The unit of a number.
pub(super) fn unit_of(term: &Term) -> Unit {
    match &term.yields {
        Type::Number(unit) => unit.clone(),
        _ => Unit::plain(),
    }
}
