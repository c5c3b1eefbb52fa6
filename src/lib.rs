//! Jixiao (績效試算): exact hospital point schemes.

pub mod date;
pub mod evaluate;
pub mod exact;
pub mod formula;
pub mod language;
pub mod problem;
pub mod scheme;
pub mod unit;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod wire;

#[cfg(test)]
mod tests;
