//! The engine inside WebAssembly, called as JavaScript calls it.
#![cfg(target_arch = "wasm32")]

use jixiao::wasm::{Language, Opened, Reading, Scheme, Translations, typed, version};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

const WARD: &str = r#"
id = "ward"
title = "病房"
[input.pool]
title = "總額"
unit = "yuan"
[roster.nurse]
title = "護士"
column.points = { title = "得分", unit = "point" }
[step.pay]
title = "績效工資"
each = "nurse"
unit = "yuan"
formula = "share(pool, by = points)"
[step.value]
title = "每分價值"
unit = "yuan/point"
formula = "pool / sum(nurse.points)"
"#;

const FACTS: &str = r#"{"inputs": {"pool": "100"}, "rosters": {"nurse": [
    {"name": "甲", "points": "1"}, {"name": "乙", "points": "1"}, {"name": "丙", "points": "1"}]}}"#;

fn language(tag: &str) -> Language {
    JsValue::from_str(tag).unchecked_into()
}

fn none() -> Translations {
    JsValue::NULL.unchecked_into()
}

fn reading(text: &str) -> Reading {
    Scheme::read(text, &none()).ok().unwrap()
}

fn ward() -> Scheme {
    reading(WARD).scheme().unwrap()
}

fn opened() -> Opened {
    ward().open(FACTS)
}

/// The value at a path of keys and positions.
fn at(value: &JsValue, path: &str) -> JsValue {
    path.split('.').fold(value.clone(), |value, key| {
        let key = key.parse::<u32>().map_or_else(|_| JsValue::from_str(key), JsValue::from);
        Reflect::get(&value, &key).unwrap()
    })
}

fn text(value: &JsValue, path: &str) -> String {
    at(value, path).as_string().unwrap()
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}

#[wasm_bindgen_test]
fn a_scheme_is_described_in_the_language_that_is_asked_for() {
    let english = r#"{"en": "\"title\" = \"Ward\""}"#;
    let translations: Translations = js_sys::JSON::parse(english).unwrap().unchecked_into();
    let scheme = Scheme::read(WARD, &translations).ok().unwrap().scheme().unwrap();
    let described = scheme.describe(&language("en")).ok().unwrap();
    assert_eq!(text(&described, "title"), "Ward");
    assert_eq!(text(&described, "steps.1.unit"), "yuan/point");
    assert!(at(&described, "about").is_null(), "what is absent is null");
    assert!(scheme.describe(&language("fr")).is_err());
}

#[wasm_bindgen_test]
fn a_scheme_with_mistakes_is_problems_with_places() {
    let wrong = reading("id = \"ward\"\ntitel = \"病房\"\n");
    assert!(wrong.scheme().is_none());
    let problems = wrong.problems(&language("zh-Hans")).ok().unwrap();
    assert_eq!(text(&problems, "1.code"), "unknown-key");
    assert_eq!(at(&problems, "1.line").as_f64(), Some(2.0));
    assert_eq!(text(&problems, "1.source"), "titel = \"病房\"");
    let broken = Scheme::read_bytes(b"\xff", &none()).ok().unwrap();
    assert_eq!(text(&broken.problems(&language("en")).ok().unwrap(), "0.code"), "not-utf8");
    assert!(Scheme::read(WARD, &JsValue::from_str("x").unchecked_into()).is_err());
}

