//! Questions the other way round: every answer put back gives the goal, and the next value outside it does not.

use super::Variant;
use crate::exact::Exact;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::simulate::{
    Cell, Goal, Measure, Sensitive, Sought, Work, cliffs, seek, sensitive_cells, sensitivity,
};

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

fn goal(today: &Variant, path: &str, measure: &str, goal: &str) -> Goal {
    let facts = today.opened.facts();
    Goal {
        cell: Cell::at(&today.scheme.document, facts, path).unwrap_or_else(|| panic!("no cell {path}")),
        measure: Measure::parse(today.side(), measure).unwrap_or_else(|| panic!("no measure {measure}")),
        goal: exact(goal),
        low: None,
        high: None,
        places: None,
    }
}

/// The figure of a goal's measure with a value in its cell.
fn figure(today: &Variant, path: &str, goal: &Goal, value: &Exact) -> Option<Exact> {
    goal.measure.value(&today.with(&[(path, &value.to_string())]).outcome)
}

/// Puts every answer back, and the values beside it.
fn check(today: &Variant, path: &str, goal: &Goal) -> Sought {
    let found = seek(today.draft(), goal).unwrap();
    let at = |value: &Exact| figure(today, path, goal, value);
    for interval in &found.intervals {
        assert!(interval.from <= interval.to);
        for end in [&interval.from, &interval.to] {
            assert_eq!(at(end).as_ref(), Some(&goal.goal), "{path} {end}");
        }
        let middle =
            interval.from.plus(&interval.to).unwrap().divided_by(&found.step.times(&exact("2")).unwrap());
        let middle = middle.unwrap().rounded(0, crate::exact::Rounding::Down).unwrap();
        assert_eq!(at(&middle.times(&found.step).unwrap()).as_ref(), Some(&goal.goal), "{path}");
        if !interval.at_low {
            assert_ne!(at(&interval.from.minus(&found.step).unwrap()).as_ref(), Some(&goal.goal), "{path}");
        }
        if !interval.at_high {
            assert_ne!(at(&interval.to.plus(&found.step).unwrap()).as_ref(), Some(&goal.goal), "{path}");
        }
    }
    if let Some((value, reached)) = &found.below {
        assert_eq!(at(value).as_ref(), Some(reached));
        assert!(*reached < goal.goal);
    }
    if let Some((value, reached)) = &found.above {
        assert_eq!(at(value).as_ref(), Some(reached));
        assert!(*reached > goal.goal);
    }
    found
}

#[test]
fn what_was_reached_by_a_value_is_found_again() {
    let asked = [
        ("ultrasound", "parameters.title_share", "pay[0]", "25"),
        ("ultrasound", "tables.item.heart.value", "pay[1]", "2.6"),
        ("ultrasound", "inputs.total", "pay", "50000.00"),
        ("ward-nurses", "tables.shift.night.value", "pay[0]", "3.05"),
        ("ward-nurses", "inputs.pool", "pay[1]", "20000.01"),
        ("general-surgery", "parameters.praise", "pay[1]", "35"),
        ("general-surgery", "tables.grade.leader.coefficient", "pay[0]", "1.65"),
        ("annual-rating", "parameters.full_mark", "month_score", "90"),
    ];
    for (scheme, path, measure, value) in asked {
        let today = Variant::example(scheme);
        let mut goal = goal(&today, path, measure, "0");
        goal.goal =
            figure(&today, path, &goal, &exact(value)).unwrap_or_else(|| panic!("{scheme} {measure}"));
        let found = check(&today, path, &goal);
        let holds = |value: &Exact| found.intervals.iter().any(|one| one.from <= *value && *value <= one.to);
        assert!(holds(&exact(value)), "{scheme} {path}: {found:?}");
    }
}

