//! Jixiao (績效試算): exact hospital point schemes.

#[cfg(target_arch = "wasm32")]
pub mod wasm;
