//! Names: stored values, picked rows, links.

use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::facts::RosterColumn;
use crate::evaluate::value::{Data, Fault, Item, Rows, Value, merged};
use crate::problem::Code;
use crate::scheme::term::{Axis, Source, Term, TermKind};

/// No row at all.
const NOBODY: u32 = u32::MAX;

impl Run<'_> {
    /// A value as it is stored: for all rows it has.
    pub(super) fn stored(&mut self, source: Source) -> Value {
        let value = match source {
            Source::Input(index) => self.facts.inputs.get(index).cloned(),
            Source::Parameter(index) => self.facts.parameters.get(index).cloned(),
            Source::Choice(index) => self.facts.choices.get(index).cloned(),
            Source::Step(index) => self.values.get(index).cloned().flatten(),
            Source::Column(Axis::Table(table), column) => self
                .facts
                .tables
                .get(table)
                .and_then(|table| table.columns.get(column))
                .cloned()
                .map(Value::Many),
            Source::Column(Axis::Roster(roster), column) => {
                match self.facts.rosters.get(roster).and_then(|roster| roster.columns.get(column)) {
                    Some(RosterColumn::Plain(rows)) => Some(Value::Many(Rc::clone(rows))),
                    _ => None,
                }
            }
            Source::Belongs(Axis::Table(table)) => {
                self.facts.tables.get(table).and_then(|table| table.of.clone()).map(Value::Many)
            }
            Source::Belongs(Axis::Roster(roster)) => {
                self.facts.rosters.get(roster).and_then(|roster| roster.of.clone()).map(Value::Many)
            }
            Source::Per(..) => None,
        };
        match value {
            Some(value) => value,
            None => Value::One(Err(self.fault(Code::NoRows))),
        }
    }

    /// The value of the picked table row.
    pub(super) fn picked(&mut self, source: Source, frame: &Frame<'_>) -> Value {
        match frame.pick {
            Some((_, row)) => self.at_table_row(source, row),
            None => Value::One(Err(self.fault(Code::NoRows))),
        }
    }

    /// The value of a named row of a fixed table.
    pub(super) fn fixed(&mut self, source: Source, id: &str) -> Value {
        let table = match source {
            Source::Column(Axis::Table(table), _) => Some(table),
            Source::Per(..) | Source::Input(_) | Source::Parameter(_) | Source::Step(_) => {
                self.table_of(source)
            }
            _ => None,
        };
        let row =
            table.and_then(|table| self.facts.tables.get(table)?.ids.iter().position(|known| known == id));
        match row {
            Some(row) => self.at_table_row(source, row),
            None => Value::One(Err(self.no_such_row(Axis::Table(table.unwrap_or(usize::MAX)), id))),
        }
    }

    /// The value that a source has for a table row: of a `per` column, a value for each row of the roster.
    fn at_table_row(&mut self, source: Source, row: usize) -> Value {
        if let Source::Per(roster, column) = source {
            let column = self.facts.rosters.get(roster).and_then(|roster| roster.columns.get(column));
            if let Some(RosterColumn::Per(columns)) = column
                && let Some(rows) = columns.get(row)
            {
                return Value::Many(Rc::clone(rows));
            }
            return Value::One(Err(self.fault(Code::NoRows)));
        }
        let item = match self.stored(source) {
            Value::One(item) => Some(item),
            Value::Many(rows) => u32::try_from(row).ok().and_then(|row| rows.at(row)),
        };
        Value::One(item.unwrap_or_else(|| Err(self.fault(Code::NoRows))))
    }

    /// The table whose rows a value has.
    fn table_of(&self, source: Source) -> Option<usize> {
        let document = &self.scheme.document;
        let name = match source {
            Source::Input(index) => document.inputs.get(index)?.per.as_ref(),
            Source::Parameter(index) => document.parameters.get(index)?.per.as_ref(),
            Source::Per(roster, column) => document.rosters.get(roster)?.columns.get(column)?.per.as_ref(),
            Source::Step(index) => document.steps.get(index)?.each.as_ref(),
            _ => None,
        }?;
        document.tables.iter().position(|table| table.id.text == name.text)
    }

    /// The row that a formula names; the hospital may have removed it.
    pub(super) fn row(&mut self, axis: Axis, id: &str) -> Value {
        match self.position(axis, id) {
            Some(row) => Value::One(Ok(Item::Code(row))),
            None => Value::One(Err(self.no_such_row(axis, id))),
        }
    }

    /// The position of a row by id or name, when there is such a row.
    pub(super) fn position(&self, axis: Axis, id: &str) -> Option<u32> {
        let ids = match axis {
            Axis::Table(table) => &self.facts.tables.get(table)?.ids,
            Axis::Roster(roster) => &self.facts.rosters.get(roster)?.names,
        };
        u32::try_from(ids.iter().position(|known| known == id)?).ok()
    }

    fn no_such_row(&mut self, axis: Axis, id: &str) -> Fault {
        let document = &self.scheme.document;
        let (name, nearest) = (id.to_owned(), None);
        let code = match axis {
            Axis::Table(table) => {
                let of = document.tables.get(table).map(|table| table.id.text.clone()).unwrap_or_default();
                Code::UnknownRow { row: name, of, nearest, among: Vec::new() }
            }
            Axis::Roster(roster) => {
                let roster = document.rosters.get(roster).map(|roster| roster.texts.title.clone());
                Code::UnknownRowReference { name, roster: roster.unwrap_or_default(), nearest }
            }
        };
        self.fault(code)
    }

    /// The value of the row that a link leads to.
    pub(super) fn followed(&mut self, link: &Term, axis: Axis, of: &Term, frame: &Frame<'_>) -> Value {
        let link = self.value(link, frame);
        let of = self.value(of, &Frame::of(Some(axis)));
        let Value::Many(target) = of else { return of };
        match link {
            Value::One(Err(fault)) => Value::One(Err(fault)),
            Value::One(Ok(Item::Code(row))) => {
                let item = target.at(row).unwrap_or_else(|| Err(self.fault(Code::NoRows)));
                Value::One(item)
            }
            Value::One(Ok(_)) => Value::One(Err(self.fault(Code::NoRows))),
            Value::Many(links) => self.gathered(&links, &target),
        }
    }

    /// The row that each row of an axis belongs to; a row whose link may stay empty, and does, belongs to none.
    pub(super) fn links(&mut self, link: &Term, axis: Axis) -> Rc<Rows> {
        let value = self.value(link, &Frame::of(Some(axis)));
        let links = self.rows(&value, self.length(axis));
        if links.faults.is_empty() || !self.may_stay_empty(link) {
            return links;
        }
        let (empty, faults): (Vec<_>, Vec<_>) =
            links.faults.iter().partition(|(_, fault)| self.is_missing(*fault));
        let mut codes = match &links.data {
            Data::Codes(codes) => codes.clone(),
            other => vec![0; other.len()],
        };
        for (row, _) in empty {
            if let Some(code) = usize::try_from(row).ok().and_then(|row| codes.get_mut(row)) {
                *code = NOBODY;
            }
        }
        Rc::new(Rows { data: Data::Codes(codes), faults })
    }

    /// Why it is not known of some row whose it is: it may be anybody's.
    pub(super) fn lost(&self, link: &Term, links: &Rows) -> Option<Fault> {
        let optional = self.may_stay_empty(link);
        let faults = links.faults.iter().map(|(_, fault)| *fault);
        faults.into_iter().find(|fault| !(optional && self.is_missing(*fault)))
    }

    /// Whether a link is an optional column.
    fn may_stay_empty(&self, link: &Term) -> bool {
        let TermKind::Own(Source::Column(axis, column)) = link.kind else { return false };
        let document = &self.scheme.document;
        let columns = match axis {
            Axis::Table(table) => document.tables.get(table).map(|table| &table.columns),
            Axis::Roster(roster) => document.rosters.get(roster).map(|roster| &roster.columns),
        };
        columns.and_then(|columns| columns.get(column)).is_some_and(|column| column.optional)
    }

    /// Inside an aggregate: a value of the row that each row belongs to.
    pub(super) fn outer(&mut self, of: &Term, frame: &Frame<'_>) -> Value {
        let Some((around, groups)) = &frame.outer else { return Value::One(Err(self.fault(Code::NoRows))) };
        match self.value(of, around) {
            Value::Many(target) => self.gathered(&groups.clone(), &target),
            one => one,
        }
    }

    /// For each link the value it leads to; a link with a fault, or to nowhere, has the fault.
    fn gathered(&mut self, links: &Rows, target: &Rows) -> Value {
        let stand_in;
        let codes = match &links.data {
            Data::Codes(codes) => codes,
            // A link that failed in every row has no codes; what failed is what is to be told.
            other if links.faults.len() == other.len() => {
                stand_in = vec![0; other.len()];
                &stand_in
            }
            _ => return Value::One(Err(self.fault(Code::NoRows))),
        };
        let length = u32::try_from(target.len()).unwrap_or(u32::MAX);
        let mut faults: Vec<(u32, Fault)> = links.faults.clone();
        if codes.iter().any(|code| *code >= length) {
            let fault = self.fault(Code::NoRows);
            let lost: Vec<(u32, Fault)> = (0_u32..)
                .zip(codes)
                .filter(|(_, code)| **code >= length)
                .map(|(row, _)| (row, fault))
                .collect();
            faults = merged(&faults, &lost);
        }
        if target.is_empty() {
            // Every row is at fault; any column of the right length stands in.
            return Value::Many(Rc::new(Rows { data: Data::Codes(vec![0; codes.len()]), faults }));
        }
        let safe: Vec<u32> = codes.iter().map(|&code| if code < length { code } else { 0 }).collect();
        if !target.faults.is_empty() {
            let theirs: Vec<(u32, Fault)> =
                (0_u32..).zip(&safe).filter_map(|(row, &code)| Some((row, target.fault(code)?))).collect();
            faults = merged(&faults, &theirs);
        }
        match target.data.gather(&safe) {
            Some(data) => Value::Many(Rc::new(Rows { data, faults })),
            None => Value::One(Err(self.fault(Code::NoRows))),
        }
    }

    /// A value as rows of this length.
    pub(crate) fn rows(&mut self, value: &Value, length: usize) -> Rc<Rows> {
        match value {
            Value::Many(rows) => Rc::clone(rows),
            Value::One(Ok(item)) => Rc::new(Rows { data: Data::constant(item, length), faults: Vec::new() }),
            Value::One(Err(fault)) => {
                let faults = (0_u32..).take(length).map(|row| (row, *fault)).collect();
                let zero = Item::Number(crate::exact::Exact::from(0));
                Rc::new(Rows { data: Data::constant(&zero, length), faults })
            }
        }
    }
}
