//! The same in integers: points in ten-thousandths, money in fen.

use wasm_bindgen::prelude::*;

use crate::{Counts, KINDS, each, rows};

/// Decimals of a coefficient.
const COEFFICIENT_PLACES: usize = 4;

/// A ward in integers.
#[wasm_bindgen]
pub struct IntegerWard {
    nurses: Vec<Counts>,
    coefficients: [u64; KINDS],
    pool: u64,
}

#[wasm_bindgen]
impl IntegerWard {
    /// Takes the ward in.
    #[wasm_bindgen(constructor)]
    pub fn new(counts: &[u32], coefficients: &str, pool: &str) -> Result<Self, JsError> {
        let coefficients = each(coefficients, |text| scaled(text, COEFFICIENT_PLACES))?;
        Ok(Self { nurses: rows(counts), coefficients, pool: scaled(pool, 2)? })
    }

    /// Changes one coefficient and pays everybody again.
    #[wasm_bindgen(js_name = changeAndRead)]
    pub fn change_and_read(&mut self, kind: usize, coefficient: &str) -> Result<String, JsError> {
        self.coefficients[kind] = scaled(coefficient, COEFFICIENT_PLACES)?;
        let points: Vec<u64> = self.nurses.iter().map(|counts| self.points(counts)).collect();
        let total: u64 = points.iter().sum();
        let mut lines = Vec::with_capacity(points.len() * 9);
        for one in points {
            push_yuan(&mut lines, share(self.pool, one, total));
            lines.push(b'\n');
        }
        lines.pop();
        Ok(String::from_utf8(lines)?)
    }

    fn points(&self, counts: &Counts) -> u64 {
        counts
            .iter()
            .zip(&self.coefficients)
            .map(|(&count, &coefficient)| u64::from(count) * coefficient)
            .sum()
    }
}

/// pool × points ÷ total, half-up; in 64 bits where the product fits, because wasm divides those in one instruction.
fn share(pool: u64, points: u64, total: u64) -> u64 {
    let twice = pool.checked_mul(points).and_then(|product| product.checked_mul(2)?.checked_add(total));
    match twice {
        Some(sum) => sum / (2 * total),
        None => {
            let sum = 2 * u128::from(pool) * u128::from(points) + u128::from(total);
            (sum / (2 * u128::from(total))) as u64
        }
    }
}

/// Fen as yuan with two decimals.
fn push_yuan(lines: &mut Vec<u8>, fen: u64) {
    let mut digits = [b'0'; 21];
    let mut start = digits.len();
    let mut rest = fen;
    while rest > 0 || digits.len() - start < 3 {
        start -= 1;
        digits[start] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let (yuan, fen) = digits[start..].split_at(digits.len() - start - 2);
    lines.extend_from_slice(yuan);
    lines.push(b'.');
    lines.extend_from_slice(fen);
}

/// Decimal text as an integer of units of 10^-places.
fn scaled(text: &str, places: usize) -> Result<u64, JsError> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > places {
        return Err(JsError::new(&format!("{text} has more than {places} decimals")));
    }
    Ok(format!("{whole}{fraction:0<places$}").parse()?)
}
