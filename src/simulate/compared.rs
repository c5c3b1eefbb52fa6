//! One step of two variants, row by row and in total.

use std::rc::Rc;

use super::pairing::{Matching, Pair, Pairing};
use super::spread::Spread;
use crate::evaluate::facts::{Evaluated, Facts};
use crate::evaluate::value::{Data, Rows, Value};
use crate::exact::{Column, Comparison as Order, Exact, Failures};
use crate::problem::{Code, Problem};
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;

/// The figures of one step today and in a proposal.
///
/// Only rows whose figure is known on both sides are compared; they are `known`, and the columns have one number
/// for each of these.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The step today and in the proposal, by position.
    pub steps: [usize; 2],
    /// The rows that it has, today and in the proposal; none: once for the whole scheme.
    pub axes: [Option<Axis>; 2],
    /// How rows were matched.
    pub matching: Matching,
    /// All rows.
    pub pairs: Vec<Pair>,
    /// Which of the pairs have a number on both sides, by position.
    pub known: Vec<u32>,
    /// The numbers of today, in base units.
    pub before: Column,
    /// Those of the proposal.
    pub after: Column,
    /// What the proposal changes.
    pub difference: Column,
    /// The sums over all rows of today and of the proposal, also those that only one has; none where one has no
    /// number.
    pub sums: [Option<Exact>; 2],
    /// The place of each row of today, and of the proposal, from the highest figure down; 0 without a number.
    pub ranks: [Vec<u32>; 2],
    /// Rows without a counterpart, and what cannot be compared.
    pub problems: Vec<Problem>,
}

/// What rows are listed by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sorted {
    /// As today's rows stand.
    Position,
    /// By today's figure.
    Before,
    /// By the proposal's figure.
    After,
    /// By what the proposal changes.
    Difference,
    /// By what it changes for each part of today's figure.
    Percent,
}

/// Sums over rows; none where a sum cannot be held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// How many rows.
    pub count: u32,
    /// Today.
    pub before: Option<Exact>,
    /// In the proposal.
    pub after: Option<Exact>,
    /// What the proposal changes.
    pub difference: Option<Exact>,
}

impl Comparison {
    /// Compares the figures that a step of today has in the proposal, in the step of the same id.
    ///
    /// Where the figures cannot be compared, nothing is known and a problem says why.
    #[must_use]
    pub fn of(before: Evaluated<'_>, after: Evaluated<'_>, step: usize) -> Self {
        let declared = before.scheme.document.steps.get(step);
        let other = declared.and_then(|declared| {
            after.scheme.document.steps.iter().position(|step| step.id.text == declared.id.text)
        });
        let axes =
            |other| [(before, step), (after, other)].map(|(side, step)| side.scheme.steps.get(step)?.each);
        let mut comparison = Self {
            steps: [step, other.unwrap_or(usize::MAX)],
            axes: other.map_or([None, None], axes),
            matching: Matching::Position,
            pairs: Vec::new(),
            known: Vec::new(),
            before: Column::from_whole(Vec::new()),
            after: Column::from_whole(Vec::new()),
            difference: Column::from_whole(Vec::new()),
            sums: [None, None],
            ranks: [Vec::new(), Vec::new()],
            problems: Vec::new(),
        };
        let Some(declared) = declared else { return comparison };
        let path = declared.id.text.as_str();
        let incomparable = || {
            let scheme = after.scheme.document.id.text.clone();
            Code::NotComparable { scheme, step: path.to_owned() }.on(path)
        };
        let Some((other, found)) =
            other.and_then(|other| Some((other, after.scheme.document.steps.get(other)?)))
        else {
            comparison.problems.push(incomparable());
            return comparison;
        };
        let ids = [(before, step), (after, other)].map(|(side, step)| axis_id(side, step));
        let fits = match (&declared.kind, &found.kind) {
            (Kind::Quantity(one), Kind::Quantity(two)) => one.fits(two),
            (one, two) => std::mem::discriminant(one) == std::mem::discriminant(two),
        };
        if ids[0] != ids[1] || !fits {
            comparison.problems.push(incomparable());
            return comparison;
        }
        comparison.pair(before, after, &ids[0].map_or_else(String::new, |id| format!("rosters.{id}")));
        comparison.number(before, after, path);
        comparison
    }

    /// Puts the rows side by side.
    fn pair(&mut self, before: Evaluated<'_>, after: Evaluated<'_>, path: &str) {
        let [Some(here), Some(there)] = self.axes else {
            self.pairs.push(Pair { before: Some(0), after: Some(0) });
            return;
        };
        let pairing = Pairing::of(names(before.facts, here), names(after.facts, there), path);
        self.matching = pairing.matching;
        self.pairs = pairing.pairs;
        self.problems.extend(pairing.problems);
    }

    /// Takes the numbers of the rows that have one on both sides.
    fn number(&mut self, before: Evaluated<'_>, after: Evaluated<'_>, path: &str) {
        let [here, there] =
            [(before, self.steps[0]), (after, self.steps[1])].map(|(side, step)| Figures::of(side, step));
        let (Some(here), Some(there)) = (here, there) else { return };
        self.ranks = [here.ranks(), there.ranks()];
        self.sums = [here.sum(), there.sum()];
        let mut known: Vec<(u32, Pair)> = (0_u32..).zip(self.pairs.iter().copied()).collect();
        known.retain(|(_, pair)| here.has(pair.before) && there.has(pair.after));
        let failures = self.take(&known, &here, &there);
        if !failures.is_empty() {
            self.problems.push(Code::TooLarge.on(path));
            let mut failed = failures.iter().map(|(row, _)| *row).peekable();
            let mut row = 0..known.len();
            known.retain(|_| failed.next_if_eq(&row.next().unwrap_or_default()).is_none());
            self.take(&known, &here, &there);
        }
    }

