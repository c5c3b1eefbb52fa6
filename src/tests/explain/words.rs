//! The words of every operator and function, in three languages, as `words.txt` has them.
//!
//! `UPDATE=1 cargo nextest run` writes that file anew; read what changed before it is committed.

use super::sample::{formulas, same_as_file};
use crate::evaluate::explain::words;
use crate::language::Language;
use crate::scheme::document::Body;

#[test]
fn every_formula_is_said_as_the_file_has_it() {
    let scheme = formulas();
    let mut said = String::new();
    for (at, step) in scheme.document.steps.iter().enumerate() {
        let written = match &step.body {
            Body::Formula(formula) => formula.text.clone(),
            Body::Rules(_) => "(rules)".to_owned(),
        };
        said += &format!("{} = {written}\n", step.id.text);
        for language in Language::ALL {
            let words = words(&scheme, at, &scheme.document.in_language(language));
            words.lines().for_each(|line| said += &format!("    {line}\n"));
        }
        said.push('\n');
    }
    same_as_file("words.txt", &said);
}
