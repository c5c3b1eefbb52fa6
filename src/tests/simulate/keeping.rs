//! Limits held against figures of the scheme, and values with which a limit just holds: put in they do, the next do not.

use super::Variant;
use crate::exact::Exact;
use crate::language::Language;
use crate::scheme::document::Kind;
use crate::simulate::{Bound, Cell, Demand, Fund, Interval, Limited, Sought, Within, seek_within};
use crate::unit::Unit;
use crate::wire::LimitResult;

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

fn demand(
    [today, proposal]: [&Variant; 2],
    of: Limited,
    bounds: [Option<&'static str>; 2],
) -> Result<Demand, &'static str> {
    Demand::parse(of, bounds, &Unit::base("yuan"), [today.side(), proposal.side()])
}

/// What a limit says of a proposal.
fn judged(
    today: &Variant,
    proposal: &Variant,
    of: Limited,
    bounds: [Option<&'static str>; 2],
) -> LimitResult {
    let demand = demand([today, proposal], of, bounds).unwrap();
    today.told(proposal, "pay", |comparer| comparer.limit(&demand))
}

#[test]
fn a_total_is_held_against_what_the_proposal_itself_has() {
    // Nobody is in training, so that the whole fund is paid; what is paid from elsewhere comes on top of it: 200 yuan.
    let today = Variant::example("ultrasound").with(&[("inputs.training", "0")]);
    let outside = today.with(&[("choices.other_from", "outside")]);
    let within_fund = |proposal| judged(&today, proposal, Limited::Total, [None, Some("total")]);
    assert_eq!(within_fund(&today).holds, Some(true));
    assert_eq!(within_fund(&today).beyond, None);
    let result = within_fund(&outside);
    assert_eq!(result.holds, Some(false));
    assert_eq!(result.most.unwrap().shown, "42,000.00");
    assert_eq!(result.beyond.unwrap().value, "200");
    // The fund is that of the proposal, not today's.
    let larger = outside.with(&[("inputs.total", "43000")]);
    assert_eq!(within_fund(&larger).most.unwrap().value, "43000");
    // A step is a fund as well, also one with rows: it is the sum over them.
    let base = judged(&today, &today, Limited::Total, [Some("late_allowance"), Some("assessed")]);
    assert_eq!(base.holds, Some(false));
    assert_eq!(
        base.beyond.unwrap().value,
        exact("42000").minus(&exact(&base.most.unwrap().value)).unwrap().to_string()
    );
}

#[test]
fn what_amounts_cannot_be_held_against_is_refused_and_what_is_not_known_stays_open() {
    let today = Variant::example("ultrasound");
    let refused = |of, bound| demand([&today, &today], of, [None, Some(bound)]);
    // Nothing of that name, points, percents, and a fund as a percent.
    assert_eq!(refused(Limited::Total, "nowhere"), Err("nowhere"));
    assert_eq!(refused(Limited::Total, "points"), Err("points"));
    assert_eq!(refused(Limited::Total, "title_share"), Err("title_share"));
    assert_eq!(refused(Limited::Percent, "total"), Err("total"));
    // A proposal by a scheme that has no such figure, and one in which it is not entered.
    let other = Variant::example("ward-nurses");
    let found = demand([&today, &other], Limited::Total, [None, Some("assessed")]).unwrap();
    assert_eq!(found.most, Some(Bound::Fund(None)));
    assert_eq!(found.limit(other.side()), None);
    let empty = today.with(&[("inputs.total", "")]);
    assert_eq!(judged(&today, &empty, Limited::Total, [None, Some("total")]).holds, None);
    assert!(matches!(Fund::parse(today.side(), "total", &Unit::base("yuan")), Some(Fund::Input(_))));
}

/// What is tried on each shipped scheme: its step, a value, and a limit on what changes for each row.
const TRIED: [(&str, &str, &str); 4] = [
    ("ultrasound", "pay", "parameters.title_share"),
    ("ward-nurses", "pay", "tables.shift.night.value"),
    ("general-surgery", "pay", "parameters.praise"),
    ("annual-rating", "month_score", "tables.item.record.weight"),
];

#[test]
fn on_every_kind_of_scheme_the_ends_hold_and_the_values_beside_them_do_not() {
    for (scheme, step, path) in TRIED {
        let today = Variant::example(scheme);
        let cell = Cell::at(&today.scheme.document, today.opened.facts(), path).unwrap();
        let bounds = [Some("-2"), Some("3")];
        let unit = match &today.scheme.document.steps[today.step(step)].kind {
            Kind::Quantity(unit) => unit.clone(),
            _ => Unit::plain(),
        };
        let demand = |side: &Variant| {
            Demand::parse(Limited::Percent, bounds, &unit, [today.side(), side.side()]).unwrap()
        };
        let within = Within { cell, today: today.side(), step: today.step(step), demand: demand(&today) };
        let found = seek_within(today.draft(), &within).unwrap();
        assert!(!found.intervals.is_empty(), "{scheme}");
        let holds = |value: &Exact| {
            let with = today.with(&[(path, &value.to_string())]);
            today.told(&with, step, |comparer| comparer.limit(&demand(&with))).holds == Some(true)
        };
        for one in &found.intervals {
            assert!(holds(&one.from) && holds(&one.to), "{scheme} {one:?}");
            assert!(one.at_low || !holds(&one.from.minus(&found.step).unwrap()), "{scheme} {one:?}");
            assert!(one.at_high || !holds(&one.to.plus(&found.step).unwrap()), "{scheme} {one:?}");
        }
    }
}

#[test]
fn of_many_ranges_those_nearest_to_the_value_as_it_is_are_told() {
    // A point is worth whole fen, so that what is paid lies now below the pool and now above it.
    let today = Variant::example("ward-nurses");
    let (found, said) =
        check(&today, &today, "tables.shift.night.value", Limited::Total, [None, Some("pool")]);
    assert!(found.intervals.len() > 5, "{}", found.intervals.len());
    assert!(
        said.contains(&format!("互不相連的有{}段，這裡列的是離現在的值最近的5段", found.intervals.len())),
        "{said}"
    );
    assert!(said.matches('、').count() == 4, "{said}");
    let now = exact("2.5");
    let far =
        |one: &&Interval| one.from.minus(&now).unwrap().max(now.minus(&one.to).unwrap()).max(Exact::ZERO);
    let nearest = found.intervals.iter().min_by_key(far).unwrap();
    assert!(said.contains(&nearest.from.to_string()), "{nearest:?} {said}");
}

/// Seeks with which values a limit holds, and puts the ends back and the values beside them.
fn check(
    today: &Variant,
    proposal: &Variant,
    path: &'static str,
    of: Limited,
    bounds: [Option<&'static str>; 2],
) -> (Sought, String) {
    let cell = Cell::at(&proposal.scheme.document, proposal.opened.facts(), path).unwrap();
    let demand = demand([today, proposal], of, bounds).unwrap();
    let within = Within { cell, today: today.side(), step: today.step("pay"), demand };
    let found = seek_within(proposal.draft(), &within).unwrap();
    let holds = |value: &Exact| {
        let with = proposal.with(&[(path, &value.to_string())]);
        judged(today, &with, of, bounds).holds == Some(true)
    };
    for interval in &found.intervals {
        assert!(holds(&interval.from) && holds(&interval.to), "{path} {interval:?}");
        assert!(interval.at_low || !holds(&interval.from.minus(&found.step).unwrap()), "{path} {interval:?}");
        assert!(interval.at_high || !holds(&interval.to.plus(&found.step).unwrap()), "{path} {interval:?}");
    }
    (found.clone(), proposal.teller(Language::TraditionalChinese).kept(&within, &found).sentence)
}

#[test]
fn the_values_with_which_a_limit_just_holds_are_found() {
    let today = Variant::example("ward-nurses");
    // Nobody may lose more than 5 %, and nobody may gain more.
    let path = "tables.shift.night.value";
    let (found, said) =
        check(&today, &today.with(&[(path, "3.0")]), path, Limited::Percent, [Some("-5"), Some("5")]);
    assert_eq!(found.intervals.len(), 1, "{found:?}");
    let interval = &found.intervals[0];
    assert!(
        !interval.at_low && !interval.at_high && interval.from < exact("2.5") && interval.to < exact("3"),
        "{found:?}"
    );
    assert!(said.contains("守得住這個限制") && said.contains("最小是") && said.contains("最大是"), "{said}");
    assert!(said.contains("就有2人不符"), "{said}");
    // What people earn: at least 500 each.
    check(&today, &today, "inputs.pool", Limited::Figure, [Some("500"), None]);
    check(&today, &today, "inputs.pool", Limited::Change, [Some("-100"), Some("100")]);

    let today = Variant::example("ultrasound");
    let outside = today.with(&[("choices.other_from", "outside")]);
    // As much must go to those in training as comes from elsewhere, and the 1,500 of today is not touched.
    let (found, said) = check(&today, &outside, "inputs.training", Limited::Total, [None, Some("total")]);
    let interval = &found.intervals[0];
    assert_eq!(interval.from, exact("200"), "{found:?}");
    assert!(said.contains("最小是200：199.99就差0.01元。"), "{said}");
    // The fund itself may be what is sought: no fund is enough, as what is outside it stays outside.
    let (found, said) = check(
        &today,
        &outside.with(&[("inputs.training", "0")]),
        "inputs.total",
        Limited::Total,
        [None, Some("total")],
    );
    assert_eq!(found.intervals, []);
    assert!(said.contains("沒有找到守得住這個限制的值") && said.contains("差200.00元"), "{said}");
    // What nothing depends on.
    let (found, said) =
        check(&today, &today, "parameters.title_share", Limited::Total, [None, Some("total")]);
    assert!(found.intervals[0].at_low && found.intervals[0].at_high);
    assert!(said.starts_with("「職稱考核工資所佔比例」從0到100都守得住這個限制"), "{said}");
}

#[test]
fn the_answer_is_told_in_every_language() {
    let today = Variant::example("ward-nurses");
    let path = "tables.shift.night.value";
    let cell = Cell::at(&today.scheme.document, today.opened.facts(), path).unwrap();
    let demand = demand([&today, &today], Limited::Percent, [Some("-5"), None]).unwrap();
    let within = Within { cell, today: today.side(), step: today.step("pay"), demand };
    let found = seek_within(today.draft(), &within).unwrap();
    let said = |language| today.teller(language).kept(&within, &found).sentence;
    let english = said(Language::English);
    assert!(
        english.starts_with("The limit holds with “") && english.contains(" The greatest is "),
        "{english}"
    );
    assert!(english.contains(" it fails for 1."), "{english}");
    let simplified = said(Language::SimplifiedChinese);
    assert!(simplified.contains("守得住这个限制") && simplified.contains("最大是"), "{simplified}");
}
