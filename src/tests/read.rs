//! A scheme file says what it says: every attribute reaches the document, and texts reach their readers.

use crate::exact::Exact;
use crate::language::{Language, Text, Vocabulary};
use crate::problem::{Lines, nearest};
use crate::scheme::Scheme;
use crate::scheme::document::{Body, Cell, Document, Edge, Kind, Level, TableKind};
use crate::scheme::read::read;

const EVERYTHING: &str = include_str!("everything.toml");

#[track_caller]
fn everything() -> Document {
    let (document, problems) = read(EVERYTHING);
    assert_eq!(problems, [], "the file has problems");
    document
}

fn words(text: Option<&Text>) -> Option<(&str, &str)> {
    text.map(|text| (text.path.as_str(), text.words.as_str()))
}

fn exact(text: &str) -> Exact {
    Exact::parse(text).unwrap()
}

#[test]
fn nothing_is_wrong_with_it() {
    assert_eq!(Scheme::read(EVERYTHING.as_bytes()).err(), None);
}

#[test]
fn the_head_is_read() {
    let document = everything();
    assert_eq!(document.id.text, "every-thing");
    assert_eq!(
        (document.group.as_str(), document.implements.as_slice()),
        ("nursing", &["P7.13".to_owned()][..])
    );
    assert_eq!(words(Some(&document.title)), Some(("title", "全部")));
    assert_eq!(words(document.about.as_ref()), Some(("about", "每一種寫法。")));
    assert_eq!((document.document.as_deref(), document.lines.as_deref()), (Some("001"), Some("L1081")));
    assert_eq!(words(document.clause.as_ref()), Some(("source.clause", "方案7 六")));
    let minimal = read("id = \"a\"\ntitle = \"甲\"\n").0;
    assert_eq!(minimal.group, "own");
}

#[test]
fn entered_values_are_read() {
    let document = everything();
    let [pool, rating, month, by_shift, _] = document.inputs.as_slice() else { panic!() };
    assert!(matches!(&pool.kind, Kind::Quantity(unit) if unit.name() == "wan"));
    assert_eq!(
        (&pool.min, &pool.max, pool.places, pool.whole),
        (&Some(exact("0")), &Some(exact("99.5")), Some(2), false)
    );
    assert_eq!(words(pool.texts.note.as_ref()), Some(("input.pool.note", "注")));
    assert_eq!(words(pool.texts.clause.as_ref()), Some(("input.pool.clause", "條")));
    let Kind::Options(options) = &rating.kind else { panic!() };
    assert_eq!(options[1].id.text, "b");
    assert_eq!(words(Some(&options[1].texts.title)), Some(("input.rating.options.b.title", "乙")));
    assert_eq!(rating.value.as_ref().unwrap().versions, [(None, Cell::Id("a".to_owned()))]);
    assert!(matches!(month.kind, Kind::Date) && month.optional);
    assert_eq!((by_shift.per.as_ref().unwrap().text.as_str(), by_shift.whole), ("shift", true));

    let [rate, bonus, on] = document.parameters.as_slice() else { panic!() };
    let dates: Vec<Option<String>> = rate
        .value
        .as_ref()
        .unwrap()
        .versions
        .iter()
        .map(|(since, _)| since.map(|day| day.to_string()))
        .collect();
    assert_eq!(dates, [None, Some("2026-07-01".to_owned())]);
    assert_eq!(words(bonus.unprinted.as_ref()), Some(("parameter.bonus.unprinted", "原文未列")));
    assert_eq!(on.value.as_ref().unwrap().versions, [(None, Cell::Truth(true))]);
}

#[test]
fn tables_are_read() {
    let document = everything();
    let [shift, title, liability, grade, item] = document.tables.as_slice() else { panic!() };
    assert_eq!(shift.nameless().unwrap().texts.title.words, "班次係數");
    assert_eq!(shift.rows[1].cells[0].as_ref().unwrap().versions, [(None, Cell::Quantity(exact("2.5")))]);
    assert_eq!(words(Some(&shift.rows[1].texts.title)), Some(("table.shift.row.night.title", "夜班")));
    assert!(!shift.fixed && title.fixed);
    assert!(title.nameless().is_none());
    let columns: Vec<&str> = title.columns.iter().map(|column| column.id.text.as_str()).collect();
    assert_eq!(columns, ["coefficient", "allowance", "kind"]);
    assert!(title.rows[1].cells[1].is_none());
    assert!(matches!(&liability.kind, TableKind::Tiers { by, edge: Edge::Lower } if by.name() == "yuan"));
    let rate = liability.nameless().unwrap();
    assert!(matches!(&rate.kind, Kind::Quantity(unit) if unit.name() == "percent"), "{:?}", rate.kind);
    assert_eq!((&liability.rows[0].from, &liability.rows[0].to), (&Some(exact("0")), &Some(exact("10000"))));
    assert!(matches!(&grade.kind, TableKind::Bands { by } if by.name() == "point"));
    assert!(grade.columns.is_empty());
    assert_eq!((&grade.rows[0].from, &grade.rows[0].below), (&None, &Some(exact("60"))));
    assert_eq!(
        (item.of.as_ref().unwrap().text.as_str(), item.rows[0].of.as_ref().unwrap().text.as_str()),
        ("shift", "night")
    );
}

