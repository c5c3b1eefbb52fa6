//! Limits that a manager sets for a proposal, and for whom they fail.

use super::compared::Comparison;
use super::fund::Fund;
use crate::evaluate::facts::Evaluated;
use crate::exact::{Comparison as Order, Exact};
use crate::unit::Unit;

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

/// A bound as it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// An amount in base units, or percents as they are said.
    Amount(Exact),
    /// What a figure of the proposal amounts to; none where the proposal has no such figure.
    Fund(Option<Fund>),
}

/// A limit as it is set, before it is known what its bounds amount to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// What it is about.
    pub of: Limited,
    /// The least that is allowed.
    pub least: Option<Bound>,
    /// The most that is allowed.
    pub most: Option<Bound>,
}

impl Demand {
    /// A limit with bounds as they are typed: amounts in a unit, percents, or the id of what the proposal itself holds.
    ///
    /// # Errors
    ///
    /// The bound that is neither a number nor the id of anything that amounts can be held against, today or in the
    /// proposal.
    pub fn parse<'t>(
        of: Limited,
        [least, most]: [Option<&'t str>; 2],
        unit: &Unit,
        [today, proposal]: [Evaluated<'_>; 2],
    ) -> Result<Self, &'t str> {
        let bound = |text: &'t str| match Exact::parse(text) {
            Ok(number) if of == Limited::Percent => Ok(Bound::Amount(number)),
            Ok(number) => number.times(unit.factor()).map(Bound::Amount).ok_or(text),
            Err(_) => {
                let fund = Fund::parse(proposal, text, unit);
                let is_known = fund.is_some() || Fund::parse(today, text, unit).is_some();
                if is_known && of != Limited::Percent { Ok(Bound::Fund(fund)) } else { Err(text) }
            }
        };
        Ok(Self { of, least: least.map(bound).transpose()?, most: most.map(bound).transpose()? })
    }

    /// What it demands of a proposal; none where a figure that it is held against is not known.
    #[must_use]
    pub fn limit(&self, proposal: Evaluated<'_>) -> Option<Limit> {
        let amount = |bound: &Option<Bound>| match bound {
            None => Some(None),
            Some(Bound::Amount(amount)) => Some(Some(amount.clone())),
            Some(Bound::Fund(fund)) => fund.as_ref()?.value(proposal).map(Some),
        };
        Some(Limit { of: self.of, least: amount(&self.least)?, most: amount(&self.most)? })
    }

    /// The steps that its bounds are held against.
    pub(super) fn steps(&self) -> impl Iterator<Item = usize> {
        [&self.least, &self.most].into_iter().filter_map(|bound| match bound {
            Some(Bound::Fund(Some(Fund::Step(measure)))) => Some(measure.step),
            _ => None,
        })
    }
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
    /// By how much a total is beyond it.
    pub beyond: Option<Exact>,
}

impl Judged {
    /// How far it is missed: by how much a total is beyond it, or for how many rows it fails; zero where it holds.
    pub(super) fn missed(&self) -> Option<Exact> {
        match (self.holds?, &self.beyond) {
            (true, _) => Some(Exact::ZERO),
            (false, Some(beyond)) => Some(beyond.clone()),
            (false, None) => Some(Exact::from(i64::try_from(self.fails.len()).ok()?)),
        }
    }
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
            let beyond = self.sums[1].as_ref().filter(|_| holds == Some(false)).and_then(|total| {
                let over = limit.most.as_ref().filter(|most| total > most);
                let under = limit.least.as_ref().filter(|least| total < least);
                over.or(under)?.minus(total).map(|far| far.absolute())
            });
            return Judged { holds, fails: Vec::new(), beyond };
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
        Judged { holds, fails, beyond: None }
    }
}
