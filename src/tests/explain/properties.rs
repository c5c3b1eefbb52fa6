//! What holds for every explanation of every shipped case, and for the words of every formula.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::sample::{Sample, formulas, scheme, shipped};
use crate::evaluate::explain::{Operand, words};
use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};
use crate::language::Language;
use crate::scheme::document::Kind;
use crate::scheme::term::Source;

/// Every figure of a sample: the step and the row.
fn figures(sample: &Sample) -> Vec<(usize, Option<u32>)> {
    let mut figures = Vec::new();
    for (step, plan) in sample.scheme.steps.iter().enumerate() {
        let rows = (0_u32..).take_while(|row| sample.explained(step, Some(*row)).is_some());
        match plan.each {
            Some(_) => figures.extend(rows.map(|row| (step, Some(row)))),
            None => figures.push((step, None)),
        }
    }
    figures
}

/// The samples of all shipped cases, and one that uses every function.
fn samples() -> impl Iterator<Item = (String, Sample)> {
    let own = Sample::open(formulas(), include_str!("formulas.json"));
    shipped().chain(std::iter::once(("formulas".to_owned(), own)))
}

#[test]
fn every_operand_can_be_explained_or_entered() {
    let mut count = 0;
    for (name, sample) in samples() {
        let mut opened = sample.opened.clone();
        let mut known = BTreeSet::new();
        for (step, row) in figures(&sample) {
            let explained = sample.explained(step, row).unwrap();
            let operands = explained.trace().operands;
            let cells = operands.iter().flat_map(|operand| match operand {
                Operand::One(cell) => vec![*cell],
                Operand::List { members, count, .. } => {
                    assert_eq!(members.len(), (*count).min(200), "{name}");
                    members.clone()
                }
            });
            for cell in cells {
                count += 1;
                if known.insert(cell) {
                    let path = cell.path(&sample.scheme.document, sample.facts());
                    let leads = match cell.source {
                        Source::Step(step) => sample.explained(step, cell.row).is_some(),
                        _ => opened.set(&sample.scheme, &path, "1").is_ok(),
                    };
                    assert!(leads, "{name}: {path} leads nowhere");
                }
            }
        }
    }
    assert!(count > 10_000, "only {count} operands were looked at");
}

#[test]
fn numbers_that_are_put_in_come_to_the_figure() {
    let mut count = 0;
    for (name, sample) in samples() {
        let reader = sample.scheme.document.in_language(Language::English);
        for (step, row) in figures(&sample) {
            let explained = sample.explained(step, row).unwrap();
            let Some(FigureOutcome::Known(Item::Number(figure))) = explained.figure() else { continue };
            let numbers = explained.numbers(&reader);
            let Some((formula, result)) = halves(&numbers) else { continue };
            // Words between the numbers are no simple arithmetic, and what is shown in part comes to less.
            let Some(value) = arithmetic(formula) else { continue };
            let Kind::Quantity(unit) = &sample.scheme.document.steps[step].kind else { panic!("{name}") };
            if figure.divided_by(unit.factor()).unwrap() != figure {
                continue;
            }
            count += 1;
            let shown = arithmetic(result).unwrap();
            if numbers.contains(" ≈ ") {
                let near = value.minus(&shown).unwrap().absolute();
                assert!(
                    near < value.absolute().times(&Exact::parse("0.00001").unwrap()).unwrap(),
                    "{name}: {numbers}"
                );
            } else if !numbers.contains('≈') {
                assert_eq!((&value, &shown), (&figure, &figure), "{name}: {numbers}");
            }
        }
    }
    assert!(count > 1_000, "only {count} figures were calculated again");
}

/// Both sides of the last sign of an equation.
fn halves(numbers: &str) -> Option<(&str, &str)> {
    numbers.rsplit_once(" = ").or_else(|| numbers.rsplit_once(" ≈ "))
}

/// The value of numbers with units, signs and brackets; none when there are other words.
fn arithmetic(text: &str) -> Option<Exact> {
    let mut plain = String::new();
    for word in text.split(' ') {
        let inside = word.trim_matches(['(', ')']);
        let is_number =
            inside.trim_start_matches(['−', '≈', '(']).starts_with(|first: char| first.is_ascii_digit());
        let is_sign = matches!(word, "+" | "−" | "×" | "÷");
        if is_number || is_sign {
            plain += word;
        } else if is_unit(inside) {
            word.chars()
                .filter(|bracket| matches!(bracket, '(' | ')'))
                .for_each(|bracket| plain.push(bracket));
        } else {
            return None;
        }
    }
    let plain = plain.replace([',', '≈'], "");
    let mut rest = plain.as_str();
    let value = sum(&mut rest)?;
    rest.is_empty().then_some(value)
}

