//! A scheme file with something else in its steps: each formula put where the one it replaces stands, and read again.

use std::collections::BTreeMap;

use toml::de::{DeString, DeTable, DeValue};
use toml::{Spanned, de::DeArray};

use super::Scheme;
use super::document::{Body, Document, Formula, Kind, Step};
use super::read::Offsets;
use crate::formula::parse::parse;
use crate::formula::syntax::{Expr, ExprKind};
use crate::problem::{Problem, Span};

/// The functions that round a number, as formulas call them.
pub const ROUNDING: [&str; 5] = ["round", "round_even", "truncate", "floor", "ceil"];

/// A part of a step that may be written anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The formula of a step without rules.
    Formula,
    /// When a rule applies, by its place among the rules.
    When(usize),
    /// What a rule yields.
    Then(usize),
    /// How many decimals are shown.
    Places,
}

/// A part of a step as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Where it stands: `step.pay.formula`, `step.ceiling.rule.0.when`, `step.pay.places`.
    pub path: String,
    /// Which part it is.
    pub part: Part,
    /// Its text; empty where a step does not say how many decimals are shown.
    pub text: String,
}

/// The parts of a step, in the order of the file.
#[must_use]
pub fn parts(step: &Step) -> Vec<Written> {
    let id = &step.id.text;
    let mut parts = match &step.body {
        Body::Formula(formula) => {
            vec![Written {
                path: format!("step.{id}.formula"),
                part: Part::Formula,
                text: formula.text.clone(),
            }]
        }
        Body::Rules(rules) => {
            let written = |at: usize, key: &str, part: Part, formula: &Formula| Written {
                path: format!("step.{id}.rule.{at}.{key}"),
                part,
                text: formula.text.clone(),
            };
            let rules = rules.iter().enumerate().flat_map(|(at, rule)| {
                let when = rule.when.as_ref().map(|when| written(at, "when", Part::When(at), when));
                when.into_iter().chain([written(at, "then", Part::Then(at), &rule.then)])
            });
            rules.collect()
        }
    };
    if matches!(step.kind, Kind::Quantity(_)) {
        let text = step.places.map(|places| places.to_string()).unwrap_or_default();
        parts.push(Written { path: format!("step.{id}.places"), part: Part::Places, text });
    }
    parts
}

/// How a formula rounds, when the last that it does is to round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounds {
    /// One of [`ROUNDING`].
    pub function: String,
    /// To how many places, as written; `0` where the formula does not say.
    pub places: String,
    /// What is rounded.
    pub of: String,
}

impl Rounds {
    /// How the text of a formula rounds; none where it does not, or is no formula.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::scheme::revise::Rounds;
    ///
    /// let rounds = Rounds::of("round(pool / 3, 2)").unwrap();
    /// assert_eq!([rounds.function, rounds.places, rounds.of], ["round", "2", "pool / 3"]);
    /// assert_eq!(Rounds::of("round(pool, 2) + 1"), None);
    /// ```
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        let tree = parse(text, &|byte| byte).ok()?;
        let ExprKind::Call { function, arguments, named } = &tree.kind else { return None };
        let known = named.is_empty() && ROUNDING.contains(&function.text.as_str());
        let written = |expr: &Expr| text.get(expr.span.start..expr.span.end).map(str::to_owned);
        let places = match arguments.get(1) {
            None => "0".to_owned(),
            Some(places) => {
                written(places).filter(|places| places.bytes().all(|byte| byte.is_ascii_digit()))?
            }
        };
        let of = arguments.first().filter(|_| known && arguments.len() <= 2)?;
        // A bracket around it is no part of its place.
        let before = text.get(function.span.end..of.span.start)?.trim();
        let after = text.get(of.span.end..)?.trim_start();
        let bare = before == "(" && (after.starts_with(',') || after == ")");
        bare.then_some(())?;
        Some(Self { function: function.text.clone(), places, of: written(of)? })
    }
}

/// What came of writing parts of a scheme anew.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The file as it is now.
    pub text: String,
    /// The parts that the file does not have.
    pub lost: Vec<String>,
    /// The scheme, or everything that is wrong with it.
    pub scheme: Result<Scheme, Vec<Problem>>,
    placed: Vec<Placed>,
}

/// Where a text was put.
#[derive(Clone, Debug)]
struct Placed {
    path: String,
    text: String,
    span: Span,
}

/// Where a problem stands in a text that was written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The path of the part.
    pub path: String,
    /// Where it begins in the text, in UTF-16 units, as JavaScript counts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

