//! From syntax to terms: operators, literals, and the settling of a whole formula.

use crate::exact::{Comparison, Exact};
use crate::formula::syntax::{Binary, Expr, ExprKind, Name, Unary};
use crate::problem::{Code, Problem, Sort, Span};
use crate::scheme::document::{Document, Formula};
use crate::scheme::term::{Axis, Operator, Term, TermKind, Type};
use crate::unit::Unit;

use super::found::{Found, constant};
use super::names::Names;

/// Checks the formulas of one document.
pub(super) struct Checker<'d> {
    pub(super) document: &'d Document,
    pub(super) names: &'d Names<'d>,
    pub(super) problems: Vec<Problem>,
}

/// The frame that an expression is checked in.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scope {
    /// The rows of the step; none: the whole scheme.
    pub(super) own: Option<Axis>,
    /// Inside an aggregate: what it goes over.
    pub(super) list: Option<List>,
}

/// What an aggregate goes over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct List {
    /// The rows; none: those of the step.
    pub(super) rows: Option<Axis>,
    /// The table whose rows are picked one after the other.
    pub(super) pick: Option<usize>,
    /// Whether `rows` belong to the rows of the step.
    pub(super) grouped: bool,
}

impl Scope {
    /// The frame of a step.
    pub(super) fn of(own: Option<Axis>) -> Self {
        Self { own, list: None }
    }
}

