//! A mistake in a sentence: what was done wrong, with the figures, as somebody who trains people would say it.

use crate::evaluate::explain::part_words;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding};
use crate::language::{Language, Vocabulary};
use crate::practise::{Kind, Mistake, Spot, Taken, Used, What};
use crate::scheme::document::Kind as ValueKind;
use crate::scheme::term::{Axis, Term, Type};
use crate::unit::Unit;
use crate::wire::Teller;
use crate::wire::number::{in_unit, shown, unit_of};

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
    /// What was done wrong; `asked` is the line whose figure it gave.
    pub(super) fn mistake(&self, mistake: &Mistake, asked: Spot) -> String {
        let mut said = self.what(mistake);
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
        let part = |term: &Term| part_words(self.teller.scheme, at.step, term, &self.teller.reader);
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
                        "條件「{0}」成立，你沒有按它算。",
                        "条件“{0}”成立，你没有按它算。",
                        "The condition “{0}” holds; you did not go by it.",
                    ]
                } else {
                    [
                        "條件「{0}」不成立，你卻按它算了。",
                        "条件“{0}”不成立，你却按它算了。",
                        "The condition “{0}” does not hold; you went by it all the same.",
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

    /// What was rounded before it was used, or part by part.
    fn rounded_first(&self, kind: Kind, at: Spot, what: &What) -> String {
        let unit = self
            .teller
            .scheme
            .document
            .steps
            .get(at.step)
            .map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
        match what {
            What::Part { part, unit, places, taken } => {
                let part = part_words(self.teller.scheme, at.step, part, &self.teller.reader);
                match taken {
                    Some((exact, taken)) => {
                        let (exact, taken) = (self.detailed(exact, unit), self.teller.amount(taken, unit));
                        self.fill(
                            [
                                "你先把「{0}」四捨五入成{2}再往下算；應當用{1}，這裡還不取位。",
                                "你先把“{0}”四舍五入成{2}再往下算；应当用{1}，这里还不取位。",
                                "You rounded “{0}” to {2} before going on; use {1}: nothing is rounded yet.",
                            ],
                            &[&part, &exact, &taken],
                        )
                    }
                    None => self.fill(
                        [
                            "你先把每一個「{0}」四捨五入到 {1} 位小數再往下算；這裡還不取位。",
                            "你先把每一个“{0}”四舍五入到 {1} 位小数再往下算；这里还不取位。",
                            "You rounded each “{0}” to {1} places before going on; nothing is rounded yet.",
                        ],
                        &[&part, &places.to_string()],
                    ),
                }
            }
            What::Value { exact, taken, unit } => self.fill(
                [
                    "你在相乘之前把每一份的價值（{0}）四捨五入成 {1}；本方案到最後才取位一次。",
                    "你在相乘之前把每一份的价值（{0}）四舍五入成 {1}；本方案到最后才取位一次。",
                    "You rounded the value of one share ({0}) to {1} before multiplying; the scheme rounds once, at the end.",
                ],
                &[&self.detailed(exact, unit), &self.teller.amount(taken, unit)],
            ),
            What::Parts { mode, exact } => {
                let exact = self.detailed(exact, &unit);
                let words = match (kind, mode) {
                    (Kind::RoundedLate, _) => [
                        "每一份要取到分；你沒有取位（{0}）。",
                        "每一份要取到分；你没有取位（{0}）。",
                        "Every part is a whole number of fen; you left {0} as it is.",
                    ],
                    (_, Rounding::TowardsZero) => [
                        "你把這一份（{0}）的零頭截去了；截下的零頭合起來還要按方案分給應得的人。",
                        "你把这一份（{0}）的零头截去了；截下的零头合起来还要按方案分给应得的人。",
                        "You cut this part ({0}) off; what is cut from all parts together is still given out by the rule.",
                    ],
                    _ => [
                        "你把這一份（{0}）單獨取位；各份先截去零頭，餘下的按零頭大小一分一分補，總和才對得上。",
                        "你把这一份（{0}）单独取位；各份先截去零头，余下的按零头大小一分一分补，总和才对得上。",
                        "You rounded this part ({0}) by itself; all parts are cut first and the rest is given out fen by fen, so that they add up.",
                    ],
                };
                self.fill(words, &[&exact])
            }
            What::EveryPart => self.fill([
                "你先把用到的數一個一個取了位；應當用沒有取位的數。",
                "你先把用到的数一个一个取了位；应当用没有取位的数。",
                "You rounded every number before using it; use them unrounded.",
            ], &[]),
            _ => self.fill([
                "你每一步都先取位再往下算；應當帶著全部小數，方案要求取位時才取。",
                "你每一步都先取位再往下算；应当带着全部小数，方案要求取位时才取。",
                "You rounded at every step; keep all decimals until the scheme rounds.",
            ], &[]),
        }
    }

    fn by_slices(&self, kind: Kind, table: usize, amount: Option<&Exact>) -> String {
        let amount =
            amount.map(|amount| self.teller.amount(amount, &self.unit_of_table(table))).unwrap_or_default();
        let words = if kind == Kind::WholeForMarginal {
            [
                "「{0}」是分段的，每一段按自己的比例；你把{1}全部按最高一檔算了。",
                "“{0}”是分段的，每一段按自己的比例；你把{1}全部按最高一档算了。",
                "“{0}” goes slice by slice, each at its own rate; you took {1} all at the rate of the highest.",
            ]
        } else {
            [
                "按「{0}」，達到哪一檔就全部用那一檔的比例；你把{1}分段算了。",
                "按“{0}”，达到哪一档就全部用那一档的比例；你把{1}分段算了。",
                "By “{0}” everything goes at the rate of the tier that is reached; you cut {1} into slices.",
            ]
        };
        self.fill(words, &[&self.table(table), &amount])
    }

    fn percent(&self, at: Spot, part: Option<&Term>, value: Option<&Exact>, taken: Taken) -> String {
        let unit = part.map_or_else(
            || {
                self.teller
                    .scheme
                    .document
                    .steps
                    .get(at.step)
                    .map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned())
            },
            |part| match &part.yields {
                Type::Number(unit) => unit.clone(),
                _ => Unit::plain(),
            },
        );
        let right = value.map(|value| self.teller.amount(value, &unit)).unwrap_or_default();
        let words = part
            .map(|part| part_words(self.teller.scheme, at.step, part, &self.teller.reader))
            .unwrap_or_default();
        let text = match (part.is_some(), taken, right.is_empty()) {
            (true, Taken::Number, false) => [
                "「{0}」是{1}；你沒有除以 100 就拿去算了。",
                "“{0}”是{1}；你没有除以 100 就拿去算了。",
                "“{0}” is {1}; you counted with it without dividing by 100.",
            ],
            (true, Taken::Number, true) => [
                "「{0}」是百分數；你沒有除以 100 就拿去算了。",
                "“{0}”是百分数；你没有除以 100 就拿去算了。",
                "“{0}” is a percent; you counted with it without dividing by 100.",
            ],
            (true, Taken::Percent, _) => [
                "「{0}」不是百分數；你多除了 100。",
                "“{0}”不是百分数；你多除了 100。",
                "“{0}” is no percent; you divided by 100 once too often.",
            ],
            (false, Taken::Number, _) => [
                "這一格填百分數：是{1}，你填了沒有乘 100 的數。",
                "这一格填百分数：是{1}，你填了没有乘 100 的数。",
                "This line is a percent, {1}; you wrote it without the factor 100.",
            ],
            (false, Taken::Percent, _) => [
                "這一格不是百分數：是{1}，你乘了 100。",
                "这一格不是百分数：是{1}，你乘了 100。",
                "This line is no percent, it is {1}; you multiplied by 100.",
            ],
        };
        self.fill(text, &[&words, &right])
    }

    fn digits(&self, part: Option<String>, (right, taken): (&Exact, &Exact), unit: &Unit) -> String {
        let [right, taken] = [right, taken].map(|own| {
            own.times(unit.factor()).map_or_else(|| own.to_string(), |base| self.teller.amount(&base, unit))
        });
        match part {
            Some(part) => self.fill(
                [
                    "「{0}」是{1}，你抄成了{2}：兩個數字前後顛倒。",
                    "“{0}”是{1}，你抄成了{2}：两个数字前后颠倒。",
                    "“{0}” is {1}; you copied {2}: two digits changed places.",
                ],
                &[&part, &right, &taken],
            ),
            None => self.fill(
                [
                    "你把{0}寫成了{1}：兩個數字前後顛倒。",
                    "你把{0}写成了{1}：两个数字前后颠倒。",
                    "You wrote {1} for {0}: two digits changed places.",
                ],
                &[&right, &taken],
            ),
        }
    }

    fn misprint(&self, erratum: Option<usize>) -> String {
        let known = erratum.and_then(|erratum| self.teller.scheme.document.errata.get(erratum));
        match known {
            Some(erratum) => self.fill(
                [
                    "這是原文印錯的數（{0}）。{1}",
                    "这是原文印错的数（{0}）。{1}",
                    "This is a misprint of the source ({0}). {1}",
                ],
                &[&erratum.place, &self.teller.words(&erratum.why)],
            ),
            None => self
                .fill(["這是原文印錯的數。", "这是原文印错的数。", "This is a misprint of the source."], &[]),
        }
    }

    fn reading_taken(&self, choice: usize, right: u32, taken: u32) -> String {
        let declared = self.teller.scheme.document.choices.get(choice);
        let title = declared.map(|choice| self.teller.words(&choice.texts.title)).unwrap_or_default();
        let option = |at: u32| {
            let option = declared.and_then(|choice| choice.options.get(usize::try_from(at).ok()?));
            option.map(|option| self.teller.words(&option.texts.title)).unwrap_or_default()
        };
        self.fill(
            [
                "「{0}」這裡選的是「{1}」；你按「{2}」算了。",
                "“{0}”这里选的是“{1}”；你按“{2}”算了。",
                "For “{0}”, “{1}” is chosen here; you went by “{2}”.",
            ],
            &[&title, &option(right), &option(taken)],
        )
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
