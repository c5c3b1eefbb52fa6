//! Checking a document: every name looked up, every type and unit settled, every cycle found.
//!
//! All mistakes are collected; a formula with a mistake is left out so that the others are still checked.

mod aggregate;
mod agree;
mod call;
mod date;
mod declaration;
mod found;
mod infer;
mod names;
mod order;
mod path;

use crate::problem::{Place, Problem};

use crate::formula::syntax::Name;

use super::document::{Body, Document, Formula, Step};
use super::read::MOST_PROBLEMS;
use super::term::{Arm, Axis, Term, TermKind, Type};
use super::{Plan, Scheme};
use infer::Checker;
use names::Names;

/// The scheme that a document declares.
///
/// # Errors
///
/// Every mistake in names, types, units and order, in the order of the file.
///
/// # Example
///
/// ```
/// use jixiao::scheme::{check, read};
///
/// let text = r#"
///     id = "tiny"
///     title = "試"
///     [input.pool]
///     title = "總額"
///     unit = "yuan"
///     [step.half]
///     title = "一半"
///     unit = "yuan"
///     formula = "pool / 2"
/// "#;
/// let (document, problems) = read::read(text);
/// assert!(problems.is_empty());
/// assert_eq!(check::check(document).unwrap().order, [0]);
/// ```
pub fn check(document: Document) -> Result<Scheme, Vec<Problem>> {
    let mut problems = Vec::new();
    let names = Names::collect(&document, &mut problems);
    declaration::check(&document, &names, &mut problems);
    let mut checker = Checker { document: &document, names: &names, problems: Vec::new() };

    let steps: Vec<Option<Plan>> = document
        .steps
        .iter()
        .map(|step| if checker.problems.len() < MOST_PROBLEMS { checker.step(step) } else { None })
        .collect();
    let flags: Vec<Option<Plan>> =
        document.flags.iter().map(|flag| checker.condition(flag.each.as_ref(), &flag.when)).collect();
    let guards: Vec<Option<Plan>> =
        document.guards.iter().map(|guard| checker.condition(guard.each.as_ref(), &guard.holds)).collect();
    problems.append(&mut checker.problems);

    let order = order::order(&document, &steps, &mut problems);
    let whole = |plans: Vec<Option<Plan>>| plans.into_iter().collect::<Option<Vec<Plan>>>();
    match (whole(steps), whole(flags), whole(guards), order) {
        (Some(steps), Some(flags), Some(guards), Some(order)) if problems.is_empty() => {
            Ok(Scheme { document, steps, flags, guards, order })
        }
        _ => {
            problems.sort_by_key(|problem| match &problem.place {
                Place::Source(span) => span.start,
                Place::Path(_) => 0,
            });
            Err(problems)
        }
    }
}

impl Checker<'_> {
    /// How a step is computed.
    fn step(&mut self, step: &Step) -> Option<Plan> {
        let each = self.each(step.each.as_ref())?;
        let expected = self.names.kind(&step.kind)?;
        let declared = step.id.span;
        let term = match &step.body {
            Body::Formula(formula) => self.formula(formula, each, &expected, declared),
            Body::Rules(rules) => {
                let arms: Vec<Option<Arm>> = rules
                    .iter()
                    .map(|rule| {
                        let when =
                            rule.when.as_ref().map(|when| self.formula(when, each, &Type::Truth, declared));
                        let then = self.formula(&rule.then, each, &expected, declared);
                        Some(Arm { when: when.map_or(Some(None), |when| when.map(Some))?, then: then? })
                    })
                    .collect();
                let span = rules.first()?.span.to(rules.last()?.span);
                let arms = arms.into_iter().collect::<Option<Vec<Arm>>>()?;
                Some(Term { kind: TermKind::First(arms), yields: expected, span })
            }
        }?;
        Some(Plan { each, term })
    }

    /// How the condition of a flag or guard rail is computed.
    fn condition(&mut self, each: Option<&Name>, formula: &Formula) -> Option<Plan> {
        let each = self.each(each)?;
        Some(Plan { each, term: self.formula(formula, each, &Type::Truth, formula.tree.span)? })
    }

    /// The axis named by `each`; the outer none when there is no such axis.
    fn each(&self, each: Option<&Name>) -> Option<Option<Axis>> {
        each.map_or(Some(None), |name| self.names.axis(&name.text).map(Some))
    }
}
