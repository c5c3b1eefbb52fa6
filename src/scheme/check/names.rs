//! What every id of a scheme stands for.

use std::collections::BTreeMap;

use crate::formula::syntax::Name;
use crate::problem::{Code, Place, Problem, Span, nearest};
use crate::scheme::document::{Document, Entry, Kind};
use crate::scheme::term::{Axis, Source, Type};

/// The most names that a problem lists; a message shows fewer.
const MOST_NAMED: usize = 240;

/// The ids that formulas can use.
pub(super) struct Names<'d> {
    document: &'d Document,
    named: BTreeMap<&'d str, Named>,
}

/// What an id of the whole scheme stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A value: of the whole scheme, or for each row of an axis.
    Value(Source),
    /// Rows.
    Axis(Axis),
}

impl<'d> Names<'d> {
    /// The ids of a document; ids that stand for two things are problems.
    pub(super) fn collect(document: &'d Document, problems: &mut Vec<Problem>) -> Self {
        let mut named: BTreeMap<&'d str, (Named, Span)> = BTreeMap::new();
        let value = |index, id, source: fn(usize) -> Source| (id, Named::Value(source(index)));
        let inputs = document.inputs.iter().enumerate().map(|(i, entry)| value(i, &entry.id, Source::Input));
        let parameters =
            document.parameters.iter().enumerate().map(|(i, entry)| value(i, &entry.id, Source::Parameter));
        let choices =
            document.choices.iter().enumerate().map(|(i, choice)| value(i, &choice.id, Source::Choice));
        let steps = document.steps.iter().enumerate().map(|(i, step)| value(i, &step.id, Source::Step));
        let tables =
            document.tables.iter().enumerate().map(|(i, table)| (&table.id, Named::Axis(Axis::Table(i))));
        let rosters =
            document.rosters.iter().enumerate().map(|(i, roster)| (&roster.id, Named::Axis(Axis::Roster(i))));
        for (id, meaning) in inputs.chain(parameters).chain(choices).chain(tables).chain(rosters).chain(steps)
        {
            match named.get(id.text.as_str()) {
                Some((_, other)) => {
                    let code = Code::DuplicateId { id: id.text.clone(), other: *other };
                    problems.push(Problem { code, place: Place::Source(id.span) });
                }
                None => {
                    named.insert(&id.text, (meaning, id.span));
                }
            }
        }
        let names =
            Self { document, named: named.into_iter().map(|(id, (meaning, _))| (id, meaning)).collect() };
        names.steps_beside_columns(problems);
        names
    }

    /// A step of a row must not have the id of a column of that row.
    fn steps_beside_columns(&self, problems: &mut Vec<Problem>) {
        for step in &self.document.steps {
            let axis = step.each.as_ref().and_then(|each| self.axis(&each.text));
            let column =
                axis.and_then(|axis| self.columns(axis).iter().find(|column| column.id.text == step.id.text));
            if let Some(column) = column {
                let code = Code::DuplicateId { id: step.id.text.clone(), other: column.id.span };
                problems.push(Problem { code, place: Place::Source(step.id.span) });
            }
        }
    }

    /// What an id of the whole scheme stands for.
    pub(super) fn named(&self, id: &str) -> Option<Named> {
        self.named.get(id).copied()
    }

    /// The rows of this id.
    pub(super) fn axis(&self, id: &str) -> Option<Axis> {
        match self.named(id) {
            Some(Named::Axis(axis)) => Some(axis),
            _ => None,
        }
    }

