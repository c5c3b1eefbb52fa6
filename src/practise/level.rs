//! Levels of an exercise: which lines of a sheet the trainee fills in, and with what.

use std::collections::{BTreeMap, BTreeSet};

use super::seed::Draws;
use super::sheet::{Line, Sheet, axis};
use super::spot::Spot;
use crate::evaluate::facts::Evaluated;
use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::run::{Frame, Run};
use crate::evaluate::value::Item;
use crate::language::Text;
use crate::scheme::Scheme;
use crate::scheme::document::{Body, Kind};
use crate::scheme::term::{Axis, Grading, Term, TermKind};

/// The most clauses to choose from.
const MOST_CLAUSES: usize = 4;

/// How much of a sheet is left blank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Only the figures that the sheet ends in.
    Last,
    /// Every figure that is calculated on the sheet.
    All,
    /// The figures stand there: the trainee chooses the clause that each comes from, or the tier, band or option.
    Choose,
    /// Every figure, and no words of any formula.
    Empty,
}

impl Level {
    /// All of them, in the order in which a trainee meets them.
    pub const ALL: [Self; 4] = [Self::Last, Self::Choose, Self::All, Self::Empty];

    /// The name that other programs know it by.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::practise::Level;
    ///
    /// assert_eq!(Level::Choose.id(), "choose");
    /// assert_eq!(Level::of_id("last"), Some(Level::Last));
    /// assert_eq!(Level::of_id("hard"), None);
    /// ```
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Last => "last",
            Self::All => "all",
            Self::Choose => "choose",
            Self::Empty => "empty",
        }
    }

    /// The level with this name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }

    /// The fewest blanks that make an exercise of this level another than one of the levels before.
    #[must_use]
    pub fn least(self) -> usize {
        match self {
            Self::Last => 1,
            Self::All | Self::Choose | Self::Empty => 2,
        }
    }
}

/// What a trainee fills in on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Blank {
    /// The figure, a number or a day.
    Number,
    /// One of the options, rows or truths that the figure is, by position; shown in this order.
    Option {
        /// What is chosen among.
        among: Among,
        /// What to choose from.
        offered: Vec<u32>,
        /// The right one.
        right: u32,
    },
    /// The clause that the line comes from.
    Clause {
        /// What to choose from.
        offered: Vec<Clause>,
        /// The right one.
        right: Clause,
    },
}

impl Blank {
    /// Whether it hides the figure itself.
    #[must_use]
    pub fn hides_figure(&self) -> bool {
        !matches!(self, Self::Clause { .. })
    }
}

/// What an option is chosen among.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// Yes and no: positions 1 and 0.
    Truths,
    /// The options of the line's own step.
    Options,
    /// The rows of a table or roster.
    Rows(Axis),
}

/// Where a clause stands: of a step, or of one of its rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Clause {
    /// The step.
    pub step: usize,
    /// The rule, by position.
    pub rule: Option<usize>,
}

impl Clause {
    /// Its text.
    #[must_use]
    pub fn text(self, scheme: &Scheme) -> Option<&Text> {
        let step = scheme.document.steps.get(self.step)?;
        match (self.rule, &step.body) {
            (None, _) => step.texts.clause.as_ref(),
            (Some(rule), Body::Rules(rules)) => rules.get(rule)?.clause.as_ref(),
            (Some(_), Body::Formula(_)) => None,
        }
    }

    /// The name that an answer gives it, such as `points` or `ceiling.2`.
    #[must_use]
    pub fn id(self, scheme: &Scheme) -> String {
        let step = scheme.document.steps.get(self.step).map_or("", |step| &step.id.text);
        match self.rule {
            Some(rule) => format!("{step}.{rule}"),
            None => step.to_owned(),
        }
    }
}

/// The blanks of a sheet at a level; `draws` put what there is to choose from into its order.
#[must_use]
pub fn blanks(
    variant: Evaluated<'_>,
    sheet: &Sheet,
    level: Level,
    draws: &mut Draws,
) -> BTreeMap<Spot, Blank> {
    let run = Run::after(variant.scheme, variant.facts, variant.outcome);
    let mut blanking = Blanking { run, variant, draws, cited: BTreeSet::new() };
    let asked = sheet.lines.iter().filter(|line| match level {
        Level::Last => sheet.finals.contains(&line.spot),
        Level::All | Level::Choose | Level::Empty => !line.given,
    });
    let blank = |line: &Line| {
        let blank = match level {
            Level::Choose => blanking.choice(line.spot),
            _ => blanking.figure(line.spot),
        };
        Some((line.spot, blank?))
    };
    asked.filter_map(blank).collect()
}

struct Blanking<'a> {
    variant: Evaluated<'a>,
    run: Run<'a>,
    draws: &'a mut Draws,
    /// Steps whose clause is asked on a line before: it is the same for every row.
    cited: BTreeSet<usize>,
}

