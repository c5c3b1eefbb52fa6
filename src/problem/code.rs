//! Every kind of problem: a stable name, and the facts of the matter.

/// What is wrong. The kebab-case [`Code::id`] never changes; the fields are facts, not sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Code {
    /// A key that nothing reads.
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest known key.
        nearest: Option<String>,
    },
}
