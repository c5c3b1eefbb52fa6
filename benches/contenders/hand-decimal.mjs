// Rust in wasm by hand: the plain loop with rust_decimal.
import { contender, locked } from "../hand/contender.mjs";

export const name = "rust_decimal by hand (wasm)";
export const version = locked("rust_decimal");
export const note = "28 digits; benches/hand/src/decimal.rs";
export const { prepare, changeAndRead, dispose } = contender("DecimalWard");
