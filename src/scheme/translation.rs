//! Texts in other languages, by the path of the text they translate.

use crate::language::{Language, Text, Vocabulary};
use crate::problem::{Code, Problem, Span};

use super::document::{Document, Name};
use super::read::{LARGEST, Reader, Section, Value, syntax};

/// The languages that a scheme is translated into.
const TRANSLATED: [Language; 2] = [Language::SimplifiedChinese, Language::English];

/// The longest path of a text has this many parts at most.
const DEEPEST: usize = 12;

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

    /// The paths of the document's texts that have no translation, in the order of the file.
    #[must_use]
    pub fn missing(&self, document: &Document, language: Language) -> Vec<String> {
        let translated = |text: &&Text| self.found(&text.path, language).is_some();
        let texts = document.texts().into_iter().filter(|text| !text.words.is_empty() && !translated(text));
        texts.map(|text| text.path.clone()).collect()
    }

    fn found(&self, path: &str, language: Language) -> Option<&str> {
        let (_, words) = self.words.iter().find(|(known, _)| *known == language)?;
        let at = words.binary_search_by(|(known, _)| known.as_str().cmp(path)).ok()?;
        words.get(at).map(|(_, words)| words.as_str())
    }

    /// Adds words of a language; of two for one path the later counts.
    fn add(&mut self, language: Language, added: Words) {
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

impl Document {
    /// Adds the translations of a file `text.<tag>.toml`; says what is wrong with that file.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::language::Language;
    /// use jixiao::scheme::read::read;
    ///
    /// let (mut document, _) = read("id = \"ward\"\ntitle = \"病房\"\n");
    /// let problems = document.translate(Language::English, "\"title\" = \"Ward\"\n");
    /// assert!(problems.is_empty());
    /// assert_eq!(document.translations.words(&document.title, Language::English), "Ward");
    /// ```
    pub fn translate(&mut self, language: Language, text: &str) -> Vec<Problem> {
        if text.len() > LARGEST {
            return vec![Code::FileTooLarge { limit: LARGEST }.at(Span::default())];
        }
        let mut reader = Reader::of(text);
        let mut repaired = String::new();
        let root = syntax::parse(text, &mut repaired, &mut reader);
        let root = Section::new(root.get_ref(), Span::default(), String::new());
        translate(root, language, self, &mut reader);
        reader.finished()
    }

    /// The document's words for readers of a language.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Wording<'_> {
        Wording { document: self, language }
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

/// Adds the translations of the file's own section `text`.
pub(super) fn inline(text: Value, document: &mut Document, reader: &mut Reader) {
    let Some(languages) = text.section("text".to_owned(), reader) else { return };
    for (tag, value) in languages.entries() {
        let language = TRANSLATED.into_iter().find(|language| language.tag() == tag.text);
        match language {
            Some(language) => {
                if let Some(section) = value.section(String::new(), reader) {
                    translate(section, language, document, reader);
                }
            }
            None => {
                let nearest = reader.nearest(&tag.text, TRANSLATED.map(Language::tag));
                let among = TRANSLATED.map(|language| language.tag().to_owned()).to_vec();
                reader.report(tag.span, || Code::UnknownLanguage { tag: tag.text.clone(), nearest, among });
            }
        }
    }
}

/// Adds translations that stand under their paths, flat or as sections within sections.
fn translate(section: Section, language: Language, document: &mut Document, reader: &mut Reader) {
    let mut found = Vec::new();
    flatten(&section, DEEPEST, &mut found, reader);
    let mut known: Vec<&str> = document.texts().into_iter().map(|text| text.path.as_str()).collect();
    known.sort_unstable();
    for (path, _) in &found {
        if known.binary_search(&path.text.as_str()).is_err() {
            let nearest = reader.nearest(&path.text, known.iter().copied());
            reader.report(path.span, || Code::UnknownText { path: path.text.clone(), nearest });
        }
    }
    let words = found.into_iter().map(|(path, words)| (path.text, words.to_owned())).collect();
    document.translations.add(language, words);
}

/// Every text of the section with its path.
fn flatten<'t>(section: &Section<'t>, depth: usize, found: &mut Vec<(Name, &'t str)>, reader: &mut Reader) {
    for (key, value) in section.entries() {
        let path = if section.path.is_empty() { key.text } else { format!("{}.{}", section.path, key.text) };
        match value.as_section(path.clone()) {
            Some(within) if depth > 0 => flatten(&within, depth.saturating_sub(1), found, reader),
            Some(_) => reader.report(key.span, || Code::UnknownText { path, nearest: None }),
            None => {
                found.extend(value.words(reader).map(|words| (Name { text: path, span: key.span }, words)))
            }
        }
    }
}
