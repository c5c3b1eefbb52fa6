//! Formulas as written: tokens, syntax tree, and the words a reader sees instead of ids.

pub mod function;
pub mod syntax;
