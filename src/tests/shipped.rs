//! The shipped schemes read and check without a problem, and every text of them is translated.

use std::fs;
use std::path::{Path, PathBuf};

use crate::language::Language;
use crate::problem::{Lines, Problem};
use crate::scheme::Scheme;

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
        if let Err(problems) = Scheme::read(text.as_bytes()) {
            wrong += &told(&file, &text, &problems);
        }
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
            for path in scheme.document.translations.missing(&scheme.document, language) {
                wrong += &format!("{}: nothing for {path}\n", file.display());
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}
