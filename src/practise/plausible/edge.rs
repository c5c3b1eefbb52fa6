//! Edges on purpose: a value exactly where the rules change, one unit above, a zero, a half that has to be rounded.

use std::collections::BTreeSet;

use super::fixed::is_named;
use super::paper::{Paper, magnitude, short};
use super::sound::{Case, Demands, rows};
use super::value::{allowed, least_place, unit};
use crate::evaluate::run::{Frame, Run};
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding, Sign};
use crate::practise::needed;
use crate::practise::seed::Draws;
use crate::scheme::Scheme;
use crate::scheme::document::Entry;
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// How many places of the rules are tried.
const MOST_PLACES: usize = 3;

/// How many values are moved to reach one of them.
const MOST_MOVED: usize = 2;

/// An edge that a case lies on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Edge {
    /// A value is exactly a bound of a tier or band, or the number that a rule compares with.
    OnBound,
    /// It is one unit of its last figure more.
    OverBound,
    /// Somebody has nothing of something.
    Zero,
    /// A value lies halfway between two that it may be rounded to.
    Half,
}

impl Edge {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::OnBound, Self::OverBound, Self::Zero, Self::Half];
}

/// Where a number is typed: an input, or a cell of a roster's row.
#[derive(Clone, Copy, Debug)]
enum Cell {
    Input(usize, usize),
    Roster { roster: usize, row: usize, column: usize, place: usize },
}

impl Cell {
    /// All numbers that were typed; of a roster those of one row, when it is given.
    fn all(scheme: &Scheme, paper: &Paper, of: Option<(Axis, u32)>) -> Vec<Self> {
        let mut cells = Vec::new();
        let document = &scheme.document;
        for (at, (entry, texts)) in document.inputs.iter().zip(&paper.inputs).enumerate() {
            let typed = texts.iter().enumerate().filter(|(_, text)| text.is_some() && unit(entry).is_some());
            cells.extend(typed.map(|(place, _)| Self::Input(at, place)));
        }
        for (roster, (declared, listed)) in document.rosters.iter().zip(&paper.rosters).enumerate() {
            for (row, columns) in listed.rows.iter().enumerate() {
                let own =
                    |(axis, at): (Axis, u32)| axis != Axis::Roster(roster) || usize::try_from(at) == Ok(row);
                if !of.is_none_or(own) {
                    continue;
                }
                for (column, (entry, texts)) in declared.columns.iter().zip(columns).enumerate() {
                    // What a row is called after is no longer so when it is moved.
                    let name = listed.names.get(row).map_or("", String::as_str);
                    let moves = |text: &String| unit(entry).is_some() && !is_named(name, text);
                    let typed = texts.iter().enumerate();
                    let typed = typed.filter(|(_, text)| text.as_ref().is_some_and(moves));
                    cells.extend(typed.map(|(place, _)| Self::Roster { roster, row, column, place }));
                }
            }
        }
        cells
    }

    /// What it is a value of, when it stands by itself or in a list of several.
    fn sources(self) -> [Source; 2] {
        match self {
            Self::Input(at, _) => [Source::Input(at), Source::Input(at)],
            Self::Roster { roster, column, .. } => {
                [Source::Column(Axis::Roster(roster), column), Source::Per(roster, column)]
            }
        }
    }

    fn entry(self, scheme: &Scheme) -> Option<&Entry> {
        match self {
            Self::Input(at, _) => scheme.document.inputs.get(at),
            Self::Roster { roster, column, .. } => scheme.document.rosters.get(roster)?.columns.get(column),
        }
    }

    fn slot(self, paper: &mut Paper) -> Option<&mut Option<String>> {
        match self {
            Self::Input(at, place) => paper.inputs.get_mut(at)?.get_mut(place),
            Self::Roster { roster, row, column, place } => {
                paper.rosters.get_mut(roster)?.rows.get_mut(row)?.get_mut(column)?.get_mut(place)
            }
        }
    }

    fn number(self, paper: &mut Paper) -> Option<Exact> {
        Exact::parse(self.slot(paper)?.as_ref()?).ok()
    }

