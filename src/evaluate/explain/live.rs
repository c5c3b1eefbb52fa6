//! What a run found at one spot: values, the arms that were taken, the rows of a list.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{FigureOutcome, Interval, Outcome};
use crate::evaluate::run::{Frame, Run};
use crate::evaluate::value::{Fault, Item, Rows, Value};
use crate::exact::Exact;
use crate::scheme::Scheme;
use crate::scheme::term::{Aggregate, Arm, Axis, Source, Term, TermKind, Type};

use super::cell::Cell;
use super::declared::table_of;
use super::spot::Spot;

/// A value, or why there is none.
pub(super) type Found = Result<Item, Fault>;

/// The values of one outcome, read spot by spot; everything is computed by the run itself.
pub(super) struct Live<'r> {
    pub(super) scheme: &'r Scheme,
    pub(super) facts: &'r Facts,
    pub(super) outcome: &'r Outcome,
    run: RefCell<Run<'r>>,
    /// Columns that were asked for, by the place of their term in the scheme and the picked rows.
    columns: RefCell<BTreeMap<(usize, Picks), Value>>,
}

/// The picked rows of a frame and of the frame around it.
type Picks = [Option<(usize, usize)>; 2];

/// A list of values: an aggregate, or the rows that a share or rank looks at.
pub(super) struct List<'t> {
    pub(super) rows: Option<Axis>,
    pub(super) pick: Option<usize>,
    pub(super) group: Option<&'t Term>,
    pub(super) of: &'t Term,
    pub(super) filter: Option<&'t Term>,
}

/// One value of a list.
pub(super) struct Member<'a> {
    /// Where it is read.
    pub(super) spot: Spot<'a>,
    /// The value.
    pub(super) value: Found,
}

impl<'t> List<'t> {
    /// The list that an aggregate goes over.
    pub(super) fn of(aggregate: &'t Aggregate) -> Self {
        Self {
            rows: aggregate.rows,
            pick: aggregate.pick,
            group: aggregate.group.as_ref(),
            of: &aggregate.of,
            filter: aggregate.filter.as_ref(),
        }
    }
}

impl<'r> Live<'r> {
    /// The values of an outcome.
    pub(super) fn new(scheme: &'r Scheme, facts: &'r Facts, outcome: &'r Outcome) -> Self {
        let run = RefCell::new(Run::after(scheme, facts, outcome));
        Self { scheme, facts, outcome, run, columns: RefCell::default() }
    }

    /// The values of a term over its whole frame.
    pub(super) fn column(&self, term: &Term, frame: &Frame<'_>) -> Value {
        self.run.borrow_mut().figure(term, frame)
    }

    /// The value of a term that need not be one of the scheme.
    pub(super) fn value(&self, term: &Term, spot: &Spot<'_>) -> Found {
        self.column(term, &spot.frame).at(spot.row).unwrap_or(Err(Fault::MAX))
    }

    /// The value of a term of the scheme; its column is kept, so that all rows of a list are read from it.
    pub(super) fn kept(&self, term: &'r Term, spot: &Spot<'_>) -> Found {
        let around = spot.frame.outer.as_ref().and_then(|(frame, _)| frame.pick);
        let key = (std::ptr::from_ref(term).addr(), [spot.frame.pick, around]);
        let known = self.columns.borrow().get(&key).map(|column| column.at(spot.row));
        let value = known.unwrap_or_else(|| {
            let column = self.column(term, &spot.frame);
            let value = column.at(spot.row);
            self.columns.borrow_mut().insert(key, column);
            value
        });
        value.unwrap_or(Err(Fault::MAX))
    }

    /// A number that a term yields.
    pub(super) fn number(&self, term: &Term, spot: &Spot<'_>) -> Option<Exact> {
        match self.value(term, spot) {
            Ok(Item::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// The row that a link leads to.
    pub(super) fn code(&self, link: &Term, spot: &Spot<'_>) -> Option<u32> {
        match self.value(link, spot) {
            Ok(Item::Code(row)) => Some(row),
            _ => None,
        }
    }

    /// Whether a condition holds.
    pub(super) fn holds(&self, term: &'r Term, spot: &Spot<'_>) -> Result<bool, Fault> {
        self.kept(term, spot).map(|item| item == Item::Truth(true))
    }

    /// The arm that is taken, by position.
    pub(super) fn arm(&self, arms: &'r [Arm], spot: &Spot<'_>) -> Result<Option<(usize, &'r Arm)>, Fault> {
        for (position, arm) in arms.iter().enumerate() {
            let taken = match &arm.when {
                Some(when) => self.holds(when, spot)?,
                None => true,
            };
            if taken {
                return Ok(Some((position, arm)));
            }
        }
        Ok(None)
    }

    /// Whether something was entered for a term of the scheme.
    pub(super) fn is_given(&self, of: &Term, spot: &Spot<'_>) -> bool {
        let given = Term { kind: TermKind::Given(Box::new(of.clone())), yields: Type::Truth, span: of.span };
        self.value(&given, spot) == Ok(Item::Truth(true))
    }

    /// The spot that a link leads to.
    pub(super) fn followed<'a>(&self, link: &'r Term, axis: Axis, spot: &'a Spot<'_>) -> Option<Spot<'a>> {
        match self.kept(link, spot) {
            Ok(Item::Code(row)) => Some(spot.leading_to(Some(axis), row)),
            _ => None,
        }
    }

    /// The stored value that a name stands for at this spot; none for anything but a name.
    pub(super) fn cell(&self, term: &'r Term, spot: &Spot<'_>) -> Option<Cell> {
        match &term.kind {
            TermKind::Whole(source) => Some(Cell { source: *source, row: None, pick: None }),
            TermKind::Own(source) => Some(Cell { source: *source, row: Some(spot.row), pick: None }),
            TermKind::Picked(source) => {
                let pick = spot.frame.pick.and_then(|(_, row)| u32::try_from(row).ok());
                Some(at_table_row(*source, pick, spot))
            }
            TermKind::Fixed(source, id) => {
                let axis = match source {
                    Source::Column(axis, _) => Some(*axis),
                    _ => table_of(&self.scheme.document, *source),
                };
                let pick = axis.and_then(|axis| self.row_of(axis, id));
                Some(at_table_row(*source, pick, spot))
            }
            TermKind::Follow { link, axis, of } => {
                let there = self.followed(link, *axis, spot)?;
                self.cell(of, &there)
            }
            _ => None,
        }
    }

    /// The interval of an open figure.
    pub(super) fn open(&self, cell: Cell) -> Option<&'r Interval> {
        let Source::Step(step) = cell.source else { return None };
        match self.outcome.steps.get(step)?.figure(cell.row.unwrap_or(0))? {
            FigureOutcome::Open(interval) => Some(interval),
            FigureOutcome::Known(_) | FigureOutcome::Failed(_) => None,
        }
    }

