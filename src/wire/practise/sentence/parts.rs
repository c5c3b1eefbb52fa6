//! Sentences about rounding before its time, slices, percents, digits, misprints and readings.

use super::Sentences;
use crate::exact::{Exact, Rounding};
use crate::practise::{Kind, Spot, Taken, What};
use crate::scheme::term::{Term, Type};
use crate::unit::Unit;
use crate::wire::number::unit_of;

impl Sentences<'_, '_> {
    /// What was rounded before it was used, or part by part.
    pub(super) fn rounded_first(&self, kind: Kind, at: Spot, what: &What) -> String {
        let unit = self
            .teller
            .scheme
            .document
            .steps
            .get(at.step)
            .map_or_else(Unit::plain, |step| unit_of(&step.kind).into_owned());
        match what {
            What::Part { part, unit, places, taken } => {
                let part = self.part(at, part);
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
                    "你在相乘之前把每一份的價值（{0}）四捨五入成{1}；本方案到最後才取位一次。",
                    "你在相乘之前把每一份的价值（{0}）四舍五入成{1}；本方案到最后才取位一次。",
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
                        "你把這一份（{0}）單獨取位；各份先截去零頭，餘下的再按方案分，總和才對得上。",
                        "你把这一份（{0}）单独取位；各份先截去零头，余下的再按方案分，总和才对得上。",
                        "You rounded this part ({0}) by itself; all parts are cut first and what is left is given out by the rule, so that they add up.",
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

    pub(super) fn by_slices(&self, kind: Kind, table: usize, amount: Option<&Exact>) -> String {
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

    pub(super) fn percent(
        &self,
        at: Spot,
        part: Option<&Term>,
        value: Option<&Exact>,
        taken: Taken,
    ) -> String {
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
        let words = part.map(|part| self.part(at, part)).unwrap_or_default();
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

    pub(super) fn digits(
        &self,
        part: Option<String>,
        (right, taken): (&Exact, &Exact),
        unit: &Unit,
    ) -> String {
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

    pub(super) fn misprint(&self, erratum: Option<usize>) -> String {
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

    pub(super) fn reading_taken(&self, choice: usize, right: u32, taken: u32) -> String {
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
}
