//! The shape of the code: imports that point one way, foreign names that stay in their module, files that say what
//! they are and hold one idea.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// The most lines of a file.
const LONGEST: usize = 450;

/// Folders of a part that hold what others wrote or what is built.
const FOREIGN: [&str; 5] = ["node_modules", "target", "pkg", "dist", "vendor"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder that end so, with their texts, by their path from the root of the project.
fn files(folder: &str, endings: &[&str]) -> BTreeMap<String, String> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !path.is_dir() {
                found.push(path);
            } else if !name.starts_with('.') && !FOREIGN.contains(&name.as_str()) {
                walk(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&root().join(folder), &mut found);
    let ends =
        |path: &PathBuf| path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known));
    let texts: BTreeMap<String, String> = found
        .into_iter()
        .filter(ends)
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(&path).unwrap())
        })
        .collect();
    assert!(!texts.is_empty(), "{folder} has no file that ends in {endings:?}");
    texts
}

/// The files of the engine: of `src` without its tests, and of the crate of exact numbers.
fn engine() -> BTreeMap<String, String> {
    let mut files = files("src", &["rs"]);
    files.extend(self::files("exact/src", &["rs"]));
    files.retain(|path, _| !path.starts_with("src/tests"));
    files
}

/// The lines of a file that are code.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.lines());
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The words of a line, such as `crate::exact::Exact`.
fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|character: char| !(character.is_alphanumeric() || matches!(character, '_' | ':')))
        .filter(|word| !word.is_empty())
}

/// The modules as `src/lib.rs` lists them, each with its place in the reading order.
fn order() -> BTreeMap<String, usize> {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | ")).skip(1);
    let names = |row: &str| -> Vec<String> {
        let cell = row.split(" | ").next().unwrap_or_default();
        cell.split('`').skip(1).step_by(2).map(str::to_owned).collect()
    };
    rows.enumerate().flat_map(|(place, row)| names(row).into_iter().map(move |name| (name, place))).collect()
}

/// The module of the crate that a file belongs to; none for the crate's own file, the command line and exact numbers,
/// whose crate can use nothing of this one.
fn module(path: &str) -> Option<&str> {
    let inside = path.strip_prefix("src/")?;
    let module = inside.split('/').next()?.trim_end_matches(".rs");
    (module != "lib" && module != "bin").then_some(module)
}

/// The module of the crate that a path of a `use` or an expression leads to; none when it stays within its own.
fn leads_to<'w>(path: &str, word: &'w str) -> Option<&'w str> {
    if let Some(rest) = word.strip_prefix("crate::") {
        return rest.split("::").next();
    }
    // `src/formula/parse.rs` is two modules below the crate.
    let depth = path.trim_start_matches("src/").split('/').count();
    let above = word.split("::").take_while(|part| *part == "super").count();
    (above >= depth).then(|| word.split("::").nth(above)).flatten()
}

#[test]
fn the_list_of_modules_is_that_of_the_crate() {
    let text = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let declared = code(&text).filter_map(|(_, line)| {
        let line = line.strip_prefix("pub ").unwrap_or(line);
        let name = line.strip_prefix("mod ").or_else(|| line.strip_prefix("use jixiao_exact as "))?;
        Some(name.strip_suffix(';')?.to_owned())
    });
    let declared: BTreeSet<String> = declared.filter(|name| name != "tests").collect();
    let listed: BTreeSet<String> = order().into_keys().collect();
    assert_eq!(listed, declared);
    let of_files: BTreeSet<String> =
        engine().keys().filter_map(|path| module(path)).map(str::to_owned).collect();
    let of_crates = BTreeSet::from(["exact".to_owned()]);
    assert_eq!(&of_files | &of_crates, declared);
}

