//! Questions about a change, for JavaScript: what it changes, and what each change adds.
//!
//! A measure is named by a text: `pay` is the sum over all rows (or the value of a step of the whole scheme), `pay[3]`
//! the figure of the row at position 3, `pay[title=junior]` the sum over the rows whose column `title` holds `junior`.

use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::comparison::{Limited, bound, demanded};
use super::{Language, Opened, crossing, language_of};
use crate::evaluate::run::evaluate;
use crate::scheme::document::Kind;
use crate::simulate::{self, Cell, Draft, Goal, Measure, Within, Work};
use crate::unit::Unit;
use crate::wire::Teller;

#[wasm_bindgen]
extern "C" {
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ChangeText[]")]
    pub type Changes;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "WaterfallText | null")]
    pub type Waterfall;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "SoughtText | null")]
    pub type Sought;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "KeptText | null")]
    pub type Kept;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Sensitivity")]
    pub type Sensitivity;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Cliffs")]
    pub type Cliffs;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Tiers")]
    pub type Tiers;
}

impl Opened {
    /// The facts with their texts and their outcome, which is computed unless it is known.
    fn draft(&mut self) -> Draft<'_> {
        let (scheme, facts) = (&self.loaded.scheme, self.opened.facts());
        let outcome = self.outcome.get_or_insert_with(|| Rc::new(evaluate(scheme, facts)));
        Draft { scheme, opened: &self.opened, outcome }
    }
}

fn measured(draft: Draft<'_>, text: &str) -> Result<Measure, JsError> {
    Measure::parse(draft.evaluated(), text)
        .ok_or_else(|| JsError::new(&format!("nothing is measured by `{text}`")))
}

/// How many places the figures of a measure are rounded to.
fn places(draft: Draft<'_>, measure: &Measure) -> i32 {
    let step = draft.scheme.document.steps.get(measure.step);
    let places = step.and_then(|step| step.places).unwrap_or(2);
    i32::try_from(places).unwrap_or(2)
}

#[wasm_bindgen]
impl Opened {
    /// What a proposal changes, in sentences, and whether it matters for the figures of a step.
    ///
    /// # Errors
    ///
    /// When there is no such step, or the language is none of the three.
    pub fn changes(
        &mut self,
        proposal: &mut Opened,
        step: &str,
        language: &Language,
    ) -> Result<Changes, JsError> {
        let language = language_of(language)?;
        let step = self.step(step)?;
        let (before, after) = (self.draft(), proposal.draft());
        let changes = simulate::changes(before, after);
        let effects = simulate::effects(before, after, &changes, step);
        let [before, after] = [before, after].map(|draft| Teller::of(draft.evaluated(), language));
        Ok(crossing(&before.changes(&after, &changes, &effects, step)))
    }

    /// The way from a measure of today to that of a proposal, by changes: exact, and independent of their order. Null
    /// where the measure has no value in one of the variants, or with only some of the changes.
    ///
    /// # Errors
    ///
    /// When nothing is measured by this text, or the language is none of the three.
    pub fn waterfall(
        &mut self,
        proposal: &mut Opened,
        measure: &str,
        language: &Language,
    ) -> Result<Waterfall, JsError> {
        let language = language_of(language)?;
        let (before, after) = (self.draft(), proposal.draft());
        let measure = measured(before, measure)?;
        let places = places(before, &measure);
        let changes = simulate::changes(before, after);
        let found = simulate::waterfall(before, after, &changes, &measure, places);
        let [before, after] = [before, after].map(|draft| Teller::of(draft.evaluated(), language));
        let told = found.and_then(|found| before.waterfall(&after, &changes, &found, (&measure, places)));
        Ok(crossing(&told))
    }

    /// Which values of the cell at a path, such as `parameters.title_share` or `tables.shift.night.value`, make a
    /// measure equal to a goal, which is in the step's unit: exact, at the places of the cell. `low` and `high` bound
    /// what is tried, in the cell's unit, and `places` are its decimals; each may be null for what the scheme declares
    /// or else ten times today's value, tenfold again while the goal is not met, and two decimals.
    /// Null where the cell holds no number, or the range has more values than can be counted.
    ///
    /// # Errors
    ///
    /// When there is no such cell, nothing is measured by this text, a number is none, or the language is none of the
    /// three.
    #[expect(clippy::too_many_arguments, reason = "one question, asked in one crossing")]
    pub fn seek(
        &mut self,
        path: &str,
        measure: &str,
        goal: &str,
        low: Option<String>,
        high: Option<String>,
        places: Option<u32>,
        language: &Language,
    ) -> Result<Sought, JsError> {
        let language = language_of(language)?;
        let draft = self.draft();
        let cell = Cell::at(&draft.scheme.document, draft.opened.facts(), path);
        let cell = cell.ok_or_else(|| JsError::new(&format!("no value has the path `{path}`")))?;
        let measure = measured(draft, measure)?;
        let wanted = bound(Some(goal.to_owned()))?.and_then(|goal| goal.times(measure.unit.factor()));
        let goal = wanted.ok_or_else(|| JsError::new(&format!("`{goal}` is too large")))?;
        let goal = Goal { cell, measure, goal, low: bound(low)?, high: bound(high)?, places };
        let found = simulate::seek(draft, &goal);
        let teller = Teller::of(draft.evaluated(), language);
        Ok(crossing(&found.map(|found| teller.sought(&goal, &found))))
    }

