//! Values at which somebody comes to another tier, band or grade, told in the reader's words.

use serde::Serialize;
#[cfg(target_arch = "wasm32")]
use tsify::Tsify;

use super::super::teller::Teller;
use crate::scheme::term::Axis;
use crate::simulate::{Grade, Regraded, Turn, Turns};
use crate::unit::Unit;

/// The most rows that are named at a value.
const NAMED: usize = 20;

/// At which values of the rules somebody comes to another tier, band or grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct Tiers {
    /// How many values grade somebody.
    pub total: u32,
    /// What grades somebody on the way to the step, in words; empty where nothing does.
    pub graded: Vec<String>,
    /// The values that were asked for, in the order of the scheme.
    pub rows: Vec<TierRow>,
}

/// At which values of one cell somebody comes to another grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct TierRow {
    /// The path of the cell.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// The table that it stands in.
    pub of: Option<String>,
    /// Its unit in words.
    pub unit: String,
    /// Its value.
    pub value: String,
    /// From one value to the next.
    pub step: String,
    /// The least value that was searched.
    pub low: String,
    /// The greatest value that was searched.
    pub high: String,
    /// Values below today's, the nearest first.
    pub below: Vec<TurnText>,
    /// Values above today's, the nearest first.
    pub above: Vec<TurnText>,
    /// Whether every value up to these was tried.
    pub complete: bool,
}

/// A value at which somebody comes to another grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct TurnText {
    /// The value.
    pub value: String,
    /// Its neighbour on today's side, at which nobody moves yet.
    pub before: String,
    /// How many rows move.
    pub count: u32,
    /// The first of them.
    pub moved: Vec<MovedText>,
}

/// A row that comes to another grade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(Tsify))]
pub struct MovedText {
    /// The roster or table of the row; null for the whole scheme.
    pub each: Option<String>,
    /// The row.
    pub row: u32,
    /// Its name.
    pub name: String,
    /// What grades it: the title of a table or of a result.
    pub grade: String,
    /// Its grade at the neighbour; null where it has none.
    pub from: Option<String>,
    /// Its grade at the value.
    pub to: Option<String>,
}

impl Teller<'_> {
    /// The values of some cells at which somebody comes to another grade; `total` of them grade somebody.
    #[must_use]
    pub fn tiers(&self, grades: &[Grade], total: usize, found: &[Turns]) -> Tiers {
        let mut graded: Vec<String> = Vec::new();
        for title in grades.iter().map(|grade| self.grade(*grade)) {
            if !graded.contains(&title) {
                graded.push(title);
            }
        }
        let row = |turns: &Turns| {
            let (of, title) = self.called(turns.cell);
            let unit = turns.cell.unit(&self.scheme.document).unwrap_or_else(Unit::plain);
            let told = |all: &[Turn]| all.iter().map(|turn| self.turn(turn)).collect();
            TierRow {
                path: turns.path.clone(),
                title,
                of,
                unit: unit.shown(&self.reader),
                value: turns.value.to_string(),
                step: turns.step.to_string(),
                low: turns.range[0].to_string(),
                high: turns.range[1].to_string(),
                below: told(&turns.below),
                above: told(&turns.above),
                complete: turns.complete,
            }
        };
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        Tiers { total, graded, rows: found.iter().map(row).collect() }
    }

    fn turn(&self, turn: &Turn) -> TurnText {
        TurnText {
            value: turn.value.to_string(),
            before: turn.before.to_string(),
            count: u32::try_from(turn.moved.len()).unwrap_or(u32::MAX),
            moved: turn.moved.iter().take(NAMED).map(|moved| self.moved(moved)).collect(),
        }
    }

    fn moved(&self, moved: &Regraded) -> MovedText {
        let title = |code: Option<u32>| {
            Some(match moved.grade {
                Grade::Tier { table, .. } => self.row_name(Axis::Table(table), code?),
                Grade::Result(step) => {
                    let kind = &self.scheme.document.steps.get(step)?.kind;
                    self.result(kind, code?).1
                }
            })
        };
        MovedText {
            each: moved.axis.map(|axis| self.axis_id(axis)),
            row: moved.row,
            name: moved.axis.map(|axis| self.row_name(axis, moved.row)).unwrap_or_default(),
            grade: self.grade(moved.grade),
            from: title(moved.from),
            to: title(moved.to),
        }
    }

    fn grade(&self, grade: Grade) -> String {
        let document = &self.scheme.document;
        let title = match grade {
            Grade::Tier { table, .. } => document.tables.get(table).map(|table| &table.texts.title),
            Grade::Result(step) => document.steps.get(step).map(|step| &step.texts.title),
        };
        title.map(|title| self.words(title)).unwrap_or_default()
    }
}
