//! Days as ISO 8601 text, in and out.
//! A day must never carry a time or a time zone.

use time::{Date, Month};

/// A text is not a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("Give a real date as in 2026-12-04")]
pub struct DayFault;

impl DayFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        "day"
    }
}

/// A day as `YYYY-MM-DD`.
pub fn day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// Reads `YYYY-MM-DD`, nothing else.
pub fn parse_day(text: &str) -> Result<Date, DayFault> {
    let mut parts = text.split('-');
    match (parts.next(), parts.next(), parts.next(), parts.next()) {
        (Some(year), Some(month), Some(day), None) => {
            let digits = |part, length| digits(part, length).ok_or(DayFault);
            date(digits(year, 4)?, digits(month, 2)?, digits(day, 2)?).ok_or(DayFault)
        }
        _ => Err(DayFault),
    }
}

/// A number written with exactly that many ASCII digits (four at most).
pub(super) fn digits(text: &str, length: usize) -> Option<u16> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

/// The day, if the calendar has it.
pub(super) fn date(year: u16, month: u16, day: u16) -> Option<Date> {
    let month = Month::try_from(u8::try_from(month).ok()?).ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}

/// For `#[serde(with = "consent::time::iso_date")]` on a [`Date`].
pub mod iso_date {
    use serde::de::Error as _;
    use serde::{Deserialize, Deserializer, Serializer};
    use time::Date;

    /// As `YYYY-MM-DD`.
    pub fn serialize<S: Serializer>(date: &Date, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&super::day(*date))
    }

    /// From `YYYY-MM-DD`.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        super::parse_day(&String::deserialize(deserializer)?).map_err(D::Error::custom)
    }

    /// For `#[serde(default, with = "consent::time::iso_date::option")]` on an `Option<Date>`.
    pub mod option {
        use serde::de::Error as _;
        use serde::{Deserialize, Deserializer, Serializer};
        use time::Date;

        /// As `YYYY-MM-DD` or null.
        pub fn serialize<S: Serializer>(
            date: &Option<Date>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            match date {
                Some(date) => serializer.serialize_str(&super::super::day(*date)),
                None => serializer.serialize_none(),
            }
        }

        /// From `YYYY-MM-DD` or null.
        pub fn deserialize<'de, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<Date>, D::Error> {
            Option::<String>::deserialize(deserializer)?
                .map(|text| super::super::parse_day(&text).map_err(D::Error::custom))
                .transpose()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use time::macros::date as on;

    #[test]
    fn only_a_day_of_the_calendar_in_ten_characters_is_a_day() {
        assert_eq!(parse_day("2024-02-29"), Ok(on!(2024 - 02 - 29)));
        for wrong in [
            "2023-02-29",
            "2024-2-29",
            "24-02-29",
            "2024-02-29T00:00:00Z",
            " 2024-02-29",
            "2024-02-29-",
            "+024-02-29",
            "",
            "2024-02",
        ] {
            assert!(parse_day(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn days_are_strings_in_json() {
        #[derive(Debug, PartialEq, Serialize, Deserialize)]
        struct Dates {
            #[serde(with = "iso_date")]
            from: Date,
            #[serde(default, with = "iso_date::option")]
            to: Option<Date>,
        }
        let open = Dates { from: on!(2024 - 02 - 09), to: None };
        assert_eq!(serde_json::to_string(&open).unwrap(), r#"{"from":"2024-02-09","to":null}"#);
        assert_eq!(serde_json::from_str::<Dates>(r#"{"from":"2024-02-09"}"#).unwrap(), open);
        let closed = Dates { to: Some(on!(2025 - 01 - 01)), ..open };
        assert_eq!(
            serde_json::from_str::<Dates>(&serde_json::to_string(&closed).unwrap()).unwrap(),
            closed
        );
        assert!(serde_json::from_str::<Dates>(r#"{"from":"2024-02-30"}"#).is_err());
    }
}
