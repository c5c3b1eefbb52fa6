//! The values of a cell at which somebody comes to another tier, band or grade.
//!
//! Values are tried from today's outwards, close together near it and further apart away from it; wherever two that
//! follow each other grade somebody otherwise, every place of change between them that halving meets is found exactly:
//! two neighbouring values, of which the further one moves somebody and the nearer one does not.

use super::cell::{Cell, End};
use super::draft::{Draft, Trial};
use super::reach::{Reach, Reaches};
use super::seek::places;
use crate::evaluate::run::{Again, Fell};
use crate::evaluate::value::{Data, Item, Value};
use crate::exact::{Exact, Rounding, Sign};
use crate::scheme::Scheme;
use crate::scheme::document::Kind;
use crate::scheme::term::{Axis, TermKind};

/// How many values are spread evenly between today's and either end of the range.
const SPREAD: i64 = 24;
/// The most values that are tried on either side.
const MOST: usize = 400;

/// What grades somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// The row of this table in which an amount falls, in the formula of this step.
    Tier {
        /// The table of tiers or bands.
        table: usize,
        /// The step whose amount falls in it.
        step: usize,
    },
    /// The option or row that this step yields.
    Result(usize),
}

/// One row that comes to another grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regraded {
    /// What grades it.
    pub grade: Grade,
    /// The rows; none: once for the whole scheme.
    pub axis: Option<Axis>,
    /// The row; 0 for the whole scheme.
    pub row: u32,
    /// Its grade with the nearer value.
    pub from: Option<u32>,
    /// Its grade with the value.
    pub to: Option<u32>,
}

/// A value that brings somebody to another grade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// The value, in the cell's unit.
    pub value: Exact,
    /// Its neighbour on today's side, which does not.
    pub before: Exact,
    /// Who moves between these two.
    pub moved: Vec<Regraded>,
}

/// The values of one cell at which somebody comes to another grade, the nearest to today's first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turns {
    /// The cell.
    pub cell: Cell,
    /// Its path.
    pub path: String,
    /// Today's value, in its unit.
    pub value: Exact,
    /// From one value to the next.
    pub step: Exact,
    /// The range that was searched.
    pub range: [Exact; 2],
    /// Values below today's.
    pub below: Vec<Turn>,
    /// Values above today's.
    pub above: Vec<Turn>,
    /// Whether every value of the range up to the last of these was tried.
    pub complete: bool,
}

/// What grades rows on the way to a step, the step included.
#[must_use]
pub fn grades(scheme: &Scheme, step: usize) -> Vec<Grade> {
    let leads = Reaches::of(scheme).leading_to(step);
    let mut grades = Vec::new();
    for (at, (plan, declared)) in scheme.steps.iter().zip(&scheme.document.steps).enumerate() {
        if leads.get(at) != Some(&true) {
            continue;
        }
        plan.term.walk(&mut |term| {
            if let TermKind::Graded(_, _, table) = &term.kind {
                let grade = Grade::Tier { table: *table, step: at };
                if !grades.contains(&grade) {
                    grades.push(grade);
                }
            }
        });
        // What a step picks from a table of bands is told by the band already.
        let is_band = matches!(plan.term.kind, TermKind::Graded(..));
        if matches!(declared.kind, Kind::Options(_) | Kind::OneOf(_)) && !is_band {
            grades.push(Grade::Result(at));
        }
    }
    grades
}

