//! The hospital's own tables.

use super::{opened, scheme, wrong};
use crate::evaluate::facts::{Bounds, Facts};
use crate::evaluate::value::{Data, Item};
use crate::exact::{Column, Exact};

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

#[test]
fn rows_of_the_hospital_replace_those_of_the_scheme() {
    let (_, opened) = opened(
        r#"{"tables": {"shift": [{"id": "night", "title": "大夜", "value": "3"}, {"id": "leader"}, {"id": "new", "title": "加班", "value": "0.5"}]}}"#,
    );
    let table = &opened.facts().tables[0];
    assert_eq!(table.ids, ["night", "leader", "new"]);
    assert_eq!(table.titles, [Some("大夜".into()), None, Some("加班".into())]);
    // An empty cell of a row that the scheme has counts as the scheme says.
    assert_eq!(
        table.columns[0].data,
        Data::Numbers([exact("3"), exact("1"), exact("0.5")].into_iter().collect())
    );
    assert_eq!(wrong(opened.facts()), [""; 0]);
}

#[test]
fn a_new_row_needs_its_values() {
    let (_, opened) = opened(r#"{"tables": {"shift": [{"id": "new"}]}}"#);
    assert!(super::problems(opened.facts()).contains(&"missing @ tables.shift.new.value".to_owned()));
}

#[test]
fn rows_that_cannot_be_told_apart_are_refused() {
    let (_, opened) = opened(
        r#"{"tables": {"shift": [{"id": "a", "value": "1"}, {"id": "a", "value": "2"}, {"value": "3"}, {"id": "a.b"}, {"id": "c", "valeu": "1", "value": "4"}]}}"#,
    );
    assert_eq!(opened.facts().tables[0].ids, ["a", "c"]);
    assert_eq!(opened.facts().tables[0].columns[0].data, Data::Numbers(Column::from_whole(vec![1, 4])));
    assert_eq!(
        wrong(opened.facts()),
        [
            "duplicate-key @ tables.shift[1].id",
            "missing-key @ tables.shift[2].id",
            "bad-id @ tables.shift[3].id",
            "unknown-field @ tables.shift.c.valeu",
        ]
    );
}

#[test]
fn of_a_fixed_table_only_values_may_change() {
    let scheme = scheme(
        r#"
id = "fixed"
title = "固定"
[table.weight]
title = "權重"
unit = "percent"
fixed = true
row = [{ id = "finance", title = "財務", value = "60" }, { id = "learning", title = "學習", value = "40" }]
"#,
    );
    let facts = Facts::open(
        &scheme,
        r#"{"tables": {"weight": [{"id": "learning", "value": "30"}, {"id": "custmer", "value": "10"}]}}"#,
    );
    assert_eq!(facts.tables[0].ids, ["finance", "learning"]);
    assert_eq!(facts.tables[0].columns[0].at(1), Some(Ok(Item::Number(exact("0.3")))));
    assert_eq!(wrong(&facts), ["unknown-row @ tables.weight[1].id"]);
}

#[test]
fn bounds_are_held_in_base_units() {
    let (_, opened) = opened(
        r#"{"tables": {"grade": [{"id": "fail", "below": "70"}, {"id": "pass", "from": "70%", "to": "90"}]}}"#,
    );
    let bound = |from: Option<&str>, to: Option<&str>, below: Option<&str>| Bounds {
        from: from.map(exact),
        to: to.map(exact),
        below: below.map(exact),
    };
    let table = &opened.facts().tables[1];
    assert_eq!(table.bounds, [bound(None, None, Some("0.7")), bound(Some("0.7"), Some("0.9"), None)]);
    assert_eq!(table.fault, None);
}

#[test]
fn bounds_out_of_order_make_the_table_unusable() {
    let cases = [
        (
            r#"[{"id": "a", "from": "60"}, {"id": "b", "from": "60"}]"#,
            "bands-descending @ tables.grade.b.from",
        ),
        (r#"[{"id": "a", "from": "60", "to": "50"}]"#, "bands-descending @ tables.grade.a.to"),
        (r#"[{"id": "a", "below": "50"}, {"id": "b"}]"#, "missing-key @ tables.grade.b.from"),
        (r#"[{"id": "a", "to": "50", "below": "60"}]"#, "conflicting-keys @ tables.grade.a.below"),
        (r#"[{"id": "a", "from": "x"}]"#, "not-a-number @ tables.grade.a.from"),
    ];
    for (rows, expected) in cases {
        let (_, opened) = opened(&format!(r#"{{"tables": {{"grade": {rows}}}}}"#));
        assert_eq!(wrong(opened.facts()), [expected], "{rows}");
        let fault = opened.facts().tables[1].fault.expect("the table cannot be used");
        assert!(expected.starts_with(opened.facts().problems[fault as usize].code.id()));
    }
}

#[test]
fn tiers_must_cover_every_amount_once() {
    let scheme = scheme(
        r#"
id = "tiers"
title = "分段"
[table.share]
title = "承擔"
kind = "tiers"
by = "yuan"
unit = "percent"
row = [{ id = "a", title = "甲", from = "0", to = "10", value = "15" }, { id = "b", title = "乙", from = "10", value = "10" }]
"#,
    );
    let cases = [
        (
            r#"[{"id": "a", "from": "0", "to": "8"}, {"id": "b", "from": "10"}]"#,
            "tier-hole @ tables.share.b.from",
        ),
        (
            r#"[{"id": "a", "from": "0", "to": "12"}, {"id": "b", "from": "10"}]"#,
            "tier-overlap @ tables.share.b.from",
        ),
        (r#"[{"id": "b"}, {"id": "a"}]"#, "missing-key @ tables.share.b.to"),
        (r#"[{"id": "a", "from": "0"}, {"id": "b"}]"#, "missing-key @ tables.share.a.to"),
    ];
    for (rows, expected) in cases {
        let facts = Facts::open(&scheme, &format!(r#"{{"tables": {{"share": {rows}}}}}"#));
        assert_eq!(wrong(&facts).first().map(String::as_str), Some(expected), "{rows}");
        assert!(facts.tables[0].fault.is_some());
    }
}
