//! Whole sheets marked: the example of the ward nurses with the answers of somebody who learns it.

use std::collections::BTreeMap;

use crate::evaluate::facts::Opened;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::practise::{Blank, Exercise, Kind, Level, Spot, Tape};
use crate::scheme::Scheme;
use crate::tests::cases;
use crate::wire::{Marked, Teller, Verdict};

/// The ward nurses' example with every figure of a nurse left blank, marked.
fn marked(answers: &[(&str, &str)], language: Language) -> BTreeMap<String, Marked> {
    let folder = cases::folders().into_iter().find(|folder| folder.ends_with("ward-nurses")).unwrap();
    let scheme = cases::scheme(&folder);
    let (_, case) = cases::cases(&folder).into_iter().find(|(_, case)| case.example).unwrap();
    on(&scheme, &case.facts.to_string(), "pay[0]", answers, language)
}

fn on(
    scheme: &Scheme,
    facts: &str,
    figure: &str,
    answers: &[(&str, &str)],
    language: Language,
) -> BTreeMap<String, Marked> {
    let opened = Opened::open(scheme, facts);
    let outcome = evaluate(scheme, opened.facts());
    let variant = crate::evaluate::facts::Evaluated { scheme, facts: opened.facts(), outcome: &outcome };
    let Tape { sheet, .. } = Tape::of(variant, Spot::read(scheme, figure).unwrap());
    let own = sheet.lines.iter().filter(|line| !line.given);
    let blanks: BTreeMap<Spot, Blank> = own.map(|line| (line.spot, Blank::Number)).collect();
    let answers = answers.iter().map(|(figure, text)| ((*figure).to_owned(), (*text).to_owned())).collect();
    let teller = Teller::new(scheme, opened.facts(), &outcome, language);
    let marking = teller.marked(&sheet, &blanks, &answers, &[]);
    assert_eq!(marking.of as usize, blanks.len());
    marking.lines.into_iter().map(|line| (line.figure.clone(), line)).collect()
}

/// A pool shared by points, with a value per point as a line of its own.
fn tiny() -> Scheme {
    Scheme::read(
        r#"
        id = "tiny"
        title = "試"
        source = { document = "001", clause = "方案一" }
        [input.pool]
        title = "總額"
        unit = "yuan"
        [roster.nurse]
        title = "護士"
        unit = "person"
        column.days = { title = "天數", unit = "day" }
        [step.points]
        title = "得分"
        each = "nurse"
        unit = "point"
        formula = "days * 1.5 [point/day]"
        [step.total]
        title = "總分"
        unit = "point"
        formula = "sum(nurse.points)"
        [step.value]
        title = "每分價值"
        unit = "yuan/point"
        places = 2
        formula = "pool / total"
        clause = "第三條"
        [step.pay]
        title = "績效"
        each = "nurse"
        unit = "yuan"
        formula = "round(value * points, 2)"
        clause = "第四條"
    "#
        .as_bytes(),
    )
    .unwrap()
}

const FACTS: &str = r#"{"inputs": {"pool": "1000"}, "rosters": {"nurse": [
    {"name": "甲", "days": "20"}, {"name": "乙", "days": "18"}, {"name": "丙", "days": "11"}]}}"#;

fn tiny_marked(answers: &[(&str, &str)]) -> BTreeMap<String, Marked> {
    on(&tiny(), FACTS, "pay[0]", answers, Language::TraditionalChinese)
}

#[test]
fn whole_points_only_is_a_rule_and_no_way_of_writing() {
    let text = r#"
        id = "whole"
        title = "整"
        [roster.nurse]
        title = "護士"
        column.score = { title = "分", unit = "point" }
        [step.below]
        title = "差"
        each = "nurse"
        unit = "point"
        formula = "floor(85 [point] - score)"
        [step.loss]
        title = "扣"
        each = "nurse"
        unit = "point"
        formula = "below * 2"
    "#;
    let scheme = Scheme::read(text.as_bytes()).unwrap();
    let facts = r#"{"rosters": {"nurse": [{"name": "甲", "score": "71.8"}]}}"#;
    let marked = on(
        &scheme,
        facts,
        "loss[0]",
        &[("below[0]", "13.2"), ("loss[0]", "26.4")],
        Language::TraditionalChinese,
    );
    assert_eq!(marked["below[0]"].verdict, Verdict::Wrong);
    assert_eq!(marked["below[0]"].diagnoses[0].kind, "rounded-late");
    assert_eq!(marked["loss[0]"].verdict, Verdict::Carried);
}

