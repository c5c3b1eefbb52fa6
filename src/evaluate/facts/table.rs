//! Tables: the rows of the scheme or the hospital's own, and whether their bounds can be used.

use std::rc::Rc;

use super::field::{Field, Measure};
use super::found::{Found, Told};
use super::open::{Fallback, Opener, filled};
use super::sheet::{BOUNDS, TableSheet};
use super::{Bounds, Facts, TableFacts};
use crate::evaluate::value::{Fault, Rows};
use crate::exact::Exact;
use crate::problem::Code;
use crate::scheme::document::{Cell, Row, Table, TableKind};
use crate::unit::Unit;

impl Opener<'_> {
    /// The rows of a table.
    pub(super) fn table(
        &self,
        table: &Table,
        sheet: &TableSheet,
        facts: &Facts,
        found: &mut Found,
    ) -> TableFacts {
        let known: Vec<Option<&Row>> =
            sheet.ids.iter().map(|id| table.rows.iter().find(|row| row.id.text == *id)).collect();
        let titles = known.iter().enumerate().map(|(row, known)| {
            let title = sheet.titles.at(row).words().map(str::trim).filter(|title| !title.is_empty());
            let scheme = known.map(|known| known.texts.title.words.as_str());
            title.filter(|title| scheme != Some(*title)).map(str::to_owned)
        });
        let titles = titles.collect();
        let columns = (0..table.columns.len())
            .map(|column| Rc::new(self.table_column(table, sheet, &known, column, facts, found)));
        let columns = columns.collect();
        let of = self.table_owners(table, sheet, &known, facts, found).map(Rc::new);
        let (bounds, fault) = match &table.kind {
            TableKind::Plain => (Vec::new(), None),
            TableKind::Tiers { by, .. } | TableKind::Bands { by } => bounds(table, sheet, &known, by, found),
        };
        TableFacts { ids: sheet.ids.clone(), titles, columns, of, bounds, fault }
    }

    fn table_column(
        &self,
        table: &Table,
        sheet: &TableSheet,
        known: &[Option<&Row>],
        column: usize,
        facts: &Facts,
        found: &mut Found,
    ) -> Rows {
        let (Some(entry), Some(texts)) = (table.columns.get(column), sheet.columns.get(column)) else {
            return Rows { data: crate::evaluate::value::Data::Codes(Vec::new()), faults: Vec::new() };
        };
        let path = format!("tables.{}.{}", table.id.text, entry.id.text);
        let at = |row: usize| cell_path(table, sheet, row, &entry.id.text);
        let index = self.index(entry, facts);
        let field = Field::of(entry, index.as_ref());
        let fallback = |row: usize| {
            let own = known.get(row).copied().flatten().and_then(|row| row.cells.get(column)?.as_ref());
            self.fallback(entry, &field, own.or(entry.value.as_ref()), facts)
        };
        let mut told = Told::of(entry, &path, &at);
        filled(&field, sheet.ids.len(), &|row| Ok(texts.at(row)), &fallback, &mut told, found)
    }

    /// The rows of another table that the rows belong to.
    fn table_owners(
        &self,
        table: &Table,
        sheet: &TableSheet,
        known: &[Option<&Row>],
        facts: &Facts,
        found: &mut Found,
    ) -> Option<Rows> {
        let of = table.of.as_ref()?;
        let entry = self.owner_entry(of);
        let path = format!("tables.{}.{}", table.id.text, of.text);
        let at = |row: usize| cell_path(table, sheet, row, &of.text);
        let index = self.index(&entry, facts);
        let field = Field::of(&entry, index.as_ref());
        let fallback = |row: usize| match known.get(row).copied().flatten().and_then(|row| row.of.as_ref()) {
            Some(owner) => {
                field.given(&Cell::Id(owner.text.clone())).map_or_else(Fallback::Wrong, Fallback::Item)
            }
            None => Fallback::Missing,
        };
        let mut told = Told::of(&entry, &path, &at);
        Some(filled(&field, sheet.ids.len(), &|row| Ok(sheet.owners.at(row)), &fallback, &mut told, found))
    }
}

fn cell_path(table: &Table, sheet: &TableSheet, row: usize, column: &str) -> String {
    format!("tables.{}.{}.{column}", table.id.text, sheet.ids.get(row).map_or("", String::as_str))
}

