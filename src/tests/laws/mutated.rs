//! Facts that nobody would enter: whatever they are, the engine answers, soundly.

use proptest::prelude::*;
use serde_json::{Map, Value as Json};

use super::{Evaluated, Sample, plain, samples};
use crate::evaluate::outcome::{FigureOutcome, Guarded};
use crate::evaluate::value::{Data, Item, Rows, Value};
use crate::language::Language;
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;

/// A change somewhere in facts: at the place that a walk of these turns leads to.
#[derive(Clone, Debug)]
struct Change {
    turns: Vec<prop::sample::Index>,
    what: What,
}

#[derive(Clone, Debug)]
enum What {
    Put(Json),
    Remove,
    Twice,
}

/// Values that do not belong there, or only nearly.
fn anything() -> impl Strategy<Value = Json> {
    let near = prop::sample::select(vec![
        "",
        " ",
        "0",
        "-0",
        "-1",
        "1",
        "0.005",
        "99999999999999999999",
        "1e9",
        "１２．５",
        "12,5",
        "1/3",
        "50%",
        "%",
        "--1",
        "NaN",
        "true",
        "否",
        "2026-02-29",
        "2026-10-31",
        "0000-00-00",
        "senior",
        "document",
        "護士甲",
        "\u{0}",
        "\u{202e}1",
        "\"",
        "]",
    ]);
    prop_oneof![
        4 => near.prop_map(Json::from),
        1 => any::<String>().prop_map(Json::from),
        1 => (1_usize..5_000).prop_map(|digits| Json::from("9".repeat(digits))),
        1 => any::<i64>().prop_map(Json::from),
        1 => any::<bool>().prop_map(Json::from),
        1 => Just(Json::Null),
        1 => Just(Json::Array(Vec::new())),
        1 => Just(Json::Object(Map::new())),
        1 => prop::collection::vec(Just(Json::Object(Map::new())), 0..4).prop_map(Json::from),
        1 => prop::collection::vec(Just(Json::from("1")), 0..4).prop_map(Json::from),
    ]
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let what =
        prop_oneof![4 => anything().prop_map(What::Put), 1 => Just(What::Remove), 1 => Just(What::Twice)];
    let turns = prop::collection::vec(any::<prop::sample::Index>(), 1..6);
    prop::collection::vec((turns, what).prop_map(|(turns, what)| Change { turns, what }), 1..6)
}

/// Makes a change; where the walk ends before its turns do, it is made there.
fn apply(facts: &mut Json, turns: &[prop::sample::Index], what: &What) {
    match (facts, turns.split_first()) {
        (Json::Object(members), Some((turn, rest))) if !members.is_empty() => {
            let key = members.keys().nth(turn.index(members.len())).unwrap().clone();
            match (rest, what) {
                ([], What::Remove) => drop(members.remove(&key)),
                ([], What::Twice) => drop(members.insert(format!("{key}2"), members[&key].clone())),
                _ => apply(&mut members[&key], rest, what),
            }
        }
        (Json::Array(items), Some((turn, rest))) if !items.is_empty() => {
            let at = turn.index(items.len());
            match (rest, what) {
                ([], What::Remove) => drop(items.remove(at)),
                ([], What::Twice) => items.push(items[at].clone()),
                _ => apply(&mut items[at], rest, what),
            }
        }
        (place, _) => {
            if let What::Put(value) = what {
                *place = value.clone();
            }
        }
    }
}

