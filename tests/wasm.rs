//! The engine inside WebAssembly, called as JavaScript calls it.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(jixiao::wasm::version(), env!("CARGO_PKG_VERSION"));
}
