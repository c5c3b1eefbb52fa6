//! The engine's own sentences about pools and notices, in three languages.

use crate::exact::Residual;
use crate::language::Language;

/// The most names that a sentence lists.
const MOST_NAMES: usize = 12;

/// How a pool closed; amounts are texts with their units.
pub(super) struct Closed<'a> {
    pub(super) rule: Residual,
    /// The pool, when it is below zero.
    pub(super) negative: Option<&'a str>,
    /// What there was to share, and whether any of it was.
    pub(super) kept: Kept,
    /// What was missing after every part was cut; none when nothing was.
    pub(super) residual: Option<&'a str>,
    /// What one row received of it, the first one.
    pub(super) each: Option<&'a str>,
    /// Who received parts of it.
    pub(super) names: &'a [String],
}

/// What became of a pool as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// It was shared.
    Nothing,
    /// There was nothing to share.
    Empty,
    /// It could not be shared.
    All,
}

impl Closed<'_> {
    /// The sentence: "0.03 元 went to …, because …".
    pub(super) fn sentence(&self, language: Language) -> String {
        if let Some(pool) = self.negative {
            return negative_pool(pool, language);
        }
        let Some(residual) = self.residual else {
            let [hant, hans, english] = match self.kept {
                Kept::Nothing => [
                    "各份正好分完，沒有餘數。",
                    "各份正好分完，没有余数。",
                    "The parts come out even; nothing remained.",
                ],
                Kept::Empty => [
                    "總額為零，沒有可分的。",
                    "总额为零，没有可分的。",
                    "The pool is zero: there was nothing to share.",
                ],
                Kept::All => ["總額沒有分出。", "总额没有分出。", "The pool was not shared."],
            };
            return match language {
                Language::TraditionalChinese => hant,
                Language::SimplifiedChinese => hans,
                Language::English => english,
            }
            .to_owned();
        };
        let (names, each) = (listed(self.names, language), self.each.unwrap_or(residual));
        match language {
            Language::TraditionalChinese => match self.rule {
                Residual::LargestRemainder => {
                    format!("各份截去零頭後餘{residual}，按截去的零頭從大到小每份加{each}：{names}。")
                }
                Residual::First => format!("各份截去零頭後餘{residual}，按方案歸排在最前的{names}。"),
                Residual::Last => format!("各份截去零頭後餘{residual}，按方案歸排在最後的{names}。"),
                Residual::LargestWeight => format!("各份截去零頭後餘{residual}，按方案歸占比最大的{names}。"),
                Residual::Keep => format!("各份截去零頭後餘{residual}，按方案留著不發。"),
            },
            Language::SimplifiedChinese => match self.rule {
                Residual::LargestRemainder => {
                    format!("各份截去零头后余{residual}，按截去的零头从大到小每份加{each}：{names}。")
                }
                Residual::First => format!("各份截去零头后余{residual}，按方案归排在最前的{names}。"),
                Residual::Last => format!("各份截去零头后余{residual}，按方案归排在最后的{names}。"),
                Residual::LargestWeight => format!("各份截去零头后余{residual}，按方案归占比最大的{names}。"),
                Residual::Keep => format!("各份截去零头后余{residual}，按方案留着不发。"),
            },
            Language::English => match self.rule {
                Residual::LargestRemainder => format!(
                    "Cutting every part left {residual}; those who lost most by the cut got {each} each: {names}."
                ),
                Residual::First => {
                    format!("Cutting every part left {residual}; the rule gives it to the first, {names}.")
                }
                Residual::Last => {
                    format!("Cutting every part left {residual}; the rule gives it to the last, {names}.")
                }
                Residual::LargestWeight => {
                    format!(
                        "Cutting every part left {residual}; the rule gives it to the largest share, {names}."
                    )
                }
                Residual::Keep => {
                    format!("Cutting every part left {residual}; the rule keeps it in the pool.")
                }
            },
        }
    }
}

/// A pool below zero is not shared.
pub(super) fn negative_pool(pool: &str, language: Language) -> String {
    match language {
        Language::TraditionalChinese => format!("總額為{pool}，小於零，沒有發放。"),
        Language::SimplifiedChinese => format!("总额为{pool}，小于零，没有发放。"),
        Language::English => format!("The pool is {pool}, below zero: nothing is paid."),
    }
}

/// A score between two printed bands.
pub(super) fn band_hole(score: &str, table: &str, band: &str, language: Language) -> String {
    match language {
        Language::TraditionalChinese => {
            format!("{score}落在「{table}」兩檔之間的空檔，按較低一檔「{band}」計。")
        }
        Language::SimplifiedChinese => format!("{score}落在“{table}”两档之间的空档，按较低一档“{band}”计。"),
        Language::English => {
            format!(
                "{score} lies between two printed bands of “{table}”; the lower one, “{band}”, was taken."
            )
        }
    }
}

/// A score in two printed bands.
pub(super) fn band_overlap(score: &str, table: &str, band: &str, language: Language) -> String {
    match language {
        Language::TraditionalChinese => format!("{score}在「{table}」的兩檔中都有，按較高一檔「{band}」計。"),
        Language::SimplifiedChinese => format!("{score}在“{table}”的两档中都有，按较高一档“{band}”计。"),
        Language::English => {
            format!("{score} is printed in two bands of “{table}”; the upper one, “{band}”, was taken.")
        }
    }
}

/// A choice within a range that is still to be made.
pub(super) fn choice_open(low: &str, high: &str, language: Language) -> String {
    match language {
        Language::TraditionalChinese => format!("要在{low}到{high}之間選定，還沒有選。"),
        Language::SimplifiedChinese => format!("要在{low}到{high}之间选定，还没有选。"),
        Language::English => format!("A value from {low} to {high} is still to be chosen."),
    }
}

/// Names as a language lists them; of many the first, and how many there are.
fn listed(names: &[String], language: Language) -> String {
    let comma = if language == Language::English { ", " } else { "、" };
    let first: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
    let list = first.join(comma);
    if names.len() <= MOST_NAMES {
        return list;
    }
    let count = names.len();
    match language {
        Language::TraditionalChinese => format!("{list}等共{count}個"),
        Language::SimplifiedChinese => format!("{list}等共{count}个"),
        Language::English => format!("{list} and others, {count} in all"),
    }
}
