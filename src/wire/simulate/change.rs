//! What a proposal changes, in sentences, and the way from a figure of today to that of the proposal.

use super::super::number::{in_unit, shown};
use super::super::teller::Teller;
use super::changed::{ChangeText, WaterfallPart, WaterfallText};
use super::compare;
use super::compared::Amount;
use crate::evaluate::value::Item;
use crate::exact::{Exact, Rounding, Sign};
use crate::language::{Language, Vocabulary};
use crate::scheme::document::{Kind, Table};
use crate::scheme::term::{Axis, Source};
use crate::simulate::{Cell, Change, Effect, End, Measure, Method, ValueChange, Waterfall, Why};

impl Teller<'_> {
    /// Changes in words, each with what it does to a step; this tells today's variant, `after` the proposal.
    #[must_use]
    pub fn changes(
        &self,
        after: &Teller<'_>,
        changes: &[Change],
        effects: &[Effect],
        step: usize,
    ) -> Vec<ChangeText> {
        changes
            .iter()
            .zip(effects)
            .map(|(change, effect)| {
                let mut text = self.change(after, change);
                text.effect = match effect {
                    Effect::Some => Some(true),
                    Effect::None(_) => Some(false),
                    Effect::Unknown => None,
                };
                if let Effect::None(Some(why)) = effect {
                    text.why = Some(match why {
                        Why::Unused => "unused",
                        Why::Nobody => "nobody",
                        Why::Unreached => "unreached",
                        Why::Rounded => "rounded",
                        Why::Same => "same",
                        Why::Absorbed => "absorbed",
                        Why::Shown => "shown",
                        Why::Idle => "idle",
                    });
                    text.because = Some(self.because(*why, step, &text.title));
                }
                text
            })
            .collect()
    }

    /// One change in words.
    fn change(&self, after: &Teller<'_>, change: &Change) -> ChangeText {
        let document = &self.scheme.document;
        let table = |teller: &Self, table: usize| {
            let declared = teller.scheme.document.tables.get(table);
            declared.map(|table| teller.words(&table.texts.title)).unwrap_or_default()
        };
        let roster = |at: usize| {
            document.rosters.get(at).map(|roster| self.words(&roster.texts.title)).unwrap_or_default()
        };
        let step = |teller: &Teller<'_>, at: usize| {
            let declared = teller.scheme.document.steps.get(at);
            declared.map(|step| teller.words(&step.texts.title)).unwrap_or_default()
        };
        let (kind, title, of) = match change {
            Change::Value(change) => return self.value_change(after, change),
            Change::Formula(at) => return self.formula_change(after, *at),
            Change::Places(at) => return self.places_change(after, *at),
            Change::RowAdded(at, row) => {
                let name = after.row_name(Axis::Table(*at), *row);
                let declared = after.scheme.document.tables.get(*at);
                ("row-added", name, declared.map(|table| after.words(&table.texts.title)))
            }
            Change::RowRemoved(at, row) => {
                ("row-removed", self.row_name(Axis::Table(*at), *row), Some(table(self, *at)))
            }
            Change::Day => ("day", String::new(), None),
            Change::Rows(at) => ("rows", roster(*at), None),
            Change::Cells(at, _) => ("cells", roster(*at), None),
            Change::StepAdded(at) => ("step-added", step(after, *at), None),
            Change::StepRemoved(at) => ("step-removed", step(self, *at), None),
        };
        let days =
            || [self, after].map(|teller| teller.facts.on.map(|on| on.to_string()).unwrap_or_default());
        let language = self.reader.language();
        let within = of.as_deref().unwrap_or_default();
        let sentence = match (change, language) {
            (Change::RowAdded(..), Language::TraditionalChinese) => format!("「{within}」增加「{title}」"),
            (Change::RowAdded(..), Language::SimplifiedChinese) => format!("“{within}”增加“{title}”"),
            (Change::RowAdded(..), Language::English) => format!("“{within}” gets the row “{title}”"),
            (Change::RowRemoved(..), Language::TraditionalChinese) => format!("「{within}」刪去「{title}」"),
            (Change::RowRemoved(..), Language::SimplifiedChinese) => format!("“{within}”删去“{title}”"),
            (Change::RowRemoved(..), Language::English) => format!("“{within}” loses the row “{title}”"),
            (Change::Day, language) => {
                let [before, after] = days();
                match language {
                    Language::TraditionalChinese => format!("適用日期：{before} → {after}"),
                    Language::SimplifiedChinese => format!("适用日期：{before} → {after}"),
                    Language::English => format!("Day for which values count: {before} → {after}"),
                }
            }
            (Change::Rows(_), Language::TraditionalChinese) => format!("「{title}」的名單不同"),
            (Change::Rows(_), Language::SimplifiedChinese) => format!("“{title}”的名单不同"),
            (Change::Rows(_), Language::English) => format!("The rows of “{title}” are others"),
            (Change::Cells(_, count), Language::TraditionalChinese) => {
                format!("「{title}」有{count}格填得不同")
            }
            (Change::Cells(_, count), Language::SimplifiedChinese) => format!("“{title}”有{count}格填得不同"),
            (Change::Cells(_, count), Language::English) => {
                format!("Cells of “{title}” with another value: {count}")
            }
            (Change::StepAdded(_), Language::TraditionalChinese) => format!("增加「{title}」"),
            (Change::StepAdded(_), Language::SimplifiedChinese) => format!("增加“{title}”"),
            (Change::StepAdded(_), Language::English) => format!("“{title}” is added"),
            (_, Language::TraditionalChinese) => format!("刪去「{title}」"),
            (_, Language::SimplifiedChinese) => format!("删去“{title}”"),
            (_, Language::English) => format!("“{title}” is dropped"),
        };
        let (before, then) = match change {
            Change::Day => {
                let [before, after] = days();
                (Some(before), Some(after))
            }
            Change::RowAdded(at, row) => (None, after.row_values(*at, *row)),
            _ => (None, None),
        };
        let colon = if language == Language::English { ": " } else { "：" };
        let sentence = match (change, &then) {
            (Change::RowAdded(..), Some(values)) => format!("{sentence}{colon}{values}"),
            _ => sentence,
        };
        let path = match change {
            Change::RowAdded(at, row) => after.row_path(*at, *row),
            Change::RowRemoved(at, row) => self.row_path(*at, *row),
            _ => None,
        };
        let after = then;
        ChangeText { kind, path, title, of, before, after, sentence, effect: None, why: None, because: None }
    }

    fn value_change(&self, after: &Teller<'_>, change: &ValueChange) -> ChangeText {
        let (of, title) = self.called(change.before);
        let [before, then] =
            [(self, change.before, &change.items[0]), (after, change.after, &change.items[1])].map(
                |(teller, cell, item)| {
                    let kind = cell.kind(&teller.scheme.document);
                    let shown =
                        kind.zip(item.as_ref()).map(|(kind, item)| teller.known(&kind, None, item).shown);
                    shown.unwrap_or_else(|| self.nothing().to_owned())
                },
            );
        let with_unit = match (&change.items[1], change.after.unit(&after.scheme.document)) {
            (Some(Item::Number(_)), Some(unit)) => {
                let unit = unit.shown(&after.reader);
                let space = if unit.is_empty() || unit == "%" { "" } else { " " };
                format!("{then}{space}{unit}")
            }
            _ => then.clone(),
        };
        let named = match (&of, self.reader.language()) {
            (None, _) => title.clone(),
            (Some(of), Language::TraditionalChinese) => format!("{of}「{title}」"),
            (Some(of), Language::SimplifiedChinese) => format!("{of}“{title}”"),
            (Some(of), Language::English) => format!("{of}, {title}"),
        };
        let colon = if self.reader.language() == Language::English { ": " } else { "：" };
        ChangeText {
            kind: "value",
            path: Some(change.path.clone()),
            sentence: format!("{named}{colon}{before} → {with_unit}"),
            title,
            of,
            before: Some(before),
            after: Some(then),
            effect: None,
            why: None,
            because: None,
        }
    }

    /// The path of a row of a table.
    fn row_path(&self, table: usize, row: u32) -> Option<String> {
        let declared = self.scheme.document.tables.get(table)?;
        let id = self.facts.tables.get(table)?.ids.get(usize::try_from(row).ok()?)?;
        Some(format!("tables.{}.{id}", declared.id.text))
    }

    /// What stands in a row of a table; none where nothing does.
    fn row_values(&self, table: usize, row: u32) -> Option<String> {
        let (document, facts) = (&self.scheme.document, self.facts);
        let declared = document.tables.get(table)?;
        let columns = (0..declared.columns.len())
            .map(|column| Cell::Value { source: Source::Column(Axis::Table(table), column), row: Some(row) });
        let bounds = End::ALL.map(|end| Cell::Bound { table, row, end });
        let single = declared.columns.len() == 1;
        let said = bounds.into_iter().chain(columns).filter_map(|cell| {
            let (item, kind) = (cell.item(facts)?, cell.kind(document)?);
            let shown = match (&item, &kind) {
                (Item::Number(number), Kind::Quantity(unit)) => self.amount(number, unit),
                _ => self.known(&kind, None, &item).shown,
            };
            let name = match cell {
                Cell::Bound { end, .. } => end_word(end, self.reader.language()).to_owned(),
                _ if single => return Some(shown),
                _ => cell.entry(document).map(|entry| self.words(&entry.texts.title)).unwrap_or_default(),
            };
            Some(format!("{name} {shown}"))
        });
        let comma = if self.reader.language() == Language::English { ", " } else { "，" };
        Some(said.collect::<Vec<_>>().join(comma)).filter(|said| !said.is_empty())
    }

    /// The table that a cell stands in, and what the cell is called there.
    pub(super) fn called(&self, cell: Cell) -> (Option<String>, String) {
        let document = &self.scheme.document;
        let title = |table: usize| document.tables.get(table).map(|table| self.words(&table.texts.title));
        let entry = || cell.entry(document).map(|entry| self.words(&entry.texts.title)).unwrap_or_default();
        match cell {
            Cell::Value { source: Source::Choice(at), .. } => (
                None,
                document.choices.get(at).map(|choice| self.words(&choice.texts.title)).unwrap_or_default(),
            ),
            Cell::Value { source: Source::Column(axis @ Axis::Table(table), _), row } => {
                let row = self.row_name(axis, row.unwrap_or(0));
                let nameless = cell.entry(document).is_some_and(|entry| entry.id.text == Table::VALUE);
                (title(table), if nameless { row } else { format!("{row} · {}", entry()) })
            }
            Cell::Value { row: None, .. } => (None, entry()),
            Cell::Value { row: Some(row), .. } => {
                let per = cell.entry(document).and_then(|entry| entry.per.as_ref());
                let axis = per.and_then(|per| self.axis(&per.text));
                (Some(entry()), axis.map(|axis| self.row_name(axis, row)).unwrap_or_default())
            }
            Cell::Bound { table, row, end } => {
                let row = self.row_name(Axis::Table(table), row);
                (title(table), format!("{row} · {}", end_word(end, self.reader.language())))
            }
        }
    }

    fn nothing(&self) -> &'static str {
        match self.reader.language() {
            Language::TraditionalChinese => "（空）",
            Language::SimplifiedChinese => "（空）",
            Language::English => "(nothing)",
        }
    }

    /// Why a change matters to nobody.
    fn because(&self, why: Why, step: usize, title: &str) -> String {
        let step = self.scheme.document.steps.get(step);
        let step = step.map(|step| self.words(&step.texts.title)).unwrap_or_default();
        match (why, self.reader.language()) {
            (Why::Unused, Language::TraditionalChinese) => format!("計算「{step}」沒有用到它。"),
            (Why::Unused, Language::SimplifiedChinese) => format!("计算“{step}”没有用到它。"),
            (Why::Unused, Language::English) => format!("“{step}” is calculated without it."),
            (Why::Nobody, Language::TraditionalChinese) => format!("名冊中沒有用到「{title}」。"),
            (Why::Nobody, Language::SimplifiedChinese) => format!("名册中没有用到“{title}”。"),
            (Why::Nobody, Language::English) => format!("Nobody on the lists has “{title}”."),
            (Why::Unreached, Language::TraditionalChinese) => "沒有人到這一檔。".to_owned(),
            (Why::Unreached, Language::SimplifiedChinese) => "没有人到这一档。".to_owned(),
            (Why::Unreached, Language::English) => "No figure comes to this row.".to_owned(),
            (Why::Rounded, Language::TraditionalChinese) => "改動太小，取位之後沒有差別。".to_owned(),
            (Why::Rounded, Language::SimplifiedChinese) => "改动太小，取位之后没有差别。".to_owned(),
            (Why::Rounded, Language::English) => {
                "The change is so small that rounding leaves nothing of it.".to_owned()
            }
            (Why::Same, Language::TraditionalChinese) => "兩種算法得出的數都一樣。".to_owned(),
            (Why::Same, Language::SimplifiedChinese) => "两种算法得出的数都一样。".to_owned(),
            (Why::Same, Language::English) => "Both ways yield the same figures.".to_owned(),
            (Why::Absorbed, Language::TraditionalChinese) => {
                format!("「{title}」有不同，但後面的取位或限制使「{step}」仍然相同。")
            }
            (Why::Absorbed, Language::SimplifiedChinese) => {
                format!("“{title}”有不同，但后面的取位或限制使“{step}”仍然相同。")
            }
            (Why::Absorbed, Language::English) => {
                format!("“{title}” differs, but a rounding or a bound behind it leaves “{step}” the same.")
            }
            (Why::Idle, Language::TraditionalChinese) => {
                "改得大得多也一樣：今天的資料裡沒有遇到用它的情形。".to_owned()
            }
            (Why::Idle, Language::SimplifiedChinese) => {
                "改得大得多也一样：今天的数据里没有遇到用它的情形。".to_owned()
            }
            (Why::Idle, Language::English) => {
                "A much larger change would not matter either: nothing in today's entries comes to where it counts."
                    .to_owned()
            }
            (Why::Shown, Language::TraditionalChinese) => "只改顯示的小數位，不影響計算。".to_owned(),
            (Why::Shown, Language::SimplifiedChinese) => "只改显示的小数位，不影响计算。".to_owned(),
            (Why::Shown, Language::English) => {
                "It only changes how many decimals are shown, not what is calculated.".to_owned()
            }
        }
    }

    /// The way from a figure of today to that of the proposal; `places` are those that its parts are rounded to.
    #[must_use]
    pub fn waterfall(
        &self,
        after: &Teller<'_>,
        changes: &[Change],
        found: &Waterfall,
        (measure, places): (&Measure, i32),
    ) -> Option<WaterfallText> {
        let language = self.reader.language();
        let rounded =
            |number: &Exact| in_unit(number, &measure.unit).rounded(places, Rounding::HalfAwayFromZero);
        let mut until = rounded(&found.before)?;
        let mut parts = Vec::with_capacity(found.parts.len());
        for part in &found.parts {
            let sentence = |at: &usize| Some(self.change(after, changes.get(*at)?).sentence);
            let titles: Vec<String> = part.changes.iter().filter_map(sentence).collect();
            let comma = if language == Language::English { "; " } else { "；" };
            let others = match language {
                Language::TraditionalChinese => "其他改動",
                Language::SimplifiedChinese => "其他改动",
                Language::English => "Other changes",
            };
            until = until.plus(&part.rounded)?;
            let mut amount =
                Amount { value: part.rounded.to_string(), shown: shown(&part.rounded, &measure.unit, None) };
            if part.rounded.sign() == Sign::Positive {
                amount.shown.insert(0, '+');
            }
            parts.push(WaterfallPart {
                changes: part.changes.iter().filter_map(|at| u32::try_from(*at).ok()).collect(),
                title: if titles.is_empty() { others.to_owned() } else { titles.join(comma) },
                amount,
                exact: in_unit(&part.exact, &measure.unit).to_string(),
                until: until.to_string(),
            });
        }
        Some(WaterfallText {
            before: compare::amount(&found.before, &measure.unit),
            after: compare::amount(&found.after, &measure.unit),
            difference: compare::change(&found.after.minus(&found.before)?, &measure.unit),
            parts,
            method: match found.method {
                Method::Shapley => "shapley",
                Method::Grouped => "shapley-grouped",
            },
            note: method(found.method, language).to_owned(),
        })
    }
}

