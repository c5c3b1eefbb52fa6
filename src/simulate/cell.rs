//! Cells of rules: the values that a hospital may change, each with its path, its value and what is typed for it.

use crate::evaluate::facts::{Bounds, Facts};
use crate::evaluate::value::{Item, Value};
use crate::exact::Exact;
use crate::scheme::document::{Document, Entry, Kind, TableKind};
use crate::scheme::term::{Axis, Source};
use crate::unit::Unit;

/// A value that one cell of the rules holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// An input, a parameter, a choice, or the column of a table; with `row` the row of the table, also of one that
    /// an input or parameter has a value for each row of.
    Value {
        /// What it is of.
        source: Source,
        /// The row of the table.
        row: Option<u32>,
    },
    /// A bound of a tier or band.
    Bound {
        /// The table.
        table: usize,
        /// Its row.
        row: u32,
        /// Which bound.
        end: End,
    },
}

/// A bound of a tier or band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Lower bound.
    From,
    /// Upper bound, included.
    To,
    /// Upper bound, excluded.
    Below,
}

impl End {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::From, Self::To, Self::Below];

    /// The key that it has in a scheme and in facts.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To => "to",
            Self::Below => "below",
        }
    }

    fn of(self, bounds: &Bounds) -> Option<&Exact> {
        match self {
            Self::From => bounds.from.as_ref(),
            Self::To => bounds.to.as_ref(),
            Self::Below => bounds.below.as_ref(),
        }
    }
}

impl Cell {
    /// All cells of the rules, in the order of the scheme: inputs, parameters, choices, tables.
    #[must_use]
    pub fn all(document: &Document, facts: &Facts) -> Vec<Self> {
        let mut cells = Vec::new();
        let value = |source: Source, row: Option<u32>| Self::Value { source, row };
        let mut entered = |source: Source, held: Option<&Value>| match held {
            Some(Value::Many(rows)) => {
                cells.extend((0_u32..).take(rows.len()).map(|row| value(source, Some(row))));
            }
            _ => cells.push(value(source, None)),
        };
        (0..document.inputs.len()).for_each(|at| entered(Source::Input(at), facts.inputs.get(at)));
        (0..document.parameters.len())
            .for_each(|at| entered(Source::Parameter(at), facts.parameters.get(at)));
        (0..document.choices.len()).for_each(|at| entered(Source::Choice(at), None));
        for (at, (table, held)) in document.tables.iter().zip(&facts.tables).enumerate() {
            for row in (0_u32..).take(held.ids.len()) {
                let columns = 0..table.columns.len();
                let column = |column| value(Source::Column(Axis::Table(at), column), Some(row));
                cells.extend(columns.map(column));
                if !matches!(table.kind, TableKind::Plain) {
                    cells.extend(End::ALL.map(|end| Self::Bound { table: at, row, end }));
                }
            }
        }
        cells
    }

    /// What may stand in it; a choice and a bound have no entry.
    #[must_use]
    pub fn entry(self, document: &Document) -> Option<&Entry> {
        let Self::Value { source, .. } = self else { return None };
        match source {
            Source::Input(at) => document.inputs.get(at),
            Source::Parameter(at) => document.parameters.get(at),
            Source::Column(Axis::Table(table), column) => document.tables.get(table)?.columns.get(column),
            _ => None,
        }
    }

    /// What kind of value it holds.
    #[must_use]
    pub fn kind(self, document: &Document) -> Option<Kind> {
        match self {
            Self::Value { source: Source::Choice(at), .. } => {
                Some(Kind::Options(document.choices.get(at)?.options.clone()))
            }
            Self::Value { .. } => Some(self.entry(document)?.kind.clone()),
            Self::Bound { table, .. } => match &document.tables.get(table)?.kind {
                TableKind::Tiers { by, .. } | TableKind::Bands { by } => Some(Kind::Quantity(by.clone())),
                TableKind::Plain => None,
            },
        }
    }

    /// The unit of a cell that holds a number.
    #[must_use]
    pub fn unit(self, document: &Document) -> Option<Unit> {
        match self.kind(document)? {
            Kind::Quantity(unit) => Some(unit),
            _ => None,
        }
    }

