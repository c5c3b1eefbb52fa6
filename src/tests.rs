//! The tests of the crate: each file holds the claims about one part.

mod case;
mod cases;
mod exact;
mod explain;
mod facts;
mod shipped;
mod wire;
