//! Entered values: inputs, parameters, columns; what kind of value each is, and its values of the scheme's own.

use std::cmp::Ordering;

use crate::exact::Exact;
use crate::problem::{Code, Span};
use crate::scheme::Origin;
use crate::scheme::document::{Cell, Dated, Entry, Kind, Name, OptionItem, Texts};
use crate::unit::Unit;

use super::reader::Reader;
use super::section::Section;
use super::value::Value;

/// The most decimals that may be asked for.
pub(super) const MOST_PLACES: u32 = 20;

/// The words that `kind` may say of a value.
pub(super) const KINDS: &[&str] = &["quantity", "truth", "date", "text"];

/// `[input.*]` or `[parameter.*]`.
pub(super) fn entries(root: &mut Section, key: &str, reader: &mut Reader) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (id, mut section) in root.sections(key, reader) {
        reader.check_name(&id);
        let texts = section.texts(reader);
        let mut entry = entry(id, texts, &mut section, reader);
        if key == "input" {
            entry.from = origins(&mut section, reader);
        }
        entries.push(entry);
        section.close(reader);
    }
    entries
}

/// The steps of other schemes that stand under `from`: one, or a list.
pub(super) fn origins(section: &mut Section, reader: &mut Reader) -> Vec<Origin> {
    section.only_one_of(&["per", "from"], reader);
    let Some(value) = section.value("from") else { return Vec::new() };
    let list = if value.is_list() { value.list(reader).unwrap_or_default() } else { vec![value] };
    if list.is_empty() {
        reader.report(value.span, || Code::EmptyList { key: "from".to_owned() });
    }
    let origin = |value: Value| {
        let mut section = value.section(String::new(), reader)?;
        let mut name = |key: &str, reader: &mut Reader| section.needed(key, reader)?.name(reader);
        let (scheme, step) = (name("scheme", reader), name("step", reader));
        section.close(reader);
        let (scheme, step) = (scheme?, step?);
        reader.check_scheme(&scheme);
        reader.check_name(&step);
        Some(Origin { scheme, step })
    };
    list.into_iter().filter_map(origin).collect()
}

/// An entry of which the texts are already read.
pub(super) fn entry(id: Name, texts: Texts, section: &mut Section, reader: &mut Reader) -> Entry {
    let word = section.value("kind").and_then(|kind| kind.word(KINDS, reader));
    entry_of_kind(word, id, texts, section, reader)
}

/// An entry of which the texts and the word for its kind are already read.
pub(super) fn entry_of_kind(
    word: Option<&'static str>,
    id: Name,
    texts: Texts,
    section: &mut Section,
    reader: &mut Reader,
) -> Entry {
    let mut entry = Entry {
        id,
        texts,
        kind: kind(word, section, reader),
        min: section.value("min").and_then(|min| min.quantity(reader)),
        max: section.value("max").and_then(|max| max.quantity(reader)),
        whole: section.truth("whole", reader),
        places: section.value("places").and_then(|places| places.count(MOST_PLACES, reader)),
        value: None,
        optional: section.truth("optional", reader),
        record: section.truth("record", reader),
        per: section.name("per", reader),
        unprinted: section.text("unprinted", reader),
        from: Vec::new(),
    };
    if let (Some(min), Some(max)) = (&entry.min, &entry.max)
        && min > max
    {
        let (min, max) = (min.to_string(), max.to_string());
        reader.report(section.key_span("min"), || Code::MinAboveMax { min, max });
    }
    section.only_one_of(&["value", "unprinted"], reader);
    entry.value = section.value("value").and_then(|value| dated(value, &entry, reader));
    entry
}

/// What a value is, from `kind` (already read), `unit`, `one_of` and `options`.
pub(super) fn kind(word: Option<&'static str>, section: &mut Section, reader: &mut Reader) -> Kind {
    section.only_one_of(&["unit", "one_of", "options"], reader);
    let unit = section.value("unit");
    let one_of = section.name("one_of", reader);
    let options = section.has("options").then(|| options("options", section, reader));
    if word.is_some() && (one_of.is_some() || options.is_some()) {
        section.only_one_of(&["kind", "one_of", "options"], reader);
    } else if word.is_some_and(|word| word != "quantity") {
        section.only_one_of(&["kind", "unit"], reader);
    }
    match (word, one_of, options) {
        (_, Some(of), _) => Kind::OneOf(of),
        (_, _, Some(options)) => Kind::Options(options),
        (Some("truth"), ..) => Kind::Truth,
        (Some("date"), ..) => Kind::Date,
        (Some("text"), ..) => Kind::Words,
        // A kind that could not be read is told; its unit must not be the cause of another problem.
        (None, ..) if section.has("kind") => Kind::Quantity(Unit::unknown("?")),
        _ => Kind::Quantity(unit.map_or_else(Unit::plain, |unit| unit.unit(reader))),
    }
}

