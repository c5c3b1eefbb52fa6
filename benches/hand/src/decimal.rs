//! The plain loop with rust_decimal and its operators.

use std::fmt::Write;

use rust_decimal::{Decimal, RoundingStrategy};
use wasm_bindgen::prelude::*;

use crate::{Counts, KINDS, each, rows};

/// A ward in `Decimal`.
#[wasm_bindgen]
pub struct DecimalWard {
    nurses: Vec<Counts>,
    coefficients: [Decimal; KINDS],
    pool: Decimal,
}

#[wasm_bindgen]
impl DecimalWard {
    /// Takes the ward in.
    #[wasm_bindgen(constructor)]
    pub fn new(counts: &[u32], coefficients: &str, pool: &str) -> Result<Self, JsError> {
        let coefficients = each(coefficients, str::parse)?;
        Ok(Self { nurses: rows(counts), coefficients, pool: pool.parse()? })
    }

    /// Changes one coefficient and pays everybody again.
    #[wasm_bindgen(js_name = changeAndRead)]
    pub fn change_and_read(&mut self, kind: usize, coefficient: &str) -> Result<String, JsError> {
        self.coefficients[kind] = coefficient.parse()?;
        let points: Vec<Decimal> = self.nurses.iter().map(|counts| self.points(counts)).collect();
        let total: Decimal = points.iter().sum();
        let value_per_point = self.pool / total;
        let mut lines = String::with_capacity(points.len() * 9);
        for one in points {
            let pay = value_per_point * one;
            let pay = pay.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
            writeln!(lines, "{pay}")?;
        }
        lines.pop();
        Ok(lines)
    }

    fn points(&self, counts: &Counts) -> Decimal {
        counts
            .iter()
            .zip(&self.coefficients)
            .map(|(&count, &coefficient)| Decimal::from(count) * coefficient)
            .sum()
    }
}
