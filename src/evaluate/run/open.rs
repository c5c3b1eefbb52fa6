//! Choices within a printed range: while they are open, the interval in which every figure lies.
//!
//! In the first run an open choice is a fault, and so is every figure that depends on it.
//! Then the scheme runs again with the choices at their ends, and each such figure gets the lowest and the highest
//! value found. With few choices every combination of ends is run; with many, all low, all high, and each choice
//! alone at its other end: this finds the ends of shares and sums, which rise or fall with each choice.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{Interval, Notice, NoticeKind, Outcome};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::{Column, Exact};
use crate::problem::{Code, Span};
use crate::scheme::Scheme;
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// Up to this many open choices every combination of their ends is run.
const ALL_COMBINATIONS: usize = 6;

/// Beyond this many only all low and all high are run.
const ONE_BY_ONE: usize = 200;

/// An open choice: the place of its formula, and the row.
type Site = (usize, u32);

/// A choice within a range: its formula, and the values for all rows.
struct Choice<'c> {
    /// Where `chosen` is written.
    place: usize,
    /// What is entered.
    entry: &'c Term,
    value: Value,
    low: Value,
    high: Value,
}

/// An open choice.
#[derive(Clone, Debug)]
struct Open {
    /// Whose row it is made for; none: for the whole scheme.
    each: Option<Axis>,
    low: Exact,
    high: Exact,
}

/// What is taken where a choice within a range is open.
#[derive(Clone, Debug, Default)]
pub(super) struct Chosen {
    taken: BTreeMap<Site, Exact>,
    /// The open choices of this run.
    open: BTreeMap<Site, Open>,
}

/// Open choices that were set aside.
pub(super) struct Apart(BTreeMap<Site, Open>);

impl Chosen {
    /// Nothing is taken: open choices are faults.
    pub(super) fn none() -> Self {
        Self::default()
    }

    /// The open choices so far, which from now on are kept apart.
    pub(super) fn set_aside(&mut self) -> Apart {
        Apart(std::mem::take(&mut self.open))
    }

    /// Puts those set aside back, beside those found since that count: in each row of these rows.
    pub(super) fn restore(&mut self, apart: Apart, counts: impl Fn(Option<Axis>, u32) -> bool) {
        let since = std::mem::replace(&mut self.open, apart.0);
        self.open.extend(since.into_iter().filter(|((_, row), open)| counts(open.each, *row)));
    }
}

impl Run<'_> {
    /// `chosen(x, low, high)`
    pub(super) fn chosen(
        &mut self,
        span: Span,
        of: &Term,
        low: &Term,
        high: &Term,
        frame: &Frame<'_>,
    ) -> Value {
        let (value, low, high) = (self.value(of, frame), self.value(low, frame), self.value(high, frame));
        let length = [&value, &low, &high].into_iter().find_map(|value| match value {
            Value::Many(rows) => Some(rows.len()),
            Value::One(_) => None,
        });
        let choice = Choice { place: span.start, entry: of, value, low, high };
        let Some(length) = length else {
            return Value::One(self.chosen_at(&choice, 0, None));
        };
        let mut numbers = Vec::with_capacity(length);
        let mut faults: Vec<(u32, Fault)> = Vec::new();
        for row in (0_u32..).take(length) {
            let item = self.chosen_at(&choice, row, frame.axis);
            numbers.push(match item {
                Ok(Item::Number(number)) => number,
                Ok(_) => Exact::from(0),
                Err(fault) => {
                    faults.push((row, fault));
                    Exact::from(0)
                }
            });
        }
        Value::Many(Rc::new(Rows { data: Data::Numbers(Column::from_exacts(numbers)), faults }))
    }

    /// The number chosen in a row of `each`, where the choice is made row by row.
    fn chosen_at(&mut self, choice: &Choice<'_>, row: u32, each: Option<Axis>) -> Result<Item, Fault> {
        let number = |value: &Value| match value.at(row) {
            Some(Ok(Item::Number(number))) => Ok(number),
            Some(Err(fault)) => Err(fault),
            _ => Ok(Exact::from(0)),
        };
        let (low, high) = (number(&choice.low)?, number(&choice.high)?);
        let ends = |code: fn(String, String) -> Code| code(low.to_string(), high.to_string());
        match number(&choice.value) {
            Ok(number) if number < low || number > high => {
                let code = ends(|low, high| Code::CannotBeChosen { low, high });
                let path = self.entered(choice.entry, each.map(|_| row));
                Err(self.fault_at(code, path))
            }
            Ok(number) => Ok(Item::Number(number)),
            Err(fault) if !self.is_missing(fault) => Err(fault),
            Err(_) if low == high => Ok(Item::Number(low)),
            Err(_) => {
                let site = (choice.place, row);
                if let Some(taken) = self.chosen.taken.get(&site) {
                    return Ok(Item::Number(taken.clone()));
                }
                let code = ends(|low, high| Code::ChoiceOpen { low, high });
                self.chosen.open.insert(site, Open { each, low, high });
                let path = self.entered(choice.entry, each.map(|_| row));
                Err(self.fault_at(code, path))
            }
        }
    }

    /// Where a choice is entered; the step itself when the formula chooses between computed values.
    fn entered(&self, entry: &Term, row: Option<u32>) -> String {
        let document = &self.scheme.document;
        let of_row = row.map(|row| format!("[{row}]")).unwrap_or_default();
        let path = match &entry.kind {
            TermKind::Whole(Source::Input(index)) => {
                document.inputs.get(*index).map(|input| format!("inputs.{}", input.id.text))
            }
            TermKind::Whole(Source::Parameter(index)) => {
                document.parameters.get(*index).map(|parameter| format!("parameters.{}", parameter.id.text))
            }
            TermKind::Own(Source::Column(Axis::Roster(roster), column)) => {
                document.rosters.get(*roster).and_then(|roster| {
                    let column = roster.columns.get(*column)?;
                    Some(format!("rosters.{}{of_row}.{}", roster.id.text, column.id.text))
                })
            }
            _ => None,
        };
        let step = document.steps.get(self.step).map_or("", |step| &step.id.text);
        path.unwrap_or_else(|| format!("step.{step}{of_row}"))
    }
}