/// What must hold of every outcome, whatever the facts.
fn assert_sound(sample: &Sample, evaluated: &Evaluated<'_>) {
    let (scheme, outcome) = (&sample.scheme, &evaluated.outcome);
    let facts = evaluated.opened.facts();
    let length = |axis: Axis| match axis {
        Axis::Table(table) => facts.tables[table].ids.len(),
        Axis::Roster(roster) => facts.rosters[roster].names.len(),
    };
    let is_fault = |fault: u32| (fault as usize) < outcome.problems.len();
    assert_eq!(outcome.steps.len(), scheme.steps.len());
    assert_eq!(outcome.guards.len(), scheme.guards.len());
    for ((step, plan), declared) in outcome.steps.iter().zip(&scheme.steps).zip(&scheme.document.steps) {
        let id = &declared.id.text;
        match (&step.value, plan.each) {
            (Value::One(item), None) => assert!(
                item.as_ref().map_or_else(|fault| is_fault(*fault), |item| fits(item, &declared.kind)),
                "{id}"
            ),
            (Value::Many(rows), Some(axis)) => {
                assert_eq!(rows.len(), length(axis), "{id}");
                assert!(
                    rows.faults.iter().all(|(row, fault)| (*row as usize) < rows.len() && is_fault(*fault)),
                    "{id}"
                );
                assert!(
                    rows.faults.windows(2).all(|pair| pair[0].0 < pair[1].0),
                    "{id}: faults are out of order"
                );
                assert!(rows_fit(rows, &declared.kind), "{id}: values of another kind");
            }
            _ => panic!("{id} has the rows of something else"),
        }
        for interval in &step.open {
            assert!(interval.low <= interval.high, "{id}");
            assert!(matches!(step.figure(interval.row), Some(FigureOutcome::Open(_))), "{id}");
        }
    }
    for raised in &outcome.flags {
        let rows = scheme.flags[raised.flag].each.map(length);
        assert_eq!(raised.row.is_some(), rows.is_some());
        assert!(raised.row.is_none_or(|row| (row as usize) < rows.unwrap()));
    }
    for (guard, plan) in outcome.guards.iter().zip(&scheme.guards) {
        match guard {
            Guarded::Fails(rows) => {
                assert!(rows.iter().all(|row| (*row as usize) < plan.each.map_or(0, length)))
            }
            Guarded::Unknown(fault) => assert!(is_fault(*fault)),
            Guarded::Holds => {}
        }
    }
    for notice in &outcome.notices {
        assert!(notice.row.is_none_or(|row| (row as usize) < notice.each.map_or(0, length)));
    }
    for pool in &outcome.pools {
        assert_eq!(pool.paid.plus(&pool.left).as_ref(), Some(&pool.pool), "a pool does not close");
    }
    assert_eq!(plain::differences(scheme, facts, outcome), [""; 0], "{}", sample.name);
    assert!(
        outcome.told.windows(2).all(|pair| pair[0] < pair[1])
            && outcome.told.iter().all(|fault| is_fault(*fault))
    );
}

/// Whether a value is of the kind that a step declares.
fn fits(item: &Item, kind: &Kind) -> bool {
    match kind {
        Kind::Quantity(_) => matches!(item, Item::Number(_)),
        Kind::Truth => matches!(item, Item::Truth(_)),
        Kind::Date => matches!(item, Item::Date(_)),
        Kind::Words | Kind::OneOf(_) | Kind::Options(_) => matches!(item, Item::Code(_)),
    }
}

/// The same for a column; one of faults alone may hold anything.
fn rows_fit(rows: &Rows, kind: &Kind) -> bool {
    rows.faults.len() == rows.len()
        || match kind {
            Kind::Quantity(_) => matches!(rows.data, Data::Numbers(_)),
            Kind::Truth => matches!(rows.data, Data::Truths(_)),
            Kind::Date => matches!(rows.data, Data::Dates(_)),
            Kind::Words | Kind::OneOf(_) | Kind::Options(_) => matches!(rows.data, Data::Codes(_)),
        }
}

/// Everything that is said about an outcome, explanations included.
pub(super) fn tell_all(evaluated: &Evaluated<'_>, language: Language) {
    let teller = evaluated.teller(language);
    let told = serde_json::to_string(&teller.outcome("")).unwrap();
    assert!(told.len() > 2);
    for (position, step) in evaluated.outcome.steps.iter().enumerate() {
        let rows: Vec<Option<u32>> = match &step.value {
            Value::One(_) => vec![None],
            Value::Many(rows) => (0_u32..).take(rows.len().min(2)).map(Some).collect(),
        };
        for row in rows {
            assert!(teller.explain(position, row).is_some());
        }
    }
}

#[test]
fn the_cases_themselves_are_sound() {
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        assert_sound(&sample, &evaluated);
        tell_all(&evaluated, Language::TraditionalChinese);
    }
}

#[test]
fn changed_facts_are_answered_soundly() {
    let samples = samples();
    let case = (any::<prop::sample::Index>(), changes(), prop::sample::select(Language::ALL.to_vec()));
    proptest!(ProptestConfig::with_cases(300), |((which, changes, language) in case)| {
        let sample = which.get(&samples);
        let mut facts = sample.facts.clone();
        for change in &changes {
            apply(&mut facts, &change.turns, &change.what);
        }
        let evaluated = Evaluated::open(&sample.scheme, &facts);
        assert_sound(sample, &evaluated);
        tell_all(&evaluated, language);
    });
}
