//! What is right is never called a mistake.

use std::collections::{BTreeMap, BTreeSet};

use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::run::{Replaced, evaluate, evaluate_with};
use crate::practise::{Calculation, Entry, Known, Spot, Verdict, diagnose, mark, written};
use crate::tests::cases;

#[test]
fn right_figures_are_right_and_nothing_is_found_in_them() {
    let mut seen = 0_u32;
    let nothing = Replaced::new();
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        for (file, case) in cases::cases(&folder) {
            let facts = Facts::open(&scheme, &case.facts.to_string());
            let outcome = evaluate(&scheme, &facts);
            let calculation = Calculation::new(&scheme, &facts, &outcome);
            let answers: BTreeMap<Spot, Entry> = calculation
                .spots()
                .into_iter()
                .map(|spot| (spot, written(&calculation, spot, &calculation.right(spot).unwrap()).unwrap()))
                .collect();
            let marked = mark(&calculation, &answers, &BTreeSet::new(), &[]);
            assert_eq!(marked.len(), answers.len());
            for (spot, marked) in marked {
                let place = || format!("{} {}", file.display(), spot.text(&scheme));
                assert_eq!(marked.verdict, Verdict::Right, "{}", place());
                assert!(marked.mistakes.is_empty(), "{}", place());
                let settled = BTreeSet::new();
                let known = Known { wrong: &nothing, settled: &settled, printed: &[] };
                assert!(diagnose(&calculation, spot, &answers[&spot], known).is_empty(), "{}", place());
                seen = seen.saturating_add(1);
            }
        }
    }
    assert!(seen > 2000, "only {seen} figures were seen");
}

#[test]
fn a_run_with_nothing_replaced_is_the_run() {
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        for (file, case) in cases::cases(&folder) {
            let facts = Facts::open(&scheme, &case.facts.to_string());
            let (right, same) = (evaluate(&scheme, &facts), evaluate_with(&scheme, &facts, &Replaced::new()));
            for (step, (one, other)) in right.steps.iter().zip(&same.steps).enumerate() {
                let open = matches!(one.figure(0), Some(FigureOutcome::Open(_)));
                assert!(open || one.value == other.value, "{} step {step}", file.display());
            }
        }
    }
}

#[test]
fn a_replaced_figure_counts_for_everything_behind_it() {
    let mut changed = 0_u32;
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        let Some((_, case)) = cases::cases(&folder).into_iter().find(|(_, case)| case.example) else {
            continue;
        };
        let facts = Facts::open(&scheme, &case.facts.to_string());
        let outcome = evaluate(&scheme, &facts);
        let calculation = Calculation::new(&scheme, &facts, &outcome);
        for spot in calculation.spots() {
            let right = calculation.right(spot).unwrap();
            let crate::evaluate::value::Item::Number(number) = &right else { continue };
            let other = crate::evaluate::value::Item::Number(number.plus(&7.into()).unwrap());
            let replaced = Replaced::from([((spot.step, spot.at()), other.clone())]);
            let after = evaluate_with(&scheme, &facts, &replaced);
            assert_eq!(spot.figure(&after), Some(FigureOutcome::Known(other)));
            for step in 0..scheme.steps.len() {
                let differs = after.steps[step].value != outcome.steps[step].value;
                assert!(
                    !differs || step == spot.step || calculation.uses(step, spot.step),
                    "{} changed {step}",
                    spot.text(&scheme)
                );
                changed = changed.saturating_add(u32::from(differs && step != spot.step));
            }
        }
    }
    assert!(changed > 100, "only {changed} steps changed");
}
