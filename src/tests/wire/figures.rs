//! How a value leaves: exact as text, and shown as readers see it.

use super::{scheme, told};
use crate::language::Language;
use crate::scheme::Scheme;
use crate::wire::FigureState;

/// A scheme with one step, of this declaration, over an input `x`.
fn step(unit: &str, declaration: &str) -> Scheme {
    scheme(&format!(
        "id = \"one\"\ntitle = \"一\"\n[input.x]\ntitle = \"數\"\nunit = \"{unit}\"\n[unit.wan]\ntitle = \"萬元\"\nof = \"yuan\"\ntimes = \"10000\"\n[step.y]\ntitle = \"值\"\n{declaration}\n"
    ))
}

fn figure(unit: &str, declaration: &str, x: &str, language: Language) -> (String, String) {
    let facts = format!(r#"{{"inputs": {{"x": "{x}"}}}}"#);
    told(&step(unit, declaration), &facts, language, |teller| {
        let figure = teller.figure(0, 0).unwrap();
        assert_eq!(figure.state, FigureState::Known);
        (figure.value.unwrap(), figure.shown)
    })
}

#[test]
fn values_are_exact_and_shown_as_people_read_them() {
    let cases = [
        ("yuan", "unit = \"yuan\"\nformula = \"x\"", "1234567.5", "1234567.5", "1,234,567.50"),
        ("yuan", "unit = \"yuan\"\nformula = \"-x\"", "1200", "-1200", "−1,200.00"),
        ("yuan", "unit = \"yuan\"\nformula = \"x / 1000\"", "1", "0.001", "0.001"),
        ("yuan", "unit = \"yuan\"\nformula = \"x / 3\"", "2", "2/3", "≈0.67"),
        ("yuan", "unit = \"yuan\"\nplaces = 4\nformula = \"x / 3\"", "2", "2/3", "≈0.6667"),
        ("1", "formula = \"x / 3\"", "2", "2/3", "≈0.6667"),
        ("1", "formula = \"x\"", "0.00000000001", "0.00000000001", "≈0.0000"),
        ("1", "formula = \"x\"", "12.50", "12.5", "12.5"),
        ("percent", "unit = \"percent\"\nformula = \"x\"", "85", "85", "85"),
        ("percent", "formula = \"x\"", "85", "0.85", "0.85"),
        ("wan", "unit = \"wan\"\nformula = \"x\"", "1.25", "1.25", "1.25"),
        ("wan", "unit = \"yuan\"\nformula = \"x\"", "1.25", "12500", "12,500.00"),
        ("1", "formula = \"x\"", "2026", "2026", "2,026"),
        ("calendar_year", "unit = \"calendar_year\"\nformula = \"x\"", "2026", "2026", "2026"),
        ("1", "kind = \"truth\"\nformula = \"x > 1\"", "2", "true", "是"),
    ];
    for (unit, declaration, x, value, shown) in cases {
        let found = figure(unit, declaration, x, Language::TraditionalChinese);
        assert_eq!(found, (value.to_owned(), shown.to_owned()), "{declaration} with {x} {unit}");
    }
    let english = figure("1", "kind = \"truth\"\nformula = \"x > 1\"", "1", Language::English);
    assert_eq!(english, ("false".to_owned(), "no".to_owned()));
}

const ROWS: &str = r#"
id = "rows"
title = "行"
[table.grade]
title = "等次"
kind = "bands"
by = "point"
row = [{ id = "fail", title = "不合格", below = "60" }, { id = "pass", title = "合格", from = "60" }]
[roster.nurse]
title = "護士"
column.score = { title = "分", unit = "point" }
column.rest = { title = "另給", unit = "percent", optional = true }
[step.graded]
title = "等次"
each = "nurse"
one_of = "grade"
formula = "band(score, grade)"
[step.kind]
title = "類"
each = "nurse"
options = [{ id = "low", title = "低" }, { id = "high", title = "高" }]
rule = [{ when = "score < 60", then = '"low"' }, { then = '"high"' }]
[step.half]
title = "一半"
each = "nurse"
unit = "percent"
formula = "score / sum(nurse.score)"
[step.kept]
title = "給"
each = "nurse"
unit = "percent"
formula = "chosen(rest, 10%, 20%)"
[step.own]
title = "分"
each = "nurse"
unit = "point"
total = false
formula = "score"
[step.heads]
title = "人"
each = "nurse"
total = true
formula = "1"
[step.kept_points]
title = "得"
each = "nurse"
unit = "point"
formula = "score * kept"
"#;

const NURSES: &str = r#"{"rosters": {"nurse": [
    {"name": "甲", "score": "50", "rest": "15"}, {"name": "乙", "score": "x"}, {"name": "丙", "score": "70"}]}}"#;

