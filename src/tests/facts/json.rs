//! The JSON reader accepts what serde_json accepts, and says where it stops.

use proptest::prelude::*;

use crate::evaluate::facts::json::Reader;

/// The whole text passed over, or that it is no JSON.
fn accepted(text: &str) -> Option<&str> {
    let mut reader = Reader::of(text);
    let raw = reader.skip().ok()?;
    reader.end().ok()?;
    Some(raw)
}

/// Pieces of JSON in any order: mostly wrong, but wrong in the ways that people and programs write it.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"a\"",
        "\"\"",
        "\"\\n\"",
        "\"\\u8b77\"",
        "\"\\x\"",
        "\"",
        "1",
        "-1",
        "0",
        "01",
        "-",
        "1.5",
        "1.",
        ".5",
        "1e3",
        "1E+2",
        "1e",
        "true",
        "false",
        "null",
        "nul",
        " ",
        "\n",
        "\t",
        "護",
        "\"護\"",
        "\\",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Documents that are JSON.
fn documents() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn it_accepts_what_serde_json_accepts(text in pieces()) {
        let expected = serde_json::from_str::<serde::de::IgnoredAny>(&text).is_ok();
        prop_assert_eq!(accepted(&text).is_some(), expected, "{}", text);
    }

    #[test]
    fn it_passes_over_a_whole_document(document in documents(), pretty: bool) {
        let text =
            if pretty { serde_json::to_string_pretty(&document) } else { serde_json::to_string(&document) };
        let text = text.unwrap();
        let padded = format!("\u{feff} {text}\n");
        prop_assert_eq!(accepted(&padded), Some(text.as_str()));
    }

    #[test]
    fn it_decodes_texts(written: String) {
        let json = serde_json::Value::from(written.clone()).to_string();
        prop_assert_eq!(Reader::of(&json).text().unwrap(), written);
    }
}

#[test]
fn it_says_the_line_and_column_where_it_stops() {
    let text = "{\n  \"甲\": 1,\n  \"乙\" 2\n}";
    let mut reader = Reader::of(text);
    let problem = reader.skip().unwrap_err().problem(text);
    assert_eq!(
        problem.message(&crate::language::Language::English),
        "the facts are not valid JSON at line 3, column 7"
    );
}

#[test]
fn depth_costs_no_stack() {
    let deep = "[".repeat(1_000_000) + &"]".repeat(1_000_000);
    assert_eq!(accepted(&deep), Some(deep.as_str()));
    assert_eq!(accepted(&"{\"a\":".repeat(1_000_000)), None);
}
