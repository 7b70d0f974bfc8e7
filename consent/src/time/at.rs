//! Instants, and what day they are in London.
//! An instant must never be compared as text, nor kept with more than microseconds.

use jiff::tz::TimeZone;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use time::format_description::well_known::Rfc3339;
use time::{Date, Duration, OffsetDateTime, Time};

static LONDON: TimeZone = jiff::tz::get!("Europe/London");

/// An instant: microseconds since 1970-01-01T00:00:00Z, from [`At::FIRST`] to [`At::LAST`] (what is
/// beyond becomes these).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At(i64);

/// A text is not an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Give the time as in 2026-12-04T17:00:00Z")]
pub struct AtFault;

impl At {
    /// 0001-01-01T00:00:00Z.
    pub const FIRST: Self = Self(-62_135_596_800_000_000);
    /// 9999-12-30T00:00:00Z: every time zone can still show it as a year of four digits.
    pub const LAST: Self = Self(253_402_128_000_000_000);

    /// From microseconds since 1970-01-01T00:00:00Z.
    pub const fn from_micros(micros: i64) -> Self {
        if micros < Self::FIRST.0 {
            Self::FIRST
        } else if micros > Self::LAST.0 {
            Self::LAST
        } else {
            Self(micros)
        }
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    pub const fn micros(self) -> i64 {
        self.0
    }

    /// RFC 3339 in UTC: six digits of a fraction, or none when the seconds are whole.
    pub fn rfc3339(self) -> String {
        let t = OffsetDateTime::UNIX_EPOCH.saturating_add(Duration::microseconds(self.0));
        let (date, (hour, minute, second, micro)) = (super::day(t.date()), t.time().as_hms_micro());
        if micro == 0 {
            format!("{date}T{hour:02}:{minute:02}:{second:02}Z")
        } else {
            format!("{date}T{hour:02}:{minute:02}:{second:02}.{micro:06}Z")
        }
    }

    /// Reads RFC 3339 with any offset; what is finer than a microsecond is cut off.
    pub fn parse_rfc3339(text: &str) -> Result<Self, AtFault> {
        let t = OffsetDateTime::parse(text, &Rfc3339).map_err(|_| AtFault)?;
        let micros =
            i64::try_from(t.unix_timestamp_nanos().div_euclid(1000)).map_err(|_| AtFault)?;
        if Self::from_micros(micros).0 == micros { Ok(Self(micros)) } else { Err(AtFault) }
    }

    /// The instant that many seconds later, or earlier when negative.
    #[must_use]
    pub const fn plus_seconds(self, seconds: i64) -> Self {
        Self::from_micros(self.0.saturating_add(seconds.saturating_mul(1_000_000)))
    }

    /// What day it is in London.
    pub fn date_in_london(self) -> Date {
        self.wall_clock_in_london().0
    }

    /// What calendar and clock show in London.
    pub fn wall_clock_in_london(self) -> (Date, Time) {
        let offset =
            jiff::Timestamp::from_microsecond(self.0).map_or(0, |t| LONDON.to_offset(t).seconds());
        let shown = OffsetDateTime::UNIX_EPOCH
            .saturating_add(Duration::microseconds(self.0))
            .saturating_add(Duration::seconds(offset.into()));
        (shown.date(), shown.time())
    }

    /// When calendar and clock in London show this: the first time if they do twice; as much later
    /// if they never do.
    pub(super) fn from_wall_clock_in_london(date: Date, time: Time) -> Self {
        let (hour, minute, second, micro) = time.as_hms_micro();
        // Where jiff's calendar does not reach, the nearest instant that there is.
        let beyond = if date.year() < 1970 { Self::FIRST } else { Self::LAST };
        let civil = || -> Option<jiff::civil::DateTime> {
            jiff::civil::DateTime::new(
                i16::try_from(date.year()).ok()?,
                i8::try_from(u8::from(date.month())).ok()?,
                i8::try_from(date.day()).ok()?,
                i8::try_from(hour).ok()?,
                i8::try_from(minute).ok()?,
                i8::try_from(second).ok()?,
                i32::try_from(micro).ok()? * 1000,
            )
            .ok()
        };
        civil()
            .and_then(|shown| LONDON.to_timestamp(shown).ok())
            .map_or(beyond, |t| Self::from_micros(t.as_microsecond()))
    }
}

/// The end of that day in London: the first instant of the next one. Whoever has until a day has
/// until just before this.
pub fn midnight_ending(date: Date) -> At {
    date.next_day().map_or(At::LAST, |next| At::from_wall_clock_in_london(next, Time::MIDNIGHT))
}

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.rfc3339())
    }
}

