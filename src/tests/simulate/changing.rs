//! What a proposal changes and what each change adds: laws that hold for every scheme, and results worked out by hand.

use super::{TRIED, Variant};
use crate::exact::Exact;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::simulate::{Change, Measure, Method, Waterfall, changes, effects, waterfall};
use crate::wire::ChangeText;

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

/// What a proposal changes, told for a step.
fn told(today: &Variant, proposal: &Variant, step: &str, language: Language) -> Vec<ChangeText> {
    let (before, after) = (today.draft(), proposal.draft());
    let changes = changes(before, after);
    let effects = effects(before, after, &changes, today.step(step));
    today.teller(language).changes(&proposal.teller(language), &changes, &effects, today.step(step))
}

fn sentences(today: &Variant, proposal: &Variant, language: Language) -> Vec<String> {
    told(today, proposal, "pay", language).into_iter().map(|change| change.sentence).collect()
}

fn fall(today: &Variant, proposal: &Variant, measure: &str) -> Waterfall {
    let (before, after) = (today.draft(), proposal.draft());
    let measure = Measure::parse(today.side(), measure).unwrap();
    waterfall(before, after, &changes(before, after), &measure, 2).unwrap()
}

fn sum<'a>(parts: impl Iterator<Item = &'a Exact>) -> Exact {
    parts.fold(Exact::ZERO, |sum, part| sum.plus(part).unwrap())
}

/// A bonus of days times rate, with tiers, and a rate that nobody has.
const BONUS: &str = r#"
id = "bonus"
title = "獎金"
[parameter.rate]
title = "每天"
unit = "yuan/day"
value = "10"
[parameter.factor]
title = "係數"
value = "1"
[parameter.idle]
title = "閒置"
value = "1"
[choice.cap]
title = "封頂"
default = "no"
option = [{ id = "no", title = "不封頂" }, { id = "yes", title = "封頂" }]
[table.title]
title = "職稱"
column.extra = { title = "補助", unit = "yuan" }
row = [{ id = "low", title = "初級", extra = "5" }, { id = "high", title = "高級", extra = "9" }]
[table.tax]
title = "分段"
kind = "tiers"
by = "yuan"
unit = "percent"
row = [{ id = "a", title = "一", from = "0", to = "100", value = "100" },
       { id = "b", title = "二", from = "100", to = "1000", value = "50" },
       { id = "c", title = "三", from = "1000", value = "20" }]
[roster.staff]
title = "人員"
name = "姓名"
column.days = { title = "天數", unit = "day" }
column.title = { title = "職稱", one_of = "title" }
[step.gross]
title = "應得"
each = "staff"
unit = "yuan"
formula = "marginal(days * rate * factor, tax) + title.extra"
[step.pay]
title = "所得"
each = "staff"
unit = "yuan"
formula = 'round(if(cap = "yes", min(gross, 120 [yuan]), gross), 1)'
"#;

fn bonus() -> Variant {
    let facts = r#"{"rosters": {"staff": [
        {"name": "甲", "days": "8", "title": "low"}, {"name": "乙", "days": "20", "title": "low"}]}}"#;
    Variant::of(Scheme::read(BONUS.as_bytes()).unwrap(), facts)
}

#[test]
fn changes_are_sentences() {
    let today = Variant::example("ward-nurses");
    let proposal = today.with(&[("tables.shift.night.value", "3.0")]);
    let night = |language| sentences(&today, &proposal, language).remove(0);
    let said = sentences(&today, &proposal, Language::TraditionalChinese);
    assert!(night(Language::TraditionalChinese).contains("班次係數「夜班」：2.5 → 3 分/班"), "{said:?}");
    assert!(night(Language::SimplifiedChinese).contains("“夜班”：2.5 → 3 分/班"));
    assert!(night(Language::English).ends_with("2.5 → 3 point/shift"), "{}", night(Language::English));
    assert_eq!(sentences(&today, &today.with(&[]), Language::English), [""; 0]);

    let today = bonus();
    let proposal = today.with(&[
        ("parameters.rate", "12"),
        ("choices.cap", "yes"),
        ("tables.title.high.extra", ""),
        ("tables.tax.a.from", "0"),
        ("tables.tax.a.to", "90"),
        ("tables.tax.b.from", "90"),
        ("tables.tax.b.to", "1000"),
        ("rosters.staff[0].days", "9"),
    ]);
    assert_eq!(
        sentences(&today, &proposal, Language::TraditionalChinese),
        [
            "每天：10 → 12 元/天",
            "封頂：不封頂 → 封頂",
            "分段「一 · 上限」：100.00 → 90.00 元",
            "分段「二 · 下限」：100.00 → 90.00 元",
            "「人員」有1格填得不同",
        ]
    );
}

