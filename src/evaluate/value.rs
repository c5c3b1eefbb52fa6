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

impl Value {
    /// The value of a row; none when there is no such row.
    #[must_use]
    pub fn at(&self, row: u32) -> Option<Result<Item, Fault>> {
        match self {
            Self::One(item) => Some(item.clone()),
            Self::Many(rows) => rows.at(row),
        }
    }

    /// A single number.
    #[must_use]
    pub fn number(number: Exact) -> Self {
        Self::One(Ok(Item::Number(number)))
    }

    /// Rows without a fault.
    #[must_use]
    pub fn many(data: Data) -> Self {
        Self::Many(Rc::new(Rows { data, faults: Vec::new() }))
    }
}

impl Rows {
    /// No rows.
    #[must_use]
    pub fn none() -> Self {
        Self { data: Data::Truths(Vec::new()), faults: Vec::new() }
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.data.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Why a row has no value, if it has none.
    #[must_use]
    pub fn fault(&self, row: u32) -> Option<Fault> {
        let position = self.faults.binary_search_by_key(&row, |(row, _)| *row).ok()?;
        self.faults.get(position).map(|(_, fault)| *fault)
    }

    /// The value of a row; none when there is no such row.
    #[must_use]
    pub fn at(&self, row: u32) -> Option<Result<Item, Fault>> {
        let item = self.data.at(row)?;
        Some(match self.fault(row) {
            Some(fault) => Err(fault),
            None => Ok(item),
        })
    }
}

impl Data {
    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(column) => column.len(),
            Self::Truths(truths) => truths.len(),
            Self::Dates(dates) => dates.len(),
            Self::Codes(codes) => codes.len(),
        }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a row (the stand-in where there is a fault); none when there is no such row.
    #[must_use]
    pub fn at(&self, row: u32) -> Option<Item> {
        let row = usize::try_from(row).ok()?;
        Some(match self {
            Self::Numbers(column) => Item::Number(column.at(row)?),
            Self::Truths(truths) => Item::Truth(*truths.get(row)?),
            Self::Dates(dates) => Item::Date(*dates.get(row)?),
            Self::Codes(codes) => Item::Code(*codes.get(row)?),
        })
    }

    /// The same value in every row.
    #[must_use]
    pub fn constant(item: &Item, length: usize) -> Self {
        match item {
            Item::Number(number) => Self::Numbers(Column::constant(number, length)),
            Item::Truth(truth) => Self::Truths(vec![*truth; length]),
            Item::Date(date) => Self::Dates(vec![*date; length]),
            Item::Code(code) => Self::Codes(vec![*code; length]),
        }
    }

    /// The rows at these positions; a position outside takes no row.
    #[must_use]
    pub fn gather(&self, positions: &[u32]) -> Option<Self> {
        fn picked<T: Copy>(values: &[T], positions: &[u32]) -> Option<Vec<T>> {
            positions.iter().map(|&at| values.get(usize::try_from(at).ok()?).copied()).collect()
        }
        Some(match self {
            Self::Numbers(column) => Self::Numbers(column.gather(positions)?),
            Self::Truths(truths) => Self::Truths(picked(truths, positions)?),
            Self::Dates(dates) => Self::Dates(picked(dates, positions)?),
            Self::Codes(codes) => Self::Codes(picked(codes, positions)?),
        })
    }

    /// Row by row this value where `first` holds, the other's elsewhere; none when they are of two kinds.
    #[must_use]
    pub fn select(&self, first: &[bool], other: &Self) -> Option<Self> {
        fn mixed<T: Copy>(first: &[bool], one: &[T], two: &[T]) -> Vec<T> {
            first
                .iter()
                .zip(one.iter().zip(two))
                .map(|(&first, (&one, &two))| if first { one } else { two })
                .collect()
        }
        Some(match (self, other) {
            (Self::Numbers(one), Self::Numbers(two)) => Self::Numbers(one.select(first, two)),
            (Self::Truths(one), Self::Truths(two)) => Self::Truths(mixed(first, one, two)),
            (Self::Dates(one), Self::Dates(two)) => Self::Dates(mixed(first, one, two)),
            (Self::Codes(one), Self::Codes(two)) => Self::Codes(mixed(first, one, two)),
            _ => return None,
        })
    }
}

/// The faults of two columns in one list; where both have one, the first counts.
#[must_use]
pub fn merged(one: &[(u32, Fault)], two: &[(u32, Fault)]) -> Vec<(u32, Fault)> {
    if two.is_empty() {
        return one.to_vec();
    }
    if one.is_empty() {
        return two.to_vec();
    }
    let mut faults: Vec<(u32, Fault)> = one.iter().chain(two).copied().collect();
    // Stable, so that of two faults in a row that of `one` stays.
    faults.sort_by_key(|(row, _)| *row);
    faults.dedup_by_key(|(row, _)| *row);
    faults
}
