//! Whether a scheme has values that change at a date.

use super::document::{Dated, Document};

impl Document {
    /// Whether some value begins to count at a date, so that facts must say for which day they are.
    #[must_use]
    pub fn is_dated(&self) -> bool {
        let entries = self.inputs.iter().chain(&self.parameters);
        let columns = self.tables.iter().flat_map(|table| &table.columns);
        let columns = columns.chain(self.rosters.iter().flat_map(|roster| &roster.columns));
        let values = entries.chain(columns).filter_map(|entry| entry.value.as_ref());
        let rows = self.tables.iter().flat_map(|table| &table.rows);
        let cells = rows.flat_map(|row| row.cells.iter().flatten());
        let begins = |dated: &Dated| dated.versions.iter().any(|(since, _)| since.is_some());
        values.chain(cells).any(begins)
    }
}
