//! An exercise: a case drawn by a seed, its sheet, and what the trainee fills in.

use std::collections::BTreeMap;

use super::granted::granted;
use super::level::{Blank, Level, blanks};
use super::plausible::{Drawn, Pattern};
use super::seed::Draws;
use super::sheet::{Sheet, finals};
use super::spot::Spot;
use super::{needed, result};
use crate::evaluate::facts::{Evaluated, Opened};
use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::evaluate::value::{Item, Value};
use crate::scheme::Scheme;

/// A sheet with more figures to calculate is about one person; with fewer about two.
const MANY_FIGURES: usize = 8;

/// The most figures that a sheet should leave to calculate.
const MOST_FIGURES: usize = 32;

/// How many cases are drawn until one has enough to fill in.
const MOST_CASES: u32 = 8;

/// One figure in so many of a sheet may be nothing: zero, or no.
const MOST_NOTHING: usize = 3;

/// How many cases with more that is nothing are drawn before the best of them is taken.
const MOST_EMPTY: u32 = 4;

/// An exercise of a scheme.
///
/// # Example
///
/// ```
/// use jixiao::practise::{Exercise, Level};
/// use jixiao::scheme::Scheme;
///
/// let scheme = Scheme::read(r#"
///     id = "tiny"
///     title = "試"
///     [roster.nurse]
///     title = "護士"
///     unit = "person"
///     column.days = { title = "天數", unit = "day", min = "0" }
///     [step.points]
///     title = "得分"
///     each = "nurse"
///     unit = "point"
///     formula = "days * 1.5 [point/day]"
/// "#.as_bytes()).unwrap();
/// let exercise = Exercise::of(&scheme, None, Level::Last, "7").unwrap();
/// let again = Exercise::of(&scheme, None, Level::Last, "7").unwrap();
/// assert_eq!(exercise.facts(&scheme), again.facts(&scheme));
/// assert_eq!(exercise.blanks.len(), exercise.sheet.finals.len());
/// ```
#[derive(Clone, Debug)]
pub struct Exercise {
    /// Its level.
    pub level: Level,
    /// The facts.
    pub opened: Opened,
    /// What they yield.
    pub outcome: Outcome,
    /// The lines.
    pub sheet: Sheet,
    /// What is filled in.
    pub blanks: BTreeMap<Spot, Blank>,
}

impl Exercise {
    /// The exercise of a seed: the same on every machine. The levels of one seed have the same facts.
    ///
    /// `model` is the facts of a case as JSON, which says what its values look like. None when the scheme has no
    /// figures to calculate, when no case without a fault is found, or the level makes no sense for the scheme.
    #[must_use]
    pub fn of(scheme: &Scheme, model: Option<&str>, level: Level, seed: &str) -> Option<Self> {
        let pattern = Pattern::of(scheme, model)?;
        let (mut best, mut tried) = (None, 0_u32);
        for case in 0..MOST_CASES {
            let texts: Vec<String> = if case == 0 { vec![] } else { vec![case.to_string()] };
            let seeds: Vec<&str> = std::iter::once(seed).chain(texts.iter().map(String::as_str)).collect();
            let drawn = pattern.drawn(&seeds)?;
            let exercise = Self::on(scheme, drawn, level, &seeds);
            if exercise.blanks.len() < level.least() {
                continue;
            }
            let (nothing, all) = exercise.nothing();
            if nothing.saturating_mul(MOST_NOTHING) <= all {
                return Some(exercise);
            }
            // Of cases with too much that is nothing the one with the least.
            let more = |(other, of, _): &(usize, usize, Self)| {
                nothing.saturating_mul(*of) < other.saturating_mul(all)
            };
            if best.as_ref().is_none_or(more) {
                best = Some((nothing, all, exercise));
            }
            tried = tried.saturating_add(1);
            if tried >= MOST_EMPTY {
                break;
            }
        }
        best.map(|(_, _, exercise)| exercise)
    }

    /// How many of the figures that are calculated on the sheet are nothing (zero, no, none of the options), and of how
    /// many.
    fn nothing(&self) -> (usize, usize) {
        let own = || self.sheet.lines.iter().filter(|line| !line.given);
        let is_nothing = |spot: &Spot| match spot.figure(&self.outcome) {
            Some(FigureOutcome::Known(item)) => is_nothing(&item),
            _ => true,
        };
        (own().filter(|line| is_nothing(&line.spot)).count(), own().count())
    }

