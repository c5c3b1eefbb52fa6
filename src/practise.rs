//! Exercises from any scheme: calculating by hand, and being told exactly where it went wrong.

mod answer;
mod calculation;
mod course;
mod diagnose;
mod entry;
mod exercise;
mod given;
mod granted;
mod level;
mod mark;
mod mistake;
mod mutant;
mod plant;
mod plausible;
mod result;
mod seed;
mod sheet;
mod spot;
mod tape;

pub use answer::{Answer, answer};
pub use calculation::Calculation;
pub use diagnose::{Known, diagnose};
pub use entry::Entry;
pub use exercise::{Exercise, levels};
pub use given::Given;
pub use level::{Among, Blank, Clause, Level, blanks};
pub use mark::{Marked, Verdict, mark};
pub use mistake::{Kind, Mistake, Printed, Taken, Used, What};
pub use plant::{Judgement, Planted, judge, mistakes_at, plant, written};
pub use plausible::{Drawn, Edge, Pattern};
pub use result::{asked_places, needed, result, shown_steps};
pub use seed::Draws;
pub use sheet::{Line, Sheet, finals};
pub use spot::Spot;
pub use tape::Tape;
