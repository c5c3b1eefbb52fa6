//! Mistakes planted in exercises that were drawn: found in their own line, and from the last figure alone.

use std::collections::{BTreeMap, BTreeSet};

use super::tally::Tally;
use crate::evaluate::run::{Replaced, evaluate_with};
use crate::practise::{Calculation, Exercise, Kind, Known, Level, Spot, mistakes_at, written};
use crate::tests::cases;

/// How many exercises of each scheme are drawn.
const SEEDS: u32 = 3;

/// The most mistakes of one kind that are planted in a scheme.
const MOST_OF_SCHEME: u32 = 4;

#[test]
fn a_mistake_in_an_exercise_is_named() {
    let (mut own, mut last) = (Tally::new(), Tally::new());
    let nothing = Replaced::new();
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        let example = cases::cases(&folder).into_iter().find(|(_, case)| case.example);
        let model = example.map(|(_, case)| case.facts.to_string());
        for seed in 0..SEEDS {
            let exercise = Exercise::of(&scheme, model.as_deref(), Level::Last, &format!("mistakes {seed}"));
            let Some(exercise) = exercise else { continue };
            let facts = exercise.opened.facts();
            let calculation = Calculation::new(&scheme, facts, &exercise.outcome);
            let lines: Vec<Spot> =
                exercise.sheet.lines.iter().filter(|line| !line.given).map(|line| line.spot).collect();
            let given: BTreeSet<Spot> =
                exercise.sheet.lines.iter().filter(|line| line.given).map(|line| line.spot).collect();
            let end = *exercise.sheet.finals.first().unwrap();
            let mut of_kind: BTreeMap<Kind, u32> = BTreeMap::new();
            for at in lines.iter().rev() {
                for mistake in mistakes_at(&calculation, *at, &[]) {
                    let times = of_kind.entry(mistake.kind).or_default();
                    *times = times.saturating_add(1);
                    if *times > 2 || own.planted(&scheme, mistake.kind) >= MOST_OF_SCHEME {
                        continue;
                    }
                    let entry = written(&calculation, *at, &mistake.figure).unwrap();
                    let settled = calculation.spots().into_iter().filter(|spot| spot != at).collect();
                    let known = Known { wrong: &nothing, settled: &settled, printed: &[] };
                    own.try_one(&calculation, &mistake, *at, &entry, known);
                    if *at == end {
                        continue;
                    }
                    // The same mistake, of which only the last figure is seen; what the sheet gives is taken from there.
                    let stands =
                        given.iter().map(|spot| ((spot.step, spot.at()), calculation.right(*spot).unwrap()));
                    let mut replaced: Replaced = stands.collect();
                    replaced.insert((at.step, at.at()), mistake.figure.clone());
                    let outcome = evaluate_with(&scheme, facts, &replaced);
                    let wrong = Calculation::new(&scheme, facts, &outcome);
                    let Some(entry) = wrong.right(end).and_then(|figure| written(&calculation, end, &figure))
                    else {
                        continue;
                    };
                    if written(&calculation, end, &calculation.right(end).unwrap()) == Some(entry.clone()) {
                        continue;
                    }
                    let known = Known { wrong: &nothing, settled: &given, printed: &[] };
                    last.try_one(&calculation, &mistake, end, &entry, known);
                }
            }
        }
    }
    let all = own.print("Exercises: a mistake in one figure, the others right");
    assert!(all.planted > 500);
    assert!(all.named_of_thousand() >= 950, "too few are named");
    let all = last.print("Exercises: a mistake somewhere, only the last figure written");
    assert!(all.planted > 100);
    assert!(all.named_of_thousand() >= 750, "too few are named from the last figure alone");
}
