//! Dates and times as FHIR writes them, read as the days that they may denote.
//! A vague date must never become more exact than it is, and a birth date must never move by a time
//! zone.

use time::{Date, Duration, Month};

use super::At;
use super::day::{date, digits};

/// The days that a FHIR date, dateTime or instant may denote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FhirMoment {
    /// The first day: of the year or month, if no day is given; in London, if a time is given.
    pub from: Date,
    /// The last day, in the same way.
    pub to: Date,
    written: Date,
}

/// Which of FHIR's types a text must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FhirType {
    /// A year, a month or a day.
    Date,
    /// The same, or a day with a time and an offset.
    DateTime,
    /// A day with a time and an offset.
    Instant,
}

/// A text is not a FHIR date, dateTime or instant (FHIR R4, 2.24.0.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Give a date that exists, as in 2026, 2026-12, 2026-12-04 or 2026-12-04T17:00:00Z")]
pub struct FhirDateFault;

impl FhirMoment {
    /// Reads any of FHIR's three types.
    pub fn parse(text: &str) -> Result<Self, FhirDateFault> {
        // Every date is a dateTime, and every instant is one too.
        Self::parse_as(FhirType::DateTime, text)
    }

    /// Reads one of FHIR's types, and refuses what the other two may be.
    pub fn parse_as(kind: FhirType, text: &str) -> Result<Self, FhirDateFault> {
        let (day, time) =
            text.split_once('T').map_or((text, None), |(day, time)| (day, Some(time)));
        match (kind, time) {
            (FhirType::Date | FhirType::DateTime, None) => without_time(day),
            (FhirType::DateTime | FhirType::Instant, Some(time)) => with_time(day, time),
            (FhirType::Date, Some(_)) | (FhirType::Instant, None) => None,
        }
        .ok_or(FhirDateFault)
    }

    /// The first day as it stands there, whatever the time zone: for birth dates, which belong to
    /// no zone.
    pub const fn first_day_as_written(&self) -> Date {
        self.written
    }
}

fn without_time(text: &str) -> Option<FhirMoment> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4).filter(|year| *year != 0)?;
    let month =
        parts.next().map(|part| digits(part, 2)).map_or(Some(None), |part| part.map(Some))?;
    let day = parts.next().map(|part| digits(part, 2)).map_or(Some(None), |part| part.map(Some))?;
    if parts.next().is_some() {
        return None;
    }
    let from = date(year, month.unwrap_or(1), day.unwrap_or(1))?;
    let to = match (month, day) {
        (_, Some(_)) => from,
        (Some(_), None) => from.replace_day(from.month().length(from.year())).ok()?,
        (None, None) => Date::from_calendar_date(from.year(), Month::December, 31).ok()?,
    };
    Some(FhirMoment { from, to, written: from })
}

fn with_time(day: &str, time: &str) -> Option<FhirMoment> {
    let written = super::parse_day(day).ok().filter(|date| date.year() != 0)?;
    let (clock, offset) = match time.strip_suffix('Z') {
        Some(clock) => (clock, 0),
        None => time
            .split_at_checked(time.len().checked_sub(6)?)
            .and_then(|(clock, zone)| Some((clock, offset(zone)?)))?,
    };
    let (clock, fraction) =
        clock.split_once('.').map_or((clock, "0"), |(clock, fraction)| (clock, fraction));
    if fraction.is_empty() || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut parts = clock.split(':');
    let mut part = |last| {
        parts
            .next()
            .and_then(|part| digits(part, 2))
            .filter(|number| *number <= last)
            .map(i64::from)
    };
    // A leap second (60) belongs to the day of the second before it.
    let (hour, minute, second) = (part(23)?, part(59)?, part(60)?.min(59));
    if parts.next().is_some() {
        return None;
    }
    let seconds = (hour * 60 + minute - offset) * 60 + second;
    let utc = written.midnight().assume_utc().checked_add(Duration::seconds(seconds))?;
    let micros = utc.unix_timestamp().checked_mul(1_000_000)?;
    let in_london = At::from_micros(micros);
    // Beyond the last instant there is no day to speak of.
    (in_london.micros() == micros).then(|| {
        let day = in_london.date_in_london();
        FhirMoment { from: day, to: day, written }
    })
}