#[test]
fn rosters_choices_and_steps_are_read() {
    let document = everything();
    let [nurse, operation] = document.rosters.as_slice() else { panic!() };
    assert_eq!(words(nurse.name.as_ref()), Some(("roster.nurse.name", "姓名")));
    assert_eq!((nurse.unit.name(), operation.unit.name()), ("person", "1"));
    assert!(matches!(&nurse.columns[1].kind, Kind::OneOf(of) if of.text == "title"));
    assert_eq!(operation.of.as_ref().unwrap().text, "nurse");
    let choice = &document.choices[0];
    assert_eq!((choice.options.len(), choice.default.as_ref().unwrap().text.as_str()), (2, "exact"));
    let [points, ceiling, free] = document.steps.as_slice() else { panic!() };
    assert!(matches!(&points.body, Body::Formula(formula) if formula.text == "sum(shifts * shift)"));
    assert_eq!(
        (points.each.as_ref().unwrap().text.as_str(), points.places, points.inner),
        ("nurse", Some(3), true)
    );
    let Body::Rules(rules) = &ceiling.body else { panic!() };
    assert!(rules[0].when.is_some() && rules[1].when.is_none());
    assert_eq!(words(rules[0].clause.as_ref()), Some(("step.ceiling.rule.0.clause", "(十)2.1")));
    assert!(matches!(&ceiling.kind, Kind::Options(options) if options.len() == 2));
    assert!(matches!(free.kind, Kind::Truth));
}

#[test]
fn flags_guards_outputs_gaps_and_errata_are_read() {
    let document = everything();
    let levels: Vec<Level> = document.flags.iter().map(|flag| flag.level).collect();
    assert_eq!(levels, [Level::Notice, Level::Warning, Level::Committee, Level::Sanction]);
    assert_eq!(document.flags[0].code.as_deref(), Some("NEGATIVE_POOL"));
    assert_eq!(document.guards[0].holds.text, "true");
    let outputs: Vec<(Option<&str>, usize)> = document
        .outputs
        .iter()
        .map(|output| (output.of.as_ref().map(|of| of.text.as_str()), output.steps.len()))
        .collect();
    assert_eq!(outputs, [(None, 1), (Some("nurse"), 1)]);
    let gap = &document.gaps[0];
    assert_eq!((gap.clause.as_str(), gap.why.path.as_str()), ("L973", "gap.0.why"));
    let erratum = &document.errata[0];
    assert_eq!(
        (erratum.id.text.as_str(), erratum.why.path.as_str(), erratum.place.as_str()),
        ("E10", "erratum.E10.why", "L1081")
    );
}

#[test]
fn translations_reach_their_readers_and_the_others_fall_back() {
    let mut document = everything();
    let title = document.inputs[0].texts.title.clone();
    assert_eq!(document.in_language(Language::English).words(&title), "Pool");
    assert_eq!(document.in_language(Language::SimplifiedChinese).words(&title), "總額");
    assert_eq!(document.in_language(Language::English).unit("wan"), Some("10,000 yuan"));
    let unit = document.units[0].unit.clone();
    assert_eq!(unit.shown(&document.in_language(Language::English)), "10,000 yuan");
    assert_eq!(document.translate(Language::SimplifiedChinese, "\"input.pool.title\" = \"总额\"\n"), []);
    assert_eq!(document.in_language(Language::SimplifiedChinese).words(&title), "总额");
    let missing = document.untranslated(Language::English);
    assert!(
        missing.contains(&"about".to_owned()) && !missing.contains(&"input.pool.title".to_owned()),
        "{missing:?}"
    );
    let every: Vec<&Text> = document.texts();
    assert!(every.iter().all(|text| !text.path.is_empty() && !text.words.is_empty()));
}

#[test]
fn lines_and_columns_are_counted_as_people_and_browsers_do() {
    let lines = Lines::of("一二\r\n𠀀x\n\nend");
    let at = |needle: &str| {
        let place = lines.position(lines.text().find(needle).unwrap());
        (place.line, place.column, place.utf16)
    };
    assert_eq!(
        [at("一"), at("二"), at("𠀀"), at("x"), at("end")],
        [(1, 1, 1), (1, 2, 2), (2, 1, 1), (2, 2, 3), (4, 1, 1)]
    );
    let end = lines.position(usize::MAX);
    assert_eq!((end.line, end.column), (4, 4));
}

#[test]
fn a_name_is_near_when_few_of_its_characters_differ() {
    let among = ["points", "pay", "夜班", "晚班費"];
    assert_eq!(nearest("point", among).as_deref(), Some("points"));
    assert_eq!(nearest("POINTS", among).as_deref(), Some("points"));
    assert_eq!(nearest("夜班費", among).as_deref(), Some("夜班"));
    assert_eq!(nearest("晚斑", among), None);
    assert_eq!(nearest("x", among), None);
    assert_eq!(nearest("points", among), None);
    assert_eq!(nearest(&"x".repeat(100), among), None);
}
