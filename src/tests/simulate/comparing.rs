//! Two variants compared: identities that hold for every scheme, and results that were worked out by hand.

use super::{TRIED, Variant};
use crate::exact::{Column, Exact};
use crate::simulate::{By, Demand, Limit, Limited, Matching, Sorted};
use crate::unit::Unit;

fn text(column: &Column) -> String {
    let mut text = String::new();
    column.texts_into(&mut text);
    text
}

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

/// Three nurses with one night, two and none, and 100 yuan for each point.
const PIECES: &str = r#"
id = "pieces"
title = "計件"
[table.shift]
title = "班"
unit = "yuan/shift"
row = [{ id = "day", title = "白班", value = "10" }, { id = "night", title = "夜班", value = "20" }]
[table.title]
title = "職稱"
row = [{ id = "low", title = "初級", value = "1" }, { id = "high", title = "高級", value = "2" }]
[roster.nurse]
title = "護士"
name = "姓名"
column.title = { title = "職稱", one_of = "title" }
column.shifts = { title = "班數", per = "shift", unit = "shift" }
column.veto = { title = "否決", kind = "truth", value = false }
[step.pay]
title = "所得"
each = "nurse"
unit = "yuan"
formula = "sum(shifts * shift)"
[step.level]
title = "檔"
each = "nurse"
options = [{ id = "less", title = "少" }, { id = "more", title = "多" }]
formula = 'if(pay >= 60, "more", "less")'
[step.mean]
title = "平均"
unit = "yuan"
formula = "mean(nurse.pay)"
"#;

const NURSES: &str = r#"{"rosters": {"nurse": [
    {"name": "甲", "title": "low", "shifts": {"day": "3", "night": "1"}},
    {"name": "乙", "title": "high", "shifts": {"day": "0", "night": "2"}},
    {"name": "丙", "title": "low", "shifts": {"day": "5", "night": "0"}, "veto": true}]}}"#;

fn pieces() -> Variant {
    Variant::of(crate::scheme::Scheme::read(PIECES.as_bytes()).unwrap(), NURSES)
}

#[test]
fn a_proposal_equal_to_today_changes_nothing() {
    for (scheme, step, _) in TRIED {
        let today = Variant::example(scheme);
        let compared = today.compared(&today.with(&[]), step);
        assert_eq!(compared.matching, Matching::Position, "{scheme}");
        assert_eq!(compared.problems, [], "{scheme}");
        assert!(compared.count() > 0, "{scheme}");
        assert!(compared.difference.values().all(|difference| difference.is_zero()), "{scheme}");
        assert_eq!(compared.totals().difference, Some(Exact::ZERO), "{scheme}");
        assert_eq!(compared.gains_and_losses(), (0, 0), "{scheme}");
        let bands = compared.bands(&[exact("-5"), exact("5")], By::Percent);
        assert_eq!(bands.unchanged, compared.count(), "{scheme}");
        assert!(bands.bands.iter().all(|band| band.count == 0), "{scheme}");
        assert_eq!(compared.ranks[0], compared.ranks[1], "{scheme}");
        let [before, after] = compared.spreads();
        assert_eq!(before, after, "{scheme}");
        let unchanged = Limit { of: Limited::Change, least: Some(exact("0")), most: Some(exact("0")) };
        assert_eq!(compared.judge(&unchanged).holds, Some(true), "{scheme}");
    }
}

