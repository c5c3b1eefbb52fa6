//! Packing: what stands inside the one file is what stood in the many.

use super::{base64, replaced, script_text};

#[test]
fn bytes_become_the_base64_of_rfc_4648() {
    let cases = [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")];
    for (bytes, text) in cases {
        assert_eq!(base64(bytes.as_bytes()), text);
    }
    assert_eq!(base64(&[0xfb, 0xff, 0xfe]), "+//+");
}

#[test]
fn a_script_cannot_end_its_element_early() {
    assert_eq!(script_text("a = '</script><!--'"), "a = '<\\/script><\\!--'");
}

#[test]
fn a_page_that_is_written_otherwise_is_refused() {
    assert_eq!(replaced("a b c", "b", "x"), Ok("a x c".to_owned()));
    assert!(replaced("a c", "b", "x").is_err());
    assert!(replaced("b b", "b", "x").is_err());
}
