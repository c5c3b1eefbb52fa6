//! Rounding at the wrong place: too early, too late, in another way, to other places.

use crate::exact::{Exact, Rounding};
use crate::practise::calculation::{base_places, step_of};
use crate::practise::mistake::{Kind, What};
use crate::scheme::term::{Fold, Grading, Operator, Term, TermKind, Type};
use crate::unit::Unit;

use super::Search;
use super::build::{self, unit_of};
use super::fold::Here;

/// Decimals that people round to, the likelier first.
const LIKELY: [u32; 5] = [2, 4, 1, 3, 0];

impl<'c> Search<'_, 'c> {
    /// A part that was rounded before it was used.
    pub(super) fn round_early(&mut self, term: &Term, here: &Here<'c>) {
        if here.path.is_empty() {
            return;
        }
        let calculation = self.course.calculation;
        let (unit, first) = match reference(term) {
            Some(step) => match calculation.unit(step) {
                Some(unit) => (unit.clone(), Some(calculation.places(step))),
                None => return,
            },
            None if is_computed(term) => (unit_of(term), None),
            None => return,
        };
        let value = self.number(term, here);
        if here.at.is_some() && value.is_none() {
            return;
        }
        let rest = LIKELY.into_iter().filter(|places| Some(*places) != first);
        let mut seen: Vec<Exact> = Vec::new();
        for (position, places) in (0_u32..).zip(first.into_iter().chain(rest)) {
            // Inside a list nothing tells whether a rounding changes anything; the likely ones are tried.
            if value.is_none() && position > 1 {
                break;
            }
            let Some(decimals) = base_places(&unit, places) else { return };
            let mut taken = None;
            if let Some(exact) = &value {
                let Some(rounded) = exact.rounded(decimals, Rounding::HalfAwayFromZero) else { continue };
                if rounded == *exact || seen.contains(&rounded) {
                    continue;
                }
                seen.push(rounded.clone());
                taken = Some((exact.clone(), rounded));
            }
            let likely = match (first, position) {
                (Some(_), 0) => 10,
                (None, 0) => 11,
                (None, 1) => 13,
                _ => 40_u32.saturating_add(position),
            };
            let what = What::Part { part: term.clone(), unit: unit.clone(), places, taken };
            let instead = build::rounded(term, Rounding::HalfAwayFromZero, decimals);
            self.add(Kind::RoundedEarly, likely, what, here, instead);
        }
    }

    /// Every figure that the formula uses rounded first.
    pub(super) fn every_part(&mut self) {
        let calculation = self.course.calculation;
        let mut count = 0_u32;
        let term = build::replaced(self.whole, &mut |term| {
            let step = reference(term)?;
            let decimals = base_places(calculation.unit(step)?, calculation.places(step))?;
            count = count.saturating_add(1);
            Some(build::rounded(term, Rounding::HalfAwayFromZero, decimals))
        });
        if count > 1 {
            let here = Here::root(self.whole, None);
            self.add(Kind::RoundedEarly, 12, What::EveryPart, &here, term);
        }
    }

    /// A rounding of the scheme that was left out, or done otherwise.
    pub(super) fn roundings(&mut self, term: &Term, mode: Rounding, of: &Term, places: i32, here: &Here<'c>) {
        let unit = unit_of(term);
        let (Some(exact), Some(right)) = (self.number(of, here), unit_places(&unit, places)) else { return };
        let Some(rounded) = exact.rounded(places, mode) else { return };
        let what = |taken, places| What::Mode {
            exact: exact.clone(),
            unit: unit.clone(),
            mode: taken,
            places,
            right_mode: mode,
            right,
        };
        if exact != rounded {
            self.add(Kind::RoundedLate, 14, what(None, right), here, of.clone());
        }
        let mut seen = vec![rounded, exact.clone()];
        self.other_modes(&exact, (mode, places), here, &mut seen, of, &what);
    }

    /// Other ways to round a number, and other places to round it to.
    fn other_modes(
        &mut self,
        exact: &Exact,
        (mode, places): (Rounding, i32),
        here: &Here<'c>,
        seen: &mut Vec<Exact>,
        of: &Term,
        what: &dyn Fn(Option<Rounding>, u32) -> What,
    ) {
        let unit = unit_of(of);
        let ways = [
            (Rounding::TowardsZero, places, 9),
            (Rounding::HalfAwayFromZero, places, 12),
            (Rounding::AwayFromZero, places, 16),
            (Rounding::HalfEven, places, 18),
            (Rounding::Down, places, 18),
            (Rounding::Up, places, 18),
            (mode, places.saturating_sub(1), 46),
            (mode, places.saturating_sub(2), 45),
            (mode, places.saturating_add(1), 48),
            (mode, places.saturating_add(2), 47),
            (Rounding::TowardsZero, places.saturating_sub(1), 55),
            (Rounding::TowardsZero, places.saturating_sub(2), 55),
            (Rounding::TowardsZero, places.saturating_add(2), 56),
        ];
        for (way, decimals, rank) in ways {
            let Some(shown) = unit_places(&unit, decimals) else { continue };
            let Some(taken) = exact.rounded(decimals, way) else { continue };
            if seen.contains(&taken) {
                continue;
            }
            seen.push(taken);
            let cut = way == Rounding::TowardsZero && mode != way;
            let kind = if cut { Kind::CutOff } else { Kind::RoundedOtherwise };
            self.add(kind, rank, what(Some(way), shown), here, build::rounded(of, way, decimals));
        }
    }

    /// A rounding to a multiple that was left out, or cut off.
    pub(super) fn roundings_to(&mut self, term: &Term, of: &Term, multiple: &Term, here: &Here<'c>) {
        let unit = unit_of(term);
        let (Some(exact), Some(step)) = (self.number(of, here), self.number(multiple, here)) else { return };
        let Some(right) = self.number(term, here) else { return };
        let what = |mode| What::Mode {
            exact: exact.clone(),
            unit: unit.clone(),
            mode,
            places: 0,
            right_mode: Rounding::HalfAwayFromZero,
            right: 0,
        };
        if exact != right {
            self.add(Kind::RoundedLate, 14, what(None), here, of.clone());
        }
        for (mode, kind) in
            [(Rounding::TowardsZero, Kind::CutOff), (Rounding::AwayFromZero, Kind::RoundedOtherwise)]
        {
            if let Ok(taken) = exact.rounded_to(&step, mode)
                && taken != right
            {
                let parts = build::arithmetic(Operator::Divide, of, multiple, of);
                let cut = build::rounded(&parts, mode, 0);
                let instead = build::arithmetic(Operator::Times, &cut, multiple, of);
                self.add(kind, 16, what(Some(mode)), here, instead);
            }
        }
    }

    /// A figure that the scheme does not round, written down otherwise than rounded to the places asked for.
    pub(super) fn last_rounding(&mut self, here: &Here<'c>) {
        let (calculation, step) = (self.course.calculation, self.spot.step);
        let Some(unit) = calculation.unit(step) else { return };
        let whole = self.whole;
        let right = calculation.places(step);
        let (Some(exact), Some(places)) = (self.number(whole, here), base_places(unit, right)) else {
            return;
        };
        let Some(rounded) = exact.rounded(places, Rounding::HalfAwayFromZero) else { return };
        if rounded == exact {
            return;
        }
        let unit = unit.clone();
        let what = |mode, places| What::Mode {
            exact: exact.clone(),
            unit: unit.clone(),
            mode,
            places,
            right_mode: Rounding::HalfAwayFromZero,
            right,
        };
        let mut seen = vec![rounded.clone(), exact.clone()];
        let whole = Term { yields: Type::Number(unit.clone()), ..whole.clone() };
        let right_way = (Rounding::HalfAwayFromZero, places);
        self.other_modes(&exact, right_way, here, &mut seen, &whole, &what);
    }
}

/// The step that a term names, and no more than that.
fn reference(term: &Term) -> Option<usize> {
    match &term.kind {
        TermKind::Follow { of, .. } => reference(of),
        TermKind::Outer(of) => reference(of),
        kind => step_of(kind),
    }
}

/// Whether a term is a part of a calculation whose result people write down.
fn is_computed(term: &Term) -> bool {
    match &term.kind {
        TermKind::Arithmetic(..) => true,
        TermKind::Aggregate(aggregate) => matches!(aggregate.fold, Fold::Sum | Fold::Mean),
        TermKind::Graded(grading, ..) => matches!(grading, Grading::Marginal | Grading::Whole),
        _ => false,
    }
}

/// The decimals in a unit that decimals of its base units are.
fn unit_places(unit: &Unit, places: i32) -> Option<u32> {
    let zero = base_places(unit, 0)?;
    u32::try_from(places.checked_sub(zero)?).ok()
}
