//! What a run yields: a value for every step, and everything that has to be said beside the values.

use crate::evaluate::value::{Fault, Item, Value};
use crate::exact::{Exact, Residual};
use crate::problem::Problem;
use crate::scheme::term::Axis;

/// The result of evaluating a scheme over facts.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// One value for each step of the scheme.
    pub steps: Vec<StepOutcome>,
    /// Flags that were raised: the position of the flag, and of the row when it has rows.
    pub flags: Vec<Raised>,
    /// One for each guard rail of the scheme.
    pub guards: Vec<Guarded>,
    /// Notices of the engine itself.
    pub notices: Vec<Notice>,
    /// Every pool that was shared.
    pub pools: Vec<Closing>,
    /// All problems that a fault can name: those of the facts first, then those of the run.
    pub problems: Vec<Problem>,
    /// The problems to tell the reader: wrong entries, and what is missing where a figure needs it.
    pub told: Vec<Fault>,
}

/// The values of one step.
#[derive(Clone, Debug)]
pub struct StepOutcome {
    /// The rows it has; none: once for the whole scheme.
    pub each: Option<Axis>,
    /// The values; an open one is a fault `choice-open`.
    pub value: Value,
    /// The intervals of open figures, by row, ascending.
    pub open: Vec<Interval>,
}

/// The interval that a figure lies in until somebody chooses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The row; 0 for a value of the whole scheme.
    pub row: u32,
    /// Lowest value found.
    pub low: Exact,
    /// Highest value found.
    pub high: Exact,
}

/// One figure of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FigureOutcome<'o> {
    /// Its value, in base units.
    Known(Item),
    /// The interval it lies in until somebody chooses.
    Open(&'o Interval),
    /// Why there is none.
    Failed(Fault),
}

/// A flag that was raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Position of the flag in the document.
    pub flag: usize,
    /// The row, when the flag has rows.
    pub row: Option<u32>,
}

/// Whether a guard rail holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guarded {
    /// It holds.
    Holds,
    /// It fails for these rows; an empty list for a guard rail of the whole scheme.
    Fails(Vec<u32>),
    /// It cannot be computed.
    Unknown(Fault),
}

/// Something that the engine says by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Notice {
    /// What.
    pub kind: NoticeKind,
    /// The step in whose formula it arose.
    pub step: usize,
    /// The rows it is about; none: the whole scheme.
    pub each: Option<Axis>,
    /// The row.
    pub row: Option<u32>,
}

/// What the engine says by itself.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// A shared pool is below zero: nothing is paid.
    NegativePool(Exact),
    /// A score lies in a hole between two printed bands; the lower one was taken.
    BandHole {
        /// The table of the bands.
        table: usize,
        /// The score, in base units.
        score: Exact,
        /// The band that was taken.
        band: u32,
    },
    /// A score is printed in two bands; the upper one was taken.
    BandOverlap {
        /// The table of the bands.
        table: usize,
        /// The score, in base units.
        score: Exact,
        /// The band that was taken.
        band: u32,
    },
    /// A choice within a printed range is still to be made.
    ChoiceOpen {
        /// Lowest value that may be chosen, in base units.
        low: Exact,
        /// Highest value that may be chosen, in base units.
        high: Exact,
    },
}

/// How a shared pool closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closing {
    /// The step that shares it.
    pub step: usize,
    /// The axis and row whose pool it is, when each has its own.
    pub of: Option<(Axis, u32)>,
    /// The pool.
    pub pool: Exact,
    /// What was paid out.
    pub paid: Exact,
    /// What stays.
    pub left: Exact,
    /// What was missing after every part was cut.
    pub residual: Exact,
    /// Which rows of the step received parts of the residual, and how much.
    pub to: Vec<(u32, Exact)>,
    /// The rule for the residual.
    pub rule: Residual,
}

impl StepOutcome {
    /// The figure of a row; of the whole scheme with row 0.
    ///
    /// None when there is no such row.
    #[must_use]
    pub fn figure(&self, row: u32) -> Option<FigureOutcome<'_>> {
        let value = self.value.at(row)?;
        Some(match value {
            Ok(item) => FigureOutcome::Known(item),
            Err(fault) => match self.open.binary_search_by_key(&row, |interval| interval.row) {
                Ok(position) => FigureOutcome::Open(self.open.get(position)?),
                Err(_) => FigureOutcome::Failed(fault),
            },
        })
    }
}
