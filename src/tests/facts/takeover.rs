//! Claims about figures taken over from another scheme: exact, by name, and nothing silent.

use super::scheme;
use crate::evaluate::facts::{Evaluated, Facts, Opened, TakenOver};
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::problem::Place;
use crate::scheme::Scheme;

/// What is calculated first.
const FIRST: &str = r#"
id    = "first"
title = "先"

[input.pool]
title = "總額"
unit  = "yuan"

[roster.team]
title = "隊"
name  = "隊名"
column.amount = { title = "數額", unit = "yuan" }

[step.third]
title   = "三分之一"
unit    = "yuan"
places  = 2
formula = "pool / 3"

[step.rounded]
title   = "取到分"
unit    = "yuan"
formula = "round(pool / 3, 2)"

[step.part]
title   = "佔總額"
unit    = "percent"
each    = "team"
formula = "amount / pool"

[step.rich]
title  = "等次"
each   = "team"
options = [{ id = "high", title = "高" }, { id = "low", title = "低" }]
rule   = [{ when = "amount > 100", then = '"high"' }, { then = '"low"' }]

[step.is_rich]
title   = "是否高"
each    = "team"
kind    = "truth"
formula = "amount > 100"
"#;

/// What takes over: an input `x` and a roster of teams with a column `y`.
fn second(input: &str, column: &str) -> Scheme {
    scheme(&format!(
        "id = \"second\"\ntitle = \"後\"\n\
         [unit.wan]\ntitle = \"萬元\"\nof = \"yuan\"\ntimes = \"10000\"\n\
         [input.x]\ntitle = \"數\"\n{input}\n\
         [roster.unit]\ntitle = \"單位\"\nname = \"名稱\"\n[roster.unit.column.y]\ntitle = \"欄\"\n{column}\n"
    ))
}

const FACTS: &str = r#"{"inputs": {"pool": "1000"}, "rosters": {"team": [
    {"name": "甲", "amount": "125.5"}, {"name": "乙", "amount": "100"}]}}"#;

/// What `facts` become when they take over from the first scheme, and what is said to it.
fn taken(second: &Scheme, facts: &str, first: &str) -> (Opened, TakenOver) {
    let scheme = scheme(FIRST);
    let other = Opened::open(&scheme, first);
    let outcome = evaluate(&scheme, other.facts());
    let mut opened = Opened::open(second, facts);
    let other = Evaluated { scheme: &scheme, facts: other.facts(), outcome: &outcome };
    let taken = opened.take_over(second, other, None);
    let again = Opened::open(second, &opened.json(second));
    assert_eq!(again.facts().problems, opened.facts().problems, "read again from its JSON");
    (opened, taken)
}

fn told(taken: &TakenOver) -> Vec<String> {
    let line = |problem: &crate::problem::Problem| {
        let Place::Path(path) = &problem.place else { panic!("a place in a file") };
        for language in Language::ALL {
            let message = problem.message(&language);
            assert!(!message.is_empty() && !message.contains(['{', '}']), "{message}");
        }
        format!("{} @ {path}", problem.code.id())
    };
    taken.problems.iter().map(line).collect()
}

