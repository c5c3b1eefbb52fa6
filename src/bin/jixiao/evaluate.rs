//! `jixiao evaluate`: the outcome of facts, as JSON or as tables.

use std::io::Write;
use std::process::ExitCode;

use jixiao::evaluate::run;
use jixiao::language::Language;
use jixiao::wire::{Description, Outcome, Teller};

use crate::table::Table;
use crate::{after, source};

/// How an outcome is printed.
#[derive(Clone, Copy)]
pub(crate) enum Form {
    /// As JSON: the wire form, in one line.
    Json,
    /// As tables for a reader.
    Tables,
}

/// Prints the outcome that facts have in a scheme; fails when something is wrong with them.
pub(crate) fn evaluate(
    scheme: &str,
    facts: &str,
    after: &[String],
    form: Form,
    language: Language,
) -> ExitCode {
    let Some(loaded) = source::scheme(scheme, language) else { return ExitCode::FAILURE };
    let Some((opened, taken)) = after::opened(&loaded.scheme, facts, after, language) else {
        return ExitCode::FAILURE;
    };
    let facts = opened.facts();
    let found = run::evaluate(&loaded.scheme, facts);
    let outcome = Teller::new(&loaded.scheme, facts, &found, language).outcome(&loaded.fingerprint);
    let text = match form {
        Form::Json => serde_json::to_string(&outcome).unwrap_or_default(),
        Form::Tables => {
            tables(&Description::of(&loaded.scheme, &loaded.fingerprint, language), &outcome, language)
        }
    };
    for problem in &outcome.summary.problems {
        eprintln!("{}", after::line(problem));
    }
    match writeln!(std::io::stdout(), "{text}") {
        Ok(()) if outcome.summary.problems.is_empty() => taken,
        _ => ExitCode::FAILURE,
    }
}

/// The result tables, and everything that is said beside them.
fn tables(description: &Description, outcome: &Outcome, language: Language) -> String {
    let mut text = format!("{}\n", description.title);
    for output in &description.outputs {
        text.push('\n');
        let columns = output.steps.iter().filter_map(|id| {
            let form = description.steps.iter().find(|step| step.id == *id)?;
            Some((form, outcome.steps.iter().find(|step| step.step == *id)?))
        });
        let columns: Vec<_> = columns.collect();
        let heading = |title: &str, unit: Option<&str>| match unit {
            Some(unit) => format!("{title} ({unit})"),
            None => title.to_owned(),
        };
        let shown = |figure: &jixiao::wire::Figure| match &figure.fault {
            Some(fault) => format!("!{fault}"),
            None => figure.shown.clone(),
        };
        let mut table = Table::default();
        match &output.of {
            None => {
                for (form, figures) in &columns {
                    let figure = figures.figures.first().map(shown).unwrap_or_default();
                    table.row([heading(&form.title, form.unit.as_deref()), figure]);
                }
            }
            Some(of) => {
                let roster = description.rosters.iter().find(|roster| roster.id == *of);
                let listed = description.tables.iter().find(|table| table.id == *of);
                let title = roster.map(|roster| &roster.name).or(listed.map(|table| &table.title));
                let titles = columns.iter().map(|(form, _)| heading(&form.title, form.unit.as_deref()));
                table.row(title.cloned().into_iter().chain(titles));
                let names = columns.first().map(|(_, figures)| figures.rows.as_slice()).unwrap_or_default();
                for (row, name) in names.iter().enumerate() {
                    let figures = columns.iter().map(|(_, figures)| figures.figures.get(row).map(shown));
                    table.row(std::iter::once(name.clone()).chain(figures.map(Option::unwrap_or_default)));
                }
                let totals = columns.iter().map(|(form, _)| {
                    outcome
                        .summary
                        .totals
                        .iter()
                        .find(|total| total.step == form.id)
                        .map(|total| shown(&total.figure))
                });
                let totals: Vec<Option<String>> = totals.collect();
                if totals.iter().any(Option::is_some) {
                    let together = together(language).to_owned();
                    table.row(
                        std::iter::once(together).chain(totals.into_iter().map(Option::unwrap_or_default)),
                    );
                }
            }
        }
        text += &table.text();
    }
    let pools = outcome.summary.pools.iter().map(|pool| {
        let title =
            description.steps.iter().find(|step| step.id == pool.step).map(|step| step.title.as_str());
        let row = pool.row.as_ref().map(|row| format!(" · {row}")).unwrap_or_default();
        format!("{}{row}: {}", title.unwrap_or_default(), pool.sentence)
    });
    let notices = outcome.summary.notices.iter().map(|notice| match &notice.name {
        Some(name) => format!("{name}: {}", notice.title),
        None => notice.title.clone(),
    });
    let guards = outcome.summary.guards.iter().map(|guard| {
        let mark = match guard.holds {
            Some(true) => "✓",
            Some(false) => "✗",
            None => "?",
        };
        let first = guard.first.as_ref().map(|first| format!(": {first} …")).unwrap_or_default();
        format!("{mark} {}{first}", guard.title)
    });
    for lines in [pools.collect::<Vec<_>>(), notices.collect(), guards.collect()] {
        if !lines.is_empty() {
            text += &format!("\n{}\n", lines.join("\n"));
        }
    }
    text.truncate(text.trim_end().len());
    text
}

/// What the row of totals is called.
fn together(language: Language) -> &'static str {
    match language {
        Language::TraditionalChinese => "合計",
        Language::SimplifiedChinese => "合计",
        Language::English => "Total",
    }
}
