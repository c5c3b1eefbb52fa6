//! Operators and functions of a formula, around whatever stands for their operands: titles or numbers.

use crate::exact::{Comparison, Exact, Residual, Rounding, grouped};
use crate::scheme::term::{
    Arm, Axis, Counted, DatePart, Grading, Operator, Share, Source, Term, TermKind, Type,
};

use super::binds::Binds;
use super::lexicon::Template;
use super::phrase::{Pen, Phrase};
use super::spot::Spot;
use super::titles::Titles;

/// Says what a term is.
pub(super) trait Teller<'t> {
    /// What readers call things.
    fn titles(&self) -> Titles<'_>;

    /// The words of a term.
    fn term(&self, term: &'t Term, spot: &Spot<'_>) -> Phrase;
}

/// The words of an operator or function around what `teller` says of its operands.
///
/// Values and lists have no words of their own here.
pub(super) fn operation<'t>(teller: &dyn Teller<'t>, term: &'t Term, spot: &Spot<'_>) -> Phrase {
    let (titles, say) = (teller.titles(), |term: &'t Term| teller.term(term, spot));
    let pen = titles.pen();
    let tight = |term: &'t Term| pen.tight(say(term));
    let pair = |left: &'t Term, right: &'t Term, sign: &str, binds: Binds, behind: Binds| {
        pen.joined(vec![say(left), say(right)], sign, binds, behind)
    };
    match &term.kind {
        TermKind::Arithmetic(operator, left, right) => match operator {
            Operator::Plus => pair(left, right, " + ", Binds::Sum, Binds::Sum),
            Operator::Minus => pair(left, right, " − ", Binds::Sum, Binds::Product),
            Operator::Times => pair(left, right, " × ", Binds::Product, Binds::Product),
            Operator::Divide => pair(left, right, " ÷ ", Binds::Product, Binds::Sign),
        },
        TermKind::Compare(comparison, left, right) => {
            compared(pen, sign_of(*comparison), say(left), say(right))
        }
        TermKind::Same(left, right) => same_words(teller, " = ", left, right, spot),
        TermKind::And(left, right) => {
            let side = |term: &'t Term| pen.within(say(term), Binds::And);
            pen.filled(Template::And, &[&side(left), &side(right)])
        }
        TermKind::Or(left, right) => {
            let side = |term: &'t Term| pen.within(say(term), Binds::Or);
            pen.filled(Template::Or, &[&side(left), &side(right)])
        }
        TermKind::Negative(of) => Phrase::new(format!("−{}", tight(of).text()), Binds::Sign),
        TermKind::Absolute(of) => pen.filled(Template::Absolute, &[&say(of)]),
        TermKind::Not(of) => match &of.kind {
            TermKind::Given(of) => pen.filled(Template::NotEntered, &[&tight(of)]),
            TermKind::Same(left, right) => same_words(teller, " ≠ ", left, right, spot),
            TermKind::Among(of, among) => among_words(teller, Template::NotOneOf, of, among, spot),
            _ => pen.filled(Template::Not, &[&tight(of)]),
        },
        TermKind::Given(of) => pen.filled(Template::Entered, &[&tight(of)]),
        TermKind::OrElse(of, otherwise) => pen.filled(Template::OrElse, &[&tight(of), &say(otherwise)]),
        TermKind::Chosen(of, low, high) => {
            pen.filled(Template::Chosen, &[&tight(of), &tight(low), &tight(high)])
        }
        TermKind::Among(of, among) => among_words(teller, Template::OneOf, of, among, spot),
        TermKind::First(arms) => {
            let words = arms_words(teller, arms, spot);
            pen.listed(if words.len() > 2 { Template::Semicolon } else { Template::Comma }, words)
        }
        TermKind::Greatest(terms) => pen.filled(Template::Greatest, &[&listed(teller, terms, spot)]),
        TermKind::Least(terms) => pen.filled(Template::Least, &[&listed(teller, terms, spot)]),
        TermKind::Round(rounding, of, places) => {
            pen.filled(rounding_words(*rounding), &[&say(of), &places_words(teller, *places)])
        }
        TermKind::RoundTo(of, multiple) => {
            let multiple = pen.filled(Template::ToMultiple, &[&tight(multiple)]);
            pen.filled(Template::HalfAwayFromZero, &[&say(of), &multiple])
        }
        TermKind::Share(share) => share_words(teller, share, spot),
        TermKind::Graded(grading, of, table) => {
            let template = match grading {
                Grading::Marginal => Template::Marginal,
                Grading::Whole => Template::Whole,
                Grading::Tier => Template::Tier,
                Grading::Band => Template::Band,
            };
            let table = pen.quoted(titles.axis_title(Axis::Table(*table)));
            pen.filled(template, &[&pen.within(say(of), Binds::Or), &table])
        }
        TermKind::Rank(of, within) => {
            let of = pen.within(say(of), Binds::Or);
            match within {
                Some(within) => pen.filled(Template::RankWithin, &[&of, &same_row(teller, within, spot)]),
                None => pen.filled(Template::Rank, &[&of]),
            }
        }
        TermKind::Previous(of, first) => pen.filled(Template::Previous, &[&tight(of), &say(first)]),
        TermKind::Part(part, of) => {
            let template = match part {
                DatePart::Year => Template::Year,
                DatePart::Month => Template::Month,
                DatePart::Day => Template::Day,
                DatePart::Weekday => Template::Weekday,
            };
            pen.filled(template, &[&tight(of)])
        }
        TermKind::Days(counted, from, to) => {
            let template = if *counted == Counted::Days { Template::Days } else { Template::Workdays };
            pen.filled(template, &[&tight(from), &tight(to)])
        }
        _ => Phrase::name(""),
    }
}

/// An operand of a comparison with `like`: an option is one of those that `like` has.
fn beside<'t>(teller: &dyn Teller<'t>, operand: &'t Term, like: &'t Term, spot: &Spot<'_>) -> Phrase {
    match operand.kind {
        TermKind::Option(_) => teller.titles().option(operand, Some(like)),
        _ => teller.term(operand, spot),
    }
}

