//! Mistakes as data: what was done wrong, where, and the facts that a sentence about it needs.

use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};
use crate::scheme::term::{Axis, Term};
use crate::unit::Unit;

use super::spot::Spot;

/// A kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A part or an earlier figure was rounded before it was used.
    RoundedEarly,
    /// What the scheme rounds at this step was not rounded.
    RoundedLate,
    /// Rounded, but in another way or to other places.
    RoundedOtherwise,
    /// Cut off instead of rounded.
    CutOff,
    /// The tier or band beside the right one.
    NeighbouringTier,
    /// Slice by slice, where the whole amount goes by one rate.
    MarginalForWhole,
    /// The whole amount by one rate, where it goes slice by slice.
    WholeForMarginal,
    /// An upper limit was not applied.
    CapForgotten,
    /// A lower limit was not applied.
    FloorForgotten,
    /// Added instead of deducted, or the other way round.
    SignTurned,
    /// 25 taken for 25 %, or the other way round.
    PercentAsNumber,
    /// A value of another row.
    WrongRow,
    /// A person, row or kind left out of a list, or a term of a sum.
    LeftOut,
    /// Right, from an earlier wrong figure.
    Carried,
    /// Two neighbouring digits changed places.
    Transposed,
    /// The figure that the source misprints.
    PrintedErratum,
    /// A rule that does not apply.
    WrongRule,
    /// Another reading of a clause than the one that is chosen.
    OtherReading,
    /// A factor or divisor left out.
    FactorForgotten,
    /// Multiplied instead of divided, or the other way round.
    OperatorTurned,
}

impl Kind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 20] = [
        Self::RoundedEarly,
        Self::RoundedLate,
        Self::RoundedOtherwise,
        Self::CutOff,
        Self::NeighbouringTier,
        Self::MarginalForWhole,
        Self::WholeForMarginal,
        Self::CapForgotten,
        Self::FloorForgotten,
        Self::SignTurned,
        Self::PercentAsNumber,
        Self::WrongRow,
        Self::LeftOut,
        Self::Carried,
        Self::Transposed,
        Self::PrintedErratum,
        Self::WrongRule,
        Self::OtherReading,
        Self::FactorForgotten,
        Self::OperatorTurned,
    ];

    /// The name that programs know it by; it never changes.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::RoundedEarly => "rounded-early",
            Self::RoundedLate => "rounded-late",
            Self::RoundedOtherwise => "rounded-otherwise",
            Self::CutOff => "cut-off",
            Self::NeighbouringTier => "neighbouring-tier",
            Self::MarginalForWhole => "marginal-for-whole",
            Self::WholeForMarginal => "whole-for-marginal",
            Self::CapForgotten => "cap-forgotten",
            Self::FloorForgotten => "floor-forgotten",
            Self::SignTurned => "sign-turned",
            Self::PercentAsNumber => "percent-as-number",
            Self::WrongRow => "wrong-row",
            Self::LeftOut => "left-out",
            Self::Carried => "carried",
            Self::Transposed => "transposed",
            Self::PrintedErratum => "printed-erratum",
            Self::WrongRule => "wrong-rule",
            Self::OtherReading => "other-reading",
            Self::FactorForgotten => "factor-forgotten",
            Self::OperatorTurned => "operator-turned",
        }
    }

    /// The kind with this name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }
}

/// A mistake: what was done wrong, and the figure that came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Its kind.
    pub kind: Kind,
    /// The figure in whose calculation it was made.
    pub at: Spot,
    /// The facts.
    pub what: What,
    /// The wrong figure at `at`, in base units.
    pub figure: Item,
    /// How unlikely it is beside others that give the same figure.
    pub rank: u32,
    /// A second mistake that was made with it: figures rounded before they were used.
    pub and_rounded: bool,
}

