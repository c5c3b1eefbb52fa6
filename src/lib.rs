//! Jixiao (績效試算): exact hospital point schemes.

#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub mod exact;

#[cfg(test)]
mod tests;
