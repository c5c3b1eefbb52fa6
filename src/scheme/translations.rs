//! Texts in other languages, by the path of the text they translate.

use crate::language::{Language, Text};

/// What a scheme's texts are in other languages than the one it is written in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Translations {
    words: Vec<(Language, Words)>,
}

/// Paths and what stands there, by path.
type Words = Vec<(String, String)>;

impl Translations {
    /// The words of a text: translated, or as written where no translation is.
    #[must_use]
    pub fn words<'t>(&'t self, text: &'t Text, language: Language) -> &'t str {
        self.found(&text.path, language).unwrap_or(&text.words)
    }

    /// The words at a path.
    pub(super) fn found(&self, path: &str, language: Language) -> Option<&str> {
        let (_, words) = self.words.iter().find(|(known, _)| *known == language)?;
        let at = words.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok()?;
        words.get(at).map(|(_, words)| words.as_str())
    }

    /// Adds words of a language; of two for one path the later counts.
    pub(super) fn add(&mut self, language: Language, added: Words) {
        let at = self.words.iter().position(|(known, _)| *known == language).unwrap_or_else(|| {
            self.words.push((language, Words::new()));
            self.words.len().saturating_sub(1)
        });
        let Some((_, words)) = self.words.get_mut(at) else { return };
        words.extend(added);
        words.sort_by(|(one, _), (other, _)| one.cmp(other));
        words.dedup_by(|(later, now), (earlier, before)| {
            let same = later == earlier;
            if same {
                std::mem::swap(now, before);
            }
            same
        });
    }
}
