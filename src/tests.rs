//! The tests of the crate: each file holds the claims about one part.

mod broken;
mod case;
mod cases;
mod chains;
mod codes;
mod coverage;
mod dates;
mod explain;
mod facts;
mod formula;
mod hostile;
mod language;
mod laws;
mod layers;
mod mistakes;
mod practise;
mod read;
mod revise;
mod shipped;
mod simulate;
mod units;
mod wire;
