//! Drawn cases do not contradict the names of their own rows, and leave something to calculate.

use crate::evaluate::facts::Opened;
use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::practise::{Edge, Exercise, Level, Pattern};
use crate::scheme::document::{Kind, Roster};

use super::{ids, shipped};

/// How many cases are drawn of each scheme.
const CASES: u32 = 12;

type Json = serde_json::Value;

/// The row of this name, where it is the only one.
fn row<'j>(facts: &'j Json, roster: &str, name: &Json) -> Option<&'j Json> {
    let mut rows = facts["rosters"][roster].as_array()?.iter().filter(|row| row["name"] == *name);
    rows.next().filter(|_| rows.next().is_none())
}

/// Values as they would be typed: a truth as its word.
fn typed(json: &Json) -> String {
    json.to_string().replace("\"true\"", "true").replace("\"false\"", "false")
}

/// What a drawn row has otherwise than the row of the model that it is called after, and may not.
fn contradictions(roster: &Roster, drawn: &Json, model: &Json, edge: Option<Edge>) -> Vec<String> {
    let mut found = Vec::new();
    for entry in &roster.columns {
        let (new, old) = (&drawn[&entry.id.text], &model[&entry.id.text]);
        let fits = match &entry.kind {
            Kind::Options(_) | Kind::Truth => typed(new) == typed(old),
            Kind::Quantity(_) if entry.per.is_none() => {
                let number = |json: &Json| Exact::parse(json.as_str()?).ok();
                match (number(new), number(old)) {
                    (Some(new), Some(old)) => new.is_zero() == old.is_zero() || edge.is_some(),
                    _ => true,
                }
            }
            _ => true,
        };
        if !fits {
            found.push(format!("{}: {old} became {new}", entry.id.text));
        }
    }
    found
}

#[test]
fn a_row_keeps_what_its_name_may_say() {
    let mut compared = 0_u32;
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let pattern = Pattern::of(&scheme, Some(&model)).unwrap();
        let model = Opened::open(&scheme, &model).json(&scheme);
        let model: Json = serde_json::from_str(&model).unwrap();
        for seed in 0..CASES {
            let drawn = pattern.drawn(&[&format!("named {seed}")]).unwrap();
            let facts: Json = serde_json::from_str(&drawn.opened.json(&scheme)).unwrap();
            for roster in &scheme.document.rosters {
                let rows = facts["rosters"][&roster.id.text].as_array();
                for one in rows.into_iter().flatten() {
                    let Some(like) = row(&model, &roster.id.text, &one["name"]) else { continue };
                    compared += 1;
                    let found = contradictions(roster, one, like, drawn.edge);
                    assert!(found.is_empty(), "{id} {seed} {}: {found:?}", one["name"]);
                }
            }
        }
    }
    assert!(compared > 500, "{compared}");
}

#[test]
fn a_number_in_a_name_is_the_number_of_its_row() {
    let (scheme, model) = shipped("director-salary");
    let pattern = Pattern::of(&scheme, Some(&model)).unwrap();
    let mut said = 0_u32;
    for seed in 0..40 {
        let drawn = pattern.drawn(&[&seed.to_string()]).unwrap();
        let facts: Json = serde_json::from_str(&drawn.opened.json(&scheme)).unwrap();
        for row in facts["rosters"]["director"].as_array().unwrap() {
            let name = row["name"].as_str().unwrap();
            let number = name.chars().filter(char::is_ascii_digit).collect::<String>();
            if name.contains('%') {
                said += 1;
                assert_eq!(row["assessment"].as_str(), Some(number.as_str()), "{row}");
            }
        }
    }
    assert!(said > 20, "{said}");
}

#[test]
fn an_exercise_leaves_something_to_calculate() {
    let mut poor = Vec::new();
    for id in ids() {
        let (scheme, model) = shipped(&id);
        for seed in 0..8 {
            let exercise =
                Exercise::of(&scheme, Some(&model), Level::All, &format!("something {seed}")).unwrap();
            let own = || exercise.sheet.lines.iter().filter(|line| !line.given);
            let nothing = own().filter(|line| match line.spot.figure(&exercise.outcome) {
                Some(FigureOutcome::Known(Item::Number(number))) => number.is_zero(),
                Some(FigureOutcome::Known(Item::Truth(truth))) => !truth,
                _ => false,
            });
            let nothing = nothing.count();
            if nothing * 3 > own().count() {
                poor.push(format!("{id} {seed}: {nothing} of {}", own().count()));
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}
