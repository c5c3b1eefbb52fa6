//! The schemes as the page finds them: every file of `schemes/`, and one index of them.

use std::collections::BTreeMap;

use crate::project::Project;
use crate::run::{copy, files_below, text_of, write};

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

/// Copies the schemes to `dist/schemes/` and writes `dist/schemes/index.json` beside them.
///
/// # Errors
///
/// Where a file cannot be copied.
pub(crate) fn publish(project: &Project, schemes: &Schemes) -> Result<(), String> {
    for (scheme, files) in schemes {
        for file in files {
            let path = format!("schemes/{scheme}/{file}");
            copy(&project.path(&path), &project.path(&format!("dist/{path}")))?;
        }
    }
    write(&project.path("dist/schemes/index.json"), index(schemes).as_bytes())
}

/// `{"ward-nurses": ["cases/a.toml", "scheme.toml", "texts.en.toml"], …}`
pub(crate) fn index(schemes: &Schemes) -> String {
    let lines = schemes.iter().map(|(scheme, files)| {
        let files: Vec<String> = files.iter().map(|file| json_text(file)).collect();
        format!("  {}: [{}]", json_text(scheme), files.join(", "))
    });
    format!("{{\n{}\n}}\n", lines.collect::<Vec<_>>().join(",\n"))
}

/// `{"index": the index, "files": {"ward-nurses/scheme.toml": "…", …}}`, for the edition in one file.
///
/// # Errors
///
/// Where a file cannot be read.
pub(crate) fn bundle(project: &Project, schemes: &Schemes) -> Result<String, String> {
    let mut texts = Vec::new();
    for (scheme, files) in schemes {
        for file in files {
            let path = format!("{scheme}/{file}");
            let text = text_of(&project.path(&format!("schemes/{path}")))?;
            texts.push(format!("{}: {}", json_text(&path), json_text(&text)));
        }
    }
    Ok(format!("{{\"index\": {}, \"files\": {{\n{}\n}}}}", index(schemes), texts.join(",\n")))
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
