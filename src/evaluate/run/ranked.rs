//! Values that look at other rows of the same roster: rank, and the row before.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::{Column, Exact};
use crate::scheme::term::Term;

impl Run<'_> {
    /// `rank(x, within)`: 1 for the highest; equal values share a rank.
    ///
    /// A fault leaves its whole group unranked; a row of which the group is not known leaves all of them so.
    pub(super) fn rank(&mut self, of: &Term, within: Option<&Term>, frame: &Frame<'_>) -> Value {
        let length = frame.axis.map_or(1, |axis| self.length(axis));
        let of = self.value(of, frame);
        let of = self.rows(&of, length);
        let within = within.map(|within| {
            let value = self.value(within, frame);
            let links = self.rows(&value, length);
            (self.lost(within, &links), links)
        });
        if let Some((Some(fault), _)) = within {
            return Value::One(Err(fault));
        }
        let mut faults: Vec<(u32, Fault)> = Vec::new();
        let mut groups: BTreeMap<u32, Vec<(Exact, u32)>> = BTreeMap::new();
        let mut broken: BTreeMap<u32, Fault> = BTreeMap::new();
        for row in (0_u32..).take(length) {
            let group = match within.as_ref().map(|(_, links)| links.at(row)) {
                None => 0,
                Some(Some(Ok(Item::Code(code)))) => code,
                Some(Some(Err(fault))) => {
                    faults.push((row, fault));
                    continue;
                }
                Some(_) => 0,
            };
            match of.at(row) {
                Some(Ok(Item::Number(number))) => groups.entry(group).or_default().push((number, row)),
                Some(Err(fault)) => {
                    let known = broken.get(&group).copied();
                    broken.insert(group, known.map_or(fault, |known| self.joined(known, fault)));
                    groups.entry(group).or_default().push((Exact::from(0), row));
                }
                _ => {}
            }
        }
        let mut ranks = vec![0_i64; length];
        for (group, mut members) in groups {
            if let Some(fault) = broken.get(&group) {
                faults.extend(members.iter().map(|(_, row)| (*row, *fault)));
                continue;
            }
            members.sort_by(|one, two| two.0.cmp(&one.0).then(one.1.cmp(&two.1)));
            let mut rank = 0_i64;
            let mut before: Option<&Exact> = None;
            for (place, (number, row)) in (1_i64..).zip(&members) {
                if before != Some(number) {
                    rank = place;
                }
                before = Some(number);
                if let Some(slot) = usize::try_from(*row).ok().and_then(|row| ranks.get_mut(row)) {
                    *slot = rank;
                }
            }
        }
        faults.sort_by_key(|(row, _)| *row);
        Value::Many(Rc::new(Rows { data: Data::Numbers(Column::from_whole(ranks)), faults }))
    }

    /// `previous(x, y)`: the value of the row before; `y` in the first row.
    pub(super) fn previous(&mut self, of: &Term, first: &Term, frame: &Frame<'_>) -> Value {
        let length = frame.axis.map_or(1, |axis| self.length(axis));
        let (of, first) = (self.value(of, frame), self.value(first, frame));
        let (of, first) = (self.rows(&of, length), self.rows(&first, length));
        if length == 0 {
            return Value::Many(of);
        }
        let before: Vec<u32> = (0_u32..).take(length).map(|row| row.saturating_sub(1)).collect();
        let data = of.data.gather(&before).unwrap_or_else(|| of.data.clone());
        let last = u32::try_from(length).unwrap_or(u32::MAX);
        let shifted = of.faults.iter().map(|(row, fault)| (row.saturating_add(1), *fault));
        let faults = shifted.filter(|(row, _)| *row < last).collect();
        let is_first: Vec<bool> = (0..length).map(|row| row == 0).collect();
        let of = Value::Many(Rc::new(Rows { data, faults }));
        self.selected(&Rows::none(), &is_first, &Value::Many(first), &of)
    }
}
