//! Lists brought to one value: over the rows of an axis, over picked table rows, or both.

use std::rc::Rc;

use super::{Frame, Run};
use crate::evaluate::run::arithmetic::{Numbers, column};
use crate::evaluate::run::logic::{at, truths};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::{Column, Exact};
use crate::problem::Code;
use crate::scheme::term::{Aggregate, Axis, Fold, Operator, Term, TermKind};

/// One list of values, and which of them count.
struct Listed {
    value: Value,
    filter: Option<Value>,
}

/// An item of a list, and whether it counts.
type Counted = (Result<Item, Fault>, Result<bool, Fault>);

impl Run<'_> {
    /// The value of an aggregate: one, or one for each row of the frame when its rows belong to them.
    pub(super) fn aggregate(&mut self, aggregate: &Aggregate, frame: &Frame<'_>) -> Value {
        let links = match (&aggregate.group, aggregate.rows) {
            (Some(group), Some(axis)) => Some(self.links(group, axis)),
            _ => None,
        };
        let inner = match aggregate.rows {
            Some(axis) => {
                let outer = links.as_ref().map(|links| (frame, Rc::clone(links)));
                Frame { axis: Some(axis), pick: None, outer }
            }
            None => frame.clone(),
        };
        let lists = match aggregate.pick {
            Some(table) => {
                if let (None, Fold::Sum, TermKind::Arithmetic(Operator::Times, left, right)) =
                    (&aggregate.filter, aggregate.fold, &aggregate.of.kind)
                    && let Some(value) = self.linear(table, left, right, &inner)
                {
                    vec![Listed { value, filter: None }]
                } else {
                    (0..self.length(Axis::Table(table)))
                        .map(|row| self.listed(aggregate, &inner.picking(table, row)))
                        .collect()
                }
            }
            None => vec![self.listed(aggregate, &inner)],
        };
        let length = inner.axis.map(|axis| self.length(axis));
        match (aggregate.rows, length) {
            (Some(_), Some(length)) => {
                let groups = links.map(|links| (links, frame.axis.map_or(1, |axis| self.length(axis))));
                self.over_rows(aggregate, lists, length, groups)
            }
            _ => self.over_lists(aggregate.fold, lists, length),
        }
    }

    fn listed(&mut self, aggregate: &Aggregate, frame: &Frame<'_>) -> Listed {
        let filter = aggregate.filter.as_ref().map(|filter| self.value(filter, frame));
        Listed { value: self.value(&aggregate.of, frame), filter }
    }

    /// The sum over a table of a product in which, for every table row, one side is a column and the other a number:
    /// in one pass over the rows. None when it is not of that form.
    fn linear(&mut self, table: usize, left: &Term, right: &Term, frame: &Frame<'_>) -> Option<Value> {
        let mut terms: Vec<(Rc<Rows>, Exact)> = Vec::new();
        for row in 0..self.length(Axis::Table(table)) {
            let frame = frame.picking(table, row);
            let (left, right) = (self.value(left, &frame), self.value(right, &frame));
            match (Numbers::of(&left), Numbers::of(&right)) {
                (Numbers::Many(rows), Numbers::One(number)) | (Numbers::One(number), Numbers::Many(rows))
                    if rows.faults.is_empty() =>
                {
                    terms.push((rows, number));
                }
                _ => return None,
            }
        }
        let columns: Option<Vec<(&Column, &Exact)>> = terms
            .iter()
            .map(|(rows, number)| match &rows.data {
                Data::Numbers(column) => Some((column, number)),
                _ => None,
            })
            .collect();
        let columns = columns.filter(|columns| !columns.is_empty())?;
        let result = Column::linear(&columns);
        Some(self.numbers(result, Vec::new()))
    }

    /// Without rows of its own: the lists of the picked table rows are brought together, row by row of the frame.
    fn over_lists(&mut self, fold: Fold, lists: Vec<Listed>, length: Option<usize>) -> Value {
        let has_rows = |value: &Value| matches!(value, Value::Many(_));
        let many =
            lists.iter().any(|list| has_rows(&list.value) || list.filter.as_ref().is_some_and(has_rows));
        match (many, length) {
            (false, _) | (true, None) => {
                let items = lists
                    .iter()
                    .filter_map(|list| Some((list.value.at(0)?, filtered(list.filter.as_ref(), 0))));
                let item = self.folded(fold, items.collect());
                Value::One(item)
            }
            (true, Some(length)) => {
                if fold == Fold::Sum && lists.iter().all(|list| list.filter.is_none()) {
                    let zero = Value::number(Exact::from(0));
                    return lists
                        .iter()
                        .fold(zero, |sum, list| self.arithmetic(Operator::Plus, &sum, &list.value));
                }
                let items: Vec<Result<Item, Fault>> = (0_u32..)
                    .take(length)
                    .map(|row| {
                        let of_row =
                            |list: &Listed| Some((list.value.at(row)?, filtered(list.filter.as_ref(), row)));
                        self.folded(fold, lists.iter().filter_map(of_row).collect())
                    })
                    .collect();
                Value::Many(Rc::new(gathered(items)))
            }
        }
    }

    /// Over the rows of an axis: all of them to one value, or to one for each group.
    fn over_rows(
        &mut self,
        aggregate: &Aggregate,
        lists: Vec<Listed>,
        length: usize,
        groups: Option<(Rc<Rows>, usize)>,
    ) -> Value {
        let fold = aggregate.fold;
        if fold == Fold::Sum
            && let [Listed { value, filter: None }] = lists.as_slice()
            && let Some(sum) = self.sum(value, length, groups.as_ref())
        {
            return sum;
        }
        let count = groups.as_ref().map_or(1, |(_, count)| *count);
        let mut items: Vec<Vec<Counted>> = vec![Vec::new(); count];
        let asks_around = aggregate.filter.as_ref().is_some_and(asks_around);
        let mut lost: Option<Fault> = None;
        for row in (0_u32..).take(length) {
            let mut counted = lists
                .iter()
                .filter_map(|list| Some((list.value.at(row)?, filtered(list.filter.as_ref(), row))));
            let group = match &groups {
                None => 0,
                Some((links, _)) => match links.at(row) {
                    Some(Ok(Item::Code(code))) => usize::try_from(code).unwrap_or(usize::MAX),
                    Some(Err(fault)) => {
                        // It may be anybody's row, so that nobody's list is known without it; unless a condition
                        // on the row alone leaves it out.
                        if lost.is_none() && (asks_around || counted.any(|(_, filter)| filter != Ok(false))) {
                            lost = Some(fault);
                        }
                        continue;
                    }
                    _ => continue,
                },
            };
            if let Some(items) = items.get_mut(group) {
                items.extend(counted);
            }
        }
        let mut folded: Vec<Result<Item, Fault>> = items
            .into_iter()
            .map(|mut items| {
                items.extend(lost.map(|fault| (Err(fault), Ok(true))));
                self.folded(fold, items)
            })
            .collect();
        match groups {
            Some(_) => Value::Many(Rc::new(gathered(folded))),
            None => Value::One(folded.pop().unwrap_or(Ok(Item::Number(Exact::from(0))))),
        }
    }

    /// A sum without a filter and without faults, in one pass; none when there is something to look at row by row.
    fn sum(&mut self, value: &Value, length: usize, groups: Option<&(Rc<Rows>, usize)>) -> Option<Value> {
        let rows = match value {
            Value::Many(rows) if rows.faults.is_empty() => Rc::clone(rows),
            Value::Many(_) => return None,
            one => self.rows(one, length),
        };
        if !rows.faults.is_empty() {
            return None;
        }
        match groups {
            None => {
                let sum = column(&rows).sum();
                Some(self.held(sum))
            }
            Some((links, count)) => {
                let Data::Codes(codes) = &links.data else { return None };
                let outside =
                    codes.iter().any(|&code| usize::try_from(code).map_or(true, |code| code >= *count));
                if outside || !links.faults.is_empty() {
                    return None;
                }
                let result = column(&rows).sum_by(codes, *count);
                Some(self.numbers(result, Vec::new()))
            }
        }
    }

    /// One value from a list of items and of whether each counts.
    fn folded(&mut self, fold: Fold, items: Vec<Counted>) -> Result<Item, Fault> {
        match fold {
            Fold::Any => return settled(items, true),
            Fold::All => return settled(items, false),
            _ => {}
        }
        let mut counted = Vec::with_capacity(items.len());
        let mut faults = Vec::new();
        for (item, filter) in items {
            match (filter, item) {
                (Ok(false), _) => {}
                (Ok(true), Ok(item)) => counted.push(item),
                (Err(fault), _) | (Ok(true), Err(fault)) => faults.push(fault),
            }
        }
        if let Some(fault) = self.joined_all(faults.into_iter()) {
            return Err(fault);
        }
        if fold == Fold::LongestRun {
            let mut run = 0_i64;
            let mut longest = 0;
            for item in &counted {
                run = if *item == Item::Truth(true) { run.saturating_add(1) } else { 0 };
                longest = longest.max(run);
            }
            return Ok(Item::Number(Exact::from(longest)));
        }
        let numbers: Vec<Exact> = counted
            .into_iter()
            .map(|item| match item {
                Item::Number(number) => number,
                _ => Exact::from(0),
            })
            .collect();
        let count = Exact::from(i64::try_from(numbers.len()).unwrap_or(i64::MAX));
        let column = Column::from_exacts(numbers);
        let number = match fold {
            Fold::Max => column.largest(),
            Fold::Min => column.smallest(),
            Fold::Mean => column.sum().and_then(|sum| sum.divided_by(&count).ok()),
            _ => column.sum(),
        };
        let of_none = column.is_empty() && matches!(fold, Fold::Max | Fold::Min | Fold::Mean);
        let code = if of_none { Code::NoRows } else { Code::TooLarge };
        number.map(Item::Number).ok_or_else(|| self.fault(code))
    }
}

