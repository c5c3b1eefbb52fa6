//! The functions that JavaScript calls. Objects cross as JSON, in one piece; expected trouble is data, and an
//! exception says only that a call has a wrong shape.

#[cfg(feature = "simulate")]
mod comparison;
#[cfg(feature = "practise")]
mod exercise;
#[cfg(feature = "practise")]
mod marking;
mod opened;
#[cfg(feature = "simulate")]
mod question;
#[cfg(feature = "simulate")]
mod replay;
#[cfg(feature = "simulate")]
mod revision;
mod scheme;

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsError, JsValue, UnwrapThrowExt};

use crate::exact::Exact;
use crate::language;
use crate::problem::Code;
use crate::wire::{self, ProblemText, TypedNumber};

#[cfg(feature = "simulate")]
pub use comparison::Comparison;
#[cfg(feature = "practise")]
pub use exercise::Exercise;
pub use opened::Opened;
#[cfg(feature = "simulate")]
pub use replay::Replay;
#[cfg(feature = "simulate")]
pub use revision::Revision;
pub use scheme::{Reading, Scheme};

#[wasm_bindgen(typescript_custom_section)]
const LANGUAGE: &str = r#"
/** A language of titles, problems and explanations. */
export type Language = "zh-Hant" | "zh-Hans" | "en";
"#;

#[wasm_bindgen]
extern "C" {
    /// A language by its tag.
    #[wasm_bindgen(typescript_type = "Language")]
    pub type Language;
    /// The texts of a scheme's files `text.<tag>.toml`, by tag.
    #[wasm_bindgen(typescript_type = "Partial<Record<Language, string>> | null | undefined")]
    pub type Translations;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Description")]
    pub type Description;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "ProblemText[]")]
    pub type ProblemTexts;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Summary")]
    pub type Summary;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Outcome")]
    pub type Outcome;
    /// A wire type, as JavaScript sees it: a list of rows, each a list of figures.
    #[wasm_bindgen(typescript_type = "Figure[][]")]
    pub type Figures;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "Explanation")]
    pub type Explanation;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "TakenOver")]
    pub type TakenOver;
    /// A wire type, as JavaScript sees it.
    #[wasm_bindgen(typescript_type = "TypedNumber")]
    pub type Typed;
}

/// The version of the engine, as in `Cargo.toml`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// What readers see of an entered number: `≈88.5737` for the ratio `16829/190` that was taken over, any other as it is.
#[wasm_bindgen(js_name = shownNumber)]
#[must_use]
pub fn shown_number(text: String) -> String {
    wire::ratio_shown(&text).unwrap_or(text)
}

/// The SHA-256 of a text in hexadecimal: a receipt says by it which facts were calculated with.
#[wasm_bindgen]
#[must_use]
pub fn fingerprint(text: &str) -> String {
    crate::wire::fingerprint(text.as_bytes())
}

/// How the engine reads a number that a person typed.
///
/// # Errors
///
/// When the language is none of the three.
#[wasm_bindgen]
pub fn typed(text: &str, language: &Language) -> Result<Typed, JsError> {
    let reader = language_of(language)?;
    let (value, problem) = match Exact::parse_typed(text) {
        Ok(typed) => (Some(typed.value.to_string()), None),
        Err(reason) => {
            let problem = Code::NotANumber { text: text.to_owned(), reason }.on("");
            (None, Some(ProblemText::of(&problem, None, &reader)))
        }
    };
    Ok(crossing(&TypedNumber { value, problem }))
}

fn language_of(language: &Language) -> Result<language::Language, JsError> {
    let tag = language.as_string().unwrap_or_default();
    let known = || language::Language::ALL.map(language::Language::tag).join(", ");
    language::Language::of_tag(&tag)
        .ok_or_else(|| JsError::new(&format!("no language `{tag}`; known: {}", known())))
}

/// The object that a value is in JavaScript: through JSON, which both sides read fast, in one crossing.
fn crossing<T: Serialize, J: JsCast>(value: &T) -> J {
    let json = serde_json::to_string(value).unwrap_throw();
    JSON::parse(&json).unwrap_throw().unchecked_into()
}

/// The texts of translation files, by language.
fn translations(given: &Translations) -> Result<Vec<(language::Language, String)>, JsError> {
    let wrong = || JsError::new("translations are an object of texts by language, or null");
    if given.is_null() || given.is_undefined() {
        return Ok(Vec::new());
    }
    let json = JSON::stringify(given).ok().and_then(|json| json.as_string()).ok_or_else(wrong)?;
    let texts: std::collections::BTreeMap<String, String> =
        serde_json::from_str(&json).map_err(|_| wrong())?;
    let language = |tag: String| language_of(&JsValue::from_str(&tag).unchecked_into());
    texts.into_iter().map(|(tag, text)| Ok((language(tag)?, text))).collect()
}
