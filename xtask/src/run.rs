//! Starting other programs and saying in one line what is being done.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// Says in one line what happens next.
pub(crate) fn say(line: &str) {
    eprintln!("xtask: {line}");
}

/// Runs a program with its output shown.
///
/// # Errors
///
/// Where the program cannot be started or does not succeed.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command.stdin(Stdio::null()).status().map_err(|why| not_started(command, &why))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", shown(command))) }
}

/// Runs a program quietly: what it printed on both streams, as `Ok` if it succeeded, as `Err` if not.
pub(crate) fn captured(command: &mut Command) -> Result<String, String> {
    let output = command.stdin(Stdio::null()).output().map_err(|why| not_started(command, &why))?;
    let text =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).concat();
    if output.status.success() {
        Ok(text)
    } else {
        Err(format!("{text}\n{} failed ({})", shown(command), output.status))
    }
}

/// The words of a command, as one would type them.
fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

fn not_started(command: &Command, why: &std::io::Error) -> String {
    format!("cannot start {}: {why}", command.get_program().to_string_lossy())
}

/// Reads a text file.
///
/// # Errors
///
/// Names the file that cannot be read.
pub(crate) fn text_of(path: &Path) -> Result<String, String> {
    fs::read_to_string(path).map_err(|why| format!("cannot read {}: {why}", path.display()))
}

/// Writes a file, with the folders above it.
///
/// # Errors
///
/// Names the file that cannot be written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let folder = path.parent().unwrap_or(path);
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, bytes));
    written.map_err(|why| format!("cannot write {}: {why}", path.display()))
}

/// Copies a file, with the folders above it.
///
/// # Errors
///
/// Names the file that cannot be copied.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let bytes = fs::read(from).map_err(|why| format!("cannot read {}: {why}", from.display()))?;
    write(to, &bytes)
}

/// Every file below a folder, sorted, as paths from that folder with `/`; none where there is no such folder.
///
/// # Errors
///
/// Names the folder that cannot be read.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, "", &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, above: &str, found: &mut Vec<String>) -> Result<(), String> {
    let unreadable = |why: std::io::Error| format!("cannot read {}: {why}", folder.display());
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = format!("{above}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}