#[test]
fn rows_formulas_and_lists_that_differ_are_told() {
    let today = bonus();
    let facts = r#"{"tables": {"title": [{"id": "low"}, {"id": "top", "title": "特級", "extra": "20"}]},
        "rosters": {"staff": [{"name": "乙", "days": "20", "title": "top"}]}}"#;
    let other = BONUS
        .replace("round(if", "round(2 * if")
        .replace("[step.gross]", "[step.double]\ntitle = \"倍\"\nformula = \"2\"\n[step.gross]");
    let proposal = Variant::of(Scheme::read(other.as_bytes()).unwrap(), facts);
    assert_eq!(
        sentences(&today, &proposal, Language::TraditionalChinese),
        [
            "「職稱」刪去「高級」",
            "「職稱」增加「特級」：20.00元",
            "「人員」的名單不同",
            "步驟「所得」的公式：四捨五入到 1 位小數（如果封頂 = 「封頂」，則取小（應得，120 元），否則應得） → 四捨五入到 1 位小數（2 × （如果封頂 = 「封頂」，則取小（應得，120 元），否則應得））",
            "增加「倍」",
        ]
    );
    // Nobody has the row that goes; the formula can be put in alone.
    let effects: Vec<_> =
        told(&today, &proposal, "pay", Language::English).iter().map(|told| told.effect).collect();
    assert_eq!(effects, [Some(false), None, None, Some(true), None]);
}

#[test]
fn a_change_without_an_effect_says_why() {
    let today = bonus();
    let why = |path: &str, text: &str| {
        let change = told(&today, &today.with(&[(path, text)]), "pay", Language::English).remove(0);
        (change.effect, change.why)
    };
    assert_eq!(why("parameters.rate", "11"), (Some(true), None));
    assert_eq!(why("parameters.idle", "2"), (Some(false), Some("unused")));
    assert_eq!(why("tables.title.high.extra", "90"), (Some(false), Some("nobody")));
    assert_eq!(why("tables.tax.c.value", "10"), (Some(false), Some("unreached")));
    assert_eq!(why("tables.title.low.extra", "5.01"), (Some(false), Some("rounded")));
    // Where a tier ends and the next begins is one change; up here nobody is.
    let higher = |edge: &'static str| {
        let cells = ["tables.tax.b.from", "tables.tax.b.to", "tables.tax.c.from"];
        let proposal = today.with(&[(cells[0], "100"), (cells[1], edge), (cells[2], edge)]);
        told(&today, &proposal, "pay", Language::English)
            .into_iter()
            .map(|change| change.effect)
            .collect::<Vec<_>>()
    };
    assert_eq!(higher("900"), [Some(false), Some(false)]);
    assert_eq!(higher("150"), [Some(true), Some(true)]);
    let today = Variant::example("ultrasound");
    let proposal = today.with(&[("tables.item.heart.value", "3"), ("parameters.title_share", "25")]);
    for change in told(&today, &proposal, "late_allowance", Language::SimplifiedChinese) {
        assert_eq!((change.effect, change.why), (Some(false), Some("unused")), "{}", change.sentence);
        assert!(change.because.unwrap().contains("没有用到"), "{}", change.sentence);
    }
}

#[test]
fn a_waterfall_adds_up_for_everybody() {
    for (scheme, step, cells) in TRIED {
        let today = Variant::example(scheme);
        let proposal = today.with(cells);
        let compared = today.compared(&proposal, step);
        let rows = (0..compared.count()).map(|row| format!("{step}[{row}]"));
        for measure in rows.chain([step.to_owned()]) {
            let fall = fall(&today, &proposal, &measure);
            assert_eq!(fall.method, Method::Shapley);
            let difference = fall.after.minus(&fall.before).unwrap();
            assert_eq!(sum(fall.parts.iter().map(|part| &part.exact)), difference, "{scheme} {measure}");
            let rounded = difference.rounded(2, crate::exact::Rounding::HalfAwayFromZero).unwrap();
            assert_eq!(sum(fall.parts.iter().map(|part| &part.rounded)), rounded, "{scheme} {measure}");
        }
    }
}

