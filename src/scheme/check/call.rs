//! Functions: how many values each takes, of which types, and what it yields.

use crate::exact::{Residual, Rounding};
use crate::formula::function::{self, Signature};
use crate::formula::syntax::{Expr, ExprKind, Name};
use crate::problem::{Code, Sort, Span, nearest};
use crate::scheme::document::TableKind;
use crate::scheme::term::{Arm, Axis, Counted, DatePart, Grading, Share, Term, TermKind, Type};
use crate::unit::Unit;

use super::aggregate::fold;
use super::found::Found;
use super::infer::{Checker, Scope, truth_term};
use super::path::Root;

/// One call as written.
pub(super) struct Call<'c> {
    function: &'c Name,
    arguments: &'c [Expr],
    named: &'c [(Name, Expr)],
    scope: Scope,
    span: Span,
}

impl<'c> Call<'c> {
    fn named(&self, name: &str) -> Option<&'c Expr> {
        self.named.iter().find(|(own, _)| own.text == name).map(|(_, expr)| expr)
    }
}

impl Checker<'_> {
    /// What a call yields.
    pub(super) fn call(
        &mut self,
        function: &Name,
        arguments: &[Expr],
        named: &[(Name, Expr)],
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        let call = Call { function, arguments, named, scope, span };
        self.signature(&call)?;
        if let ([of], Some(fold)) = (arguments, fold(&function.text)) {
            return self.aggregate(fold, function, of, named, scope, span);
        }
        match (function.text.as_str(), arguments) {
            ("max", _) => self.extreme(&call, TermKind::Greatest),
            ("min", _) => self.extreme(&call, TermKind::Least),
            ("abs", [of]) => {
                let (of, unit) = self.quantity(of, scope)?;
                Some(Found::number(TermKind::Absolute(Box::new(of)), unit, span))
            }
            ("if", [when, then, otherwise]) => self.choice(&call, when, then, otherwise),
            ("given", [of]) => {
                let found = self.infer(of, scope)?;
                let of = self.alone(found)?;
                Some(truth_term(TermKind::Given(Box::new(of)), span))
            }
            ("or_else", [of, other]) => {
                let (of, other, yields) = self.pair(&call, of, other)?;
                Some(Found::Term(Term {
                    kind: TermKind::OrElse(Box::new(of), Box::new(other)),
                    yields,
                    span,
                }))
            }
            ("chosen", [of, low, high]) => {
                let (of, unit) = self.quantity(of, scope)?;
                let bound = |checker: &mut Self, expr: &Expr| {
                    let found = checker.infer(expr, scope)?;
                    checker.as_type(found, &Type::Number(unit.clone()), None)
                };
                let (low, high) = (bound(self, low), bound(self, high));
                let kind = TermKind::Chosen(Box::new(of), Box::new(low?), Box::new(high?));
                Some(Found::number(kind, unit, span))
            }
            ("round", _) => self.round(&call, Rounding::HalfAwayFromZero),
            ("round_even", _) => self.round(&call, Rounding::HalfEven),
            ("truncate", _) => self.round(&call, Rounding::TowardsZero),
            ("floor", _) => self.round(&call, Rounding::Down),
            ("ceil", _) => self.round(&call, Rounding::Up),
            ("round_to", [of, multiple]) => {
                let (of, unit) = self.quantity(of, scope)?;
                let multiple = self.infer(multiple, scope)?;
                let multiple = self.as_type(multiple, &Type::Number(unit.clone()), None)?;
                Some(Found::number(TermKind::RoundTo(Box::new(of), Box::new(multiple)), unit, span))
            }
            ("share", [pool]) => self.share(&call, pool),
            ("marginal", [of, table]) => self.graded(&call, Grading::Marginal, of, table),
            ("whole", [of, table]) => self.graded(&call, Grading::Whole, of, table),
            ("tier", [of, table]) => self.graded(&call, Grading::Tier, of, table),
            ("band", [of, table]) => self.graded(&call, Grading::Band, of, table),
            ("rank", [of]) => {
                let scope = self.of_rows(&call)?;
                let (of, _) = self.quantity(of, scope)?;
                let within = match call.named("within") {
                    Some(within) => Some(Box::new(self.within(within, &call)?.0)),
                    None => None,
                };
                Some(Found::number(TermKind::Rank(Box::new(of), within), Unit::plain(), span))
            }
            ("previous", [of, first]) => {
                self.of_rows(&call)?;
                let (of, first, yields) = self.pair(&call, of, first)?;
                Some(Found::Term(Term {
                    kind: TermKind::Previous(Box::new(of), Box::new(first)),
                    yields,
                    span,
                }))
            }
            ("year", [of]) => self.part(DatePart::Year, of, scope, span),
            ("month", [of]) => self.part(DatePart::Month, of, scope, span),
            ("day", [of]) => self.part(DatePart::Day, of, scope, span),
            ("weekday", [of]) => self.part(DatePart::Weekday, of, scope, span),
            ("days", [from, to]) => self.days(Counted::Days, from, to, scope, span),
            ("workdays", [from, to]) => self.days(Counted::Workdays, from, to, scope, span),
            _ => None,
        }
    }

    /// Whether the function exists and is given as many values as it takes.
    fn signature(&mut self, call: &Call<'_>) -> Option<&'static Signature> {
        let name = &call.function.text;
        let Some(signature) = function::signature(name) else {
            let among: Vec<String> = function::SIGNATURES.iter().map(|known| known.name.to_owned()).collect();
            let nearest = nearest(name, among.iter().map(String::as_str));
            self.problem(Code::UnknownFunction { name: name.clone(), nearest, among }, call.function.span);
            return None;
        };
        let found = call.arguments.len();
        if found < signature.least || signature.most.is_some_and(|most| found > most) {
            let (least, most) = (signature.least, signature.most);
            self.problem(Code::WrongArgumentCount { function: name.clone(), least, most, found }, call.span);
            return None;
        }
        for (argument, _) in call.named {
            if !signature.named.contains(&argument.text.as_str()) {
                let among = signature.named.iter().map(|&name| name.to_owned()).collect();
                let code =
                    Code::UnknownArgument { function: name.clone(), argument: argument.text.clone(), among };
                self.problem(code, argument.span);
                return None;
            }
        }
        Some(signature)
    }

    /// The scope of a function over the rows of the step, which there must be.
    fn of_rows(&mut self, call: &Call<'_>) -> Option<Scope> {
        if call.scope.own.is_none() || call.scope.list.is_some() {
            self.problem(Code::NothingToList { function: call.function.text.clone() }, call.span);
            return None;
        }
        Some(call.scope)
    }

    fn pair(&mut self, call: &Call<'_>, left: &Expr, right: &Expr) -> Option<(Term, Term, Type)> {
        let (left, right) = (self.infer(left, call.scope), self.infer(right, call.scope));
        self.agree(left?, right?)
    }

    /// `max(a, b, …)` and `min(a, b, …)`.
    fn extreme(&mut self, call: &Call<'_>, kind: fn(Vec<Term>) -> TermKind) -> Option<Found> {
        if let Some((argument, _)) = call.named.first() {
            // Only over a list there is something to pick from.
            let (function, argument, span) =
                (call.function.text.clone(), argument.text.clone(), argument.span);
            self.problem(Code::UnknownArgument { function, argument, among: Vec::new() }, span);
            return None;
        }
        let found: Vec<Option<Found>> =
            call.arguments.iter().map(|argument| self.infer(argument, call.scope)).collect();
        let found = found.into_iter().collect::<Option<Vec<Found>>>()?;
        // The first quantity whose unit is certain settles the unit of the bare numbers.
        let certain = found.iter().find_map(|found| match found {
            Found::Term(term) => Some(term.yields.clone()),
            _ => None,
        });
        let yields = certain.unwrap_or_else(|| Type::Number(Unit::plain()));
        let terms: Vec<Option<Term>> =
            found.into_iter().map(|found| self.as_type(found, &yields, None)).collect();
        let terms = terms.into_iter().collect::<Option<Vec<Term>>>()?;
        let unit = self.expect_number(terms.first()?)?;
        Some(Found::number(kind(terms), unit, call.span))
    }

    /// An expression as a value of the type that its declaration expects.
    ///
    /// Of `if(c, "a", "b")` only the declaration tells what the texts stand for, so that it is handed inwards.
    pub(super) fn expecting(
        &mut self,
        expr: &Expr,
        scope: Scope,
        expected: &Type,
        declared: Span,
    ) -> Option<Term> {
        if let ExprKind::Call { function, arguments, named } = &expr.kind
            && let ("if", [when, then, otherwise], []) =
                (function.text.as_str(), arguments.as_slice(), named.as_slice())
            && !matches!(expected, Type::Number(_))
        {
            let when = self.truth(when, scope);
            let then = self.expecting(then, scope, expected, declared);
            let otherwise = self.expecting(otherwise, scope, expected, declared);
            let arms = vec![Arm { when: Some(when?), then: then? }, Arm { when: None, then: otherwise? }];
            return Some(Term { kind: TermKind::First(arms), yields: expected.clone(), span: expr.span });
        }
        let found = self.infer(expr, scope)?;
        self.as_type(found, expected, Some(declared))
    }

    /// `if(c, a, b)`.
    fn choice(&mut self, call: &Call<'_>, when: &Expr, then: &Expr, otherwise: &Expr) -> Option<Found> {
        let when = self.truth(when, call.scope);
        let (then, otherwise) = (self.infer(then, call.scope), self.infer(otherwise, call.scope));
        let (when, then, otherwise) = (when?, then?, otherwise?);
        let bare = matches!((&then, &otherwise), (Found::Bare(_), Found::Bare(_)));
        let (then, otherwise, yields) = self.agree(then, otherwise)?;
        let arms = vec![Arm { when: Some(when), then }, Arm { when: None, then: otherwise }];
        let term = Term { kind: TermKind::First(arms), yields, span: call.span };
        Some(if bare { Found::Bare(term) } else { Found::Term(term) })
    }

    fn round(&mut self, call: &Call<'_>, mode: Rounding) -> Option<Found> {
        let places = match call.arguments.get(1) {
            None => 0,
            Some(expr) => self.places(expr, call.function)?,
        };
        let found = self.infer(call.arguments.first()?, call.scope)?;
        let (of, unit) = self.as_number(found)?;
        if places < 2 && unit.name() == "percent" {
            self.problem(Code::PercentRounded, call.span);
        }
        Some(Found::number(TermKind::Round(mode, Box::new(of), places), unit, call.span))
    }

    /// Places of a rounding: a whole number written out, -12 to 12.
    fn places(&mut self, expr: &Expr, function: &Name) -> Option<i32> {
        let (negative, number) = match &expr.kind {
            ExprKind::Unary { operator: crate::formula::syntax::Unary::Minus, of } => (true, &of.kind),
            kind => (false, kind),
        };
        if let ExprKind::Number { value, unit: None } = number {
            let value = if negative { value.negated() } else { value.clone() };
            let whole = value.to_i64().and_then(|whole| i32::try_from(whole).ok());
            if let Some(places) = whole.filter(|places| (-12..=12).contains(places)) {
                return Some(places);
            }
        }
        self.problem(Code::RoundingPlacesNotWhole { function: function.text.clone() }, expr.span);
        None
    }

    fn share(&mut self, call: &Call<'_>, pool: &Expr) -> Option<Found> {
        let scope = self.of_rows(call)?;
        let Some(by) = call.named("by") else {
            let (function, argument) = (call.function.text.clone(), "by".to_owned());
            self.problem(Code::MissingArgument { function, argument }, call.span);
            return None;
        };
        let by = self.quantity(by, scope);
        let within = match call.named("within") {
            Some(within) => Some(self.within(within, call)?),
            None => None,
        };
        let pool = self.quantity(pool, Scope::of(within.as_ref().map(|(_, axis)| *axis)));
        let places = match call.named("places") {
            None => 2,
            Some(expr) => {
                let places = self.places(expr, call.function)?;
                let Ok(places) = u32::try_from(places) else {
                    self.problem(
                        Code::RoundingPlacesNotWhole { function: call.function.text.clone() },
                        expr.span,
                    );
                    return None;
                };
                places
            }
        };
        let residual = match call.named("residual") {
            None => Residual::LargestRemainder,
            Some(expr) => self.residual(expr)?,
        };
        let ((pool, unit), (by, _)) = (pool?, by?);
        let share = Share { pool, by, places, residual, within };
        Some(Found::number(TermKind::Share(Box::new(share)), unit, call.span))
    }

    fn residual(&mut self, expr: &Expr) -> Option<Residual> {
        const RULES: [(&str, Residual); 5] = [
            ("largest-remainder", Residual::LargestRemainder),
            ("first", Residual::First),
            ("last", Residual::Last),
            ("largest-weight", Residual::LargestWeight),
            ("keep", Residual::Keep),
        ];
        let ExprKind::Text(text) = &expr.kind else {
            self.problem(Code::WrongType { expected: Sort::Words, found: Sort::Quantity }, expr.span);
            return None;
        };
        let rule = RULES.iter().find(|(id, _)| id == text).map(|(_, rule)| *rule);
        if rule.is_none() {
            let among: Vec<String> = RULES.iter().map(|(id, _)| (*id).to_owned()).collect();
            let nearest = nearest(text, RULES.iter().map(|(id, _)| *id));
            self.problem(
                Code::UnknownOption { option: text.clone(), of: "residual".to_owned(), nearest, among },
                expr.span,
            );
        }
        rule
    }

    /// `within = team`: what leads from a row of the step to the row it shares with, and the axis of that.
    fn within(&mut self, within: &Expr, call: &Call<'_>) -> Option<(Term, Axis)> {
        let link = match self.infer(within, call.scope)? {
            Found::Term(term) => term,
            found => self.alone(found)?,
        };
        match link.yields {
            Type::Row(axis) => Some((link, axis)),
            _ => {
                let found = self.sort(&link.yields);
                self.problem(Code::WrongType { expected: Sort::Row(String::new()), found }, within.span);
                None
            }
        }
    }

    /// `marginal`, `whole`, `tier`, `band`.
    fn graded(&mut self, call: &Call<'_>, grading: Grading, of: &Expr, table: &Expr) -> Option<Found> {
        let found = self.infer(of, call.scope);
        let index = self.graded_table(grading, table)?;
        let declared = self.document.tables.get(index)?;
        let by = match &declared.kind {
            TableKind::Tiers { by, .. } | TableKind::Bands { by } => by.clone(),
            TableKind::Plain => return None,
        };
        let of = self.as_type(found?, &Type::Number(by), None)?;
        let yields = match grading {
            Grading::Tier | Grading::Band => Type::Row(Axis::Table(index)),
            Grading::Marginal | Grading::Whole => {
                let rate = declared.nameless().and_then(|column| self.names.kind(&column.kind));
                let (Some(Type::Number(rate)), Type::Number(amount)) = (rate, &of.yields) else {
                    self.problem(Code::NotARoster { name: declared.id.text.clone() }, table.span);
                    return None;
                };
                let unit = amount.in_base().times(&rate.in_base());
                let Some(unit) = unit else {
                    self.problem(Code::UnitTooLarge { unit: format!("{amount}, {rate}") }, call.span);
                    return None;
                };
                Type::Number(unit)
            }
        };
        Some(Found::Term(Term {
            kind: TermKind::Graded(grading, Box::new(of), index),
            yields,
            span: call.span,
        }))
    }

    /// The table of tiers or bands that is named.
    fn graded_table(&mut self, grading: Grading, table: &Expr) -> Option<usize> {
        if let ExprKind::Path(names) = &table.kind
            && let [name] = names.as_slice()
        {
            let fits = |index: usize| {
                let kind = self.document.tables.get(index).map(|table| &table.kind);
                match grading {
                    Grading::Band => matches!(kind, Some(TableKind::Bands { .. })),
                    _ => matches!(kind, Some(TableKind::Tiers { .. })),
                }
            };
            match self.root(name, None) {
                Some(Root::Rows(Axis::Table(index))) if fits(index) => return Some(index),
                None => {
                    let problem = self.names.unknown(name, None);
                    self.problems.push(problem);
                    return None;
                }
                _ => {}
            }
        }
        let expected = if grading == Grading::Band { "bands" } else { "tiers" };
        self.problem(Code::NotAGradedTable { expected: expected.to_owned() }, table.span);
        None
    }
}
