//! Signs turned, limits and factors forgotten, percents taken for numbers.

use crate::exact::{Exact, Sign};
use crate::practise::mistake::{Kind, Taken, Used, What};
use crate::scheme::term::{Operator, Term, TermKind};
use crate::unit::Unit;

use super::Search;
use super::build::{self, unit_of};
use super::fold::Here;

impl<'c> Search<'_, 'c> {
    /// What can go wrong between two terms.
    pub(super) fn operators(
        &mut self,
        term: &Term,
        operator: Operator,
        left: &Term,
        right: &Term,
        here: &Here<'c>,
    ) {
        let turned = |operator| build::arithmetic(operator, left, right, term);
        let sign = |part: &Term, deducted| What::Sign { part: part.clone(), deducted };
        let left_out = |part: &Term, deducted| What::Term { part: part.clone(), deducted };
        let factor = |part: &Term, used| What::Factor { part: part.clone(), used };
        match operator {
            Operator::Plus => {
                self.add(Kind::SignTurned, 27, sign(right, false), here, turned(Operator::Minus));
                let minus = build::arithmetic(Operator::Minus, right, left, term);
                self.add(Kind::SignTurned, 28, sign(left, false), here, minus);
                self.add(Kind::LeftOut, 41, left_out(right, false), here, like(left, term));
                self.add(Kind::LeftOut, 42, left_out(left, false), here, like(right, term));
            }
            Operator::Minus => {
                self.add(Kind::SignTurned, 24, sign(right, true), here, turned(Operator::Plus));
                self.add(Kind::LeftOut, 41, left_out(right, true), here, like(left, term));
            }
            Operator::Times => {
                self.slices(term, (left, right), 0, here);
                self.slices(term, (right, left), 1, here);
                let divided = What::Turned { part: right.clone(), used: Used::Times };
                self.add(Kind::OperatorTurned, 39, divided, here, turned(Operator::Divide));
                self.add(Kind::FactorForgotten, 37, factor(right, Used::Times), here, like(left, term));
                // Of a product of three nobody forgets two at once.
                let rank = if matches!(left.kind, TermKind::Arithmetic(..)) { 44 } else { 37 };
                self.add(Kind::FactorForgotten, rank, factor(left, Used::Times), here, like(right, term));
            }
            Operator::Divide => {
                let multiplied = What::Turned { part: right.clone(), used: Used::Divide };
                self.add(Kind::OperatorTurned, 38, multiplied, here, turned(Operator::Times));
                self.add(Kind::FactorForgotten, 37, factor(right, Used::Divide), here, like(left, term));
            }
        }
    }

    /// A deduction that was added.
    pub(super) fn negative(&mut self, of: &Term, here: &Here<'c>) {
        let what = What::Sign { part: of.clone(), deducted: true };
        self.add(Kind::SignTurned, 24, what, here, of.clone());
    }

    /// The whole figure with the other sign.
    pub(super) fn whole_sign(&mut self, here: &Here<'c>) {
        let whole = self.whole;
        let Some(value) = self.number(whole, here) else { return };
        if value.is_zero() {
            return;
        }
        let what = What::Sign { part: whole.clone(), deducted: value.sign() == Sign::Negative };
        let instead = build::term(TermKind::Negative(Box::new(whole.clone())), whole);
        // Nobody writes a minus where nothing is deducted.
        let mut deducts = value.sign() == Sign::Negative;
        whole.walk(&mut |term| {
            deducts |= matches!(term.kind, TermKind::Negative(_) | TermKind::Arithmetic(Operator::Minus, ..));
        });
        let rank = if deducts { 26 } else { 45 };
        self.add(Kind::SignTurned, rank, what, here, instead);
    }

    /// A limit that was not applied.
    pub(super) fn limits(&mut self, term: &Term, terms: &[Term], here: &Here<'c>) {
        let least = matches!(term.kind, TermKind::Least(_));
        let kind = if least { Kind::CapForgotten } else { Kind::FloorForgotten };
        let value = self.number(term, here);
        let mut limit = None;
        for of in terms {
            if value.is_some() && self.number(of, here) == value {
                limit = Some(of.clone());
            }
        }
        for of in terms {
            let without = self.number(of, here);
            let constant = matches!(of.kind, TermKind::Number(_));
            if constant || (value.is_some() && without == value) {
                continue;
            }
            let what = What::Limit { limit: limit.clone(), without: of.clone() };
            self.add(kind, 22, what, here, of.clone());
        }
    }

    /// A percent taken for a number, or a number for a percent.
    pub(super) fn percent(&mut self, term: &Term, here: &Here<'c>) {
        let is_value = matches!(
            term.kind,
            TermKind::Number(_)
                | TermKind::Whole(_)
                | TermKind::Own(_)
                | TermKind::Picked(_)
                | TermKind::Fixed(..)
                | TermKind::Follow { .. }
        );
        if here.path.is_empty() || !is_value {
            return;
        }
        let unit = unit_of(term);
        let value = self.number(term, here);
        if value.as_ref().is_some_and(Exact::is_zero) {
            return;
        }
        let hundred = || Exact::from(100);
        if is_percent(&unit) {
            let what = What::Percent { part: Some(term.clone()), value, taken: Taken::Number };
            self.add(Kind::PercentAsNumber, 25, what, here, build::times(term, hundred()));
        } else if unit.is_plain()
            && !matches!(term.kind, TermKind::Number(_))
            && let Some(hundredth) = Exact::power_of_ten(-2)
        {
            let what = What::Percent { part: Some(term.clone()), value, taken: Taken::Percent };
            self.add(Kind::PercentAsNumber, 50, what, here, build::times(term, hundredth));
        }
    }

    /// A percent written as a number, or the other way round.
    pub(super) fn whole_percent(&mut self, here: &Here<'c>) {
        let Some(unit) = self.course.calculation.unit(self.spot.step) else { return };
        let whole = self.whole;
        let Some(value) = self.number(whole, here).filter(|value| !value.is_zero()) else { return };
        let (taken, factor) = match (is_percent(unit), unit.is_plain()) {
            (true, _) => (Taken::Number, Exact::power_of_ten(-2)),
            (false, true) => (Taken::Percent, Some(Exact::from(100))),
            (false, false) => return,
        };
        if let Some(factor) = factor {
            // A plain number is taken for a percent where it is a ratio.
            let ratio = value.absolute() < Exact::from(2) && !value.is_whole();
            let rank = if taken == Taken::Number || ratio { 26 } else { 51 };
            let what = What::Percent { part: None, value: Some(value), taken };
            self.add(Kind::PercentAsNumber, rank, what, here, build::times(whole, factor));
        }
    }
}

/// A term that stands where another stood.
fn like(of: &Term, other: &Term) -> Term {
    Term { yields: other.yields.clone(), ..of.clone() }
}

/// Whether numbers of a unit are written as percents.
fn is_percent(unit: &Unit) -> bool {
    unit.is_plain() && Some(unit.factor()) == Exact::power_of_ten(-2).as_ref()
}
