//! What a proposal changes: values cell by cell, rows of tables, formulas, and facts.

use std::rc::Rc;

use super::cell::{Cell, typed};
use super::draft::Draft;
use crate::evaluate::facts::{Facts, RosterColumn};
use crate::evaluate::value::{Item, Rows};
use crate::scheme::document::{Body, Document, Kind};

/// One thing that a proposal changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// A value that can be typed on its own.
    Value(ValueChange),
    /// A row of a table that only the proposal has: the table and the row, by position in the proposal.
    RowAdded(usize, u32),
    /// A row of a table that the proposal does not have: by position today.
    RowRemoved(usize, u32),
    /// The day for which values count.
    Day,
    /// The rows of a roster are others: the roster by position today.
    Rows(usize),
    /// So many cells of a roster's rows hold something else.
    Cells(usize, u32),
    /// Another formula: the step by position today.
    Formula(usize),
    /// Another number of decimals that are shown: the step by position today.
    Places(usize),
    /// A step that only the proposal has: by position there.
    StepAdded(usize),
    /// A step that the proposal does not have.
    StepRemoved(usize),
}

/// A cell that holds something else in the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueChange {
    /// Its path.
    pub path: String,
    /// The cell today.
    pub before: Cell,
    /// The cell in the proposal.
    pub after: Cell,
    /// What it holds today and in the proposal; none where there is no value.
    pub items: [Option<Item>; 2],
    /// What is typed for these.
    pub texts: [String; 2],
}

/// Everything that a proposal changes, in the order of the scheme.
#[must_use]
pub fn changes(before: Draft<'_>, after: Draft<'_>) -> Vec<Change> {
    let (here, there) = (&before.scheme.document, &after.scheme.document);
    let (today, proposed) = (before.opened.facts(), after.opened.facts());
    let mut changes = Vec::new();
    if today.on != proposed.on {
        changes.push(Change::Day);
    }
    let cells = |document, facts| {
        Cell::all(document, facts)
            .into_iter()
            .filter_map(move |cell| Some((cell.path(document, facts)?, cell)))
    };
    let others: Vec<(String, Cell)> = cells(there, proposed).collect();
    for (at, (path, before)) in cells(here, today).enumerate() {
        // As a rule both variants have the same cells in the same order.
        let same = others.get(at).filter(|(other, _)| *other == path);
        let Some((_, after)) = same.or_else(|| others.iter().find(|(other, _)| *other == path)) else {
            continue;
        };
        let after = *after;
        let (Some(one), Some(two)) = (before.kind(here), after.kind(there)) else { continue };
        if !is_alike(&one, &two) {
            continue;
        }
        let items = [before.item(today), after.item(proposed)];
        let text = |document, facts, kind, item: &Option<Item>| {
            item.as_ref().and_then(|item| typed(document, facts, kind, item)).unwrap_or_default()
        };
        let texts = [text(here, today, &one, &items[0]), text(there, proposed, &two, &items[1])];
        if texts[0] != texts[1] {
            changes.push(Change::Value(ValueChange { path, before, after, items, texts }));
        }
    }
    rows_of_tables(here, there, today, proposed, &mut changes);
    rosters(here, there, today, proposed, &mut changes);
    if !std::ptr::eq(before.scheme, after.scheme) {
        steps(here, there, &mut changes);
    }
    changes
}

/// Whether what is typed for one means the same for the other.
fn is_alike(one: &Kind, two: &Kind) -> bool {
    match (one, two) {
        (Kind::Quantity(one), Kind::Quantity(two)) => one.fits(two) && one.factor() == two.factor(),
        (one, two) => std::mem::discriminant(one) == std::mem::discriminant(two),
    }
}

fn rows_of_tables(
    here: &Document,
    there: &Document,
    today: &Facts,
    proposed: &Facts,
    changes: &mut Vec<Change>,
) {
    for (at, table) in here.tables.iter().enumerate() {
        let Some(other) = there.tables.iter().position(|other| other.id.text == table.id.text) else {
            continue;
        };
        let (Some(before), Some(after)) = (today.tables.get(at), proposed.tables.get(other)) else {
            continue;
        };
        let missing = |rows: &[String], among: &[String]| -> Vec<u32> {
            let rows = (0_u32..).zip(rows).filter(|(_, id)| !among.contains(id));
            rows.map(|(row, _)| row).collect()
        };
        changes.extend(missing(&before.ids, &after.ids).into_iter().map(|row| Change::RowRemoved(at, row)));
        changes.extend(missing(&after.ids, &before.ids).into_iter().map(|row| Change::RowAdded(other, row)));
    }
}

