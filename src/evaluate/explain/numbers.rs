//! A formula with the numbers of one row put in: only what counted for this row.

use crate::evaluate::value::Item;
use crate::exact::{Exact, Sign, grouped};
use crate::problem::Span;
use crate::scheme::term::{Aggregate, Fold, Grading, Operator, Share, Term, TermKind, Type};

use super::amount::amount;
use super::beside::{pool, quota, slices, total};
use super::binds::Binds;
use super::lexicon::Template;
use super::live::{Found, List, Live, Member};
use super::phrase::Phrase;
use super::spell::{Teller, operation};
use super::spot::Spot;
use super::titles::Titles;

/// A list with at most so many values that are not zero is written out.
const MOST_TERMS: usize = 8;

/// Where a list stands.
#[derive(Clone, Copy)]
enum Place {
    /// It is the whole formula; its value follows.
    Alone,
    /// It is a part of a formula.
    Inside,
}

/// Says a term by its numbers.
pub(super) struct Numbers<'l, 'r> {
    pub(super) titles: Titles<'l>,
    pub(super) live: &'l Live<'r>,
}

impl<'r> Teller<'r> for Numbers<'_, 'r> {
    fn titles(&self) -> Titles<'_> {
        self.titles
    }

    fn term(&self, term: &'r Term, spot: &Spot<'_>) -> Phrase {
        let (live, pen) = (self.live, self.titles.pen());
        match &term.kind {
            TermKind::Number(number) if number.is_zero() => Phrase::name("0"),
            TermKind::Number(_)
            | TermKind::Truth(_)
            | TermKind::Date(_)
            | TermKind::Option(_)
            | TermKind::Row(..)
            | TermKind::Whole(_)
            | TermKind::Own(_)
            | TermKind::Picked(_)
            | TermKind::Fixed(..)
            | TermKind::Follow { .. } => self.stored(term, spot),
            TermKind::Outer(of) => self.term(of, spot.outer.unwrap_or(spot)),
            TermKind::First(arms) => match live.arm(arms, spot) {
                Ok(Some((_, arm))) => self.term(&arm.then, spot),
                _ => self.unknown(),
            },
            TermKind::Aggregate(aggregate) => self.aggregate(aggregate, term, spot, Place::Inside),
            TermKind::Share(share) => self.share(share, term, spot),
            TermKind::Given(_) => self.found(live.kept(term, spot), &term.yields, Some(term)),
            TermKind::Not(of) if matches!(of.kind, TermKind::Given(_)) => {
                self.found(live.kept(term, spot), &term.yields, Some(term))
            }
            TermKind::OrElse(of, other) => self.term(if live.is_given(of, spot) { of } else { other }, spot),
            TermKind::Chosen(of, low, high) => match (live.is_given(of, spot), live.kept(term, spot)) {
                (true, _) => self.term(of, spot),
                (false, Ok(_)) => self.term(low, spot),
                (false, Err(_)) => {
                    let (low, high) = (pen.tight(self.term(low, spot)), pen.tight(self.term(high, spot)));
                    pen.bracketed(&pen.filled(Template::To, &[&low, &high]))
                }
            },
            TermKind::Previous(of, first) => match spot.row.checked_sub(1) {
                Some(before) => self.term(of, &Spot { row: before, ..spot.clone() }),
                None => self.term(first, spot),
            },
            TermKind::Graded(Grading::Marginal | Grading::Whole, ..) => {
                self.slices(term, spot).unwrap_or_else(|| operation(self, term, spot))
            }
            _ => operation(self, term, spot),
        }
    }
}

