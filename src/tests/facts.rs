//! Claims about opened facts: what is read, what is refused and where, what is saved.

mod json;