#[test]
fn right_answers_are_right_however_they_are_written() {
    // 1000 ÷ 73.5 = 13.6054…, × 30 = 408.1632…
    let right = |figure: &str, text: &str| tiny_marked(&[(figure, text)])[figure].verdict;
    for (figure, text) in [
        ("points[0]", "30"),
        ("points[0]", "30.0"),
        ("points[0]", "３０分"),
        ("value", "13.61"),
        ("pay[0]", "408.16"),
        ("pay[0]", "408.16元"),
        ("total", "73.5"),
    ] {
        assert_eq!(right(figure, text), Verdict::Right, "{figure} {text}");
    }
    for (figure, text) in [
        ("value", "13.6054"),
        ("value", "13.605442"),
        ("value", "=1000/73.5"),
        ("value", "2000/147"),
        ("pay[0]", "408.1633"),
        ("pay[0]", "=1000/73.5*30"),
    ] {
        assert_eq!(right(figure, text), Verdict::Same, "{figure} {text}");
    }
    for (figure, text) in
        [("value", "13.6"), ("value", "13.60"), ("pay[0]", "408.17"), ("pay[0]", "408"), ("value", "13.6055")]
    {
        assert_eq!(right(figure, text), Verdict::Wrong, "{figure} {text}");
    }
    assert_eq!(right("pay[0]", " "), Verdict::Empty);
    assert_eq!(right("pay[0]", "多少"), Verdict::Unreadable);
    assert!(tiny_marked(&[("pay[0]", "多少")])["pay[0]"].problem.is_some());
}

#[test]
fn a_rounded_value_per_point_is_named_with_its_clause() {
    // 13.61 × 30 = 408.30
    let marked = tiny_marked(&[("points[0]", "30"), ("value", "13.61"), ("pay[0]", "408.30")]);
    let pay = &marked["pay[0]"];
    assert_eq!(pay.verdict, Verdict::Wrong);
    assert_eq!(pay.diagnoses[0].kind, "rounded-early");
    assert_eq!(pay.diagnoses[0].at, "pay[0]");
    assert_eq!(
        pay.diagnoses[0].sentence,
        "你先把「每分價值」四捨五入成13.61元/分再往下算；應當用≈13.605442元/分，這裡還不取位。"
    );
    assert_eq!(pay.diagnoses[0].clause.as_deref(), Some("第四條"));
    assert_eq!(pay.hint.as_deref(), Some("看看取位：有沒有還沒到該取位的地方就先取了？"));
    assert!(!pay.hint.as_ref().unwrap().contains("13.6"));
    assert_eq!(pay.expected, "408.16");
}

#[test]
fn what_follows_from_a_wrong_figure_is_carried() {
    // 丙 left out: 30 + 27 = 57; 1000 ÷ 57 = 17.5438…; × 30 = 526.3157…, from 17.54 it is 526.20.
    let marked =
        tiny_marked(&[("points[0]", "30"), ("total", "57"), ("value", "17.54"), ("pay[0]", "526.32")]);
    assert_eq!(marked["total"].diagnoses[0].kind, "left-out");
    assert_eq!(marked["total"].diagnoses[0].sentence, "你漏算了「丙」（16.5分）。");
    assert_eq!(marked["total"].diagnoses[0].clause.as_deref(), Some("方案一"));
    assert_eq!(marked["value"].verdict, Verdict::Carried);
    assert_eq!(marked["pay[0]"].verdict, Verdict::Carried);
    assert_eq!(marked["pay[0]"].diagnoses[0].kind, "carried");
    assert_eq!(marked["pay[0]"].diagnoses[0].at, "total");
    // A mistake behind a mistake is named as well: rounded early, from the wrong total.
    let marked = tiny_marked(&[("total", "57"), ("pay[0]", "526.20")]);
    assert_eq!(marked["pay[0]"].verdict, Verdict::Wrong);
    assert_eq!(marked["pay[0]"].diagnoses[0].kind, "rounded-early");
}

