//! A formula in the reader's words: titles for names, and the functions as the field calls them.

use crate::language::Vocabulary;
use crate::scheme::Scheme;
use crate::scheme::document::Body;
use crate::scheme::term::{Aggregate, Axis, Fold, Source, Term, TermKind, Type};

use super::amount::amount;
use super::declared::{options, table_of};
use super::lexicon::Template;
use super::phrase::Phrase;
use super::spell::{Teller, arms_words, operation};
use super::spot::Spot;
use super::titles::Titles;

/// The formula of a step in the reader's words; first-match rules one a line.
///
/// Empty when there is no such step.
///
/// # Example
///
/// ```
/// use jixiao::evaluate::explain::words;
/// use jixiao::language::Language;
/// use jixiao::scheme::Scheme;
///
/// let scheme = Scheme::read(r#"
///     id = "tiny"
///     title = "試"
///     [input.pool]
///     title = "總額"
///     unit = "yuan"
///     [step.rest]
///     title = "餘額"
///     unit = "yuan"
///     formula = "max(0, pool - 1000) * 30%"
/// "#.as_bytes()).unwrap();
/// assert_eq!(words(&scheme, 0, &Language::TraditionalChinese), "取大（0，總額 − 1,000 元） × 30%");
/// ```
#[must_use]
pub fn words(scheme: &Scheme, step: usize, reader: &dyn Vocabulary) -> String {
    let (Some(plan), Some(step)) = (scheme.steps.get(step), scheme.document.steps.get(step)) else {
        return String::new();
    };
    let options = options(&step.kind);
    let words = Words { titles: Titles { document: &scheme.document, facts: None, reader, options } };
    let spot = Spot::of(plan.each, 0);
    words.formula(&step.body, &plan.term, &spot)
}

/// Each rule of a step in the reader's words: when it applies, empty for the last, and what it yields.
#[must_use]
pub fn rules_words(scheme: &Scheme, step: usize, reader: &dyn Vocabulary) -> Vec<[String; 2]> {
    let (Some(plan), Some(step)) = (scheme.steps.get(step), scheme.document.steps.get(step)) else {
        return Vec::new();
    };
    let (Body::Rules(_), TermKind::First(arms)) = (&step.body, &plan.term.kind) else { return Vec::new() };
    let options = options(&step.kind);
    let words = Words { titles: Titles { document: &scheme.document, facts: None, reader, options } };
    let spot = Spot::of(plan.each, 0);
    let said = |term: &Term| words.term(term, &spot).into_text();
    arms.iter().map(|arm| [arm.when.as_ref().map(said).unwrap_or_default(), said(&arm.then)]).collect()
}

/// A part of a step's formula in the reader's words.
#[must_use]
pub fn part_words(scheme: &Scheme, step: usize, part: &Term, reader: &dyn Vocabulary) -> String {
    let each = scheme.steps.get(step).and_then(|plan| plan.each);
    let options = scheme.document.steps.get(step).and_then(|step| options(&step.kind));
    let words = Words { titles: Titles { document: &scheme.document, facts: None, reader, options } };
    words.term(part, &Spot::of(each, 0)).into_text()
}

/// Says a term by its titles.
pub(super) struct Words<'a> {
    pub(super) titles: Titles<'a>,
}

impl<'t> Teller<'t> for Words<'_> {
    fn titles(&self) -> Titles<'_> {
        self.titles
    }

    fn term(&self, term: &'t Term, spot: &Spot<'_>) -> Phrase {
        let (titles, pen) = (self.titles, self.titles.pen());
        match &term.kind {
            TermKind::Number(value) => match &term.yields {
                Type::Number(unit) if !value.is_zero() => amount(titles, value, unit),
                _ => Phrase::name(value.to_string()),
            },
            TermKind::Truth(truth) => titles.truth(*truth),
            TermKind::Date(date) => Phrase::name(date.to_string()),
            TermKind::Option(_) => titles.option(term, None),
            TermKind::Row(axis, id) => titles.row(*axis, id),
            TermKind::Whole(source) => titles.source(*source),
            TermKind::Own(source) if spot.listed => titles.listed(*source),
            TermKind::Own(source) => titles.source(*source),
            TermKind::Picked(source) => titles.listed(*source),
            TermKind::Fixed(source, id) => self.fixed(*source, id),
            TermKind::Follow { link, axis, of } => {
                let of = self.term(of, &spot.leading_to(Some(*axis), 0));
                pen.filled(Template::Of, &[&pen.tight(self.term(link, spot)), &pen.tight(of)])
            }
            TermKind::Outer(of) => self.outer(of, spot),
            TermKind::Aggregate(aggregate) => self.aggregate(aggregate, &term.yields, spot),
            _ => operation(self, term, spot),
        }
    }
}

