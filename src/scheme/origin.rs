//! Whether a step of another scheme fits the entry that takes its value from it.

use super::document::{Document, Entry, Kind, Name, Origin};
use crate::problem::{Code, Sort};

impl Origin {
    /// The position of the step in the other scheme, when its values may be entered in `entry`.
    ///
    /// # Errors
    ///
    /// What keeps them from it: there is no such step, a column of a roster (`rows`) needs one for each row of a
    /// roster and an input one for the whole scheme, and kind and unit must be those of the entry.
    pub fn found_in(&self, other: &Document, entry: &Entry, rows: bool) -> Result<usize, Box<Code>> {
        let fits = |each: Option<&Name>| match each {
            None => !rows,
            Some(each) => rows && other.rosters.iter().any(|roster| roster.id.text == each.text),
        };
        let found = other.steps.iter().enumerate().find(|(_, step)| step.id.text == self.step.text);
        let Some((at, step)) = found.filter(|(_, step)| fits(step.each.as_ref())) else {
            let (scheme, step) = (self.scheme.text.clone(), self.step.text.clone());
            return Err(Code::NoOrigin { scheme, step }.into());
        };
        match (&entry.kind, &step.kind) {
            (Kind::Quantity(declared), Kind::Quantity(found)) if !declared.fits(found) => {
                let (title, declared, found) = (step.texts.title.clone(), declared.clone(), found.clone());
                Err(Code::OtherUnit { title, declared, found }.into())
            }
            (entry, step) if sort(entry) != sort(step) => {
                Err(Code::WrongType { expected: sort(entry), found: sort(step) }.into())
            }
            _ => Ok(at),
        }
    }
}

/// What a value is; a row is entered by its name, as an option is by its id.
fn sort(kind: &Kind) -> Sort {
    match kind {
        Kind::Quantity(_) => Sort::Quantity,
        Kind::Truth => Sort::Truth,
        Kind::Date => Sort::Date,
        Kind::Words => Sort::Words,
        Kind::OneOf(_) | Kind::Options(_) => Sort::Option,
    }
}
