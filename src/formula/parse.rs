//! Formulas from text: a small parser by binding power.
//!
//! From loosest to tightest: `or`, `and`, `not`, comparisons and `in`, `+ -`, `* /`, `-x`, `.column`.

use crate::exact::Exact;
use crate::problem::{Code, Expected, Problem, Span};

use super::syntax::{Binary, Expr, ExprKind, Name, Unary};
use super::token::{Kind, Token, tokens};

/// The most characters of a formula.
pub const LONGEST: usize = 4_000;

/// The most operations within one another; what walks a formula may recurse that deep.
pub const DEEPEST: usize = 100;

/// The values that a call may give by name.
pub const ARGUMENT_NAMES: [&str; 6] = ["by", "where", "via", "within", "residual", "places"];

/// Words that cannot be names in a formula.
pub const KEYWORDS: [&str; 6] = ["and", "or", "not", "in", "true", "false"];

/// The tree of the formula `text`, whose byte `n` is byte `at(n)` of the scheme file.
///
/// # Errors
///
/// What is wrong with how it is written: at least one problem, and one for each wrong argument of a call.
///
/// # Example
///
/// ```
/// use jixiao::formula::parse::parse;
/// use jixiao::formula::syntax::ExprKind;
///
/// let tree = parse("pool / sum(nurse.points)", &|byte| byte).unwrap();
/// assert!(matches!(tree.kind, ExprKind::Binary { .. }));
///
/// let problems = parse("pool / sum(nurse.points", &|byte| byte).unwrap_err();
/// assert_eq!(problems[0].code.id(), "unclosed-bracket");
/// ```
pub fn parse(text: &str, at: &dyn Fn(usize) -> usize) -> Result<Expr, Vec<Problem>> {
    let whole = Span::new(at(0), at(text.len()));
    if text.trim().is_empty() {
        return Err(vec![Code::EmptyFormula.at(whole)]);
    }
    if text.chars().nth(LONGEST).is_some() {
        return Err(vec![Code::FormulaTooLong { limit: LONGEST }.at(whole)]);
    }
    let tokens = tokens(text, at)?;
    let end = tokens.last().map_or(whole.end, |token| token.span.end);
    let mut parser = Parser {
        tokens: &tokens,
        next: 0,
        end: Span::new(end, end),
        brackets: 0,
        too_deep: false,
        problems: Vec::new(),
    };
    let tree = parser.expression(0);
    if tree.is_some() && parser.peek().is_some() {
        parser.unexpected::<()>(Expected::Operator);
    }
    match tree {
        Some(tree) if parser.problems.is_empty() => Ok(*tree.expr),
        _ => Err(parser.problems),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    next: usize,
    /// Where the formula ends.
    end: Span,
    /// How deep the parser stands in brackets and before operands.
    brackets: usize,
    /// Whether the formula is given up because of its depth.
    too_deep: bool,
    problems: Vec<Problem>,
}

/// An expression and how many operations lie within one another in it.
struct Deep {
    expr: Box<Expr>,
    depth: usize,
}

impl Deep {
    fn leaf(kind: ExprKind, span: Span) -> Self {
        Self { expr: Box::new(Expr { kind, span }), depth: 1 }
    }
}

/// How tightly comparisons bind; only one may stand at this level.
const COMPARISON: u8 = 4;

/// How tightly a sign before its operand binds.
const MINUS: u8 = 7;

/// The operator that a token is, and how tightly it binds.
fn operator(token: &Token) -> Option<(Binary, u8)> {
    let written = match &token.kind {
        Kind::Sign(sign) => sign,
        Kind::Word(word) => word.as_str(),
        _ => return None,
    };
    Some(match written {
        "or" => (Binary::Or, 1),
        "and" => (Binary::And, 2),
        "=" => (Binary::Equal, COMPARISON),
        "<>" => (Binary::NotEqual, COMPARISON),
        "<" => (Binary::Less, COMPARISON),
        "<=" => (Binary::LessOrEqual, COMPARISON),
        ">" => (Binary::Greater, COMPARISON),
        ">=" => (Binary::GreaterOrEqual, COMPARISON),
        "+" => (Binary::Plus, 5),
        "-" => (Binary::Minus, 5),
        "*" => (Binary::Times, 6),
        "/" => (Binary::Divide, 6),
        _ => return None,
    })
}

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.next)
    }

    fn advance(&mut self) {
        self.next = self.next.saturating_add(1);
    }

    /// The next token if it is the sign or word `text`; it is then behind the parser.
    fn eat(&mut self, text: &str) -> Option<&'t Token> {
        let token = self.peek().filter(|token| token.is(text))?;
        self.advance();
        Some(token)
    }

    /// Notes a problem; what it stands in has no tree.
    fn refuse<T>(&mut self, code: Code, span: Span) -> Option<T> {
        self.problems.push(code.at(span));
        None
    }

    fn refuse_depth<T>(&mut self, span: Span) -> Option<T> {
        self.too_deep = true;
        self.refuse(Code::FormulaTooDeep { limit: DEEPEST }, span)
    }

    /// An operation around parts of which the deepest has `depth`.
    fn around(&mut self, depth: usize, kind: ExprKind, span: Span) -> Option<Deep> {
        let depth = depth.saturating_add(1);
        if depth > DEEPEST {
            return self.refuse_depth(span);
        }
        Some(Deep { expr: Box::new(Expr { kind, span }), depth })
    }

    /// Notes that the next token is not what belongs there.
    fn unexpected<T>(&mut self, expected: Expected) -> Option<T> {
        match self.peek() {
            Some(token) => self.refuse(Code::UnexpectedToken { expected, found: token.shown() }, token.span),
            None => self.refuse(Code::UnexpectedEnd { expected }, self.end),
        }
    }

    /// The bracket that closes `open`.
    fn close(&mut self, open: &Token, expected: Expected) -> Option<Span> {
        match self.peek() {
            Some(token) if token.is(")") => {
                self.advance();
                Some(token.span)
            }
            // A comma in brackets that are no call belongs to what stands around them.
            Some(token) if !token.is(",") => self.unexpected(expected),
            _ => self.refuse(Code::UnclosedBracket { bracket: open.shown() }, open.span),
        }
    }

    /// An expression one level deeper, for which the parser calls itself.
    fn nested(&mut self, tightness: u8, span: Span) -> Option<Deep> {
        self.brackets = self.brackets.saturating_add(1);
        let parsed =
            if self.brackets > DEEPEST { self.refuse_depth(span) } else { self.expression(tightness) };
        self.brackets = self.brackets.saturating_sub(1);
        parsed
    }

    /// The longest expression whose operators bind at least as tightly as `tightness`.
    fn expression(&mut self, tightness: u8) -> Option<Deep> {
        let mut left = self.operand()?;
        let mut compared = false;
        while let Some(token) = self.peek() {
            let found = if token.is("in") {
                Some((None, COMPARISON))
            } else {
                operator(token).map(|(o, t)| (Some(o), t))
            };
            let Some((operator, tight)) = found.filter(|(_, tight)| *tight >= tightness) else { break };
            if tight == COMPARISON && std::mem::replace(&mut compared, true) {
                return self.refuse(Code::ChainedComparison, token.span);
            }
            self.advance();
            left = match operator {
                Some(operator) => {
                    let right = self.expression(tight.saturating_add(1))?;
                    let depth = left.depth.max(right.depth);
                    let span = left.expr.span.to(right.expr.span);
                    let (left, right) = (left.expr, right.expr);
                    self.around(depth, ExprKind::Binary { operator, left, right }, span)?
                }
                None => {
                    let (ids, close) = self.ids()?;
                    let span = left.expr.span.to(close);
                    self.around(left.depth, ExprKind::In { of: left.expr, ids }, span)?
                }
            };
        }
        Some(left)
    }

    /// A value, with what stands directly before and behind it.
    fn operand(&mut self) -> Option<Deep> {
        let Some(token) = self.peek() else { return self.unexpected(Expected::Value) };
        let prefix = match &token.kind {
            Kind::Sign("-") => Some((Unary::Minus, MINUS)),
            Kind::Word(word) if word == "not" => Some((Unary::Not, COMPARISON)),
            _ => None,
        };
        if let Some((operator, tightness)) = prefix {
            self.advance();
            let of = self.nested(tightness, token.span)?;
            let span = token.span.to(of.expr.span);
            return self.around(of.depth, ExprKind::Unary { operator, of: of.expr }, span);
        }
        match &token.kind {
            Kind::Number(digits) => self.number(token, digits),
            Kind::Text(text) => {
                self.advance();
                Some(Deep::leaf(ExprKind::Text(text.clone()), token.span))
            }
            Kind::Word(word) if word == "true" || word == "false" => {
                self.advance();
                Some(Deep::leaf(ExprKind::Truth(word == "true"), token.span))
            }
            Kind::Word(word) if !KEYWORDS.contains(&word.as_str()) => self.name(token, word),
            Kind::Sign("(") => {
                self.advance();
                let mut inner = self.nested(0, token.span)?;
                let close = self.close(token, Expected::Operator)?;
                inner.expr.span = token.span.to(close);
                self.columns(inner)
            }
            _ => self.unexpected(Expected::Value),
        }
    }

    /// A number and the unit behind it.
    fn number(&mut self, token: &Token, digits: &str) -> Option<Deep> {
        let value = match Exact::parse(digits) {
            Ok(value) => value,
            Err(reason) => {
                return self.refuse(Code::NotANumber { text: digits.to_owned(), reason }, token.span);
            }
        };
        self.advance();
        let unit = match self.peek() {
            Some(Token { kind: Kind::Percent, span }) => {
                Some(Name { text: "percent".to_owned(), span: *span })
            }
            Some(Token { kind: Kind::Unit(text), .. }) if text.is_empty() => {
                return self.unexpected(Expected::Unit);
            }
            Some(Token { kind: Kind::Unit(text), span }) => Some(Name { text: text.clone(), span: *span }),
            _ => None,
        };
        let span = unit.as_ref().map_or(token.span, |unit| token.span.to(unit.span));
        if unit.is_some() {
            self.advance();
        }
        Some(Deep::leaf(ExprKind::Number { value, unit }, span))
    }

    /// A path or a call.
    fn name(&mut self, token: &Token, word: &str) -> Option<Deep> {
        let name = Name { text: word.to_owned(), span: token.span };
        self.advance();
        if let Some(open) = self.eat("(") {
            let call = self.call(name, open)?;
            return self.columns(call);
        }
        let mut path = vec![name];
        while self.eat(".").is_some() {
            path.push(self.column()?);
        }
        let span = path.last().map_or(token.span, |last| token.span.to(last.span));
        Some(Deep::leaf(ExprKind::Path(path), span))
    }

    /// The columns that are asked of the row which `of` yields.
    fn columns(&mut self, mut of: Deep) -> Option<Deep> {
        while self.eat(".").is_some() {
            let name = self.column()?;
            let span = of.expr.span.to(name.span);
            of = self.around(of.depth, ExprKind::Column { of: of.expr, name }, span)?;
        }
        Some(of)
    }

    /// The name behind a dot.
    fn column(&mut self) -> Option<Name> {
        match self.peek() {
            Some(Token { kind: Kind::Word(word), span }) => {
                self.advance();
                Some(Name { text: word.clone(), span: *span })
            }
            _ => self.unexpected(Expected::Name),
        }
    }

    /// A call, from behind its opening bracket.
    fn call(&mut self, function: Name, open: &Token) -> Option<Deep> {
        let (mut arguments, mut named): (Vec<Expr>, Vec<(Name, Expr)>) = (Vec::new(), Vec::new());
        let mut depth = 0;
        while !(arguments.is_empty() && named.is_empty() && self.peek().is_some_and(|token| token.is(")"))) {
            let start = self.next;
            match self.argument(open) {
                Some((name, value)) => {
                    depth = depth.max(value.depth);
                    match name {
                        None => arguments.push(*value.expr),
                        Some(name) if named.iter().any(|(other, _)| other.text == name.text) => {
                            self.refuse::<()>(Code::DuplicateArgument { argument: name.text }, name.span);
                        }
                        Some(name) => named.push((name, *value.expr)),
                    }
                }
                None if self.too_deep => return None,
                // The other arguments are still looked at, unless the brackets do not close.
                None => self.next = self.behind(start)?,
            }
            if self.eat(",").is_none() {
                break;
            }
        }
        let close = self.close(open, Expected::Closing)?;
        let span = function.span.to(close);
        self.around(depth, ExprKind::Call { function, arguments, named }, span)
    }

    /// An argument with its name, up to the comma or bracket behind it.
    fn argument(&mut self, open: &Token) -> Option<(Option<Name>, Deep)> {
        let name = match (self.peek(), self.tokens.get(self.next.saturating_add(1))) {
            (Some(Token { kind: Kind::Word(word), span }), Some(equals))
                if equals.is("=") && ARGUMENT_NAMES.contains(&word.as_str()) =>
            {
                self.next = self.next.saturating_add(2);
                Some(Name { text: word.clone(), span: *span })
            }
            _ => None,
        };
        let value = self.nested(0, open.span)?;
        match self.peek() {
            Some(token) if !token.is(",") && !token.is(")") => self.unexpected(Expected::Closing),
            _ => Some((name, value)),
        }
    }

    /// The position of the comma or bracket behind the argument that begins at `start`.
    fn behind(&self, start: usize) -> Option<usize> {
        let mut brackets = 0_usize;
        let ends = |token: &Token| {
            if token.is("(") {
                brackets = brackets.saturating_add(1);
            } else if token.is(")") && brackets > 0 {
                brackets = brackets.saturating_sub(1);
            } else {
                return brackets == 0 && (token.is(",") || token.is(")"));
            }
            false
        };
        self.tokens.get(start..)?.iter().position(ends)?.checked_add(start)
    }

    /// The texts behind `in`, and the bracket that closes them.
    fn ids(&mut self) -> Option<(Vec<Name>, Span)> {
        let Some(open) = self.eat("(") else { return self.unexpected(Expected::Ids) };
        let mut ids = Vec::new();
        loop {
            match self.peek() {
                Some(Token { kind: Kind::Text(text), span }) => {
                    ids.push(Name { text: text.clone(), span: *span })
                }
                _ => return self.unexpected(Expected::Ids),
            }
            self.advance();
            if self.eat(",").is_none() {
                return Some((ids, self.close(open, Expected::Closing)?));
            }
        }
    }
}
