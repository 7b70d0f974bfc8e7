//! How many tests passed and failed, read from what cargo and Playwright print.

use std::fmt;

/// A count of tests.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub passed: u64,
    pub failed: u64,
}

impl Tally {
    /// Adds another count to this one.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Adds what a line of `cargo test` says, if it is the one that counts.
    pub fn cargo(&mut self, line: &str) {
        let Some((_, counts)) = line.split_once("test result: ") else {
            return;
        };
        for part in counts.split([';', '.']) {
            self.part(part);
        }
    }

    /// Adds what a line of Playwright's list reporter says, if it is one of those that count at its end.
    pub fn playwright(&mut self, line: &str) {
        self.part(line);
    }

    /// `3 passed`, `  1 failed`, `2 passed (4.1s)`: a number, what became of it, and perhaps a time.
    fn part(&mut self, text: &str) {
        let text = text.trim();
        let text = text.rsplit_once(" (").map_or(text, |(before, _)| before);
        let Some((number, outcome)) = text.split_once(' ') else {
            return;
        };
        let Ok(number) = number.parse::<u64>() else {
            return;
        };
        match outcome {
            "passed" => self.passed += number,
            // A test that never ran, or that passed only when tried again, has not passed.
            "failed" | "flaky" | "interrupted" | "did not run" => self.failed += number,
            _ => {}
        }
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_cargo_are_added_up() {
        let mut tally = Tally::default();
        tally.cargo("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s");
        tally.cargo("test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.10s");
        tally.cargo("test thirty_2 failed; 9 passed ... ok");
        assert_eq!(tally, Tally { passed: 16, failed: 2 });
    }

    #[test]
    fn the_results_of_playwright_are_added_up() {
        let mut tally = Tally::default();
        for line in [
            "  1 failed",
            "    [script] › a.spec.ts:3:5 › 7 passed",
            "  2 skipped",
            "  1 did not run",
            "  12 passed (13.1s)",
        ] {
            tally.playwright(line);
        }
        assert_eq!(tally, Tally { passed: 12, failed: 2 });
    }

    #[test]
    fn the_last_line_says_both() {
        assert_eq!(Tally { passed: 3, failed: 0 }.to_string(), "3 passed, 0 failed");
    }
}
