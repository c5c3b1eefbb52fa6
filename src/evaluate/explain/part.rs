//! What a shared pool gave to one row: its exact part, what was cut, and whether it got some of the residual.

use crate::evaluate::outcome::Closing;
use crate::exact::{Exact, Residual};
use crate::scheme::term::{Axis, Share, Term, Type};
use crate::unit::Unit;

use super::amount::amount;
use super::beside::{pool, quota};
use super::lexicon::Template;
use super::live::Live;
use super::phrase::Phrase;
use super::spot::Spot;
use super::titles::Titles;

/// The part of one row in a shared pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The pool, in base units.
    pub pool: Exact,
    /// What the row gets in proportion to its weight, before anything is cut.
    pub exact: Exact,
    /// What is left of that when it is cut at the last place.
    pub cut: Exact,
    /// What the row got of the residual; zero when it got nothing.
    pub got: Exact,
    /// What the row got altogether.
    pub part: Exact,
    /// What was missing from the pool after every part was cut.
    pub residual: Exact,
    /// The rule for the residual.
    pub rule: Residual,
    /// Decimals of a part.
    pub places: u32,
    /// The unit of the pool.
    pub unit: Unit,
}

impl Part {
    /// The part of the row at `spot`; none when the pool was not shared.
    pub(super) fn of(
        share: &Share,
        term: &Term,
        step: usize,
        live: &Live<'_>,
        spot: &Spot<'_>,
    ) -> Option<Self> {
        let amount = live.number(&pool(share), spot)?;
        let part = live.number(term, spot)?;
        let exact = live.number(&quota(share, spot.frame.axis), spot)?;
        let closing = closing(share, &amount, step, live, spot)?;
        let got = closing.to.iter().find(|(row, _)| *row == spot.row).map(|(_, got)| got.clone());
        let got = got.unwrap_or_default();
        let Type::Number(unit) = &share.pool.yields else { return None };
        Some(Self {
            pool: amount,
            exact,
            cut: part.minus(&got)?,
            got,
            part,
            residual: closing.residual.clone(),
            rule: closing.rule,
            places: share.places,
            unit: unit.clone(),
        })
    }

    /// How the part came about, in a sentence or two.
    pub(super) fn sentence(&self, titles: Titles<'_>) -> String {
        let pen = titles.pen();
        let shown = |number: &Exact| amount(titles, number, &self.unit);
        let zero = Exact::ZERO;
        if self.pool < zero {
            return pen.filled(Template::PoolBelowZero, &[&shown(&self.pool)]).into_text();
        }
        if self.pool.is_zero() {
            return pen.filled(Template::PoolEmpty, &[]).into_text();
        }
        let own = if self.exact == self.cut {
            pen.filled(Template::PartWhole, &[&shown(&self.exact)])
        } else {
            pen.filled(Template::PartCut, &[&shown(&self.exact), &shown(&self.cut)])
        };
        let rest = self.rest(titles);
        let space = if pen.is_english() { " " } else { "" };
        format!("{}{space}{}", own.text(), rest.text())
    }

    /// What became of the residual, and whether this part got some of it.
    fn rest(&self, titles: Titles<'_>) -> Phrase {
        let pen = titles.pen();
        let shown = |number: &Exact| amount(titles, number, &self.unit);
        if self.residual.is_zero() {
            return pen.filled(Template::NoResidual, &[]);
        }
        let template = match self.rule {
            Residual::LargestRemainder => Template::ResidualByRemainder,
            Residual::First => Template::ResidualToFirst,
            Residual::Last => Template::ResidualToLast,
            Residual::LargestWeight => Template::ResidualToLargestWeight,
            Residual::Keep => Template::ResidualKept,
        };
        let step = smallest(self.places);
        let rule = pen.filled(template, &[&shown(&self.residual), &shown(&step)]);
        match self.rule {
            Residual::Keep => rule,
            _ if self.got.is_zero() => pen.filled(Template::GotNothing, &[&rule]),
            _ => pen.filled(Template::Got, &[&rule, &shown(&self.got), &shown(&self.part)]),
        }
    }
}

/// Who gets what is left of a pool, where a part of it goes to those who lost most by the cut.
pub(super) fn leftover(share: &Share, titles: Titles<'_>) -> Option<String> {
    let Type::Number(unit) = &share.pool.yields else { return None };
    let step = amount(titles, &smallest(share.places), unit);
    (share.residual == Residual::LargestRemainder)
        .then(|| titles.pen().filled(Template::RestByRemainder, &[&step]).into_text())
}

/// The smallest amount of so many decimals.
fn smallest(places: u32) -> Exact {
    let exponent = i32::try_from(places).ok().and_then(i32::checked_neg);
    exponent.and_then(Exact::power_of_ten).unwrap_or_default()
}

/// How the pool closed that the row at `spot` shares in.
fn closing<'l>(
    share: &Share,
    pool: &Exact,
    step: usize,
    live: &'l Live<'_>,
    spot: &Spot<'_>,
) -> Option<&'l Closing> {
    let owner: Option<(Axis, u32)> = match &share.within {
        None => None,
        Some((link, axis)) => Some((*axis, live.code(link, spot)?)),
    };
    live.outcome.pools.iter().find(|closing| {
        closing.step == step && closing.of == owner && closing.pool == *pool && closing.rule == share.residual
    })
}
