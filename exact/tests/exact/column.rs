//! Whole columns give what their numbers give one by one.

use proptest::prelude::*;

use super::sample::{any_number, number, numbers};
use jixiao_exact::{Column, Comparison, Exact, Failure, Failures, Rounding, Undivided};

const COMPARISONS: [Comparison; 6] = [
    Comparison::Equal,
    Comparison::NotEqual,
    Comparison::Less,
    Comparison::AtMost,
    Comparison::More,
    Comparison::AtLeast,
];

/// Holds a column against results worked out one by one.
#[track_caller]
fn check((column, failures): (Column, Failures), expected: Vec<Result<Exact, Failure>>) {
    let failed =
        |(row, result): (usize, &Result<Exact, Failure>)| result.as_ref().err().map(|why| (row, *why));
    let expected_failures: Failures = expected.iter().enumerate().filter_map(failed).collect();
    assert_eq!(failures, expected_failures);
    let expected: Vec<Exact> = expected.into_iter().map(Result::unwrap_or_default).collect();
    assert_eq!(column.values().collect::<Vec<_>>(), expected);
    // A column that thought its numbers smaller than they are would overflow in the next operation.
    let squares: Vec<Option<Exact>> = expected.iter().map(|value| value.times(value)).collect();
    let worked = column.times(&column).0;
    for (row, square) in squares.into_iter().enumerate() {
        assert_eq!(worked.at(row), Some(square.unwrap_or_default()), "the square of row {row}");
    }
    assert_eq!(column, Column::from_exacts(expected));
}

fn held(value: Option<Exact>) -> Result<Exact, Failure> {
    value.ok_or(Failure::TooLarge)
}

fn quotient(left: &Exact, right: &Exact) -> Result<Exact, Failure> {
    left.divided_by(right).map_err(|undivided| match undivided {
        Undivided::Zero => Failure::DividedByZero,
        Undivided::TooLarge => Failure::TooLarge,
    })
}

fn lines(values: impl Iterator<Item = String>) -> String {
    values.map(|line| line + "\n").collect()
}

#[test]
fn a_row_that_cannot_be_divided_fails_alone() {
    let (quotients, failures) =
        Column::from_whole(vec![1, 2, 3]).divided_by(&Column::from_whole(vec![3, 0, 6]));
    assert_eq!(failures, [(1, Failure::DividedByZero)]);
    assert_eq!(format!("{:?}", quotients.values().collect::<Vec<_>>()), "[1/3, 0, 0.5]");
    let (_, failures) = quotients.divided_by_exact(&Exact::ZERO);
    assert_eq!(failures.len(), 3);
}

#[test]
fn a_row_that_grows_too_large_fails_alone() {
    let huge = Exact::power_of_ten(1_200).unwrap();
    let column = Column::from_exacts(vec![Exact::from(2), huge.clone(), Exact::from(3)]);
    let (squares, failures) = column.times(&column);
    assert_eq!(failures, [(1, Failure::TooLarge)]);
    assert_eq!(squares.sum(), Some(Exact::from(13)));
    let (sums, failures) = Column::linear(&[(&column, &huge), (&column, &Exact::ONE)]);
    assert_eq!(failures, [(1, Failure::TooLarge)]);
    assert_eq!(sums.at(1), Some(Exact::ZERO));
}

#[test]
fn six_counts_times_coefficients_stay_in_machine_integers() {
    let counts: Vec<Column> = (0..6).map(|kind| Column::from_whole(vec![kind, kind + 1, 20])).collect();
    let coefficients = ["1", "1.5", "2.5", "3", "0.5", "2"].map(number);
    let terms: Vec<_> = counts.iter().zip(&coefficients).collect();
    let (points, failures) = Column::linear(&terms);
    assert!(failures.is_empty());
    let mut text = String::new();
    points.texts_into(&mut text);
    assert_eq!(text, "27.5\n38\n210\n");
}

#[test]
fn a_product_just_beyond_64_bits_is_exact() {
    // The root of 2^63, rounded up: its square is the least that a signed machine word cannot hold.
    let column = Column::from_whole(vec![3_037_000_500, -3_037_000_500]);
    let (squares, failures) = column.times(&column);
    assert!(failures.is_empty());
    assert_eq!(squares.at(1).unwrap().to_string(), "9223372037000250000");
}

