//! Jixiao (績效試算): exact hospital point schemes.
//!
//! A scheme is a text file that says how the work of a month becomes points and pay.
//! This crate reads it, checks it, evaluates it over the facts of the month and explains every figure:
//! natively, and compiled to WebAssembly in Node and in browsers, with the same bytes as the answer.
//!
//! The modules in reading order; each uses only those above it (a test keeps it so):
//!
//! | module | what lives there |
//! |---|---|
//! | [`exact`] | numbers without loss, one by one and in whole columns; rounding; sharing a pool |
//! | [`date`], [`language`] | days of the calendar; the three languages |
//! | [`unit`](mod@unit) | 元, 分, 元/分: the algebra that refuses 元 plus 分 |
//! | [`problem`] | what is wrong, where, and what to do |
//! | [`formula`] | formulas as written: tokens, syntax tree, functions |
//! | [`scheme`] | scheme files: [`scheme::read`] to a document, [`scheme::check`] to a scheme |
//! | [`evaluate`] | facts in columns, the run over them, the explanation of a figure |
//! | [`simulate`] | a change before it is adopted: variants compared, and questions the other way round |
//! | [`practise`] | exercises: calculating by hand, and being told exactly where it went wrong |
//! | [`wire`] | the JSON forms of the boundary |
//! | `wasm` | the package for browsers and Node: the only module that knows JavaScript |

pub mod date;
pub mod evaluate;
pub mod formula;
pub mod language;
#[cfg(feature = "practise")]
pub mod practise;
pub mod problem;
pub mod scheme;
#[cfg(feature = "simulate")]
pub mod simulate;
pub mod unit;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;

pub use jixiao_exact as exact;

#[cfg(test)]
mod tests;
