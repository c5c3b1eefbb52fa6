//! The same exercise on every machine: fingerprints of drawn facts, which the package is held against too.

use std::fmt::Write as _;
use std::fs;

use crate::practise::{Exercise, Level};
use crate::wire::fingerprint;

use super::{ids, shipped};

/// A line for each exercise: its scheme, its seed, and the SHA-256 of its facts. `pkg-tests/exercises.test.mjs` holds
/// Node and the browsers against it.
const FILE: &str = "pkg-tests/exercises.txt";

/// Where a scheme, its example or the way of drawing has changed, the exercises of its seeds change too: write the file
/// anew with `UPDATE=1 cargo test the_facts_of_a_seed_never_change`, and say so where papers are kept.
#[test]
fn the_facts_of_a_seed_never_change() {
    let mut found = String::new();
    for id in ids() {
        let (scheme, model) = shipped(&id);
        for seed in ["1", "2", "班組練習"] {
            let exercise = Exercise::of(&scheme, Some(&model), Level::Last, seed).unwrap();
            writeln!(found, "{id} {seed} {}", fingerprint(exercise.facts(&scheme).as_bytes())).unwrap();
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(FILE, &found).unwrap();
    }
    let known = fs::read_to_string(FILE).unwrap();
    let wrong: Vec<(&str, &str)> =
        known.lines().zip(found.lines()).filter(|(one, other)| one != other).collect();
    assert!(wrong.is_empty() && known.lines().count() == found.lines().count(), "{wrong:#?}");
}