impl<'r> Numbers<'_, 'r> {
    /// A whole formula, whose value `yields` says how to show.
    pub(super) fn formula(&self, term: &'r Term, spot: &Spot<'_>, yields: &Type) -> Phrase {
        let live = self.live;
        match &term.kind {
            TermKind::First(arms) => match live.arm(arms, spot) {
                Ok(Some((_, arm))) => self.formula(&arm.then, spot, yields),
                _ => self.unknown(),
            },
            TermKind::Aggregate(aggregate) => self.aggregate(aggregate, term, spot, Place::Alone),
            TermKind::OrElse(of, other) => {
                self.formula(if live.is_given(of, spot) { of } else { other }, spot, yields)
            }
            TermKind::Previous(of, first) => match spot.row.checked_sub(1) {
                Some(before) => self.formula(of, &Spot { row: before, ..spot.clone() }, yields),
                None => self.formula(first, spot, yields),
            },
            // What is no calculation is shown as the result is.
            TermKind::Number(_) => self.found(live.kept(term, spot), yields, None),
            TermKind::Chosen(of, low, high) if live.kept(term, spot).is_err() && !live.is_given(of, spot) => {
                match (live.number(low, spot), live.number(high, spot)) {
                    (Some(low), Some(high)) => self.interval(&low, &high, yields),
                    _ => self.term(term, spot),
                }
            }
            _ => self.term(term, spot),
        }
    }

    /// From the lowest to the highest value.
    pub(super) fn interval(&self, low: &Exact, high: &Exact, yields: &Type) -> Phrase {
        let end = |end: &Exact| self.found(Ok(Item::Number(end.clone())), yields, None);
        self.titles.pen().filled(Template::To, &[&end(low), &end(high)])
    }

    /// A stored value; the interval of one that is open.
    fn stored(&self, term: &'r Term, spot: &Spot<'_>) -> Phrase {
        let found = self.live.kept(term, spot);
        let open = || self.live.open(self.live.cell(term, spot)?);
        match found.as_ref().err().and_then(|_| open()) {
            Some(interval) => {
                self.titles.pen().bracketed(&self.interval(&interval.low, &interval.high, &term.yields))
            }
            None => self.found(found, &term.yields, Some(term)),
        }
    }

    /// A value as readers see it; an option is one of those that `like` has.
    pub(super) fn found(&self, found: Found, yields: &Type, like: Option<&Term>) -> Phrase {
        let titles = self.titles;
        match (found, yields) {
            (Ok(Item::Number(number)), Type::Number(unit)) => amount(titles, &number, unit),
            (Ok(Item::Number(number)), _) => Phrase::name(number.to_string()),
            (Ok(Item::Truth(truth)), _) => titles.truth(truth),
            (Ok(Item::Date(date)), _) => Phrase::name(date.to_string()),
            (Ok(Item::Code(row)), Type::Row(axis)) => titles.row_at(*axis, row),
            (Ok(Item::Code(option)), _) => {
                let kind = TermKind::Option(usize::try_from(option).unwrap_or(usize::MAX));
                let option = Term { kind, yields: yields.clone(), span: Span::default() };
                titles.option(&option, like)
            }
            (Err(_), _) => self.unknown(),
        }
    }

    /// What stands for a value that is not there.
    fn unknown(&self) -> Phrase {
        self.titles.pen().filled(Template::Unknown, &[])
    }

    /// The numbers of a term of which only the value matters.
    fn value(&self, term: &Term, spot: &Spot<'_>) -> Phrase {
        self.found(self.live.value(term, spot), &term.yields, Some(term))
    }

    /// A list: written out when it is short, otherwise its value and how many it comes from.
    fn aggregate(&self, aggregate: &'r Aggregate, term: &'r Term, spot: &Spot<'_>, place: Place) -> Phrase {
        let (live, pen) = (self.live, self.titles.pen());
        let whole = || self.found(live.kept(term, spot), &term.yields, Some(term));
        let members = live.members(&List::of(aggregate), spot);
        let (few, (inside, alone)) = match aggregate.fold {
            Fold::Sum => {
                let terms: Vec<&Member<'_>> = members.iter().filter(|member| !is_zero(member)).collect();
                (terms, (Template::SumOf, Template::SumAlone))
            }
            Fold::Mean => (members.iter().collect(), (Template::MeanOf, Template::MeanAlone)),
            Fold::Max => (members.iter().collect(), (Template::HighestOf, Template::HighestAlone)),
            Fold::Min => (members.iter().collect(), (Template::LowestOf, Template::LowestAlone)),
            Fold::Any | Fold::All => return self.telling(aggregate, &members).unwrap_or_else(whole),
            Fold::Count | Fold::LongestRun => return whole(),
        };
        if few.is_empty() || live.kept(term, spot).is_err() && few.len() > MOST_TERMS {
            return whole();
        }
        if few.len() > MOST_TERMS {
            let count = Phrase::name(grouped(&few.len().to_string()));
            return match place {
                Place::Alone => pen.filled(alone, &[&count]),
                Place::Inside => pen.filled(inside, &[&whole(), &count]),
            };
        }
        let count = few.len();
        let terms: Vec<Phrase> = few.into_iter().map(|member| self.member(aggregate, member)).collect();
        match aggregate.fold {
            Fold::Max if count > 1 => pen.filled(Template::Highest, &[&pen.listed(Template::Comma, terms)]),
            Fold::Min if count > 1 => pen.filled(Template::Lowest, &[&pen.listed(Template::Comma, terms)]),
            Fold::Mean if count > 1 => {
                let sum = pen.joined(terms, " + ", Binds::Sum, Binds::Product);
                pen.joined(vec![sum, Phrase::name(count.to_string())], " ÷ ", Binds::Product, Binds::Sign)
            }
            _ if count == 1 => terms.into_iter().next().unwrap_or_else(whole),
            _ => pen.joined(terms, " + ", Binds::Sum, Binds::Product),
        }
    }

    /// One value of a list: a product of a few numbers is written out.
    fn member(&self, aggregate: &'r Aggregate, member: &Member<'_>) -> Phrase {
        if is_short(&aggregate.of) {
            self.term(&aggregate.of, &member.spot)
        } else {
            self.found(member.value.clone(), &aggregate.of.yields, Some(&aggregate.of))
        }
    }

    /// The row that settles whether any or every one holds.
    fn telling(&self, aggregate: &'r Aggregate, members: &[Member<'_>]) -> Option<Phrase> {
        let settling = Item::Truth(aggregate.fold == Fold::Any);
        let member = members.iter().find(|member| member.value.as_ref() == Ok(&settling))?;
        Some(self.term(&aggregate.of, &member.spot))
    }

    /// A part before it is cut: pool × weight ÷ all weights.
    fn share(&self, share: &'r Share, term: &'r Term, spot: &Spot<'_>) -> Phrase {
        let (live, pen) = (self.live, self.titles.pen());
        let pool_words = match &share.within {
            Some((link, axis)) => match live.followed(link, *axis, spot) {
                Some(owner) => self.term(&share.pool, &owner),
                None => self.unknown(),
            },
            None => self.term(&share.pool, &Spot::of(None, 0)),
        };
        let below = live.number(&pool(share), spot).is_some_and(|pool: Exact| pool.sign() == Sign::Negative);
        if below {
            return pen.filled(Template::NotDealt, &[&pool_words]);
        }
        let by = pen.within(self.term(&share.by, spot), Binds::Product);
        let parts = vec![pool_words, by];
        let product = pen.joined(parts, " × ", Binds::Product, Binds::Product);
        let total = self.value(&total(share, spot.frame.axis), spot);
        let exact = pen.joined(vec![product, total], " ÷ ", Binds::Product, Binds::Sign);
        let cut = live.kept(term, spot) != live.value(&quota(share, spot.frame.axis), spot);
        if cut { pen.filled(Template::Dealt, &[&exact]) } else { exact }
    }

    /// Tiers: each slice of the amount times its rate.
    fn slices(&self, term: &'r Term, spot: &Spot<'_>) -> Option<Phrase> {
        let pen = self.titles.pen();
        let product = |(slice, rate): &(Term, Term)| {
            let parts = vec![self.value(slice, spot), self.value(rate, spot)];
            pen.joined(parts, " × ", Binds::Product, Binds::Product)
        };
        let products = slices(term, self.live, spot)?.iter().map(product).collect();
        Some(pen.joined(products, " + ", Binds::Sum, Binds::Product))
    }
}

fn is_zero(member: &Member<'_>) -> bool {
    matches!(&member.value, Ok(Item::Number(number)) if number.is_zero())
}

/// Whether the numbers of a term are few: values, their products and quotients.
fn is_short(term: &Term) -> bool {
    match &term.kind {
        TermKind::Number(_)
        | TermKind::Whole(_)
        | TermKind::Own(_)
        | TermKind::Picked(_)
        | TermKind::Fixed(..)
        | TermKind::Follow { .. }
        | TermKind::Outer(_) => true,
        TermKind::Arithmetic(Operator::Times | Operator::Divide, left, right) => {
            is_short(left) && is_short(right)
        }
        _ => false,
    }
}
