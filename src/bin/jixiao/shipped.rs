//! The schemes that came with the program: they lie inside it, so that it finds them from every folder.

use include_dir::{Dir, include_dir};
use jixiao::language::Language;

static SCHEMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/schemes");

/// The files of one scheme.
pub(crate) struct Files {
    /// `scheme.toml`
    pub(crate) scheme: Vec<u8>,
    /// `text.<tag>.toml`, as far as they are there.
    pub(crate) translations: Vec<(Language, String)>,
}

/// Ids of the shipped schemes, in order.
pub(crate) fn ids() -> Vec<&'static str> {
    let folders =
        SCHEMES.dirs().filter(|folder| folder.get_file(folder.path().join("scheme.toml")).is_some());
    let mut ids: Vec<&str> = folders.filter_map(|folder| folder.path().to_str()).collect();
    ids.sort_unstable();
    ids
}

/// The files of a shipped scheme.
pub(crate) fn files(id: &str) -> Option<Files> {
    let scheme = SCHEMES.get_file(format!("{id}/scheme.toml"))?.contents().to_vec();
    let translation = |language: Language| {
        let file = SCHEMES.get_file(format!("{id}/text.{}.toml", language.tag()))?;
        Some((language, file.contents_utf8()?.to_owned()))
    };
    Some(Files { scheme, translations: Language::ALL.into_iter().filter_map(translation).collect() })
}
