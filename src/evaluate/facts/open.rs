//! From the sheet to columns: texts read into values, part by part.

use std::rc::Rc;

use super::builder::Builder;
use super::field::{self, Field, Index, Whose};
use super::found::{Found, Lack, Told};
use super::part::Part;
use super::sheet::{Cells, RosterSheet, Sheet};
use super::texts::Typed;
use super::{Facts, RosterColumn, RosterFacts};
use crate::date::Date;
use crate::evaluate::value::{Fault, Item, Rows, Value};
use crate::exact::Exact;
use crate::formula::syntax::Name;
use crate::problem::{Code, Shape, nearest};
use crate::scheme::document::{Dated, Document, Entry, Kind, Roster};

/// The most values for rows that a table does not have which are told for one column.
const MOST_STRAYS: usize = 100;

/// What counts where nothing is entered.
#[derive(Clone)]
pub(super) enum Fallback {
    /// Nothing.
    Missing,
    /// This value of the scheme.
    Item(Item),
    /// A value that cannot be used.
    Wrong(Box<Code>),
    /// A value that only the day could tell; why there is no day is told already.
    Fault(Fault),
}

/// Reads the parts of a sheet.
pub(super) struct Opener<'a> {
    pub(super) document: &'a Document,
    pub(super) sheet: &'a Sheet,
}

impl<'a> Opener<'a> {
    /// Reads one part into the facts.
    pub(super) fn read(&self, part: Part, facts: &mut Facts, found: &mut Found) {
        let (document, sheet) = (self.document, self.sheet);
        match part {
            Part::On => facts.on = self.day(found),
            Part::Document => found.problems.clone_from(&sheet.problems),
            Part::Table(at) => {
                if let (Some(table), Some(sheet)) = (document.tables.get(at), sheet.tables.get(at)) {
                    let rows = self.table(table, sheet, facts, found);
                    put(&mut facts.tables, at, rows);
                }
            }
            Part::Input(at) => {
                if let (Some(entry), Some(cells)) = (document.inputs.get(at), sheet.inputs.get(at)) {
                    let value = self.value(entry, cells, "inputs", facts, found);
                    put(&mut facts.inputs, at, value);
                }
            }
            Part::Parameter(at) => {
                if let (Some(entry), Some(cells)) = (document.parameters.get(at), sheet.parameters.get(at)) {
                    let value = self.value(entry, cells, "parameters", facts, found);
                    put(&mut facts.parameters, at, value);
                }
            }
            Part::Choice(at) => put(&mut facts.choices, at, self.choice(at, found)),
            Part::Names(at) => {
                let names = self.names(at, found);
                match facts.rosters.get_mut(at) {
                    Some(roster) => roster.names = names,
                    None => facts.rosters.push(RosterFacts { names, ..RosterFacts::default() }),
                }
            }
            Part::Owners(at) => {
                if let (Some(roster), Some(sheet)) = (document.rosters.get(at), sheet.rosters.get(at)) {
                    let owners = self.owners(roster, sheet, facts, found);
                    if let Some(roster) = facts.rosters.get_mut(at) {
                        roster.of = owners.map(Rc::new);
                    }
                }
            }
            Part::Column(at, column) => {
                if let (Some(roster), Some(sheet)) = (document.rosters.get(at), sheet.rosters.get(at))
                    && let (Some(entry), Some(cells)) =
                        (roster.columns.get(column), sheet.columns.get(column))
                {
                    let path = format!("rosters.{}", roster.id.text);
                    let values = self.column(entry, cells, sheet.count, &path, facts, found);
                    if let Some(roster) = facts.rosters.get_mut(at) {
                        put(&mut roster.columns, column, values);
                    }
                }
            }
        }
    }

    /// The day for which dated values count.
    fn day(&self, found: &mut Found) -> Option<Date> {
        let typed = self.sheet.on.at(0);
        let day = match typed.is_empty() {
            true if self.document.is_dated() => Err(Code::DateNeeded.into()),
            true => return None,
            false => field::date(typed),
        };
        day.map_err(|code| found.fault(code.on("on"))).ok()
    }

