//! Claims about what leaves the engine: figures as readers see them, totals, pools, notices, descriptions.

mod describing;
mod explaining;
mod figures;
mod telling;

use crate::evaluate::facts::Facts;
use crate::evaluate::run;
use crate::language::Language;
use crate::scheme::{Scheme, check, read};
use crate::wire::Teller;

/// The scheme that a text declares, in which nothing may be wrong.
fn scheme(text: &str) -> Scheme {
    let (document, problems) = read::read(text);
    assert_eq!(problems, [], "the scheme cannot be read");
    check::check(document).expect("the scheme has mistakes")
}

/// What `ask` learns of the facts' outcome.
fn told<T>(scheme: &Scheme, facts: &str, language: Language, ask: impl FnOnce(&Teller<'_>) -> T) -> T {
    let facts = Facts::open(scheme, facts);
    let outcome = run::evaluate(scheme, &facts);
    ask(&Teller::new(scheme, &facts, &outcome, language))
}
