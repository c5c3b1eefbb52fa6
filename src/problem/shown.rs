//! How each fact of a problem is put into words.

use crate::exact::NotANumber;
use crate::language::{Language, Text, Vocabulary};
use crate::unit::Unit;

use super::fact::{Expected, Fact, Shape, Sort, Syntax};
use super::place::Span;
use super::text;

/// The most names that a problem lists.
const MOST_LISTED: usize = 16;

impl Fact for String {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.clone()
    }
}

impl Fact for Option<String> {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.clone().unwrap_or_default()
    }
}

impl Fact for Vec<String> {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        let comma = if reader.language() == Language::English { ", " } else { "、" };
        let mut shown = self.iter().take(MOST_LISTED).map(String::as_str).collect::<Vec<_>>().join(comma);
        if self.len() > MOST_LISTED {
            shown.push_str(comma);
            shown.push('…');
        }
        shown
    }
}

impl Fact for usize {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.to_string()
    }
}

impl Fact for Option<usize> {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.map(|number| number.to_string()).unwrap_or_default()
    }
}

impl Fact for u32 {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        self.to_string()
    }
}

impl Fact for Span {
    fn shown(&self, _: &dyn Vocabulary) -> String {
        String::new()
    }
}

impl Fact for Text {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        reader.words(self).to_owned()
    }
}

impl Fact for Option<Text> {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        self.as_ref().map(|text| text.shown(reader)).unwrap_or_default()
    }
}

impl Fact for Unit {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        match Unit::shown(self, reader) {
            plain if plain.is_empty() => text::plain_number(reader.language()).to_owned(),
            shown => shown,
        }
    }
}

impl Fact for Shape {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::shape(*self, reader.language()).to_owned()
    }
}

impl Fact for Sort {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        let row = if let Self::Row(of) = self { of } else { "" };
        text::sort(self, reader.language()).replace("{of}", row)
    }
}

impl Fact for Expected {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::expected(*self, reader.language()).to_owned()
    }
}

impl Fact for Syntax {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::syntax(self, reader.language()).to_owned()
    }
}

impl Fact for NotANumber {
    fn shown(&self, reader: &dyn Vocabulary) -> String {
        text::not_a_number(*self, reader.language()).to_owned()
    }
}
