//! Node and the npm packages of a folder, exactly as its package-lock.json names them.

use std::fs;
use std::process::Command;

use crate::project::Project;
use crate::run::{captured, run, say, text_of, write};

/// The oldest Node that the scripts run on.
const NODE: u32 = 20;

/// Installs the packages of a folder if its lock file changed since the last time.
///
/// # Errors
///
/// Where Node is missing or too old, or npm fails.
pub(crate) fn install(project: &Project, folder: &str) -> Result<(), String> {
    check_node()?;
    let lock = text_of(&project.path(&format!("{folder}/package-lock.json")))?;
    let installed = project.path(&format!("{folder}/node_modules/.installed-lock"));
    if fs::read_to_string(&installed).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    say(&format!("installing the npm packages of {folder}/ into {folder}/node_modules"));
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    captured(Command::new(npm).args(arguments).current_dir(project.path(folder)))?;
    write(&installed, lock.as_bytes())
}

/// Node, ready to run a script of the project.
pub(crate) fn node(project: &Project) -> Command {
    let mut node = Command::new("node");
    node.current_dir(project.path(""));
    node
}

/// Runs a script and shows what it prints.
///
/// # Errors
///
/// Where the script fails.
pub(crate) fn script(project: &Project, words: &[&str]) -> Result<(), String> {
    run(node(project).args(words))
}

fn check_node() -> Result<(), String> {
    let wanted = format!("Node {NODE} or newer, with npm, is needed: see https://nodejs.org/");
    let version = captured(Command::new("node").arg("--version")).map_err(|_| wanted.clone())?;
    let major =
        version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse::<u32>().ok());
    match major {
        Some(number) if number >= NODE => Ok(()),
        _ => Err(format!("{wanted} (this is {})", version.trim())),
    }
}
