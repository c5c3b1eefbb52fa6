//! Tiers that cut an amount and bands that grade a score.

use std::rc::Rc;

use super::{Fell, Frame, Run};
use crate::evaluate::facts::Bounds;
use crate::evaluate::outcome::{Notice, NoticeKind};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::{Column, Exact};
use crate::problem::Code;
use crate::scheme::document::{Edge, TableKind};
use crate::scheme::term::{Grading, Term};

impl Run<'_> {
    /// `marginal`, `whole`, `tier`, `band`.
    pub(super) fn graded(&mut self, grading: Grading, of: &Term, table: usize, frame: &Frame<'_>) -> Value {
        let of = self.value(of, frame);
        self.tell_fallen(&of, table, frame);
        match &of {
            Value::One(Err(fault)) => Value::One(Err(*fault)),
            Value::One(Ok(item)) => Value::One(self.graded_item(grading, item, table, None, frame)),
            Value::Many(rows) => {
                let mut faults: Vec<(u32, Fault)> = Vec::new();
                let mut items = Vec::with_capacity(rows.len());
                for row in (0_u32..).take(rows.len()) {
                    let item = match rows.at(row) {
                        Some(Ok(item)) => self.graded_item(grading, &item, table, Some(row), frame),
                        Some(Err(fault)) => Err(fault),
                        None => continue,
                    };
                    if let Err(fault) = &item {
                        faults.push((row, *fault));
                    }
                    items.push(item.ok());
                }
                let data = match grading {
                    Grading::Tier | Grading::Band => Data::Codes(items.into_iter().map(code).collect()),
                    Grading::Marginal | Grading::Whole => {
                        Data::Numbers(Column::from_exacts(items.into_iter().map(number).collect()))
                    }
                };
                Value::Many(Rc::new(Rows { data, faults }))
            }
        }
    }

    /// Where the rows fell, for those who ask.
    fn tell_fallen(&mut self, of: &Value, table: usize, frame: &Frame<'_>) {
        let (Some(fell), Some(facts)) = (&mut self.fell, self.facts.tables.get(table)) else { return };
        let edge = match self.scheme.document.tables.get(table).map(|table| &table.kind) {
            Some(TableKind::Tiers { edge, .. }) => *edge,
            _ => Edge::Upper,
        };
        let place = |amount: &Exact| reached(&facts.bounds, amount, edge).map(position);
        let (axis, rows) = match of {
            Value::One(Ok(Item::Number(amount))) => (None, vec![place(amount)]),
            Value::One(_) => (None, vec![None]),
            Value::Many(rows) => {
                let Data::Numbers(column) = &rows.data else { return };
                let mut places: Vec<Option<u32>> = column.values().map(|amount| place(&amount)).collect();
                for (row, _) in &rows.faults {
                    if let Some(place) = usize::try_from(*row).ok().and_then(|row| places.get_mut(row)) {
                        *place = None;
                    }
                }
                (frame.axis, places)
            }
        };
        fell.push(Fell { step: self.step, table, axis, rows });
    }

    fn graded_item(
        &mut self,
        grading: Grading,
        item: &Item,
        table: usize,
        row: Option<u32>,
        frame: &Frame<'_>,
    ) -> Result<Item, Fault> {
        let Item::Number(amount) = item else { return Err(self.fault(Code::NoRows)) };
        let facts = self.facts.tables.get(table);
        if let Some(fault) = facts.and_then(|facts| facts.fault) {
            return Err(fault);
        }
        let bounds: &[Bounds] = facts.map_or(&[], |facts| &facts.bounds);
        let edge = match self.scheme.document.tables.get(table).map(|table| &table.kind) {
            Some(TableKind::Tiers { edge, .. }) => *edge,
            _ => Edge::Upper,
        };
        let Some(reached) = reached(bounds, amount, edge) else {
            return Err(self.outside(table));
        };
        match grading {
            Grading::Tier => {
                // Above the last tier's printed end there is none.
                if above(bounds.get(reached), amount, edge) {
                    return Err(self.outside(table));
                }
                Ok(Item::Code(position(reached)))
            }
            Grading::Band => {
                self.band_notices(bounds, amount, table, reached, row, frame);
                Ok(Item::Code(position(reached)))
            }
            Grading::Whole => {
                if above(bounds.get(reached), amount, edge) {
                    return Err(self.outside(table));
                }
                let rate = self.rate(table, reached)?;
                self.product(amount, &rate).map(Item::Number)
            }
            Grading::Marginal => {
                let mut sum = Exact::from(0);
                for (tier, bound) in bounds.iter().enumerate().take(reached.saturating_add(1)) {
                    let from = bound.from.clone().unwrap_or_else(|| Exact::from(0));
                    let upper = bound.to.clone().or_else(|| bound.below.clone()).filter(|to| to < amount);
                    if tier == reached && upper.is_some() {
                        return Err(self.outside(table));
                    }
                    let upper = upper.unwrap_or_else(|| amount.clone());
                    let slice = upper.minus(&from).ok_or_else(|| self.fault(Code::TooLarge))?;
                    let rate = self.rate(table, tier)?;
                    let part = self.product(&slice, &rate)?;
                    sum = sum.plus(&part).ok_or_else(|| self.fault(Code::TooLarge))?;
                }
                Ok(Item::Number(sum))
            }
        }
    }

    fn product(&mut self, amount: &Exact, rate: &Exact) -> Result<Exact, Fault> {
        amount.times(rate).ok_or_else(|| self.fault(Code::TooLarge))
    }

    fn outside(&mut self, table: usize) -> Fault {
        let title =
            self.scheme.document.tables.get(table).map(|table| table.texts.title.clone()).unwrap_or_default();
        self.fault(Code::OutsideTable { table: title })
    }

    /// The rate of a tier.
    fn rate(&mut self, table: usize, tier: usize) -> Result<Exact, Fault> {
        let columns = self.scheme.document.tables.get(table).map(|table| &table.columns);
        let value = crate::scheme::document::Table::VALUE;
        let column = columns.and_then(|columns| columns.iter().position(|column| column.id.text == value));
        let rows = column.and_then(|column| self.facts.tables.get(table)?.columns.get(column));
        match rows.and_then(|rows| rows.at(position(tier))) {
            Some(Ok(Item::Number(rate))) => Ok(rate),
            Some(Err(fault)) => Err(fault),
            _ => Err(self.fault(Code::NoRows)),
        }
    }

    /// Says when a score lies in a hole between two printed bands, or is printed in two.
    fn band_notices(
        &mut self,
        bounds: &[Bounds],
        score: &Exact,
        table: usize,
        reached: usize,
        row: Option<u32>,
        frame: &Frame<'_>,
    ) {
        let band = position(reached);
        let bound = bounds.get(reached);
        let beyond = bound.is_some_and(|bound| {
            bound.to.as_ref().is_some_and(|to| score > to)
                || bound.below.as_ref().is_some_and(|below| score >= below)
        });
        let twice = bounds.iter().take(reached).any(|before| {
            before.to.as_ref().is_some_and(|to| score <= to)
                || before.below.as_ref().is_some_and(|below| score < below)
        });
        let kind = if beyond {
            NoticeKind::BandHole { table, score: score.clone(), band }
        } else if twice {
            NoticeKind::BandOverlap { table, score: score.clone(), band }
        } else {
            return;
        };
        let each = frame.axis.filter(|_| row.is_some());
        self.notices.say(Notice { kind, step: self.step, each, row });
    }
}

