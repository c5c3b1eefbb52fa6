//! Sensitivity: what a tenth more and a tenth less of every value does to a measure.

use super::cell::{Cell, End};
use super::draft::{Draft, Trial};
use super::measure::Measure;
use super::reach::{Reach, Reaches};
use crate::evaluate::outcome::Outcome;
use crate::evaluate::value::{Data, Item, Value};
use crate::exact::{Comparison, Exact, Rounding};
use crate::scheme::document::Entry;

/// What a tenth of one value does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sensitive {
    /// The cell.
    pub cell: Cell,
    /// Its path.
    pub path: String,
    /// Its value, in its unit.
    pub value: Exact,
    /// The step: a tenth of the value, so that the effects of different values can be compared; at the decimals that
    /// the value may have, and of zero one of its last decimal.
    pub step: Exact,
    /// One step down; none where that value is refused.
    pub down: Option<Stepped>,
    /// One step up.
    pub up: Option<Stepped>,
}

/// What comes of a value that was changed by a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stepped {
    /// The value, in its unit.
    pub value: Exact,
    /// The measure, in base units; none where it cannot be computed.
    pub figure: Option<Exact>,
    /// How many figures of the step are others.
    pub changed: u32,
}

/// The cells that a measure depends on and that hold numbers, in the order of the scheme. Where a tier ends and the next
/// begins is one of them.
#[must_use]
pub fn sensitive_cells(draft: Draft<'_>, measure: &Measure) -> Vec<Cell> {
    let (document, facts) = (&draft.scheme.document, draft.opened.facts());
    let reach = Reach::of(draft.scheme, measure.step);
    let mut cells = Cell::all(document, facts);
    cells.retain(|cell| {
        reach.reads(*cell)
            && matches!(cell.item(facts), Some(Item::Number(_)))
            && !matches!(cell, Cell::Bound { end: End::To | End::Below, .. } if cell.next(facts).is_some())
    });
    cells
}

/// What a tenth of each of some cells does to a measure.
#[must_use]
pub fn sensitivity(draft: Draft<'_>, measure: &Measure, cells: &[Cell]) -> Vec<Sensitive> {
    let (document, facts) = (&draft.scheme.document, draft.opened.facts());
    let (mut trial, reaches) = (Trial::of(draft), Reaches::of(draft.scheme));
    let sensitive = cells.iter().filter_map(|cell| {
        let (Some(Item::Number(number)), Some(unit)) = (cell.item(facts), cell.unit(document)) else {
            return None;
        };
        let value = number.divided_by(unit.factor()).ok()?;
        let step = tenth(&value, cell.entry(document))?;
        let path = cell.path(document, facts)?;
        let mut paths = vec![path.clone()];
        let joined = cell.joined(facts);
        paths.extend(joined.and_then(|cell| cell.path(document, facts)));
        let cells: Vec<Cell> = std::iter::once(*cell).chain(joined).collect();
        let steps = reaches.between(&cells, measure.step);
        let mut stepped = |value: Option<Exact>| {
            let value = value?;
            let text = value.to_string();
            trial.set_all(&paths, &text);
            if trial.is_refused() {
                return None;
            }
            let outcome = trial.again(&steps).outcome;
            let changed = changed(&outcome, draft.outcome, measure.step);
            Some(Stepped { value, figure: measure.value(&outcome), changed })
        };
        let (down, up) = (stepped(value.minus(&step)), stepped(value.plus(&step)));
        trial.set_all(&paths, &value.to_string());
        Some(Sensitive { cell: *cell, path, value, step, down, up })
    });
    sensitive.collect()
}

/// A tenth of a value without its sign, at the decimals that are declared and at least one of the last; of zero 1, or
/// one of the last of them.
fn tenth(value: &Exact, entry: Option<&Entry>) -> Option<Exact> {
    let declared = entry.and_then(|entry| if entry.whole { Some(0) } else { entry.places });
    let places = i32::try_from(declared.unwrap_or(0)).ok()?;
    let last = Exact::power_of_ten(places.checked_neg()?)?;
    if value.is_zero() {
        return Some(last);
    }
    let tenth = value.divided_by(&Exact::from(10)).ok()?.absolute();
    match declared {
        Some(_) => Some(tenth.rounded(places, Rounding::HalfAwayFromZero)?.max(last)),
        None => Some(tenth),
    }
}

/// How many figures of a step are others.
fn changed(one: &Outcome, two: &Outcome, step: usize) -> u32 {
    let [one, two] = [one, two].map(|outcome| outcome.steps.get(step).map(|step| &step.value));
    let (Some(one), Some(two)) = (one, two) else { return 0 };
    let count = match (one, two) {
        (Value::Many(one), Value::Many(two)) => match (&one.data, &two.data) {
            (Data::Numbers(left), Data::Numbers(right)) if one.faults.is_empty() && two.faults.is_empty() => {
                left.compare(Comparison::NotEqual, right).into_iter().filter(|differs| *differs).count()
            }
            _ => (0_u32..).take(one.len()).filter(|row| one.at(*row) != two.at(*row)).count(),
        },
        (one, two) => usize::from(one != two),
    };
    u32::try_from(count).unwrap_or(u32::MAX)
}
