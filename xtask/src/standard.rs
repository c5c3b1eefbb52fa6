//! The Rust standard library for WebAssembly: built from source for size, rustup's ready one, or Debian's.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::project::Project;
use crate::run::{captured, say};

/// The target triple of the engine in the browser.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// What Debian's packages `rustc-web`, `cargo-web` and `rust-web-src` install.
const DEBIAN: [&str; 3] = ["/usr/bin/rustc", "/usr/bin/cargo", "/usr/lib/rustlib/src/rust/library"];

/// What a standard library built from source leaves out: the texts of panics, which no reader of the page sees, the
/// names of source files, and what is fast but long.
const LEAN: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zfmt-debug=none", "-Zlocation-detail=none"];

/// Where the standard library comes from.
pub(crate) enum Standard {
    /// Its source lies beside the compiler, and cargo builds it with the engine: 85 KB less to load, gzipped.
    Source,
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

    /// The one for the module that people load: as small as this machine can make it.
    ///
    /// # Errors
    ///
    /// As [`Standard::find`], where there is neither the source nor a way to fetch it.
    pub(crate) fn lean(project: &Project) -> Result<Self, String> {
        if has_source(project)? {
            return Ok(Self::Source);
        }
        say("adding the source of the Rust standard library");
        let rustup = Command::new("rustup")
            .args(["component", "add", "rust-src"])
            .current_dir(project.path(""))
            .output();
        if rustup.is_ok_and(|done| done.status.success()) && has_source(project)? {
            return Ok(Self::Source);
        }
        say(
            "it cannot be had here: the module will load and calculate the same, and weigh about a quarter more",
        );
        Self::find(project)
    }

    /// What the package says of it, for the budgets of size.
    pub(crate) fn name(&self) -> &'static str {
        if matches!(self, Self::Source) { "lean" } else { "ready" }
    }

    /// Flags that the compiler needs for it.
    pub(crate) fn flags(&self) -> &'static [&'static str] {
        if matches!(self, Self::Source) { &LEAN } else { &[] }
    }

    /// The cargo that compiles for WebAssembly.
    pub(crate) fn cargo(&self) -> Command {
        let linker = match self {
            Self::Installed => return Command::new("cargo"),
            Self::Source => {
                let mut cargo = Command::new("cargo");
                cargo
                    // A stable compiler builds its own standard library only when it is told that this is meant.
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
                    .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
                return cargo;
            }
            Self::Built(linker) => linker,
        };
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

/// Whether the source lies there and the compiler is new enough for [`LEAN`].
fn has_source(project: &Project) -> Result<bool, String> {
    let root = captured(Command::new("rustc").args(["--print", "sysroot"]).current_dir(project.path("")))?;
    let source = Path::new(root.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml");
    let version = captured(Command::new("rustc").arg("--version").current_dir(project.path("")))?;
    let minor = version.split('.').nth(1).and_then(|minor| minor.parse::<u32>().ok());
    Ok(source.is_file() && minor.is_some_and(|minor| minor >= 92))
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
