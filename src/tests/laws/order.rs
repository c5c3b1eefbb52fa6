//! The order of people changes nobody's figures, except where a formula asks for it or a residual has to go somewhere.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value as Json;

use super::{Evaluated, samples};
use crate::exact::{Exact, Residual};
use crate::scheme::Scheme;
use crate::scheme::term::{Aggregate, Axis, Fold, Share, Source, Term, TermKind};
use crate::wire::Figure;

/// Where each row goes: the row that comes to stand at each place.
type Order = Vec<usize>;

/// Orders of so many rows that are not their own.
fn orders(count: usize) -> [Order; 3] {
    let reversed = (0..count).rev().collect();
    let rotated = (0..count).map(|row| (row + 1) % count.max(1)).collect();
    let odd_first = (1..count).step_by(2).chain((0..count).step_by(2)).collect();
    [reversed, rotated, odd_first]
}

/// The facts with the rows of every roster in another order, and that order by roster.
fn reordered(facts: &Json, which: usize) -> (Json, BTreeMap<String, Order>) {
    let mut facts = facts.clone();
    let mut found = BTreeMap::new();
    if let Some(rosters) = facts.get_mut("rosters").and_then(Json::as_object_mut) {
        for (roster, rows) in rosters {
            let Some(rows) = rows.as_array_mut() else { continue };
            let order = orders(rows.len())[which].clone();
            *rows = order.iter().map(|row| rows[*row].clone()).collect();
            found.insert(roster.clone(), order);
        }
    }
    (facts, found)
}

/// The steps whose figures may depend on the order of rows: those whose formula asks for it, those that gave somebody a
/// residual, and those that use them.
fn bound(evaluated: &Evaluated<'_>) -> BTreeSet<usize> {
    let scheme = evaluated.scheme;
    let mut bound: BTreeSet<usize> =
        evaluated.outcome.pools.iter().filter(|pool| !pool.to.is_empty()).map(|pool| pool.step).collect();
    for step in &scheme.order {
        let mut asks = false;
        scheme.steps[*step].term.walk(&mut |term| {
            asks |= match &term.kind {
                TermKind::Previous(..) => true,
                TermKind::Aggregate(aggregate) => {
                    matches!(**aggregate, Aggregate { fold: Fold::LongestRun, .. })
                }
                _ => false,
            };
        });
        if asks || uses(&scheme.steps[*step].term, &bound) {
            bound.insert(*step);
        }
    }
    bound
}

/// Whether a term uses one of these steps.
fn uses(term: &Term, steps: &BTreeSet<usize>) -> bool {
    let mut found = false;
    term.walk(&mut |term| {
        if let TermKind::Whole(Source::Step(step))
        | TermKind::Own(Source::Step(step))
        | TermKind::Picked(Source::Step(step))
        | TermKind::Fixed(Source::Step(step), _) = &term.kind
        {
            found |= steps.contains(step);
        }
    });
    found
}

/// The share that a step is, when its pool and weights do not depend on the order.
fn share<'s>(scheme: &'s Scheme, step: usize, bound: &BTreeSet<usize>) -> Option<&'s Share> {
    match &scheme.steps[step].term.kind {
        TermKind::Share(share) if !uses(&share.pool, bound) && !uses(&share.by, bound) => Some(share),
        _ => None,
    }
}

/// The parts of a step, as numbers; none when some could not be computed.
fn parts(figures: &BTreeMap<(String, usize), Figure>, step: &str, order: &Order) -> Option<Vec<Exact>> {
    let part = |row: &usize| Some(Exact::parse(figures[&(step.to_owned(), *row)].value.as_ref()?).unwrap());
    order.iter().map(part).collect()
}

#[test]
fn the_order_of_people_changes_nothing() {
    let (mut moved, mut unmoved) = (0, 0);
    for sample in samples() {
        let before = Evaluated::open(&sample.scheme, &sample.facts);
        let was = before.figures();
        let bound = bound(&before);
        for which in 0..3 {
            let (facts, orders) = reordered(&sample.facts, which);
            let after = Evaluated::open(&sample.scheme, &facts);
            let is = after.figures();
            for (position, step) in sample.scheme.document.steps.iter().enumerate() {
                let id = &step.id.text;
                let rows = is.keys().filter(|(of, _)| of == id).count();
                let order = match before.outcome.steps[position].each {
                    Some(Axis::Roster(roster)) => orders
                        .get(&sample.scheme.document.rosters[roster].id.text)
                        .cloned()
                        .unwrap_or_default(),
                    _ => (0..rows).collect(),
                };
                assert_eq!(rows, order.len(), "{}: {id}", sample.name);
                if !bound.contains(&position) {
                    for (now, then) in order.iter().enumerate() {
                        let (is, was) = (&is[&(id.clone(), now)], &was[&(id.clone(), *then)]);
                        assert_eq!(
                            super::value(is),
                            super::value(was),
                            "{}: {id} of row {then}",
                            sample.name
                        );
                        unmoved += 1;
                    }
                } else if let Some(share) = share(&sample.scheme, position, &bound) {
                    let (now, then) = (parts(&is, id, &(0..rows).collect()), parts(&was, id, &order));
                    moved += usize::from(now != then);
                    if let (Some(now), Some(then)) = (now, then) {
                        assert_residual(share, &now, &then, &format!("{}: {id}", sample.name));
                    }
                }
            }
        }
    }
    assert!(unmoved > 5_000, "only {unmoved} figures were compared");
    assert!(moved > 0, "no residual ever moved");
}

/// That two divisions of one pool differ in nothing but who was given the residual.
fn assert_residual(share: &Share, now: &[Exact], then: &[Exact], place: &str) {
    let sum = |parts: &[Exact]| parts.iter().fold(Exact::ZERO, |sum, part| sum.plus(part).unwrap());
    assert_eq!(sum(now), sum(then), "{place}");
    if share.residual == Residual::LargestRemainder {
        let fen = Exact::power_of_ten(-i32::try_from(share.places).unwrap()).unwrap();
        for (now, then) in now.iter().zip(then) {
            assert!(now.minus(then).unwrap().absolute() <= fen, "{place}: {then} became {now}");
        }
        let sorted = |parts: &[Exact]| {
            let mut parts = parts.to_vec();
            parts.sort();
            parts
        };
        assert_eq!(sorted(now), sorted(then), "{place}: only equals may change places");
    }
}
