//! What readers call the values, rows and options of a scheme.

use crate::language::Vocabulary;
use crate::scheme::document::{Document, Entry, Kind, OptionItem, Table, Texts};
use crate::scheme::term::{Axis, Source, Term, TermKind, Type};

use super::lexicon::Template;
use super::phrase::{Pen, Phrase};

/// The titles of one scheme in the reader's words.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    pub(super) document: &'a Document,
    pub(super) reader: &'a dyn Vocabulary,
    /// The options of the step that the words speak of, if it yields one.
    pub(super) options: Option<&'a [OptionItem]>,
}

impl<'a> Titles<'a> {
    /// What puts phrases together in the reader's language.
    pub(super) fn pen(self) -> Pen {
        Pen { language: self.reader.language() }
    }

    /// The title of a table or roster.
    pub(super) fn axis(self, axis: Axis) -> Phrase {
        self.title(match axis {
            Axis::Table(index) => self.document.tables.get(index).map(|table| &table.texts),
            Axis::Roster(index) => self.document.rosters.get(index).map(|roster| &roster.texts),
        })
    }

    /// The title of a table's row by its id; what is not in the scheme is called as it is written.
    pub(super) fn row(self, axis: Axis, id: &str) -> Phrase {
        let table = match axis {
            Axis::Table(index) => self.document.tables.get(index),
            Axis::Roster(_) => None,
        };
        let row = table.and_then(|table| table.rows.iter().find(|row| row.id.text == id));
        self.pen().quoted(row.map_or(id, |row| self.reader.words(&row.texts.title)))
    }

    /// What a value is called among the values of its own row.
    pub(super) fn source(self, source: Source) -> Phrase {
        match source {
            Source::Input(index) => self.title(self.document.inputs.get(index).map(|input| &input.texts)),
            Source::Parameter(index) => {
                self.title(self.document.parameters.get(index).map(|entry| &entry.texts))
            }
            Source::Choice(index) => self.title(self.document.choices.get(index).map(|choice| &choice.texts)),
            Source::Step(index) => self.title(self.document.steps.get(index).map(|step| &step.texts)),
            Source::Column(axis, column) => match self.column(axis, column) {
                Some(entry) if entry.id.text == Table::VALUE => self.axis(axis),
                entry => self.title(entry.map(|entry| &entry.texts)),
            },
            Source::Per(roster, column) => {
                self.title(self.column(Axis::Roster(roster), column).map(|entry| &entry.texts))
            }
            Source::Belongs(axis) => match self.owner(axis) {
                Some(owner) => self.pen().filled(Template::Belongs, &[&self.axis(owner)]),
                None => Phrase::name(""),
            },
        }
    }

    /// What a value is called away from its own row: the column of a table with the table's title.
    pub(super) fn listed(self, source: Source) -> Phrase {
        let title = self.source(source);
        match source {
            Source::Column(axis @ Axis::Table(_), column)
                if self.column(axis, column).is_some_and(|entry| entry.id.text != Table::VALUE) =>
            {
                self.pen().filled(Template::Of, &[&self.axis(axis), &title])
            }
            _ => title,
        }
    }

    /// The axis whose rows the rows of this one belong to.
    pub(super) fn owner(self, axis: Axis) -> Option<Axis> {
        let name = match axis {
            Axis::Table(index) => self.document.tables.get(index)?.of.as_ref()?,
            Axis::Roster(index) => self.document.rosters.get(index)?.of.as_ref()?,
        };
        self.axis_of(&name.text)
    }

    /// The table for each of whose rows a stored value has one value.
    pub(super) fn table_of(self, source: Source) -> Option<Axis> {
        let name = match source {
            Source::Input(index) => self.document.inputs.get(index)?.per.as_ref(),
            Source::Parameter(index) => self.document.parameters.get(index)?.per.as_ref(),
            Source::Step(index) => self.document.steps.get(index)?.each.as_ref(),
            Source::Per(roster, column) => self.column(Axis::Roster(roster), column)?.per.as_ref(),
            Source::Choice(_) | Source::Column(..) | Source::Belongs(_) => None,
        };
        self.axis_of(&name?.text)
    }

