//! The JSON forms of the boundary: what a page, another form or the command line sends and receives.
//!
//! Quantities are decimal text; what does not end is a fraction such as `62230/1677`.
//! Absent is `null`, never a missing key, in everything that leaves; in facts, keys may be left out.
//! Titles and sentences are in the language that was asked for.

mod describe;
mod description;
mod explain;
mod explanation;
mod facts;
mod figure;
mod fingerprint;
mod number;
mod outcome;
#[cfg(feature = "practise")]
mod practise;
mod problem;
mod sentence;
#[cfg(feature = "simulate")]
mod simulate;
mod taken;
mod teller;

pub use description::{
    ChoiceForm, Description, ErratumText, Field, FieldKind, GapText, OptionText, OutputForm, RosterForm,
    StepForm, TableForm, TableKind, TableRow,
};
pub use explanation::{Explanation, Operand, OperandKind, Reading, RuleApplied};
pub use facts::{FactRow, FactValue, Facts};
pub use fingerprint::fingerprint;
pub use number::ratio_shown;
pub use outcome::{
    Figure, FigureState, GuardResult, Notice, Outcome, Pool, StepFigure, StepFigures, Summary,
};
#[cfg(feature = "practise")]
pub use practise::{
    BlankKind, Diagnosis, Judged, KindText, Line, Marked, Marking, Offered, Planted, Sheet, Verdict,
};
pub use problem::{ProblemText, TypedNumber};
#[cfg(feature = "simulate")]
pub use simulate::{
    Amount, ChangeText, ClassText, CliffText, Cliffs, Compared, ComparedBand, ComparedGroup, ComparedPool,
    ComparedRow, ComparedSums, Comparer, FoundInterval, FoundValue, KeptText, LimitResult, MoveText,
    MovedText, PartKind, PartText, PoolAmounts, RepeatedName, ReplayedMonth, ReplayedNames, ReplayedPerson,
    ReplayedWhole, RevisionProblem, RoundingText, Sensitivity, SensitivityRow, SoughtText, SpreadText,
    StepParts, SteppedText, TierRow, Tiers, TurnText, WaterfallPart, WaterfallText, replayed_lines,
    replayed_month,
};
pub use taken::{OriginForm, TakenCell, TakenFrom, TakenOver};
pub use teller::Teller;
