//! From JSON onto the sheet: every text into its cell, and what is wrong with the document.

mod rosters;
mod tables;

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::json::{Broken, Reader};
use super::sheet::{Cells, FORMAT, Sheet, Stray};
use super::texts::{Texts, Typed};
use crate::problem::{Code, Problem, Shape, nearest};
use crate::scheme::document::{Document, Entry, Table, TableKind};

/// The most cells that are opened; more do not fit into the memory of a browser.
pub(super) const MOST_CELLS: usize = 8_000_000;

/// The most problems of the document that are told.
const MOST_TOLD: usize = 1_000;

/// The sections of facts.
const SECTIONS: [&str; 9] =
    ["scheme", "format", "on", "inputs", "parameters", "choices", "tables", "rosters", "taken"];

/// The sheet that a JSON document fills; a document that is no JSON leaves it blank.
pub(super) fn received(document: &Document, json: &str) -> Sheet {
    let mut receiver =
        Receiver { document, sheet: Sheet::blank(document), cells: 0, unknown: BTreeSet::new() };
    if let Err(broken) = receiver.document(Reader::of(json)) {
        receiver.sheet = Sheet { problems: vec![broken.problem(json)], ..Sheet::blank(document) };
    }
    receiver.sheet
}

struct Receiver<'a> {
    document: &'a Document,
    sheet: Sheet,
    /// How many cells there are already.
    cells: usize,
    /// Fields of rows that nothing reads, each told once.
    unknown: BTreeSet<String>,
}