impl Checker<'_> {
    /// A whole formula as a value of the expected type.
    pub(super) fn formula(
        &mut self,
        formula: &Formula,
        own: Option<Axis>,
        expected: &Type,
        declared: Span,
    ) -> Option<Term> {
        self.expecting(&formula.tree, Scope::of(own), expected, declared)
    }

    /// What an expression is; none when a problem was found in it.
    pub(super) fn infer(&mut self, expr: &Expr, scope: Scope) -> Option<Found> {
        let span = expr.span;
        match &expr.kind {
            ExprKind::Number { value, unit } => self.number(value, unit.as_ref(), span),
            ExprKind::Text(text) => Some(Found::Text(text.clone(), span)),
            ExprKind::Truth(truth) => Some(truth_term(TermKind::Truth(*truth), span)),
            ExprKind::Path(names) => self.path(names, scope, span).map(Found::Term),
            ExprKind::Column { of, name } => self.column(of, name, scope, span).map(Found::Term),
            ExprKind::Call { function, arguments, named } => {
                self.call(function, arguments, named, scope, span)
            }
            ExprKind::Unary { operator, of } => self.unary(*operator, of, scope, span),
            ExprKind::Binary { operator, left, right } => self.binary(*operator, left, right, scope, span),
            ExprKind::In { of, ids } => self.among(of, ids, scope, span),
        }
    }

    /// An expression that must be yes or no.
    pub(super) fn truth(&mut self, expr: &Expr, scope: Scope) -> Option<Term> {
        let found = self.infer(expr, scope)?;
        self.as_type(found, &Type::Truth, None)
    }

    /// An expression that must be a number, and its unit.
    pub(super) fn quantity(&mut self, expr: &Expr, scope: Scope) -> Option<(Term, Unit)> {
        let found = self.infer(expr, scope)?;
        self.as_number(found)
    }

    fn number(&mut self, value: &Exact, unit: Option<&Name>, span: Span) -> Option<Found> {
        let Some(name) = unit else {
            return Some(Found::Bare(constant(value.clone(), Unit::plain(), span)));
        };
        let known = |id: &str| {
            let own =
                self.document.units.iter().find(|unit| unit.id.text == id).map(|unit| unit.unit.clone());
            own.or_else(|| Unit::known(id))
        };
        match Unit::parse(&name.text, &known) {
            Ok(unit) => match value.times(unit.factor()) {
                Some(value) => Some(Found::Term(constant(value, unit, span))),
                None => {
                    self.problem(Code::UnitTooLarge { unit: name.text.clone() }, name.span);
                    None
                }
            },
            Err(fault) => {
                let unit = match fault {
                    crate::unit::NotAUnit::Unknown(unit) => unit,
                    crate::unit::NotAUnit::TooLarge => name.text.clone(),
                };
                let own = self.document.units.iter().map(|unit| unit.id.text.as_str());
                let among: Vec<String> = own.chain(crate::unit::BASE_UNITS).map(str::to_owned).collect();
                let called = crate::unit::called(&unit).map(str::to_owned);
                let nearest =
                    called.or_else(|| crate::problem::nearest(&unit, among.iter().map(String::as_str)));
                self.problem(Code::UnknownUnit { unit, nearest, among }, name.span);
                None
            }
        }
    }

    fn unary(&mut self, operator: Unary, of: &Expr, scope: Scope, span: Span) -> Option<Found> {
        match operator {
            Unary::Not => {
                let of = self.truth(of, scope)?;
                Some(truth_term(TermKind::Not(Box::new(of)), span))
            }
            Unary::Minus => {
                let found = self.infer(of, scope)?;
                let bare = matches!(found, Found::Bare(_));
                let (term, unit) = self.as_number(found)?;
                let kind = match &term.kind {
                    TermKind::Number(value) if bare => TermKind::Number(value.negated()),
                    _ => TermKind::Negative(Box::new(term)),
                };
                let term = Term { kind, yields: Type::Number(unit), span };
                Some(if bare { Found::Bare(term) } else { Found::Term(term) })
            }
        }
    }

    fn binary(
        &mut self,
        operator: Binary,
        left: &Expr,
        right: &Expr,
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        match operator {
            Binary::And | Binary::Or => {
                let (left, right) = (self.truth(left, scope), self.truth(right, scope));
                let (left, right) = (Box::new(left?), Box::new(right?));
                let kind = if operator == Binary::And {
                    TermKind::And(left, right)
                } else {
                    TermKind::Or(left, right)
                };
                Some(truth_term(kind, span))
            }
            Binary::Plus => self.additive(Operator::Plus, left, right, scope, span),
            Binary::Minus => self.additive(Operator::Minus, left, right, scope, span),
            Binary::Times => self.multiplicative(Operator::Times, left, right, scope, span),
            Binary::Divide => self.multiplicative(Operator::Divide, left, right, scope, span),
            Binary::Equal => self.comparison(Comparison::Equal, left, right, scope, span),
            Binary::NotEqual => self.comparison(Comparison::NotEqual, left, right, scope, span),
            Binary::Less => self.comparison(Comparison::Less, left, right, scope, span),
            Binary::LessOrEqual => self.comparison(Comparison::AtMost, left, right, scope, span),
            Binary::Greater => self.comparison(Comparison::More, left, right, scope, span),
            Binary::GreaterOrEqual => self.comparison(Comparison::AtLeast, left, right, scope, span),
        }
    }

    fn both(&mut self, left: &Expr, right: &Expr, scope: Scope) -> Option<(Found, Found)> {
        let (left, right) = (self.infer(left, scope), self.infer(right, scope));
        Some((left?, right?))
    }

    fn additive(
        &mut self,
        operator: Operator,
        left: &Expr,
        right: &Expr,
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        let (left, right) = self.both(left, right, scope)?;
        let bare = matches!((&left, &right), (Found::Bare(_), Found::Bare(_)));
        let (left, right, yields) = self.agree(left, right)?;
        if !matches!(yields, Type::Number(_)) {
            let found = self.sort(&yields);
            self.problem(Code::WrongType { expected: Sort::Quantity, found }, left.span.to(right.span));
            return None;
        }
        let term =
            Term { kind: TermKind::Arithmetic(operator, Box::new(left), Box::new(right)), yields, span };
        Some(if bare { Found::Bare(term) } else { Found::Term(term) })
    }

    fn multiplicative(
        &mut self,
        operator: Operator,
        left: &Expr,
        right: &Expr,
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        let (left, right) = self.both(left, right, scope)?;
        let bare = matches!((&left, &right), (Found::Bare(_), Found::Bare(_)));
        let (left, right) = (self.as_number(left), self.as_number(right));
        let ((left, left_unit), (right, right_unit)) = (left?, right?);
        let (one, two) = (left_unit.in_base(), right_unit.in_base());
        let unit = if operator == Operator::Times { one.times(&two) } else { one.per(&two) };
        let Some(unit) = unit else {
            self.problem(Code::UnitTooLarge { unit: format!("{left_unit}, {right_unit}") }, span);
            return None;
        };
        let kind = TermKind::Arithmetic(operator, Box::new(left), Box::new(right));
        let term = Term { kind, yields: Type::Number(unit), span };
        Some(if bare { Found::Bare(term) } else { Found::Term(term) })
    }

    fn comparison(
        &mut self,
        comparison: Comparison,
        left: &Expr,
        right: &Expr,
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        let (left, right) = self.both(left, right, scope)?;
        let (left, right, yields) = self.agree(left, right)?;
        let (one, two) = (Box::new(left), Box::new(right));
        let kind = match (&yields, comparison) {
            (Type::Number(_) | Type::Date, _) => TermKind::Compare(comparison, one, two),
            (Type::Words, _) => {
                self.problem(Code::WrongType { expected: Sort::Quantity, found: Sort::Words }, span);
                return None;
            }
            (_, Comparison::Equal) => TermKind::Same(one, two),
            (_, Comparison::NotEqual) => {
                let same = Term { kind: TermKind::Same(one, two), yields: Type::Truth, span };
                TermKind::Not(Box::new(same))
            }
            _ => {
                let found = self.sort(&yields);
                self.problem(Code::WrongType { expected: Sort::Quantity, found }, span);
                return None;
            }
        };
        Some(truth_term(kind, span))
    }

    fn among(&mut self, of: &Expr, ids: &[Name], scope: Scope, span: Span) -> Option<Found> {
        let found = self.infer(of, scope)?;
        let of = self.alone(found)?;
        if !matches!(of.yields, Type::Option(_) | Type::Row(_)) {
            let found = self.sort(&of.yields);
            self.problem(Code::WrongType { expected: Sort::Option, found }, of.span);
            return None;
        }
        let ids: Vec<Option<Term>> = ids
            .iter()
            .map(|id| self.as_type(Found::Text(id.text.clone(), id.span), &of.yields, None))
            .collect();
        let ids = ids.into_iter().collect::<Option<Vec<Term>>>()?;
        Some(truth_term(TermKind::Among(Box::new(of), ids), span))
    }
}

/// A term that yields yes or no.
pub(super) fn truth_term(kind: TermKind, span: Span) -> Found {
    Found::Term(Term { kind, yields: Type::Truth, span })
}
