//! Which texts are numbers, and why the others are not.

use proptest::prelude::*;

use super::sample::rows;
use jixiao_exact::{Exact, Mark, NotANumber};

/// A reason as the table writes it.
fn reason(reason: NotANumber) -> String {
    match reason.at() {
        Some(at) => format!("{reason}@{at}"),
        None => reason.to_string(),
    }
}

#[test]
fn every_row_of_parsing_holds() {
    for [quoted, strict, typed, because] in rows(include_str!("../tables/parsing.txt")) {
        let text = quoted.strip_prefix('"').and_then(|text| text.strip_suffix('"')).unwrap();
        let found = Exact::parse(text).map_or_else(reason, |value| value.to_string());
        assert_eq!(found, strict, "{quoted} read strictly: {because}");
        let found = Exact::parse_typed(text).map_or_else(reason, |typed| match typed.mark {
            Mark::None => typed.value.to_string(),
            Mark::Percent => format!("{} percent", typed.value),
        });
        assert_eq!(found, typed, "{quoted} read as typed: {because}");
    }
}

#[test]
fn length_is_limited() {
    assert!(Exact::parse_typed(&"7".repeat(200)).is_ok());
    assert_eq!(Exact::parse_typed(&"7".repeat(201)), Err(NotANumber::TooLong));
    assert_eq!(Exact::parse_typed(&"７".repeat(201)), Err(NotANumber::TooLong));
    assert!(Exact::parse(&"7".repeat(1_200)).is_ok());
    assert_eq!(Exact::parse(&"7".repeat(1_300)), Err(NotANumber::TooLong), "above 4096 bits");
    assert_eq!(Exact::parse(&"7".repeat(1_000_000)), Err(NotANumber::TooLong));
}

/// The longest text that a number can print: the smallest steps that can be held.
#[test]
fn the_longest_text_is_read_back() {
    let half = Exact::parse("0.5").unwrap();
    let mut least = Exact::ONE;
    for _ in 0..4095 {
        least = least.times(&half).unwrap();
    }
    let value = least.plus(&Exact::from(1)).unwrap().negated();
    let text = value.to_string();
    assert_eq!(text.len(), "-1.".len() + 4095);
    assert_eq!(Exact::parse(&text), Ok(value));
}

proptest! {
    #[test]
    fn no_text_makes_a_parser_fail_otherwise_than_with_a_reason(text in "\\PC{0,12}") {
        let at = |reason: NotANumber| reason.at().unwrap_or(0);
        let length = text.chars().count();
        if let Err(reason) = Exact::parse(&text) {
            prop_assert!(at(reason) <= length);
        }
        if let Err(reason) = Exact::parse_typed(&text) {
            prop_assert!(at(reason) <= length);
        }
    }

    #[test]
    fn what_is_read_strictly_is_read_the_same_when_typed(text in "-?[0-9]{1,30}(\\.[0-9]{1,30})?") {
        if let Ok(value) = Exact::parse(&text) {
            prop_assert_eq!(Exact::parse_typed(&text).unwrap().value, value);
        }
    }
}