/// Whether a condition in a list asks for something of the row around.
fn asks_around(filter: &Term) -> bool {
    let mut asks = false;
    filter.walk(&mut |term| asks |= matches!(term.kind, TermKind::Outer(_)));
    asks
}

/// `any` (settled by yes) and `all` (settled by no): an item that settles it needs no other.
fn settled(items: Vec<Counted>, by: bool) -> Result<Item, Fault> {
    let mut fault = None;
    for (item, filter) in items {
        match (item.map(|item| item == Item::Truth(true)), filter) {
            (_, Ok(false)) => {}
            (Ok(truth), _) if truth != by => {}
            (Ok(_), Ok(true)) => return Ok(Item::Truth(by)),
            (Err(found), _) | (_, Err(found)) => fault = fault.or(Some(found)),
        }
    }
    fault.map_or(Ok(Item::Truth(!by)), Err)
}

/// Whether a row counts.
fn filtered(filter: Option<&Value>, row: u32) -> Result<bool, Fault> {
    match filter {
        None => Ok(true),
        Some(Value::One(Err(fault))) => Err(*fault),
        Some(Value::One(Ok(item))) => Ok(*item == Item::Truth(true)),
        Some(Value::Many(rows)) => match rows.fault(row) {
            Some(fault) => Err(fault),
            None => match &rows.data {
                Data::Truths(values) => Ok(at(values, row)),
                _ => Ok(at(&truths(rows), row)),
            },
        },
    }
}

/// Rows from items, each with its value or its fault.
fn gathered(items: Vec<Result<Item, Fault>>) -> Rows {
    let faults = (0_u32..)
        .zip(&items)
        .filter_map(|(row, item)| item.as_ref().err().map(|fault| (row, *fault)))
        .collect();
    let truths = items.iter().any(|item| matches!(item, Ok(Item::Truth(_))));
    let data = if truths {
        Data::Truths(items.into_iter().map(|item| matches!(item, Ok(Item::Truth(true)))).collect())
    } else {
        let number = |item| match item {
            Ok(Item::Number(number)) => number,
            _ => Exact::from(0),
        };
        Data::Numbers(Column::from_exacts(items.into_iter().map(number).collect()))
    };
    Rows { data, faults }
}
