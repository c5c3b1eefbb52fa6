//! A formula as it reads once the readings are chosen: what a choice decides away is left out.

use crate::scheme::term::{Aggregate, Arm, Operator, Source, Term, TermKind, Type};

/// What a condition on choices alone comes to; none where that is open.
type Decide<'d> = &'d dyn Fn(&Term) -> Option<bool>;

/// The formula without the branches that the choices decide away, and without what then adds or changes nothing.
pub(super) fn settled(of: &Term, decide: Decide<'_>) -> Term {
    if is_of_choices(of)
        && let Some(truth) = decide(of)
    {
        return like(of, TermKind::Truth(truth));
    }
    let mut grown = of.clone();
    let mut changed = Vec::new();
    for inner in grown.inner_mut() {
        let instead = settled(inner, decide);
        changed.push(instead != *inner);
        *inner = instead;
    }
    if changed.iter().any(|changed| *changed) { simplified(grown, &changed) } else { grown }
}

/// Whether a condition speaks of nothing but what was chosen.
fn is_of_choices(of: &Term) -> bool {
    let (mut alone, mut chosen) = (of.yields == Type::Truth, false);
    of.walk(&mut |term| match &term.kind {
        TermKind::Whole(Source::Choice(_)) => chosen = true,
        TermKind::Option(_)
        | TermKind::Truth(_)
        | TermKind::Same(..)
        | TermKind::Among(..)
        | TermKind::Not(_)
        | TermKind::And(..)
        | TermKind::Or(..) => {}
        _ => alone = false,
    });
    alone && chosen
}

/// A term some of whose inner terms were `changed`, without what they no longer do.
fn simplified(term: Term, changed: &[bool]) -> Term {
    let Term { kind, yields, span } = term;
    let is_new = |at: usize| changed.get(at).copied().unwrap_or(false);
    let kind = match kind {
        TermKind::First(arms) => return first(arms, Term { kind: TermKind::Truth(true), yields, span }),
        TermKind::And(left, right) => match (truth(&left), truth(&right)) {
            (Some(true), _) | (_, Some(false)) => return *right,
            (_, Some(true)) | (Some(false), _) => return *left,
            _ => TermKind::And(left, right),
        },
        TermKind::Or(left, right) => match (truth(&left), truth(&right)) {
            (Some(false), _) | (_, Some(true)) => return *right,
            (_, Some(false)) | (Some(true), _) => return *left,
            _ => TermKind::Or(left, right),
        },
        TermKind::Not(of) => match truth(&of) {
            Some(truth) => TermKind::Truth(!truth),
            None => TermKind::Not(of),
        },
        TermKind::Arithmetic(operator, left, right) => match operator {
            Operator::Plus if is_new(0) && is_nothing(&left) => return *right,
            Operator::Plus | Operator::Minus if is_new(1) && is_nothing(&right) => return *left,
            Operator::Times if is_new(0) && is_one(&left) => return *right,
            Operator::Times | Operator::Divide if is_new(1) && is_one(&right) => return *left,
            _ => TermKind::Arithmetic(operator, left, right),
        },
        TermKind::Aggregate(aggregate) => {
            let Aggregate { filter, .. } = &*aggregate;
            let filter = filter.clone().filter(|filter| truth(filter) != Some(true));
            TermKind::Aggregate(Box::new(Aggregate { filter, ..*aggregate }))
        }
        kind => kind,
    };
    Term { kind, yields, span }
}

/// The arms that may still apply; the value of the only one. `like` says what they yield.
fn first(arms: Vec<Arm>, like_this: Term) -> Term {
    let mut left: Vec<Arm> = Vec::new();
    for arm in arms {
        match arm.when.as_ref().map(truth) {
            Some(Some(false)) => {}
            None | Some(Some(true)) => {
                left.push(Arm { when: None, ..arm });
                break;
            }
            Some(None) => left.push(arm),
        }
    }
    match left.as_slice() {
        [Arm { when: None, then }] => then.clone(),
        _ => like(&like_this, TermKind::First(left)),
    }
}

fn like(other: &Term, kind: TermKind) -> Term {
    Term { kind, yields: other.yields.clone(), span: other.span }
}

fn truth(term: &Term) -> Option<bool> {
    match term.kind {
        TermKind::Truth(truth) => Some(truth),
        _ => None,
    }
}

fn is_nothing(term: &Term) -> bool {
    matches!(&term.kind, TermKind::Number(number) if number.is_zero())
}

/// Whether a term is the plain number one.
fn is_one(term: &Term) -> bool {
    let plain = matches!(&term.yields, Type::Number(unit) if unit.is_plain());
    plain && matches!(&term.kind, TermKind::Number(number) if number.to_string() == "1")
}
