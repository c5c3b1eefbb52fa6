//! Cliffs: where one more unit of work lowers somebody's figure.

use std::ops::Range;
use std::rc::Rc;

use super::reach::Reaches;
use crate::evaluate::facts::{Evaluated, RosterColumn};
use crate::evaluate::run::again;
use crate::evaluate::value::{Data, Item, Rows};
use crate::exact::{Column, Exact};
use crate::scheme::document::{Entry, Kind};
use crate::scheme::term::{Axis, Source};
use crate::unit::Unit;

/// A column of a roster that counts work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    roster: usize,
    column: usize,
    /// The row of the table, for a column with one value for each.
    cell: Option<usize>,
    unit: Unit,
    /// The most that a cell may hold, in base units.
    most: Option<Exact>,
    /// How many rows there are.
    pub count: u32,
}

/// A row whose figure is lower with one more unit of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cliff {
    /// The row of the work.
    pub row: u32,
    /// The row of the step.
    pub of: u32,
    /// What it has done, in the column's unit.
    pub work: Exact,
    /// The figure today, in base units.
    pub before: Exact,
    /// The figure with one more unit of work.
    pub after: Exact,
}

impl Work {
    /// The column that a path such as `nurse.hours` or `nurse.shifts.night` leads to.
    #[must_use]
    pub fn parse(variant: Evaluated<'_>, path: &str) -> Option<Self> {
        let mut ids = path.splitn(3, '.');
        let (of, id, key) = (ids.next()?, ids.next()?, ids.next());
        let document = &variant.scheme.document;
        let roster = document.rosters.iter().position(|roster| roster.id.text == of)?;
        let columns = &document.rosters.get(roster)?.columns;
        let column = columns.iter().position(|column| column.id.text == id)?;
        let entry: &Entry = columns.get(column)?;
        let Kind::Quantity(unit) = &entry.kind else { return None };
        let cell = match (&entry.per, key) {
            (None, None) => None,
            (Some(per), Some(key)) => {
                let table = document.tables.iter().position(|table| table.id.text == per.text)?;
                Some(variant.facts.tables.get(table)?.ids.iter().position(|id| id == key)?)
            }
            _ => return None,
        };
        let most = entry.max.as_ref().and_then(|most| most.times(unit.factor()));
        let count = u32::try_from(variant.facts.rosters.get(roster)?.names.len()).ok()?;
        Some(Self { roster, column, cell, unit: unit.clone(), most, count })
    }

    fn rows<'f>(&self, column: &'f mut RosterColumn) -> Option<&'f mut Rc<Rows>> {
        match (column, self.cell) {
            (RosterColumn::Plain(rows), None) => Some(rows),
            (RosterColumn::Per(columns), Some(cell)) => columns.get_mut(cell),
            _ => None,
        }
    }
}

/// The rows, among some of those of the work, whose figure in a step is lower with one more unit of work.
///
/// The work may be that of the step's own rows or of rows that belong to them. Each row is tried on its own, everybody
/// else's work staying as it is. None when the work is of other rows.
#[must_use]
pub fn cliffs(variant: Evaluated<'_>, step: usize, work: &Work, rows: Range<u32>) -> Option<Vec<Cliff>> {
    let Evaluated { scheme, facts, outcome } = variant;
    let axis = scheme.steps.get(step)?.each?;
    let roster = facts.rosters.get(work.roster)?;
    let owner = scheme.document.rosters.get(work.roster)?.of.as_ref();
    let belongs = |row: u32| -> Option<u32> {
        if axis == Axis::Roster(work.roster) {
            return Some(row);
        }
        match roster.of.as_ref()?.at(row)? {
            Ok(Item::Code(owner)) => Some(owner),
            _ => None,
        }
    };
    let owned = |axis: Axis| match axis {
        Axis::Roster(at) => scheme.document.rosters.get(at).map(|roster| &roster.id.text),
        Axis::Table(at) => scheme.document.tables.get(at).map(|table| &table.id.text),
    };
    if axis != Axis::Roster(work.roster) && owner.map(|owner| &owner.text) != owned(axis) {
        return None;
    }
    let mut changed = facts.clone();
    let number = |outcome: &crate::evaluate::outcome::Outcome, row: u32| match outcome
        .steps
        .get(step)?
        .value
        .at(row)?
    {
        Ok(Item::Number(number)) => Some(number),
        _ => None,
    };
    let source = match work.cell {
        Some(_) => Source::Per(work.roster, work.column),
        None => Source::Column(Axis::Roster(work.roster), work.column),
    };
    let steps = Reaches::of(scheme).after_source(source, step);
    let mut cliffs = Vec::new();
    for row in rows.start..rows.end.min(work.count) {
        let column = changed.rosters.get_mut(work.roster)?.columns.get_mut(work.column)?;
        let place = work.rows(column)?;
        let today = Rc::clone(place);
        let (Data::Numbers(numbers), Some(Ok(Item::Number(done)))) = (&today.data, today.at(row)) else {
            continue;
        };
        let (Some(of), Some(more)) = (belongs(row), done.plus(work.unit.factor())) else { continue };
        if work.most.as_ref().is_some_and(|most| more > *most) {
            continue;
        }
        let Some(before) = number(outcome, of) else { continue };
        let numbers = with(numbers, row, work.unit.factor());
        *place = Rc::new(Rows { data: Data::Numbers(numbers), faults: today.faults.clone() });
        let after = number(&again(scheme, &changed, outcome, &steps).outcome, of);
        if let Some(column) =
            changed.rosters.get_mut(work.roster).and_then(|roster| roster.columns.get_mut(work.column))
            && let Some(place) = work.rows(column)
        {
            *place = today;
        }
        if let Some(after) = after.filter(|after| *after < before) {
            let work = done.divided_by(work.unit.factor()).unwrap_or(done);
            cliffs.push(Cliff { row, of, work, before, after });
        }
    }
    Some(cliffs)
}

/// A column with so much more in one row.
fn with(column: &Column, row: u32, more: &Exact) -> Column {
    let own = (0_u32..).take(column.len()).map(|other| i64::from(other == row)).collect();
    column.plus(&Column::from_whole(own).times_exact(more).0).0
}
