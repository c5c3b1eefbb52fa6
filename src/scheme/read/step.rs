//! `[step.*]`, `[flag.*]`, `[guard.*]` and `[output]`: what is calculated and shown.

use crate::formula::syntax::{Expr, ExprKind};
use crate::problem::{Code, Span};
use crate::scheme::document::{Body, Flag, Formula, Guard, Level, Output, Rule, Step};

use super::entry::{KINDS, MOST_PLACES, kind};
use super::reader::Reader;
use super::section::Section;

/// The key of `[output]` for values of the whole scheme, which no roster or table may be called.
pub(super) const WHOLE_SCHEME: &str = "scheme";

/// The words for [`Level`], the slightest first.
const LEVELS: &[&str] = &["notice", "warning", "committee", "sanction"];

/// `[step.*]`.
pub(super) fn steps(root: &mut Section, reader: &mut Reader) -> Vec<Step> {
    let mut steps = Vec::new();
    for (id, mut section) in root.sections("step", reader) {
        reader.check_name(&id);
        let texts = section.texts(reader);
        let each = section.name("each", reader);
        let word = section.value("kind").and_then(|kind| kind.word(KINDS, reader));
        let kind = kind(word, &mut section, reader);
        let body = body(&mut section, reader);
        let places = section.value("places").and_then(|places| places.count(MOST_PLACES, reader));
        let inner = section.truth("inner", reader);
        let total = section.value("total").and_then(|total| total.truth(reader));
        if total.is_some() && each.is_none() {
            reader.report(section.key_span("total"), || Code::MissingKey { key: "each".to_owned() });
        }
        section.close(reader);
        steps.push(Step { id, texts, each, kind, body, places, inner, total });
    }
    steps
}

fn body(section: &mut Section, reader: &mut Reader) -> Body {
    section.only_one_of(&["formula", "rule"], reader);
    if section.has("rule") {
        section.value("formula");
        return Body::Rules(rules(section, reader));
    }
    Body::Formula(needed_formula("formula", section, reader))
}

/// The formula under a key that must be there; a broken one when it is not.
fn needed_formula(key: &str, section: &mut Section, reader: &mut Reader) -> Formula {
    let formula = section.needed(key, reader).and_then(|value| value.formula(reader));
    formula.unwrap_or_else(|| broken(section.span))
}

/// Stands for a formula that could not be read: the checker passes over a path without names.
fn broken(span: Span) -> Formula {
    Formula { text: String::new(), tree: Expr { kind: ExprKind::Path(Vec::new()), span } }
}

/// First-match rules: the last, and only the last, applies always.
fn rules(section: &mut Section, reader: &mut Reader) -> Vec<Rule> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut always = None;
    for mut section in section.list_of_sections("rule", reader) {
        if let Some(other) = always {
            reader.report(section.span, || Code::UnreachableRule { other });
        }
        let conditional = section.has("when");
        if !conditional {
            always = always.or(Some(section.span));
        }
        let when =
            section.value("when").map(|when| when.formula(reader).unwrap_or_else(|| broken(when.span)));
        let then = needed_formula("then", &mut section, reader);
        let (clause, note) = (section.text("clause", reader), section.text("note", reader));
        let span = section.span;
        section.close(reader);
        rules.push(Rule { when, then, clause, note, span });
    }
    match rules.last() {
        Some(last) if always.is_none() => reader.report(last.span, || Code::LastRuleConditional),
        Some(_) => {}
        None => reader.report(section.key_span("rule"), || Code::EmptyList { key: "rule".to_owned() }),
    }
    rules
}

/// `[flag.*]`.
pub(super) fn flags(root: &mut Section, reader: &mut Reader) -> Vec<Flag> {
    let mut flags = Vec::new();
    for (id, mut section) in root.sections("flag", reader) {
        reader.check_name(&id);
        let texts = section.texts(reader);
        let code = section.value("code").and_then(|code| code.words(reader)).map(str::to_owned);
        let level = match section.needed("level", reader).and_then(|level| level.word(LEVELS, reader)) {
            Some("warning") => Level::Warning,
            Some("committee") => Level::Committee,
            Some("sanction") => Level::Sanction,
            _ => Level::Notice,
        };
        let each = section.name("each", reader);
        let when = needed_formula("when", &mut section, reader);
        section.close(reader);
        flags.push(Flag { id, texts, code, level, each, when });
    }
    flags
}

/// `[guard.*]`.
pub(super) fn guards(root: &mut Section, reader: &mut Reader) -> Vec<Guard> {
    let mut guards = Vec::new();
    for (id, mut section) in root.sections("guard", reader) {
        reader.check_name(&id);
        let texts = section.texts(reader);
        let each = section.name("each", reader);
        let holds = needed_formula("holds", &mut section, reader);
        section.close(reader);
        guards.push(Guard { id, texts, each, holds });
    }
    guards
}

/// `[output]`.
pub(super) fn outputs(root: &mut Section, reader: &mut Reader) -> Vec<Output> {
    let path = root.path_to("output");
    let Some(section) = root.value("output").and_then(|output| output.section(path, reader)) else {
        return Vec::new();
    };
    let mut outputs = Vec::new();
    for (id, value) in section.entries() {
        let list = value.list(reader).unwrap_or_default();
        let steps: Vec<_> = list.into_iter().filter_map(|step| step.name(reader)).collect();
        reader.check_unique(&steps);
        outputs.push(Output { of: (id.text != WHOLE_SCHEME).then_some(id), steps });
    }
    outputs
}