/// The bounds of tiers or bands, and why they cannot be used, if so.
fn bounds(
    table: &Table,
    sheet: &TableSheet,
    known: &[Option<&Row>],
    by: &Unit,
    found: &mut Found,
) -> (Vec<Bounds>, Option<Fault>) {
    let measure = Measure::any(by);
    let mut first: Option<Fault> = None;
    let rows = known.iter().enumerate().map(|(row, known)| {
        let typed = sheet.bounds.each_ref().map(|texts| texts.at(row));
        if let (Some(known), true) = (known, typed.iter().all(|typed| typed.is_empty())) {
            let in_base =
                |bound: &Option<Exact>| bound.as_ref().and_then(|bound| measure.in_base(bound).ok());
            return Bounds {
                from: in_base(&known.from),
                to: in_base(&known.to),
                below: in_base(&known.below),
            };
        }
        let mut read = BOUNDS.iter().zip(typed).map(|(key, typed)| {
            if typed.is_empty() {
                return None;
            }
            let number = measure.number(typed);
            number
                .map_err(|code| {
                    let fault = found.fault(code.on(cell_path(table, sheet, row, key)));
                    first.get_or_insert(fault);
                })
                .ok()
        });
        Bounds { from: read.next().flatten(), to: read.next().flatten(), below: read.next().flatten() }
    });
    let bounds: Vec<Bounds> = rows.collect();
    if sheet.own && first.is_none() {
        for (row, key, code) in disorder(&bounds, table, by) {
            let fault = found.fault(code.on(cell_path(table, sheet, row, key)));
            first.get_or_insert(fault);
        }
    }
    (bounds, first)
}

/// Every bound that breaks the order of the table: its row, its key, and how.
fn disorder(bounds: &[Bounds], table: &Table, by: &Unit) -> Vec<(usize, &'static str, Code)> {
    let tiers = matches!(table.kind, TableKind::Tiers { .. });
    let shown = |bound: &Exact| {
        bound.divided_by(by.factor()).map_or_else(|_| bound.to_string(), |own| own.to_string())
    };
    let descending = |from: &Exact, to: &Exact| {
        let (from, to) = (shown(from), shown(to));
        if tiers { Code::TiersDescending { from, to } } else { Code::BandsDescending { from, to } }
    };
    let missing = |key: &str| Code::MissingKey { key: key.to_owned() };
    let mut wrong = Vec::new();
    let mut before: Option<&Bounds> = None;
    for (row, bound) in bounds.iter().enumerate() {
        let before = before.replace(bound);
        if bound.to.is_some() && bound.below.is_some() {
            let (first, second) = ("to".to_owned(), "below".to_owned());
            wrong.push((row, "below", Code::ConflictingKeys { first, second }));
        }
        if tiers && row.saturating_add(1) < bounds.len() && bound.end().is_none() {
            wrong.push((row, "to", missing("to")));
        }
        let Some(from) = &bound.from else {
            // Only the lowest band may be without a lower bound.
            if tiers || before.is_some() {
                wrong.push((row, "from", missing("from")));
            }
            continue;
        };
        // A band may hold a single number, printed as `from` and `to` alike.
        let single = !tiers && bound.to.as_ref() == Some(from);
        if let Some(end) = bound.end()
            && end <= from
            && !single
        {
            wrong.push((row, if bound.below.is_some() { "below" } else { "to" }, descending(from, end)));
        }
        let Some(before) = before else { continue };
        match (before.from.as_ref().filter(|lower| from <= *lower), before.end()) {
            (Some(lower), _) => wrong.push((row, "from", descending(lower, from))),
            (None, Some(end)) if tiers && end < from => {
                wrong.push((row, "from", Code::TierHole { from: shown(end), to: shown(from) }));
            }
            (None, Some(end)) if tiers && end > from => {
                wrong.push((row, "from", Code::TierOverlap { from: shown(from), to: shown(end) }));
            }
            _ => {}
        }
    }
    wrong
}

impl Bounds {
    /// The upper bound, be it included or not.
    fn end(&self) -> Option<&Exact> {
        self.to.as_ref().or(self.below.as_ref())
    }
}
