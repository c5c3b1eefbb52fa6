//! What went wrong: every known mistake that gives the figure that somebody wrote.

use std::collections::BTreeSet;

use crate::evaluate::run::{Frame, Replaced};
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;

use super::basis::Basis;
use super::calculation::Calculation;
use super::course::{Course, Way};
use super::entry::{Entry, Match, in_unit};
use super::mistake::{Kind, Mistake, Printed, What};
use super::mutant::{Mutant, mutants, swapped};
use super::spot::Spot;

/// The most rows of an earlier step in which a mistake is looked for.
const MOST_ROWS: usize = 12;

/// Mistakes that are less likely than this are looked for in the figure's own formula only.
const UNLIKELY: u32 = 40;

/// The most mistakes that are named.
const MOST: usize = 6;

/// The most mistakes of one kind that are named.
const MOST_OF_KIND: usize = 3;

/// What is known of the one who wrote a figure.
#[derive(Clone, Copy, Debug)]
pub struct Known<'k> {
    /// The earlier figures that are wrong, as they were written.
    pub wrong: &'k Replaced,
    /// The figures that stand on the sheet, or were written rightly: no mistake is looked for in them.
    pub settled: &'k BTreeSet<Spot>,
    /// What the source misprints.
    pub printed: &'k [Printed],
}

impl Known<'_> {
    /// Whether a figure stands written.
    pub(super) fn is_written(&self, spot: &Spot) -> bool {
        self.settled.contains(spot) || self.wrong.contains_key(&(spot.step, spot.at()))
    }

    /// What a figure rests on.
    pub(super) fn basis(&self, calculation: &Calculation<'_>, spot: Spot) -> Basis {
        Basis::of(calculation, spot, &|spot| self.is_written(spot))
    }

    /// The way of somebody who goes on from what stands written, up to a step.
    fn course<'c>(&self, calculation: &'c Calculation<'c>, until: usize) -> Course<'c> {
        let mut course = Course::right(calculation);
        if self.wrong.is_empty() {
            return course;
        }
        let settled =
            self.settled.iter().filter_map(|spot| Some(((spot.step, spot.at()), calculation.right(*spot)?)));
        let mut figures: Replaced = settled.collect();
        figures.extend(self.wrong.iter().map(|(place, item)| (*place, item.clone())));
        for &step in calculation.scheme.order.iter().take_while(|step| **step != until) {
            course.go_on(step);
            course.take(step, &figures);
        }
        course.go_on(until);
        course
    }
}

/// All mistakes that give this figure, the likeliest first; nothing for the right figure.
///
/// A mistake gives a figure when it yields the same at the places that it was written with.
#[must_use]
pub fn diagnose(calculation: &Calculation<'_>, spot: Spot, entry: &Entry, known: Known<'_>) -> Vec<Mistake> {
    let basis = known.basis(calculation, spot);
    diagnose_on(&mut known.course(calculation, spot.step), spot, entry, known, &basis)
}

/// The same on a course that goes on from what stands written.
pub(super) fn diagnose_on(
    course: &mut Course<'_>,
    spot: Spot,
    entry: &Entry,
    known: Known<'_>,
    basis: &Basis,
) -> Vec<Mistake> {
    let calculation = course.calculation;
    let Some(right) = calculation.right(spot) else { return Vec::new() };
    if entry.matches(calculation, spot.step, &right) != Match::Other {
        return Vec::new();
    }
    let mut search = Search { calculation, spot, entry, known, right, found: Vec::new() };
    search.printed();
    search.digits(course);
    search.own(course, 0, false);
    search.rounding_every_step();
    if course.is_behind_a_change(spot.step) {
        search.own(&mut Course::right(calculation), 3, false);
    }
    search.earlier(course, basis);
    if search.found.is_empty() {
        search.own(&mut Course::rounding_every_step(calculation), 60, true);
    }
    search.named()
}

