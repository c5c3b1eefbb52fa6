//! The parts that facts are read in: one cell typed anew lets its part be read again, and no other.

use crate::scheme::document::Document;

/// A part of the facts that is read on its own. Problems stand in the order of the parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The day. First, so that its problem, if it has one, is the fault 0.
    On,
    /// What is wrong with the document that was opened.
    Document,
    /// A table.
    Table(usize),
    /// An input.
    Input(usize),
    /// A parameter.
    Parameter(usize),
    /// A choice.
    Choice(usize),
    /// The names of a roster.
    Names(usize),
    /// The rows that the rows of a roster belong to.
    Owners(usize),
    /// A column of a roster.
    Column(usize, usize),
}

impl Part {
    /// All parts of the facts of a scheme, each behind those whose rows it may name.
    pub(super) fn all(document: &Document) -> Vec<Self> {
        let rosters = 0..document.rosters.len();
        let columns = document.rosters.iter().enumerate().flat_map(|(at, roster)| {
            let columns = (0..roster.columns.len()).map(move |column| Self::Column(at, column));
            std::iter::once(Self::Owners(at)).chain(columns)
        });
        [Self::On, Self::Document]
            .into_iter()
            .chain((0..document.tables.len()).map(Self::Table))
            .chain(rosters.map(Self::Names))
            .chain((0..document.inputs.len()).map(Self::Input))
            .chain((0..document.parameters.len()).map(Self::Parameter))
            .chain((0..document.choices.len()).map(Self::Choice))
            .chain(columns)
            .collect()
    }
}
