//! `jixiao check`: every problem of scheme files and of the translations beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jixiao::language::Language;
use jixiao::problem::{Code, Span};
use jixiao::scheme::document::Document;
use jixiao::scheme::{Scheme, read};

use crate::report;

/// Prints the problems of all files; fails when there is one.
pub(crate) fn check(files: &[PathBuf], language: Language) -> ExitCode {
    let mut sound = true;
    for file in files {
        sound &= match translated(file) {
            Some(into) => is_translation_sound(file, into, language),
            None => is_sound(file, language),
        };
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_sound(file: &Path, language: Language) -> bool {
    let Some(bytes) = bytes(file) else { return false };
    let (mut document, _) = read::read_bytes(&bytes);
    let translated = are_translations_sound(&mut document, file, language);
    let problems = match Scheme::read(&bytes) {
        Ok(scheme) => scheme.unused(),
        Err(problems) => problems,
    };
    report::print(file, &String::from_utf8_lossy(&bytes), &problems, language);
    problems.is_empty() && translated
}

/// The language of a file called `text.<tag>.toml`.
fn translated(file: &Path) -> Option<Language> {
    Language::of_tag(file.file_name()?.to_str()?.strip_prefix("text.")?.strip_suffix(".toml")?)
}

/// Checks a translation alone, against the scheme beside it.
fn is_translation_sound(file: &Path, into: Language, language: Language) -> bool {
    let (Some(scheme), Some(text)) = (bytes(&file.with_file_name("scheme.toml")), bytes(file)) else {
        return false;
    };
    let (mut document, _) = read::read_bytes(&scheme);
    prints_nothing(&mut document, file, &text, into, language)
}

/// Prints the problems of a translation; whether there are none.
fn prints_nothing(
    document: &mut Document,
    file: &Path,
    text: &[u8],
    into: Language,
    language: Language,
) -> bool {
    let problems = match std::str::from_utf8(text) {
        Ok(text) => document.translate(into, text),
        Err(error) => {
            let at = error.valid_up_to();
            vec![Code::NotUtf8.at(Span::new(at, at.saturating_add(1)))]
        }
    };
    report::print(file, &String::from_utf8_lossy(text), &problems, language);
    problems.is_empty()
}

/// Checks `text.<tag>.toml` beside the scheme.
fn are_translations_sound(document: &mut Document, scheme: &Path, language: Language) -> bool {
    let mut sound = true;
    for translated in Language::ALL {
        let file = scheme.with_file_name(format!("text.{}.toml", translated.tag()));
        if !file.exists() || scheme.file_name().is_none_or(|name| name != "scheme.toml") {
            continue;
        }
        let Some(bytes) = bytes(&file) else { return false };
        sound &= prints_nothing(document, &file, &bytes, translated, language);
    }
    sound
}

fn bytes(file: &Path) -> Option<Vec<u8>> {
    fs::read(file).map_err(|error| eprintln!("{}: {error}", file.display())).ok()
}
