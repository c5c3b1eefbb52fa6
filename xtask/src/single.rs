//! `dist/jixiao.html`, the edition in one file: opened from a disk, where browsers allow neither modules nor fetch.
//!
//! The page finds the engine and the schemes in two elements that only this edition has:
//! `<script id="jixiao-engine" type="text/plain">` (base64) and
//! `<script id="jixiao-schemes" type="application/json">`.

use std::fs;

use crate::npm;
use crate::project::Project;
use crate::run::{captured, text_of, write};
use crate::schemes;

/// The oldest browser that the bundled scripts and styles are written for.
const OLDEST: &str = "--target=chrome86";

const STYLE: &str = r#"<link rel="stylesheet" href="style.css">"#;
const SCRIPT: &str = r#"<script type="module" src="main.js"></script>"#;
const END: &str = "</body>";

/// Packs `dist/` into `dist/jixiao.html`.
///
/// # Errors
///
/// Where the page is not written as this packer expects it, or the bundler fails.
pub(crate) fn build(project: &Project) -> Result<(), String> {
    let dist = project.path("dist");
    let page = text_of(&dist.join("index.html"))?;
    let engine = fs::read(dist.join("pkg").join("jixiao_bg.wasm"))
        .map_err(|why| format!("cannot read the engine in dist/pkg: {why}"))?;

    let style = format!("<style>\n{}</style>", bundled(project, "dist/style.css", &[])?);
    let script = format!(
        "<script id=\"jixiao-engine\" type=\"text/plain\">{engine}</script>\n\
         <script id=\"jixiao-schemes\" type=\"application/json\">{schemes}</script>\n\
         <script>\n{main}</script>\n{END}",
        engine = base64(&engine),
        schemes = schemes::bundle(project)?,
        main = script_text(&bundled(project, "dist/main.js", &["--format=iife"])?),
    );

    let page = replaced(&page, STYLE, &style)?;
    let page = replaced(&page, SCRIPT, "")?;
    // A classic script runs where it stands; the module ran when the page was complete.
    let page = replaced(&page, END, &script)?;
    write(&dist.join("jixiao.html"), page.as_bytes())
}

fn bundled(project: &Project, entry: &str, more: &[&str]) -> Result<String, String> {
    let out = project.target().join("single").join("bundled");
    captured(
        npm::node(project)
            .args(["pkg-tests/node_modules/esbuild/bin/esbuild", entry, "--bundle", "--charset=utf8", OLDEST])
            // import.meta.url has no meaning in a classic script; the page starts the engine from its element there.
            .args(["--log-override:empty-import-meta=silent", "--log-level=warning", "--legal-comments=none"])
            .args(["--loader:.svg=dataurl", "--loader:.png=dataurl", "--loader:.woff2=dataurl"])
            .args(more)
            .arg(format!("--outfile={}", out.display())),
    )?;
    text_of(&out)
}

/// The text with the one place of `old` replaced.
fn replaced(text: &str, old: &str, new: &str) -> Result<String, String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => Err(format!("www/index.html must have exactly one {old}, it has {count}")),
    }
}

/// A script that may stand inside an HTML script element.
fn script_text(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digit = |number: u32, place: u32| {
        let six = (number >> place) & 63;
        usize::try_from(six).ok().and_then(|index| DIGITS.get(index)).map_or('=', |byte| char::from(*byte))
    };
    let mut text = String::with_capacity(bytes.len().div_ceil(3).saturating_mul(4));
    for three in bytes.chunks(3) {
        let [first, second, third] = [0, 1, 2].map(|index| u32::from(*three.get(index).unwrap_or(&0)));
        let number = (first << 16) | (second << 8) | third;
        text.extend([digit(number, 18), digit(number, 12)]);
        text.push(if three.len() > 1 { digit(number, 6) } else { '=' });
        text.push(if three.len() > 2 { digit(number, 0) } else { '=' });
    }
    text
}

#[cfg(test)]
mod tests;
