//! A column under construction, of whatever kind its field is.

use crate::date::Date;
use crate::evaluate::value::{Data, Item};
use crate::exact::{Column, Exact};

/// A column under construction.
pub(super) enum Builder {
    Numbers(Vec<Exact>),
    Truths(Vec<bool>),
    Dates(Vec<Date>),
    Codes(Vec<u32>),
}

impl Builder {
    /// A column for items like this one.
    pub(super) fn like(item: &Item, count: usize) -> Self {
        match item {
            Item::Number(_) => Self::Numbers(Vec::with_capacity(count)),
            Item::Truth(_) => Self::Truths(Vec::with_capacity(count)),
            Item::Date(_) => Self::Dates(Vec::with_capacity(count)),
            Item::Code(_) => Self::Codes(Vec::with_capacity(count)),
        }
    }

    /// Adds a row; an item of another kind leaves the kind's own stand-in.
    pub(super) fn push(&mut self, item: Item) {
        match (self, item) {
            (Self::Numbers(numbers), Item::Number(number)) => numbers.push(number),
            (Self::Truths(truths), Item::Truth(truth)) => truths.push(truth),
            (Self::Dates(dates), Item::Date(date)) => dates.push(date),
            (Self::Codes(codes), Item::Code(code)) => codes.push(code),
            (Self::Numbers(numbers), _) => numbers.push(Exact::ZERO),
            (Self::Truths(truths), _) => truths.push(false),
            (Self::Dates(dates), _) => dates.push(Date::FIRST),
            (Self::Codes(codes), _) => codes.push(0),
        }
    }

    /// The column.
    pub(super) fn data(self) -> Data {
        match self {
            Self::Numbers(numbers) => Data::Numbers(Column::from_exacts(numbers)),
            Self::Truths(truths) => Data::Truths(truths),
            Self::Dates(dates) => Data::Dates(dates),
            Self::Codes(codes) => Data::Codes(codes),
        }
    }
}
