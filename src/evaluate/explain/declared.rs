//! What a document declares for a stored value: its rows, its column, its options.

use crate::formula::syntax::Name;
use crate::scheme::document::{Document, Entry, Kind, OptionItem, Table, Texts};
use crate::scheme::term::{Axis, Source};

/// The table or roster of an id.
pub(super) fn axis_of(document: &Document, id: &str) -> Option<Axis> {
    let table = document.tables.iter().position(|table| table.id.text == id);
    let roster = || document.rosters.iter().position(|roster| roster.id.text == id);
    table.map(Axis::Table).or_else(|| roster().map(Axis::Roster))
}

/// The axis whose rows the rows of this one belong to.
pub(super) fn owner(document: &Document, axis: Axis) -> Option<Axis> {
    axis_of(document, &owner_name(document, axis)?.text)
}

/// The id of that axis.
pub(super) fn owner_name(document: &Document, axis: Axis) -> Option<&Name> {
    match axis {
        Axis::Table(index) => document.tables.get(index)?.of.as_ref(),
        Axis::Roster(index) => document.rosters.get(index)?.of.as_ref(),
    }
}

/// The table for each of whose rows a stored value has one value.
pub(crate) fn table_of(document: &Document, source: Source) -> Option<Axis> {
    let name = match source {
        Source::Input(index) => document.inputs.get(index)?.per.as_ref(),
        Source::Parameter(index) => document.parameters.get(index)?.per.as_ref(),
        Source::Step(index) => document.steps.get(index)?.each.as_ref(),
        Source::Per(roster, column) => column_of(document, Axis::Roster(roster), column)?.per.as_ref(),
        Source::Choice(_) | Source::Column(..) | Source::Belongs(_) => None,
    };
    axis_of(document, &name?.text)
}

/// The axis of whose rows a stored value has one value each; none for values of the whole scheme.
pub(super) fn rows_of(document: &Document, source: Source) -> Option<Axis> {
    match source {
        Source::Column(axis, _) | Source::Belongs(axis) => Some(axis),
        Source::Per(roster, _) => Some(Axis::Roster(roster)),
        _ => table_of(document, source),
    }
}

/// The column of an axis.
pub(super) fn column_of(document: &Document, axis: Axis, column: usize) -> Option<&Entry> {
    match axis {
        Axis::Table(index) => document.tables.get(index)?.columns.get(column),
        Axis::Roster(index) => document.rosters.get(index)?.columns.get(column),
    }
}

/// The position of a table's only column, when it was declared without a name.
pub(super) fn nameless(document: &Document, table: usize) -> Option<usize> {
    document.tables.get(table)?.columns.iter().position(|column| column.id.text == Table::VALUE)
}

/// What is stored: of a step, what it yields; none for a choice and for a link by belonging.
pub(super) fn kind_of(document: &Document, source: Source) -> Option<&Kind> {
    match source {
        Source::Input(index) => document.inputs.get(index).map(|input| &input.kind),
        Source::Parameter(index) => document.parameters.get(index).map(|parameter| &parameter.kind),
        Source::Step(index) => document.steps.get(index).map(|step| &step.kind),
        Source::Column(axis, column) => column_of(document, axis, column).map(|column| &column.kind),
        Source::Per(roster, column) => {
            column_of(document, Axis::Roster(roster), column).map(|column| &column.kind)
        }
        Source::Choice(_) | Source::Belongs(_) => None,
    }
}

/// The texts of the declaration; none for a link by belonging.
pub(super) fn texts_of(document: &Document, source: Source) -> Option<&Texts> {
    match source {
        Source::Input(index) => document.inputs.get(index).map(|input| &input.texts),
        Source::Parameter(index) => document.parameters.get(index).map(|parameter| &parameter.texts),
        Source::Choice(index) => document.choices.get(index).map(|choice| &choice.texts),
        Source::Step(index) => document.steps.get(index).map(|step| &step.texts),
        Source::Column(axis, column) => column_of(document, axis, column).map(|column| &column.texts),
        Source::Per(roster, column) => {
            column_of(document, Axis::Roster(roster), column).map(|column| &column.texts)
        }
        Source::Belongs(_) => None,
    }
}

/// The options that a stored value is one of.
pub(super) fn options_of(document: &Document, source: Source) -> Option<&[OptionItem]> {
    match source {
        Source::Choice(index) => document.choices.get(index).map(|choice| choice.options.as_slice()),
        _ => options(kind_of(document, source)?),
    }
}

/// The options of a declared kind.
pub(super) fn options(kind: &Kind) -> Option<&[OptionItem]> {
    match kind {
        Kind::Options(options) => Some(options),
        _ => None,
    }
}
