//! Proposals beside today: a comparison, what changed, and the answers of questions the other way round.

mod ask;
mod asked;
mod change;
mod changed;
mod compare;
mod compared;
mod kept;
mod replay;
mod revision;
mod rewritten;
mod tiers;

pub use asked::{
    CliffText, Cliffs, FoundInterval, FoundValue, KeptText, Sensitivity, SensitivityRow, SoughtText,
    SteppedText,
};
pub use changed::{ChangeText, WaterfallPart, WaterfallText};
pub use compare::Comparer;
pub use compared::{
    Amount, ClassText, Compared, ComparedBand, ComparedGroup, ComparedPool, ComparedRow, ComparedSums,
    LimitResult, MoveText, PoolAmounts, SpreadText,
};
pub use replay::{
    RepeatedName, ReplayedMonth, ReplayedNames, ReplayedPerson, ReplayedWhole, replayed_lines, replayed_month,
};
pub use revision::{PartKind, PartText, RevisionProblem, RoundingText, StepParts};
pub use tiers::{MovedText, TierRow, Tiers, TurnText};
