//! Shared pools close, whatever the pool, the weights and the rule.

use proptest::prelude::*;

use super::sample::{any_number, everyday, number};
use jixiao_exact::{Column, Exact, Residual, Rounding, Shared, Unshared, share};

const RULES: [Residual; 5] =
    [Residual::LargestRemainder, Residual::First, Residual::Last, Residual::LargestWeight, Residual::Keep];

fn numbers(texts: &[&str]) -> Vec<Exact> {
    texts.iter().map(|text| number(text)).collect()
}

#[track_caller]
fn parts(pool: &str, weights: &[&str], places: u32, residual: Residual) -> String {
    let weights = numbers(weights);
    let shared = share(&number(pool), &weights, places, residual).unwrap();
    let parts: Vec<String> = shared.parts.iter().map(Exact::to_string).collect();
    format!("{}; {} to {:?}", parts.join(" "), shared.residual, shared.to)
}

#[test]
fn the_rule_says_who_gets_the_residual() {
    let shared = |residual| parts("100", &["0", "1", "2", "2", "1", "0"], 0, residual);
    assert_eq!(shared(Residual::LargestRemainder), "0 17 33 33 17 0; 2 to [(1, 1), (4, 1)]");
    assert_eq!(shared(Residual::First), "0 18 33 33 16 0; 2 to [(1, 2)]");
    assert_eq!(shared(Residual::Last), "0 16 33 33 18 0; 2 to [(4, 2)]");
    assert_eq!(shared(Residual::LargestWeight), "0 16 35 33 16 0; 2 to [(2, 2)]");
    assert_eq!(shared(Residual::Keep), "0 16 33 33 16 0; 2 to []");
}

#[test]
fn of_equal_remainders_the_earlier_come_first() {
    let shared = parts("1", &["1", "1", "1", "1", "1", "1"], 1, Residual::LargestRemainder);
    assert_eq!(shared, "0.2 0.2 0.2 0.2 0.1 0.1; 0.4 to [(0, 0.1), (1, 0.1), (2, 0.1), (3, 0.1)]");
}

#[test]
fn among_many_equals_the_earlier_come_first() {
    let weights = vec![Exact::ONE; 300];
    let shared = share(&Exact::from(137), &weights, 0, Residual::LargestRemainder).unwrap();
    let rows: Vec<usize> = shared.to.into_iter().map(|(row, _)| row).collect();
    assert_eq!(rows, (0..137).collect::<Vec<_>>());
}

#[test]
fn a_pool_without_residual_goes_to_nobody_in_particular() {
    assert_eq!(parts("10.00", &["65", "25", "10"], 2, Residual::First), "6.5 2.5 1; 0 to []");
    assert_eq!(parts("0", &["1", "2"], 2, Residual::First), "0 0; 0 to []");
}

#[test]
fn what_cannot_be_shared_is_refused() {
    let refused = |pool: &str, weights: &[&str], places| {
        let (pool, weights) = (number(pool), numbers(weights));
        let single = share(&pool, &weights, places, Residual::Last).unwrap_err();
        let column = Column::from_exacts(weights).share(&pool, places, Residual::Last).unwrap_err();
        assert_eq!(single, column);
        single
    };
    assert_eq!(refused("1", &[], 2), Unshared::NoRows);
    assert_eq!(refused("1", &["0", "0"], 2), Unshared::NoWeight);
    assert_eq!(refused("1", &["3", "-1", "-2"], 2), Unshared::NegativeWeight(1));
    assert_eq!(refused("-0.01", &["1"], 2), Unshared::NegativePool);
    assert_eq!(refused("0.001", &["1"], 2), Unshared::PoolNotWhole);
    assert_eq!(refused("1/3", &["1"], 2), Unshared::PoolNotWhole);
    assert_eq!(refused("1", &["1"], 5_000), Unshared::TooLarge);
    assert_eq!(refused("1", &["1"], u32::MAX), Unshared::TooLarge);
}

