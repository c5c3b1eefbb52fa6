//! What a JSON document is opened as, and what is wrong with one.

use super::{messages, opened, problems, scheme, wrong};
use crate::evaluate::facts::{Facts, RosterColumn};
use crate::evaluate::value::{Data, Item, Value};
use crate::exact::{Column, Exact};
use crate::language::Language;
use crate::problem::Place;

fn number(value: &Value) -> Option<String> {
    match value {
        Value::One(Ok(Item::Number(number))) => Some(number.to_string()),
        _ => None,
    }
}

#[test]
fn numbers_are_read_as_people_type_them_and_held_in_base_units() {
    let (_, opened) = opened(
        r#"{"scheme": "ward", "format": 1,
            "inputs": {"pool": "１２，４４６．５", "rate": "85％", "budget": " 1.5 ", "month": "2026年7月1日",
                       "audited": "是", "remark": "好", "kind": "night"},
            "parameters": {"allowance": 50}}"#,
    );
    let facts = opened.facts();
    assert_eq!(problems(facts), [""; 0]);
    let numbers: Vec<_> = facts.inputs.iter().take(3).map(number).collect();
    assert_eq!(numbers, [Some("12446.5".into()), Some("0.85".into()), Some("15000".into())]);
    assert_eq!(facts.inputs[4], Value::One(Ok(Item::Truth(true))));
    assert_eq!(facts.inputs[6], Value::One(Ok(Item::Code(1))));
    assert_eq!(number(&facts.parameters[0]), Some("50".into()));
    assert_eq!(facts.choices, [Value::One(Ok(Item::Code(0)))]);
}

#[test]
fn rows_become_columns() {
    let (_, opened) = opened(
        r#"{"rosters": {
            "nurse": [{"name": "甲", "ward": "東", "shifts": {"night": "4", "leader": "24"}, "mentor": "乙"},
                      {"name": "乙", "ward": "西", "shifts": {"night": "0.5"}, "title": "pass"}],
            "ward": [{"name": "西"}, {"name": "東"}]}}"#,
    );
    let nurses = &opened.facts().rosters[1];
    assert_eq!(nurses.names, ["甲", "乙"]);
    assert_eq!(nurses.of.as_ref().unwrap().data, Data::Codes(vec![1, 0]));
    let RosterColumn::Per(shifts) = &nurses.columns[0] else { panic!("shifts are one column a shift") };
    assert_eq!(shifts[0].data, Data::Numbers(Column::from_whole(vec![24, 0])));
    assert_eq!(
        shifts[1].data,
        Data::Numbers([Exact::from(4), Exact::parse("0.5").unwrap()].into_iter().collect())
    );
    assert!(shifts.iter().all(|shift| shift.faults.is_empty()), "an empty cell counts zero");
    let RosterColumn::Plain(mentors) = &nurses.columns[2] else { panic!("a mentor is one column") };
    assert_eq!(mentors.faults.iter().map(|(row, _)| *row).collect::<Vec<_>>(), [1]);
    assert_eq!(mentors.data, Data::Codes(vec![1, 0]));
}

