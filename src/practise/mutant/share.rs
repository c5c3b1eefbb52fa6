//! Parts of a pool: the value of a point rounded first, each part rounded by itself, somebody left out of the total.

use crate::evaluate::explain::{quota, total};
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};
use crate::practise::mistake::{Kind, What};
use crate::scheme::term::{Operator, Share, Term, Type};

use super::Search;
use super::build::{self, unit_of};
use super::fold::Here;

impl<'c> Search<'_, 'c> {
    /// What can go wrong with a part of a shared pool.
    pub(super) fn parts(&mut self, share: &Share, term: &Term, here: &Here<'c>) {
        let Some((axis, row)) = here.at else { return };
        let Ok(places) = i32::try_from(share.places) else { return };
        let all = total(share, axis);
        let by = share.by.clone();
        let whole = quota(share, axis);
        let Some(exact) = self.built(&whole, here) else { return };
        self.add(
            Kind::RoundedLate,
            40,
            What::Parts { mode: Rounding::HalfAwayFromZero, exact: exact.clone() },
            here,
            whole.clone(),
        );
        for (mode, kind, rank) in [
            (Rounding::HalfAwayFromZero, Kind::RoundedOtherwise, 13),
            (Rounding::TowardsZero, Kind::CutOff, 12),
            (Rounding::AwayFromZero, Kind::RoundedOtherwise, 17),
        ] {
            let what = What::Parts { mode, exact: exact.clone() };
            self.add(kind, rank, what, here, build::rounded(&whole, mode, places));
        }
        let pool = match &share.within {
            None => share.pool.clone(),
            Some(_) => build::arithmetic(
                Operator::Divide,
                &build::arithmetic(Operator::Times, &whole, &all, &whole),
                &by,
                &whole,
            ),
        };
        let mut value = build::arithmetic(Operator::Divide, &pool, &all, &pool);
        let (of_pool, of_weight) = (unit_of(&share.pool), unit_of(&share.by));
        let Some(unit) = of_pool.per(&of_weight) else { return };
        value.yields = Type::Number(unit.clone());
        let Some(one) = self.built(&value, here) else { return };
        for (decimals, rank) in [(2, 10), (4, 14), (3, 41), (1, 42), (0, 43)] {
            let Some(taken) = one.rounded(decimals, Rounding::HalfAwayFromZero) else { continue };
            if taken == one {
                continue;
            }
            let early = build::rounded(&value, Rounding::HalfAwayFromZero, decimals);
            let part = build::arithmetic(Operator::Times, &early, &by, &whole);
            let what = What::Value { exact: one.clone(), taken, unit: unit.clone() };
            let instead = build::rounded(&part, Rounding::HalfAwayFromZero, places);
            self.add(Kind::RoundedEarly, rank, what, here, instead);
        }
        self.others_left_out(share, term, (&whole, &all), here, row);
    }

    /// Somebody else left out of the weights that the pool is divided by.
    fn others_left_out(
        &mut self,
        share: &Share,
        term: &Term,
        (whole, all): (&Term, &Term),
        here: &Here<'c>,
        row: u32,
    ) {
        let Some((Some(axis), _)) = here.at else { return };
        let Ok(places) = i32::try_from(share.places) else { return };
        let group = share.within.as_ref().map(|(link, _)| self.course.links(link, axis));
        let (Some(part), Some(sum)) = (self.built(whole, here), self.built(all, here)) else { return };
        for (_, other) in self.beside(axis, row) {
            if group.as_ref().is_some_and(|links| links.at(other) != links.at(row)) {
                continue;
            }
            let Some(Item::Number(weight)) = self.course.item(&share.by, Some(axis), other) else { continue };
            let taken = |rest: &Exact| {
                part.times(&sum)?.divided_by(rest).ok()?.rounded(places, Rounding::HalfAwayFromZero)
            };
            let rest = sum.minus(&weight).filter(|rest| !rest.is_zero() && !weight.is_zero());
            let Some(taken) = rest.as_ref().and_then(taken) else { continue };
            let what = What::Left { axis, row: other, value: weight, part: share.by.clone() };
            self.add(Kind::LeftOut, 30, what, here, build::number(taken, term));
        }
    }
}
