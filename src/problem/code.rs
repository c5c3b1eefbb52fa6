//! Every kind of problem: a stable name, and the facts of the matter.

use super::fact::{Expected, Fact, Shape, Sort, Syntax};
use super::place::Span;
use crate::exact::NotANumber;
use crate::language::Text;
use crate::unit::Unit;

/// Declares [`Code`] with one line for each kind: its sentence, its id, its name, its facts.
macro_rules! codes {
    (
        schemes { $($(#[$scheme_doc:meta])* $scheme_id:literal $scheme:ident $({ $($scheme_fact:ident: $scheme_type:ty),* })?,)* }
        facts { $($(#[$fact_doc:meta])* $fact_id:literal $fact:ident $({ $($fact_fact:ident: $fact_type:ty),* })?,)* }
    ) => {
        /// What is wrong. The kebab-case [`Code::id`] never changes; the fields are facts, not sentences.
        ///
        /// Fields of one name mean the same in every kind: `nearest` is the known name that is most like the
        /// one written, `among` are the names that are known there, `other` is the second place that the
        /// problem speaks of, `limit` the most that is allowed, `title` what readers call the thing.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Code {
            $($(#[$scheme_doc])* $scheme $({ $(#[doc = "A fact; see [`Code`]."] $scheme_fact: $scheme_type),* })?,)*
            $($(#[$fact_doc])* $fact $({ $(#[doc = "A fact; see [`Code`]."] $fact_fact: $fact_type),* })?,)*
        }

        impl Code {
            /// The ids of what can be wrong with a scheme; some of them also occur in facts.
            pub const OF_SCHEMES: &'static [&'static str] = &[$($scheme_id),*];

            /// The ids of what can only be wrong with facts and figures.
            pub const OF_FACTS: &'static [&'static str] = &[$($fact_id),*];

            /// The name other programs know this kind of problem by; it never changes.
            ///
            /// # Example
            ///
            /// ```
            /// assert_eq!(jixiao::problem::Code::EmptyFormula.id(), "empty-formula");
            /// ```
            #[must_use]
            pub fn id(&self) -> &'static str {
                match self {
                    $(Self::$scheme { .. } => $scheme_id,)*
                    $(Self::$fact { .. } => $fact_id,)*
                }
            }

            /// The facts by name, for putting into a text.
            pub(super) fn facts(&self) -> Vec<(&'static str, &dyn Fact)> {
                match self {
                    $(Self::$scheme $({ $($scheme_fact),* })? => vec![$($((stringify!($scheme_fact), $scheme_fact as &dyn Fact)),*)?],)*
                    $(Self::$fact $({ $($fact_fact),* })? => vec![$($((stringify!($fact_fact), $fact_fact as &dyn Fact)),*)?],)*
                }
            }
        }
    };
}

codes! {
    schemes {
        // The file.
        /// Bytes that are not UTF-8.
        "not-utf8" NotUtf8,
        /// A file of more than `limit` bytes.
        "file-too-large" FileTooLarge { limit: usize },
        /// Lists and sections within one another beyond what is read.
        "nested-too-deep" NestedTooDeep,
        /// Text that is no TOML.
        "toml-syntax" TomlSyntax { fault: Syntax },
        /// A key or section that was there before.
        "duplicate-key" DuplicateKey { key: String },

        /// More problems than are listed.
        "more-problems" MoreProblems { limit: usize },

        // Keys and their values.
        /// A key that nothing reads.
        "unknown-key" UnknownKey { key: String, nearest: Option<String>, among: Vec<String> },
        /// A key that must be there.
        "missing-key" MissingKey { key: String },
        /// Two keys of which only one may be there.
        "conflicting-keys" ConflictingKeys { first: String, second: String },
        /// A text where a list belongs, and the like.
        "wrong-kind" WrongKind { expected: Shape, found: Shape },
        /// A quantity written without quotes.
        "unquoted-number" UnquotedNumber { written: String },
        /// A text that is no number.
        "not-a-number" NotANumber { text: String, reason: NotANumber },
        /// A text that is no day of the calendar.
        "not-a-date" NotADate { text: String },
        /// A number below `min` or above `max`; an absent bound does not bind.
        "out-of-range" OutOfRange { min: Option<String>, max: Option<String> },
        /// A fraction where only whole numbers count.
        "not-whole" NotWhole,
        /// More than `limit` decimals.
        "too-many-places" TooManyPlaces { limit: u32 },
        /// `min` above `max`.
        "min-above-max" MinAboveMax { min: String, max: String },
        /// A word that is none of those that may stand there.
        "unknown-word" UnknownWord { word: String, nearest: Option<String>, among: Vec<String> },
        /// A language that is none of the three.
        "unknown-language" UnknownLanguage { tag: String, nearest: Option<String>, among: Vec<String> },
        /// A translation of a text that the scheme does not have.
        "unknown-text" UnknownText { path: String, nearest: Option<String> },

        // Declarations.
        /// An id with other characters than letters, digits and `_`, or beginning with a digit.
        "bad-id" BadId { id: String },
        /// An id of a scheme with other characters than letters, digits and `-`.
        "bad-scheme-id" BadSchemeId { id: String },
        /// An id that has a meaning of its own where it would be used.
        "reserved-id" ReservedId { id: String },
        /// An id that something else has.
        "duplicate-id" DuplicateId { id: String, other: Span },
        /// A unit that neither Jixiao nor the scheme knows.
        "unknown-unit" UnknownUnit { unit: String, nearest: Option<String>, among: Vec<String> },
        /// A unit whose power or factor cannot be held.
        "unit-too-large" UnitTooLarge { unit: String },
        /// A multiple of nothing.
        "unit-without-size" UnitWithoutSize,
        /// A dated value that does not begin after the one before it.
        "dates-out-of-order" DatesOutOfOrder { date: String, before: String },
        /// Tiers that leave amounts out.
        "tier-hole" TierHole { from: String, to: String },
        /// Tiers that count amounts twice.
        "tier-overlap" TierOverlap { from: String, to: String },
        /// A tier that ends before it begins, or begins before the one above it.
        "tiers-descending" TiersDescending { from: String, to: String },
        /// A band that ends before it begins, or begins at or before the one above it.
        "bands-descending" BandsDescending { from: String, to: String },
        /// A row of a table that belongs to another without saying to which of its rows.
        "row-without-owner" RowWithoutOwner { key: String },
        /// A key of a row that is no column of its table.
        "unknown-column" UnknownColumn { key: String, nearest: Option<String>, among: Vec<String> },
        /// A step whose list of rules is empty, or another list that must not be.
        "empty-list" EmptyList { key: String },
        /// A rule behind one that always applies.
        "unreachable-rule" UnreachableRule { other: Span },
        /// Rules of which the last has a condition.
        "last-rule-conditional" LastRuleConditional,

        // Formulas: how they are written.
        /// A formula without anything in it.
        "empty-formula" EmptyFormula,
        /// A formula of more than `limit` characters.
        "formula-too-long" FormulaTooLong { limit: usize },
        /// Operations within one another beyond `limit`.
        "formula-too-deep" FormulaTooDeep { limit: usize },
        /// A character that means nothing in a formula.
        "unknown-character" UnknownCharacter { character: String, nearest: Option<String> },
        /// Something other than what belongs there.
        "unexpected-token" UnexpectedToken { expected: Expected, found: String },
        /// A formula that ends before it is complete.
        "unexpected-end" UnexpectedEnd { expected: Expected },
        /// A bracket that is not closed.
        "unclosed-bracket" UnclosedBracket { bracket: String },
        /// A text or unit that is not closed.
        "unclosed-text" UnclosedText { mark: String },
        /// `a < b < c`.
        "chained-comparison" ChainedComparison,
        /// A function that there is not.
        "unknown-function" UnknownFunction { name: String, nearest: Option<String>, among: Vec<String> },
        /// Too few or too many values for a function.
        "wrong-argument-count" WrongArgumentCount { function: String, least: usize, most: Option<usize>, found: usize },
        /// A named value that the function does not take.
        "unknown-argument" UnknownArgument { function: String, argument: String, among: Vec<String> },
        /// A named value given twice.
        "duplicate-argument" DuplicateArgument { argument: String },
        /// A named value that the function needs.
        "missing-argument" MissingArgument { function: String, argument: String },

        // Formulas: what they mean.
        /// A name that nothing has.
        "unknown-name" UnknownName { name: String, nearest: Option<String>, among: Vec<String> },
        /// A row that the table does not have.
        "unknown-row" UnknownRow { row: String, of: String, nearest: Option<String>, among: Vec<String> },
        /// An option that there is not.
        "unknown-option" UnknownOption { option: String, of: String, nearest: Option<String>, among: Vec<String> },
        /// Two quantities added or compared that are not of one unit.
        "unit-mismatch" UnitMismatch { left: Unit, right: Unit, other: Span },
        /// A formula whose result has another unit than the one declared.
        "wrong-unit" WrongUnit { declared: Unit, found: Unit, other: Span },
        /// A truth where a quantity belongs, and the like.
        "wrong-type" WrongType { expected: Sort, found: Sort },
        /// Steps that wait for one another.
        "cycle" Cycle { steps: Vec<String> },
        /// Lists over different rosters joined in one expression.
        "mixed-rows" MixedRows { left: String, right: String, other: Span },
        /// A function over a list that is given a single value.
        "nothing-to-list" NothingToList { function: String },
        /// A list where one value is needed.
        "list-outside" ListOutside { name: String },
        /// A row named of a table whose rows the hospital may remove.
        "not-fixed" NotFixed { table: String, row: String },
        /// A bare number beside a percent or a multiple.
        "percent-needed" PercentNeeded { number: String, unit: Unit },
        /// Places of a rounding that are no plain whole number.
        "rounding-places-not-whole" RoundingPlacesNotWhole { function: String },
        /// A roster is needed.
        "not-a-roster" NotARoster { name: String },
        /// A table is needed, and this is a roster.
        "not-a-table" NotATable { name: String },
        /// A table of tiers or of bands is needed.
        "not-a-graded-table" NotAGradedTable { expected: String },
        /// Something declared that nothing uses.
        "unused" Unused { name: String },
        /// A percent rounded to tenths or wholes of the number that formulas see.
        "percent-rounded" PercentRounded,
        /// Rows that do not lead to one another.
        "no-link" NoLink { from: String, to: String },
    }
    facts {
        // The document of facts.
        /// Text that is no JSON.
        "json-syntax" JsonSyntax { line: usize, column: usize },
        /// Facts written for another scheme.
        "other-scheme" OtherScheme { scheme: String, found: String },
        /// Facts written by a newer edition.
        "newer-format" NewerFormat { limit: u32, found: u32 },
        /// A field that nothing reads.
        "unknown-field" UnknownField { field: String, nearest: Option<String>, among: Vec<String> },
        /// Rows of a roster that the scheme does not have.
        "unknown-roster" UnknownRoster { roster: String, nearest: Option<String>, among: Vec<String> },

        /// More values than are opened.
        "too-many-values" TooManyValues { limit: usize },

        // Rows and values.
        /// A row without a name.
        "nameless-row" NamelessRow,
        /// A name that another row of the roster has.
        "duplicate-name" DuplicateName { name: String },
        /// A name that no row of the roster has.
        "unknown-row-reference" UnknownRowReference { name: String, roster: Text, nearest: Option<String> },
        /// A value that is not entered; `why` the source prints none.
        "missing" Missing { title: Text, why: Option<Text> },
        /// A step of another scheme that there is not, or whose values cannot stand there.
        "no-origin" NoOrigin { scheme: String, step: String },
        /// Nothing in the scheme is taken from this other one.
        "nothing-taken" NothingTaken { scheme: String },
        /// A step of another scheme with another unit.
        "other-unit" OtherUnit { title: Text, declared: Unit, found: Unit },
        /// A figure that the other scheme does not have.
        "no-figure" NoFigure { title: Text },
        /// A row of the other scheme without a row of its name here.
        "row-left" RowLeft { name: String },
        /// A row of today's variant without one of its name in the proposal.
        "only-today" OnlyToday { name: String },
        /// A row of the proposal without one of its name today.
        "only-in-proposal" OnlyInProposal { name: String },
        /// A step whose figures cannot be compared with those of the other variant.
        "not-comparable" NotComparable { scheme: String, step: String },
        /// A choice that is not made.
        "choice-missing" ChoiceMissing { title: Text },
        /// A day for which the values count is needed.
        "date-needed" DateNeeded,
        /// The day lies before the first from which the value counts.
        "before-first-date" BeforeFirstDate { title: Text, first: String },
        /// A choice within a range that is still to be made.
        "choice-open" ChoiceOpen { low: String, high: String },
        /// A value outside the range within which it may be chosen.
        "cannot-be-chosen" CannotBeChosen { low: String, high: String },

        // Figures.
        /// A division by zero.
        "division-by-zero" DivisionByZero,
        /// A number too large to be held.
        "too-large" TooLarge,
        /// A mean or an extreme of no rows.
        "no-rows" NoRows,
        /// A pool that nobody has a part in.
        "no-weight" NoWeight,
        /// A part below zero.
        "negative-weight" NegativeWeight,
        /// A pool below zero.
        "negative-pool" NegativePool,
        /// A pool with more decimals than its parts may have.
        "pool-not-whole" PoolNotWhole { places: u32 },
        /// A number that lies in no tier or band.
        "outside-table" OutsideTable { table: Text },
    }
}

impl Code {
    /// The second place that the problem speaks of, when there is one.
    pub(super) fn other(&self) -> Option<Span> {
        match self {
            Self::DuplicateId { other, .. }
            | Self::UnreachableRule { other }
            | Self::UnitMismatch { other, .. }
            | Self::WrongUnit { other, .. }
            | Self::MixedRows { other, .. } => Some(*other),
            _ => None,
        }
    }
}
