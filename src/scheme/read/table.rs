//! `[table.*]`: columns, rows, and the bounds of tiers and bands.

use crate::problem::Code;
use crate::scheme::document::{Edge, Entry, Name, Row, Table, TableKind, Texts};
use crate::unit::Unit;

use super::entry::{KINDS, dated, entry, entry_of_kind, identified};
use super::reader::Reader;
use super::section::Section;
use super::tiers;

/// The keys that every row may have, so that no column can be called like them.
const ROW_KEYS: &[&str] = &["id", "title", "note", "clause", "from", "to", "below"];

/// Keys of a table that say what its nameless column holds.
const VALUE_KEYS: &[&str] =
    &["unit", "one_of", "options", "min", "max", "whole", "places", "optional", "unprinted", "value"];

/// The words that `kind` may say of a table, or of its nameless column.
const TABLE_KINDS: &[&str] = &["tiers", "bands", "quantity", "truth", "date", "text"];

/// `[table.*]`.
pub(super) fn tables(root: &mut Section, reader: &mut Reader) -> Vec<Table> {
    let mut tables = Vec::new();
    for (id, mut section) in root.sections("table", reader) {
        reader.check_name(&id);
        if id.text == super::step::WHOLE_SCHEME {
            reader.report(id.span, || Code::ReservedId { id: id.text.clone() });
        }
        tables.push(table(id, &mut section, reader));
        section.close(reader);
    }
    tables
}

fn table(id: Name, section: &mut Section, reader: &mut Reader) -> Table {
    let texts = section.texts(reader);
    let word = section.value("kind").and_then(|kind| kind.word(TABLE_KINDS, reader));
    let kind = kind(word, section, reader);
    let of = section.name("of", reader);
    let fixed = section.truth("fixed", reader);

    let mut rows = section.list_of_sections("row", reader);
    let mut columns = columns(section, reader);
    if columns.is_empty() && (has_value(section) || rows.iter().any(|row| row.has(Table::VALUE))) {
        let id = Name { text: Table::VALUE.to_owned(), span: id.span };
        let own = Texts { title: texts.title.clone(), ..Texts::default() };
        // What the value of a tier or band is, `kind` leaves unsaid: a quantity, unless it has rows or options.
        let chosen = section.has("one_of") || section.has("options");
        let word = match word {
            Some("tiers" | "bands") => (!chosen).then_some("quantity"),
            word => word.filter(|word| KINDS.contains(word)),
        };
        columns.push(entry_of_kind(word, id, own, section, reader));
    }
    for column in &columns {
        if of.as_ref().is_some_and(|of| of.text == column.id.text) {
            let other = of.as_ref().map_or(column.id.span, |of| of.span);
            reader.report(column.id.span, || Code::DuplicateId { id: column.id.text.clone(), other });
        }
    }

    let path = section.path_to("row");
    let read = rows.drain(..).filter_map(|mut section| {
        section.path.clone_from(&path);
        row(section, &kind, of.as_ref(), &columns, reader)
    });
    let rows: Vec<Row> = read.collect();
    reader.check_unique(rows.iter().map(|row| &row.id));
    let table = Table { id, texts, kind, columns, rows, fixed, of };
    tiers::check(&table, reader);
    table
}

fn has_value(section: &Section) -> bool {
    VALUE_KEYS.iter().any(|key| section.has(key))
}

/// Plain, tiers or bands.
fn kind(word: Option<&str>, section: &mut Section, reader: &mut Reader) -> TableKind {
    let by = |section: &mut Section, reader: &mut Reader| match section.value("by") {
        Some(by) => by.unit(reader),
        None => Unit::plain(),
    };
    match word {
        Some("tiers") => {
            let by = by(section, reader);
            let edge = section.value("edge").and_then(|edge| edge.word(&["upper", "lower"], reader));
            TableKind::Tiers { by, edge: if edge == Some("lower") { Edge::Lower } else { Edge::Upper } }
        }
        Some("bands") => TableKind::Bands { by: by(section, reader) },
        _ => TableKind::Plain,
    }
}

/// The columns that have names of their own.
fn columns(section: &mut Section, reader: &mut Reader) -> Vec<Entry> {
    let mut columns = Vec::new();
    for (id, mut column) in section.sections("column", reader) {
        reader.check_column(&id, ROW_KEYS);
        let texts = column.texts(reader);
        columns.push(entry(id, texts, &mut column, reader));
        column.close(reader);
    }
    columns
}

/// A row; its section still has the path of the rows.
fn row(
    mut section: Section,
    kind: &TableKind,
    of: Option<&Name>,
    columns: &[Entry],
    reader: &mut Reader,
) -> Option<Row> {
    let id = identified(&mut section, reader)?;
    let texts = section.texts(reader);
    let owner = of.and_then(|of| {
        let owner = section.name(&of.text, reader);
        if owner.is_none() && !section.has(&of.text) {
            reader.report(section.span, || Code::RowWithoutOwner { key: of.text.clone() });
        }
        owner
    });
    let mut bound = |key: &str, applies: bool| {
        if applies { section.value(key).and_then(|bound| bound.quantity(reader)) } else { None }
    };
    let graded = !matches!(kind, TableKind::Plain);
    let (from, to) = (bound("from", graded), bound("to", graded));
    let below = bound("below", matches!(kind, TableKind::Bands { .. }));
    let mut cells = Vec::new();
    for column in columns {
        cells.push(section.value(&column.id.text).and_then(|value| dated(value, column, reader)));
    }
    if graded {
        section.only_one_of(&["to", "below"], reader);
    }
    let span = section.span;
    section.close_as(reader, |key, nearest, among| Code::UnknownColumn { key, nearest, among });
    Some(Row { id, texts, cells, of: owner, from, to, below, span })
}
