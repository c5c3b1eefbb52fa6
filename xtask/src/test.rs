//! `cargo xtask test` and `check`: what is tested, in which order.

use std::num::NonZero;
use std::process::Command;
use std::thread;

use crate::parts::Parts;
use crate::project::Project;
use crate::run::captured;
use crate::{browsers, npm, site, wasm};

/// Every part.
///
/// # Errors
///
/// Where anything failed, after every part has run.
pub(crate) fn everything(project: &Project) -> Result<(), String> {
    let mut parts = Parts::none();
    style(project, &mut parts);
    parts.tests("native tests and examples", || {
        captured(&mut cargo(project, &["test", "--workspace", "--locked", "--no-fail-fast"]))
    });
    parts.check("documentation", || {
        captured(
            cargo(project, &["doc", "--workspace", "--no-deps", "--locked"])
                .env("RUSTDOCFLAGS", "-Dwarnings"),
        )
    });
    parts.check("package and site built", || site::build(project).map(|()| String::new()));
    parts.check("lints of the wasm boundary", || {
        captured(wasm::cargo(project)?.args([
            "clippy",
            "--package=jixiao",
            "--lib",
            "--no-default-features",
            "--features",
            wasm::WHOLE.features,
            "--locked",
            "--",
            "-Dwarnings",
        ]))
    });
    parts.tests("engine in WebAssembly", || {
        let runner = project.tool("wasm-bindgen-test-runner");
        captured(
            wasm::cargo(project)?
                .args(["test", "--profile=wasm-test", "--package=jixiao", "--locked"])
                .args(["--no-default-features", "--features", wasm::WHOLE.features, "--test=wasm"])
                .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner),
        )
    });
    parts.check("types of the page", || {
        captured(npm::node(project).args([
            "pkg-tests/node_modules/typescript/bin/tsc",
            "--project",
            "tsconfig.json",
        ]))
    });
    parts.check("browsers unpacked", || browsers::install(project).map(|()| String::new()));
    parts.tests("package, site, sizes", || {
        // Node leaves one processor free, which is half of a small machine; a test that waits for a browser uses none.
        let at_once = thread::available_parallelism().map_or(1, NonZero::get);
        captured(
            npm::node(project)
                .current_dir(project.path("pkg-tests"))
                .args(["--test", "--test-reporter=spec"])
                .arg(format!("--test-concurrency={at_once}")),
        )
    });
    parts.summed_up()
}

/// The inner loop: what most changes break first, in seconds. The examples in the documentation wait for `test`.
///
/// # Errors
///
/// Where anything failed, after every part has run.
pub(crate) fn fast(project: &Project) -> Result<(), String> {
    let mut parts = Parts::none();
    style(project, &mut parts);
    parts.tests("native tests", || {
        let targets = ["test", "--workspace", "--locked", "--no-fail-fast", "--lib", "--bins", "--tests"];
        captured(&mut cargo(project, &targets))
    });
    parts.summed_up()
}

/// Writes README's table of coverage: the test that compares it writes instead.
///
/// # Errors
///
/// Where the list of systems or a scheme cannot be read.
pub(crate) fn write_coverage(project: &Project) -> Result<(), String> {
    let test = "tests::coverage::the_coverage_of_readme_is_what_the_schemes_say";
    captured(
        cargo(project, &["test", "--quiet", "--package=jixiao", "--lib", "--locked", test, "--", "--exact"])
            .env("JIXIAO_WRITE_COVERAGE", "1"),
    )
    .map(drop)
}

fn style(project: &Project, parts: &mut Parts) {
    parts.check("format", || captured(&mut cargo(project, &["fmt", "--all", "--check"])));
    parts.check("lints", || {
        let lints = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-Dwarnings"];
        captured(&mut cargo(project, &lints))
    });
}

fn cargo(project: &Project, arguments: &[&str]) -> Command {
    let mut cargo = Command::new("cargo");
    cargo.args(arguments).current_dir(project.path(""));
    cargo
}
