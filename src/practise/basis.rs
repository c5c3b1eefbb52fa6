//! What a figure rests on: the answers and the open figures that it is computed from.

use std::collections::{BTreeMap, BTreeSet};

use super::calculation::Calculation;
use super::spot::Spot;

/// The figures that one is computed from, back to those that stand written.
///
/// Whoever calculates goes on from what stands on the sheet and from what was answered, right or wrong.
/// So only figures that nobody has written can hide a mistake, and a wrong answer counts only as far as the next one.
#[derive(Debug, Default)]
pub(super) struct Basis {
    /// The figures that nobody has written.
    pub(super) open: BTreeSet<Spot>,
    /// The figures that stand written, and that it or an open one is computed from.
    pub(super) written: BTreeSet<Spot>,
}

impl Basis {
    /// What a figure rests on.
    pub(super) fn of(calculation: &Calculation<'_>, spot: Spot, is_written: &dyn Fn(&Spot) -> bool) -> Self {
        let mut basis = Self::default();
        let mut behind = vec![spot];
        while let Some(spot) = behind.pop() {
            for read in calculation.reads(spot).iter() {
                if is_written(read) {
                    basis.written.insert(*read);
                } else if basis.open.insert(*read) {
                    behind.push(*read);
                }
            }
        }
        basis
    }

    /// The open figures of each step.
    pub(super) fn by_step(&self) -> BTreeMap<usize, Vec<Spot>> {
        let mut steps: BTreeMap<usize, Vec<Spot>> = BTreeMap::new();
        for spot in &self.open {
            steps.entry(spot.step).or_default().push(*spot);
        }
        steps
    }
}