#[test]
fn differences_add_up_in_total_in_groups_and_in_bands() {
    for (scheme, step, cells) in TRIED {
        let today = Variant::example(scheme);
        let compared = today.compared(&today.with(cells), step);
        let totals = compared.totals();
        let (gains, losses) = compared.gains_and_losses();
        assert!(gains > 0 || losses > 0, "{scheme}: {cells:?} changes nothing");
        let [before, after] = [totals.before.unwrap(), totals.after.unwrap()];
        let difference = after.minus(&before).unwrap();
        assert_eq!(totals.difference.as_ref(), Some(&difference), "{scheme}");
        let sum = |list: &mut dyn Iterator<Item = Exact>| {
            list.fold(Exact::ZERO, |sum, one| sum.plus(&one).unwrap())
        };
        let rows = compared.before.values().zip(compared.after.values());
        assert_eq!(sum(&mut rows.map(|(one, two)| two.minus(&one).unwrap())), difference, "{scheme}");
        for edges in [&[][..], &["0"], &["-5", "0", "5"], &["10", "-10", "10"]] {
            let edges: Vec<Exact> = edges.iter().map(|edge| exact(edge)).collect();
            let bands = compared.bands(&edges, By::Amount);
            assert_eq!(sum(&mut bands.bands.iter().map(|band| band.difference.clone().unwrap())), difference);
            let count: u32 = bands.bands.iter().map(|band| band.count).sum();
            assert_eq!(count.checked_add(bands.unchanged), Some(compared.count()), "{scheme}");
        }
    }
    for (scheme, step, by) in [("ultrasound", "pay", "title"), ("general-surgery", "pay", "team")] {
        let today = Variant::example(scheme);
        let cells = TRIED.into_iter().find(|(tried, ..)| *tried == scheme).unwrap().2;
        let proposal = today.with(cells);
        let compared = today.compared(&proposal, step);
        let groups = today.told(&proposal, step, |comparer| comparer.groups(by)).unwrap();
        assert!(groups.len() > 1, "{scheme}: {groups:?}");
        let sums = groups.iter().map(|group| exact(&group.sums.difference.as_ref().unwrap().value));
        assert_eq!(
            sums.fold(Exact::ZERO, |sum, one| sum.plus(&one).unwrap()),
            compared.difference.sum().unwrap()
        );
        assert_eq!(groups.iter().map(|group| group.sums.count).sum::<u32>(), compared.count());
    }
}

#[test]
fn what_was_worked_out_by_hand_is_told() {
    let today = pieces();
    // 50, 40, 50 yuan become 60, 60, 50.
    let proposal = today.with(&[("tables.shift.night.value", "30")]);
    let compared = today.compared(&proposal, "pay");
    assert_eq!(text(&compared.difference), "10\n20\n0\n");
    assert_eq!(compared.ranks, [vec![1, 3, 1], vec![1, 1, 3]]);
    assert_eq!(compared.ordered(Sorted::Difference), [2, 0, 1]);
    assert_eq!(compared.ordered(Sorted::Before), [1, 0, 2]);
    // 40 50 50: (−2·40 + 0·50 + 2·50) / (3 · 140) = 20/420; 50 60 60: 20/510.
    let [before, after] = compared.spreads().map(|spread| spread.gini.unwrap().to_string());
    assert_eq!([before.as_str(), after.as_str()], ["1/21", "2/51"]);
    let summary = today.told(&proposal, "pay", |comparer| comparer.summary("0 20 50").unwrap());
    assert_eq!(summary.matched.difference.unwrap().shown, "+30.00");
    assert_eq!(summary.matched.percent.as_deref(), Some("21.43"));
    assert_eq!((summary.gains, summary.losses, summary.unchanged), (2, 0, 1));
    assert_eq!(summary.bands.iter().map(|band| band.count).collect::<Vec<_>>(), [0, 0, 1, 1]);
    let largest = summary.largest_gain.unwrap();
    assert_eq!((largest.name.as_str(), largest.percent.as_deref()), ("乙", Some("50.00")));
    assert_eq!((largest.rank_before, largest.rank_after), (Some(3), Some(1)));
    assert_eq!(summary.largest_loss, None);
    assert_eq!(summary.spread_before.ratio.as_deref(), Some("1.25"));

    let groups = today.told(&proposal, "pay", |comparer| comparer.groups("title")).unwrap();
    let told: Vec<_> = groups
        .iter()
        .map(|group| {
            (group.title.as_deref(), group.sums.count, group.sums.difference.as_ref().unwrap().value.as_str())
        })
        .collect();
    assert_eq!(told, [(Some("初級"), 2, "10"), (Some("高級"), 1, "20")]);
    let by_truth = today.told(&proposal, "pay", |comparer| comparer.groups("veto")).unwrap();
    let titles: Vec<_> = by_truth.iter().map(|group| group.title.as_deref()).collect();
    assert_eq!(titles, [Some("no"), Some("yes")]);
    let by_step = today.told(&proposal, "pay", |comparer| comparer.groups("level")).unwrap();
    assert_eq!(by_step.len(), 1);
    assert!(today.told(&proposal, "pay", |comparer| comparer.groups("shifts")).is_none());

    let lines = |column| today.told(&proposal, "pay", |comparer| comparer.lines(column)).unwrap();
    assert_eq!(lines("name"), "甲\n乙\n丙\n");
    assert_eq!(lines("percent"), "20.00\n50.00\n0.00\n");
    assert_eq!(lines("rankAfter"), "1\n1\n3\n");
    let page = today.told(&proposal, "pay", |comparer| comparer.rows(Sorted::Difference, true, 1, 5));
    assert_eq!(page.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["甲", "丙"]);
}

