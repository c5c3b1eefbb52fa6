//! `jixiao schemes`: the schemes that came with the program, or those of a folder, one a line.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use jixiao::language::{Language, Vocabulary};
use jixiao::scheme::read;

use crate::shipped::{self, Files};

/// Prints id, group and title of every scheme, by id.
pub(crate) fn list(folder: Option<&Path>, language: Language) -> ExitCode {
    let files = match folder {
        None => shipped::ids().into_iter().filter_map(shipped::files).collect(),
        Some(folder) => match files(folder, language) {
            Ok(files) => files,
            Err(error) => {
                eprintln!("{}: {error}", folder.display());
                return ExitCode::FAILURE;
            }
        },
    };
    let mut lines: Vec<String> = files.iter().map(|files| line(files, language)).collect();
    lines.sort();
    let mut out = std::io::stdout().lock();
    match lines.iter().try_for_each(|line| writeln!(out, "{line}")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// The schemes in the subfolders of a folder.
fn files(folder: &Path, language: Language) -> std::io::Result<Vec<Files>> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder)? {
        let folder = entry?.path();
        if let Ok(scheme) = fs::read(folder.join("scheme.toml")) {
            let text = fs::read_to_string(folder.join(format!("text.{}.toml", language.tag())));
            all.push(Files { scheme, translations: text.into_iter().map(|text| (language, text)).collect() });
        }
    }
    Ok(all)
}

fn line(files: &Files, language: Language) -> String {
    let (mut document, _) = read::read_bytes(&files.scheme);
    for (language, text) in &files.translations {
        document.translate(*language, text);
    }
    let title = document.in_language(language).words(&document.title).to_owned();
    format!("{}\t{}\t{title}", document.id.text, document.group)
}
