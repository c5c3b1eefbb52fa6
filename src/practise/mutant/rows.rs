//! Values of another row, and digits that changed places.

use crate::evaluate::explain::table_of;
use crate::evaluate::run::Frame;
use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::practise::mistake::{Kind, What};
use crate::scheme::term::{Axis, Source, Term, TermKind};

use super::Search;
use super::build::{self, unit_of};
use super::fold::Here;

/// The most rows beside the right one that are looked at.
const MOST_ROWS: usize = 12;

impl<'c> Search<'_, 'c> {
    /// The value of another row than the one that a link leads to.
    pub(super) fn other_rows_of_link(
        &mut self,
        term: &Term,
        link: &Term,
        axis: Axis,
        of: &Term,
        here: &Here<'c>,
    ) {
        // A tier is looked up: the row beside it is another mistake.
        if matches!(link.kind, TermKind::Graded(..)) {
            return;
        }
        let Some(Item::Code(right)) = self.item(link, here) else { return };
        let column = self.course.column(of, &Frame::of(Some(axis)));
        let value = |row: u32| column.at(row).and_then(Result::ok);
        for (distance, taken) in self.beside(axis, right) {
            let values = (value(right), value(taken));
            self.other_row(term, here, axis, (right, taken), values, of, 30_u32.saturating_add(distance));
        }
    }

    /// The value of another row than the one that the formula names.
    pub(super) fn other_rows_of_table(&mut self, term: &Term, source: Source, id: &str, here: &Here<'c>) {
        // Of what is entered for each row of a table the one beside is taken less often than of the table itself.
        let document = &self.course.calculation.scheme.document;
        let (axis, rank) = match source {
            Source::Column(axis, _) => (Some(axis), 32_u32),
            _ => (table_of(document, source), 40),
        };
        let Some(axis @ Axis::Table(table)) = axis else { return };
        let Some(ids) = self.course.calculation.facts.tables.get(table).map(|table| table.ids.clone()) else {
            return;
        };
        let Some(right) = ids.iter().position(|known| known == id).and_then(|row| u32::try_from(row).ok())
        else {
            return;
        };
        for (distance, taken) in self.beside(axis, right) {
            let Some(other) = usize::try_from(taken).ok().and_then(|row| ids.get(row)) else { continue };
            let there = build::term(TermKind::Fixed(source, other.clone()), term);
            let values = (self.item(term, here), self.built(&there, here).map(Item::Number));
            self.other_row(term, here, axis, (right, taken), values, term, rank.saturating_add(distance));
        }
    }

    /// The value of the row above or below.
    pub(super) fn other_rows(&mut self, term: &Term, here: &Here<'c>) {
        let Some((Some(axis), right)) = here.at else { return };
        let column = self.course.column(term, &Frame::of(Some(axis)));
        let value = |row: u32| column.at(row).and_then(Result::ok);
        for (distance, taken) in self.beside(axis, right) {
            let values = (value(right), value(taken));
            self.other_row(term, here, axis, (right, taken), values, term, 34_u32.saturating_add(distance));
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one place where a row is taken for another")]
    fn other_row(
        &mut self,
        term: &Term,
        here: &Here<'c>,
        axis: Axis,
        (right, taken): (u32, u32),
        values: (Option<Item>, Option<Item>),
        part: &Term,
        rank: u32,
    ) {
        let (Some(own), Some(other)) = values else { return };
        if own == other {
            return;
        }
        let instead = match &other {
            Item::Number(number) => TermKind::Number(number.clone()),
            Item::Truth(truth) => TermKind::Truth(*truth),
            Item::Date(date) => TermKind::Date(*date),
            Item::Code(_) => return,
        };
        let what = What::Row { axis, right, taken, part: part.clone(), values: (own, other) };
        self.add(Kind::WrongRow, rank, what, here, build::term(instead, term));
    }

    /// The rows beside one, the nearer first, each with how far away it is.
    pub(super) fn beside(&self, axis: Axis, row: u32) -> Vec<(u32, u32)> {
        let length = self.course.calculation.length(axis);
        let mut rows: Vec<(u32, u32)> =
            (0..length).filter(|other| *other != row).map(|other| (other.abs_diff(row), other)).collect();
        rows.sort_unstable();
        rows.truncate(MOST_ROWS);
        rows
    }

    /// Two neighbouring digits of a value that changed places when it was copied.
    pub(super) fn digits(&mut self, term: &Term, here: &Here<'c>) {
        let is_value = matches!(
            term.kind,
            TermKind::Whole(Source::Input(_) | Source::Parameter(_) | Source::Step(_))
                | TermKind::Own(Source::Column(..) | Source::Step(_))
                | TermKind::Fixed(..)
        );
        if !is_value || here.path.is_empty() {
            return;
        }
        let unit = unit_of(term);
        let Some(value) = self.number(term, here) else { return };
        let Ok(own) = value.divided_by(unit.factor()) else { return };
        if !own.terminates() {
            return;
        }
        for taken in swapped(&own.to_string()) {
            let Some(base) = taken.times(unit.factor()) else { continue };
            let what =
                What::Digits { part: Some(term.clone()), right: own.clone(), taken, unit: unit.clone() };
            self.add(Kind::Transposed, 52, what, here, build::number(base, term));
        }
    }
}

/// The numbers that come of two neighbouring digits of a decimal text changing places.
pub(in crate::practise) fn swapped(text: &str) -> Vec<Exact> {
    let digits: Vec<char> = text.chars().collect();
    let places = (0_usize..).zip(&digits).filter(|(_, digit)| digit.is_ascii_digit()).map(|(at, _)| at);
    let places: Vec<usize> = places.collect();
    let swap = |(one, other): (&usize, &usize)| {
        let mut changed = digits.clone();
        changed.swap(*one, *other);
        let changed: String = changed.into_iter().collect();
        // Nobody writes 060 for 600.
        let bare = changed.trim_start_matches('-');
        let leads = bare.starts_with('0') && !bare.starts_with("0.") && bare.len() > 1;
        (changed != text && !leads)
            .then(|| Exact::parse_typed(&changed).ok().map(|typed| typed.value))
            .flatten()
    };
    places.iter().zip(places.iter().skip(1)).filter_map(swap).collect()
}
