//! A scheme in the words of a language.

use crate::language::{Language, Text, Vocabulary};

use super::document::Document;

impl Document {
    /// The document's words for readers of a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Wording<'_> {
        Wording { document: self, language }
    }

    /// The paths of the texts that have no translation, in the order of the file.
    #[must_use]
    pub fn untranslated(&self, language: Language) -> Vec<String> {
        let translated = |text: &&Text| self.translations.found(&text.path, language).is_some();
        let texts = self.texts().into_iter().filter(|text| !text.words.is_empty() && !translated(text));
        texts.map(|text| text.path.clone()).collect()
    }
}

/// What a scheme's texts and units are called in a language.
#[derive(Clone, Copy, Debug)]
pub struct Wording<'d> {
    document: &'d Document,
    language: Language,
}

impl Vocabulary for Wording<'_> {
    fn language(&self) -> Language {
        self.language
    }

    fn words<'a>(&'a self, text: &'a Text) -> &'a str {
        self.document.translations.words(text, self.language)
    }

    fn unit(&self, id: &str) -> Option<&str> {
        let declared = self.document.units.iter().find(|unit| unit.id.text == id)?;
        Some(self.words(&declared.title))
    }
}
