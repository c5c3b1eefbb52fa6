//! Schemes: the document as written, and the checked scheme that can be evaluated.

pub mod check;
mod dated;
pub mod document;
pub mod read;
pub mod term;
mod texts;
pub mod translation;

use document::Document;
use term::{Axis, Term};

/// A scheme in which nothing is wrong: its document, and every formula with its names looked up.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// What the file declares.
    pub document: Document,
    /// One for each step of the document.
    pub steps: Vec<Plan>,
    /// One for each flag.
    pub flags: Vec<Plan>,
    /// One for each guard rail.
    pub guards: Vec<Plan>,
    /// Positions of the steps in an order in which each comes after those it needs.
    pub order: Vec<usize>,
}

/// How one step, flag or guard rail is computed.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The rows it is computed for; none: once for the whole scheme.
    pub each: Option<Axis>,
    /// What is computed.
    pub term: Term,
}
