//! Whether tiers cover every amount once, and whether bands ascend.

use crate::exact::Exact;
use crate::problem::{Code, Span};
use crate::scheme::document::{Row, Table, TableKind};

use super::reader::Reader;

/// Notes holes, overlaps and descents in the bounds of a table.
pub(super) fn check(table: &Table, reader: &mut Reader) {
    let graded = match table.kind {
        TableKind::Plain => return,
        TableKind::Tiers { .. } => tiers,
        TableKind::Bands { .. } => bands,
    };
    if table.rows.is_empty() {
        reader.report(table.id.span, || Code::EmptyList { key: "row".to_owned() });
    }
    graded(&table.rows, reader);
}

fn tiers(rows: &[Row], reader: &mut Reader) {
    let last = rows.len().saturating_sub(1);
    let mut before: Option<&Row> = None;
    for (position, row) in rows.iter().enumerate() {
        missing("from", row.from.as_ref(), row.span, reader);
        if position < last {
            missing("to", row.to.as_ref(), row.span, reader);
        }
        ascending(row.from.as_ref(), row.to.as_ref(), row.span, reader, tiers_descending);
        let Some(before) = before.replace(row) else { continue };
        let (Some(from), Some(end)) = (&row.from, &before.to) else { continue };
        if before.from.as_ref().is_some_and(|lower| end <= lower) {
            continue;
        }
        if before.from.as_ref().is_some_and(|lower| from <= lower) {
            ascending(before.from.as_ref(), Some(from), row.span, reader, tiers_descending);
        } else if from > end {
            reader.report(row.span, || Code::TierHole { from: end.to_string(), to: from.to_string() });
        } else if from < end {
            reader.report(row.span, || Code::TierOverlap { from: from.to_string(), to: end.to_string() });
        }
    }
}

fn bands(rows: &[Row], reader: &mut Reader) {
    let mut before: Option<&Row> = None;
    for (position, row) in rows.iter().enumerate() {
        if position > 0 {
            missing("from", row.from.as_ref(), row.span, reader);
        }
        // A band may hold a single number, printed as `from` and `to` alike.
        let single = row.from.is_some() && row.from == row.to;
        if !single {
            let end = row.to.as_ref().or(row.below.as_ref());
            ascending(row.from.as_ref(), end, row.span, reader, bands_descending);
        }
        if let Some(before) = before.replace(row) {
            ascending(before.from.as_ref(), row.from.as_ref(), row.span, reader, bands_descending);
        }
    }
}

fn missing(key: &str, bound: Option<&Exact>, span: Span, reader: &mut Reader) {
    if bound.is_none() {
        reader.report(span, || Code::MissingKey { key: key.to_owned() });
    }
}

/// Notes when `to` does not come after `from`; bounds that are not there are in order.
fn ascending(
    from: Option<&Exact>,
    to: Option<&Exact>,
    span: Span,
    reader: &mut Reader,
    code: fn(String, String) -> Code,
) {
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        reader.report(span, || code(from.to_string(), to.to_string()));
    }
}

fn tiers_descending(from: String, to: String) -> Code {
    Code::TiersDescending { from, to }
}

fn bands_descending(from: String, to: String) -> Code {
    Code::BandsDescending { from, to }
}
