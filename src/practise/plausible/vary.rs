//! The changes that make a case of its own: of an input, a choice, or what somebody has in a column.

use super::fixed::{in_order, is_fixed, is_named, makes_hundred};
use super::paper::{Cells, Listed, Paper};
use super::rows::has_new_names;
use super::value::{day_near, near, unit};
use crate::date::Date;
use crate::exact::Exact;
use crate::practise::seed::Draws;
use crate::scheme::document::{Document, Entry, Kind, Roster};

/// What is written anew.
#[derive(Clone, Debug)]
pub(super) enum Change {
    /// An input.
    Input(usize, Cells),
    /// A parameter that the source does not print.
    Parameter(usize, Cells),
    /// A reading or policy.
    Choice(usize, Option<String>),
    /// The cells of a roster's row and column.
    Row { roster: usize, row: usize, column: usize, cells: Cells },
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
            Self::Row { roster, row, column, cells } => {
                let rows = paper.rosters.get_mut(*roster).map(|listed| &mut listed.rows);
                if let Some(slots) = rows.and_then(|rows| rows.get_mut(*row)) {
                    put(slots, *column, cells);
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

/// Changes of everything that a case may have otherwise: first those of choices, then the others, in an order by chance,
/// those of a column together; `model` has the values that usual ones are near to.
pub(super) fn changes(
    document: &Document,
    base: &Paper,
    model: &Paper,
    draws: &mut Draws,
) -> (Vec<Change>, Vec<Change>) {
    let mut changes: Vec<Vec<Change>> = Vec::new();
    for (at, (choice, now)) in document.choices.iter().zip(&base.choices).enumerate() {
        let drawn = draws.one(&choice.options).map(|option| option.id.text.clone());
        let default = choice.default.as_ref().map(|default| &default.text);
        let drawn = drawn.filter(|id| Some(id) != default);
        if drawn != *now {
            changes.push(vec![Change::Choice(at, drawn)]);
        }
    }
    draws.shuffle(&mut changes);
    let choices: Vec<Change> = changes.drain(..).flatten().collect();
    let drawn = |entry: &Entry, like: &Cells, draws: &mut Draws| match makes_hundred(&typed(like)) {
        true => like.clone(),
        false => cells(document, model, entry, like, (Like::Any, &[like]), draws),
    };
    let mut inputs: Vec<Cells> =
        document.inputs.iter().zip(&base.inputs).map(|(entry, now)| drawn(entry, now, draws)).collect();
    in_order(&document.inputs, &base.inputs, &mut inputs);
    changes.extend(inputs.into_iter().enumerate().map(|(at, cells)| vec![Change::Input(at, cells)]));
    for (at, (entry, now)) in document.parameters.iter().zip(&base.parameters).enumerate() {
        if entry.value.is_none() {
            changes.push(vec![Change::Parameter(at, drawn(entry, now, draws))]);
        }
    }
    for (at, (roster, listed)) in document.rosters.iter().zip(&base.rosters).enumerate() {
        let Some(usual) = model.rosters.get(at) else { continue };
        changes.extend(columns(document, model, (at, roster), (listed, usual), draws));
    }
    draws.shuffle(&mut changes);
    (choices, changes.into_iter().flatten().collect())
}

/// The texts of cells in which something stands.
fn typed(cells: &Cells) -> Vec<&String> {
    cells.iter().flatten().collect()
}

/// Changes of the columns of a roster, those of a column together.
fn columns(
    document: &Document,
    model: &Paper,
    (at, roster): (usize, &Roster),
    (listed, usual): (&Listed, &Listed),
    draws: &mut Draws,
) -> Vec<Vec<Change>> {
    let of = |row: &Vec<Cells>, column: usize| row.get(column).cloned().unwrap_or_default();
    let mut rows = listed.rows.clone();
    let like = if has_new_names(document, at, roster) { Like::Any } else { Like::Itself };
    let mut changed = Vec::new();
    for (column, entry) in roster.columns.iter().enumerate() {
        if leads_to_rows(document, entry) || is_fixed(entry, column, usual) {
            continue;
        }
        changed.push(column);
        let others: Vec<Cells> = usual.rows.iter().map(|row| of(row, column)).collect();
        let others: Vec<&Cells> = others.iter().collect();
        for (row, now) in rows.iter_mut().zip(&listed.rows) {
            put(row, column, &cells(document, model, entry, &of(now, column), (like, &others), draws));
        }
    }
    for ((row, now), name) in rows.iter_mut().zip(&listed.rows).zip(&listed.names) {
        in_order(&roster.columns, now, row);
        for (slot, text) in row.iter_mut().flatten().zip(now.iter().flatten()) {
            if text.as_ref().is_some_and(|text| is_named(name, text)) {
                slot.clone_from(text);
            }
        }
    }
    let column = |column: usize| {
        let rows = rows.iter().enumerate();
        rows.map(|(row, cells)| Change::Row { roster: at, row, column, cells: of(cells, column) }).collect()
    };
    changed.into_iter().map(column).collect()
}

/// Whether a column holds rows of a roster, which are linked already.
pub(super) fn leads_to_rows(document: &Document, entry: &Entry) -> bool {
    let Kind::OneOf(of) = &entry.kind else { return false };
    document.rosters.iter().any(|roster| roster.id.text == of.text)
}

/// What a row of a case is like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Like {
    /// Any row of the model: its name says nothing of it.
    Any,
    /// The one that it is called after: only its numbers and days are others, and near to that one's.
    Itself,
}

/// The cells of an entry in one row, near to what they are, or to what they are in another row of the model; `usual`
/// are those of all its rows.
fn cells(
    document: &Document,
    model: &Paper,
    entry: &Entry,
    now: &Cells,
    (row, usual): (Like, &[&Cells]),
    draws: &mut Draws,
) -> Cells {
    let chooses = !matches!(entry.kind, Kind::Quantity(_) | Kind::Date | Kind::Words);
    if row == Like::Itself && chooses {
        return now.clone();
    }
    let most = usual
        .iter()
        .flat_map(|cells| cells.iter())
        .flatten()
        .filter_map(|text| Exact::parse(text).ok())
        .max();
    let other = if row == Like::Any && draws.chance(1, 3) { draws.one(usual).copied() } else { None };
    let like = other.filter(|other| other.len() == now.len()).unwrap_or(now);
    // What somebody has not entered was not needed, and what is needed was entered.
    let all = like.iter().zip(now).map(|(like, now)| {
        let text = like.as_ref().or(now.as_ref())?;
        let drawn = varied(document, model, entry, text, draws);
        // Scores, percents and days have a most that may stand nowhere; money has none.
        let money = unit(entry).is_none_or(|unit| unit.counts("yuan"));
        let beyond = |text: &String| {
            Exact::parse(text).is_ok_and(|number| most.as_ref().is_some_and(|most| number > *most))
        };
        Some(drawn.filter(|text| money || usual.len() < 2 || !beyond(text)).unwrap_or_else(|| text.clone()))
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