/// The facts of a mistake; numbers are in base units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A part of the formula, or a figure used in it, was rounded to so many places of its unit before it was used.
    Part {
        /// The part.
        part: Term,
        /// Its unit.
        unit: Unit,
        /// Decimals, in that unit.
        places: u32,
        /// What it is and what was taken, where it is one number.
        taken: Option<(Exact, Exact)>,
    },
    /// The value of one unit of weight was rounded before each part was computed from it.
    Value {
        /// The value.
        exact: Exact,
        /// What was taken.
        taken: Exact,
        /// Its unit.
        unit: Unit,
    },
    /// Each part of a pool was rounded by itself, so that they need not add up.
    Parts {
        /// How.
        mode: Rounding,
        /// The part before it is rounded.
        exact: Exact,
    },
    /// Every figure used was rounded first.
    EveryPart,
    /// Every earlier figure of the sheet was rounded before it was used.
    EveryStep,
    /// A rounding was done in another way, or to other places.
    Mode {
        /// What is rounded, before that.
        exact: Exact,
        /// Its unit.
        unit: Unit,
        /// How it was rounded; none when it was not rounded.
        mode: Option<Rounding>,
        /// To how many decimals.
        places: u32,
        /// The way that is right.
        right_mode: Rounding,
        /// The decimals that are right.
        right: u32,
    },
    /// Another tier or band of a table.
    Tier {
        /// The table.
        table: usize,
        /// What is graded.
        graded: Exact,
        /// The right row.
        right: u32,
        /// The row that was taken.
        taken: u32,
    },
    /// All of an amount by one rate, or slice by slice.
    Graded {
        /// The table.
        table: usize,
        /// The amount; none inside a list.
        amount: Option<Exact>,
    },
    /// A limit that was not applied.
    Limit {
        /// The limit that counts.
        limit: Option<Term>,
        /// What was taken.
        without: Term,
    },
    /// A part that was added instead of deducted, or the other way round.
    Sign {
        /// The part.
        part: Term,
        /// Whether the scheme deducts it.
        deducted: bool,
    },
    /// A percent taken for a number, or a number for a percent.
    Percent {
        /// The part; none when the figure itself was written so.
        part: Option<Term>,
        /// Its right value, where it is one number.
        value: Option<Exact>,
        /// What it was taken for.
        taken: Taken,
    },
    /// The value of another row.
    Row {
        /// The rows.
        axis: Axis,
        /// The right row.
        right: u32,
        /// The row whose value was taken.
        taken: u32,
        /// What was looked up.
        part: Term,
        /// The right value and the one that was taken.
        values: (Item, Item),
    },
    /// A row left out of a list.
    Left {
        /// The rows.
        axis: Axis,
        /// The row.
        row: u32,
        /// What it counts with.
        value: Exact,
        /// What is listed.
        part: Term,
    },
    /// A term of a sum that was left out.
    Term {
        /// The term.
        part: Term,
        /// Whether the scheme deducts it.
        deducted: bool,
    },
    /// Earlier figures that were wrong.
    From(Vec<Spot>),
    /// Two digits that changed places.
    Digits {
        /// The value whose digits they are; none for the figure itself.
        part: Option<Term>,
        /// The right number, in its unit.
        right: Exact,
        /// As it was written.
        taken: Exact,
        /// The unit.
        unit: Unit,
    },
    /// What the source prints.
    Printed {
        /// The erratum of the scheme, by position.
        erratum: Option<usize>,
    },
    /// Another rule than the one that applies.
    Rule {
        /// The condition that decides between them.
        condition: Term,
        /// Whether it holds.
        holds: bool,
    },
    /// Another option of a choice.
    Reading {
        /// The choice.
        choice: usize,
        /// The option that is chosen.
        right: u32,
        /// The option that was taken.
        taken: u32,
    },
    /// A factor or divisor that was left out.
    Factor {
        /// The factor.
        part: Term,
        /// Whether the scheme multiplies or divides by it.
        used: Used,
    },
    /// Multiplied instead of divided, or the other way round.
    Turned {
        /// By what.
        part: Term,
        /// Whether the scheme multiplies or divides by it.
        used: Used,
    },
}

/// What a value was taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// A percent for a number: 25 for 25 %.
    Number,
    /// A number for a percent: 0.25 % for 0.25, or 25 % written as 0.25.
    Percent,
}

/// How a scheme uses a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Used {
    /// It multiplies by it.
    Times,
    /// It divides by it.
    Divide,
}

/// A figure that the source misprints, and that somebody may take from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// The figure.
    pub at: Spot,
    /// What is printed, in the unit that the step's figures are written in.
    pub value: Exact,
    /// The erratum of the scheme, by position.
    pub erratum: Option<usize>,
}
