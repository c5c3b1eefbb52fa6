//! One figure explained: language-free facts first, and their words in the reader's language.

use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::evaluate::value::{Fault, Item};
use crate::exact::Exact;
use crate::language::Vocabulary;
use crate::scheme::document::{Body, Kind, Step, Texts};
use crate::scheme::term::{Source, Term, TermKind, Type};
use crate::scheme::{Plan, Scheme};

use super::beside::{last_share, unrounded};
use super::cell::Cell;
use super::declared::{kind_of, options, owner_name, texts_of};
use super::live::Live;
use super::numbers::Numbers;
use super::part::{Part, leftover};
use super::settled::settled;
use super::spell::Teller;
use super::spot::Spot;
use super::titles::Titles;
use super::trace::{Collector, Operand, Trace};
use super::words::Words;

/// The longest chain of figures that leads down to a fault.
const LONGEST_CHAIN: usize = 50;

/// One figure of an outcome, and everything that can be said about how it came about.
///
/// Nothing is computed twice: every number is a value of the outcome, or one that the run gives for a part of the
/// formula.
///
/// # Example
///
/// ```
/// use jixiao::evaluate::explain::Explained;
/// use jixiao::evaluate::facts::Facts;
/// use jixiao::evaluate::run::evaluate;
/// use jixiao::language::Language;
/// use jixiao::scheme::Scheme;
///
/// let scheme = Scheme::read(r#"
///     id = "tiny"
///     title = "試"
///     [roster.nurse]
///     title = "護士"
///     column.days = { title = "天數", unit = "day" }
///     [step.points]
///     title = "得分"
///     each = "nurse"
///     unit = "point"
///     formula = "days * 1.5 [point/day]"
/// "#.as_bytes()).unwrap();
/// let facts = Facts::open(&scheme, r#"{"rosters": {"nurse": [{"name": "甲", "days": "20"}]}}"#);
/// let outcome = evaluate(&scheme, &facts);
/// let explained = Explained::of(&scheme, &facts, &outcome, 0, Some(0)).unwrap();
/// assert_eq!(explained.numbers(&Language::TraditionalChinese), "20 天 × 1.5 分/天 = 30 分");
/// assert_eq!(explained.trace().operands.len(), 1);
/// assert_eq!(explained.dropped(), None);
/// ```
pub struct Explained<'r> {
    live: Live<'r>,
    plan: &'r Plan,
    declared: &'r Step,
    step: usize,
    row: Option<u32>,
}

/// What the last rounding of a figure dropped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dropped {
    /// The value before that rounding, in base units.
    pub exact: Exact,
    /// That value minus the figure.
    pub dropped: Exact,
}

impl<'r> Explained<'r> {
    /// The figure of a step: of `row`, when the step has rows.
    ///
    /// None when there is no such step or row.
    #[must_use]
    pub fn of(
        scheme: &'r Scheme,
        facts: &'r Facts,
        outcome: &'r Outcome,
        step: usize,
        row: Option<u32>,
    ) -> Option<Self> {
        let (plan, declared) = (scheme.steps.get(step)?, scheme.document.steps.get(step)?);
        outcome.steps.get(step)?.figure(row.unwrap_or(0))?;
        let live = Live::new(scheme, facts, outcome);
        (plan.each.is_some() == row.is_some()).then_some(Self { live, plan, declared, step, row })
    }

