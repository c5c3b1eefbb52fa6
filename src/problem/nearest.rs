//! "Did you mean": the known name that is most like the one written.

/// The most names that are compared; what comes behind them is not looked at.
const MOST_COMPARED: usize = 2_000;

/// Longer names are not compared.
const LONGEST: usize = 64;

/// The name of `among` that is most like `name`, if one is near: a third of its characters may differ.
///
/// Capitals and small letters are alike. Of names equally near, the first is taken; `name` itself is none of them.
///
/// # Example
///
/// ```
/// use jixiao::problem::nearest;
///
/// assert_eq!(nearest("formla", ["title", "formula"]), Some("formula".to_owned()));
/// assert_eq!(nearest("colour", ["title", "formula"]), None);
/// ```
pub fn nearest<'a>(name: &str, among: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let written = name.to_lowercase();
    let length = written.chars().count();
    if length > LONGEST {
        return None;
    }
    let mut best: Option<(usize, &str)> = None;
    for known in among.into_iter().take(MOST_COMPARED).filter(|known| *known != name) {
        let folded = known.to_lowercase();
        let size = folded.chars().count();
        if size > LONGEST {
            continue;
        }
        // Of two characters one may differ (「夜班」, 「晚班」), but then the other must be the same.
        let allowed = length.max(size).div_ceil(3);
        if length.abs_diff(size) > allowed {
            continue;
        }
        let distance = strsim::osa_distance(&written, &folded);
        if distance <= allowed
            && distance < length.max(size)
            && best.is_none_or(|(least, _)| distance < least)
        {
            best = Some((distance, known));
        }
    }
    best.map(|(_, known)| known.to_owned())
}