impl Revision {
    /// The part that a problem stands in, and where in its text; none where it stands elsewhere in the file.
    #[must_use]
    pub fn spot(&self, problem: &Problem) -> Option<Spot> {
        let span = problem.span()?;
        let placed = self
            .placed
            .iter()
            .find(|placed| placed.span.start <= span.start && span.start <= placed.span.end)?;
        let offsets = Offsets::of(&placed.text, &self.text, placed.span);
        // How much of the text stands before a place of the file.
        let units = |place: usize| -> usize {
            let before = placed.text.char_indices().take_while(|(byte, _)| offsets.at(*byte) < place);
            before.map(|(_, letter)| letter.len_utf16()).sum()
        };
        let start = units(span.start);
        Some(Spot { path: placed.path.clone(), start, end: units(span.end).max(start) })
    }
}

/// The scheme of a file with other texts for some parts of its steps; what its texts are in other languages stays.
#[must_use]
pub fn revised(file: &str, document: &Document, texts: &BTreeMap<String, String>) -> Revision {
    let root = DeTable::parse(file).ok();
    let mut edits: Vec<(Span, Placing, &str, &str)> = Vec::new();
    let mut lost = Vec::new();
    for (path, text) in texts {
        let found = root.as_ref().and_then(|root| place(root.get_ref(), path, file));
        match found {
            Some((span, placing)) => edits.push((span, placing, path, text)),
            None => lost.push(path.clone()),
        }
    }
    edits.sort_by_key(|(span, ..)| *span);
    let mut written = String::with_capacity(file.len());
    let mut placed = Vec::with_capacity(edits.len());
    let mut from = 0;
    for (span, placing, path, text) in edits {
        written.push_str(file.get(from..span.start).unwrap_or_default());
        from = span.end;
        let (before, after) = match &placing {
            Placing::Instead => ("", ""),
            Placing::Line(prefix) => (prefix.as_str(), "\n"),
            Placing::Item => ("places = ", ", "),
        };
        written.push_str(before);
        let start = written.len();
        let whole =
            path.ends_with(".places") && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        written.push_str(&if whole { text.to_owned() } else { quoted(text) });
        placed.push(Placed {
            path: path.to_owned(),
            text: text.to_owned(),
            span: Span::new(start, written.len()),
        });
        written.push_str(after);
    }
    written.push_str(file.get(from..).unwrap_or_default());
    let mut scheme = Scheme::read(written.as_bytes());
    if let Ok(scheme) = &mut scheme {
        scheme.document.translations.clone_from(&document.translations);
    }
    Revision { text: written, lost, scheme, placed }
}

/// How a text is put into the file.
enum Placing {
    /// In the place of what stands there.
    Instead,
    /// On a line of its own, behind this beginning.
    Line(String),
    /// As one more item between braces.
    Item,
}

/// Where the text of a part stands, or is to stand.
fn place(root: &DeTable<'_>, path: &str, file: &str) -> Option<(Span, Placing)> {
    let mut names = path.split('.');
    (names.next() == Some("step")).then_some(())?;
    let steps = table(root.get("step")?)?;
    let (id, key) = (names.next()?, names.next()?);
    let step = steps.get(id)?;
    let section = table(step)?;
    let span = |value: &Spanned<DeValue<'_>>| (Span::from(value.span()), Placing::Instead);
    let found = match key {
        "formula" => section.get("formula").map(span),
        "places" => section.get("places").map(span).or_else(|| new_places(step, section, file)),
        "rule" => {
            let rules: &DeArray<'_> = match section.get("rule")?.get_ref() {
                DeValue::Array(rules) => rules,
                _ => return None,
            };
            let rule = table(rules.get(names.next()?.parse::<usize>().ok()?)?)?;
            rule.get(names.next().filter(|key| ["when", "then"].contains(key))?).map(span)
        }
        _ => None,
    };
    found.filter(|_| names.next().is_none())
}

fn table<'v, 't>(value: &'v Spanned<DeValue<'t>>) -> Option<&'v DeTable<'t>> {
    if let DeValue::Table(table) = value.get_ref() { Some(table) } else { None }
}

/// Where a step that does not say its places is told them: before the first of its keys.
fn new_places(step: &Spanned<DeValue<'_>>, section: &DeTable<'_>, file: &str) -> Option<(Span, Placing)> {
    let first: &Spanned<DeString<'_>> = section.keys().min_by_key(|key| key.span().start)?;
    let start = first.span().start;
    if file.get(step.span())?.starts_with('{') {
        return Some((Span::new(start, start), Placing::Item));
    }
    // A key may stand behind the names of the sections that it belongs to: `step.pay.title`.
    let line = file.get(..start)?.rfind('\n').map_or(0, |at| at.saturating_add(1));
    let prefix = format!("{}places = ", file.get(line..start)?);
    Some((Span::new(line, line), Placing::Line(prefix)))
}

/// A text as a file holds it.
fn quoted(text: &str) -> String {
    if !text.chars().any(|letter| letter == '\'' || letter.is_control()) {
        return format!("'{text}'");
    }
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() => quoted.push_str(&format!("\\u{:04X}", u32::from(letter))),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
