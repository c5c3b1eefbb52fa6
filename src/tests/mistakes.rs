//! Mistakes planted in every shipped scheme, and whether the diagnosis names them.

mod exercises;
mod planted;
mod right;
mod said;
mod sheets;
mod tally;

use std::path::Path;

use super::case::Case;
use super::cases;
use crate::evaluate::facts::Facts;
use crate::exact::Exact;
use crate::language::Language;
use crate::practise::{Printed, Spot};
use crate::scheme::Scheme;
use crate::scheme::term::Axis;

/// A shipped scheme with its texts in all languages.
fn translated(folder: &Path) -> Scheme {
    let mut scheme = cases::scheme(folder);
    for language in [Language::SimplifiedChinese, Language::English] {
        let text = std::fs::read_to_string(folder.join(format!("text.{}.toml", language.tag()))).unwrap();
        assert!(scheme.document.translate(language, &text).is_empty());
    }
    scheme
}

/// The misprints of figures that a case names.
fn printed(scheme: &Scheme, facts: &Facts, case: &Case) -> Vec<Printed> {
    let read = |printed: &super::case::Printed| {
        let erratum = printed.erratum.as_ref()?;
        let (id, name) = match printed.figure.split_once(" @ ") {
            Some((id, name)) => (id, Some(name)),
            None => (printed.figure.as_str(), None),
        };
        let step = scheme.document.steps.iter().position(|step| step.id.text == id)?;
        let row = name.map(|name| {
            let names = match scheme.steps[step].each.unwrap() {
                Axis::Table(at) => &facts.tables[at].ids,
                Axis::Roster(at) => &facts.rosters[at].names,
            };
            u32::try_from(names.iter().position(|known| known == name).unwrap()).unwrap()
        });
        let erratum = scheme.document.errata.iter().position(|known| known.id.text == *erratum);
        Some(Printed { at: Spot { step, row }, value: Exact::parse(&printed.printed).ok()?, erratum })
    };
    case.printed.iter().filter_map(read).collect()
}