fn rosters(here: &Document, there: &Document, today: &Facts, proposed: &Facts, changes: &mut Vec<Change>) {
    for (at, roster) in here.rosters.iter().enumerate() {
        let other = there.rosters.iter().position(|other| other.id.text == roster.id.text);
        let Some((other, after)) = other.and_then(|other| Some((other, proposed.rosters.get(other)?))) else {
            continue;
        };
        let Some(before) = today.rosters.get(at) else { continue };
        if before.names != after.names {
            changes.push(Change::Rows(at));
            continue;
        }
        let mut count = match (&before.of, &after.of) {
            (Some(one), Some(two)) => differing(one, two),
            _ => 0,
        };
        for (column, declared) in before.columns.iter().zip(&roster.columns) {
            let columns = there.rosters.get(other).map_or(&[][..], |roster| &roster.columns);
            let same = columns.iter().position(|column| column.id.text == declared.id.text);
            let found = match (column, same.and_then(|same| after.columns.get(same))) {
                (RosterColumn::Plain(one), Some(RosterColumn::Plain(two))) => differing(one, two),
                (RosterColumn::Per(ones), Some(RosterColumn::Per(twos))) => {
                    let ids = |document: &Document, facts: &Facts| {
                        let per = declared.per.as_ref()?;
                        let table = document.tables.iter().position(|table| table.id.text == per.text)?;
                        Some(facts.tables.get(table)?.ids.clone())
                    };
                    let ids = [ids(here, today), ids(there, proposed)].map(Option::unwrap_or_default);
                    // The rows of the table may be others: only those that both have can be told apart here.
                    let both = ones.iter().zip(&ids[0]).filter_map(|(one, id)| {
                        let at = ids[1].iter().position(|other| other == id)?;
                        Some((one, twos.get(at)?))
                    });
                    both.map(|(one, two)| differing(one, two)).fold(0, u32::saturating_add)
                }
                _ => 0,
            };
            count = count.saturating_add(found);
        }
        if count > 0 {
            changes.push(Change::Cells(at, count));
        }
    }
}

/// How many rows of two columns differ.
fn differing(one: &Rc<Rows>, two: &Rc<Rows>) -> u32 {
    if Rc::ptr_eq(one, two) || one == two {
        return 0;
    }
    let value = |rows: &Rows, row: u32| rows.at(row).and_then(Result::ok);
    let differs = |row: &u32| value(one, *row) != value(two, *row);
    u32::try_from((0_u32..).take(one.len()).filter(differs).count()).unwrap_or(u32::MAX)
}

fn steps(here: &Document, there: &Document, changes: &mut Vec<Change>) {
    for (at, step) in here.steps.iter().enumerate() {
        match there.steps.iter().find(|other| other.id.text == step.id.text) {
            None => changes.push(Change::StepRemoved(at)),
            Some(other) => {
                if !is_written_alike(&step.body, &other.body) {
                    changes.push(Change::Formula(at));
                }
                if step.places != other.places {
                    changes.push(Change::Places(at));
                }
            }
        }
    }
    let known = |id: &str| here.steps.iter().any(|step| step.id.text == id);
    let added = there.steps.iter().enumerate().filter(|(_, step)| !known(&step.id.text));
    changes.extend(added.map(|(at, _)| Change::StepAdded(at)));
}

fn is_written_alike(one: &Body, two: &Body) -> bool {
    match (one, two) {
        (Body::Formula(one), Body::Formula(two)) => one.text == two.text,
        (Body::Rules(one), Body::Rules(two)) => {
            let texts = |rules: &[crate::scheme::document::Rule]| -> Vec<(Option<String>, String)> {
                let when =
                    |rule: &crate::scheme::document::Rule| rule.when.as_ref().map(|when| when.text.clone());
                rules.iter().map(|rule| (when(rule), rule.then.text.clone())).collect()
            };
            texts(one) == texts(two)
        }
        _ => false,
    }
}
