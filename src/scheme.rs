//! Schemes: the document as written, and the checked scheme that can be evaluated.

pub mod document;
