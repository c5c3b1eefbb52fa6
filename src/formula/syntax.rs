//! The syntax tree of a formula: what was written, where, with no name looked up yet.

use crate::exact::Exact;
use crate::problem::Span;

/// An expression and its place in the scheme file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expr {
    /// What it is.
    pub kind: ExprKind,
    /// Its place in the scheme file (not in the formula's text).
    pub span: Span,
}

/// A name or text and its place in the scheme file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The name as written.
    pub text: String,
    /// Where.
    pub span: Span,
}

/// What an expression is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExprKind {
    /// `6`, `2.5`, `30%` (unit `percent`), `100 [yuan]`: the number as written, not yet times the unit's factor.
    Number {
        /// The digits as a number.
        value: Exact,
        /// The unit's text, if one stands behind the number.
        unit: Option<Name>,
    },
    /// `"night"`.
    Text(String),
    /// `true` or `false`.
    Truth(bool),
    /// `points`, `nurse.points`, `title.senior.coefficient`: never empty.
    Path(Vec<Name>),
    /// `band(score, grade).bonus`: a column of the row that an expression yields.
    Column {
        /// What yields the row.
        of: Box<Expr>,
        /// The column.
        name: Name,
    },
    /// `share(pool, by = points)`.
    Call {
        /// The function.
        function: Name,
        /// Arguments by position.
        arguments: Vec<Expr>,
        /// Arguments by name.
        named: Vec<(Name, Expr)>,
    },
    /// `-x`, `not x`.
    Unary {
        /// The operator.
        operator: Unary,
        /// What it applies to.
        of: Box<Expr>,
    },
    /// `a + b`, `a and b`, `a < b`.
    Binary {
        /// The operator.
        operator: Binary,
        /// Left side.
        left: Box<Expr>,
        /// Right side.
        right: Box<Expr>,
    },
    /// `kind in ("a", "b")`.
    In {
        /// What is looked for.
        of: Box<Expr>,
        /// The ids.
        ids: Vec<Name>,
    },
}

/// An operator before one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// `-x`
    Minus,
    /// `not x`
    Not,
}

/// An operator between two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Divide,
    /// `=`
    Equal,
    /// `<>`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterOrEqual,
    /// `and`
    And,
    /// `or`
    Or,
}
