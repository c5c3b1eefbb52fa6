//! The tape of a figure: all that it needs, and what rounding at every step would have made of it.

use crate::evaluate::facts::Evaluated;
use crate::evaluate::facts::Opened;
use crate::evaluate::run::evaluate;
use crate::language::Language;
use crate::practise::{Tape, finals};
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
