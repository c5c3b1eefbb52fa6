//! Every system of the source is calculated by a scheme or says why not, and README shows which by which.

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use serde::Deserialize;

use super::cases::{cases, folders, scheme};
use crate::scheme::Scheme;

/// How many systems the source has, by document: `P1.1` to `P1.18`, …
const SYSTEMS: [(&str, usize); 8] =
    [("P1", 18), ("P2", 11), ("P3", 12), ("P4", 1), ("P5", 4), ("P6", 3), ("P7", 14), ("D3", 3)];

/// Where the table of README stands.
const MARKS: [&str; 2] =
    ["<!-- coverage: written by `cargo xtask coverage` -->\n", "<!-- end of coverage -->"];

/// `schemes/systems.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Inventory {
    own: Vec<Own>,
    document: Vec<Source>,
}

/// A scheme that implements no system, and why.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Own {
    scheme: String,
    why: Said,
}

/// A document of the source.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    source: String,
    title: Said,
    system: Vec<System>,
    #[serde(default)]
    beyond: Vec<Beyond>,
}

/// A system of rules; `why` says that it cannot be calculated.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct System {
    id: String,
    title: Said,
    why: Option<Said>,
}

/// A clause that no system holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Beyond {
    clause: String,
    text: Said,
    why: Said,
}

/// A text in the three languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    #[serde(rename = "zh-Hant")]
    zh_hant: String,
    #[serde(rename = "zh-Hans")]
    zh_hans: String,
    en: String,
}

fn inventory() -> Inventory {
    toml::from_str(&fs::read_to_string("schemes/systems.toml").unwrap()).unwrap()
}

/// The shipped schemes, each with the number of its cases.
fn shipped() -> Vec<(Scheme, usize)> {
    folders().iter().map(|folder| (scheme(folder), cases(folder).len())).collect()
}

/// What is wrong between the list of systems and what schemes say they implement.
fn wrong(inventory: &Inventory, implemented: &[(&str, &[String])]) -> Vec<String> {
    let systems: BTreeMap<&str, &System> = inventory
        .document
        .iter()
        .flat_map(|document| &document.system)
        .map(|system| (system.id.as_str(), system))
        .collect();
    let own: BTreeSet<&str> = inventory.own.iter().map(|own| own.scheme.as_str()).collect();
    let mut wrong = Vec::new();
    for (scheme, ids) in implemented {
        match (ids.is_empty(), own.contains(scheme)) {
            (true, false) => wrong.push(format!("{scheme} implements no system")),
            (false, true) => {
                wrong.push(format!("{scheme} implements systems, and is listed as implementing none"))
            }
            _ => {}
        }
        for id in ids.iter() {
            match systems.get(id.as_str()) {
                None => wrong.push(format!("{scheme} implements {id}, which is not listed")),
                Some(system) if system.why.is_some() => {
                    wrong.push(format!("{scheme} implements {id}, which is listed as not calculable"));
                }
                Some(_) => {}
            }
        }
        if ids.iter().collect::<BTreeSet<_>>().len() != ids.len() {
            wrong.push(format!("{scheme} names a system twice"));
        }
    }
    let known = |name: &&&str| implemented.iter().any(|(scheme, _)| *scheme == **name);
    wrong.extend(own.iter().filter(|name| !known(name)).map(|name| format!("there is no scheme {name}")));
    let done: BTreeSet<&str> =
        implemented.iter().flat_map(|(_, ids)| ids.iter().map(String::as_str)).collect();
    let missing =
        systems.values().filter(|system| system.why.is_none() && !done.contains(system.id.as_str()));
    wrong.extend(missing.map(|system| format!("no scheme implements {}", system.id)));
    wrong
}

#[test]
fn every_system_is_calculated_or_says_why_not() {
    let shipped = shipped();
    let implemented: Vec<(&str, &[String])> = shipped
        .iter()
        .map(|(scheme, _)| (scheme.document.id.text.as_str(), scheme.document.implements.as_slice()))
        .collect();
    assert_eq!(wrong(&inventory(), &implemented), Vec::<String>::new());
}

