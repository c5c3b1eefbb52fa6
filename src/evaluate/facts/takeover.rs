//! Figures of another scheme taken over: entered, as if typed, where an entry says that it takes them.

use super::Opened;
use super::field::{Index, Whose};
use super::part::Part;
use super::texts::Typed;
use crate::evaluate::facts::Facts;
use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::evaluate::value::Item;
use crate::problem::{Code, Problem};
use crate::scheme::document::{Document, Entry, Kind};
use crate::scheme::term::Axis;
use crate::scheme::{Origin, Scheme};

/// The most problems that are told of one taking over.
const MOST_TOLD: usize = 1_000;

/// Another scheme with its facts and their outcome.
#[derive(Clone, Copy)]
pub struct Evaluated<'a> {
    /// The scheme.
    pub scheme: &'a Scheme,
    /// Its facts.
    pub facts: &'a Facts,
    /// What they yield.
    pub outcome: &'a Outcome,
}

/// What was taken over, and what was not.
///
/// The problems speak of the other scheme, so its titles say them; their paths lead into the facts that took over.
#[derive(Default)]
pub struct TakenOver {
    /// What was entered, cell by cell.
    pub cells: Vec<TakenCell>,
    /// Everything that could not be taken over.
    pub problems: Vec<Problem>,
}

/// A cell that was entered.
#[derive(Debug, PartialEq, Eq)]
pub struct TakenCell {
    /// Its path.
    pub path: String,
    /// What was entered, exactly as the other scheme calculates it.
    pub text: String,
    /// The step that it comes from, by position in the other scheme.
    pub step: usize,
}

impl Opened {
    /// Enters the figures of another scheme in the inputs and roster columns whose `from` names it; with `only`, in
    /// the one with this path (`inputs.annual`, `rosters.month.score`).
    ///
    /// Rows of a roster take the figure of the row of the same name. The rest is entered also when something is
    /// told among the problems.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::evaluate::facts::{Evaluated, Opened};
    /// use jixiao::evaluate::run::evaluate;
    /// use jixiao::scheme::Scheme;
    ///
    /// let first = Scheme::read(r#"
    ///     id = "first"
    ///     title = "先"
    ///     [input.pool]
    ///     title = "總額"
    ///     unit = "yuan"
    ///     [step.half]
    ///     title = "一半"
    ///     unit = "yuan"
    ///     formula = "pool / 2"
    /// "#.as_bytes()).unwrap();
    /// let second = Scheme::read(r#"
    ///     id = "second"
    ///     title = "後"
    ///     [input.share]
    ///     title = "份額"
    ///     unit = "yuan"
    ///     from = { scheme = "first", step = "half" }
    /// "#.as_bytes()).unwrap();
    /// let other = Opened::open(&first, r#"{"inputs": {"pool": "25"}}"#);
    /// let outcome = evaluate(&first, other.facts());
    /// let mut opened = Opened::open(&second, "{}");
    /// let taken = opened.take_over(&second, Evaluated { scheme: &first, facts: other.facts(), outcome: &outcome }, None);
    /// assert!(taken.problems.is_empty());
    /// assert!(opened.json(&second).contains(r#""share":"12.5""#));
    /// ```
    pub fn take_over(&mut self, scheme: &Scheme, other: Evaluated<'_>, only: Option<&str>) -> TakenOver {
        let document = &scheme.document;
        let mut taken = TakenOver::default();
        let mut asked = false;
        for (part, path, entry) in entries(document) {
            if only.is_some_and(|only| only != path) {
                continue;
            }
            for origin in entry.from.iter().filter(|from| from.scheme.text == other.scheme.document.id.text) {
                asked = true;
                if self.take(document, &path, (part, entry, origin), other, &mut taken) {
                    self.read_again(document, part);
                }
            }
        }
        if !asked {
            let scheme = other.scheme.document.id.text.clone();
            taken.tell(Code::NothingTaken { scheme }, only.unwrap_or_default().to_owned());
        }
        taken
    }

    /// Takes over one step into one entry; false when nothing was entered.
    fn take(
        &mut self,
        document: &Document,
        path: &str,
        (part, entry, origin): (Part, &Entry, &Origin),
        other: Evaluated<'_>,
        taken: &mut TakenOver,
    ) -> bool {
        let roster = match part {
            Part::Column(roster, _) => Some(roster),
            _ => None,
        };
        let step = match origin.found_in(&other.scheme.document, entry, roster.is_some()) {
            Ok(step) => step,
            Err(code) => {
                taken.tell(*code, path.to_owned());
                return false;
            }
        };
        let count = taken.cells.len();
        match (part, roster) {
            (Part::Column(_, column), Some(at)) => {
                let Some(declared) = document.rosters.get(at) else { return false };
                let names = self.facts.rosters.get(at).map(|roster| roster.names.as_slice());
                let rows = matched(&declared.id.text, path, names.unwrap_or_default(), step, other, taken);
                let sheet = self.sheet.rosters.get_mut(at);
                let cells = sheet.and_then(|sheet| sheet.columns.get_mut(column)?.rows.first_mut());
                let Some(cells) = cells else { return false };
                // The whole column is written anew, so that many cells cost one pass.
                let before = std::mem::take(cells);
                for (row, from) in rows.into_iter().enumerate() {
                    let path = || format!("rosters.{}[{row}].{}", declared.id.text, entry.id.text);
                    match from.map(|from| text_of(entry, step, from, other)) {
                        Some(Ok(text)) => {
                            cells.push(row, Typed::Text(&text));
                            taken.cells.push(TakenCell { path: path(), text, step });
                            continue;
                        }
                        Some(Err(code)) => taken.tell(*code, path()),
                        None => {}
                    }
                    cells.push(row, before.at(row));
                }
            }
            (Part::Input(at), _) => match text_of(entry, step, 0, other) {
                Ok(text) => {
                    if let Some(cell) = self.sheet.inputs.get_mut(at).and_then(|cells| cells.rows.first_mut())
                    {
                        cell.set(0, Typed::Text(&text));
                        taken.cells.push(TakenCell { path: path.to_owned(), text, step });
                    }
                }
                Err(code) => taken.tell(*code, path.to_owned()),
            },
            _ => {}
        }
        taken.cells.len() > count
    }
}

