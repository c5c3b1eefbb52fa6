//! Rust as WebAssembly: compiled, bound to JavaScript, optimised.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use crate::npm;
use crate::project::Project;
use crate::run::{captured, say};
use crate::standard::{Standard, TARGET};
use crate::tools;

/// How hard wasm-opt works, and for what: size, as with `opt-level = "z"` in Cargo.toml.
///
/// Without `--traps-never-happen`: it would turn a mistake that stops the module into a wrong figure.
const LEVEL: [&str; 4] = ["--low-memory-unused", "--gufa", "-Oz", "--converge"];

/// What the module may use: the WebAssembly of Chromium 86, and no more.
const FEATURES: [&str; 5] = [
    "--mvp-features",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
];

/// A crate of the checkout that becomes a JavaScript module.
pub(crate) struct Module {
    pub(crate) package: &'static str,
    pub(crate) manifest: &'static str,
    pub(crate) features: &'static str,
    /// Its own folder to build in, so that two modules are compiled at once.
    pub(crate) folder: &'static str,
}

/// The whole engine: what the npm package holds.
pub(crate) const WHOLE: Module =
    Module { package: "jixiao", manifest: "Cargo.toml", features: "simulate,practise", folder: "lean" };

/// The engine that the page loads first: it calculates and explains.
pub(crate) const FIRST: Module = Module { features: "", folder: "first", ..WHOLE };

/// Compiles modules, all at once, and writes each as `<package>.js`, `<package>.d.ts` and `<package>_bg.wasm` into its
/// folder; gives the name of their standard library.
///
/// # Errors
///
/// Where a tool is missing or fails.
pub(crate) fn modules(project: &Project, modules: &[(&Module, &Path)]) -> Result<&'static str, String> {
    // Before all else: the flags that remove this machine's paths name the folders that this fills.
    for (module, _) in modules {
        captured(cargo(project)?.args(["fetch", "--locked", "--manifest-path", module.manifest]))?;
    }
    let standard = Standard::lean(project)?;
    let wasm_bindgen = tools::wasm_bindgen(project)?;
    npm::install(project, "pkg-tests")?;
    thread::scope(|scope| {
        let works: Vec<_> = modules
            .iter()
            .map(|(module, out)| scope.spawn(|| made(project, &standard, &wasm_bindgen, module, out)))
            .collect();
        works.into_iter().try_for_each(|work| match work.join() {
            Ok(made) => made,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })?;
    Ok(standard.name())
}

/// Compiles one module, binds and optimises it.
fn made(
    project: &Project,
    standard: &Standard,
    wasm_bindgen: &Path,
    module: &Module,
    out: &Path,
) -> Result<(), String> {
    let Module { package, manifest, features, folder } = *module;
    let name = if features.is_empty() { package.to_owned() } else { format!("{package} with {features}") };
    let built = target(project).join(folder);

    say(&format!("compiling {name} to WebAssembly"));
    let what = ["--lib", "--package", package, "--manifest-path", manifest];
    let features = ["--no-default-features", "--features", features];
    let mut cargo = configured(project, standard);
    cargo.env("CARGO_TARGET_DIR", &built);
    captured(cargo.args(["build", "--release", "--locked"]).args(what).args(features))?;
    let compiled = built.join(TARGET).join("release").join(format!("{package}.wasm"));

    say(&format!("binding {name} to JavaScript"));
    captured(
        Command::new(wasm_bindgen)
            .args(["--target", "web", "--out-name", package, "--remove-producers-section", "--out-dir"])
            .arg(out)
            .arg(compiled),
    )?;
    // wasm-bindgen's types of its own internals say nothing to a caller.
    let _gone = fs::remove_file(out.join(format!("{package}_bg.wasm.d.ts")));

    say(&format!("optimising {name}"));
    let bound = out.join(format!("{package}_bg.wasm"));
    captured(
        npm::node(project)
            .arg("pkg-tests/node_modules/binaryen/bin/wasm-opt")
            .args(LEVEL)
            .args(FEATURES)
            .args(["--strip-producers", "-o"])
            .args([&bound, &bound]),
    )
    .map(drop)
}

/// Cargo, set up for the WebAssembly target; `.cargo/config.toml` holds the flags that old browsers need.
///
/// # Errors
///
/// Where there is no standard library for the target and none can be installed.
pub(crate) fn cargo(project: &Project) -> Result<Command, String> {
    Ok(configured(project, &Standard::find(project)?))
}

fn configured(project: &Project, standard: &Standard) -> Command {
    let mut cargo = standard.cargo();
    cargo
        .current_dir(project.path(""))
        .env("CARGO_BUILD_TARGET", TARGET)
        .env("CARGO_TARGET_DIR", target(project))
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags(standard))
        // Either of these would replace the flags of .cargo/config.toml rather than add to them.
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS");
    cargo
}

/// A folder of its own: native builds go on while this one runs, and neither throws away the other's work.
fn target(project: &Project) -> PathBuf {
    project.target().join("wasm")
}

/// Flags of the standard library, and those that take this machine's paths out of the module, so that two machines
/// build the same bytes.
fn flags(standard: &Standard) -> OsString {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| env::home_dir().map(|folder| folder.join(".cargo"))).unwrap_or_default();
    let mut flags = OsString::from(standard.flags().join(" "));
    for registry in fs::read_dir(home.join("registry").join("src")).into_iter().flatten().flatten() {
        flags.push(" --remap-path-prefix=");
        flags.push(registry.path());
        flags.push("=/crates");
    }
    flags
}
