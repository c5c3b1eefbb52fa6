//! Every file of `schemes/broken` has exactly the problems that stand beside it, and every problem has a file.
//!
//! `UPDATE=1 cargo test broken` rewrites what stands beside the files; the difference is the review.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use crate::language::Language;
use crate::problem::{Code, Lines, Problem};
use crate::scheme::Scheme;

/// Problems that only a file of unreasonable size can have: see `hostile.rs`.
const OF_GIANTS: [&str; 2] = ["file-too-large", "more-problems"];

fn files() -> Vec<PathBuf> {
    let folder = Path::new("schemes/broken");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        files.filter(|file| file.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    assert!(!files.is_empty(), "no broken scheme was found");
    files
}

fn problems(file: &Path) -> Vec<Problem> {
    match Scheme::read(&fs::read(file).unwrap()) {
        Ok(scheme) => scheme.unused(),
        Err(problems) => problems,
    }
}

/// A line for each problem, with its hint and the other place it speaks of.
fn told(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    let text = String::from_utf8_lossy(&bytes);
    let lines = Lines::of(&text);
    let mut told = String::new();
    for problem in problems(file) {
        let place = lines.position(problem.start());
        let (id, message) = (problem.code.id(), problem.message(&Language::English));
        writeln!(told, "{}:{} {id} {message}", place.line, place.column).unwrap();
        if let Some(other) = problem.other() {
            let other = lines.position(other.start);
            writeln!(told, "    other: {}:{}", other.line, other.column).unwrap();
        }
        if let Some(hint) = problem.hint(&Language::English) {
            writeln!(told, "    hint: {hint}").unwrap();
        }
    }
    told
}

#[test]
fn every_broken_scheme_has_exactly_its_problems() {
    for file in files() {
        let (told, beside) = (told(&file), file.with_extension("expected"));
        assert!(!told.is_empty(), "{}: nothing is wrong with it", file.display());
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&beside, &told).unwrap();
        }
        let expected = fs::read_to_string(&beside).unwrap_or_default();
        assert_eq!(told, expected, "{}", file.display());
    }
}

#[test]
fn every_problem_of_schemes_has_a_broken_scheme_of_its_name() {
    for id in Code::OF_SCHEMES.iter().filter(|id| !OF_GIANTS.contains(id)) {
        let file = PathBuf::from(format!("schemes/broken/{id}.toml"));
        assert!(file.exists(), "no broken scheme shows `{id}`");
        let found: BTreeSet<&str> = problems(&file).iter().map(|problem| problem.code.id()).collect();
        assert!(found.contains(id), "{}: has only {found:?}", file.display());
    }
}

#[test]
fn a_problem_says_something_in_every_language() {
    for problem in files().iter().flat_map(|file| problems(file)) {
        let said = Language::ALL.map(|language| problem.message(&language));
        assert!(said.iter().all(|words| !words.is_empty() && !words.contains(['{', '}'])), "{said:?}");
        let hinted = Language::ALL.map(|language| problem.hint(&language).is_some());
        assert!(
            hinted.iter().all(|hint| *hint == hinted[0]),
            "{:?}: a hint in some languages only",
            problem.code
        );
    }
}
