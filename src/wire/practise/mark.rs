//! Answers marked and told: verdicts, hints, the mistakes in sentences, and what is right.

use std::collections::{BTreeMap, BTreeSet};

use super::kinds::{choice_hint, hint, plain_hint};
use super::marking::{Diagnosis, Marked, Marking, Verdict};
use super::sentence::{Sentences, Subject};
use crate::evaluate::explain::Explained;
use crate::language::Vocabulary;
use crate::practise::{
    self, Among, Blank, Calculation, Clause, Entry, Exercise, Kind, Mistake, Printed, Spot, answer, mark,
};
use crate::problem::{Code, Problem};
use crate::scheme::document::TableKind;
use crate::scheme::term::{Axis, Source, Term};
use crate::wire::Teller;
use crate::wire::number::unit_of;

/// What was typed on a line.
enum Typed {
    /// Nothing.
    Empty,
    /// What is no answer, and why, where that can be said.
    Unreadable(Option<Problem>),
    /// A figure.
    Figure(Entry),
    /// A choice that is no figure, such as a clause, and whether it is right.
    Choice(bool),
}

impl Teller<'_> {
    /// The marked answers of an exercise, by the name of the line; `self` tells its right calculation.
    #[must_use]
    pub fn marking(&self, exercise: &Exercise, answers: &BTreeMap<String, String>) -> Marking {
        self.marked(&exercise.sheet, &exercise.blanks, answers, &[])
    }

    /// The marked answers of a sheet with these blanks, in whose calculation the source misprints some figures.
    #[must_use]
    pub fn marked(
        &self,
        sheet: &practise::Sheet,
        blanks: &BTreeMap<Spot, Blank>,
        answers: &BTreeMap<String, String>,
        printed: &[Printed],
    ) -> Marking {
        let calculation = Calculation::new(self.scheme, self.facts, self.outcome);
        let asked = || sheet.lines.iter().filter_map(|line| Some((line.spot, blanks.get(&line.spot)?)));
        let typed: Vec<(Spot, &Blank, String, Typed)> = asked()
            .map(|(spot, blank)| {
                let text = answers.get(&spot.text(self.scheme)).cloned().unwrap_or_default();
                let typed = self.typed(spot, blank, &text);
                (spot, blank, text, typed)
            })
            .collect();
        let figures = typed.iter().filter_map(|(spot, _, _, typed)| match typed {
            Typed::Figure(entry) => Some((*spot, entry.clone())),
            _ => None,
        });
        let shown = sheet.lines.iter().map(|line| line.spot);
        let shown: BTreeSet<Spot> =
            shown.filter(|spot| !blanks.get(spot).is_some_and(Blank::hides_figure)).collect();
        let found = mark(&calculation, &figures.collect(), &shown, printed);
        let lines: Vec<Marked> = typed
            .into_iter()
            .map(|(spot, blank, text, typed)| self.line_marked(spot, blank, text, &typed, found.get(&spot)))
            .collect();
        let counts = |verdict| matches!(verdict, Verdict::Right | Verdict::Same | Verdict::Carried);
        let right = lines.iter().filter(|line| counts(line.verdict)).count();
        Marking {
            right: u32::try_from(right).unwrap_or(u32::MAX),
            of: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            lines,
        }
    }

    fn line_marked(
        &self,
        spot: Spot,
        blank: &Blank,
        text: String,
        typed: &Typed,
        found: Option<&practise::Marked>,
    ) -> Marked {
        let language = self.reader.language();
        let verdict = match (typed, found) {
            (Typed::Empty, _) => Verdict::Empty,
            (Typed::Unreadable(_), _) => Verdict::Unreadable,
            (Typed::Choice(true), _) => Verdict::Right,
            (Typed::Choice(false), _) | (Typed::Figure(_), None) => Verdict::Wrong,
            (Typed::Figure(_), Some(found)) => match found.verdict {
                practise::Verdict::Right => Verdict::Right,
                practise::Verdict::Same => Verdict::Same,
                practise::Verdict::Carried => Verdict::Carried,
                practise::Verdict::Wrong => Verdict::Wrong,
            },
        };
        let mistakes = found.map_or(&[][..], |found| &found.mistakes);
        let sentences = Sentences { teller: self, subject: Subject::Trainee };
        let clue = match (verdict, mistakes.first()) {
            (Verdict::Right | Verdict::Empty | Verdict::Unreadable, _) | (Verdict::Same, None) => None,
            (_, Some(mistake)) if mistake.at == spot => Some(hint(mistake.kind, language).to_owned()),
            (_, Some(mistake)) => {
                let place = sentences.line_name(mistake.at);
                let words =
                    ["先看前面的「{0}」。{1}", "先看前面的“{0}”。{1}", "Look at “{0}” before it. {1}"];
                Some(sentences.fill(words, &[&place, hint(mistake.kind, language)]))
            }
            (_, None) => match blank {
                Blank::Number => Some(plain_hint(language).to_owned()),
                Blank::Option { .. } | Blank::Clause { .. } => Some(choice_hint(language).to_owned()),
            },
        };
        let explained = Explained::of(self.scheme, self.facts, self.outcome, spot.step, spot.row);
        Marked {
            figure: spot.text(self.scheme),
            typed: text,
            verdict,
            problem: match typed {
                Typed::Unreadable(Some(problem)) => Some(self.unreadable(&sentences, problem)),
                Typed::Unreadable(None) => Some(self.not_offered()),
                _ => None,
            },
            hint: clue,
            expected: self.expected(spot, blank),
            working: explained.map(|explained| self.working(&explained)).unwrap_or_default(),
            diagnoses: self.diagnoses(&sentences, mistakes, spot),
        }
    }

    /// The formula with the numbers put in; of a part in a shared pool also what became of the rest.
    fn working(&self, explained: &Explained<'_>) -> String {
        let parts = [Some(explained.numbers(&self.reader)), explained.residual(&self.reader)];
        parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// The mistakes by the line where they were made, the likeliest line first: which of those of one line it was
    /// cannot be told from the figure.
    fn diagnoses(&self, sentences: &Sentences<'_, '_>, mistakes: &[Mistake], asked: Spot) -> Vec<Diagnosis> {
        let mut lines: Vec<(&Mistake, Vec<&Mistake>)> = Vec::new();
        for mistake in mistakes {
            match lines.iter_mut().find(|(first, _)| first.at == mistake.at) {
                Some((_, others)) => others.push(mistake),
                None => lines.push((mistake, Vec::new())),
            }
        }
        let diagnosis = |(likeliest, others): (&Mistake, Vec<&Mistake>)| Diagnosis {
            kind: likeliest.kind.id().to_owned(),
            at: likeliest.at.text(self.scheme),
            sentence: sentences.mistake(likeliest, &others, asked),
            clause: self.clause_of(likeliest),
        };
        lines.into_iter().map(diagnosis).collect()
    }

    /// Why what was typed cannot be read; of another unit, which one the line is in.
    fn unreadable(&self, sentences: &Sentences<'_, '_>, problem: &Problem) -> String {
        let Code::UnitMismatch { left, right, .. } = &problem.code else {
            return problem.message(&self.reader);
        };
        let [asked, typed] = [left, right].map(|unit| unit.shown(&self.reader));
        let words = if asked.is_empty() {
            [
                "這一格的數沒有單位；你寫的單位是「{1}」。",
                "这一格的数没有单位；你写的单位是“{1}”。",
                "This line has no unit; you wrote “{1}”.",
            ]
        } else {
            [
                "這一格的單位是「{0}」；你寫的單位是「{1}」。",
                "这一格的单位是“{0}”；你写的单位是“{1}”。",
                "This line is in “{0}”; you wrote “{1}”.",
            ]
        };
        sentences.fill(words, &[&asked, &typed])
    }

    /// The clause that says how it is done: of the rule that applied, the step, what was looked up, or the scheme.
    pub(super) fn clause_of(&self, mistake: &Mistake) -> Option<String> {
        let (document, at) = (&self.scheme.document, mistake.at);
        let explained = Explained::of(self.scheme, self.facts, self.outcome, at.step, at.row);
        let clause = Clause { step: at.step, rule: explained.and_then(|explained| explained.rule()) };
        let step = Clause { step: at.step, rule: None };
        let table = match &mistake.what {
            practise::What::Tier { table, .. } | practise::What::Graded { table, .. } => Some(*table),
            practise::What::Row { axis: Axis::Table(table), .. }
            | practise::What::Left { axis: Axis::Table(table), .. } => Some(*table),
            _ => None,
        };
        let table = table.and_then(|table| document.tables.get(table)).filter(|table| {
            mistake.kind != Kind::RoundedEarly && !matches!(table.kind, TableKind::Plain)
                || table.texts.clause.is_some()
        });
        let value = part_of(mistake).and_then(|part| self.clause_of_value(part));
        let own = clause.text(self.scheme).or_else(|| step.text(self.scheme));
        let of_table = table.and_then(|table| table.texts.clause.as_ref());
        let text = own.or(of_table);
        self.optional(text).or(value).or_else(|| self.optional(document.clause.as_ref()))
    }

    /// The clause of the value that a name stands for.
    fn clause_of_value(&self, part: &Term) -> Option<String> {
        use crate::scheme::term::TermKind;
        let document = &self.scheme.document;
        let source = match &part.kind {
            TermKind::Whole(source) | TermKind::Own(source) | TermKind::Fixed(source, _) => *source,
            TermKind::Follow { of, .. } => return self.clause_of_value(of),
            _ => return None,
        };
        let texts = match source {
            Source::Input(at) => &document.inputs.get(at)?.texts,
            Source::Parameter(at) => &document.parameters.get(at)?.texts,
            Source::Step(at) => &document.steps.get(at)?.texts,
            Source::Column(Axis::Table(at), _) => &document.tables.get(at)?.texts,
            _ => return None,
        };
        self.optional(texts.clause.as_ref())
    }

    /// The right answer of a blank, as readers see it.
    fn expected(&self, spot: Spot, blank: &Blank) -> String {
        match blank {
            Blank::Number => self.figure(spot.step, spot.at()).map(|figure| figure.shown).unwrap_or_default(),
            Blank::Option { among, right, .. } => {
                self.option(spot.step, *among, *right).map(|offered| offered.text).unwrap_or_default()
            }
            Blank::Clause { right, .. } => {
                right.text(self.scheme).map(|text| self.words(text)).unwrap_or_default()
            }
        }
    }

    /// What was typed for a blank.
    fn typed(&self, spot: Spot, blank: &Blank, text: &str) -> Typed {
        if text.trim().is_empty() {
            return Typed::Empty;
        }
        match blank {
            Blank::Number => {
                let Some(step) = self.scheme.document.steps.get(spot.step) else { return Typed::Empty };
                match answer(&self.scheme.document, &unit_of(&step.kind), text) {
                    Ok(None) => Typed::Empty,
                    Ok(Some(read)) => Typed::Figure(Entry::Number { value: read.value, places: read.places }),
                    Err(problem) => Typed::Unreadable(Some(*problem)),
                }
            }
            Blank::Option { among, offered, right } => {
                let chosen = offered.iter().find(|at| {
                    self.option(spot.step, *among, **at).is_some_and(|offered| offered.id == text.trim())
                });
                match chosen {
                    None => Typed::Unreadable(None),
                    Some(at) => self.chosen(spot, *among, *at, *right),
                }
            }
            Blank::Clause { offered, right } => {
                let chosen = offered.iter().find(|clause| clause.id(self.scheme) == text.trim());
                chosen.map_or(Typed::Unreadable(None), |clause| Typed::Choice(clause == right))
            }
        }
    }

    /// An option that was chosen: the figure of the line where it is one, otherwise only right or wrong.
    fn chosen(&self, spot: Spot, among: Among, at: u32, right: u32) -> Typed {
        use crate::evaluate::value::Item;
        let figure = Calculation::new(self.scheme, self.facts, self.outcome).right(spot);
        match (figure, among) {
            (Some(Item::Truth(_)), Among::Truths) => Typed::Figure(Entry::Item(Item::Truth(at == 1))),
            (Some(Item::Code(code)), Among::Options | Among::Rows(_)) if code == right => {
                Typed::Figure(Entry::Item(Item::Code(at)))
            }
            _ => Typed::Choice(at == right),
        }
    }

    fn not_offered(&self) -> String {
        let sentences = Sentences { teller: self, subject: Subject::Trainee };
        sentences.fill(
            [
                "這不是可選的答案之一。",
                "这不是可选的答案之一。",
                "This is none of the answers to choose from.",
            ],
            &[],
        )
    }
}

/// The part of a formula that a mistake is about.
fn part_of(mistake: &Mistake) -> Option<&Term> {
    use practise::What;
    match &mistake.what {
        What::Part { part, .. }
        | What::Sign { part, .. }
        | What::Term { part, .. }
        | What::Row { part, .. }
        | What::Factor { part, .. }
        | What::Turned { part, .. } => Some(part),
        What::Limit { limit, .. } => limit.as_ref(),
        What::Percent { part, .. } | What::Digits { part, .. } => part.as_ref(),
        _ => None,
    }
}
