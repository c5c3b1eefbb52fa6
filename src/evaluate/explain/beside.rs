//! Terms that stand beside those of a formula: what it would yield without rounding, a part before it is cut,
//! the slices of an amount.
//!
//! An explanation computes nothing by itself: it builds a term and lets the run evaluate it.

use crate::exact::{Exact, Sign};
use crate::scheme::document::Kind;
use crate::scheme::term::{
    Aggregate, Arm, Axis, Fold, Grading, Operator, Share, Source, Term, TermKind, Type,
};

use super::declared::{kind_of, nameless};
use super::live::Live;
use super::spot::Spot;

/// A term that yields what `like` yields.
fn term(kind: TermKind, like: &Term) -> Term {
    Term { kind, yields: like.yields.clone(), span: like.span }
}

fn arithmetic(operator: Operator, left: Term, right: Term) -> Term {
    let like = left.clone();
    term(TermKind::Arithmetic(operator, Box::new(left), Box::new(right)), &like)
}

/// The pool of a row: with `within`, that of the row it is shared within.
pub(super) fn pool(share: &Share) -> Term {
    within(share, share.pool.clone())
}

/// All weights together that a row's pool is shared by.
pub(crate) fn total(share: &Share, axis: Option<Axis>) -> Term {
    let Some(axis) = axis else { return share.by.clone() };
    let aggregate = Aggregate {
        fold: Fold::Sum,
        rows: Some(axis),
        pick: None,
        group: share.within.as_ref().map(|(link, _)| link.clone()),
        of: share.by.clone(),
        filter: None,
    };
    within(share, term(TermKind::Aggregate(Box::new(aggregate)), &share.by))
}

/// The part of a row before it is cut: pool × weight ÷ all weights.
pub(crate) fn quota(share: &Share, axis: Option<Axis>) -> Term {
    let product = arithmetic(Operator::Times, pool(share), share.by.clone());
    arithmetic(Operator::Divide, product, total(share, axis))
}

/// A term of the pool's own row, read from a row that shares in it.
fn within(share: &Share, of: Term) -> Term {
    match &share.within {
        None => of,
        Some((link, axis)) => {
            let kind =
                TermKind::Follow { link: Box::new(link.clone()), axis: *axis, of: Box::new(of.clone()) };
            term(kind, &of)
        }
    }
}

/// The formula without its last rounding, as far as it counted at this spot; none when nothing is rounded last.
///
/// Last is a rounding whose result is only added, subtracted, limited or chosen before it becomes the figure.
pub(super) fn unrounded<'r>(of: &'r Term, live: &Live<'r>, spot: &Spot<'_>) -> Option<Term> {
    match &of.kind {
        TermKind::Round(_, inside, _) | TermKind::RoundTo(inside, _) => Some((**inside).clone()),
        TermKind::Share(share) => {
            let pool = live.number(&pool(share), spot)?;
            (pool.sign() != Sign::Negative).then(|| quota(share, spot.frame.axis))
        }
        TermKind::First(arms) => {
            let (_, arm) = live.arm(arms, spot).ok()??;
            unrounded(&arm.then, live, spot)
        }
        TermKind::Negative(inside) => {
            Some(term(TermKind::Negative(Box::new(unrounded(inside, live, spot)?)), of))
        }
        TermKind::Arithmetic(operator @ (Operator::Plus | Operator::Minus), left, right) => {
            let (one, two) = (unrounded(left, live, spot), unrounded(right, live, spot));
            if one.is_none() && two.is_none() {
                return None;
            }
            let one = one.unwrap_or_else(|| (**left).clone());
            let two = two.unwrap_or_else(|| (**right).clone());
            Some(term(TermKind::Arithmetic(*operator, Box::new(one), Box::new(two)), of))
        }
        TermKind::Greatest(terms) => Some(term(TermKind::Greatest(each(terms, live, spot)?), of)),
        TermKind::Least(terms) => Some(term(TermKind::Least(each(terms, live, spot)?), of)),
        _ => None,
    }
}