fn end_word(end: End, language: Language) -> &'static str {
    match (end, language) {
        (End::From, Language::English) => "from",
        (End::To, Language::English) => "to",
        (End::Below, Language::English) => "below",
        (End::From, _) => "下限",
        (End::To | End::Below, _) => "上限",
    }
}

fn method(method: Method, language: Language) -> &'static str {
    match (method, language) {
        (Method::Shapley, Language::TraditionalChinese) => {
            "每項改動的份額是夏普利值：按所有先後次序取平均，與次序無關，各項相加等於差額。"
        }
        (Method::Shapley, Language::SimplifiedChinese) => {
            "每项改动的份额是沙普利值：按所有先后次序取平均，与次序无关，各项相加等于差额。"
        }
        (Method::Shapley, Language::English) => {
            "Each part is a Shapley value: the average over all orders of the changes. It depends on no order, and the parts add up to the difference."
        }
        (Method::Grouped, Language::TraditionalChinese) => {
            "改動較多：同一個表的改動合為一項，其餘較小的併在一起；每項的份額是夏普利值，按所有先後次序取平均，與次序無關，各項相加等於差額。"
        }
        (Method::Grouped, Language::SimplifiedChinese) => {
            "改动较多：同一个表的改动合为一项，其余较小的并在一起；每项的份额是沙普利值，按所有先后次序取平均，与次序无关，各项相加等于差额。"
        }
        (Method::Grouped, Language::English) => {
            "There are many changes: those of one table are taken together, and so are the smallest. Each part is a Shapley value: the average over all orders. It depends on no order, and the parts add up to the difference."
        }
    }
}
