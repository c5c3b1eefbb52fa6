//! Exercises: drawn by a seed, laid out, read.

mod answer;
mod given;
mod levels;
mod named;
mod plausible;
mod same;
mod seed;
mod tape;

use std::fs;

use super::case::Case;
use crate::scheme::Scheme;

/// The shipped scheme with this id, translated, and the facts of its example.
fn shipped(id: &str) -> (Scheme, String) {
    let folder = format!("schemes/{id}");
    let mut scheme = Scheme::read(&fs::read(format!("{folder}/scheme.toml")).unwrap()).unwrap();
    for language in [crate::language::Language::SimplifiedChinese, crate::language::Language::English] {
        let text = fs::read_to_string(format!("{folder}/text.{}.toml", language.tag())).unwrap();
        assert!(scheme.document.translate(language, &text).is_empty());
    }
    let cases = fs::read_dir(format!("{folder}/cases")).unwrap();
    let examples = cases.filter_map(|file| {
        let case: Case = toml::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        case.example.then(|| case.facts.to_string())
    });
    let example = examples.last();
    (scheme, example.unwrap_or_else(|| panic!("{id} has no example")))
}

/// The ids of all shipped schemes.
fn ids() -> Vec<String> {
    let folders = fs::read_dir("schemes").unwrap().map(|entry| entry.unwrap().path());
    let schemes = folders.filter(|folder| folder.join("scheme.toml").exists());
    let mut ids: Vec<String> =
        schemes.map(|folder| folder.file_name().unwrap().to_string_lossy().into_owned()).collect();
    ids.sort();
    assert!(ids.len() > 20, "{ids:?}");
    ids
}
