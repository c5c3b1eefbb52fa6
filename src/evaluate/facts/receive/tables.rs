//! The hospital's own tables, from JSON onto the sheet.

use std::collections::BTreeSet;

use super::super::json::{Broken, Reader};
use super::super::sheet::{BOUNDS, TableSheet};
use super::super::texts::Texts;
use super::{At, Receiver, is_graded, position, push};
use crate::problem::{Code, Shape, nearest};
use crate::scheme::document::Table;

impl<'a> Receiver<'a> {
    /// The hospital's own tables.
    pub(super) fn tables(&mut self, reader: &mut Reader<'a>) -> Result<(), Broken> {
        if !self.opens(reader, Shape::Section, || "tables".to_owned())? {
            return Ok(());
        }
        let tables = &self.document.tables;
        let mut seen = vec![false; tables.len()];
        reader.section(|reader, key| {
            let path = || format!("tables.{key}");
            match position(&mut seen, tables.iter().map(|table| &table.id.text), &key) {
                None => self.unknown_field(&key, tables.iter().map(|table| table.id.text.as_str()), path),
                Some(At { again: true, .. }) => self.twice(&key, path),
                Some(At { position, .. }) => {
                    if !self.opens(reader, Shape::List, path)? {
                        return Ok(());
                    }
                    if let Some(table) = tables.get(position) {
                        let sheet = self.table(reader, table)?;
                        if let Some(place) = self.sheet.tables.get_mut(position) {
                            *place = sheet;
                        }
                    }
                    return Ok(());
                }
            }
            reader.skip().map(drop)
        })
    }

    fn table(&mut self, reader: &mut Reader<'a>, table: &Table) -> Result<TableSheet, Broken> {
        let blank = self
            .sheet
            .tables
            .get(self.document.tables.iter().position(|other| other.id.text == table.id.text).unwrap_or(0));
        let mut sheet = blank.cloned().unwrap_or_default();
        sheet.own = true;
        if !table.fixed {
            sheet.ids.clear();
        }
        let width = table.columns.len().saturating_add(1);
        let mut known: BTreeSet<String> = BTreeSet::new();
        reader.list(|reader, index| {
            let at = || format!("tables.{}[{index}]", table.id.text);
            if !self.opens(reader, Shape::Section, at)?
                || !self.fits(width, || format!("tables.{}", table.id.text))
            {
                return Ok(());
            }
            let Some(id) = self.row_id(&mut reader.clone(), &at)? else { return reader.skip().map(drop) };
            if !known.insert(id.clone()) {
                self.twice(&id, || format!("{}.id", at()));
                return reader.skip().map(drop);
            }
            let row = match sheet.ids.iter().position(|known| table.fixed && *known == id) {
                Some(row) => row,
                None if table.fixed => {
                    self.tell(unknown_row(&id, table, &sheet.ids).on(format!("{}.id", at())));
                    return reader.skip().map(drop);
                }
                None => {
                    sheet.ids.push(id.clone());
                    sheet.ids.len().saturating_sub(1)
                }
            };
            self.table_row(reader, table, &mut sheet, row)
        })?;
        Ok(sheet)
    }

    /// The id of the row that begins here, if it has one that can be used.
    fn row_id(&mut self, reader: &mut Reader<'a>, at: &dyn Fn() -> String) -> Result<Option<String>, Broken> {
        let mut id = None;
        reader.section(|reader, key| {
            if key == "id" && id.is_none() && reader.shape()? == Shape::Text {
                id = Some(reader.text()?.trim().to_owned());
                return Ok(());
            }
            reader.skip().map(drop)
        })?;
        let code = match id {
            Some(id) if is_id(&id) => return Ok(Some(id)),
            Some(id) if !id.is_empty() => Code::BadId { id },
            _ => Code::MissingKey { key: "id".to_owned() },
        };
        self.tell(code.on(format!("{}.id", at())));
        Ok(None)
    }

    fn table_row(
        &mut self,
        reader: &mut Reader<'a>,
        table: &Table,
        sheet: &mut TableSheet,
        row: usize,
    ) -> Result<(), Broken> {
        let id = sheet.ids.get(row).cloned().unwrap_or_default();
        let mut seen = BTreeSet::new();
        reader.section(|reader, key| {
            let path = || format!("tables.{}.{id}.{key}", table.id.text);
            if !seen.insert(key.to_string()) {
                self.twice(&key, path);
                return reader.skip().map(drop);
            }
            let column = table.columns.iter().position(|column| column.id.text == key);
            let bound = BOUNDS.iter().position(|bound| *bound == key).filter(|_| is_graded(table));
            let texts = if let Some(column) = column {
                sheet.columns.get_mut(column)
            } else if let Some(bound) = bound {
                sheet.bounds.get_mut(bound)
            } else if key == "title" {
                Some(&mut sheet.titles)
            } else if table.of.as_ref().is_some_and(|of| of.text == key) {
                Some(&mut sheet.owners)
            } else {
                None
            };
            match texts {
                Some(texts) => place(texts, row, reader),
                None => {
                    if key != "id" && self.unknown.insert(format!("tables.{}.{key}", table.id.text)) {
                        let bounds = BOUNDS.iter().filter(|_| is_graded(table)).copied();
                        let columns = table.columns.iter().map(|column| column.id.text.as_str());
                        let owner = table.of.iter().map(|of| of.text.as_str());
                        let among = ["id", "title"].into_iter().chain(owner).chain(bounds).chain(columns);
                        self.unknown_field(&key, among, path);
                    }
                    reader.skip().map(drop)
                }
            }
        })
    }
}

/// A row that the table does not have and that the hospital may not add.
fn unknown_row(row: &str, table: &Table, ids: &[String]) -> Code {
    Code::UnknownRow {
        row: row.to_owned(),
        of: table.id.text.clone(),
        nearest: nearest(row, ids.iter().map(String::as_str)),
        among: ids.to_vec(),
    }
}

/// Puts a text or other value into any cell.
fn place(texts: &mut Texts, row: usize, reader: &mut Reader<'_>) -> Result<(), Broken> {
    if !texts.holds(row) {
        return push(texts, row, reader);
    }
    let mut single = Texts::default();
    push(&mut single, 0, reader)?;
    texts.set(row, single.at(0));
    Ok(())
}

/// Whether a text can be the id of a row: letters, digits and `_`, so that paths stay readable.
fn is_id(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
}
