//! Lists brought to one value: which rows an aggregate goes over, and how they belong to the step's rows.

use std::collections::BTreeSet;

use crate::exact::Exact;
use crate::formula::syntax::{Expr, ExprKind, Name};
use crate::problem::{Code, Sort, Span};
use crate::scheme::term::{Aggregate, Axis, Fold, Source, Term, TermKind, Type};
use crate::unit::Unit;

use super::found::{Found, constant};
use super::infer::{Checker, List, Scope};
use super::path::Root;

/// What the names inside an aggregate refer to.
#[derive(Default)]
struct Uses {
    /// The rows that are listed.
    lists: BTreeSet<Axis>,
    /// Whether a value of the step's own row is among them.
    own: bool,
}

/// The fold that a function with one value stands for.
pub(super) fn fold(function: &str) -> Option<Fold> {
    Some(match function {
        "sum" => Fold::Sum,
        "mean" => Fold::Mean,
        "max" => Fold::Max,
        "min" => Fold::Min,
        "count" => Fold::Count,
        "any" => Fold::Any,
        "all" => Fold::All,
        "longest_run" => Fold::LongestRun,
        _ => return None,
    })
}

/// Whether an aggregate has another value for each row of its step.
fn is_of_own_row(term: &Term) -> bool {
    match &term.kind {
        TermKind::Aggregate(aggregate) => aggregate.group.is_some() || aggregate.rows.is_none(),
        _ => false,
    }
}

