//! Columns as text, one number a line, without an allocation for each.

use std::fmt::Write;
use std::iter::Rev;
use std::slice::IterMut;

use super::{Column, Common, Store};
use crate::number::Exact;

/// Room for a sign, 20 digits, a point, the zero before it and a line feed.
const ROOM: usize = 24;

/// The step in which [`Digits`] takes a number apart: the longest that 32 bits hold.
const STEP: u64 = 100_000_000;

impl Column {
    /// Writes the canonical text of every number, each followed by a line feed.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::{Column, Exact};
    ///
    /// let (half, _) = Column::from_whole(vec![1, 2]).divided_by_exact(&Exact::from(2));
    /// let mut text = String::new();
    /// half.texts_into(&mut text);
    /// assert_eq!(text, "0.5\n1\n");
    /// ```
    pub fn texts_into(&self, text: &mut String) {
        match &self.0 {
            Store::Common(common) => common.texts_into(None, text),
            Store::Each(values) => values.iter().for_each(|value| line(text, value)),
        }
    }

    /// Writes every number with exactly `places` decimal places, each followed by a line feed.
    ///
    /// A number that is not exact at these places is written in full, as [`Column::texts_into`] writes it.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao_exact::Column;
    ///
    /// let mut text = String::new();
    /// Column::from_whole(vec![1, -2]).fixed_into(2, &mut text);
    /// assert_eq!(text, "1.00\n-2.00\n");
    /// ```
    pub fn fixed_into(&self, places: u32, text: &mut String) {
        match &self.0 {
            Store::Common(common) => common.texts_into(Some(places), text),
            Store::Each(values) => values.iter().for_each(|value| fixed_line(text, value, places)),
        }
    }
}

impl Common {
    /// Writes every number, canonical or at fixed places.
    fn texts_into(&self, fixed: Option<u32>, text: &mut String) {
        if let Some((factor, places)) = self.decimal(fixed) {
            let least = fixed.unwrap_or(0);
            let mut buffer = vec![0_u8; self.numerators.len().saturating_mul(ROOM)];
            let mut lines = Backwards { free: buffer.iter_mut().rev() };
            for row in self.numerators.iter().rev() {
                // `decimal` has checked the bound times this factor.
                let magnitude = row.unsigned_abs().wrapping_mul(factor);
                lines.decimal(*row < 0, magnitude, places, least);
            }
            let written = lines.free.len();
            // Digits, points, signs and line feeds: one check for all of them.
            text.push_str(
                buffer.get(written..).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or_default(),
            );
            return;
        }
        for row in &self.numerators {
            let value = Exact::from_fraction((*row).into(), self.over.into()).unwrap_or_default();
            match fixed {
                Some(places) => fixed_line(text, &value, places),
                None => line(text, &value),
            }
        }
    }

    /// The factor and places that make every number a whole count of 10^-places, in 64 bits; at least the
    /// places that are fixed.
    fn decimal(&self, fixed: Option<u32>) -> Option<(u64, u32)> {
        let over = self.over.unsigned_abs();
        for places in fixed.unwrap_or(0)..=19 {
            let power = 10_u64.checked_pow(places)?;
            if power.is_multiple_of(over) {
                let factor = power.checked_div(over)?;
                return self.bound.checked_mul(factor).is_some().then_some((factor, places));
            }
        }
        None
    }
}

/// Writes one number and a line feed.
fn line(text: &mut String, value: &Exact) {
    // Writing to a String never fails.
    let _ = writeln!(text, "{value}");
}

/// Writes one number at fixed places, or in full when it is not exact there.
fn fixed_line(text: &mut String, value: &Exact, places: u32) {
    match value.fixed(places) {
        Some(fixed) => {
            text.push_str(&fixed);
            text.push('\n');
        }
        None => line(text, value),
    }
}

/// Lines of text, written from the last to the first: a number's digits come from the last to the first too.
struct Backwards<'b> {
    free: Rev<IterMut<'b, u8>>,
}

impl Backwards<'_> {
    fn put(&mut self, byte: u8) {
        if let Some(slot) = self.free.next() {
            *slot = byte;
        }
    }

    /// Writes `magnitude / 10^places` and a line feed, without trailing zeros beyond the `least` places.
    fn decimal(&mut self, negative: bool, magnitude: u64, places: u32, least: u32) {
        let mut digits = Digits::of(magnitude);
        self.put(b'\n');
        let mut begun = false;
        for place in (0..places).rev() {
            let digit = digits.next();
            begun |= digit != b'0' || place < least;
            if begun {
                self.put(digit);
            }
        }
        if begun {
            self.put(b'.');
        }
        loop {
            self.put(digits.next());
            if digits.is_over() {
                break;
            }
        }
        if negative {
            self.put(b'-');
        }
    }
}

/// The digits of a number from the last to the first, then zeros.
///
/// Eight at a time in 32 bits: WebAssembly has no quick division of 64 bits by ten.
struct Digits {
    /// The next digits, as many as the count says.
    low: u32,
    left: u32,
    high: u64,
}

impl Digits {
    fn of(number: u64) -> Self {
        let mut digits = Self { low: 0, left: 0, high: number };
        digits.refill();
        digits
    }

    fn refill(&mut self) {
        (self.low, self.high) = match u32::try_from(self.high) {
            Ok(low) if self.high < STEP => (low, 0),
            _ => ((self.high % STEP) as u32, self.high / STEP),
        };
        self.left = 8;
    }

    fn next(&mut self) -> u8 {
        if self.left == 0 {
            self.refill();
        }
        let digit = self.low % 10;
        self.low /= 10;
        self.left = self.left.saturating_sub(1);
        b'0' | digit as u8
    }

    fn is_over(&self) -> bool {
        self.low == 0 && self.high == 0
    }
}