fn same_words<'t>(
    teller: &dyn Teller<'t>,
    sign: &str,
    left: &'t Term,
    right: &'t Term,
    spot: &Spot<'_>,
) -> Phrase {
    let (one, two) = (beside(teller, left, right, spot), beside(teller, right, left, spot));
    compared(teller.titles().pen(), sign, one, two)
}

fn among_words<'t>(
    teller: &dyn Teller<'t>,
    template: Template,
    of: &'t Term,
    among: &'t [Term],
    spot: &Spot<'_>,
) -> Phrase {
    let pen = teller.titles().pen();
    let items = pen.listed(Template::Items, among.iter().map(|item| beside(teller, item, of, spot)));
    pen.filled(template, &[&pen.tight(teller.term(of, spot)), &items])
}

fn compared(pen: Pen, sign: &str, left: Phrase, right: Phrase) -> Phrase {
    let sides = vec![pen.within(left, Binds::Sum), pen.within(right, Binds::Sum)];
    pen.joined(sides, sign, Binds::Comparison, Binds::Sum)
}

/// Values one after the other, as between the brackets of a function.
fn listed<'t>(teller: &dyn Teller<'t>, terms: &'t [Term], spot: &Spot<'_>) -> Phrase {
    let pen = teller.titles().pen();
    pen.listed(Template::Comma, terms.iter().map(|term| pen.within(teller.term(term, spot), Binds::Or)))
}