impl TakenOver {
    fn tell(&mut self, code: Code, path: String) {
        match self.problems.len() {
            told if told < MOST_TOLD => self.problems.push(code.on(path)),
            MOST_TOLD => self.problems.push(Code::MoreProblems { limit: MOST_TOLD }.on("")),
            _ => {}
        }
    }
}

/// The entries that may take over, each with its part and path.
fn entries(document: &Document) -> Vec<(Part, String, &Entry)> {
    let inputs = document.inputs.iter().enumerate();
    let inputs = inputs.map(|(at, entry)| (Part::Input(at), format!("inputs.{}", entry.id.text), entry));
    let columns = document.rosters.iter().enumerate().flat_map(|(at, roster)| {
        let columns = roster.columns.iter().enumerate();
        columns.map(move |(column, entry)| {
            (Part::Column(at, column), format!("rosters.{}.{}", roster.id.text, entry.id.text), entry)
        })
    });
    inputs.chain(columns).filter(|(_, _, entry)| !entry.from.is_empty()).collect()
}

/// For each row the other scheme's row of the same name; rows without one, on either side, are told.
fn matched(
    roster: &str,
    path: &str,
    names: &[String],
    step: usize,
    other: Evaluated<'_>,
    taken: &mut TakenOver,
) -> Vec<Option<u32>> {
    let Some(Axis::Roster(axis)) = other.scheme.steps.get(step).and_then(|plan| plan.each) else {
        return Vec::new();
    };
    let (Some(declared), Some(rows)) =
        (other.scheme.document.rosters.get(axis), other.facts.rosters.get(axis))
    else {
        return Vec::new();
    };
    let title = &declared.texts.title;
    let (here, there) =
        (Index::of(Whose::Roster(title), names), Index::of(Whose::Roster(title), &rows.names));
    let found = names.iter().enumerate().map(|(row, name)| {
        // A name that stands twice here leads to two rows, and the figure may be meant for either.
        let place = || format!("rosters.{roster}[{row}].name");
        if here.is_twice(name) {
            taken.tell(Code::DuplicateName { name: name.clone() }, place());
            return None;
        }
        there.position(name).map_err(|code| taken.tell(*code, place())).ok()
    });
    let found = found.collect();
    for name in rows.names.iter().filter(|name| !here.holds(name)) {
        taken.tell(Code::RowLeft { name: name.clone() }, path.to_owned());
    }
    found
}

/// What is typed for a figure of the other scheme: the exact text, never the one that is shown.
fn text_of(entry: &Entry, step: usize, row: u32, other: Evaluated<'_>) -> Result<String, Box<Code>> {
    let document = &other.scheme.document;
    let (Some(declared), Some(found)) = (document.steps.get(step), other.outcome.steps.get(step)) else {
        return Ok(String::new());
    };
    let title = || declared.texts.title.clone();
    let Some(FigureOutcome::Known(item)) = found.figure(row) else {
        return Err(Code::NoFigure { title: title() }.into());
    };
    let text = match (&item, &entry.kind, &declared.kind) {
        (Item::Number(number), Kind::Quantity(unit), _) => {
            Some(number.divided_by(unit.factor()).map_err(|_| Code::TooLarge)?.to_string())
        }
        (Item::Truth(truth), ..) => Some(truth.to_string()),
        (Item::Date(date), ..) => Some(date.to_string()),
        (Item::Code(code), _, Kind::Options(options)) => {
            usize::try_from(*code).ok().and_then(|at| options.get(at)).map(|option| option.id.text.clone())
        }
        (Item::Code(code), _, Kind::OneOf(of)) => row_named(other, &of.text, *code),
        _ => None,
    };
    text.ok_or_else(|| Code::NoFigure { title: title() }.into())
}

/// The id or name of a row of the other scheme.
fn row_named(other: Evaluated<'_>, of: &str, row: u32) -> Option<String> {
    let (document, row) = (&other.scheme.document, usize::try_from(row).ok()?);
    let names = match document.tables.iter().position(|table| table.id.text == of) {
        Some(table) => &other.facts.tables.get(table)?.ids,
        None => {
            let roster = document.rosters.iter().position(|roster| roster.id.text == of)?;
            &other.facts.rosters.get(roster)?.names
        }
    };
    names.get(row).cloned()
}