#[test]
fn classes_count_every_row_once_on_each_side() {
    let today = pieces();
    // 50, 40, 50 become 60, 60, 50: the width is 10, which is at least a third of 20.
    let proposal = today.with(&[("tables.shift.night.value", "30")]);
    let classes = today.told(&proposal, "pay", |comparer| comparer.classes(3));
    let told: Vec<_> = classes
        .iter()
        .map(|class| (class.from.value.as_str(), class.below.value.as_str(), class.before, class.after))
        .collect();
    assert_eq!(told, [("40", "50", 1, 0), ("50", "60", 2, 1), ("60", "70", 0, 2)]);
    for (scheme, step, cells) in TRIED {
        let today = Variant::example(scheme);
        let compared = today.compared(&today.with(cells), step);
        for most in [0, 1, 7, 40] {
            let classes = compared.classes(most);
            assert_eq!(
                classes.iter().map(|class| class.before).sum::<u32>(),
                compared.count(),
                "{scheme} {most}"
            );
            assert_eq!(
                classes.iter().map(|class| class.after).sum::<u32>(),
                compared.count(),
                "{scheme} {most}"
            );
        }
    }
}

#[test]
fn results_that_are_no_numbers_are_counted_as_moves() {
    let today = pieces();
    let proposal = today.with(&[("tables.shift.night.value", "30")]);
    let summary = today.told(&proposal, "level", |comparer| comparer.summary("").unwrap());
    let moves: Vec<_> = summary
        .moves
        .iter()
        .map(|moved| {
            (moved.before.as_deref().unwrap(), moved.after.as_deref().unwrap(), moved.count, moved.same)
        })
        .collect();
    assert_eq!(moves, [("少", "少", 1, true), ("少", "多", 2, false)]);
    assert_eq!(summary.matched.count, 0);

    let today = Variant::example("annual-rating");
    let proposal = today.with(&[("tables.grade.pass.from", "95")]);
    let summary = today.told(&proposal, "month_grade", |comparer| comparer.summary("").unwrap());
    assert!(summary.moves.iter().any(|moved| !moved.same), "{:?}", summary.moves);
    let count: u32 = summary.moves.iter().map(|moved| moved.count).sum();
    assert_eq!(count, summary.rows);
}

#[test]
fn limits_name_those_for_whom_they_fail() {
    let today = pieces();
    // 50, 40, 50 become 44, 28, 50.
    let proposal = today.with(&[("tables.shift.night.value", "14")]);
    let limit = |of, least: Option<&str>, most: Option<&str>| {
        let sides = [today.side(), proposal.side()];
        let demand = Demand::parse(of, [least, most], &Unit::base("yuan"), sides).unwrap();
        let result = today.told(&proposal, "pay", |comparer| comparer.limit(&demand));
        assert_eq!(result.beyond.is_some(), of == Limited::Total && result.holds == Some(false));
        (result.holds, result.first.map(|row| row.name), result.rows)
    };
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(limit(Limited::Percent, Some("-12"), None), (Some(false), named("乙"), vec![1]));
    assert_eq!(limit(Limited::Percent, Some("-30"), None), (Some(true), None, vec![]));
    assert_eq!(limit(Limited::Change, Some("-5.99"), None), (Some(false), named("甲"), vec![0, 1]));
    assert_eq!(limit(Limited::Figure, Some("44"), Some("50")), (Some(false), named("乙"), vec![1]));
    assert_eq!(limit(Limited::Total, None, Some("122")), (Some(true), None, vec![]));
    assert_eq!(limit(Limited::Total, None, Some("121.99")), (Some(false), None, vec![]));
    // Of a figure that is missing nobody knows whether it keeps within the limit.
    let today = today.with(&[("rosters.nurse[2].shifts.day", "x")]);
    let compared = today.compared(&today.with(&[("tables.shift.night.value", "14")]), "pay");
    let within = Limit { of: Limited::Percent, least: Some(exact("-50")), most: None };
    assert_eq!(compared.judge(&within).holds, None);
    assert_eq!(
        compared.judge(&Limit { of: Limited::Total, least: None, most: Some(exact("1")) }).holds,
        None
    );
}

