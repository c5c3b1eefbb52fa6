//! Exercises from any scheme: calculating by hand, and being told exactly where it went wrong.

mod spot;

pub use spot::Spot;
