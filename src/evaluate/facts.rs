//! Facts in columns: what was entered for one calculation, checked against the scheme, in base units.

mod builder;
mod cell;
mod field;
mod found;
pub(crate) mod json;
mod open;
mod opened;
mod part;
mod receive;
mod sheet;
mod table;
mod takeover;
mod texts;

use std::rc::Rc;

use crate::date::Date;
use crate::evaluate::value::{Fault, Rows, Value};
use crate::exact::Exact;
use crate::problem::Problem;
use crate::scheme::term::Axis;

pub use cell::NoSuchCell;
#[cfg(feature = "simulate")]
pub(crate) use field::positions;
pub use opened::Opened;
pub use takeover::{Evaluated, TakenCell, TakenOver};

/// What was entered, in the order of the scheme's declarations.
///
/// A value that is missing or wrong is a fault at its row, and the fault is the position of its problem in
/// [`Facts::problems`]; the other values count.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The day for which dated values were taken.
    pub on: Option<Date>,
    /// Inputs; those with `per` have the rows of their table.
    pub inputs: Vec<Value>,
    /// Parameters; those with `per` have the rows of their table.
    pub parameters: Vec<Value>,
    /// Choices: the position of the chosen option.
    pub choices: Vec<Value>,
    /// Tables, with the hospital's changes.
    pub tables: Vec<TableFacts>,
    /// Rosters.
    pub rosters: Vec<RosterFacts>,
    /// Everything that is missing or wrong.
    ///
    /// A value that was not entered is `missing`: it is told to the reader only when a figure needs it.
    pub problems: Vec<Problem>,
}

impl Facts {
    /// How many rows an axis has.
    #[must_use]
    pub fn length(&self, axis: Axis) -> usize {
        match axis {
            Axis::Table(index) => self.tables.get(index).map_or(0, |table| table.ids.len()),
            Axis::Roster(index) => self.rosters.get(index).map_or(0, |roster| roster.names.len()),
        }
    }
}

/// The rows of a table.
#[derive(Clone, Debug, Default)]
pub struct TableFacts {
    /// Ids of the rows.
    pub ids: Vec<String>,
    /// Titles that the hospital gave to its own rows; none for rows of the scheme.
    pub titles: Vec<Option<String>>,
    /// The columns.
    pub columns: Vec<Rc<Rows>>,
    /// The row that each row belongs to, for a table with `of`.
    pub of: Option<Rc<Rows>>,
    /// Bounds of tiers and bands, ascending.
    pub bounds: Vec<Bounds>,
    /// Why the bounds cannot be used, when the hospital's own are wrong.
    pub fault: Option<Fault>,
}

/// The bounds of a tier or band, in base units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Lower bound; none for a lowest band without one.
    pub from: Option<Exact>,
    /// Upper bound, included.
    pub to: Option<Exact>,
    /// Upper bound, excluded.
    pub below: Option<Exact>,
}

/// The rows of a roster.
#[derive(Clone, Debug, Default)]
pub struct RosterFacts {
    /// Names of the rows.
    pub names: Vec<String>,
    /// The row that each row belongs to, for a roster with `of`.
    pub of: Option<Rc<Rows>>,
    /// The columns.
    pub columns: Vec<RosterColumn>,
}

/// A column of a roster.
#[derive(Clone, Debug)]
pub enum RosterColumn {
    /// One value a row.
    Plain(Rc<Rows>),
    /// For each row of a table (in the order of [`TableFacts::ids`]) a column.
    Per(Vec<Rc<Rows>>),
}
