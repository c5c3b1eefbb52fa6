//! The parts of a test run: each is timed and counted, and all are run even where one fails.

use std::time::{Duration, Instant};

/// What came of one part.
struct Part {
    name: &'static str,
    passed: u32,
    failed: u32,
    time: Duration,
}

/// What came of the parts so far.
pub(crate) struct Parts {
    done: Vec<Part>,
}

impl Parts {
    pub(crate) fn none() -> Self {
        Self { done: Vec::new() }
    }

    /// Runs a part that is right or wrong as a whole.
    pub(crate) fn check(&mut self, name: &'static str, work: impl FnOnce() -> Result<String, String>) {
        self.part(name, work, |succeeded, _| if succeeded { (1, 0) } else { (0, 1) });
    }

    /// Runs a part that prints how many tests passed and failed.
    pub(crate) fn tests(&mut self, name: &'static str, work: impl FnOnce() -> Result<String, String>) {
        self.part(name, work, |succeeded, printed| match counted(printed) {
            // A part that ran nothing, or broke off, has failed whatever it printed.
            (0, 0) => (0, 1),
            (passed, 0) if !succeeded => (passed, 1),
            counts => counts,
        });
    }

    fn part(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<String, String>,
        count: impl FnOnce(bool, &str) -> (u32, u32),
    ) {
        eprintln!("---- {name}");
        let start = Instant::now();
        let outcome = work();
        let (Ok(printed) | Err(printed)) = &outcome;
        let (passed, failed) = count(outcome.is_ok(), printed);
        if failed > 0 {
            eprintln!("{}", printed.trim_end());
        }
        self.done.push(Part { name, passed, failed, time: start.elapsed() });
    }

    /// Prints the parts with their times, then the one line that sums them up.
    ///
    /// # Errors
    ///
    /// The line itself, where anything failed.
    pub(crate) fn summed_up(self) -> Result<(), String> {
        println!();
        for part in &self.done {
            let Part { name, passed, failed, time } = part;
            println!(
                "{name:<36} {passed:>6} passed {failed:>4} failed {:>6}.{} s",
                time.as_secs(),
                tenths(time)
            );
        }
        let sum = |counts: fn(&Part) -> u32| self.done.iter().map(counts).fold(0, u32::saturating_add);
        let (passed, failed) = (sum(|part| part.passed), sum(|part| part.failed));
        let line = format!("{passed} passed, {failed} failed");
        if failed == 0 {
            println!("{line}");
            Ok(())
        } else {
            Err(line)
        }
    }
}

fn tenths(time: &Duration) -> u32 {
    time.subsec_millis() / 100
}

/// Tests that passed and failed, added up over every summary that cargo and Node printed.
fn counted(printed: &str) -> (u32, u32) {
    let mut sum = (0_u32, 0_u32);
    for line in printed.lines() {
        let (passed, failed) = line.strip_prefix("test result: ").map_or_else(|| node(line), cargo);
        sum = (sum.0.saturating_add(passed), sum.1.saturating_add(failed));
    }
    sum
}

/// `ok. 12 passed; 0 failed; 0 ignored; …`
fn cargo(line: &str) -> (u32, u32) {
    let words: Vec<&str> = line.split([' ', ';']).collect();
    let before = |word: &str| {
        let pair = words.windows(2).find(|pair| pair.last() == Some(&word));
        pair.and_then(|pair| pair.first()).and_then(|count| count.parse().ok()).unwrap_or(0)
    };
    (before("passed"), before("failed"))
}

/// `ℹ pass 12` or `# fail 0`
fn node(line: &str) -> (u32, u32) {
    let mut words = line.split(' ');
    let marked = matches!(words.next(), Some("ℹ" | "#"));
    let (word, count) = (words.next(), words.next().and_then(|count| count.parse().ok()));
    match (marked, word, count, words.next()) {
        (true, Some("pass"), Some(count), None) => (count, 0),
        (true, Some("fail"), Some(count), None) => (0, count),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests;
