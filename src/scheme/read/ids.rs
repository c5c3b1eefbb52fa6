//! Ids: which are allowed, and that none stands twice in one list.

use std::collections::BTreeMap;

use crate::formula::is_name;
use crate::formula::parse::{ARGUMENT_NAMES, KEYWORDS};
use crate::problem::{Code, Span};
use crate::scheme::document::Name;

use super::reader::Reader;

impl Reader<'_> {
    /// Checks the id of a scheme.
    pub(super) fn check_scheme(&mut self, id: &Name) {
        let allowed = |character: char| character.is_alphanumeric() || character == '-';
        if id.text.is_empty() || !id.text.chars().all(allowed) {
            self.report(id.span, || Code::BadSchemeId { id: id.text.clone() });
        }
    }

    /// Checks the id of something that formulas name.
    pub(super) fn check_name(&mut self, id: &Name) {
        if KEYWORDS.contains(&id.text.as_str()) || ARGUMENT_NAMES.contains(&id.text.as_str()) {
            self.report(id.span, || Code::ReservedId { id: id.text.clone() });
        } else if !is_name(&id.text) {
            self.report(id.span, || Code::BadId { id: id.text.clone() });
        }
    }

    /// Checks the id of a column, which must not be one of the keys that every row has.
    pub(super) fn check_column(&mut self, id: &Name, row_keys: &[&str]) {
        if row_keys.contains(&id.text.as_str()) {
            self.report(id.span, || Code::ReservedId { id: id.text.clone() });
        } else {
            self.check_name(id);
        }
    }

    /// Checks the id of a row or option, which may also begin with a digit.
    pub(super) fn check_row(&mut self, id: &Name) {
        if id.text.is_empty()
            || !id.text.chars().all(|c| c == '_' || c.is_ascii_digit() || is_name(c.encode_utf8(&mut [0; 4])))
        {
            self.report(id.span, || Code::BadId { id: id.text.clone() });
        }
    }

    /// Notes ids that stand twice.
    pub(super) fn check_unique<'n>(&mut self, ids: impl IntoIterator<Item = &'n Name>) {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for id in ids {
            match seen.get(id.text.as_str()) {
                Some(other) => {
                    let other = *other;
                    self.report(id.span, || Code::DuplicateId { id: id.text.clone(), other });
                }
                None => {
                    seen.insert(&id.text, id.span);
                }
            }
        }
    }
}
