//! How many planted mistakes were named, first or behind another that gives the same figure, by scheme and by kind.

#![expect(
    clippy::arithmetic_side_effects,
    reason = "a test in which something overflows fails, as it should"
)]

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use crate::practise::{Calculation, Entry, Kind, Known, Mistake, Spot, diagnose};
use crate::scheme::Scheme;

/// How the planted mistakes of one scheme and kind were diagnosed.
#[derive(Clone, Copy, Default)]
pub(super) struct Count {
    pub(super) planted: u32,
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

    fn of_thousand(self, part: u32) -> u64 {
        (u64::from(part) * 1000).checked_div(u64::from(self.planted)).unwrap_or(1000)
    }

    pub(super) fn first_of_thousand(self) -> u64 {
        self.of_thousand(self.first)
    }

    pub(super) fn named_of_thousand(self) -> u64 {
        self.of_thousand(self.first + self.tied)
    }

    fn share(self) -> String {
        let percent = |share: u64| format!("{}.{}%", share / 10, share % 10);
        let (first, named) = (percent(self.first_of_thousand()), percent(self.named_of_thousand()));
        format!("{:>6} {first:>7} {named:>7}", self.planted)
    }
}

/// The table of counts, and the worst that was missed.
pub(super) struct Tally {
    pub(super) of: BTreeMap<(String, Kind), Count>,
    missed: BTreeMap<String, u32>,
    spent: Duration,
    longest: Duration,
    runs: u32,
}

impl Tally {
    pub(super) fn new() -> Self {
        let (of, missed) = (BTreeMap::new(), BTreeMap::new());
        Self { of, missed, spent: Duration::ZERO, longest: Duration::ZERO, runs: 0 }
    }

    /// Diagnoses what a planted mistake gives at a spot.
    pub(super) fn try_one(
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
        // A mistake that is named gives the figure; that two give the same is seen by both being named.
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

    pub(super) fn planted(&self, scheme: &Scheme, kind: Kind) -> u32 {
        self.of.get(&(scheme.document.id.text.clone(), kind)).map_or(0, |count| count.planted)
    }

    pub(super) fn print(&self, title: &str) -> Count {
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
        all
    }
}
