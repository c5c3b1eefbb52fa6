//! Whether a change matters for a step, and why not where that can be known.

use super::cell::Cell;
use super::change::{Change, ValueChange};
use super::draft::{Draft, Trial};
use super::reach::Reach;
use crate::evaluate::facts::{Facts, RosterColumn};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::evaluate;
use crate::evaluate::value::{Data, Item, Rows, Value};
use crate::exact::{Comparison, Exact};
use crate::scheme::check::check;
use crate::scheme::document::{Body, Document, Kind, TableKind};
use crate::scheme::term::{Axis, Source};

/// Whether a change matters for a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A figure of the step is another with it than without it.
    Some,
    /// No figure is, for this reason, if it can be known.
    None(Option<Why>),
    /// It cannot be told apart from the other changes.
    Unknown,
}

/// Why a change matters to nobody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// No formula on the way to the step reads it.
    Unused,
    /// Nobody has this row, and nobody has done any of it.
    Nobody,
    /// A much larger change does not matter either: no figure comes to this tier, band or case.
    Unreached,
    /// A larger change would matter: this one is lost in a rounding.
    Rounded,
    /// The other formula, or the other choice, yields the same for everybody.
    Same,
    /// Figures on the way are others, and what follows them takes the difference away again.
    Absorbed,
    /// Only how many decimals are shown is another.
    Shown,
    /// It is asked for, and yet a much larger change does not matter either: nothing that counts it comes up.
    Idle,
}

/// Whether each change matters for a step, given by its position today.
#[must_use]
pub fn effects(before: Draft<'_>, after: Draft<'_>, changes: &[Change], step: usize) -> Vec<Effect> {
    let id = before.scheme.document.steps.get(step).map(|step| step.id.text.as_str());
    let other = after.scheme.document.steps.iter().position(|step| Some(step.id.text.as_str()) == id);
    let Some(other) = other else { return vec![Effect::Unknown; changes.len()] };
    let reaches = [Reach::of(before.scheme, step), Reach::of(after.scheme, other)];
    let (mut with, mut without) = (Trial::of(before), Trial::of(after));
    let same = figures(before.outcome, step) == figures(after.outcome, other);
    let mut effect = |change: &Change| {
        let change = match change {
            Change::Value(change) => change,
            Change::Places(_) => return Effect::None(Some(Why::Shown)),
            Change::Formula(at) => {
                return match swapped(before, after, *at, [step, other]) {
                    Some(true) => Effect::Some,
                    Some(false) => Effect::None(unmoved(before, after, &reaches, *at, step)),
                    None => Effect::Unknown,
                };
            }
            Change::RowAdded(table, row) if is_left_out(after, *table, *row) => {
                return Effect::None(Some(Why::Nobody));
            }
            Change::RowRemoved(table, row) if is_left_out(before, *table, *row) => {
                return Effect::None(Some(Why::Nobody));
            }
            // Nothing that is changed matters, so that this does not either.
            _ if same => return Effect::None(None),
            _ => return Effect::Unknown,
        };
        if !reaches[0].reads(change.before) && !reaches[1].reads(change.after) {
            return Effect::None(Some(Why::Unused));
        }
        let together = together(changes, change);
        // Alone it may matter to nobody, and yet together with the other changes, so it is also taken back alone.
        if matters(&mut with, before.outcome, step, &together, [1, 0])
            || matters(&mut without, after.outcome, other, &together, [0, 1])
        {
            return Effect::Some;
        }
        Effect::None(why(before, &mut with, change, step))
    };
    changes.iter().map(&mut effect).collect()
}

/// Whether nobody has a row of a table that only compares and counts by name, and nobody has done any of it.
fn is_left_out(draft: Draft<'_>, table: usize, row: u32) -> bool {
    let document = &draft.scheme.document;
    let graded = document.tables.get(table).is_some_and(|table| !matches!(table.kind, TableKind::Plain));
    !graded && is_chosen_from(document, draft.opened.facts(), table, row) == Some(false)
}

/// Whether a formula of the proposal matters for a step: put in alone today, or taken back alone in the proposal. None
/// where neither can be done.
fn swapped(before: Draft<'_>, after: Draft<'_>, at: usize, [step, other]: [usize; 2]) -> Option<bool> {
    let declared = before.scheme.document.steps.get(at)?;
    let steps = &after.scheme.document.steps;
    let there = steps.iter().position(|step| step.id.text == declared.id.text)?;
    let with = |draft: Draft<'_>, at: usize, body: &Body| {
        let mut document = draft.scheme.document.clone();
        document.steps.get_mut(at)?.body.clone_from(body);
        let scheme = check(document).ok()?;
        Some(evaluate(&scheme, draft.opened.facts()))
    };
    let one = with(before, at, &steps.get(there)?.body);
    let one = one.map(|outcome| figures(&outcome, step) != figures(before.outcome, step));
    let two = with(after, there, &declared.body);
    let two = two.map(|outcome| figures(&outcome, other) != figures(after.outcome, other));
    match (one, two) {
        (None, None) => None,
        (one, two) => Some(one == Some(true) || two == Some(true)),
    }
}