#[test]
fn an_input_takes_the_exact_figure() {
    let second =
        second("unit = \"yuan\"\nfrom = { scheme = \"first\", step = \"rounded\" }", "unit = \"percent\"");
    let (opened, found) = taken(&second, "{}", FACTS);
    assert_eq!(told(&found), [""; 0]);
    assert!(opened.json(&second).contains(r#""x":"333.33""#));
    assert_eq!(found.cells.len(), 1);
    assert_eq!((found.cells[0].path.as_str(), found.cells[0].text.as_str()), ("inputs.x", "333.33"));
}

#[test]
fn a_figure_without_an_end_is_taken_as_the_ratio_that_it_is() {
    let second =
        second("unit = \"yuan\"\nfrom = { scheme = \"first\", step = \"third\" }", "unit = \"percent\"");
    let (opened, found) = taken(&second, r#"{"inputs": {"x": "7"}}"#, FACTS);
    assert_eq!(told(&found), [""; 0]);
    assert_eq!(found.cells[0].text, "1000/3");
    let json = opened.json(&second);
    assert!(json.contains(r#""x":"1000/3""#));
    let again = Facts::open(&second, &json);
    assert_eq!((again.problems.as_slice(), again.inputs == opened.facts().inputs), ([].as_slice(), true));
    for typed in ["2000/6", "3/5", "6/3", "1/0"] {
        let facts = Facts::open(&second, &format!(r#"{{"inputs": {{"x": "{typed}"}}}}"#));
        assert_eq!(facts.problems.len(), 1, "{typed} may be a date or a slip");
    }
    let (_, found) = taken(&second, "{}", r#"{"inputs": {"pool": "999.99"}}"#);
    assert_eq!(found.cells[0].text, "333.33");
}

#[test]
fn a_multiple_is_converted_and_another_unit_is_refused() {
    let wan = second("unit = \"wan\"\nfrom = { scheme = \"first\", step = \"rounded\" }", "");
    assert_eq!(taken(&wan, "{}", FACTS).1.cells[0].text, "0.033333");
    let points = second("unit = \"point\"\nfrom = { scheme = \"first\", step = \"rounded\" }", "");
    let (_, found) = taken(&points, "{}", FACTS);
    assert_eq!(told(&found), ["other-unit @ inputs.x"]);
    assert_eq!(
        found.problems[0].message(&Language::English),
        "“取到分” is in yuan, and point is needed here"
    );
}

#[test]
fn rows_are_matched_by_name_and_what_does_not_match_is_told_at_once() {
    let second = second("", "unit = \"percent\"\nfrom = { scheme = \"first\", step = \"part\" }");
    let facts = r#"{"rosters": {"unit": [
        {"name": "丙", "y": "3"}, {"name": "乙", "y": "3"}, {"name": "丁"}, {"name": "甲"}, {"name": "丁"}]}}"#;
    let first = r#"{"inputs": {"pool": "1000"}, "rosters": {"team": [
        {"name": "甲", "amount": "125.5"}, {"name": "乙", "amount": "100"}, {"name": "戊", "amount": "1"},
        {"name": "丁", "amount": "1"}, {"name": "己", "amount": "x"}]}}"#;
    let (opened, found) = taken(&second, facts, first);
    let expected = [
        "unknown-row-reference @ rosters.unit[0].name",
        "duplicate-name @ rosters.unit[2].name",
        "duplicate-name @ rosters.unit[4].name",
        "row-left @ rosters.unit.y",
        "row-left @ rosters.unit.y",
    ];
    assert_eq!(told(&found), expected);
    let json = opened.json(&second);
    let rows = [r#"{"name":"丙","y":"3"}"#, r#"{"name":"乙","y":"10"}"#, r#"{"name":"甲","y":"12.55"}"#];
    assert!(rows.iter().all(|row| json.contains(row)), "{json}");
}

#[test]
fn a_name_that_stands_twice_there_is_refused() {
    let second = second("", "unit = \"percent\"\nfrom = { scheme = \"first\", step = \"part\" }");
    let first = r#"{"inputs": {"pool": "1000"}, "rosters": {"team": [
        {"name": "甲", "amount": "1"}, {"name": "甲", "amount": "2"}]}}"#;
    let (_, found) = taken(&second, r#"{"rosters": {"unit": [{"name": "甲"}]}}"#, first);
    assert_eq!(told(&found), ["duplicate-name @ rosters.unit[0].name"]);
}

#[test]
fn a_figure_that_failed_is_told_where_it_is_needed() {
    let second = second(
        "unit = \"yuan\"\nfrom = { scheme = \"first\", step = \"rounded\" }",
        "unit = \"percent\"\nfrom = { scheme = \"first\", step = \"part\" }",
    );
    let first = r#"{"rosters": {"team": [{"name": "甲", "amount": "1"}]}}"#;
    let (_, found) = taken(&second, r#"{"rosters": {"unit": [{"name": "甲"}]}}"#, first);
    assert_eq!(told(&found), ["no-figure @ inputs.x", "no-figure @ rosters.unit[0].y"]);
}

#[test]
fn options_and_truths_are_taken_by_their_ids() {
    let options = "options = [{ id = \"low\", title = \"低\" }, { id = \"high\", title = \"高\" }]";
    let one = second("", &format!("{options}\nfrom = {{ scheme = \"first\", step = \"rich\" }}"));
    let rows = r#"{"rosters": {"unit": [{"name": "乙"}, {"name": "甲"}]}}"#;
    let texts = |second: &Scheme| -> Vec<String> {
        let (opened, found) = taken(second, rows, FACTS);
        assert!(opened.facts().problems.iter().all(|problem| problem.code.id() == "missing"));
        found.cells.into_iter().map(|cell| cell.text).collect()
    };
    assert_eq!(texts(&one), ["low", "high"]);
    let truth = second("", "kind = \"truth\"\nfrom = { scheme = \"first\", step = \"is_rich\" }");
    assert_eq!(texts(&truth), ["false", "true"]);
}

#[test]
fn what_a_case_remembers_of_it_is_kept_and_changes_nothing() {
    let second = second("", "");
    let taken = r#""taken":{"inputs.x":{"title":"先 · 取到分","text":"7"}}"#;
    let opened = Opened::open(&second, &format!("{{\"inputs\": {{\"x\": \"7\"}}, {taken}}}"));
    assert_eq!(super::problems(opened.facts()), [""; 0]);
    assert!(opened.json(&second).contains(taken));
    let opened = Opened::open(&second, r#"{"inputs": {"x": "7"}, "taken": 5}"#);
    assert_eq!(super::problems(opened.facts()), ["wrong-kind @ taken"]);
}

#[test]
fn a_step_that_does_not_fit_is_told() {
    let from = |step: &str| format!("from = {{ scheme = \"first\", step = \"{step}\" }}");
    let unfit = second(&from("part"), &from("rounded"));
    assert_eq!(told(&taken(&unfit, "{}", FACTS).1), ["no-origin @ inputs.x", "no-origin @ rosters.unit.y"]);
    let unfit = second(&from("nowhere"), &from("is_rich"));
    assert_eq!(told(&taken(&unfit, "{}", FACTS).1), ["no-origin @ inputs.x", "wrong-type @ rosters.unit.y"]);
    let unfit = second("from = { scheme = \"third\", step = \"rounded\" }", "");
    assert_eq!(told(&taken(&unfit, "{}", FACTS).1), ["nothing-taken @ "]);
}

#[test]
fn what_an_entry_refuses_is_told_as_if_it_were_typed() {
    let second = second("unit = \"yuan\"\nplaces = 1\nfrom = { scheme = \"first\", step = \"rounded\" }", "");
    let (opened, found) = taken(&second, "{}", FACTS);
    assert_eq!(told(&found), [""; 0]);
    assert_eq!(super::wrong(opened.facts()), ["too-many-places @ inputs.x"]);
}