/// All of them without their last rounding; none when none has one.
fn each<'r>(terms: &'r [Term], live: &Live<'r>, spot: &Spot<'_>) -> Option<Vec<Term>> {
    let found: Vec<Option<Term>> = terms.iter().map(|term| unrounded(term, live, spot)).collect();
    if found.iter().all(Option::is_none) {
        return None;
    }
    Some(found.into_iter().zip(terms).map(|(found, term)| found.unwrap_or_else(|| term.clone())).collect())
}

/// The share in whose parts a formula ends at this spot, if it ends in one.
pub(super) fn last_share<'r>(
    of: &'r Term,
    live: &Live<'r>,
    spot: &Spot<'_>,
) -> Option<(&'r Share, &'r Term)> {
    match &of.kind {
        TermKind::Share(share) => Some((share, of)),
        TermKind::First(arms) => {
            let (_, Arm { then, .. }) = live.arm(arms, spot).ok()??;
            last_share(then, live, spot)
        }
        TermKind::Negative(_)
        | TermKind::Arithmetic(Operator::Plus | Operator::Minus, ..)
        | TermKind::Greatest(_)
        | TermKind::Least(_) => of.inner().into_iter().find_map(|inner| last_share(inner, live, spot)),
        _ => None,
    }
}

/// An amount in the tiers that it reaches: each slice and its rate.
///
/// None when the slices do not add up to what the run found.
pub(super) fn slices(whole: &Term, live: &Live<'_>, spot: &Spot<'_>) -> Option<Vec<(Term, Term)>> {
    let TermKind::Graded(grading, of, table) = &whole.kind else { return None };
    let axis = Axis::Table(*table);
    let rate = Source::Column(axis, nameless(&live.scheme.document, *table)?);
    let Kind::Quantity(unit) = kind_of(&live.scheme.document, rate)? else { return None };
    let like = Term { kind: TermKind::Truth(true), yields: Type::Number(unit.clone()), span: whole.span };
    let slices = match grading {
        Grading::Whole => {
            let tier = Term {
                kind: TermKind::Graded(Grading::Tier, of.clone(), *table),
                yields: Type::Row(axis),
                span: whole.span,
            };
            let rate = term(TermKind::Own(rate), &like);
            let kind = TermKind::Follow { link: Box::new(tier), axis, of: Box::new(rate) };
            vec![((**of).clone(), term(kind, &like))]
        }
        Grading::Marginal => {
            let amount = live.number(of, spot)?;
            let facts = live.facts.tables.get(*table)?;
            let reached = facts.bounds.iter().zip(&facts.ids);
            let reached = reached.filter(|(bounds, _)| bounds.from.clone().unwrap_or_default() < amount);
            let slice = |from: &Exact, to: Option<&Exact>| {
                let top = match to.filter(|to| **to < amount) {
                    Some(to) => term(TermKind::Number(to.clone()), of),
                    None => (**of).clone(),
                };
                if from.is_zero() {
                    top
                } else {
                    arithmetic(Operator::Minus, top, term(TermKind::Number(from.clone()), of))
                }
            };
            let tiers = reached.map(|(bounds, id)| {
                let to = bounds.to.as_ref().or(bounds.below.as_ref());
                let slice = slice(&bounds.from.clone().unwrap_or_default(), to);
                (slice, term(TermKind::Fixed(rate, id.clone()), &like))
            });
            tiers.collect()
        }
        Grading::Tier | Grading::Band => return None,
    };
    let products =
        slices.iter().map(|(slice, rate)| arithmetic(Operator::Times, slice.clone(), rate.clone()));
    let sum = products.reduce(|one, two| arithmetic(Operator::Plus, one, two))?;
    (live.number(&sum, spot)? == live.number(whole, spot)?).then_some(slices)
}