#[test]
fn rows_match_by_name_where_the_lists_differ() {
    let today = pieces();
    let others = r#"{"rosters": {"nurse": [
        {"name": "丁", "title": "low", "shifts": {"day": "1"}},
        {"name": "乙", "title": "low", "shifts": {"day": "5"}},
        {"name": "甲", "title": "low", "shifts": {"day": "7"}}]}}"#;
    let proposal = Variant::of(today.scheme.clone(), others);
    let compared = today.compared(&proposal, "pay");
    assert_eq!(compared.matching, Matching::Name);
    assert_eq!(text(&compared.difference), "20\n10\n");
    let told: Vec<String> = compared
        .problems
        .iter()
        .map(|problem| format!("{} {:?}", problem.code.id(), problem.place))
        .collect();
    assert_eq!(
        told,
        [r#"only-today Path("rosters.nurse[2].name")"#, r#"only-in-proposal Path("rosters.nurse[0].name")"#]
    );
    // The budgets count everybody; 140 yuan become 130.
    assert_eq!(compared.sums, [Some(exact("140")), Some(exact("130"))]);
    let lines = |column| today.told(&proposal, "pay", |comparer| comparer.lines(column)).unwrap();
    assert_eq!(lines("name"), "甲\n乙\n丙\n丁\n");
    assert_eq!(lines("difference"), "20\n10\n\n\n");
    assert_eq!(lines("rankBefore"), "1\n3\n1\n\n");
    let rows = today.told(&proposal, "pay", |comparer| comparer.rows(Sorted::Difference, true, 0, 9));
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["甲", "乙", "丙", "丁"]);
    assert_eq!(rows[3].before, None);
    assert_eq!(rows[3].difference, None);
}

#[test]
fn what_cannot_be_compared_is_a_problem() {
    let today = pieces();
    let other = Variant::example("ward-nurses");
    let ids = |compared: crate::simulate::Comparison| {
        compared.problems.iter().map(|problem| problem.code.id()).collect::<Vec<_>>()
    };
    assert_eq!(ids(today.compared(&other, "level")), ["not-comparable"]);
    let in_points =
        PIECES.replace("unit = \"yuan\"", "unit = \"point\"").replace("yuan/shift", "point/shift");
    let in_points = Variant::of(crate::scheme::Scheme::read(in_points.as_bytes()).unwrap(), NURSES);
    assert_eq!(ids(today.compared(&in_points, "pay")), ["not-comparable"]);
    let summary = today.told(&in_points, "pay", |comparer| comparer.summary("").unwrap());
    assert_eq!((summary.rows, summary.matched.count), (0, 0));
    // A step of the whole scheme is one row.
    let compared = today.compared(&today.with(&[("tables.shift.night.value", "30")]), "mean");
    assert_eq!(text(&compared.difference), "10\n");
}

#[test]
fn pools_are_told_side_by_side() {
    let today = Variant::example("ultrasound");
    let proposal = today.with(&[("parameters.title_share", "25")]);
    let pools = today.told(&proposal, "pay", |comparer| comparer.summary("").unwrap()).pools;
    assert!(pools.len() >= 2, "{pools:?}");
    for pool in &pools {
        for side in [&pool.before, &pool.after] {
            let side = side.as_ref().unwrap();
            let paid = exact(&side.paid.value).plus(&exact(&side.left.value)).unwrap();
            assert_eq!(paid, exact(&side.pool.value), "{}", pool.step);
        }
    }
}
