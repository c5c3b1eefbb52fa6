//! Evaluation: facts in columns, the run over whole columns, the explanation of one figure.

pub mod explain;
pub mod facts;
pub mod outcome;
pub mod run;
pub mod value;
