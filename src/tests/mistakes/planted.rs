//! Every mistake that shows in a figure, planted in every case of every shipped scheme: the diagnosis names it first.

use std::collections::{BTreeMap, BTreeSet};

use super::printed;
use super::tally::Tally;
use crate::evaluate::facts::Facts;
use crate::evaluate::run::{Replaced, evaluate};
use crate::practise::{Calculation, Kind, Known, Spot, mistakes_at, written};
use crate::tests::cases;

/// The most rows of a step in which mistakes are planted.
const MOST_ROWS: u32 = 3;

/// The most mistakes of one kind that are planted in a figure.
const MOST_OF_KIND: usize = 2;

/// The most mistakes of one kind that are planted in a scheme.
const MOST_OF_SCHEME: u32 = 10;

#[test]
fn a_planted_mistake_is_named_first() {
    let mut tally = Tally::new();
    let nothing = Replaced::new();
    for folder in cases::folders() {
        let scheme = cases::scheme(&folder);
        for (_, case) in cases::cases(&folder) {
            let facts = Facts::open(&scheme, &case.facts.to_string());
            let outcome = evaluate(&scheme, &facts);
            let calculation = Calculation::new(&scheme, &facts, &outcome);
            let printed = printed(&scheme, &facts, &case);
            let spots = calculation.spots();
            for at in spots.iter().filter(|spot| spot.at() < MOST_ROWS) {
                let settled: BTreeSet<Spot> = spots.iter().filter(|spot| *spot != at).copied().collect();
                let known = Known { wrong: &nothing, settled: &settled, printed: &printed };
                let mut of_kind: BTreeMap<Kind, usize> = BTreeMap::new();
                for mistake in mistakes_at(&calculation, *at, &printed) {
                    let times = of_kind.entry(mistake.kind).or_default();
                    *times = times.saturating_add(1);
                    if *times > MOST_OF_KIND || tally.planted(&scheme, mistake.kind) >= MOST_OF_SCHEME {
                        continue;
                    }
                    let entry = written(&calculation, *at, &mistake.figure).unwrap();
                    tally.try_one(&calculation, &mistake, *at, &entry, known);
                }
            }
        }
    }
    let all = tally.print("A mistake in one figure, the others right");
    assert!(all.planted > 1000);
    assert!(all.named_of_thousand() >= 950, "too few are named");
    assert!(all.first_of_thousand() >= 930, "too few are named first");
    let kinds: BTreeSet<Kind> = tally.of.keys().map(|(_, kind)| *kind).collect();
    let never: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| !kinds.contains(kind)).collect();
    assert_eq!(never, [Kind::Carried], "are never planted; what is carried is marked, in other tests");
}
