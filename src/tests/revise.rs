//! Claims about parts of a scheme that are written anew: what is put where, what is told at its place, and the way back.

use std::collections::BTreeMap;
use std::path::Path;

use super::cases::scheme;
use crate::language::Language;
use crate::scheme::Scheme;
use crate::scheme::revise::{Part, Revision, parts, revised};

const FILE: &str = r#"id = "tiny"
title = "試"
[input.pool]
title = "總額"
unit = "yuan"
[step.half]
title = "一半"
unit = "yuan"
formula = "pool / 2" # half of it
[step]
rest = { title = "餘額", unit = "yuan", formula = 'pool - half' }
[[step.grade.rule]]
when = "pool > 100"
then = "1"
[[step.grade.rule]]
then = "0"
[step.grade]
title = "檔"
"#;

fn rewritten(file: &str, texts: &[(&str, &str)]) -> Revision {
    let known = Scheme::read(file.as_bytes());
    let document = known.map(|scheme| scheme.document).unwrap_or_default();
    let texts: BTreeMap<String, String> =
        texts.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    revised(file, &document, &texts)
}

#[test]
fn a_text_is_put_where_the_one_it_replaces_stands() {
    let revision = rewritten(
        FILE,
        &[
            ("step.half.formula", "round(pool / 2, 1)"),
            ("step.half.places", "3"),
            ("step.rest.places", "1"),
            ("step.grade.rule.0.when", "pool > 200"),
        ],
    );
    let written = FILE
        .replace("\"pool / 2\"", "'round(pool / 2, 1)'")
        .replace("title = \"一半\"", "places = 3\ntitle = \"一半\"")
        .replace("{ title = \"餘額\"", "{ places = 1, title = \"餘額\"")
        .replace("\"pool > 100\"", "'pool > 200'");
    assert_eq!(revision.text, written);
    let scheme = revision.scheme.unwrap();
    assert_eq!(scheme.document.steps[0].places, Some(3));
    assert_eq!(scheme.document.steps[1].places, Some(1));
}

#[test]
fn every_part_of_every_shipped_scheme_can_be_written_anew_as_it_is() {
    let folders = std::fs::read_dir("schemes").unwrap().map(|entry| entry.unwrap().path());
    for folder in folders.filter(|folder| folder.join("scheme.toml").exists()) {
        let file = std::fs::read_to_string(folder.join("scheme.toml")).unwrap();
        let known = scheme(&folder);
        let all = known.document.steps.iter().flat_map(parts);
        let texts: BTreeMap<String, String> = all
            .filter(|written| !written.text.is_empty())
            .map(|written| (written.path, written.text))
            .collect();
        let revision = revised(&file, &known.document, &texts);
        assert_eq!(revision.lost, Vec::<String>::new(), "{}", folder.display());
        let again = revision.scheme.unwrap();
        assert_eq!(again.document.translations, known.document.translations);
        for (one, two) in known.document.steps.iter().zip(&again.document.steps) {
            assert_eq!(parts(one), parts(two), "{}", folder.display());
        }
    }
}

#[test]
fn a_problem_stands_at_its_place_in_the_text_that_was_typed() {
    let typed = "max('a' ,\n pol)";
    let revision =
        rewritten(FILE, &[("step.half.formula", typed), ("step.rest.formula", "pool - \u{1d7d9}half")]);
    let problems = revision.scheme.as_ref().unwrap_err();
    let spots: Vec<_> = problems.iter().filter_map(|problem| revision.spot(problem)).collect();
    assert!(
        spots.iter().all(|spot| spot.path.starts_with("step.half") || spot.path.starts_with("step.rest"))
    );
    let revision = rewritten(FILE, &[("step.half.formula", "pool * \n pol")]);
    let problems = revision.scheme.as_ref().unwrap_err();
    assert_eq!(problems[0].code.id(), "unknown-name");
    let spot = revision.spot(&problems[0]).unwrap();
    assert_eq!((spot.path.as_str(), spot.start, spot.end), ("step.half.formula", 9, 12));
    assert!(problems[0].hint(&Language::English).unwrap().contains("pool"));
}

#[test]
fn what_goes_wrong_elsewhere_has_no_place_in_the_text() {
    // Half of it becomes a plain number, so that the rest takes it from yuan.
    let revision = rewritten(FILE, &[("step.half.formula", "pool / pool"), ("step.half.places", "x")]);
    let problems = revision.scheme.as_ref().unwrap_err();
    assert!(
        problems
            .iter()
            .any(|problem| revision.spot(problem).is_some_and(|spot| spot.path.ends_with("places")))
    );
    let revision =
        rewritten(FILE, &[("step.none.formula", "1"), ("step.half.rule.0.then", "1"), ("step.half", "1")]);
    assert_eq!(revision.lost, ["step.half", "step.half.rule.0.then", "step.none.formula"]);
    assert_eq!(revision.text, FILE);
}

#[test]
fn rules_have_a_condition_and_a_result_each() {
    let known = scheme(Path::new("schemes/annual-rating"));
    let ruled = known.document.steps.iter().find(|step| parts(step).len() > 3).unwrap();
    let found: Vec<Part> = parts(ruled).into_iter().map(|written| written.part).collect();
    assert_eq!(found.get(..3), Some(&[Part::When(0), Part::Then(0), Part::When(1)][..]));
}
