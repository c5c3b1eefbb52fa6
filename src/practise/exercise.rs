//! An exercise: a case drawn by a seed, its sheet, and what the trainee fills in.

use std::collections::BTreeMap;

use super::level::{Blank, Level, blanks};
use super::plausible::{Drawn, Pattern};
use super::result;
use super::seed::Draws;
use super::sheet::{Sheet, finals};
use super::spot::Spot;
use crate::evaluate::facts::{Evaluated, Opened};
use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::evaluate::value::{Item, Value};
use crate::scheme::Scheme;

/// A sheet with more figures to calculate is about one person; with fewer about two.
const MANY_FIGURES: usize = 8;

/// How many cases are drawn until one has enough to fill in.
const MOST_CASES: u32 = 8;

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
        for case in 0..MOST_CASES {
            let texts: Vec<String> = if case == 0 { vec![] } else { vec![case.to_string()] };
            let seeds: Vec<&str> = std::iter::once(seed).chain(texts.iter().map(String::as_str)).collect();
            let drawn = pattern.drawn(&seeds)?;
            let exercise = Self::on(scheme, drawn, level, &seeds);
            if exercise.blanks.len() >= level.least() {
                return Some(exercise);
            }
        }
        None
    }

    /// The exercise on a case.
    fn on(scheme: &Scheme, Drawn { opened, outcome, .. }: Drawn, level: Level, seeds: &[&str]) -> Self {
        let variant = Evaluated { scheme, facts: opened.facts(), outcome: &outcome };
        let mut draws = Draws::of(&[&[scheme.document.id.text.as_str(), "sheet"], seeds].concat());
        let people = people(scheme, &outcome, &mut draws);
        let one = Sheet::of(variant, &finals(scheme, people.get(..1).unwrap_or_default()));
        let asked = one.lines.iter().filter(|line| !line.given).count();
        let mut sheet = match people.get(..2) {
            Some(two) if asked <= MANY_FIGURES => Sheet::of(variant, &finals(scheme, two)),
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

/// The rows whose results may be asked, in the order in which they are: those of whom there is something to calculate
/// before those whose result is zero.
fn people(scheme: &Scheme, outcome: &Outcome, draws: &mut Draws) -> Vec<u32> {
    let step = result(scheme).and_then(|step| outcome.steps.get(step));
    let count = match step.map(|step| &step.value) {
        Some(Value::Many(rows)) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
        _ => 0,
    };
    let mut rows: Vec<u32> = (0..count).collect();
    draws.shuffle(&mut rows);
    rows.sort_by_key(|row| match step.and_then(|step| step.figure(*row)) {
        Some(FigureOutcome::Known(Item::Number(number))) => number.is_zero(),
        _ => false,
    });
    let (first, rest) = rows.split_at(rows.len().min(2));
    let mut first = first.to_vec();
    first.sort_unstable();
    [first, rest.to_vec()].concat()
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
