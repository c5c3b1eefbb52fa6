//! A table of texts in a terminal, where a Chinese character is two columns wide.

use unicode_width::UnicodeWidthStr;

/// Rows of cells; the first column is set left, the others right.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    /// Adds a row.
    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The table, each row on a line.
    pub(crate) fn text(&self) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.width()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
                let space = " ".repeat(width.saturating_sub(cell.width()));
                let (before, behind) = if column == 0 { ("", space.as_str()) } else { (space.as_str(), "") };
                line += &format!("{}{before}{cell}{behind}", if column == 0 { "" } else { "  " });
            }
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}