/// Hours at a rate, whole yuan; a bonus that is lost again beyond 40 points.
const HILLS: &str = r#"
id = "hills"
title = "坡"
[parameter.rate]
title = "單價"
unit = "yuan/hour"
value = "2.5"
[parameter.aim]
title = "目標分"
unit = "percent"
value = "30"
min = "0"
max = "100"
[parameter.word]
title = "開關"
kind = "truth"
value = true
[table.grade]
title = "等次"
kind = "bands"
by = "hour"
column.bonus = { title = "獎", unit = "yuan" }
row = [{ id = "low", title = "低", below = "10", bonus = "0" }, { id = "mid", title = "中", from = "10", below = "40", bonus = "100" }, { id = "top", title = "高", from = "40", bonus = "20" }]
[roster.staff]
title = "人員"
name = "姓名"
column.hours = { title = "工時", unit = "hour", max = "50" }
[roster.trip]
title = "出診"
of = "staff"
column.far = { title = "路程", unit = "km" }
[roster.other]
title = "別的"
column.days = { title = "天" }
[step.pay]
title = "所得"
each = "staff"
unit = "yuan"
formula = "round(hours * rate, 0) + band(hours, grade).bonus"
[step.travel]
title = "交通"
each = "staff"
unit = "yuan"
formula = 'if(sum(trip.far) > 100 [km], 50 [yuan], sum(trip.far) * 1 [yuan/km])'
[step.hill]
title = "坡"
unit = "percent"
formula = "aim * (100% - aim)"
"#;

fn hills() -> Variant {
    let facts = r#"{"rosters": {
        "staff": [{"name": "甲", "hours": "9"}, {"name": "乙", "hours": "39.5"}, {"name": "丙", "hours": "50"}],
        "trip": [{"name": "", "staff": "甲", "far": "60"}, {"name": "", "staff": "甲", "far": "40"}, {"name": "", "staff": "乙", "far": "7"}],
        "other": [{"days": "1"}]}}"#;
    Variant::of(Scheme::read(HILLS.as_bytes()).unwrap(), facts)
}

#[test]
fn on_a_rounded_function_the_answer_is_an_interval() {
    let today = hills();
    // 9 hours: 22.5 ≤ 9 · rate < 23.5 gives 23 yuan, which is 2.50 to 2.61.
    let goal = goal(&today, "parameters.rate", "pay[0]", "23");
    let found = check(&today, "parameters.rate", &goal);
    let interval = &found.intervals[0];
    assert_eq!([interval.from.to_string(), interval.to.to_string()], ["2.5", "2.61"]);
    assert_eq!(found.intervals.len(), 1);
    let said = |language| today.teller(language).sought(&goal, &found).sentence;
    assert!(
        said(Language::TraditionalChinese)
            .starts_with("「單價」取2.5～2.61，正好得23.00元（以0.01為一格）。")
    );
    assert!(
        said(Language::English)
            .starts_with("“單價” gives exactly 23.00 yuan at 2.5 to 2.61 (in steps of 0.01).")
    );
    // Half a yuan is never paid: the values on both sides are told.
    let goal = Goal { goal: exact("23.5"), ..goal };
    let found = check(&today, "parameters.rate", &goal);
    assert_eq!(found.intervals, []);
    assert_eq!(found.below.as_ref().map(|(_, figure)| figure.to_string()).as_deref(), Some("23"));
    assert_eq!(found.above.as_ref().map(|(_, figure)| figure.to_string()).as_deref(), Some("24"));
    let sought = today.teller(Language::SimplifiedChinese).sought(&goal, &found);
    assert!(sought.sentence.contains("没有找到正好得23.50元的值"), "{}", sought.sentence);
    // With more places the interval is finer.
    let goal = Goal { goal: exact("23"), places: Some(4), ..goal };
    let found = check(&today, "parameters.rate", &goal);
    assert_eq!(found.intervals[0].to.to_string(), "2.6111");
}

#[test]
fn where_two_decimals_miss_the_goal_more_are_tried() {
    // The night at 3.0, and the leader's coefficient that gives 護士甲 back the 5 % limit of her pay.
    let today = Variant::example("ward-nurses").with(&[("tables.shift.night.value", "3.0")]);
    let mut goal = goal(&today, "tables.shift.leader.value", "pay[0]", "846.11");
    let found = check(&today, "tables.shift.leader.value", &goal);
    assert!(!found.intervals.is_empty() && found.step < exact("0.01"), "{found:?}");
    // Who says how many decimals a value has is told that none of them does it.
    goal.places = Some(2);
    assert_eq!(check(&today, "tables.shift.leader.value", &goal).intervals, []);
}

