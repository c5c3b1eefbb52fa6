//! The functions of the language: their names and how many values each takes.

/// How a function is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Its name.
    pub name: &'static str,
    /// The fewest values by position.
    pub least: usize,
    /// The most values by position; none: any number.
    pub most: Option<usize>,
    /// The values that may be given by name.
    pub named: &'static [&'static str],
}

const fn takes(
    name: &'static str,
    least: usize,
    most: Option<usize>,
    named: &'static [&'static str],
) -> Signature {
    Signature { name, least, most, named }
}

/// Every function, in the order of `schemes/README.md`.
pub const SIGNATURES: &[Signature] = &[
    takes("sum", 1, Some(1), &["where", "via"]),
    takes("mean", 1, Some(1), &["where", "via"]),
    takes("max", 1, None, &["where", "via"]),
    takes("min", 1, None, &["where", "via"]),
    takes("any", 1, Some(1), &["where", "via"]),
    takes("all", 1, Some(1), &["where", "via"]),
    takes("count", 1, Some(1), &["where", "via"]),
    takes("abs", 1, Some(1), &[]),
    takes("if", 3, Some(3), &[]),
    takes("given", 1, Some(1), &[]),
    takes("or_else", 2, Some(2), &[]),
    takes("chosen", 3, Some(3), &[]),
    takes("round", 1, Some(2), &[]),
    takes("round_even", 1, Some(2), &[]),
    takes("truncate", 1, Some(2), &[]),
    takes("floor", 1, Some(2), &[]),
    takes("ceil", 1, Some(2), &[]),
    takes("round_to", 2, Some(2), &[]),
    takes("share", 1, Some(1), &["by", "within", "residual", "places"]),
    takes("marginal", 2, Some(2), &[]),
    takes("whole", 2, Some(2), &[]),
    takes("tier", 2, Some(2), &[]),
    takes("band", 2, Some(2), &[]),
    takes("rank", 1, Some(1), &["within"]),
    takes("previous", 2, Some(2), &[]),
    takes("longest_run", 1, Some(1), &["where", "via"]),
    takes("year", 1, Some(1), &[]),
    takes("month", 1, Some(1), &[]),
    takes("day", 1, Some(1), &[]),
    takes("weekday", 1, Some(1), &[]),
    takes("days", 2, Some(2), &[]),
    takes("workdays", 2, Some(2), &[]),
];

/// How the function of this name is called.
///
/// # Example
///
/// ```
/// use jixiao::formula::function::signature;
///
/// assert_eq!(signature("share").unwrap().named, ["by", "within", "residual", "places"]);
/// assert_eq!(signature("shares"), None);
/// ```
#[must_use]
pub fn signature(name: &str) -> Option<&'static Signature> {
    SIGNATURES.iter().find(|signature| signature.name == name)
}
