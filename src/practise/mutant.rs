//! Wrong ways to compute a figure: the formula of its step, changed in one place as people change it.

mod arithmetic;
mod build;
mod fold;
mod graded;
mod lists;
mod rounding;
mod rows;
mod rules;
mod share;

use std::collections::BTreeMap;

use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::scheme::term::{Axis, Term, TermKind, Type};

use super::course::Course;
use super::mistake::{Kind, What};
use super::spot::Spot;
use fold::Here;
pub(super) use rows::swapped;

/// A wrong way to compute one figure.
pub(super) struct Mutant {
    pub(super) kind: Kind,
    pub(super) what: What,
    /// The changed formula, for the figure's own row: what is not changed is folded to its value there.
    pub(super) term: Term,
    /// How unlikely it is.
    pub(super) rank: u32,
    /// The change, where the formula so changed holds for all rows of the step, and not only for the figure's own.
    pub(super) everywhere: Option<Change>,
}

/// A term that stands in place of another.
pub(super) struct Change {
    path: Vec<usize>,
    instead: Term,
}

impl Change {
    /// The formula with the change in it.
    pub(super) fn of(self, whole: &Term) -> Term {
        build::grafted(whole, &self.path, self.instead)
    }
}

/// The wrong ways to compute a figure on this course, in no order.
pub(super) fn mutants(course: &mut Course<'_>, spot: Spot) -> Vec<Mutant> {
    let scheme = course.calculation.scheme;
    let Some(plan) = scheme.steps.get(spot.step) else { return Vec::new() };
    let mut search = Search { course, spot, whole: &plan.term, found: Vec::new(), known: BTreeMap::new() };
    let root = Here::root(&plan.term, Some((plan.each, spot.at())));
    search.root(&root);
    search.walk(&plan.term, &root);
    search.found
}

/// The search through one formula.
struct Search<'s, 'c> {
    course: &'s mut Course<'c>,
    spot: Spot,
    whole: &'c Term,
    found: Vec<Mutant>,
    /// What terms of the formula yield, by their place in memory and the row.
    known: BTreeMap<(usize, Option<Axis>, u32), Option<Item>>,
}

impl<'c> Search<'_, 'c> {
    /// Keeps a wrong way: the term at this place replaced by another.
    fn add(&mut self, kind: Kind, rank: u32, what: What, here: &Here<'c>, instead: Term) {
        let everywhere = (!has_constant_of_row(kind, &what))
            .then(|| Change { path: here.path.clone(), instead: instead.clone() });
        let folded = self.folded(instead, here);
        let term = here.with(folded);
        self.found.push(Mutant { kind, what, term, rank, everywhere });
    }

    /// The number that a term of the formula yields here; none inside a list.
    fn number(&mut self, term: &Term, here: &Here<'c>) -> Option<Exact> {
        match self.item(term, here)? {
            Item::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value that a term of the formula yields here.
    fn item(&mut self, term: &Term, here: &Here<'c>) -> Option<Item> {
        let (axis, row) = here.at?;
        let place = (std::ptr::from_ref(term).addr(), axis, row);
        if let Some(known) = self.known.get(&place) {
            return known.clone();
        }
        let item = self.course.item(term, axis, row);
        self.known.insert(place, item.clone());
        item
    }

    /// The number that a term yields here which is built beside the formula.
    fn built(&mut self, term: &Term, here: &Here<'c>) -> Option<Exact> {
        let (axis, row) = here.at?;
        self.course.number(term, axis, row)
    }

    /// Everything that can go wrong with a term and with those inside it.
    fn walk(&mut self, term: &'c Term, here: &Here<'c>) {
        if matches!(term.yields, Type::Number(_)) {
            self.round_early(term, here);
            self.percent(term, here);
            self.digits(term, here);
        }
        let same = here.at;
        match &term.kind {
            TermKind::First(arms) => {
                if let Some(taken) = self.rules(arms, here) {
                    let behind: usize =
                        arms.iter().take(taken).map(|arm| if arm.when.is_some() { 2 } else { 1 }).sum();
                    if let Some(arm) = arms.get(taken) {
                        let position = behind.saturating_add(usize::from(arm.when.is_some()));
                        self.go_in(here, position, same);
                    }
                } else if same.is_none() {
                    let mut position = 0_usize;
                    for arm in arms {
                        position = position.saturating_add(usize::from(arm.when.is_some()));
                        self.go_in(here, position, None);
                        position = position.saturating_add(1);
                    }
                }
            }
            TermKind::Follow { link, axis, of } => {
                self.other_rows_of_link(term, link, *axis, of, here);
                self.go_in(here, 0, same);
                let there = match self.item(link, here) {
                    Some(Item::Code(row)) => Some((Some(*axis), row)),
                    _ => None,
                };
                self.go_in(here, 1, there);
            }
            TermKind::Fixed(source, id) => self.other_rows_of_table(term, *source, id, here),
            TermKind::Own(_) => self.other_rows(term, here),
            TermKind::Aggregate(aggregate) => {
                self.left_out(term, aggregate, here);
                self.go_in(here, 0, None);
            }
            TermKind::Share(share) => {
                self.parts(share, term, here);
                if share.within.is_none() {
                    self.go_in(here, 0, Some((None, 0)));
                }
                self.go_in(here, 1, None);
            }
            TermKind::Greatest(terms) | TermKind::Least(terms) => {
                self.limits(term, terms, here);
                for position in 0..terms.len() {
                    self.go_in(here, position, same);
                }
            }
            TermKind::Negative(of) => {
                self.negative(of, here);
                self.go_in(here, 0, same);
            }
            TermKind::Arithmetic(operator, left, right) => {
                self.operators(term, *operator, left, right, here);
                self.go_in(here, 0, same);
                self.go_in(here, 1, same);
            }
            TermKind::Round(mode, of, places) => {
                self.roundings(term, *mode, of, *places, here);
                self.go_in(here, 0, same);
            }
            TermKind::RoundTo(of, multiple) => {
                self.roundings_to(term, of, multiple, here);
                self.go_in(here, 0, same);
            }
            TermKind::Graded(grading, of, table) => {
                self.graded(term, *grading, of, *table, here);
                self.go_in(here, 0, same);
            }
            TermKind::OrElse(..) => {
                self.go_in(here, 0, same);
                self.go_in(here, 1, same);
            }
            TermKind::Chosen(..) | TermKind::Absolute(_) => self.go_in(here, 0, same),
            _ => {}
        }
    }

    /// What can go wrong with the figure as a whole.
    fn root(&mut self, here: &Here<'c>) {
        self.last_rounding(here);
        self.whole_sign(here);
        self.whole_percent(here);
        self.every_part();
        self.readings();
    }
}

/// Whether a changed formula holds a number that is right for one row only.
fn has_constant_of_row(kind: Kind, what: &What) -> bool {
    let of_kind =
        matches!(kind, Kind::WrongRow | Kind::Transposed | Kind::NeighbouringTier | Kind::WrongRule);
    let amount = matches!(what, What::Graded { .. }) && kind == Kind::MarginalForWhole;
    of_kind
        || amount
        || matches!(what, What::Tier { .. } | What::Row { .. } | What::Left { .. } | What::Rule { .. })
}
