//! A proposal that writes formulas anew or changes the rows of a table: what is told of it, and what it does.

use std::collections::BTreeMap;

use super::Variant;
use crate::exact::Exact;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::scheme::revise::revised;
use crate::simulate::{Change, Measure, Method, changes, effects, waterfall};
use crate::wire::{ChangeText, StepParts};

/// Pay by hours, with a bonus by rules that nobody reaches.
const HOURS: &str = r#"
id = "hours"
title = "工時"
[parameter.rate]
title = "每小時"
unit = "yuan/hour"
value = "10"
[table.kind]
title = "班別"
row = [{ id = "day", title = "白班", value = "1" }, { id = "night", title = "夜班", value = "2" }]
[roster.staff]
title = "人員"
column.hours = { title = "工時", per = "kind", unit = "hour" }
[step.gross]
title = "應得"
each = "staff"
unit = "yuan"
formula = "sum(hours * kind) * rate"
[step.extra]
title = "加給"
each = "staff"
unit = "yuan"
rule = [{ when = "gross > 5000", then = "100" }, { then = "0" }]
[step.pay]
title = "所得"
each = "staff"
unit = "yuan"
formula = "floor(gross + extra)"
[step.mean]
title = "平均"
unit = "yuan"
formula = "mean(staff.pay)"
places = 3
"#;

const FACTS: &str = r#"{"rosters": {"staff": [{"name": "甲", "hours": {"day": "8.5"}}, {"name": "乙", "hours": {"day": "9", "night": "1"}}]}}"#;

fn today() -> Variant {
    Variant::of(Scheme::read(HOURS.as_bytes()).unwrap(), FACTS)
}

/// What a proposal with other parts changes, told for pay.
fn told(texts: &[(&str, &str)], language: Language) -> Vec<ChangeText> {
    let today = today();
    let texts: BTreeMap<String, String> =
        texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let revision = revised(HOURS, &today.scheme.document, &texts);
    compared(&today, &Variant::of(revision.scheme.unwrap(), FACTS), language)
}

fn compared(today: &Variant, proposal: &Variant, language: Language) -> Vec<ChangeText> {
    let (before, after) = (today.draft(), proposal.draft());
    let changes = changes(before, after);
    let effects = effects(before, after, &changes, today.step("pay"));
    today.teller(language).changes(&proposal.teller(language), &changes, &effects, today.step("pay"))
}

#[test]
fn another_formula_is_a_sentence_in_each_language() {
    let one = |language| told(&[("step.pay.formula", "round(gross + extra, 1)")], language).remove(0);
    assert_eq!(
        one(Language::TraditionalChinese).sentence,
        "步驟「所得」的公式：向下取到整數（應得 + 加給） → 四捨五入到 1 位小數（應得 + 加給）"
    );
    assert!(one(Language::SimplifiedChinese).sentence.starts_with("步骤“所得”的公式："));
    assert!(one(Language::English).sentence.starts_with("Step “所得”, formula: "));
    let rule =
        told(&[("step.extra.rule.0.then", "200"), ("step.mean.places", "1")], Language::TraditionalChinese);
    assert_eq!(rule[0].sentence, "步驟「加給」的規則1的結果：100 元 → 200 元");
    assert_eq!(rule[1].sentence, "步驟「平均」顯示的小數位：3 → 1");
    // What reads alike is told as it is written.
    let alike = told(&[("step.gross.formula", "sum( hours * kind ) * rate")], Language::TraditionalChinese);
    assert_eq!(
        alike[0].sentence,
        "步驟「應得」的公式：sum(hours * kind) * rate → sum( hours * kind ) * rate"
    );
}

#[test]
fn another_formula_without_an_effect_says_why() {
    let why = |path: &str, text: &str| {
        let told = told(&[(path, text)], Language::English).remove(0);
        (told.effect, told.why, told.because.is_some())
    };
    assert_eq!(why("step.gross.formula", "sum(hours * kind) * rate * 2"), (Some(true), None, false));
    // Nobody comes to that rule.
    assert_eq!(why("step.extra.rule.0.then", "200"), (Some(false), Some("same"), true));
    assert_eq!(why("step.mean.formula", "max(staff.pay)"), (Some(false), Some("unused"), true));
    assert_eq!(why("step.mean.places", "1"), (Some(false), Some("shown"), true));
    // A tenth of a yuan is cut away behind it.
    assert_eq!(
        why("step.gross.formula", "sum(hours * kind) * rate + 0.1"),
        (Some(false), Some("absorbed"), true)
    );
}

