//! A step that yields no number: how many rows go from which grade to which.

use super::compared::Comparison;
use super::grouped::Grouping;
use crate::evaluate::facts::Evaluated;

/// Rows that have one result today and one in the proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// The position of today's option or row; of a truth 1 when it holds. None where there is no result.
    pub before: Option<u32>,
    /// That of the proposal.
    pub after: Option<u32>,
    /// How many rows.
    pub count: u32,
}

impl Comparison {
    /// How many rows go from which result to which, those that stay included, in the order of the results; nothing
    /// for a step whose figures are numbers or days.
    #[must_use]
    pub fn moves(&self, before: Evaluated<'_>, after: Evaluated<'_>) -> Vec<Move> {
        let results = |side: Evaluated<'_>, at: usize| -> Option<Vec<Option<u32>>> {
            let (step, axis) =
                if at == 0 { (self.steps[0], self.axes[0]?) } else { (self.steps[1], self.axes[1]?) };
            let id = &side.scheme.document.steps.get(step)?.id.text;
            let grouping = Grouping::of(side, axis, id)?;
            let row = |pair: &super::Pair| if at == 0 { pair.before } else { pair.after };
            Some(self.pairs.iter().map(|pair| grouping.code(row(pair)?)).collect())
        };
        let (Some(here), Some(there)) = (results(before, 0), results(after, 1)) else { return Vec::new() };
        let mut moves: Vec<Move> = Vec::new();
        for ((before, after), pair) in here.into_iter().zip(there).zip(&self.pairs) {
            if pair.before.is_some() && pair.after.is_some() {
                let at = moves.partition_point(|known| (known.before, known.after) < (before, after));
                match moves.get_mut(at).filter(|known| (known.before, known.after) == (before, after)) {
                    Some(known) => known.count = known.count.saturating_add(1),
                    None => moves.insert(at, Move { before, after, count: 1 }),
                }
            }
        }
        moves
    }
}
