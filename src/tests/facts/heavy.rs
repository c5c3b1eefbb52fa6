//! Documents that are too much of something: answered in a moment, with a problem at each place and a limit to their
//! number.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::{WARD, problems, scheme};
use crate::evaluate::facts::Opened;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::wire::Teller;

/// How long anything may take, without optimization on a busy machine.
const MOMENT: Duration = Duration::from_secs(30);

/// The most problems that may be told.
const FEW: usize = 5_000;

/// What looks at many rows for each row, if it is done badly.
const CROWD: &str = r#"
id    = "crowd"
title = "眾"

[table.grade]
title = "等次"
kind  = "bands"
row   = [ { id = "low", title = "低", from = "0", to = "59" }, { id = "high", title = "高", from = "60" } ]

[roster.team]
title = "組"
name  = "名稱"

[roster.nurse]
title = "護士"
name  = "姓名"
of    = "team"
column.points = { title = "分", value = "59.5" }
column.level  = { title = "選定", optional = true }
column.mentor = { title = "導師", one_of = "nurse", optional = true }

[step.band]
title   = "等次"
each    = "nurse"
one_of  = "grade"
formula = "band(points, grade)"

[step.level_now]
title   = "選定"
each    = "nurse"
formula = "chosen(level, 1.2, 1.3)"

[step.pay]
title   = "績效"
each    = "nurse"
unit    = "yuan"
formula = "share(1000 [yuan], by = points, within = team)"

[step.place]
title   = "名次"
each    = "nurse"
formula = "rank(points, within = team)"

[step.taught]
title   = "學生"
each    = "nurse"
formula = "count(nurse, via = mentor)"

[step.of_team]
title   = "合計"
each    = "team"
unit    = "yuan"
formula = "sum(nurse.pay)"
"#;

/// The problems of facts as `code @ path`, after everything about them was told and saved.
#[track_caller]
fn answered(scheme: &Scheme, json: &str) -> Vec<String> {
    let start = Instant::now();
    let opened = Opened::open(scheme, json);
    let outcome = evaluate(scheme, opened.facts());
    let told = Teller::new(scheme, opened.facts(), &outcome, Language::English).outcome("");
    assert!(serde_json::to_string(&told).unwrap().len() > 2);
    let saved = opened.json(scheme);
    assert_eq!(Opened::open(scheme, &saved).json(scheme), saved);
    assert!(start.elapsed() < MOMENT, "it took {:?}", start.elapsed());
    let problems = problems(opened.facts());
    assert!(problems.len() < FEW, "{} problems are told", problems.len());
    problems
}

/// Rows of the crowd: as many as wanted, each written by its number.
fn crowd(teams: usize, nurses: usize, nurse: impl Fn(usize) -> String) -> String {
    let list = |count: usize, row: &dyn Fn(usize) -> String| {
        let rows: Vec<String> = (0..count).map(row).collect();
        rows.join(",")
    };
    let team = |row: usize| format!("{{\"name\":\"組{row}\"}}");
    let (teams, nurses) = (list(teams, &team), list(nurses, &nurse));
    format!("{{\"rosters\":{{\"team\":[{teams}],\"nurse\":[{nurses}]}}}}")
}

#[test]
fn depth() {
    let scheme = scheme(WARD);
    let deep = |open: &str, close: &str| open.repeat(300_000) + "1" + &close.repeat(300_000);
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"pool\":", "}]")] {
        let value = deep(open, close);
        for json in [
            format!("{{\"inputs\":{{\"pool\":{value}}}}}"),
            format!("{{\"rosters\":{{\"nurse\":[{{\"name\":{value},\"shifts\":{{\"night\":{value}}}}}]}}}}"),
            format!("{{\"tables\":{{\"shift\":[{{\"id\":\"day\",\"value\":{value}}}]}}}}"),
        ] {
            let problems = answered(&scheme, &json);
            assert!(problems.iter().any(|problem| problem.starts_with("wrong-kind")), "{problems:?}");
        }
        let expected = if open == "{\"a\":" { "unknown-field @ a" } else { "wrong-kind @ " };
        assert_eq!(answered(&scheme, &value)[0], expected);
        let unclosed = format!("{{\"inputs\":{{\"pool\":{}", open.repeat(300_000));
        assert_eq!(answered(&scheme, &unclosed)[0], "json-syntax @ ");
    }
}

#[test]
fn ten_megabytes_of_anything() {
    let scheme = scheme(WARD);
    let much = |piece: &str| piece.repeat(10_000_000 / piece.len());
    for text in
        [much(" "), much("x"), much("\""), much("\\"), much("["), much("{\"a\":"), much("\u{0}"), much("護")]
    {
        assert_eq!(answered(&scheme, &text)[0], "json-syntax @ ");
    }
    let digits = format!("{{\"inputs\":{{\"pool\":\"{}\"}}}}", much("9"));
    assert!(answered(&scheme, &digits).contains(&"not-a-number @ inputs.pool".to_owned()));
    let spaced = format!("{{\"inputs\":{{\"pool\":\"{}1\"}}}}", much(" "));
    assert!(!answered(&scheme, &spaced).iter().any(|problem| problem.ends_with("@ inputs.pool")));
    let name = format!("{{\"rosters\":{{\"ward\":[{{\"name\":\"{}\"}}]}}}}", much("護"));
    answered(&scheme, &name);
    let keys: String = (0..500_000).fold(String::new(), |mut keys, key| {
        write!(keys, "\"未知{key}\":\"1\",").unwrap();
        keys
    });
    let problems = answered(&scheme, &format!("{{\"inputs\":{{{keys}\"pool\":\"1\"}}}}"));
    assert_eq!(problems[0], "unknown-field @ inputs.未知0");
}

