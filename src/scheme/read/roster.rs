//! `[roster.*]` and `[choice.*]`: what the month's facts fill in.

use crate::problem::Code;
use crate::scheme::document::{Choice, Entry, Roster};
use crate::unit::Unit;

use super::entry::{check_option, entry, options, origins};
use super::reader::Reader;
use super::section::Section;
use super::step::WHOLE_SCHEME;

/// `[roster.*]`.
pub(super) fn rosters(root: &mut Section, reader: &mut Reader) -> Vec<Roster> {
    let mut rosters = Vec::new();
    for (id, mut section) in root.sections("roster", reader) {
        reader.check_name(&id);
        if id.text == WHOLE_SCHEME {
            reader.report(id.span, || Code::ReservedId { id: id.text.clone() });
        }
        let texts = section.texts(reader);
        let name = section.text("name", reader);
        let unit = section.value("unit").map_or_else(Unit::plain, |unit| unit.unit(reader));
        let of = section.name("of", reader);
        let mut columns: Vec<Entry> = Vec::new();
        for (id, mut column) in section.sections("column", reader) {
            reader.check_column(&id, &["name"]);
            if let Some(of) = of.as_ref().filter(|of| of.text == id.text) {
                reader.report(id.span, || Code::DuplicateId { id: id.text.clone(), other: of.span });
            }
            let texts = column.texts(reader);
            let mut entry = entry(id, texts, &mut column, reader);
            entry.from = origins(&mut column, reader);
            columns.push(entry);
            column.close(reader);
        }
        section.close(reader);
        rosters.push(Roster { id, texts, name, unit, of, columns });
    }
    rosters
}

/// `[choice.*]`.
pub(super) fn choices(root: &mut Section, reader: &mut Reader) -> Vec<Choice> {
    let mut choices = Vec::new();
    for (id, mut section) in root.sections("choice", reader) {
        reader.check_name(&id);
        let texts = section.texts(reader);
        section.needed("option", reader);
        let options = options("option", &mut section, reader);
        let default = section.name("default", reader);
        if let Some(default) = &default {
            check_option(&default.text, default.span, &id.text, &options, reader);
        }
        section.close(reader);
        choices.push(Choice { id, texts, options, default });
    }
    choices
}
