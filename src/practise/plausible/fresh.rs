//! A case without a model: from what the scheme declares alone.

use super::paper::{Cells, Listed, Paper};
use super::value::{any_day, fresh};
use crate::practise::seed::Draws;
use crate::scheme::Scheme;
use crate::scheme::document::{Document, Entry, Kind, Roster};

/// Names of people; of other rows the title of their list with a number.
const PEOPLE: [&str; 6] = ["王甲", "李乙", "周丙", "何丁", "高戊", "林己"];

/// A paper with a value wherever one is needed.
pub(super) fn drawn(scheme: &Scheme, draws: &mut Draws) -> Paper {
    let document = &scheme.document;
    let mut paper = Paper::of(scheme, "{}");
    // The rows come first, for columns may hold their names.
    for (roster, listed) in document.rosters.iter().zip(&mut paper.rosters) {
        listed.names = names(roster, draws);
    }
    let names: Vec<Vec<String>> = paper.rosters.iter().map(|listed| listed.names.clone()).collect();
    let drawing = Drawing { document, paper: paper.clone(), names };
    let cells = |entry: &Entry, draws: &mut Draws| drawing.cells(entry, draws);
    paper.inputs = document.inputs.iter().map(|entry| cells(entry, draws)).collect();
    paper.parameters = document.parameters.iter().map(|entry| cells(entry, draws)).collect();
    for (roster, listed) in document.rosters.iter().zip(&mut paper.rosters) {
        let count = listed.names.len();
        let Listed { owners, rows, .. } = listed;
        *owners = (0..count).map(|_| drawing.row_of(&roster.of.as_ref()?.text, draws)).collect();
        *rows =
            (0..count).map(|_| roster.columns.iter().map(|entry| cells(entry, draws)).collect()).collect();
    }
    for (choice, slot) in document.choices.iter().zip(&mut paper.choices) {
        *slot = draws.one(&choice.options).map(|option| option.id.text.clone());
    }
    paper
}

fn names(roster: &Roster, draws: &mut Draws) -> Vec<String> {
    let count = usize::try_from(draws.between(2, 4)).unwrap_or(2);
    if roster.unit.counts("person") {
        return PEOPLE.iter().take(count).map(|name| (*name).to_owned()).collect();
    }
    (1..=count).map(|number| format!("{}{number}", roster.texts.title.words)).collect()
}

struct Drawing<'d> {
    document: &'d Document,
    paper: Paper,
    names: Vec<Vec<String>>,
}

impl Drawing<'_> {
    /// The cells of an entry in one row; blank where the scheme says a value by itself.
    fn cells(&self, entry: &Entry, draws: &mut Draws) -> Cells {
        let ids = self.paper.per_ids(self.document, entry);
        let count = ids.map_or(1, <[String]>::len);
        if entry.value.is_some() || entry.optional || entry.record {
            return vec![None; count];
        }
        // Of many kinds of work a person does some.
        let some = |draws: &mut Draws| count < 4 || draws.chance(1, 2);
        (0..count).map(|_| if some(draws) { self.value(entry, draws) } else { None }).collect()
    }

    fn value(&self, entry: &Entry, draws: &mut Draws) -> Option<String> {
        match &entry.kind {
            Kind::Quantity(unit) => fresh(entry, unit, draws).map(|number| number.to_string()),
            Kind::Truth => Some(draws.chance(1, 8).to_string()),
            Kind::Date => Some(any_day(draws)),
            Kind::Words => None,
            Kind::Options(options) => draws.one(options).map(|option| option.id.text.clone()),
            Kind::OneOf(of) => self.row_of(&of.text, draws),
        }
    }

    /// A row of a table or roster.
    fn row_of(&self, id: &str, draws: &mut Draws) -> Option<String> {
        let table = self.document.tables.iter().position(|table| table.id.text == id);
        let names = match table {
            Some(table) => self.paper.ids_of(table),
            None => {
                let roster = self.document.rosters.iter().position(|roster| roster.id.text == id)?;
                self.names.get(roster)?.as_slice()
            }
        };
        draws.one(names).cloned()
    }
}
