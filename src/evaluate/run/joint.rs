//! Several faults of one figure: the first stands for it, and whatever else it lacks is told with it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::value::{Fault, Rows, Value};
use crate::problem::Problem;
use crate::scheme::term::Term;

/// From here on faults are numbers of joints; no list of problems is so long.
const JOINTS: Fault = 1 << 31;

/// The faults that figures have together.
#[derive(Default)]
pub(super) struct Joints {
    list: Vec<Joint>,
    known: BTreeMap<(Fault, Fault), Fault>,
}

/// Two faults, each of a problem or of a joint before this one.
struct Joint {
    /// The fault of a problem that stands for all.
    first: Fault,
    both: [Fault; 2],
}

impl Joints {
    fn at(&self, fault: Fault) -> Option<&Joint> {
        self.list.get(usize::try_from(fault.checked_sub(JOINTS)?).ok()?)
    }

    /// The fault of the problem that stands for a fault.
    pub(super) fn first(&self, fault: Fault) -> Fault {
        self.at(fault).map_or(fault, |joint| joint.first)
    }

    fn joined(&mut self, one: Fault, two: Fault) -> Fault {
        if one == two || self.at(one).is_some_and(|joint| joint.both.contains(&two)) {
            return one;
        }
        let next = Fault::try_from(self.list.len()).ok().and_then(|count| JOINTS.checked_add(count));
        let Some(next) = next else { return one };
        let joint = *self.known.entry((one, two)).or_insert(next);
        if joint == next {
            self.list.push(Joint { first: self.first(one), both: [one, two] });
        }
        joint
    }

    /// The faults of problems that are in these faults, each at least once.
    pub(super) fn parts(&self, faults: Vec<Fault>) -> Vec<Fault> {
        let mut parts = Vec::with_capacity(faults.len());
        let mut seen = vec![false; self.list.len()];
        let mut open = faults;
        while let Some(fault) = open.pop() {
            let Some(joint) = self.at(fault) else {
                parts.push(fault);
                continue;
            };
            let seen = usize::try_from(fault.saturating_sub(JOINTS)).ok().and_then(|at| seen.get_mut(at));
            if seen.is_some_and(|seen| !std::mem::replace(seen, true)) {
                open.extend(joint.both);
            }
        }
        parts
    }

    /// A value whose faults are those of problems; `found` takes the joints that were in it.
    pub(super) fn apart(&self, value: Value, found: &mut Vec<Fault>) -> Value {
        let mut first = |fault: Fault| {
            if fault >= JOINTS {
                found.push(fault);
            }
            self.first(fault)
        };
        match value {
            Value::One(Err(fault)) => Value::One(Err(first(fault))),
            Value::Many(rows) if rows.faults.iter().any(|(_, fault)| *fault >= JOINTS) => {
                let faults = rows.faults.iter().map(|(row, fault)| (*row, first(*fault))).collect();
                Value::Many(Rc::new(Rows { data: rows.data.clone(), faults }))
            }
            value => value,
        }
    }
}

impl Run<'_> {
    /// The value of a term as figures have it: of faults together the first.
    pub(crate) fn figure(&mut self, term: &Term, frame: &Frame<'_>) -> Value {
        let value = self.value(term, frame);
        self.joints.apart(value, &mut Vec::new())
    }

    /// The fault of a figure that needs two values and has neither.
    ///
    /// What else is wrong with it is told by itself, if at all: only something missing is added to the first fault.
    pub(super) fn joined(&mut self, one: Fault, two: Fault) -> Fault {
        let adds = two >= JOINTS || self.problem(two).is_some_and(Problem::asks_for_entry);
        if adds { self.joints.joined(one, two) } else { one }
    }

    /// The fault of a figure that needs every row of a column, beside what it lacks already.
    pub(super) fn joined_rows(&mut self, known: Option<Fault>, rows: &Rows) -> Option<Fault> {
        self.joined_all(known.into_iter().chain(rows.faults.iter().map(|(_, fault)| *fault)))
    }

    /// The fault of a figure that needs all values of a list, of which those with these faults are not there.
    pub(super) fn joined_all(&mut self, faults: impl Iterator<Item = Fault>) -> Option<Fault> {
        // Many rows have few faults: each counts once.
        let mut seen = BTreeSet::new();
        let mut joint = None;
        for fault in faults.filter(|fault| seen.insert(*fault)) {
            joint = Some(joint.map_or(fault, |known| self.joined(known, fault)));
        }
        joint
    }

    /// What comes of two values of which every row needs both, where at least one is there in no row.
    pub(super) fn joined_values(&mut self, left: &Value, right: &Value) -> Value {
        match (left, right) {
            (Value::One(Err(one)), Value::One(Err(two))) => Value::One(Err(self.joined(*one, *two))),
            (Value::One(Err(_)), Value::Many(rows)) | (Value::Many(rows), Value::One(Err(_)))
                if !rows.faults.is_empty() =>
            {
                let none = if matches!(left, Value::One(_)) { left } else { right };
                let none = self.rows(none, rows.len());
                let faults = self.joined_columns(&none, rows);
                Value::Many(Rc::new(Rows { data: none.data.clone(), faults }))
            }
            (none @ Value::One(Err(_)), _) | (_, none) => none.clone(),
        }
    }

    /// The faults of two columns of which every row needs both.
    pub(super) fn joined_columns(&mut self, one: &Rows, two: &Rows) -> Vec<(u32, Fault)> {
        let mut faults: Vec<(u32, Fault)> = Vec::new();
        let (mut left, mut right) = (one.faults.iter().peekable(), two.faults.iter().peekable());
        loop {
            let of_left = left.peek().map_or(u32::MAX, |(row, _)| *row);
            let of_right = right.peek().map_or(u32::MAX, |(row, _)| *row);
            let next = if of_left <= of_right { left.next() } else { right.next() };
            let Some((row, fault)) = next else { return faults };
            let other = if of_left == of_right { right.next() } else { None };
            faults.push((*row, other.map_or(*fault, |(_, other)| self.joined(*fault, *other))));
        }
    }
}
