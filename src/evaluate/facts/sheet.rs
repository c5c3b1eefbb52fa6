//! Everything as it was typed: a sheet of texts in the scheme's order, and the JSON that it is saved as.

use super::texts::{Texts, Typed};
use crate::problem::Problem;
use crate::scheme::document::{Document, Entry, Roster, Table};

/// The number of this form of facts.
pub(super) const FORMAT: u32 = 1;

/// What was typed, in the order of the scheme's declarations.
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// The day, in a single cell.
    pub(super) on: Texts,
    /// Inputs, each like a column of a roster of one row.
    pub(super) inputs: Vec<Cells>,
    /// Parameters likewise.
    pub(super) parameters: Vec<Cells>,
    /// Choices, each in a single cell.
    pub(super) choices: Vec<Texts>,
    /// Tables.
    pub(super) tables: Vec<TableSheet>,
    /// Rosters.
    pub(super) rosters: Vec<RosterSheet>,
    /// Where values were taken over from, as it was written: the reader of a saved case knows what it says.
    pub(super) taken: String,
    /// What is wrong with the document itself rather than with a value.
    pub(super) problems: Vec<Problem>,
}

/// The cells of an entry: of a roster's column, or of an input as if there were one row.
#[derive(Clone, Debug, Default)]
pub(super) struct Cells {
    /// One text for each row; with `per` one such list for each row of the table.
    pub(super) rows: Vec<Texts>,
    /// What was given for rows that the table does not have, or in place of a section.
    pub(super) strays: Vec<Stray>,
}

/// A value that has no cell.
#[derive(Clone, Debug)]
pub(super) struct Stray {
    /// The row of the roster.
    pub(super) row: usize,
    /// The id that the table does not have; none when the whole value is no section.
    pub(super) key: Option<String>,
    /// The value as it was written.
    pub(super) json: String,
}

/// The rows of a table; an empty cell stands for what the scheme says.
#[derive(Clone, Debug, Default)]
pub(super) struct TableSheet {
    /// Whether the hospital gave rows of its own.
    pub(super) own: bool,
    /// Ids of the rows.
    pub(super) ids: Vec<String>,
    /// Titles.
    pub(super) titles: Texts,
    /// Rows of the table that it belongs to.
    pub(super) owners: Texts,
    /// Bounds: from, to, below.
    pub(super) bounds: [Texts; 3],
    /// The columns.
    pub(super) columns: Vec<Texts>,
}

/// The keys of the bounds, in the order of [`TableSheet::bounds`].
pub(super) const BOUNDS: [&str; 3] = ["from", "to", "below"];

/// The rows of a roster.
#[derive(Clone, Debug, Default)]
pub(super) struct RosterSheet {
    /// How many rows there are.
    pub(super) count: usize,
    /// Names.
    pub(super) names: Texts,
    /// Rows of the roster or table that it belongs to.
    pub(super) owners: Texts,
    /// The columns.
    pub(super) columns: Vec<Cells>,
}

impl Sheet {
    /// The sheet on which nothing was typed.
    pub(super) fn blank(document: &Document) -> Self {
        let tables: Vec<TableSheet> = document.tables.iter().map(TableSheet::blank).collect();
        let mut sheet =
            Self { choices: vec![Texts::default(); document.choices.len()], tables, ..Self::default() };
        let cells = |entry: &Entry| sheet.cells_of(document, entry);
        let inputs = document.inputs.iter().map(cells).collect();
        let parameters = document.parameters.iter().map(cells).collect();
        let rosters = document.rosters.iter().map(|roster| sheet.roster(document, roster)).collect();
        (sheet.inputs, sheet.parameters, sheet.rosters) = (inputs, parameters, rosters);
        sheet
    }

    /// The empty cells of an entry, for the rows that its table has on this sheet.
    pub(super) fn cells_of(&self, document: &Document, entry: &Entry) -> Cells {
        let per = entry
            .per
            .as_ref()
            .and_then(|per| document.tables.iter().position(|table| table.id.text == per.text));
        let count = per.map_or(1, |table| self.tables.get(table).map_or(0, |table| table.ids.len()));
        Cells { rows: vec![Texts::default(); count], strays: Vec::new() }
    }

    fn roster(&self, document: &Document, roster: &Roster) -> RosterSheet {
        let columns = roster.columns.iter().map(|column| self.cells_of(document, column)).collect();
        RosterSheet { columns, ..RosterSheet::default() }
    }

    /// The ids of the rows of the table for each of whose rows the entry has a value.
    pub(super) fn per_ids(&self, document: &Document, entry: &Entry) -> Option<&[String]> {
        let per = entry.per.as_ref()?;
        let table = document.tables.iter().position(|table| table.id.text == per.text)?;
        self.tables.get(table).map(|table| table.ids.as_slice())
    }

