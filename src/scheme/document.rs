//! A scheme as its file declares it: every declaration with its place, no name looked up yet.

use crate::date::Date;
use crate::exact::Exact;
use crate::formula::syntax::Expr;
use crate::problem::Span;
use crate::unit::Unit;

use super::translations::Translations;

pub use crate::formula::syntax::Name;
pub use crate::language::Text;

/// Everything that one scheme file declares.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The `id` of the scheme.
    pub id: Name,
    /// `title`.
    pub title: Text,
    /// Where the catalogue lists it.
    pub group: String,
    /// Systems of the source inventory that it calculates.
    pub implements: Vec<String>,
    /// `about`.
    pub about: Option<Text>,
    /// `source.document`.
    pub document: Option<String>,
    /// `source.clause`.
    pub clause: Option<Text>,
    /// `source.lines`.
    pub lines: Option<String>,
    /// Units of the scheme's own.
    pub units: Vec<UnitDeclaration>,
    /// Facts of the month.
    pub inputs: Vec<Entry>,
    /// Values of the rules.
    pub parameters: Vec<Entry>,
    /// Readings and policies.
    pub choices: Vec<Choice>,
    /// Tables of points, tiers, bands.
    pub tables: Vec<Table>,
    /// Lists whose rows are facts.
    pub rosters: Vec<Roster>,
    /// Steps in the order of the file.
    pub steps: Vec<Step>,
    /// Flags.
    pub flags: Vec<Flag>,
    /// Guard rails.
    pub guards: Vec<Guard>,
    /// Result tables: for the scheme (`of` none) and for rosters or tables.
    pub outputs: Vec<Output>,
    /// Clauses that are not calculated.
    pub gaps: Vec<Gap>,
    /// Misprints of the source.
    pub errata: Vec<Erratum>,
    /// Its texts in other languages.
    pub translations: Translations,
}

/// A unit that the scheme declares.
#[derive(Clone, Debug)]
pub struct UnitDeclaration {
    /// Its id.
    pub id: Name,
    /// Its title.
    pub title: Text,
    /// What it is.
    pub unit: Unit,
}

/// The texts that may stand on every declaration.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    /// `title`.
    pub title: Text,
    /// `note`.
    pub note: Option<Text>,
    /// `clause`.
    pub clause: Option<Text>,
}

/// A value that is entered: an input, a parameter, a column of a table or roster.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its id; `value` for the nameless column of a table.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// What may be entered.
    pub kind: Kind,
    /// Least value, in the entry's own unit.
    pub min: Option<Exact>,
    /// Greatest value, in the entry's own unit.
    pub max: Option<Exact>,
    /// Whether fractions are refused.
    pub whole: bool,
    /// Most decimals.
    pub places: Option<u32>,
    /// What counts when nothing is entered.
    pub value: Option<Dated>,
    /// Whether it may stay empty.
    pub optional: bool,
    /// Whether it is asked for the record only, and no formula uses it.
    pub record: bool,
    /// The table for each of whose rows one value is entered.
    pub per: Option<Name>,
    /// Why the source prints no value.
    pub unprinted: Option<Text>,
    /// Steps of other schemes whose values may be taken over.
    pub from: Vec<Origin>,
}

/// A step of another scheme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The id of the other scheme.
    pub scheme: Name,
    /// The id of its step.
    pub step: Name,
}

/// What a value is: of an entry, or of what a step yields.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A number of this unit.
    Quantity(Unit),
    /// Yes or no.
    Truth,
    /// A day.
    Date,
    /// Words that nothing is calculated with.
    Words,
    /// A row of a table or roster.
    OneOf(Name),
    /// One of these.
    Options(Vec<OptionItem>),
}

/// An option of a choice or an entry.
#[derive(Clone, Debug)]
pub struct OptionItem {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
}

/// A value, or values that begin to count at a date.
#[derive(Clone, Debug)]
pub struct Dated {
    /// In ascending order of date; the first may count from ever.
    pub versions: Vec<(Option<Date>, Cell)>,
}

/// A single value, in the unit it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A number, as written (a percent is 85, not 0.85).
    Quantity(Exact),
    /// Yes or no.
    Truth(bool),
    /// A day.
    Date(Date),
    /// Words.
    Words(String),
    /// The id of an option or the name of a row.
    Id(String),
}

/// A choice between readings or policies.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// The options, in order.
    pub options: Vec<OptionItem>,
    /// The id of the option that counts unless another is chosen.
    pub default: Option<Name>,
}

/// A table whose rows the scheme declares.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// Plain, tiers or bands.
    pub kind: TableKind,
    /// Its columns; one with the id `value` when it was declared without a name.
    pub columns: Vec<Entry>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether rows may not be added and removed.
    pub fixed: bool,
    /// The table whose rows its rows belong to.
    pub of: Option<Name>,
}

