//! Values at which somebody comes to another tier: put in, each moves just those who are named, and its neighbour nobody.

use super::Variant;
use crate::evaluate::run::{Fell, again};
use crate::evaluate::value::{Data, Value};
use crate::language::Language;
use crate::scheme::Scheme;
use crate::simulate::{Cell, Grade, Turn, grades, grading_cells, turns};

/// Where everybody falls, and what every step yields that is an option or a row, with some cells typed anew.
fn graded(today: &Variant, cells: &[(String, String)]) -> (Vec<Fell>, Vec<Option<Vec<u32>>>) {
    let cells: Vec<(&str, &str)> = cells.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let typed = today.with(&cells);
    let all = vec![true; today.scheme.steps.len()];
    let found = again(&today.scheme, typed.opened.facts(), &typed.outcome, &all);
    let codes = typed.outcome.steps.iter().map(|step| match &step.value {
        Value::Many(rows) => match &rows.data {
            Data::Codes(codes) if rows.faults.is_empty() => Some(codes.clone()),
            _ => None,
        },
        Value::One(_) => None,
    });
    (found.fell, codes.collect())
}

/// What is typed for a value of a cell; all bounds of its table, for a row with one typed bound has no others.
fn typed(today: &Variant, cell: Cell, value: &str) -> Vec<(String, String)> {
    let (document, facts) = (&today.scheme.document, today.opened.facts());
    let Cell::Bound { table, .. } = cell else {
        return vec![(cell.path(document, facts).unwrap(), value.to_owned())];
    };
    let own = cell.item(facts);
    let bounds = Cell::all(document, facts).into_iter().filter_map(|bound| {
        let (Cell::Bound { table: of, .. }, Some(item)) = (bound, bound.item(facts)) else { return None };
        let crate::evaluate::value::Item::Number(number) = &item else { return None };
        let unit = bound.unit(document).unwrap();
        let text = number.divided_by(unit.factor()).unwrap().to_string();
        let text = if Some(item) == own { value.to_owned() } else { text };
        (of == table).then(|| (bound.path(document, facts).unwrap(), text))
    });
    bounds.collect()
}

/// Puts every value back, and its neighbour.
fn check(today: &Variant, cell: Cell, all: &[Turn]) {
    for turn in all {
        let neighbour = graded(today, &typed(today, cell, &turn.before.to_string()));
        let there = graded(today, &typed(today, cell, &turn.value.to_string()));
        assert_ne!(there, neighbour, "{cell:?} {} moves nobody", turn.value);
        assert!(!turn.moved.is_empty());
        for moved in &turn.moved {
            let row = moved.row as usize;
            if let Grade::Tier { table, step } = moved.grade {
                let at = |(fell, _): &(Vec<Fell>, _)| {
                    let fell = fell.iter().filter(|fell| fell.table == table && fell.step == step);
                    fell.map(|fell| fell.rows[row]).collect::<Vec<_>>()
                };
                assert!(at(&neighbour).contains(&moved.from) && at(&there).contains(&moved.to));
                assert_ne!(at(&neighbour), at(&there));
            } else if let Grade::Result(step) = moved.grade {
                let at = |(_, codes): &(Vec<Fell>, Vec<Option<Vec<u32>>>)| {
                    codes[step].as_ref().map(|all| all[row])
                };
                assert!(at(&neighbour).is_none() || at(&neighbour) == moved.from);
                assert!(at(&there).is_none() || at(&there) == moved.to);
            }
        }
    }
}

#[test]
fn every_value_of_the_shipped_schemes_moves_those_who_are_named() {
    let mut found = 0;
    for (scheme, step) in [
        ("annual-rating", "month_grade"),
        ("annual-rating", "rating"),
        ("cadre-rating", "rating"),
        ("county-assessment", "grade"),
        ("dispute-compensation", "liability"),
        ("risk-award", "award"),
        ("revenue-bonus", "bonus"),
        ("laboratory", "pay"),
        ("radiology", "pay"),
    ] {
        let today = Variant::example(scheme);
        let steps = &today.scheme.document.steps;
        let Some(step) = steps.iter().position(|one| one.id.text == step) else { continue };
        for cell in grading_cells(today.draft(), step) {
            let Some(found_here) = turns(today.draft(), step, cell, 2) else { continue };
            check(&today, cell, &found_here.below);
            check(&today, cell, &found_here.above);
            found += found_here.below.len() + found_here.above.len();
        }
    }
    assert!(found > 20, "{found}");
}