#[test]
fn rows_and_options_leave_as_ids_and_are_shown_by_title() {
    let scheme = scheme(ROWS);
    told(&scheme, NURSES, Language::TraditionalChinese, |teller| {
        let figure = teller.figure(0, 2).unwrap();
        assert_eq!((figure.value.as_deref(), figure.shown.as_str()), (Some("pass"), "合格"));
        let figure = teller.figure(1, 0).unwrap();
        assert_eq!((figure.value.as_deref(), figure.shown.as_str()), (Some("low"), "低"));
        assert_eq!(teller.figure(1, 3), None);
        assert_eq!(teller.figure(9, 0), None);
    });
}

#[test]
fn a_failed_figure_says_why_and_an_open_one_between_what() {
    let scheme = scheme(ROWS);
    told(&scheme, NURSES, Language::English, |teller| {
        let failed = teller.figure(0, 1).unwrap();
        assert_eq!(failed.state, FigureState::Failed);
        assert_eq!((failed.fault.as_deref(), failed.shown.as_str()), (Some("not-a-number"), ""));
        assert!(failed.message.unwrap().contains("`x` is not a number"));
        let open = teller.figure(3, 2).unwrap();
        assert_eq!(open.state, FigureState::Open);
        assert_eq!((open.low.as_deref(), open.high.as_deref()), (Some("10"), Some("20")));
        assert_eq!(open.shown, "10 … 20");
    });
}

#[test]
fn a_column_leaves_as_lines() {
    let scheme = scheme(ROWS);
    let facts = r#"{"rosters": {"nurse": [
        {"name": "甲", "score": "50", "rest": "15"}, {"name": "乙", "score": "50"}, {"name": "丙", "score": "100"}]}}"#;
    told(&scheme, facts, Language::TraditionalChinese, |teller| {
        let lines: Vec<String> = (0..7).map(|step| teller.lines(step).unwrap()).collect();
        assert_eq!(
            lines,
            [
                "fail\nfail\npass\n",
                "low\nlow\nhigh\n",
                "25\n25\n50\n",
                "15\n\n\n",
                "50\n50\n100\n",
                "1\n1\n1\n",
                "7.5\n\n\n"
            ]
        );
        for step in 0..7 {
            for (row, line) in (0..).zip(teller.lines(step).unwrap().lines()) {
                assert_eq!(teller.figure(step, row).unwrap().value.unwrap_or_default(), line);
            }
        }
    });
}

#[test]
fn an_open_total_is_an_interval_and_a_failed_one_says_why() {
    let scheme = scheme(ROWS);
    let total = |facts: &str| {
        told(&scheme, facts, Language::English, |teller| {
            let totals = teller.summary().totals;
            let steps: Vec<&str> = totals.iter().map(|total| total.step.as_str()).collect();
            assert_eq!(steps, ["heads", "kept_points"], "of rates and plain numbers there is no total");
            totals.into_iter().next_back().unwrap().figure
        })
    };
    let known =
        total(r#"{"rosters": {"nurse": [{"score": "50", "rest": "10"}, {"score": "30", "rest": "20"}]}}"#);
    assert_eq!(known.value.as_deref(), Some("11"));
    let open = total(r#"{"rosters": {"nurse": [{"score": "50", "rest": "10"}, {"score": "30"}]}}"#);
    assert_eq!((open.low.as_deref(), open.high.as_deref()), (Some("8"), Some("11")));
    assert_eq!(total(NURSES).fault.as_deref(), Some("not-a-number"));
}
