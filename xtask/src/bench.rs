//! `cargo xtask bench`: the engine's speed beside that of others.

use crate::npm;
use crate::package;
use crate::project::Project;
use crate::wasm::{self, Module};

/// Builds the package and what it is compared with, and starts the comparison.
///
/// # Errors
///
/// Where the build or the comparison fails.
pub(crate) fn compare(project: &Project, arguments: &[&str]) -> Result<(), String> {
    package::build(project)?;
    let hand = Module { package: "hand", manifest: "benches/hand/Cargo.toml", features: "" };
    let _standard = wasm::module(project, &hand, &project.path("benches/hand/pkg"))?;
    npm::install(project, "benches")?;
    let words: Vec<&str> = ["benches/run.mjs"].iter().chain(arguments).copied().collect();
    npm::script(project, &words)
}
