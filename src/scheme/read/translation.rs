//! Reading translations: from a file of their own, or from the section `text` of a scheme file.

use crate::language::Language;
use crate::problem::{Code, Problem, Span};
use crate::scheme::document::{Document, Name};

use super::reader::{LARGEST, Reader};
use super::section::Section;
use super::syntax;
use super::value::Value;

/// The languages that a scheme is translated into.
const TRANSLATED: [Language; 2] = [Language::SimplifiedChinese, Language::English];

/// The longest path of a text has this many parts at most.
const DEEPEST: usize = 12;

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