    /// The value of an input or parameter.
    fn value(&self, entry: &Entry, cells: &Cells, section: &str, facts: &Facts, found: &mut Found) -> Value {
        let path = format!("{section}.{}", entry.id.text);
        let Some(ids) = self.sheet.per_ids(self.document, entry) else {
            let typed = cells.rows.first().map_or(Typed::EMPTY, |texts| texts.at(0));
            let rows = self.rows(entry, 1, &|_| Ok(typed), &|_| path.clone(), &path, facts, found);
            return Value::One(rows.at(0).unwrap_or(Ok(Item::Code(0))));
        };
        let broken = self.strays(entry, cells, ids, &|_| path.clone(), found);
        let cell = |row: usize| match broken.first() {
            Some((_, fault)) => Err(*fault),
            None => Ok(cells.rows.get(row).map_or(Typed::EMPTY, |texts| texts.at(0))),
        };
        let at = |row: usize| format!("{path}.{}", ids.get(row).map_or("", String::as_str));
        Value::Many(Rc::new(self.rows(entry, ids.len(), &cell, &at, &path, facts, found)))
    }

    /// A column of a roster; `path` is that of the roster.
    fn column(
        &self,
        entry: &Entry,
        cells: &Cells,
        count: usize,
        path: &str,
        facts: &Facts,
        found: &mut Found,
    ) -> RosterColumn {
        let id = &entry.id.text;
        let Some(ids) = self.sheet.per_ids(self.document, entry) else {
            let texts = cells.rows.first();
            let cell = |row: usize| Ok(texts.map_or(Typed::EMPTY, |texts| texts.at(row)));
            let (at, whole) = (|row: usize| format!("{path}[{row}].{id}"), format!("{path}.{id}"));
            return RosterColumn::Plain(Rc::new(self.rows(entry, count, &cell, &at, &whole, facts, found)));
        };
        let broken = self.strays(entry, cells, ids, &|row| format!("{path}[{row}].{id}"), found);
        let columns = ids.iter().zip(&cells.rows).map(|(key, texts)| {
            let cell = |row: usize| match fault_at(&broken, row) {
                Some(fault) => Err(fault),
                None => Ok(texts.at(row)),
            };
            let (at, whole) =
                (|row: usize| format!("{path}[{row}].{id}.{key}"), format!("{path}.{id}.{key}"));
            Rc::new(self.rows(entry, count, &cell, &at, &whole, facts, found))
        });
        RosterColumn::Per(columns.collect())
    }

    /// Tells what was given for rows that the table does not have; gives the rows whose value is no section.
    fn strays(
        &self,
        entry: &Entry,
        cells: &Cells,
        ids: &[String],
        at: &dyn Fn(usize) -> String,
        found: &mut Found,
    ) -> Vec<(u32, Fault)> {
        let mut broken = Vec::new();
        let mut told: Vec<&str> = Vec::new();
        for stray in &cells.strays {
            let Some(key) = &stray.key else {
                let code =
                    Code::WrongKind { expected: Shape::Section, found: super::json::shape_of(&stray.json) };
                let fault = found.fault(code.on(at(stray.row)));
                broken.push((u32::try_from(stray.row).unwrap_or(u32::MAX), fault));
                continue;
            };
            let is_empty = matches!(stray.json.as_str(), "null" | "\"\"");
            if is_empty || told.len() >= MOST_STRAYS || told.contains(&key.as_str()) {
                continue;
            }
            told.push(key);
            let code = Code::UnknownRow {
                row: key.clone(),
                of: entry.per.as_ref().map(|per| per.text.clone()).unwrap_or_default(),
                nearest: nearest(key, ids.iter().map(String::as_str)),
                among: ids.to_vec(),
            };
            found.fault(code.on(format!("{}.{key}", at(stray.row))));
        }
        broken
    }