/// The options that stand under a key.
pub(super) fn options(key: &str, section: &mut Section, reader: &mut Reader) -> Vec<OptionItem> {
    let path = section.path_to(key);
    let Some(value) = section.value(key) else { return Vec::new() };
    let list = value.list(reader).unwrap_or_default();
    if list.is_empty() && value.is_list() {
        reader.report(value.span, || Code::EmptyList { key: key.to_owned() });
    }
    let mut options = Vec::new();
    for value in list {
        let Some(mut item) = value.section(path.clone(), reader) else { continue };
        let Some(id) = identified(&mut item, reader) else { continue };
        let texts = item.texts(reader);
        item.close(reader);
        options.push(OptionItem { id, texts });
    }
    reader.check_unique(options.iter().map(|option| &option.id));
    options
}

/// The id of an option, row or erratum; from now on its texts are translated under it.
pub(super) fn identified(section: &mut Section, reader: &mut Reader) -> Option<Name> {
    let id = section.needed("id", reader)?.name(reader)?;
    reader.check_row(&id);
    section.path = section.path_to(&id.text);
    Some(id)
}

/// A value, or a list of values that begin to count at a date.
pub(super) fn dated(value: Value, entry: &Entry, reader: &mut Reader) -> Option<Dated> {
    if !value.is_list() {
        return Some(Dated { versions: vec![(None, cell(value, entry, reader)?)] });
    }
    let list = value.list(reader)?;
    if list.is_empty() {
        reader.report(value.span, || Code::EmptyList { key: entry.id.text.clone() });
    }
    let mut versions = Vec::new();
    let mut before = None;
    for (position, version) in list.into_iter().enumerate() {
        let Some(mut section) = version.section(String::new(), reader) else { continue };
        let since = if position == 0 { section.value("since") } else { section.needed("since", reader) };
        let date = since.and_then(|since| since.date(reader).map(|date| (date, since.span)));
        if let (Some((date, span)), Some(before)) = (date, before)
            && date <= before
        {
            let (date, before) = (date.to_string(), before.to_string());
            reader.report(span, || Code::DatesOutOfOrder { date, before });
        }
        let date = date.map(|(date, _)| date);
        before = date.or(before);
        let cell = section.needed("value", reader).and_then(|value| cell(value, entry, reader));
        section.close(reader);
        versions.extend(cell.map(|cell| (date, cell)));
    }
    (!versions.is_empty()).then_some(Dated { versions })
}

/// A single value, within the bounds of its entry.
fn cell(value: Value, entry: &Entry, reader: &mut Reader) -> Option<Cell> {
    Some(match &entry.kind {
        Kind::Quantity(_) => {
            let quantity = value.quantity(reader)?;
            check_bounds(&quantity, entry, value.span, reader);
            Cell::Quantity(quantity)
        }
        Kind::Truth => Cell::Truth(value.truth(reader)?),
        Kind::Date => Cell::Date(value.date(reader)?),
        Kind::Words => Cell::Words(value.words(reader)?.to_owned()),
        Kind::OneOf(_) => Cell::Id(value.words(reader)?.to_owned()),
        Kind::Options(options) => {
            let id = value.words(reader)?;
            check_option(id, value.span, &entry.id.text, options, reader);
            Cell::Id(id.to_owned())
        }
    })
}

/// Notes an id that is none of the options.
pub(super) fn check_option(id: &str, span: Span, of: &str, options: &[OptionItem], reader: &mut Reader) {
    let known = || options.iter().map(|option| option.id.text.as_str());
    if known().any(|known| known == id) {
        return;
    }
    let nearest = reader.nearest(id, known());
    let among = known().map(str::to_owned).collect();
    reader.report(span, || Code::UnknownOption { option: id.to_owned(), of: of.to_owned(), nearest, among });
}

fn check_bounds(quantity: &Exact, entry: &Entry, span: Span, reader: &mut Reader) {
    let outside =
        |bound: &Option<Exact>, side| bound.as_ref().is_some_and(|bound| quantity.cmp(bound) == side);
    if outside(&entry.min, Ordering::Less) || outside(&entry.max, Ordering::Greater) {
        let shown = |bound: &Option<Exact>| bound.as_ref().map(Exact::to_string);
        reader.report(span, || Code::OutOfRange { min: shown(&entry.min), max: shown(&entry.max) });
    }
    if entry.whole && !quantity.is_whole() {
        reader.report(span, || Code::NotWhole);
    }
    if let Some(limit) = entry.places
        && quantity.fixed(limit).is_none()
    {
        reader.report(span, || Code::TooManyPlaces { limit });
    }
}
