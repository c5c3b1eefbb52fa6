//! Builds, serves, tests and measures the project: `cargo xtask <command>`.

fn main() {}
