//! `jixiao check`: every problem of scheme files and of the translations beside them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jixiao::language::Language;
use jixiao::scheme::document::Document;
use jixiao::scheme::{Scheme, read};

use crate::report;

/// Prints the problems of all files; fails when there is one.
pub(crate) fn check(files: &[PathBuf], language: Language) -> ExitCode {
    let mut sound = true;
    for file in files {
        sound &= is_sound(file, language);
    }
    if sound { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn is_sound(file: &Path, language: Language) -> bool {
    let Some(bytes) = bytes(file) else { return false };
    let (mut document, _) = read::read_bytes(&bytes);
    let translated = are_translations_sound(&mut document, file, language);
    let problems = Scheme::read(&bytes).err().unwrap_or_default();
    report::print(file, &String::from_utf8_lossy(&bytes), &problems, language);
    problems.is_empty() && translated
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
        let text = String::from_utf8_lossy(&bytes);
        let problems = document.translate(translated, &text);
        report::print(&file, &text, &problems, language);
        sound &= problems.is_empty();
    }
    sound
}

fn bytes(file: &Path) -> Option<Vec<u8>> {
    fs::read(file).map_err(|error| eprintln!("{}: {error}", file.display())).ok()
}
