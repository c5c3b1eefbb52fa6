//! The shipped schemes read and check without a problem, and every text of them is translated.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::language::Language;
use crate::problem::{Lines, Problem};
use crate::scheme::Scheme;
use crate::scheme::document::{Document, Kind};

/// The folders of schemes; `schemes/broken` is none.
fn folders() -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> =
        fs::read_dir("schemes").unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.retain(|folder| folder.join("scheme.toml").exists());
    folders.sort();
    assert!(!folders.is_empty(), "no scheme was found");
    folders
}

/// A line for each problem of a file.
fn told(file: &Path, text: &str, problems: &[Problem]) -> String {
    let lines = Lines::of(text);
    let line = |problem: &Problem| {
        let line = lines.position(problem.start()).line;
        format!("{}:{line} {}\n", file.display(), problem.message(&Language::English))
    };
    problems.iter().map(line).collect()
}

#[test]
fn every_shipped_scheme_is_sound() {
    let mut wrong = String::new();
    for folder in folders() {
        let file = folder.join("scheme.toml");
        let text = fs::read_to_string(&file).unwrap();
        let problems = match Scheme::read(text.as_bytes()) {
            Ok(scheme) => scheme.unused(),
            Err(problems) => problems,
        };
        wrong += &told(&file, &text, &problems);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_text_of_a_shipped_scheme_is_translated() {
    let mut wrong = String::new();
    for folder in folders() {
        let mut scheme = Scheme::read(&fs::read(folder.join("scheme.toml")).unwrap()).unwrap();
        for language in [Language::SimplifiedChinese, Language::English] {
            let file = folder.join(format!("text.{}.toml", language.tag()));
            let text = fs::read_to_string(&file).unwrap();
            let problems = scheme.document.translate(language, &text);
            wrong += &told(&file, &text, &problems);
            for path in scheme.document.untranslated(language) {
                wrong += &format!("{}: nothing for {path}\n", file.display());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_shipped_schemes_take_over_is_there_and_fits() {
    let schemes = folders().into_iter().map(|folder| {
        let scheme = Scheme::read(&fs::read(folder.join("scheme.toml")).unwrap()).unwrap();
        (scheme.document.id.text.clone(), scheme.document)
    });
    let schemes: BTreeMap<String, Document> = schemes.collect();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (id, document) in &schemes {
        let inputs = document.inputs.iter().map(|entry| (entry, false));
        let columns = document.rosters.iter().flat_map(|roster| &roster.columns).map(|entry| (entry, true));
        for (entry, rows) in inputs.chain(columns) {
            for origin in &entry.from {
                seen += 1;
                let place = format!("{id}: {}: {}.{}", entry.id.text, origin.scheme.text, origin.step.text);
                let Some(other) = schemes.get(&origin.scheme.text) else {
                    wrong.push(format!("{place}: no such scheme"));
                    continue;
                };
                match origin.found_in(other, entry, rows) {
                    Err(code) => wrong.push(format!("{place}: {}", code.on("").message(&Language::English))),
                    Ok(step) => {
                        let (here, there) = (ids(document, &entry.kind), ids(other, &other.steps[step].kind));
                        let strange: Vec<&String> = there.difference(&here).collect();
                        if !strange.is_empty() {
                            wrong.push(format!("{place}: {strange:?} cannot be entered"));
                        }
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 0, "no shipped scheme takes anything over");
}

/// The ids of the options or table rows that a value is one of.
fn ids(document: &Document, kind: &Kind) -> BTreeSet<String> {
    match kind {
        Kind::Options(options) => options.iter().map(|option| option.id.text.clone()).collect(),
        Kind::OneOf(of) => {
            let rows = document.tables.iter().filter(|table| table.id.text == of.text);
            rows.flat_map(|table| &table.rows).map(|row| row.id.text.clone()).collect()
        }
        _ => BTreeSet::new(),
    }
}
