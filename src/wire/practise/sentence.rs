//! A mistake in a sentence: what was done wrong, with the figures, as somebody who trains people would say it.

use crate::evaluate::explain::part_words;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};
use crate::language::{Language, Vocabulary};
use crate::practise::{Kind, Mistake, Spot, Used, What};
use crate::scheme::document::Kind as ValueKind;
use crate::scheme::term::{Axis, Term, Type};
use crate::unit::Unit;
use crate::wire::Teller;
use crate::wire::number::{in_unit, shown};

mod parts;

use super::kinds::one_of;

/// Who made a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The one who reads: "you rounded".
    Trainee,
    /// The sheet that is looked through for it.
    Sheet,
}

/// Says mistakes.
pub(super) struct Sentences<'s, 't> {
    pub(super) teller: &'s Teller<'t>,
    pub(super) subject: Subject,
}

impl Sentences<'_, '_> {
    /// What was done wrong, and what else in the same line gives the figure; `asked` is the line whose figure it gave.
    pub(super) fn mistake(&self, mistake: &Mistake, others: &[&Mistake], asked: Spot) -> String {
        let mut said = self.what(mistake);
        for other in others {
            said.push_str(self.one_of(["或者：", "或者：", " Or: "]));
            said.push_str(&self.what(other));
        }
        if mistake.and_rounded {
            said.push_str(self.one_of([
                "另外，前面各步的數也先取了位。",
                "另外，前面各步的数也先取了位。",
                " Besides, the figures before were rounded first.",
            ]));
        }
        if mistake.at == asked || matches!(mistake.what, What::From(_)) {
            return said;
        }
        let place = self.line_name(mistake.at);
        self.fill(["錯在「{0}」：{1}", "错在“{0}”：{1}", "The mistake is in “{0}”: {1}"], &[&place, &said])
    }

    /// What a line is called: its title, and the name of its row.
    pub(super) fn line_name(&self, spot: Spot) -> String {
        let title =
            self.teller.scheme.document.steps.get(spot.step).map(|step| self.teller.words(&step.texts.title));
        let title = title.unwrap_or_default();
        let each = self.teller.scheme.steps.get(spot.step).and_then(|plan| plan.each);
        match each.zip(spot.row) {
            Some((axis, row)) => {
                let name = self.teller.row_name(axis, row);
                self.fill(["{0}（{1}）", "{0}（{1}）", "{0} ({1})"], &[&title, &name])
            }
            None => title,
        }
    }

