//! Drawn cases: without a fault, never degenerate, spread.

use crate::practise::Pattern;

use super::{ids, shipped};

#[test]
fn every_scheme_has_cases() {
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let pattern = Pattern::of(&scheme, Some(&model)).unwrap();
        for seed in 0..3 {
            let drawn = pattern.drawn(&[&seed.to_string()]).unwrap_or_else(|| panic!("{id}: no case {seed}"));
            assert!(drawn.outcome.told.is_empty(), "{id} {seed}: {:?}", drawn.outcome.problems);
        }
    }
}
