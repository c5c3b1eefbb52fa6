//! Formulas that nobody would write, over facts with holes: every one that is well formed is taken, and comes to what
//! plain evaluation says.

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value as Json, json};

use super::{Evaluated, plain};
use crate::evaluate::outcome::Outcome;
use crate::language::Language;
use crate::scheme::Scheme;

/// What the formulas are about. All units are plain, so that any number may meet any other.
const DECLARED: &str = r#"
id = "random"
title = "隨機"
input.pool   = { title = "額" }
input.extra  = { title = "加", optional = true }
input.strict = { title = "嚴", kind = "truth" }
input.day    = { title = "日", kind = "date", optional = true }
input.quota  = { title = "定", per = "shift" }
parameter.rate = { title = "率", value = "1.5" }
choice.reading = { title = "讀", default = "a", option = [ { id = "a", title = "甲" }, { id = "b", title = "乙" } ] }
table.shift  = { title = "班", row = [ { id = "day", title = "白", value = "1" }, { id = "night", title = "夜", value = "2.5" } ] }
table.weight = { title = "重", fixed = true, row = [ { id = "x", title = "甲", value = "0.6" }, { id = "y", title = "乙" } ] }
table.kind   = { title = "類", column.fee = { title = "費" }, row = [ { id = "s", title = "小", fee = "1" }, { id = "l", title = "大", fee = "3" } ] }
table.cut    = { title = "段", kind = "tiers", row = [ { id = "a", title = "甲", from = "-5", to = "1", value = "2" }, { id = "b", title = "乙", from = "1", to = "9", value = "3" } ] }
table.grade  = { title = "等", kind = "bands", column.bonus = { title = "獎" }, row = [ { id = "c", title = "丙", to = "1", bonus = "0" }, { id = "b", title = "乙", from = "2", below = "4", bonus = "5" }, { id = "a", title = "甲", from = "3", bonus = "8" } ] }
roster.ward.title = "區"
roster.ward.name  = "名"
roster.ward.column.size = { title = "大", optional = true }
roster.nurse.title = "護"
roster.nurse.name  = "名"
roster.nurse.of    = "ward"
roster.nurse.column.points = { title = "分" }
roster.nurse.column.bonus  = { title = "獎", optional = true }
roster.nurse.column.head   = { title = "長", kind = "truth" }
roster.nurse.column.since  = { title = "自", kind = "date" }
roster.nurse.column.shifts = { title = "班", per = "shift" }
roster.nurse.column.parts  = { title = "份", per = "weight" }
roster.nurse.column.mentor = { title = "師", one_of = "nurse", optional = true }
roster.job.title = "術"
roster.job.name  = "名"
roster.job.of    = "nurse"
roster.job.column.hours = { title = "時" }
roster.job.column.kind  = { title = "類", one_of = "kind" }
roster.job.column.scrub = { title = "洗", one_of = "nurse", optional = true }
"#;

/// What a formula stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// A step of the whole scheme.
    Scheme,
    /// A step of each row of these.
    Each(&'static str),
    /// A list of nurses, jobs or wards, with the values of the row around if it belongs to that.
    List(&'static str, Option<&'static str>),
    /// A list of shifts in a step of nurses, with the nurse's own values.
    Shifts,
}

const PLACES: [Place; 6] = [
    Place::Scheme,
    Place::Each("nurse"),
    Place::Each("job"),
    Place::Each("ward"),
    Place::Each("shift"),
    Place::Each("kind"),
];

/// Names of numbers that are there for a row of these.
fn of_row(rows: &str) -> &'static [&'static str] {
    match rows {
        "nurse" => &["points", "bonus", "ward.size", "mentor.points", "mentor.ward.size", "parts.x"],
        "job" => {
            &["hours", "nurse.points", "nurse.ward.size", "kind.fee", "scrub.bonus", "nurse.mentor.points"]
        }
        "ward" => &["size"],
        "shift" => &["value", "quota"],
        "kind" => &["fee"],
        _ => &[],
    }
}

