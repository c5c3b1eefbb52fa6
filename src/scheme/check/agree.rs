//! How two findings are brought to one type.

use crate::date::Date;
use crate::problem::{Code, Place, Problem, Sort, Span, nearest};
use crate::scheme::term::{Axis, Term, TermKind, Type};
use crate::unit::Unit;

use super::found::Found;
use super::infer::Checker;

impl Checker<'_> {
    /// What a finding is, for a message.
    fn sort_of(&self, found: &Found) -> Sort {
        match found {
            Found::Term(term) | Found::Bare(term) => self.sort(&term.yields),
            Found::Text(..) => Sort::Words,
        }
    }

    /// What a type is, for a message.
    pub(super) fn sort(&self, yields: &Type) -> Sort {
        match yields {
            Type::Number(_) => Sort::Quantity,
            Type::Truth => Sort::Truth,
            Type::Date => Sort::Date,
            Type::Row(axis) => Sort::Row(self.names.id(*axis).to_owned()),
            Type::Option(_) => Sort::Option,
            Type::Words => Sort::Words,
        }
    }

    pub(super) fn problem(&mut self, code: Code, span: Span) {
        self.problems.push(Problem { code, place: Place::Source(span) });
    }

    /// The finding as a term on its own: a bare number is a plain number.
    pub(super) fn alone(&mut self, found: Found) -> Option<Term> {
        match found {
            Found::Term(term) | Found::Bare(term) => Some(term),
            Found::Text(_, span) => {
                self.problem(Code::WrongType { expected: Sort::Quantity, found: Sort::Words }, span);
                None
            }
        }
    }

    /// The finding as a number and its unit.
    pub(super) fn as_number(&mut self, found: Found) -> Option<(Term, Unit)> {
        let sort = self.sort_of(&found);
        let span = found.span();
        match found {
            Found::Term(term) | Found::Bare(term) => {
                if let Type::Number(unit) = &term.yields {
                    let unit = unit.clone();
                    return Some((term, unit));
                }
            }
            Found::Text(..) => {}
        }
        self.problem(Code::WrongType { expected: Sort::Quantity, found: sort }, span);
        None
    }

    /// The finding as a value of this type.
    ///
    /// The unit of a number must fit; `declared` tells a mismatch with a declaration from one with a neighbour.
    pub(super) fn as_type(&mut self, found: Found, expected: &Type, declared: Option<Span>) -> Option<Term> {
        let sort = self.sort_of(&found);
        let span = found.span();
        match (found, expected) {
            (Found::Bare(term), Type::Number(unit)) => return self.adapted(term, unit),
            (Found::Term(term), Type::Number(unit)) => {
                if let Type::Number(own) = &term.yields {
                    if own.fits(unit) {
                        if let TermKind::Round(_, _, ..2) = term.kind
                            && unit.name() == "percent"
                            && own.name() != "percent"
                        {
                            self.problem(Code::PercentRounded, span);
                        }
                        return Some(term);
                    }
                    let code = match declared {
                        Some(other) => Code::WrongUnit { declared: unit.clone(), found: own.clone(), other },
                        None => Code::UnitMismatch { left: unit.clone(), right: own.clone(), other: span },
                    };
                    self.problem(code, span);
                    return None;
                }
            }
            (Found::Text(text, span), expected) => return self.of_text(&text, span, expected),
            (Found::Term(term), expected) if term.yields == *expected => return Some(term),
            _ => {}
        }
        let expected = self.sort(expected);
        self.problem(Code::WrongType { expected, found: sort }, span);
        None
    }

    /// A bare number with the unit of what it meets.
    fn adapted(&mut self, mut term: Term, unit: &Unit) -> Option<Term> {
        let zero = matches!(&term.kind, TermKind::Number(value) if value.is_zero());
        if !unit.is_base() && !zero {
            let number = match &term.kind {
                TermKind::Number(value) => value.to_string(),
                _ => String::new(),
            };
            self.problem(Code::PercentNeeded { number, unit: unit.clone() }, term.span);
            return None;
        }
        term.yields = Type::Number(unit.clone());
        Some(term)
    }

    /// The option, row or day that a text names.
    fn of_text(&mut self, text: &str, span: Span, expected: &Type) -> Option<Term> {
        let kind = match expected {
            Type::Option(ids) => {
                let Some(position) = ids.iter().position(|id| id == text) else {
                    let among = ids.clone();
                    let nearest = nearest(text, among.iter().map(String::as_str));
                    self.problem(
                        Code::UnknownOption { option: text.to_owned(), of: String::new(), nearest, among },
                        span,
                    );
                    return None;
                };
                TermKind::Option(position)
            }
            Type::Row(axis) => self.row(*axis, text, span)?,
            Type::Date => match Date::parse(text) {
                Some(date) => TermKind::Date(date),
                None => {
                    self.problem(Code::NotADate { text: text.to_owned() }, span);
                    return None;
                }
            },
            _ => {
                let expected = self.sort(expected);
                self.problem(Code::WrongType { expected, found: Sort::Words }, span);
                return None;
            }
        };
        Some(Term { kind, yields: expected.clone(), span })
    }

    /// A row named in a formula: of a table it must be declared, of a roster it is looked up in the facts.
    pub(super) fn row(&mut self, axis: Axis, id: &str, span: Span) -> Option<TermKind> {
        if let Axis::Table(index) = axis {
            let table = self.document.tables.get(index)?;
            if !table.rows.iter().any(|row| row.id.text == id) {
                let among: Vec<String> = table.rows.iter().map(|row| row.id.text.clone()).collect();
                let nearest = nearest(id, among.iter().map(String::as_str));
                self.problem(
                    Code::UnknownRow { row: id.to_owned(), of: table.id.text.clone(), nearest, among },
                    span,
                );
                return None;
            }
        }
        Some(TermKind::Row(axis, id.to_owned()))
    }

    /// Two findings brought to one type: what is added, compared, or chosen between.
    pub(super) fn agree(&mut self, left: Found, right: Found) -> Option<(Term, Term, Type)> {
        match (left, right) {
            (Found::Bare(left), Found::Bare(right)) => Some((left, right, Type::Number(Unit::plain()))),
            (Found::Term(left), right @ (Found::Bare(_) | Found::Text(..))) => {
                let yields = left.yields.clone();
                let right = self.as_type(right, &yields, None)?;
                Some((left, right, yields))
            }
            (left @ (Found::Bare(_) | Found::Text(..)), Found::Term(right)) => {
                let yields = right.yields.clone();
                let left = self.as_type(left, &yields, None)?;
                Some((left, right, yields))
            }
            (Found::Term(left), Found::Term(right)) => {
                let yields = self.common(&left, &right)?;
                Some((left, right, yields))
            }
            (left, right) => {
                let (text, other) =
                    if matches!(left, Found::Text(..)) { (left, right) } else { (right, left) };
                let expected = if matches!(other, Found::Text(..)) { Sort::Option } else { Sort::Quantity };
                self.problem(Code::WrongType { expected, found: Sort::Words }, text.span());
                None
            }
        }
    }

    /// The type that two terms have in common.
    fn common(&mut self, left: &Term, right: &Term) -> Option<Type> {
        match (&left.yields, &right.yields) {
            (Type::Number(one), Type::Number(two)) => {
                if !one.fits(two) {
                    let code = Code::UnitMismatch { left: one.clone(), right: two.clone(), other: left.span };
                    self.problem(code, right.span);
                    return None;
                }
                Some(Type::Number(if one.factor() == two.factor() { one.clone() } else { one.in_base() }))
            }
            (one, two) if one == two => Some(one.clone()),
            (one, two) => {
                let (expected, found) = (self.sort(one), self.sort(two));
                self.problem(Code::WrongType { expected, found }, right.span);
                None
            }
        }
    }
}
