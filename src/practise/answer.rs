//! What a trainee typed for a number: in any width, with a unit behind it, as a fraction, or as a little calculation.

use super::plausible::magnitude;
use crate::exact::{Exact, Mark};
use crate::formula::parse::parse;
use crate::formula::syntax::{Binary, Expr, ExprKind, Unary};
use crate::language::{Language, Vocabulary};
use crate::problem::{Code, Problem, Span};
use crate::scheme::document::Document;
use crate::unit::{self, Unit};

/// A number that was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number, in the unit of its line.
    pub value: Exact,
    /// How many decimals were typed; none for a fraction or a calculation, which is exact.
    pub places: Option<u32>,
}

/// The words for money that stand behind or before a number.
const YUAN: [&str; 8] = ["元", "圓", "圆", "塊", "块", "yuan", "rmb", "¥"];

/// Reads what was typed for a number of this unit; none when nothing was.
///
/// Full-width digits and signs, thousands separators, `約` and `≈`, the unit's own word and `元`, `角`, `分` (the
/// hundredth part of a yuan, where money is asked for), `萬`, `%`, a fraction such as `7/3`, and calculations such as
/// `=2.5*3+1`, `2.5×3` or `2.5×3=7.5` (whose end counts) are understood.
///
/// # Errors
///
/// What cannot be read, or has another unit than the line.
///
/// # Example
///
/// ```
/// use jixiao::practise::answer;
/// use jixiao::scheme::document::Document;
/// use jixiao::unit::Unit;
///
/// let document = Document::default();
/// let yuan = |text| answer(&document, &Unit::base("yuan"), text).unwrap().unwrap().value.to_string();
/// assert_eq!(yuan("１，２３４．５０元"), "1234.5");
/// assert_eq!(yuan("89059分"), "890.59");
/// assert_eq!(yuan("2.5×3"), "7.5");
/// assert_eq!(answer(&document, &Unit::base("point"), " "), Ok(None));
/// ```
pub fn answer(document: &Document, unit: &Unit, text: &str) -> Result<Option<Answer>, Box<Problem>> {
    let plain = plain(text);
    let body = plain.trim();
    if body.is_empty() {
        return Ok(None);
    }
    let reading = Reading { document, unit, words: words(document, unit) };
    // What stands behind the last sign of equality is what the trainee found.
    let body = body.rsplit('=').map(str::trim).find(|part| !part.is_empty()).unwrap_or(body);
    reading
        .number(body.trim_start_matches(['≈', '約', '约']).trim())
        .map(Some)
        .map_err(|code| Box::new(code.on("")))
}

/// The text in half width, with the signs that a formula has.
fn plain(text: &str) -> String {
    let half = |character: char| match character {
        '！'..='～' => char::from_u32(u32::from(character).saturating_sub(0xfee0)).unwrap_or(character),
        '\u{3000}' | '\u{a0}' => ' ',
        '−' | '–' | '—' | '﹣' => '-',
        '×' | '✕' | '✖' | '∗' => '*',
        '÷' | '∕' | '⁄' => '/',
        '【' | '〔' => '(',
        '】' | '〕' => ')',
        '￥' => '¥',
        '。' => '.',
        _ => character,
    };
    let half: String = text.chars().map(half).collect();
    led(&half.to_lowercase())
}

/// The text with a zero before each decimal point that stands before digits alone: `.7`.
fn led(text: &str) -> String {
    let mut led = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let behind = characters.peek().is_some_and(char::is_ascii_digit);
        let before = led.chars().next_back().is_some_and(|last| last.is_ascii_digit() || last == '.');
        if character == '.' && behind && !before {
            led.push('0');
        }
        led.push(character);
    }
    led
}

