//! Looking up names: what `points`, `nurse.points` or `title.senior.coefficient` means in its frame.

use crate::formula::syntax::{Expr, Name};
use crate::problem::{Code, Sort, Span};
use crate::scheme::document::Table;
use crate::scheme::term::{Axis, Source, Term, TermKind, Type};

use super::infer::{Checker, Scope};
use super::names::Named;

/// What the first name of a path refers to.
pub(super) enum Root {
    /// A value of the step's own row.
    Own(Axis),
    /// A value of the whole scheme.
    Whole(Source),
    /// A value that has the rows of a table and belongs to no row of the step: a list.
    Listed(Source, Axis),
    /// Rows, with the names behind the first.
    Rows(Axis),
}

/// How a value of a row is reached.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// As the frame's own row.
    Own,
    /// As the picked table row.
    Picked,
}

impl Checker<'_> {
    /// What the first name of a path refers to in steps of `own`; none when nothing has that name.
    pub(super) fn root(&self, first: &Name, own: Option<Axis>) -> Option<Root> {
        if let Some(axis) = own {
            let column = self.names.columns(axis).iter().any(|column| column.id.text == first.text);
            let owner = self.names.owner(axis).is_some_and(|owner| self.names.id(owner) == first.text);
            if column || owner {
                return Some(Root::Own(axis));
            }
        }
        match self.names.named(&first.text)? {
            Named::Axis(axis) => Some(Root::Rows(axis)),
            Named::Value(source) => Some(match self.names.rows_of(source) {
                None => Root::Whole(source),
                Some(axis) if own == Some(axis) => Root::Own(axis),
                Some(axis) => Root::Listed(source, axis),
            }),
        }
    }

    /// A path as a term in its scope.
    pub(super) fn path(&mut self, names: &[Name], scope: Scope, span: Span) -> Option<Term> {
        let (first, rest) = names.split_first()?;
        let Some(root) = self.root(first, scope.own) else {
            let problem = self.names.unknown(first, scope.own);
            self.problems.push(problem);
            return None;
        };
        let rows = scope.list.and_then(|list| list.rows);
        let pick = scope.list.and_then(|list| list.pick).map(Axis::Table);
        match root {
            Root::Own(axis) => {
                let picked = if rows.is_none() { pick } else { None };
                let term = self.of_row(axis, names, Access::Own, picked, span)?;
                match scope.list {
                    Some(list) if list.rows.is_some() && list.grouped => Some(Term {
                        yields: term.yields.clone(),
                        span,
                        kind: TermKind::Outer(Box::new(term)),
                    }),
                    Some(list) if list.rows.is_some() => {
                        let (left, right) =
                            (first.text.clone(), list.rows.map_or("", |axis| self.names.id(axis)).to_owned());
                        self.problem(Code::MixedRows { left, right, other: span }, span);
                        None
                    }
                    _ => Some(term),
                }
            }
            Root::Whole(source) => {
                let yields = self.names.yields(source)?;
                self.followed(Term { kind: TermKind::Whole(source), yields, span }, rest, span)
            }
            Root::Listed(source, axis) => {
                if let ([row], Axis::Table(index)) = (rest, axis)
                    && self.document.tables.get(index)?.rows.iter().any(|known| known.id.text == row.text)
                {
                    return self.fixed(index, source, row, span);
                }
                let kind = if rows == Some(axis) {
                    TermKind::Own(source)
                } else if pick == Some(axis) {
                    TermKind::Picked(source)
                } else {
                    return self.outside(first);
                };
                let yields = self.names.yields(source)?;
                self.followed(Term { kind, yields, span }, rest, span)
            }
            Root::Rows(axis) => {
                if let Some(term) = self.named_row(axis, rest, span) {
                    return term;
                }
                if rows == Some(axis) {
                    self.of_row(axis, rest, Access::Own, pick, first.span)
                } else if pick == Some(axis) {
                    self.of_row(axis, rest, Access::Picked, None, first.span)
                } else {
                    self.outside_rows(axis, first, rest)
                }
            }
        }
    }

    /// A list of rows where one value is needed; of a fixed table rather a row that it does not have.
    fn outside_rows(&mut self, axis: Axis, name: &Name, rest: &[Name]) -> Option<Term> {
        if let (Axis::Table(index), Some(row)) = (axis, rest.first())
            && self.document.tables.get(index)?.fixed
            && self.names.columns(axis).iter().all(|column| column.id.text != row.text)
        {
            self.row(axis, &row.text, row.span);
            return None;
        }
        self.outside(name)
    }

    /// A list where one value is needed.
    fn outside(&mut self, name: &Name) -> Option<Term> {
        self.problem(Code::ListOutside { name: name.text.clone() }, name.span);
        None
    }

    /// `weight.finance`, `title.senior.coefficient`: the inner none when a problem was found; the outer none when the
    /// path names no row.
    fn named_row(&mut self, axis: Axis, rest: &[Name], span: Span) -> Option<Option<Term>> {
        let Axis::Table(index) = axis else { return None };
        let table = self.document.tables.get(index)?;
        let (row, columns) = rest.split_first()?;
        if !table.rows.iter().any(|known| known.id.text == row.text)
            || table.columns.iter().any(|column| column.id.text == row.text)
        {
            return None;
        }
        let column = match columns {
            [] => self.nameless(table, row),
            [column] => self.column_of(axis, column),
            [_, extra, ..] => {
                self.problem(
                    Code::WrongType { expected: Sort::Row(String::new()), found: Sort::Quantity },
                    extra.span,
                );
                None
            }
        };
        Some(column.and_then(|column| self.fixed(index, Source::Column(axis, column), row, span)))
    }

    /// The value of a named row, whose table must be fixed.
    fn fixed(&mut self, index: usize, source: Source, row: &Name, span: Span) -> Option<Term> {
        let table = self.document.tables.get(index)?;
        if !table.fixed {
            self.problem(Code::NotFixed { table: table.id.text.clone(), row: row.text.clone() }, row.span);
            return None;
        }
        self.row(Axis::Table(index), &row.text, row.span)?;
        let yields = self.names.yields(source)?;
        Some(Term { kind: TermKind::Fixed(source, row.text.clone()), yields, span })
    }

    /// The position of the only column of a table, when it has no name.
    fn nameless(&mut self, table: &Table, name: &Name) -> Option<usize> {
        let position = table.columns.iter().position(|column| column.id.text == Table::VALUE);
        if position.is_none() {
            let among: Vec<String> =
                table.columns.iter().map(|column| format!("{}.{}", name.text, column.id.text)).collect();
            let nearest = among.first().cloned();
            self.problem(Code::UnknownName { name: name.text.clone(), nearest, among }, name.span);
        }
        position
    }

    /// The position of a column.
    fn column_of(&mut self, axis: Axis, name: &Name) -> Option<usize> {
        let position = self.names.columns(axis).iter().position(|column| column.id.text == name.text);
        if position.is_none() {
            let problem = self.names.unknown_of_row(name, axis);
            self.problems.push(problem);
        }
        position
    }

    /// A path as a value of a row of `axis`, in the frame of that axis (or of its picked row).
    ///
    /// `pick` is the table whose rows are picked, for the `per` columns of a roster.
    fn of_row(
        &mut self,
        axis: Axis,
        names: &[Name],
        access: Access,
        pick: Option<Axis>,
        span: Span,
    ) -> Option<Term> {
        let Some((first, rest)) = names.split_first() else {
            return self.bare_axis(axis, access, span);
        };
        let column = self.names.columns(axis).iter().position(|column| column.id.text == first.text);
        let source = match column {
            Some(column) => {
                if let (Axis::Roster(roster), Some(per)) =
                    (axis, self.names.columns(axis).get(column)?.per.as_ref())
                {
                    let table = self.names.axis(&per.text)?;
                    return self.per(roster, column, table, first, rest, pick, span);
                }
                Source::Column(axis, column)
            }
            None if self.names.owner(axis).is_some_and(|owner| self.names.id(owner) == first.text) => {
                Source::Belongs(axis)
            }
            None => match self.names.named(&first.text) {
                Some(Named::Value(source)) if self.names.rows_of(source) == Some(axis) => source,
                _ => {
                    let problem = self.names.unknown_of_row(first, axis);
                    self.problems.push(problem);
                    return None;
                }
            },
        };
        let yields = self.names.yields(source)?;
        let kind = match access {
            Access::Own => TermKind::Own(source),
            Access::Picked => TermKind::Picked(source),
        };
        self.followed(Term { kind, yields, span: span.to(first.span) }, rest, span)
    }

    /// The name of an axis alone: the values of a table with one nameless column.
    fn bare_axis(&mut self, axis: Axis, access: Access, span: Span) -> Option<Term> {
        let name = Name { text: self.names.id(axis).to_owned(), span };
        let Axis::Table(index) = axis else {
            return self.outside(&name);
        };
        let column = self.nameless(self.document.tables.get(index)?, &name)?;
        let source = Source::Column(axis, column);
        let yields = self.names.yields(source)?;
        let kind = match access {
            Access::Own => TermKind::Own(source),
            Access::Picked => TermKind::Picked(source),
        };
        Some(Term { kind, yields, span })
    }

    /// A `per` column: its value for the picked row, or for a named one.
    #[expect(clippy::too_many_arguments, reason = "all of them are the place of one name")]
    fn per(
        &mut self,
        roster: usize,
        column: usize,
        table: Axis,
        name: &Name,
        rest: &[Name],
        pick: Option<Axis>,
        span: Span,
    ) -> Option<Term> {
        let source = Source::Per(roster, column);
        match (rest, table) {
            ([row], Axis::Table(index)) => self.fixed(index, source, row, span),
            ([], _) if pick == Some(table) => {
                let yields = self.names.yields(source)?;
                Some(Term { kind: TermKind::Picked(source), yields, span })
            }
            _ => self.outside(name),
        }
    }

    /// The names behind a value: each leads from a row to a value of that row.
    fn followed(&mut self, link: Term, rest: &[Name], span: Span) -> Option<Term> {
        let Some(next) = rest.first() else { return Some(link) };
        let Type::Row(axis) = link.yields else {
            let found = self.sort(&link.yields);
            self.problem(Code::WrongType { expected: Sort::Row(String::new()), found }, next.span);
            return None;
        };
        let of = self.of_row(axis, rest, Access::Own, None, next.span)?;
        let yields = of.yields.clone();
        Some(Term { kind: TermKind::Follow { link: Box::new(link), axis, of: Box::new(of) }, yields, span })
    }

    /// `band(score, grade).bonus`.
    pub(super) fn column(&mut self, of: &Expr, name: &Name, scope: Scope, span: Span) -> Option<Term> {
        let found = self.infer(of, scope)?;
        let link = self.alone(found)?;
        self.followed(link, std::slice::from_ref(name), span)
    }

    /// The term that leads from a row of `from` to the row of `to` that it belongs to, directly or through others.
    pub(super) fn belonging(&self, from: Axis, to: Axis, span: Span) -> Option<Term> {
        let mut axis = self.names.owner(from)?;
        let mut link = Term { kind: TermKind::Own(Source::Belongs(from)), yields: Type::Row(axis), span };
        // An owner of an owner of itself is a problem of its own; the limit keeps this from going round.
        for _ in 0..8 {
            if axis == to {
                return Some(link);
            }
            let next = self.names.owner(axis)?;
            let of = Term { kind: TermKind::Own(Source::Belongs(axis)), yields: Type::Row(next), span };
            let kind = TermKind::Follow { link: Box::new(link), axis, of: Box::new(of) };
            link = Term { kind, yields: Type::Row(next), span };
            axis = next;
        }
        None
    }
}
