//! What is wrong, where, and what to do: one type for mistakes in schemes and in facts.

mod code;
mod place;

pub use code::Code;
pub use place::{Place, Span};

/// One thing wrong with a scheme or with the facts given to it.
///
/// The text is made from the code, never the reverse: see [`Problem::message`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong, with the facts of the matter.
    pub code: Code,
    /// Where.
    pub place: Place,
}
