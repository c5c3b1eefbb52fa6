//! Claims about explanations: the words of formulas.

mod brackets;
mod chosen;
mod properties;
mod sample;
mod told;
mod words;
