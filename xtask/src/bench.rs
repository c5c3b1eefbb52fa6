//! `cargo xtask bench`: the engine's speed beside that of others.

use crate::browsers;
use crate::npm;
use crate::package;
use crate::project::Project;
use crate::site;
use crate::wasm::{self, Module};

/// Builds what is measured, and starts the comparison and, unless it is only a part of it, the changes before they are
/// adopted.
///
/// # Errors
///
/// Where the build or the comparison fails.
pub(crate) fn compare(project: &Project, arguments: &[&str]) -> Result<(), String> {
    match arguments {
        ["changes"] => return changes(project),
        ["practise"] => return practise(project),
        _ => {}
    }
    package::build(project)?;
    let hand = Module { package: "hand", manifest: "benches/hand/Cargo.toml", features: "", folder: "hand" };
    let _standard = wasm::modules(project, &[(&hand, &project.path("benches/hand/pkg"))])?;
    npm::install(project, "benches")?;
    let words: Vec<&str> = ["benches/run.mjs"].iter().chain(arguments).copied().collect();
    npm::script(project, &words)?;
    if arguments.is_empty() { changes(project) } else { Ok(()) }
}

/// How long exercises take to be there and to be marked.
fn practise(project: &Project) -> Result<(), String> {
    package::build(project)?;
    npm::script(project, &["benches/practise.mjs"])
}

/// What a change does before it is adopted: questions in Node, and the page in Chromium.
fn changes(project: &Project) -> Result<(), String> {
    site::build(project)?;
    npm::script(project, &["benches/changes.mjs"])?;
    browsers::install(project)?;
    npm::script(project, &["benches/page.mjs"])
}
