//! The fingerprint of a scheme file: by it a result tells which rules it was computed with.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The SHA-256 of a file, in hexadecimal.
///
/// # Example
///
/// ```
/// let fingerprint = jixiao::wire::fingerprint(b"id = \"ward\"\n");
/// assert_eq!(fingerprint.len(), 64);
/// assert!(jixiao::wire::fingerprint(b"").starts_with("e3b0c442"));
/// ```
#[must_use]
pub fn fingerprint(file: &[u8]) -> String {
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(file) {
        // Writing to a String never fails.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