    /// With which values of the cell at a path a limit holds for these facts as a proposal beside today's: exact, at the
    /// places of the cell. The limit is that of `Comparison.limit`, about the figures of a step. Null where the cell
    /// holds no number, or the range has more values than can be counted.
    ///
    /// # Errors
    ///
    /// When there is no such cell, step or limit, or the language is none of the three.
    #[expect(clippy::too_many_arguments, reason = "one question, asked in one crossing")]
    pub fn within(
        &mut self,
        today: &mut Opened,
        step: &str,
        path: &str,
        of: &Limited,
        least: Option<String>,
        most: Option<String>,
        language: &Language,
    ) -> Result<Kept, JsError> {
        let language = language_of(language)?;
        let step = today.step(step)?;
        let (today, draft) = (today.draft().evaluated(), self.draft());
        let cell = Cell::at(&draft.scheme.document, draft.opened.facts(), path);
        let cell = cell.ok_or_else(|| JsError::new(&format!("no value has the path `{path}`")))?;
        let unit = match today.scheme.document.steps.get(step).map(|step| &step.kind) {
            Some(Kind::Quantity(unit)) => unit.clone(),
            _ => Unit::plain(),
        };
        let demand = demanded(of, [least, most], &unit, [today, draft.evaluated()])?;
        let within = Within { cell, today, step, demand };
        let found = simulate::seek_within(draft, &within);
        let teller = Teller::of(draft.evaluated(), language);
        Ok(crossing(&found.map(|found| teller.kept(&within, &found))))
    }

    /// What a step up and a step down of each value of the rules does to a measure. Some values at a time, so that a
    /// page can show how far it is, and stop.
    ///
    /// # Errors
    ///
    /// When nothing is measured by this text, or the language is none of the three.
    pub fn sensitivity(
        &mut self,
        measure: &str,
        from: u32,
        count: u32,
        language: &Language,
    ) -> Result<Sensitivity, JsError> {
        let language = language_of(language)?;
        let draft = self.draft();
        let measure = measured(draft, measure)?;
        let cells = simulate::sensitive_cells(draft, &measure);
        let [from, count] = [from, count].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        let some: Vec<Cell> = cells.iter().copied().skip(from).take(count).collect();
        let found = simulate::sensitivity(draft, &measure, &some);
        Ok(crossing(&Teller::of(draft.evaluated(), language).sensitivity(&measure, cells.len(), &found)))
    }

    /// The values of the rules at which somebody comes to another tier, band or grade on the way to a step: for each,
    /// on either side of today's value, at most `most` of them with who moves, from where and to where. Put in, such a
    /// value moves them, and its neighbour does not. Some values of the rules at a time.
    ///
    /// # Errors
    ///
    /// When there is no such step, or the language is none of the three.
    pub fn tiers(
        &mut self,
        step: &str,
        most: u32,
        from: u32,
        count: u32,
        language: &Language,
    ) -> Result<Tiers, JsError> {
        let language = language_of(language)?;
        let step = self.step(step)?;
        let draft = self.draft();
        let cells = simulate::grading_cells(draft, step);
        let [most, from, count] =
            [most, from, count].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
        let some = cells.iter().skip(from).take(count);
        let found: Vec<_> = some.filter_map(|cell| simulate::turns(draft, step, *cell, most)).collect();
        let grades = simulate::grades(draft.scheme, step);
        Ok(crossing(&Teller::of(draft.evaluated(), language).tiers(&grades, cells.len(), &found)))
    }

    /// Where one more unit of work lowers somebody's figure in a step. The work is a column such as `nurse.hours` or
    /// `nurse.shifts.night`, of the step's rows or of rows that belong to them. Some of its rows at a time.
    ///
    /// # Errors
    ///
    /// When there is no such step or column, the work is of other rows, or the language is none of the three.
    pub fn cliffs(
        &mut self,
        step: &str,
        work: &str,
        from: u32,
        count: u32,
        language: &Language,
    ) -> Result<Cliffs, JsError> {
        let language = language_of(language)?;
        let position = self.step(step)?;
        let variant = self.draft().evaluated();
        let none = || JsError::new(&format!("`{work}` is no work of the rows of `{step}`"));
        let counted = Work::parse(variant, work).ok_or_else(none)?;
        let rows = from..from.saturating_add(count);
        let found = simulate::cliffs(variant, position, &counted, rows).ok_or_else(none)?;
        let unit = match variant.scheme.document.steps.get(position).map(|step| &step.kind) {
            Some(Kind::Quantity(unit)) => unit.clone(),
            _ => Unit::plain(),
        };
        let axis = variant.scheme.steps.get(position).and_then(|plan| plan.each).ok_or_else(none)?;
        Ok(crossing(&Teller::of(variant, language).cliffs(axis, &unit, counted.count, &found)))
    }
}