    /// The columns of an axis.
    pub(super) fn columns(&self, axis: Axis) -> &'d [Entry] {
        match axis {
            Axis::Table(index) => self.document.tables.get(index).map_or(&[], |table| &table.columns),
            Axis::Roster(index) => self.document.rosters.get(index).map_or(&[], |roster| &roster.columns),
        }
    }

    /// The id of an axis.
    pub(super) fn id(&self, axis: Axis) -> &'d str {
        match axis {
            Axis::Table(index) => self.document.tables.get(index).map_or("", |table| &table.id.text),
            Axis::Roster(index) => self.document.rosters.get(index).map_or("", |roster| &roster.id.text),
        }
    }

    /// The axis whose rows the rows of this one belong to.
    pub(super) fn owner(&self, axis: Axis) -> Option<Axis> {
        let of = match axis {
            Axis::Table(index) => self.document.tables.get(index)?.of.as_ref(),
            Axis::Roster(index) => self.document.rosters.get(index)?.of.as_ref(),
        };
        self.axis(&of?.text)
    }

    /// The rows that a value has: of a step with `each`, of an input or parameter with `per`.
    pub(super) fn rows_of(&self, source: Source) -> Option<Axis> {
        let name: Option<&Name> = match source {
            Source::Input(index) => self.document.inputs.get(index)?.per.as_ref(),
            Source::Parameter(index) => self.document.parameters.get(index)?.per.as_ref(),
            Source::Step(index) => self.document.steps.get(index)?.each.as_ref(),
            _ => None,
        };
        self.axis(&name?.text)
    }

    /// What a value yields; none when its declaration names rows that do not exist.
    pub(super) fn yields(&self, source: Source) -> Option<Type> {
        match source {
            Source::Input(index) => self.kind(&self.document.inputs.get(index)?.kind),
            Source::Parameter(index) => self.kind(&self.document.parameters.get(index)?.kind),
            Source::Choice(index) => {
                let options = &self.document.choices.get(index)?.options;
                Some(Type::Option(options.iter().map(|option| option.id.text.clone()).collect()))
            }
            Source::Step(index) => self.kind(&self.document.steps.get(index)?.kind),
            Source::Column(axis, column) => self.kind(&self.columns(axis).get(column)?.kind),
            Source::Per(roster, column) => self.kind(&self.columns(Axis::Roster(roster)).get(column)?.kind),
            Source::Belongs(axis) => self.owner(axis).map(Type::Row),
        }
    }

    /// The type of a declared kind.
    pub(super) fn kind(&self, kind: &Kind) -> Option<Type> {
        Some(match kind {
            Kind::Quantity(unit) => Type::Number(unit.clone()),
            Kind::Truth => Type::Truth,
            Kind::Date => Type::Date,
            Kind::Words => Type::Words,
            Kind::OneOf(name) => Type::Row(self.axis(&name.text)?),
            Kind::Options(options) => {
                Type::Option(options.iter().map(|option| option.id.text.clone()).collect())
            }
        })
    }

    /// The problem of a name that nothing has, with the ids that may stand there.
    pub(super) fn unknown(&self, name: &Name, own: Option<Axis>) -> Problem {
        let mut among: Vec<String> = own.map(|axis| self.of_row(axis)).unwrap_or_default();
        among.extend(self.named.keys().map(|id| (*id).to_owned()));
        among.sort();
        among.dedup();
        unknown_among(name, self.of_another(name, own), among)
    }

    /// The path of a column that has this name in a roster: a step without `each` looks for it in vain.
    fn of_another(&self, name: &Name, own: Option<Axis>) -> Option<String> {
        let has = |axis: Axis| self.columns(axis).iter().any(|column| column.id.text == name.text);
        let mut rosters = (0..self.document.rosters.len()).map(Axis::Roster);
        let roster = rosters.find(|roster| own != Some(*roster) && has(*roster))?;
        Some(format!("{}.{}", self.id(roster), name.text))
    }

    /// The problem of a name that no value of a row of `axis` has.
    pub(super) fn unknown_of_row(&self, name: &Name, axis: Axis) -> Problem {
        unknown_among(name, None, self.of_row(axis))
    }

    /// The ids of the values that a row of an axis has.
    fn of_row(&self, axis: Axis) -> Vec<String> {
        let columns = self.columns(axis).iter().map(|column| column.id.text.clone());
        let values = self.named.iter().filter_map(|(id, named)| match named {
            Named::Value(source) if self.rows_of(*source) == Some(axis) => Some((*id).to_owned()),
            _ => None,
        });
        columns.chain(values).chain(self.owner(axis).map(|owner| self.id(owner).to_owned())).collect()
    }
}

/// The problem of a name: what is meant may stand `elsewhere`, or be the nearest of those that may stand there.
fn unknown_among(name: &Name, elsewhere: Option<String>, mut among: Vec<String>) -> Problem {
    let nearest = elsewhere.or_else(|| nearest(&name.text, among.iter().map(String::as_str)));
    among.truncate(MOST_NAMED);
    let code = Code::UnknownName { name: name.text.clone(), nearest, among };
    Problem { code, place: Place::Source(name.span) }
}
