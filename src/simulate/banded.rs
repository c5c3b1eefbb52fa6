//! How many gain and lose how much: rows counted in bands of change.

use super::compared::Comparison;
use crate::exact::{Column, Comparison as Order, Exact};

/// What the edges of bands are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// Percent of today's figure.
    Percent,
    /// Amounts, in base units.
    Amount,
}

/// Rows counted by what changes for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands {
    /// From the largest loss to the largest gain. No band counts a row for which nothing changes.
    pub bands: Vec<Band>,
    /// Rows for which nothing changes.
    pub unchanged: u32,
    /// Rows that have nothing today, so that no percent says what changes for them.
    pub from_nothing: u32,
}

/// A band of change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The least change; none in the lowest.
    pub from: Option<Exact>,
    /// The change that is reached in the next band only; none in the highest.
    pub below: Option<Exact>,
    /// How many rows.
    pub count: u32,
    /// What changes for all of them.
    pub difference: Option<Exact>,
}

impl Comparison {
    /// Counts rows in the bands that these edges make; a number on an edge belongs to the band above it.
    #[must_use]
    pub fn bands(&self, edges: &[Exact], by: By) -> Bands {
        let order = Column::from_exacts(edges.to_vec()).ascending();
        let mut edges: Vec<&Exact> =
            order.iter().filter_map(|at| edges.get(usize::try_from(*at).ok()?)).collect();
        edges.dedup();
        let mut bands: Vec<u32> = vec![0; self.known.len()];
        for edge in &edges {
            for (band, above) in bands.iter_mut().zip(self.reaches(edge, by)) {
                *band = band.saturating_add(u32::from(above));
            }
        }
        let none = u32::MAX;
        let changed = self.difference.compare_exact(Order::NotEqual, &Exact::ZERO);
        let nothing = self.before.compare_exact(Order::Equal, &Exact::ZERO);
        let (mut unchanged, mut from_nothing) = (0_u32, 0_u32);
        for ((band, changed), nothing) in bands.iter_mut().zip(changed).zip(nothing) {
            if !changed {
                unchanged = unchanged.saturating_add(1);
                *band = none;
            } else if nothing && by == By::Percent {
                from_nothing = from_nothing.saturating_add(1);
                *band = none;
            }
        }
        let (sums, failures) = self.difference.sum_by(&bands, edges.len().saturating_add(1));
        let ends = |at: usize| {
            let edge = |at: Option<usize>| edges.get(at?).map(|edge| (*edge).clone());
            (edge(at.checked_sub(1)), edge(Some(at)))
        };
        let band = |(at, difference): (usize, Exact)| {
            let (from, below) = ends(at);
            let own = u32::try_from(at).unwrap_or(none);
            let count = bands.iter().filter(|band| **band == own).count();
            let held = failures.iter().all(|(row, _)| *row != at);
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Band { from, below, count, difference: held.then_some(difference) }
        };
        Bands { bands: sums.values().enumerate().map(band).collect(), unchanged, from_nothing }
    }

    /// Which rows change at least so much.
    pub(super) fn reaches(&self, edge: &Exact, by: By) -> Vec<bool> {
        match by {
            By::Amount => self.difference.compare_exact(Order::AtLeast, edge),
            By::Percent => self.percents(Order::AtLeast, edge),
        }
    }

    /// For which rows the comparison holds between what changes and a percent of today's figure; without a division,
    /// so that a row that has nothing today changes by more than any percent of it.
    pub(super) fn percents(&self, order: Order, percent: &Exact) -> Vec<bool> {
        let hundredfold = self.difference.times_exact(&Exact::from(100)).0;
        hundredfold.compare(order, &self.before.absolute().times_exact(percent).0)
    }
}
