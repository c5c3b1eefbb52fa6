//! Lines of an exercise that are given instead of asked: there is nothing to calculate on them.

use std::collections::BTreeSet;

use super::sheet::Sheet;
use super::spot::Spot;
use crate::evaluate::explain::Explained;
use crate::evaluate::facts::Evaluated;
use crate::scheme::Scheme;
use crate::scheme::document::Kind;
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// The sheet with lines given on which there is nothing to calculate, and without what only those use.
///
/// These are: a figure that the choices alone say, such as the money of a rule that was not chosen; a yes or no that the
/// scheme's own tables and the choices settle, whatever the month brings; and of inner steps, which no result table
/// shows, every yes or no and whatever is only looked up. What the sheet ends in is never given.
pub(super) fn granted(variant: Evaluated<'_>, mut sheet: Sheet) -> Sheet {
    let Evaluated { scheme, facts, outcome } = variant;
    let settled = settled(scheme);
    let steps: BTreeSet<usize> =
        (0..scheme.steps.len()).filter(|step| is_granted(scheme, *step, &settled) == Some(true)).collect();
    let finals: BTreeSet<Spot> = sheet.finals.iter().copied().collect();
    let is_chosen = |Spot { step, row }: Spot| {
        Explained::of(scheme, facts, outcome, step, row).is_some_and(|explained| explained.is_chosen())
    };
    for line in &mut sheet.lines {
        let given = steps.contains(&line.spot.step) || is_chosen(line.spot);
        if given && !finals.contains(&line.spot) {
            line.given = true;
            line.after.clear();
        }
    }
    let mut used = finals;
    // Each line stands after those it uses.
    for line in sheet.lines.iter().rev() {
        if used.contains(&line.spot) {
            used.extend(&line.after);
        }
    }
    sheet.lines.retain(|line| used.contains(&line.spot));
    sheet
}

/// Whether the figures of a step are given; none when there is no such step.
fn is_granted(scheme: &Scheme, step: usize, settled: &[bool]) -> Option<bool> {
    let (plan, declared) = (scheme.steps.get(step)?, scheme.document.steps.get(step)?);
    let decides = matches!(declared.kind, Kind::Truth);
    let inner = declared.inner && (decides || is_looked_up(&plan.term));
    Some(inner || decides && *settled.get(step)?)
}

/// Whether a formula takes a value that stands somewhere, and calculates nothing.
fn is_looked_up(term: &Term) -> bool {
    let mut only = true;
    term.walk(&mut |term| {
        let chooses = matches!(
            term.kind,
            TermKind::Follow { .. }
                | TermKind::First(_)
                | TermKind::OrElse(..)
                | TermKind::Given(_)
                | TermKind::Not(_)
                | TermKind::And(..)
                | TermKind::Or(..)
                | TermKind::Same(..)
                | TermKind::Among(..)
        );
        only &= chooses || term.inner().is_empty();
    });
    only
}

/// For each step whether nothing of the month goes into it, itself or through others.
fn settled(scheme: &Scheme) -> Vec<bool> {
    let mut settled = vec![false; scheme.steps.len()];
    // Each step stands behind those it needs, so that none is looked through twice.
    for step in &scheme.order {
        let is = scheme.steps.get(*step).is_some_and(|plan| is_settled(&plan.term, &settled));
        if let Some(place) = settled.get_mut(*step) {
            *place = is;
        }
    }
    settled
}

/// Whether nothing of the month goes into a formula; `steps` says it of the steps that it names.
fn is_settled(term: &Term, steps: &[bool]) -> bool {
    let mut settled = true;
    term.walk(&mut |term| {
        let (TermKind::Whole(source)
        | TermKind::Own(source)
        | TermKind::Picked(source)
        | TermKind::Fixed(source, _)) = &term.kind
        else {
            return;
        };
        settled &= match source {
            Source::Input(_) | Source::Per(..) | Source::Column(Axis::Roster(_), _) => false,
            Source::Belongs(axis) => matches!(axis, Axis::Table(_)),
            Source::Parameter(_) | Source::Choice(_) | Source::Column(Axis::Table(_), _) => true,
            Source::Step(step) => steps.get(*step).copied().unwrap_or(false),
        };
    });
    settled
}
