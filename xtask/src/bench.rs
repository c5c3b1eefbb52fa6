//! `cargo xtask bench`: the engine's speed beside that of others.

use crate::npm;
use crate::package;
use crate::project::Project;

/// Builds the package, installs what it is compared with, and starts the comparison.
///
/// # Errors
///
/// Where the build or the comparison fails.
pub(crate) fn compare(project: &Project, arguments: &[&str]) -> Result<(), String> {
    package::build(project)?;
    npm::install(project, "benches")?;
    let words: Vec<&str> = ["benches/run.mjs"].iter().chain(arguments).copied().collect();
    npm::script(project, &words)
}