    fn write(self, paper: &mut Paper, number: &Exact) {
        if let Some(slot) = self.slot(paper) {
            *slot = Some(number.to_string());
        }
    }
}

/// Where the rules change: a term of a step at one of its rows, and the value that is aimed at.
struct Aim<'s> {
    each: Option<Axis>,
    row: u32,
    of: &'s Term,
    at: Exact,
}

impl Aim<'_> {
    /// The value of the term in a case.
    fn value(&self, scheme: &Scheme, case: &Case) -> Option<Exact> {
        number(&mut Run::after(scheme, case.opened.facts(), &case.outcome), self.of, self.each, self.row)
    }
}

fn number(run: &mut Run<'_>, term: &Term, each: Option<Axis>, row: u32) -> Option<Exact> {
    match run.value(term, &Frame::of(each)).at(row)? {
        Ok(Item::Number(number)) => Some(number),
        _ => None,
    }
}

/// Moves a case onto an edge of this kind, if that can be done with a few changes.
pub(super) fn moved(
    scheme: &Scheme,
    demands: &Demands<'_>,
    edge: Edge,
    (paper, case): (&Paper, &Case),
    draws: &mut Draws,
) -> Option<Case> {
    let fits = |paper: &Paper| {
        let case = Case::of(scheme, paper);
        let fits = demands.are_met(&case) && demands.are_known(&case) && demands.are_apart(&case);
        fits.then_some(case)
    };
    if edge == Edge::Zero {
        let mut cells = Cell::all(scheme, paper, None);
        draws.shuffle(&mut cells);
        return cells.into_iter().take(MOST_MOVED).find_map(|cell| {
            let mut paper = paper.clone();
            let may = allowed(&Exact::ZERO, cell.entry(scheme)?) && !cell.number(&mut paper)?.is_zero();
            cell.write(&mut paper, &Exact::ZERO);
            may.then(|| fits(&paper)).flatten()
        });
    }
    let mut aims = aims(scheme, demands, edge, case);
    draws.shuffle(&mut aims);
    for aim in aims.into_iter().take(MOST_PLACES) {
        let mut cells = Cell::all(scheme, paper, aim.each.map(|axis| (axis, aim.row)));
        let behind = behind(scheme, aim.of);
        cells.retain(|cell| cell.sources().iter().any(|source| behind.contains(source)));
        draws.shuffle(&mut cells);
        for cell in cells.into_iter().take(MOST_MOVED) {
            let mut paper = paper.clone();
            let Some(number) = aimed(scheme, &aim, cell, edge, (&mut paper, case)) else { continue };
            cell.write(&mut paper, &number);
            let Some(case) = fits(&paper) else { continue };
            let Some(value) = aim.value(scheme, &case) else { continue };
            if if edge == Edge::OverBound { value > aim.at } else { value == aim.at } {
                return Some(case);
            }
        }
    }
    None
}

/// The number that a cell needs for a term to have the value that is aimed at, as if it went with it in a straight line.
fn aimed(
    scheme: &Scheme,
    aim: &Aim<'_>,
    cell: Cell,
    edge: Edge,
    (paper, case): (&mut Paper, &Case),
) -> Option<Exact> {
    let entry = cell.entry(scheme)?;
    let (now, value) = (cell.number(paper)?, aim.value(scheme, case)?);
    let step = Exact::power_of_ten(magnitude(&now).saturating_sub(1).max(least_place(entry)))?;
    let beside = now.plus(&step)?;
    cell.write(paper, &beside);
    let there = aim.value(scheme, &Case::of(scheme, paper))?;
    let slope = there.minus(&value)?.divided_by(&step).ok()?;
    if slope.is_zero() {
        return None;
    }
    let exact = now.plus(&aim.at.minus(&value)?.divided_by(&slope).ok()?)?;
    let mut found = exact.clone();
    if edge == Edge::OverBound {
        // One unit of the last figure that somebody types: a fen, where there are no more than four figures.
        let last = if entry.whole || !unit(entry)?.counts("yuan") { 0 } else { -2 };
        let last = last.max(magnitude(&exact).saturating_sub(3)).max(least_place(entry));
        let one = Exact::power_of_ten(last)?;
        let one = if slope.sign() == Sign::Negative { one.negated() } else { one };
        found = short(&exact)?.plus(&one)?;
    }
    (short(&found)? == found && allowed(&found, entry) && found != now && found.terminates()).then_some(found)
}