    fn choice(&self, at: usize, found: &mut Found) -> Value {
        let (Some(choice), Some(texts)) = (self.document.choices.get(at), self.sheet.choices.get(at)) else {
            return Value::One(Ok(Item::Code(0)));
        };
        let typed = texts.at(0);
        let id = match (&choice.default, typed.is_empty()) {
            (Some(default), true) => Ok(default.text.as_str()),
            (None, true) => Err(Code::ChoiceMissing { title: choice.texts.title.clone() }.into()),
            (_, false) => field::text(typed, Shape::Text),
        };
        let position = id.and_then(|id| field::option(id, &choice.id.text, &choice.options));
        let path = || format!("choices.{}", choice.id.text);
        Value::One(position.map(Item::Code).map_err(|code| found.fault(code.on(path()))))
    }

    /// The names of the rows of a roster; a wrong or missing one is told, and the row goes without.
    fn names(&self, at: usize, found: &mut Found) -> Vec<String> {
        let (Some(roster), Some(sheet)) = (self.document.rosters.get(at), self.sheet.rosters.get(at)) else {
            return Vec::new();
        };
        let mut told = 0_usize;
        let names = (0..sheet.count).map(|row| {
            let typed = sheet.names.at(row);
            let name = match typed.is_empty() {
                false => field::text(typed, Shape::Text).map(str::to_owned),
                true if roster.name.is_some() => Err(Code::NamelessRow.into()),
                true => Ok(String::new()),
            };
            name.unwrap_or_else(|code| {
                told = told.saturating_add(1);
                if told <= MOST_STRAYS {
                    found.fault(code.on(format!("rosters.{}[{row}].name", roster.id.text)));
                }
                String::new()
            })
        });
        names.collect()
    }

    /// The rows that the rows of a roster belong to.
    fn owners(&self, roster: &Roster, sheet: &RosterSheet, facts: &Facts, found: &mut Found) -> Option<Rows> {
        let of = roster.of.as_ref()?;
        let entry = self.owner_entry(of);
        let path = format!("rosters.{}", roster.id.text);
        let at = |row: usize| format!("{path}[{row}].{}", of.text);
        let whole = format!("{path}.{}", of.text);
        Some(self.rows(&entry, sheet.count, &|row| Ok(sheet.owners.at(row)), &at, &whole, facts, found))
    }

    /// The entry that a row's owner is entered in.
    pub(super) fn owner_entry(&self, of: &Name) -> Entry {
        let document = self.document;
        let tables = document.tables.iter().map(|table| (&table.id, &table.texts));
        let rosters = document.rosters.iter().map(|roster| (&roster.id, &roster.texts));
        let texts = tables.chain(rosters).find(|(id, _)| id.text == of.text).map(|(_, texts)| texts.clone());
        Entry {
            id: of.clone(),
            texts: texts.unwrap_or_default(),
            kind: Kind::OneOf(of.clone()),
            min: None,
            max: None,
            whole: false,
            places: None,
            value: None,
            optional: false,
            record: false,
            per: None,
            unprinted: None,
            from: Vec::new(),
        }
    }