/// The names of numbers at a place.
fn numbers(place: Place) -> Vec<String> {
    let mut names: Vec<String> =
        ["pool", "extra", "rate", "weight.x", "weight.y", "0", "1", "2.5", "-3"].map(str::to_owned).to_vec();
    match place {
        Place::Scheme => {}
        Place::Each(rows) => names.extend(of_row(rows).iter().map(|name| (*name).to_owned())),
        Place::List(rows, around) => {
            for _ in 0..2 {
                names.extend(of_row(rows).iter().map(|name| format!("{rows}.{name}")));
            }
            names.extend(around.into_iter().flat_map(of_row).map(|name| (*name).to_owned()));
        }
        Place::Shifts => {
            names.extend(["shift", "shifts", "quota", "shift", "shifts"].map(str::to_owned));
            names.extend(of_row("nurse").iter().map(|name| (*name).to_owned()));
        }
    }
    names
}

/// The names of conditions at a place.
fn truths(place: Place) -> Vec<String> {
    let mut names = ["strict", "reading = \"b\"", "true", "day > \"2026-02-01\""].map(str::to_owned).to_vec();
    let of = |prefix: &str, rows: &str| -> Vec<String> {
        let own: &[&str] = match rows {
            "nurse" => &["?head", "?since >= \"2026-01-01\"", "?mentor.head"],
            "job" => &["?kind = \"s\"", "?kind in (\"s\", \"l\")", "?nurse.head", "?scrub = ?nurse"],
            _ => &[],
        };
        own.iter().map(|name| name.replace('?', prefix)).collect()
    };
    match place {
        Place::Scheme => {}
        Place::Each(rows) => names.extend(of("", rows)),
        Place::List(rows, around) => {
            names.extend(of(&format!("{rows}."), rows));
            names.extend(around.into_iter().flat_map(|around| of("", around)));
        }
        Place::Shifts => names.extend(of("", "nurse")),
    }
    names
}

/// The lists that a formula at a place may go over: of which rows, and by which link.
fn lists(place: Place) -> Vec<(Place, &'static str)> {
    let list = |rows, around| Place::List(rows, around);
    match place {
        Place::Scheme => vec![(list("nurse", None), ""), (list("job", None), ""), (list("ward", None), "")],
        Place::Each("nurse") => vec![
            (list("job", Some("nurse")), ""),
            (list("job", Some("nurse")), ", via = scrub"),
            (list("nurse", Some("nurse")), ", via = mentor"),
            (list("nurse", None), ""),
            (Place::Shifts, ""),
        ],
        Place::Each("ward") => vec![(list("nurse", Some("ward")), ""), (list("job", Some("ward")), "")],
        // `nurse.points` is that of the job's own nurse there.
        Place::Each("job") => vec![(list("ward", None), "")],
        Place::Each("kind") => vec![(list("job", Some("kind")), ", via = kind"), (list("nurse", None), "")],
        _ => vec![(list("nurse", None), "")],
    }
}

/// A number.
fn number(place: Place, depth: u32) -> BoxedStrategy<String> {
    let leaf = select(numbers(place)).boxed();
    let Some(depth) = depth.checked_sub(1) else { return leaf };
    let inner = number(place, depth);
    let two = (inner.clone(), inner.clone());
    let mut kinds = vec![
        leaf,
        (two.clone(), select(vec!["+", "-", "*", "/"]))
            .prop_map(|((a, b), sign)| format!("({a} {sign} {b})"))
            .boxed(),
        (two.clone(), select(vec!["max", "min"]))
            .prop_map(|((a, b), name)| format!("{name}({a}, {b})"))
            .boxed(),
        (truth(place, depth), two.clone()).prop_map(|(c, (a, b))| format!("if({c}, {a}, {b})")).boxed(),
        (inner.clone(), select(vec!["round", "floor", "ceil", "truncate", "round_even"]), -1_i32..3)
            .prop_map(|(a, name, places)| format!("{name}({a}, {places})"))
            .boxed(),
        two.clone().prop_map(|(a, b)| format!("round_to({a}, {b})")).boxed(),
        inner.clone().prop_map(|a| format!("abs(-({a}))")).boxed(),
        (select(numbers(place)), inner.clone()).prop_map(|(a, b)| format!("or_else({a}, {b})")).boxed(),
        (select(numbers(place)), inner.clone()).prop_map(|(a, b)| format!("chosen({a}, {b}, 5)")).boxed(),
        (inner.clone(), select(vec!["marginal", "whole"]))
            .prop_map(|(a, name)| format!("{name}({a}, cut)"))
            .boxed(),
        inner.clone().prop_map(|a| format!("band({a}, grade).bonus")).boxed(),
        inner.clone().prop_map(|a| format!("tier({a}, cut).value")).boxed(),
        Just("month(day)".to_owned()).boxed(),
    ];
    if let Place::Scheme | Place::Each(_) = place {
        kinds.push(aggregate(place, depth, vec!["sum", "mean", "max", "min"], number));
        kinds.push(aggregate(place, depth, vec!["count", "longest_run"], truth));
    }
    if let Place::Each(_) = place {
        kinds.push(inner.clone().prop_map(|a| format!("rank({a})")).boxed());
        kinds.push(two.prop_map(|(a, b)| format!("previous({a}, {b})")).boxed());
        let residual = select(vec!["largest-remainder", "first", "last", "largest-weight", "keep"]);
        let share =
            |(by, residual)| format!("share(truncate(pool, 2), by = abs({by}), residual = \"{residual}\")");
        kinds.push((inner.clone(), residual).prop_map(share).boxed());
    }
    if place == Place::Each("nurse") {
        kinds.push(inner.clone().prop_map(|a| format!("rank({a}, within = ward)")).boxed());
        kinds.push(inner.prop_map(|by| format!("share(1, by = {by}, within = mentor)")).boxed());
    }
    proptest::strategy::Union::new(kinds).boxed()
}

