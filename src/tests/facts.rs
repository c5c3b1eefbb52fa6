//! Claims about opened facts: what is read, what is refused and where, what is saved.

mod cells;
mod heavy;
mod hostile;
mod json;
mod opening;
mod tables;
mod takeover;

use crate::evaluate::facts::{Facts, Opened};
use crate::language::Language;
use crate::problem::Place;
use crate::scheme::{Scheme, check, read};

/// The scheme that a text declares, in which nothing may be wrong.
fn scheme(text: &str) -> Scheme {
    let (document, problems) = read::read(text);
    assert_eq!(problems, [], "the scheme cannot be read");
    check::check(document).expect("the scheme has mistakes")
}

/// `code @ path` for every problem.
fn problems(facts: &Facts) -> Vec<String> {
    let shown = facts.problems.iter().map(|problem| {
        let path = match &problem.place {
            Place::Path(path) => path.clone(),
            Place::Source(span) => format!("{span:?}"),
        };
        format!("{} @ {path}", problem.code.id())
    });
    shown.collect()
}

/// The problems without those that only say that something was not entered.
fn wrong(facts: &Facts) -> Vec<String> {
    problems(facts).into_iter().filter(|problem| !problem.starts_with("missing @")).collect()
}

/// The messages of all problems, in English.
fn messages(facts: &Facts) -> Vec<String> {
    facts.problems.iter().map(|problem| problem.message(&Language::English)).collect()
}

/// A ward: of each kind of value one.
const WARD: &str = r#"
id    = "ward"
title = "病房"

[unit.wan]
title = "萬元"
of    = "yuan"
times = "10000"

[input.pool]
title  = "總額"
unit   = "yuan"
places = 2

[input.rate]
title = "比例"
unit  = "percent"
max   = "100"

[input.budget]
title    = "預算"
unit     = "wan"
optional = true

[input.month]
title = "月份"
kind  = "date"

[input.audited]
title = "已審"
kind  = "truth"
value = false

[input.remark]
title    = "備註"
kind     = "text"
optional = true

[input.kind]
title   = "類別"
options = [{ id = "day", title = "日間" }, { id = "night", title = "夜間" }]

[parameter.allowance]
title     = "補助"
unit      = "yuan"
unprinted = "原文未列"

[table.shift]
title = "班次"
unit  = "point/shift"
row   = [
  { id = "leader", title = "組長", value = "1.0" },
  { id = "night",  title = "夜班", value = "2.5" },
]

[table.grade]
title = "等次"
kind  = "bands"
by    = "percent"
row   = [
  { id = "fail", title = "不合格", below = "60" },
  { id = "pass", title = "合格", from = "60" },
]

[roster.ward]
title = "病區"
name  = "名稱"

[roster.nurse]
title = "護士"
of    = "ward"
column.shifts = { title = "班數", per = "shift", unit = "shift", min = "0" }
column.title  = { title = "級別", one_of = "grade", optional = true }
column.mentor = { title = "導師", one_of = "nurse", optional = true }

[choice.reading]
title   = "讀法"
default = "a"
option  = [{ id = "a", title = "甲" }, { id = "b", title = "乙" }]

[step.points]
title   = "得分"
each    = "nurse"
unit    = "point"
formula = "sum(shifts * shift)"
"#;

fn opened(json: &str) -> (Scheme, Opened) {
    let scheme = scheme(WARD);
    let opened = Opened::open(&scheme, json);
    (scheme, opened)
}
