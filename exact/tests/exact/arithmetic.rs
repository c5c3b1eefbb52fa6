//! What exact numbers give when they are added, multiplied, divided, compared and rounded.

use std::collections::HashSet;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use proptest::prelude::*;

use super::sample::{any_number, number, rows};
use jixiao_exact::{Exact, Rounding, Sign, Undivided};

const MODES: [Rounding; 6] = [
    Rounding::HalfAwayFromZero,
    Rounding::HalfEven,
    Rounding::TowardsZero,
    Rounding::Down,
    Rounding::Up,
    Rounding::AwayFromZero,
];

#[test]
fn every_row_of_arithmetic_holds() {
    for [left, operation, right, result, because] in rows(include_str!("../tables/arithmetic.txt")) {
        let (a, b) = (number(left), number(right));
        let found = match operation {
            "+" => a.plus(&b).unwrap().to_string(),
            "-" => a.minus(&b).unwrap().to_string(),
            "*" => a.times(&b).unwrap().to_string(),
            "/" => match a.divided_by(&b) {
                Ok(quotient) => quotient.to_string(),
                Err(Undivided::Zero) => "zero".to_owned(),
                Err(Undivided::TooLarge) => "too large".to_owned(),
            },
            _ => panic!("{operation} is no operation"),
        };
        assert_eq!(found, result, "{left} {operation} {right}: {because}");
    }
}

#[test]
fn every_row_of_rounding_holds() {
    for [value, places, away, even, zero, down, up, out, because] in
        rows(include_str!("../tables/rounding.txt"))
    {
        let expected = [away, even, zero, down, up, out];
        for (mode, expected) in MODES.into_iter().zip(expected) {
            let rounded = number(value).rounded(places.parse().unwrap(), mode).unwrap();
            assert_eq!(rounded.to_string(), expected, "{value} to {places} places, {mode:?}: {because}");
        }
    }
}

#[test]
fn a_third_of_three_halves_of_a_fen_is_half_a_fen() {
    let third = Exact::ONE.divided_by(&Exact::from(3)).unwrap();
    let product = third.times(&number("0.015")).unwrap();
    assert_eq!(product.rounded(2, Rounding::HalfAwayFromZero).unwrap().to_string(), "0.01");
}

#[test]
fn a_number_has_at_most_4096_bits_above_and_below() {
    let two = Exact::from(2);
    let mut large = Exact::ONE;
    for _ in 0..4095 {
        large = large.times(&two).unwrap();
    }
    assert_eq!(large.times(&two), None);
    assert_eq!(large.plus(&large), None);
    let small = Exact::ONE.divided_by(&large).unwrap();
    assert_eq!(small.divided_by(&two), Err(Undivided::TooLarge));
    assert_eq!(small.times(&large), Some(Exact::ONE));
}

#[test]
fn far_places_neither_hang_nor_fail_without_need() {
    let third = number("1/3");
    assert_eq!(third.rounded(i32::MAX, Rounding::Up), None);
    assert_eq!(number("0.5").rounded(i32::MAX, Rounding::Up), Some(number("0.5")));
    assert_eq!(third.rounded(i32::MIN, Rounding::HalfEven), Some(Exact::ZERO));
    assert_eq!(third.rounded(i32::MIN, Rounding::Up), None);
    assert_eq!(Exact::power_of_ten(i32::MIN), None);
}

#[test]
fn rounding_to_a_multiple_counts_multiples() {
    let amount = number("1025");
    assert_eq!(amount.rounded_to(&Exact::from(50), Rounding::HalfAwayFromZero), Ok(Exact::from(1050)));
    assert_eq!(amount.rounded_to(&Exact::from(-50), Rounding::TowardsZero), Ok(Exact::from(1000)));
    assert_eq!(number("1").rounded_to(&number("1/3"), Rounding::Up), Ok(Exact::ONE));
    assert_eq!(amount.rounded_to(&Exact::ZERO, Rounding::Up), Err(Undivided::Zero));
}

#[test]
fn equal_numbers_are_equal_however_they_came_about() {
    let half = Exact::ONE.divided_by(&Exact::from(2)).unwrap();
    let others = [number("0.50"), number("2/4"), number("1.5").minus(&Exact::ONE).unwrap()];
    let set: HashSet<Exact> = others.into_iter().chain([half]).collect();
    assert_eq!(set.len(), 1);
}

