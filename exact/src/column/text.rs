//! Columns as text, one number a line, without an allocation for each.

use std::fmt::Write;

use super::{Column, Common, Store};
use crate::number::Exact;

/// Room for a sign, 20 digits, a point and the zeros before it.
const ROOM: usize = 24;

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
        text.reserve(self.numerators.len().saturating_mul(8));
        if let Some((factor, places)) = self.decimal(fixed) {
            let least = fixed.unwrap_or(0);
            for row in &self.numerators {
                // `decimal` has checked the bound times this factor.
                let magnitude = row.unsigned_abs().wrapping_mul(factor);
                decimal_line(text, *row < 0, magnitude, places, least);
            }
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

/// Writes `magnitude / 10^places` and a line feed, without trailing zeros beyond the `least` places.
fn decimal_line(text: &mut String, negative: bool, magnitude: u64, places: u32, least: u32) {
    let (mut left, mut places) = (magnitude, places);
    while places > least && left.is_multiple_of(10) {
        left /= 10;
        places = places.saturating_sub(1);
    }
    let mut buffer = [0_u8; ROOM];
    let mut used = 0_usize;
    let mut free = buffer.iter_mut().rev();
    let mut put = |byte: u8| {
        if let Some(slot) = free.next() {
            *slot = byte;
            used = used.saturating_add(1);
        }
    };
    let mut next = || {
        let digit = (left % 10) as u8;
        left /= 10;
        (b'0' | digit, left == 0)
    };
    put(b'\n');
    for _ in 0..places {
        put(next().0);
    }
    if places > 0 {
        put(b'.');
    }
    loop {
        let (digit, last) = next();
        put(digit);
        if last {
            break;
        }
    }
    if negative {
        put(b'-');
    }
    let written = buffer.get(ROOM.saturating_sub(used)..).and_then(|bytes| str::from_utf8(bytes).ok());
    text.push_str(written.unwrap_or_default());
}
