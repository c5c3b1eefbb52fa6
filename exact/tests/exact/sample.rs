//! Numbers and tables for the tests of exact numbers.

use proptest::prelude::*;

use jixiao_exact::Exact;

/// The number that a test writes as text.
#[track_caller]
pub(super) fn number(text: &str) -> Exact {
    Exact::parse(text).unwrap_or_else(|reason| panic!("{text}: {reason}"))
}

/// The rows of a table: fields between bars, comments and empty lines left out.
#[track_caller]
pub(super) fn rows<const FIELDS: usize>(table: &'static str) -> Vec<[&'static str; FIELDS]> {
    let lines = table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows: Vec<_> = lines
        .map(|line| {
            let fields: Vec<&str> = line.split(" | ").collect();
            fields.try_into().unwrap_or_else(|fields| panic!("{fields:?} does not have {FIELDS} fields"))
        })
        .collect();
    assert!(!rows.is_empty(), "the table is empty");
    rows
}

/// The number `mantissa / 10^places`.
fn decimal(mantissa: i128, places: i32) -> Exact {
    let (high, low) = (mantissa / 1_000_000_000, mantissa % 1_000_000_000);
    let high = number(&high.to_string()).times(&Exact::from(1_000_000_000)).unwrap();
    high.plus(&number(&low.to_string())).unwrap().times(&Exact::power_of_ten(-places).unwrap()).unwrap()
}

/// Numbers as they occur in schemes: a few digits, a few places.
pub(super) fn everyday() -> impl Strategy<Value = Exact> {
    (-100_000_i128..100_000, 0..4).prop_map(|(mantissa, places)| decimal(mantissa, places))
}

/// Numbers of every kind: everyday ones, ends of 64, 96 and 128 bits, ratios, and far larger ones.
pub(super) fn any_number() -> impl Strategy<Value = Exact> {
    prop_oneof![
        4 => everyday(),
        1 => Just(Exact::ZERO),
        2 => any::<i64>().prop_map(Exact::from),
        2 => (any::<i64>(), 0..20).prop_map(|(mantissa, places)| decimal(mantissa.into(), places)),
        1 => (any::<i128>(), 0..40).prop_map(|(mantissa, places)| decimal(mantissa, places)),
        2 => ratio(1_000),
        1 => ratio(i64::MAX),
        1 => (ratio(i64::MAX), -80..80).prop_map(|(ratio, exponent)| {
            ratio.times(&Exact::power_of_ten(exponent).unwrap()).unwrap()
        }),
        1 => prop::sample::select(vec![i64::MAX, i64::MIN, i64::MIN + 1, 1, -1]).prop_map(Exact::from),
    ]
}

/// Ratios whose terms go up to `most`.
fn ratio(most: i64) -> impl Strategy<Value = Exact> {
    (-most..=most, 1..=most)
        .prop_map(|(above, below)| Exact::from(above).divided_by(&Exact::from(below)).unwrap())
}

/// Columns' worth of numbers: all of one kind, so that every way of keeping a column occurs, or mixed.
pub(super) fn numbers(length: usize) -> impl Strategy<Value = Vec<Exact>> {
    let large = (any::<i64>(), 0..3).prop_map(|(mantissa, places)| decimal(mantissa.into(), places));
    prop_oneof![
        3 => prop::collection::vec((0_i64..40).prop_map(Exact::from), length),
        3 => prop::collection::vec(everyday(), length),
        2 => prop::collection::vec(large, length),
        2 => prop::collection::vec(ratio(30), length),
        1 => prop::collection::vec((i64::MAX - 5..=i64::MAX).prop_map(Exact::from), length),
        1 => prop::collection::vec(any_number(), length),
    ]
}