/// Powers of two and of five that need just 28 places, and one more.
#[test]
fn a_ratio_that_ends_is_the_decimal_it_ends_as() {
    for (ratio, decimal) in [
        ("1/268435456", "0.0000000037252902984619140625"),
        ("1/37252902984619140625", "0.0000000000000000000268435456"),
        ("1/536870912", "0.00000000186264514923095703125"),
        ("1/186264514923095703125", "0.00000000000000000000536870912"),
    ] {
        assert_eq!(number(ratio), number(decimal));
        assert_eq!(number(ratio).to_string(), decimal);
    }
    let (full, zeros) = ("1.2345678901234567890123456789", "000000000000");
    assert_eq!(number(&format!("{full}{zeros}")), number(full));
}

/// The largest number of the small case, and its neighbours beyond it.
#[test]
fn the_edge_of_the_small_case_is_not_seen() {
    let edge = number("79228162514264337593543950335");
    let beyond = edge.plus(&Exact::ONE).unwrap();
    assert_eq!(beyond.to_string(), "79228162514264337593543950336");
    assert_eq!(beyond.minus(&Exact::ONE).unwrap(), edge);
    assert!(beyond > edge && beyond.negated() < edge.negated());
    assert_eq!(beyond.to_i64(), None);
    assert!(beyond.is_whole() && beyond.terminates());
}

/// The same number in the arithmetic that `Exact` is measured by.
fn ratio(value: &Exact) -> BigRational {
    let text = value.to_string();
    if let Some((above, below)) = text.split_once('/') {
        return BigRational::new(above.parse().unwrap(), below.parse().unwrap());
    }
    let places = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let steps: BigInt = text.replace('.', "").parse().unwrap();
    BigRational::new(steps, BigInt::from(10).pow(u32::try_from(places).unwrap()))
}

/// The rounding of a ratio by its definition: the nearest whole number on the side that the mode asks for.
fn rounded(value: &BigRational, places: i32, mode: Rounding) -> BigRational {
    let power = BigRational::from_integer(BigInt::from(10)).pow(places);
    let scaled = value * &power;
    let (floor, ceiling) = (scaled.floor(), scaled.ceil());
    let (inner, outer) = if scaled.is_negative() { (&ceiling, &floor) } else { (&floor, &ceiling) };
    let nearer = match (&scaled - &floor).cmp(&(&ceiling - &scaled)) {
        std::cmp::Ordering::Less => Some(&floor),
        std::cmp::Ordering::Greater => Some(&ceiling),
        std::cmp::Ordering::Equal => None,
    };
    let even = if (floor.to_integer() % 2_i32).is_zero() { &floor } else { &ceiling };
    let chosen = match mode {
        Rounding::HalfAwayFromZero => nearer.unwrap_or(outer),
        Rounding::HalfEven => nearer.unwrap_or(even),
        Rounding::TowardsZero => inner,
        Rounding::Down => &floor,
        Rounding::Up => &ceiling,
        Rounding::AwayFromZero => outer,
    };
    chosen / power
}

proptest! {
    #[test]
    fn arithmetic_is_that_of_ratios(left in any_number(), right in any_number()) {
        let (a, b) = (ratio(&left), ratio(&right));
        prop_assert_eq!(ratio(&left.plus(&right).unwrap()), &a + &b);
        prop_assert_eq!(ratio(&left.minus(&right).unwrap()), &a - &b);
        prop_assert_eq!(ratio(&left.times(&right).unwrap()), &a * &b);
        if right.is_zero() {
            prop_assert_eq!(left.divided_by(&right), Err(Undivided::Zero));
        } else {
            prop_assert_eq!(ratio(&left.divided_by(&right).unwrap()), &a / &b);
        }
        prop_assert_eq!(left.cmp(&right), a.cmp(&b));
        prop_assert_eq!(left == right, a == b);
        prop_assert_eq!(ratio(&left.negated()), -a.clone());
        prop_assert_eq!(ratio(&left.absolute()), a.abs());
        prop_assert_eq!(left.is_whole(), a.is_integer());
        prop_assert_eq!(left.sign() == Sign::Negative, a.is_negative());
        prop_assert_eq!(left.is_zero(), a.is_zero());
    }

    #[test]
    fn what_is_undone_is_the_same_in_form_too(left in any_number(), right in any_number()) {
        prop_assert_eq!(left.plus(&right).unwrap().minus(&right), Some(left.clone()));
        if !right.is_zero() {
            prop_assert_eq!(left.times(&right).unwrap().divided_by(&right), Ok(left));
        }
    }

    #[test]
    fn rounding_is_that_of_its_definition(value in any_number(), places in -25..30, mode in 0..6_usize) {
        let mode = MODES[mode];
        prop_assert_eq!(ratio(&value.rounded(places, mode).unwrap()), rounded(&ratio(&value), places, mode));
    }
}
