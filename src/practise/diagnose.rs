//! What went wrong: every known mistake that gives the figure that somebody wrote.

use std::collections::BTreeSet;

use crate::evaluate::run::{Frame, Replaced};
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;

use super::calculation::Calculation;
use super::course::Course;
use super::entry::{Entry, Match, in_unit};
use super::mistake::{Kind, Mistake, Printed, What};
use super::mutant::{Mutant, mutants, swapped};
use super::spot::Spot;

/// The most rows of an earlier step in which a mistake is looked for.
const MOST_ROWS: u32 = 12;

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

/// All mistakes that give this figure, the likeliest first; nothing for the right figure.
///
/// A mistake gives a figure when it yields the same at the places that it was written with.
#[must_use]
pub fn diagnose(calculation: &Calculation<'_>, spot: Spot, entry: &Entry, known: Known<'_>) -> Vec<Mistake> {
    let Some(right) = calculation.right(spot) else { return Vec::new() };
    if entry.matches(calculation, spot.step, &right) != Match::Other {
        return Vec::new();
    }
    let mut search = Search { calculation, spot, entry, known, right, found: Vec::new() };
    search.printed();
    let mut course = Course::with(calculation, known.wrong);
    search.digits(&course);
    search.own(&mut course, 0, false);
    search.rounding_every_step();
    if !known.wrong.is_empty() {
        search.own(&mut Course::right(calculation), 3, false);
    }
    search.earlier(&mut course);
    if search.found.is_empty() {
        search.own(&mut Course::rounding_every_step(calculation), 60, true);
    }
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
            } else if calculation.uses(self.spot.step, printed.at.step)
                && let Some(carried) = Course::right(calculation).carried(printed.at, &figure, self.spot)
                && self.is(&carried)
            {
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

    /// What can go wrong in the figures that this one is computed from.
    fn earlier(&mut self, course: &mut Course<'_>) {
        let calculation = self.calculation;
        let asked = self.spot.step;
        let steps = calculation.scheme.order.iter().rev();
        for &step in steps.filter(|step| calculation.uses(asked, **step)) {
            let axis = calculation.axis(step);
            let distance = u32::try_from(calculation.between(step, self.spot.step).len()).unwrap_or(u32::MAX);
            let more = 15_u32.saturating_add(distance);
            let rows = match axis {
                None => vec![None],
                Some(axis) => {
                    let own = self.spot.row.filter(|_| calculation.axis(self.spot.step) == Some(axis));
                    let rest = (0..calculation.length(axis).min(MOST_ROWS)).filter(|row| Some(*row) != own);
                    own.into_iter().chain(rest).map(Some).collect()
                }
            };
            let mut first = true;
            for row in rows {
                let at = Spot { step, row };
                if self.known.settled.contains(&at) || self.known.wrong.contains_key(&(step, at.at())) {
                    continue;
                }
                self.earlier_spot(course, at, more, first);
                first = false;
            }
        }
    }

    fn earlier_spot(&mut self, course: &mut Course<'_>, at: Spot, more: u32, whole_step: bool) {
        let axis = self.calculation.axis(at.step);
        let Some(now) = course.figure(at) else { return };
        let alone = self.reaches(course, at, &now);
        if !alone && !whole_step {
            return;
        }
        // Whether the asked figure comes of a figure here, once for each.
        let mut tried: Vec<(Item, bool)> = Vec::new();
        for Mutant { kind, what, term, rank, everywhere } in mutants(course, at) {
            if rank >= UNLIKELY {
                continue;
            }
            let column = course.column(&term, &Frame::of(axis));
            let Some(Ok(figure)) = column.at(at.at()) else { continue };
            let rank = rank.saturating_add(more);
            if alone && figure != now {
                let known = tried.iter().find(|(other, _)| *other == figure).map(|(_, gives)| *gives);
                let gives = known.unwrap_or_else(|| {
                    let carried = course.carried(at, &figure, self.spot);
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
                && everywhere
                && at.row.is_some()
                && matches!(column, Value::Many(_))
                && let Some(carried) = course.carried_column(at.step, column, self.spot)
                && self.is(&carried)
            {
                self.find(kind, at, what, figure, rank.saturating_add(1));
            }
        }
    }

    /// Whether another figure in this one row can change the asked one.
    fn reaches(&self, course: &mut Course<'_>, at: Spot, now: &Item) -> bool {
        let Item::Number(number) = now else { return true };
        let asked = course.figure(self.spot);
        let probes = [number.plus(&Exact::ONE), Some(Exact::ZERO)];
        probes.into_iter().flatten().any(|probe| course.carried(at, &Item::Number(probe), self.spot) != asked)
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

/// Whether two mistakes of a kind are told apart by the rows that they are about.
fn lists_rows(what: &What) -> bool {
    matches!(what, What::Row { .. } | What::Left { .. } | What::Tier { .. })
}

/// A figure in base units, of a number in the unit of its step.
pub(super) fn base(calculation: &Calculation<'_>, at: Spot, value: &Exact) -> Option<Item> {
    Some(Item::Number(value.times(calculation.unit(at.step)?.factor())?))
}