/// Gives every figure that depends on an open choice its interval, and says which choices are open.
pub(super) fn settle(scheme: &Scheme, facts: &Facts, outcome: &mut Outcome) {
    let is_open = |fault: &Fault| {
        let problem = usize::try_from(*fault).ok().and_then(|fault| outcome.problems.get(fault));
        problem.is_some_and(|problem| matches!(problem.code, Code::ChoiceOpen { .. }))
    };
    let open_rows: Vec<Vec<u32>> = outcome
        .steps
        .iter()
        .map(|step| match &step.value {
            Value::One(Err(fault)) if is_open(fault) => vec![0],
            Value::One(_) => Vec::new(),
            Value::Many(rows) => {
                rows.faults.iter().filter(|(_, fault)| is_open(fault)).map(|(row, _)| *row).collect()
            }
        })
        .collect();
    if open_rows.iter().all(Vec::is_empty) {
        return;
    }
    let mut first = Run::new(scheme, facts, Chosen::none());
    first.steps();
    let sites: Vec<(Site, Open)> = first.chosen.open.into_iter().collect();
    let mut found: Vec<BTreeMap<u32, (Exact, Exact)>> = vec![BTreeMap::new(); open_rows.len()];
    for ends in ends(sites.len()) {
        let pick = |(high, (site, open)): (&bool, &(Site, Open))| {
            (*site, if *high { open.high.clone() } else { open.low.clone() })
        };
        let taken = ends.iter().zip(&sites).map(pick).collect();
        let mut run = Run::new(scheme, facts, Chosen { taken, open: BTreeMap::new() });
        run.steps();
        for ((rows, found), value) in open_rows.iter().zip(&mut found).zip(&run.values) {
            for row in rows {
                if let Some(Ok(Item::Number(number))) = value.as_ref().and_then(|value| value.at(*row)) {
                    let ends = found.entry(*row).or_insert_with(|| (number.clone(), number.clone()));
                    if number < ends.0 {
                        ends.0 = number;
                    } else if number > ends.1 {
                        ends.1 = number;
                    }
                }
            }
        }
    }
    for (step, found) in outcome.steps.iter_mut().zip(found) {
        step.open = found.into_iter().map(|(row, (low, high))| Interval { row, low, high }).collect();
    }
    say_open(scheme, outcome, &sites);
}

/// One notice for each open choice on which a figure depends; they are no problems to be told.
fn say_open(scheme: &Scheme, outcome: &mut Outcome, sites: &[(Site, Open)]) {
    let problems = &outcome.problems;
    outcome.told.retain(|fault| {
        let problem = usize::try_from(*fault).ok().and_then(|fault| problems.get(fault));
        !problem.is_some_and(|problem| matches!(problem.code, Code::ChoiceOpen { .. }))
    });
    for ((start, row), open) in sites {
        let plan = scheme
            .steps
            .iter()
            .position(|plan| plan.term.span.start <= *start && *start < plan.term.span.end);
        let Some(step) = plan else { continue };
        let kind = NoticeKind::ChoiceOpen { low: open.low.clone(), high: open.high.clone() };
        outcome.notices.push(Notice { kind, step, each: open.each, row: open.each.map(|_| *row) });
    }
}

/// Which choices are at their high end, run by run.
fn ends(count: usize) -> Vec<Vec<bool>> {
    if count <= ALL_COMBINATIONS {
        let combinations = 1_u32.checked_shl(u32::try_from(count).unwrap_or(0)).unwrap_or(1);
        let bit = |number: u32, at: u32| number.checked_shr(at).unwrap_or(0) & 1 == 1;
        return (0..combinations)
            .map(|number| (0_u32..).take(count).map(|at| bit(number, at)).collect())
            .collect();
    }
    let mut runs = vec![vec![false; count], vec![true; count]];
    if count <= ONE_BY_ONE {
        for alone in 0..count {
            runs.push((0..count).map(|at| at == alone).collect());
            runs.push((0..count).map(|at| at != alone).collect());
        }
    }
    runs
}
