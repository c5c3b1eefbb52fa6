//! An outcome told: totals, pools, notices, guard rails and problems in the reader's words.

use super::describe::is_totalled;
use super::number::{in_unit, unit_of};
use super::outcome::{Figure, GuardResult, Notice, Outcome, Pool, StepFigure, StepFigures, Summary};
use super::problem::ProblemText;
use super::sentence::{self, Closed, Kept};
use crate::evaluate::facts::Facts;
use crate::evaluate::outcome as found;
use crate::evaluate::outcome::{Closing, Guarded, NoticeKind, Raised};
use crate::evaluate::value::Value;
use crate::exact::Sign;
use crate::language::{Language, Text, Vocabulary};
use crate::scheme::Scheme;
use crate::scheme::document::{Level, TableKind};
use crate::scheme::term::{Axis, Term, TermKind, Type};
use crate::scheme::wording::Wording;
use crate::unit::Unit;

/// Tells an outcome in a language.
pub struct Teller<'a> {
    pub(super) scheme: &'a Scheme,
    pub(super) facts: &'a Facts,
    pub(super) outcome: &'a found::Outcome,
    pub(super) reader: Wording<'a>,
}

impl<'a> Teller<'a> {
    /// Tells the outcome that the facts have in the scheme.
    #[must_use]
    pub fn new(
        scheme: &'a Scheme,
        facts: &'a Facts,
        outcome: &'a found::Outcome,
        language: Language,
    ) -> Self {
        Self { scheme, facts, outcome, reader: scheme.document.in_language(language) }
    }

    /// Everything; `fingerprint` is that of the scheme's file.
    #[must_use]
    pub fn outcome(&self, fingerprint: &str) -> Outcome {
        Outcome {
            scheme: self.scheme.document.id.text.clone(),
            fingerprint: fingerprint.to_owned(),
            engine: env!("CARGO_PKG_VERSION").to_owned(),
            steps: (0..self.outcome.steps.len()).filter_map(|step| self.step(step)).collect(),
            summary: self.summary(),
        }
    }

