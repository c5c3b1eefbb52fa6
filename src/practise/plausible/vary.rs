//! The changes that make a case of its own: of an input, a choice or a column of people, each drawn as a whole.

use super::paper::{Cells, Paper};
use super::value::{day_near, near};
use crate::date::Date;
use crate::exact::Exact;
use crate::practise::seed::Draws;
use crate::scheme::document::{Document, Entry, Kind};

/// What is written anew as a whole.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// An input.
    Input(usize, Cells),
    /// A parameter that the source does not print.
    Parameter(usize, Cells),
    /// A reading or policy.
    Choice(usize, Option<String>),
    /// The cells of a roster's column, row by row.
    Column(usize, usize, Vec<Cells>),
}

impl Change {
    /// Writes it onto a paper.
    pub(super) fn apply(&self, paper: &mut Paper) {
        match self {
            Self::Input(at, cells) => put(&mut paper.inputs, *at, cells),
            Self::Parameter(at, cells) => put(&mut paper.parameters, *at, cells),
            Self::Choice(at, option) => {
                if let Some(slot) = paper.choices.get_mut(*at) {
                    slot.clone_from(option);
                }
            }
            Self::Column(roster, column, rows) => {
                let listed = paper.rosters.get_mut(*roster).map(|listed| &mut listed.rows);
                for (row, cells) in listed.into_iter().flatten().zip(rows) {
                    put(row, *column, cells);
                }
            }
        }
    }
}

fn put(slots: &mut [Cells], at: usize, cells: &Cells) {
    if let Some(slot) = slots.get_mut(at) {
        slot.clone_from(cells);
    }
}

/// Changes of everything that a case may have otherwise; `model` has the values that usual ones are near to.
pub(super) fn changes(document: &Document, base: &Paper, model: &Paper, draws: &mut Draws) -> Vec<Change> {
    let mut changes = Vec::new();
    for (at, (choice, now)) in document.choices.iter().zip(&base.choices).enumerate() {
        let drawn = draws.one(&choice.options).map(|option| option.id.text.clone());
        let default = choice.default.as_ref().map(|default| &default.text);
        let drawn = drawn.filter(|id| Some(id) != default);
        if drawn != *now {
            changes.push(Change::Choice(at, drawn));
        }
    }
    let mut drawn = |entry: &Entry, like: &Cells| cells(document, model, entry, like, &[like], draws);
    for (at, (entry, now)) in document.inputs.iter().zip(&base.inputs).enumerate() {
        changes.push(Change::Input(at, drawn(entry, now)));
    }
    for (at, (entry, now)) in document.parameters.iter().zip(&base.parameters).enumerate() {
        if entry.value.is_none() {
            changes.push(Change::Parameter(at, drawn(entry, now)));
        }
    }
    for (at, (roster, listed)) in document.rosters.iter().zip(&base.rosters).enumerate() {
        for (column, entry) in roster.columns.iter().enumerate() {
            if leads_to_rows(document, entry) {
                continue;
            }
            let of = |row: &'_ Vec<Cells>| row.get(column).cloned().unwrap_or_default();
            let usual: Vec<Cells> =
                model.rosters.get(at).map(|listed| listed.rows.iter().map(of).collect()).unwrap_or_default();
            let usual: Vec<&Cells> = usual.iter().collect();
            let rows = listed.rows.iter().map(|row| cells(document, model, entry, &of(row), &usual, draws));
            changes.push(Change::Column(at, column, rows.collect()));
        }
    }
    changes
}

/// Whether a column holds rows of a roster, which are linked already.
pub(super) fn leads_to_rows(document: &Document, entry: &Entry) -> bool {
    let Kind::OneOf(of) = &entry.kind else { return false };
    document.rosters.iter().any(|roster| roster.id.text == of.text)
}

/// The cells of an entry in one row, near to what they are, or to what they are in another row of the model.
fn cells(
    document: &Document,
    model: &Paper,
    entry: &Entry,
    now: &Cells,
    usual: &[&Cells],
    draws: &mut Draws,
) -> Cells {
    let other = if draws.chance(1, 3) { draws.one(usual).copied() } else { None };
    let like = other.filter(|other| other.len() == now.len()).unwrap_or(now);
    // What somebody has not entered was not needed, and what is needed was entered.
    let all = like.iter().zip(now).map(|(like, now)| {
        let text = like.as_ref().or(now.as_ref())?;
        Some(varied(document, model, entry, text, draws).unwrap_or_else(|| text.clone()))
    });
    all.collect()
}

/// A value near a text; none where it should stay.
fn varied(
    document: &Document,
    model: &Paper,
    entry: &Entry,
    text: &str,
    draws: &mut Draws,
) -> Option<String> {
    match &entry.kind {
        Kind::Quantity(of) if of.name() == "calendar_year" => None,
        Kind::Quantity(_) => near(&Exact::parse(text).ok()?, entry, draws).map(|number| number.to_string()),
        Kind::Truth => draws.chance(1, 6).then(|| (text != "true").to_string()),
        Kind::Date => Date::parse(text).and_then(|_| day_near(text, draws)),
        Kind::Options(options) => {
            let drawn = draws.chance(1, 2).then(|| draws.one(options)).flatten()?;
            Some(drawn.id.text.clone())
        }
        Kind::OneOf(of) => {
            let table = document.tables.iter().position(|table| table.id.text == of.text)?;
            let ids = model.ids_of(table);
            draws.chance(1, 2).then(|| draws.one(ids)).flatten().cloned()
        }
        Kind::Words => None,
    }
}
