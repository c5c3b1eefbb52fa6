//! Where the words of a formula have brackets: where they must, and nowhere else.

use crate::evaluate::explain::words;
use crate::exact::{Exact, Rounding};
use crate::formula::syntax::{Expr, ExprKind};
use crate::language::{Language, Text};
use crate::problem::Span;
use crate::scheme::document::{Body, Document, Formula, Kind, Rule, Step, Texts};
use crate::scheme::term::{Arm, Operator, Source, Term, TermKind, Type};
use crate::scheme::{Plan, Scheme};
use crate::unit::Unit;

fn term(kind: TermKind) -> Term {
    Term { kind, yields: Type::Number(Unit::plain()), span: Span::default() }
}

/// The value of the step with this letter for its title.
fn letter(letter: char) -> Term {
    term(TermKind::Whole(Source::Step("abcd".find(letter).unwrap())))
}

fn two(operator: Operator, left: Term, right: Term) -> Term {
    term(TermKind::Arithmetic(operator, Box::new(left), Box::new(right)))
}

fn minus(of: Term) -> Term {
    term(TermKind::Negative(Box::new(of)))
}

fn arm(when: Option<Term>, then: Term) -> Arm {
    Arm { when, then }
}

/// The English words of a term in a scheme whose steps are called a, b, c and d.
fn english(term: Term, body: Body) -> String {
    let step = |letter: &str| Step {
        id: Default::default(),
        texts: Texts { title: Text { words: letter.to_owned(), ..Text::default() }, ..Texts::default() },
        each: None,
        kind: Kind::Quantity(Unit::plain()),
        body: body.clone(),
        places: None,
        inner: false,
        total: None,
    };
    let document = Document { steps: ["a", "b", "c", "d"].map(step).into(), ..Document::default() };
    let plan = Plan { each: None, term };
    let scheme =
        Scheme { document, steps: vec![plan], flags: Vec::new(), guards: Vec::new(), order: Vec::new() };
    words(&scheme, 0, &Language::English)
}

fn formula(term: Term) -> String {
    let tree = Expr { kind: ExprKind::Truth(true), span: Span::default() };
    english(term, Body::Formula(Formula { text: String::new(), tree }))
}

#[test]
fn sums_and_products_need_brackets_only_against_their_order() {
    use Operator::{Divide, Minus, Plus, Times};
    let [a, b, c] = ['a', 'b', 'c'].map(letter);
    let cases = [
        (two(Plus, a.clone(), two(Times, b.clone(), c.clone())), "a + b × c"),
        (two(Times, two(Plus, a.clone(), b.clone()), c.clone()), "(a + b) × c"),
        (two(Plus, a.clone(), two(Minus, b.clone(), c.clone())), "a + b − c"),
        (two(Minus, a.clone(), two(Minus, b.clone(), c.clone())), "a − (b − c)"),
        (two(Minus, two(Minus, a.clone(), b.clone()), c.clone()), "a − b − c"),
        (two(Divide, a.clone(), two(Times, b.clone(), c.clone())), "a ÷ (b × c)"),
        (two(Times, a.clone(), two(Divide, b.clone(), c.clone())), "a × b ÷ c"),
        (two(Plus, a.clone(), minus(b.clone())), "a + (−b)"),
        (two(Times, minus(a.clone()), b.clone()), "−a × b"),
        (minus(two(Plus, a.clone(), b.clone())), "−(a + b)"),
        (minus(minus(a)), "−(−a)"),
    ];
    for (term, words) in cases {
        assert_eq!(formula(term), words);
    }
}

#[test]
fn a_function_brings_its_own_brackets() {
    let sum = two(Operator::Plus, letter('a'), letter('b'));
    let rounded = term(TermKind::Round(Rounding::HalfAwayFromZero, Box::new(sum), 2));
    let product = two(Operator::Times, rounded, letter('c'));
    assert_eq!(formula(product), "rounded to 2 places (a + b) × c");
}

#[test]
fn a_choice_inside_a_sum_is_in_brackets_and_one_in_the_last_place_goes_on() {
    let inner = term(TermKind::First(vec![arm(Some(letter('c')), letter('a')), arm(None, letter('b'))]));
    let sum = two(Operator::Plus, letter('a'), inner.clone());
    assert_eq!(formula(sum), "a + (if c, then a, otherwise b)");
    let chain = term(TermKind::First(vec![arm(Some(letter('d')), letter('c')), arm(None, inner.clone())]));
    assert_eq!(formula(chain), "if d, then c; if c, then a; otherwise b");
    let nested = term(TermKind::First(vec![arm(Some(letter('d')), inner), arm(None, letter('c'))]));
    assert_eq!(formula(nested), "if d, then (if c, then a, otherwise b), otherwise c");
}

#[test]
fn rules_stand_one_a_line() {
    let arms =
        vec![arm(Some(letter('c')), letter('a')), arm(None, term(TermKind::Number(Exact::from(1_000))))];
    let rules: Vec<Rule> = Vec::new();
    assert_eq!(english(term(TermKind::First(arms)), Body::Rules(rules)), "if c, then a\notherwise 1,000");
}
