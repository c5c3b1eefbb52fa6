//! Formulas as written: tokens, syntax tree, and the words a reader sees instead of ids.

pub mod function;
pub mod parse;
pub mod syntax;
mod token;

pub use token::is_name;
