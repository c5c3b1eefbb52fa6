//! What went into one figure: the values of the formula as far as they counted, each once, in its order.

use std::collections::BTreeSet;

use crate::evaluate::value::Item;
use crate::scheme::term::{Axis, Grading, Share, Source, Term, TermKind};

use super::cell::Cell;
use super::declared::nameless;
use super::live::{List, Live};
use super::spot::Spot;

/// The most members that a list names.
const MOST_MEMBERS: usize = 200;

/// A value that went into a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operand {
    /// One value.
    One(Cell),
    /// Several of one kind, that an aggregate, share or rank went over.
    List {
        /// Of what.
        source: Source,
        /// The first of them.
        members: Vec<Cell>,
        /// How many there are.
        count: usize,
    },
}

/// A choice that a formula asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The choice.
    pub choice: usize,
    /// The option that counted; none when it was not made.
    pub option: Option<u32>,
}

/// What a figure was made of.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// The values that counted, in the order of the formula.
    pub operands: Vec<Operand>,
    /// The choices that were asked for, in the order of the formula.
    pub readings: Vec<Asked>,
}

/// Walks a formula and keeps what counted.
pub(super) struct Collector<'l, 'r> {
    live: &'l Live<'r>,
    trace: Trace,
    /// The values that are kept already.
    seen: BTreeSet<Cell>,
}

impl<'l, 'r> Collector<'l, 'r> {
    /// What counted in a term at this spot.
    pub(super) fn collect(live: &'l Live<'r>, term: &'r Term, spot: &Spot<'_>) -> Trace {
        let mut collector = Self::new(live);
        collector.walk(term, spot);
        collector.trace
    }

    fn new(live: &'l Live<'r>) -> Self {
        Self { live, trace: Trace::default(), seen: BTreeSet::new() }
    }

    fn walk(&mut self, term: &'r Term, spot: &Spot<'_>) {
        let live = self.live;
        match &term.kind {
            TermKind::Whole(Source::Choice(choice)) => self.ask(*choice),
            TermKind::Whole(_) | TermKind::Own(_) | TermKind::Picked(_) | TermKind::Fixed(..) => {
                live.cell(term, spot).into_iter().for_each(|cell| self.one(cell));
            }
            TermKind::Follow { link, axis, of } => {
                // Whose row it is says the name of the value that it leads to.
                if !matches!(link.kind, TermKind::Own(Source::Belongs(_))) {
                    self.walk(link, spot);
                }
                if let Some(there) = live.followed(link, *axis, spot) {
                    self.walk(of, &there);
                }
            }
            TermKind::Outer(of) => self.walk(of, spot.outer.unwrap_or(spot)),
            TermKind::Aggregate(aggregate) => self.list(&List::of(aggregate), spot),
            TermKind::First(arms) => {
                for arm in arms {
                    let Some(when) = &arm.when else { return self.walk(&arm.then, spot) };
                    self.walk(when, spot);
                    match live.holds(when, spot) {
                        Ok(true) => return self.walk(&arm.then, spot),
                        Ok(false) => {}
                        Err(_) => return,
                    }
                }
            }
            TermKind::And(left, right) => self.until(left, right, false, spot),
            TermKind::Or(left, right) => self.until(left, right, true, spot),
            TermKind::OrElse(of, other) => {
                self.walk(of, spot);
                if !live.is_given(of, spot) {
                    self.walk(other, spot);
                }
            }
            TermKind::Chosen(of, low, high) => {
                self.walk(of, spot);
                if !live.is_given(of, spot) {
                    self.walk(low, spot);
                    self.walk(high, spot);
                }
            }
            TermKind::Previous(of, first) => match spot.row.checked_sub(1) {
                Some(before) => self.walk(of, &Spot { row: before, ..spot.clone() }),
                None => self.walk(first, spot),
            },
            TermKind::Graded(grading, of, table) => {
                self.walk(of, spot);
                self.rates(*grading, of, *table, spot);
            }
            TermKind::Share(share) => self.share(share, spot),
            TermKind::Rank(of, within) => {
                self.walk(of, spot);
                let group = within.as_deref();
                let list = List { rows: spot.frame.axis, pick: None, group, of, filter: None };
                match group {
                    None => self.list(&list, spot),
                    Some(link) => {
                        self.walk(link, spot);
                        if let Ok(Item::Code(row)) = live.kept(link, spot) {
                            self.list(&list, &Spot { row, ..spot.clone() });
                        }
                    }
                }
            }
            _ => term.inner().into_iter().for_each(|inner| self.walk(inner, spot)),
        }
    }

