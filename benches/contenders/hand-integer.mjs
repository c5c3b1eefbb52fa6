// Rust in wasm by hand: scaled integers, what this one formula costs at the least.
import { contender } from "../hand/contender.mjs";

export const name = "scaled integers by hand (wasm)";
export const version = "";
export const note = "this one formula and no other; benches/hand/src/integer.rs";
export const { prepare, changeAndRead, dispose } = contender("IntegerWard");