/// The cells with numbers of which somebody's grade on the way to a step depends, in the order of the scheme. Where a
/// tier ends and the next begins is one of them.
#[must_use]
pub fn grading_cells(draft: Draft<'_>, step: usize) -> Vec<Cell> {
    let (document, facts) = (&draft.scheme.document, draft.opened.facts());
    let mut grading: Vec<(Option<usize>, Reach)> = Vec::new();
    for grade in grades(draft.scheme, step) {
        match grade {
            Grade::Result(step) => grading.push((None, Reach::of(draft.scheme, step))),
            Grade::Tier { table, step } => {
                let Some(plan) = draft.scheme.steps.get(step) else { continue };
                plan.term.walk(&mut |term| {
                    if let TermKind::Graded(_, of, fallen) = &term.kind
                        && *fallen == table
                    {
                        grading.push((Some(table), Reach::of_term(draft.scheme, Some(of))));
                    }
                });
            }
        }
    }
    let mut cells = Cell::all(document, facts);
    cells.retain(|cell| {
        let bounds = if let Cell::Bound { table, .. } = cell { Some(*table) } else { None };
        grading.iter().any(|(table, reach)| reach.reads(*cell) || (bounds.is_some() && bounds == *table))
            && matches!(cell.item(facts), Some(Item::Number(_)))
            && !matches!(cell, Cell::Bound { end: End::To | End::Below, .. } if cell.next(facts).is_some())
    });
    cells
}

/// The values of a cell, at most so many on either side of today's, at which somebody comes to another grade on the
/// way to a step.
///
/// None when the cell holds no number, or its range cannot be counted.
#[must_use]
pub fn turns(draft: Draft<'_>, step: usize, cell: Cell, most: usize) -> Option<Turns> {
    let (document, facts) = (&draft.scheme.document, draft.opened.facts());
    let (Some(Item::Number(number)), Some(unit)) = (cell.item(facts), cell.unit(document)) else {
        return None;
    };
    let (today, entry) = (number.divided_by(unit.factor()).ok()?, cell.entry(document));
    let apart = Exact::power_of_ten(i32::try_from(places(entry, &today, None)).ok()?.checked_neg()?)?;
    let joined = cell.joined(facts);
    let cells: Vec<Cell> = std::iter::once(cell).chain(joined).collect();
    let steps = Reaches::of(draft.scheme).between(&cells, step);
    let grades = grades(draft.scheme, step).into_iter().filter(|grade| match grade {
        Grade::Tier { step, .. } | Grade::Result(step) => steps.get(*step) == Some(&true),
    });
    let path = cell.path(document, facts)?;
    let mut paths = vec![path.clone()];
    paths.extend(joined.and_then(|cell| cell.path(document, facts)));
    let mut search =
        Search { trial: Trial::of(draft), grades: grades.collect(), steps, paths, step: apart, tried: 0 };
    let here = today.divided_by(&search.step).ok()?.to_i64()?;
    let ten = |number: &Exact| number.times(&Exact::from(10));
    let (low, high) = match today.sign() {
        Sign::Negative => (ten(&today)?, Exact::ZERO),
        Sign::Zero => (Exact::ZERO, Exact::from(10)),
        Sign::Positive => (Exact::ZERO, ten(&today)?),
    };
    let low = entry.and_then(|entry| entry.min.clone()).unwrap_or(low);
    let high = entry.and_then(|entry| entry.max.clone()).unwrap_or(high);
    let index = |bound: &Exact, mode| bound.divided_by(&search.step).ok()?.rounded(0, mode)?.to_i64();
    let (first, last) = (index(&low, Rounding::Up)?.min(here), index(&high, Rounding::Down)?.max(here));
    let (below, all_below) = search.outwards(here, first, most)?;
    let (above, all_above) = search.outwards(here, last, most)?;
    Some(Turns {
        cell,
        path,
        value: today,
        range: [search.value(first)?, search.value(last)?],
        below,
        above,
        complete: all_below && all_above,
        step: search.step,
    })
}

/// The grades of everybody with one value: for each thing that grades its rows and their grades.
type Graded = Vec<(Grade, Option<Axis>, Vec<Option<u32>>)>;

struct Search<'s> {
    trial: Trial<'s>,
    /// What may grade somebody otherwise.
    grades: Vec<Grade>,
    /// The steps that depend on the cell.
    steps: Vec<bool>,
    paths: Vec<String>,
    step: Exact,
    tried: usize,
}

