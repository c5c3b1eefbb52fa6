//! Every code of flags, sanctions and errors is raised by a case, under a flag, notice or problem that people can read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde::Deserialize;

use super::case::raised;
use super::cases::{cases, folders, scheme};

/// `schemes/codes.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Codes {
    code: Vec<Code>,
}

/// A code, and by what it is raised where.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Code {
    id: String,
    means: String,
    #[serde(default)]
    flag: Vec<String>,
    #[serde(default)]
    notice: Vec<String>,
    #[serde(default)]
    problem: Vec<String>,
}

impl Code {
    /// `annual-rating`, `flag no_honours`
    fn by(&self) -> Vec<(&str, String)> {
        let kinds = [("flag", &self.flag), ("notice", &self.notice), ("problem", &self.problem)];
        let split = |kind: &str, by: &'_ str| {
            let (_, id) =
                by.split_once(' ').unwrap_or_else(|| panic!("{}: {by} is no scheme and id", self.id));
            format!("{kind} {id}")
        };
        kinds
            .into_iter()
            .flat_map(|(kind, list)| {
                list.iter().map(move |by| (by.split(' ').next().unwrap_or_default(), split(kind, by)))
            })
            .collect()
    }
}

fn codes() -> Vec<Code> {
    let codes: Codes = toml::from_str(&fs::read_to_string("schemes/codes.toml").unwrap()).unwrap();
    codes.code
}

#[test]
fn every_code_is_raised_by_a_case() {
    let raised: BTreeMap<String, BTreeSet<String>> = folders()
        .iter()
        .map(|folder| {
            let scheme = scheme(folder);
            let raised = cases(folder).iter().flat_map(|(_, case)| raised(&scheme, case)).collect();
            (scheme.document.id.text.clone(), raised)
        })
        .collect();
    let mut wrong = Vec::new();
    for code in codes() {
        if code.by().is_empty() || code.means.is_empty() {
            wrong.push(format!("{}: nothing is said to raise it", code.id));
        }
        for (scheme, what) in code.by() {
            if !raised.get(scheme).is_some_and(|raised| raised.contains(&what)) {
                wrong.push(format!("{}: no case of {scheme} raises {what}", code.id));
            }
        }
    }
    // Beyond the codes of the list: a flag that no case raises may be one that never can be.
    for folder in folders() {
        let scheme = scheme(&folder);
        let raised = &raised[&scheme.document.id.text];
        let flags = scheme.document.flags.iter().map(|flag| &flag.id.text);
        let never = flags.filter(|id| !raised.contains(&format!("flag {id}")));
        wrong.extend(never.map(|id| format!("no case of {} raises {id}", scheme.document.id.text)));
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_flag_of_the_list_carries_its_code() {
    let codes = codes();
    let ids: BTreeSet<&str> = codes.iter().map(|code| code.id.as_str()).collect();
    assert_eq!(ids.len(), codes.len(), "a code is listed twice");
    let declared: BTreeSet<(String, String, String)> = folders()
        .iter()
        .map(|folder| scheme(folder).document)
        .flat_map(|document| {
            let id = document.id.text;
            let flags = document.flags.into_iter();
            flags.filter_map(move |flag| Some((flag.code?, id.clone(), flag.id.text)))
        })
        .collect();
    for code in &codes {
        for (scheme, what) in code.by() {
            if let Some(flag) = what.strip_prefix("flag ") {
                let flag = (code.id.clone(), scheme.to_owned(), flag.to_owned());
                assert!(declared.contains(&flag), "{flag:?}");
            }
        }
    }
}