    /// Everything but the figures of the rows.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let steps = || self.scheme.document.steps.iter().enumerate();
        let told = |step: usize, figure: Option<Figure>| {
            Some(StepFigure { step: self.step_id(step), figure: figure? })
        };
        let whole = steps().filter(|(_, step)| step.each.is_none());
        let totalled = steps().filter(|(_, step)| is_totalled(step));
        Summary {
            figures: whole.filter_map(|(at, _)| told(at, self.figure(at, 0))).collect(),
            totals: totalled.filter_map(|(at, _)| told(at, self.total(at))).collect(),
            pools: self.outcome.pools.iter().map(|closing| self.pool(closing)).collect(),
            notices: self
                .flags()
                .chain(self.outcome.notices.iter().map(|notice| self.notice(notice)))
                .collect(),
            guards: self.guards(),
            problems: self.problems(),
        }
    }

    /// Some rows of some steps, row by row; of a step without such rows nothing.
    #[must_use]
    pub fn rows(&self, steps: &[usize], from: u32, count: u32) -> Vec<Vec<Figure>> {
        let length = |step: &usize| match &self.outcome.steps.get(*step)?.value {
            Value::One(_) => Some(1),
            Value::Many(rows) => u32::try_from(rows.len()).ok(),
        };
        let longest = steps.iter().filter_map(length).max().unwrap_or(0);
        let rows = from..from.saturating_add(count).min(longest);
        rows.map(|row| steps.iter().filter_map(|step| self.figure(*step, row)).collect()).collect()
    }

    /// What is wrong with the facts, and why figures failed.
    fn problems(&self) -> Vec<ProblemText> {
        let problem = |fault: &u32| self.outcome.problems.get(usize::try_from(*fault).ok()?);
        let told = self.outcome.told.iter().filter_map(problem);
        told.map(|problem| ProblemText::of(problem, None, &self.reader)).collect()
    }

    fn step(&self, step: usize) -> Option<StepFigures> {
        let outcome = self.outcome.steps.get(step)?;
        let count = match &outcome.value {
            Value::One(_) => 1,
            Value::Many(rows) => u32::try_from(rows.len()).unwrap_or(u32::MAX),
        };
        Some(StepFigures {
            step: self.step_id(step),
            each: outcome.each.map(|axis| self.axis_id(axis)),
            rows: outcome
                .each
                .map_or_else(Vec::new, |axis| (0..count).map(|row| self.row_name(axis, row)).collect()),
            figures: (0..count).filter_map(|row| self.figure(step, row)).collect(),
        })
    }

    fn pool(&self, closing: &Closing) -> Pool {
        let step = self.scheme.document.steps.get(closing.step);
        let unit = step.map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
        let rows = self.outcome.steps.get(closing.step).and_then(|step| step.each);
        let name = |row: u32| rows.map_or_else(String::new, |axis| self.row_name(axis, row));
        let to: Vec<String> = closing.to.iter().map(|(row, _)| name(*row)).collect();
        let [pool, paid, left, residual] = [&closing.pool, &closing.paid, &closing.left, &closing.residual]
            .map(|amount| self.amount(amount, &unit));
        let each = closing.to.first().map(|(_, part)| self.amount(part, &unit));
        let closed = Closed {
            rule: closing.rule,
            negative: (closing.pool.sign() == Sign::Negative).then_some(pool.as_str()),
            kept: match (closing.pool.is_zero(), closing.paid.is_zero()) {
                (true, _) => Kept::Empty,
                (false, true) => Kept::All,
                (false, false) => Kept::Nothing,
            },
            residual: (!closing.residual.is_zero()).then_some(residual.as_str()),
            each: each.as_deref(),
            names: &to,
        };
        let text = |number| in_unit(number, &unit).to_string();
        Pool {
            step: self.step_id(closing.step),
            row: closing.of.map(|(axis, row)| self.row_name(axis, row)),
            pool: text(&closing.pool),
            paid: text(&closing.paid),
            left: text(&closing.left),
            residual: text(&closing.residual),
            sentence: closed.sentence(self.reader.language()),
            pool_shown: pool,
            paid_shown: paid,
            left_shown: left,
            to,
        }
    }

    fn flags(&self) -> impl Iterator<Item = Notice> {
        self.outcome.flags.iter().filter_map(|raised: &Raised| {
            let flag = self.scheme.document.flags.get(raised.flag)?;
            let axis = self.scheme.flags.get(raised.flag)?.each;
            Some(Notice {
                id: flag.id.text.clone(),
                code: flag.code.clone(),
                level: level(flag.level).to_owned(),
                title: self.words(&flag.texts.title),
                note: self.optional(flag.texts.note.as_ref()),
                clause: self.optional(flag.texts.clause.as_ref()),
                step: None,
                each: axis.map(|axis| self.axis_id(axis)),
                row: raised.row,
                name: axis.zip(raised.row).map(|(axis, row)| self.row_name(axis, row)),
            })
        })
    }

    fn notice(&self, notice: &found::Notice) -> Notice {
        let language = self.reader.language();
        let step = self.scheme.document.steps.get(notice.step);
        let own_unit = || step.map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
        let banded = |table: usize, band: u32| {
            let declared = self.scheme.document.tables.get(table);
            let unit = match declared.map(|table| &table.kind) {
                Some(TableKind::Bands { by } | TableKind::Tiers { by, .. }) => by.clone(),
                _ => Unit::plain(),
            };
            let title = declared.map(|table| self.words(&table.texts.title)).unwrap_or_default();
            (unit, title, self.row_name(Axis::Table(table), band))
        };
        let (id, level, title) = match &notice.kind {
            NoticeKind::NegativePool(pool) => (
                "negative-pool",
                Level::Warning,
                sentence::negative_pool(&self.amount(pool, &own_unit()), language),
            ),
            NoticeKind::BandHole { table, score, band } => {
                let (unit, table, band) = banded(*table, *band);
                let title = sentence::band_hole(&self.amount(score, &unit), &table, &band, language);
                ("band-hole", Level::Warning, title)
            }
            NoticeKind::BandOverlap { table, score, band } => {
                let (unit, table, band) = banded(*table, *band);
                let title = sentence::band_overlap(&self.amount(score, &unit), &table, &band, language);
                ("band-overlap", Level::Warning, title)
            }
            NoticeKind::ChoiceOpen { low, high } => {
                let term = self.scheme.steps.get(notice.step).and_then(|plan| chosen(&plan.term));
                let unit = term.map_or_else(own_unit, Clone::clone);
                let [low, high] = [low, high].map(|end| self.amount(end, &unit));
                ("choice-open", Level::Committee, sentence::choice_open(&low, &high, language))
            }
        };
        Notice {
            id: id.to_owned(),
            code: None,
            level: self::level(level).to_owned(),
            title,
            note: None,
            clause: step.and_then(|step| self.optional(step.texts.clause.as_ref())),
            step: step.map(|step| step.id.text.clone()),
            each: notice.each.map(|axis| self.axis_id(axis)),
            row: notice.row,
            name: notice.each.zip(notice.row).map(|(axis, row)| self.row_name(axis, row)),
        }
    }

    fn guards(&self) -> Vec<GuardResult> {
        let guards = self.scheme.document.guards.iter().zip(&self.scheme.guards).zip(&self.outcome.guards);
        let told = guards.map(|((guard, plan), result)| {
            let (holds, rows) = match result {
                Guarded::Holds => (Some(true), &[][..]),
                Guarded::Fails(rows) => (Some(false), rows.as_slice()),
                Guarded::Unknown(_) => (None, &[][..]),
            };
            GuardResult {
                id: guard.id.text.clone(),
                title: self.words(&guard.texts.title),
                note: self.optional(guard.texts.note.as_ref()),
                clause: self.optional(guard.texts.clause.as_ref()),
                holds,
                first: plan.each.zip(rows.first()).map(|(axis, row)| self.row_name(axis, *row)),
                failures: match (holds, plan.each) {
                    (Some(false), None) => 1,
                    _ => u32::try_from(rows.len()).unwrap_or(u32::MAX),
                },
            }
        });
        told.collect()
    }

    pub(super) fn words(&self, text: &Text) -> String {
        self.reader.words(text).to_owned()
    }

    pub(super) fn optional(&self, text: Option<&Text>) -> Option<String> {
        text.map(|text| self.words(text))
    }

    pub(super) fn step_id(&self, step: usize) -> String {
        self.scheme.document.steps.get(step).map(|step| step.id.text.clone()).unwrap_or_default()
    }

    pub(super) fn axis_id(&self, axis: Axis) -> String {
        let document = &self.scheme.document;
        let id = match axis {
            Axis::Table(table) => document.tables.get(table).map(|table| &table.id.text),
            Axis::Roster(roster) => document.rosters.get(roster).map(|roster| &roster.id.text),
        };
        id.cloned().unwrap_or_default()
    }
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Notice => "notice",
        Level::Warning => "warning",
        Level::Committee => "committee",
        Level::Sanction => "sanction",
    }
}

/// The unit of the first value within the term that is to be chosen in a range.
fn chosen(term: &Term) -> Option<&Unit> {
    if let (TermKind::Chosen(..), Type::Number(unit)) = (&term.kind, &term.yields) {
        return Some(unit);
    }
    term.inner().into_iter().find_map(chosen)
}
