//! What declarations refer to: the rows of `each`, `of`, `one_of` and `per`, and the ids of outputs and defaults.

use crate::formula::syntax::Name;
use crate::problem::{Code, Place, Problem, nearest};
use crate::scheme::document::{Dated, Document, Entry, Kind, Table};
use crate::scheme::term::Axis;

use super::names::{Named, Names};

/// Checks everything that a declaration outside formulas refers to.
pub(super) fn check(document: &Document, names: &Names<'_>, problems: &mut Vec<Problem>) {
    let mut references = References { document, names, problems };
    for entry in document.inputs.iter().chain(&document.parameters) {
        references.entry(entry);
    }
    for table in &document.tables {
        references.table(table);
    }
    for roster in &document.rosters {
        for column in &roster.columns {
            references.entry(column);
        }
        references.axis(roster.of.as_ref());
    }
    for choice in &document.choices {
        let ids: Vec<&str> = choice.options.iter().map(|option| option.id.text.as_str()).collect();
        if let Some(default) = &choice.default {
            references.option(&default.text, default, &choice.id.text, &ids);
        }
    }
    for step in &document.steps {
        references.axis(step.each.as_ref());
        references.kind(&step.kind);
    }
    for each in
        document.flags.iter().map(|flag| &flag.each).chain(document.guards.iter().map(|guard| &guard.each))
    {
        references.axis(each.as_ref());
    }
    for output in &document.outputs {
        references.axis(output.of.as_ref());
        for step in &output.steps {
            references.step(step);
        }
    }
    references.circles();
}

/// The references of one document.
struct References<'r> {
    document: &'r Document,
    names: &'r Names<'r>,
    problems: &'r mut Vec<Problem>,
}

impl References<'_> {
    fn problem(&mut self, code: Code, name: &Name) {
        self.problems.push(Problem { code, place: Place::Source(name.span) });
    }

    /// A name that must be of a table or roster.
    fn axis(&mut self, name: Option<&Name>) -> Option<Axis> {
        let name = name?;
        let axis = self.names.axis(&name.text);
        if axis.is_none() {
            let tables = self.document.tables.iter().map(|table| table.id.text.clone());
            let among: Vec<String> =
                tables.chain(self.document.rosters.iter().map(|roster| roster.id.text.clone())).collect();
            let nearest = nearest(&name.text, among.iter().map(String::as_str));
            self.problem(Code::UnknownName { name: name.text.clone(), nearest, among }, name);
        }
        axis
    }

    fn kind(&mut self, kind: &Kind) {
        if let Kind::OneOf(name) = kind {
            self.axis(Some(name));
        }
    }

    fn entry(&mut self, entry: &Entry) {
        self.kind(&entry.kind);
        if let Some(Axis::Roster(_)) = self.axis(entry.per.as_ref())
            && let Some(per) = &entry.per
        {
            self.problem(Code::NotATable { name: per.text.clone() }, per);
        }
        if let (Some(value), Kind::OneOf(of)) = (&entry.value, &entry.kind) {
            self.default_row(value, of, entry);
        }
    }

    /// The default of an entry that is a row of a table.
    fn default_row(&mut self, value: &Dated, of: &Name, entry: &Entry) {
        let Some(Axis::Table(index)) = self.names.axis(&of.text) else { return };
        let Some(table) = self.document.tables.get(index) else { return };
        let ids: Vec<&str> = table.rows.iter().map(|row| row.id.text.as_str()).collect();
        for (_, cell) in &value.versions {
            if let crate::scheme::document::Cell::Id(id) = cell {
                self.row(id, &entry.id, &of.text, &ids);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        for column in &table.columns {
            self.entry(column);
        }
        let Some(owner) = self.axis(table.of.as_ref()) else { return };
        let Axis::Table(index) = owner else {
            if let Some(of) = &table.of {
                self.problem(Code::NotATable { name: of.text.clone() }, of);
            }
            return;
        };
        let Some(owner) = self.document.tables.get(index) else { return };
        let ids: Vec<&str> = owner.rows.iter().map(|row| row.id.text.as_str()).collect();
        for of in table.rows.iter().filter_map(|row| row.of.as_ref()) {
            self.row(&of.text, of, &owner.id.text, &ids);
        }
    }

    fn row(&mut self, id: &str, place: &Name, of: &str, ids: &[&str]) {
        if !ids.contains(&id) {
            let nearest = nearest(id, ids.iter().copied());
            let among = ids.iter().map(|&id| id.to_owned()).collect();
            self.problem(Code::UnknownRow { row: id.to_owned(), of: of.to_owned(), nearest, among }, place);
        }
    }

    fn option(&mut self, id: &str, place: &Name, of: &str, ids: &[&str]) {
        if !ids.contains(&id) {
            let nearest = nearest(id, ids.iter().copied());
            let among = ids.iter().map(|&id| id.to_owned()).collect();
            self.problem(
                Code::UnknownOption { option: id.to_owned(), of: of.to_owned(), nearest, among },
                place,
            );
        }
    }

    fn step(&mut self, step: &Name) {
        if !matches!(self.names.named(&step.text), Some(Named::Value(crate::scheme::term::Source::Step(_)))) {
            let among: Vec<String> = self.document.steps.iter().map(|step| step.id.text.clone()).collect();
            let nearest = nearest(&step.text, among.iter().map(String::as_str));
            self.problem(Code::UnknownName { name: step.text.clone(), nearest, among }, step);
        }
    }

    /// Tables and rosters that belong to themselves, directly or through others.
    fn circles(&mut self) {
        let tables =
            self.document.tables.iter().enumerate().map(|(i, table)| (Axis::Table(i), table.of.as_ref()));
        let rosters =
            self.document.rosters.iter().enumerate().map(|(i, roster)| (Axis::Roster(i), roster.of.as_ref()));
        let circles: Vec<(Vec<String>, Name)> = tables
            .chain(rosters)
            .filter_map(|(start, of)| {
                let mut steps = vec![self.names.id(start).to_owned()];
                let mut axis = start;
                while let Some(owner) = self.names.owner(axis) {
                    steps.push(self.names.id(owner).to_owned());
                    if owner == start {
                        return Some((steps, of?.clone()));
                    }
                    if steps.len() > self.document.tables.len().saturating_add(self.document.rosters.len()) {
                        break;
                    }
                    axis = owner;
                }
                None
            })
            .collect();
        for (steps, of) in circles {
            self.problem(Code::Cycle { steps }, &of);
        }
    }
}
