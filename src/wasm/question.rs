//! Questions about a change, for JavaScript: what it changes, and what each change adds.
//!
//! A measure is named by a text: `pay` is the sum over all rows (or the value of a step of the whole scheme), `pay[3]`
//! the figure of the row at position 3, `pay[title=junior]` the sum over the rows whose column `title` holds `junior`.

use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{Changes, Language, Opened, Waterfall, crossing, language_of};
use crate::evaluate::run::evaluate;
use crate::simulate::{self, Draft, Measure};

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
        let [before, after] = [before, after].map(|draft| draft.evaluated());
        let [before, after] = [before, after]
            .map(|side| crate::wire::Teller::new(side.scheme, side.facts, side.outcome, language));
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
        let [before, after] = [before, after].map(|draft| draft.evaluated());
        let [before, after] = [before, after]
            .map(|side| crate::wire::Teller::new(side.scheme, side.facts, side.outcome, language));
        let told = found.and_then(|found| before.waterfall(&after, &changes, &found, (&measure, places)));
        Ok(crossing(&told))
    }
}
