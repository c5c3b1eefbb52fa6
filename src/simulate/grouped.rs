//! What changes for each group of rows: those with one title, one team, one grade.

use super::compared::{Comparison, Totals};
use crate::evaluate::facts::{Evaluated, RosterColumn};
use crate::evaluate::value::{Data, Rows, Value};
use crate::exact::{Column, Comparison as Order, Exact};
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;

/// What rows are grouped by: a column, a step or the row they belong to, of today's variant.
#[derive(Clone, Debug)]
pub struct Grouping<'a> {
    /// What stands in it.
    pub kind: Kind,
    rows: &'a Rows,
}

/// The rows of one group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The position of the option or row that they share; of a truth 1 when it holds. None where nothing is entered.
    pub code: Option<u32>,
    /// Their sums.
    pub totals: Totals,
    /// How many gain.
    pub gains: u32,
    /// How many lose.
    pub losses: u32,
}

impl<'a> Grouping<'a> {
    /// The column of the axis with this id, the rows with this id that its rows belong to, or the step with this id
    /// that has its rows; only what names options, rows or truths groups anything.
    #[must_use]
    pub fn of(side: Evaluated<'a>, axis: Axis, id: &str) -> Option<Self> {
        let document = &side.scheme.document;
        let column: Option<(Kind, &Rows)> = match axis {
            Axis::Roster(at) => {
                let declared = document.rosters.get(at)?;
                let facts = side.facts.rosters.get(at)?;
                let owner = declared.of.as_ref().filter(|of| of.text == id).zip(facts.of.as_ref());
                let owner = owner.map(|(of, rows)| (Kind::OneOf(of.clone()), rows.as_ref()));
                let column = declared.columns.iter().position(|column| column.id.text == id);
                let column = column.and_then(|column| match facts.columns.get(column)? {
                    RosterColumn::Plain(rows) => {
                        Some((declared.columns.get(column)?.kind.clone(), rows.as_ref()))
                    }
                    RosterColumn::Per(_) => None,
                });
                owner.or(column)
            }
            Axis::Table(at) => {
                let (declared, facts) = (document.tables.get(at)?, side.facts.tables.get(at)?);
                let column = declared.columns.iter().position(|column| column.id.text == id);
                column.and_then(|column| {
                    Some((declared.columns.get(column)?.kind.clone(), facts.columns.get(column)?.as_ref()))
                })
            }
        };
        let step = || {
            let at = document.steps.iter().position(|step| step.id.text == id)?;
            let outcome = side.outcome.steps.get(at)?;
            match &outcome.value {
                Value::Many(rows) if outcome.each == Some(axis) => {
                    Some((document.steps.get(at)?.kind.clone(), rows.as_ref()))
                }
                _ => None,
            }
        };
        let (kind, rows) = column.or_else(step)?;
        matches!(rows.data, Data::Codes(_) | Data::Truths(_)).then_some(Self { kind, rows })
    }

    /// The code of a row; none where nothing is entered.
    #[must_use]
    pub fn code(&self, row: u32) -> Option<u32> {
        if self.rows.fault(row).is_some() {
            return None;
        }
        let row = usize::try_from(row).ok()?;
        match &self.rows.data {
            Data::Codes(codes) => codes.get(row).copied(),
            Data::Truths(truths) => truths.get(row).map(|truth| u32::from(*truth)),
            _ => None,
        }
    }
}

impl Comparison {
    /// What changes for each group, in the order of the codes; last those where nothing is entered.
    #[must_use]
    pub fn groups(&self, grouping: &Grouping<'_>) -> Vec<Group> {
        let row = |pair: &u32| self.pairs.get(usize::try_from(*pair).ok()?)?.before;
        let codes: Vec<Option<u32>> = self.known.iter().map(|pair| grouping.code(row(pair)?)).collect();
        let mut known: Vec<Option<u32>> = Vec::new();
        let last = |code: &Option<u32>| code.unwrap_or(u32::MAX);
        for code in &codes {
            if let Err(at) = known.binary_search_by_key(&last(code), last) {
                known.insert(at, *code);
            }
        }
        let group = |code: &Option<u32>| {
            let at = known.binary_search_by_key(&last(code), last);
            at.ok().and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX)
        };
        let groups: Vec<u32> = codes.iter().map(group).collect();
        let sums = |column: &Column| {
            let (sums, failures) = column.sum_by(&groups, known.len());
            move |at: usize| sums.at(at).filter(|_| failures.iter().all(|(row, _)| *row != at))
        };
        let (before, after, difference) = (sums(&self.before), sums(&self.after), sums(&self.difference));
        let count = |order| {
            let holds = self.difference.compare_exact(order, &Exact::ZERO);
            counted(
                known.len(),
                groups.iter().zip(holds).filter(|(_, holds)| *holds).map(|(group, _)| *group),
            )
        };
        let (gains, losses) = (count(Order::More), count(Order::Less));
        let counts = counted(known.len(), groups.iter().copied());
        let each = known.iter().enumerate().zip(counts).zip(gains.into_iter().zip(losses));
        each.map(|(((at, code), count), (gains, losses))| Group {
            code: *code,
            totals: Totals { count, before: before(at), after: after(at), difference: difference(at) },
            gains,
            losses,
        })
        .collect()
    }
}

/// How often each group stands in a list.
fn counted(groups: usize, list: impl Iterator<Item = u32>) -> Vec<u32> {
    let mut counts = vec![0_u32; groups];
    for group in list {
        if let Some(count) = usize::try_from(group).ok().and_then(|group| counts.get_mut(group)) {
            *count = count.saturating_add(1);
        }
    }
    counts
}
