//! The static site in `dist/`: the page, the engine and the schemes, under relative addresses only.
//!
//! The engine lies there twice: `pkg/first/` is what every visit loads, `pkg/` is all of it, loaded when somebody
//! compares or practises.

use std::fs;

use crate::package;
use crate::project::Project;
use crate::run::{copy, files_below, say};
use crate::schemes;
use crate::single;
use crate::wasm;

/// Builds `pkg/`, then `dist/` with the edition in one file.
///
/// # Errors
///
/// Where a tool is missing or fails.
pub(crate) fn build(project: &Project) -> Result<(), String> {
    let pkg = package::emptied(project);
    let standard = wasm::modules(project, &[(&wasm::WHOLE, &pkg), (&wasm::FIRST, &pkg.join("first"))])?;
    package::completed(project, standard)?;
    say("putting the site together in dist/");
    let dist = project.path("dist");
    // What an earlier build left is not part of this one.
    let _gone = fs::remove_dir_all(&dist);
    for file in files_below(&project.path("www"))? {
        copy(&project.path("www").join(&file), &dist.join(&file))?;
    }
    for file in ["jixiao.js", "jixiao_bg.wasm", "first/jixiao.js", "first/jixiao_bg.wasm"] {
        copy(&project.path("pkg").join(file), &dist.join("pkg").join(file))?;
    }
    let found = schemes::found(project)?;
    schemes::publish(project, &found)?;
    single::build(project)?;
    crate::npm::script(project, &["pkg-tests/harness/sizes.mjs"])
}
