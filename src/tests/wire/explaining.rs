//! Explanations as the page gets them: every part in its place, and where each operand leads.

use std::fmt::Write as _;

use super::{scheme, told};
use crate::language::Language;
use crate::scheme::Scheme;
use crate::wire::{Explanation, FigureState, OperandKind};

fn ward() -> Scheme {
    scheme(
        r#"
id = "ward"
title = "病房"
[input.pool]
title = "總額"
unit = "yuan"
clause = "總額的條文"
[input.extra]
title = "另加"
unit = "yuan"
optional = true
[table.shift]
title = "班次係數"
unit = "point/shift"
clause = "係數的條文"
row = [
  { id = "day", title = "白班", value = "1" },
  { id = "night", title = "夜班", value = "2.5", clause = "夜班的條文" },
]
[roster.nurse]
title = "護士"
column.shifts = { title = "班數", per = "shift", unit = "shift" }
[choice.rounding]
title = "取位"
default = "exact"
option = [{ id = "exact", title = "不取位", note = "最後才取" }, { id = "fen", title = "取到分" }]
[step.points]
title = "得分"
each = "nurse"
unit = "point"
formula = "sum(shifts * shift)"
clause = "得分的條文"
note = "得分的說明"
[step.value]
title = "每分價值"
unit = "yuan/point"
formula = 'if(rounding = "fen", round(pool / sum(nurse.points), 2), pool / sum(nurse.points))'
[step.pay]
title = "績效工資"
each = "nurse"
unit = "yuan"
rule = [
  { when = "points = 0", then = "0", clause = "沒有得分", note = "不發" },
  { then = "share(pool, by = points)", clause = "按分" },
]
[step.more]
title = "共得"
each = "nurse"
unit = "yuan"
formula = "pay + extra"
"#,
    )
}

const FACTS: &str = r#"{"inputs": {"pool": "100"}, "rosters": {"nurse": [
    {"name": "甲", "shifts": {"day": "1"}},
    {"name": "乙", "shifts": {"night": "2"}},
    {"name": "丙"}]}}"#;

/// The explanation of a figure of the ward.
fn explained(facts: &str, step: usize, row: Option<u32>) -> Option<Explanation> {
    told(&ward(), facts, Language::TraditionalChinese, |teller| teller.explain(step, row))
}

#[test]
fn a_figure_is_explained_from_its_title_to_its_operands() {
    let points = explained(FACTS, 0, Some(1)).unwrap();
    assert_eq!(
        (points.step.as_str(), points.each.as_deref(), points.row),
        ("points", Some("nurse"), Some(1))
    );
    assert_eq!((points.title.as_str(), points.name.as_deref()), ("得分", Some("乙")));
    assert_eq!((points.figure.shown.as_str(), points.unit.as_deref()), ("5", Some("分")));
    assert_eq!((points.clause.as_deref(), points.note.as_deref()), (Some("得分的條文"), Some("得分的說明")));
    assert_eq!(points.words, "合計（班數 × 班次係數）");
    assert_eq!(points.numbers, "2 班 × 2.5 分/班 = 5 分");
    assert_eq!((points.rule, points.dropped, points.exact, points.residual), (None, None, None, None));
    let [shifts, coefficients] = points.operands.as_slice() else { panic!("{:?}", points.operands) };
    assert_eq!((shifts.kind, shifts.path.as_str()), (OperandKind::List, "rosters.nurse.shifts"));
    assert_eq!((shifts.count, shifts.figure.as_ref(), shifts.unit.as_deref()), (2, None, Some("班")));
    let night = &shifts.members[1];
    assert_eq!((night.kind, night.path.as_str()), (OperandKind::Roster, "rosters.nurse[1].shifts.night"));
    assert_eq!((night.title.as_str(), night.name.as_deref()), ("班數", Some("乙 · 夜班")));
    assert_eq!(night.figure.as_ref().unwrap().shown, "2");
    let [day, night] = coefficients.members.as_slice() else { panic!() };
    assert_eq!((day.kind, day.path.as_str()), (OperandKind::Table, "tables.shift.day.value"));
    assert_eq!((day.clause.as_deref(), night.clause.as_deref()), (Some("係數的條文"), Some("夜班的條文")));
}

