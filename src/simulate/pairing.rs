//! Which row of a proposal stands beside which row of today.

use crate::evaluate::facts::positions;
use crate::problem::{Code, Problem};

/// How the rows of two variants were matched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Matching {
    /// Both list the same names in the same order, so that rows match by their position, also where a name stands
    /// twice or is empty.
    Position,
    /// By name.
    Name,
}

/// A row of today, a row of the proposal, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Position of the row today.
    pub before: Option<u32>,
    /// Position of the row in the proposal.
    pub after: Option<u32>,
}

/// The rows of two variants, side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// How they were matched.
    pub matching: Matching,
    /// The rows of today in their order; behind them those that only the proposal has.
    pub pairs: Vec<Pair>,
    /// Rows without a counterpart, and names that lead to more than one row.
    pub problems: Vec<Problem>,
}

impl Pairing {
    /// Matches rows by their names; `path` is that of the rows, such as `rosters.nurse`.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::simulate::{Matching, Pair, Pairing};
    ///
    /// let names = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<Vec<_>>();
    /// let pairing = Pairing::of(&names(&["甲", "乙"]), &names(&["乙", "丙"]), "rosters.nurse");
    /// assert_eq!(pairing.matching, Matching::Name);
    /// assert_eq!(pairing.pairs[1], Pair { before: Some(1), after: Some(0) });
    /// let ids: Vec<&str> = pairing.problems.iter().map(|problem| problem.code.id()).collect();
    /// assert_eq!(ids, ["only-today", "only-in-proposal"]);
    /// ```
    #[must_use]
    pub fn of(before: &[String], after: &[String], path: &str) -> Self {
        if before == after {
            let pairs = (0_u32..).take(before.len()).map(|row| Pair { before: Some(row), after: Some(row) });
            return Self { matching: Matching::Position, pairs: pairs.collect(), problems: Vec::new() };
        }
        let (here, there) = (positions(before), positions(after));
        let mut pairing = Self { matching: Matching::Name, pairs: Vec::new(), problems: Vec::new() };
        for (row, name) in (0_u32..).zip(before) {
            let after = match (here.get(name.as_str()), there.get(name.as_str())) {
                (Some(Some(_)), Some(Some(after))) => Some(*after),
                (Some(Some(_)), None) => pairing.told(Code::OnlyToday { name: name.clone() }, path, row),
                _ => pairing.told(Code::DuplicateName { name: name.clone() }, path, row),
            };
            pairing.pairs.push(Pair { before: Some(row), after });
        }
        for (row, name) in (0_u32..).zip(after) {
            match (here.get(name.as_str()), there.get(name.as_str())) {
                (Some(Some(_)), Some(Some(_))) => continue,
                (None, Some(Some(_))) => {
                    pairing.told(Code::OnlyInProposal { name: name.clone() }, path, row);
                }
                _ => {
                    pairing.told(Code::DuplicateName { name: name.clone() }, path, row);
                }
            }
            pairing.pairs.push(Pair { before: None, after: Some(row) });
        }
        pairing
    }

    fn told(&mut self, code: Code, path: &str, row: u32) -> Option<u32> {
        self.problems.push(code.on(format!("{path}[{row}].name")));
        None
    }
}
