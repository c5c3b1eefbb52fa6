//! Drawn cases: a thousand of each scheme, without a fault, never degenerate, spread, and on every edge that it has.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;
use crate::practise::{Drawn, Edge, Pattern, result};
use crate::scheme::Scheme;

use super::{ids, shipped};

/// How many cases are drawn of each scheme.
const CASES: usize = 1_000;

/// A test for each scheme, so that they run side by side: how many of a thousand results differ at least, and the edges
/// that some of the cases lie on.
macro_rules! schemes {
    ($($name:ident $id:literal $distinct:literal [$($edge:ident)*];)*) => {
        $(#[test] fn $name() { thousand($id, $distinct, &[$(Edge::$edge),*]); })*

        #[test]
        fn a_thousand_of_each_shipped_scheme_are_drawn() {
            let drawn = BTreeSet::from([$($id.to_owned()),*]);
            assert_eq!(drawn, ids().into_iter().collect());
        }
    };
}

schemes! {
    anaesthesia "anaesthesia" 900 [Zero];
    annual_rating "annual-rating" 60 [OnBound OverBound Zero Half];
    cadre_rating "cadre-rating" 60 [OnBound OverBound Zero Half];
    cardiology "cardiology" 700 [Zero Half];
    county_assessment "county-assessment" 900 [OverBound Zero];
    delivery_room "delivery-room" 900 [Zero];
    director_salary "director-salary" 700 [Zero];
    dispute_compensation "dispute-compensation" 900 [OnBound OverBound Zero];
    emergency_bonus "emergency-bonus" 700 [Zero];
    general_surgery "general-surgery" 900 [Zero Half];
    head_nurses_month "head-nurses-month" 900 [Zero];
    head_nurses_year "head-nurses-year" 900 [Zero];
    hospital_bonus "hospital-bonus" 900 [OnBound OverBound Zero Half];
    laboratory "laboratory" 900 [OnBound OverBound Zero];
    laboratory_assessment "laboratory-assessment" 900 [Zero];
    operating_room_nurses "operating-room-nurses" 900 [Zero Half];
    operations_evaluation "operations-evaluation" 900 [OnBound OverBound Zero];
    ophthalmology "ophthalmology" 900 [Zero];
    quality_pay "quality-pay" 900 [Zero Half];
    quorum "quorum" 140 [Zero];
    radiology "radiology" 900 [OnBound OverBound Zero];
    revenue_bonus "revenue-bonus" 600 [OnBound OverBound Zero];
    risk_award "risk-award" 150 [OnBound OverBound Zero];
    scorecard "scorecard" 900 [Zero];
    staff_weights "staff-weights" 900 [Zero];
    ultrasound "ultrasound" 900 [Zero];
    ward_nurses "ward-nurses" 900 [Zero];
}

/// Draws a thousand cases and looks at each.
fn thousand(id: &str, distinct: usize, edges: &[Edge]) {
    let (scheme, model) = shipped(id);
    let pattern = Pattern::of(&scheme, Some(&model)).unwrap();
    let mut results = BTreeSet::new();
    let mut found: BTreeMap<Edge, Vec<usize>> = BTreeMap::new();
    let mut choices = BTreeSet::new();
    for seed in 0..CASES {
        let place = format!("{id}, seed {seed}");
        let drawn = pattern.drawn(&[&seed.to_string()]).unwrap_or_else(|| panic!("{place}: no case"));
        assert!(drawn.outcome.told.is_empty(), "{place}: {:?}", drawn.outcome.problems);
        results.insert(figures(&scheme, &drawn, &place));
        drawn.edge.into_iter().for_each(|edge| found.entry(edge).or_default().push(seed));
        let json: serde_json::Value = serde_json::from_str(&drawn.opened.json(&scheme)).unwrap();
        choices.insert(json["choices"].to_string());
        for section in ["inputs", "parameters", "rosters"] {
            numbers(&json[section], &place);
        }
    }
    let counts: Vec<(Edge, usize)> = found.iter().map(|(edge, seeds)| (*edge, seeds.len())).collect();
    eprintln!("{id}: {} results, {} sets of choices, edges {counts:?}", results.len(), choices.len());
    assert!(results.len() >= distinct, "{id}: only {} results", results.len());
    assert!(scheme.document.choices.is_empty() || choices.len() > 1, "{id}: always the same readings");
    assert!(edges.iter().all(|edge| found.contains_key(edge)), "{id}: {edges:?} in {counts:?}");
}

/// The figures that a sheet may end in: all known, numbers neither all zero nor all the same.
fn figures(scheme: &Scheme, drawn: &Drawn, place: &str) -> Vec<String> {
    let step = &drawn.outcome.steps[result(scheme).unwrap()];
    let count = if let Value::Many(rows) = &step.value { rows.len() } else { 1 };
    let items = (0..u32::try_from(count).unwrap()).map(|row| match step.figure(row) {
        Some(FigureOutcome::Known(item)) => item,
        other => panic!("{place}: {other:?}"),
    });
    let items: Vec<Item> = items.collect();
    let numbers: Vec<&Exact> = items
        .iter()
        .filter_map(|item| if let Item::Number(number) = item { Some(number) } else { None })
        .collect();
    assert!(!items.is_empty(), "{place}: nobody");
    assert!(numbers.is_empty() || numbers.iter().any(|number| !number.is_zero()), "{place}: {numbers:?}");
    assert!(numbers.len() < 2 || numbers.iter().any(|number| *number != numbers[0]), "{place}: {numbers:?}");
    items.iter().map(|item| format!("{item:?}")).collect()
}

/// Every number that was typed has at most four significant figures.
fn numbers(json: &serde_json::Value, place: &str) {
    match json {
        serde_json::Value::String(text) if Exact::parse(text).is_ok() => {
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let decimals = text.contains('.');
            let figures = digits.trim_start_matches('0');
            let figures = if decimals { figures } else { figures.trim_end_matches('0') };
            assert!(figures.len() <= 4 && !text.contains('/'), "{place}: {text}");
        }
        serde_json::Value::Array(list) => list.iter().for_each(|json| numbers(json, place)),
        serde_json::Value::Object(members) => members.values().for_each(|json| numbers(json, place)),
        _ => {}
    }
}

#[test]
fn a_scheme_without_a_model_has_cases_too() {
    let mut with = 0;
    for id in ids() {
        let (scheme, _) = shipped(&id);
        let pattern = Pattern::of(&scheme, None).unwrap();
        let drawn = (0..3).filter_map(|seed| pattern.drawn(&[&seed.to_string()]));
        let sound = drawn.filter(|drawn| drawn.outcome.told.is_empty()).count();
        with += usize::from(sound == 3);
    }
    // Rules whose tables a hospital must fill in first have none.
    assert!(with >= 15, "only {with}");
}
