//! How a figure came about: its formula in the reader's words, with the numbers put in, and what went into it.

mod lexicon;
mod phrase;
mod spell;
mod titles;
mod words;

pub use words::words;