impl Table {
    /// The id of the column of a table that was declared without named columns.
    pub const VALUE: &'static str = "value";

    /// The only column, when it was declared without a name.
    #[must_use]
    pub fn nameless(&self) -> Option<&Entry> {
        self.columns.iter().find(|column| column.id.text == Self::VALUE)
    }
}

/// What a table is for.
#[derive(Clone, Debug)]
pub enum TableKind {
    /// Values by row.
    Plain,
    /// Cuts an amount.
    Tiers {
        /// Unit of the edges.
        by: Unit,
        /// Which tier an edge belongs to.
        edge: Edge,
    },
    /// Grades a score by lower bound.
    Bands {
        /// Unit of the bounds.
        by: Unit,
    },
}

/// Which of two tiers the number between them belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The upper one: 以上 includes the number.
    Upper,
    /// The lower one: 以內 includes the number.
    Lower,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// Its values, one for each column; none where the source prints none.
    pub cells: Vec<Option<Dated>>,
    /// The row of the table that it belongs to.
    pub of: Option<Name>,
    /// Lower bound of a tier or band.
    pub from: Option<Exact>,
    /// Upper bound, included (for a tier: where the next begins).
    pub to: Option<Exact>,
    /// Upper bound, excluded.
    pub below: Option<Exact>,
    /// Its place.
    pub span: Span,
}

/// A list whose rows are facts.
#[derive(Clone, Debug)]
pub struct Roster {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// Heading of the rows' names.
    pub name: Option<Text>,
    /// What counting its rows counts in.
    pub unit: Unit,
    /// The roster or table whose rows its rows belong to.
    pub of: Option<Name>,
    /// Its columns.
    pub columns: Vec<Entry>,
}

/// One named value, or one for each row.
#[derive(Clone, Debug)]
pub struct Step {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// The roster or table for each of whose rows it has a value.
    pub each: Option<Name>,
    /// What it yields.
    pub kind: Kind,
    /// How.
    pub body: Body,
    /// How many decimals are shown of a value that does not end.
    pub places: Option<u32>,
    /// Whether result tables leave it out.
    pub inner: bool,
    /// Whether its rows are added up, where the scheme says so.
    pub total: Option<bool>,
}

/// How a step finds its value.
#[derive(Clone, Debug)]
pub enum Body {
    /// By one formula.
    Formula(Formula),
    /// By the first rule that applies; the last applies always.
    Rules(Vec<Rule>),
}

/// A first-match rule.
#[derive(Clone, Debug)]
pub struct Rule {
    /// When it applies; always, when absent.
    pub when: Option<Formula>,
    /// Its value.
    pub then: Formula,
    /// The paragraph it comes from.
    pub clause: Option<Text>,
    /// A sentence for the reader.
    pub note: Option<Text>,
    /// Its place.
    pub span: Span,
}

/// A formula as written and as parsed.
#[derive(Clone, Debug)]
pub struct Formula {
    /// The text.
    pub text: String,
    /// The tree.
    pub tree: Expr,
}

/// A condition that raises a named consequence or remark.
#[derive(Clone, Debug)]
pub struct Flag {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// The code used by the source inventory.
    pub code: Option<String>,
    /// How grave it is.
    pub level: Level,
    /// The roster or table for each of whose rows it may be raised.
    pub each: Option<Name>,
    /// When it is raised.
    pub when: Formula,
}

/// How grave a flag is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Good to know.
    Notice,
    /// Something is probably wrong.
    Warning,
    /// A committee must decide.
    Committee,
    /// A consequence other than money.
    Sanction,
}

/// A condition that should hold.
#[derive(Clone, Debug)]
pub struct Guard {
    /// Its id.
    pub id: Name,
    /// Its texts.
    pub texts: Texts,
    /// The roster or table for each of whose rows it should hold.
    pub each: Option<Name>,
    /// What should hold.
    pub holds: Formula,
}

/// The steps of one result table, in order.
#[derive(Clone, Debug)]
pub struct Output {
    /// The roster or table; none for the values of the whole scheme.
    pub of: Option<Name>,
    /// The steps.
    pub steps: Vec<Name>,
}

/// A clause of the source that the scheme does not calculate.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Where it stands.
    pub clause: String,
    /// Its words.
    pub text: Text,
    /// Why it is not calculated.
    pub why: Text,
}

/// A misprint of the source.
#[derive(Clone, Debug)]
pub struct Erratum {
    /// Its id in the inventory.
    pub id: Name,
    /// Where it stands.
    pub place: String,
    /// What is printed.
    pub printed: Text,
    /// What is right.
    pub right: Text,
    /// Why.
    pub why: Text,
}
