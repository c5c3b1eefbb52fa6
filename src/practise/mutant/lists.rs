//! Lists: a person, a row or a kind left out, and one of them counted with another's coefficient.

use std::rc::Rc;

use crate::evaluate::run::Frame;
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;
use crate::practise::mistake::{Kind, What};
use crate::scheme::term::{Aggregate, Axis, Fold, Source, Term, TermKind};

use super::Search;
use super::build;
use super::fold::Here;

/// The longest list in which single members are left out.
const LONGEST: usize = 60;

/// A value of a list.
struct Member {
    /// Its row.
    row: Option<u32>,
    /// The table row that is picked.
    pick: Option<u32>,
    value: Exact,
}

impl<'c> Search<'_, 'c> {
    /// A row or a kind that was left out of a list, or counted with the value of another table row.
    pub(super) fn left_out(&mut self, term: &Term, aggregate: &Aggregate, here: &Here<'c>) {
        let Some((axis, row)) = here.at else { return };
        if !matches!(aggregate.fold, Fold::Sum | Fold::Mean | Fold::Count | Fold::Max | Fold::Min) {
            return;
        }
        let Some(members) = self.members(aggregate, axis, row) else { return };
        let counting = members.iter().filter(|member| !member.value.is_zero()).count();
        if counting < 2 || members.len() > LONGEST {
            return;
        }
        let without = |of: Axis, left: u32, part: &dyn Fn(&Member) -> bool| {
            let mut rest =
                members.iter().filter(|member| !part(member)).map(|member| &member.value).peekable();
            rest.peek()?;
            let value = folded(aggregate.fold, rest)?;
            let gone =
                folded(Fold::Sum, members.iter().filter(|member| part(member)).map(|member| &member.value))?;
            if gone.is_zero() && aggregate.fold != Fold::Mean {
                return None;
            }
            let what = What::Left { axis: of, row: left, value: gone, part: aggregate.of.clone() };
            Some((what, build::number(value, term)))
        };
        let mut found = Vec::new();
        if let Some(rows) = aggregate.rows {
            let mut all: Vec<u32> = members.iter().filter_map(|member| member.row).collect();
            all.dedup();
            found.extend(
                all.into_iter()
                    .filter_map(|left| without(rows, left, &|member: &Member| member.row == Some(left))),
            );
        }
        if let Some(table) = aggregate.pick {
            let mut all: Vec<u32> = members.iter().filter_map(|member| member.pick).collect();
            all.sort_unstable();
            all.dedup();
            found.extend(all.into_iter().filter_map(|left| {
                without(Axis::Table(table), left, &|member: &Member| member.pick == Some(left))
            }));
        }
        for (what, instead) in found {
            self.add(Kind::LeftOut, 30, what, here, instead);
        }
        if aggregate.fold == Fold::Sum {
            self.other_coefficients(term, aggregate, &members, here);
        }
    }

    /// One kind of a sum over a table counted with the value of the table row beside it.
    fn other_coefficients(
        &mut self,
        term: &Term,
        aggregate: &Aggregate,
        members: &[Member],
        here: &Here<'c>,
    ) {
        let (Some(table), Some((axis, row)), None) = (aggregate.pick, here.at, aggregate.rows) else {
            return;
        };
        let Some(whole) = self.number(term, here) else { return };
        let Some(ids) = self.course.calculation.facts.tables.get(table).map(|table| table.ids.clone()) else {
            return;
        };
        for member in members.iter().filter(|member| !member.value.is_zero()) {
            let Some(right) = member.pick else { continue };
            let near =
                self.beside(Axis::Table(table), right).into_iter().filter(|(distance, _)| *distance <= 2);
            for (distance, taken) in near.collect::<Vec<_>>() {
                let Some(id) = usize::try_from(taken).ok().and_then(|at| ids.get(at)) else { continue };
                let mut looked_up = None;
                let of = build::replaced(&aggregate.of, &mut |term| match &term.kind {
                    TermKind::Picked(source @ Source::Column(Axis::Table(of), _)) if *of == table => {
                        looked_up = Some(term.clone());
                        Some(build::term(TermKind::Fixed(*source, id.clone()), term))
                    }
                    _ => None,
                });
                let (Some(part), Ok(pick)) = (looked_up, usize::try_from(right)) else { continue };
                let frame = Frame::of(axis).picking(table, pick);
                let other = Frame::of(axis).picking(table, usize::try_from(taken).unwrap_or(0));
                let number = |value: Value| match value.at(row) {
                    Some(Ok(Item::Number(number))) => Some(number),
                    _ => None,
                };
                let (Some(value), Some(own), Some(theirs)) = (
                    number(self.course.column(&of, &frame)),
                    number(self.course.column(&part, &frame)),
                    number(self.course.column(&part, &other)),
                ) else {
                    continue;
                };
                let Some(sum) = whole.minus(&member.value).and_then(|rest| rest.plus(&value)) else {
                    continue;
                };
                if sum == whole {
                    continue;
                }
                let values = (Item::Number(own), Item::Number(theirs));
                let what = What::Row { axis: Axis::Table(table), right, taken, part, values };
                let rank = 31_u32.saturating_add(distance);
                self.add(Kind::WrongRow, rank, what, here, build::number(sum, term));
            }
        }
    }

    /// The values of a list that count for a row; none when some of them have no value.
    fn members(&mut self, aggregate: &Aggregate, axis: Option<Axis>, row: u32) -> Option<Vec<Member>> {
        let around = Frame::of(axis);
        let links = match (aggregate.rows, &aggregate.group) {
            (Some(rows), Some(group)) => Some(self.course.links(group, rows)),
            _ => None,
        };
        let rows: Vec<u32> = match (aggregate.rows, &links) {
            (None, _) => vec![row],
            (Some(rows), None) => (0..self.course.calculation.length(rows)).collect(),
            (Some(_), Some(links)) => {
                let count = u32::try_from(links.len()).ok()?;
                (0..count).filter(|at| links.at(*at) == Some(Ok(Item::Code(row)))).collect()
            }
        };
        let picks: Vec<Option<u32>> = match aggregate.pick {
            Some(table) => (0..self.course.calculation.length(Axis::Table(table))).map(Some).collect(),
            None => vec![None],
        };
        let mut members = Vec::new();
        for pick in picks {
            let frame = match aggregate.rows {
                Some(rows) => {
                    let outer = links.as_ref().map(|links| (&around, Rc::clone(links)));
                    Frame { axis: Some(rows), pick: None, outer }
                }
                None => around.clone(),
            };
            let picked = pick.and_then(|pick| usize::try_from(pick).ok()).zip(aggregate.pick);
            let frame = match picked {
                Some((pick, table)) => frame.picking(table, pick),
                None => frame,
            };
            let counts = aggregate.filter.as_ref().map(|filter| self.course.column(filter, &frame));
            let values = self.course.column(&aggregate.of, &frame);
            for at in &rows {
                match counts.as_ref().map(|counts| counts.at(*at)) {
                    None | Some(Some(Ok(Item::Truth(true)))) => {}
                    Some(Some(Ok(_))) => continue,
                    Some(_) => return None,
                }
                let Some(Ok(Item::Number(value))) = values.at(*at) else { return None };
                members.push(Member { row: aggregate.rows.map(|_| *at), pick, value });
            }
        }
        members.sort_by_key(|member| (member.row, member.pick));
        Some(members)
    }
}

/// Numbers brought to one; none of no numbers, where they have none.
fn folded<'m>(fold: Fold, mut numbers: impl Iterator<Item = &'m Exact>) -> Option<Exact> {
    match fold {
        Fold::Max => numbers.max().cloned(),
        Fold::Min => numbers.min().cloned(),
        Fold::Mean => {
            let (mut sum, mut count) = (Exact::ZERO, Exact::ZERO);
            for number in numbers {
                sum = sum.plus(number)?;
                count = count.plus(&Exact::ONE)?;
            }
            sum.divided_by(&count).ok()
        }
        _ => numbers.try_fold(Exact::ZERO, |sum, number| sum.plus(number)),
    }
}
