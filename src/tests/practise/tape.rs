//! The tape of a figure: all that it needs, and what rounding at every step would have made of it.

use crate::evaluate::facts::Evaluated;
use crate::evaluate::facts::Opened;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::practise::{Spot, Tape, finals};
use crate::scheme::Scheme;
use crate::wire::Teller;

use super::{ids, shipped};

#[test]
fn every_line_of_a_tape_is_shown_behind_those_it_uses() {
    let mut rounded = Vec::new();
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let opened = Opened::open(&scheme, &model);
        let outcome = evaluate(&scheme, opened.facts());
        let variant = Evaluated { scheme: &scheme, facts: opened.facts(), outcome: &outcome };
        let tape = Tape::of(variant, finals(&scheme, &[0])[0]);
        let teller = Teller::new(&scheme, opened.facts(), &outcome, Language::SimplifiedChinese);
        let sheet = teller.tape(&tape);
        let last = sheet.lines.last().unwrap();
        assert_eq!(sheet.finals, std::slice::from_ref(&last.figure), "{id}");
        for (at, line) in sheet.lines.iter().enumerate() {
            let before = |figure: &String| sheet.lines.iter().take(at).any(|line| line.figure == *figure);
            assert!(line.after.iter().all(before), "{id} {}", line.figure);
            let whole = line.shown.is_some() && line.numbers.is_some() && !line.words.is_empty();
            assert!(whole && line.blank.is_none(), "{id} {}", line.figure);
            if line.every_step.is_some() {
                rounded.push(format!("{id} {}", line.figure));
            }
        }
    }
    // Rounding each step matters in some schemes and not in others.
    assert!(rounded.len() > 3, "{rounded:?}");
    assert!(!rounded.iter().any(|line| line.starts_with("quorum")), "{rounded:?}");
}

#[test]
fn a_figure_that_is_used_with_more_digits_than_it_shows_says_so() {
    let scheme = r#"
        id = "tiny"
        title = "試"
        [input.pool]
        title = "總額"
        unit = "yuan"
        [step.third]
        title = "三分之一"
        unit = "yuan"
        formula = "pool / 3"
        [step.cut]
        title = "取到分"
        unit = "yuan"
        formula = "round(third, 2)"
        [step.twice]
        title = "兩份"
        unit = "yuan"
        formula = "cut * 2 / 7"
    "#;
    let scheme = Scheme::read(scheme.as_bytes()).unwrap();
    let unrounded = |pool: &str| -> Vec<bool> {
        let opened = Opened::open(&scheme, &format!(r#"{{"inputs": {{"pool": "{pool}"}}}}"#));
        let outcome = evaluate(&scheme, opened.facts());
        let variant = Evaluated { scheme: &scheme, facts: opened.facts(), outcome: &outcome };
        let tape = Tape::of(variant, Spot { step: 2, row: None });
        let teller = Teller::new(&scheme, opened.facts(), &outcome, Language::TraditionalChinese);
        teller.tape(&tape).lines.iter().map(|line| line.unrounded).collect()
    };
    // The last one does not end either, but nothing is computed from it.
    assert_eq!(unrounded("100"), [true, false, false]);
    assert_eq!(unrounded("99.99"), [false, false, false]);
}