    /// The figure itself.
    #[must_use]
    pub fn figure(&self) -> Option<FigureOutcome<'r>> {
        self.live.outcome.steps.get(self.step)?.figure(self.row.unwrap_or(0))
    }

    /// Position of the step.
    #[must_use]
    pub fn step(&self) -> usize {
        self.step
    }

    /// The row.
    #[must_use]
    pub fn row(&self) -> Option<u32> {
        self.row
    }

    /// Of first-match rules the one that applied, by position.
    #[must_use]
    pub fn rule(&self) -> Option<usize> {
        match (&self.declared.body, &self.plan.term.kind) {
            (Body::Rules(_), TermKind::First(arms)) => {
                self.live.arm(arms, &self.spot()).ok()?.map(|(position, _)| position)
            }
            _ => None,
        }
    }

    /// What went into the figure.
    #[must_use]
    pub fn trace(&self) -> Trace {
        Collector::collect(&self.live, &self.plan.term, &self.spot())
    }

    /// What the last rounding dropped; none when nothing was.
    #[must_use]
    pub fn dropped(&self) -> Option<Dropped> {
        let Some(FigureOutcome::Known(Item::Number(figure))) = self.figure() else { return None };
        let spot = self.spot();
        let exact = self.live.number(&unrounded(&self.plan.term, &self.live, &spot)?, &spot)?;
        let dropped = exact.minus(&figure)?;
        (!dropped.is_zero()).then_some(Dropped { exact, dropped })
    }

    /// What a shared pool gave to the row, when the formula ends in one.
    #[must_use]
    pub fn part(&self) -> Option<Part> {
        let spot = self.spot();
        let (share, term) = last_share(&self.plan.term, &self.live, &spot)?;
        Part::of(share, term, self.step, &self.live, &spot)
    }

    /// For a failed figure: the values it failed through, from its operand down to where the fault arose.
    ///
    /// Empty when the fault arose in the figure's own formula.
    #[must_use]
    pub fn chain(&self) -> Vec<Cell> {
        let Some(FigureOutcome::Failed(fault)) = self.figure() else { return Vec::new() };
        let mut chain = Vec::new();
        let mut trace = self.trace();
        while let Some(cell) = self.faulty(&trace, fault)
            && chain.len() < LONGEST_CHAIN
        {
            chain.push(cell);
            let Source::Step(step) = cell.source else { break };
            let Some(plan) = self.live.scheme.steps.get(step) else { break };
            trace = Collector::collect(&self.live, &plan.term, &Spot::of(plan.each, cell.row.unwrap_or(0)));
        }
        chain
    }

    /// The first operand that has this fault.
    fn faulty(&self, trace: &Trace, fault: Fault) -> Option<Cell> {
        let cells = trace.operands.iter().flat_map(|operand| match operand {
            Operand::One(cell) => std::slice::from_ref(cell),
            Operand::List { members, .. } => members.as_slice(),
        });
        cells.copied().find(|cell| self.value(*cell) == Err(fault))
    }

    /// The value of an operand.
    ///
    /// # Errors
    ///
    /// The fault, where there is no value.
    pub fn value(&self, cell: Cell) -> Result<Item, Fault> {
        self.live.stored(cell)
    }

    /// What a stored value is; none for a choice.
    #[must_use]
    pub fn kind(&self, source: Source) -> Option<Kind> {
        let document = &self.live.scheme.document;
        match source {
            Source::Belongs(axis) => owner_name(document, axis).cloned().map(Kind::OneOf),
            _ => kind_of(document, source).cloned(),
        }
    }

    /// The texts of what a stored value is declared by; none for the row that a row belongs to.
    #[must_use]
    pub fn texts(&self, source: Source) -> Option<&'r Texts> {
        texts_of(&self.live.scheme.document, source)
    }

    /// The condition of a rule in words; none for one that applies always.
    #[must_use]
    pub fn condition(&self, rule: usize, reader: &dyn Vocabulary) -> Option<String> {
        let TermKind::First(arms) = &self.plan.term.kind else { return None };
        let when = arms.get(rule)?.when.as_ref()?;
        let words = Words { titles: self.titles(reader) };
        Some(words.term(when, &self.spot()).into_text())
    }

    /// The formula in the reader's words, as it reads with the choices that were made: what they decide away is left
    /// out. Of first-match rules one a line.
    #[must_use]
    pub fn words(&self, reader: &dyn Vocabulary) -> String {
        let words = Words { titles: self.titles(reader) };
        words.formula(&self.declared.body, &self.as_chosen(), &self.spot())
    }

    /// Who gets what is left when the parts of a shared pool are cut, where a part of it goes to those who lost most:
    /// of every other rule the formula itself says so.
    #[must_use]
    pub fn leftover(&self, reader: &dyn Vocabulary) -> Option<String> {
        let mut found = None;
        let term = self.as_chosen();
        term.walk(&mut |term| {
            if let TermKind::Share(share) = &term.kind {
                found = found.take().or_else(|| leftover(share, self.titles(reader)));
            }
        });
        found
    }

    /// Whether the choices alone say what the figure is: nothing else is left of the formula.
    #[must_use]
    pub fn is_chosen(&self) -> bool {
        matches!(self.as_chosen().kind, TermKind::Number(_) | TermKind::Truth(_) | TermKind::Option(_))
    }

    /// The formula without the branches that the choices decide away.
    fn as_chosen(&self) -> Term {
        let spot = self.spot();
        let decide = |condition: &Term| match self.live.value(condition, &spot) {
            Ok(Item::Truth(truth)) => Some(truth),
            _ => None,
        };
        settled(&self.plan.term, &decide)
    }

    /// The formula with the numbers put in, and the result; for a failed figure also how its fault came down to it.
    #[must_use]
    pub fn numbers(&self, reader: &dyn Vocabulary) -> String {
        let titles = self.titles(reader);
        let numbers = Numbers { titles, live: &self.live };
        let yields = self.yields();
        let said = numbers.formula(&self.plan.term, &self.spot(), &yields).into_text();
        let shown = |item: Item| numbers.found(Ok(item), &yields, None);
        let (sign, result) = match self.figure() {
            None => return said,
            Some(FigureOutcome::Failed(_)) => {
                return [said, self.descent(titles)].join("\n").trim_end().to_owned();
            }
            Some(FigureOutcome::Open(interval)) => {
                (" = ", numbers.interval(&interval.low, &interval.high, &yields))
            }
            Some(FigureOutcome::Known(item @ Item::Number(_))) => (" = ", shown(item)),
            Some(FigureOutcome::Known(item)) => (" → ", shown(item)),
        };
        if said == result.text() {
            return said;
        }
        match result.text().strip_prefix('≈') {
            Some(digits) => format!("{said} ≈ {digits}"),
            None => format!("{said}{sign}{}", result.text()),
        }
    }

    /// The chain of a failed figure: "pay (A) ← value per point ← pool"; empty when the fault is its own.
    fn descent(&self, titles: Titles<'_>) -> String {
        let own = Cell { source: Source::Step(self.step), row: self.row, pick: None };
        let chain = self.chain();
        if chain.is_empty() {
            return String::new();
        }
        let links = std::iter::once(own).chain(chain).map(|cell| cell.words(titles).into_text());
        links.collect::<Vec<_>>().join(" ← ")
    }

    /// How the row's part of a shared pool came about, in a sentence or two.
    #[must_use]
    pub fn residual(&self, reader: &dyn Vocabulary) -> Option<String> {
        Some(self.part()?.sentence(self.titles(reader)))
    }

    /// What the reader calls an operand: its title, and the name of its row.
    #[must_use]
    pub fn called(&self, cell: Cell, reader: &dyn Vocabulary) -> (String, Option<String>) {
        let titles = self.titles(reader);
        (titles.source_title(cell.source).to_owned(), cell.name(titles))
    }

    /// The spot of the figure.
    fn spot(&self) -> Spot<'static> {
        Spot::of(self.plan.each, self.row.unwrap_or(0))
    }

    /// What the step yields, in the unit it is declared in.
    fn yields(&self) -> Type {
        match &self.declared.kind {
            Kind::Quantity(unit) => Type::Number(unit.clone()),
            _ => self.plan.term.yields.clone(),
        }
    }

    fn titles<'a>(&'a self, reader: &'a dyn Vocabulary) -> Titles<'a> {
        Titles {
            document: &self.live.scheme.document,
            facts: Some(self.live.facts),
            reader,
            options: options(&self.declared.kind),
        }
    }
}