#[test]
fn what_is_carried_goes_no_further_than_the_next_answer() {
    // 20 × 1.5 written as 33: from there 76.5 in all, 13.07 each and 431.37; the own total is right.
    let marked =
        tiny_marked(&[("points[0]", "33"), ("total", "73.5"), ("value", "13.07"), ("pay[0]", "448.98")]);
    assert_eq!(marked["points[0]"].verdict, Verdict::Wrong);
    assert_eq!(marked["total"].verdict, Verdict::Right);
    assert_eq!(marked["value"].verdict, Verdict::Wrong);
    assert!(marked["value"].diagnoses.iter().all(|found| found.kind != "carried"));
    // The pay follows from the written points and the written value together: 13.07 × 33 is 431.31.
    let marked =
        tiny_marked(&[("points[0]", "33"), ("total", "73.5"), ("value", "13.07"), ("pay[0]", "431.31")]);
    assert_eq!(marked["pay[0]"].verdict, Verdict::Carried);
    // From a right value and wrong points: 13.6054… × 33.
    let marked =
        tiny_marked(&[("points[0]", "33"), ("total", "73.5"), ("value", "13.61"), ("pay[0]", "448.98")]);
    assert_eq!(marked["pay[0]"].verdict, Verdict::Carried);
    assert_eq!(marked["pay[0]"].diagnoses[0].at, "points[0]");
    // A carried line is gone on from as it was before it was rounded to be written; the mistake stays where it was.
    let marked =
        tiny_marked(&[("points[0]", "33"), ("total", "76.5"), ("value", "13.07"), ("pay[0]", "431.37")]);
    let verdicts = ["total", "value", "pay[0]"].map(|figure| marked[figure].verdict);
    assert_eq!(verdicts, [Verdict::Carried; 3]);
    assert_eq!(marked["pay[0]"].diagnoses[0].at, "points[0]");
}

#[test]
fn a_mistake_in_a_line_that_was_not_written_is_found_from_the_last_one() {
    let marked = tiny_marked(&[("pay[0]", "526.32")]);
    let found = &marked["pay[0]"].diagnoses[0];
    assert_eq!((found.kind.as_str(), found.at.as_str()), ("left-out", "total"));
    assert_eq!(found.sentence, "錯在「總分」：你漏算了「丙」（16.5分）。");
    assert_eq!(marked["pay[0]"].hint.as_deref(), Some("先看前面的「總分」。看看該算在內的是不是都算了。"));
}

#[test]
fn two_mistakes_with_the_same_figure_are_both_named() {
    let facts = FACTS.replace("18", "11");
    // 乙 and 丙 have the same points: without either it is 30 + 16.5.
    let answers = [("total", "46.5")];
    let marked = on(&tiny(), &facts, "pay[0]", &answers, Language::English);
    // One finding, because they are in one line.
    let said: Vec<&str> = marked["total"].diagnoses.iter().map(|found| found.sentence.as_str()).collect();
    assert_eq!(said, ["You left out “乙” (16.5 points). Or: You left out “丙” (16.5 points)."]);
    let marked = on(&tiny(), &facts, "pay[0]", &[("value", "21.51")], Language::TraditionalChinese);
    let said: Vec<&str> = marked["value"].diagnoses.iter().map(|found| found.sentence.as_str()).collect();
    assert_eq!(said, ["錯在「總分」：你漏算了「乙」（16.5分）。或者：你漏算了「丙」（16.5分）。"]);
}

#[test]
fn another_unit_is_named_beside_the_one_of_the_line() {
    let problem = |figure: &str, text: &str, language| {
        let marked = on(&tiny(), FACTS, "pay[0]", &[(figure, text)], language);
        assert_eq!(marked[figure].verdict, Verdict::Unreadable);
        marked[figure].problem.clone().unwrap()
    };
    let said = problem("points[0]", "25.2元", Language::TraditionalChinese);
    assert_eq!(said, "這一格的單位是「分」；你寫的單位是「元」。");
    assert_eq!(
        problem("points[0]", "25.2元", Language::English),
        "This line is in “point”; you wrote “yuan”."
    );
    let said = problem("value", "13.61小時", Language::SimplifiedChinese);
    assert_eq!(said, "这一格的单位是“元/分”；你写的单位是“小时”。");
}

