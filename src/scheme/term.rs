//! Formulas with every name looked up: what the evaluator runs and the explanation walks.
//!
//! A term is evaluated in a *frame*: the rows of one axis (or the single row of the whole scheme), and inside an
//! aggregate over a table also one *picked* row of that table.
//! Which frame a term expects was settled by the checker, so that nothing is looked up at run time.

use crate::date::Date;
use crate::exact::{Comparison, Exact, Residual, Rounding};
use crate::problem::Span;
use crate::unit::Unit;

/// A set of rows: of a table (by position among the scheme's tables) or of a roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Axis {
    /// Rows of a table.
    Table(usize),
    /// Rows of a roster.
    Roster(usize),
}

/// Where a stored value comes from; positions are those of the document's lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Source {
    /// An input; with `per` it has the rows of that table.
    Input(usize),
    /// A parameter; with `per` it has the rows of that table.
    Parameter(usize),
    /// The option chosen of a choice.
    Choice(usize),
    /// A step.
    Step(usize),
    /// A column of an axis: of a table, or a plain column of a roster.
    Column(Axis, usize),
    /// The row of another axis that each row of this axis belongs to (`of`).
    Belongs(Axis),
    /// A `per` column of a roster: for every row of the roster one value for each row of a table.
    Per(usize, usize),
}

/// What a term yields.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Type {
    /// A number; the unit's factor says only how it is shown.
    Number(Unit),
    /// Yes or no.
    Truth,
    /// A day.
    Date,
    /// A row of an axis, as its position.
    Row(Axis),
    /// One of the options with these ids, as its position.
    Option(Vec<String>),
    /// Words.
    Words,
}

/// A term, its type, and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// What it does.
    pub kind: TermKind,
    /// What it yields.
    pub yields: Type,
    /// Its place in the scheme file.
    pub span: Span,
}

/// What a term does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TermKind {
    /// A number in base units.
    Number(Exact),
    /// `true`, `false`.
    Truth(bool),
    /// A day.
    Date(Date),
    /// An option by position.
    Option(usize),
    /// The row of an axis that has this id (table) or name (roster); looked up when facts are opened.
    Row(Axis, String),
    /// A value of the whole scheme.
    Whole(Source),
    /// The value of the frame's own row.
    Own(Source),
    /// The value of the picked table row; of a `per` column, the own row's value for it.
    Picked(Source),
    /// The value of one named row of a fixed table; of a `per` column, the own row's value for it.
    Fixed(Source, String),
    /// `of`, evaluated for all rows of `axis`, at the row that `link` yields.
    Follow {
        /// Yields rows of `axis`, in this frame.
        link: Box<Term>,
        /// The axis followed to.
        axis: Axis,
        /// In the frame of `axis`.
        of: Box<Term>,
    },
    /// Inside an aggregate: a term of the frame around it, for the row that this row belongs to.
    Outer(Box<Term>),
    /// A list brought to one value.
    Aggregate(Box<Aggregate>),
    /// `if` and first-match rules: the value of the first arm whose condition holds.
    First(Vec<Arm>),
    /// `given(x)`.
    Given(Box<Term>),
    /// `or_else(x, y)`.
    OrElse(Box<Term>, Box<Term>),
    /// `chosen(x, low, high)`.
    Chosen(Box<Term>, Box<Term>, Box<Term>),
    /// `-x`
    Negative(Box<Term>),
    /// `abs(x)`
    Absolute(Box<Term>),
    /// `not x`
    Not(Box<Term>),
    /// `+ - * /`
    Arithmetic(Operator, Box<Term>, Box<Term>),
    /// Comparison of numbers or days.
    Compare(Comparison, Box<Term>, Box<Term>),
    /// Whether two options, rows or truths are the same.
    Same(Box<Term>, Box<Term>),
    /// `x in ("a", "b")`: whether it is one of these constants.
    Among(Box<Term>, Vec<Term>),
    /// `a and b`
    And(Box<Term>, Box<Term>),
    /// `a or b`
    Or(Box<Term>, Box<Term>),
    /// `max(a, b, …)`
    Greatest(Vec<Term>),
    /// `min(a, b, …)`
    Least(Vec<Term>),
    /// `round(x, places)` and its kin.
    Round(Rounding, Box<Term>, i32),
    /// `round_to(x, multiple)`
    RoundTo(Box<Term>, Box<Term>),
    /// `share(pool, by = w)`
    Share(Box<Share>),
    /// `marginal`, `whole`, `tier`, `band`
    Graded(Grading, Box<Term>, usize),
    /// `rank(x)`, among the rows that yield the same `within`.
    Rank(Box<Term>, Option<Box<Term>>),
    /// `previous(x, y)`
    Previous(Box<Term>, Box<Term>),
    /// `year(d)`, `month(d)`, `day(d)`, `weekday(d)`
    Part(DatePart, Box<Term>),
    /// `days(from, to)`, `workdays(from, to)`
    Days(Counted, Box<Term>, Box<Term>),
}

