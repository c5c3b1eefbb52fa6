//! `jixiao explain`: how one figure came about, in lines.

use std::io::Write;
use std::process::ExitCode;

use jixiao::evaluate::facts::Facts;
use jixiao::evaluate::run;
use jixiao::language::Language;
use jixiao::scheme::Scheme;
use jixiao::scheme::term::Axis;
use jixiao::wire::{Explanation, Figure, Operand, Teller};

use crate::{after, report, source};

/// The most members of a list that are printed.
const MOST_MEMBERS: usize = 20;

/// Prints the explanation of the figure of a step, in each row with a name, or in the one with a number.
pub(crate) fn explain(
    scheme: &str,
    (facts, after): (&str, &[String]),
    step: &str,
    row: Option<&str>,
    language: Language,
) -> ExitCode {
    let Some(loaded) = source::scheme(scheme, language) else { return ExitCode::FAILURE };
    let scheme = &loaded.scheme;
    let Some((opened, _)) = after::opened(scheme, facts, after, language) else { return ExitCode::FAILURE };
    let facts = opened.facts();
    let outcome = run::evaluate(scheme, facts);
    let ids = || scheme.document.steps.iter().map(|step| step.id.text.as_str());
    let Some(position) = ids().position(|id| id == step) else {
        return refused(step, ids(), language);
    };
    let names = rows(scheme, facts, position);
    let rows = match row {
        None => vec![None],
        Some(row) => positions_of(row, names).into_iter().map(Some).collect(),
    };
    if let (Some(row), []) = (row, rows.as_slice()) {
        return refused(row, names.iter().map(String::as_str), language);
    }
    let teller = Teller::new(scheme, facts, &outcome, language);
    let explained = |row| teller.explain(position, row);
    let Some(explanations) = rows.into_iter().map(explained).collect::<Option<Vec<Explanation>>>() else {
        eprintln!("{step}: {}", names.join(", "));
        return ExitCode::FAILURE;
    };
    let texts: Vec<String> = explanations.iter().map(text).collect();
    match std::io::stdout().write_all(texts.join("\n").as_bytes()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Says that there is nothing of this name, and what there is.
fn refused<'n>(name: &str, known: impl Iterator<Item = &'n str>, language: Language) -> ExitCode {
    eprintln!("{}", report::unknown(name, known, language));
    ExitCode::FAILURE
}

/// Names of the rows that a step has.
fn rows<'f>(scheme: &Scheme, facts: &'f Facts, step: usize) -> &'f [String] {
    let names = match scheme.steps.get(step).and_then(|plan| plan.each) {
        Some(Axis::Table(table)) => facts.tables.get(table).map(|table| &table.ids),
        Some(Axis::Roster(roster)) => facts.rosters.get(roster).map(|roster| &roster.names),
        None => None,
    };
    names.map(Vec::as_slice).unwrap_or_default()
}

/// The positions of the rows of a name (two people may share one), or else of the row of a number from 1.
fn positions_of(row: &str, names: &[String]) -> Vec<u32> {
    let named: Vec<u32> =
        (0_u32..).zip(names).filter(|(_, name)| *name == row).map(|(position, _)| position).collect();
    if !named.is_empty() {
        return named;
    }
    let numbered = row.parse::<u32>().ok().and_then(|number| number.checked_sub(1));
    numbered
        .filter(|position| (0_u32..).zip(names).any(|(known, _)| known == *position))
        .into_iter()
        .collect()
}

fn text(explanation: &Explanation) -> String {
    let mut lines = vec![match &explanation.name {
        Some(name) => format!("{} · {name}", explanation.title),
        None => explanation.title.clone(),
    }];
    lines.push(format!("= {}", figure(&explanation.figure, explanation.unit.as_deref())));
    if let Some(rule) = &explanation.rule {
        let when = rule.when.as_ref().map(|when| format!(" {when}")).unwrap_or_default();
        lines.push(format!("{}.{when}", rule.number));
    }
    lines.push(String::new());
    lines.extend([&explanation.words, &explanation.numbers].into_iter().cloned());
    lines.extend(explanation.residual.clone());
    let said = [&explanation.clause, &explanation.note];
    lines.extend(said.into_iter().flatten().cloned());
    if !explanation.operands.is_empty() {
        lines.push(String::new());
        explanation.operands.iter().for_each(|operand| lines.extend(operand_lines(operand)));
    }
    for reading in &explanation.readings {
        let option = reading.option.as_deref().unwrap_or("?");
        lines.push(format!("{}: {option}", reading.title));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn operand_lines(operand: &Operand) -> Vec<String> {
    let value = match &operand.figure {
        Some(shown) => format!(" = {}", figure(shown, operand.unit.as_deref())),
        None => format!(" ({})", operand.count),
    };
    let name = operand.name.as_ref().map(|name| format!(" · {name}")).unwrap_or_default();
    let mut lines = vec![format!("{}{name}{value}  [{}]", operand.title, operand.path)];
    let members = operand.members.iter().take(MOST_MEMBERS);
    lines.extend(members.flat_map(operand_lines).map(|line| format!("  {line}")));
    if operand.members.len() > MOST_MEMBERS {
        lines.push("  …".to_owned());
    }
    lines
}

/// A figure with its unit, or why there is none.
fn figure(figure: &Figure, unit: Option<&str>) -> String {
    match (&figure.fault, &figure.message) {
        (Some(fault), Some(message)) => format!("! [{fault}] {message}"),
        (Some(fault), None) => format!("! [{fault}]"),
        _ => format!("{} {}", figure.shown, unit.unwrap_or_default()).trim_end().to_owned(),
    }
}
