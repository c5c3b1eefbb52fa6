//! Draws by a seed: the same text gives the same numbers on every machine, today and in years.

use oorandom::Rand32;
use sha2::{Digest, Sha256};

/// A stream of draws: PCG (XSH-RR 64/32), begun at the SHA-256 of a text.
#[derive(Clone, Debug)]
pub struct Draws(Rand32);

impl Draws {
    /// The stream that belongs to some texts, such as a scheme and a seed.
    ///
    /// # Example
    ///
    /// ```
    /// use jixiao::practise::Draws;
    ///
    /// let mut draws = Draws::of(&["ward-nurses", "7"]);
    /// let mut again = Draws::of(&["ward-nurses", "7"]);
    /// assert_eq!(draws.below(1_000_000), again.below(1_000_000));
    /// ```
    #[must_use]
    pub fn of(texts: &[&str]) -> Self {
        let mut hash = Sha256::new();
        for text in texts {
            // A zero byte behind each, so that `a`, `bc` and `ab`, `c` are two seeds.
            hash.update(text.as_bytes());
            hash.update([0]);
        }
        let hash = hash.finalize();
        let number = |from: usize| {
            let bytes = hash.iter().skip(from).take(8);
            bytes.fold(0_u64, |number, byte| number.wrapping_shl(8) | u64::from(*byte))
        };
        Self::started(number(0), number(8))
    }

    /// The stream of the reference implementation with this state and this sequence.
    pub(crate) fn started(state: u64, sequence: u64) -> Self {
        Self(Rand32::new_inc(state, sequence))
    }

    /// The next 32 bits.
    pub fn bits(&mut self) -> u32 {
        self.0.rand_u32()
    }

    /// A number below `count`, each as likely; 0 when there is none.
    pub fn below(&mut self, count: u32) -> u32 {
        if count < 2 { 0 } else { self.0.rand_range(0..count) }
    }

    /// A number from `low` to `high`, both included; `low` when the range is empty.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let count = high.saturating_sub(low).saturating_add(1).clamp(1, i64::from(u32::MAX));
        low.saturating_add(i64::from(self.below(u32::try_from(count).unwrap_or(u32::MAX))))
    }

    /// True in `times` of `of` draws.
    pub fn chance(&mut self, times: u32, of: u32) -> bool {
        self.below(of) < times
    }

    /// One of a list; none when it is empty.
    pub fn one<'l, T>(&mut self, list: &'l [T]) -> Option<&'l T> {
        let count = u32::try_from(list.len()).unwrap_or(u32::MAX);
        list.get(usize::try_from(self.below(count)).ok()?)
    }

    /// Puts a list into an order of which each is as likely.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            let count = u32::try_from(last).unwrap_or(u32::MAX).saturating_add(1);
            list.swap(last, usize::try_from(self.below(count)).unwrap_or(last));
        }
    }

    /// Some of the numbers below `of`, ascending.
    pub fn some(&mut self, count: usize, of: usize) -> Vec<usize> {
        let mut all: Vec<usize> = (0..of).collect();
        self.shuffle(&mut all);
        all.truncate(count);
        all.sort_unstable();
        all
    }
}
