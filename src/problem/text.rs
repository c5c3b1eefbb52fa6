//! The words for problems: one file a language, in which `{name}` stands for the fact of that name.

mod en;
mod zh_hans;
mod zh_hant;

use crate::exact::NotANumber;
use crate::language::{Language, Vocabulary};

use super::code::Code;
use super::fact::{Expected, Shape, Sort, Syntax};
use super::place::Place;

/// Chooses what the reader's language says.
macro_rules! in_language {
    ($language:expr, $($word:tt)+) => {
        match $language {
            Language::TraditionalChinese => zh_hant::$($word)+,
            Language::SimplifiedChinese => zh_hans::$($word)+,
            Language::English => en::$($word)+,
        }
    };
}

/// What is wrong and why.
pub(super) fn message(code: &Code, reader: &dyn Vocabulary) -> String {
    filled(in_language!(reader.language(), message(code)), code, reader)
}

/// What to do: the nearest name, else the language's advice, else the names that are known there.
pub(super) fn hint(code: &Code, place: &Place, reader: &dyn Vocabulary) -> Option<String> {
    let language = reader.language();
    let known =
        |name| code.facts().iter().any(|(fact, value)| *fact == name && !value.shown(reader).is_empty());
    let advice = match (code, place) {
        // Who fills in a form has no scheme file before them.
        (Code::NotANumber { reason: NotANumber::PercentSign { .. }, .. }, Place::Path(_)) => {
            in_language!(language, WITHOUT_PERCENT)
        }
        _ => in_language!(language, hint(code)),
    };
    let template = match () {
        () if known("nearest") => in_language!(language, NEAREST),
        () if !advice.is_empty() => advice,
        () if known("among") => in_language!(language, AMONG),
        () => return None,
    };
    Some(filled(template, code, reader))
}

pub(super) fn shape(shape: Shape, language: Language) -> &'static str {
    in_language!(language, shape(shape))
}

pub(super) fn sort(sort: &Sort, language: Language) -> &'static str {
    in_language!(language, sort(sort))
}

pub(super) fn expected(expected: Expected, language: Language) -> &'static str {
    in_language!(language, expected(expected))
}

pub(super) fn syntax(syntax: &Syntax, language: Language) -> &str {
    in_language!(language, syntax(syntax))
}

pub(super) fn not_a_number(reason: NotANumber, language: Language) -> &'static str {
    in_language!(language, not_a_number(reason))
}

pub(super) fn plain_number(language: Language) -> &'static str {
    in_language!(language, PLAIN_NUMBER)
}

/// The template with each `{name}` replaced by the fact; what a fact says is never looked into for names.
fn filled(template: &str, code: &Code, reader: &dyn Vocabulary) -> String {
    let facts = code.facts();
    let mut text = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        let Some((name, tail)) = behind.split_once('}') else { break };
        if let Some((_, fact)) = facts.iter().find(|(fact, _)| *fact == name) {
            text.push_str(&shortened(fact.shown(reader)));
        }
        rest = tail;
    }
    text.push_str(rest);
    text
}

/// What was written may be long: a message shows its beginning, on one line.
fn shortened(text: String) -> String {
    const LONGEST: usize = 240;
    let plain = |character: char| if character.is_control() { ' ' } else { character };
    let mut short: String = text.chars().take(LONGEST).map(plain).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
