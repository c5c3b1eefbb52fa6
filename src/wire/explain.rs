//! One figure explained in the reader's words, for the page and the command line.

use super::explanation::{Explanation, Operand, OperandKind, Reading, RuleApplied};
use super::number::{in_unit, shown, unit_of};
use super::outcome::Figure;
use super::teller::Teller;
use crate::evaluate::explain::{self, Asked, Cell, Explained, list_path};
use crate::language::Text;
use crate::scheme::document::{Body, Kind, Texts};
use crate::scheme::term::{Axis, Source};

/// Decimals shown of what rounding dropped, where it does not end.
const DETAIL: u32 = 6;

impl Teller<'_> {
    /// How the figure of a step came about: of `row`, when the step has rows.
    ///
    /// None when there is no such figure.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::evaluate::facts::Facts;
    /// use jixiao::evaluate::run::evaluate;
    /// use jixiao::language::Language;
    /// use jixiao::scheme::Scheme;
    /// use jixiao::wire::Teller;
    ///
    /// let scheme = Scheme::read(r#"
    ///     id = "tiny"
    ///     title = "試"
    ///     [input.pool]
    ///     title = "總額"
    ///     unit = "yuan"
    ///     [step.third]
    ///     title = "三分之一"
    ///     unit = "yuan"
    ///     formula = "round(pool / 3, 2)"
    /// "#.as_bytes()).unwrap();
    /// let facts = Facts::open(&scheme, r#"{"inputs": {"pool": "1000"}}"#);
    /// let outcome = evaluate(&scheme, &facts);
    /// let teller = Teller::new(&scheme, &facts, &outcome, Language::TraditionalChinese);
    /// let explanation = teller.explain(0, None).unwrap();
    /// assert_eq!(explanation.words, "四捨五入到 2 位小數（總額 ÷ 3）");
    /// assert_eq!(explanation.numbers, "四捨五入到 2 位小數（1,000 元 ÷ 3） = 333.33 元");
    /// assert_eq!(explanation.dropped.as_deref(), Some("1/300"));
    /// assert_eq!(explanation.operands[0].path, "inputs.pool");
    /// ```
    #[must_use]
    pub fn explain(&self, step: usize, row: Option<u32>) -> Option<Explanation> {
        let declared = self.scheme.document.steps.get(step)?;
        let explained = Explained::of(self.scheme, self.facts, self.outcome, step, row)?;
        let each = self.scheme.steps.get(step)?.each;
        let unit = unit_of(&declared.kind);
        let rounded = explained.dropped();
        let number = |number| in_unit(number, &unit).to_string();
        let detailed = |number| shown(&in_unit(number, &unit), &unit, Some(DETAIL));
        let trace = explained.trace();
        Some(Explanation {
            step: declared.id.text.clone(),
            each: each.map(|axis| self.axis_id(axis)),
            row,
            name: each.zip(row).map(|(axis, row)| self.row_name(axis, row)),
            title: self.words(&declared.texts.title),
            figure: self.figure(step, row.unwrap_or(0))?,
            unit: self.unit_shown(&declared.kind),
            clause: self.optional(declared.texts.clause.as_ref()),
            note: self.optional(declared.texts.note.as_ref()),
            rule: explained.rule().and_then(|rule| self.rule(&explained, &declared.body, rule)),
            words: explain::words(self.scheme, step, &self.reader),
            numbers: explained.numbers(&self.reader),
            dropped: rounded.as_ref().map(|rounded| number(&rounded.dropped)),
            exact: rounded.as_ref().map(|rounded| number(&rounded.exact)),
            dropped_shown: rounded.as_ref().map(|rounded| detailed(&rounded.dropped)),
            exact_shown: rounded.as_ref().map(|rounded| detailed(&rounded.exact)),
            residual: explained.residual(&self.reader),
            operands: trace.operands.into_iter().map(|operand| self.operand(&explained, operand)).collect(),
            readings: trace.readings.into_iter().filter_map(|asked| self.reading(asked)).collect(),
        })
    }

    /// The rule that applied, by its position.
    fn rule(&self, explained: &Explained<'_>, body: &Body, rule: usize) -> Option<RuleApplied> {
        let Body::Rules(rules) = body else { return None };
        let declared = rules.get(rule)?;
        Some(RuleApplied {
            number: u32::try_from(rule).ok()?.saturating_add(1),
            when: explained.condition(rule, &self.reader),
            clause: self.optional(declared.clause.as_ref()),
            note: self.optional(declared.note.as_ref()),
        })
    }

    fn operand(&self, explained: &Explained<'_>, operand: explain::Operand) -> Operand {
        let (source, members, count) = match operand {
            explain::Operand::One(cell) => return self.cell(explained, cell),
            explain::Operand::List { source, members, count } => (source, members, count),
        };
        let first = Cell { source, row: None, pick: None };
        Operand {
            kind: OperandKind::List,
            path: list_path(&self.scheme.document, self.facts, source),
            title: explained.called(first, &self.reader).0,
            name: None,
            figure: None,
            unit: explained.kind(source).and_then(|kind| self.unit_shown(&kind)),
            clause: self.clause(explained, first),
            step: None,
            row: None,
            members: members.into_iter().map(|cell| self.cell(explained, cell)).collect(),
            count: u32::try_from(count).unwrap_or(u32::MAX),
        }
    }

    /// One stored value.
    fn cell(&self, explained: &Explained<'_>, cell: Cell) -> Operand {
        let kind = explained.kind(cell.source);
        let (title, name) = explained.called(cell, &self.reader);
        let step = match cell.source {
            Source::Step(step) => Some(step),
            _ => None,
        };
        let figure = match step {
            Some(step) => self.figure(step, cell.row.unwrap_or(0)),
            None => kind.as_ref().map(|kind| self.stored(explained, cell, kind)),
        };
        Operand {
            kind: match cell.source {
                Source::Input(_) | Source::Choice(_) => OperandKind::Input,
                Source::Parameter(_) => OperandKind::Parameter,
                Source::Column(Axis::Table(_), _) | Source::Belongs(Axis::Table(_)) => OperandKind::Table,
                Source::Column(Axis::Roster(_), _) | Source::Belongs(Axis::Roster(_)) | Source::Per(..) => {
                    OperandKind::Roster
                }
                Source::Step(_) => OperandKind::Step,
            },
            path: cell.path(&self.scheme.document, self.facts),
            title,
            name,
            figure,
            unit: kind.as_ref().and_then(|kind| self.unit_shown(kind)),
            clause: self.clause(explained, cell),
            step: step.map(|step| self.step_id(step)),
            row: step.and(cell.row),
            members: Vec::new(),
            count: 0,
        }
    }

    /// The figure of a value that was entered.
    fn stored(&self, explained: &Explained<'_>, cell: Cell, kind: &Kind) -> Figure {
        match explained.value(cell) {
            Ok(item) => self.known(kind, None, &item),
            Err(fault) => self.failed(fault),
        }
    }

    /// The paragraph that a value comes from: of a table's cell that of its row, where it has one.
    fn clause(&self, explained: &Explained<'_>, cell: Cell) -> Option<String> {
        let clause = |texts: Option<&Texts>| -> Option<Text> { texts?.clause.clone() };
        let table = match cell.source {
            Source::Column(Axis::Table(table), _) => {
                self.scheme.document.tables.get(table).map(|of| (table, of))
            }
            _ => None,
        };
        let row = table.zip(cell.row).and_then(|((table, declared), row)| {
            let id = self.row_id(Axis::Table(table), row);
            declared.rows.iter().find(|row| row.id.text == id)
        });
        let own = clause(row.map(|row| &row.texts)).or_else(|| clause(explained.texts(cell.source)));
        self.optional(own.or_else(|| clause(table.map(|(_, table)| &table.texts))).as_ref())
    }

    fn reading(&self, asked: Asked) -> Option<Reading> {
        let choice = self.scheme.document.choices.get(asked.choice)?;
        let option = asked.option.and_then(|option| choice.options.get(usize::try_from(option).ok()?));
        Some(Reading {
            choice: choice.id.text.clone(),
            title: self.words(&choice.texts.title),
            option: option.map(|option| self.words(&option.texts.title)),
            note: option.and_then(|option| self.optional(option.texts.note.as_ref())),
        })
    }

    /// The unit of a quantity in words; none for plain numbers and what is no quantity.
    pub(super) fn unit_shown(&self, kind: &Kind) -> Option<String> {
        Some(unit_of(kind).shown(&self.reader)).filter(|shown| !shown.is_empty())
    }
}