#[test]
fn several_intervals_and_ends_of_the_range_are_told() {
    let today = hills();
    // 21 % = 30 % · 70 %, and 70 % gives the same; the range is 0 to 100 and all of it is tried.
    let mut goal = goal(&today, "parameters.aim", "hill", "0.21");
    goal.places = Some(0);
    let found = check(&today, "parameters.aim", &goal);
    let ends: Vec<_> = found.intervals.iter().map(|one| (one.from.to_string(), one.to.to_string())).collect();
    assert_eq!(ends, [("30".to_owned(), "30".to_owned()), ("70".to_owned(), "70".to_owned())]);
    assert!(found.complete);
    let sought = today.teller(Language::TraditionalChinese).sought(&goal, &found);
    assert_eq!(sought.sentence, "「目標分」取30、70，正好得21%（以1為一格）。互不相連的有2段。");
    // With two decimals the range is too large for that, and both are found nevertheless.
    goal.places = Some(2);
    let found = check(&today, "parameters.aim", &goal);
    assert_eq!(found.intervals.len(), 2);
    assert!(!found.complete);
    // Nothing changes with it: the whole range gives the goal.
    let mut goal = super::asking::goal(&today, "parameters.aim", "pay[0]", "23");
    goal.high = Some(exact("50"));
    let found = check(&today, "parameters.aim", &goal);
    let interval = &found.intervals[0];
    assert!(interval.at_low && interval.at_high && found.intervals.len() == 1);
    assert_eq!(found.high, exact("50"));
    // A goal beyond ten times today's value is still met, where nobody said how far to go.
    let goal = super::asking::goal(&today, "parameters.rate", "pay[0]", "9000");
    assert_eq!(check(&today, "parameters.rate", &goal).intervals[0].from.to_string(), "999.95");
    // A cell without a number holds no answer.
    let truth = Goal {
        cell: Cell::at(&today.scheme.document, today.opened.facts(), "parameters.word").unwrap(),
        ..goal
    };
    assert_eq!(seek(today.draft(), &truth), None);
}

#[test]
fn a_bound_that_is_sought_takes_the_row_before_with_it() {
    let today = hills();
    // 乙 with 39.5 hours gets 99 + 100; from 39.5 on only 99 + 20.
    let mut goal = goal(&today, "tables.grade.top.from", "pay[1]", "119");
    goal.high = Some(exact("60"));
    goal.low = Some(exact("20"));
    let found = check_bound(&today, &goal);
    assert_eq!(found.intervals.last().unwrap().to.to_string(), "39.5");
}

fn check_bound(today: &Variant, goal: &Goal) -> Sought {
    let found = seek(today.draft(), goal).unwrap();
    for (value, reached) in [(&found.intervals[0].to, true), (&exact("39.51"), false)] {
        let text = value.to_string();
        let with = today.with(&[
            ("tables.grade.mid.from", "10"),
            ("tables.grade.mid.below", &text),
            ("tables.grade.top.from", &text),
        ]);
        assert_eq!(goal.measure.value(&with.outcome) == Some(goal.goal.clone()), reached, "{text}");
    }
    found
}

#[test]
fn a_step_of_each_value_is_what_typing_it_does() {
    for (scheme, measure) in [
        ("ultrasound", "pay[0]"),
        ("ultrasound", "pay"),
        ("ward-nurses", "pay[1]"),
        ("general-surgery", "pay[2]"),
        ("general-surgery", "pay[grade=attending]"),
        ("annual-rating", "month_score"),
    ] {
        let today = Variant::example(scheme);
        let measure = Measure::parse(today.side(), measure).unwrap();
        let cells = sensitive_cells(today.draft(), &measure);
        assert!(cells.len() > 1, "{scheme}: {cells:?}");
        let mut moved = 0;
        for Sensitive { path, value, step, down, up, .. } in sensitivity(today.draft(), &measure, &cells) {
            for (stepped, expected) in [(down, value.minus(&step)), (up, value.plus(&step))] {
                let Some(stepped) = stepped else { continue };
                assert_eq!(Some(&stepped.value), expected.as_ref(), "{path}");
                let typed = today.with(&[(&path, &stepped.value.to_string())]);
                assert_eq!(stepped.figure, measure.value(&typed.outcome), "{scheme} {path}");
                moved += stepped.changed;
            }
        }
        assert!(moved > 0, "{scheme}");
        // What no step of the measure reads is not among them.
        let unread = Cell::all(&today.scheme.document, today.opened.facts()).into_iter().filter(|cell| {
            !cells.contains(cell)
                && matches!(cell.item(today.opened.facts()), Some(crate::evaluate::value::Item::Number(_)))
        });
        for cell in unread.filter(|cell| matches!(cell, Cell::Value { .. })) {
            let path = cell.path(&today.scheme.document, today.opened.facts()).unwrap();
            let typed = today.with(&[(&path, "77")]);
            let value = measure.value(&typed.outcome);
            assert!(value.is_none() || value == measure.value(&today.outcome), "{scheme} {path}");
        }
    }
}

