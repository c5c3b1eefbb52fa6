//! Figures: the exact value as text, and what a reader sees.

use super::number::{in_unit, shown, unit_of};
use super::outcome::{Figure, FigureState};
use super::teller::Teller;
use crate::evaluate::outcome::{FigureOutcome, Interval};
use crate::evaluate::value::{Data, Fault, Item, Rows, Value};
use crate::exact::Exact;
use crate::language::{Language, Vocabulary};
use crate::scheme::document::{Kind, Step};
use crate::scheme::term::Axis;
use crate::unit::Unit;

impl Teller<'_> {
    /// The figure of a step in a row; 0 for a step of the whole scheme. None when there is no such figure.
    #[must_use]
    pub fn figure(&self, step: usize, row: u32) -> Option<Figure> {
        let declared = self.scheme.document.steps.get(step)?;
        Some(match self.outcome.steps.get(step)?.figure(row)? {
            FigureOutcome::Known(item) => self.known(&declared.kind, declared.places, &item),
            FigureOutcome::Open(interval) => self.open(&declared.kind, declared.places, interval),
            FigureOutcome::Failed(fault) => self.failed(fault),
        })
    }

    /// The sum over the rows of a step; it is open where rows are, and fails where one fails.
    pub(super) fn total(&self, step: usize) -> Option<Figure> {
        let declared = self.scheme.document.steps.get(step)?;
        let outcome = self.outcome.steps.get(step)?;
        let Value::Many(rows) = &outcome.value else { return None };
        let Data::Numbers(column) = &rows.data else { return None };
        let mut total = Interval { row: 0, low: Exact::ZERO, high: Exact::ZERO };
        if rows.faults.is_empty() {
            total.low = column.sum()?;
            total.high = total.low.clone();
        } else {
            for (row, value) in (0_u32..).zip(column.values()) {
                let (low, high) = match outcome.figure(row)? {
                    FigureOutcome::Known(_) => (&value, &value),
                    FigureOutcome::Open(interval) => (&interval.low, &interval.high),
                    FigureOutcome::Failed(fault) => return Some(self.failed(fault)),
                };
                (total.low, total.high) = (total.low.plus(low)?, total.high.plus(high)?);
            }
        }
        Some(if total.low == total.high {
            self.known(&declared.kind, declared.places, &Item::Number(total.low))
        } else {
            self.open(&declared.kind, declared.places, &total)
        })
    }

    /// A value that is there.
    pub(crate) fn known(&self, kind: &Kind, places: Option<u32>, item: &Item) -> Figure {
        let (value, shown) = self.item(kind, places, item);
        Figure {
            state: FigureState::Known,
            value: Some(value),
            shown,
            low: None,
            high: None,
            fault: None,
            message: None,
        }
    }

    fn open(&self, kind: &Kind, places: Option<u32>, interval: &Interval) -> Figure {
        let unit = unit_of(kind);
        let [low, high] = [&interval.low, &interval.high].map(|end| in_unit(end, &unit));
        let [low_shown, high_shown] = [&low, &high].map(|end| shown(end, &unit, places));
        Figure {
            state: FigureState::Open,
            value: None,
            shown: format!("{low_shown} … {high_shown}"),
            low: Some(low.to_string()),
            high: Some(high.to_string()),
            fault: None,
            message: None,
        }
    }

    /// A value that is not there.
    pub(super) fn failed(&self, fault: Fault) -> Figure {
        let problem = usize::try_from(fault).ok().and_then(|fault| self.outcome.problems.get(fault));
        Figure {
            state: FigureState::Failed,
            value: None,
            shown: String::new(),
            low: None,
            high: None,
            fault: problem.map(|problem| problem.code.id().to_owned()),
            message: problem.map(|problem| problem.message(&self.reader)),
        }
    }

    /// A value as text, and as readers see it.
    pub(super) fn item(&self, kind: &Kind, places: Option<u32>, item: &Item) -> (String, String) {
        match item {
            Item::Number(number) => {
                let unit = unit_of(kind);
                let number = in_unit(number, &unit);
                (number.to_string(), shown(&number, &unit, places))
            }
            Item::Truth(truth) => (truth.to_string(), yes_or_no(*truth, self.reader.language()).to_owned()),
            Item::Date(date) => (date.to_string(), date.to_string()),
            Item::Code(code) => self.code(kind, *code),
        }
    }

    /// The id of an option or row, and its title.
    fn code(&self, kind: &Kind, code: u32) -> (String, String) {
        match kind {
            Kind::Options(options) => {
                let option = usize::try_from(code).ok().and_then(|code| options.get(code));
                option.map_or_else(Default::default, |option| {
                    (option.id.text.clone(), self.reader.words(&option.texts.title).to_owned())
                })
            }
            Kind::OneOf(of) => match self.axis(&of.text) {
                Some(axis) => (self.row_id(axis, code), self.row_name(axis, code)),
                None => Default::default(),
            },
            _ => Default::default(),
        }
    }

    /// The exact values of a step, one a line; an empty line where there is none.
    #[must_use]
    pub fn lines(&self, step: usize) -> Option<String> {
        let declared = self.scheme.document.steps.get(step)?;
        let mut text = String::new();
        match &self.outcome.steps.get(step)?.value {
            Value::Many(rows) => self.column_lines(declared, rows, &mut text),
            Value::One(Ok(item)) => text = format!("{}\n", self.item(&declared.kind, None, item).0),
            Value::One(Err(_)) => text.push('\n'),
        }
        Some(text)
    }

    fn column_lines(&self, step: &Step, rows: &Rows, text: &mut String) {
        match &rows.data {
            Data::Numbers(column) => {
                let unit = unit_of(&step.kind);
                if unit.is_base() {
                    column.texts_into(text);
                } else {
                    column.divided_by_exact(unit.factor()).0.texts_into(text);
                }
            }
            _ => {
                for row in (0_u32..).take(rows.len()) {
                    if let Some(item) = rows.data.at(row) {
                        text.push_str(&self.item(&step.kind, None, &item).0.replace('\n', " "));
                    }
                    text.push('\n');
                }
            }
        }
        if !rows.faults.is_empty() {
            let lines = (0_u32..).zip(text.lines());
            let kept = lines.map(|(row, line)| if rows.fault(row).is_some() { "" } else { line });
            *text = kept.fold(String::with_capacity(text.len()), |mut kept, line| {
                kept.push_str(line);
                kept.push('\n');
                kept
            });
        }
    }

    /// A number in base units with its unit, in a sentence.
    pub(super) fn amount(&self, number: &Exact, unit: &Unit) -> String {
        let number = in_unit(number, unit);
        let counted = unit.counting(&number, &self.reader);
        let (number, unit) = (shown(&number, unit, None), counted);
        let english = self.reader.language() == Language::English;
        let space = if english && !unit.is_empty() && unit != "%" { " " } else { "" };
        format!("{number}{space}{unit}")
    }

    /// The table or roster with an id.
    pub(super) fn axis(&self, id: &str) -> Option<Axis> {
        let document = &self.scheme.document;
        let table = document.tables.iter().position(|table| table.id.text == id).map(Axis::Table);
        table.or_else(|| document.rosters.iter().position(|roster| roster.id.text == id).map(Axis::Roster))
    }

    /// The id of a table's row, or the name of a roster's.
    pub(super) fn row_id(&self, axis: Axis, row: u32) -> String {
        let row = usize::try_from(row).unwrap_or(usize::MAX);
        let ids = match axis {
            Axis::Table(table) => self.facts.tables.get(table).map(|table| &table.ids),
            Axis::Roster(roster) => self.facts.rosters.get(roster).map(|roster| &roster.names),
        };
        ids.and_then(|ids| ids.get(row)).cloned().unwrap_or_default()
    }

    /// What readers call a row: the name that was entered, or the title of a table's row.
    pub(super) fn row_name(&self, axis: Axis, row: u32) -> String {
        let id = self.row_id(axis, row);
        let Axis::Table(index) = axis else { return id };
        let own = self
            .facts
            .tables
            .get(index)
            .and_then(|table| table.titles.get(usize::try_from(row).ok()?)?.clone());
        let declared = self.scheme.document.tables.get(index);
        let declared = declared.and_then(|table| table.rows.iter().find(|row| row.id.text == id));
        own.or_else(|| declared.map(|row| self.reader.words(&row.texts.title).to_owned())).unwrap_or(id)
    }
}

fn yes_or_no(truth: bool, language: Language) -> &'static str {
    match (language, truth) {
        (Language::English, true) => "yes",
        (Language::English, false) => "no",
        (_, true) => "是",
        (_, false) => "否",
    }
}
