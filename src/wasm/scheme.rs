//! Schemes for JavaScript: a file read, and what it declares.

use std::rc::Rc;

use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

use super::{Description, Language, Opened, ProblemTexts, Translations, crossing, language_of, translations};
use crate::problem::Problem;
use crate::scheme;
use crate::wire::{self, ProblemText};

/// A scheme that was read without problems, and its file.
pub(super) struct Loaded {
    pub(super) scheme: scheme::Scheme,
    file: Box<[u8]>,
}

#[cfg(feature = "simulate")]
impl From<(scheme::Scheme, &str)> for Loaded {
    fn from((scheme, file): (scheme::Scheme, &str)) -> Self {
        Self { scheme, file: file.as_bytes().into() }
    }
}

impl Loaded {
    /// The text of the file.
    #[cfg(feature = "simulate")]
    pub(super) fn text(&self) -> &str {
        // A scheme was read from it, so that it is UTF-8.
        std::str::from_utf8(&self.file).unwrap_or_default()
    }

    /// That of the file: worked out when somebody asks, for it takes a tenth of the time of reading.
    pub(super) fn fingerprint(&self) -> String {
        wire::fingerprint(&self.file)
    }
}

/// A scheme that facts can be opened in.
#[wasm_bindgen]
pub struct Scheme {
    pub(super) loaded: Rc<Loaded>,
}

#[wasm_bindgen]
impl Scheme {
    /// Reads a scheme file, and the files with its translations.
    ///
    /// # Errors
    ///
    /// When `translations` is not an object of texts by language.
    pub fn read(text: &str, translations: &Translations) -> Result<Reading, JsError> {
        Self::read_bytes(text.as_bytes(), translations)
    }

    /// Reads a scheme file as it lies on a disk, so that one that is not UTF-8 is a problem with a place.
    ///
    /// # Errors
    ///
    /// When `translations` is not an object of texts by language.
    #[wasm_bindgen(js_name = readBytes)]
    pub fn read_bytes(bytes: &[u8], translations: &Translations) -> Result<Reading, JsError> {
        let texts = self::translations(translations)?;
        let mut scheme = match scheme::Scheme::read(bytes) {
            Ok(scheme) => scheme,
            Err(problems) => {
                let source = String::from_utf8_lossy(bytes).into_owned();
                return Ok(Reading { wrong: vec![(problems, source)], loaded: None });
            }
        };
        let mut wrong = Vec::new();
        for (language, text) in texts {
            let problems = scheme.document.translate(language, &text);
            if !problems.is_empty() {
                wrong.push((problems, text));
            }
        }
        let loaded = wrong.is_empty().then(|| Rc::new(Loaded { scheme, file: bytes.into() }));
        Ok(Reading { wrong, loaded })
    }

    /// What a form needs to know.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn describe(&self, language: &Language) -> Result<Description, JsError> {
        let (scheme, fingerprint) = (&self.loaded.scheme, self.loaded.fingerprint());
        Ok(crossing(&wire::Description::of(scheme, &fingerprint, language_of(language)?)))
    }

    /// Opens facts, written as JSON. This never fails: what is wrong is among the problems of the evaluation.
    #[must_use]
    pub fn open(&self, facts: &str) -> Opened {
        Opened::of(&self.loaded, facts)
    }
}

/// What came of reading a scheme file.
#[wasm_bindgen]
pub struct Reading {
    /// Problems, with the text of the file that they are in.
    wrong: Vec<(Vec<Problem>, String)>,
    loaded: Option<Rc<Loaded>>,
}

#[wasm_bindgen]
impl Reading {
    /// Everything that is wrong with the file.
    ///
    /// # Errors
    ///
    /// When the language is none of the three.
    pub fn problems(&self, language: &Language) -> Result<ProblemTexts, JsError> {
        let reader = language_of(language)?;
        let told = self.wrong.iter().flat_map(|(problems, source)| {
            problems.iter().map(|problem| ProblemText::of(problem, Some(source), &reader))
        });
        Ok(crossing(&told.collect::<Vec<_>>()))
    }

    /// The scheme, when nothing is wrong.
    #[must_use]
    pub fn scheme(&self) -> Option<Scheme> {
        self.loaded.as_ref().map(|loaded| Scheme { loaded: Rc::clone(loaded) })
    }
}
