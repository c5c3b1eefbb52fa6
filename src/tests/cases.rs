//! Every case of every shipped scheme holds: worked examples of the source, readings, edges.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::case::{Case, differences};
use crate::scheme::{Scheme, check, read};

/// The folders of the shipped schemes.
pub(super) fn folders() -> Vec<PathBuf> {
    // Tests run in the folder of the package.
    let folders = fs::read_dir("schemes").unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = folders.filter(|folder| folder.join("scheme.toml").exists()).collect();
    folders.sort();
    assert!(!folders.is_empty(), "no scheme was found");
    folders
}

/// The scheme of a folder.
pub(super) fn scheme(folder: &Path) -> Scheme {
    let text = fs::read_to_string(folder.join("scheme.toml")).unwrap();
    let (document, problems) = read::read(&text);
    assert_eq!(problems, [], "{}", folder.display());
    check::check(document).unwrap_or_else(|problems| panic!("{}: {problems:#?}", folder.display()))
}

/// The cases of a folder, with their files.
pub(super) fn cases(folder: &Path) -> Vec<(PathBuf, Case)> {
    let entries = fs::read_dir(folder.join("cases")).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    files
        .into_iter()
        .map(|file| {
            let case = toml::from_str(&fs::read_to_string(&file).unwrap());
            let case = case.unwrap_or_else(|fault| panic!("{}: {fault}", file.display()));
            (file, case)
        })
        .collect()
}

#[test]
fn every_case_holds() {
    let mut report = String::new();
    for folder in folders() {
        let scheme = scheme(&folder);
        let cases = cases(&folder);
        assert!(!cases.is_empty(), "{} has no case", folder.display());
        for (file, case) in cases {
            let differences = differences(&scheme, &case);
            if !differences.is_empty() {
                report += &format!("\n{}\n  because {}\n", file.display(), case.because);
                differences.iter().for_each(|difference| report += &format!("  {difference}\n"));
            }
        }
    }
    assert!(report.is_empty(), "{report}");
}

#[test]
fn every_scheme_opens_with_one_example() {
    for folder in folders() {
        let examples = cases(&folder).iter().filter(|(_, case)| case.example).count();
        assert_eq!(examples, 1, "{}", folder.display());
    }
}

#[test]
fn every_printed_figure_of_the_examples_is_in_a_case() {
    let claimed: BTreeSet<String> = folders()
        .iter()
        .flat_map(|folder| cases(folder))
        .flat_map(|(_, case)| case.printed)
        .filter_map(|printed| printed.id)
        .collect();
    // Each line: id, `printed` or `check` (implied by the source, not printed), line of the source.
    let table: Vec<Vec<&str>> =
        include_str!("tables/printed.txt").lines().map(|line| line.split_whitespace().collect()).collect();
    let missing: Vec<&str> =
        table.iter().filter(|line| !claimed.contains(line[0])).map(|line| line[0]).collect();
    let unknown: Vec<&String> =
        claimed.iter().filter(|id| !table.iter().any(|line| line[0] == id.as_str())).collect();
    assert!(
        missing.is_empty() && unknown.is_empty(),
        "in no case: {missing:?}; not in the inventory: {unknown:?}"
    );
}

#[test]
fn every_erratum_is_listed_once_and_shown_by_a_case() {
    let mut listed = Vec::new();
    let mut wrong = Vec::new();
    for folder in folders() {
        let cases = cases(&folder);
        let shown: BTreeSet<&str> = cases
            .iter()
            .flat_map(|(_, case)| {
                let printed = case.printed.iter().filter_map(|printed| printed.erratum.as_deref());
                printed.chain(case.shows.iter().map(|shows| shows.erratum.as_str()))
            })
            .collect();
        for erratum in scheme(&folder).document.errata {
            if !shown.contains(erratum.id.text.as_str()) {
                wrong.push(format!("no case of {} shows {}", folder.display(), erratum.id.text));
            }
            listed.push(erratum.id.text);
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // The inventory numbers them E1, E2, … and has thirty.
    let number = |id: &String| id.strip_prefix('E').and_then(|number| number.parse::<usize>().ok());
    let mut numbers: Vec<usize> = listed.iter().filter_map(number).collect();
    numbers.sort_unstable();
    assert!(numbers.len() >= 30, "{numbers:?}");
    assert_eq!(numbers, (1..=listed.len()).collect::<Vec<usize>>());
}