#[test]
fn everything_wrong_is_told_at_its_place() {
    let cases = [
        (r#"{"scheme": "other"}"#, "other-scheme @ scheme"),
        (r#"{"format": 2}"#, "newer-format @ format"),
        (r#"{"inptus": {}}"#, "unknown-field @ inptus"),
        (r#"{"inputs": {"pol": "1"}}"#, "unknown-field @ inputs.pol"),
        (r#"{"choices": {"readin": "a"}}"#, "unknown-field @ choices.readin"),
        (r#"{"tables": {"shfit": []}}"#, "unknown-field @ tables.shfit"),
        (r#"{"rosters": {"nurses": []}}"#, "unknown-roster @ rosters.nurses"),
        (r#"{"rosters": {"nurse": [{}, {"nam": "甲"}]}}"#, "unknown-field @ rosters.nurse[1].nam"),
        (r#"{"inputs": [1.5]}"#, "wrong-kind @ inputs"),
        (r#"{"rosters": {"nurse": {}}}"#, "wrong-kind @ rosters.nurse"),
        (r#"{"rosters": {"nurse": [5]}}"#, "wrong-kind @ rosters.nurse[0]"),
        (r#"{"rosters": {"ward": [{}]}}"#, "nameless-row @ rosters.ward[0].name"),
        (r#"{"rosters": {"ward": [{"name": 7}]}}"#, "wrong-kind @ rosters.ward[0].name"),
        (r#"{"inputs": {"pool": "1", "pool": "2"}}"#, "duplicate-key @ inputs.pool"),
        (r#"{"inputs": {"pool": "1O0"}}"#, "not-a-number @ inputs.pool"),
        (r#"{"inputs": {"pool": "5%"}}"#, "not-a-number @ inputs.pool"),
        (r#"{"inputs": {"pool": "1/3"}}"#, "not-a-number @ inputs.pool"),
        (r#"{"inputs": {"pool": 0.1}}"#, "unquoted-number @ inputs.pool"),
        (r#"{"inputs": {"pool": 9007199254740993}}"#, "unquoted-number @ inputs.pool"),
        (r#"{"inputs": {"pool": true}}"#, "wrong-kind @ inputs.pool"),
        (r#"{"inputs": {"pool": {"a": "1"}}}"#, "wrong-kind @ inputs.pool"),
        (r#"{"inputs": {"pool": "0.001"}}"#, "too-many-places @ inputs.pool"),
        (r#"{"inputs": {"rate": "101"}}"#, "out-of-range @ inputs.rate"),
        (r#"{"inputs": {"month": "2026-02-30"}}"#, "not-a-date @ inputs.month"),
        (r#"{"inputs": {"audited": "maybe"}}"#, "wrong-kind @ inputs.audited"),
        (r#"{"inputs": {"kind": "夜間"}}"#, "unknown-option @ inputs.kind"),
        (r#"{"inputs": {"remark": 5}}"#, "wrong-kind @ inputs.remark"),
        (r#"{"choices": {"reading": "c"}}"#, "unknown-option @ choices.reading"),
        (r#"{"choices": {"reading": 1}}"#, "wrong-kind @ choices.reading"),
        (
            r#"{"rosters": {"nurse": [{"shifts": {"nigth": "1"}}]}}"#,
            "unknown-row @ rosters.nurse[0].shifts.nigth",
        ),
        (r#"{"rosters": {"nurse": [{"shifts": "1"}]}}"#, "wrong-kind @ rosters.nurse[0].shifts"),
        (
            r#"{"rosters": {"nurse": [{"shifts": {"night": "-1"}}]}}"#,
            "out-of-range @ rosters.nurse[0].shifts.night",
        ),
        (
            r#"{"rosters": {"nurse": [{"shifts": {"night": "1", "night": "1"}}]}}"#,
            "duplicate-key @ rosters.nurse[0].shifts.night",
        ),
        (r#"{"rosters": {"nurse": [{"title": "passs"}]}}"#, "unknown-row @ rosters.nurse[0].title"),
        (r#"{"rosters": {"nurse": [{"mentor": "丙"}]}}"#, "unknown-row-reference @ rosters.nurse[0].mentor"),
        ("{", "json-syntax @ "),
        ("", "json-syntax @ "),
        ("[]", "wrong-kind @ "),
    ];
    for (json, expected) in cases {
        let (_, opened) = opened(json);
        assert_eq!(wrong(opened.facts()), [expected], "{json}");
    }
}

#[test]
fn a_near_name_is_suggested() {
    let (_, opened) = opened(
        r#"{"inputs": {"kind": "夜間"}, "rosters": {"nurse": [{"name": "王小明", "mentor": "王曉明", "shifts": {"nigth": "1"}}]}}"#,
    );
    let hints: Vec<String> = opened
        .facts()
        .problems
        .iter()
        .filter(|problem| problem.code.id() != "missing")
        .filter_map(|problem| problem.hint(&crate::language::Language::English))
        .collect();
    assert!(hints[0].contains("`night`"), "{hints:?}");
    assert!(hints[1].contains("`night`"), "{hints:?}");
    assert!(hints[2].contains("王小明"), "{hints:?}");
}

#[test]
fn a_name_that_two_rows_have_is_wrong_only_where_it_is_meant() {
    let same = r#"{"name": "甲", "ward": "東"}"#;
    let json = |mentor: &str| {
        format!(
            r#"{{"rosters": {{"ward": [{{"name": "東"}}], "nurse": [{same}, {same}, {{"name": "乙", "ward": "東"{mentor}}}]}}}}"#
        )
    };
    let (_, unmeant) = opened(&json(""));
    assert_eq!(wrong(unmeant.facts()), [""; 0]);
    let (_, meant) = opened(&json(r#", "mentor": "甲""#));
    assert_eq!(wrong(meant.facts()), ["duplicate-name @ rosters.nurse[2].mentor"]);
}

#[test]
fn what_is_not_entered_is_missing_at_its_place() {
    let (_, opened) = opened(r#"{"rosters": {"nurse": [{"name": "甲"}]}}"#);
    assert_eq!(
        problems(opened.facts()),
        [
            "missing @ inputs.pool",
            "missing @ inputs.rate",
            "missing @ inputs.budget",
            "missing @ inputs.month",
            "missing @ inputs.remark",
            "missing @ inputs.kind",
            "missing @ parameters.allowance",
            "missing @ rosters.nurse[0].ward",
            "missing @ rosters.nurse[0].title",
            "missing @ rosters.nurse[0].mentor",
        ]
    );
    assert!(messages(opened.facts())[6].contains("原文未列"));
}

#[test]
fn null_and_white_space_are_nothing() {
    let (_, opened) = opened(r#"{"inputs": {"pool": null, "rate": "  ", "month": ""}, "rosters": null}"#);
    assert_eq!(wrong(opened.facts()), [""; 0]);
}

#[test]
fn the_order_of_sections_does_not_matter() {
    let (_, opened) = opened(
        r#"{"rosters": {"nurse": [{"name": "甲", "shifts": {"extra": "2"}}]},
            "tables": {"shift": [{"id": "extra", "title": "加班", "value": "3"}]}}"#,
    );
    assert_eq!(wrong(opened.facts()), [""; 0]);
    let RosterColumn::Per(shifts) = &opened.facts().rosters[1].columns[0] else { panic!("a column a shift") };
    assert_eq!(shifts.len(), 1);
    assert_eq!(shifts[0].data, Data::Numbers(Column::from_whole(vec![2])));
}

#[test]
fn many_missing_values_share_a_problem() {
    let rows = r#"{"name": "甲"},"#.repeat(2_500);
    let (_, opened) = opened(&format!(r#"{{"rosters": {{"nurse": [{}]}}}}"#, rows.trim_end_matches(',')));
    let facts = opened.facts();
    let RosterColumn::Plain(titles) = &facts.rosters[1].columns[1] else { panic!("a title is one column") };
    assert_eq!(titles.faults.len(), 2_500);
    for (row, path) in
        [(999, "rosters.nurse[999].title"), (1_000, "rosters.nurse.title"), (2_499, "rosters.nurse.title")]
    {
        let (at, fault) = titles.faults[row];
        assert_eq!(at as usize, row);
        let problem = &facts.problems[fault as usize];
        assert_eq!((problem.code.id(), &problem.place), ("missing", &Place::Path(path.into())));
    }
}

#[test]
fn a_document_that_would_not_fit_is_cut_off() {
    let scheme = scheme(&format!(
        "id = \"wide\"\ntitle = \"寬\"\n[table.t]\ntitle = \"表\"\nunit = \"point\"\nrow = [{}]\n[roster.r]\ntitle = \"冊\"\ncolumn.c = {{ title = \"欄\", per = \"t\", unit = \"point\" }}\n",
        (0..4_000)
            .map(|row| format!("{{ id = \"r{row}\", title = \"行\", value = \"1\" }},"))
            .collect::<String>(),
    ));
    let facts = Facts::open(&scheme, &format!(r#"{{"rosters": {{"r": [{}]}}}}"#, ["{}"; 3_000].join(",")));
    assert_eq!(wrong(&facts), ["too-many-values @ rosters.r"]);
    assert_eq!(facts.rosters[0].names.len(), 1_999);
}

#[test]
fn dated_values_need_the_day() {
    let scheme = scheme(
        r#"
id = "dated"
title = "日期"
[parameter.rate]
title = "單價"
unit = "yuan"
value = [{ since = "2026-01-01", value = "2.5" }, { since = "2026-07-01", value = "3" }]
[table.t]
title = "表"
unit = "yuan"
row = [{ id = "a", title = "甲", value = [{ value = "1" }, { since = "2026-07-01", value = "2" }] }]
"#,
    );
    let open = |json: &str| Facts::open(&scheme, json);
    let rate = |facts: &Facts| number(&facts.parameters[0]);
    assert_eq!(problems(&open("{}")), ["date-needed @ on"]);
    assert_eq!(open("{}").parameters, [Value::One(Err(0))]);
    assert_eq!(problems(&open(r#"{"on": "2026-13-01"}"#)), ["not-a-date @ on"]);
    assert_eq!(problems(&open(r#"{"on": "2025-12-31"}"#)), ["before-first-date @ parameters.rate"]);
    assert_eq!(rate(&open(r#"{"on": "2026-06-30"}"#)), Some("2.5".into()));
    assert_eq!(rate(&open(r#"{"on": "2026-07-01"}"#)), Some("3".into()));
    assert_eq!(rate(&open(r#"{"on": "2026-07-01", "parameters": {"rate": "9"}}"#)), Some("9".into()));
    let cell = |facts: Facts| facts.tables[0].columns[0].at(0);
    assert_eq!(cell(open(r#"{"on": "2026-07-01"}"#)), Some(Ok(Item::Number(Exact::from(2)))));
    assert_eq!(cell(open(r#"{"on": "2025-07-01"}"#)), Some(Ok(Item::Number(Exact::from(1)))));
}

#[test]
fn who_types_a_percent_in_a_form_is_not_sent_to_the_scheme_file() {
    let (_, opened) = opened(r#"{"inputs": {"pool": "１２．５％"}}"#);
    let wrong = opened.facts().problems.iter().find(|problem| problem.code.id() == "not-a-number").unwrap();
    assert_eq!(wrong.hint(&Language::English).unwrap(), "write the number without %");
}