/// The mistakes in a figure's own formula, from right figures, that give what was written.
pub(super) fn own_mistakes(calculation: &Calculation<'_>, spot: Spot, entry: &Entry) -> Vec<Mistake> {
    let Some(right) = calculation.right(spot) else { return Vec::new() };
    let known = Known { wrong: &Replaced::new(), settled: &BTreeSet::new(), printed: &[] };
    let mut search = Search { calculation, spot, entry, known, right, found: Vec::new() };
    search.own(&mut Course::right(calculation), 0, false);
    search.named()
}

/// The mistakes that give a figure, as far as they were found.
struct Search<'s, 'c> {
    calculation: &'c Calculation<'c>,
    spot: Spot,
    entry: &'s Entry,
    known: Known<'s>,
    right: Item,
    found: Vec<Mistake>,
}

impl Search<'_, '_> {
    /// Whether what was written is this figure.
    fn is(&self, figure: &Item) -> bool {
        self.entry.matches(self.calculation, self.spot.step, figure) != Match::Other
    }

    fn find(&mut self, kind: Kind, at: Spot, what: What, figure: Item, rank: u32) {
        self.found.push(Mistake { kind, at, what, figure, rank, and_rounded: false });
    }

    /// The figure that the source prints, or one that was computed on from there.
    fn printed(&mut self) {
        let calculation = self.calculation;
        for printed in self.known.printed {
            let Some(figure) = base(calculation, printed.at, &printed.value) else { continue };
            let what = What::Printed { erratum: printed.erratum };
            if printed.at == self.spot {
                if self.is(&figure) {
                    self.find(Kind::PrintedErratum, printed.at, what, figure, 5);
                }
            } else if calculation.uses(self.spot.step, printed.at.step) {
                let steps = calculation.between(printed.at.step, self.spot.step);
                let steps = steps.into_iter().map(|step| (step, None)).collect();
                let way = Way { steps, to: self.spot };
                let carried = Course::right(calculation).carried(printed.at, &figure, &way);
                if !carried.is_some_and(|carried| self.is(&carried)) {
                    continue;
                }
                self.find(Kind::PrintedErratum, printed.at, what, figure, 9);
            }
        }
    }

    /// Two digits of the figure that changed places.
    fn digits(&mut self, course: &Course<'_>) {
        let Entry::Number { value, places } = self.entry else { return };
        let (Some(unit), Some(places)) = (self.calculation.unit(self.spot.step), places) else { return };
        let figures = [Some(self.right.clone()), course.figure(self.spot)];
        let found = figures.into_iter().flatten().find_map(|figure| {
            let own = in_unit(self.calculation, self.spot.step, &figure)?;
            let text = own.fixed(0).unwrap_or_else(|| own.approximate(*places));
            swapped(&text).contains(value).then_some(own)
        });
        let Some(right) = found else { return };
        let Some(figure) = value.times(unit.factor()) else { return };
        let what = What::Digits { part: None, right, taken: value.clone(), unit: unit.clone() };
        self.find(Kind::Transposed, self.spot, what, Item::Number(figure), 15);
    }

    /// What can go wrong with the figure's own formula.
    fn own(&mut self, course: &mut Course<'_>, more: u32, and_rounded: bool) {
        let axis = self.calculation.axis(self.spot.step);
        for Mutant { kind, what, term, rank, .. } in mutants(course, self.spot) {
            let Some(figure) = course.item(&term, axis, self.spot.at()) else { continue };
            if self.is(&figure) {
                let rank = rank.saturating_add(more);
                self.found.push(Mistake { kind, at: self.spot, what, figure, rank, and_rounded });
            }
        }
    }

    /// Every figure of the sheet rounded before it was used.
    fn rounding_every_step(&mut self) {
        let Some(figure) = Course::rounding_every_step(self.calculation).figure(self.spot) else { return };
        if self.is(&figure) {
            self.find(Kind::RoundedEarly, self.spot, What::EveryStep, figure, 19);
        }
    }

