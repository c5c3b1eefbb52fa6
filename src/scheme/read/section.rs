//! Sections of a file: keys and values, and which of the keys somebody asked for.

use toml::de::DeTable;

use crate::language::Text;
use crate::problem::{Code, Shape, Span};
use crate::scheme::document::{Name, Texts};

use super::reader::Reader;
use super::value::Value;

/// A section of the file: `[input.pool]`, or keys and values in braces.
pub(super) struct Section<'t> {
    table: &'t DeTable<'t>,
    /// Its place.
    pub(super) span: Span,
    /// Where its texts are translated, such as `input.pool`.
    pub(super) path: String,
    /// The keys that somebody asked for.
    asked: Vec<String>,
}

impl<'t> Section<'t> {
    /// A section whose texts are translated under `path`.
    pub(super) fn new(table: &'t DeTable<'t>, span: Span, path: String) -> Self {
        Self { table, span, path, asked: Vec::new() }
    }

    /// The path of something within.
    pub(super) fn path_to(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    /// The value of a key.
    pub(super) fn value(&mut self, key: &str) -> Option<Value<'t>> {
        self.asked.push(key.to_owned());
        self.table.get(key).map(Value::new)
    }

    /// The value of a key that must be there.
    pub(super) fn needed(&mut self, key: &str, reader: &mut Reader) -> Option<Value<'t>> {
        let value = self.value(key);
        if value.is_none() {
            reader.report(self.span, || Code::MissingKey { key: key.to_owned() });
        }
        value
    }

    /// Whether a key is there; it does not count as asked for.
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// The place of a key; that of the section when the key is not there.
    pub(super) fn key_span(&self, key: &str) -> Span {
        self.table.get_key_value(key).map_or(self.span, |(key, _)| key.span().into())
    }

    /// Keys and values in the order of the file; none of them counts as asked for.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Name, Value<'t>)> + use<'t> {
        let name =
            |text: &str, span: std::ops::Range<usize>| Name { text: text.to_owned(), span: span.into() };
        self.table.iter().map(move |(key, value)| (name(key.get_ref(), key.span()), Value::new(value)))
    }

    /// The sections under a key, such as those of `[input.pool]` under `input`.
    pub(super) fn sections(&mut self, key: &str, reader: &mut Reader) -> Vec<(Name, Section<'t>)> {
        let path = self.path_to(key);
        let Some(within) = self.value(key).and_then(|value| value.section(path, reader)) else {
            return Vec::new();
        };
        let mut sections = Vec::new();
        for (name, value) in within.entries() {
            if let Some(section) = value.section(within.path_to(&name.text), reader) {
                sections.push((name, section));
            }
        }
        sections
    }

    /// The sections of the list under a key; a path for each is made of its position.
    pub(super) fn list_of_sections(&mut self, key: &str, reader: &mut Reader) -> Vec<Section<'t>> {
        let path = self.path_to(key);
        let Some(list) = self.value(key).and_then(|value| value.list(reader)) else { return Vec::new() };
        let section = |(index, value): (usize, Value<'t>)| value.section(format!("{path}.{index}"), reader);
        list.into_iter().enumerate().filter_map(section).collect()
    }

    /// A text of the section, for readers.
    pub(super) fn text(&mut self, key: &str, reader: &mut Reader) -> Option<Text> {
        let words = self.value(key)?.words(reader)?.to_owned();
        Some(Text { path: self.path_to(key), words })
    }

    /// A text that must be there.
    pub(super) fn needed_text(&mut self, key: &str, reader: &mut Reader) -> Text {
        let words = self.needed(key, reader).and_then(|value| value.words(reader)).unwrap_or_default();
        Text { path: self.path_to(key), words: words.to_owned() }
    }

    /// `title`, `note` and `clause`.
    pub(super) fn texts(&mut self, reader: &mut Reader) -> Texts {
        Texts {
            title: self.needed_text("title", reader),
            note: self.text("note", reader),
            clause: self.text("clause", reader),
        }
    }

    /// The id that stands under a key.
    pub(super) fn name(&mut self, key: &str, reader: &mut Reader) -> Option<Name> {
        self.value(key)?.name(reader)
    }

    /// `true` under a key; false when it is not there.
    pub(super) fn truth(&mut self, key: &str, reader: &mut Reader) -> bool {
        self.value(key).and_then(|value| value.truth(reader)).unwrap_or(false)
    }

    /// Notes when two of the keys stand together, of which only one may.
    pub(super) fn only_one_of(&self, keys: &[&str], reader: &mut Reader) {
        let mut found = keys.iter().filter(|key| self.has(key));
        let Some(first) = found.next() else { return };
        for second in found {
            let span = self.key_span(second);
            reader.report(span, || Code::ConflictingKeys {
                first: (*first).to_owned(),
                second: (*second).to_owned(),
            });
        }
    }

    /// Notes every key that nobody asked for.
    pub(super) fn close(self, reader: &mut Reader) {
        self.close_as(reader, |key, nearest, among| Code::UnknownKey { key, nearest, among });
    }

    /// [`Section::close`] with a code of one's own.
    pub(super) fn close_as(
        self,
        reader: &mut Reader,
        code: impl Fn(String, Option<String>, Vec<String>) -> Code,
    ) {
        for (key, _) in self.table {
            let written = key.get_ref();
            if self.asked.iter().any(|asked| asked == written) {
                continue;
            }
            let nearest = reader.nearest(written, self.asked.iter().map(String::as_str));
            reader.report(key.span().into(), || {
                code(written.clone().into_owned(), nearest, self.asked.clone())
            });
        }
    }
}

impl<'t> Value<'t> {
    /// A section whose texts are translated under `path`.
    pub(super) fn section(self, path: String, reader: &mut Reader) -> Option<Section<'t>> {
        let section = self.as_section(path);
        if section.is_none() {
            self.refuse(Shape::Section, reader);
        }
        section
    }

    /// A section, without a problem when it is something else.
    pub(super) fn as_section(self, path: String) -> Option<Section<'t>> {
        self.table().map(|table| Section::new(table, self.span, path))
    }
}
