//! Claims about explanations: the words of formulas.

mod brackets;
