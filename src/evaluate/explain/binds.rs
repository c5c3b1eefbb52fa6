//! How tightly words hold together.

/// How tightly the words of a phrase hold together, loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binds {
    /// If … then … otherwise.
    Choice,
    /// … or …
    Or,
    /// … and …
    And,
    /// not …
    Not,
    /// … < …
    Comparison,
    /// … + …
    Sum,
    /// … × …
    Product,
    /// − …
    Sign,
    /// A name, a number, or anything that ends in a bracket of its own.
    Name,
}
