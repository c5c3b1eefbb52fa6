//! A change before it is adopted: today's variant compared with a proposal, and questions the other way round.
//!
//! A variant is a scheme with facts and their outcome: [`Evaluated`]. Two variants have the same facts with other
//! values, or another scheme with the same rosters. All of it is exact; only what is shown is rounded.

mod aim;
mod banded;
mod cell;
mod change;
mod cliffs;
mod compared;
mod distribution;
mod draft;
mod effect;
mod fund;
mod grouped;
mod limit;
mod measure;
mod moved;
mod pairing;
mod reach;
mod replay;
mod seek;
mod sensitivity;
mod spread;
mod tiers;
mod waterfall;

pub use crate::evaluate::facts::Evaluated;
pub use aim::Within;
pub use banded::{Band, Bands, By};
pub use cell::{Cell, End};
pub use change::{Change, ValueChange, changes};
pub use cliffs::{Cliff, Work, cliffs};
pub use compared::{Comparison, Sorted, Totals, names};
pub use distribution::Class;
pub use draft::Draft;
pub use effect::{Effect, Why, effects};
pub use fund::Fund;
pub use grouped::{Group, Grouping};
pub use limit::{Bound, Demand, Judged, Limit, Limited};
pub use measure::Measure;
pub use moved::Move;
pub use pairing::{Matching, Pair, Pairing};
pub use replay::{Month, Repeated, Replay, Whole};
pub use seek::{Goal, Interval, Sought, seek, seek_within};
pub use sensitivity::{Sensitive, Stepped, sensitive_cells, sensitivity};
pub use spread::Spread;
pub use tiers::{Grade, Regraded, Turn, Turns, grades, grading_cells, turns};
pub use waterfall::{Method, Part, Waterfall, waterfall};
