//! Calendar months as London has them, and from when the figures of one may be published.

use consent::time::{At, Date, midnight_ending};
use std::fmt;

/// So many days after a month is over its figures are published: by then most reply-by dates of what was asked in it
/// have gone by, so that who has not answered will mostly not.
const WAIT: time::Duration = time::Duration::days(28);

/// A calendar month, by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month(Date);

impl Month {
    /// The month of this instant.
    #[must_use]
    pub fn of(at: At) -> Self {
        Self::with(at.date_in_london())
    }

    fn with(day: Date) -> Self {
        Self(day.replace_day(1).unwrap_or(day))
    }

    /// As it is written: 2026-09.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = consent::time::parse_day(&format!("{text}-01")).ok()?;
        Some(Self(day)).filter(|month| month.to_string() == text)
    }

    /// Its first day.
    #[must_use]
    pub const fn first_day(self) -> Date {
        self.0
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        Self::with(self.0.saturating_add(time::Duration::days(31)))
    }

    /// Its first instant.
    #[must_use]
    pub fn begins(self) -> At {
        self.0.previous_day().map_or(At::FIRST, midnight_ending)
    }

    /// The first instant after it.
    #[must_use]
    pub fn ends(self) -> At {
        self.next().begins()
    }

    /// The day on which its figures are published.
    #[must_use]
    pub fn published_on(self) -> Date {
        self.next().0.saturating_add(WAIT)
    }

    /// May they be published by now?
    #[must_use]
    pub fn is_due(self, now: At) -> bool {
        now.date_in_london() >= self.published_on()
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.0.year(), u8::from(self.0.month()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> At {
        At::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn a_month_begins_and_ends_at_midnight_in_london() {
        let march = Month::parse("2026-03").unwrap();
        assert_eq!(march.begins(), at("2026-03-01T00:00:00Z"));
        assert_eq!(march.ends(), at("2026-03-31T23:00:00Z"));
        assert_eq!(Month::of(at("2026-03-31T23:30:00Z")).to_string(), "2026-04");
        assert_eq!(Month::parse("2026-12").unwrap().next().to_string(), "2027-01");
        assert_eq!(Month::parse("2026-01").unwrap().next().to_string(), "2026-02");
    }

    #[test]
    fn a_month_is_published_four_weeks_after_it_is_over() {
        let september = Month::parse("2026-09").unwrap();
        assert!(!september.is_due(at("2026-10-28T23:59:59Z")));
        assert!(september.is_due(at("2026-10-29T00:00:00Z")));
    }

    #[test]
    fn only_a_month_is_read_as_one() {
        for text in ["", "2026", "2026-13", "2026-9", "2026-09-01", "x026-09", "2026-00"] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
    }
}