    fn what(&self, Mistake { kind, at, what, .. }: &Mistake) -> String {
        let part = |term: &Term| self.part(*at, term);
        match what {
            What::Part { .. }
            | What::Value { .. }
            | What::Parts { .. }
            | What::EveryPart
            | What::EveryStep => self.rounded_first(*kind, *at, what),
            What::Mode { exact, unit, mode, places, right_mode, right } => {
                let exact = self.detailed(exact, unit);
                let right = self.rounding(*right_mode, *right);
                match mode {
                    None => self.fill(
                        [
                            "這一步要{1}；你沒有取位（{0}）。",
                            "这一步要{1}；你没有取位（{0}）。",
                            "This line is {1}; you left {0} as it is.",
                        ],
                        &[&exact, &right],
                    ),
                    Some(mode) => {
                        let taken = self.rounding(*mode, *places);
                        self.fill(
                            [
                                "{0}應當{2}，你{1}了。",
                                "{0}应当{2}，你{1}了。",
                                "{0} is to be {2}; you had it {1}.",
                            ],
                            &[&exact, &taken, &right],
                        )
                    }
                }
            }
            What::Tier { table, graded, right, taken } => {
                let unit = self.unit_of_table(*table);
                let rows = Axis::Table(*table);
                let [right, taken] = [right, taken].map(|row| self.teller.row_name(rows, *row));
                self.fill(
                    [
                        "「{0}」裡，{1}屬於「{2}」；你用了「{3}」。",
                        "“{0}”里，{1}属于“{2}”；你用了“{3}”。",
                        "In “{0}”, {1} belongs to “{2}”; you took “{3}”.",
                    ],
                    &[&self.table(*table), &self.teller.amount(graded, &unit), &right, &taken],
                )
            }
            What::Graded { table, amount } => self.by_slices(*kind, *table, amount.as_ref()),
            What::Limit { limit, without } => {
                let limit = limit.as_ref().map(part).unwrap_or_default();
                let cap = *kind == Kind::CapForgotten;
                let words = match (cap, limit.is_empty()) {
                    (true, false) => [
                        "你忘了上限「{0}」，直接用了「{1}」。",
                        "你忘了上限“{0}”，直接用了“{1}”。",
                        "You forgot the upper limit “{0}” and used “{1}” as it is.",
                    ],
                    (true, true) => [
                        "你忘了上限，直接用了「{1}」。",
                        "你忘了上限，直接用了“{1}”。",
                        "You forgot the upper limit and used “{1}” as it is.",
                    ],
                    (false, false) => [
                        "你忘了下限「{0}」，直接用了「{1}」。",
                        "你忘了下限“{0}”，直接用了“{1}”。",
                        "You forgot the lower limit “{0}” and used “{1}” as it is.",
                    ],
                    (false, true) => [
                        "你忘了下限，直接用了「{1}」。",
                        "你忘了下限，直接用了“{1}”。",
                        "You forgot the lower limit and used “{1}” as it is.",
                    ],
                };
                self.fill(words, &[&limit, &part(without)])
            }
            What::Sign { part: term, deducted } => {
                let whole = self.teller.scheme.steps.get(at.step).is_some_and(|plan| plan.term == *term);
                let words = match (whole, deducted) {
                    (true, _) => [
                        "這一步的正負號寫反了。",
                        "这一步的正负号写反了。",
                        "The sign of this figure is the wrong way round.",
                    ],
                    (false, true) => [
                        "「{0}」是要減去的，你加上了。",
                        "“{0}”是要减去的，你加上了。",
                        "“{0}” is deducted; you added it.",
                    ],
                    (false, false) => [
                        "「{0}」是要加上的，你減去了。",
                        "“{0}”是要加上的，你减去了。",
                        "“{0}” is added; you deducted it.",
                    ],
                };
                self.fill(words, &[&part(term)])
            }
            What::Percent { part: term, value, taken } => {
                self.percent(*at, term.as_ref(), value.as_ref(), *taken)
            }
            What::Row { axis, right, taken, part: term, values } => {
                let [right, taken] = [right, taken].map(|row| self.teller.row_name(*axis, *row));
                let [own, other] = [&values.0, &values.1].map(|item| self.value(item, term));
                self.fill(
                    [
                        "「{0}」你用了「{2}」的（{4}）；應當用「{1}」的（{3}）。",
                        "“{0}”你用了“{2}”的（{4}）；应当用“{1}”的（{3}）。",
                        "For “{0}” you took that of “{2}” ({4}); it is that of “{1}” ({3}).",
                    ],
                    &[&part(term), &right, &taken, &own, &other],
                )
            }
            What::Left { axis, row, value, part: term } => {
                let value = self.value(&Item::Number(value.clone()), term);
                self.fill(
                    ["你漏算了「{0}」（{1}）。", "你漏算了“{0}”（{1}）。", "You left out “{0}” ({1})."],
                    &[&self.teller.row_name(*axis, *row), &value],
                )
            }
            What::Term { part: term, deducted } => {
                let words = if *deducted {
                    ["你漏減了「{0}」。", "你漏减了“{0}”。", "You left out “{0}”, which is deducted."]
                } else {
                    ["你漏加了「{0}」。", "你漏加了“{0}”。", "You left out “{0}”, which is added."]
                };
                self.fill(words, &[&part(term)])
            }
            What::From(spots) => {
                let names: Vec<String> = spots.iter().take(2).map(|spot| self.line_name(*spot)).collect();
                let names = names.join(self.one_of(["」「", "”“", "”, “"]));
                self.fill(
                    [
                        "從你前面的「{0}」算下去，這一步沒有錯。",
                        "从你前面的“{0}”算下去，这一步没有错。",
                        "Going on from your “{0}”, this line is right.",
                    ],
                    &[&names],
                )
            }
            What::Digits { part: term, right, taken, unit } => {
                self.digits(term.as_ref().map(part), (right, taken), unit)
            }
            What::Printed { erratum } => self.misprint(*erratum),
            What::Rule { condition, holds } => {
                let words = if *holds {
                    [
                        "條件成立（{0}），你沒有按它算。",
                        "条件成立（{0}），你没有按它算。",
                        "The condition holds ({0}); you did not go by it.",
                    ]
                } else {
                    [
                        "條件不成立（{0}），你卻按它算了。",
                        "条件不成立（{0}），你却按它算了。",
                        "The condition does not hold ({0}); you went by it all the same.",
                    ]
                };
                self.fill(words, &[&part(condition)])
            }
            What::Reading { choice, right, taken } => self.reading_taken(*choice, *right, *taken),
            What::Factor { part: term, used } => {
                let words = match used {
                    Used::Times => {
                        ["你漏乘了「{0}」。", "你漏乘了“{0}”。", "You forgot to multiply by “{0}”."]
                    }
                    Used::Divide => {
                        ["你漏除了「{0}」。", "你漏除了“{0}”。", "You forgot to divide by “{0}”."]
                    }
                };
                self.fill(words, &[&part(term)])
            }
            What::Turned { part: term, used } => {
                let words = match used {
                    Used::Times => [
                        "這裡要乘「{0}」，你除了。",
                        "这里要乘“{0}”，你除了。",
                        "Here it is multiplied by “{0}”; you divided.",
                    ],
                    Used::Divide => [
                        "這裡要除以「{0}」，你乘了。",
                        "这里要除以“{0}”，你乘了。",
                        "Here it is divided by “{0}”; you multiplied.",
                    ],
                };
                self.fill(words, &[&part(term)])
            }
        }
    }

