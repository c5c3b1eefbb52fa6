//! The browsers of the tests: Chromium 86, 92, 109 and a current one, unpacked from npm into `tools/browsers/`.

use crate::npm;
use crate::project::Project;

/// Unpacks the browsers that are not there yet.
///
/// # Errors
///
/// Where npm fails, or this machine is not the x86-64 Linux that the browsers are made for.
pub(crate) fn install(project: &Project) -> Result<(), String> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Err("the browsers on npm are for x86-64 Linux: run the site tests there".to_owned());
    }
    npm::install(project, "pkg-tests/browsers")?;
    npm::script(project, &["pkg-tests/browsers/unpack.mjs"])
}