    /// The sides of `and` and `or`: the right one only counts where the left one does not settle it.
    fn until(&mut self, left: &'r Term, right: &'r Term, settled: bool, spot: &Spot<'_>) {
        self.walk(left, spot);
        if self.live.holds(left, spot) != Ok(settled) {
            self.walk(right, spot);
        }
    }

    fn share(&mut self, share: &'r Share, spot: &Spot<'_>) {
        let list = |group| List { rows: spot.frame.axis, pick: None, group, of: &share.by, filter: None };
        match &share.within {
            None => {
                self.walk(&share.pool, &Spot::of(None, 0));
                self.walk(&share.by, spot);
                self.list(&list(None), spot);
            }
            Some((link, axis)) => {
                let Some(owner) = self.live.followed(link, *axis, spot) else { return self.walk(link, spot) };
                self.walk(&share.pool, &owner);
                self.walk(&share.by, spot);
                self.list(&list(Some(link)), &owner);
            }
        }
    }

    /// The rates of the tiers that an amount reaches.
    fn rates(&mut self, grading: Grading, of: &'r Term, table: usize, spot: &Spot<'_>) {
        let live = self.live;
        let column = nameless(&live.scheme.document, table);
        let (Some(column), Ok(Item::Number(amount))) = (column, live.kept(of, spot)) else { return };
        let source = Source::Column(Axis::Table(table), column);
        let bounds = live.facts.tables.get(table).map(|table| table.bounds.iter());
        let reached = (0_u32..)
            .zip(bounds.into_iter().flatten())
            .filter(|(_, bounds)| bounds.from.as_ref().is_none_or(|from| *from < amount));
        let cells = reached.map(|(row, _)| Cell { source, row: Some(row), pick: None });
        let cells: Vec<Cell> = cells.collect();
        match grading {
            Grading::Marginal => self.many(source, cells),
            Grading::Whole => {
                let kind = TermKind::Graded(Grading::Tier, Box::new(of.clone()), table);
                let tier = Term { kind, yields: of.yields.clone(), span: of.span };
                if let Ok(Item::Code(row)) = live.value(&tier, spot) {
                    self.one(Cell { source, row: Some(row), pick: None });
                }
            }
            Grading::Tier | Grading::Band => {}
        }
    }

    /// The values that a list goes over: each kind as one operand.
    fn list(&mut self, list: &List<'r>, spot: &Spot<'_>) {
        let mut inside = Collector::new(self.live);
        for member in self.live.members(list, spot) {
            if let Some(filter) = list.filter {
                inside.walk(filter, &member.spot);
            }
            inside.walk(list.of, &member.spot);
        }
        for asked in inside.trace.readings {
            self.ask(asked.choice);
        }
        let mut sources: Vec<(Source, Vec<Cell>)> = Vec::new();
        for operand in inside.trace.operands {
            match operand {
                Operand::One(cell) if cell.row.is_none() && cell.pick.is_none() => self.one(cell),
                Operand::One(cell) => match sources.iter_mut().find(|(source, _)| *source == cell.source) {
                    Some((_, cells)) => cells.push(cell),
                    None => sources.push((cell.source, vec![cell])),
                },
                list @ Operand::List { .. } => self.keep(list),
            }
        }
        for (source, cells) in sources {
            self.many(source, cells);
        }
    }

    fn one(&mut self, cell: Cell) {
        if self.seen.insert(cell) {
            self.trace.operands.push(Operand::One(cell));
        }
    }

    /// Several values of one kind; a single one stands alone.
    fn many(&mut self, source: Source, mut members: Vec<Cell>) {
        if let [only] = members.as_slice() {
            return self.one(*only);
        }
        let count = members.len();
        members.truncate(MOST_MEMBERS);
        self.keep(Operand::List { source, members, count });
    }

    fn keep(&mut self, list: Operand) {
        if !self.trace.operands.contains(&list) {
            self.trace.operands.push(list);
        }
    }

    fn ask(&mut self, choice: usize) {
        if self.trace.readings.iter().all(|asked| asked.choice != choice) {
            let option =
                match self.live.stored(Cell { source: Source::Choice(choice), row: None, pick: None }) {
                    Ok(Item::Code(option)) => Some(option),
                    _ => None,
                };
            self.trace.readings.push(Asked { choice, option });
        }
    }
}