    /// The exercise on a case.
    fn on(scheme: &Scheme, Drawn { opened, outcome, .. }: Drawn, level: Level, seeds: &[&str]) -> Self {
        let variant = Evaluated { scheme, facts: opened.facts(), outcome: &outcome };
        let mut draws = Draws::of(&[&[scheme.document.id.text.as_str(), "sheet"], seeds].concat());
        let people = people(scheme, &outcome, &mut draws);
        let sheet = |people: &[u32]| {
            let sheet = granted(variant, Sheet::of(variant, &finals(scheme, people)));
            let asked = sheet.lines.iter().filter(|line| !line.given).count();
            (asked, sheet)
        };
        // Somebody whose calculation is longer than a person has patience for is not asked about.
        let short = people.iter().map(|person| sheet(&[*person])).find(|(asked, _)| *asked <= MOST_FIGURES);
        let (asked, one) = short.unwrap_or_else(|| sheet(people.get(..1).unwrap_or_default()));
        let mut sheet = match people.get(..2) {
            Some(two) if asked <= MANY_FIGURES => {
                let mut two = two.to_vec();
                two.sort_unstable();
                sheet(&two).1
            }
            _ => one,
        };
        if level == Level::Empty {
            sheet = sheet.without_given();
        }
        let blanks = blanks(variant, &sheet, level, &mut draws);
        Self { level, opened, outcome, sheet, blanks }
    }

    /// The facts as JSON.
    #[must_use]
    pub fn facts(&self, scheme: &Scheme) -> String {
        self.opened.json(scheme)
    }
}

/// The rows whose results may be asked, those with most to calculate first.
///
/// What somebody has to calculate is how many different figures other than zero the steps of the sheet have for them.
fn people(scheme: &Scheme, outcome: &Outcome, draws: &mut Draws) -> Vec<u32> {
    let Some(asked) = result(scheme) else { return Vec::new() };
    let step = outcome.steps.get(asked);
    let count = match step.map(|step| &step.value) {
        Some(Value::Many(rows)) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
        _ => 0,
    };
    let axis = step.and_then(|step| step.each);
    let needed = needed(scheme, asked);
    let figures = |row: u32| -> usize {
        let steps = needed.iter().filter_map(|step| outcome.steps.get(*step));
        let own = steps.filter(|step| step.each == axis).filter_map(|step| match step.figure(row) {
            Some(FigureOutcome::Known(item)) if !is_nothing(&item) => Some(item),
            _ => None,
        });
        own.fold(Vec::new(), |mut found: Vec<Item>, item| {
            if matches!(item, Item::Truth(_)) || !found.contains(&item) {
                found.push(item);
            }
            found
        })
        .len()
    };
    let mut rows: Vec<u32> = (0..count).collect();
    draws.shuffle(&mut rows);
    rows.sort_by_cached_key(|row| std::cmp::Reverse(figures(*row)));
    rows
}

/// Whether a figure leaves nothing to calculate: zero, or no.
fn is_nothing(item: &Item) -> bool {
    match item {
        Item::Number(number) => number.is_zero(),
        Item::Truth(truth) => !truth,
        Item::Code(_) | Item::Date(_) => false,
    }
}

/// The levels that make sense for a scheme, in the order in which a trainee meets them; `model` as for an exercise.
///
/// A level makes sense where it leaves enough blank: a scheme of one line has its last figure alone, and one without
/// clauses, tiers and options has nothing to choose.
#[must_use]
pub fn levels(scheme: &Scheme, model: Option<&str>) -> Vec<Level> {
    let seeds = ["levels"];
    let drawn = Pattern::of(scheme, model).and_then(|pattern| pattern.drawn(&seeds));
    let Some(drawn) = drawn else { return Vec::new() };
    let makes_sense =
        |level: &Level| Exercise::on(scheme, drawn.clone(), *level, &seeds).blanks.len() >= level.least();
    Level::ALL.into_iter().filter(makes_sense).collect()
}
