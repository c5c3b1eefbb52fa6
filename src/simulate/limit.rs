//! Limits that a manager sets for a proposal, and for whom they fail.

use super::compared::Comparison;
use crate::exact::{Comparison as Order, Exact};

/// What a limit is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limited {
    /// The sum over all rows of the proposal.
    Total,
    /// Each figure of the proposal.
    Figure,
    /// What changes for each row.
    Change,
    /// What changes for each row in percent of its figure today: nobody loses more than 8 % has `least` −8.
    Percent,
}

/// A limit; an absent bound does not bind. Amounts are in base units, percents as they are said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// What it is about.
    pub of: Limited,
    /// The least that is allowed.
    pub least: Option<Exact>,
    /// The most that is allowed.
    pub most: Option<Exact>,
}

/// Whether a limit holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// None where some figure is missing and no other breaks it.
    pub holds: Option<bool>,
    /// The pairs for which it fails, by position in [`Comparison::pairs`]; none for a total.
    pub fails: Vec<u32>,
}

impl Comparison {
    /// Judges a limit; what is about each row, over the rows that have a number on both sides.
    #[must_use]
    pub fn judge(&self, limit: &Limit) -> Judged {
        let complete = self.known.len() == self.pairs.len();
        if limit.of == Limited::Total {
            let holds = self.sums[1].as_ref().map(|total| {
                limit.least.as_ref().is_none_or(|least| total >= least)
                    && limit.most.as_ref().is_none_or(|most| total <= most)
            });
            return Judged { holds, fails: Vec::new() };
        }
        let mut fails = vec![false; self.known.len()];
        for (bound, order) in [(&limit.least, Order::Less), (&limit.most, Order::More)] {
            let Some(bound) = bound else { continue };
            let beyond = match limit.of {
                Limited::Figure | Limited::Total => self.after.compare_exact(order, bound),
                Limited::Change => self.difference.compare_exact(order, bound),
                Limited::Percent => self.percents(order, bound),
            };
            fails.iter_mut().zip(beyond).for_each(|(fails, beyond)| *fails |= beyond);
        }
        let pairs = self.known.iter().zip(fails).filter(|(_, fails)| *fails);
        let fails: Vec<u32> = pairs.map(|(pair, _)| *pair).collect();
        let holds = if fails.is_empty() { complete.then_some(true) } else { Some(false) };
        Judged { holds, fails }
    }
}