#[test]
fn imports_point_one_way() {
    let order = order();
    let mut wrong = Vec::new();
    let mut seen = 0;
    for (path, text) in engine() {
        let Some(own) = module(&path) else { continue };
        for (line, words) in code(&text).map(|(line, code)| (line, words(code))) {
            for word in words {
                let Some(other) = leads_to(&path, word) else { continue };
                seen += 1;
                let known = order.get(other).unwrap_or_else(|| panic!("{path}:{line}: what is {word}?"));
                if other != own && *known >= order[own] {
                    wrong.push(format!("{path}:{line}: {own} uses {other}"));
                }
            }
        }
    }
    assert!(seen > 100, "only {seen} imports were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn foreign_names_stay_in_their_module() {
    let foreign: [(&[&str], &str); 3] = [
        (&["rust_decimal", "num_bigint", "num_integer", "num_rational", "num_traits"], "exact/src"),
        (&["JsValue", "wasm_bindgen", "js_sys", "serde_wasm_bindgen"], "src/wasm"),
        (&["clap", "annotate_snippets"], "src/bin"),
    ];
    let mut wrong = Vec::new();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    for (path, text) in engine() {
        for (line, code) in code(&text) {
            for (names, home) in foreign {
                let found = words(code).find(|word| word.split("::").any(|part| names.contains(&part)));
                let Some(word) = found else { continue };
                if path.starts_with(home) {
                    seen.insert(home);
                } else {
                    wrong.push(format!("{path}:{line}: {word}"));
                }
            }
        }
    }
    assert_eq!(seen.len(), foreign.len(), "only {seen:?} use what they may");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_quantity_is_a_binary_fraction() {
    let floats = [32, 64].map(|bits| format!("f{bits}"));
    // A number may carry the word as its ending.
    let bare =
        |part: &str| part.trim_start_matches(|digit: char| digit.is_numeric() || digit == '_').to_owned();
    let mut wrong = Vec::new();
    for (path, text) in files("src", &["rs"]).into_iter().chain(files("exact", &["rs"])) {
        for (line, text) in (1..).zip(text.lines()) {
            let mut parts = words(text).flat_map(|word| word.split("::"));
            if parts.any(|part| floats.contains(&bare(part))) {
                wrong.push(format!("{path}:{line}: {}", text.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every file of the project's own that is read as code.
fn sources() -> impl Iterator<Item = (String, String)> {
    let parts = ["src", "exact", "tests", "www", "pkg-tests", "benches", "xtask"];
    parts.into_iter().flat_map(|part| files(part, &["rs", "js", "mjs", "css"]))
}

#[test]
fn every_file_opens_with_what_it_is() {
    let mut wrong = Vec::new();
    for (path, text) in sources() {
        let (first, more) = match path.rsplit('.').next() {
            Some("rs") => ("//! ", "//!"),
            Some("css") => ("/* ", ""),
            _ => ("// ", "//"),
        };
        let opening: Vec<&str> =
            text.lines().take_while(|line| line.starts_with(more) && !line.is_empty()).collect();
        let says = text.starts_with(first)
            && opening.iter().any(|line| line.trim_end_matches(" */").ends_with(['.', ':']));
        if !says {
            wrong.push(format!("{path}: {}", text.lines().next().unwrap_or_default()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_holds_one_idea() {
    let long = |(path, text): (String, String)| {
        let lines = text.lines().count();
        (lines > LONGEST).then(|| format!("{path}: {lines} lines"))
    };
    let wrong: Vec<String> = sources().filter_map(long).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_the_readmes_name_exists() {
    let mut wrong = Vec::new();
    let mut seen = 0;
    for readme in ["README.md", "schemes/README.md", "benches/README.md"] {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        let spans = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
        let parts = ["src", "exact", "schemes", "www", "pkg-tests", "benches", "xtask", "tests"];
        for span in spans.filter(|span| parts.iter().any(|part| span.starts_with(&format!("{part}/")))) {
            // `schemes/<scheme>/cases/` stands for the folder of any scheme.
            let path = span.split(['<', '*', ' ']).next().unwrap_or_default();
            seen += 1;
            if !root().join(path).exists() {
                wrong.push(format!("{readme}: {span}"));
            }
        }
    }
    assert!(seen > 10, "only {seen} places were found");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