    /// The table or roster of an id.
    pub(super) fn axis_of(self, id: &str) -> Option<Axis> {
        let table = self.document.tables.iter().position(|table| table.id.text == id);
        let roster = || self.document.rosters.iter().position(|roster| roster.id.text == id);
        table.map(Axis::Table).or_else(|| roster().map(Axis::Roster))
    }

    /// An option, called as the options of `like`, of the step, or of any value that has the same ones.
    pub(super) fn option(self, option: &Term, like: Option<&Term>) -> Phrase {
        let (TermKind::Option(position), Type::Option(ids)) = (&option.kind, &option.yields) else {
            return Phrase::name("");
        };
        let fits = |options: &&[OptionItem]| options.iter().map(|option| &option.id.text).eq(ids);
        let options = like
            .and_then(|like| self.options_of(like))
            .filter(fits)
            .or_else(|| self.options.filter(fits))
            .or_else(|| self.all_options().find(fits));
        let title = options
            .and_then(|options| options.get(*position))
            .map(|item| self.reader.words(&item.texts.title));
        self.pen().quoted(title.or_else(|| ids.get(*position).map(String::as_str)).unwrap_or_default())
    }

    /// The options of a declared kind.
    pub(super) fn options(kind: &Kind) -> Option<&[OptionItem]> {
        match kind {
            Kind::Options(options) => Some(options),
            _ => None,
        }
    }

    /// The options that a stored value has.
    pub(super) fn options_of_source(self, source: Source) -> Option<&'a [OptionItem]> {
        match source {
            Source::Choice(index) => self.document.choices.get(index).map(|choice| choice.options.as_slice()),
            Source::Input(index) => Self::options(&self.document.inputs.get(index)?.kind),
            Source::Parameter(index) => Self::options(&self.document.parameters.get(index)?.kind),
            Source::Step(index) => Self::options(&self.document.steps.get(index)?.kind),
            Source::Column(axis, column) => Self::options(&self.column(axis, column)?.kind),
            Source::Per(roster, column) => Self::options(&self.column(Axis::Roster(roster), column)?.kind),
            Source::Belongs(_) => None,
        }
    }

    /// The column of an axis.
    pub(super) fn column(self, axis: Axis, column: usize) -> Option<&'a Entry> {
        match axis {
            Axis::Table(index) => self.document.tables.get(index)?.columns.get(column),
            Axis::Roster(index) => self.document.rosters.get(index)?.columns.get(column),
        }
    }

    /// The options that a term takes its value from.
    fn options_of(self, term: &Term) -> Option<&'a [OptionItem]> {
        match &term.kind {
            TermKind::Whole(source)
            | TermKind::Own(source)
            | TermKind::Picked(source)
            | TermKind::Fixed(source, _) => self.options_of_source(*source),
            TermKind::Follow { of, .. }
            | TermKind::Outer(of)
            | TermKind::OrElse(of, _)
            | TermKind::Previous(of, _) => self.options_of(of),
            TermKind::First(arms) => arms.iter().find_map(|arm| self.options_of(&arm.then)),
            _ => None,
        }
    }

    /// Every list of options of the scheme.
    fn all_options(self) -> impl Iterator<Item = &'a [OptionItem]> {
        let document = self.document;
        let columns = document.tables.iter().flat_map(|table| &table.columns);
        let columns = columns.chain(document.rosters.iter().flat_map(|roster| &roster.columns));
        let entries =
            document.inputs.iter().chain(&document.parameters).chain(columns).map(|entry| &entry.kind);
        let kinds = entries.chain(document.steps.iter().map(|step| &step.kind));
        let choices = document.choices.iter().map(|choice| choice.options.as_slice());
        choices.chain(kinds.filter_map(Self::options))
    }

    fn title(self, texts: Option<&Texts>) -> Phrase {
        Phrase::name(texts.map_or("", |texts| self.reader.words(&texts.title)))
    }
}
