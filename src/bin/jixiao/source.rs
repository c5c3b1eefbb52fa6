//! Where a scheme and its facts come from: a shipped scheme by its id, or files.

use std::fs;
use std::io::Read;
use std::path::Path;

use jixiao::language::Language;
use jixiao::scheme::Scheme;
use jixiao::wire::fingerprint;

use crate::report;
use crate::shipped::{self, Files};

/// A scheme and the fingerprint of its file.
pub(crate) struct Loaded {
    pub(crate) scheme: Scheme,
    pub(crate) fingerprint: String,
}

/// The scheme with a shipped id, or of a file; what is wrong with it is printed.
pub(crate) fn scheme(name: &str, language: Language) -> Option<Loaded> {
    let path = Path::new(name);
    let files = match shipped::files(name) {
        Some(files) => files,
        None => match fs::read(path) {
            Ok(scheme) => Files { scheme, translations: beside(path) },
            Err(error) => {
                eprintln!("{name}: {error}");
                eprintln!("{}", report::unknown(name, shipped::ids().into_iter(), language));
                return None;
            }
        },
    };
    match Scheme::read(&files.scheme) {
        Ok(mut scheme) => {
            for (language, text) in &files.translations {
                // What is wrong with a translation is told by `check`; the words as written stand in.
                scheme.document.translate(*language, text);
            }
            Some(Loaded { scheme, fingerprint: fingerprint(&files.scheme) })
        }
        Err(problems) => {
            report::print(path, &String::from_utf8_lossy(&files.scheme), &problems, language);
            None
        }
    }
}

/// The translations that lie beside a scheme file.
fn beside(scheme: &Path) -> Vec<(Language, String)> {
    let read = |language: Language| {
        let file = scheme.with_file_name(format!("text.{}.toml", language.tag()));
        Some((language, fs::read_to_string(file).ok()?))
    };
    Language::ALL.into_iter().filter_map(read).collect()
}

/// Facts as JSON: of a JSON file, of the facts of a case in TOML, or with `-` from the standard input.
pub(crate) fn facts(name: &str) -> Option<String> {
    let text = if name == "-" {
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).map(|_| text)
    } else {
        fs::read_to_string(name)
    };
    let text = text.map_err(|error| eprintln!("{name}: {error}")).ok()?;
    if !name.ends_with(".toml") {
        return Some(text);
    }
    let case: Result<Case, _> = toml::from_str(&text);
    let case = case.map_err(|error| eprintln!("{name}: {error}")).ok()?;
    Some(case.facts.to_string())
}

/// What counts of a case.
#[derive(serde::Deserialize)]
struct Case {
    /// The JSON form of facts, written in TOML.
    facts: serde_json::Value,
}
