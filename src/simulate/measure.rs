//! The number that a question is about: a figure, the sum over a group, or a total.

use super::compared::names;
use super::grouped::Grouping;
use super::pairing::Pairing;
use crate::evaluate::facts::Evaluated;
use crate::evaluate::outcome::Outcome;
use crate::evaluate::value::{Data, Item, Value};
use crate::exact::Exact;
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;
use crate::unit::Unit;

/// One number of an outcome: a figure, a sum over some rows, or over all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// The step.
    pub step: usize,
    /// The rows that count; none: all of them, or the single value of a step of the whole scheme.
    pub rows: Option<Vec<u32>>,
    /// The step's unit.
    pub unit: Unit,
}

impl Measure {
    /// The measure that a text names in a variant: `pay` the sum over all rows (or the value of a step of the whole
    /// scheme), `pay[3]` the figure of a row, `pay[title=junior]` the sum over the rows of a group.
    ///
    /// None when the variant has no such step, row or group, or its figures are no numbers.
    #[must_use]
    pub fn parse(variant: Evaluated<'_>, text: &str) -> Option<Self> {
        let (id, of) = match text.split_once('[') {
            Some((id, rest)) => (id, Some(rest.strip_suffix(']')?)),
            None => (text, None),
        };
        let steps = &variant.scheme.document.steps;
        let step = steps.iter().position(|step| step.id.text == id)?;
        let Kind::Quantity(unit) = &steps.get(step)?.kind else { return None };
        let axis = variant.scheme.steps.get(step)?.each;
        let count = match &variant.outcome.steps.get(step)?.value {
            Value::Many(rows) => rows.len(),
            Value::One(_) => 1,
        };
        let all = || (0_u32..).take(count);
        let rows = match of.map(|of| of.split_once('=').ok_or(of)) {
            None => None,
            Some(Err(row)) => Some(vec![row.parse().ok().filter(|row| all().any(|known| known == *row))?]),
            Some(Ok((column, id))) => {
                let grouping = Grouping::of(variant, axis?, column)?;
                let code = coded(variant, &grouping.kind, id)?;
                Some(all().filter(|row| grouping.code(*row) == Some(code)).collect())
            }
        };
        Some(Self { step, rows, unit: unit.clone() })
    }

    /// The same measure in another variant: the step of the same id, and the rows that stand beside these.
    #[must_use]
    pub fn counterpart(&self, before: Evaluated<'_>, after: Evaluated<'_>) -> Option<Self> {
        let declared = before.scheme.document.steps.get(self.step)?;
        let steps = &after.scheme.document.steps;
        let step = steps.iter().position(|step| step.id.text == declared.id.text)?;
        let Kind::Quantity(unit) = &steps.get(step)?.kind else { return None };
        if !unit.fits(&self.unit) {
            return None;
        }
        let rows = match &self.rows {
            None => None,
            Some(rows) => {
                let [here, there] = [(before, self.step), (after, step)]
                    .map(|(side, step)| side.scheme.steps.get(step)?.each);
                let pairing = Pairing::of(names(before.facts, here?), names(after.facts, there?), "");
                let other = |row: &u32| pairing.pairs.get(usize::try_from(*row).ok()?)?.after;
                Some(rows.iter().map(other).collect::<Option<Vec<u32>>>()?)
            }
        };
        Some(Self { step, rows, unit: unit.clone() })
    }

    /// Its value in base units; none where a figure that counts is not known.
    #[must_use]
    pub fn value(&self, outcome: &Outcome) -> Option<Exact> {
        match (&outcome.steps.get(self.step)?.value, &self.rows) {
            (Value::Many(rows), Some(some)) => {
                let mut sum = Exact::ZERO;
                for row in some {
                    let Ok(Item::Number(number)) = rows.at(*row)? else { return None };
                    sum = sum.plus(&number)?;
                }
                Some(sum)
            }
            (value, _) => whole(value),
        }
    }
}

/// A number, or the sum over all rows; none where one of them is not known.
pub(super) fn whole(value: &Value) -> Option<Exact> {
    match value {
        Value::One(Ok(Item::Number(number))) => Some(number.clone()),
        Value::One(_) => None,
        Value::Many(rows) => match &rows.data {
            Data::Numbers(column) if rows.faults.is_empty() => column.sum(),
            _ => None,
        },
    }
}

/// The position of an option or row by its id; of a truth 1 for `true`.
fn coded(variant: Evaluated<'_>, kind: &Kind, id: &str) -> Option<u32> {
    let position = match kind {
        Kind::Truth => return Some(u32::from(id == "true")),
        Kind::Options(options) => options.iter().position(|option| option.id.text == id),
        Kind::OneOf(of) => {
            let document = &variant.scheme.document;
            let table = document.tables.iter().position(|table| table.id.text == of.text).map(Axis::Table);
            let roster =
                || document.rosters.iter().position(|roster| roster.id.text == of.text).map(Axis::Roster);
            names(variant.facts, table.or_else(roster)?).iter().position(|name| name == id)
        }
        _ => None,
    };
    u32::try_from(position?).ok()
}