/// A condition.
fn truth(place: Place, depth: u32) -> BoxedStrategy<String> {
    let leaf = select(truths(place)).boxed();
    let Some(depth) = depth.checked_sub(1) else { return leaf };
    let (inner, of) = (truth(place, depth), number(place, depth));
    let two = (inner.clone(), inner.clone());
    let mut kinds = vec![
        leaf,
        ((of.clone(), of.clone()), select(vec!["<", "<=", ">", ">=", "=", "<>"]))
            .prop_map(|((a, b), sign)| format!("({a} {sign} {b})"))
            .boxed(),
        (two.clone(), select(vec!["and", "or"]))
            .prop_map(|((a, b), word)| format!("({a} {word} {b})"))
            .boxed(),
        inner.clone().prop_map(|a| format!("(not {a})")).boxed(),
        select(numbers(place)).prop_map(|a| format!("given({a})")).boxed(),
        (inner.clone(), two).prop_map(|(c, (a, b))| format!("if({c}, {a}, {b})")).boxed(),
        of.clone().prop_map(|a| format!("(band({a}, grade) in (\"a\", \"c\"))")).boxed(),
    ];
    if let Place::Scheme | Place::Each(_) = place {
        kinds.push(aggregate(place, depth, vec!["any", "all"], truth));
    }
    proptest::strategy::Union::new(kinds).boxed()
}

/// A function over a list of numbers or conditions, with or without `where`.
fn aggregate(
    place: Place,
    depth: u32,
    functions: Vec<&'static str>,
    item: fn(Place, u32) -> BoxedStrategy<String>,
) -> BoxedStrategy<String> {
    let kinds = lists(place).into_iter().map(|(list, via)| {
        // Something of the rows must be there, or there is nothing to list.
        let named = match list {
            Place::List("nurse", _) => "nurse.points",
            Place::List("job", _) => "job.hours",
            Place::List("ward", _) => "ward.size",
            _ => "shift",
        };
        let filter = prop::option::of(truth(list, depth.min(1)));
        (select(functions.clone()), item(list, depth.min(1)), filter)
            .prop_map(move |(function, item, filter)| {
                let item = match function {
                    "sum" | "mean" | "max" | "min" => format!("{item} + 0 * {named}"),
                    _ => format!("{item} and {named} > -100"),
                };
                let filter = filter.map(|filter| format!(", where = {filter}")).unwrap_or_default();
                format!("{function}({item}{filter}{via})")
            })
            .boxed()
    });
    proptest::strategy::Union::new(kinds).boxed()
}

/// A step somewhere.
fn step() -> impl Strategy<Value = String> {
    let of = |place: Place| {
        prop_oneof![
            3 => number(place, 3).prop_map(|formula| (formula, "")),
            1 => truth(place, 3).prop_map(|formula| (formula, ", kind = \"truth\"")),
        ]
        .prop_map(move |(formula, kind)| {
            let each = match place {
                Place::Each(rows) => format!(", each = \"{rows}\""),
                _ => String::new(),
            };
            format!("{{ title = \"步\"{each}{kind}, formula = '{formula}' }}")
        })
        .boxed()
    };
    proptest::strategy::Union::new(PLACES.map(of))
}

