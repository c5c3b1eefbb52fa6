//! Builds, serves, tests and measures the project: `cargo xtask <command>`.

mod bench;
mod browsers;
mod npm;
mod package;
mod parts;
mod project;
mod run;
mod schemes;
mod serve;
mod single;
mod site;
mod standard;
mod test;
mod tools;
mod wasm;

use std::process::ExitCode;

use project::Project;

const HELP: &str = "\
cargo xtask <command>

  build              the npm package in pkg/, the site in dist/, and dist/jixiao.html in one file
  serve [--port N]   build, then serve dist/ on http://127.0.0.1:8000/ (or port N)
  test               everything: format, lints, tests, docs, package, site in four browsers, sizes
  test --fast        the inner loop, the same as check
  check              format, lints and native tests
  coverage           write README's table of what of the source is calculated
  bench [args]       compare speed with other engines (benches/run.mjs), and time changes of 12 months
  bench changes      only the latter
  bench practise     how long exercises take to be there and to be marked
  help               this text

Needed on the machine: Rust with rustup, and Node 20 or newer with npm.
Everything else is installed into tools/ and node_modules/ of this folder when it is first needed.
JIXIAO_CHROMIUM=/path/to/chromium makes the tests use that program as the current Chromium.
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the words after `cargo xtask` ask for.
fn command(arguments: &[String]) -> Result<(), String> {
    let project = Project::find()?;
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["build"] => site::build(&project),
        ["serve"] => serve::serve(&project, serve::PORT),
        ["serve", "--port", port] => serve::serve(&project, port),
        ["test"] => test::everything(&project),
        ["check"] | ["test", "--fast"] => test::fast(&project),
        ["coverage"] => test::write_coverage(&project),
        ["bench", rest @ ..] => bench::compare(&project, rest),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(format!("unknown command: {}\n\n{HELP}", words.join(" "))),
    }
}