impl Words<'_> {
    /// A whole formula; of first-match rules one a line.
    pub(super) fn formula(&self, body: &Body, term: &Term, spot: &Spot<'_>) -> String {
        match (body, &term.kind) {
            (Body::Rules(_), TermKind::First(arms)) => {
                let lines = arms_words(self, arms, spot);
                lines.iter().map(Phrase::text).collect::<Vec<_>>().join("\n")
            }
            _ => self.term(term, spot).into_text(),
        }
    }

    /// The value of a named row: "shifts “night”", "coefficient of titles “senior”".
    fn fixed(&self, source: Source, id: &str) -> Phrase {
        let (titles, pen) = (self.titles, self.titles.pen());
        let at = |of: Phrase, axis| pen.filled(Template::RowOf, &[&of, &titles.row(axis, id)]);
        match source {
            Source::Column(axis, _) => {
                let (row, title) = (at(titles.axis(axis), axis), titles.source(source));
                if title == titles.axis(axis) { row } else { pen.filled(Template::Of, &[&row, &title]) }
            }
            _ => match table_of(titles.document, source) {
                Some(table) => at(titles.source(source), table),
                None => titles.source(source),
            },
        }
    }

    /// A term of the frame around the aggregate.
    fn outer(&self, of: &Term, spot: &Spot<'_>) -> Phrase {
        let Some(around) = spot.outer else { return self.term(of, spot) };
        let words = self.term(of, around);
        match (&of.kind, around.frame.axis) {
            (TermKind::Own(_) | TermKind::Follow { .. } | TermKind::Fixed(..), Some(axis)) => {
                self.titles.pen().filled(Template::OwnRow, &[&self.titles.axis(axis), &words])
            }
            _ => words,
        }
    }

    /// A list brought to one value.
    fn aggregate(&self, aggregate: &Aggregate, yields: &Type, spot: &Spot<'_>) -> Phrase {
        let (titles, pen) = (self.titles, self.titles.pen());
        let rows = self.rows(aggregate, spot);
        let inside = match aggregate.rows {
            Some(axis) => Spot { listed: rows.is_none(), ..spot.leading_to(Some(axis), 0) },
            None => spot.clone(),
        };
        let counted = aggregate.fold == Fold::Count;
        let mut list = match (rows, aggregate.pick) {
            (None, Some(table)) if counted => titles.axis(Axis::Table(table)),
            (Some(rows), _) if counted => rows,
            (rows, _) => {
                let of = self.term(&aggregate.of, &inside);
                match rows {
                    Some(rows) if self.is_value(&aggregate.of) => pen.filled(Template::Of, &[&rows, &of]),
                    Some(rows) => pen.filled(Template::Over, &[&rows, &of]),
                    None => of,
                }
            }
        };
        if let Some(filter) = &aggregate.filter {
            list = pen.filled(Template::Where, &[&list, &self.term(filter, &inside)]);
        }
        let template = match aggregate.fold {
            Fold::Sum => Template::Sum,
            Fold::Mean => Template::Mean,
            Fold::Max => Template::Highest,
            Fold::Min => Template::Lowest,
            Fold::Count => match yields {
                Type::Number(unit) if !unit.is_plain() => {
                    let unit = Phrase::name(unit.shown(titles.reader));
                    return pen.filled(Template::CountIn, &[&list, &unit]);
                }
                _ => Template::Count,
            },
            Fold::Any => Template::Any,
            Fold::All => Template::Every,
            Fold::LongestRun => Template::Run,
        };
        pen.filled(template, &[&list])
    }

    /// The rows that an aggregate goes over: "all nurses", "this row's operations".
    ///
    /// Nothing for a column of a table, which is called by the table's title itself.
    fn rows(&self, aggregate: &Aggregate, spot: &Spot<'_>) -> Option<Phrase> {
        let (titles, pen) = (self.titles, self.titles.pen());
        let axis = aggregate.rows?;
        let rows = titles.axis(axis);
        let own = spot.frame.axis.map(|axis| titles.axis(axis));
        match (&aggregate.group, own) {
            (Some(group), Some(own)) if belongs(group) => {
                Some(pen.filled(Template::Children, &[&rows, &own]))
            }
            (Some(group), Some(own)) => {
                let link = self.term(group, &spot.leading_to(Some(axis), 0));
                Some(pen.filled(Template::Linked, &[&rows, &pen.quoted(link.text()), &own]))
            }
            _ if matches!(aggregate.of.kind, TermKind::Own(Source::Column(Axis::Table(_), _))) => None,
            _ => Some(pen.filled(Template::All, &[&rows])),
        }
    }

    /// Whether the words of a term are one title.
    fn is_value(&self, term: &Term) -> bool {
        match &term.kind {
            TermKind::Own(_) | TermKind::Picked(_) | TermKind::Fixed(..) => true,
            TermKind::Follow { link, of, .. } => self.is_value(link) && self.is_value(of),
            _ => false,
        }
    }
}

/// Whether a link only goes from a row to the one that it belongs to, and on from there.
fn belongs(link: &Term) -> bool {
    match &link.kind {
        TermKind::Own(Source::Belongs(_)) => true,
        TermKind::Follow { link, of, .. } => belongs(link) && belongs(of),
        _ => false,
    }
}