    /// A part of a formula in words, to be put between quotation marks.
    fn part(&self, at: Spot, term: &Term) -> String {
        let words = part_words(self.teller.scheme, at.step, term, &self.teller.reader);
        let quoted = [('「', '」'), ('“', '”')].into_iter().find_map(|(open, close)| {
            let inside = words.strip_prefix(open)?.strip_suffix(close)?;
            (!inside.contains([open, close])).then(|| inside.to_owned())
        });
        quoted.unwrap_or(words)
    }

    /// A way of rounding and its places, as a verb.
    fn rounding(&self, mode: Rounding, places: u32) -> String {
        let (count, whole) = (places.to_string(), places == 0);
        let way = self.one_of(match mode {
            Rounding::HalfAwayFromZero => ["四捨五入", "四舍五入", "rounded"],
            Rounding::HalfEven => ["四捨六入五成雙", "四舍六入五成双", "rounded with halves to even"],
            Rounding::TowardsZero => ["截尾", "截尾", "cut off"],
            Rounding::Down => ["向下取", "向下取", "rounded down"],
            Rounding::Up => ["向上取", "向上取", "rounded up"],
            Rounding::AwayFromZero => ["進位", "进位", "rounded up"],
        });
        let words = if whole {
            ["{0}到個位", "{0}到个位", "{0} to a whole number"]
        } else {
            ["{0}到 {1} 位小數", "{0}到 {1} 位小数", "{0} to {1} decimals"]
        };
        self.fill(words, &[way, &count])
    }

    /// A value of a term with its unit.
    fn value(&self, item: &Item, term: &Term) -> String {
        match (item, &term.yields) {
            (Item::Number(number), Type::Number(unit)) => self.teller.amount(number, unit),
            (Item::Number(number), _) => self.teller.amount(number, &Unit::plain()),
            (Item::Truth(_), _) => self.teller.item(&ValueKind::Truth, None, item).1,
            (Item::Date(date), _) => date.to_string(),
            (Item::Code(row), Type::Row(axis)) => self.teller.row_name(*axis, *row),
            (Item::Code(_), _) => String::new(),
        }
    }

    /// A number with more digits than it is shown with, so that what a rounding drops is seen.
    fn detailed(&self, number: &Exact, unit: &Unit) -> String {
        let digits = shown(&in_unit(number, unit), unit, Some(6));
        let unit = unit.shown(&self.teller.reader);
        let english = self.teller.reader.language() == Language::English;
        let space = if english && !unit.is_empty() && unit != "%" { " " } else { "" };
        format!("{digits}{space}{unit}")
    }

    fn table(&self, table: usize) -> String {
        self.teller
            .scheme
            .document
            .tables
            .get(table)
            .map(|table| self.teller.words(&table.texts.title))
            .unwrap_or_default()
    }

    /// The unit of what tiers cut or bands grade.
    fn unit_of_table(&self, table: usize) -> Unit {
        use crate::scheme::document::TableKind;
        match self.teller.scheme.document.tables.get(table).map(|table| &table.kind) {
            Some(TableKind::Tiers { by, .. } | TableKind::Bands { by }) => by.clone(),
            _ => Unit::plain(),
        }
    }

    /// Words about the one who made the mistake.
    fn spoken(&self, words: &str) -> String {
        match self.subject {
            Subject::Trainee => words.to_owned(),
            // Chinese needs no subject.
            Subject::Sheet => words
                .replace("你卻", "卻")
                .replace('你', "")
                .replace("You ", "The sheet ")
                .replace("you ", "the sheet "),
        }
    }

    fn one_of(&self, words: [&'static str; 3]) -> &'static str {
        one_of(self.teller.reader.language(), words)
    }

    /// A sentence with its blanks `{0}`, `{1}` … filled.
    pub(super) fn fill(&self, words: [&'static str; 3], parts: &[&str]) -> String {
        let words = self.spoken(self.one_of(words));
        let mut said = String::new();
        let mut rest = words.as_str();
        while let Some((before, behind)) = rest.split_once('{') {
            let Some((number, after)) = behind.split_once('}') else { break };
            said.push_str(before);
            said.push_str(
                number.parse::<usize>().ok().and_then(|at| parts.get(at)).copied().unwrap_or_default(),
            );
            rest = after;
        }
        said.push_str(rest);
        said
    }
}
