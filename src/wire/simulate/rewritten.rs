//! Formulas of a proposal: the parts of a scheme's steps that may be written anew, and sentences of what was.

use super::changed::ChangeText;
use super::revision::{PartKind, PartText, RoundingText, StepParts};
use crate::evaluate::explain::{rules_words, words};
use crate::language::{Language, Vocabulary};
use crate::scheme::Scheme;
use crate::scheme::document::Step;
use crate::scheme::revise::{Part, Rounds, parts};
use crate::wire::Teller;

impl StepParts {
    /// The parts of every step of a scheme, each as it is written and in the reader's words.
    #[must_use]
    pub fn of(scheme: &Scheme, language: Language) -> Vec<Self> {
        let reader = scheme.document.in_language(language);
        let title = |id: &str| {
            let document = &scheme.document;
            let roster = document.rosters.iter().find(|roster| roster.id.text == id);
            let table = || document.tables.iter().find(|table| table.id.text == id);
            let title = roster.map(|roster| &roster.texts.title).or_else(|| Some(&table()?.texts.title));
            title.map(|title| reader.words(title).to_owned()).unwrap_or_default()
        };
        let told = scheme.document.steps.iter().enumerate().map(|(at, step)| Self {
            step: step.id.text.clone(),
            title: reader.words(&step.texts.title).to_owned(),
            rows: step.each.as_ref().map(|each| title(&each.text)),
            parts: parts(step)
                .into_iter()
                .map(|written| {
                    let rule = |at: usize, side: usize| {
                        let rules = rules_words(scheme, at, &reader);
                        move |of: usize| {
                            rules.get(of).and_then(|rule| rule.get(side)).cloned().unwrap_or_default()
                        }
                    };
                    let (kind, place, words) = match written.part {
                        Part::Formula => (PartKind::Formula, None, words(scheme, at, &reader)),
                        Part::When(of) => (PartKind::When, Some(of), rule(at, 0)(of)),
                        Part::Then(of) => (PartKind::Then, Some(of), rule(at, 1)(of)),
                        Part::Places => (PartKind::Places, None, String::new()),
                    };
                    let rounds = if kind == PartKind::Places { None } else { Rounds::of(&written.text) };
                    PartText {
                        path: written.path,
                        kind,
                        rule: place.and_then(|place| u32::try_from(place.saturating_add(1)).ok()),
                        words,
                        rounding: rounds.map(|Rounds { function, places, of }| RoundingText {
                            function,
                            places,
                            of,
                        }),
                        text: written.text,
                    }
                })
                .collect(),
        });
        told.collect()
    }
}

