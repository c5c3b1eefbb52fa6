//! Cases that stand after others: what they take over from the other case is what stands in their facts.

use std::collections::BTreeSet;
use std::path::Path;

use super::cases::{cases, folders, scheme};
use crate::evaluate::facts::{Evaluated, Opened};
use crate::evaluate::run::evaluate;
use crate::problem::{Place, Problem};

fn told(problem: &Problem) -> String {
    match &problem.place {
        Place::Path(path) => format!("{} @ {path}", problem.code.id()),
        Place::Source(span) => format!("{} @ {span:?}", problem.code.id()),
    }
}

#[test]
fn a_case_stands_after_others_as_if_their_figures_were_typed() {
    let mut wrong = Vec::new();
    let (mut declared, mut seen) = (BTreeSet::new(), BTreeSet::new());
    for folder in folders() {
        let scheme = scheme(&folder);
        let id = &scheme.document.id.text;
        let columns = scheme.document.rosters.iter().flat_map(|roster| &roster.columns);
        for entry in scheme.document.inputs.iter().chain(columns) {
            declared.extend(entry.from.iter().map(|from| (id.clone(), from.scheme.text.clone())));
        }
        for (file, case) in cases(&folder) {
            for after in &case.after {
                let place = format!("{} after {}/{}", file.display(), after.scheme, after.case);
                let other = Path::new("schemes").join(&after.scheme);
                let before = super::cases::scheme(&other);
                let of_other = cases(&other)
                    .into_iter()
                    .find(|(file, _)| file.file_stem().is_some_and(|stem| *stem == *after.case));
                let Some((_, of_other)) = of_other else {
                    wrong.push(format!("{place}: no such case"));
                    continue;
                };
                let facts = Opened::open(&before, &of_other.facts.to_string());
                let outcome = evaluate(&before, facts.facts());
                let mut opened = Opened::open(&scheme, &case.facts.to_string());
                let typed = opened.json(&scheme);
                let other = Evaluated { scheme: &before, facts: facts.facts(), outcome: &outcome };
                let taken = opened.take_over(&scheme, other, None);
                let problems: Vec<String> = taken.problems.iter().map(told).collect();
                if problems != after.problems {
                    wrong.push(format!("{place}: {problems:?}"));
                }
                if taken.cells.is_empty() || opened.json(&scheme) != typed {
                    wrong.push(format!("{place}: {typed} became {}", opened.json(&scheme)));
                }
                seen.insert((id.clone(), after.scheme.clone()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(declared, seen, "schemes that take over, and those with a case of it");
}
