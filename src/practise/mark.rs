//! Marking: each answer of a sheet held against the right figure, and against what earlier wrong answers lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::explain::Explained;
use crate::evaluate::run::Replaced;
use crate::evaluate::value::Item;
use crate::exact::Rounding;

use super::calculation::Calculation;
use super::course::Course;
use super::diagnose::{Known, diagnose};
use super::entry::{Entry, Match, at_asked_places};
use super::mistake::{Kind, Mistake, Printed, What};
use super::spot::Spot;

/// What an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The figure, at the places that are asked for.
    Right,
    /// The same number, otherwise written, or not rounded.
    Same,
    /// Another, but right from an earlier wrong figure.
    Carried,
    /// Another.
    Wrong,
}

/// An answer that was marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What it is.
    pub verdict: Verdict,
    /// The mistakes that give it, the likeliest first; of a figure that was only not rounded, that it was not.
    pub mistakes: Vec<Mistake>,
}

/// Marks the answers of a sheet; `shown` are the figures that stand on it.
///
/// An answer for a figure that cannot be computed is left out.
#[must_use]
pub fn mark(
    calculation: &Calculation<'_>,
    answers: &BTreeMap<Spot, Entry>,
    shown: &BTreeSet<Spot>,
    printed: &[Printed],
) -> BTreeMap<Spot, Marked> {
    let mut marking = Marking {
        calculation,
        settled: shown.clone(),
        written: Replaced::new(),
        meant: Replaced::new(),
        printed,
    };
    let mut marked = BTreeMap::new();
    for spot in calculation.spots() {
        if let Some(entry) = answers.get(&spot)
            && let Some(found) = marking.one(spot, entry)
        {
            marked.insert(spot, found);
        }
    }
    marked
}

/// What is known while the answers are gone through in the order of calculation.
struct Marking<'m> {
    calculation: &'m Calculation<'m>,
    settled: BTreeSet<Spot>,
    /// The wrong figures as they were written.
    written: Replaced,
    /// The wrong figures before they were rounded to be written, where a mistake tells them.
    meant: Replaced,
    printed: &'m [Printed],
}

impl Marking<'_> {
    fn one(&mut self, spot: Spot, entry: &Entry) -> Option<Marked> {
        let right = self.calculation.right(spot)?;
        match entry.matches(self.calculation, spot.step, &right) {
            Match::Asked => return Some(self.settle(spot, Verdict::Right)),
            Match::Same => return Some(self.settle(spot, Verdict::Same)),
            Match::Other => {}
        }
        let figure = entry.item(self.calculation, spot.step)?;
        let place = (spot.step, spot.at());
        if let Some(mistake) = self.not_rounded(spot, entry) {
            self.meant.insert(place, mistake.figure.clone());
            self.written.insert(place, figure);
            return Some(Marked { verdict: Verdict::Same, mistakes: vec![mistake] });
        }
        let from: Vec<Spot> = self.wrong_before(spot);
        if !from.is_empty() && self.follows(spot, entry) {
            let at = from.first().copied().unwrap_or(spot);
            let what = What::From(from);
            let mistake = Mistake { kind: Kind::Carried, at, what, figure, rank: 0, and_rounded: false };
            return Some(Marked { verdict: Verdict::Carried, mistakes: vec![mistake] });
        }
        let known = Known { wrong: &self.written, settled: &self.settled, printed: self.printed };
        let mistakes = diagnose(self.calculation, spot, entry, known);
        let own = mistakes.first().filter(|mistake| mistake.at == spot);
        self.meant.insert(place, own.map_or_else(|| figure.clone(), |mistake| mistake.figure.clone()));
        self.written.insert(place, figure);
        Some(Marked { verdict: Verdict::Wrong, mistakes })
    }

    fn settle(&mut self, spot: Spot, verdict: Verdict) -> Marked {
        self.settled.insert(spot);
        Marked { verdict, mistakes: Vec::new() }
    }

    /// The earlier wrong figures that a figure is computed from.
    fn wrong_before(&self, spot: Spot) -> Vec<Spot> {
        let used = self.written.keys().filter(|(step, _)| self.calculation.uses(spot.step, *step));
        let named = |(step, row): &(usize, u32)| Spot {
            step: *step,
            row: self.calculation.axis(*step).map(|_| *row),
        };
        used.map(named).collect()
    }

    /// Whether an answer is what the earlier wrong ones lead to.
    fn follows(&self, spot: Spot, entry: &Entry) -> bool {
        [&self.written, &self.meant].into_iter().any(|replaced| {
            let figure = Course::with(self.calculation, replaced).figure(spot);
            figure.is_some_and(|figure| entry.matches(self.calculation, spot.step, &figure) != Match::Other)
        })
    }

    /// The figure as it is before the scheme rounds it, when that is what was written.
    fn not_rounded(&self, spot: Spot, entry: &Entry) -> Option<Mistake> {
        let Calculation { scheme, facts, outcome, .. } = *self.calculation;
        let right = self.calculation.right(spot)?;
        let explained = Explained::of(scheme, facts, outcome, spot.step, spot.row)?;
        let exact = Item::Number(explained.dropped()?.exact);
        if entry.matches(self.calculation, spot.step, &exact) == Match::Other {
            return None;
        }
        // The part of a pool may have received a fen more than it rounds to: then it is another number.
        if explained.part().is_some() {
            let written = entry.item(self.calculation, spot.step)?;
            let (Item::Number(written), Item::Number(right)) = (written, right) else { return None };
            if at_asked_places(self.calculation, spot.step, &written)? != right {
                return None;
            }
        }
        let none = (Replaced::new(), BTreeSet::new());
        let known = Known { wrong: &none.0, settled: &none.1, printed: &[] };
        let found = diagnose(self.calculation, spot, entry, known);
        let is_late = |mistake: &Mistake| mistake.kind == Kind::RoundedLate && mistake.at == spot;
        // A rule such as "whole points only" makes another number; to the nearest, it is the same one in fewer digits.
        let is_nearest = |mistake: &Mistake| match &mistake.what {
            What::Mode { right_mode, .. } => {
                matches!(right_mode, Rounding::HalfAwayFromZero | Rounding::HalfEven)
            }
            _ => true,
        };
        found.into_iter().find(is_late).filter(is_nearest)
    }
}
