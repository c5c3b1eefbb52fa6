//! With which values of a cell a limit holds: the answer in the reader's words.

use super::super::teller::Teller;
use super::asked::{FoundInterval, KeptText};
use crate::evaluate::value::Item;
use crate::exact::Exact;
use crate::language::{Language, Vocabulary};
use crate::scheme::term::Axis;
use crate::simulate::{Interval, Limited, Sought, Within};
use crate::unit::Unit;

/// The most separate ranges that are told.
const TOLD: usize = 5;

impl Teller<'_> {
    /// The answer to which values keep a limit.
    #[must_use]
    pub fn kept(&self, within: &Within<'_>, found: &Sought) -> KeptText {
        let (of, title) = self.called(within.cell);
        let unit = within.cell.unit(&self.scheme.document).unwrap_or_else(Unit::plain);
        let interval = |one: &Interval| FoundInterval {
            from: one.from.to_string(),
            to: one.to.to_string(),
            at_low: one.at_low,
            at_high: one.at_high,
        };
        let full = of.map_or_else(|| title.clone(), |of| format!("{of} · {title}"));
        KeptText {
            path: within.cell.path(&self.scheme.document, self.facts).unwrap_or_default(),
            sentence: self.keeping(within, found, &full),
            title,
            unit: unit.shown(&self.reader),
            low: found.low.to_string(),
            high: found.high.to_string(),
            step: found.step.to_string(),
            tried: u32::try_from(found.tried).unwrap_or(u32::MAX),
            complete: found.complete,
            intervals: self.nearest(within, found).into_iter().map(interval).collect(),
            separate: u32::try_from(found.intervals.len()).unwrap_or(u32::MAX),
            nearest: found.above.as_ref().map(|(value, _)| value.to_string()),
        }
    }

    /// The ranges nearest to the value as it is.
    fn nearest<'f>(&self, within: &Within<'_>, found: &'f Sought) -> Vec<&'f Interval> {
        let unit = within.cell.unit(&self.scheme.document).unwrap_or_else(Unit::plain);
        let value = match within.cell.item(self.facts) {
            Some(Item::Number(number)) => number.divided_by(unit.factor()).unwrap_or(Exact::ZERO),
            _ => Exact::ZERO,
        };
        let far = |interval: &Interval| {
            let [before, behind] = [interval.from.minus(&value), value.minus(&interval.to)];
            before.into_iter().chain(behind).map(|far| far.max(Exact::ZERO)).max().unwrap_or(Exact::ZERO)
        };
        let mut told: Vec<&Interval> = found.intervals.iter().collect();
        told.sort_by_key(|interval| far(interval));
        told.truncate(TOLD);
        told.sort_by(|one, other| one.from.cmp(&other.from));
        told
    }

    fn keeping(&self, within: &Within<'_>, found: &Sought, title: &str) -> String {
        let language = self.reader.language();
        let (low, high, step) = (&found.low, &found.high, &found.step);
        let mut said = match (found.intervals.as_slice(), language) {
            ([], Language::TraditionalChinese) => {
                format!("「{title}」從{low}到{high}，以{step}為一格，沒有找到守得住這個限制的值。")
            }
            ([], Language::SimplifiedChinese) => {
                format!("“{title}”从{low}到{high}，以{step}为一格，没有找到守得住这个限制的值。")
            }
            ([], Language::English) => format!(
                "No value of “{title}” from {low} to {high}, in steps of {step}, was found with which the limit holds."
            ),
            ([Interval { at_low: true, at_high: true, .. }], Language::TraditionalChinese) => {
                format!("「{title}」從{low}到{high}都守得住這個限制（以{step}為一格）。")
            }
            ([Interval { at_low: true, at_high: true, .. }], Language::SimplifiedChinese) => {
                format!("“{title}”从{low}到{high}都守得住这个限制（以{step}为一格）。")
            }
            ([Interval { at_low: true, at_high: true, .. }], Language::English) => {
                format!("The limit holds for every “{title}” from {low} to {high} (in steps of {step}).")
            }
            (_, language) => {
                let range = |Interval { from, to, .. }: &Interval| match (from == to, language) {
                    (true, _) => from.to_string(),
                    (false, Language::English) => format!("{from} to {to}"),
                    (false, _) => format!("{from}～{to}"),
                };
                let ranges: Vec<String> = self.nearest(within, found).into_iter().map(range).collect();
                match language {
                    Language::TraditionalChinese => {
                        format!("「{title}」取{}，守得住這個限制（以{step}為一格）。", ranges.join("、"))
                    }
                    Language::SimplifiedChinese => {
                        format!("“{title}”取{}，守得住这个限制（以{step}为一格）。", ranges.join("、"))
                    }
                    Language::English => format!(
                        "The limit holds with “{title}” at {} (in steps of {step}).",
                        ranges.join(", ")
                    ),
                }
            }
        };
        let all = found.intervals.len();
        if all > 1 {
            let some = all.min(TOLD);
            said.push_str(&match (language, all > TOLD) {
                (Language::TraditionalChinese, true) => {
                    format!("互不相連的有{all}段，這裡列的是離現在的值最近的{some}段。")
                }
                (Language::SimplifiedChinese, true) => {
                    format!("互不相连的有{all}段，这里列的是离现在的值最近的{some}段。")
                }
                (Language::English, true) => {
                    format!(
                        " There are {all} separate ranges; these {some} are nearest to the value as it is."
                    )
                }
                (Language::TraditionalChinese, false) => format!("互不相連的有{all}段。"),
                (Language::SimplifiedChinese, false) => format!("互不相连的有{all}段。"),
                (Language::English, false) => format!(" These are {all} separate ranges."),
            });
        }
        if let ([], Some((value, missed))) = (found.intervals.as_slice(), &found.above) {
            let missed = self.missed(within, missed);
            said.push_str(&match language {
                Language::TraditionalChinese => format!("差得最少的是{value}：{missed}。"),
                Language::SimplifiedChinese => format!("差得最少的是{value}：{missed}。"),
                Language::English => format!(" It is missed least at {value}: {missed}."),
            });
        }
        said.push_str(&self.ends(within, found));
        if !found.complete {
            let tried = found.tried;
            said.push_str(&match language {
                Language::TraditionalChinese => format!("試了{tried}個值，沒有逐一試完。"),
                Language::SimplifiedChinese => format!("试了{tried}个值，没有逐一试完。"),
                Language::English => format!(" {tried} values were tried, not all of them."),
            });
        }
        said
    }

    /// The least and the greatest value with which the limit holds, and what comes next to them.
    fn ends(&self, within: &Within<'_>, found: &Sought) -> String {
        let language = self.reader.language();
        let mut said = String::new();
        let least = found.intervals.first().filter(|one| !one.at_low);
        let greatest = found.intervals.last().filter(|one| !one.at_high);
        let beside = |value: &Exact, missed: &Option<Exact>| {
            Some((value.to_string(), self.missed(within, missed.as_ref()?)))
        };
        let before = least.and_then(|one| beside(&one.from.minus(&found.step)?, &one.beside[0]));
        let after = greatest.and_then(|one| beside(&one.to.plus(&found.step)?, &one.beside[1]));
        if let Some((one, (next, missed))) = least.zip(before) {
            let from = &one.from;
            said.push_str(&match language {
                Language::TraditionalChinese => format!("最小是{from}：{next}就{missed}。"),
                Language::SimplifiedChinese => format!("最小是{from}：{next}就{missed}。"),
                Language::English => format!(" The least is {from}: at {next} {missed}."),
            });
        }
        if let Some((one, (next, missed))) = greatest.zip(after) {
            let to = &one.to;
            said.push_str(&match language {
                Language::TraditionalChinese => format!("最大是{to}：{next}就{missed}。"),
                Language::SimplifiedChinese => format!("最大是{to}：{next}就{missed}。"),
                Language::English => format!(" The greatest is {to}: at {next} {missed}."),
            });
        }
        said
    }

    /// How far a limit is missed, in words.
    fn missed(&self, within: &Within<'_>, missed: &Exact) -> String {
        let language = self.reader.language();
        if within.demand.of == Limited::Total {
            let unit = within.today.scheme.document.steps.get(within.step);
            let unit =
                unit.map_or_else(Unit::plain, |step| super::super::number::unit_of(&step.kind).into_owned());
            let amount = self.amount(missed, &unit);
            return match language {
                Language::TraditionalChinese => format!("差{amount}"),
                Language::SimplifiedChinese => format!("差{amount}"),
                Language::English => format!("it is missed by {amount}"),
            };
        }
        let rows = match within.today.scheme.steps.get(within.step).and_then(|step| step.each) {
            Some(Axis::Roster(at)) => within.today.scheme.document.rosters.get(at).map(|roster| &roster.unit),
            _ => None,
        };
        let counter = rows.map(|unit| unit.shown(&self.reader)).filter(|unit| !unit.is_empty());
        match language {
            Language::TraditionalChinese => {
                format!("有{missed}{}不符", counter.as_deref().unwrap_or("個"))
            }
            Language::SimplifiedChinese => {
                format!("有{missed}{}不符", counter.as_deref().unwrap_or("个"))
            }
            Language::English => format!("it fails for {missed}"),
        }
    }
}
