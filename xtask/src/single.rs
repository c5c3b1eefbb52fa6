//! `dist/jixiao.html`, the edition in one file: opened from a disk, where browsers allow neither modules nor fetch.
//!
//! The page finds the engine, the schemes and the worker for long work in three elements that only this edition has:
//! `<script id="jixiao-engine" type="text/plain">` (base64), `<script id="jixiao-schemes" type="application/json">` and
//! `<script id="jixiao-worker" type="text/plain">`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::npm;
use crate::project::Project;
use crate::run::{captured, copy, files_below, text_of, write};
use crate::schemes;

/// The oldest browser that the bundled scripts and styles are written for.
const OLDEST: &str = "--target=chrome86";

const STYLE: &str = r#"<link rel="stylesheet" href="style.css">"#;
const SCRIPT: &str = r#"<script type="module" src="main.js"></script>"#;
const END: &str = "</body>";

/// Where the page finds the whole engine, and the one that it loads first.
const WHOLE: &str = "pkg/jixiao.js";
const FIRST: &str = "pkg/first/jixiao.js";

/// What does long work beside the page.
const WORKER: &str = "compare/worker.js";

/// What the whole engine is in one file, which holds it once.
const SAME: &str = r#"export { default } from "./first/jixiao.js";
export * from "./first/jixiao.js";
"#;

/// Packs `dist/` into `dist/jixiao.html`.
///
/// # Errors
///
/// Where the page is not written as this packer expects it, or the bundler fails.
pub(crate) fn build(project: &Project) -> Result<(), String> {
    let dist = project.path("dist");
    let page = text_of(&dist.join("index.html"))?;
    let one = staged(project)?;
    let engine = fs::read(dist.join("pkg").join("jixiao_bg.wasm"))
        .map_err(|why| format!("cannot read the engine in dist/pkg: {why}"))?;

    let style = format!("<style>\n{}</style>", bundled(project, &one.join("style.css"), &[])?);
    let script = format!(
        "<script id=\"jixiao-engine\" type=\"text/plain\">{engine}</script>\n\
         <script id=\"jixiao-schemes\" type=\"application/json\">{schemes}</script>\n\
         <script id=\"jixiao-worker\" type=\"text/plain\">{worker}</script>\n\
         <script>\n{main}</script>\n{END}",
        engine = base64(&engine),
        schemes = schemes::bundle(project)?,
        worker = script_text(&bundled(project, &one.join(WORKER), &["--format=iife", "--minify"])?),
        main = script_text(&bundled(project, &one.join("main.js"), &["--format=iife"])?),
    );

    let page = replaced(&page, STYLE, &style)?;
    let page = replaced(&page, SCRIPT, "")?;
    // A classic script runs where it stands; the module ran when the page was complete.
    let page = replaced(&page, END, &script)?;
    write(&dist.join("jixiao.html"), page.as_bytes())
}

/// The scripts and styles of `dist/` in a folder of their own, where the engine loaded first is all of it.
fn staged(project: &Project) -> Result<PathBuf, String> {
    let (dist, one) = (project.path("dist"), project.target().join("single").join("site"));
    // What an earlier build left is not part of this one.
    let _gone = fs::remove_dir_all(&one);
    for file in files_below(&dist)?.iter().filter(|file| file.ends_with(".js") || file.ends_with(".css")) {
        copy(&dist.join(file), &one.join(file))?;
    }
    copy(&dist.join(WHOLE), &one.join(FIRST))?;
    write(&one.join(WHOLE), SAME.as_bytes())?;
    Ok(one)
}

fn bundled(project: &Project, entry: &Path, more: &[&str]) -> Result<String, String> {
    let out = project.target().join("single").join("bundled");
    captured(
        npm::node(project)
            .arg("pkg-tests/node_modules/esbuild/bin/esbuild")
            .arg(entry)
            .args(["--bundle", "--charset=utf8", OLDEST])
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
