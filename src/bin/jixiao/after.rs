//! `--after`: figures of other schemes, taken over before the facts are evaluated.

use std::process::ExitCode;

use jixiao::evaluate::facts::{Evaluated, Opened};
use jixiao::evaluate::run;
use jixiao::language::Language;
use jixiao::scheme::Scheme;
use jixiao::wire::{ProblemText, TakenOver};

use crate::source;

/// The facts of a scheme, with what they take over from other schemes; `after` names a scheme and its facts in turn.
///
/// What was taken over is said on the standard error.
pub(crate) fn opened(
    scheme: &Scheme,
    facts: &str,
    after: &[String],
    language: Language,
) -> Option<(Opened, ExitCode)> {
    let mut opened = Opened::open(scheme, &source::facts(facts)?);
    let mut code = ExitCode::SUCCESS;
    for pair in after.chunks_exact(2) {
        let [other, facts] = pair else { continue };
        let (other, facts) = (source::scheme(other, language)?.scheme, source::facts(facts)?);
        let before = Opened::open(&other, &facts);
        let outcome = run::evaluate(&other, before.facts());
        let other_facts = Evaluated { scheme: &other, facts: before.facts(), outcome: &outcome };
        let taken = TakenOver::of(opened.take_over(scheme, other_facts, None), &other, language);
        for cell in &taken.cells {
            eprintln!("{}: {} ← {}", cell.path, cell.text, cell.title);
        }
        for problem in &taken.problems {
            eprintln!("{}", line(problem));
            code = ExitCode::FAILURE;
        }
    }
    Some((opened, code))
}

/// A problem in one line: its place, its code, its words, and what to do.
pub(crate) fn line(problem: &ProblemText) -> String {
    let path = problem.path.as_deref().filter(|path| !path.is_empty());
    let place = path.map(|path| format!("{path}: ")).unwrap_or_default();
    let hint = problem.hint.as_ref().map(|hint| format!(" ({hint})")).unwrap_or_default();
    format!("{place}[{}] {}{hint}", problem.code, problem.message)
}
