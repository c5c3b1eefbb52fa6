//! The head of a scheme, its gaps and errata, and the order in which the sections are read.

use crate::language::Text;
use crate::scheme::document::{Document, Erratum, Gap, Name};

use super::entry::{entries, identified};
use super::reader::Reader;
use super::section::Section;
use super::{roster, step, table, unit};

/// Where the catalogue lists schemes.
const GROUPS: &[&str] = &[
    "surgery",
    "anaesthesia",
    "ultrasound",
    "radiology",
    "laboratory",
    "nursing",
    "physicians",
    "departments",
    "quality",
    "appraisal",
    "disputes",
    "management",
    "support",
    "county",
    "scorecard",
    "operations",
    "own",
];

/// Everything that a file declares, except translations.
pub(super) fn document(root: &mut Section, reader: &mut Reader) -> Document {
    let mut document = Document { id: id(root, reader), ..Document::default() };
    document.title = root.needed_text("title", reader);
    let group = root.value("group").and_then(|group| group.word(GROUPS, reader));
    document.group = group.unwrap_or("own").to_owned();
    document.implements = implements(root, reader);
    document.about = root.text("about", reader);
    if let Some(mut source) =
        root.value("source").and_then(|source| source.section("source".to_owned(), reader))
    {
        let mut words =
            |key: &str| source.value(key).and_then(|value| value.words(reader)).map(str::to_owned);
        (document.document, document.lines) = (words("document"), words("lines"));
        document.clause = source.text("clause", reader);
        source.close(reader);
    }
    document.units = unit::units(root, reader);
    document.inputs = entries(root, "input", reader);
    document.parameters = entries(root, "parameter", reader);
    document.choices = roster::choices(root, reader);
    document.tables = table::tables(root, reader);
    document.rosters = roster::rosters(root, reader);
    document.steps = step::steps(root, reader);
    document.flags = step::flags(root, reader);
    document.guards = step::guards(root, reader);
    document.outputs = step::outputs(root, reader);
    document.gaps = gaps(root, reader);
    document.errata = errata(root, reader);
    document
}

/// The id of the scheme: letters, digits and `-`.
fn id(root: &mut Section, reader: &mut Reader) -> Name {
    let Some(id) = root.needed("id", reader).and_then(|id| id.name(reader)) else { return Name::default() };
    reader.check_scheme(&id);
    id
}

fn implements(root: &mut Section, reader: &mut Reader) -> Vec<String> {
    let list = root.value("implements").and_then(|value| value.list(reader)).unwrap_or_default();
    list.into_iter().filter_map(|value| value.words(reader)).map(str::to_owned).collect()
}

/// `[[gap]]`.
fn gaps(root: &mut Section, reader: &mut Reader) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for mut section in root.list_of_sections("gap", reader) {
        let clause = needed_words("clause", &mut section, reader);
        let text = section.needed_text("text", reader);
        let why = section.needed_text("why", reader);
        section.close(reader);
        gaps.push(Gap { clause, text, why });
    }
    gaps
}

/// `[[erratum]]`.
fn errata(root: &mut Section, reader: &mut Reader) -> Vec<Erratum> {
    let path = root.path_to("erratum");
    let mut errata = Vec::new();
    for mut section in root.list_of_sections("erratum", reader) {
        section.path.clone_from(&path);
        let Some(id) = identified(&mut section, reader) else { continue };
        let place = needed_words("place", &mut section, reader);
        let mut text = |key: &str| -> Text { section.needed_text(key, reader) };
        let (printed, right, why) = (text("printed"), text("right"), text("why"));
        section.close(reader);
        errata.push(Erratum { id, place, printed, right, why });
    }
    reader.check_unique(errata.iter().map(|erratum| &erratum.id));
    errata
}

fn needed_words(key: &str, section: &mut Section, reader: &mut Reader) -> String {
    section.needed(key, reader).and_then(|value| value.words(reader)).unwrap_or_default().to_owned()
}
