//! Every mistake that shows in a figure, planted in every case of every shipped scheme: the diagnosis names it first.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test in which something overflows fails, as it should"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use crate::evaluate::facts::Facts;
use crate::evaluate::run::{Replaced, evaluate};
use crate::exact::Exact;
use crate::practise::{
    Calculation, Entry, Kind, Known, Mistake, Printed, Spot, diagnose, mistakes_at, written,
};
use crate::scheme::Scheme;
use crate::tests::case::Case;
use crate::tests::cases;

/// The most rows of a step in which mistakes are planted.
const MOST_ROWS: u32 = 3;

/// The most mistakes of one kind that are planted in a figure.
const MOST_OF_KIND: usize = 2;

/// The most mistakes of one kind that are planted in a scheme.
const MOST_OF_SCHEME: u32 = 16;

/// How the planted mistakes of one scheme and kind were diagnosed.
#[derive(Clone, Copy, Default)]
struct Count {
    planted: u32,
    /// Named first.
    first: u32,
    /// Named, behind another that gives the same figure.
    tied: u32,
}

impl Count {
    fn add(&mut self, other: Count) {
        self.planted += other.planted;
        self.first += other.first;
        self.tied += other.tied;
    }

    fn share(self) -> String {
        let share = |of: u32| match (u64::from(of) * 1000).checked_div(u64::from(self.planted)) {
            Some(share) => format!("{}.{}%", share / 10, share % 10),
            None => "-".to_owned(),
        };
        format!("{:>6} {:>7} {:>7}", self.planted, share(self.first), share(self.first + self.tied))
    }
}

/// The misprints of figures that a case names.
pub(super) fn printed(scheme: &Scheme, facts: &Facts, case: &Case) -> Vec<Printed> {
    let read = |printed: &crate::tests::case::Printed| {
        let erratum = printed.erratum.as_ref()?;
        let (id, name) =
            printed.figure.split_once(" @ ").map_or((&*printed.figure, None), |(id, name)| (id, Some(name)));
        let step = scheme.document.steps.iter().position(|step| step.id.text == id)?;
        let row = name.map(|name| {
            let names = match scheme.steps[step].each.unwrap() {
                crate::scheme::term::Axis::Table(at) => &facts.tables[at].ids,
                crate::scheme::term::Axis::Roster(at) => &facts.rosters[at].names,
            };
            u32::try_from(names.iter().position(|known| known == name).unwrap()).unwrap()
        });
        let erratum = scheme.document.errata.iter().position(|known| known.id.text == *erratum);
        Some(Printed { at: Spot { step, row }, value: Exact::parse(&printed.printed).ok()?, erratum })
    };
    case.printed.iter().filter_map(read).collect()
}

/// The table of counts, and the worst that was missed.
struct Tally {
    of: BTreeMap<(String, Kind), Count>,
    missed: BTreeMap<String, u32>,
    spent: Duration,
    longest: Duration,
    runs: u32,
}

impl Tally {
    fn new() -> Self {
        let (of, missed) = (BTreeMap::new(), BTreeMap::new());
        Self { of, missed, spent: Duration::ZERO, longest: Duration::ZERO, runs: 0 }
    }

    /// Diagnoses what a planted mistake gives at a spot.
    fn try_one(
        &mut self,
        calculation: &Calculation<'_>,
        mistake: &Mistake,
        at: Spot,
        entry: &Entry,
        known: Known<'_>,
    ) {
        let started = Instant::now();
        let named = diagnose(calculation, at, entry, known);
        let spent = started.elapsed();
        self.spent += spent;
        self.longest = self.longest.max(spent);
        self.runs += 1;
        let id = calculation.scheme.document.id.text.clone();
        let mut count = Count { planted: 1, ..Count::default() };
        let kinds: Vec<Kind> = named.iter().map(|found| found.kind).collect();
        if kinds.first() == Some(&mistake.kind) {
            count.first = 1;
        } else if kinds.contains(&mistake.kind) {
            count.tied = 1;
        }
        if count.first == 0 {
            let before = kinds.first().map_or("nothing", |kind| kind.id());
            let how = if count.tied == 1 { "behind" } else { "missed for" };
            *self.missed.entry(format!("{} {how} {before}", mistake.kind.id())).or_default() += 1;
        }
        self.of.entry((id, mistake.kind)).or_default().add(count);
    }

    fn planted(&self, scheme: &Scheme, kind: Kind) -> u32 {
        self.of.get(&(scheme.document.id.text.clone(), kind)).map_or(0, |count| count.planted)
    }

    fn print(&self, title: &str) -> (u32, u32, u32) {
        println!("\n{title}");
        println!("{:<26}{:>6} {:>7} {:>7}", "", "number", "first", "named");
        let mut all = Count::default();
        let mut by: [BTreeMap<String, Count>; 2] = Default::default();
        for ((id, kind), count) in &self.of {
            by[0].entry(id.clone()).or_default().add(*count);
            by[1].entry(kind.id().to_owned()).or_default().add(*count);
            all.add(*count);
        }
        for lines in by {
            for (name, count) in lines {
                println!("{name:<26}{}", count.share());
            }
            println!();
        }
        println!("{:<26}{}", "all", all.share());
        for (what, times) in &self.missed {
            println!("  {times:>5} {what}");
        }
        println!(
            "{} diagnoses, {:?} each, the longest {:?}",
            self.runs,
            self.spent / self.runs.max(1),
            self.longest
        );
        (all.planted, all.first, all.tied)
    }
}

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
                    *times += 1;
                    if *times > MOST_OF_KIND || tally.planted(&scheme, mistake.kind) >= MOST_OF_SCHEME {
                        continue;
                    }
                    let entry = written(&calculation, *at, &mistake.figure).unwrap();
                    tally.try_one(&calculation, &mistake, *at, &entry, known);
                }
            }
        }
    }
    let (planted, first, tied) = tally.print("planted in one figure, the others right");
    assert!(planted > 1000);
    assert!((first + tied) * 100 >= planted * 95);
}
