//! A case: facts and what a scheme must make of them; the comparison, as text, of every figure that it names.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::evaluate::facts::Opened;
use crate::evaluate::outcome::{FigureOutcome, Guarded, NoticeKind, Outcome};
use crate::evaluate::run::evaluate;
use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::problem::{Place, Problem};
use crate::scheme::Scheme;
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;
use crate::unit::Unit;

/// A case as its file says it; see `schemes/README.md`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) because: String,
    #[serde(default)]
    pub(super) example: bool,
    #[serde(default)]
    #[expect(dead_code, reason = "a title is for the page")]
    pub(super) title: Option<String>,
    #[serde(default)]
    pub(super) facts: serde_json::Value,
    #[serde(default)]
    pub(super) expect: BTreeMap<String, Expected>,
    #[serde(default)]
    pub(super) printed: Vec<Printed>,
    #[serde(default)]
    pub(super) shows: Vec<Shows>,
    #[serde(default)]
    pub(super) after: Vec<After>,
}

/// The case of another scheme that facts are taken over from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct After {
    pub(super) scheme: String,
    pub(super) case: String,
    /// What taking over tells, as `code @ path`.
    #[serde(default)]
    pub(super) problems: Vec<String>,
}

/// What is expected of a step, of the flags, or of the problems.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Expected {
    One(String),
    Rows(BTreeMap<String, String>),
    List(Vec<String>),
}

/// A figure that the source prints.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Printed {
    pub(super) figure: String,
    pub(super) printed: String,
    pub(super) right: Option<String>,
    pub(super) erratum: Option<String>,
    pub(super) place: String,
    pub(super) id: Option<String>,
}

/// A figure whose calculation shows an erratum, where no printed figure does.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Shows {
    pub(super) erratum: String,
    pub(super) figure: String,
}

/// Everything in which a scheme's outcome differs from the case, one line each.
pub(super) fn differences(scheme: &Scheme, case: &Case) -> Vec<String> {
    let opened = Opened::open(scheme, &case.facts.to_string());
    let facts = opened.facts();
    let outcome = evaluate(scheme, facts);
    let view = View { scheme, outcome: &outcome, names: names(scheme, &opened) };
    let mut differences = Vec::new();
    for (step, expected) in &case.expect {
        match (step.as_str(), expected) {
            ("flags", Expected::List(flags)) => differ("flags", &view.flags(), flags, &mut differences),
            ("problems", Expected::List(problems)) => {
                differ("problems", &view.problems(), problems, &mut differences)
            }
            (step, Expected::One(figure)) => view.compare(step, None, figure, &mut differences),
            ("guards", Expected::List(guards)) => differ("guards", &view.guards(), guards, &mut differences),
            ("pools", Expected::List(pools)) => differ("pools", &view.pools(), pools, &mut differences),
            (step, Expected::Rows(rows)) => {
                for (row, figure) in rows {
                    view.compare(step, Some(row), figure, &mut differences);
                }
                let left_out = view.rows_of(step).into_iter().filter(|row| !rows.contains_key(row));
                differences.extend(left_out.map(|row| format!("{step} @ {row}: nothing is expected")));
            }
            (step, Expected::List(_)) => differences
                .push(format!("{step}: a list is expected only of flags, problems, guards and pools")),
        }
    }
    for (list, found) in [("flags", view.flags()), ("guards", view.guards()), ("problems", view.problems())] {
        if !case.expect.contains_key(list) {
            differ(list, &found, &[], &mut differences);
        }
    }
    let known = |id: &str| scheme.document.errata.iter().any(|erratum| erratum.id.text == id);
    for shows in &case.shows {
        let (step, row) = parts(&shows.figure);
        if !known(&shows.erratum) || !view.has(step, row) {
            differences
                .push(format!("shows {} by {}: one of them is not there", shows.erratum, shows.figure));
        }
    }
    for printed in &case.printed {
        let (step, row) = parts(&printed.figure);
        view.compare_shown(step, row, printed.right.as_ref().unwrap_or(&printed.printed), &mut differences);
        let right = printed.right.as_ref().is_none_or(|right| *right == printed.printed);
        match (right, printed.erratum.as_deref().map(known)) {
            (true, None) | (false, Some(true)) => {}
            (true, Some(_)) => {
                differences.push(format!("{}: agrees, and yet names an erratum", printed.figure))
            }
            (false, None) => differences
                .push(format!("{} at {}: differs without an erratum", printed.figure, printed.place)),
            (false, Some(false)) => {
                differences.push(format!("{}: the scheme has no such erratum", printed.figure))
            }
        }
    }
    differences
}

