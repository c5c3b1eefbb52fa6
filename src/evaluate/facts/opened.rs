//! Opened facts: what was typed, and the values it reads as; one cell may be typed anew.

use std::rc::Rc;

use super::cell::{Again, NoSuchCell};
use super::found::Found;
use super::open::Opener;
use super::part::Part;
use super::receive::received;
use super::sheet::Sheet;
use super::{Facts, RosterColumn};
use crate::evaluate::value::{Fault, Rows, Value};
use crate::scheme::Scheme;
use crate::scheme::document::Document;

/// Facts that can be changed cell by cell and saved as they were typed.
///
/// # Example
///
/// ```
/// use jixiao::evaluate::facts::Opened;
/// use jixiao::scheme::{check, read};
///
/// let (document, _) = read::read(r#"
///     id = "tiny"
///     title = "試"
///     [input.pool]
///     title = "總額"
///     unit = "yuan"
///     [step.half]
///     title = "一半"
///     unit = "yuan"
///     formula = "pool / 2"
/// "#);
/// let scheme = check::check(document).unwrap();
/// let mut opened = Opened::open(&scheme, r#"{"inputs": {"pool": "1O0"}}"#);
/// assert_eq!(opened.facts().problems[0].code.id(), "not-a-number");
/// opened.set(&scheme, "inputs.pool", "１，０００").unwrap();
/// assert!(opened.facts().problems.is_empty());
/// assert!(opened.json(&scheme).contains(r#""pool":"１，０００""#));
/// ```
#[derive(Clone, Debug)]
pub struct Opened {
    pub(super) sheet: Sheet,
    pub(super) facts: Rc<Facts>,
    /// How many problems each part has, in the order of the parts.
    lengths: Vec<usize>,
}

impl Opened {
    /// Opens facts written as JSON. It never fails: all that is wrong is among [`Facts::problems`].
    #[must_use]
    pub fn open(scheme: &Scheme, json: &str) -> Self {
        Self::read(&scheme.document, received(&scheme.document, json))
    }

    fn read(document: &Document, sheet: Sheet) -> Self {
        let mut facts = Facts::default();
        let opener = Opener { document, sheet: &sheet };
        let parts = Part::all(document).into_iter().map(|part| {
            let mut found = Found::behind(facts.problems.len());
            opener.read(part, &mut facts, &mut found);
            let length = found.problems.len();
            facts.problems.append(&mut found.problems);
            length
        });
        let lengths = parts.collect();
        Self { sheet, facts: Rc::new(facts), lengths }
    }

    /// The values.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The values, to be kept while cells are typed anew.
    #[must_use]
    pub fn shared(&self) -> Rc<Facts> {
        Rc::clone(&self.facts)
    }

    /// The facts as JSON, every value as it was typed.
    #[must_use]
    pub fn json(&self, scheme: &Scheme) -> String {
        self.sheet.json(&scheme.document)
    }

    /// Types `text` into the cell at `path`; what is wrong with it becomes a problem there.
    ///
    /// An empty text empties the cell. A cell of a table that is empty counts as the scheme says.
    ///
    /// # Errors
    ///
    /// [`NoSuchCell`] when the scheme and the rows have no such cell; then nothing is changed.
    pub fn set(&mut self, scheme: &Scheme, path: &str, text: &str) -> Result<(), NoSuchCell> {
        let document = &scheme.document;
        match self.sheet.set(document, path, text) {
            None => return Err(NoSuchCell { path: path.to_owned() }),
            Some(Again::All) => *self = Self::read(document, std::mem::take(&mut self.sheet)),
            Some(Again::Parts(parts)) => parts.into_iter().for_each(|part| self.read_again(document, part)),
        }
        Ok(())
    }

    /// Reads one part again, and puts its problems in place of those it had.
    pub(super) fn read_again(&mut self, document: &Document, part: Part) {
        let Some(at) = Part::all(document).iter().position(|other| *other == part) else { return };
        let start: usize = self.lengths.iter().take(at).sum();
        let end = start.saturating_add(self.lengths.get(at).copied().unwrap_or(0));
        let mut found = Found::behind(start);
        let facts = Rc::make_mut(&mut self.facts);
        Opener { document, sheet: &self.sheet }.read(part, facts, &mut found);
        let length = found.problems.len();
        let behind = start.saturating_add(length);
        // The faults of the part itself already lie before its new end; only faults of later parts move.
        if behind != end {
            let later = Part::all(document).into_iter().skip(at.saturating_add(1));
            let moved = |fault: Fault| position(fault).saturating_sub(end).saturating_add(behind);
            let shift = |fault: &mut Fault| {
                if position(*fault) >= end {
                    *fault = Fault::try_from(moved(*fault)).unwrap_or(Fault::MAX);
                }
            };
            later.for_each(|part| facts.each_fault(part, &shift));
        }
        facts.problems.splice(start..end, found.problems);
        if let Some(place) = self.lengths.get_mut(at) {
            *place = length;
        }
    }
}

fn position(fault: Fault) -> usize {
    usize::try_from(fault).unwrap_or(usize::MAX)
}

impl Facts {
    /// Opens facts written as JSON, only for their values.
    #[must_use]
    pub fn open(scheme: &Scheme, json: &str) -> Self {
        Rc::unwrap_or_clone(Opened::open(scheme, json).facts)
    }

    /// Hands every fault of a part to `change`.
    fn each_fault(&mut self, part: Part, change: &dyn Fn(&mut Fault)) {
        match part {
            Part::On | Part::Document | Part::Names(_) => {}
            Part::Input(at) => each_of_value(self.inputs.get_mut(at), change),
            Part::Parameter(at) => each_of_value(self.parameters.get_mut(at), change),
            Part::Choice(at) => each_of_value(self.choices.get_mut(at), change),
            Part::Table(at) => {
                if let Some(table) = self.tables.get_mut(at) {
                    table.columns.iter_mut().chain(&mut table.of).for_each(|rows| each_of_rows(rows, change));
                    table.fault.iter_mut().for_each(change);
                }
            }
            Part::Owners(at) => {
                let owners = self.rosters.get_mut(at).and_then(|roster| roster.of.as_mut());
                owners.into_iter().for_each(|rows| each_of_rows(rows, change));
            }
            Part::Column(at, column) => {
                match self.rosters.get_mut(at).and_then(|roster| roster.columns.get_mut(column)) {
                    Some(RosterColumn::Plain(rows)) => each_of_rows(rows, change),
                    Some(RosterColumn::Per(columns)) => {
                        columns.iter_mut().for_each(|rows| each_of_rows(rows, change));
                    }
                    None => {}
                }
            }
        }
    }
}

fn each_of_value(value: Option<&mut Value>, change: &dyn Fn(&mut Fault)) {
    match value {
        Some(Value::One(Err(fault))) => change(fault),
        Some(Value::Many(rows)) => each_of_rows(rows, change),
        Some(Value::One(Ok(_))) | None => {}
    }
}

fn each_of_rows(rows: &mut Rc<Rows>, change: &dyn Fn(&mut Fault)) {
    if !rows.faults.is_empty() {
        Rc::make_mut(rows).faults.iter_mut().for_each(|(_, fault)| change(fault));
    }
}
