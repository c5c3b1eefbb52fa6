//! Frames: which rows a term is evaluated over.

use std::rc::Rc;

use crate::evaluate::value::Rows;
use crate::scheme::term::Axis;

/// The rows that a term is evaluated over.
#[derive(Clone, Debug)]
pub struct Frame<'f> {
    /// The rows; none: once for the whole scheme.
    pub axis: Option<Axis>,
    /// The picked row of a table.
    pub pick: Option<(usize, usize)>,
    /// Inside an aggregate over rows that belong to others: the frame around it, and for each row the row there.
    pub outer: Option<(&'f Frame<'f>, Rc<Rows>)>,
}

impl Frame<'_> {
    /// The frame of a step.
    #[must_use]
    pub fn of(axis: Option<Axis>) -> Self {
        Self { axis, pick: None, outer: None }
    }

    /// This frame with a picked table row.
    #[must_use]
    pub fn picking(&self, table: usize, row: usize) -> Self {
        Self { pick: Some((table, row)), ..self.clone() }
    }
}
