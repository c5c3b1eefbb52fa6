//! `cargo xtask serve`: the site on this machine, for looking at it.

use crate::npm;
use crate::project::Project;
use crate::site;

/// The port if none is named.
pub(crate) const PORT: &str = "8000";

/// Builds the site and serves it until the program is stopped.
///
/// # Errors
///
/// Where the build fails or the port is taken.
pub(crate) fn serve(project: &Project, port: &str) -> Result<(), String> {
    let number: u16 = port.parse().map_err(|_| format!("{port} is not a port (0 to 65535)"))?;
    site::build(project)?;
    npm::script(project, &["pkg-tests/harness/serve.mjs", "dist", &number.to_string()])
}
