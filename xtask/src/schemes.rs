//! The schemes as the page finds them: every file of `schemes/`, and one index of them.

use std::collections::BTreeMap;

use crate::npm;
use crate::project::Project;
use crate::run::{copy, files_below, text_of};

/// The files of each scheme, by the scheme's folder.
pub(crate) type Schemes = BTreeMap<String, Vec<String>>;

/// The schemes of the checkout: folders with a `scheme.toml`, and the TOML files in them.
///
/// # Errors
///
/// Where the folder cannot be read.
pub(crate) fn found(project: &Project) -> Result<Schemes, String> {
    let mut schemes = Schemes::new();
    for file in files_below(&project.path("schemes"))? {
        if let Some((scheme, inside)) = file.split_once('/')
            && inside.ends_with(".toml")
        {
            schemes.entry(scheme.to_owned()).or_default().push(inside.to_owned());
        }
    }
    schemes.retain(|_, files| files.iter().any(|file| file == "scheme.toml"));
    Ok(schemes)
}

/// Copies the schemes to `dist/schemes/`, and writes beside them what the page needs before it opens one:
/// `index.json` and the facts of every example (see `pkg-tests/harness/catalogue.mjs`), and what it shows of the source
/// documents (see `pkg-tests/harness/source.mjs`).
///
/// # Errors
///
/// Where a file cannot be copied, or one of them is no TOML.
pub(crate) fn publish(project: &Project, schemes: &Schemes) -> Result<(), String> {
    for (scheme, files) in schemes {
        for file in files {
            let path = format!("schemes/{scheme}/{file}");
            copy(&project.path(&path), &project.path(&format!("dist/{path}")))?;
        }
    }
    npm::script(project, &["pkg-tests/harness/catalogue.mjs"])?;
    npm::script(project, &["pkg-tests/harness/source.mjs"])
}

/// `{"index": the index, "files": {"ward-nurses/scheme.toml": "…", …}}`, for the edition in one file.
///
/// # Errors
///
/// Where a published file cannot be read.
pub(crate) fn bundle(project: &Project) -> Result<String, String> {
    let published = project.path("dist/schemes");
    let index = text_of(&published.join("index.json"))?.replace('<', "\\u003c");
    let mut texts = Vec::new();
    for path in files_below(&published)? {
        if path != "index.json" && !path.contains("/cases/") {
            texts.push(format!("{}: {}", json_text(&path), json_text(&text_of(&published.join(&path))?)));
        }
    }
    Ok(format!("{{\"index\": {index}, \"files\": {{\n{}\n}}}}", texts.join(",\n")))
}

/// A JSON string that may also stand inside an HTML script element.
fn json_text(text: &str) -> String {
    let mut json = String::from('"');
    for letter in text.chars() {
        match letter {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\n' => json.push_str("\\n"),
            '<' => json.push_str("\\u003c"),
            control if control < ' ' => json.push_str(&format!("\\u{:04x}", u32::from(control))),
            other => json.push(other),
        }
    }
    json.push('"');
    json
}

#[cfg(test)]
mod tests;
