//! What a sheet ends in: of the results of a scheme the one that people wait for.

use std::collections::BTreeSet;

use crate::scheme::Scheme;
use crate::scheme::document::{Kind, Step};
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// Positions of the steps that result tables show, in their order: those that the scheme declares, or all but the
/// inner ones.
#[must_use]
pub fn shown_steps(scheme: &Scheme) -> Vec<usize> {
    let document = &scheme.document;
    let position = |id: &str| document.steps.iter().position(|step| step.id.text == id);
    if document.outputs.is_empty() {
        let shown = document.steps.iter().enumerate().filter(|(_, step)| !step.inner);
        return shown.map(|(at, _)| at).collect();
    }
    let names = document.outputs.iter().flat_map(|output| &output.steps);
    names.filter_map(|name| position(&name.text)).collect()
}

/// The step that a sheet ends in: of the shown steps with rows of a roster (of all shown steps, where none has) the one
/// that takes most steps to reach; one with money, where such a one takes at least half as many. Of those that take as
/// many, the last.
#[must_use]
pub fn result(scheme: &Scheme) -> Option<usize> {
    let shown = shown_steps(scheme);
    let of_people =
        |at: &usize| matches!(scheme.steps.get(*at).and_then(|plan| plan.each), Some(Axis::Roster(_)));
    let some: Vec<usize> = shown.iter().copied().filter(of_people).collect();
    let steps = if some.is_empty() { shown } else { some };
    let counted: Vec<(usize, usize)> = steps.into_iter().map(|at| (needed(scheme, at).len(), at)).collect();
    let longest = counted.iter().max_by_key(|(count, _)| *count)?;
    let money = counted.iter().filter(|(_, at)| scheme.document.steps.get(*at).is_some_and(is_money));
    let paid =
        money.max_by_key(|(count, _)| *count).filter(|(count, _)| count.saturating_mul(2) >= longest.0);
    Some(paid.unwrap_or(longest).1)
}

/// Whether a step yields money that is added up over its rows.
fn is_money(step: &Step) -> bool {
    matches!(&step.kind, Kind::Quantity(unit) if unit.counts("yuan")) && step.total != Some(false)
}

/// All steps that a step needs, itself among them.
#[must_use]
pub fn needed(scheme: &Scheme, step: usize) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    let mut open = vec![step];
    while let Some(step) = open.pop() {
        let Some(plan) = scheme.steps.get(step) else { continue };
        if found.insert(step) {
            plan.term.walk(&mut |term| open.extend(step_of(term)));
        }
    }
    found
}

/// The step that a name stands for.
fn step_of(term: &Term) -> Option<usize> {
    match &term.kind {
        TermKind::Whole(Source::Step(step))
        | TermKind::Own(Source::Step(step))
        | TermKind::Picked(Source::Step(step))
        | TermKind::Fixed(Source::Step(step), _) => Some(*step),
        _ => None,
    }
}

/// To how many decimals the figures of a step are asked for where they do not end, in their own unit; none for figures
/// that are no numbers.
#[must_use]
pub fn asked_places(scheme: &Scheme, step: usize) -> Option<u32> {
    let step = scheme.document.steps.get(step)?;
    match &step.kind {
        Kind::Quantity(unit) => Some(step.places.unwrap_or(if unit.counts("yuan") { 2 } else { 4 })),
        _ => None,
    }
}