/// A cell: mostly there, sometimes empty, now and then wrong.
fn cell(values: &'static [&'static str]) -> impl Strategy<Value = Json> {
    prop_oneof![12 => select(values).prop_map(Json::from), 2 => Just(Json::Null), 1 => Just(Json::from("?"))]
}

const NUMBERS: &[&str] = &["0", "1", "2", "3.5", "-1", "10", "0.01", "4"];
const NURSES: &[&str] = &["a", "b", "c"];

/// Facts with holes.
fn facts() -> impl Strategy<Value = Json> {
    let per = |ids: [&'static str; 2]| {
        (cell(NUMBERS), cell(NUMBERS)).prop_map(move |(one, two)| json!({ ids[0]: one, ids[1]: two }))
    };
    let truths = &["true", "false"];
    let days = &["2026-01-01", "2026-03-01"];
    let ward = cell(NUMBERS).prop_map(|size| json!({ "size": size }));
    let nurse = (
        cell(&["X", "Y"]),
        cell(NUMBERS),
        cell(NUMBERS),
        cell(truths),
        cell(days),
        per(["day", "night"]),
        per(["x", "y"]),
        cell(NURSES),
    )
        .prop_map(|(ward, points, bonus, head, since, shifts, parts, mentor)| {
            json!({ "ward": ward, "points": points, "bonus": bonus, "head": head, "since": since, "shifts": shifts,
                "parts": parts, "mentor": mentor })
        });
    let job = (cell(NURSES), cell(NUMBERS), cell(&["s", "l"]), cell(NURSES)).prop_map(
        |(nurse, hours, kind, scrub)| json!({ "nurse": nurse, "hours": hours, "kind": kind, "scrub": scrub }),
    );
    let inputs = (cell(NUMBERS), cell(NUMBERS), cell(truths), cell(days), per(["day", "night"])).prop_map(
        |(pool, extra, strict, day, quota)| {
            json!({ "pool": pool, "extra": extra, "strict": strict, "day": day, "quota": quota })
        },
    );
    let rows = |names: &'static [&'static str], row: BoxedStrategy<Json>| {
        prop::collection::vec(row, 0..=names.len()).prop_map(move |rows| {
            let named = rows.into_iter().zip(names).map(|(mut row, name)| {
                row["name"] = json!(name);
                row
            });
            named.collect::<Vec<Json>>()
        })
    };
    let rosters = (
        rows(&["X", "Y"], ward.boxed()),
        rows(NURSES, nurse.boxed()),
        rows(&["1", "2", "3", "4"], job.boxed()),
    );
    (inputs, rosters).prop_map(|(inputs, (wards, nurses, jobs))| {
        json!({ "inputs": inputs, "rosters": { "ward": wards, "nurse": nurses, "job": jobs } })
    })
}

/// Whether some figure came out.
fn knows_something(outcome: &Outcome) -> bool {
    outcome.steps.iter().any(|step| matches!(step.value.at(0), Some(Ok(_))))
}

#[test]
fn well_formed_formulas_come_to_what_plain_evaluation_says() {
    let known = Cell::new(0);
    let cases = 300;
    let input = (prop::collection::vec(step(), 1..6), prop::collection::vec(facts(), 3));
    proptest!(ProptestConfig::with_cases(cases), |((steps, months) in input)| {
        let steps: Vec<String> = steps.iter().enumerate().map(|(at, step)| format!("step.s{at} = {step}\n")).collect();
        let text = format!("{DECLARED}{}", steps.concat());
        let scheme = match Scheme::read(text.as_bytes()) {
            Ok(scheme) => scheme,
            Err(problems) => {
                let told: Vec<String> = problems.iter().map(|problem| problem.message(&Language::English)).collect();
                return Err(TestCaseError::fail(format!("{}\n{}", steps.concat(), told.join("\n"))));
            }
        };
        for month in &months {
            let evaluated = Evaluated::open(&scheme, month);
            let different = plain::differences(&scheme, evaluated.opened.facts(), &evaluated.outcome);
            prop_assert!(different.is_empty(), "{}\n{}\n{month}", steps.concat(), different.join("\n"));
            super::mutated::tell_all(&evaluated, Language::English);
            known.set(known.get() + u32::from(knows_something(&evaluated.outcome)));
        }
    });
    assert!(known.get() > cases / 2, "only {known:?} months had a figure");
}