    /// Its value; none when there is none, or a wrong one.
    #[must_use]
    pub fn item(self, facts: &Facts) -> Option<Item> {
        match self {
            Self::Value { source, row } => match source {
                Source::Input(at) => facts.inputs.get(at)?.at(row.unwrap_or(0))?.ok(),
                Source::Parameter(at) => facts.parameters.get(at)?.at(row.unwrap_or(0))?.ok(),
                Source::Choice(at) => facts.choices.get(at)?.at(0)?.ok(),
                Source::Column(Axis::Table(table), column) => {
                    facts.tables.get(table)?.columns.get(column)?.at(row?)?.ok()
                }
                _ => None,
            },
            Self::Bound { table, row, end } => {
                let bounds = facts.tables.get(table)?.bounds.get(usize::try_from(row).ok()?)?;
                Some(Item::Number(end.of(bounds)?.clone()))
            }
        }
    }

    /// The path that it is typed at, such as `tables.shift.night.value`.
    #[must_use]
    pub fn path(self, document: &Document, facts: &Facts) -> Option<String> {
        let row_id = |table: usize, row: u32| {
            facts.tables.get(table)?.ids.get(usize::try_from(row).ok()?).map(String::as_str)
        };
        match self {
            Self::Value { source: Source::Choice(at), .. } => {
                Some(format!("choices.{}", document.choices.get(at)?.id.text))
            }
            Self::Value { source: Source::Column(Axis::Table(table), _), row } => {
                let (declared, entry) = (document.tables.get(table)?, self.entry(document)?);
                Some(format!("tables.{}.{}.{}", declared.id.text, row_id(table, row?)?, entry.id.text))
            }
            Self::Value { source, row } => {
                let entry = self.entry(document)?;
                let section = if matches!(source, Source::Input(_)) { "inputs" } else { "parameters" };
                let Some(row) = row else { return Some(format!("{section}.{}", entry.id.text)) };
                let per = entry.per.as_ref()?;
                let table = document.tables.iter().position(|table| table.id.text == per.text)?;
                Some(format!("{section}.{}.{}", entry.id.text, row_id(table, row)?))
            }
            Self::Bound { table, row, end } => {
                let id = &document.tables.get(table)?.id.text;
                Some(format!("tables.{id}.{}.{}", row_id(table, row)?, end.key()))
            }
        }
    }

    /// The lower bound of the row behind, when an upper bound is the same number.
    pub(super) fn next(self, facts: &Facts) -> Option<Self> {
        let Self::Bound { table, row, .. } = self else { return None };
        let next = Self::Bound { table, row: row.checked_add(1)?, end: End::From };
        (next.item(facts)? == self.item(facts)?).then_some(next)
    }

    /// The upper bound of the row before, when a lower bound is the same number: both change together, or the table
    /// would have a hole.
    pub(super) fn joined(self, facts: &Facts) -> Option<Self> {
        let Self::Bound { table, row, end: End::From } = self else { return None };
        let row = row.checked_sub(1)?;
        let ends = [End::To, End::Below].map(|end| Self::Bound { table, row, end });
        ends.into_iter().find(|end| end.item(facts).is_some() && end.item(facts) == self.item(facts))
    }

    /// The cell of a path.
    #[must_use]
    pub fn at(document: &Document, facts: &Facts, path: &str) -> Option<Self> {
        Self::all(document, facts)
            .into_iter()
            .find(|cell| cell.path(document, facts).as_deref() == Some(path))
    }
}

/// What is typed for a value: exact text in the unit of its kind, or an id.
pub(super) fn typed(document: &Document, facts: &Facts, kind: &Kind, item: &Item) -> Option<String> {
    match (item, kind) {
        (Item::Number(number), Kind::Quantity(unit)) => {
            Some(number.divided_by(unit.factor()).ok()?.to_string())
        }
        (Item::Truth(truth), _) => Some(truth.to_string()),
        (Item::Date(date), _) => Some(date.to_string()),
        (Item::Code(code), Kind::Options(options)) => {
            Some(options.get(usize::try_from(*code).ok()?)?.id.text.clone())
        }
        (Item::Code(code), Kind::OneOf(of)) => {
            let names = match document.tables.iter().position(|table| table.id.text == of.text) {
                Some(table) => &facts.tables.get(table)?.ids,
                None => {
                    let roster = document.rosters.iter().position(|roster| roster.id.text == of.text)?;
                    &facts.rosters.get(roster)?.names
                }
            };
            names.get(usize::try_from(*code).ok()?).cloned()
        }
        _ => None,
    }
}
