//! Claims about exact numbers: tables of cases, and laws that hold for all numbers.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test in which something overflows or is missing fails, as it should"
)]

mod arithmetic;
mod column;
mod parsing;
mod printing;
mod sample;
mod sharing;
