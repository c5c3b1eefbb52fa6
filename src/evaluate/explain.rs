//! How a figure came about: its formula in the reader's words, with the numbers put in, and what went into it.

mod amount;
mod beside;
mod binds;
mod cell;
mod declared;
mod explained;
mod lexicon;
mod live;
mod numbers;
mod part;
mod phrase;
mod settled;
mod spell;
mod spot;
mod titles;
mod trace;
mod words;

#[cfg(feature = "practise")]
pub(crate) use beside::{quota, total};
pub use cell::{Cell, list_path};
#[cfg(feature = "practise")]
pub(crate) use declared::table_of;
pub use explained::{Dropped, Explained};
pub use part::Part;
pub use trace::{Asked, Operand, Trace};
pub use words::{part_words, rules_words, words};