impl Checker<'_> {
    /// `sum(x, where = c, via = column)` and its kin.
    pub(super) fn aggregate(
        &mut self,
        fold: Fold,
        function: &Name,
        of: &Expr,
        named: &[(Name, Expr)],
        scope: Scope,
        span: Span,
    ) -> Option<Found> {
        // An aggregate inside an aggregate is computed in the frame around both.
        if let Some(list) = scope.list {
            let inner = self.aggregate(fold, function, of, named, Scope::of(scope.own), span)?;
            let term = self.alone(inner)?;
            let grouped = list.rows.is_some() && list.grouped;
            if let (Some(rows), false, true) = (list.rows, list.grouped, is_of_own_row(&term)) {
                let (left, right) = (function.text.clone(), self.names.id(rows).to_owned());
                self.problem(Code::MixedRows { left, right, other: span }, span);
                return None;
            }
            let kind = if grouped { TermKind::Outer(Box::new(term.clone())) } else { term.kind.clone() };
            return Some(Found::Term(Term { kind, ..term }));
        }
        let filter = named.iter().find(|(name, _)| name.text == "where").map(|(_, expr)| expr);
        let via = named.iter().find(|(name, _)| name.text == "via").map(|(_, expr)| expr);

        let mut uses = Uses::default();
        let counted = if fold == Fold::Count { self.counted(of, scope)? } else { None };
        if let Some(axis) = counted {
            uses.lists.insert(axis);
        } else {
            self.uses(of, scope.own, &mut uses);
        }
        if let Some(filter) = filter {
            self.uses(filter, scope.own, &mut uses);
        }
        let (list, group) = self.list(&uses, via, function, scope, span)?;
        let inside = Scope { own: scope.own, list: Some(list) };

        let of = match (fold, counted) {
            (Fold::Count, Some(axis)) => Some(constant(Exact::from(1), self.unit_of(axis), of.span)),
            (Fold::Count | Fold::Any | Fold::All | Fold::LongestRun, _) => self.truth(of, inside),
            _ => self.quantity(of, inside).map(|(term, _)| term),
        };
        let filter = match filter {
            Some(filter) => self.truth(filter, inside).map(Some),
            None => Some(None),
        };
        let (mut of, mut filter) = (of?, filter?);
        if fold == Fold::Count && of.yields == Type::Truth {
            // `count(month.score < 60)` counts the rows for which it holds.
            filter = Some(match filter {
                Some(filter) => {
                    let kind = TermKind::And(Box::new(filter), Box::new(of));
                    Term { kind, yields: Type::Truth, span }
                }
                None => of,
            });
            of =
                constant(Exact::from(1), list.rows.map_or_else(Unit::plain, |axis| self.unit_of(axis)), span);
        }
        let yields = match fold {
            Fold::Any | Fold::All => Type::Truth,
            Fold::LongestRun => Type::Number(Unit::plain()),
            _ => of.yields.clone(),
        };
        let aggregate = Aggregate { fold, rows: list.rows, pick: list.pick, group, of, filter };
        Some(Found::Term(Term { kind: TermKind::Aggregate(Box::new(aggregate)), yields, span }))
    }

    /// The rows counted by `count(nurse)`: the inner none when what is counted is a condition.
    fn counted(&mut self, of: &Expr, scope: Scope) -> Option<Option<Axis>> {
        let ExprKind::Path(names) = &of.kind else { return Some(None) };
        let ([name], None) = (names.as_slice(), scope.list) else { return Some(None) };
        match self.root(name, scope.own) {
            Some(Root::Rows(axis)) => Some(Some(axis)),
            _ => {
                if self.names.axis(&name.text).is_none() && self.names.named(&name.text).is_none() {
                    let problem = self.names.unknown(name, None);
                    self.problems.push(problem);
                } else {
                    self.problem(Code::NotARoster { name: name.text.clone() }, name.span);
                }
                None
            }
        }
    }

    /// What counting rows counts in.
    fn unit_of(&self, axis: Axis) -> Unit {
        match axis {
            Axis::Roster(index) => {
                self.document.rosters.get(index).map_or_else(Unit::plain, |roster| roster.unit.clone())
            }
            Axis::Table(_) => Unit::plain(),
        }
    }

    /// What the aggregate goes over, and what leads from its rows to the step's.
    fn list(
        &mut self,
        uses: &Uses,
        via: Option<&Expr>,
        function: &Name,
        scope: Scope,
        span: Span,
    ) -> Option<(List, Option<Term>)> {
        let mut lists: Vec<Axis> = uses.lists.iter().copied().collect();
        if lists.is_empty() {
            self.problem(Code::NothingToList { function: function.text.clone() }, span);
            return None;
        }
        // Rosters are gone through as rows; of tables one is picked row by row.
        lists.sort_by_key(|axis| matches!(axis, Axis::Table(_)));
        let linked = |checker: &Self, axis: Axis| {
            scope.own.filter(|own| *own != axis).and_then(|own| checker.belonging(axis, own, span))
        };
        let rows_first = match lists.as_slice() {
            [Axis::Table(_)] => !uses.own || linked(self, *lists.first()?).is_some(),
            _ => true,
        };
        let (rows, picks) =
            if rows_first { (lists.first().copied(), lists.get(1..)?) } else { (None, lists.as_slice()) };
        let pick = match picks {
            [] => None,
            [Axis::Table(index)] => Some(*index),
            [other, ..] => {
                let left = lists.first().map_or("", |axis| self.names.id(*axis)).to_owned();
                let right = self.names.id(*other).to_owned();
                self.problem(Code::MixedRows { left, right, other: span }, span);
                return None;
            }
        };
        if let (Some(rows), Some(pick)) = (rows, pick.map(Axis::Table))
            && scope.own == Some(pick)
        {
            // All rows of the table together, where each row is asked for on its own.
            let (left, right) = (self.names.id(rows).to_owned(), self.names.id(pick).to_owned());
            self.problem(Code::MixedRows { left, right, other: span }, span);
            return None;
        }
        let group = match (rows, via) {
            (Some(rows), Some(via)) => Some(self.via(rows, via, scope)?),
            (Some(rows), None) => linked(self, rows),
            (None, _) => None,
        };
        Some((List { rows, pick, grouped: group.is_some() }, group))
    }

    /// `via = scrub`: the column of the listed rows that leads to the step's rows.
    fn via(&mut self, rows: Axis, via: &Expr, scope: Scope) -> Option<Term> {
        let own = scope.own.map(|axis| self.names.id(axis)).unwrap_or_default().to_owned();
        let from = self.names.id(rows).to_owned();
        let ExprKind::Path(names) = &via.kind else {
            self.problem(Code::NoLink { from, to: own }, via.span);
            return None;
        };
        let last = names.last()?;
        let position = self.names.columns(rows).iter().position(|column| column.id.text == last.text);
        let Some(position) = position else {
            let problem = self.names.unknown_of_row(last, rows);
            self.problems.push(problem);
            return None;
        };
        let source = Source::Column(rows, position);
        let yields = self.names.yields(source)?;
        match yields {
            Type::Row(axis) if Some(axis) == scope.own => {
                Some(Term { kind: TermKind::Own(source), yields, span: via.span })
            }
            _ => {
                self.problem(Code::NoLink { from, to: own }, via.span);
                None
            }
        }
    }

    /// Collects what the names of an expression refer to.
    fn uses(&self, expr: &Expr, own: Option<Axis>, uses: &mut Uses) {
        match &expr.kind {
            ExprKind::Number { .. } | ExprKind::Text(_) | ExprKind::Truth(_) => {}
            ExprKind::Path(names) => self.uses_of_path(names, own, uses),
            ExprKind::Column { of, .. } | ExprKind::Unary { of, .. } | ExprKind::In { of, .. } => {
                self.uses(of, own, uses)
            }
            ExprKind::Binary { left, right, .. } => {
                self.uses(left, own, uses);
                self.uses(right, own, uses);
            }
            ExprKind::Call { function, arguments, named } => {
                let named = named.iter().filter(|(name, _)| name.text != "via").map(|(_, expr)| expr);
                let inner = fold(&function.text).is_some() && arguments.len() == 1;
                let graded = matches!(function.text.as_str(), "marginal" | "whole" | "tier" | "band");
                let arguments = arguments.iter().take(if graded { 1 } else { usize::MAX });
                let mut nested = Uses::default();
                for argument in arguments.chain(named) {
                    self.uses(argument, own, &mut nested);
                }
                uses.own |= nested.own;
                if inner {
                    let belongs =
                        |axis: &Axis| own.is_some_and(|own| self.belonging(*axis, own, expr.span).is_some());
                    uses.own |= nested.lists.iter().any(belongs);
                } else {
                    uses.lists.append(&mut nested.lists);
                }
            }
        }
    }

    fn uses_of_path(&self, names: &[Name], own: Option<Axis>, uses: &mut Uses) {
        let Some((first, rest)) = names.split_first() else { return };
        match self.root(first, own) {
            Some(Root::Own(axis)) => {
                uses.own = true;
                self.uses_of_per(axis, names, uses);
            }
            Some(Root::Listed(_, axis)) if !self.names_row(axis, rest) => {
                uses.lists.insert(axis);
            }
            Some(Root::Rows(axis)) if !self.names_row(axis, rest) => {
                uses.lists.insert(axis);
                self.uses_of_per(axis, rest, uses);
            }
            _ => {}
        }
    }

    /// A `per` column without a row lists the rows of its table.
    fn uses_of_per(&self, axis: Axis, names: &[Name], uses: &mut Uses) {
        if let ([name], Axis::Roster(_)) = (names, axis) {
            let column = self.names.columns(axis).iter().find(|column| column.id.text == name.text);
            let table =
                column.and_then(|column| column.per.as_ref()).and_then(|per| self.names.axis(&per.text));
            uses.lists.extend(table);
        }
    }

    /// Whether the first of these names is a row of the table (and no column).
    fn names_row(&self, axis: Axis, names: &[Name]) -> bool {
        let (Axis::Table(index), Some(first)) = (axis, names.first()) else { return false };
        self.document.tables.get(index).is_some_and(|table| {
            table.rows.iter().any(|row| row.id.text == first.text)
                && !table.columns.iter().any(|column| column.id.text == first.text)
        })
    }

    /// What is wrong with a value that is no number, for callers that need the sort.
    pub(super) fn expect_number(&mut self, term: &Term) -> Option<Unit> {
        if let Type::Number(unit) = &term.yields {
            return Some(unit.clone());
        }
        let found = self.sort(&term.yields);
        self.problem(Code::WrongType { expected: Sort::Quantity, found }, term.span);
        None
    }
}
