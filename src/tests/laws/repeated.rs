//! The same facts give the same outcome: evaluated again, saved and opened, typed again, or with the scheme's own
//! values written out.

use serde_json::Value as Json;

use super::{Evaluated, samples};
use crate::evaluate::facts::Opened;
use crate::scheme::document::{Cell, Entry};

/// Everything that an outcome says, problems and notices included.
fn whole(evaluated: &Evaluated<'_>) -> String {
    format!("{:?}", evaluated.outcome)
}

#[test]
fn evaluated_twice() {
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        let again = Evaluated::of(&sample.scheme, evaluated.opened.clone());
        assert_eq!(whole(&evaluated), whole(&again), "{}", sample.name);
    }
}

#[test]
fn saved_and_opened() {
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        let saved = evaluated.opened.json(&sample.scheme);
        let again = Evaluated::of(&sample.scheme, Opened::open(&sample.scheme, &saved));
        assert_eq!(evaluated.figures(), again.figures(), "{}", sample.name);
        assert_eq!(again.opened.json(&sample.scheme), saved, "{}", sample.name);
    }
}

/// The cells of facts that hold a text, by their path.
fn cells(facts: &Json) -> Vec<(String, String)> {
    let mut cells = Vec::new();
    let rosters = facts.get("rosters").and_then(Json::as_object).into_iter().flatten();
    for (roster, rows) in rosters {
        for (row, columns) in rows.as_array().into_iter().flatten().enumerate() {
            for (column, value) in columns.as_object().into_iter().flatten() {
                let path = format!("rosters.{roster}[{row}].{column}");
                cells.extend(value.as_str().map(|text| (path, text.to_owned())));
            }
        }
    }
    for section in ["inputs", "parameters", "choices"] {
        for (id, value) in facts.get(section).and_then(Json::as_object).into_iter().flatten() {
            cells.extend(value.as_str().map(|text| (format!("{section}.{id}"), text.to_owned())));
        }
    }
    cells
}

#[test]
fn typed_again() {
    let mut typed = 0;
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        let mut opened = evaluated.opened.clone();
        for (path, text) in cells(&sample.facts) {
            opened.set(&sample.scheme, &path, "").unwrap_or_else(|none| panic!("{}: {none:?}", sample.name));
            opened.set(&sample.scheme, &path, &text).unwrap();
            typed += 1;
        }
        let again = Evaluated::of(&sample.scheme, opened);
        assert_eq!(whole(&evaluated), whole(&again), "{}", sample.name);
    }
    assert!(typed > 500, "only {typed} cells were typed");
}

/// The value that an entry has of its own, as it would be typed.
fn own(entry: &Entry) -> Option<String> {
    let [(None, cell)] = entry.value.as_ref()?.versions.as_slice() else { return None };
    if entry.per.is_some() {
        return None;
    }
    Some(match cell {
        Cell::Quantity(number) => number.to_string(),
        Cell::Truth(truth) => truth.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Words(words) | Cell::Id(words) => words.clone(),
    })
}

#[test]
fn with_the_values_of_the_scheme_written_out() {
    let mut written = 0;
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        let mut opened = evaluated.opened.clone();
        let document = &sample.scheme.document;
        for (section, entries) in [("inputs", &document.inputs), ("parameters", &document.parameters)] {
            for entry in entries {
                let given =
                    sample.facts.get(section).and_then(|section| section.get(&entry.id.text)).is_some();
                if let (Some(text), false) = (own(entry), given) {
                    opened.set(&sample.scheme, &format!("{section}.{}", entry.id.text), &text).unwrap();
                    written += 1;
                }
            }
        }
        let again = Evaluated::of(&sample.scheme, opened);
        assert_eq!(whole(&evaluated), whole(&again), "{}", sample.name);
    }
    assert!(written > 20, "only {written} values were written out");
}