/// The last band or tier whose lower bound the amount has reached; none below all of them.
fn reached(bounds: &[Bounds], amount: &Exact, edge: Edge) -> Option<usize> {
    let first = bounds.first()?;
    if first.from.as_ref().is_some_and(|from| amount < from) {
        return None;
    }
    // The lowest bound belongs to its tier under either rule.
    let beyond = bounds.iter().skip(1).take_while(|bound| match (&bound.from, edge) {
        (Some(from), Edge::Upper) => amount >= from,
        (Some(from), Edge::Lower) => amount > from,
        (None, _) => true,
    });
    Some(beyond.count())
}

/// Whether an amount lies above the end of its tier.
fn above(bound: Option<&Bounds>, amount: &Exact, edge: Edge) -> bool {
    let Some(bound) = bound else { return true };
    let end = bound.to.as_ref().or(bound.below.as_ref());
    end.is_some_and(
        |to| if edge == Edge::Lower || bound.below.is_none() { amount > to } else { amount >= to },
    )
}

fn position(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

fn code(item: Option<Item>) -> u32 {
    match item {
        Some(Item::Code(code)) => code,
        _ => 0,
    }
}

fn number(item: Option<Item>) -> Exact {
    match item {
        Some(Item::Number(number)) => number,
        _ => Exact::from(0),
    }
}