/// What a case raises: `flag no_honours`, `notice band-hole`, `problem missing`.
pub(super) fn raised(scheme: &Scheme, case: &Case) -> BTreeSet<String> {
    let opened = Opened::open(scheme, &case.facts.to_string());
    let outcome = evaluate(scheme, opened.facts());
    let flags =
        outcome.flags.iter().map(|raised| format!("flag {}", scheme.document.flags[raised.flag].id.text));
    let notices = outcome.notices.iter().map(|notice| format!("notice {}", notice_id(&notice.kind)));
    let problems = outcome.told.iter().map(|fault| {
        let problem: &Problem = &outcome.problems[*fault as usize];
        format!("problem {}", problem.code.id())
    });
    flags.chain(notices).chain(problems).collect()
}

fn differ(what: &str, found: &[String], expected: &[String], differences: &mut Vec<String>) {
    let sorted = |list: &[String]| {
        let mut list = list.to_vec();
        list.sort();
        list
    };
    let (found, expected) = (sorted(found), sorted(expected));
    if found != expected {
        differences.push(format!("{what}: expected {expected:?}, found {found:?}"));
    }
}

/// The step of a figure, and its row.
fn parts(figure: &str) -> (&str, Option<&str>) {
    figure.split_once(" @ ").map_or((figure, None), |(step, row)| (step, Some(row)))
}

/// Names of the rows of every axis.
fn names(scheme: &Scheme, opened: &Opened) -> BTreeMap<Axis, Vec<String>> {
    let facts = opened.facts();
    let tables = facts.tables.iter().enumerate().map(|(i, table)| (Axis::Table(i), table.ids.clone()));
    let rosters = facts.rosters.iter().enumerate().map(|(i, roster)| (Axis::Roster(i), roster.names.clone()));
    assert_eq!(facts.rosters.len(), scheme.document.rosters.len());
    tables.chain(rosters).collect()
}

/// An outcome in the words of a case.
struct View<'v> {
    scheme: &'v Scheme,
    outcome: &'v Outcome,
    names: BTreeMap<Axis, Vec<String>>,
}

