//! Opened facts for JavaScript: typed into cell by cell, evaluated, explained.

use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::scheme::Loaded;
use super::{Explanation, Figures, Language, Outcome, Summary, TakenOver, crossing, language_of};
use crate::evaluate::facts;
use crate::evaluate::outcome;
use crate::evaluate::run::evaluate;
use crate::wire::{self, Teller};

/// Facts opened in a scheme. They stay inside; figures leave as they are asked for.
#[wasm_bindgen]
pub struct Opened {
    pub(super) loaded: Rc<Loaded>,
    pub(super) opened: facts::Opened,
    /// The outcome of the facts as they are.
    pub(super) outcome: Option<Rc<outcome::Outcome>>,
}

impl Opened {
    pub(super) fn of(loaded: &Rc<Loaded>, facts: &str) -> Self {
        Self { loaded: Rc::clone(loaded), opened: facts::Opened::open(&loaded.scheme, facts), outcome: None }
    }

    /// What tells the outcome, which is computed unless it is known.
    fn teller(&mut self, language: &Language) -> Result<Teller<'_>, JsError> {
        let language = language_of(language)?;
        let (scheme, facts) = (&self.loaded.scheme, self.opened.facts());
        let outcome = self.outcome.get_or_insert_with(|| Rc::new(evaluate(scheme, facts)));
        Ok(Teller::new(scheme, facts, outcome, language))
    }

    /// The position of a step.
    pub(super) fn step(&self, id: &str) -> Result<usize, JsError> {
        let steps = &self.loaded.scheme.document.steps;
        let position = steps.iter().position(|step| step.id.text == id);
        position.ok_or_else(|| JsError::new(&format!("no step `{id}`")))
    }
}

#[wasm_bindgen]
impl Opened {
    /// Types a text into the cell at a path such as `rosters.nurse[3].shifts.night`. Any text is kept; what is
    /// wrong with it becomes a problem at that path.
    ///
    /// # Errors
    ///
    /// When there is no such cell.
    pub fn set(&mut self, path: &str, text: &str) -> Result<(), JsError> {
        self.outcome = None;
        Ok(self.opened.set(&self.loaded.scheme, path, text)?)
    }

    /// The facts as JSON, every value as it was typed.
    #[must_use]
    pub fn facts(&self) -> String {
        self.opened.json(&self.loaded.scheme)
    }

    /// Enters the figures of `other` in the inputs and roster columns that say `from` its scheme; with `only`, in
    /// the one with this path, such as `inputs.annual` or `rosters.month.score`.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over(
        &mut self,
        other: &mut Opened,
        only: Option<String>,
        language: &Language,
    ) -> Result<TakenOver, JsError> {
        let language = language_of(language)?;
        self.outcome = None;
        let (scheme, facts) = (&other.loaded.scheme, other.opened.facts());
        let outcome = other.outcome.get_or_insert_with(|| Rc::new(evaluate(scheme, facts)));
        let other = facts::Evaluated { scheme, facts, outcome };
        let taken = self.opened.take_over(&self.loaded.scheme, other, only.as_deref());
        Ok(crossing(&wire::TakenOver::of(taken, scheme, language)))
    }

    /// Computes all figures, and tells everything but those of the rows.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn evaluate(&mut self, language: &Language) -> Result<Summary, JsError> {
        Ok(crossing(&self.teller(language)?.summary()))
    }

    /// The exact values of a step, one a line; an empty line where there is none.
    ///
    /// # Errors
    ///
    /// When there is no such step.
    pub fn figures(&mut self, step: &str) -> Result<String, JsError> {
        let step = self.step(step)?;
        let (scheme, facts) = (&self.loaded.scheme, self.opened.facts());
        let outcome = self.outcome.get_or_insert_with(|| Rc::new(evaluate(scheme, facts)));
        let teller = Teller::new(scheme, facts, outcome, crate::language::Language::default());
        Ok(teller.lines(step).unwrap_or_default())
    }

    /// The figures of some steps in some rows of a roster or table, row by row.
    ///
    /// # Errors
    ///
    /// When a step does not have these rows, or the language is none of the three.
    pub fn rows(
        &mut self,
        each: &str,
        steps: Vec<String>,
        from: u32,
        count: u32,
        language: &Language,
    ) -> Result<Figures, JsError> {
        let mut positions = Vec::with_capacity(steps.len());
        for id in &steps {
            let step = self.step(id)?;
            let declared = self.loaded.scheme.document.steps.get(step).and_then(|step| step.each.as_ref());
            if declared.is_none_or(|declared| declared.text != each) {
                return Err(JsError::new(&format!("the step `{id}` has no rows of `{each}`")));
            }
            positions.push(step);
        }
        Ok(crossing(&self.teller(language)?.rows(&positions, from, count)))
    }

    /// Everything.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn outcome(&mut self, language: &Language) -> Result<Outcome, JsError> {
        let fingerprint = self.loaded.fingerprint();
        Ok(crossing(&self.teller(language)?.outcome(&fingerprint)))
    }

    /// How one figure came about; `row` is a position, and null for a step of the whole scheme.
    ///
    /// # Errors
    ///
    /// When there is no such figure, or the language is none of the three.
    pub fn explain(
        &mut self,
        step: &str,
        row: Option<u32>,
        language: &Language,
    ) -> Result<Explanation, JsError> {
        let position = self.step(step)?;
        let explanation = self.teller(language)?.explain(position, row);
        let explanation = explanation.ok_or_else(|| JsError::new(&format!("`{step}` has no such figure")))?;
        Ok(crossing(&explanation))
    }
}
