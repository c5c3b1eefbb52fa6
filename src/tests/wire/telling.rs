//! Pools, notices, guard rails and problems in the reader's words.

use super::{scheme, told};
use crate::language::Language;
use crate::wire::Summary;

/// A pool shared under a rule for what is left.
fn shared(residual: &str, pool: &str, language: Language) -> Summary {
    among(["甲", "乙", "丙"], residual, pool, language)
}

/// A pool shared in equal parts among some people.
fn among<const COUNT: usize>(
    people: [&str; COUNT],
    residual: &str,
    pool: &str,
    language: Language,
) -> Summary {
    let scheme = scheme(&format!(
        r#"
id = "pool"
title = "分"
[input.pool]
title = "總額"
unit = "yuan"
[roster.nurse]
title = "護士"
column.weight = {{ title = "權", unit = "point" }}
[step.pay]
title = "所得"
each = "nurse"
unit = "yuan"
formula = 'share(pool, by = weight, residual = "{residual}")'
[flag.short]
title = "不足"
level = "committee"
code = "SHORT"
each = "nurse"
when = "pay < 33.34"
[guard.closes]
title = "合計等於總額"
holds = "sum(nurse.pay) = pool"
[guard.each]
title = "每人至少33.34元"
each = "nurse"
holds = "pay >= 33.34"
"#
    ));
    let nurses = people.map(|name| format!(r#"{{"name": "{name}", "weight": "1"}}"#)).join(",");
    let facts = format!(r#"{{"inputs": {{"pool": "{pool}"}}, "rosters": {{"nurse": [{nurses}]}}}}"#);
    told(&scheme, &facts, language, |teller| teller.summary())
}

#[test]
fn a_pool_says_who_got_what_was_left() {
    let sentence = |residual: &str, pool: &str, language| {
        let summary = shared(residual, pool, language);
        let pool = summary.pools.into_iter().next().unwrap();
        (pool.to, pool.sentence)
    };
    let (to, said) = sentence("largest-remainder", "100", Language::TraditionalChinese);
    assert_eq!(to, ["甲"]);
    assert_eq!(said, "各份截去零頭後餘0.01元，按截去的零頭從大到小每份加0.01元：甲。");
    let (_, said) = sentence("last", "100", Language::English);
    assert_eq!(said, "Cutting every part left 0.01 yuan; the rule gives it to the last, 丙.");
    let (to, said) = sentence("keep", "100", Language::SimplifiedChinese);
    assert_eq!(to, [""; 0]);
    assert_eq!(said, "各份截去零头后余0.01元，按方案留着不发。");
    let (_, said) = sentence("first", "99", Language::English);
    assert_eq!(said, "The parts come out even; nothing remained.");
    let (_, said) = sentence("first", "0", Language::English);
    assert_eq!(said, "The pool is zero: there was nothing to share.");
    let (_, said) = sentence("first", "0.005", Language::TraditionalChinese);
    assert_eq!(said, "總額沒有分出。", "a pool of less than a fen");
    let (_, said) = sentence("first", "-5", Language::English);
    assert_eq!(said, "The pool is −5.00 yuan, below zero: nothing is paid.");
}

#[test]
fn a_pool_in_which_nobody_has_a_part_stays() {
    let pool = among([], "keep", "5000", Language::English).pools.into_iter().next().unwrap();
    assert_eq!([pool.paid_shown, pool.left_shown], ["0.00 yuan", "5,000.00 yuan"]);
    assert_eq!(pool.sentence, "The pool was not shared.");
}

#[test]
fn a_pool_adds_up() {
    let pool = shared("keep", "100", Language::English).pools.into_iter().next().unwrap();
    assert_eq!((pool.step.as_str(), pool.row), ("pay", None));
    assert_eq!([pool.pool, pool.paid, pool.left, pool.residual], ["100", "99.99", "0.01", "0.01"]);
    assert_eq!(
        [pool.pool_shown, pool.paid_shown, pool.left_shown],
        ["100.00 yuan", "99.99 yuan", "0.01 yuan"]
    );
}

#[test]
fn flags_and_guards_name_their_rows() {
    let summary = shared("largest-remainder", "100", Language::English);
    let flags: Vec<_> = summary
        .notices
        .iter()
        .map(|flag| {
            (flag.id.as_str(), flag.level.as_str(), flag.code.as_deref(), flag.name.as_deref(), flag.row)
        })
        .collect();
    assert_eq!(
        flags,
        [
            ("short", "committee", Some("SHORT"), Some("乙"), Some(1)),
            ("short", "committee", Some("SHORT"), Some("丙"), Some(2)),
        ]
    );
    let guards: Vec<_> = summary
        .guards
        .iter()
        .map(|guard| (guard.id.as_str(), guard.holds, guard.first.as_deref(), guard.failures))
        .collect();
    assert_eq!(guards, [("closes", Some(true), None, 0), ("each", Some(false), Some("乙"), 2)]);
    let summary = shared("largest-remainder", "x", Language::English);
    let guards: Vec<_> = summary.guards.iter().map(|guard| guard.holds).collect();
    assert_eq!(guards, [None, None]);
}

#[test]
fn notices_of_the_engine_say_what_was_done() {
    let negative = shared("first", "-5", Language::English);
    let said: Vec<_> =
        negative.notices.iter().map(|notice| (notice.id.as_str(), notice.title.as_str())).collect();
    assert!(
        said.contains(&("negative-pool", "The pool is −5.00 yuan, below zero: nothing is paid.")),
        "{said:?}"
    );

    let banded = scheme(
        r#"
id = "bands"
title = "等"
[table.grade]
title = "等次"
kind = "bands"
by = "point"
row = [{ id = "basic", title = "基本合格", from = "60", to = "84" }, { id = "pass", title = "合格", from = "85" }]
[roster.doctor]
title = "醫生"
column.score = { title = "得分", unit = "point" }
column.rate = { title = "比例", unit = "percent", optional = true }
[step.graded]
title = "評等"
each = "doctor"
one_of = "grade"
formula = "band(score, grade)"
[step.taken]
title = "取"
each = "doctor"
unit = "point"
formula = "score * chosen(rate, 10%, 20%)"
"#,
    );
    let facts = r#"{"rosters": {"doctor": [{"name": "甲", "score": "84.5"}]}}"#;
    let notices = told(&banded, facts, Language::TraditionalChinese, |teller| teller.summary().notices);
    let said: Vec<_> = notices
        .iter()
        .map(|notice| {
            (notice.id.as_str(), notice.step.as_deref(), notice.name.as_deref(), notice.title.as_str())
        })
        .collect();
    assert_eq!(
        said,
        [
            (
                "band-hole",
                Some("graded"),
                Some("甲"),
                "84.5分落在「等次」兩檔之間的空檔，按較低一檔「基本合格」計。"
            ),
            ("choice-open", Some("taken"), Some("甲"), "要在10%到20%之間選定，還沒有選。"),
        ]
    );
}

#[test]
fn what_is_missing_is_told_only_where_a_figure_needs_it() {
    let scheme = scheme(
        r#"
id = "needs"
title = "需"
[input.a]
title = "甲"
unit = "yuan"
[input.b]
title = "乙"
unit = "yuan"
[choice.which]
title = "取"
option = [{ id = "a", title = "甲" }, { id = "b", title = "乙" }]
[step.taken]
title = "所取"
unit = "yuan"
formula = 'if(which = "a", a, b)'
"#,
    );
    let problems = |facts: &str| {
        let summary = told(&scheme, facts, Language::English, |teller| teller.summary());
        let shown = summary
            .problems
            .into_iter()
            .map(|problem| format!("{} @ {}", problem.code, problem.path.unwrap()));
        shown.collect::<Vec<_>>()
    };
    assert_eq!(problems(r#"{"choices": {"which": "a"}, "inputs": {"a": "1"}}"#), [""; 0]);
    assert_eq!(problems(r#"{"choices": {"which": "b"}, "inputs": {"a": "1"}}"#), ["missing @ inputs.b"]);
    assert_eq!(problems(r#"{"inputs": {"a": "1", "b": "1"}}"#), ["choice-missing @ choices.which"]);
    assert_eq!(
        problems(r#"{"choices": {"which": "a"}, "inputs": {"a": "1", "b": "x"}}"#),
        ["not-a-number @ inputs.b"]
    );
}
