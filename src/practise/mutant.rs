//! Wrong ways to compute a figure: the formula of its step, changed in one place as people change it.

mod arithmetic;
mod build;
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
pub(super) use rows::swapped;

/// A wrong way to compute one figure.
pub(super) struct Mutant {
    pub(super) kind: Kind,
    pub(super) what: What,
    /// The changed formula.
    pub(super) term: Term,
    /// How unlikely it is.
    pub(super) rank: u32,
    /// Whether the formula holds for all rows of the step, or only for the figure's own.
    pub(super) everywhere: bool,
}

/// The wrong ways to compute a figure on this course, in no order.
pub(super) fn mutants(course: &mut Course<'_>, spot: Spot) -> Vec<Mutant> {
    let scheme = course.calculation.scheme;
    let Some(plan) = scheme.steps.get(spot.step) else { return Vec::new() };
    let mut search = Search { course, spot, whole: &plan.term, found: Vec::new(), known: BTreeMap::new() };
    let root = Here { path: Vec::new(), at: Some((plan.each, spot.at())) };
    search.root(&root);
    search.walk(&plan.term, &root);
    search.found
}

/// A place in the formula.
#[derive(Clone)]
struct Here {
    /// The way down to it: which of the inner terms, level by level.
    path: Vec<usize>,
    /// The axis and row that it is computed for; none inside a list.
    at: Option<(Option<Axis>, u32)>,
}

impl Here {
    fn inner(&self, position: usize, at: Option<(Option<Axis>, u32)>) -> Self {
        let mut path = self.path.clone();
        path.push(position);
        Self { path, at }
    }
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

impl Search<'_, '_> {
    /// Keeps a wrong way: the term at this place replaced by another.
    fn add(&mut self, kind: Kind, rank: u32, what: What, here: &Here, instead: Term) {
        let everywhere = !has_constant_of_row(kind, &what);
        let term = build::grafted(self.whole, &here.path, instead);
        self.found.push(Mutant { kind, what, term, rank, everywhere });
    }

    /// The number that a term of the formula yields here; none inside a list.
    fn number(&mut self, term: &Term, here: &Here) -> Option<Exact> {
        match self.item(term, here)? {
            Item::Number(number) => Some(number),
            _ => None,
        }
    }

    /// The value that a term of the formula yields here.
    fn item(&mut self, term: &Term, here: &Here) -> Option<Item> {
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
    fn built(&mut self, term: &Term, here: &Here) -> Option<Exact> {
        let (axis, row) = here.at?;
        self.course.number(term, axis, row)
    }

    /// Everything that can go wrong with a term and with those inside it.
    fn walk(&mut self, term: &Term, here: &Here) {
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
                        self.walk(&arm.then, &here.inner(position, same));
                    }
                } else if same.is_none() {
                    let mut position = 0_usize;
                    for arm in arms {
                        position = position.saturating_add(usize::from(arm.when.is_some()));
                        self.walk(&arm.then, &here.inner(position, None));
                        position = position.saturating_add(1);
                    }
                }
            }
            TermKind::Follow { link, axis, of } => {
                self.other_rows_of_link(term, link, *axis, of, here);
                self.walk(link, &here.inner(0, same));
                let there = match self.item(link, here) {
                    Some(Item::Code(row)) => Some((Some(*axis), row)),
                    _ => None,
                };
                self.walk(of, &here.inner(1, there));
            }
            TermKind::Fixed(source, id) => self.other_rows_of_table(term, *source, id, here),
            TermKind::Own(_) => self.other_rows(term, here),
            TermKind::Aggregate(aggregate) => {
                self.left_out(term, aggregate, here);
                self.walk(&aggregate.of, &here.inner(0, None));
            }
            TermKind::Share(share) => {
                self.parts(share, term, here);
                if share.within.is_none() {
                    self.walk(&share.pool, &here.inner(0, Some((None, 0))));
                }
                self.walk(&share.by, &here.inner(1, None));
            }
            TermKind::Greatest(terms) | TermKind::Least(terms) => {
                self.limits(term, terms, here);
                for (position, inside) in terms.iter().enumerate() {
                    self.walk(inside, &here.inner(position, same));
                }
            }
            TermKind::Negative(of) => {
                self.negative(of, here);
                self.walk(of, &here.inner(0, same));
            }
            TermKind::Arithmetic(operator, left, right) => {
                self.operators(term, *operator, left, right, here);
                self.walk(left, &here.inner(0, same));
                self.walk(right, &here.inner(1, same));
            }
            TermKind::Round(mode, of, places) => {
                self.roundings(term, *mode, of, *places, here);
                self.walk(of, &here.inner(0, same));
            }
            TermKind::RoundTo(of, multiple) => {
                self.roundings_to(term, of, multiple, here);
                self.walk(of, &here.inner(0, same));
            }
            TermKind::Graded(grading, of, table) => {
                self.graded(term, *grading, of, *table, here);
                self.walk(of, &here.inner(0, same));
            }
            TermKind::OrElse(one, two) => {
                self.walk(one, &here.inner(0, same));
                self.walk(two, &here.inner(1, same));
            }
            TermKind::Chosen(of, ..) => self.walk(of, &here.inner(0, same)),
            TermKind::Absolute(of) => self.walk(of, &here.inner(0, same)),
            _ => {}
        }
    }

    /// What can go wrong with the figure as a whole.
    fn root(&mut self, here: &Here) {
        self.last_rounding(here);
        self.whole_sign(here);
        self.whole_percent(here);
        self.every_part();
        self.readings();
    }
}

/// Whether a changed formula holds a number that is right for one row only.
fn has_constant_of_row(kind: Kind, what: &What) -> bool {
    let of_kind = matches!(
        kind,
        Kind::WrongRow | Kind::LeftOut | Kind::Transposed | Kind::NeighbouringTier | Kind::WrongRule
    );
    let amount = matches!(what, What::Graded { .. }) && kind == Kind::MarginalForWhole;
    of_kind || amount || matches!(what, What::Tier { .. } | What::Row { .. } | What::Rule { .. })
}
