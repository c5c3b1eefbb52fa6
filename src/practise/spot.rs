//! Where a figure stands on a sheet: its step, and its row when the step has rows.

use crate::evaluate::outcome::{FigureOutcome, Outcome};
use crate::scheme::Scheme;

/// The place of one figure: written `pool`, or `pay[2]` for the row at position 2.
///
/// # Example
///
/// ```
/// use jixiao::practise::Spot;
/// use jixiao::scheme::Scheme;
///
/// let scheme = Scheme::read(r#"
///     id = "tiny"
///     title = "試"
///     [roster.nurse]
///     title = "護士"
///     column.days = { title = "天數", unit = "day" }
///     [step.points]
///     title = "得分"
///     each = "nurse"
///     unit = "point"
///     formula = "days * 1.5 [point/day]"
/// "#.as_bytes()).unwrap();
/// let spot = Spot::read(&scheme, "points[2]").unwrap();
/// assert_eq!(spot, Spot { step: 0, row: Some(2) });
/// assert_eq!(spot.text(&scheme), "points[2]");
/// assert_eq!(Spot::read(&scheme, "points"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spot {
    /// Position of the step among the steps of the scheme.
    pub step: usize,
    /// The row; none for a step of the whole scheme.
    pub row: Option<u32>,
}

impl Spot {
    /// The spot that a text names; none when the scheme has no such step, or a row is missing or not asked for.
    #[must_use]
    pub fn read(scheme: &Scheme, text: &str) -> Option<Self> {
        let (id, row) = match text.strip_suffix(']') {
            Some(rest) => {
                let (id, row) = rest.split_once('[')?;
                let plain = row.bytes().all(|byte| byte.is_ascii_digit());
                (id, Some(row.parse().ok().filter(|_| plain)?))
            }
            None => (text, None),
        };
        let step = scheme.document.steps.iter().position(|step| step.id.text == id)?;
        (scheme.steps.get(step)?.each.is_some() == row.is_some()).then_some(Self { step, row })
    }

    /// The text that names it.
    #[must_use]
    pub fn text(self, scheme: &Scheme) -> String {
        let id = scheme.document.steps.get(self.step).map_or("", |step| &step.id.text);
        match self.row {
            Some(row) => format!("{id}[{row}]"),
            None => id.to_owned(),
        }
    }

    /// The row to look up in columns; 0 for a step of the whole scheme.
    #[must_use]
    pub fn at(self) -> u32 {
        self.row.unwrap_or(0)
    }

    /// The figure there; none when the outcome has no such row.
    #[must_use]
    pub fn figure(self, outcome: &Outcome) -> Option<FigureOutcome<'_>> {
        outcome.steps.get(self.step)?.figure(self.at())
    }
}
