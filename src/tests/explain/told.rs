//! What an explanation says about whole months: a scheme with every function, and the source's worked examples.
//!
//! `UPDATE=1 cargo nextest run` writes the files anew; read what changed before it is committed.

use super::sample::{Sample, formulas, same_as_file};
use crate::evaluate::explain::{Cell, Explained, Operand, list_path};
use crate::language::Language;
use crate::scheme::term::Source;

/// The languages that the files show.
const SHOWN: [Language; 2] = [Language::TraditionalChinese, Language::English];

#[test]
fn every_function_is_told_with_its_numbers() {
    let sample = Sample::open(formulas(), include_str!("formulas.json"));
    same_as_file("numbers.txt", &told(&sample, 2));
}

#[test]
fn the_ward_nurses_of_the_source_are_told() {
    same_as_file("ward-nurses.txt", &told(&Sample::shipped("ward-nurses", "source"), 2));
    same_as_file("ward-nurses-exact.txt", &told(&Sample::shipped("ward-nurses", "source-exact"), 2));
}

#[test]
fn the_surgeons_of_the_source_are_told() {
    same_as_file("general-surgery.txt", &told(&Sample::shipped("general-surgery", "source"), 2));
}

/// Every figure of a sample, of steps with rows that of the first `rows`.
fn told(sample: &Sample, rows: u32) -> String {
    let mut text = String::new();
    for (at, plan) in sample.scheme.steps.iter().enumerate() {
        let rows: Vec<Option<u32>> = match plan.each {
            Some(_) => (0..rows).map(Some).collect(),
            None => vec![None],
        };
        for row in rows {
            let Some(explained) = sample.explained(at, row) else { continue };
            let own = Cell { source: Source::Step(at), row, pick: None };
            text += &format!("{}\n", own.path(&sample.scheme.document, sample.facts()));
            text += &said(sample, &explained);
            text.push('\n');
        }
    }
    text
}

fn said(sample: &Sample, explained: &Explained<'_>) -> String {
    let (document, facts) = (&sample.scheme.document, sample.facts());
    let mut text = String::new();
    for language in SHOWN {
        let reader = document.in_language(language);
        explained.numbers(&reader).lines().for_each(|line| text += &format!("    {line}\n"));
        if let Some(rule) = explained.rule() {
            let condition = explained.condition(rule, &reader).unwrap_or_default();
            text += &format!("    rule {}: {condition}\n", rule.saturating_add(1));
        }
        if let Some(sentence) = explained.residual(&reader) {
            text += &format!("    {sentence}\n");
        }
    }
    if let Some(dropped) = explained.dropped() {
        text += &format!("    exact {} dropped {}\n", dropped.exact, dropped.dropped);
    }
    let trace = explained.trace();
    for operand in trace.operands {
        match operand {
            Operand::One(cell) => text += &format!("    - {}\n", cell.path(document, facts)),
            Operand::List { source, members, count } => {
                let first = members.first().map(|cell| cell.path(document, facts)).unwrap_or_default();
                text += &format!("    - {}: {count} from {first}\n", list_path(document, facts, source));
            }
        }
    }
    for asked in trace.readings {
        let choice = &document.choices[asked.choice];
        let option = asked.option.map(|option| choice.options[option as usize].id.text.as_str());
        text += &format!("    ? {} {}\n", choice.id.text, option.unwrap_or("none"));
    }
    text
}
