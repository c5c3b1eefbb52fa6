//! Find the error: a finished sheet with one mistake in it, and whether somebody found it.

use std::collections::BTreeSet;

use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::{Replaced, evaluate_with};
use crate::evaluate::value::Item;

use crate::scheme::Scheme;

use super::calculation::Calculation;
use super::course::Course;
use super::diagnose::{Known, base, diagnose};
use super::entry::{Entry, in_unit, looks_same};
use super::exercise::Exercise;
use super::mistake::{Kind, Mistake, Printed, What};
use super::mutant::{mutants, swapped};
use super::seed::Draws;
use super::spot::Spot;

/// Mistakes that are less likely than this are known when they are made, but not planted.
const UNLIKELY: u32 = 40;

/// The most kinds of mistakes to choose from.
const MOST_KINDS: usize = 8;

/// A finished sheet with one mistake in it.
#[derive(Clone, Debug)]
pub struct Planted {
    /// The mistake.
    pub mistake: Mistake,
    /// The figures of the sheet: those behind the wrong one go on from there.
    pub outcome: Outcome,
    /// Kinds of mistakes to choose from, among them its own: such as could have been made in this sheet.
    pub kinds: Vec<Kind>,
}

/// What somebody found of a planted mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Whether the line is the one.
    pub place: bool,
    /// Whether the kind of mistake is one that gives this figure there.
    pub kind: bool,
}

/// Plants one mistake in one of these lines.
///
/// Each kind of mistake that shows in some line is as likely. None when no mistake would show.
#[must_use]
pub fn plant(calculation: &Calculation<'_>, lines: &[Spot], draws: &mut Draws) -> Option<Planted> {
    let all: Vec<Mistake> = lines.iter().flat_map(|line| mistakes_at(calculation, *line, &[])).collect();
    let made: BTreeSet<Kind> = all.iter().map(|mistake| mistake.kind).collect();
    let mut kinds: Vec<Kind> = made.into_iter().collect();
    let kind = *draws.one(&kinds)?;
    let of_kind: Vec<Mistake> = all.into_iter().filter(|mistake| mistake.kind == kind).collect();
    let mistake = draws.one(&of_kind)?.clone();
    draws.shuffle(&mut kinds);
    kinds.sort_by_key(|other| *other != kind);
    kinds.truncate(MOST_KINDS);
    kinds.sort_unstable();
    let place = (mistake.at.step, mistake.at.at());
    let replaced = Replaced::from([(place, mistake.figure.clone())]);
    let outcome = evaluate_with(calculation.scheme, calculation.facts, &replaced);
    Some(Planted { mistake, outcome, kinds })
}

impl Exercise {
    /// A mistake planted in the lines that are calculated on the sheet: the same for the same facts and level. None when
    /// none would show.
    #[must_use]
    pub fn planting(&self, scheme: &Scheme) -> Option<Planted> {
        let calculation = Calculation::new(scheme, self.opened.facts(), &self.outcome);
        let own = self.sheet.lines.iter().filter(|line| !line.given);
        let lines: Vec<Spot> = own.map(|line| line.spot).collect();
        let id = &scheme.document.id.text;
        plant(&calculation, &lines, &mut Draws::of(&[id, "planted", self.level.id(), &self.facts(scheme)]))
    }
}

/// The mistakes that people make in the calculation of a figure and that show in it, one for each figure and kind.
#[must_use]
pub fn mistakes_at(calculation: &Calculation<'_>, at: Spot, printed: &[Printed]) -> Vec<Mistake> {
    let Some(right) = calculation.right(at) else { return Vec::new() };
    let mut found: Vec<Mistake> = Vec::new();
    let mut course = Course::right(calculation);
    let axis = calculation.axis(at.step);
    for mutant in mutants(&mut course, at).into_iter().filter(|mutant| mutant.rank < UNLIKELY) {
        let Some(figure) = course.item(&mutant.term, axis, at.at()) else { continue };
        let (kind, what, rank) = (mutant.kind, mutant.what, mutant.rank);
        found.push(Mistake { kind, at, what, figure, rank, and_rounded: false });
    }
    found.extend(transposed(calculation, at, &right));
    let of_figure = printed.iter().filter(|printed| printed.at == at);
    found.extend(of_figure.filter_map(|printed| {
        let figure = base(calculation, at, &printed.value)?;
        let what = What::Printed { erratum: printed.erratum };
        Some(Mistake { kind: Kind::PrintedErratum, at, what, figure, rank: 5, and_rounded: false })
    }));
    let mut kept: Vec<Mistake> = Vec::new();
    for mistake in found {
        let shows = !looks_same(calculation, at.step, &mistake.figure, &right);
        let twice = |other: &Mistake| other.kind == mistake.kind && other.figure == mistake.figure;
        if shows && !kept.iter().any(twice) {
            kept.push(mistake);
        }
    }
    kept
}

/// The figure as it is shown, with two digits that changed places.
fn transposed(calculation: &Calculation<'_>, at: Spot, right: &Item) -> Vec<Mistake> {
    let (Some(own), Some(unit)) = (in_unit(calculation, at.step, right), calculation.unit(at.step)) else {
        return Vec::new();
    };
    let shown = if own.terminates() { own.to_string() } else { own.approximate(calculation.places(at.step)) };
    let mistake = |taken: crate::exact::Exact| {
        let figure = Item::Number(taken.times(unit.factor())?);
        let what = What::Digits { part: None, right: own.clone(), taken, unit: unit.clone() };
        Some(Mistake { kind: Kind::Transposed, at, what, figure, rank: 15, and_rounded: false })
    };
    swapped(&shown).into_iter().filter_map(mistake).collect()
}

/// A figure as somebody would write it: in its unit, to the places that are asked for where it does not end.
#[must_use]
pub fn written(calculation: &Calculation<'_>, at: Spot, figure: &Item) -> Option<Entry> {
    let Item::Number(_) = figure else { return Some(Entry::Item(figure.clone())) };
    let own = in_unit(calculation, at.step, figure)?;
    let asked = calculation.places(at.step);
    let text = if own.fixed(asked).is_some() { own.to_string() } else { own.approximate(asked) };
    let places = text.split_once('.').map_or(0, |(_, places)| places.len());
    let value = crate::exact::Exact::parse(&text).ok()?;
    Some(Entry::Number { value, places: Some(u32::try_from(places).ok()?.max(asked)) })
}

/// What somebody found of a planted mistake: the kind counts as found when a mistake of that kind in that line gives
/// the same figure.
#[must_use]
pub fn judge(calculation: &Calculation<'_>, planted: &Planted, at: Spot, kind: Kind) -> Judgement {
    let mistake = &planted.mistake;
    if at != mistake.at {
        return Judgement { place: false, kind: kind == mistake.kind };
    }
    let settled: BTreeSet<Spot> =
        calculation.spots().into_iter().filter(|spot| *spot != mistake.at).collect();
    let wrong = Replaced::new();
    let known = Known { wrong: &wrong, settled: &settled, printed: &[] };
    let fits = || {
        let entry = written(calculation, mistake.at, &mistake.figure);
        let named = entry.map(|entry| diagnose(calculation, mistake.at, &entry, known)).unwrap_or_default();
        named.iter().any(|other| other.kind == kind)
    };
    Judgement { place: true, kind: kind == mistake.kind || fits() }
}
