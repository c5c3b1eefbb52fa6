//! The index and the texts of the schemes are JSON that may stand in a page.

use super::{Schemes, index, json_text};

#[test]
fn every_scheme_is_listed_with_its_files() {
    let files = ["cases/a.toml", "scheme.toml"].map(str::to_owned).to_vec();
    let schemes = Schemes::from([("ward".to_owned(), files.clone()), ("theatre".to_owned(), files)]);
    let expected = r#"{
  "theatre": ["cases/a.toml", "scheme.toml"],
  "ward": ["cases/a.toml", "scheme.toml"]
}
"#;
    assert_eq!(index(&schemes), expected);
}

#[test]
fn text_becomes_json_that_cannot_end_a_script_element() {
    assert_eq!(json_text("分 \"a\\b\"\r\n</script>"), r#""分 \"a\\b\"\u000d\n\u003c/script>""#);
}
