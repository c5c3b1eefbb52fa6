//! Exercises: sheets of lines, what is filled in, and what came of it.

mod find;
mod kinds;
mod mark;
mod marking;
mod sentence;
mod sheet;
mod tell;

pub use marking::{Diagnosis, Judged, KindText, Marked, Marking, Planted, Verdict};
pub use sheet::{BlankKind, Line, Offered, Sheet};