impl Teller<'_> {
    fn pair<'t>(&'t self, after: &'t Teller<'_>, at: usize) -> Option<[(&'t Step, usize); 2]> {
        let steps = &after.scheme.document.steps;
        let here = self.scheme.document.steps.get(at)?;
        let there = steps.iter().position(|step| step.id.text == here.id.text)?;
        Some([(here, at), (steps.get(there)?, there)])
    }

    /// Another formula in words: only the rules that are others.
    pub(super) fn formula_change(&self, after: &Teller<'_>, at: usize) -> ChangeText {
        let language = self.reader.language();
        let Some([here, there]) = self.pair(after, at) else {
            return of_step("formula", String::new(), String::new());
        };
        let title = self.words(&here.0.texts.title);
        let (one, two) = (parts(here.0), parts(there.0));
        let [own, other] = [(self, here.1), (after, there.1)].map(|(teller, at)| Said::of(teller, at));
        let formula = |part: Part| part != Part::Places;
        let named = |part: Part| name_of(part, language);
        let changed = |written: &crate::scheme::revise::Written| {
            let found = two.iter().find(|other| other.part == written.part)?;
            (found.text != written.text).then_some(())?;
            let (before, after) = (own.part(written.part), other.part(written.part));
            // What reads alike is told as it is written.
            let alike = before == after;
            Some((
                named(written.part),
                if alike { written.text.clone() } else { before },
                if alike { found.text.clone() } else { after },
            ))
        };
        let shape = |list: &[crate::scheme::revise::Written]| -> Vec<Part> {
            list.iter().map(|written| written.part).filter(|part| formula(*part)).collect()
        };
        let changes: Vec<(String, String, String)> = if shape(&one) == shape(&two) {
            one.iter().filter(|written| formula(written.part)).filter_map(changed).collect()
        } else {
            let line = |said: &Said| {
                said.whole.replace('\n', if language == Language::English { "; " } else { "；" })
            };
            vec![(name_of(Part::Formula, language), line(&own), line(&other))]
        };
        let (colon, stop) = if language == Language::English { (": ", "; ") } else { ("：", "；") };
        let told: Vec<String> =
            changes.iter().map(|(name, before, after)| format!("{name}{colon}{before} → {after}")).collect();
        let sentence = match language {
            Language::TraditionalChinese => format!("步驟「{title}」的{}", told.join(stop)),
            Language::SimplifiedChinese => format!("步骤“{title}”的{}", told.join(stop)),
            Language::English => format!("Step “{title}”, {}", told.join(stop)),
        };
        let mut text = of_step("formula", title, sentence);
        if let [(_, before, after)] = changes.as_slice() {
            (text.before, text.after) = (Some(before.clone()), Some(after.clone()));
        }
        text.path = one.first().map(|written| written.path.clone());
        text
    }

    /// Another number of decimals that are shown.
    pub(super) fn places_change(&self, after: &Teller<'_>, at: usize) -> ChangeText {
        let language = self.reader.language();
        let Some([(here, _), (there, _)]) = self.pair(after, at) else {
            return of_step("places", String::new(), String::new());
        };
        let title = self.words(&here.texts.title);
        let [before, after] = [here, there].map(|step| {
            step.places.map_or_else(
                || match language {
                    Language::TraditionalChinese => "照單位".to_owned(),
                    Language::SimplifiedChinese => "照单位".to_owned(),
                    Language::English => "as the unit has".to_owned(),
                },
                |places| places.to_string(),
            )
        });
        let sentence = match language {
            Language::TraditionalChinese => format!("步驟「{title}」顯示的小數位：{before} → {after}"),
            Language::SimplifiedChinese => format!("步骤“{title}”显示的小数位：{before} → {after}"),
            Language::English => format!("Step “{title}”, decimals shown: {before} → {after}"),
        };
        let mut text = of_step("places", title, sentence);
        (text.before, text.after) = (Some(before), Some(after));
        text.path = Some(format!("step.{}.places", here.id.text));
        text
    }
}

/// The formulas of a step in words.
struct Said {
    whole: String,
    rules: Vec<[String; 2]>,
}

impl Said {
    fn of(teller: &Teller<'_>, at: usize) -> Self {
        Self {
            whole: words(teller.scheme, at, &teller.reader),
            rules: rules_words(teller.scheme, at, &teller.reader),
        }
    }

    fn part(&self, part: Part) -> String {
        let (at, side) = match part {
            Part::When(at) => (at, 0),
            Part::Then(at) => (at, 1),
            Part::Formula | Part::Places => return self.whole.clone(),
        };
        self.rules.get(at).and_then(|rule| rule.get(side)).cloned().unwrap_or_default()
    }
}

fn name_of(part: Part, language: Language) -> String {
    let rule = |at: usize| at.saturating_add(1);
    match (part, language) {
        (Part::When(at), Language::TraditionalChinese) => format!("規則{}的條件", rule(at)),
        (Part::When(at), Language::SimplifiedChinese) => format!("规则{}的条件", rule(at)),
        (Part::When(at), Language::English) => format!("condition of rule {}", rule(at)),
        (Part::Then(at), Language::TraditionalChinese) => format!("規則{}的結果", rule(at)),
        (Part::Then(at), Language::SimplifiedChinese) => format!("规则{}的结果", rule(at)),
        (Part::Then(at), Language::English) => format!("result of rule {}", rule(at)),
        (_, Language::English) => "formula".to_owned(),
        _ => "公式".to_owned(),
    }
}

fn of_step(kind: &'static str, title: String, sentence: String) -> ChangeText {
    ChangeText {
        kind,
        path: None,
        title,
        of: None,
        before: None,
        after: None,
        sentence,
        effect: None,
        why: None,
        because: None,
    }
}
