//! A stored value as an explanation names it: its path, its title, the row it belongs to.

use std::fmt::Write as _;

use crate::evaluate::facts::Facts;
use crate::scheme::document::Document;
use crate::scheme::term::{Axis, Source};

use super::declared::{column_of, owner, rows_of, table_of};
use super::lexicon::Template;
use super::phrase::Phrase;
use super::titles::Titles;

/// A stored value: of the whole scheme, of a row, or of a row for a row of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// What is stored.
    pub source: Source,
    /// The row of the source's own axis.
    pub row: Option<u32>,
    /// Of a `per` column, the table's row.
    pub pick: Option<u32>,
}

impl Cell {
    /// Its path, such as `inputs.pool`, `tables.shift.night.value`, `rosters.nurse[2].shifts.night`, `step.points[2]`.
    #[must_use]
    pub fn path(self, document: &Document, facts: &Facts) -> String {
        path(document, facts, self.source, Some(self))
    }

    /// What readers call it: its title, and its row in brackets.
    pub(super) fn words(self, titles: Titles<'_>) -> Phrase {
        let title = titles.source(self.source);
        match self.name(titles) {
            Some(name) => titles.pen().filled(Template::Named, &[&title, &Phrase::name(name)]),
            None => title,
        }
    }

    /// What readers call its row: the name of a person, the title of a table's row, or both.
    pub(super) fn name(self, titles: Titles<'_>) -> Option<String> {
        let document = titles.document;
        let row = |axis: Option<Axis>, row: Option<u32>| Some(titles.row_name(axis?, row?));
        let own = row(rows_of(document, self.source), self.row);
        let picked = row(table_of(document, self.source), self.pick);
        match (own, picked) {
            (Some(own), Some(picked)) => Some(format!("{own} · {picked}")),
            (own, picked) => own.or(picked).map(str::to_owned),
        }
    }
}

/// The path of a list of values of one kind, such as `step.points` or `rosters.nurse.shifts`.
#[must_use]
pub fn list_path(document: &Document, facts: &Facts, source: Source) -> String {
    path(document, facts, source, None)
}

fn path(document: &Document, facts: &Facts, source: Source, cell: Option<Cell>) -> String {
    let id = |axis: Axis| match axis {
        Axis::Table(index) => document.tables.get(index).map_or("", |table| &table.id.text),
        Axis::Roster(index) => document.rosters.get(index).map_or("", |roster| &roster.id.text),
    };
    let table_row = |axis: Option<Axis>, row: Option<u32>| {
        let (Some(Axis::Table(index)), Some(row)) = (axis, row.and_then(|row| usize::try_from(row).ok()))
        else {
            return String::new();
        };
        let id = facts.tables.get(index).and_then(|table| table.ids.get(row));
        id.map_or_else(String::new, |id| format!(".{id}"))
    };
    let row = cell.and_then(|cell| cell.row);
    match source {
        Source::Input(index) => {
            let id = document.inputs.get(index).map_or("", |input| &input.id.text);
            format!("inputs.{id}{}", table_row(table_of(document, source), row))
        }
        Source::Parameter(index) => {
            let id = document.parameters.get(index).map_or("", |parameter| &parameter.id.text);
            format!("parameters.{id}{}", table_row(table_of(document, source), row))
        }
        Source::Choice(index) => {
            format!("choices.{}", document.choices.get(index).map_or("", |choice| &choice.id.text))
        }
        Source::Step(index) => {
            let mut path = format!("step.{}", document.steps.get(index).map_or("", |step| &step.id.text));
            if let Some(row) = row {
                let _ = write!(path, "[{row}]");
            }
            path
        }
        Source::Column(axis, column) => {
            let column = column_of(document, axis, column).map_or("", |column| &column.id.text);
            format!("{}.{column}", row_path(id(axis), axis, row, &table_row))
        }
        Source::Belongs(axis) => {
            let of = owner(document, axis).map_or("", id);
            format!("{}.{of}", row_path(id(axis), axis, row, &table_row))
        }
        Source::Per(roster, column) => {
            let axis = Axis::Roster(roster);
            let column = column_of(document, axis, column).map_or("", |column| &column.id.text);
            let pick = table_row(table_of(document, source), cell.and_then(|cell| cell.pick));
            format!("{}.{column}{pick}", row_path(id(axis), axis, row, &table_row))
        }
    }
}

/// `tables.shift.night` or `rosters.nurse[2]`; without a row `tables.shift` or `rosters.nurse`.
fn row_path(
    id: &str,
    axis: Axis,
    row: Option<u32>,
    table_row: &dyn Fn(Option<Axis>, Option<u32>) -> String,
) -> String {
    match (axis, row) {
        (Axis::Table(_), row) => format!("tables.{id}{}", table_row(Some(axis), row)),
        (Axis::Roster(_), Some(row)) => format!("rosters.{id}[{row}]"),
        (Axis::Roster(_), None) => format!("rosters.{id}"),
    }
}
