//! Schemes with their translations, and shipped cases opened, for the tests of explanations.

use std::fs;
use std::path::Path;

use crate::evaluate::explain::Explained;
use crate::evaluate::facts::{Facts, Opened};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::problem::Lines;
use crate::scheme::{Scheme, check, read};
use crate::tests::cases;

/// A scheme with what it makes of the facts of one case.
pub(super) struct Sample {
    pub(super) scheme: Scheme,
    pub(super) opened: Opened,
    pub(super) outcome: Outcome,
}

impl Sample {
    /// Facts written as JSON.
    #[track_caller]
    pub(super) fn open(scheme: Scheme, facts: &str) -> Self {
        let opened = Opened::open(&scheme, facts);
        let outcome = evaluate(&scheme, opened.facts());
        Self { scheme, opened, outcome }
    }

    /// The values that were entered.
    pub(super) fn facts(&self) -> &Facts {
        self.opened.facts()
    }

    /// A case of a shipped scheme, by the names of its folder and file.
    #[track_caller]
    pub(super) fn shipped(id: &str, case: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemes").join(id);
        let cases = cases::cases(&folder);
        let known = cases.into_iter().find(|(file, _)| file.file_stem().is_some_and(|stem| stem == case));
        Self::open(translated(&folder), &known.unwrap().1.facts.to_string())
    }

    /// A figure explained, if there is one.
    pub(super) fn explained(&self, step: usize, row: Option<u32>) -> Option<Explained<'_>> {
        Explained::of(&self.scheme, self.facts(), &self.outcome, step, row)
    }
}

/// Every case of every shipped scheme, named after its folder and file.
pub(super) fn shipped() -> impl Iterator<Item = (String, Sample)> {
    cases::folders().into_iter().flat_map(|folder| {
        let cases = cases::cases(&folder);
        cases.into_iter().map(move |(file, case)| {
            (file.display().to_string(), Sample::open(translated(&folder), &case.facts.to_string()))
        })
    })
}

/// The scheme of a folder, in three languages.
#[track_caller]
fn translated(folder: &Path) -> Scheme {
    let file = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let translations = [Language::SimplifiedChinese, Language::English]
        .map(|language| (language, file(&format!("text.{}.toml", language.tag()))));
    scheme(&file("scheme.toml"), &translations)
}

/// The scheme of a text and its translations.
#[track_caller]
pub(super) fn scheme(text: &str, translations: &[(Language, String)]) -> Scheme {
    let (mut document, problems) = read::read(text);
    assert_eq!(problems, []);
    for (language, text) in translations {
        assert_eq!(document.translate(*language, text), []);
    }
    let sound = check::check(document);
    sound.unwrap_or_else(|problems| {
        let told = problems.iter().map(|problem| {
            let at = problem.span().map_or(0, |span| Lines::of(text).position(span.start).line);
            format!("{at}: {}\n", problem.message(&Language::English))
        });
        panic!("{}", told.collect::<String>())
    })
}

/// The scheme with a step for every operator and function.
#[track_caller]
pub(super) fn formulas() -> Scheme {
    let english = include_str!("formulas.en.toml").to_owned();
    scheme(include_str!("formulas.toml"), &[(Language::English, english)])
}

/// Compares a text with a file beside the tests; `UPDATE=1` writes the file instead.
#[track_caller]
pub(super) fn same_as_file(name: &str, text: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/explain").join(name);
    if std::env::var_os("UPDATE").is_some() {
        return fs::write(file, text).unwrap();
    }
    let known = fs::read_to_string(file).unwrap();
    let differs = known.lines().zip(text.lines()).find(|(known, now)| known != now);
    assert_eq!(differs, None, "{name} says otherwise");
    assert_eq!(known, text, "{name} is longer or shorter");
}