/// Where the rules change in the steps that the result needs, for each row.
fn aims<'s>(scheme: &'s Scheme, demands: &Demands<'_>, edge: Edge, case: &Case) -> Vec<Aim<'s>> {
    let mut aims = Vec::new();
    let mut run = Run::after(scheme, case.opened.facts(), &case.outcome);
    for step in needed(scheme, demands.step) {
        let (Some(plan), Some(outcome)) = (scheme.steps.get(step), case.outcome.steps.get(step)) else {
            continue;
        };
        let mut terms = Vec::new();
        own_terms(&plan.term, &mut terms);
        for row in 0..rows(&outcome.value) {
            for term in &terms {
                let aim = |of: &'s Term, at: Exact| Aim { each: plan.each, row, of, at };
                match &term.kind {
                    TermKind::Round(_, of, places) if edge == Edge::Half => {
                        let now = number(&mut run, of, plan.each, row);
                        aims.extend(now.and_then(|now| half(&now, *places)).map(|at| aim(of, at)));
                    }
                    TermKind::Graded(_, of, table) if edge != Edge::Half => {
                        let bounds = case.opened.facts().tables.get(*table).map(|table| table.bounds.iter());
                        let from = bounds.into_iter().flatten().filter_map(|bounds| bounds.from.clone());
                        aims.extend(from.filter(|from| !from.is_zero()).map(|at| aim(of, at)));
                    }
                    TermKind::Compare(_, left, right) if edge != Edge::Half => {
                        let (of, with) = if is_fixed(right) { (left, right) } else { (right, left) };
                        let with = is_fixed(with).then(|| number(&mut run, with, plan.each, row)).flatten();
                        aims.extend(with.filter(|with| !with.is_zero()).map(|at| aim(of, at)));
                    }
                    _ => {}
                }
            }
        }
    }
    aims
}

/// What a term reads, itself or through steps.
fn behind(scheme: &Scheme, term: &Term) -> BTreeSet<Source> {
    let mut found = BTreeSet::new();
    let mut steps = Vec::new();
    let mut read = |term: &Term, steps: &mut Vec<usize>| {
        if let TermKind::Whole(source)
        | TermKind::Own(source)
        | TermKind::Picked(source)
        | TermKind::Fixed(source, _) = &term.kind
            && found.insert(*source)
            && let Source::Step(step) = source
        {
            steps.push(*step);
        }
    };
    term.walk(&mut |term| read(term, &mut steps));
    while let Some(step) = steps.pop() {
        if let Some(plan) = scheme.steps.get(step) {
            plan.term.walk(&mut |term| read(term, &mut steps));
        }
    }
    found
}

/// The terms of a formula that are read in the row of its step.
fn own_terms<'t>(term: &'t Term, found: &mut Vec<&'t Term>) {
    match &term.kind {
        TermKind::Aggregate(_) | TermKind::Outer(_) | TermKind::Share(_) | TermKind::Rank(..) => {}
        TermKind::Follow { link, .. } => own_terms(link, found),
        _ => {
            found.push(term);
            term.inner().into_iter().for_each(|inner| own_terms(inner, found));
        }
    }
}

/// Whether a term says what the rules say, whatever the month brings.
fn is_fixed(term: &Term) -> bool {
    let mut fixed = true;
    term.walk(&mut |term| match &term.kind {
        TermKind::Whole(Source::Parameter(_)) | TermKind::Fixed(Source::Column(Axis::Table(_), _), _) => {}
        TermKind::Whole(_) | TermKind::Own(_) | TermKind::Picked(_) | TermKind::Fixed(..) => fixed = false,
        _ => {}
    });
    fixed
}

/// The half between two values of so many decimals that lies next above a number.
fn half(number: &Exact, places: i32) -> Option<Exact> {
    let unit = Exact::power_of_ten(places.checked_neg()?)?;
    let half = unit.divided_by(&Exact::from(2)).ok()?;
    number.rounded(places, Rounding::Down)?.plus(&half)
}
