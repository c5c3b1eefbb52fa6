//! The shipped schemes read and check without a problem.

use std::fs;

use crate::language::Language;
use crate::problem::{Lines, Place};
use crate::scheme::{check, read};

#[test]
fn every_shipped_scheme_is_sound() {
    let mut count = 0;
    let mut wrong = String::new();
    for entry in fs::read_dir("schemes").unwrap() {
        let file = entry.unwrap().path().join("scheme.toml");
        let Ok(text) = fs::read_to_string(&file) else { continue };
        count += 1;
        let (document, mut problems) = read::read(&text);
        if problems.is_empty() {
            problems = check::check(document).err().unwrap_or_default();
        }
        let lines = Lines::of(&text);
        for problem in problems {
            let line = match problem.place {
                Place::Source(span) => lines.position(span.start).line,
                Place::Path(_) => 0,
            };
            wrong += &format!("{}:{line} {}\n", file.display(), problem.message(&Language::English));
        }
    }
    assert!(count > 0, "no scheme was found");
    assert!(wrong.is_empty(), "{wrong}");
}
