//! Choices within a printed range: made on the paper, so that no figure stays open.

use super::paper::{Paper, short};
use super::sound::Case;
use super::value::unit;
use crate::evaluate::outcome::NoticeKind;
use crate::exact::{Exact, Rounding};
use crate::practise::seed::Draws;
use crate::scheme::Scheme;
use crate::scheme::document::Entry;
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// Chooses where the case leaves a choice open; whether there was any.
pub(super) fn choose(scheme: &Scheme, case: &Case, paper: &mut Paper, draws: &mut Draws) -> bool {
    let mut any = false;
    for notice in &case.outcome.notices {
        let NoticeKind::ChoiceOpen { low, high } = &notice.kind else { continue };
        any = true;
        let mut sources = Vec::new();
        if let Some(plan) = scheme.steps.get(notice.step) {
            plan.term.walk(&mut |term| sources.extend(entry_of(term)));
        }
        for source in sources {
            write(scheme, paper, source, notice.row, (low, high), draws);
        }
    }
    any
}

/// What a choice within a range is entered in.
fn entry_of(term: &Term) -> Option<Source> {
    let TermKind::Chosen(of, _, _) = &term.kind else { return None };
    let mut found = None;
    of.walk(&mut |term| {
        if let TermKind::Whole(source) | TermKind::Own(source) = term.kind {
            found = found.or(Some(source));
        }
    });
    found
}

fn write(
    scheme: &Scheme,
    paper: &mut Paper,
    source: Source,
    row: Option<u32>,
    (low, high): (&Exact, &Exact),
    draws: &mut Draws,
) {
    let document = &scheme.document;
    let chosen = |entry: &Entry, draws: &mut Draws| {
        let unit = unit(entry)?;
        let [low, high] = [low, high].map(|end| end.divided_by(unit.factor()).ok());
        Some(vec![Some(within(&low?, &high?, draws)?.to_string())])
    };
    match source {
        Source::Input(at) => {
            if let (Some(entry), Some(slot)) = (document.inputs.get(at), paper.inputs.get_mut(at)) {
                *slot = chosen(entry, draws).unwrap_or_default();
            }
        }
        Source::Parameter(at) => {
            if let (Some(entry), Some(slot)) = (document.parameters.get(at), paper.parameters.get_mut(at)) {
                *slot = chosen(entry, draws).unwrap_or_default();
            }
        }
        Source::Column(Axis::Roster(at), column) => {
            let row = row.and_then(|row| usize::try_from(row).ok()).unwrap_or(0);
            let entry = document.rosters.get(at).and_then(|roster| roster.columns.get(column));
            let rows = paper.rosters.get_mut(at).map(|listed| &mut listed.rows);
            let slot = rows.and_then(|rows| rows.get_mut(row)).and_then(|cells| cells.get_mut(column));
            if let (Some(entry), Some(slot)) = (entry, slot) {
                *slot = chosen(entry, draws).unwrap_or_default();
            }
        }
        _ => {}
    }
}

/// A number in a range, as short as the range allows.
fn within(low: &Exact, high: &Exact, draws: &mut Draws) -> Option<Exact> {
    for place in [0, -1, -2, -4] {
        let step = Exact::power_of_ten(place)?;
        let end = |end: &Exact, mode| end.divided_by(&step).ok()?.rounded(0, mode)?.to_i64();
        let (from, to) = (end(low, Rounding::Up)?, end(high, Rounding::Down)?);
        if from < to || (from == to && place == 0) {
            let drawn = Exact::from(draws.between(from, to)).times(&step)?;
            return Some(short(&drawn).filter(|short| low <= short && short <= high).unwrap_or(drawn));
        }
    }
    Some(low.clone())
}
