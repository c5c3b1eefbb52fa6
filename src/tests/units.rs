//! The algebra of units: which fit, what products and quotients are, and how they are written and shown.

use crate::exact::Exact;
use crate::language::{Language, Text, Vocabulary};
use crate::unit::{BASE_UNITS, NotAUnit, Unit};

/// A scheme's own units: 萬元 is ten thousand yuan, 胎 stands for itself.
fn unit(text: &str) -> Unit {
    let known = |name: &str| match name {
        "wan" => Unit::base("yuan").multiple("wan", &Exact::from(10_000)),
        "birth" => Some(Unit::base("birth")),
        name => Unit::known(name),
    };
    Unit::parse(text, &known).unwrap_or_else(|refused| panic!("{text}: {refused:?}"))
}

#[test]
fn the_whole_table_of_products_and_quotients() {
    // left, right, product, quotient: in base units
    for (left, right, product, quotient) in [
        ("1", "1", "1", "1"),
        ("1", "point", "point", "1/point"),
        ("point", "1", "point", "point"),
        ("yuan", "point", "point*yuan", "yuan/point"),
        ("yuan/point", "point", "yuan", "yuan/point/point"),
        ("yuan", "yuan", "yuan*yuan", "1"),
        ("point/shift", "shift", "point", "point/shift/shift"),
        ("yuan/person/month", "person", "yuan/month", "yuan/month/person/person"),
        ("point*km", "km", "km*km*point", "point"),
        ("yuan", "yuan/point", "yuan*yuan/point", "point"),
        ("1/hour", "hour", "1", "1/hour/hour"),
        ("percent", "yuan", "yuan", "1/yuan"),
        ("yuan", "percent", "yuan", "yuan"),
        ("wan", "point", "point*yuan", "yuan/point"),
        ("birth", "yuan", "birth*yuan", "birth/yuan"),
    ] {
        let (a, b) = (unit(left), unit(right));
        let (times, per) = (a.times(&b).unwrap(), a.per(&b).unwrap());
        assert_eq!((times.in_base().name(), per.in_base().name()), (product, quotient), "{left} and {right}");
        assert!(times.fits(&b.times(&a).unwrap()), "{left} times {right} is not {right} times {left}");
        assert!(times.per(&b).unwrap().fits(&a), "{left} is lost in {left}*{right}/{right}");
    }
}

#[test]
fn every_base_unit_fits_itself_alone() {
    let all: Vec<Unit> = BASE_UNITS.iter().map(|name| unit(name)).chain([unit("1"), unit("birth")]).collect();
    for (i, left) in all.iter().enumerate() {
        for (j, right) in all.iter().enumerate() {
            // A percent is a plain number.
            let alike = i == j || (left.is_plain() && right.is_plain());
            assert_eq!(left.fits(right), alike, "{left} and {right}");
        }
    }
    assert!(unit("percent").is_plain() && unit("yuan/yuan").is_plain() && !unit("yuan").is_plain());
}

#[test]
fn multiples_count_in_their_base_unit() {
    let factor = |text: &str| unit(text).factor().to_string();
    assert_eq!(factor("wan"), "10000");
    assert_eq!(factor("percent"), "0.01");
    assert_eq!(factor("wan/person"), "10000");
    assert_eq!(factor("yuan/wan"), "0.0001");
    assert_eq!(factor("percent*wan"), "100");
    assert!(unit("wan").fits(&unit("yuan")) && !unit("wan").is_base() && unit("wan").in_base().is_base());
}

#[test]
fn what_is_no_unit_is_refused_with_the_name_at_fault() {
    let refused = |text: &str| Unit::parse(text, &|name| Unit::known(name)).unwrap_err();
    for (text, name) in [
        ("", ""),
        ("pint", "pint"),
        ("yuan/", ""),
        ("yuan//point", ""),
        ("yuan per point", "yuan per point"),
        ("2", "2"),
        ("Yuan", "Yuan"),
        ("yuan/pint*km", "pint"),
    ] {
        assert_eq!(refused(text), NotAUnit::Unknown(name.to_owned()), "{text}");
    }
    assert_eq!(refused(&["km"; 128].join("*")), NotAUnit::TooLarge);
    let huge = Unit::base("yuan")
        .multiple("huge", &Exact::parse(&format!("1{}", "0".repeat(1_000))).unwrap())
        .unwrap();
    assert_eq!(Unit::parse("huge*huge", &|_| Some(huge.clone())), Err(NotAUnit::TooLarge));
}

#[test]
fn a_unit_that_nobody_knows_fits_everything() {
    let unknown = Unit::unknown("yaun");
    let product = unknown.times(&unit("point")).unwrap();
    for other in [unit("1"), unit("yuan"), unit("percent"), unit("yuan/point")] {
        assert!(
            unknown.fits(&other)
                && other.fits(&unknown)
                && product.fits(&other)
                && other.per(&unknown).unwrap().fits(&other)
        );
    }
}

struct Maternity;

impl Vocabulary for Maternity {
    fn language(&self) -> Language {
        Language::TraditionalChinese
    }

    fn words<'a>(&'a self, text: &'a Text) -> &'a str {
        &text.words
    }

    fn unit(&self, id: &str) -> Option<&str> {
        match id {
            "birth" => Some("胎"),
            "wan" => Some("萬元"),
            _ => None,
        }
    }
}

#[test]
fn units_are_shown_in_the_words_of_the_reader() {
    for (text, hant, hans, english) in [
        ("yuan", "元", "元", "yuan"),
        ("yuan/point", "元/分", "元/分", "yuan/point"),
        ("yuan / person / month", "元/人/月", "元/人/月", "yuan/person/month"),
        ("point*km", "分·公里", "分·公里", "point·km"),
        ("hour", "小時", "小时", "hour"),
        ("percent", "%", "%", "%"),
        ("calendar_year", "年", "年", ""),
        ("1", "", "", ""),
        ("1/hour", "1/小時", "1/小时", "1/hour"),
    ] {
        let shown = Language::ALL.map(|language| unit(text).shown(&language));
        assert_eq!(shown, [hant, hans, english], "{text}");
    }
    assert_eq!(unit("wan/birth").shown(&Maternity), "萬元/胎");
    assert_eq!(unit("wan/birth").shown(&Language::English), "wan/birth");
}
