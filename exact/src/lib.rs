//! Exact numbers: arithmetic, rounding, sharing and whole columns, with no digit ever lost silently.
//!
//! A number here is an integer or a ratio of integers, never a binary fraction. Division is exact; rounding
//! happens where a caller asks for it, to places and in a mode that the caller names. What cannot be held
//! exactly (more than 4096 bits on either side of a ratio) is refused, never approximated.
//!
//! Nothing outside this module names the decimal type or the big integers it is built on.

mod apportion;
mod calculate;
mod column;
mod number;
mod parse;
mod ratio;
mod rounding;
mod text;

pub use apportion::{Residual, Shared, Unshared, share};
pub use calculate::Undivided;
pub use column::{Column, Comparison, Failure, Failures, SharedColumn};
pub use number::{Exact, Sign};
pub use parse::{Mark, NotANumber, Typed};
pub use rounding::Rounding;
pub use text::grouped;