impl View<'_> {
    fn compare(&self, step: &str, row: Option<&str>, expected: &str, differences: &mut Vec<String>) {
        let found = self.figure(step, row);
        if found != expected {
            let row = row.map(|row| format!(" @ {row}")).unwrap_or_default();
            differences.push(format!("{step}{row}: expected {expected}, found {found}"));
        }
    }

    /// The source shows some figures rounded and carries them exact: compared at the places that it prints.
    fn compare_shown(&self, step: &str, row: Option<&str>, printed: &str, differences: &mut Vec<String>) {
        let found = self.figure(step, row);
        let places = printed.split_once('.').map_or(0, |(_, places)| places.len());
        let shown = Exact::parse(&found).map(|found| found.approximate(u32::try_from(places).unwrap()));
        if shown.as_deref() != Ok(printed) {
            differences.push(format!("{step}: printed {printed}, found {found}"));
        }
    }

    fn figure(&self, step: &str, row: Option<&str>) -> String {
        let Some(position) = self.scheme.document.steps.iter().position(|known| known.id.text == step) else {
            return "no such step".to_owned();
        };
        let outcome = &self.outcome.steps[position];
        let row = match (outcome.each, row) {
            (None, None) => 0,
            (Some(axis), Some(row)) => match self.names[&axis].iter().position(|name| name == row) {
                Some(row) => u32::try_from(row).unwrap(),
                None => return "no such row".to_owned(),
            },
            (None, Some(_)) => return "a step of the whole scheme".to_owned(),
            (Some(_), None) => return "a step with rows".to_owned(),
        };
        let kind = &self.scheme.document.steps[position].kind;
        match outcome.figure(row).unwrap() {
            FigureOutcome::Known(item) => self.item(&item, kind),
            FigureOutcome::Failed(fault) => format!("!{}", self.outcome.problems[fault as usize].code.id()),
            FigureOutcome::Open(interval) => {
                format!("{} .. {}", in_unit(&interval.low, kind), in_unit(&interval.high, kind))
            }
        }
    }

    /// Whether there is such a figure.
    fn has(&self, step: &str, row: Option<&str>) -> bool {
        let position = self.scheme.document.steps.iter().position(|known| known.id.text == step);
        position.is_some_and(|position| match (self.outcome.steps[position].each, row) {
            (None, None) => true,
            (Some(axis), Some(row)) => self.names[&axis].iter().any(|name| name == row),
            _ => false,
        })
    }

    /// Names of the rows that a step has figures for.
    fn rows_of(&self, step: &str) -> Vec<String> {
        let position = self.scheme.document.steps.iter().position(|known| known.id.text == step);
        let axis = position.and_then(|position| self.outcome.steps[position].each);
        axis.map(|axis| self.names[&axis].clone()).unwrap_or_default()
    }

    fn item(&self, item: &Item, kind: &Kind) -> String {
        match (item, kind) {
            (Item::Number(number), kind) => in_unit(number, kind),
            (Item::Truth(truth), _) => truth.to_string(),
            (Item::Date(date), _) => date.to_string(),
            (Item::Code(code), Kind::Options(options)) => options[*code as usize].id.text.clone(),
            (Item::Code(code), Kind::OneOf(name)) => {
                let (axis, _) = self.names.iter().find(|(axis, _)| self.id(**axis) == name.text).unwrap();
                self.name(*axis, *code).to_owned()
            }
            (Item::Code(code), _) => format!("code {code}"),
        }
    }

    fn id(&self, axis: Axis) -> &str {
        match axis {
            Axis::Table(index) => &self.scheme.document.tables[index].id.text,
            Axis::Roster(index) => &self.scheme.document.rosters[index].id.text,
        }
    }

    /// Flags as `id` or `id @ row`, notices of the engine as `id @ step` or `id @ step row`.
    fn flags(&self) -> Vec<String> {
        let flags = self.outcome.flags.iter().map(|raised| {
            let flag = &self.scheme.document.flags[raised.flag];
            let axis = self.scheme.flags[raised.flag].each;
            match (raised.row, axis) {
                (Some(row), Some(axis)) => format!("{} @ {}", flag.id.text, self.name(axis, row)),
                _ => flag.id.text.clone(),
            }
        });
        let notices = self.outcome.notices.iter().map(|notice| {
            let id = notice_id(&notice.kind);
            let step = &self.scheme.document.steps[notice.step].id.text;
            match (notice.each, notice.row) {
                (Some(axis), Some(row)) => format!("{id} @ {step} {}", self.name(axis, row)),
                _ => format!("{id} @ {step}"),
            }
        });
        flags.chain(notices).collect()
    }

    fn name(&self, axis: Axis, row: u32) -> &str {
        self.names[&axis].get(row as usize).map_or("no such row", String::as_str)
    }

    /// Guard rails that fail as `id` or `id @ row`, those that cannot be computed as `id !fault`.
    fn guards(&self) -> Vec<String> {
        let plans = self.scheme.document.guards.iter().zip(&self.scheme.guards);
        let guards = plans.zip(&self.outcome.guards).flat_map(|((guard, plan), found)| {
            let id = &guard.id.text;
            match (found, plan.each) {
                (Guarded::Holds, _) => Vec::new(),
                (Guarded::Fails(rows), Some(axis)) => {
                    rows.iter().map(|row| format!("{id} @ {}", self.name(axis, *row))).collect()
                }
                (Guarded::Fails(_), None) => vec![id.clone()],
                (Guarded::Unknown(fault), _) => {
                    vec![format!("{id} !{}", self.outcome.problems[*fault as usize].code.id())]
                }
            }
        });
        guards.collect()
    }

    /// Shared pools as `step: pool = paid + left`, `step @ row: …` where each row has its own, and who was given
    /// what of the residual.
    fn pools(&self) -> Vec<String> {
        let pools = self.outcome.pools.iter().map(|closing| {
            let step = &self.scheme.document.steps[closing.step].id.text;
            let of = closing.of.map(|(axis, row)| format!(" @ {}", self.name(axis, row))).unwrap_or_default();
            let each = self.scheme.steps[closing.step].each;
            let to = closing.to.iter().map(|(row, amount)| {
                format!(", {} +{amount}", each.map_or("", |axis| self.name(axis, *row)))
            });
            let to: String = to.collect();
            format!("{step}{of}: {} = {} + {}{to}", closing.pool, closing.paid, closing.left)
        });
        pools.collect()
    }

    /// Problems told, as `code @ path`.
    fn problems(&self) -> Vec<String> {
        let told = |fault: &u32| -> &Problem { &self.outcome.problems[*fault as usize] };
        let text = |problem: &Problem| match &problem.place {
            Place::Path(path) => format!("{} @ {path}", problem.code.id()),
            Place::Source(_) => problem.code.id().to_owned(),
        };
        self.outcome.told.iter().map(told).map(text).collect()
    }
}

fn notice_id(kind: &NoticeKind) -> &'static str {
    match kind {
        NoticeKind::NegativePool(_) => "negative-pool",
        NoticeKind::BandHole { .. } => "band-hole",
        NoticeKind::BandOverlap { .. } => "band-overlap",
        NoticeKind::ChoiceOpen { .. } => "choice-open",
    }
}

/// A number as it is shown in the unit of a kind.
fn in_unit(number: &Exact, kind: &Kind) -> String {
    let plain = Unit::plain();
    let unit = if let Kind::Quantity(unit) = kind { unit } else { &plain };
    number.divided_by(unit.factor()).unwrap().to_string()
}
