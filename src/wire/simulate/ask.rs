//! Questions the other way round: their answers in the reader's words.

use super::super::teller::Teller;
use super::asked::{
    CliffText, Cliffs, FoundInterval, FoundValue, Sensitivity, SensitivityRow, SoughtText, SteppedText,
};
use super::compare::{amount, change};
use crate::evaluate::facts::Evaluated;
use crate::exact::Exact;
use crate::language::{Language, Vocabulary};
use crate::scheme::term::Axis;
use crate::simulate::{Cliff, Goal, Measure, Sensitive, Sought, Stepped};
use crate::unit::Unit;

impl Teller<'_> {
    /// The answer of a goal seek.
    #[must_use]
    pub fn sought(&self, goal: &Goal, found: &Sought) -> SoughtText {
        let (_, title) = self.called(goal.cell);
        let unit = goal.cell.unit(&self.scheme.document).unwrap_or_else(Unit::plain);
        let value = |(value, figure): &(Exact, Exact)| FoundValue {
            value: value.to_string(),
            figure: amount(figure, &goal.measure.unit),
        };
        let interval = |interval: &crate::simulate::Interval| FoundInterval {
            from: interval.from.to_string(),
            to: interval.to.to_string(),
            at_low: interval.at_low,
            at_high: interval.at_high,
        };
        SoughtText {
            path: goal.cell.path(&self.scheme.document, self.facts).unwrap_or_default(),
            sentence: self.said(goal, found, &title),
            title,
            unit: unit.shown(&self.reader),
            goal: amount(&goal.goal, &goal.measure.unit),
            low: found.low.to_string(),
            high: found.high.to_string(),
            step: found.step.to_string(),
            tried: u32::try_from(found.tried).unwrap_or(u32::MAX),
            complete: found.complete,
            intervals: found.intervals.iter().map(interval).collect(),
            below: found.below.as_ref().map(value),
            above: found.above.as_ref().map(value),
        }
    }

    fn said(&self, goal: &Goal, found: &Sought, title: &str) -> String {
        let language = self.reader.language();
        let english = language == Language::English;
        let figure = |figure: &Exact| self.amount(figure, &goal.measure.unit);
        let wanted = figure(&goal.goal);
        let range = |(from, to): (&Exact, &Exact)| match (from == to, english) {
            (true, _) => from.to_string(),
            (false, true) => format!("{from} to {to}"),
            (false, false) => format!("{from}～{to}"),
        };
        let ranges: Vec<String> =
            found.intervals.iter().map(|interval| range((&interval.from, &interval.to))).collect();
        let comma = if english { ", " } else { "、" };
        let mut said = if ranges.is_empty() {
            let nearest =
                [&found.below, &found.above].into_iter().flatten().map(|(value, got)| match language {
                    Language::English => format!("{value} gives {}", figure(got)),
                    _ => format!("{value}得{}", figure(got)),
                });
            let nearest: Vec<String> = nearest.collect();
            let (low, high, step) = (&found.low, &found.high, &found.step);
            let nearest = nearest.join(if english { ", " } else { "，" });
            match language {
                Language::TraditionalChinese => {
                    format!(
                        "「{title}」從{low}到{high}，以{step}為一格，沒有找到正好得{wanted}的值。最接近的：{nearest}。"
                    )
                }
                Language::SimplifiedChinese => {
                    format!(
                        "“{title}”从{low}到{high}，以{step}为一格，没有找到正好得{wanted}的值。最接近的：{nearest}。"
                    )
                }
                Language::English => {
                    format!(
                        "No value of “{title}” from {low} to {high}, in steps of {step}, was found that gives exactly {wanted}. Nearest: {nearest}."
                    )
                }
            }
        } else {
            let (ranges, step) = (ranges.join(comma), &found.step);
            match language {
                Language::TraditionalChinese => {
                    format!("「{title}」取{ranges}，正好得{wanted}（以{step}為一格）。")
                }
                Language::SimplifiedChinese => {
                    format!("“{title}”取{ranges}，正好得{wanted}（以{step}为一格）。")
                }
                Language::English => {
                    format!("“{title}” gives exactly {wanted} at {ranges} (in steps of {step}).")
                }
            }
        };
        if found.intervals.len() > 1 {
            let count = found.intervals.len();
            said.push_str(&match language {
                Language::TraditionalChinese => format!("互不相連的有{count}段。"),
                Language::SimplifiedChinese => format!("互不相连的有{count}段。"),
                Language::English => format!(" These are {count} separate ranges."),
            });
        }
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

    /// What a step of some values does to a measure that depends on `total` of them.
    #[must_use]
    pub fn sensitivity(&self, measure: &Measure, total: usize, found: &[Sensitive]) -> Sensitivity {
        let figure = measure.value(self.outcome);
        let stepped = |stepped: &Stepped| {
            let far = stepped.figure.as_ref().zip(figure.as_ref()).and_then(|(then, now)| then.minus(now));
            SteppedText {
                value: stepped.value.to_string(),
                figure: stepped.figure.as_ref().map(|figure| amount(figure, &measure.unit)),
                difference: far.map(|far| change(&far, &measure.unit)),
                changed: stepped.changed,
            }
        };
        let row = |found: &Sensitive| {
            let (of, title) = self.called(found.cell);
            let unit = found.cell.unit(&self.scheme.document).unwrap_or_else(Unit::plain);
            SensitivityRow {
                path: found.path.clone(),
                title,
                of,
                unit: unit.shown(&self.reader),
                value: found.value.to_string(),
                step: found.step.to_string(),
                down: found.down.as_ref().map(stepped),
                up: found.up.as_ref().map(stepped),
            }
        };
        Sensitivity {
            total: u32::try_from(total).unwrap_or(u32::MAX),
            figure: figure.as_ref().map(|figure| amount(figure, &measure.unit)),
            rows: found.iter().map(row).collect(),
        }
    }

    /// Cliffs of a step whose rows are those of an axis.
    #[must_use]
    pub fn cliffs(&self, axis: Axis, unit: &Unit, total: u32, found: &[Cliff]) -> Cliffs {
        let row = |cliff: &Cliff| {
            let lower = cliff.after.minus(&cliff.before)?;
            Some(CliffText {
                row: cliff.row,
                name: self.row_name(axis, cliff.of),
                work: cliff.work.to_string(),
                before: amount(&cliff.before, unit),
                after: amount(&cliff.after, unit),
                difference: change(&lower, unit),
            })
        };
        Cliffs { total, rows: found.iter().filter_map(row).collect() }
    }
}

impl<'a> Teller<'a> {
    /// Tells a variant in a language.
    #[must_use]
    pub fn of(variant: Evaluated<'a>, language: Language) -> Self {
        Self::new(variant.scheme, variant.facts, variant.outcome, language)
    }
}