impl Search<'_> {
    fn value(&self, at: i64) -> Option<Exact> {
        Exact::from(at).times(&self.step)
    }

    /// The grades with a value; none where it is refused.
    fn graded(&mut self, at: i64) -> Option<Graded> {
        self.tried = self.tried.saturating_add(1);
        let text = self.value(at)?.to_string();
        self.trial.set_all(&self.paths, &text);
        if self.trial.is_refused() {
            return None;
        }
        let Again { outcome, fell } = self.trial.again(&self.steps);
        let tier = |Fell { step, table, axis, rows }| (Grade::Tier { table, step }, axis, rows);
        let mut graded: Graded = fell.into_iter().map(tier).collect();
        for grade in &self.grades {
            let Grade::Result(step) = *grade else { continue };
            let Some(found) = outcome.steps.get(step) else { continue };
            let rows = match &found.value {
                Value::One(Ok(Item::Code(code))) => vec![Some(*code)],
                Value::One(_) => vec![None],
                Value::Many(rows) => {
                    let Data::Codes(codes) = &rows.data else { continue };
                    let code = |(row, code): (u32, &u32)| rows.fault(row).is_none().then_some(*code);
                    (0_u32..).zip(codes).map(code).collect()
                }
            };
            graded.push((*grade, found.each, rows));
        }
        Some(graded)
    }

    /// Places of change from a value to the end of its range, and whether none can lie between those found.
    fn outwards(&mut self, here: i64, end: i64, most: usize) -> Option<(Vec<Turn>, bool)> {
        self.tried = 0;
        let mut turns = Vec::new();
        let length = end.checked_sub(here)?;
        let mut stops: Vec<i64> = (1..=SPREAD)
            .filter_map(|part| {
                i64::try_from(i128::from(length).checked_mul(part.into())?.checked_div(SPREAD.into())?).ok()
            })
            .collect();
        let mut near = length.signum();
        while near != 0 && near.abs() < length.abs() {
            stops.push(near);
            near = near.saturating_mul(2);
        }
        stops.sort_unstable_by_key(|offset| offset.abs());
        stops.dedup();
        let (mut from, mut known) = (here, self.graded(here)?);
        let mut is_whole = true;
        for offset in stops.into_iter().filter(|offset| *offset != 0) {
            let to = here.checked_add(offset)?;
            is_whole &= to.abs_diff(from) == 1;
            let Some(graded) = self.graded(to) else { break };
            if graded != known {
                self.between((from, &known), (to, &graded), most, &mut turns)?;
            }
            if turns.len() >= most || self.tried > MOST {
                break;
            }
            (from, known) = (to, graded);
        }
        Some((turns, is_whole))
    }

    /// The places of change between two values that grade somebody otherwise, the nearest to the first one first.
    fn between(
        &mut self,
        (from, near): (i64, &Graded),
        (to, far): (i64, &Graded),
        most: usize,
        turns: &mut Vec<Turn>,
    ) -> Option<()> {
        if turns.len() >= most {
            return Some(());
        }
        if from.abs_diff(to) == 1 {
            turns.push(Turn { value: self.value(to)?, before: self.value(from)?, moved: moved(near, far) });
            return Some(());
        }
        let middle = i64::try_from(i128::from(from).checked_add(to.into())?.checked_div(2)?).ok()?;
        let Some(graded) = self.graded(middle) else { return Some(()) };
        if graded != *near {
            self.between((from, near), (middle, &graded), most, turns)?;
        }
        if graded != *far {
            self.between((middle, &graded), (to, far), most, turns)?;
        }
        Some(())
    }
}

/// Who is graded otherwise.
fn moved(near: &Graded, far: &Graded) -> Vec<Regraded> {
    let mut moved = Vec::new();
    for ((grade, axis, before), (_, _, after)) in near.iter().zip(far) {
        for ((row, from), to) in (0_u32..).zip(before).zip(after) {
            if from != to {
                moved.push(Regraded { grade: *grade, axis: *axis, row, from: *from, to: *to });
            }
        }
    }
    moved
}
