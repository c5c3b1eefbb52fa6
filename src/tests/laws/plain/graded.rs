//! Tiers and bands, as plain as can be: from the top down to the first that the amount enters.

use super::{Found, Lack, Plain, held, number};
use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::scheme::document::{Edge, Table, TableKind};
use crate::scheme::term::{Axis, Grading, Source};

impl Plain<'_> {
    pub(super) fn graded(&self, grading: Grading, of: &Exact, table: usize) -> Found {
        let (declared, facts) = (&self.scheme.document.tables[table], &self.facts.tables[table]);
        if facts.fault.is_some() {
            return Err(Lack::Other);
        }
        let lower = matches!(declared.kind, TableKind::Tiers { edge: Edge::Lower, .. });
        let bounds = &facts.bounds;
        let enters = |tier: usize| {
            bounds[tier]
                .from
                .as_ref()
                .is_none_or(|from| if lower && tier > 0 { of > from } else { of >= from })
        };
        let tier = (0..bounds.len()).rev().find(|tier| enters(*tier)).ok_or(Lack::Other)?;
        if grading == Grading::Band {
            return Ok(Item::Code(u32::try_from(tier).unwrap()));
        }
        // A tier ends where the next begins; the last ends with its end.
        if bounds[tier].to.as_ref().is_some_and(|to| of > to) {
            return Err(Lack::Other);
        }
        let rate = |tier: usize| {
            let column = declared.columns.iter().position(|column| column.id.text == Table::VALUE).unwrap();
            number(self.stored(Source::Column(Axis::Table(table), column), u32::try_from(tier).unwrap()))
        };
        match grading {
            Grading::Tier | Grading::Band => Ok(Item::Code(u32::try_from(tier).unwrap())),
            Grading::Whole => held(of.times(&rate(tier)?)),
            Grading::Marginal => {
                let mut sum = Exact::ZERO;
                for (below, bound) in bounds.iter().enumerate().take(tier + 1) {
                    let to = if below == tier { Some(of) } else { bound.to.as_ref() };
                    let slice = to.unwrap().minus(bound.from.as_ref().unwrap());
                    let rate = rate(below)?;
                    let part = slice.and_then(|slice| slice.times(&rate));
                    sum = part.and_then(|part| sum.plus(&part)).ok_or(Lack::Other)?;
                }
                Ok(Item::Number(sum))
            }
        }
    }
}
