//! Two variants compared, for JavaScript.

use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::scheme::Loaded;
use super::{Language, Opened, ProblemTexts, crossing, language_of};
use crate::evaluate::facts::{Evaluated, Facts};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::evaluate;
use crate::exact::Exact;
use crate::language;
use crate::simulate;
use crate::simulate::{Demand, Sorted};
use crate::unit::Unit;
use crate::wire::{Comparer, Teller};

#[wasm_bindgen(typescript_custom_section)]
const NAMES: &str = r#"
/** What rows of a comparison are listed by, ascending; with `-` in front descending. Rows without a number stand last. */
export type RowOrder = "position" | "before" | "after" | "difference" | "percent"
  | "-position" | "-before" | "-after" | "-difference" | "-percent";

/** A column of a comparison; see `Comparison.lines`. */
export type RowColumn = "name" | "before" | "after" | "difference" | "percent" | "rankBefore" | "rankAfter";

/**
 * What a limit is about: the `total` over all rows of the proposal, each `figure` of the proposal, each `change`,
 * or each change in `percent` of today's figure (nobody loses more than 8 %: `percent`, least "-8").
 */
export type Limited = "total" | "figure" | "change" | "percent";
"#;

#[wasm_bindgen]
extern "C" {
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Compared")]
    pub type Compared;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ComparedRow[]")]
    pub type ComparedRows;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ComparedGroup[]")]
    pub type ComparedGroups;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ClassText[]")]
    pub type Classes;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "LimitResult")]
    pub type LimitResult;
    /// What rows of a comparison are listed by.
    #[wasm_bindgen(typescript_type = "RowOrder")]
    pub type RowOrder;
    /// A column of a comparison.
    #[wasm_bindgen(typescript_type = "RowColumn")]
    pub type RowColumn;
    /// What a limit is about.
    #[wasm_bindgen(typescript_type = "Limited")]
    pub type Limited;
}

/// Facts with their outcome, as they were when they were asked for.
pub(super) struct Variant {
    pub(super) loaded: Rc<Loaded>,
    pub(super) facts: Rc<Facts>,
    pub(super) outcome: Rc<Outcome>,
}

impl Variant {
    pub(super) fn evaluated(&self) -> Evaluated<'_> {
        Evaluated { scheme: &self.loaded.scheme, facts: &self.facts, outcome: &self.outcome }
    }

    pub(super) fn teller(&self, language: language::Language) -> Teller<'_> {
        Teller::new(&self.loaded.scheme, &self.facts, &self.outcome, language)
    }
}

/// The figures of one step today and in a proposal, as both were when they were compared.
#[wasm_bindgen]
pub struct Comparison {
    before: Variant,
    after: Variant,
    compared: simulate::Comparison,
}

impl Comparison {
    pub(super) fn of(before: Variant, after: Variant, step: usize) -> Self {
        let compared = simulate::Comparison::of(before.evaluated(), after.evaluated(), step);
        Self { before, after, compared }
    }

    pub(super) fn compared(&self) -> &simulate::Comparison {
        &self.compared
    }

    /// The names of today's rows; none for a step of the whole scheme.
    pub(super) fn names(&self) -> Option<&[String]> {
        self.compared.axes[0].map(|axis| simulate::names(&self.before.facts, axis))
    }

    pub(super) fn unit(&self) -> Unit {
        self.comparer(language::Language::default()).unit().clone()
    }

    /// For a step that yields no number: how many rows come to another result.
    pub(super) fn moved(&self) -> u32 {
        self.comparer(language::Language::default()).moved()
    }

    fn comparer(&self, language: language::Language) -> Comparer<'_> {
        Comparer::new(self.before.teller(language), self.after.teller(language), &self.compared)
    }
}

impl Opened {
    /// The facts with their outcome, as they are now.
    pub(super) fn variant(&mut self) -> Variant {
        let facts = self.opened.shared();
        let outcome = self.outcome.get_or_insert_with(|| Rc::new(evaluate(&self.loaded.scheme, &facts)));
        Variant { outcome: Rc::clone(outcome), loaded: Rc::clone(&self.loaded), facts }
    }
}

#[wasm_bindgen]
impl Opened {
    /// The same facts once more, to be changed on their own: a proposal.
    #[must_use]
    pub fn copy(&self) -> Opened {
        Opened { loaded: Rc::clone(&self.loaded), opened: self.opened.clone(), outcome: self.outcome.clone() }
    }

    /// Compares the figures of a step with those of a proposal: the same facts with other values, or the facts of
    /// another scheme with a step of the same id over a roster of the same id.
    ///
    /// # Errors
    ///
    /// When there is no such step; that the proposal has none is among the problems of the comparison.
    pub fn compare(&mut self, proposal: &mut Opened, step: &str) -> Result<Comparison, JsError> {
        let step = self.step(step)?;
        Ok(Comparison::of(self.variant(), proposal.variant(), step))
    }
}

#[wasm_bindgen]
impl Comparison {
    /// Totals, bands of gain and loss, spread, pools and problems. `edges` of the bands are percents such as
    /// `"-10 -5 0 5 10"`; null for the usual ones.
    ///
    /// # Errors
    ///
    /// When an edge is no number, or the language is none of the three.
    pub fn summary(&self, edges: Option<String>, language: &Language) -> Result<Compared, JsError> {
        let comparer = self.comparer(language_of(language)?);
        let summary = comparer.summary(edges.as_deref().unwrap_or_default());
        Ok(crossing(&summary.map_err(|word| JsError::new(&format!("`{word}` is no number")))?))
    }

