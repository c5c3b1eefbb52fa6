//! What a term yields at run time: one value for all rows, or a column with a value for each.

use std::rc::Rc;

use crate::date::Date;
use crate::exact::{Column, Exact};

/// Why a value is not there: the position of the problem in the run's list.
pub type Fault = u32;

/// One value, or a value for each row of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The same for all rows.
    One(Result<Item, Fault>),
    /// One for each row; shared, so that a name in a formula copies no column.
    Many(Rc<Rows>),
}

/// A single value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    /// A number in base units.
    Number(Exact),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Date(Date),
    /// The position of an option or row.
    Code(u32),
}

/// A value for each row, and which of them are not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rows {
    /// The values; a harmless stand-in where there is a fault.
    pub data: Data,
    /// Rows without a value, ascending, each once.
    pub faults: Vec<(u32, Fault)>,
}

/// Values of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// Numbers in base units.
    Numbers(Column),
    /// Yes or no.
    Truths(Vec<bool>),
    /// Days.
    Dates(Vec<Date>),
    /// Positions of options or rows.
    Codes(Vec<u32>),
}
