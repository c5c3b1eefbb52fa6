//! The command line: `jixiao schemes | check | evaluate | explain`.

fn main() {}
