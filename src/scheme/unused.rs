//! What a scheme declares and nothing uses.

use std::collections::BTreeSet;

use super::Scheme;
use super::document::{Document, Entry, Kind, Table};
use super::term::{Axis, Grading, Source, Term, TermKind, Type};
use crate::formula::syntax::Name;
use crate::problem::{Code, Problem};

impl Scheme {
    /// Every input, parameter, choice, table and column that no step, flag or guard rail uses, in the order of the
    /// file; words that nothing is calculated with, and what is asked for the record only, are not among them.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::scheme::Scheme;
    ///
    /// let scheme = Scheme::read(br#"
    ///     id = "tiny"
    ///     title = "tiny"
    ///     input.pool = { title = "pool" }
    ///     input.month = { title = "month", record = true }
    ///     step.one = { title = "one", formula = "1" }
    /// "#).unwrap();
    /// let ids: Vec<&str> = scheme.unused().iter().map(|problem| problem.code.id()).collect();
    /// assert_eq!(ids, ["unused"]);
    /// ```
    #[must_use]
    pub fn unused(&self) -> Vec<Problem> {
        let document = &self.document;
        let used = Used::of(self);
        let mut unused = Vec::new();
        let mut tell = |id: &Name, name: &Name| {
            unused.push(Code::Unused { name: name.text.clone() }.at(id.span));
        };
        let mut entries = |entries: &[Entry], source: &dyn Fn(usize) -> Source| {
            for (at, entry) in entries.iter().enumerate() {
                if !used.sources.contains(&source(at)) && !is_for_the_record(entry) {
                    tell(&entry.id, &entry.id);
                }
            }
        };
        entries(&document.inputs, &Source::Input);
        entries(&document.parameters, &Source::Parameter);
        for (at, roster) in document.rosters.iter().enumerate() {
            entries(&roster.columns, &|column| Source::Column(Axis::Roster(at), column));
        }
        for (at, table) in document.tables.iter().enumerate() {
            if !used.axes.contains(&Axis::Table(at)) {
                tell(&table.id, &table.id);
                continue;
            }
            for (column, entry) in table.columns.iter().enumerate() {
                let source = Source::Column(Axis::Table(at), column);
                if !used.sources.contains(&source) && !is_for_the_record(entry) {
                    let nameless = entry.id.text == Table::VALUE;
                    tell(&entry.id, if nameless { &table.id } else { &entry.id });
                }
            }
        }
        for (at, choice) in document.choices.iter().enumerate() {
            if !used.sources.contains(&Source::Choice(at)) {
                tell(&choice.id, &choice.id);
            }
        }
        unused.sort_by_key(Problem::start);
        unused
    }
}

fn is_for_the_record(entry: &Entry) -> bool {
    entry.record || matches!(entry.kind, Kind::Words)
}

/// What formulas use, and what declarations refer to.
struct Used {
    sources: BTreeSet<Source>,
    axes: BTreeSet<Axis>,
}

impl Used {
    fn of(scheme: &Scheme) -> Self {
        let document = &scheme.document;
        let mut used = Self { sources: BTreeSet::new(), axes: BTreeSet::new() };
        for plan in scheme.steps.iter().chain(&scheme.flags).chain(&scheme.guards) {
            used.axes.extend(plan.each);
            plan.term.walk(&mut |term| used.term(document, term));
        }
        let columns = document.rosters.iter().flat_map(|roster| &roster.columns);
        let columns = columns.chain(document.tables.iter().flat_map(|table| &table.columns));
        let entries = document.inputs.iter().chain(&document.parameters).chain(columns);
        let kinds =
            entries.clone().map(|entry| &entry.kind).chain(document.steps.iter().map(|step| &step.kind));
        let rows = kinds.filter_map(|kind| if let Kind::OneOf(of) = kind { Some(of) } else { None });
        let owners = document.rosters.iter().map(|roster| &roster.of);
        let owners = owners.chain(document.tables.iter().map(|table| &table.of));
        let named: BTreeSet<&str> = rows
            .chain(entries.filter_map(|entry| entry.per.as_ref()))
            .chain(owners.flatten())
            .map(|name| name.text.as_str())
            .collect();
        let tables = document.tables.iter().enumerate();
        let named = tables.filter(|(_, table)| named.contains(table.id.text.as_str()));
        used.axes.extend(named.map(|(at, _)| Axis::Table(at)));
        used
    }

    fn term(&mut self, document: &Document, term: &Term) {
        let source = match &term.kind {
            TermKind::Whole(source)
            | TermKind::Own(source)
            | TermKind::Picked(source)
            | TermKind::Fixed(source, _) => Some(*source),
            TermKind::Graded(grading, _, table) => {
                self.axes.insert(Axis::Table(*table));
                let columns = document.tables.get(*table).map_or(&[][..], |table| &table.columns);
                let rate = columns.iter().position(|column| column.id.text == Table::VALUE);
                let rated = matches!(grading, Grading::Marginal | Grading::Whole);
                rate.filter(|_| rated).map(|column| Source::Column(Axis::Table(*table), column))
            }
            TermKind::Aggregate(aggregate) => {
                self.axes.extend(aggregate.rows);
                self.axes.extend(aggregate.pick.map(Axis::Table));
                None
            }
            _ => None,
        };
        let source = match source {
            Some(Source::Per(roster, column)) => Some(Source::Column(Axis::Roster(roster), column)),
            source => source,
        };
        if let Some(Source::Column(axis, _)) = source {
            self.axes.insert(axis);
        }
        self.sources.extend(source);
        if let Type::Row(axis) = term.yields {
            self.axes.insert(axis);
        }
    }
}
