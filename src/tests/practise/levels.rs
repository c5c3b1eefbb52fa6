//! Levels: which a scheme offers, and what they leave blank.

use crate::language::Language;
use crate::practise::{Blank, Exercise, Level, levels};
use crate::scheme::Scheme;
use crate::wire::{BlankKind, Teller};

use super::{ids, shipped};

fn sheet(id: &str, level: Level, seed: &str, language: Language) -> crate::wire::Sheet {
    let (scheme, model) = shipped(id);
    let exercise = Exercise::of(&scheme, Some(&model), level, seed).unwrap();
    let teller = Teller::new(&scheme, exercise.opened.facts(), &exercise.outcome, language);
    teller.exercise(&exercise)
}

#[test]
fn every_scheme_offers_the_levels_that_make_sense() {
    let mut offered = Vec::new();
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let found: Vec<&str> = levels(&scheme, Some(&model)).into_iter().map(Level::id).collect();
        offered.push(format!("{id}: {}", found.join(" ")));
    }
    let all = offered.iter().filter(|line| line.ends_with("last choose all empty")).count();
    assert!(all > 20, "{}", offered.join("\n"));
    assert!(offered.iter().all(|line| line.contains("last")), "{}", offered.join("\n"));
}

#[test]
fn a_level_hides_what_it_asks_and_nothing_else() {
    for id in ids() {
        let (scheme, model) = shipped(&id);
        for level in levels(&scheme, Some(&model)) {
            let sheet = sheet(&id, level, "1", Language::English);
            let place = format!("{id} {}", level.id());
            assert!(
                sheet.lines.iter().filter(|line| line.blank.is_some()).count() >= level.least(),
                "{place}"
            );
            for (at, line) in sheet.lines.iter().enumerate() {
                let place = format!("{place} {}", line.figure);
                let hides = matches!(line.blank, Some(BlankKind::Number | BlankKind::Option));
                assert_eq!(line.shown.is_none(), hides, "{place}");
                assert!(!(line.given && line.blank.is_some()), "{place}: given and asked");
                let before = |figure: &String| sheet.lines.iter().take(at).any(|line| line.figure == *figure);
                assert!(line.after.iter().all(before), "{place}: uses a line that is not before it");
                let hidden = |figure: &String| {
                    sheet.lines.iter().any(|line| line.figure == *figure && line.shown.is_none())
                };
                if hides || line.after.iter().any(hidden) {
                    assert_eq!(line.numbers, None, "{place}: gives a blank away");
                }
                assert_eq!(line.words.is_empty(), level == Level::Empty, "{place}");
                match line.blank {
                    None | Some(BlankKind::Number) => assert!(line.options.is_empty(), "{place}"),
                    Some(BlankKind::Option) => assert!(line.options.len() > 1, "{place}"),
                    Some(BlankKind::Clause) => {
                        assert!(line.options.len() > 1 && line.clause.is_none(), "{place}");
                    }
                }
            }
            if level == Level::Last {
                let blanks = sheet.lines.iter().filter(|line| line.blank.is_some());
                assert!(blanks.map(|line| &line.figure).eq(&sheet.finals), "{place}");
            }
        }
    }
}

#[test]
fn the_levels_of_a_seed_have_the_same_facts() {
    let (scheme, model) = shipped("ward-nurses");
    let facts =
        Level::ALL.map(|level| Exercise::of(&scheme, Some(&model), level, "5").unwrap().facts(&scheme));
    assert!(facts.iter().all(|other| *other == facts[0]));
    let other = Exercise::of(&scheme, Some(&model), Level::All, "6").unwrap().facts(&scheme);
    assert_ne!(other, facts[0]);
}

/// The most figures that a trainee calculates on one sheet.
const MOST_FIGURES: usize = 32;

