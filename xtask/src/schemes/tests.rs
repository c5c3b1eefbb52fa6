//! The texts of the schemes are JSON that may stand in a page.

use super::json_text;

#[test]
fn text_becomes_json_that_cannot_end_a_script_element() {
    assert_eq!(json_text("分 \"a\\b\"\r\n</script>"), r#""分 \"a\\b\"\u000d\n\u003c/script>""#);
}
