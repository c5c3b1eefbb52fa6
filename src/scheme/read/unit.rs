//! `[unit.*]`: the units of a scheme's own; and units wherever one is named.

use std::collections::BTreeMap;

use crate::exact::{Exact, Sign};
use crate::language::Text;
use crate::problem::{Code, Span};
use crate::scheme::document::{Name, UnitDeclaration};
use crate::unit::{BASE_UNITS, NotAUnit, Unit, called};

use super::reader::Reader;
use super::section::Section;
use super::value::Value;

/// How far multiples of multiples may go.
const DEEPEST: usize = 8;

/// A declaration, not yet made a unit.
struct Declared<'t> {
    id: Name,
    of: Option<Value<'t>>,
    times: Exact,
    title: Text,
}

/// The scheme's own units; the reader knows them from now on.
pub(super) fn units(root: &mut Section, reader: &mut Reader) -> Vec<UnitDeclaration> {
    let mut declared = Vec::new();
    for (id, mut section) in root.sections("unit", reader) {
        reader.check_name(&id);
        if Unit::known(&id.text).is_some() {
            reader.report(id.span, || Code::ReservedId { id: id.text.clone() });
        }
        let title = section.needed_text("title", reader);
        let of = section.value("of");
        let times = section
            .value("times")
            .and_then(|times| times.quantity(reader).map(|number| (number, times.span)));
        if let Some((number, span)) = &times
            && number.sign() != Sign::Positive
        {
            reader.report(*span, || Code::UnitWithoutSize);
        }
        let times = times.map_or(Exact::ONE, |(number, _)| number);
        section.close(reader);
        declared.push(Declared { id, of, times, title });
    }
    let by_id: BTreeMap<&str, &Declared> =
        declared.iter().map(|unit| (unit.id.text.as_str(), unit)).collect();
    let mut units = Vec::new();
    for unit in &declared {
        let made = make(unit, &by_id, reader, DEEPEST);
        units.push(UnitDeclaration { id: unit.id.clone(), title: unit.title.clone(), unit: made });
    }
    units
}

/// Makes the unit of a declaration, unless it is made; units it is made of may stand below it.
fn make(unit: &Declared, by_id: &BTreeMap<&str, &Declared>, reader: &mut Reader, depth: usize) -> Unit {
    if let Some(made) = reader.units.get(&unit.id.text) {
        return made.clone();
    }
    let made = match unit.of {
        None => Unit::base(&unit.id.text),
        Some(of) => {
            let names = of.as_words().unwrap_or_default().split(['*', '/']).map(str::trim);
            for other in names.filter_map(|name| by_id.get(name)) {
                if depth > 0 {
                    make(other, by_id, reader, depth.saturating_sub(1));
                }
            }
            let multiple = of.unit(reader).multiple(&unit.id.text, &unit.times);
            multiple.unwrap_or_else(|| {
                reader.report(of.span, || Code::UnitTooLarge { unit: unit.id.text.clone() });
                Unit::unknown(&unit.id.text)
            })
        }
    };
    reader.units.insert(unit.id.text.clone(), made.clone());
    made
}

impl Reader<'_> {
    /// The unit of a text; one that fits everything, with a problem, when there is no such unit.
    fn unit(&mut self, text: &str, span: Span) -> Unit {
        match Unit::parse(text, &|name| self.units.get(name).cloned().or_else(|| Unit::known(name))) {
            Ok(unit) => unit,
            Err(NotAUnit::TooLarge) => {
                self.report(span, || Code::UnitTooLarge { unit: text.to_owned() });
                Unit::unknown(text)
            }
            Err(NotAUnit::Unknown(name)) => {
                let known: Vec<&str> = self.units.keys().map(String::as_str).chain(BASE_UNITS).collect();
                let so_called = called(&name).map(str::to_owned);
                let nearest = so_called.or_else(|| self.nearest(&name, known.iter().copied()));
                let among = known.into_iter().map(str::to_owned).collect();
                self.report(span, || Code::UnknownUnit { unit: name, nearest, among });
                Unit::unknown(text)
            }
        }
    }
}

impl Value<'_> {
    /// A unit.
    pub(super) fn unit(self, reader: &mut Reader) -> Unit {
        match self.words(reader) {
            Some(text) => reader.unit(text, self.span),
            None => Unit::unknown("?"),
        }
    }
}