#[test]
fn a_sheet_is_short_enough_for_a_person() {
    let mut longest = Vec::new();
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let exercises =
            (0..5).filter_map(|seed| Exercise::of(&scheme, Some(&model), Level::All, &seed.to_string()));
        let counts: Vec<(usize, usize)> =
            exercises.map(|exercise| (exercise.blanks.len(), exercise.sheet.lines.len())).collect();
        assert_eq!(counts.len(), 5, "{id}");
        longest.push((counts.iter().max().copied(), id));
    }
    longest.sort();
    let most = longest.last().and_then(|(counts, _)| *counts).unwrap().0;
    assert!(most <= MOST_FIGURES, "{longest:?}");
}

#[test]
fn what_takes_no_calculating_is_given() {
    let (scheme, model) = shipped("quality-pay");
    let exercise = Exercise::of(&scheme, Some(&model), Level::All, "1").unwrap();
    let sheet = sheet("quality-pay", Level::All, "1", Language::TraditionalChinese);
    let of = |step: &str| sheet.lines.iter().filter(|line| line.step == step).collect::<Vec<_>>();
    // Tables and choices settle it; of an inner step only looked up; an answer that the month brings.
    for (step, given) in [("every_time", true), ("coefficient_counted", true), ("vetoed", false)] {
        let lines = of(step);
        assert!(!lines.is_empty(), "{step}");
        assert!(lines.iter().all(|line| line.given == given && line.blank.is_none() == given), "{step}");
    }
    // At the highest level it is found out by whoever calculates.
    let empty = Exercise::of(&scheme, Some(&model), Level::Empty, "1").unwrap();
    assert!(empty.sheet.lines.iter().all(|line| !line.given));
    assert_eq!(empty.facts(&scheme), exercise.facts(&scheme));
    // Nothing stands on a sheet that no line uses.
    for id in ids() {
        let sheet = self::sheet(&id, Level::All, "1", Language::TraditionalChinese);
        for line in &sheet.lines {
            let used = sheet.finals.contains(&line.figure)
                || sheet.lines.iter().any(|other| other.after.contains(&line.figure));
            assert!(used, "{id} {}", line.figure);
        }
    }
}

#[test]
fn a_clause_that_is_asked_for_stands_on_no_other_line() {
    let mut asked = 0;
    for id in ids() {
        let (scheme, model) = shipped(&id);
        let Some(exercise) = Exercise::of(&scheme, Some(&model), Level::Choose, "1") else { continue };
        let reader = Language::TraditionalChinese;
        let teller = Teller::new(&scheme, exercise.opened.facts(), &exercise.outcome, reader);
        let sheet = teller.exercise(&exercise);
        for blank in exercise.blanks.values() {
            let Blank::Clause { right, .. } = blank else { continue };
            let words = &right.text(&scheme).unwrap().words;
            assert!(sheet.lines.iter().all(|line| line.clause.as_ref() != Some(words)), "{id}: {words}");
            asked += 1;
        }
    }
    assert!(asked > 100, "{asked}");
}

#[test]
fn a_chain_of_conditions_is_looked_through_once() {
    let mut text = r#"
        id = "chain"
        title = "鏈"
        [input.pool]
        title = "總額"
        unit = "yuan"
        [parameter.least]
        title = "至少"
        unit = "yuan"
        value = "10"
        [step.met0]
        title = "第0關"
        kind = "truth"
        formula = "least > 0"
    "#
    .to_owned();
    // Each step names the one before twice: whoever follows every name goes 2^60 ways.
    for at in 1..=60 {
        let before = at - 1;
        text.push_str(&format!(
            "[step.met{at}]\ntitle = \"第{at}關\"\nkind = \"truth\"\nformula = \"met{before} and met{before}\"\n"
        ));
    }
    text.push_str(
        "[step.pay]\ntitle = \"發放\"\nunit = \"yuan\"\nformula = \"if(met60, pool * 2 + least, least)\"\n",
    );
    let scheme = Scheme::read(text.as_bytes()).unwrap();
    let exercise = Exercise::of(&scheme, None, Level::Last, "1").unwrap();
    let teller = Teller::new(&scheme, exercise.opened.facts(), &exercise.outcome, Language::English);
    let sheet = teller.exercise(&exercise);
    assert!(sheet.lines.iter().all(|line| line.given == line.figure.starts_with("met")), "{sheet:?}");
}
