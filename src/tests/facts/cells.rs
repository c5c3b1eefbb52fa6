//! Typing one cell anew is the same as opening the facts with it.

use proptest::prelude::*;

use super::{opened, problems, wrong};
use crate::evaluate::facts::{NoSuchCell, Opened};

const START: &str = r#"{"inputs": {"pool": "1"}, "choices": {"reading": "b"},
 "rosters": {"ward": [{"name": "東"}, {"name": "西"}],
  "nurse": [{"name": "甲", "ward": "東", "shifts": {"night": "4"}, "title": "pass", "mentor": "乙"},
            {"name": "乙", "ward": "西", "shifts": {"leader": "1O"}, "mentor": "丙"},
            {"name": "丙", "ward": "北", "shifts": {"nigth": "3"}}]}}"#;

/// Every kind of cell.
const PATHS: [&str; 22] = [
    "on",
    "inputs.pool",
    "inputs.rate",
    "inputs.month",
    "inputs.audited",
    "inputs.remark",
    "inputs.kind",
    "parameters.allowance",
    "choices.reading",
    "tables.shift.night.value",
    "tables.shift.leader.title",
    "tables.grade.pass.from",
    "tables.grade.fail.below",
    "rosters.ward[0].name",
    "rosters.ward[1].name",
    "rosters.nurse[0].name",
    "rosters.nurse[1].name",
    "rosters.nurse[2].ward",
    "rosters.nurse[0].shifts.night",
    "rosters.nurse[1].shifts.leader",
    "rosters.nurse[2].title",
    "rosters.nurse[2].mentor",
];

const TEXTS: [&str; 14] = [
    "",
    "5",
    "-3",
    "1.005",
    "85%",
    "甲",
    "乙",
    "北",
    "東",
    "night",
    "pass",
    "2026-07-01",
    "是",
    "a \"quoted\" \\ text",
];

proptest! {
    #[test]
    fn cells_typed_one_by_one_are_facts_opened_at_once(
        edits in prop::collection::vec((prop::sample::select(&PATHS[..]), prop::sample::select(&TEXTS[..])), 1..12)
    ) {
        let (scheme, mut typed) = opened(START);
        for (path, text) in &edits {
            typed.set(&scheme, path, text).unwrap();
        }
        let again = Opened::open(&scheme, &typed.json(&scheme));
        prop_assert_eq!(format!("{:#?}", typed.facts()), format!("{:#?}", again.facts()));
        prop_assert_eq!(typed.json(&scheme), again.json(&scheme));
    }
}

#[test]
fn what_was_typed_is_saved_as_it_was_typed() {
    let json = concat!(
        r#"{"scheme":"ward","format":1,"inputs":{"pool":"１２","rate":5,"audited":true,"kind":[1]},"#,
        r#""rosters":{"ward":["#,
        "\n",
        r#"{"name":"東"}],"nurse":["#,
        "\n",
        r#"{"name":"甲","shifts":{"night":" 4 ","nigth":"3"}},"#,
        "\n",
        r#"{"shifts":"6"}]}}"#,
        "\n",
    );
    let (scheme, opened) = opened(json);
    assert_eq!(opened.json(&scheme), json);
}

#[test]
fn a_new_text_replaces_the_problem_of_the_old_one() {
    let (scheme, mut opened) = opened(START);
    let before = wrong(opened.facts());
    assert!(before.contains(&"not-a-number @ rosters.nurse[1].shifts.leader".to_owned()));
    opened.set(&scheme, "rosters.nurse[1].shifts.leader", "10").unwrap();
    let after = wrong(opened.facts());
    assert_eq!(after.len() + 1, before.len());
    assert!(!after.iter().any(|problem| problem.ends_with("shifts.leader")));
}

#[test]
fn a_row_renamed_is_found_by_its_new_name() {
    let (scheme, mut opened) = opened(START);
    opened.set(&scheme, "rosters.ward[0].name", "北").unwrap();
    let problems = problems(opened.facts());
    assert!(problems.contains(&"unknown-row-reference @ rosters.nurse[0].ward".to_owned()));
    assert!(!problems.contains(&"unknown-row-reference @ rosters.nurse[2].ward".to_owned()));
}

#[test]
fn a_path_without_a_cell_is_refused_and_changes_nothing() {
    let (scheme, mut opened) = opened(START);
    let before = opened.json(&scheme);
    for path in [
        "",
        "inputs",
        "inputs.",
        "inputs.pol",
        "inputs.pool.night",
        "tables.shift.nigth.value",
        "tables.shift.night.from",
        "rosters.nurse[3].name",
        "rosters.nurse[x].name",
        "rosters.nurse.name",
        "rosters.nurse[0].shifts",
        "rosters.nurse[0].shifts.nigth",
        "choices.none",
        "step.points",
    ] {
        assert_eq!(opened.set(&scheme, path, "1"), Err(NoSuchCell { path: path.into() }));
    }
    assert_eq!(opened.json(&scheme), before);
}