#[test]
fn a_choice_and_a_value_that_nothing_comes_to_say_so() {
    let file = HOURS
        .replace("[table.kind]", "[parameter.bonus]\ntitle = \"獎\"\nunit = \"yuan\"\nvalue = \"100\"\n[choice.way]\ntitle = \"辦法\"\ndefault = \"one\"\noption = [{ id = \"one\", title = \"甲\" }, { id = \"two\", title = \"乙\" }]\n[table.kind]")
        .replace("then = \"100\"", "then = 'if(way = \"two\", bonus * 2, bonus)'");
    let today = Variant::of(Scheme::read(file.as_bytes()).unwrap(), FACTS);
    let why = |path: &str, text: &str| {
        let told = compared(&today, &today.with(&[(path, text)]), Language::English).remove(0);
        (told.effect, told.why)
    };
    assert_eq!(why("parameters.bonus", "200"), (Some(false), Some("idle")));
    assert_eq!(why("choices.way", "two"), (Some(false), Some("same")));
}

#[test]
fn each_formula_has_a_part_of_its_own_that_depends_on_no_order() {
    let today = today();
    let texts = [
        ("step.gross.formula", "sum(hours * kind) * rate * 2"),
        ("step.extra.rule.1.then", "7"),
        ("step.pay.formula", "floor(gross + extra) * 3"),
        ("step.mean.places", "1"),
    ];
    let texts: BTreeMap<String, String> =
        texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    let revision = revised(HOURS, &today.scheme.document, &texts);
    let scheme = revision.scheme.unwrap();
    let proposal = Variant::of(scheme.clone(), FACTS);
    let mut opened = proposal.opened.clone();
    opened.set(&scheme, "parameters.rate", "11").unwrap();
    let proposal = Variant::of(scheme.clone(), &opened.json(&scheme));
    let changes = changes(today.draft(), proposal.draft());
    let measure = Measure::parse(today.side(), "pay[0]").unwrap();
    let fall = waterfall(today.draft(), proposal.draft(), &changes, &measure, 2).unwrap();
    assert_eq!(fall.method, Method::Shapley);
    assert_eq!(fall.parts.len(), 4, "the rate and three formulas; decimals that are shown are no part");
    // 8.5 hours: 85 today, and (187 + 7) · 3 in the proposal.
    assert_eq!([fall.before.to_string(), fall.after.to_string()], ["85", "582"]);
    let sum = fall.parts.iter().fold(Exact::ZERO, |sum, part| sum.plus(&part.exact).unwrap());
    assert_eq!(sum.to_string(), "497");
    // The 7 are added in each order either 7 or 21, each in half of them.
    let extra = fall.parts.iter().find(|part| {
        matches!(changes[part.changes[0]], Change::Formula(at) if today.scheme.document.steps[at].id.text == "extra")
    });
    assert_eq!(extra.unwrap().exact.to_string(), "14");
}

#[test]
fn rows_of_a_table_that_nobody_has_change_nothing_and_say_so() {
    let today = today();
    let with = |rows: &str| {
        let facts = format!("{{\"tables\": {{\"kind\": {rows}}}, {}", FACTS.trim_start_matches('{'));
        let proposal = Variant::of(Scheme::read(HOURS.as_bytes()).unwrap(), &facts);
        compared(&today, &proposal, Language::TraditionalChinese)
    };
    let more = with(r#"[{"id": "day"}, {"id": "extra", "title": "加班", "value": "3"}, {"id": "night"}]"#);
    let said: Vec<_> = more.iter().map(|told| (told.sentence.as_str(), told.effect, told.why)).collect();
    assert_eq!(said, [("「班別」增加「加班」：3", Some(false), Some("nobody"))]);
    assert_eq!(more[0].because.as_deref(), Some("名冊中沒有用到「加班」。"));
}

#[test]
fn the_parts_of_a_scheme_are_told_in_words() {
    let parts = StepParts::of(&today().scheme, Language::English);
    let extra = &parts[1];
    assert_eq!(extra.rows.as_deref(), Some("人員"));
    let said: Vec<_> =
        extra.parts.iter().map(|part| (part.rule, part.text.as_str(), part.words.as_str())).collect();
    assert_eq!(
        said,
        [
            (Some(1), "gross > 5000", "應得 > 5,000 yuan"),
            (Some(1), "100", "100 yuan"),
            (Some(2), "0", "0"),
            (None, "", "")
        ]
    );
    let rounding = parts[2].parts[0].rounding.as_ref().unwrap();
    assert_eq!([&rounding.function, &rounding.places, &rounding.of], ["floor", "0", "gross + extra"]);
    assert_eq!(parts[0].parts[0].rounding, None);
}