    /// The values of a list that count for the row of `spot`, in the order of the rows.
    pub(super) fn members<'a>(&self, list: &List<'_>, spot: &'a Spot<'a>) -> Vec<Member<'a>> {
        let picks: Vec<Option<(usize, usize)>> = match list.pick {
            Some(table) => (0..self.length(Axis::Table(table))).map(|row| Some((table, row))).collect(),
            None => vec![None],
        };
        let links = list.rows.zip(list.group).map(|(axis, group)| self.links(axis, group));
        let rows: Vec<u32> = match (list.rows, &links) {
            (None, _) => vec![spot.row],
            (Some(axis), None) => (0_u32..).take(self.length(axis)).collect(),
            (Some(_), Some(links)) => {
                let leads = |row: &u32| links.at(*row) == Some(Ok(Item::Code(spot.row)));
                (0_u32..).take(links.len()).filter(leads).collect()
            }
        };
        let frames = picks.into_iter().map(|pick| {
            let frame = match list.rows {
                Some(axis) => {
                    let outer = links.as_ref().map(|links| (&spot.frame, Rc::clone(links)));
                    Frame { axis: Some(axis), pick, outer }
                }
                None => Frame { pick, ..spot.frame.clone() },
            };
            let filter = list.filter.map(|filter| self.column(filter, &frame));
            let of = self.column(list.of, &frame);
            (frame, filter, of)
        });
        let frames: Vec<(Frame<'a>, Option<Value>, Value)> = frames.collect();
        let mut members = Vec::new();
        for row in rows {
            for (frame, filter, of) in &frames {
                let counts = filter.as_ref().map_or(Some(Ok(Item::Truth(true))), |filter| filter.at(row));
                let value = match counts {
                    Some(Ok(Item::Truth(true))) => of.at(row).unwrap_or(Err(Fault::MAX)),
                    Some(Err(fault)) => Err(fault),
                    _ => continue,
                };
                let outer = if list.rows.is_some() { Some(spot) } else { spot.outer };
                members
                    .push(Member { spot: Spot { frame: frame.clone(), row, listed: false, outer }, value });
            }
        }
        members
    }

    /// For each row of an axis the row that it leads to.
    fn links(&self, axis: Axis, group: &Term) -> Rc<Rows> {
        let mut run = self.run.borrow_mut();
        let length = run.length(axis);
        let value = run.value(group, &Frame::of(Some(axis)));
        run.rows(&value, length)
    }

    /// How many rows an axis has.
    pub(super) fn length(&self, axis: Axis) -> usize {
        self.run.borrow().length(axis)
    }

    /// The position of a table's row.
    fn row_of(&self, axis: Axis, id: &str) -> Option<u32> {
        let position = match axis {
            Axis::Table(index) => self.facts.tables.get(index)?.ids.iter().position(|known| known == id),
            Axis::Roster(index) => self.facts.rosters.get(index)?.names.iter().position(|known| known == id),
        };
        position.and_then(|position| u32::try_from(position).ok())
    }

    /// A stored value.
    pub(super) fn stored(&self, Cell { source, row, pick }: Cell) -> Found {
        let mut frame = Frame::of(None);
        let kind = match pick.and_then(|pick| usize::try_from(pick).ok()) {
            Some(pick) => {
                // Which table is picked from is settled by the source.
                frame = frame.picking(0, pick);
                TermKind::Picked(source)
            }
            None => TermKind::Own(source),
        };
        let term = Term { kind, yields: Type::Truth, span: Default::default() };
        self.column(&term, &frame).at(row.unwrap_or(0)).unwrap_or(Err(Fault::MAX))
    }
}

/// The value that a source has for a table row: of a `per` column, that of the spot's own row for it.
fn at_table_row(source: Source, pick: Option<u32>, spot: &Spot<'_>) -> Cell {
    match source {
        Source::Per(..) => Cell { source, row: Some(spot.row), pick },
        _ => Cell { source, row: pick, pick: None },
    }
}