impl Blanking<'_> {
    /// The figure of a line left blank; none where there is no figure.
    fn figure(&mut self, spot: Spot) -> Option<Blank> {
        let FigureOutcome::Known(item) = spot.figure(self.variant.outcome)? else { return None };
        match item {
            Item::Number(_) => Some(Blank::Number),
            Item::Date(_) => None,
            Item::Truth(truth) => {
                Some(Blank::Option { among: Among::Truths, offered: vec![1, 0], right: u32::from(truth) })
            }
            Item::Code(right) => self.coded(spot, right),
        }
    }

    /// The options of a line whose figure is one of them, in their own order: as the scheme lists them.
    fn coded(&self, spot: Spot, right: u32) -> Option<Blank> {
        let document = &self.variant.scheme.document;
        let (among, count) = match &document.steps.get(spot.step)?.kind {
            Kind::Options(options) => (Among::Options, options.len()),
            Kind::OneOf(of) => {
                let table = document.tables.iter().position(|table| table.id.text == of.text);
                let roster = || document.rosters.iter().position(|roster| roster.id.text == of.text);
                let rows = table.map(Axis::Table).or_else(|| roster().map(Axis::Roster))?;
                (Among::Rows(rows), self.run.length(rows))
            }
            _ => return None,
        };
        let offered = (0..u32::try_from(count).ok()?).collect();
        Some(Blank::Option { among, offered, right })
    }

    /// What there is to choose on a line: the rule that applies, the tier or band, the option, or the clause.
    fn choice(&mut self, spot: Spot) -> Option<Blank> {
        self.rule(spot)
            .or_else(|| self.grade(spot))
            .or_else(|| self.option(spot))
            .or_else(|| self.clause(spot))
    }

    /// The clause of the rule that applies, among those of the step's rules.
    fn rule(&mut self, spot: Spot) -> Option<Blank> {
        let scheme = self.variant.scheme;
        let Body::Rules(rules) = &scheme.document.steps.get(spot.step)?.body else { return None };
        let TermKind::First(arms) = &scheme.steps.get(spot.step)?.term.kind else { return None };
        let taken = self.taken(arms.iter().map(|arm| arm.when.as_ref()), spot)?;
        let clause = |rule| Clause { step: spot.step, rule: Some(rule) };
        let right = clause(taken);
        right.text(scheme)?;
        let others = (0..rules.len()).map(clause);
        self.among_clauses(right, others)
    }

    /// The tier or band that a line's formula looks up; its rows in the order of the table.
    fn grade(&mut self, spot: Spot) -> Option<Blank> {
        let scheme = self.variant.scheme;
        let (grading, of, table) = self.graded(&scheme.steps.get(spot.step)?.term, spot)?;
        let grading = if grading == Grading::Band { Grading::Band } else { Grading::Tier };
        let yields = crate::scheme::term::Type::Row(Axis::Table(table));
        let kind = TermKind::Graded(grading, Box::new(of.clone()), table);
        let Item::Code(right) = self.item(&Term { kind, yields, span: of.span }, spot)? else { return None };
        let rows = Axis::Table(table);
        let offered = (0..u32::try_from(self.run.length(rows)).ok()?).collect::<Vec<_>>();
        (offered.len() > 1).then_some(Blank::Option { among: Among::Rows(rows), offered, right })
    }

    /// The first look-up of tiers or bands in the part of a formula that counted, for the line's own row.
    fn graded<'t>(&mut self, term: &'t Term, spot: Spot) -> Option<(Grading, &'t Term, usize)> {
        match &term.kind {
            TermKind::Graded(grading, of, table) => Some((*grading, of, *table)),
            // What lies in other rows is no look-up of this line.
            TermKind::Aggregate(_) | TermKind::Outer(_) | TermKind::Share(_) | TermKind::Rank(..) => None,
            TermKind::First(arms) => {
                let taken = self.taken(arms.iter().map(|arm| arm.when.as_ref()), spot)?;
                self.graded(&arms.get(taken)?.then, spot)
            }
            TermKind::Follow { link, .. } => self.graded(link, spot),
            _ => term.inner().into_iter().find_map(|inner| self.graded(inner, spot)),
        }
    }

    /// The option that a line's figure is.
    fn option(&mut self, spot: Spot) -> Option<Blank> {
        match self.figure(spot)? {
            Blank::Number => None,
            blank => Some(blank),
        }
    }

    /// The clause of a line, among some of other lines.
    fn clause(&mut self, spot: Spot) -> Option<Blank> {
        let right = Clause { step: spot.step, rule: None };
        right.text(self.variant.scheme)?;
        if !self.cited.insert(spot.step) {
            return None;
        }
        let others = (0..self.variant.scheme.steps.len()).map(|step| Clause { step, rule: None });
        self.among_clauses(right, others)
    }

    /// A clause among others that read otherwise; none when there are none.
    fn among_clauses(&mut self, right: Clause, others: impl Iterator<Item = Clause>) -> Option<Blank> {
        let scheme = self.variant.scheme;
        let words = |clause: Clause| clause.text(scheme).map(|text| text.words.as_str());
        let mut seen = BTreeSet::from([words(right)?]);
        let mut offered: Vec<Clause> =
            others.filter(|clause| words(*clause).is_some_and(|words| seen.insert(words))).collect();
        if offered.is_empty() {
            return None;
        }
        self.draws.shuffle(&mut offered);
        offered.truncate(MOST_CLAUSES.saturating_sub(1));
        offered.push(right);
        self.draws.shuffle(&mut offered);
        Some(Blank::Clause { offered, right })
    }

    /// The first of some conditions that holds, by position; one that is not there always holds.
    fn taken<'t>(&mut self, conditions: impl Iterator<Item = Option<&'t Term>>, spot: Spot) -> Option<usize> {
        for (position, condition) in conditions.enumerate() {
            match condition {
                None => return Some(position),
                Some(when) => match self.item(when, spot)? {
                    Item::Truth(true) => return Some(position),
                    _ => continue,
                },
            }
        }
        None
    }

    /// The value of a term at the row of a line.
    fn item(&mut self, term: &Term, spot: Spot) -> Option<Item> {
        let axis = axis(self.variant.scheme, spot);
        self.run.value(term, &Frame::of(axis)).at(spot.at())?.ok()
    }
}