/// Minutes east of Greenwich: `+hh:mm` or `-hh:mm`, 14 hours at most.
fn offset(zone: &str) -> Option<i64> {
    let (sign, hours_minutes) = zone.split_at_checked(1)?;
    let (hours, minutes) = hours_minutes.split_once(':')?;
    let minutes = digits(minutes, 2).filter(|minutes| *minutes <= 59)?;
    let total = i64::from(digits(hours, 2)? * 60 + minutes);
    match sign {
        "+" if total <= 14 * 60 => Some(total),
        "-" if total <= 14 * 60 => Some(-total),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::date;

    fn days(text: &str) -> (Date, Date) {
        let moment = FhirMoment::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault}"));
        (moment.from, moment.to)
    }

    #[test]
    fn a_vague_date_is_every_day_that_it_may_be() {
        assert_eq!(days("2024"), (date!(2024 - 01 - 01), date!(2024 - 12 - 31)));
        assert_eq!(days("2024-02"), (date!(2024 - 02 - 01), date!(2024 - 02 - 29)));
        assert_eq!(days("2023-02"), (date!(2023 - 02 - 01), date!(2023 - 02 - 28)));
        assert_eq!(days("2024-02-29"), (date!(2024 - 02 - 29), date!(2024 - 02 - 29)));
    }

    #[test]
    fn a_time_is_taken_in_london() {
        let one = |day| (day, day);
        assert_eq!(days("2000-01-01T00:00:00+01:00"), one(date!(1999 - 12 - 31)));
        assert_eq!(days("2024-06-30T23:30:00Z"), one(date!(2024 - 07 - 01)));
        assert_eq!(days("2024-12-31T23:59:60Z"), one(date!(2024 - 12 - 31)));
        assert_eq!(days("2024-12-31T22:00:00.123456789-14:00"), one(date!(2025 - 01 - 01)));
        assert_eq!(days("1951-06-04T00:00:00Z"), one(date!(1951 - 06 - 04)));
    }

    #[test]
    fn a_birth_date_with_a_time_is_the_day_as_written() {
        let moment = FhirMoment::parse("2000-01-01T00:00:00+01:00").unwrap();
        assert_eq!(moment.first_day_as_written(), date!(2000 - 01 - 01));
    }

    #[test]
    fn each_type_refuses_what_the_others_may_be() {
        assert!(FhirMoment::parse_as(FhirType::Date, "2024-06-30T23:30:00Z").is_err());
        assert!(FhirMoment::parse_as(FhirType::Instant, "2024-06-30").is_err());
        assert!(FhirMoment::parse_as(FhirType::Instant, "2024-06-30T23:30:00Z").is_ok());
    }

    #[test]
    fn what_fhir_does_not_write_is_refused() {
        let wrong = [
            "0000",
            "0000-01-01T00:00:00Z",
            "2024-",
            "2024-1",
            "2024-01-1",
            "2024-01-01T",
            "2024-01-01TZ",
            "2024-01-01T24:00:00Z",
            "2024-01-01T10:00Z",
            "2024-01-01T10:00:00.Z",
            "2024-01-01T10:00:00+14:01",
            "2024-01-01t10:00:00Z",
            "2024-01-01T10:00:00z",
            "2024-01-01 10:00:00Z",
            "2024-01T10:00:00Z",
            "2024-01-01T10:00:00Z ",
            "2024-01-01T10:00:00é1:00",
            "9999-12-31T23:59:59-14:00",
        ];
        for text in wrong {
            assert!(FhirMoment::parse(text).is_err(), "{text:?}");
        }
    }
}
