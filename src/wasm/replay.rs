//! Proposals tried over several months, for JavaScript.

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::comparison::{Comparison, RowOrder, sorted};
use super::crossing;
use crate::exact::Column;
use crate::simulate;
use crate::simulate::{Sorted, Whole};
use crate::unit::Unit;
use crate::wire::{self, ReplayedMonth, replayed_lines, replayed_month};

#[wasm_bindgen(typescript_custom_section)]
const NAMES: &str = r#"
/** A column of a replay; see `Replay.lines`. */
export type ReplayedColumn = "name" | "months" | "missing" | "before" | "after" | "difference" | "percent";
"#;

#[wasm_bindgen]
extern "C" {
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ReplayedMonth")]
    pub type Replayed;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ReplayedNames | null")]
    pub type ReplayedNames;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ReplayedWhole")]
    pub type ReplayedWhole;
    /// A column of a replay.
    #[wasm_bindgen(typescript_type = "ReplayedColumn")]
    pub type ReplayedColumn;
}

/// Months in which some proposals were compared with today's rules, and what they do to everybody over all of them.
///
/// People are known by their names; a name that stands twice in a month belongs to nobody there.
#[wasm_bindgen]
pub struct Replay {
    replay: simulate::Replay,
    unit: Unit,
    /// What was worked out of each proposal since the last month was added.
    wholes: Vec<Option<Whole>>,
}

impl Replay {
    /// What a proposal does over all months.
    fn whole(&mut self, proposal: u32) -> Result<&Whole, JsError> {
        let at = usize::try_from(proposal).unwrap_or(usize::MAX);
        let place = self.wholes.get_mut(at).ok_or_else(|| JsError::new("no such proposal"))?;
        Ok(place.get_or_insert_with(|| self.replay.whole(at)))
    }
}

#[wasm_bindgen]
impl Replay {
    /// For so many proposals.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new(proposals: u32) -> Replay {
        let count = usize::try_from(proposals).unwrap_or(0);
        Replay { replay: simulate::Replay::of(count), unit: Unit::plain(), wholes: vec![None; count] }
    }

    /// Adds what a proposal changes in a month: with the first proposal a new month, with the others the same one.
    pub fn add(&mut self, proposal: u32, comparison: &Comparison) -> Replayed {
        let (compared, names) = (comparison.compared(), comparison.names());
        if proposal == 0 {
            self.replay.add_month(names);
        }
        let at = usize::try_from(proposal).unwrap_or(usize::MAX);
        self.replay.add(at, compared);
        self.unit = comparison.unit();
        self.wholes.iter_mut().for_each(|whole| *whole = None);
        let rows = names.map_or(1, <[String]>::len);
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        crossing(&ReplayedMonth::of(compared, rows, comparison.moved(), &self.unit))
    }

    /// Whose name is empty or stands twice in a month, which is given by its position; null where there is no such.
    #[must_use]
    pub fn names(&self, month: u32) -> ReplayedNames {
        crossing(&wire::ReplayedNames::of(&self.replay, usize::try_from(month).unwrap_or(usize::MAX)))
    }

    /// A proposal over all months.
    ///
    /// # Errors
    ///
    /// When there is no such proposal.
    pub fn summary(&mut self, proposal: u32) -> Result<ReplayedWhole, JsError> {
        let whole = self.whole(proposal)?.clone();
        Ok(crossing(&wire::ReplayedWhole::of(&self.replay, &whole, &self.unit)))
    }

    /// A column over all people, one a line, exact and in the step's unit; percents are rounded to two decimals.
    ///
    /// # Errors
    ///
    /// When there is no such proposal or column.
    pub fn lines(&mut self, proposal: u32, column: &ReplayedColumn) -> Result<String, JsError> {
        let whole = self.whole(proposal)?.clone();
        let column = column.as_string().unwrap_or_default();
        let lines = replayed_lines(&self.replay, &whole, &self.unit, &column);
        lines.ok_or_else(|| JsError::new(&format!("no column `{column}`")))
    }

    /// The numbers of everybody in one month, `before`, `after` or `difference`; an empty line for who has none.
    ///
    /// # Errors
    ///
    /// When there is no such column.
    #[wasm_bindgen(js_name = monthLines)]
    pub fn month_lines(&self, month: u32, proposal: u32, column: &ReplayedColumn) -> Result<String, JsError> {
        let column = column.as_string().unwrap_or_default();
        let at = [month, proposal].map(|at| usize::try_from(at).unwrap_or(usize::MAX));
        let lines = replayed_month(&self.replay, at, &self.unit, &column);
        lines.ok_or_else(|| JsError::new(&format!("no column `{column}`")))
    }

    /// The positions of all people in an order.
    ///
    /// # Errors
    ///
    /// When there is no such proposal or order.
    pub fn order(&mut self, proposal: u32, order: &RowOrder) -> Result<Vec<u32>, JsError> {
        let (by, descending) = sorted(order)?;
        let whole = self.whole(proposal)?;
        let mut order = match by {
            Sorted::Position => Column::from_whole((0_i64..).take(whole.months.len()).collect()).ascending(),
            Sorted::Before => whole.before.ascending(),
            Sorted::After => whole.after.ascending(),
            Sorted::Difference => whole.difference.ascending(),
            Sorted::Percent => whole.difference.divided_by(&whole.before.absolute()).0.ascending(),
        };
        if descending {
            order.reverse();
        }
        Ok(order)
    }
}
