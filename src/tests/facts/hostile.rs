//! Whatever JSON is opened: nothing panics, every fault has its problem, and what is saved opens as the same facts.

use proptest::prelude::*;
use serde_json::Value as Json;

use super::{WARD, scheme};
use crate::evaluate::facts::{Facts, Opened, RosterColumn};
use crate::evaluate::run::evaluate;
use crate::evaluate::value::{Fault, Rows, Value};
use crate::language::Language;
use crate::wire::Teller;

/// Keys that mean something in some place, and some that never do.
const KEYS: [&str; 24] = [
    "scheme",
    "format",
    "on",
    "inputs",
    "parameters",
    "choices",
    "tables",
    "rosters",
    "pool",
    "month",
    "kind",
    "allowance",
    "reading",
    "shift",
    "grade",
    "ward",
    "nurse",
    "name",
    "shifts",
    "night",
    "id",
    "from",
    "none",
    "",
];

/// Keys of rows.
const ROW: [&str; 13] = [
    "name", "ward", "shifts", "title", "mentor", "id", "value", "from", "to", "below", "none", "name",
    "shifts",
];

/// Texts that are right in some place.
const TEXTS: [&str; 14] =
    ["", " ", "1", "-5", "1.25", "85%", "1e9", "2026-07-01", "甲", "night", "pass", "a", "東", "１"];

fn leaf() -> impl Strategy<Value = Json> {
    prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        any::<i64>().prop_map(Json::from),
        (0_i64..5).prop_map(Json::from),
        prop::sample::select(&TEXTS[..]).prop_map(Json::from),
        prop::sample::select(&TEXTS[..]).prop_map(Json::from),
        any::<String>().prop_map(Json::from),
    ]
}

fn section<S: Strategy<Value = Json>>(
    keys: &'static [&'static str],
    inner: S,
) -> impl Strategy<Value = Json> {
    prop::collection::btree_map(prop::sample::select(keys), inner, 0..8)
        .prop_map(|map| Json::Object(map.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()))
}

/// Documents with known keys in places where they belong, and where they do not.
fn documents() -> impl Strategy<Value = Json> {
    let anything = leaf().prop_recursive(5, 60, 8, |inner| {
        prop_oneof![section(&KEYS, inner.clone()), prop::collection::vec(inner, 0..6).prop_map(Json::from)]
    });
    let value = prop_oneof![4 => leaf(), 1 => section(&["night", "leader", "none"], leaf())];
    let rows = prop::collection::vec(section(&ROW, value), 0..6).prop_map(Json::from);
    let lists = section(&["nurse", "ward", "shift", "grade", "none"], rows);
    let values = section(&["pool", "rate", "month", "audited", "kind", "allowance", "reading"], leaf());
    let inside = prop_oneof![3 => lists, 3 => values, 1 => leaf()];
    let likely = section(&["on", "inputs", "parameters", "choices", "tables", "rosters", "rosters"], inside);
    prop_oneof![3 => likely, 1 => anything]
}

/// Every value, with the code in place of the fault.
fn view(facts: &Facts) -> Vec<String> {
    let code = |fault: Fault| facts.problems[fault as usize].code.id();
    let rows = |rows: &Rows| {
        assert!(rows.faults.is_sorted_by(|before, behind| before.0 < behind.0));
        assert!(rows.faults.iter().all(|(row, _)| (*row as usize) < rows.len()));
        let faults: Vec<_> = rows.faults.iter().map(|(row, fault)| (*row, code(*fault))).collect();
        format!("{:?} {faults:?}", rows.data)
    };
    let values =
        facts.inputs.iter().chain(&facts.parameters).chain(&facts.choices).map(|value| match value {
            Value::One(one) => format!("{:?}", one.as_ref().map_err(|fault| code(*fault))),
            Value::Many(many) => rows(many),
        });
    let tables = facts.tables.iter().flat_map(|table| {
        assert!(table.columns.iter().chain(&table.of).all(|rows| rows.len() == table.ids.len()));
        let bounds = format!("{:?} {:?}", table.bounds, table.fault.map(code));
        [format!("{:?} {:?}", table.ids, table.titles), bounds]
            .into_iter()
            .chain(table.columns.iter().chain(&table.of).map(|column| rows(column)))
    });
    let rosters = facts.rosters.iter().flat_map(|roster| {
        let columns = roster.columns.iter().flat_map(|column| match column {
            RosterColumn::Plain(rows) => std::slice::from_ref(rows),
            RosterColumn::Per(columns) => columns,
        });
        let columns: Vec<_> = columns.chain(&roster.of).collect();
        assert!(columns.iter().all(|rows| rows.len() == roster.names.len()));
        std::iter::once(format!("{:?}", roster.names)).chain(columns.into_iter().map(|column| rows(column)))
    });
    values.chain(tables).chain(rosters).collect()
}

proptest! {
    #[test]
    fn nothing_panics_and_what_is_saved_opens_alike(document in documents(), cut in 0_usize..2_000) {
        let scheme = scheme(WARD);
        let text = document.to_string();
        let cut = text.get(..cut).unwrap_or(&text);
        for text in [text.as_str(), cut] {
            let opened = Opened::open(&scheme, text);
            let values = view(opened.facts());
            let outcome = evaluate(&scheme, opened.facts());
            let told = Teller::new(&scheme, opened.facts(), &outcome, Language::English).outcome("");
            prop_assert_eq!(told.steps.len(), scheme.document.steps.len());
            let saved = opened.json(&scheme);
            let again = Opened::open(&scheme, &saved);
            prop_assert_eq!(again.json(&scheme), saved);
            prop_assert_eq!(view(again.facts()), values);
        }
    }
}
