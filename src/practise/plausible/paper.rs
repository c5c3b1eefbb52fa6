//! Facts as they would be typed: the texts of every cell, and the JSON that they are opened from.

use crate::evaluate::facts::json::Reader;
use crate::evaluate::facts::{Facts, Opened, RosterColumn};
use crate::evaluate::value::{Item, Rows, Value};
use crate::exact::{Exact, Rounding};
use crate::scheme::Scheme;
use crate::scheme::document::{self as declared, Document, Entry, Kind};

/// The texts of an entry: one, or with `per` one for each row of the table; none where nothing is typed.
pub(super) type Cells = Vec<Option<String>>;

/// The ids of the table for each of whose rows an entry has a cell.
type Ids<'a> = dyn Fn(&Entry) -> Option<&'a [String]> + 'a;

/// Everything that is typed for one calculation.
#[derive(Clone, Debug, Default)]
pub(super) struct Paper {
    /// The day for which dated values count.
    on: Option<String>,
    /// The hospital's own tables, as JSON.
    tables: Option<String>,
    /// The ids of the rows of each table.
    ids: Vec<Vec<String>>,
    pub(super) inputs: Vec<Cells>,
    pub(super) parameters: Vec<Cells>,
    pub(super) choices: Vec<Option<String>>,
    pub(super) rosters: Vec<Listed>,
}

/// The rows of a roster.
#[derive(Clone, Debug, Default)]
pub(super) struct Listed {
    pub(super) names: Vec<String>,
    /// What each row belongs to.
    pub(super) owners: Vec<Option<String>>,
    /// Row by row the cells of each column.
    pub(super) rows: Vec<Vec<Cells>>,
}

impl Paper {
    /// The paper on which facts were typed; what the scheme says by itself is left blank, and a number has at most four
    /// significant figures.
    pub(super) fn of(scheme: &Scheme, json: &str) -> Self {
        let document = &scheme.document;
        let (on, tables) = sections(json);
        let frame = Self { on, tables, ..Self::default() };
        let (opened, blank) = (Opened::open(scheme, json), Opened::open(scheme, &frame.json(document)));
        let (facts, blank) = (opened.facts(), blank.facts());
        let entered = |entries: &[Entry], values: &[Value], blanks: &[Value]| -> Vec<Cells> {
            let each = entries.iter().zip(values).zip(blanks);
            each.map(|((entry, value), blank)| entered(document, facts, entry, value, blank)).collect()
        };
        Self {
            inputs: entered(&document.inputs, &facts.inputs, &blank.inputs),
            parameters: entered(&document.parameters, &facts.parameters, &blank.parameters),
            choices: document
                .choices
                .iter()
                .zip(facts.choices.iter().zip(&blank.choices))
                .map(|(choice, (value, blank))| {
                    let Some(Ok(Item::Code(code))) = value.at(0) else { return None };
                    let option = choice.options.get(usize::try_from(code).ok()?)?;
                    (value.at(0) != blank.at(0)).then(|| option.id.text.clone())
                })
                .collect(),
            rosters: (0..document.rosters.len()).map(|roster| rows(document, facts, roster)).collect(),
            ids: facts.tables.iter().map(|table| table.ids.clone()).collect(),
            ..frame
        }
    }

    /// The facts as JSON.
    pub(super) fn json(&self, document: &Document) -> String {
        let ids: &Ids<'_> = &|entry| self.per_ids(document, entry);
        let mut members = vec![member("scheme", &quoted(&document.id.text))];
        members.extend(self.on.as_ref().map(|on| member("on", &quoted(on))));
        members.push(member("inputs", &entries(&document.inputs, &self.inputs, ids)));
        members.push(member("parameters", &entries(&document.parameters, &self.parameters, ids)));
        let choices = document.choices.iter().zip(&self.choices);
        members.push(member(
            "choices",
            &object(choices.filter_map(|(choice, id)| Some(member(&choice.id.text, &quoted(id.as_ref()?))))),
        ));
        members.extend(self.tables.as_ref().map(|tables| member("tables", tables)));
        let rosters = document.rosters.iter().zip(&self.rosters).map(|(roster, sheet)| {
            let rows: Vec<String> = (0..sheet.names.len()).map(|row| sheet.row(roster, row, ids)).collect();
            member(&roster.id.text, &format!("[{}]", rows.join(",")))
        });
        members.push(member("rosters", &object(rosters)));
        object(members.into_iter())
    }

    /// The ids of the rows of a table.
    pub(super) fn ids_of(&self, table: usize) -> &[String] {
        self.ids.get(table).map_or(&[], Vec::as_slice)
    }

    /// The ids of the table for each of whose rows an entry has a cell.
    pub(super) fn per_ids(&self, document: &Document, entry: &Entry) -> Option<&[String]> {
        let per = entry.per.as_ref()?;
        let table = document.tables.iter().position(|table| table.id.text == per.text)?;
        self.ids.get(table).map(Vec::as_slice)
    }
}

impl Listed {
    fn row(&self, roster: &declared::Roster, row: usize, ids: &Ids<'_>) -> String {
        let mut members = vec![member("name", &quoted(self.names.get(row).map_or("", String::as_str)))];
        let owner = self.owners.get(row).and_then(Option::as_ref);
        members.extend(roster.of.as_ref().zip(owner).map(|(of, owner)| member(&of.text, &quoted(owner))));
        let cells = roster.columns.iter().zip(self.rows.get(row).map_or(&[][..], Vec::as_slice));
        members.extend(cells.filter_map(|(column, cells)| entry(column, cells, ids)));
        object(members.into_iter())
    }
}

