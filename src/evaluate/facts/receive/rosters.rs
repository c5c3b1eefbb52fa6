//! The rows of rosters, from JSON onto the sheet.

use super::super::json::{Broken, Reader};
use super::super::sheet::RosterSheet;
use super::{At, Receiver, position, push};
use crate::problem::{Code, Shape, nearest};
use crate::scheme::document::Roster;

impl<'a> Receiver<'a> {
    /// The rows of all rosters.
    pub(super) fn rosters(&mut self, section: Option<Reader<'a>>) -> Result<(), Broken> {
        let rosters = &self.document.rosters;
        self.sheet.rosters = rosters
            .iter()
            .map(|roster| RosterSheet { columns: self.blank(&roster.columns), ..RosterSheet::default() })
            .collect();
        let Some(mut reader) = section else { return Ok(()) };
        if !self.opens(&mut reader, Shape::Section, || "rosters".to_owned())? {
            return Ok(());
        }
        let mut seen = vec![false; rosters.len()];
        reader.section(|reader, key| {
            let path = || format!("rosters.{key}");
            match position(&mut seen, rosters.iter().map(|roster| &roster.id.text), &key) {
                None => {
                    let among: Vec<&str> = rosters.iter().map(|roster| roster.id.text.as_str()).collect();
                    let (roster, nearest) = (key.to_string(), nearest(&key, among.iter().copied()));
                    let among = among.into_iter().map(str::to_owned).collect();
                    self.tell(Code::UnknownRoster { roster, nearest, among }.on(path()));
                }
                Some(At { again: true, .. }) => self.twice(&key, path),
                Some(At { position, .. }) => {
                    if !self.opens(reader, Shape::List, path)? {
                        return Ok(());
                    }
                    let mut sheet =
                        self.sheet.rosters.get_mut(position).map(std::mem::take).unwrap_or_default();
                    if let Some(roster) = rosters.get(position) {
                        self.roster(reader, roster, &mut sheet)?;
                    }
                    if let Some(place) = self.sheet.rosters.get_mut(position) {
                        *place = sheet;
                    }
                    return Ok(());
                }
            }
            reader.skip().map(drop)
        })
    }

    fn roster(
        &mut self,
        reader: &mut Reader<'a>,
        roster: &Roster,
        sheet: &mut RosterSheet,
    ) -> Result<(), Broken> {
        let width = sheet.columns.iter().fold(1_usize, |sum, cells| sum.saturating_add(cells.rows.len()));
        reader.list(|reader, row| {
            if !self.fits(width, || format!("rosters.{}", roster.id.text)) {
                return reader.skip().map(drop);
            }
            sheet.count = row.saturating_add(1);
            if self.opens(reader, Shape::Section, || format!("rosters.{}[{row}]", roster.id.text))? {
                self.roster_row(reader, roster, sheet, row)?;
            }
            Ok(())
        })
    }

    fn roster_row(
        &mut self,
        reader: &mut Reader<'a>,
        roster: &Roster,
        sheet: &mut RosterSheet,
        row: usize,
    ) -> Result<(), Broken> {
        let mut next = 0_usize;
        let mut seen = vec![false; roster.columns.len()];
        reader.section(|reader, key| {
            let path = || format!("rosters.{}[{row}].{key}", roster.id.text);
            let single = match &roster.of {
                _ if key == "name" => Some(&mut sheet.names),
                Some(of) if of.text == key => Some(&mut sheet.owners),
                _ => None,
            };
            if let Some(texts) = single {
                if !texts.holds(row) {
                    return push(texts, row, reader);
                }
                self.twice(&key, path);
                return reader.skip().map(drop);
            }
            // Rows mostly give the same columns in the same order.
            let at = match roster.columns.get(next) {
                Some(column) if column.id.text == key => Some(next),
                _ => roster.columns.iter().position(|column| column.id.text == key),
            };
            let found = at.and_then(|at| {
                Some((at, roster.columns.get(at)?, sheet.columns.get_mut(at)?, seen.get_mut(at)?))
            });
            match found {
                Some((at, column, cells, seen)) if !*seen => {
                    *seen = true;
                    next = at.saturating_add(1);
                    return self.entry(reader, column, cells, row, &path);
                }
                Some(_) => self.twice(&key, path),
                None => {
                    if self.unknown.insert(format!("rosters.{}.{key}", roster.id.text)) {
                        let owner = roster.of.iter().map(|of| of.text.as_str());
                        let columns = roster.columns.iter().map(|column| column.id.text.as_str());
                        self.unknown_field(&key, std::iter::once("name").chain(owner).chain(columns), path);
                    }
                }
            }
            reader.skip().map(drop)
        })
    }
}
