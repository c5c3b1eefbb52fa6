//! What trainees type, and the number that it is read as.

use crate::language::Language;
use crate::practise::answer;
use crate::scheme::document::Document;
use crate::unit::Unit;

/// The number and its decimals, or the code and what is said.
fn read(unit: &str, text: &str) -> String {
    let known = |name: &str| match name {
        "wan" => Unit::base("yuan").multiple("wan", &crate::exact::Exact::from(10_000)),
        name => Unit::known(name),
    };
    let unit = Unit::parse(unit, &known).unwrap();
    match answer(&Document::default(), &unit, text) {
        Ok(None) => "nothing".to_owned(),
        Ok(Some(answer)) => match answer.places {
            Some(places) => format!("{} at {places}", answer.value),
            None => answer.value.to_string(),
        },
        Err(problem) => {
            let said = Language::ALL.map(|language| problem.message(&language));
            assert!(said.iter().all(|sentence| !sentence.is_empty() && !sentence.contains('{')), "{said:?}");
            format!("! {}", problem.code.id())
        }
    }
}

#[test]
fn numbers_are_read_as_they_are_typed() {
    let cases = [
        ("yuan", "", "nothing"),
        ("yuan", " 　 ", "nothing"),
        ("yuan", "890.59", "890.59 at 2"),
        ("yuan", "８９０．５０", "890.5 at 2"),
        ("yuan", "1,234.5", "1234.5 at 1"),
        ("yuan", "１，２３４", "1234 at 0"),
        ("yuan", "890.59元", "890.59 at 2"),
        ("yuan", "890.59 圓", "890.59 at 2"),
        ("yuan", "¥890.59", "890.59 at 2"),
        ("yuan", "890.59 yuan", "890.59 at 2"),
        ("yuan", "89059分", "890.59 at 2"),
        ("yuan", "890元5角9分", "890.59 at 2"),
        ("yuan", "1.25萬元", "12500 at 0"),
        ("yuan", "1.25万", "12500 at 0"),
        ("yuan", "-3.5", "-3.5 at 1"),
        ("yuan", "−3.5元", "-3.5 at 1"),
        ("yuan", "≈37.11", "37.11 at 2"),
        ("wan", "1.25萬元", "1.25 at 2"),
        ("wan", "12500元", "1.25 at 4"),
        ("point", "24", "24 at 0"),
        ("point", "24分", "24 at 0"),
        ("point", "24.0 points", "24 at 1"),
        ("point", "24元", "! unit-mismatch"),
        ("point", "7/3", "7/3"),
        ("point", "７／３", "7/3"),
        ("point", "=2.5*3+1", "8.5"),
        ("point", "2.5×3", "7.5"),
        ("point", "=2*1.5+5*.7", "6.5"),
        ("point", ".75", "0.75 at 2"),
        ("point", "-.5", "-0.5 at 1"),
        ("point", "．７", "0.7 at 1"),
        ("percent", ".5%", "0.5 at 1"),
        ("point", "..7", "! not-a-number"),
        ("point", "1.2.3.4", "! not-a-number"),
        ("point", "2.5×3=7.5", "7.5 at 1"),
        ("point", "24×1.0=24分", "24 at 0"),
        ("point", "（１＋２）÷４", "0.75"),
        ("point", "-(1-2)", "1"),
        ("yuan", "1,200 - 200", "1000"),
        ("yuan", "1200元×30%", "360"),
        ("percent", "85", "85 at 0"),
        ("percent", "85%", "85 at 0"),
        ("percent", "８５．５％", "85.5 at 1"),
        ("percent", "0.85", "0.85 at 2"),
        ("percent", "17/20", "0.85"),
        ("percent", "40% + 45%", "85"),
        ("1", "85%", "0.85 at 2"),
        ("point", "85%", "! unit-mismatch"),
        ("yuan/point", "37.11元/分", "37.11 at 2"),
        ("yuan/point", "12446/335.4", "62230/1677"),
        ("hour", "7.5小時", "7.5 at 1"),
        ("point", "1/0", "! division-by-zero"),
        ("point", "2*(3", "! unclosed-bracket"),
        ("point", "2*", "! unexpected-end"),
        ("point", "3*x", "! unknown-name"),
        ("point", "不知道", "! not-a-number"),
        ("point", "1,23", "! not-a-number"),
        ("point", "1.2.3", "! not-a-number"),
        ("point", "2<3", "! not-a-number"),
        ("yuan", "890元多", "! not-a-number"),
        ("point", "=", "! not-a-number"),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(unit, text, expected)| {
            let found = read(unit, text);
            (found != *expected).then(|| format!("{text} ({unit}): expected {expected}, found {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_text_stops_the_reader() {
    let parts = ["", "(", "1", "/", "=", "元", "分", "萬", "%", "９", ",", "*", "\"", "[", "角"];
    for one in parts {
        for two in parts {
            for three in parts {
                for unit in ["yuan", "percent", "1"] {
                    read(unit, &format!("{one}{two}{three}{one}"));
                }
            }
        }
    }
    for text in ["9".repeat(5000), "(".repeat(5000), "9*".repeat(3000) + "9", "1/".repeat(200) + "7"] {
        assert!(read("point", &text).starts_with("! ") || text.len() < 500, "{text}");
    }
}
