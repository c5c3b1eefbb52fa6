//! Functions of dates: their parts, and the days between them.

use crate::formula::syntax::Expr;
use crate::problem::Span;
use crate::scheme::term::{Counted, DatePart, Term, TermKind, Type};
use crate::unit::Unit;

use super::found::Found;
use super::infer::{Checker, Scope};

impl Checker<'_> {
    /// An expression that must be a day.
    fn date(&mut self, expr: &Expr, scope: Scope) -> Option<Term> {
        let found = self.infer(expr, scope)?;
        self.as_type(found, &Type::Date, None)
    }

    /// `year(d)`, `month(d)`, `day(d)`, `weekday(d)`.
    pub(super) fn part(&mut self, part: DatePart, of: &Expr, scope: Scope, span: Span) -> Option<Found> {
        let of = self.date(of, scope)?;
        // A plain number: month 12 is not twelve months.
        let unit = if part == DatePart::Year { Unit::calendar_year() } else { Unit::plain() };
        Some(Found::number(TermKind::Part(part, Box::new(of)), unit, span))
    }

    /// `days(from, to)`, `workdays(from, to)`.
    pub(super) fn days(
        &mut self,
        counted: Counted,
        from: &Expr,
        to: &Expr,
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        let (from, to) = (self.date(from, scope), self.date(to, scope));
        let kind = TermKind::Days(counted, Box::new(from?), Box::new(to?));
        Some(Found::number(kind, Unit::base("day"), span))
    }
}