/// The laws that hold for every shared pool.
fn check(pool: &Exact, weights: &[Exact], places: u32, residual: Residual, shared: &Shared) {
    let step = Exact::power_of_ten(-places.cast_signed()).unwrap();
    let total = weights.iter().fold(Exact::ZERO, |sum, weight| sum.plus(weight).unwrap());
    let given = shared.parts.iter().fold(Exact::ZERO, |sum, part| sum.plus(part).unwrap());
    let kept = if residual == Residual::Keep { shared.residual.clone() } else { Exact::ZERO };
    assert_eq!(given.plus(&kept).as_ref(), Some(pool), "the pool closes");
    let mut distributed = Exact::ZERO;
    for (row, (part, weight)) in shared.parts.iter().zip(weights).enumerate() {
        let quota = pool.times(weight).unwrap().divided_by(&total).unwrap();
        let floor = quota.rounded(places.cast_signed(), Rounding::Down).unwrap();
        let extra = part.minus(&floor).unwrap();
        let told =
            shared.to.iter().find(|(to, _)| *to == row).map_or(Exact::ZERO, |(_, amount)| amount.clone());
        assert_eq!(extra, told, "whoever got some of the residual is named");
        assert!(weight.sign() == jixiao_exact::Sign::Positive || part.is_zero(), "no weight, no part");
        if residual == Residual::LargestRemainder {
            assert!(part.minus(&quota).unwrap().absolute() < step, "within one step of the quota");
        }
        distributed = distributed.plus(&extra).unwrap();
    }
    let due = if residual == Residual::Keep { Exact::ZERO } else { shared.residual.clone() };
    assert_eq!(distributed, due, "all of the residual is given out, and no more");
    assert!(shared.to.len() <= 1 || residual == Residual::LargestRemainder);
}

fn weights(most: usize) -> impl Strategy<Value = Vec<Exact>> {
    prop::collection::vec(everyday().prop_map(|weight| weight.absolute()), 1..most)
        .prop_filter("some weight", |weights| weights.iter().any(|weight| !weight.is_zero()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn ten_thousand_pools_close_to_the_fen(fen in 0_i64..100_000_000, weights in weights(6)) {
        let pool = Exact::from(fen).times(&number("0.01")).unwrap();
        let column = Column::from_exacts(weights.clone());
        for residual in RULES {
            let shared = column.share(&pool, 2, residual).unwrap();
            let kept = if residual == Residual::Keep { shared.residual } else { Exact::ZERO };
            prop_assert_eq!(shared.parts.sum().unwrap().plus(&kept).unwrap(), pool.clone());
            prop_assert!(shared.parts.values().all(|part| part.fixed(2).is_some()));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn pools_of_any_size_close_and_columns_share_alike(
        steps in 0..=i64::MAX,
        places in 0..22_u32,
        weights in prop_oneof![
            weights(6),
            prop::collection::vec(any_number().prop_map(|weight| weight.absolute()), 1..6),
        ],
        rule in 0..5_usize,
    ) {
        prop_assume!(weights.iter().any(|weight| !weight.is_zero()));
        let pool = Exact::from(steps).times(&Exact::power_of_ten(-places.cast_signed()).unwrap()).unwrap();
        let shared = share(&pool, &weights, places, RULES[rule]).unwrap();
        check(&pool, &weights, places, RULES[rule], &shared);
        let column = Column::from_exacts(weights).share(&pool, places, RULES[rule]).unwrap();
        prop_assert_eq!(column.parts.values().collect::<Vec<_>>(), shared.parts);
        prop_assert_eq!((column.residual, column.to), (shared.residual, shared.to));
    }

    #[test]
    fn order_changes_a_part_only_where_the_rule_looks_at_order(
        fen in 0_i64..1_000_000,
        weights in weights(9),
        rule in prop::sample::select(vec![
            Residual::LargestRemainder, Residual::LargestWeight, Residual::Keep,
        ]),
    ) {
        let pool = Exact::from(fen).times(&number("0.01")).unwrap();
        let parts = |weights: &[Exact]| share(&pool, weights, 2, rule).unwrap().parts;
        let turned: Vec<Exact> = weights.iter().rev().cloned().collect();
        let mut back = parts(&turned);
        back.reverse();
        // What the rule compares; only among equals does it look at the order.
        let total = weights.iter().fold(Exact::ZERO, |sum, weight| sum.plus(weight).unwrap());
        let compared: Vec<Exact> = weights.iter().map(|weight| {
            let quota = Exact::from(fen).times(weight).unwrap().divided_by(&total).unwrap();
            match rule {
                Residual::LargestWeight => weight.clone(),
                _ => quota.minus(&quota.rounded(0, Rounding::Down).unwrap()).unwrap(),
            }
        }).collect();
        for (row, (there, back)) in parts(&weights).into_iter().zip(back).enumerate() {
            let alone = compared.iter().filter(|other| **other == compared[row]).count() == 1;
            prop_assert!(there == back || (!alone && rule != Residual::Keep), "row {row}: {there} or {back}");
        }
    }
}
