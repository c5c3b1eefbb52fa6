//! Exercises: sheets of lines, what is filled in, and what came of it.

mod sheet;
mod tell;

pub use sheet::{BlankKind, Line, Offered, Sheet};
