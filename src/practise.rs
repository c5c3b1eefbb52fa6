//! Exercises from any scheme: calculating by hand, and being told exactly where it went wrong.

mod exercise;
mod level;
mod plausible;
mod result;
mod seed;
mod sheet;
mod spot;

pub use exercise::{Exercise, levels};
pub use level::{Among, Blank, Clause, Level, blanks};
pub use plausible::{Drawn, Pattern};
pub use result::{asked_places, needed, result, shown_steps};
pub use seed::Draws;
pub use sheet::{Line, Sheet, finals};
pub use spot::Spot;
