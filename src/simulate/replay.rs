//! Proposals tried over several months: what each changes in every month, and for everybody over all of them.
//!
//! People are known by their names. A name that stands twice in a month belongs to nobody there, for nobody can say to
//! whom; its figures count in the month and are told apart from what people have.

use std::collections::HashMap;

use super::compared::Comparison;
use crate::exact::{Column, Exact};

/// A row that belongs to nobody.
const NOBODY: u32 = u32::MAX;

/// Months in which some proposals were compared with today's rules.
#[derive(Clone, Debug)]
pub struct Replay {
    proposals: usize,
    months: Vec<Month>,
    people: Vec<String>,
    /// The positions of people by their names.
    known: HashMap<String, u32>,
}

/// One month.
#[derive(Clone, Debug, Default)]
pub struct Month {
    /// Who stands in each row; [`u32::MAX`] where nobody can be named.
    persons: Vec<u32>,
    /// Names that stand in more than one row, with these rows.
    pub repeated: Vec<Repeated>,
    /// Rows without a name.
    pub nameless: Vec<u32>,
    /// What was compared, by the position of the proposal.
    tried: Vec<Option<Tried>>,
}

/// A name that stands in more than one row of a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The name.
    pub name: String,
    /// The rows, ascending.
    pub rows: Vec<u32>,
}

/// A proposal in one month.
#[derive(Clone, Debug)]
struct Tried {
    /// Who stands in each row that has a number on both sides.
    persons: Vec<u32>,
    before: Column,
    after: Column,
    difference: Column,
}

/// What people have over all months, one number for each of them.
#[derive(Clone, Debug)]
pub struct Whole {
    /// In how many months each has a number on both sides.
    pub months: Vec<u32>,
    /// In how many months each stands and has none.
    pub missing: Vec<u32>,
    /// Sums by today's rules.
    pub before: Column,
    /// Sums by those of the proposal.
    pub after: Column,
    /// What the proposal changes.
    pub difference: Column,
    /// The same three, over rows that belong to nobody; none where they cannot be held.
    pub rest: Option<[Exact; 3]>,
}

impl Replay {
    /// No month yet.
    #[must_use]
    pub fn of(proposals: usize) -> Self {
        Self { proposals, months: Vec::new(), people: Vec::new(), known: HashMap::new() }
    }

    /// Everybody, in the order in which the months name them.
    #[must_use]
    pub fn people(&self) -> &[String] {
        &self.people
    }

    /// The months in the order in which they were added.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// Adds a month by the names in its rows; none where the figures are those of the whole scheme.
    pub fn add_month(&mut self, names: Option<&[String]>) {
        let names = names.unwrap_or_default();
        let mut rows: HashMap<&str, Vec<u32>> = HashMap::with_capacity(names.len());
        for (row, name) in (0_u32..).zip(names) {
            rows.entry(name).or_default().push(row);
        }
        let mut month = Month { tried: vec![None; self.proposals], ..Month::default() };
        for (row, name) in (0_u32..).zip(names) {
            let own = rows.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            let person = if name.trim().is_empty() {
                month.nameless.push(row);
                NOBODY
            } else if own.len() > 1 {
                if own.first() == Some(&row) {
                    month.repeated.push(Repeated { name: name.clone(), rows: own.to_vec() });
                }
                NOBODY
            } else {
                self.person(name)
            };
            month.persons.push(person);
        }
        self.months.push(month);
    }

    fn person(&mut self, name: &str) -> u32 {
        if let Some(known) = self.known.get(name) {
            return *known;
        }
        let person = u32::try_from(self.people.len()).unwrap_or(NOBODY);
        self.people.push(name.to_owned());
        self.known.insert(name.to_owned(), person);
        person
    }

    /// Adds what a proposal changes in the month that was added last.
    pub fn add(&mut self, proposal: usize, compared: &Comparison) {
        let Some(month) = self.months.last_mut() else { return };
        let person = |pair: &u32| {
            let pair = usize::try_from(*pair).ok().and_then(|pair| compared.pairs.get(pair));
            let row = pair.and_then(|pair| pair.before).and_then(|row| usize::try_from(row).ok());
            row.and_then(|row| month.persons.get(row)).copied().unwrap_or(NOBODY)
        };
        let tried = Tried {
            persons: compared.known.iter().map(person).collect(),
            before: compared.before.clone(),
            after: compared.after.clone(),
            difference: compared.difference.clone(),
        };
        if let Some(place) = month.tried.get_mut(proposal) {
            *place = Some(tried);
        }
    }

    /// What a proposal does for everybody over all months.
    #[must_use]
    pub fn whole(&self, proposal: usize) -> Whole {
        let count = self.people.len();
        let none = || Column::from_whole(vec![0; count]);
        let (mut months, mut missing) = (vec![0_u32; count], vec![0_u32; count]);
        let mut sums = [none(), none(), none()];
        let mut rest = Some([Exact::ZERO, Exact::ZERO, Exact::ZERO]);
        for month in &self.months {
            tally(&mut missing, &month.persons);
            let Some(tried) = month.tried.get(proposal).and_then(Option::as_ref) else { continue };
            tally(&mut months, &tried.persons);
            let mut held = rest.take();
            let columns = [&tried.before, &tried.after, &tried.difference];
            for (at, (sum, column)) in sums.iter_mut().zip(columns).enumerate() {
                let (own, failed) = column.sum_by(&tried.persons, count);
                let (more, beyond) = sum.plus(&own);
                *sum = more;
                // A sum that cannot be held is none: its month counts as missing.
                for (row, _) in failed.iter().chain(&beyond) {
                    if let Some(months) = months.get_mut(*row) {
                        *months = 0;
                    }
                }
                let nobody = column.sum().zip(own.sum()).and_then(|(all, own)| all.minus(&own));
                held = held.zip(nobody).and_then(|(mut held, nobody)| {
                    let place = held.get_mut(at)?;
                    *place = place.plus(&nobody)?;
                    Some(held)
                });
            }
            rest = held;
        }
        for (missing, months) in missing.iter_mut().zip(&months) {
            *missing = missing.saturating_sub(*months);
        }
        let [before, after, difference] = sums;
        Whole { months, missing, before, after, difference, rest }
    }

    /// The numbers of everybody who has some in one month: today's, the proposal's, and what it changes, with whose
    /// they are.
    #[must_use]
    pub fn month(&self, month: usize, proposal: usize) -> Option<(&[u32], [&Column; 3])> {
        let tried = self.months.get(month)?.tried.get(proposal)?.as_ref()?;
        Some((&tried.persons, [&tried.before, &tried.after, &tried.difference]))
    }
}

impl Month {
    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> u32 {
        u32::try_from(self.persons.len()).unwrap_or(u32::MAX)
    }

    /// Whether a person stands in it.
    #[must_use]
    pub fn has(&self, person: u32) -> bool {
        self.persons.contains(&person)
    }
}

/// Counts each person who stands in a row.
fn tally(counts: &mut [u32], persons: &[u32]) {
    for person in persons {
        if let Some(count) = usize::try_from(*person).ok().and_then(|person| counts.get_mut(person)) {
            *count = count.saturating_add(1);
        }
    }
}