    /// What can go wrong in the open figures that this one is computed from.
    fn earlier(&mut self, course: &mut Course<'_>, basis: &Basis) {
        let calculation = self.calculation;
        let open = basis.by_step();
        for step in calculation.scheme.order.iter().rev() {
            let Some(spots) = open.get(step) else { continue };
            let between = calculation.between(*step, self.spot.step);
            let more = u32::try_from(between.len()).unwrap_or(u32::MAX).saturating_add(15);
            let on_the_way =
                between.into_iter().filter(|step| *step == self.spot.step || open.contains_key(step));
            let way = Way { steps: on_the_way.map(|step| (step, self.free(step))).collect(), to: self.spot };
            let is_own = |spot: &&Spot| {
                spot.row == self.spot.row && calculation.axis(*step) == calculation.axis(self.spot.step)
            };
            let (own, rest): (Vec<&Spot>, Vec<&Spot>) = spots.iter().partition(is_own);
            for (position, at) in own.into_iter().chain(rest).take(MOST_ROWS).enumerate() {
                let whole_step = position == 0 && spots.len() > 1;
                self.earlier_spot(course, *at, &way, more, whole_step);
            }
        }
    }

    /// In which rows of a step nothing stands written; none: in all of them.
    fn free(&self, step: usize) -> Option<Vec<bool>> {
        let rows = self.calculation.axis(step).map_or(0, |axis| self.calculation.length(axis));
        let free: Vec<bool> =
            (0..rows).map(|row| !self.known.is_written(&Spot { step, row: Some(row) })).collect();
        free.contains(&false).then_some(free)
    }

    fn earlier_spot(&mut self, course: &mut Course<'_>, at: Spot, way: &Way, more: u32, whole_step: bool) {
        let axis = self.calculation.axis(at.step);
        let Some(now) = course.figure(at) else { return };
        let free = self.free(at.step);
        // Whether the asked figure comes of a figure here, once for each.
        let mut tried: Vec<(Item, bool)> = Vec::new();
        for Mutant { kind, what, term, rank, everywhere } in mutants(course, at) {
            if rank >= UNLIKELY {
                continue;
            }
            let Some(figure) = course.item(&term, axis, at.at()) else { continue };
            let rank = rank.saturating_add(more);
            if figure != now {
                let known = tried.iter().find(|(other, _)| *other == figure).map(|(_, gives)| *gives);
                let gives = known.unwrap_or_else(|| {
                    let carried = course.carried(at, &figure, way);
                    let gives = carried.is_some_and(|carried| self.is(&carried));
                    tried.push((figure.clone(), gives));
                    gives
                });
                if gives {
                    self.find(kind, at, what, figure, rank);
                    continue;
                }
            }
            if whole_step
                && let Some(plan) = self.calculation.scheme.steps.get(at.step)
                && let Some(change) = everywhere
                && let column @ Value::Many(_) = course.column(&change.of(&plan.term), &Frame::of(axis))
                && let Some(carried) = course.carried_column(at.step, column, free.as_deref(), way)
                && self.is(&carried)
            {
                self.find(kind, at, what, figure, rank.saturating_add(1));
            }
        }
    }

    /// What is named: the likeliest first, not too many of one kind, nothing twice.
    fn named(mut self) -> Vec<Mistake> {
        self.found.sort_by_key(|mistake| mistake.rank);
        let mut named: Vec<Mistake> = Vec::new();
        for mistake in self.found {
            let of_kind = named.iter().filter(|other| other.kind == mistake.kind).count();
            let again = named.iter().any(|other| {
                other.kind == mistake.kind
                    && other.at == mistake.at
                    && (other.what == mistake.what || !lists_rows(&mistake.what))
            });
            if !again && of_kind < MOST_OF_KIND && named.len() < MOST {
                named.push(mistake);
            }
        }
        named
    }
}

/// Whether two mistakes of a kind are told apart by the rows or terms that they are about.
fn lists_rows(what: &What) -> bool {
    matches!(what, What::Row { .. } | What::Left { .. } | What::Tier { .. } | What::Term { .. })
}

/// A figure in base units, of a number in the unit of its step.
pub(super) fn base(calculation: &Calculation<'_>, at: Spot, value: &Exact) -> Option<Item> {
    Some(Item::Number(value.times(calculation.unit(at.step)?.factor())?))
}