/// An arm of a first-match rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arm {
    /// When it applies; always, when none.
    pub when: Option<Term>,
    /// Its value.
    pub then: Term,
}

/// A list brought to one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aggregate {
    /// How.
    pub fold: Fold,
    /// The frame of `of` and `filter`: the rows of this axis; none: the rows of the frame around it.
    pub rows: Option<Axis>,
    /// The table whose rows are picked one after the other.
    pub pick: Option<usize>,
    /// With `rows`: yields, in their frame, the row of the frame around it that each belongs to;
    /// none: all of them are brought to one value.
    pub group: Option<Term>,
    /// What is brought to one value.
    pub of: Term,
    /// Which rows count.
    pub filter: Option<Term>,
}

/// How a list is brought to one value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fold {
    /// `sum`
    Sum,
    /// `mean`
    Mean,
    /// `max`
    Max,
    /// `min`
    Min,
    /// `count`; `of` is 1 in the roster's unit.
    Count,
    /// `any`
    Any,
    /// `all`
    All,
    /// `longest_run`
    LongestRun,
}

/// A pool shared among the rows of the frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// The pool: of the whole scheme, or with `within` in the frame of its axis.
    pub pool: Term,
    /// The weights.
    pub by: Term,
    /// Decimals of a part.
    pub places: u32,
    /// Who gets what is left after every part is cut.
    pub residual: Residual,
    /// Yields the row whose pool is shared, and its axis.
    pub within: Option<(Term, Axis)>,
}

/// An operator on numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `-`
    Minus,
    /// `*`
    Times,
    /// `/`
    Divide,
}

/// What is asked of tiers or bands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grading {
    /// Each slice at its own rate.
    Marginal,
    /// The whole amount at the rate of its tier.
    Whole,
    /// The tier.
    Tier,
    /// The band.
    Band,
}

/// A part of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatePart {
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day of the month.
    Day,
    /// The day of the week: 1 is Monday.
    Weekday,
}

/// Which days between two dates are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// All.
    Days,
    /// Mondays to Fridays.
    Workdays,
}

/// The terms directly inside a term, in the order of the formula: shared with `iter`, to be changed with `iter_mut, mut`.
macro_rules! inner {
    ($term:ident, $iter:ident $(, $mutable:tt)?) => {
        match &$($mutable)? $term.kind {
            TermKind::Number(_)
            | TermKind::Truth(_)
            | TermKind::Date(_)
            | TermKind::Option(_)
            | TermKind::Row(..)
            | TermKind::Whole(_)
            | TermKind::Own(_)
            | TermKind::Picked(_)
            | TermKind::Fixed(..) => Vec::new(),
            TermKind::Follow { link, of, .. } => vec![link, of],
            TermKind::Outer(of)
            | TermKind::Given(of)
            | TermKind::Negative(of)
            | TermKind::Absolute(of)
            | TermKind::Not(of)
            | TermKind::Round(_, of, _)
            | TermKind::Graded(_, of, _)
            | TermKind::Part(_, of) => vec![of],
            TermKind::OrElse(one, two)
            | TermKind::Arithmetic(_, one, two)
            | TermKind::Compare(_, one, two)
            | TermKind::Same(one, two)
            | TermKind::And(one, two)
            | TermKind::Or(one, two)
            | TermKind::RoundTo(one, two)
            | TermKind::Previous(one, two)
            | TermKind::Days(_, one, two) => vec![one, two],
            TermKind::Chosen(of, low, high) => vec![of, low, high],
            TermKind::Aggregate(aggregate) => {
                let Aggregate { of, filter, group, .. } = &$($mutable)? **aggregate;
                std::iter::once(of).chain(filter.$iter()).chain(group.$iter()).collect()
            }
            TermKind::First(arms) => {
                arms.$iter().flat_map(|Arm { when, then }| when.$iter().chain([then])).collect()
            }
            TermKind::Among(of, ids) => std::iter::once(&$($mutable)? **of).chain(ids).collect(),
            TermKind::Greatest(terms) | TermKind::Least(terms) => terms.$iter().collect(),
            TermKind::Share(share) => {
                let Share { pool, by, within, .. } = &$($mutable)? **share;
                [pool, by].into_iter().chain(within.$iter().map(|(term, _)| term)).collect()
            }
            TermKind::Rank(of, within) => {
                std::iter::once(of).chain(within).map(|term| &$($mutable)? **term).collect()
            }
        }
    };
}

impl Term {
    /// Visits this term and every term inside it, in the order of the formula.
    pub fn walk<'t>(&'t self, visit: &mut dyn FnMut(&'t Self)) {
        visit(self);
        for inner in self.inner() {
            inner.walk(visit);
        }
    }

    /// The terms directly inside this one, in the order of the formula.
    #[must_use]
    pub fn inner(&self) -> Vec<&Self> {
        inner!(self, iter)
    }

    /// The same terms, to be changed.
    pub fn inner_mut(&mut self) -> Vec<&mut Self> {
        inner!(self, iter_mut, mut)
    }
}
