//! The calculation of some figures as a sheet: one line for each figure that is needed, in the order of calculation.

use std::collections::{BTreeMap, BTreeSet};

use super::result;
use super::spot::Spot;
use crate::evaluate::explain::{Cell, Explained, Operand};
use crate::evaluate::facts::Evaluated;
use crate::scheme::Scheme;
use crate::scheme::term::{Axis, Source};

/// The most lines of a sheet; what lies further away is not laid out.
const MOST_LINES: usize = 240;

/// The longest chain of lines, each needing the next.
const DEEPEST: usize = 80;

/// Up to this many members of a list are laid out where they belong to a row; the others are given.
const MOST_MEMBERS: usize = 2;

/// The calculation of some figures.
///
/// Which lines there are: those that the final figures need, directly or through others. Where a list goes over the
/// people of the final figures (the points of all nurses), the lines of those people are laid out; each of the others
/// has one line, which is *given*, and what that one needs is left out. So a sheet for a roster of five has the
/// calculation of one or two people, the figures of the whole scheme, and single figures of the others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The figures that it ends in.
    pub finals: Vec<Spot>,
    /// The lines; each after those it uses.
    pub lines: Vec<Line>,
}

/// A figure of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its place.
    pub spot: Spot,
    /// The lines that it uses, in the order of its formula.
    pub after: Vec<Spot>,
    /// Whether the figure is given, and not calculated on this sheet: somebody else's, or one that takes no calculating.
    pub given: bool,
}

impl Sheet {
    /// The sheet of these figures.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::evaluate::facts::{Evaluated, Facts};
    /// use jixiao::evaluate::run::evaluate;
    /// use jixiao::practise::{Sheet, Spot};
    /// use jixiao::scheme::Scheme;
    ///
    /// let scheme = Scheme::read(r#"
    ///     id = "tiny"
    ///     title = "試"
    ///     [roster.nurse]
    ///     title = "護士"
    ///     column.days = { title = "天數", unit = "day" }
    ///     [step.points]
    ///     title = "得分"
    ///     each = "nurse"
    ///     unit = "point"
    ///     formula = "days * 1.5 [point/day]"
    ///     [step.best]
    ///     title = "最高分"
    ///     unit = "point"
    ///     formula = "max(nurse.points)"
    ///     [step.behind]
    ///     title = "差距"
    ///     each = "nurse"
    ///     unit = "point"
    ///     formula = "best - points"
    /// "#.as_bytes()).unwrap();
    /// let json = r#"{"rosters": {"nurse": [{"name": "甲", "days": "20"}, {"name": "乙", "days": "18"}]}}"#;
    /// let facts = Facts::open(&scheme, json);
    /// let outcome = evaluate(&scheme, &facts);
    /// let variant = Evaluated { scheme: &scheme, facts: &facts, outcome: &outcome };
    /// let sheet = Sheet::of(variant, &[Spot::read(&scheme, "behind[1]").unwrap()]);
    /// let lines = sheet.lines.iter().map(|line| (line.spot.text(&scheme), line.given));
    /// let expected = [("points[0]", true), ("points[1]", false), ("best", false), ("behind[1]", false)];
    /// assert!(lines.eq(expected.map(|(spot, given)| (spot.to_owned(), given))));
    /// ```
    #[must_use]
    pub fn of(variant: Evaluated<'_>, finals: &[Spot]) -> Self {
        let scheme = variant.scheme;
        let axes = finals.iter().filter_map(|spot| Some((axis(scheme, *spot)?, spot.row?)));
        let mut layout =
            Layout { variant, people: axes.collect(), lines: BTreeMap::new(), begun: BTreeSet::new() };
        for spot in finals {
            layout.follow(*spot, 0);
        }
        let mut places = vec![usize::MAX; scheme.steps.len()];
        for (place, step) in scheme.order.iter().enumerate() {
            if let Some(slot) = places.get_mut(*step) {
                *slot = place;
            }
        }
        let mut lines: Vec<Line> = layout.lines.into_values().collect();
        lines.sort_by_key(|line| (places.get(line.spot.step).copied(), line.spot.row));
        let mut sheet = Self { finals: finals.to_vec(), lines };
        sheet.link();
        sheet
    }

