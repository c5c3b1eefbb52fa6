//! Where a term is read: the rows of its frame, and the one row among them that is spoken of.

use crate::evaluate::run::Frame;
use crate::scheme::term::Axis;

/// The row that the words of a term speak of.
#[derive(Clone, Debug)]
pub(super) struct Spot<'a> {
    /// The rows that the term is evaluated over.
    pub(super) frame: Frame<'a>,
    /// The row among them; 0 for the whole scheme.
    pub(super) row: u32,
    /// Whether values are called by the title of their table too.
    pub(super) listed: bool,
    /// The spot around an aggregate, or before a link.
    pub(super) outer: Option<&'a Spot<'a>>,
}

impl Spot<'_> {
    /// The spot of a row of a step.
    pub(super) fn of(axis: Option<Axis>, row: u32) -> Self {
        Self { frame: Frame::of(axis), row, listed: false, outer: None }
    }

    /// The spot of a row that a link in this one leads to.
    pub(super) fn leading_to(&self, axis: Option<Axis>, row: u32) -> Spot<'_> {
        Spot { outer: Some(self), ..Spot::of(axis, row) }
    }
}
