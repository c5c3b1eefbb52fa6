//! Reading a scheme file: from text to a document, with every mistake of the file.
//!
//! What is wrong is left out or replaced by something harmless, so that the rest is still read and checked.

mod entry;
mod head;
mod ids;
mod offsets;
mod reader;
mod roster;
mod section;
mod step;
mod syntax;
mod table;
mod tiers;
mod translation;
mod unit;
mod value;

use crate::problem::{Code, Problem, Span};

use super::document::Document;
#[cfg(feature = "simulate")]
pub(super) use offsets::Offsets;
pub use reader::LARGEST;
pub(super) use reader::MOST_PROBLEMS;
use reader::Reader;
use section::Section;

/// What a scheme file declares, and everything that is wrong with how it is written.
///
/// Problems are in the order of the file. The document is complete only when there are none, and empty when the
/// text is no TOML: what is missing there may stand where it cannot be read.
///
/// # Example
///
/// ```
/// use jixiao::scheme::read::read;
///
/// let text = "id = \"ward\"\ntitle = \"病房\"\n[input.pool]\ntitel = \"總額\"\nunit = \"yuan\"\n";
/// let (document, problems) = read(text);
/// assert_eq!(document.inputs[0].id.text, "pool");
/// let ids: Vec<&str> = problems.iter().map(|problem| problem.code.id()).collect();
/// assert_eq!(ids, ["missing-key", "unknown-key"]);
/// ```
#[must_use]
pub fn read(text: &str) -> (Document, Vec<Problem>) {
    if text.len() > LARGEST {
        return (Document::default(), vec![Code::FileTooLarge { limit: LARGEST }.at(Span::default())]);
    }
    let mut reader = Reader::of(text);
    let mut repaired = String::new();
    let root = syntax::parse(text, &mut repaired, &mut reader);
    let mut root = Section::new(root.get_ref(), Span::default(), String::new());
    let mut document = head::document(&mut root, &mut reader);
    if let Some(text) = root.value("text") {
        translation::inline(text, &mut document, &mut reader);
    }
    root.close(&mut reader);
    let broken = reader.broken;
    (if broken { Document::default() } else { document }, reader.finished())
}

/// [`read`] for bytes that may not be UTF-8.
///
/// # Example
///
/// ```
/// use jixiao::scheme::read::read_bytes;
///
/// let (_, problems) = read_bytes(b"title = \"\xff\"");
/// assert_eq!(problems[0].code.id(), "not-utf8");
/// ```
#[must_use]
pub fn read_bytes(bytes: &[u8]) -> (Document, Vec<Problem>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(error) => {
            let at = error.valid_up_to();
            (Document::default(), vec![Code::NotUtf8.at(Span::new(at, at.saturating_add(1)))])
        }
    }
}