#[test]
fn a_shared_part_says_its_rule_its_residual_and_where_each_operand_leads() {
    let pay = explained(FACTS, 2, Some(0)).unwrap();
    let rule = pay.rule.unwrap();
    assert_eq!((rule.number, rule.when.as_deref(), rule.clause.as_deref()), (2, None, Some("按分")));
    assert_eq!(pay.words, "如果得分 = 0，則 0\n否則按得分分配（總額）");
    assert_eq!(pay.numbers, "分得（100 元 × 1 分 ÷ 6 分） = 16.67 元");
    assert_eq!((pay.exact.as_deref(), pay.dropped.as_deref()), (Some("50/3"), Some("-1/300")));
    let shown = (pay.exact_shown.as_deref(), pay.dropped_shown.as_deref());
    assert_eq!(shown, (Some("≈16.666667"), Some("≈−0.003333")));
    let residual = "按比例為 ≈16.6667 元，截去零頭為 16.66 元。各份截去零頭後餘 0.01 元，按截去的零頭從大到小每份加 0.01 元：這一份加 0.01 元，共 16.67 元。";
    assert_eq!(pay.residual.as_deref(), Some(residual));
    let [own, pool, all] = pay.operands.as_slice() else { panic!("{:?}", pay.operands) };
    assert_eq!((own.kind, own.step.as_deref(), own.row), (OperandKind::Step, Some("points"), Some(0)));
    assert_eq!((own.path.as_str(), own.name.as_deref()), ("step.points[0]", Some("甲")));
    assert_eq!(
        (pool.kind, pool.path.as_str(), pool.step.as_deref()),
        (OperandKind::Input, "inputs.pool", None)
    );
    assert_eq!((pool.clause.as_deref(), pool.unit.as_deref()), (Some("總額的條文"), Some("元")));
    assert_eq!((all.path.as_str(), all.count), ("step.points", 3));
    assert_eq!((all.members[2].step.as_deref(), all.members[2].row), (Some("points"), Some(2)));

    let nothing = explained(FACTS, 2, Some(2)).unwrap();
    let rule = nothing.rule.unwrap();
    assert_eq!(
        (rule.number, rule.when.as_deref(), rule.note.as_deref()),
        (1, Some("得分 = 0"), Some("不發"))
    );
    assert_eq!(nothing.numbers, "0 元");
    let paths: Vec<&str> = nothing.operands.iter().map(|operand| operand.path.as_str()).collect();
    assert_eq!(paths, ["step.points[2]"], "the pool is in a rule that did not apply");
}

#[test]
fn a_reading_is_told_with_the_arm_it_chose() {
    let exact = explained(FACTS, 1, None).unwrap();
    assert_eq!((exact.row, exact.name.as_deref()), (None, None));
    assert_eq!(exact.numbers, "100 元 ÷ （1 分 + 5 分） ≈ 16.6667 元/分");
    let [reading] = exact.readings.as_slice() else { panic!() };
    assert_eq!((reading.choice.as_str(), reading.title.as_str()), ("rounding", "取位"));
    assert_eq!((reading.option.as_deref(), reading.note.as_deref()), (Some("不取位"), Some("最後才取")));
    let fen = FACTS.replacen('{', r#"{"choices": {"rounding": "fen"}, "#, 1);
    let fen = explained(&fen, 1, None).unwrap();
    assert_eq!(fen.numbers, "四捨五入到 2 位小數（100 元 ÷ （1 分 + 5 分）） = 16.67 元/分");
    assert_eq!((fen.exact.as_deref(), fen.dropped.as_deref()), (Some("50/3"), Some("-1/300")));
    assert_eq!(fen.readings[0].option.as_deref(), Some("取到分"));
}

#[test]
fn a_failed_figure_leads_down_to_what_is_missing() {
    let more = explained(FACTS, 3, Some(0)).unwrap();
    assert_eq!(more.figure.state, FigureState::Failed);
    assert_eq!(more.numbers, "16.67 元 + ？\n共得（甲） ← 另加");
    let [pay, extra] = more.operands.as_slice() else { panic!() };
    assert_eq!(pay.figure.as_ref().unwrap().state, FigureState::Known);
    assert_eq!(extra.figure.as_ref().unwrap().fault.as_deref(), Some("missing"));
    assert_eq!(extra.path, "inputs.extra");

    let without = explained(&FACTS.replace("\"pool\": \"100\"", "\"extra\": \"5\""), 3, Some(0)).unwrap();
    assert_eq!(without.numbers, "？ + 5 元\n共得（甲） ← 績效工資（甲） ← 總額");
}

#[test]
fn a_figure_that_there_is_not_has_no_explanation() {
    assert_eq!(explained(FACTS, 0, None), None);
    assert_eq!(explained(FACTS, 0, Some(3)), None);
    assert_eq!(explained(FACTS, 1, Some(0)), None);
    assert_eq!(explained(FACTS, 9, None), None);
}

#[test]
fn of_a_long_list_the_first_two_hundred_are_named() {
    let mut rows = String::new();
    for row in 0..250 {
        write!(rows, r#"{}{{"name": "{row}", "shifts": {{"day": "1"}}}}"#, if row == 0 { "" } else { "," })
            .unwrap();
    }
    let facts = format!(r#"{{"inputs": {{"pool": "100"}}, "rosters": {{"nurse": [{rows}]}}}}"#);
    let pay = explained(&facts, 2, Some(249)).unwrap();
    let all = pay.operands.last().unwrap();
    assert_eq!((all.members.len(), all.count), (200, 250));
    assert_eq!(pay.numbers, "100 元 × 1 分 ÷ 250 分 = 0.40 元");
    let value = explained(&facts, 1, None).unwrap();
    assert_eq!(value.numbers, "100 元 ÷ 250 分（250 項合計） = 0.4 元/分");
}