/// Points by hours, a band for them, and a tier that cuts the pay.
const STAIRS: &str = r#"
id = "stairs"
title = "階"
[parameter.rate]
title = "每小時分"
unit = "point/hour"
value = "2"
places = 1
[parameter.bonus]
title = "獎"
unit = "yuan"
value = "10"
[table.grade]
title = "等次"
kind = "bands"
by = "point"
column.pay = { title = "獎", unit = "yuan" }
row = [{ id = "low", title = "低", below = "20", pay = "0" }, { id = "mid", title = "中", from = "20", below = "60", pay = "100" }, { id = "top", title = "高", from = "60", pay = "200" }]
[roster.staff]
title = "人員"
name = "姓名"
column.hours = { title = "工時", unit = "hour" }
[step.points]
title = "得分"
each = "staff"
unit = "point"
formula = "hours * rate"
[step.pay]
title = "所得"
each = "staff"
unit = "yuan"
formula = "band(points, grade).pay + bonus"
"#;

#[test]
fn the_values_nearest_to_todays_are_told_with_who_moves_from_where_to_where() {
    let facts = r#"{"rosters": {"staff": [{"name": "甲", "hours": "9"}, {"name": "乙", "hours": "15"}, {"name": "丙", "hours": "31"}]}}"#;
    let today = Variant::of(Scheme::read(STAIRS.as_bytes()).unwrap(), facts);
    let step = today.step("pay");
    assert_eq!(grades(&today.scheme, step).len(), 1);
    let cells = grading_cells(today.draft(), step);
    let found: Vec<_> = cells.iter().filter_map(|cell| turns(today.draft(), step, *cell, 3)).collect();
    let told = today.teller(Language::English).tiers(&grades(&today.scheme, step), cells.len(), &found);
    assert_eq!(told.graded, ["等次"]);
    let paths: Vec<&str> = told.rows.iter().map(|row| row.path.as_str()).collect();
    assert_eq!(
        paths,
        ["parameters.rate", "tables.grade.mid.from", "tables.grade.top.from"],
        "the bonus grades nobody"
    );
    let said = |at: usize, above: bool| -> Vec<String> {
        let row = &told.rows[at];
        let all = if above { &row.above } else { &row.below };
        let who = |turn: &crate::wire::TurnText| {
            let moved = turn.moved.iter().map(|one| {
                format!(
                    "{} {}→{}",
                    one.name,
                    one.from.as_deref().unwrap_or("-"),
                    one.to.as_deref().unwrap_or("-")
                )
            });
            format!("{} ({}) {}", turn.value, turn.before, moved.collect::<Vec<_>>().join(", "))
        };
        all.iter().map(who).collect()
    };
    // 9 h × 2.3 = 20.7; 15 h × 4 = 60; 9 h × 6.7 = 60.3. 31 h × 1.9 = 58.9; 15 h × 1.3 = 19.5; 31 h × 0.6 = 18.6.
    assert_eq!(said(0, true), ["2.3 (2.2) 甲 低→中", "4 (3.9) 乙 中→高", "6.7 (6.6) 甲 中→高"]);
    assert_eq!(said(0, false), ["1.9 (2) 丙 高→中", "1.3 (1.4) 乙 中→低", "0.6 (0.7) 丙 中→低"]);
    // 甲 has 18 points, 乙 30, 丙 62; the bound that ends the band before moves with it.
    assert_eq!(said(1, false), ["18 (18.01) 甲 低→中"]);
    assert_eq!(said(1, true), ["30.01 (30) 乙 中→低"]);
    assert_eq!(said(2, true), ["62.01 (62) 丙 高→中"]);
    assert_eq!(said(2, false), ["30 (30.01) 乙 中→高"]);
    for (cell, row) in cells.iter().zip(&found) {
        check(&today, *cell, &row.below);
        check(&today, *cell, &row.above);
    }
    // Where nothing grades anybody there is nothing to tell.
    let nurses = Variant::example("ward-nurses");
    assert_eq!(grading_cells(nurses.draft(), nurses.step("pay")), []);
    assert_eq!(grades(&nurses.scheme, nurses.step("pay")), []);
}