    fn take(&mut self, known: &[(u32, Pair)], here: &Figures, there: &Figures) -> Failures {
        self.known = known.iter().map(|(at, _)| *at).collect();
        self.before = here.picked(known.iter().filter_map(|(_, pair)| pair.before).collect());
        self.after = there.picked(known.iter().filter_map(|(_, pair)| pair.after).collect());
        let (difference, failures) = self.after.minus(&self.before);
        self.difference = difference;
        failures
    }

    /// How many rows have a number on both sides.
    #[must_use]
    pub fn count(&self) -> u32 {
        u32::try_from(self.known.len()).unwrap_or(u32::MAX)
    }

    /// Sums over the rows that have a number on both sides.
    #[must_use]
    pub fn totals(&self) -> Totals {
        Totals {
            count: self.count(),
            before: self.before.sum(),
            after: self.after.sum(),
            difference: self.difference.sum(),
        }
    }

    /// How many rows gain, and how many lose.
    #[must_use]
    pub fn gains_and_losses(&self) -> (u32, u32) {
        let count = |comparison| {
            let holds = self.difference.compare_exact(comparison, &Exact::ZERO);
            u32::try_from(holds.into_iter().filter(|holds| *holds).count()).unwrap_or(u32::MAX)
        };
        (count(Order::More), count(Order::Less))
    }

    /// How unequal the figures are today and in the proposal.
    #[must_use]
    pub fn spreads(&self) -> [Spread; 2] {
        [&self.before, &self.after].map(Spread::of)
    }

    /// Where the pair stands in the columns, when it has a number on both sides.
    #[must_use]
    pub fn place(&self, pair: u32) -> Option<usize> {
        self.known.binary_search(&pair).ok()
    }

    /// What the proposal changes for each hundred of today's figure, exactly; none where that is zero.
    #[must_use]
    pub fn percent(&self, place: usize) -> Option<Exact> {
        let before = self.before.at(place)?.absolute();
        self.difference.at(place)?.times(&Exact::from(100))?.divided_by(&before).ok()
    }

    /// The pairs in an order; those without a number on both sides stand last, in their own order.
    #[must_use]
    pub fn ordered(&self, by: Sorted) -> Vec<u32> {
        let order = match by {
            Sorted::Position => return (0_u32..).take(self.pairs.len()).collect(),
            Sorted::Before => self.before.ascending(),
            Sorted::After => self.after.ascending(),
            Sorted::Difference => self.difference.ascending(),
            Sorted::Percent => self.difference.divided_by(&self.before.absolute()).0.ascending(),
        };
        let pair = |place: &u32| self.known.get(usize::try_from(*place).ok()?).copied();
        let mut pairs: Vec<u32> = order.iter().filter_map(pair).collect();
        let mut known = self.known.iter().copied().peekable();
        let all = (0_u32..).take(self.pairs.len());
        pairs.extend(all.filter(|pair| known.next_if_eq(pair).is_none()));
        pairs
    }
}

/// The figures of a step that are numbers.
struct Figures {
    rows: Rc<Rows>,
    column: Column,
}

impl Figures {
    fn of(side: Evaluated<'_>, step: usize) -> Option<Self> {
        let rows = match &side.outcome.steps.get(step)?.value {
            Value::Many(rows) => Rc::clone(rows),
            Value::One(Ok(item)) => Rc::new(Rows { data: Data::constant(item, 1), faults: Vec::new() }),
            Value::One(Err(_)) => return None,
        };
        let Data::Numbers(column) = &rows.data else { return None };
        let column = column.clone();
        Some(Self { rows, column })
    }

    fn has(&self, row: Option<u32>) -> bool {
        row.is_some_and(|row| self.rows.fault(row).is_none())
    }

    fn picked(&self, rows: Vec<u32>) -> Column {
        self.column.gather(&rows).unwrap_or_else(|| Column::from_whole(Vec::new()))
    }

    fn sum(&self) -> Option<Exact> {
        if self.rows.faults.is_empty() { self.column.sum() } else { None }
    }

    /// The places of the rows that have a number; 0 for the others.
    fn ranks(&self) -> Vec<u32> {
        if self.rows.faults.is_empty() {
            return self.column.ranks();
        }
        let all = (0_u32..).take(self.column.len());
        let known: Vec<u32> = all.filter(|row| self.has(Some(*row))).collect();
        let mut ranks = vec![0_u32; self.column.len()];
        let places = self.picked(known.clone()).ranks();
        for (row, place) in known.iter().zip(places) {
            if let Some(rank) = usize::try_from(*row).ok().and_then(|row| ranks.get_mut(row)) {
                *rank = place;
            }
        }
        ranks
    }
}

/// The id of the rows that a step has.
fn axis_id(side: Evaluated<'_>, step: usize) -> Option<&str> {
    side.scheme.document.steps.get(step)?.each.as_ref().map(|each| each.text.as_str())
}

/// The names of the rows of an axis; of a table their ids.
#[must_use]
pub fn names(facts: &Facts, axis: Axis) -> &[String] {
    match axis {
        Axis::Table(at) => facts.tables.get(at).map_or(&[], |table| &table.ids),
        Axis::Roster(at) => facts.rosters.get(at).map_or(&[], |roster| &roster.names),
    }
}
