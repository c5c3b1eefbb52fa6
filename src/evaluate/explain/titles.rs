//! What readers call the values, rows and options of a scheme.

use crate::evaluate::facts::Facts;
use crate::language::Vocabulary;
use crate::scheme::document::{Document, OptionItem, Table};
use crate::scheme::term::{Axis, Source, Term, TermKind, Type};

use super::declared;
use super::lexicon::Template;
use super::phrase::{Pen, Phrase};

/// The titles of one scheme in the reader's words.
#[derive(Clone, Copy)]
pub(super) struct Titles<'a> {
    pub(super) document: &'a Document,
    /// The rows that were entered, where there are any.
    pub(super) facts: Option<&'a Facts>,
    pub(super) reader: &'a dyn Vocabulary,
    /// The options of the step that the words speak of, if it yields one.
    pub(super) options: Option<&'a [OptionItem]>,
}

impl<'a> Titles<'a> {
    /// What puts phrases together in the reader's language.
    pub(super) fn pen(self) -> Pen {
        Pen { language: self.reader.language() }
    }

    /// The title of a table or roster, as it stands among other words.
    pub(super) fn axis(self, axis: Axis) -> Phrase {
        self.among_words(self.axis_title(axis))
    }

    /// The title of a table or roster.
    pub(super) fn axis_title(self, axis: Axis) -> &'a str {
        let texts = match axis {
            Axis::Table(index) => self.document.tables.get(index).map(|table| &table.texts),
            Axis::Roster(index) => self.document.rosters.get(index).map(|roster| &roster.texts),
        };
        texts.map_or("", |texts| self.reader.words(&texts.title))
    }

    /// The title of a table's row by its id; what is not in the scheme is called as it is written.
    pub(super) fn row(self, axis: Axis, id: &str) -> Phrase {
        self.pen().quoted(self.row_title(axis, id).unwrap_or(id))
    }

    fn row_title(self, axis: Axis, id: &str) -> Option<&'a str> {
        let Axis::Table(index) = axis else { return None };
        let row = self.document.tables.get(index)?.rows.iter().find(|row| row.id.text == id)?;
        Some(self.reader.words(&row.texts.title))
    }

    /// The title of a row by its position, as the hospital calls it.
    pub(super) fn row_name(self, axis: Axis, row: u32) -> &'a str {
        let (Some(facts), Ok(row)) = (self.facts, usize::try_from(row)) else { return "" };
        let name = match axis {
            Axis::Table(index) => facts.tables.get(index).and_then(|table| {
                let id = table.ids.get(row)?;
                let own = table.titles.get(row).and_then(Option::as_deref);
                own.or_else(|| self.row_title(axis, id)).or(Some(id))
            }),
            Axis::Roster(index) => {
                facts.rosters.get(index).and_then(|roster| roster.names.get(row).map(String::as_str))
            }
        };
        name.unwrap_or_default()
    }

    /// The same between quotation marks.
    pub(super) fn row_at(self, axis: Axis, row: u32) -> Phrase {
        self.pen().quoted(self.row_name(axis, row))
    }

    /// Yes or no.
    pub(super) fn truth(self, truth: bool) -> Phrase {
        self.pen().filled(if truth { Template::Yes } else { Template::No }, &[])
    }

    /// What a value is called among the values of its own row, as it stands among other words.
    pub(super) fn source(self, source: Source) -> Phrase {
        match source {
            Source::Belongs(axis) => match declared::owner(self.document, axis) {
                Some(owner) => self.pen().filled(Template::Belongs, &[&self.axis(owner)]),
                None => Phrase::name(""),
            },
            _ => self.among_words(self.source_title(source)),
        }
    }

    /// The title of a value: of a table's only column that of the table, of a link that of the rows it leads to.
    pub(super) fn source_title(self, source: Source) -> &'a str {
        match source {
            Source::Belongs(axis) => {
                declared::owner(self.document, axis).map_or("", |owner| self.axis_title(owner))
            }
            Source::Column(axis, column)
                if declared::column_of(self.document, axis, column)
                    .is_some_and(|entry| entry.id.text == Table::VALUE) =>
            {
                self.axis_title(axis)
            }
            _ => {
                let texts = declared::texts_of(self.document, source);
                texts.map_or("", |texts| self.reader.words(&texts.title))
            }
        }
    }

    /// What a value is called away from its own row: the column of a table with the table's title.
    pub(super) fn listed(self, source: Source) -> Phrase {
        let title = self.source(source);
        match source {
            Source::Column(axis @ Axis::Table(_), column)
                if declared::column_of(self.document, axis, column)
                    .is_some_and(|entry| entry.id.text != Table::VALUE) =>
            {
                self.pen().filled(Template::Of, &[&self.axis(axis), &title])
            }
            _ => title,
        }
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

    /// The options that a term takes its value from.
    fn options_of(self, term: &Term) -> Option<&'a [OptionItem]> {
        match &term.kind {
            TermKind::Whole(source)
            | TermKind::Own(source)
            | TermKind::Picked(source)
            | TermKind::Fixed(source, _) => declared::options_of(self.document, *source),
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
        choices.chain(kinds.filter_map(declared::options))
    }

    /// A title among other words: between quotation marks when it would be taken for several of them.
    fn among_words(self, title: &str) -> Phrase {
        let several = title.contains(['，', '、', '；', '：', ',', ';', ':', '=', '+', '×', '÷', '−'])
            || [" and ", " or "].iter().any(|word| title.contains(word));
        if several { self.pen().quoted(title) } else { Phrase::name(title) }
    }
}
