//! Claims about exact numbers.