#[test]
fn fifty_thousand_rows_of_anything() {
    let rows = |fill: &str| format!("{{\"rosters\":{{\"nurse\":[{}0]}}}}", format!("{fill},").repeat(50_000));
    for fill in ["{}", "null", "1", "[]", "\"護士\"", "{\"a\":1}"] {
        answered(&scheme(WARD), &rows(fill));
    }
}

#[test]
fn ten_thousand_digits() {
    let scheme = scheme(WARD);
    let nines = "9".repeat(10_000);
    for number in [
        format!("\"{nines}\""),
        format!("\"-0.{nines}\""),
        format!("\"{nines}.{nines}\""),
        format!("\"{}\"", "1,".repeat(5_000)),
        format!("\"1/{nines}\""),
        format!("\"1e{nines}\""),
        nines.clone(),
        format!("-{nines}.5"),
        format!("1e{nines}"),
    ] {
        let problems = answered(&scheme, &format!("{{\"inputs\":{{\"pool\":{number}}}}}"));
        let refused =
            |problem: &String| problem.ends_with(" @ inputs.pool") && !problem.starts_with("missing");
        assert!(problems.iter().any(refused), "{number:.40}: {problems:?}");
    }
    let zeros = format!("{{\"inputs\":{{\"pool\":\"{}1.{}\"}}}}", "0".repeat(10_000), "0".repeat(10_000));
    assert!(!answered(&scheme, &zeros).iter().any(|problem| problem.contains("too-many-places")));
}

#[test]
fn characters_that_nobody_sees() {
    let scheme = scheme(WARD);
    let unseen = [
        "\\u0000",
        "\\u0007",
        "\\n",
        "\\u001b[31m",
        "\\u202e",
        "\\u200b",
        "\\ufeff",
        "\\ud83d\\ude00",
        "\\\"",
        "\\\\",
    ];
    for character in unseen {
        let json = format!(
            "{{\"inputs\":{{\"pool\":\"1{character}\",\"{character}\":\"1\"}},\"choices\":{{\"reading\":\"{character}\"}},
              \"tables\":{{\"shift\":[{{\"id\":\"{character}\",\"title\":\"{character}\",\"value\":\"1\"}}]}},
              \"rosters\":{{\"ward\":[{{\"name\":\"a{character}\"}}],
              \"nurse\":[{{\"name\":\"{character}\",\"ward\":\"a{character}\",\"shifts\":{{\"{character}\":\"1\"}}}}]}}}}"
        );
        let problems = answered(&scheme, &json);
        assert!(problems.iter().any(|problem| problem.starts_with("unknown-field @ inputs.")), "{character}");
    }
    // Half of a surrogate pair is no character.
    assert_eq!(answered(&scheme, "{\"on\":\"\\ud83d\"}")[0], "json-syntax @ ");
}

#[test]
fn every_key_twice() {
    let inner = r#""inputs":{"pool":"1","pool":"2"},"choices":{"reading":"a","reading":"b"},
        "tables":{"shift":[{"id":"night","id":"leader","value":"1","value":"2"}],"shift":[]},
        "rosters":{"nurse":[{"name":"a","name":"b","shifts":{"night":"1","night":"2"},"shifts":{}}],"nurse":[]}"#;
    let problems = answered(&scheme(WARD), &format!("{{{inner},{inner}}}"));
    for path in [
        "inputs",
        "choices",
        "tables",
        "rosters",
        "inputs.pool",
        "choices.reading",
        "tables.shift",
        "rosters.nurse",
        "rosters.nurse[0].name",
        "rosters.nurse[0].shifts",
        "rosters.nurse[0].shifts.night",
    ] {
        let problem = format!("duplicate-key @ {path}");
        assert!(problems.contains(&problem), "{problem} is not among {problems:?}");
    }
}

#[test]
fn a_crowd_of_one_name() {
    let scheme = scheme(CROWD);
    let json = crowd(2, 20_000, |_| "{\"name\":\"護士\",\"team\":\"組1\",\"mentor\":\"護士\"}".to_owned());
    let problems = answered(&scheme, &json);
    assert!(problems.iter().any(|problem| problem.starts_with("duplicate-name")), "{:?}", &problems[..3]);
}

#[test]
fn a_crowd_of_names_that_are_nearly_right() {
    let nurse = |row: usize| format!("{{\"name\":\"護士{row}\",\"team\":\"組0\",\"mentor\":\"護土{row}x\"}}");
    let problems = answered(&scheme(CROWD), &crowd(1, 20_000, nurse));
    assert!(problems.contains(&"unknown-row-reference @ rosters.nurse[0].mentor".to_owned()));
}

#[test]
fn a_crowd_in_as_many_teams() {
    let nurse = |row: usize| {
        format!("{{\"name\":\"護士{row}\",\"team\":\"組{row}\",\"mentor\":\"護士0\",\"level\":\"1.2\"}}")
    };
    assert_eq!(answered(&scheme(CROWD), &crowd(10_000, 10_000, nurse)), [""; 0]);
}

#[test]
fn a_crowd_of_open_choices_and_of_notices() {
    let nurse = |row: usize| format!("{{\"name\":\"護士{row}\",\"team\":\"組0\"}}");
    let problems = answered(&scheme(CROWD), &crowd(1, 10_000, nurse));
    assert!(problems.iter().all(|problem| problem.starts_with("missing")), "{:?}", &problems[..3]);
}
