//! `jixiao schemes`: the schemes of a folder, one a line.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jixiao::language::{Language, Vocabulary};
use jixiao::scheme::read;

/// Prints id, group and title of every scheme in the subfolders of `folder`, by id.
pub(crate) fn list(folder: &Path, language: Language) -> ExitCode {
    let files = match files(folder) {
        Ok(files) => files,
        Err(error) => {
            eprintln!("{}: {error}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    let mut lines: Vec<String> = files.iter().filter_map(|file| line(file, language)).collect();
    lines.sort();
    let mut out = std::io::stdout().lock();
    match lines.iter().try_for_each(|line| writeln!(out, "{line}")) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let file = entry?.path().join("scheme.toml");
        if file.exists() {
            files.push(file);
        }
    }
    Ok(files)
}

fn line(file: &Path, language: Language) -> Option<String> {
    let (mut document, _) = read::read_bytes(&fs::read(file).ok()?);
    if let Ok(text) = fs::read_to_string(file.with_file_name(format!("text.{}.toml", language.tag()))) {
        document.translate(language, &text);
    }
    let title = document.in_language(language).words(&document.title).to_owned();
    Some(format!("{}\t{}\t{title}", document.id.text, document.group))
}