#[test]
fn rows_that_do_not_exist_are_not_gathered() {
    assert_eq!(Column::from_whole(vec![1]).gather(&[0, 1]), None);
    assert_eq!(Column::from_whole(vec![1]).at(1), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn two_columns_are_worked_row_by_row(left in numbers(5), right in numbers(5), first in any::<[bool; 5]>()) {
        let (a, b) = (Column::from_exacts(left.clone()), Column::from_exacts(right.clone()));
        let rows = || left.iter().zip(&right);
        check(a.plus(&b), rows().map(|(left, right)| held(left.plus(right))).collect());
        check(a.minus(&b), rows().map(|(left, right)| held(left.minus(right))).collect());
        check(a.times(&b), rows().map(|(left, right)| held(left.times(right))).collect());
        check(a.divided_by(&b), rows().map(|(left, right)| quotient(left, right)).collect());
        let sure = |column| (column, Failures::new());
        check(sure(a.min(&b)), rows().map(|(left, right)| Ok(left.min(right).clone())).collect());
        check(sure(a.max(&b)), rows().map(|(left, right)| Ok(left.max(right).clone())).collect());
        let chosen = rows().zip(first).map(|((left, right), first)| Ok(if first { left } else { right }.clone()));
        check(sure(a.select(&first, &b)), chosen.collect());
        for comparison in COMPARISONS {
            let expected: Vec<bool> = rows().map(|(left, right)| comparison.holds(left.cmp(right))).collect();
            prop_assert_eq!(a.compare(comparison, &b), expected);
        }
    }

    #[test]
    fn a_column_and_a_number_are_worked_row_by_row(left in numbers(5), right in any_number()) {
        let a = Column::from_exacts(left.clone());
        check(a.plus_exact(&right), left.iter().map(|left| held(left.plus(&right))).collect());
        check(a.minus_exact(&right), left.iter().map(|left| held(left.minus(&right))).collect());
        check(a.times_exact(&right), left.iter().map(|left| held(left.times(&right))).collect());
        check(a.divided_by_exact(&right), left.iter().map(|left| quotient(left, &right)).collect());
        for comparison in COMPARISONS {
            let expected: Vec<bool> = left.iter().map(|left| comparison.holds(left.cmp(&right))).collect();
            prop_assert_eq!(a.compare_exact(comparison, &right), expected);
        }
        let constant = Column::constant(&right, 3);
        check((constant, Failures::new()), vec![Ok(right.clone()), Ok(right.clone()), Ok(right)]);
    }

    #[test]
    fn one_column_is_worked_row_by_row(values in numbers(5), places in -20..25, mode in prop::sample::select(vec![
        Rounding::HalfAwayFromZero, Rounding::HalfEven, Rounding::TowardsZero,
        Rounding::Down, Rounding::Up, Rounding::AwayFromZero,
    ])) {
        let column = Column::from_exacts(values.clone());
        check((column.clone(), Failures::new()), values.iter().cloned().map(Ok).collect());
        check((column.negated(), Failures::new()), values.iter().map(|value| Ok(value.negated())).collect());
        check((column.absolute(), Failures::new()), values.iter().map(|value| Ok(value.absolute())).collect());
        check(column.rounded(places, mode), values.iter().map(|value| held(value.rounded(places, mode))).collect());
        let gathered = column.gather(&[4, 0, 0]).unwrap();
        prop_assert_eq!(
            gathered.values().collect::<Vec<_>>(),
            [values[4].clone(), values[0].clone(), values[0].clone()]
        );
        prop_assert_eq!(column.largest(), values.iter().max().cloned());
        prop_assert_eq!(column.smallest(), values.iter().min().cloned());
    }

    #[test]
    fn sums_are_those_of_the_rows(values in numbers(6), groups in prop::collection::vec(0..4_u32, 6)) {
        let column = Column::from_exacts(values.clone());
        let sum = |rows: Vec<&Exact>| rows.into_iter().try_fold(Exact::ZERO, |sum, row| sum.plus(row));
        prop_assert_eq!(column.sum(), sum(values.iter().collect()));
        // Group 3 is beyond the count of groups, so its rows count towards none.
        let expected = (0..3).map(|group| {
            let rows = values.iter().zip(&groups).filter(|(_, of)| **of == group).map(|(value, _)| value);
            held(sum(rows.collect()))
        });
        check(column.sum_by(&groups, 3), expected.collect());
    }

    #[test]
    fn linear_sums_are_those_of_the_rows(
        columns in prop::collection::vec(numbers(4), 1..5),
        factors in prop::collection::vec(any_number(), 5),
    ) {
        let kept: Vec<Column> = columns.iter().cloned().map(Column::from_exacts).collect();
        let terms: Vec<(&Column, &Exact)> = kept.iter().zip(&factors).collect();
        let expected = (0..4).map(|row| {
            columns.iter().zip(&factors).try_fold(Exact::ZERO, |sum, (column, factor)| {
                sum.plus(&column[row].times(factor)?)
            })
        });
        let expected: Vec<_> = expected.map(held).collect();
        check(Column::linear(&terms), expected.clone());
        let mut sum = Column::constant(&Exact::ZERO, 4);
        for (column, factor) in terms {
            prop_assert!(sum.accumulate_product(column, factor).is_empty());
        }
        check((sum, Failures::new()), expected);
    }

    #[test]
    fn texts_are_those_of_the_rows(values in numbers(6), places in 0..24_u32) {
        let column = Column::from_exacts(values.clone());
        let mut text = String::new();
        column.texts_into(&mut text);
        prop_assert_eq!(&text, &lines(values.iter().map(Exact::to_string)));
        text.clear();
        column.fixed_into(places, &mut text);
        let expected = values.iter().map(|value| value.fixed(places).unwrap_or_else(|| value.to_string()));
        prop_assert_eq!(text, lines(expected));
    }
}