    /// The sheet without what is given of others: to be found out by whoever calculates.
    #[must_use]
    pub fn without_given(mut self) -> Self {
        self.lines.retain(|line| !line.given);
        self.link();
        self
    }

    /// Leaves of what lines use that which is on the sheet, each once.
    fn link(&mut self) {
        let there: BTreeSet<Spot> = self.lines.iter().map(|line| line.spot).collect();
        for line in &mut self.lines {
            let mut seen = BTreeSet::new();
            line.after.retain(|spot| there.contains(spot) && seen.insert(*spot));
        }
    }

    /// The line of a figure.
    #[must_use]
    pub fn line(&self, spot: Spot) -> Option<&Line> {
        self.lines.iter().find(|line| line.spot == spot)
    }
}

/// The rows of a figure's step.
pub(super) fn axis(scheme: &Scheme, spot: Spot) -> Option<Axis> {
    scheme.steps.get(spot.step)?.each
}

/// A sheet that is being laid out.
struct Layout<'a> {
    variant: Evaluated<'a>,
    /// The rows that the sheet is about.
    people: Vec<(Axis, u32)>,
    lines: BTreeMap<Spot, Line>,
    /// Lines whose own needs are being followed, or were.
    begun: BTreeSet<Spot>,
}

impl Layout<'_> {
    /// Lays out a figure and what it needs.
    fn follow(&mut self, spot: Spot, depth: usize) {
        if depth > DEEPEST || self.lines.len() >= MOST_LINES || !self.begun.insert(spot) {
            return;
        }
        let Evaluated { scheme, facts, outcome } = self.variant;
        let Some(explained) = Explained::of(scheme, facts, outcome, spot.step, spot.row) else { return };
        let mut after = Vec::new();
        for operand in explained.trace().operands {
            match operand {
                Operand::One(cell) => {
                    let Some(needed) = spot_of(cell) else { continue };
                    after.push(needed);
                    self.follow(needed, depth.saturating_add(1));
                }
                Operand::List { members, .. } => {
                    for (place, needed) in members.into_iter().filter_map(spot_of).enumerate() {
                        after.push(needed);
                        if self.is_laid_out(spot, needed, place) {
                            self.follow(needed, depth.saturating_add(1));
                        } else if self.lines.len() < MOST_LINES {
                            let given = || Line { spot: needed, after: Vec::new(), given: true };
                            self.lines.entry(needed).or_insert_with(given);
                        }
                    }
                }
            }
        }
        self.lines.insert(spot, Line { spot, after, given: false });
    }

    /// Whether the figure of a list's member is calculated on the sheet: of the people that it is about always; of
    /// other rows the first few, where they belong to a row, or the sheet is about no row.
    fn is_laid_out(&self, line: Spot, member: Spot, place: usize) -> bool {
        let (Some(axis), Some(row)) = (axis(self.variant.scheme, member), member.row) else { return true };
        if self.people.iter().any(|(people, _)| *people == axis) {
            return self.people.contains(&(axis, row));
        }
        (line.row.is_some() || self.people.is_empty()) && place < MOST_MEMBERS
    }
}

/// The figure that a stored value is; none for what is entered.
fn spot_of(cell: Cell) -> Option<Spot> {
    match cell.source {
        Source::Step(step) => Some(Spot { step, row: cell.row }),
        _ => None,
    }
}

/// The figures that a sheet of this scheme ends in for some rows; of a scheme whose result has no rows its one figure.
#[must_use]
pub fn finals(scheme: &Scheme, rows: &[u32]) -> Vec<Spot> {
    let Some(step) = result(scheme) else { return Vec::new() };
    match scheme.steps.get(step).and_then(|plan| plan.each) {
        Some(_) => rows.iter().map(|row| Spot { step, row: Some(*row) }).collect(),
        None => vec![Spot { step, row: None }],
    }
}
