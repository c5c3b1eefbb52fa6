//! What is given for a line: every right answer is read as the right one.

use crate::evaluate::outcome::FigureOutcome;
use crate::evaluate::value::Item;
use crate::language::Language;
use crate::practise::{Blank, Entry, Exercise, Given, Level, Spot};
use crate::scheme::document::Kind;
use crate::wire::Teller;

use super::{ids, shipped};

#[test]
fn what_readers_see_is_read_as_the_figure() {
    let (mut numbers, mut picked, mut cited) = (0, 0, 0);
    for id in ids() {
        let (scheme, model) = shipped(&id);
        for level in [Level::All, Level::Choose] {
            let exercise = Exercise::of(&scheme, Some(&model), level, "2").unwrap();
            let teller = Teller::new(
                &scheme,
                exercise.opened.facts(),
                &exercise.outcome,
                Language::TraditionalChinese,
            );
            for line in teller.exercise(&exercise).lines {
                let spot = Spot::read(&scheme, &line.figure).unwrap();
                let place = format!("{id} {}", line.figure);
                assert_eq!(exercise.given(&scheme, spot, " ").unwrap(), Given::Nothing, "{place}");
                match exercise.blanks.get(&spot) {
                    None => assert!(line.blank.is_none(), "{place}"),
                    Some(Blank::Number) => {
                        let shown = teller.figure(spot.step, spot.at()).unwrap();
                        let text = format!("{} {}", shown.shown, line.unit.unwrap_or_default());
                        let Given::Figure(Entry::Number { value, places }) =
                            exercise.given(&scheme, spot, &text).unwrap()
                        else {
                            panic!("{place}: {text} is read as no number")
                        };
                        let Some(FigureOutcome::Known(Item::Number(figure))) = spot.figure(&exercise.outcome)
                        else {
                            panic!("{place}: no figure")
                        };
                        let Kind::Quantity(unit) = &scheme.document.steps[spot.step].kind else { panic!() };
                        let right = figure.divided_by(unit.factor()).unwrap();
                        let places = places.unwrap();
                        assert_eq!(right.approximate(places), value.approximate(places), "{place}");
                        numbers += 1;
                    }
                    Some(Blank::Option { offered, right, .. }) => {
                        let at = offered.iter().position(|at| at == right).unwrap();
                        let given = exercise.given(&scheme, spot, &line.options[at].id).unwrap();
                        let entry = |item| Given::Figure(Entry::Item(item));
                        let truth = entry(Item::Truth(*right == 1));
                        assert!(given == entry(Item::Code(*right)) || given == truth, "{place}: {given:?}");
                        picked += 1;
                    }
                    Some(Blank::Clause { right, .. }) => {
                        let given = exercise.given(&scheme, spot, &right.id(&scheme)).unwrap();
                        assert_eq!(given, Given::Clause(*right), "{place}");
                        assert!(line.options.iter().any(|option| option.id == right.id(&scheme)), "{place}");
                        cited += 1;
                    }
                }
                if line.blank.is_some() {
                    let wrong = exercise.given(&scheme, spot, "no such thing").unwrap_err();
                    assert!(["unknown-option", "not-a-number"].contains(&wrong.code.id()), "{place}");
                }
            }
        }
    }
    assert!(numbers > 100 && picked > 20 && cited > 50, "{numbers} {picked} {cited}");
}
