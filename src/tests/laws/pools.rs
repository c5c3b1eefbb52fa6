//! Every pool that is shared closes to the fen, and its parts are what people are paid.

use super::{Evaluated, samples};
use crate::evaluate::outcome::Closing;
use crate::evaluate::value::{Item, Value};
use crate::exact::{Exact, Residual, Rounding, Sign};
use crate::scheme::term::TermKind;

/// That paid and left make the pool, and that only what the rule says is left.
fn assert_closed(closing: &Closing, place: &str) {
    assert_eq!(closing.paid.plus(&closing.left).unwrap(), closing.pool, "{place}");
    let given = closing.to.iter().fold(Exact::ZERO, |sum, (_, amount)| sum.plus(amount).unwrap());
    match (closing.pool.sign(), closing.rule) {
        _ if closing.paid.is_zero() => assert!(closing.to.is_empty(), "{place}"),
        (Sign::Negative, _) => panic!("{place}: {} was paid of a pool below zero", closing.paid),
        (_, Residual::Keep) => {
            assert_eq!(closing.left, closing.residual, "{place}");
            assert!(closing.to.is_empty(), "{place}");
        }
        _ => {
            assert!(closing.left.is_zero(), "{place}: {} stays", closing.left);
            assert_eq!(given, closing.residual, "{place}");
        }
    }
}

#[test]
fn every_pool_closes() {
    let mut shared = 0;
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        for closing in &evaluated.outcome.pools {
            let step = &sample.scheme.document.steps[closing.step];
            assert_closed(closing, &format!("{}: {}", sample.name, step.id.text));
            shared += 1;
        }
    }
    assert!(shared > 50, "only {shared} pools were shared");
}

#[test]
fn the_parts_are_whole_fen_and_add_up_to_what_was_paid() {
    let mut steps = 0;
    for sample in samples() {
        let evaluated = Evaluated::open(&sample.scheme, &sample.facts);
        for (position, plan) in sample.scheme.steps.iter().enumerate() {
            let (TermKind::Share(share), Value::Many(rows)) =
                (&plan.term.kind, &evaluated.outcome.steps[position].value)
            else {
                continue;
            };
            if !rows.faults.is_empty() {
                continue;
            }
            let place = format!("{}: {}", sample.name, sample.scheme.document.steps[position].id.text);
            let mut sum = Exact::ZERO;
            for row in (0_u32..).take(rows.len()) {
                let Some(Ok(Item::Number(part))) = rows.at(row) else { panic!("{place}: row {row}") };
                let whole = part.rounded(i32::try_from(share.places).unwrap(), Rounding::Down);
                assert_eq!(whole, Some(part.clone()), "{place}");
                assert_ne!(part.sign(), Sign::Negative, "{place}");
                sum = sum.plus(&part).unwrap();
            }
            let of_step = evaluated.outcome.pools.iter().filter(|pool| pool.step == position);
            let paid = of_step.fold(Exact::ZERO, |paid, pool| paid.plus(&pool.paid).unwrap());
            assert_eq!(sum, paid, "{place}");
            steps += 1;
        }
    }
    assert!(steps > 50, "only {steps} shares were found");
}