/// The words of a unit in every language, the longest first.
fn words(document: &Document, unit: &Unit) -> Vec<String> {
    let own = Language::ALL.map(|language| unit.shown(&document.in_language(language) as &dyn Vocabulary));
    let mut words: Vec<String> = own.into_iter().map(|word| word.to_lowercase()).collect();
    words.extend(words.clone().into_iter().filter(|word| word.is_ascii()).map(|word| format!("{word}s")));
    // A sign of percent belongs to the number.
    words.retain(|word| word.chars().any(char::is_alphanumeric) && word != "s");
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
}

struct Reading<'d> {
    document: &'d Document,
    unit: &'d Unit,
    words: Vec<String>,
}

impl Reading<'_> {
    fn number(&self, text: &str) -> Result<Answer, Code> {
        if self.unit.counts("yuan")
            && let Some(money) = self.money(text)
        {
            return money;
        }
        let own = self.words.iter().find_map(|word| text.strip_suffix(word.as_str()));
        self.value(own.unwrap_or(text).trim())
    }

    /// An amount with the parts of a yuan: `890元5角9分`, `1.2萬元`, `89059分`; none where no such word stands.
    fn money(&self, text: &str) -> Option<Result<Answer, Code>> {
        let (whole, text) = (text, text.trim_start_matches('¥').trim());
        let own = |word: &&&str| text.ends_with(**word);
        let bare = YUAN.iter().find(own).map_or(text, |word| text.strip_suffix(word).unwrap_or(text)).trim();
        let size = magnitude(self.unit.factor());
        let in_yuan = |digits: &str, times: i32| {
            let answer = self.value(digits.trim())?;
            let value = Exact::power_of_ten(times).and_then(|power| answer.value.times(&power));
            let value =
                value.and_then(|value| value.divided_by(self.unit.factor()).ok()).ok_or(Code::TooLarge)?;
            // Tens of thousands have four decimals more than yuan.
            let shift = |places: u32| {
                let places = i32::try_from(places).ok()?.saturating_sub(times).saturating_add(size);
                u32::try_from(places.max(0)).ok()
            };
            Ok(Answer { value, places: answer.places.and_then(shift) })
        };
        if let Some(digits) = bare.strip_suffix(['萬', '万']) {
            return Some(in_yuan(digits, 4));
        }
        if bare.len() < whole.len() {
            return Some(in_yuan(bare, 0));
        }
        let (mut rest, mut sum, mut places) = (text, Exact::ZERO, 0_u32);
        let mut found = false;
        for (words, power) in [(&YUAN[..], 0), (&["角", "毛"][..], -1), (&["分"][..], -2)] {
            let at = words.iter().find_map(|word| rest.split_once(word));
            let Some((digits, behind)) = at else { continue };
            let part = match in_yuan(digits, power) {
                Ok(part) => part,
                Err(code) => return Some(Err(code)),
            };
            sum = sum.plus(&part.value)?;
            places = places.max(part.places.unwrap_or(0));
            (rest, found) = (behind.trim(), true);
        }
        (found && rest.is_empty()).then_some(Ok(Answer { value: sum, places: Some(places) }))
    }

    /// A number without its unit: decimal, or calculated.
    fn value(&self, text: &str) -> Result<Answer, Code> {
        let percent = self.unit.is_plain() && self.unit.factor() == Unit::percent().factor();
        match Exact::parse_typed(text) {
            Ok(typed) => {
                let digits = text.trim_end_matches(['%', ' ']);
                let places = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
                let places = u32::try_from(places).ok();
                let Mark::Percent = typed.mark else { return Ok(Answer { value: typed.value, places }) };
                if percent {
                    return Ok(Answer { value: typed.value, places });
                }
                if !self.unit.is_plain() {
                    return Err(self.other_unit(Unit::percent()));
                }
                // 85 % of one is 0.85, with two decimals more.
                let value = typed.value.times(Unit::percent().factor()).ok_or(Code::TooLarge)?;
                Ok(Answer { value, places: places.map(|places| places.saturating_add(2)) })
            }
            Err(reason) => {
                let not_read = || Code::NotANumber { text: text.to_owned(), reason };
                if let Some(other) = self.unit_behind(text) {
                    return Err(self.other_unit(other));
                }
                let calculates = text.contains(['+', '-', '*', '/', '(', ')']);
                if !calculates || !text.contains(|character: char| character.is_ascii_digit()) {
                    return Err(not_read());
                }
                let tree = parse(&self.formula(text), &|byte| byte);
                let tree = tree.map_err(|problems| {
                    problems.into_iter().next().map_or_else(not_read, |problem| problem.code)
                })?;
                let value = calculated(&tree)?;
                let value = if percent && text.contains('%') {
                    value.divided_by(self.unit.factor()).map_err(|_| Code::TooLarge)?
                } else {
                    value
                };
                Ok(Answer { value, places: None })
            }
        }
    }

    /// A calculation without thousands separators and the unit's words.
    fn formula(&self, text: &str) -> String {
        let mut bare = text.to_owned();
        let money = YUAN.iter().copied().filter(|_| self.unit.counts("yuan"));
        for word in self.words.iter().map(String::as_str).chain(money) {
            bare = bare.replace(word, "");
        }
        let characters: Vec<char> = bare.chars().collect();
        let digits = |from: usize| {
            characters.iter().skip(from).take_while(|character| character.is_ascii_digit()).count()
        };
        let separates = |at: usize| characters.get(at) == Some(&',') && digits(at.saturating_add(1)) == 3;
        let kept = characters.iter().enumerate().filter(|(at, _)| !separates(*at));
        kept.map(|(_, character)| *character).collect()
    }

    /// The unit whose word stands behind a number, where it is none of the line's own.
    fn unit_behind(&self, text: &str) -> Option<Unit> {
        let word = text.trim_start_matches(|character: char| {
            character.is_ascii_digit() || matches!(character, '.' | ',' | '-' | '+' | ' ')
        });
        if word.len() == text.len() || word.is_empty() {
            return None;
        }
        let declared = self.document.units.iter().find(|own| own.title.words == word || own.id.text == word);
        let known = if YUAN.contains(&word) { Some("yuan") } else { unit::called(word) };
        declared.map(|own| own.unit.clone()).or_else(|| Unit::known(known?))
    }

    fn other_unit(&self, found: Unit) -> Code {
        Code::UnitMismatch { left: self.unit.clone(), right: found, other: Span::default() }
    }
}

