//! Formulas that a proposal writes anew, for JavaScript.

use std::collections::BTreeMap;
use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::scheme::Loaded;
use super::{Language, Opened, crossing, language_of};
use crate::evaluate::facts;
use crate::scheme::revise::{self, revised};
use crate::wire::{RevisionProblem, StepParts};

#[wasm_bindgen]
extern "C" {
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "StepParts[]")]
    pub type StepPartsList;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "RevisionProblem[]")]
    pub type RevisionProblems;
}

#[wasm_bindgen]
impl Opened {
    /// The parts of each step that may be written anew: formulas, rules, decimals shown.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn parts(&self, language: &Language) -> Result<StepPartsList, JsError> {
        Ok(crossing(&StepParts::of(&self.loaded.scheme, language_of(language)?)))
    }

    /// The scheme with other texts for some parts of its steps, given as JSON: `{"step.pay.formula": "pool / 2"}`.
    ///
    /// # Errors
    ///
    /// When this is no JSON object of texts.
    pub fn revised(&self, texts: &str) -> Result<Revision, JsError> {
        let texts: BTreeMap<String, String> = serde_json::from_str(texts)?;
        let revision = revised(self.loaded.text(), &self.loaded.scheme.document, &texts);
        Ok(Revision { revision, opened: self.opened.clone() })
    }
}

/// What came of writing parts of a scheme anew.
#[wasm_bindgen]
pub struct Revision {
    revision: revise::Revision,
    opened: facts::Opened,
}

#[wasm_bindgen]
impl Revision {
    /// The text of the scheme file as it is now.
    #[must_use]
    pub fn text(&self) -> String {
        self.revision.text.clone()
    }

    /// The paths that the file has no place for.
    #[must_use]
    pub fn lost(&self) -> Vec<String> {
        self.revision.lost.clone()
    }

    /// Everything that is wrong, each with the part that it stands in.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn problems(&self, language: &Language) -> Result<RevisionProblems, JsError> {
        Ok(crossing(&RevisionProblem::all(&self.revision, &language_of(language)?)))
    }

    /// The same facts in the scheme as it is now; nothing while something is wrong with it.
    #[must_use]
    pub fn opened(&self) -> Option<Opened> {
        let scheme = self.revision.scheme.as_ref().ok()?.clone();
        let loaded = Rc::new(Loaded::from((scheme, self.revision.text.as_str())));
        Some(Opened { loaded, opened: self.opened.clone(), outcome: None })
    }
}
