//! Rules that do not apply, and other readings of a clause.

use crate::evaluate::value::Item;
use crate::practise::mistake::{Kind, What};
use crate::scheme::term::{Arm, Source, Term, TermKind, Type};

use super::Search;
use super::build;
use super::fold::Here;

impl<'c> Search<'_, 'c> {
    /// Another rule than the one that applies; yields the one that applies.
    pub(super) fn rules(&mut self, arms: &[Arm], here: &Here<'c>) -> Option<usize> {
        here.at?;
        let mut taken = None;
        for (position, arm) in arms.iter().enumerate() {
            let holds = match &arm.when {
                Some(when) => self.item(when, here)? == Item::Truth(true),
                None => true,
            };
            if holds {
                taken = Some(position);
                break;
            }
        }
        let right = taken?;
        let rule = arms.get(right)?;
        let graded = arms.len() > 2 && arms.iter().all(|arm| arm.when.as_ref().is_none_or(is_comparison));
        for (position, arm) in arms.iter().enumerate().filter(|(position, _)| *position != right) {
            // The condition that the two are told apart by: the earlier one's.
            let (decides, holds) = if position > right { (&rule.when, true) } else { (&arm.when, false) };
            let Some(condition) = decides.as_ref().filter(|when| !asks_choice(when)) else { continue };
            if arm.when.as_ref().is_some_and(asks_choice) {
                continue;
            }
            let distance = u32::try_from(position.abs_diff(right)).unwrap_or(u32::MAX);
            let what = What::Rule { condition: condition.clone(), holds };
            let (kind, what, rank) = if let Some(kind) = self.limit(condition, holds, rule, arm, here) {
                let limit = Some(if holds { rule.then.clone() } else { arm.then.clone() });
                (kind, What::Limit { limit, without: arm.then.clone() }, 22)
            } else if graded && distance == 1 {
                (Kind::NeighbouringTier, what, 20)
            } else {
                (Kind::WrongRule, what, 28_u32.saturating_add(distance))
            };
            self.add(kind, rank, what, here, arm.then.clone());
        }
        Some(right)
    }

    /// Whether the rule that applies is a limit: "if it is above the cap, the cap".
    fn limit(
        &mut self,
        condition: &Term,
        holds: bool,
        rule: &Arm,
        other: &Arm,
        here: &Here<'c>,
    ) -> Option<Kind> {
        let TermKind::Compare(_, left, right) = &condition.kind else { return None };
        let limits = build::same(left, &rule.then) || build::same(right, &rule.then);
        let without = build::same(left, &other.then) || build::same(right, &other.then);
        if !holds || !limits || !without {
            return None;
        }
        let (limit, value) = (self.number(&rule.then, here)?, self.number(&other.then, here)?);
        Some(if limit < value { Kind::CapForgotten } else { Kind::FloorForgotten })
    }

    /// Another option of a choice that the formula asks for.
    pub(super) fn readings(&mut self) {
        let calculation = self.course.calculation;
        let mut asked: Vec<usize> = Vec::new();
        self.whole.walk(&mut |term| {
            if let TermKind::Whole(Source::Choice(choice)) = term.kind
                && !asked.contains(&choice)
            {
                asked.push(choice);
            }
        });
        for choice in asked {
            let Some(Item::Code(right)) =
                calculation.facts.choices.get(choice).and_then(|value| value.at(0)).and_then(Result::ok)
            else {
                continue;
            };
            let options = calculation.scheme.document.choices.get(choice).map_or(0, |it| it.options.len());
            for (taken, position) in (0_u32..).zip(0..options).filter(|(taken, _)| *taken != right) {
                let term = build::replaced(self.whole, &mut |term| match term.kind {
                    TermKind::Whole(Source::Choice(of)) if of == choice => {
                        Some(build::term(TermKind::Option(position), term))
                    }
                    _ => None,
                });
                let here = Here::root(self.whole, None);
                let what = What::Reading { choice, right, taken };
                self.add(Kind::OtherReading, 29, what, &here, term);
            }
        }
    }
}

fn is_comparison(when: &Term) -> bool {
    match &when.kind {
        TermKind::Compare(..) => true,
        TermKind::And(one, two) => is_comparison(one) && is_comparison(two),
        _ => false,
    }
}

/// Whether a condition asks which reading of a clause is chosen.
fn asks_choice(when: &Term) -> bool {
    let mut asks = false;
    when.walk(&mut |term| asks |= matches!(term.kind, TermKind::Whole(Source::Choice(_))));
    debug_assert!(matches!(when.yields, Type::Truth));
    asks
}
