//! Marking: each answer of a sheet held against the right figure, and against what earlier wrong answers lead to.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::explain::Explained;
use crate::evaluate::run::Replaced;
use crate::evaluate::value::Item;
use crate::exact::Rounding;

use super::basis::Basis;
use super::calculation::Calculation;
use super::course::Course;
use super::diagnose::{Known, diagnose_on, own_mistakes};
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

impl Marked {
    fn without_mistakes(verdict: Verdict) -> Self {
        Self { verdict, mistakes: Vec::new() }
    }
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
        carried: BTreeMap::new(),
        wrong: Replaced::new(),
        written: Course::right(calculation),
        meant: Course::right(calculation),
        printed,
    };
    let mut marked = BTreeMap::new();
    let mut spots = calculation.spots().into_iter().peekable();
    for &step in &calculation.scheme.order {
        marking.written.go_on(step);
        marking.meant.go_on(step);
        // What stands on the sheet is taken from there.
        let right = |spot: Spot| Some(((step, spot.at()), calculation.right(spot)?));
        let of_step = Spot { step, row: None }..=Spot { step, row: Some(u32::MAX) };
        let mut written: Replaced = shown.range(of_step).filter_map(|spot| right(*spot)).collect();
        let mut meant = written.clone();
        while let Some(spot) = spots.next_if(|spot| spot.step == step) {
            if let Some(entry) = answers.get(&spot)
                && let Some((found, figures)) = marking.one(spot, entry)
            {
                let place = (step, spot.at());
                written.insert(place, figures.written);
                meant.insert(place, figures.meant);
                marked.insert(spot, found);
            }
        }
        marking.written.take(step, &written);
        marking.meant.take(step, &meant);
    }
    marked
}

/// What is known while the answers are gone through in the order of calculation.
struct Marking<'m> {
    calculation: &'m Calculation<'m>,
    settled: BTreeSet<Spot>,
    /// The wrong answers that right ones follow from, by these.
    carried: BTreeMap<Spot, BTreeSet<Spot>>,
    /// The wrong figures as they were written.
    wrong: Replaced,
    /// The way on from the figures as they were written.
    written: Course<'m>,
    /// The way on from the wrong figures before they were rounded to be written, where a mistake tells them.
    meant: Course<'m>,
    printed: &'m [Printed],
}

/// What an answer is gone on from.
struct Figures {
    written: Item,
    meant: Item,
}

impl Marking<'_> {
    fn one(&mut self, spot: Spot, entry: &Entry) -> Option<(Marked, Figures)> {
        let right = self.calculation.right(spot)?;
        match entry.matches(self.calculation, spot.step, &right) {
            Match::Asked => {
                return Some((Marked::without_mistakes(Verdict::Right), self.settle(spot, right)));
            }
            Match::Same => return Some((Marked::without_mistakes(Verdict::Same), self.settle(spot, right))),
            Match::Other => {}
        }
        let written = entry.item(self.calculation, spot.step)?;
        if let Some(mistake) = self.not_rounded(spot, entry) {
            let figures = Figures { written: written.clone(), meant: mistake.figure.clone() };
            self.wrong.insert((spot.step, spot.at()), written);
            return Some((Marked { verdict: Verdict::Same, mistakes: vec![mistake] }, figures));
        }
        let known = Known { wrong: &self.wrong, settled: &self.settled, printed: self.printed };
        let basis = known.basis(self.calculation, spot);
        if let Some(figure) = self.followed(spot, entry)
            && let from = self.origins(&basis)
            && let Some(at) = from.first().copied()
        {
            self.carried.insert(spot, from.clone());
            let what = What::From(from.into_iter().collect());
            let mistake =
                Mistake { kind: Kind::Carried, at, what, figure: written, rank: 0, and_rounded: false };
            let marked = Marked { verdict: Verdict::Carried, mistakes: vec![mistake] };
            return Some((marked, self.settle(spot, figure)));
        }
        let mistakes = diagnose_on(&mut self.written, spot, entry, known, &basis);
        let own = mistakes.first().filter(|mistake| mistake.at == spot);
        let meant = own.map_or_else(|| written.clone(), |mistake| mistake.figure.clone());
        self.wrong.insert((spot.step, spot.at()), written.clone());
        Some((Marked { verdict: Verdict::Wrong, mistakes }, Figures { written, meant }))
    }

    /// The wrong answers that a figure goes on from, directly or through answers that follow from them.
    fn origins(&self, basis: &Basis) -> BTreeSet<Spot> {
        let mut origins = BTreeSet::new();
        for spot in &basis.written {
            if self.wrong.contains_key(&(spot.step, spot.at())) {
                origins.insert(*spot);
            }
            origins.extend(self.carried.get(spot).into_iter().flatten());
        }
        origins
    }

    /// Notes that nothing is wrong with an answer; what comes after it goes on from the figure that it stands for.
    fn settle(&mut self, spot: Spot, figure: Item) -> Figures {
        self.settled.insert(spot);
        Figures { written: figure.clone(), meant: figure }
    }

    /// What the earlier wrong answers lead to, when that is the answer.
    fn followed(&self, spot: Spot, entry: &Entry) -> Option<Item> {
        [&self.meant, &self.written]
            .into_iter()
            .filter_map(|course| course.figure(spot))
            .find(|figure| entry.matches(self.calculation, spot.step, figure) != Match::Other)
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
        let found = own_mistakes(self.calculation, spot, entry);
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
