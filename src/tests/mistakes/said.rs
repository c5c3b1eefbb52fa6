//! The sentences about mistakes: in every language, with every blank filled, and the figure not in the hint.

use std::collections::BTreeSet;

use super::{printed, translated};
use crate::evaluate::facts::{Evaluated, Facts};
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::practise::{Blank, Calculation, Kind, Tape, mistakes_at, written};
use crate::tests::cases;
use crate::wire::Teller;

/// The most figures of a scheme whose mistakes are said.
const MOST_FIGURES: usize = 60;

/// Kinds of mistakes that are said of a scheme, unless one of its figures has more.
const ENOUGH: usize = 13;

#[test]
fn every_mistake_is_said_in_every_language() {
    let mut said = BTreeSet::new();
    for folder in cases::folders() {
        let scheme = translated(&folder);
        let mut kinds = BTreeSet::new();
        for (_, case) in cases::cases(&folder) {
            let facts = Facts::open(&scheme, &case.facts.to_string());
            let outcome = evaluate(&scheme, &facts);
            let calculation = Calculation::new(&scheme, &facts, &outcome);
            let printed = printed(&scheme, &facts, &case);
            for at in calculation.spots().into_iter().filter(|spot| spot.at() < 2).take(MOST_FIGURES) {
                // Some kinds need the figures of one scheme; most are said in the first lines of every scheme.
                if kinds.len() > ENOUGH {
                    break;
                }
                for mistake in mistakes_at(&calculation, at, &printed) {
                    let Some(crate::practise::Entry::Number { value, .. }) =
                        written(&calculation, at, &mistake.figure)
                    else {
                        continue;
                    };
                    if !kinds.insert(mistake.kind) {
                        continue;
                    }
                    let variant = Evaluated { scheme: &scheme, facts: &facts, outcome: &outcome };
                    let Tape { sheet, .. } = Tape::of(variant, at);
                    let blanks = [(at, Blank::Number)].into_iter().collect();
                    let answers = [(at.text(&scheme), value.to_string())].into_iter().collect();
                    for language in Language::ALL {
                        let teller = Teller::new(&scheme, &facts, &outcome, language);
                        let marking = teller.marked(&sheet, &blanks, &answers, &printed);
                        let line = &marking.lines[0];
                        let place = format!("{} {} {:?}", scheme.document.id.text, line.figure, mistake.kind);
                        for found in &line.diagnoses {
                            said.insert(Kind::of_id(&found.kind).unwrap());
                            assert!(
                                found.clause.as_ref().is_some_and(|clause| !clause.is_empty()),
                                "{place}"
                            );
                            for blank in ["{", "}", "「」", "“”", "（）", "()", "  "] {
                                assert!(!found.sentence.contains(blank), "{place}: {}", found.sentence);
                            }
                        }
                        assert!(
                            line.hint.as_ref().is_some_and(|hint| !hint.contains(&line.expected)),
                            "{place}"
                        );
                        assert!(!line.working.is_empty(), "{place}");
                    }
                }
            }
        }
    }
    let silent: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !said.contains(kind)).collect();
    assert_eq!(silent, [Kind::Carried]);
}