    /// Rows without a counterpart, and what cannot be compared.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn problems(&self, language: &Language) -> Result<ProblemTexts, JsError> {
        Ok(crossing(&self.comparer(language_of(language)?).problems()))
    }

    /// A page of rows in an order.
    ///
    /// # Errors
    ///
    /// When there is no such order, or the language is none of the three.
    pub fn rows(
        &self,
        order: &RowOrder,
        from: u32,
        count: u32,
        language: &Language,
    ) -> Result<ComparedRows, JsError> {
        let (by, descending) = sorted(order)?;
        Ok(crossing(&self.comparer(language_of(language)?).rows(by, descending, from, count)))
    }

    /// The places of all rows in an order, for a picture of all of them: each is a line of `lines`, from 0.
    ///
    /// # Errors
    ///
    /// When there is no such order.
    pub fn order(&self, order: &RowOrder) -> Result<Vec<u32>, JsError> {
        let (by, descending) = sorted(order)?;
        Ok(self.comparer(language::Language::default()).order(by, descending))
    }

    /// How the figures lie today and in the proposal, counted in at most about so many classes of one width.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn classes(&self, most: u32, language: &Language) -> Result<Classes, JsError> {
        Ok(crossing(&self.comparer(language_of(language)?).classes(most)))
    }

    /// A whole column, one row a line, in the order of the rows; an empty line where there is nothing. Figures are
    /// exact, in the step's unit; percents are rounded to two decimals.
    ///
    /// # Errors
    ///
    /// When there is no such column.
    pub fn lines(&self, column: &RowColumn) -> Result<String, JsError> {
        let column = column.as_string().unwrap_or_default();
        let lines = self.comparer(language::Language::default()).lines(&column);
        lines.ok_or_else(|| JsError::new(&format!("no column `{column}`")))
    }

    /// What readers see of exact numbers in the step's unit, one a line; with `signed` as what changes.
    #[must_use]
    pub fn shown(&self, lines: &str, signed: bool) -> String {
        self.comparer(language::Language::default()).shown(lines, signed)
    }

    /// What changes for each group of rows that share an option, a row or a truth in today's variant: by a column
    /// of their roster, or by a step with the same rows.
    ///
    /// # Errors
    ///
    /// When nothing with this id groups the rows, or the language is none of the three.
    pub fn groups(&self, by: &str, language: &Language) -> Result<ComparedGroups, JsError> {
        let groups = self.comparer(language_of(language)?).groups(by);
        Ok(crossing(&groups.ok_or_else(|| JsError::new(&format!("`{by}` groups no rows")))?))
    }

    /// Whether the proposal keeps within a limit; a bound that is null does not bind. A bound is an amount in the step's
    /// unit, or the id of an input, a parameter or a step (`"total"`): what the proposal has there, over all rows.
    ///
    /// # Errors
    ///
    /// When a bound is neither, there is no such limit, or the language is none of the three.
    pub fn limit(
        &self,
        of: &Limited,
        least: Option<String>,
        most: Option<String>,
        language: &Language,
    ) -> Result<LimitResult, JsError> {
        let sides = [self.before.evaluated(), self.after.evaluated()];
        let demand = demanded(of, [least, most], &self.unit(), sides)?;
        Ok(crossing(&self.comparer(language_of(language)?).limit(&demand)))
    }
}

/// A limit as JavaScript sets it.
pub(super) fn demanded(
    of: &Limited,
    [least, most]: [Option<String>; 2],
    unit: &Unit,
    sides: [Evaluated<'_>; 2],
) -> Result<Demand, JsError> {
    let of = match of.as_string().unwrap_or_default().as_str() {
        "total" => simulate::Limited::Total,
        "figure" => simulate::Limited::Figure,
        "change" => simulate::Limited::Change,
        "percent" => simulate::Limited::Percent,
        other => return Err(JsError::new(&format!("no limit of `{other}`"))),
    };
    let demand = Demand::parse(of, [least.as_deref(), most.as_deref()], unit, sides);
    demand.map_err(|bound| JsError::new(&format!("`{bound}` is no bound")))
}

/// What rows are listed by, and whether from its end.
pub(super) fn sorted(order: &RowOrder) -> Result<(Sorted, bool), JsError> {
    let order = order.as_string().unwrap_or_default();
    let (word, descending) = match order.strip_prefix('-') {
        Some(word) => (word, true),
        None => (order.as_str(), false),
    };
    let by = match word {
        "position" => Sorted::Position,
        "before" => Sorted::Before,
        "after" => Sorted::After,
        "difference" => Sorted::Difference,
        "percent" => Sorted::Percent,
        _ => return Err(JsError::new(&format!("no order `{order}`"))),
    };
    Ok((by, descending))
}

/// A number as it is written, or none.
pub(super) fn bound(text: Option<String>) -> Result<Option<Exact>, JsError> {
    let parse =
        |text: String| Exact::parse(&text).map_err(|_| JsError::new(&format!("`{text}` is no number")));
    text.map(parse).transpose()
}
