//! What a trainee gave for a line: a number that was typed, or one of several things that was chosen.

use super::answer::{Answer, answer};
use super::entry::Entry;
use super::exercise::Exercise;
use super::level::{Among, Blank, Clause};
use super::spot::Spot;
use crate::evaluate::value::Item;
use crate::problem::{Code, Problem};
use crate::scheme::Scheme;
use crate::scheme::document::Kind;
use crate::scheme::term::Axis;
use crate::unit::Unit;

/// What was given for a line, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Given {
    /// Nothing.
    Nothing,
    /// The figure of the line, or the tier that it looks up.
    Figure(Entry),
    /// The clause that the line comes from.
    Clause(Clause),
}

impl Exercise {
    /// Reads what was given for a line: a number as typed, or the `id` of what was chosen.
    ///
    /// # Errors
    ///
    /// What cannot be read.
    pub fn given(&self, scheme: &Scheme, spot: Spot, text: &str) -> Result<Given, Box<Problem>> {
        let document = &scheme.document;
        let kind = document.steps.get(spot.step).map(|step| &step.kind);
        let unknown = || {
            let of = document.steps.get(spot.step).map(|step| step.id.text.clone()).unwrap_or_default();
            let code = Code::UnknownOption { option: text.to_owned(), of, nearest: None, among: Vec::new() };
            Box::new(code.on(""))
        };
        let id = text.trim();
        match self.blanks.get(&spot) {
            None | Some(Blank::Number) => {
                let plain = Unit::plain();
                let unit = if let Some(Kind::Quantity(unit)) = kind { unit } else { &plain };
                Ok(match answer(document, unit, text)? {
                    None => Given::Nothing,
                    Some(Answer { value, places }) => Given::Figure(Entry::Number { value, places }),
                })
            }
            Some(_) if id.is_empty() => Ok(Given::Nothing),
            Some(Blank::Clause { offered, .. }) => {
                let clause = offered.iter().find(|clause| clause.id(scheme) == id);
                Ok(Given::Clause(*clause.ok_or_else(unknown)?))
            }
            Some(Blank::Option { among, offered, .. }) => {
                let found = offered
                    .iter()
                    .find(|at| self.option_id(scheme, spot, *among, **at).as_deref() == Some(id));
                let at = *found.ok_or_else(unknown)?;
                let item = if *among == Among::Truths { Item::Truth(at == 1) } else { Item::Code(at) };
                Ok(Given::Figure(Entry::Item(item)))
            }
        }
    }

    /// The name by which an answer names an option.
    fn option_id(&self, scheme: &Scheme, spot: Spot, among: Among, at: u32) -> Option<String> {
        let (document, facts) = (&scheme.document, self.opened.facts());
        let place = usize::try_from(at).ok()?;
        match among {
            Among::Truths => Some((at == 1).to_string()),
            Among::Options => match &document.steps.get(spot.step)?.kind {
                Kind::Options(options) => Some(options.get(place)?.id.text.clone()),
                _ => None,
            },
            Among::Rows(Axis::Table(table)) => facts.tables.get(table)?.ids.get(place).cloned(),
            Among::Rows(Axis::Roster(roster)) => facts.rosters.get(roster)?.names.get(place).cloned(),
        }
    }
}