/// The day and the tables of facts, as they are written.
fn sections(json: &str) -> (Option<String>, Option<String>) {
    let (mut on, mut tables) = (None, None);
    let mut reader = Reader::of(json);
    // What cannot be read is told when the facts are opened.
    let _ = reader.section(|reader, key| {
        match &*key {
            "on" => on = reader.text().ok().map(|text| text.into_owned()),
            "tables" => tables = reader.skip().ok().map(str::to_owned),
            _ => drop(reader.skip()?),
        }
        Ok(())
    });
    (on, tables)
}

/// The cells of an input or parameter that differ from those of an empty sheet.
fn entered(document: &Document, facts: &Facts, entry: &Entry, value: &Value, blank: &Value) -> Cells {
    let count = match value {
        Value::Many(rows) if entry.per.is_some() => rows.len(),
        _ => 1,
    };
    let cell = |row: u32| {
        let item = value.at(row)?.ok()?;
        (blank.at(row) != Some(Ok(item.clone()))).then(|| text(document, facts, &entry.kind, &item))?
    };
    (0_u32..).take(count).map(cell).collect()
}

/// The rows of a roster as they would be typed.
fn rows(document: &Document, facts: &Facts, roster: usize) -> Listed {
    let (Some(declared), Some(held)) = (document.rosters.get(roster), facts.rosters.get(roster)) else {
        return Listed::default();
    };
    let owner = |row: u32| {
        let Some(Ok(item)) = held.of.as_ref()?.at(row) else { return None };
        text(document, facts, &Kind::OneOf(declared.of.clone()?), &item)
    };
    let cell = |entry: &Entry, rows: &Rows, row: u32| {
        let item = rows.at(row)?.ok()?;
        let text = text(document, facts, &entry.kind, &item)?;
        (by_itself(entry).as_ref() != Some(&text)).then_some(text)
    };
    let row = |row: u32| {
        let columns = declared.columns.iter().zip(&held.columns);
        let cells = columns.map(|(entry, column)| match column {
            RosterColumn::Plain(rows) => vec![cell(entry, rows, row)],
            RosterColumn::Per(columns) => columns.iter().map(|rows| cell(entry, rows, row)).collect(),
        });
        cells.collect()
    };
    let all = || (0_u32..).take(held.names.len());
    Listed { names: held.names.clone(), owners: all().map(owner).collect(), rows: all().map(row).collect() }
}

/// What counts where nothing is typed, when it does not change at a date.
fn by_itself(entry: &Entry) -> Option<String> {
    match entry.value.as_ref()?.versions.as_slice() {
        [(_, cell)] => Some(match cell {
            declared::Cell::Quantity(number) => number.to_string(),
            declared::Cell::Truth(truth) => truth.to_string(),
            declared::Cell::Date(date) => date.to_string(),
            declared::Cell::Words(text) | declared::Cell::Id(text) => text.clone(),
        }),
        _ => None,
    }
}

/// What is typed for a value; none for words, which count nothing.
fn text(document: &Document, facts: &Facts, kind: &Kind, item: &Item) -> Option<String> {
    let code = |code: &u32| usize::try_from(*code).ok();
    match (item, kind) {
        (Item::Number(number), Kind::Quantity(unit)) => {
            Some(short(&number.divided_by(unit.factor()).ok()?)?.to_string())
        }
        (Item::Truth(truth), _) => Some(truth.to_string()),
        (Item::Date(date), _) => Some(date.to_string()),
        (Item::Code(at), Kind::Options(options)) => Some(options.get(code(at)?)?.id.text.clone()),
        (Item::Code(at), Kind::OneOf(of)) => {
            let table = document.tables.iter().position(|table| table.id.text == of.text);
            let roster = || document.rosters.iter().position(|roster| roster.id.text == of.text);
            let names = match table {
                Some(table) => &facts.tables.get(table)?.ids,
                None => &facts.rosters.get(roster()?)?.names,
            };
            names.get(code(at)?).cloned()
        }
        _ => None,
    }
}

/// A number at four significant figures.
pub(super) fn short(number: &Exact) -> Option<Exact> {
    let size = magnitude(number);
    number.rounded(3_i32.saturating_sub(size), Rounding::HalfAwayFromZero)
}

/// The place of the first figure: 0 for 1 to 9, 3 for thousands, -1 for tenths; 0 for zero.
pub(in crate::practise) fn magnitude(number: &Exact) -> i32 {
    let number = number.absolute();
    let reaches = |place: i32| Exact::power_of_ten(place).is_some_and(|power| number >= power);
    if number.is_zero() {
        return 0;
    }
    let mut place = 0_i32;
    while place < 40 && reaches(place.saturating_add(1)) {
        place = place.saturating_add(1);
    }
    while place > -40 && !reaches(place) {
        place = place.saturating_sub(1);
    }
    place
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn member(key: &str, json: &str) -> String {
    format!("{}:{json}", quoted(key))
}

fn object(members: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", members.collect::<Vec<_>>().join(","))
}

/// The entries of a section that something is typed for.
fn entries(entries: &[Entry], cells: &[Cells], ids: &Ids<'_>) -> String {
    object(entries.iter().zip(cells).filter_map(|(one, cells)| entry(one, cells, ids)))
}

fn entry(entry: &Entry, cells: &Cells, ids: &Ids<'_>) -> Option<String> {
    let json = match ids(entry) {
        None => quoted(cells.first()?.as_ref()?),
        Some(ids) => {
            let some =
                ids.iter().zip(cells).filter_map(|(id, text)| Some(member(id, &quoted(text.as_ref()?))));
            let some: Vec<String> = some.collect();
            if some.is_empty() {
                return None;
            }
            object(some.into_iter())
        }
    };
    Some(member(&entry.id.text, &json))
}