fn is_unit(word: &str) -> bool {
    let known =
        ["yuan", "point", "shift", "hour", "case", "visit", "day", "person", "month", "birth", "time"];
    word.split('/').all(|part| known.contains(&part))
}

fn sum(rest: &mut &str) -> Option<Exact> {
    let mut value = product(rest)?;
    loop {
        value = if let Some(behind) = rest.strip_prefix('+') {
            *rest = behind;
            value.plus(&product(rest)?)?
        } else if let Some(behind) = rest.strip_prefix('−') {
            *rest = behind;
            value.minus(&product(rest)?)?
        } else {
            return Some(value);
        };
    }
}

fn product(rest: &mut &str) -> Option<Exact> {
    let mut value = factor(rest)?;
    loop {
        value = if let Some(behind) = rest.strip_prefix('×') {
            *rest = behind;
            value.times(&factor(rest)?)?
        } else if let Some(behind) = rest.strip_prefix('÷') {
            *rest = behind;
            value.divided_by(&factor(rest)?).ok()?
        } else {
            return Some(value);
        };
    }
}

fn factor(rest: &mut &str) -> Option<Exact> {
    if let Some(behind) = rest.strip_prefix('−') {
        *rest = behind;
        return Some(factor(rest)?.negated());
    }
    let value = if let Some(behind) = rest.strip_prefix('(') {
        *rest = behind;
        let value = sum(rest)?;
        *rest = rest.strip_prefix(')')?;
        value
    } else {
        let end = rest
            .find(|character: char| !character.is_ascii_digit() && character != '.')
            .unwrap_or(rest.len());
        let (digits, behind) = rest.split_at(end);
        *rest = behind;
        Exact::parse(digits).ok()?
    };
    match rest.strip_prefix('%') {
        Some(behind) => {
            *rest = behind;
            value.divided_by(&Exact::from(100)).ok()
        }
        None => Some(value),
    }
}

#[test]
fn what_rounding_dropped_and_the_figure_make_the_exact_value() {
    let mut count = 0;
    for (name, sample) in samples() {
        for (step, row) in figures(&sample) {
            let explained = sample.explained(step, row).unwrap();
            let Some(rounded) = explained.dropped() else { continue };
            let Some(FigureOutcome::Known(Item::Number(figure))) = explained.figure() else {
                panic!("{name}")
            };
            assert_eq!(figure.plus(&rounded.dropped).as_ref(), Some(&rounded.exact), "{name}");
            if let Some(part) = explained.part() {
                let step = Exact::power_of_ten(-i32::try_from(part.places).unwrap()).unwrap();
                let cut = part.exact.rounded(i32::try_from(part.places).unwrap(), Rounding::Down);
                assert_eq!(Some(&part.cut), cut.as_ref(), "{name}: the part was cut elsewhere");
                assert_eq!(part.cut.plus(&part.got).as_ref(), Some(&part.part), "{name}");
                assert!(part.got.is_zero() || part.got >= step, "{name}");
            }
            count += 1;
        }
    }
    assert!(count > 100, "only {count} figures were rounded");
}

/// Formulas of inputs a, b and c, with brackets around everything.
fn formula() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        prop::sample::select(vec!["a", "b", "c"]).prop_map(str::to_owned),
        (1..20_u32).prop_map(|number| number.to_string()),
    ];
    leaf.prop_recursive(5, 24, 2, |inner| {
        prop_oneof![
            4 => (inner.clone(), prop::sample::select(vec!["+", "-", "*", "/"]), inner.clone())
                .prop_map(|(left, sign, right)| format!("({left} {sign} {right})")),
            1 => inner.prop_map(|inner| format!("(-{inner})")),
        ]
    })
}

/// A scheme with one formula.
fn with(formula: &str) -> Sample {
    let inputs = ["a", "b", "c"].map(|id| format!("[input.{id}]\ntitle = \"{id}\"\n"));
    let text = format!(
        "id = \"t\"\ntitle = \"t\"\n{}[step.r]\ntitle = \"r\"\nformula = \"{formula}\"\n",
        inputs.concat()
    );
    Sample::open(scheme(&text, &[]), r#"{"inputs": {"a": "7", "b": "-3", "c": "0.5"}}"#)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn words_mean_what_the_formula_means(written in formula()) {
        let sample = with(&written);
        let said = words(&sample.scheme, 0, &Language::English);
        let again = with(&said.replace('−', "-").replace('×', "*").replace('÷', "/"));
        let [one, two] = [&sample, &again].map(|sample| sample.outcome.steps[0].value.at(0).unwrap().ok());
        prop_assert_eq!(one, two, "{} was said as {}", written, said);
    }
}
