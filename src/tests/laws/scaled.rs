//! What a change of all weights or of the pool alike does to the parts.

use serde_json::{Value as Json, json};

use super::{Evaluated, samples};
use crate::exact::Exact;
use crate::problem::Span;
use crate::scheme::term::{Operator, Term, TermKind, Type};
use crate::unit::Unit;

/// Doubles the weights of every share in a term, as far as shares stand; says how many there were.
fn doubled(term: &mut Term) -> usize {
    match &mut term.kind {
        TermKind::Share(share) => {
            let two = Term {
                kind: TermKind::Number(Exact::from(2)),
                yields: Type::Number(Unit::plain()),
                span: Span::default(),
            };
            let by = share.by.clone();
            share.by.kind = TermKind::Arithmetic(Operator::Times, Box::new(by), Box::new(two));
            1
        }
        TermKind::First(arms) => arms.iter_mut().map(|arm| doubled(&mut arm.then)).sum(),
        TermKind::Arithmetic(_, left, right) => doubled(left) + doubled(right),
        _ => 0,
    }
}

#[test]
fn twice_the_points_for_everybody_is_the_same_pay() {
    let mut shares = 0;
    for sample in samples() {
        let mut scheme = sample.scheme.clone();
        shares += scheme.steps.iter_mut().map(|plan| doubled(&mut plan.term)).sum::<usize>();
        let (before, after) =
            (Evaluated::open(&sample.scheme, &sample.facts), Evaluated::open(&scheme, &sample.facts));
        assert_eq!(before.values(), after.values(), "{}", sample.name);
    }
    assert!(shares > 50, "only {shares} shares were found");
}

/// The ward nurses' scheme over its example, changed.
fn ward(change: impl Fn(&mut Json)) -> Vec<(String, String)> {
    let samples = samples();
    let sample =
        samples.iter().find(|sample| sample.name.ends_with("ward-nurses/cases/source-exact.toml")).unwrap();
    let mut facts = sample.facts.clone();
    change(&mut facts);
    let evaluated = Evaluated::open(&sample.scheme, &facts);
    let pay = evaluated.teller(crate::language::Language::English).outcome("").steps;
    let pay = pay.into_iter().find(|step| step.step == "pay").unwrap();
    pay.rows.into_iter().zip(pay.figures.into_iter().map(|figure| figure.value.unwrap())).collect()
}

#[test]
fn twice_the_coefficients_are_the_same_pay() {
    let twice = |value: &str| Exact::parse(value).unwrap().times(&Exact::from(2)).unwrap().to_string();
    let samples = samples();
    let sample =
        samples.iter().find(|sample| sample.name.ends_with("ward-nurses/cases/source-exact.toml")).unwrap();
    let table = &sample.scheme.document.tables[0];
    let rows: Vec<Json> = table
        .rows
        .iter()
        .map(|row| {
            let (_, cell) = &row.cells[0].as_ref().unwrap().versions[0];
            let crate::scheme::document::Cell::Quantity(value) = cell else { panic!("{cell:?}") };
            json!({ "id": row.id.text, "value": twice(&value.to_string()) })
        })
        .collect();
    let tables = json!({ table.id.text.clone(): rows });
    assert_eq!(ward(|_| {}), ward(|facts| facts["tables"] = tables.clone()));
}

#[test]
fn somebody_without_points_takes_nothing_from_the_others() {
    let before = ward(|_| {});
    let after = ward(|facts| {
        let nurses = facts["rosters"]["nurse"].as_array_mut().unwrap();
        nurses.insert(0, json!({ "name": "新人" }));
    });
    assert_eq!(after[0], ("新人".to_owned(), "0".to_owned()));
    assert_eq!(after[1..], before);
}

#[test]
fn ten_times_the_pool_is_ten_times_the_pay_to_the_fen() {
    let before = ward(|_| {});
    let after = ward(|facts| {
        let pool = Exact::parse(facts["inputs"]["pool"].as_str().unwrap()).unwrap();
        facts["inputs"]["pool"] = json!(pool.times(&Exact::from(10)).unwrap().to_string());
    });
    let fen = Exact::parse("0.01").unwrap();
    for ((name, before), (_, after)) in before.iter().zip(&after) {
        let tenth = Exact::parse(after).unwrap().divided_by(&Exact::from(10)).unwrap();
        let apart = tenth.minus(&Exact::parse(before).unwrap()).unwrap().absolute();
        assert!(apart <= fen, "{name}: {before} became {after}");
    }
}
