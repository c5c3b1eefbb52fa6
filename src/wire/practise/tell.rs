//! A sheet told: its lines in the reader's words, without what is to be filled in.

use std::collections::{BTreeMap, BTreeSet};

use super::sheet::{BlankKind, Line, Offered, Sheet};
use crate::evaluate::explain::{self, Explained};
use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::value::Item;
use crate::language::Text;
use crate::practise::{self, Among, Blank, Clause, Exercise, Level, Spot, Tape, asked_places};
use crate::scheme::document::{Body, Kind};
use crate::wire::Teller;

/// The sign before a figure that does not end.
const ROUNDED: char = '≈';

/// So many digits more has a given figure that does not end.
const MORE_PLACES: u32 = 4;

/// The sheet of a calculation, and what is left out of it.
struct Told<'s> {
    sheet: &'s practise::Sheet,
    blanks: &'s BTreeMap<Spot, Blank>,
    /// Lines whose figure is not shown.
    hidden: BTreeSet<Spot>,
    /// Whether the words of formulas are left out.
    wordless: bool,
    /// What the figures would be had every step been rounded to its places.
    every_step: &'s BTreeMap<Spot, Item>,
}

impl Teller<'_> {
    /// The sheet of an exercise, with its blanks.
    #[must_use]
    pub fn exercise(&self, exercise: &Exercise) -> Sheet {
        let hidden = exercise.blanks.iter().filter(|(_, blank)| blank.hides_figure());
        self.told(&Told {
            sheet: &exercise.sheet,
            blanks: &exercise.blanks,
            hidden: hidden.map(|(spot, _)| *spot).collect(),
            wordless: exercise.level == Level::Empty,
            every_step: &BTreeMap::new(),
        })
    }

    /// The sheet of a tape: everything shown.
    #[must_use]
    pub fn tape(&self, tape: &Tape) -> Sheet {
        let Tape { sheet, every_step } = tape;
        self.told(&Told {
            sheet,
            blanks: &BTreeMap::new(),
            hidden: BTreeSet::new(),
            wordless: false,
            every_step,
        })
    }

    fn told(&self, told: &Told<'_>) -> Sheet {
        Sheet {
            lines: told.sheet.lines.iter().filter_map(|line| self.line(told, line)).collect(),
            finals: told.sheet.finals.iter().map(|spot| spot.text(self.scheme)).collect(),
        }
    }

    fn line(&self, told: &Told<'_>, line: &practise::Line) -> Option<Line> {
        let Spot { step, row } = line.spot;
        let declared = self.scheme.document.steps.get(step)?;
        let explained = Explained::of(self.scheme, self.facts, self.outcome, step, row)?;
        let each = self.scheme.steps.get(step)?.each;
        let figure = self.figure(step, row.unwrap_or(0))?;
        let blank = told.blanks.get(&line.spot);
        let hidden = told.hidden.contains(&line.spot);
        let ruled = matches!(declared.body, Body::Rules(_)) && matches!(blank, Some(Blank::Clause { .. }));
        let gives_away = hidden || ruled || line.after.iter().any(|spot| told.hidden.contains(spot));
        let clause = Clause { step, rule: explained.rule() };
        let clause = clause.text(self.scheme).or(declared.texts.clause.as_ref());
        let wordless = told.wordless || matches!(blank, Some(Blank::Clause { .. }));
        let every_step = told.every_step.get(&line.spot).and_then(|item| {
            let shown = self.known(&declared.kind, declared.places, item).shown;
            // A figure that does not end is shown rounded too, with a sign.
            (shown != figure.shown.trim_start_matches(ROUNDED)).then_some(shown)
        });
        let is_rounded = figure.shown.starts_with(ROUNDED);
        let unrounded = is_rounded && told.sheet.lines.iter().any(|other| other.after.contains(&line.spot));
        let shown = match unrounded && line.given {
            true => self.given_shown(step, line.spot).unwrap_or(figure.shown),
            false => figure.shown,
        };
        Some(Line {
            figure: line.spot.text(self.scheme),
            step: declared.id.text.clone(),
            row,
            name: each.zip(row).map(|(axis, row)| self.row_name(axis, row)),
            title: self.words(&declared.texts.title),
            unit: self.unit_shown(&declared.kind),
            // The same clause on a line that does not ask for it would give it away.
            clause: self.optional(clause.filter(|clause| !wordless && !self.is_asked(told, clause))),
            words: match (told.wordless, ruled) {
                (true, _) => String::new(),
                // Which of the rules applies is asked.
                (false, true) => explain::words(self.scheme, step, &self.reader),
                (false, false) => explained.words(&self.reader),
            },
            leftover: explained.leftover(&self.reader).filter(|_| !line.given && !ruled),
            numbers: (!gives_away && !told.wordless).then(|| explained.numbers(&self.reader)),
            shown: (!hidden).then_some(shown),
            given: line.given,
            blank: blank.map(|blank| match blank {
                Blank::Number => BlankKind::Number,
                Blank::Option { .. } => BlankKind::Option,
                Blank::Clause { .. } => BlankKind::Clause,
            }),
            options: blank.map(|blank| self.offered(step, blank)).unwrap_or_default(),
            places: asked_places(self.scheme, step),
            unrounded,
            every_step,
            after: line.after.iter().map(|spot| spot.text(self.scheme)).collect(),
        })
    }

    /// Whether a line asks for this clause.
    fn is_asked(&self, told: &Told<'_>, clause: &Text) -> bool {
        let right = told.blanks.values().filter_map(|blank| match blank {
            Blank::Clause { right, .. } => right.text(self.scheme),
            Blank::Number | Blank::Option { .. } => None,
        });
        right.map(|right| &right.words).any(|words| *words == clause.words)
    }

    /// A given figure as it is shown: one that does not end with so many digits more that calculating with what is
    /// shown comes to the same as calculating with all of it.
    fn given_shown(&self, step: usize, spot: Spot) -> Option<String> {
        let Some(FigureOutcome::Known(item)) = spot.figure(self.outcome) else { return None };
        let places = asked_places(self.scheme, step)?.checked_add(MORE_PLACES)?;
        let kind = &self.scheme.document.steps.get(step)?.kind;
        Some(self.known(kind, Some(places), &item).shown)
    }

    /// What there is to choose from.
    fn offered(&self, step: usize, blank: &Blank) -> Vec<Offered> {
        match blank {
            Blank::Number => Vec::new(),
            Blank::Option { among, offered, .. } => {
                offered.iter().filter_map(|at| self.option(step, *among, *at)).collect()
            }
            Blank::Clause { offered, .. } => {
                let told = offered.iter().filter_map(|clause| {
                    let text = self.words(clause.text(self.scheme)?);
                    Some(Offered { id: clause.id(self.scheme), text })
                });
                told.collect()
            }
        }
    }

    pub(super) fn option(&self, step: usize, among: Among, at: u32) -> Option<Offered> {
        let kind = &self.scheme.document.steps.get(step)?.kind;
        let (id, text) = match among {
            Among::Truths => self.item(&Kind::Truth, None, &Item::Truth(at == 1)),
            Among::Options => self.item(kind, None, &Item::Code(at)),
            Among::Rows(axis) => (self.row_id(axis, at), self.row_name(axis, at)),
        };
        Some(Offered { id, text })
    }
}