/// The value of a calculation of numbers.
fn calculated(expr: &Expr) -> Result<Exact, Code> {
    match &expr.kind {
        ExprKind::Number { value, unit: None } => Ok(value.clone()),
        ExprKind::Number { value, unit: Some(unit) } if unit.text == "percent" => {
            value.times(Unit::percent().factor()).ok_or(Code::TooLarge)
        }
        ExprKind::Unary { operator: Unary::Minus, of } => Ok(calculated(of)?.negated()),
        ExprKind::Binary { operator, left, right } => {
            let (left, right) = (calculated(left)?, calculated(right)?);
            match operator {
                Binary::Plus => left.plus(&right).ok_or(Code::TooLarge),
                Binary::Minus => left.minus(&right).ok_or(Code::TooLarge),
                Binary::Times => left.times(&right).ok_or(Code::TooLarge),
                Binary::Divide if right.is_zero() => Err(Code::DivisionByZero),
                Binary::Divide => left.divided_by(&right).map_err(|_| Code::TooLarge),
                _ => Err(unread(expr)),
            }
        }
        _ => Err(unread(expr)),
    }
}

/// That a calculation has something else than numbers in it.
fn unread(expr: &Expr) -> Code {
    let name = match &expr.kind {
        ExprKind::Path(names) => names.iter().map(|name| name.text.as_str()).collect::<Vec<_>>().join("."),
        ExprKind::Call { function, .. } => function.text.clone(),
        ExprKind::Text(text) => text.clone(),
        _ => String::new(),
    };
    Code::UnknownName { name, nearest: None, among: Vec::new() }
}
