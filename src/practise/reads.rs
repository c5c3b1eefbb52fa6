//! Which figures one is directly computed from.

use std::collections::BTreeSet;

use super::calculation::{Calculation, step_of};
use super::course::Course;
use super::spot::Spot;
use crate::evaluate::explain::{Explained, Operand};
use crate::evaluate::value::Item;
use crate::scheme::term::{Aggregate, Axis, Source, Term, TermKind};

/// The figures that went into one, and those that decided what did: a row that a list leaves out could be in it.
pub(super) fn reads(calculation: &Calculation<'_>, spot: Spot) -> BTreeSet<Spot> {
    let Calculation { scheme, facts, outcome, .. } = *calculation;
    let mut reads = Reads { calculation, found: BTreeSet::new() };
    if let Some(explained) = Explained::of(scheme, facts, outcome, spot.step, spot.row) {
        for operand in explained.trace().operands {
            let cells = match operand {
                Operand::One(cell) => vec![cell],
                Operand::List { members, .. } => members,
            };
            reads.found.extend(cells.into_iter().filter_map(|cell| match cell.source {
                Source::Step(step) => Some(Spot { step, row: cell.row }),
                _ => None,
            }));
        }
    }
    if let Some(plan) = scheme.steps.get(spot.step) {
        reads.lists(&plan.term, plan.each, Some(spot.at()));
    }
    reads.found
}

struct Reads<'c> {
    calculation: &'c Calculation<'c>,
    found: BTreeSet<Spot>,
}

impl Reads<'_> {
    /// What decides which rows the lists inside a term go over; `row` is none where it is not known.
    fn lists(&mut self, term: &Term, axis: Option<Axis>, row: Option<u32>) {
        match &term.kind {
            TermKind::Follow { link, axis: to, of } => {
                self.lists(link, axis, row);
                return self.lists(of, Some(*to), None);
            }
            TermKind::Aggregate(aggregate) => {
                let rows = self.rows(aggregate, axis, row);
                let around = self.all_or(axis, row);
                if let Some(filter) = &aggregate.filter {
                    self.names(filter, &rows, &around);
                }
                if let (Some(group), Some(rows)) = (&aggregate.group, aggregate.rows) {
                    self.names(group, &self.all_or(Some(rows), None), &around);
                }
                let inside = if aggregate.rows.is_some() { None } else { row };
                return self.lists(&aggregate.of, aggregate.rows.or(axis), inside);
            }
            TermKind::Share(share) => {
                if let Some((link, _)) = &share.within {
                    self.names(link, &self.all_or(axis, None), &[]);
                }
            }
            TermKind::Rank(_, Some(link)) => self.names(link, &self.all_or(axis, None), &[]),
            _ => {}
        }
        for inner in term.inner() {
            self.lists(inner, axis, row);
        }
    }

    /// The rows that a list could go over.
    fn rows(&self, aggregate: &Aggregate, axis: Option<Axis>, row: Option<u32>) -> Vec<u32> {
        let Some(rows) = aggregate.rows else { return self.all_or(axis, row) };
        let all = self.all_or(Some(rows), None);
        let (Some(group), Some(row)) = (&aggregate.group, row) else { return all };
        let links = Course::right(self.calculation).links(group, rows);
        all.into_iter().filter(|at| links.at(*at) == Some(Ok(Item::Code(row)))).collect()
    }

    /// A row, or where it is not known all of its axis.
    fn all_or(&self, axis: Option<Axis>, row: Option<u32>) -> Vec<u32> {
        let length = axis.map_or(1, |axis| self.calculation.length(axis));
        row.map_or_else(|| (0..length).collect(), |row| vec![row])
    }

    /// The figures that a term names for some rows; `around` are those of the frame around a list.
    fn names(&mut self, term: &Term, rows: &[u32], around: &[u32]) {
        match &term.kind {
            TermKind::Outer(of) => return self.names(of, around, &[]),
            TermKind::Follow { link, axis, of } => {
                self.names(link, rows, around);
                return self.names(of, &self.all_or(Some(*axis), None), &[]);
            }
            TermKind::Own(Source::Step(step)) => {
                let spots = rows.iter().map(|row| Spot { step: *step, row: Some(*row) });
                return self.found.extend(spots);
            }
            kind => {
                if let Some(step) = step_of(kind) {
                    let spots = match self.calculation.axis(step) {
                        Some(axis) => {
                            let rows = self.all_or(Some(axis), None);
                            rows.into_iter().map(|row| Spot { step, row: Some(row) }).collect()
                        }
                        None => vec![Spot { step, row: None }],
                    };
                    self.found.extend(spots);
                }
            }
        }
        for inner in term.inner() {
            self.names(inner, rows, around);
        }
    }
}
