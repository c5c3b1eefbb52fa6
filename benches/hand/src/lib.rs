//! A ward's pay by hand: pool × points ÷ Σ points, rounded half-up to the fen, one pay a line.

mod decimal;
mod integer;

/// Kinds of shift.
const KINDS: usize = 6;

/// One nurse's shifts of each kind.
type Counts = [u32; KINDS];

/// Rows of counts from one list after another.
fn rows(counts: &[u32]) -> Vec<Counts> {
    counts.as_chunks().0.to_vec()
}

/// One value for each kind from texts with spaces between them.
fn each<T: Copy + Default, E>(texts: &str, parse: impl Fn(&str) -> Result<T, E>) -> Result<[T; KINDS], E> {
    let mut values = [T::default(); KINDS];
    for (value, text) in values.iter_mut().zip(texts.split(' ')) {
        *value = parse(text)?;
    }
    Ok(values)
}