#[test]
fn a_term_left_out_of_a_sum_is_named() {
    let text = r#"
        id = "sum"
        title = "和"
        [input.base]
        title = "基礎"
        unit = "point"
        [input.extra]
        title = "加分"
        unit = "point"
        [input.loss]
        title = "扣分"
        unit = "point"
        [parameter.rate]
        title = "係數"
        value = "1.5"
        [step.score]
        title = "得分"
        unit = "point"
        formula = "(base + extra - loss) * rate"
    "#;
    let scheme = Scheme::read(text.as_bytes()).unwrap();
    let facts = r#"{"inputs": {"base": "80", "extra": "7", "loss": "4"}}"#;
    let said = |typed: &str| {
        let marked = on(&scheme, facts, "score", &[("score", typed)], Language::TraditionalChinese);
        let first = &marked["score"].diagnoses[0];
        format!("{}: {}", first.kind, first.sentence)
    };
    // 83 × 1.5 is 124.5.
    assert_eq!(said("114"), "left-out: 你漏加了「加分」。");
    assert_eq!(said("4.5"), "left-out: 你漏加了「基礎」。");
    assert_eq!(said("130.5"), "left-out: 你漏減了「扣分」。");
}

#[test]
fn the_row_beside_in_a_table_that_is_filled_in_is_named() {
    let text = r#"
        id = "shifts"
        title = "班"
        [table.shift]
        title = "班次"
        fixed = true
        unit = "point/shift"
        row = [
            { id = "leader", title = "組長", value = "1" },
            { id = "evening", title = "晚班", value = "1.5" },
            { id = "night", title = "夜班", value = "2" },
        ]
        [roster.nurse]
        title = "護士"
        column.shifts = { title = "班數", per = "shift", unit = "shift" }
        [step.points]
        title = "夜班得分"
        each = "nurse"
        unit = "point"
        formula = "shifts.night * 7 [point/shift]"
    "#;
    let scheme = Scheme::read(text.as_bytes()).unwrap();
    let facts = r#"{"rosters": {"nurse": [{"name": "甲", "shifts": {"leader": "11", "evening": "3", "night": "5"}}]}}"#;
    let marked = on(&scheme, facts, "points[0]", &[("points[0]", "21")], Language::TraditionalChinese);
    let found = &marked["points[0]"].diagnoses[0];
    assert_eq!(found.kind, "wrong-row");
    assert!(found.sentence.contains("「晚班」的（3"), "{}", found.sentence);
    assert!(found.sentence.contains("「夜班」的（5"), "{}", found.sentence);
}

#[test]
fn the_example_of_the_source_is_marked() {
    let right = marked(&[("value_per_point", "37.11")], Language::TraditionalChinese);
    assert_eq!(right["value_per_point"].verdict, Verdict::Right);
    let printed = marked(&[("value_per_point", "35.44")], Language::SimplifiedChinese);
    assert_eq!(printed["value_per_point"].verdict, Verdict::Wrong);
    assert!(printed["value_per_point"].hint.is_some());
}

#[test]
fn a_planted_mistake_is_judged() {
    let mut kinds = std::collections::BTreeSet::new();
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        let example = cases::cases(&folder).into_iter().find(|(_, case)| case.example);
        let model = example.map(|(_, case)| case.facts.to_string());
        for seed in ["1", "2"] {
            let Some(exercise) = Exercise::of(&scheme, model.as_deref(), Level::Last, seed) else { continue };
            let Some(planted) = exercise.planting(&scheme) else { continue };
            let (at, kind) = (planted.mistake.at.text(&scheme), planted.mistake.kind);
            kinds.insert(kind);
            let teller = Teller::new(&scheme, exercise.opened.facts(), &exercise.outcome, Language::English);
            let told = teller.planted(&exercise, &planted);
            let line = told.sheet.lines.iter().find(|line| line.figure == at).unwrap();
            let judged = teller.judged(&planted, &at, kind.id());
            assert!(judged.place && judged.kind, "{at} {kind:?}");
            assert_ne!(line.shown.as_deref(), Some(judged.right.as_str()), "{at} {kind:?} does not show");
            assert!(told.kinds.iter().any(|offered| offered.kind == kind.id()));
            assert!(!judged.sentence.contains("you "), "{}", judged.sentence);
            let elsewhere = told.sheet.lines.iter().find(|line| line.figure != at);
            if let Some(line) = elsewhere {
                assert!(!teller.judged(&planted, &line.figure, kind.id()).place);
            }
        }
    }
    assert!(kinds.len() > 6, "only {kinds:?} are planted");
    assert!(!kinds.contains(&Kind::Carried));
}
