//! A formula as it reads with the choices that were made.

use crate::evaluate::explain::Explained;
use crate::evaluate::facts::Facts;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::scheme::Scheme;

const SCHEME: &str = r#"
id = "tiny"
title = "試"

[input.pool]
title = "總額"
unit = "yuan"

[choice.cut]
title = "取位"
default = "late"
option = [{ id = "early", title = "先取位" }, { id = "late", title = "後取位" }, { id = "never", title = "不取位" }]

[roster.nurse]
title = "護士"
unit = "person"
column.days = { title = "天數", unit = "day" }
column.head = { title = "護士長", kind = "truth", value = false }

[step.both]
title = "條件"
each = "nurse"
kind = "truth"
formula = '(cut = "early" or head) and not (cut = "never")'

[step.more]
title = "加項"
each = "nurse"
unit = "day"
formula = 'if(head, days, if(cut = "early", days + 1 [day], days * 2)) + if(cut = "never", days, 0)'

[step.work]
title = "天數合計"
unit = "day"
formula = 'sum(if(cut = "late", nurse.days, round(nurse.days, 0)), where = cut <> "never" or nurse.head)'

[step.rest]
title = "餘額"
unit = "yuan"
rule = [
  { when = 'cut = "early"', then = "round(pool, 0)", clause = "甲" },
  { when = "pool < 0", then = "0", clause = "乙" },
  { when = 'cut = "late"', then = "pool", clause = "丙" },
  { then = "pool * 2", clause = "丁" },
]

[step.part]
title = "所得"
each = "nurse"
unit = "yuan"
formula = 'if(cut = "never", share(pool, by = days, residual = "first"), if(cut = "early", pool / 2, share(pool, by = days)))'
"#;

/// The words of a step with an option chosen, and who gets what is left.
fn said(option: &str, step: &str) -> (String, Option<String>) {
    let scheme = Scheme::read(SCHEME.as_bytes()).unwrap();
    let facts = format!(
        r#"{{"inputs": {{"pool": "100"}}, "choices": {{"cut": "{option}"}},
            "rosters": {{"nurse": [{{"name": "甲", "days": "1"}}, {{"name": "乙", "days": "2"}}]}}}}"#
    );
    let facts = Facts::open(&scheme, &facts);
    let outcome = evaluate(&scheme, &facts);
    let at = scheme.document.steps.iter().position(|known| known.id.text == step).unwrap();
    let row = scheme.steps[at].each.map(|_| 0);
    let explained = Explained::of(&scheme, &facts, &outcome, at, row).unwrap();
    let reader = Language::TraditionalChinese;
    (explained.words(&reader), explained.leftover(&reader))
}

#[test]
fn what_the_choices_decide_away_is_left_out() {
    let words = |option, step| said(option, step).0;
    assert_eq!(words("early", "both"), "是");
    assert_eq!(words("late", "both"), "護士長");
    assert_eq!(words("never", "both"), "否");
    assert_eq!(words("early", "more"), "如果護士長，則天數，否則天數 + 1 天");
    assert_eq!(words("late", "more"), "如果護士長，則天數，否則天數 × 2");
    assert_eq!(words("never", "more"), "（如果護士長，則天數，否則天數 × 2） + 天數");
    assert_eq!(words("late", "work"), "合計（全部護士的天數）");
    assert_eq!(words("never", "work"), "合計（全部護士：四捨五入到整數（天數），其中護士長）");
    assert_eq!(words("early", "rest"), "四捨五入到整數（總額）");
    assert_eq!(words("late", "rest"), "如果總額 < 0，則 0\n否則總額");
    assert_eq!(words("never", "rest"), "如果總額 < 0，則 0\n否則總額 × 2");
}

#[test]
fn who_gets_what_is_left_is_said_of_the_share_that_counts() {
    let (words, leftover) = said("late", "part");
    assert_eq!(words, "按天數分配（總額）");
    assert_eq!(
        leftover.unwrap(),
        "各份先截到 0.01 元，餘下的按截去的零頭從大到小每份加 0.01 元，同樣大的先加排在前面的"
    );
    let (words, leftover) = said("never", "part");
    assert_eq!((words.as_str(), leftover), ("按天數分配（總額，餘數歸排在最前的）", None));
    let (words, leftover) = said("early", "part");
    assert_eq!((words.as_str(), leftover), ("總額 ÷ 2", None));
}