    /// The column of an entry from its cells, with what the scheme gives for empty ones.
    #[expect(clippy::too_many_arguments, reason = "the parts of one loop, in one place")]
    fn rows<'t>(
        &self,
        entry: &Entry,
        count: usize,
        cell: &dyn Fn(usize) -> Result<Typed<'t>, Fault>,
        at: &dyn Fn(usize) -> String,
        path: &str,
        facts: &Facts,
        found: &mut Found,
    ) -> Rows {
        let index = self.index(entry, facts);
        let field = Field::of(entry, index.as_ref());
        let fallback = self.fallback(entry, &field, entry.value.as_ref(), facts);
        let mut told = Told::of(entry, path, at);
        filled(&field, count, cell, &|_| fallback.clone(), &mut told, found)
    }

    /// The rows that the cells of an entry may name.
    pub(super) fn index<'f>(&'f self, entry: &Entry, facts: &'f Facts) -> Option<Index<'f>> {
        let Kind::OneOf(of) = &entry.kind else { return None };
        let document = self.document;
        if let Some(at) = document.tables.iter().position(|table| table.id.text == of.text) {
            let (table, sheet) = (document.tables.get(at)?, self.sheet.tables.get(at)?);
            return Some(Index::of(Whose::Table(&table.id.text), &sheet.ids));
        }
        let at = document.rosters.iter().position(|roster| roster.id.text == of.text)?;
        let (roster, rows) = (document.rosters.get(at)?, facts.rosters.get(at)?);
        Some(Index::of(Whose::Roster(&roster.texts.title), &rows.names))
    }

    /// What counts where nothing is entered.
    pub(super) fn fallback(
        &self,
        entry: &Entry,
        field: &Field<'_>,
        value: Option<&Dated>,
        facts: &Facts,
    ) -> Fallback {
        let Some(dated) = value else {
            let counts_zero = entry.per.is_some() && !entry.optional && entry.unprinted.is_none();
            return match field {
                Field::Quantity(_) if counts_zero => Fallback::Item(Item::Number(Exact::ZERO)),
                _ => Fallback::Missing,
            };
        };
        let is_dated = dated.versions.iter().any(|(since, _)| since.is_some());
        if is_dated && facts.on.is_none() {
            return Fallback::Fault(0);
        }
        let counts = |since: &Option<Date>| since.is_none_or(|since| facts.on.is_some_and(|on| since <= on));
        match dated.versions.iter().rev().find(|(since, _)| counts(since)) {
            Some((_, cell)) => field.given(cell).map_or_else(Fallback::Wrong, Fallback::Item),
            None => {
                let first = dated.versions.iter().find_map(|(since, _)| *since);
                let first = first.map(|first| first.to_string()).unwrap_or_default();
                Fallback::Wrong(Code::BeforeFirstDate { title: entry.texts.title.clone(), first }.into())
            }
        }
    }
}

/// A column from its cells.
pub(super) fn filled<'t>(
    field: &Field<'_>,
    count: usize,
    cell: &dyn Fn(usize) -> Result<Typed<'t>, Fault>,
    fallback: &dyn Fn(usize) -> Fallback,
    told: &mut Told<'_>,
    found: &mut Found,
) -> Rows {
    let stand_in = field.stand_in();
    let mut column = Builder::like(&stand_in, count);
    let mut faults = Vec::new();
    for (row, position) in (0..count).zip(0_u32..) {
        let item = match cell(row) {
            Err(fault) => Err(Lack::Fault(fault)),
            Ok(typed) if typed.is_empty() => match fallback(row) {
                Fallback::Missing => Err(Lack::Missing),
                Fallback::Item(item) => Ok(item),
                Fallback::Wrong(code) => Err(Lack::Wrong(code)),
                Fallback::Fault(fault) => Err(Lack::Fault(fault)),
            },
            Ok(typed) => field.item(typed).map_err(Lack::Wrong),
        };
        column.push(item.unwrap_or_else(|lack| {
            faults.push((position, told.fault(lack, row, found)));
            stand_in.clone()
        }));
    }
    Rows { data: column.data(), faults }
}

/// The fault of a row, in a list that is ordered by row.
fn fault_at(faults: &[(u32, Fault)], row: usize) -> Option<Fault> {
    let row = u32::try_from(row).ok()?;
    let at = faults.binary_search_by_key(&row, |(row, _)| *row).ok()?;
    faults.get(at).map(|(_, fault)| *fault)
}

/// Puts an item at a place that there is, or that comes next.
fn put<T>(list: &mut Vec<T>, at: usize, item: T) {
    match list.get_mut(at) {
        Some(place) => *place = item,
        None => list.push(item),
    }
}
