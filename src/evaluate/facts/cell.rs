//! The cell that a path such as `rosters.nurse[3].shifts.night` leads to, and the parts that depend on it.

use super::part::Part;
use super::receive::is_graded;
use super::sheet::{BOUNDS, Cells, RosterSheet, Sheet, TableSheet};
use super::texts::Typed;
use crate::scheme::document::{Document, Entry, Kind};

/// No value of the scheme has this path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoSuchCell {
    /// The path.
    pub path: String,
}

impl std::fmt::Display for NoSuchCell {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "no value has the path `{}`", self.path)
    }
}

impl std::error::Error for NoSuchCell {}

/// What is to be read again after a cell was typed anew.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Again {
    /// Every part: the day decides about dated values anywhere.
    All,
    /// These parts, in order.
    Parts(Vec<Part>),
}

impl Sheet {
    /// Replaces what was typed at `path`; tells what is to be read again, or that there is no such cell.
    pub(super) fn set(&mut self, document: &Document, path: &str, text: &str) -> Option<Again> {
        let typed = Typed::Text(text);
        if path == "on" {
            return self.on.set(0, typed).then_some(Again::All);
        }
        let (section, rest) = path.split_once('.')?;
        let part = match section {
            "inputs" => {
                let (at, key) = entry(&document.inputs, rest)?;
                let ids = self.per_ids(document, document.inputs.get(at)?).map(<[String]>::to_vec);
                self.inputs.get_mut(at)?.set(0, key, ids.as_deref(), typed)?;
                Part::Input(at)
            }
            "parameters" => {
                let (at, key) = entry(&document.parameters, rest)?;
                let ids = self.per_ids(document, document.parameters.get(at)?).map(<[String]>::to_vec);
                self.parameters.get_mut(at)?.set(0, key, ids.as_deref(), typed)?;
                Part::Parameter(at)
            }
            "choices" => {
                let at = document.choices.iter().position(|choice| choice.id.text == rest)?;
                self.choices.get_mut(at)?.set(0, typed).then_some(Part::Choice(at))?
            }
            "tables" => self.set_in_table(document, rest, typed)?,
            "rosters" => return self.set_in_roster(document, rest, typed),
            _ => return None,
        };
        Some(Again::Parts(vec![part]))
    }

    fn set_in_table(&mut self, document: &Document, path: &str, typed: Typed<'_>) -> Option<Part> {
        let (id, rest) = path.split_once('.')?;
        let (row, key) = rest.split_once('.')?;
        let at = document.tables.iter().position(|table| table.id.text == id)?;
        let (table, sheet) = (document.tables.get(at)?, self.tables.get_mut(at)?);
        let row = sheet.ids.iter().position(|id| id == row)?;
        let TableSheet { titles, owners, bounds, columns, .. } = sheet;
        let texts = if let Some(column) = table.columns.iter().position(|column| column.id.text == key) {
            columns.get_mut(column)?
        } else if let Some(bound) = BOUNDS.iter().position(|bound| *bound == key && is_graded(table)) {
            bounds.get_mut(bound)?
        } else if key == "title" {
            titles
        } else if table.of.as_ref().is_some_and(|of| of.text == key) {
            owners
        } else {
            return None;
        };
        if !texts.set(row, typed) {
            return None;
        }
        sheet.own = true;
        Some(Part::Table(at))
    }

    fn set_in_roster(&mut self, document: &Document, path: &str, typed: Typed<'_>) -> Option<Again> {
        let (id, rest) = path.split_once('[')?;
        let (row, key) = rest.split_once("].")?;
        let row: usize = row.parse().ok()?;
        let at = document.rosters.iter().position(|roster| roster.id.text == id)?;
        let roster = document.rosters.get(at)?;
        if row >= self.rosters.get(at)?.count {
            return None;
        }
        if key == "name" {
            let set = self.rosters.get_mut(at)?.names.set(row, typed);
            return set.then(|| Again::Parts(named(document, at)));
        }
        if roster.of.as_ref().is_some_and(|of| of.text == key) {
            let set = self.rosters.get_mut(at)?.owners.set(row, typed);
            return set.then(|| Again::Parts(vec![Part::Owners(at)]));
        }
        let (column, key) = entry(&roster.columns, key)?;
        let ids = self.per_ids(document, roster.columns.get(column)?).map(<[String]>::to_vec);
        let RosterSheet { columns, .. } = self.rosters.get_mut(at)?;
        columns.get_mut(column)?.set(row, key, ids.as_deref(), typed)?;
        Some(Again::Parts(vec![Part::Column(at, column)]))
    }
}

impl Cells {
    /// Replaces a cell; `key` is the row of the table where there is a value for each.
    fn set(&mut self, row: usize, key: Option<&str>, ids: Option<&[String]>, typed: Typed<'_>) -> Option<()> {
        let cell = match (key, ids) {
            (None, None) => 0,
            (Some(key), Some(ids)) => ids.iter().position(|id| id == key)?,
            _ => return None,
        };
        // What stood in place of the section gives way to the section.
        self.strays.retain(|stray| stray.row != row || stray.key.is_some());
        self.rows.get_mut(cell)?.set(row, typed).then_some(())
    }
}

/// The entry that a path begins with, and what follows it.
fn entry<'p>(entries: &[Entry], path: &'p str) -> Option<(usize, Option<&'p str>)> {
    let (id, key) = match path.split_once('.') {
        Some((id, key)) => (id, Some(key)),
        None => (path, None),
    };
    Some((entries.iter().position(|entry| entry.id.text == id)?, key))
}

/// The parts that name rows of a roster.
fn named(document: &Document, roster: usize) -> Vec<Part> {
    let id = document.rosters.get(roster).map_or("", |roster| roster.id.text.as_str());
    let links = |entry: &Entry| matches!(&entry.kind, Kind::OneOf(of) if of.text == id);
    let depends = |part: &Part| match *part {
        Part::Names(at) => at == roster,
        Part::Owners(at) => {
            document.rosters.get(at).and_then(|roster| roster.of.as_ref()).is_some_and(|of| of.text == id)
        }
        Part::Input(at) => document.inputs.get(at).is_some_and(links),
        Part::Parameter(at) => document.parameters.get(at).is_some_and(links),
        Part::Table(at) => document.tables.get(at).is_some_and(|table| table.columns.iter().any(links)),
        Part::Column(at, column) => {
            document.rosters.get(at).and_then(|roster| roster.columns.get(column)).is_some_and(links)
        }
        Part::On | Part::Document | Part::Choice(_) => false,
    };
    Part::all(document).into_iter().filter(depends).collect()
}