/// Why another formula matters to nobody.
fn unmoved(before: Draft<'_>, after: Draft<'_>, reaches: &[Reach; 2], at: usize, step: usize) -> Option<Why> {
    let id = &before.scheme.document.steps.get(at)?.id.text;
    let there = after.scheme.document.steps.iter().position(|step| step.id.text == *id)?;
    let [here, other] = [at, there].map(Source::Step);
    if at != step && !reaches[0].passes(here) && !reaches[1].passes(other) {
        return Some(Why::Unused);
    }
    let same = figures(before.outcome, at) == figures(after.outcome, there);
    Some(if same { Why::Same } else { Why::Absorbed })
}

/// The changes that are made with this one: where one tier ends another begins, so all bounds of a table go together.
fn together<'c>(changes: &'c [Change], change: &'c ValueChange) -> Vec<&'c ValueChange> {
    let Cell::Bound { table, .. } = change.before else { return vec![change] };
    let bounds = changes.iter().filter_map(|other| match other {
        Change::Value(other) if matches!(other.before, Cell::Bound { table: of, .. } if of == table) => {
            Some(other)
        }
        _ => None,
    });
    bounds.collect()
}

/// Whether the figures of a step are others with the one text of each change; the other stands there afterwards.
fn matters(
    trial: &mut Trial<'_>,
    known: &Outcome,
    step: usize,
    changes: &[&ValueChange],
    [one, back]: [usize; 2],
) -> bool {
    let set = |trial: &mut Trial<'_>, which: usize| {
        for change in changes {
            if let Some(text) = change.texts.get(which) {
                trial.set(&change.path, text);
            }
        }
    };
    set(trial, one);
    let outcome = trial.outcome();
    set(trial, back);
    figures(&outcome, step) != figures(known, step)
}

fn figures(outcome: &Outcome, step: usize) -> Option<&Value> {
    outcome.steps.get(step).map(|step| &step.value)
}

fn why(before: Draft<'_>, trial: &mut Trial<'_>, change: &ValueChange, step: usize) -> Option<Why> {
    let (document, facts) = (&before.scheme.document, before.opened.facts());
    let table = match change.before {
        Cell::Value { source: Source::Column(Axis::Table(table), _), row: Some(row) } => Some((table, row)),
        Cell::Bound { table, row, .. } => Some((table, row)),
        Cell::Value { .. } => None,
    };
    if let Some((table, row)) = table
        && is_chosen_from(document, facts, table, row) == Some(false)
    {
        return Some(Why::Nobody);
    }
    let (Some(Item::Number(old)), Some(Item::Number(new))) = (&change.items[0], &change.items[1]) else {
        return Some(Why::Same);
    };
    // A hundredfold change in the same direction.
    let larger = new.minus(old)?.times(&Exact::from(100))?.plus(old)?;
    let larger = larger.divided_by(change.before.unit(document)?.factor()).ok()?.to_string();
    trial.set(&change.path, &larger);
    let (refused, outcome) = (trial.is_refused(), trial.outcome());
    trial.set(&change.path, &change.texts[0]);
    if refused {
        return None;
    }
    if figures(&outcome, step) != figures(before.outcome, step) {
        return Some(Why::Rounded);
    }
    let graded = table.and_then(|(table, _)| document.tables.get(table));
    let graded = graded.is_some_and(|table| !matches!(table.kind, TableKind::Plain));
    Some(if graded { Why::Unreached } else { Why::Idle })
}

/// Whether a row of a table is chosen or counted anywhere in the rosters; none when no roster refers to the table.
fn is_chosen_from(document: &Document, facts: &Facts, table: usize, row: u32) -> Option<bool> {
    let id = &document.tables.get(table)?.id.text;
    let mut found = None;
    for (roster, held) in document.rosters.iter().zip(&facts.rosters) {
        let of = roster.of.as_ref().filter(|of| of.text == *id).and(held.of.as_ref());
        let owners = of.map(|rows| has_code(rows, row));
        let columns = roster.columns.iter().zip(&held.columns).filter_map(|(entry, column)| match column {
            RosterColumn::Plain(rows) => {
                let links = matches!(&entry.kind, Kind::OneOf(of) if of.text == *id);
                links.then(|| has_code(rows, row))
            }
            RosterColumn::Per(columns) => {
                let counts = entry.per.as_ref().is_some_and(|per| per.text == *id);
                let column = usize::try_from(row).ok().and_then(|row| columns.get(row));
                counts.then(|| column.is_some_and(|rows| has_some(rows)))
            }
        });
        for chosen in owners.into_iter().chain(columns) {
            found = Some(found.unwrap_or(false) || chosen);
        }
    }
    found
}

fn has_code(rows: &Rows, code: u32) -> bool {
    let Data::Codes(codes) = &rows.data else { return false };
    (0_u32..).zip(codes).any(|(row, found)| *found == code && rows.fault(row).is_none())
}

fn has_some(rows: &Rows) -> bool {
    let Data::Numbers(column) = &rows.data else { return true };
    let some = column.compare_exact(Comparison::NotEqual, &Exact::ZERO);
    (0_u32..).zip(some).any(|(row, some)| some && rows.fault(row).is_none())
}
