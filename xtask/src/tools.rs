//! wasm-bindgen, of exactly the version that the engine is compiled with.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::run::{captured, run, say, text_of};

/// The wasm-bindgen program of exactly the version in Cargo.lock, installed into `tools/` if it is not there.
///
/// # Errors
///
/// Where cargo cannot install it.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<PathBuf, String> {
    let version = locked_version(project, "wasm-bindgen")?;
    let program = project.tool("wasm-bindgen");
    if is_version(&program, &version) {
        return Ok(program);
    }
    say(&format!("installing wasm-bindgen {version} into tools/ (two or three minutes, once)"));
    // Without --locked, so that the crate versions come from whatever index this machine can reach.
    run(Command::new("cargo")
        .args(["install", "--quiet", "wasm-bindgen-cli", "--version", &version, "--root"])
        .arg(project.tools())
        .args(["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner", "--force"])
        // A build tool for a small module: a quick compile is worth more than a quick program.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env_remove("RUSTFLAGS"))?;
    Ok(program)
}

fn is_version(program: &Path, version: &str) -> bool {
    captured(Command::new(program).arg("--version"))
        .is_ok_and(|text| text.split_whitespace().nth(1) == Some(version))
}

/// The version of a crate that Cargo.lock names.
fn locked_version(project: &Project, name: &str) -> Result<String, String> {
    let lock = text_of(&project.path("Cargo.lock"))?;
    let named = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != named);
    let version = lines.nth(1).and_then(|line| line.strip_prefix("version = \""));
    version
        .and_then(|text| text.strip_suffix('"'))
        .map(str::to_owned)
        .ok_or_else(|| format!("Cargo.lock names no version of {name}"))
}
