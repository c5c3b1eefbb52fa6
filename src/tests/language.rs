//! Every construct of the scheme language, as data: `language/*.toml`, one file each.
//!
//! A file has a small `scheme`, and cases of facts and what is expected of them; or additions to the scheme that must
//! be refused, each with its mistakes as `code: what is marked`.

use std::fs;
use std::path::Path;

use serde::Deserialize;

use super::case::{Case, differences};
use super::laws::plain;
use crate::evaluate::facts::Facts;
use crate::evaluate::run::evaluate;
use crate::problem::{Place, Problem};
use crate::scheme::Scheme;

/// A file of `language/`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Construct {
    /// What the language promises.
    because: String,
    /// The scheme without its head.
    scheme: String,
    #[serde(default)]
    case: Vec<Case>,
    #[serde(default)]
    refused: Vec<Refused>,
}

/// An addition to the scheme that must be refused.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Refused {
    because: String,
    add: String,
    mistakes: Vec<String>,
}

const HEAD: &str = "id = \"test\"\ntitle = \"試\"\n";

/// The scheme that a text declares, or each mistake in it as `code: what is marked`.
fn scheme(text: &str) -> Result<Scheme, Vec<String>> {
    let marked = |problem: &Problem| match &problem.place {
        Place::Source(span) => text.get(span.start..span.end).unwrap().to_owned(),
        Place::Path(path) => path.clone(),
    };
    let mistake = |problem: &Problem| format!("{}: {}", problem.code.id(), marked(problem));
    Scheme::read(text.as_bytes()).map_err(|problems| problems.iter().map(mistake).collect())
}

/// Everything in which a file is wrong about the language, or the engine about the file.
fn report(file: &Construct) -> String {
    let mut report = String::new();
    let whole = format!("{HEAD}{}", file.scheme);
    for refused in &file.refused {
        let mistakes = scheme(&format!("{whole}\n{}", refused.add)).err().unwrap_or_default();
        if mistakes != refused.mistakes {
            let (expected, because) = (&refused.mistakes, &refused.because);
            report += &format!("\n  because {because}\n  expected {expected:?}\n  found    {mistakes:?}\n");
        }
    }
    let scheme = match scheme(&whole) {
        Ok(scheme) => scheme,
        Err(mistakes) => return report + &format!("\n  {}\n", mistakes.join("\n  ")),
    };
    for case in &file.case {
        let mut differences = differences(&scheme, case);
        let facts = Facts::open(&scheme, &case.facts.to_string());
        differences.extend(plain::differences(&scheme, &facts, &evaluate(&scheme, &facts)));
        if !differences.is_empty() {
            report += &format!("\n  because {}\n  {}\n", case.because, differences.join("\n  "));
        }
    }
    report
}

#[test]
fn every_construct_does_what_the_language_promises() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/tests/language");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty(), "no file was found");
    let mut reports = String::new();
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).unwrap();
        let file: Construct = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(!file.case.is_empty() || !file.refused.is_empty(), "{name} claims nothing");
        let report = report(&file);
        if !report.is_empty() {
            reports += &format!("\n{name}: {}{report}", file.because);
        }
    }
    assert!(reports.is_empty(), "{reports}");
}

#[test]
fn a_wrong_expectation_is_told() {
    let told = |expect: &str| {
        let scheme = "[step.one]\ntitle = \"一\"\nformula = \"1\"\n";
        let text = format!(
            "because = ''\nscheme = \"\"\"{scheme}\"\"\"\n[[case]]\nbecause = ''\n[case.expect]\n{expect}"
        );
        report(&toml::from_str(&text).unwrap())
    };
    assert_eq!(told("one = '1'"), "");
    for wrong in [
        "one = '2'",
        "one = { a = '1' }",
        "two = '1'",
        "flags = ['one']",
        "problems = ['one']",
        "guards = ['one']",
        "pools = ['one']",
    ] {
        assert_ne!(told(wrong), "", "{wrong}");
    }
}