#[test]
fn the_parts_are_shapley_values_whatever_the_order() {
    let today = bonus();
    // 甲: 8 days at 10 are 80 + 5 = 85; at 12 they are 96 + 5, doubled 160 → 130 + 5, both 192 → 146 + 5.
    let cells = [("parameters.rate", "12"), ("parameters.factor", "2")];
    let proposal = today.with(&cells);
    let fall = fall(&today, &proposal, "pay[0]");
    assert_eq!([&fall.before, &fall.after], [&exact("85"), &exact("151")]);
    // The rate adds 16 first and 16 last; doubling adds 50 first and 50 last.
    let parts: Vec<_> = fall.parts.iter().map(|part| part.exact.to_string()).collect();
    assert_eq!(parts, ["16", "50"]);
    let reversed = today.with(&[cells[1], cells[0]]);
    assert_eq!(super::changing::fall(&today, &reversed, "pay[0]"), fall);
    // Three changes of which two depend on one another: the cap matters only where the others lift pay above it.
    let proposal =
        today.with(&[("parameters.rate", "12"), ("parameters.factor", "2"), ("choices.cap", "yes")]);
    let fall = super::changing::fall(&today, &proposal, "pay[0]");
    assert_eq!(fall.after, exact("120"));
    // Of v: rate 101, factor 135, both 151; with cap 85, 101, 120, 120 and without any 85.
    let parts: Vec<_> = fall.parts.iter().map(|part| part.exact.to_string()).collect();
    let by_hand = |firsts: i64, seconds: i64, thirds: i64| {
        let sum = firsts.checked_mul(2).unwrap().checked_add(seconds).unwrap();
        let sum = sum.checked_add(thirds.checked_mul(2).unwrap()).unwrap();
        Exact::from(sum).divided_by(&Exact::from(6)).unwrap().to_string()
    };
    assert_eq!(parts, [by_hand(16, 16 + 16, 0), by_hand(50, 50 + 35, 19), by_hand(0, -15, -31)]);
}

#[test]
fn other_formulas_and_rows_are_one_part() {
    let today = bonus();
    let other = BONUS.replace("round(if", "round(2 * if").replace("value = \"10\"", "value = \"11\"");
    let proposal = Variant::of(Scheme::read(other.as_bytes()).unwrap(), &today.opened.json(&today.scheme));
    // 85 becomes 2 · (88 + 5): the rate adds 8 or 16, the formula 85 or 93.
    let fall = fall(&today, &proposal, "pay[0]");
    let parts: Vec<_> = fall.parts.iter().map(|part| part.exact.to_string()).collect();
    assert_eq!(parts, ["12", "89"]);
    let told = changes(today.draft(), proposal.draft());
    assert!(matches!(told[fall.parts[1].changes[0]], Change::Formula(_)));
    // The bounds of a table change together: with only one of them it would have a hole.
    let proposal = today.with(&[
        ("tables.tax.a.from", "0"),
        ("tables.tax.a.to", "50"),
        ("tables.tax.b.from", "50"),
        ("tables.tax.b.to", "1000"),
        ("parameters.rate", "20"),
    ]);
    let fall = super::changing::fall(&today, &proposal, "pay[0]");
    assert_eq!(fall.parts.iter().map(|part| part.changes.clone()).collect::<Vec<_>>(), [vec![0], vec![1, 2]]);
}

#[test]
fn many_changes_are_grouped_and_still_add_up() {
    let today = Variant::example("ultrasound");
    let items = ["outpatient", "routine", "cavity", "prenatal", "heart", "bedside", "intervention", "late"];
    let paths: Vec<String> = items.iter().map(|item| format!("tables.item.{item}.value")).collect();
    let mut cells: Vec<(&str, &str)> = paths.iter().map(|path| (path.as_str(), "7")).collect();
    cells.extend([("parameters.title_share", "20"), ("tables.title.junior.allowance", "60")]);
    let proposal = today.with(&cells);
    let compared = today.compared(&proposal, "pay");
    for row in 0..compared.count() {
        let fall = fall(&today, &proposal, &format!("pay[{row}]"));
        assert_eq!(fall.method, Method::Grouped);
        assert!(fall.parts.iter().any(|part| part.changes.len() > 1), "{fall:?}");
        assert_eq!(sum(fall.parts.iter().map(|part| &part.exact)), fall.after.minus(&fall.before).unwrap());
    }
}

#[test]
fn what_has_no_value_has_no_waterfall() {
    let today = bonus();
    let proposal = today.with(&[("parameters.rate", "x")]);
    let (before, after) = (today.draft(), proposal.draft());
    let measure = Measure::parse(today.side(), "pay[1]").unwrap();
    assert_eq!(waterfall(before, after, &changes(before, after), &measure, 2), None);
    for nothing in ["pay[2]", "pay[x]", "pay[title=none]", "pay[days=8]", "none", "pay[0"] {
        assert_eq!(Measure::parse(today.side(), nothing), None, "{nothing}");
    }
    let group = Measure::parse(today.side(), "pay[title=low]").unwrap();
    assert_eq!(
        group.value(&today.outcome),
        Measure::parse(today.side(), "pay").unwrap().value(&today.outcome)
    );
}