impl<'a> Receiver<'a> {
    fn document(&mut self, mut reader: Reader<'a>) -> Result<(), Broken> {
        if !self.opens(&mut reader, Shape::Section, String::new)? {
            return reader.end();
        }
        // Rows of tables decide which cells there are, so that the order of the sections must not matter.
        let mut sections: [Option<Reader<'a>>; SECTIONS.len()] = Default::default();
        reader.section(|reader, key| {
            match SECTIONS.iter().position(|section| *section == key).and_then(|at| sections.get_mut(at)) {
                None => self.unknown_field(&key, SECTIONS, || key.to_string()),
                Some(Some(_)) => self.twice(&key, || key.to_string()),
                Some(section) => *section = Some(reader.clone()),
            }
            reader.skip().map(drop)
        })?;
        reader.end()?;
        let [scheme, format, on, inputs, parameters, choices, tables, rosters, taken] = sections;
        if let Some(mut reader) = scheme {
            self.scheme(&mut reader)?;
        }
        if let Some(mut reader) = format {
            self.format(&mut reader)?;
        }
        if let Some(mut reader) = on {
            push(&mut self.sheet.on, 0, &mut reader)?;
        }
        if let Some(mut reader) = taken
            && self.opens(&mut reader, Shape::Section, || "taken".to_owned())?
        {
            self.sheet.taken = reader.skip()?.to_owned();
        }
        if let Some(mut reader) = tables {
            self.tables(&mut reader)?;
        }
        let document = self.document;
        if let Some(mut reader) = inputs {
            self.sheet.inputs = self.entries(&mut reader, "inputs", &document.inputs)?;
        } else {
            self.sheet.inputs = self.blank(&document.inputs);
        }
        if let Some(mut reader) = parameters {
            self.sheet.parameters = self.entries(&mut reader, "parameters", &document.parameters)?;
        } else {
            self.sheet.parameters = self.blank(&document.parameters);
        }
        if let Some(mut reader) = choices {
            self.choices(&mut reader)?;
        }
        self.rosters(rosters)
    }

    fn scheme(&mut self, reader: &mut Reader<'a>) -> Result<(), Broken> {
        if self.opens(reader, Shape::Text, || "scheme".to_owned())? {
            let found = reader.text()?.into_owned();
            let scheme = self.document.id.text.clone();
            if found != scheme {
                self.tell(Code::OtherScheme { scheme, found }.on("scheme"));
            }
        }
        Ok(())
    }

    fn format(&mut self, reader: &mut Reader<'a>) -> Result<(), Broken> {
        if self.opens(reader, Shape::Whole, || "format".to_owned())? {
            let found = reader.skip()?.trim().parse().unwrap_or(u32::MAX);
            if found > FORMAT {
                self.tell(Code::NewerFormat { limit: FORMAT, found }.on("format"));
            }
        }
        Ok(())
    }

    fn blank(&self, entries: &[Entry]) -> Vec<Cells> {
        entries.iter().map(|entry| self.sheet.cells_of(self.document, entry)).collect()
    }

    fn entries(
        &mut self,
        reader: &mut Reader<'a>,
        section: &str,
        entries: &[Entry],
    ) -> Result<Vec<Cells>, Broken> {
        let mut all = self.blank(entries);
        if !self.opens(reader, Shape::Section, || section.to_owned())? {
            return Ok(all);
        }
        let mut seen = vec![false; entries.len()];
        reader.section(|reader, key| {
            let path = || format!("{section}.{key}");
            let Some(at) = position(&mut seen, entries.iter().map(|entry| &entry.id.text), &key) else {
                self.unknown_field(&key, entries.iter().map(|entry| entry.id.text.as_str()), path);
                return reader.skip().map(drop);
            };
            match (at, entries.get(at.position), all.get_mut(at.position)) {
                (At { again: false, .. }, Some(entry), Some(cells)) => {
                    self.entry(reader, entry, cells, 0, &path)
                }
                _ => {
                    self.twice(&key, path);
                    reader.skip().map(drop)
                }
            }
        })?;
        Ok(all)
    }

    /// The value of an entry in one row.
    fn entry(
        &mut self,
        reader: &mut Reader<'a>,
        entry: &Entry,
        cells: &mut Cells,
        row: usize,
        path: &dyn Fn() -> String,
    ) -> Result<(), Broken> {
        let Some(ids) = self.sheet.per_ids(self.document, entry) else {
            return match cells.rows.first_mut() {
                Some(texts) => push(texts, row, reader),
                None => reader.skip().map(drop),
            };
        };
        if reader.shape()? != Shape::Section {
            let json = reader.skip()?;
            if !(Typed::Json(json).is_empty() || json == "\"\"") {
                cells.strays.push(Stray { row, key: None, json: json.to_owned() });
            }
            return Ok(());
        }
        let mut next = 0_usize;
        let mut twice = Vec::new();
        reader.section(|reader, key| {
            // Rows mostly give the same ids in the same order.
            let at = match ids.get(next) {
                Some(id) if *id == key => Some(next),
                _ => ids.iter().position(|id| *id == key),
            };
            match at.and_then(|at| Some((at, cells.rows.get_mut(at)?))) {
                Some((_, texts)) if texts.holds(row) => {
                    twice.push(key.into_owned());
                    reader.skip().map(drop)
                }
                Some((at, texts)) => {
                    next = at.saturating_add(1);
                    push(texts, row, reader)
                }
                None => {
                    let stray = Stray { row, key: Some(key.into_owned()), json: reader.skip()?.to_owned() };
                    cells.strays.push(stray);
                    Ok(())
                }
            }
        })?;
        for key in twice {
            self.twice(&key, || format!("{}.{key}", path()));
        }
        Ok(())
    }

    fn choices(&mut self, reader: &mut Reader<'a>) -> Result<(), Broken> {
        if !self.opens(reader, Shape::Section, || "choices".to_owned())? {
            return Ok(());
        }
        let choices = &self.document.choices;
        reader.section(|reader, key| {
            let path = || format!("choices.{key}");
            let at = choices.iter().position(|choice| choice.id.text == key);
            match at.and_then(|at| self.sheet.choices.get_mut(at)) {
                Some(texts) if !texts.holds(0) => return push(texts, 0, reader),
                Some(_) => self.twice(&key, path),
                None => self.unknown_field(&key, choices.iter().map(|choice| choice.id.text.as_str()), path),
            }
            reader.skip().map(drop)
        })
    }

    /// Whether a value of this shape stands here; another is told and passed over, `null` only passed over.
    fn opens(
        &mut self,
        reader: &mut Reader<'a>,
        expected: Shape,
        path: impl Fn() -> String,
    ) -> Result<bool, Broken> {
        let found = reader.shape()?;
        if found == expected {
            return Ok(true);
        }
        reader.skip()?;
        if found != Shape::Nothing {
            self.tell(Code::WrongKind { expected, found }.on(path()));
        }
        Ok(false)
    }

    /// Whether there is room for one more row of so many cells; that there is none is told once.
    fn fits(&mut self, width: usize, path: impl Fn() -> String) -> bool {
        let cells = self.cells.saturating_add(width);
        if cells <= MOST_CELLS {
            self.cells = cells;
            return true;
        }
        if self.unknown.insert(String::new()) {
            self.tell(Code::TooManyValues { limit: MOST_CELLS }.on(path()));
        }
        false
    }

    fn unknown_field<'n>(
        &mut self,
        field: &str,
        among: impl IntoIterator<Item = &'n str>,
        path: impl Fn() -> String,
    ) {
        if self.sheet.problems.len() < MOST_TOLD {
            let among: Vec<&str> = among.into_iter().collect();
            let nearest = nearest(field, among.iter().copied());
            let among = among.into_iter().map(str::to_owned).collect();
            self.tell(Code::UnknownField { field: field.to_owned(), nearest, among }.on(path()));
        }
    }

    fn twice(&mut self, key: &str, path: impl Fn() -> String) {
        if self.sheet.problems.len() < MOST_TOLD {
            self.tell(Code::DuplicateKey { key: key.to_owned() }.on(path()));
        }
    }

    fn tell(&mut self, problem: Problem) {
        if self.sheet.problems.len() < MOST_TOLD {
            self.sheet.problems.push(problem);
        }
    }
}

/// Whether the rows of the table have bounds.
pub(super) fn is_graded(table: &Table) -> bool {
    !matches!(table.kind, TableKind::Plain)
}

/// Where a key was found, and whether for the second time.
#[derive(Clone, Copy)]
struct At {
    position: usize,
    again: bool,
}

fn position<'n>(seen: &mut [bool], mut ids: impl Iterator<Item = &'n String>, key: &str) -> Option<At> {
    let position = ids.position(|id| id == key)?;
    let again = seen.get_mut(position).is_some_and(|seen| std::mem::replace(seen, true));
    Some(At { position, again })
}

/// Puts the value that stands here behind all cells that there are.
fn push(texts: &mut Texts, row: usize, reader: &mut Reader<'_>) -> Result<(), Broken> {
    let text: Cow<'_, str>;
    let typed = if reader.shape()? == Shape::Text {
        text = reader.text()?;
        Typed::Text(&text)
    } else {
        Typed::Json(reader.skip()?)
    };
    texts.push(row, typed);
    Ok(())
}
