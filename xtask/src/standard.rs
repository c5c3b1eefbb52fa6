//! The Rust standard library for WebAssembly: rustup's, or one that Debian's Rust builds from source.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::run::{captured, say};

/// The target triple of the engine in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian's packages `rustc-web`, `cargo-web` and `rust-web-src` install.
const DEBIAN: [&str; 3] = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library"];

/// Where the standard library comes from.
pub(crate) enum Standard {
    /// It lies ready beside the compiler.
    Installed,
    /// Debian's cargo builds it with the engine; this is the linker.
    Built(PathBuf),
}

impl Standard {
    /// The one that is there; if there is none, rustup adds it.
    ///
    /// # Errors
    ///
    /// Says what to install by hand where rustup is missing or cannot reach its server.
    pub(crate) fn find(project: &Project) -> Result<Self, String> {
        if is_installed(project)? {
            return Ok(Self::Installed);
        }
        if DEBIAN.iter().all(|path| Path::new(path).exists())
            && let Some(linker) = linker(project)?
        {
            return Ok(Self::Built(linker));
        }
        say(&format!("adding the Rust target {TARGET}"));
        let rustup =
            captured(Command::new("rustup").args(["target", "add", TARGET]).current_dir(project.path("")));
        match rustup {
            Ok(_) if is_installed(project)? => Ok(Self::Installed),
            Ok(_) => Err(by_hand("rustup added it to another toolchain than the one that `rustc` starts")),
            Err(why) => Err(by_hand(&why)),
        }
    }

    /// The cargo that compiles for WebAssembly.
    pub(crate) fn cargo(&self) -> Command {
        let Self::Built(linker) = self else { return Command::new("cargo") };
        let path = env::var("PATH").unwrap_or_default();
        let mut cargo = Command::new("/usr/bin/cargo");
        cargo
            // Cargo starts its subcommands from here, and rustup's belong to another compiler.
            .env("PATH", format!("/usr/bin:{path}"))
            .env("RUSTC", "/usr/bin/rustc")
            .env("RUSTDOC", "/usr/bin/rustdoc")
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort,test")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
        cargo
    }
}

fn is_installed(project: &Project) -> Result<bool, String> {
    Ok(Path::new(&rustc_says(project, &["target-libdir", "--target", TARGET])?).is_dir())
}

/// The linker that comes with Rust, or the one of LLVM.
fn linker(project: &Project) -> Result<Option<PathBuf>, String> {
    let libraries = PathBuf::from(rustc_says(project, &["target-libdir"])?);
    let own = libraries.with_file_name("bin").join("rust-lld");
    let path = env::var_os("PATH").unwrap_or_default();
    let others = env::split_paths(&path).map(|folder| folder.join("wasm-ld"));
    Ok(std::iter::once(own).chain(others).find(|file| file.is_file()))
}

fn rustc_says(project: &Project, what: &[&str]) -> Result<String, String> {
    let mut rustc = Command::new("rustc");
    let said = captured(rustc.arg("--print").args(what).current_dir(project.path("")))?;
    Ok(said.lines().last().unwrap_or_default().to_owned())
}

fn by_hand(why: &str) -> String {
    format!(
        "{why}\n\n\
         The Rust standard library for {TARGET} is missing and rustup could not add it.\n\
         Do one of these, then run the same command again:\n\
         - where rustup's server can be reached: rustup target add {TARGET}\n\
         - on Debian 12 and newer: apt-get install rustc-web cargo-web rust-web-src rust-web-clippy"
    )
}
