//! Values of a file: each asked for as what it should be, with a problem when it is something else.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::date::Date;
use crate::exact::Exact;
use crate::formula::parse::parse;
use crate::formula::syntax::{Expr, ExprKind};
use crate::problem::{Code, Shape, Span};
use crate::scheme::document::{Formula, Name};

use super::offsets::Offsets;
use super::reader::Reader;

/// A value and its place.
#[derive(Clone, Copy)]
pub(super) struct Value<'t> {
    value: &'t DeValue<'t>,
    /// Its place.
    pub(super) span: Span,
}

impl<'t> Value<'t> {
    pub(super) fn new(value: &'t Spanned<DeValue<'t>>) -> Self {
        Self { value: value.get_ref(), span: value.span().into() }
    }

    fn shape(self) -> Shape {
        match self.value {
            DeValue::String(_) => Shape::Text,
            DeValue::Integer(_) => Shape::Whole,
            DeValue::Float(_) => Shape::Fraction,
            DeValue::Boolean(_) => Shape::Truth,
            DeValue::Datetime(_) => Shape::Time,
            DeValue::Array(_) => Shape::List,
            DeValue::Table(_) => Shape::Section,
        }
    }

    /// Notes that something else belongs here.
    pub(super) fn refuse(self, expected: Shape, reader: &mut Reader) {
        reader.report(self.span, || Code::WrongKind { expected, found: self.shape() });
    }

    /// A text.
    pub(super) fn words(self, reader: &mut Reader) -> Option<&'t str> {
        if let DeValue::String(words) = self.value {
            return Some(words);
        }
        self.refuse(Shape::Text, reader);
        None
    }

    /// A text, without a problem when it is something else.
    pub(super) fn as_words(self) -> Option<&'t str> {
        if let DeValue::String(words) = self.value { Some(words) } else { None }
    }

    /// An id.
    pub(super) fn name(self, reader: &mut Reader) -> Option<Name> {
        Some(Name { text: self.words(reader)?.to_owned(), span: self.span })
    }

    /// A number in quotes.
    pub(super) fn quantity(self, reader: &mut Reader) -> Option<Exact> {
        match self.value {
            DeValue::String(text) => match Exact::parse(text) {
                Ok(quantity) => return Some(quantity),
                Err(reason) => {
                    reader.report(self.span, || Code::NotANumber { text: text.clone().into_owned(), reason });
                }
            },
            DeValue::Integer(_) | DeValue::Float(_) => {
                let written =
                    reader.source.get(self.span.start..self.span.end).unwrap_or_default().to_owned();
                reader.report(self.span, || Code::UnquotedNumber { written });
            }
            _ => self.refuse(Shape::Quantity, reader),
        }
        None
    }

    /// A whole number without quotes, from 0 to `most`.
    pub(super) fn count(self, most: u32, reader: &mut Reader) -> Option<u32> {
        let DeValue::Integer(integer) = self.value else {
            self.refuse(Shape::Whole, reader);
            return None;
        };
        let count =
            u32::from_str_radix(integer.as_str(), integer.radix()).ok().filter(|count| *count <= most);
        if count.is_none() {
            let (min, max) = (Some("0".to_owned()), Some(most.to_string()));
            reader.report(self.span, || Code::OutOfRange { min, max });
        }
        count
    }

    /// `true` or `false`.
    pub(super) fn truth(self, reader: &mut Reader) -> Option<bool> {
        if let DeValue::Boolean(truth) = self.value {
            return Some(*truth);
        }
        self.refuse(Shape::Truth, reader);
        None
    }

    /// A day in quotes.
    pub(super) fn date(self, reader: &mut Reader) -> Option<Date> {
        let DeValue::String(text) = self.value else {
            self.refuse(Shape::Date, reader);
            return None;
        };
        let date = Date::parse(text);
        if date.is_none() {
            reader.report(self.span, || Code::NotADate { text: text.clone().into_owned() });
        }
        date
    }

    /// Whether this is a list.
    pub(super) fn is_list(self) -> bool {
        matches!(self.value, DeValue::Array(_))
    }

    /// A list.
    pub(super) fn list(self, reader: &mut Reader) -> Option<Vec<Value<'t>>> {
        if let DeValue::Array(values) = self.value {
            return Some(values.iter().map(Value::new).collect());
        }
        self.refuse(Shape::List, reader);
        None
    }

    /// The keys and values of a section; none when it is something else.
    pub(super) fn table(self) -> Option<&'t DeTable<'t>> {
        if let DeValue::Table(table) = self.value { Some(table) } else { None }
    }

    /// One of a few words.
    pub(super) fn word(self, among: &'static [&'static str], reader: &mut Reader) -> Option<&'static str> {
        let word = self.words(reader)?;
        let known = among.iter().copied().find(|known| *known == word);
        if known.is_none() {
            let nearest = reader.nearest(word, among.iter().copied());
            let among = among.iter().copied().map(str::to_owned).collect();
            reader.report(self.span, || Code::UnknownWord { word: word.to_owned(), nearest, among });
        }
        known
    }

    /// A formula; one with mistakes has a tree without names, which the checker passes over.
    pub(super) fn formula(self, reader: &mut Reader) -> Option<Formula> {
        let text = self.words(reader)?;
        let offsets = Offsets::of(text, reader.source, self.span);
        let tree = match parse(text, &|byte| offsets.at(byte)) {
            Ok(tree) => tree,
            Err(problems) => {
                for problem in problems {
                    reader.report(problem.span().unwrap_or(self.span), || problem.code);
                }
                Expr { kind: ExprKind::Path(Vec::new()), span: self.span }
            }
        };
        Some(Formula { text: text.to_owned(), tree })
    }
}
