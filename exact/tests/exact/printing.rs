//! How numbers are printed.

use proptest::prelude::*;

use super::sample::{any_number, number, rows};
use jixiao_exact::{Exact, Rounding, grouped};

#[test]
fn every_row_of_printing_holds() {
    for [value, whole, fen, shown, grouping, because] in rows(include_str!("../tables/printing.txt")) {
        let number = number(value);
        let none = || "none".to_owned();
        assert_eq!(number.to_string(), value, "{because}");
        assert_eq!(number.fixed(0).unwrap_or_else(none), whole, "{value}: {because}");
        assert_eq!(number.fixed(2).unwrap_or_else(none), fen, "{value}: {because}");
        assert_eq!(number.approximate(2), shown, "{value}: {because}");
        assert_eq!(grouped(value), grouping, "{because}");
    }
}

#[test]
fn only_decimals_are_grouped() {
    for text in ["", "-", "1000/3", "none", "1000a", "1000.5.5"] {
        assert_eq!(grouped(text), text);
    }
}

#[test]
fn places_beyond_all_sense_are_not_served() {
    assert_eq!(Exact::ONE.fixed(u32::MAX), None);
    assert_eq!(Exact::ONE.approximate(u32::MAX).len(), 5_002);
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(value in any_number()) {
        prop_assert_eq!(Exact::parse(&value.to_string()), Ok(value));
    }

    #[test]
    fn fixed_is_exact_or_nothing(value in any_number(), places in 0..40_u32) {
        let rounded = value.rounded(places.cast_signed(), Rounding::TowardsZero).unwrap();
        match value.fixed(places) {
            Some(text) => prop_assert_eq!(Exact::parse(&text), Ok(value)),
            None => prop_assert_ne!(rounded, value),
        }
    }

    #[test]
    fn approximate_is_the_rounded_number(value in any_number(), places in 0..40_u32) {
        let rounded = value.rounded(places.cast_signed(), Rounding::HalfAwayFromZero).unwrap();
        prop_assert_eq!(Some(value.approximate(places)), rounded.fixed(places));
    }
}
