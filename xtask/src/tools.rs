//! What the WebAssembly build needs beside cargo: the target's standard library and wasm-bindgen.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::run::{captured, run, say, text_of};

/// The target triple of the engine in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Installs the target's standard library with rustup if it is not there.
///
/// # Errors
///
/// Says what to install by hand where rustup is missing or cannot reach its server.
pub(crate) fn wasm_target(project: &Project) -> Result<(), String> {
    if has_target(project)? {
        return Ok(());
    }
    say(&format!("adding the Rust target {TARGET}"));
    let added =
        captured(Command::new("rustup").args(["target", "add", TARGET]).current_dir(project.path("")));
    match added {
        Ok(_) if has_target(project)? => Ok(()),
        Ok(_) => Err(by_hand("rustup added it for another toolchain than the one that `rustc` starts")),
        Err(why) => Err(by_hand(&why)),
    }
}

fn has_target(project: &Project) -> Result<bool, String> {
    let rustc = captured(
        Command::new("rustc")
            .args(["--print", "target-libdir", "--target", TARGET])
            .current_dir(project.path("")),
    )?;
    Ok(Path::new(rustc.trim()).is_dir())
}

fn by_hand(why: &str) -> String {
    format!(
        "{why}\n\n\
         The Rust standard library for {TARGET} is missing and rustup could not add it.\n\
         Install it one of these ways, then run the same command again:\n\
         - where rustup's server can be reached: rustup target add {TARGET}\n\
         - with Rust from Fedora or Arch: the package rust-std-static-{TARGET} or rust-wasm\n\
         - with Rust from Debian or Ubuntu: the package libstd-rust-dev-wasm32"
    )
}

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
