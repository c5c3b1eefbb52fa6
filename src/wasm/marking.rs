//! Marking for JavaScript: the answers of an exercise, and the planted mistake of one.

use std::collections::BTreeMap;

use js_sys::JSON;
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::exercise::Exercise;
use super::{Language, crossing};

#[wasm_bindgen]
extern "C" {
    /// Answers by the `figure` of their lines: numbers as typed, options and clauses by their `id`.
    #[wasm_bindgen(typescript_type = "Record<string, string>")]
    pub type Answers;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Marking")]
    pub type Marking;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Planted")]
    pub type Planted;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Judged")]
    pub type Judged;
}

#[wasm_bindgen]
impl Exercise {
    /// What each answer is, and for a wrong one the mistakes that give it; a line without an answer is empty.
    ///
    /// # Errors
    ///
    /// When the answers are no object of texts, or the language is none of the three.
    pub fn mark(&self, answers: &Answers, language: &Language) -> Result<Marking, JsError> {
        let wrong = || JsError::new("answers are an object of texts");
        let json = JSON::stringify(answers).ok().and_then(|json| json.as_string()).ok_or_else(wrong)?;
        let answers: BTreeMap<String, String> = serde_json::from_str(&json).map_err(|_| wrong())?;
        Ok(crossing(&self.teller(language)?.marking(&self.exercise, &answers)))
    }

    /// The finished sheet with one mistake planted in it, always the same; undefined when none would show.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn planted(&self, language: &Language) -> Result<Option<Planted>, JsError> {
        let teller = self.teller(language)?;
        let planted = self.planting().map(|planted| crossing(&teller.planted(&self.exercise, planted)));
        Ok(planted)
    }

    /// What somebody found of the planted mistake: the line, and the kind; undefined when none is planted.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn judge(&self, figure: &str, kind: &str, language: &Language) -> Result<Option<Judged>, JsError> {
        let teller = self.teller(language)?;
        Ok(self.planting().map(|planted| crossing(&teller.judged(planted, figure, kind))))
    }
}