/// The arms of a choice, one phrase for each.
///
/// A choice in the last place goes on with the arms before it.
pub(super) fn arms_words<'t>(teller: &dyn Teller<'t>, arms: &'t [Arm], spot: &Spot<'_>) -> Vec<Phrase> {
    let pen = teller.titles().pen();
    let mut words = Vec::new();
    for arm in arms {
        let then = || teller.term(&arm.then, spot);
        match (&arm.when, &arm.then.kind) {
            (None, TermKind::First(more)) => words.append(&mut arms_words(teller, more, spot)),
            (Some(when), _) => {
                let then = pen.within(then(), Binds::Or);
                words.push(pen.filled(Template::If, &[&teller.term(when, spot), &then]));
            }
            (None, _) if arms.len() == 1 => words.push(then()),
            (None, _) => words.push(pen.filled(Template::Otherwise, &[&then()])),
        }
    }
    words
}

fn share_words<'t>(teller: &dyn Teller<'t>, share: &'t Share, spot: &Spot<'_>) -> Phrase {
    let pen = teller.titles().pen();
    let axis = share.within.as_ref().map(|(_, axis)| *axis);
    let pool = teller.term(&share.pool, &spot.leading_to(axis, 0));
    let places = (share.places != FEN).then(|| {
        let places = i32::try_from(share.places).unwrap_or(i32::MAX);
        pen.filled(Template::PartsAt, &[&places_words(teller, places)])
    });
    let residual = match share.residual {
        Residual::LargestRemainder => None,
        Residual::First => Some(Template::ResidualFirst),
        Residual::Last => Some(Template::ResidualLast),
        Residual::LargestWeight => Some(Template::ResidualLargestWeight),
        Residual::Keep => Some(Template::ResidualKeep),
    };
    let residual = residual.map(|template| pen.filled(template, &[]));
    let pool = pen.listed(Template::Comma, std::iter::once(pool).chain(places).chain(residual));
    let by = pen.tight(teller.term(&share.by, spot));
    match &share.within {
        Some((within, _)) => {
            let within = same_row(teller, within, spot);
            pen.filled(Template::ShareWithin, &[&pool, &by, &within])
        }
        None => pen.filled(Template::Share, &[&pool, &by]),
    }
}

/// What the rows that are shared or ranked together have in common.
fn same_row<'t>(teller: &dyn Teller<'t>, within: &'t Term, spot: &Spot<'_>) -> Phrase {
    let titles = teller.titles();
    match (&within.kind, &within.yields) {
        (TermKind::Own(Source::Belongs(_)), Type::Row(axis)) => titles.axis(*axis),
        _ => titles.pen().tight(teller.term(within, spot)),
    }
}

/// The places of a part unless the scheme says otherwise.
const FEN: u32 = 2;

fn places_words(teller: &dyn Teller<'_>, places: i32) -> Phrase {
    let pen = teller.titles().pen();
    match places {
        0 => pen.filled(Template::ToWhole, &[]),
        1 => pen.filled(Template::ToOnePlace, &[]),
        2.. => pen.filled(Template::ToPlaces, &[&Phrase::name(places.to_string())]),
        _ => {
            let multiple = places.checked_neg().and_then(Exact::power_of_ten).unwrap_or_default();
            pen.filled(Template::ToMultiple, &[&Phrase::name(grouped(&multiple.to_string()))])
        }
    }
}

fn rounding_words(rounding: Rounding) -> Template {
    match rounding {
        Rounding::HalfAwayFromZero => Template::HalfAwayFromZero,
        Rounding::HalfEven => Template::HalfEven,
        Rounding::TowardsZero => Template::TowardsZero,
        Rounding::Down => Template::Down,
        Rounding::Up => Template::Up,
        Rounding::AwayFromZero => Template::AwayFromZero,
    }
}

fn sign_of(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equal => " = ",
        Comparison::NotEqual => " ≠ ",
        Comparison::Less => " < ",
        Comparison::AtMost => " ≤ ",
        Comparison::More => " > ",
        Comparison::AtLeast => " ≥ ",
    }
}