    /// The sheet as JSON, with every value as it was typed; what was not entered is left out.
    pub(super) fn json(&self, document: &Document) -> String {
        let mut json = Json::default();
        json.open('{');
        json.quoted("scheme", &document.id.text);
        json.member("format", &FORMAT.to_string());
        json.cell("on", self.on.at(0));
        json.entries("inputs", &document.inputs, &self.inputs, |entry| self.per_ids(document, entry));
        json.entries("parameters", &document.parameters, &self.parameters, |entry| {
            self.per_ids(document, entry)
        });
        json.section("choices", |json| {
            for (choice, text) in document.choices.iter().zip(&self.choices) {
                json.cell(&choice.id.text, text.at(0));
            }
        });
        json.section("tables", |json| {
            for (table, sheet) in document.tables.iter().zip(&self.tables).filter(|(_, sheet)| sheet.own) {
                json.rows(&table.id.text, sheet.ids.len(), |json, row| sheet.row(table, json, row));
            }
        });
        json.section("rosters", |json| {
            for (roster, sheet) in document.rosters.iter().zip(&self.rosters) {
                let ids: Vec<Option<&[String]>> =
                    roster.columns.iter().map(|column| self.per_ids(document, column)).collect();
                json.rows(&roster.id.text, sheet.count, |json, row| sheet.row(roster, &ids, json, row));
            }
        });
        if !self.taken.is_empty() {
            json.member("taken", &self.taken);
        }
        json.close('}');
        json.text.push('\n');
        json.text
    }
}

impl TableSheet {
    fn blank(table: &Table) -> Self {
        Self {
            ids: table.rows.iter().map(|row| row.id.text.clone()).collect(),
            columns: vec![Texts::default(); table.columns.len()],
            ..Self::default()
        }
    }

    fn row(&self, table: &Table, json: &mut Json, row: usize) {
        json.quoted("id", self.ids.get(row).map_or("", String::as_str));
        json.cell("title", self.titles.at(row));
        if let Some(of) = &table.of {
            json.cell(&of.text, self.owners.at(row));
        }
        for (key, texts) in BOUNDS.into_iter().zip(&self.bounds) {
            json.cell(key, texts.at(row));
        }
        for (column, texts) in table.columns.iter().zip(&self.columns) {
            json.cell(&column.id.text, texts.at(row));
        }
    }
}

impl RosterSheet {
    fn row(&self, roster: &Roster, ids: &[Option<&[String]>], json: &mut Json, row: usize) {
        json.cell("name", self.names.at(row));
        if let Some(of) = &roster.of {
            json.cell(&of.text, self.owners.at(row));
        }
        for ((column, cells), ids) in roster.columns.iter().zip(&self.columns).zip(ids) {
            json.entry(&column.id.text, cells, *ids, row);
        }
    }
}

/// JSON that is being written.
#[derive(Default)]
struct Json {
    text: String,
    /// Whether something stands before in the section or list that is open.
    comma: bool,
}

impl Json {
    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.comma = false;
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.comma = true;
    }

    fn key(&mut self, key: &str) {
        if self.comma {
            self.text.push(',');
        }
        quote(key, &mut self.text);
        self.text.push(':');
        self.comma = true;
    }

    fn member(&mut self, key: &str, json: &str) {
        self.key(key);
        self.text.push_str(json);
    }

    fn quoted(&mut self, key: &str, text: &str) {
        self.key(key);
        quote(text, &mut self.text);
    }

    /// A cell, unless nothing was typed into it.
    fn cell(&mut self, key: &str, typed: Typed<'_>) {
        match typed {
            Typed::Text("") => {}
            Typed::Text(text) => self.quoted(key, text),
            Typed::Json(json) => self.member(key, json),
        }
    }

    /// A section, unless it would be empty.
    fn section(&mut self, key: &str, fill: impl FnOnce(&mut Self)) {
        let (before, comma) = (self.text.len(), self.comma);
        self.key(key);
        self.open('{');
        fill(self);
        if self.comma {
            self.close('}');
        } else {
            self.text.truncate(before);
            self.comma = comma;
        }
    }

    /// A list of rows, one a line.
    fn rows(&mut self, key: &str, count: usize, row: impl Fn(&mut Self, usize)) {
        self.key(key);
        self.open('[');
        for position in 0..count {
            self.text.push_str(if position == 0 { "\n" } else { ",\n" });
            self.open('{');
            row(self, position);
            self.text.push('}');
        }
        self.close(']');
    }

    fn entries<'a>(
        &mut self,
        key: &str,
        entries: &'a [Entry],
        cells: &[Cells],
        ids: impl Fn(&'a Entry) -> Option<&'a [String]>,
    ) {
        self.section(key, |json| {
            for (entry, cells) in entries.iter().zip(cells) {
                json.entry(&entry.id.text, cells, ids(entry), 0);
            }
        });
    }

    /// The value of an entry in one row.
    fn entry(&mut self, key: &str, cells: &Cells, ids: Option<&[String]>, row: usize) {
        let strays = cells.strays.iter().filter(|stray| stray.row == row);
        let Some(ids) = ids else {
            return self.cell(key, cells.rows.first().map_or(Typed::EMPTY, |texts| texts.at(row)));
        };
        if let Some(stray) = strays.clone().find(|stray| stray.key.is_none()) {
            return self.member(key, &stray.json);
        }
        self.section(key, |json| {
            for (id, texts) in ids.iter().zip(&cells.rows) {
                json.cell(id, texts.at(row));
            }
            for stray in strays {
                json.member(stray.key.as_deref().unwrap_or_default(), &stray.json);
            }
        });
    }
}

/// Writes a text as JSON.
fn quote(text: &str, json: &mut String) {
    // Few texts have anything to escape.
    if text.bytes().all(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
        json.push('"');
        json.push_str(text);
        json.push('"');
    } else {
        json.push_str(&serde_json::Value::from(text).to_string());
    }
}