#[test]
fn what_is_missing_unknown_or_twice_is_found() {
    let said = |text: &str| format!("{{ zh-Hant = \"{text}\", zh-Hans = \"{text}\", en = \"{text}\" }}");
    let text = format!(
        "own = [{{ scheme = \"mine\", why = {0} }}, {{ scheme = \"gone\", why = {0} }}]
        document = [{{ source = \"1\", title = {0}, system = [
            {{ id = \"A\", title = {0} }}, {{ id = \"B\", title = {0} }}, {{ id = \"C\", title = {0}, why = {0} }},
        ] }}]",
        said("x")
    );
    let inventory: Inventory = toml::from_str(&text).unwrap();
    let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<String>>();
    let (first, second, nothing) = (ids(&["A", "A", "D"]), ids(&["C"]), ids(&[]));
    let implemented =
        [("one", first.as_slice()), ("two", &second), ("three", &nothing), ("mine", first.as_slice())];
    assert_eq!(
        wrong(&inventory, &implemented),
        [
            "one implements D, which is not listed",
            "one names a system twice",
            "two implements C, which is listed as not calculable",
            "three implements no system",
            "mine implements systems, and is listed as implementing none",
            "mine implements D, which is not listed",
            "mine names a system twice",
            "there is no scheme gone",
            "no scheme implements B",
        ]
    );
}

#[test]
fn the_list_of_systems_has_no_gap() {
    let listed: Vec<String> = inventory()
        .document
        .into_iter()
        .flat_map(|document| document.system)
        .map(|system| system.id)
        .collect();
    let expected: Vec<String> = SYSTEMS
        .iter()
        .flat_map(|(document, count)| (1..=*count).map(move |number| format!("{document}.{number}")))
        .collect();
    assert_eq!(listed, expected);
}

#[test]
fn every_text_of_the_list_is_there_in_three_languages() {
    let inventory = inventory();
    let own = inventory.own.iter().map(|own| &own.why);
    let documents = inventory.document.iter().flat_map(|document| {
        assert!(!document.source.is_empty(), "{}", document.title.en);
        let systems = document.system.iter().flat_map(|system| [Some(&system.title), system.why.as_ref()]);
        let beyond = document.beyond.iter().flat_map(|beyond| {
            assert!(!beyond.clause.is_empty(), "{}", beyond.text.en);
            [Some(&beyond.text), Some(&beyond.why)]
        });
        [Some(&document.title)].into_iter().chain(systems).chain(beyond).flatten()
    });
    for said in own.chain(documents) {
        for text in [&said.zh_hant, &said.zh_hans, &said.en] {
            assert!(!text.trim().is_empty(), "{said:?}");
        }
    }
}

#[test]
fn the_coverage_of_readme_is_what_the_schemes_say() {
    let readme = fs::read_to_string("README.md").unwrap();
    let parts = readme
        .split_once(MARKS[0])
        .and_then(|(before, rest)| rest.split_once(MARKS[1]).map(|(table, after)| (before, table, after)));
    let (before, table, after) = parts.expect("README.md has the two marks of the coverage table");
    let written = coverage_table(&inventory(), &shipped());
    if env::var_os("JIXIAO_WRITE_COVERAGE").is_some() {
        fs::write("README.md", [before, MARKS[0], &written, MARKS[1], after].concat()).unwrap();
    } else {
        assert!(table == written, "README.md is stale: run `cargo xtask coverage`");
    }
}

/// The table of README: a line for each system.
fn coverage_table(inventory: &Inventory, shipped: &[(Scheme, usize)]) -> String {
    let documents = &inventory.document;
    let systems = || documents.iter().flat_map(|document| &document.system);
    let calculated = systems().filter(|system| system.why.is_none()).count();
    let used = || shipped.iter().filter(|(scheme, _)| !scheme.document.implements.is_empty());
    let mut text = format!(
        "{} schemes with {} cases calculate {calculated} of the {} systems of rules in the source documents.\n\n\
         | document | | system | scheme | cases |\n|---|---|---|---|---:|\n",
        used().count(),
        used().map(|(_, cases)| cases).sum::<usize>(),
        systems().count()
    );
    for document in documents {
        for (position, system) in document.system.iter().enumerate() {
            let title = if position == 0 { format!(" {}", document.title.en) } else { String::new() };
            let by: Vec<&(Scheme, usize)> = shipped
                .iter()
                .filter(|(scheme, _)| scheme.document.implements.contains(&system.id))
                .collect();
            let links: Vec<String> =
                by.iter().map(|(scheme, _)| format!("[{0}](schemes/{0})", scheme.document.id.text)).collect();
            let (links, count) = match &system.why {
                Some(why) => (format!("not calculable: {}", why.en), "0".to_owned()),
                None => (links.join(", "), by.iter().map(|(_, cases)| cases).sum::<usize>().to_string()),
            };
            let System { id, title: name, .. } = system;
            text += &format!("|{title} | {id} | {} | {links} | {count} |\n", name.en);
        }
    }
    text
}