#[test]
fn a_bound_steps_with_its_neighbour() {
    let today = hills();
    let measure = Measure::parse(today.side(), "pay").unwrap();
    let cells = sensitive_cells(today.draft(), &measure);
    let found = sensitivity(today.draft(), &measure, &cells);
    let told = today.teller(Language::English).sensitivity(&measure, cells.len(), &found);
    let row =
        |path: &str| told.rows.iter().find(|row| row.path == path).unwrap_or_else(|| panic!("no {path}"));
    // From 36 on the top grade takes 乙 in, who loses 80 yuan; nobody loses at 44.
    let top = row("tables.grade.top.from");
    assert_eq!(top.down.as_ref().unwrap().difference.as_ref().unwrap().shown, "−80.00");
    assert_eq!(top.down.as_ref().unwrap().changed, 1);
    assert_eq!(top.up.as_ref().unwrap().changed, 0);
    // From 9 on the middle grade takes 甲 in.
    assert_eq!(
        row("tables.grade.mid.from").down.as_ref().unwrap().difference.as_ref().unwrap().shown,
        "+100.00"
    );
    assert!(told.rows.iter().all(|row| !row.path.ends_with(".below")));
    assert!(told.rows.iter().all(|row| row.path != "parameters.aim"), "pay does not depend on it");
    let rate = row("parameters.rate");
    assert_eq!((rate.step.as_str(), rate.up.as_ref().unwrap().value.as_str()), ("0.25", "2.75"));
}

#[test]
fn cliffs_are_where_one_more_unit_lowers_a_figure() {
    let today = hills();
    let found = |step: &str, path: &str, rows: std::ops::Range<u32>| {
        let work = Work::parse(today.side(), path).unwrap_or_else(|| panic!("no work {path}"));
        let found = cliffs(today.side(), today.step(step), &work, rows);
        found.map(|found| {
            found
                .into_iter()
                .map(|cliff| (cliff.row, cliff.of, cliff.after.minus(&cliff.before).unwrap().to_string()))
                .collect::<Vec<_>>()
        })
    };
    // 39.5 hours: 99 + 100; 40.5 hours: 101 + 20. 丙 may not work more.
    assert_eq!(found("pay", "staff.hours", 0..9), Some(vec![(1, 1, "-78".to_owned())]));
    assert_eq!(found("pay", "staff.hours", 2..9), Some(vec![]));
    // 甲 travelled 100 km in two trips; one more brings 50 yuan instead of 100.
    let both = vec![(0, 0, "-50".to_owned()), (1, 0, "-50".to_owned())];
    assert_eq!(found("travel", "trip.far", 0..3), Some(both));
    assert_eq!(found("pay", "other.days", 0..1), None);
    assert_eq!(found("hill", "staff.hours", 0..3), None);
    for path in ["staff.nothing", "staff", "nobody.hours", "staff.hours.x"] {
        assert_eq!(Work::parse(today.side(), path), None, "{path}");
    }
    // Each answer is what typing it does.
    let surgery = Variant::example("ultrasound");
    for item in ["outpatient", "late"] {
        let work = Work::parse(surgery.side(), &format!("staff.visits.{item}")).unwrap();
        let found = cliffs(surgery.side(), surgery.step("pay"), &work, 0..work.count).unwrap();
        assert_eq!(found, [], "more work never lowers pay here");
    }
}