impl<'de> Deserialize<'de> for At {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse_rfc3339(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::date;

    fn at(text: &str) -> At {
        At::parse_rfc3339(text).unwrap()
    }

    #[test]
    fn a_day_ends_at_midnight_in_london_in_winter_and_in_summer() {
        assert_eq!(midnight_ending(date!(2026 - 12 - 04)), at("2026-12-05T00:00:00Z"));
        assert_eq!(midnight_ending(date!(2026 - 06 - 04)), at("2026-06-04T23:00:00Z"));
    }

    #[test]
    fn the_day_the_clocks_change_has_23_or_25_hours() {
        let hours = |d: Date| {
            (midnight_ending(d).micros() - midnight_ending(d.previous_day().unwrap()).micros())
                / 3_600_000_000
        };
        assert_eq!(hours(date!(2026 - 03 - 29)), 23);
        assert_eq!(hours(date!(2026 - 10 - 25)), 25);
        assert_eq!(
            hours(date!(2099 - 03 - 29)),
            23,
            "also beyond the years that time zone files list"
        );
    }

    #[test]
    fn a_fraction_has_six_digits_or_is_left_out() {
        assert_eq!(At::from_micros(0).rfc3339(), "1970-01-01T00:00:00Z");
        assert_eq!(At::from_micros(1_500_000).rfc3339(), "1970-01-01T00:00:01.500000Z");
        assert_eq!(At::from_micros(-1).rfc3339(), "1969-12-31T23:59:59.999999Z");
        assert_eq!(
            at("2026-06-04T13:00:00.1234567+01:00").rfc3339(),
            "2026-06-04T12:00:00.123456Z"
        );
    }

    #[test]
    fn an_instant_is_a_string_in_json() {
        assert_eq!(
            serde_json::to_string(&At::from_micros(0)).unwrap(),
            r#""1970-01-01T00:00:00Z""#
        );
        assert_eq!(
            serde_json::from_str::<At>(r#""1970-01-01T01:00:00+01:00""#).unwrap(),
            At::from_micros(0)
        );
        assert!(serde_json::from_str::<At>(r#""1970-01-01""#).is_err());
        assert!(serde_json::from_str::<At>("0").is_err());
    }

    #[test]
    fn what_is_beyond_the_calendar_stops_at_its_end() {
        assert_eq!(At::from_micros(i64::MIN).rfc3339(), "0001-01-01T00:00:00Z");
        assert_eq!(At::from_micros(i64::MAX).rfc3339(), "9999-12-30T00:00:00Z");
        assert_eq!(At::LAST.plus_seconds(i64::MAX), At::LAST);
        assert_eq!(At::LAST.plus_seconds(i64::MIN), At::FIRST);
        assert_eq!(midnight_ending(Date::MAX), At::LAST);
        assert_eq!(midnight_ending(Date::MIN), At::FIRST);
        assert!(At::parse_rfc3339("9999-12-31T23:59:59Z").is_err());
    }

    proptest! {
        #[test]
        fn a_day_lasts_until_its_midnight_and_not_longer(day in 1_721_500..5_373_400i32) {
            let date = Date::from_julian_day(day).unwrap();
            let end = midnight_ending(date);
            prop_assert_eq!(At::from_micros(end.micros() - 1).date_in_london(), date);
            prop_assert_eq!(end.date_in_london(), date.next_day().unwrap());
        }

        #[test]
        fn an_instant_survives_its_text(micros in At::FIRST.0..=At::LAST.0) {
            let at = At::from_micros(micros);
            prop_assert_eq!(at.micros(), micros);
            prop_assert_eq!(At::parse_rfc3339(&at.rfc3339()), Ok(at));
        }
    }
}