#[wasm_bindgen_test]
fn facts_are_typed_evaluated_and_saved() {
    let mut opened = opened();
    let summary = opened.evaluate(&language("zh-Hant")).ok().unwrap();
    assert_eq!(text(&summary, "totals.0.figure.shown"), "100.00");
    assert_eq!(opened.figures("pay").ok().unwrap(), "33.34\n33.33\n33.33\n");
    assert_eq!(opened.figures("value").ok().unwrap(), "100/3\n");

    opened.set("rosters.nurse[1].points", "２").ok().unwrap();
    let rows = opened.rows("nurse", vec!["pay".to_owned()], 1, 10, &language("en")).ok().unwrap();
    assert_eq!(rows.unchecked_ref::<Array>().length(), 2, "no more rows than there are");
    assert_eq!(text(&rows, "0.0.value"), "50");

    opened.set("inputs.pool", "x").ok().unwrap();
    let summary = opened.evaluate(&language("en")).ok().unwrap();
    assert_eq!(text(&summary, "problems.0.path"), "inputs.pool");
    assert_eq!(opened.figures("pay").ok().unwrap(), "\n\n\n");
    assert!(opened.facts().contains(r#""pool":"x""#));
    let outcome = opened.outcome(&language("en")).ok().unwrap();
    assert_eq!(text(&outcome, "steps.0.rows.2"), "丙");
    assert_eq!(text(&outcome, "fingerprint").len(), 64);
}

#[wasm_bindgen_test]
fn a_call_of_a_wrong_shape_is_an_exception() {
    let mut opened = opened();
    assert!(opened.set("rosters.nurse[3].points", "1").is_err());
    assert!(opened.figures("none").is_err());
    assert!(opened.rows("nurse", vec!["value".to_owned()], 0, 1, &language("en")).is_err());
    assert!(opened.evaluate(&language("")).is_err());
}

#[wasm_bindgen_test]
fn a_figure_is_explained() {
    let mut opened = opened();
    let explained = opened.explain("pay", Some(1), &language("zh-Hant")).ok().unwrap();
    assert_eq!(text(&explained, "name"), "乙");
    assert_eq!(text(&explained, "figure.shown"), "33.33");
    assert_eq!(text(&explained, "operands.0.path"), "inputs.pool");
    assert!(opened.explain("value", None, &language("zh-Hant")).is_ok());
    assert!(opened.explain("value", Some(0), &language("zh-Hant")).is_err());
    assert!(opened.explain("pay", Some(3), &language("zh-Hant")).is_err());
}

#[wasm_bindgen_test]
fn numbers_are_read_as_they_are_typed() {
    let number = typed("１，２３４．５", &language("en")).ok().unwrap();
    assert_eq!((text(&number, "value"), at(&number, "problem")), ("1234.5".to_owned(), JsValue::NULL));
    let wrong = typed("1O", &language("en")).ok().unwrap();
    assert_eq!(
        (at(&wrong, "value"), text(&wrong, "problem.code")),
        (JsValue::NULL, "not-a-number".to_owned())
    );
}

#[wasm_bindgen_test]
fn a_proposal_is_compared_with_today() {
    let mut today = opened();
    let mut proposal = today.copy();
    proposal.set("rosters.nurse[1].points", "2").ok().unwrap();
    let comparison = today.compare(&mut proposal, "pay").ok().unwrap();
    // What is typed afterwards does not change a comparison that was made.
    proposal.set("inputs.pool", "0").ok().unwrap();
    let english = language("en");
    let word = |word: &str| JsValue::from_str(word);
    assert_eq!(comparison.lines(word("difference").unchecked_ref()).ok().unwrap(), "-8.34\n16.67\n-8.33\n");
    assert!(comparison.lines(word("points").unchecked_ref()).is_err());
    let summary: JsValue = comparison.summary(None, &english).ok().unwrap().into();
    assert_eq!(text(&summary, "matched.difference.shown"), "0.00");
    assert_eq!(text(&summary, "largestGain.name"), "乙");
    let rows: JsValue =
        comparison.rows(word("-difference").unchecked_ref(), 0, 1, &english).ok().unwrap().into();
    assert_eq!(text(&rows, "0.difference.value"), "16.67");
    assert!(comparison.rows(word("-name").unchecked_ref(), 0, 1, &english).is_err());
    let limit = comparison.limit(word("percent").unchecked_ref(), Some("-25".into()), None, &english);
    let limit: JsValue = limit.ok().unwrap().into();
    assert_eq!(text(&limit, "first.name"), "甲");
    assert!(comparison.groups("points", &english).is_err());
    assert!(today.compare(&mut proposal, "nothing").is_err());
}

#[wasm_bindgen_test]
fn what_a_proposal_changes_and_what_each_change_adds_is_told() {
    let (mut today, english) = (opened(), language("en"));
    let mut proposal = today.copy();
    proposal.set("inputs.pool", "130").ok().unwrap();
    let changes: JsValue = today.changes(&mut proposal, "pay", &english).ok().unwrap().into();
    assert_eq!(text(&changes, "0.sentence"), "總額: 100.00 → 130.00 yuan");
    assert_eq!(at(&changes, "0.effect"), JsValue::TRUE);
    let fall: JsValue = today.waterfall(&mut proposal, "pay[0]", &english).ok().unwrap().into();
    assert_eq!(text(&fall, "difference.shown"), "+10.00");
    assert_eq!(text(&fall, "parts.0.until"), "43.34");
    assert_eq!(text(&fall, "method"), "shapley");
    proposal.set("inputs.pool", "x").ok().unwrap();
    let fall: JsValue = today.waterfall(&mut proposal, "pay[0]", &english).ok().unwrap().into();
    assert!(fall.is_null());
    assert!(today.waterfall(&mut proposal, "pay[3]", &english).is_err());
}

#[wasm_bindgen_test]
fn questions_the_other_way_round_are_answered() {
    let (mut today, english) = (opened(), language("en"));
    let seek = |today: &mut Opened, path: &str, measure: &str, goal: &str| {
        today.seek(path, measure, goal, None, None, None, &english)
    };
    let found: JsValue = seek(&mut today, "inputs.pool", "pay[1]", "50").ok().unwrap().into();
    assert_eq!(text(&found, "intervals.0.from"), "149.99");
    assert_eq!(text(&found, "intervals.0.to"), "150.01");
    assert!(seek(&mut today, "inputs.none", "pay", "50").is_err());
    assert!(seek(&mut today, "inputs.pool", "pay", "x").is_err());
    let found: JsValue = today.sensitivity("pay", 0, 9, &english).ok().unwrap().into();
    assert_eq!(text(&found, "rows.0.up.difference.shown"), "+10.00");
    let found: JsValue = today.cliffs("pay", "nurse.points", 0, 9, &english).ok().unwrap().into();
    assert_eq!(at(&found, "total"), JsValue::from(3));
    assert_eq!(at(&found, "rows.length"), JsValue::from(0));
    assert!(today.cliffs("value", "nurse.points", 0, 9, &english).is_err());
}
