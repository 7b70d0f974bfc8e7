//! Durations of whole years, months, weeks and days, as purposes and requests give them.
//! A span must never hold hours: what ends, ends with a day.

use std::fmt;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::{Date, Duration, Month};

use super::At;

/// An ISO 8601 duration such as `P1D`, `P3M`, `P24M`, `P1Y6M`; each number has four digits at most.
/// Equal means written with the same numbers; to compare lengths use [`Span::is_at_most`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    years: u16,
    months: u16,
    weeks: u16,
    days: u16,
}

/// A text is not a [`Span`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Give a length of time in whole years, months, weeks or days, like P24M for 24 months")]
pub struct SpanFault;

impl SpanFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        "span"
    }
}

impl Span {
    /// Reads an ISO 8601 duration without hours: `P`, then at least one of years `Y`, months `M`,
    /// weeks `W` and days `D`, in this order.
    pub fn parse(text: &str) -> Result<Self, SpanFault> {
        let mut rest = text.strip_prefix('P').ok_or(SpanFault)?;
        let mut given = false;
        let mut part = |unit: char| -> Result<u16, SpanFault> {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            let (number, after) = rest.split_at(end);
            let Some(after) = after.strip_prefix(unit) else {
                return Ok(0);
            };
            if !(1..=4).contains(&number.len()) {
                return Err(SpanFault);
            }
            (rest, given) = (after, true);
            number.parse().map_err(|_| SpanFault)
        };
        let span =
            Self { years: part('Y')?, months: part('M')?, weeks: part('W')?, days: part('D')? };
        if given && rest.is_empty() { Ok(span) } else { Err(SpanFault) }
    }

    /// A span of days.
    pub const fn of_days(days: u16) -> Self {
        Self { years: 0, months: 0, weeks: 0, days }
    }

    /// The day that much later. Years and months first (31 January and a month is the last of
    /// February), then weeks and days; stops at the end of the calendar.
    #[must_use]
    pub fn after(self, date: Date) -> Date {
        plus_months(date, self.in_months()).saturating_add(self.in_days())
    }

    /// The day that much earlier, in the same way.
    #[must_use]
    pub fn before(self, date: Date) -> Date {
        plus_months(date, -self.in_months()).saturating_sub(self.in_days())
    }

    /// The instant that much later by London's calendar, at the same time of day on London's
    /// clocks: the earlier of the two when the clocks show it twice, an hour on when they skip it.
    #[must_use]
    pub fn after_at(self, at: At) -> At {
        let (date, time) = at.wall_clock_in_london();
        let later = self.after(date);
        // The same day again is the same instant, also in the hour that comes twice.
        if later == date { at } else { At::from_wall_clock_in_london(later, time) }
    }

    /// Whether this span is never longer than the other, whenever it starts. Found by applying both
    /// to fixed days: the first of each of the 48 months from January 2001, a whole leap cycle. So
    /// `P28D` is at most `P1M` and `P30D` is not, `P1M` is at most `P31D` and not `P30D`, and `P12M`
    /// and `P1Y` are at most each other.
    #[must_use]
    pub fn is_at_most(self, limit: Self) -> bool {
        (2001..=2004).all(|year| {
            (1..=12).all(|month| {
                let start = super::day::date(year, month, 1).unwrap_or(Date::MIN);
                self.after(start) <= limit.after(start)
            })
        })
    }

    /// Whether it has no length (`P0D`).
    #[must_use]
    pub const fn is_zero(self) -> bool {
        self.years == 0 && self.months == 0 && self.weeks == 0 && self.days == 0
    }

    /// Years, months, weeks and days, as written.
    pub const fn parts(self) -> [u16; 4] {
        [self.years, self.months, self.weeks, self.days]
    }

    fn in_months(self) -> i32 {
        i32::from(self.years) * 12 + i32::from(self.months)
    }

    fn in_days(self) -> Duration {
        Duration::weeks(self.weeks.into()).saturating_add(Duration::days(self.days.into()))
    }
}

/// Calendar months on or back, on the same day or the month's last.
fn plus_months(date: Date, months: i32) -> Date {
    let count = date.year() * 12 + i32::from(u8::from(date.month())) - 1 + months;
    let moved = || {
        let month = Month::try_from(u8::try_from(count.rem_euclid(12) + 1).ok()?).ok()?;
        let year = count.div_euclid(12);
        Date::from_calendar_date(year, month, date.day().min(month.length(year))).ok()
    };
    moved().unwrap_or(if months < 0 { Date::MIN } else { Date::MAX })
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_zero() {
            return f.write_str("P0D");
        }
        f.write_str("P")?;
        for (number, unit) in
            self.parts().into_iter().zip(['Y', 'M', 'W', 'D']).filter(|(number, _)| *number != 0)
        {
            write!(f, "{number}{unit}")?;
        }
        Ok(())
    }
}

impl FromStr for Span {
    type Err = SpanFault;

    fn from_str(text: &str) -> Result<Self, SpanFault> {
        Self::parse(text)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
