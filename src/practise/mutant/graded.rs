//! Tiers and bands: the one beside the right one, and slice by slice for the whole amount and back.

use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::practise::mistake::{Kind, What};
use crate::scheme::document::Table;
use crate::scheme::term::{Axis, Grading, Operator, Source, Term, TermKind, Type};

use super::Search;
use super::build;
use super::fold::Here;

impl<'c> Search<'_, 'c> {
    /// What can go wrong with an amount in tiers or a score in bands.
    pub(super) fn graded(&mut self, term: &Term, grading: Grading, of: &Term, table: usize, here: &Here<'c>) {
        let amount = self.number(of, here);
        let otherwise = match grading {
            Grading::Marginal => Some((Grading::Whole, Kind::WholeForMarginal)),
            Grading::Whole => Some((Grading::Marginal, Kind::MarginalForWhole)),
            Grading::Tier | Grading::Band => None,
        };
        if let Some((other, kind)) = otherwise {
            let instead = build::term(TermKind::Graded(other, Box::new(of.clone()), table), term);
            self.add(kind, 21, What::Graded { table, amount: amount.clone() }, here, instead);
        }
        let (Some(amount), Some((axis, row))) = (amount, here.at) else { return };
        let rows = Axis::Table(table);
        let reached = Term {
            kind: TermKind::Graded(
                if grading == Grading::Band { Grading::Band } else { Grading::Tier },
                Box::new(of.clone()),
                table,
            ),
            yields: Type::Row(rows),
            span: term.span,
        };
        let Some(Item::Code(right)) = self.course.item(&reached, axis, row) else { return };
        let neighbours = self.beside(rows, right).into_iter().filter(|(distance, _)| *distance == 1);
        for (_, taken) in neighbours.collect::<Vec<_>>() {
            let Some(instead) = self.at_tier(term, grading, table, &amount, (right, taken)) else { continue };
            let what = What::Tier { table, graded: amount.clone(), right, taken };
            self.add(Kind::NeighbouringTier, 20, what, here, instead);
        }
    }

    /// The term, were another tier the one that the amount reaches.
    fn at_tier(
        &mut self,
        term: &Term,
        grading: Grading,
        table: usize,
        amount: &Exact,
        (right, taken): (u32, u32),
    ) -> Option<Term> {
        let facts = self.course.calculation.facts.tables.get(table)?;
        match grading {
            Grading::Tier | Grading::Band => {
                let id = facts.ids.get(usize::try_from(taken).ok()?)?.clone();
                Some(build::term(TermKind::Row(Axis::Table(table), id), term))
            }
            Grading::Whole => Some(build::number(amount.times(&self.rate(table, taken)?)?, term)),
            Grading::Marginal => {
                // The last slice at the rate of the other tier.
                let bounds = facts.bounds.get(usize::try_from(right).ok()?)?;
                let slice = amount.minus(&bounds.from.clone().unwrap_or_default())?;
                let more = self.rate(table, taken)?.minus(&self.rate(table, right)?)?;
                let added = build::number(slice.times(&more)?, term);
                Some(build::arithmetic(Operator::Plus, term, &added, term))
            }
        }
    }

    /// The whole amount by the rate of the tier that it reaches, taken slice by slice: the mean rate of the slices.
    pub(super) fn slices(
        &mut self,
        term: &Term,
        (rate, other): (&Term, &Term),
        position: usize,
        here: &Here<'c>,
    ) {
        let Some((axis, row)) = here.at else { return };
        let Some((of, table)) = self.looked_up(rate, (axis, row)) else { return };
        let slices = build::term(TermKind::Graded(Grading::Marginal, Box::new(of.clone()), table), &of);
        let (Some(slices), Some(amount)) =
            (self.course.number(&slices, axis, row), self.course.number(&of, axis, row))
        else {
            return;
        };
        let Ok(mean) = slices.divided_by(&amount) else { return };
        let what = What::Graded { table, amount: Some(amount) };
        let mean = build::number(mean, rate);
        let instead = if position == 0 {
            build::arithmetic(Operator::Times, &mean, other, term)
        } else {
            build::arithmetic(Operator::Times, other, &mean, term)
        };
        self.add(Kind::MarginalForWhole, 21, what, here, instead);
    }

    /// The amount and the tiers of which a term is the rate, directly or as an earlier figure of the same rows.
    fn looked_up(&mut self, term: &Term, at: (Option<Axis>, u32)) -> Option<(Term, usize)> {
        match &term.kind {
            TermKind::Follow { link, .. } => match &link.kind {
                TermKind::Graded(Grading::Tier, of, table) => Some(((**of).clone(), *table)),
                _ => None,
            },
            TermKind::Whole(Source::Step(step)) | TermKind::Own(Source::Step(step)) => {
                let plan = self.course.calculation.scheme.steps.get(*step)?;
                // Of another frame the amount could not be computed here.
                (plan.each == at.0).then(|| self.looked_up(&plan.term, at))?
            }
            TermKind::First(arms) => {
                for arm in arms {
                    let holds = match &arm.when {
                        Some(when) => self.course.item(when, at.0, at.1)? == Item::Truth(true),
                        None => true,
                    };
                    if holds {
                        return self.looked_up(&arm.then, at);
                    }
                }
                None
            }
            _ => None,
        }
    }

    /// The rate of a tier.
    fn rate(&self, table: usize, row: u32) -> Option<Exact> {
        let calculation = self.course.calculation;
        let columns = &calculation.scheme.document.tables.get(table)?.columns;
        let column = columns.iter().position(|column| column.id.text == Table::VALUE)?;
        match calculation.facts.tables.get(table)?.columns.get(column)?.at(row)? {
            Ok(Item::Number(rate)) => Some(rate),
            _ => None,
        }
    }
}
