//! Mistakes planted in every shipped scheme, and whether the diagnosis names them.

mod planted;
mod sheets;
