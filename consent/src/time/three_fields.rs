//! A date that somebody types into three fields: day, month, year.
//! It must never guess a century, and never swap day and month.

use time::{Date, macros::date as on};

use super::day::{date, digits};

/// What was typed. Day and month with one or two digits, the month also by its name in English or
/// Welsh, the year with four.
#[derive(Clone, Copy)]
pub struct ThreeFields<'a> {
    /// Day of the month.
    pub day: &'a str,
    /// Number or name of the month.
    pub month: &'a str,
    /// Year, four digits.
    pub year: &'a str,
}

/// One of the three fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Day of the month.
    Day,
    /// Month.
    Month,
    /// Year.
    Year,
}

/// Why there is no date. The words follow "Enter a date:" or stand alone, and never repeat what was
/// typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateFault {
    /// Nothing was typed.
    #[error("Enter a date")]
    Empty,
    /// Only the day is missing.
    #[error("The date must include a day")]
    NoDay,
    /// Only the month is missing.
    #[error("The date must include a month")]
    NoMonth,
    /// Only the year is missing.
    #[error("The date must include a year")]
    NoYear,
    /// Only the year was typed.
    #[error("The date must include a day and month")]
    NoDayAndMonth,
    /// Only the month was typed.
    #[error("The date must include a day and year")]
    NoDayAndYear,
    /// Only the day was typed.
    #[error("The date must include a month and year")]
    NoMonthAndYear,
    /// The day is not a number from 1 to 31.
    #[error("The day must be a number from 1 to 31")]
    Day,
    /// The month is neither a number from 1 to 12 nor a name.
    #[error("The month must be a number from 1 to 12, or its name")]
    Month,
    /// The year does not have four digits.
    #[error("The year must have 4 numbers, like 1951")]
    Year,
    /// The month does not have that day.
    #[error("Check the day: that month does not have it")]
    NotReal,
    /// A birth date before 1900.
    #[error("The year must be 1900 or later")]
    TooEarly,
    /// A birth date after today.
    #[error("The date must be today or in the past")]
    InFuture,
}

impl DateFault {
    /// Stable name, for message keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "date-empty",
            Self::NoDay => "date-no-day",
            Self::NoMonth => "date-no-month",
            Self::NoYear => "date-no-year",
            Self::NoDayAndMonth => "date-no-day-and-month",
            Self::NoDayAndYear => "date-no-day-and-year",
            Self::NoMonthAndYear => "date-no-month-and-year",
            Self::Day => "date-day",
            Self::Month => "date-month",
            Self::Year => "date-year",
            Self::NotReal => "date-not-real",
            Self::TooEarly => "date-too-early",
            Self::InFuture => "date-in-future",
        }
    }

    /// The fields to mark; an error summary links to the first of them.
    pub const fn parts(self) -> &'static [Part] {
        match self {
            Self::Empty | Self::InFuture => &[Part::Day, Part::Month, Part::Year],
            Self::NoDay | Self::Day | Self::NotReal => &[Part::Day],
            Self::NoMonth | Self::Month => &[Part::Month],
            Self::NoYear | Self::Year | Self::TooEarly => &[Part::Year],
            Self::NoDayAndMonth => &[Part::Day, Part::Month],
            Self::NoDayAndYear => &[Part::Day, Part::Year],
            Self::NoMonthAndYear => &[Part::Month, Part::Year],
        }
    }
}

impl ThreeFields<'_> {
    /// Reads the date; what range it may have is for the caller to say.
    pub fn parse(self) -> Result<Date, DateFault> {
        let [day, month, year] = [self.day, self.month, self.year].map(str::trim);
        match [day, month, year].map(str::is_empty) {
            [false, false, false] => {}
            [true, true, true] => return Err(DateFault::Empty),
            [true, false, false] => return Err(DateFault::NoDay),
            [false, true, false] => return Err(DateFault::NoMonth),
            [false, false, true] => return Err(DateFault::NoYear),
            [true, true, false] => return Err(DateFault::NoDayAndMonth),
            [true, false, true] => return Err(DateFault::NoDayAndYear),
            [false, true, true] => return Err(DateFault::NoMonthAndYear),
        }
        let day = one_or_two(day).filter(|day| (1..=31).contains(day)).ok_or(DateFault::Day)?;
        let month = one_or_two(month)
            .filter(|month| (1..=12).contains(month))
            .or_else(|| named(month))
            .ok_or(DateFault::Month)?;
        let year = digits(year, 4).ok_or(DateFault::Year)?;
        date(year, month, day).ok_or(DateFault::NotReal)
    }
}

/// The range of a birth date: not before 1900-01-01, not after today.
pub fn as_birth_date(date: Date, today: Date) -> Result<Date, DateFault> {
    if date < on!(1900 - 01 - 01) {
        Err(DateFault::TooEarly)
    } else if date > today {
        Err(DateFault::InFuture)
    } else {
        Ok(date)
    }
}

fn one_or_two(text: &str) -> Option<u16> {
    digits(text, 1).or_else(|| digits(text, 2))
}

/// The month of that name, in full or as it is usually shortened.
fn named(month: &str) -> Option<u16> {
    Some(match month.trim_end_matches('.').to_lowercase().as_str() {
        "january" | "jan" | "ionawr" | "ion" => 1,
        "february" | "feb" | "chwefror" | "chwef" | "chwe" => 2,
        "march" | "mar" | "mawrth" | "maw" => 3,
        "april" | "apr" | "ebrill" | "ebr" => 4,
        "may" | "mai" => 5,
        "june" | "jun" | "mehefin" | "meh" => 6,
        "july" | "jul" | "gorffennaf" | "gorff" | "gor" => 7,
        "august" | "aug" | "awst" => 8,
        "september" | "sept" | "sep" | "medi" => 9,
        "october" | "oct" | "hydref" | "hyd" => 10,
        "november" | "nov" | "tachwedd" | "tach" => 11,
        "december" | "dec" | "rhagfyr" | "rhag" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, month: &str, year: &str) -> Result<Date, DateFault> {
        ThreeFields { day, month, year }.parse()
    }

    #[test]
    fn months_are_known_by_number_and_by_name_in_both_languages() {
        let names = [
            ["1", "January", "Ionawr"],
            ["2", "February", "Chwefror"],
            ["3", "March", "Mawrth"],
            ["4", "April", "Ebrill"],
            ["5", "May", "Mai"],
            ["6", "June", "Mehefin"],
            ["7", "July", "Gorffennaf"],
            ["8", "August", "Awst"],
            ["9", "September", "Medi"],
            ["10", "October", "Hydref"],
            ["11", "November", "Tachwedd"],
            ["12", "December", "Rhagfyr"],
        ];
        for [number, english, welsh] in names {
            let expected = typed("4", number, "1951").unwrap();
            assert_eq!(u8::from(expected.month()).to_string(), number);
            for name in [english, welsh, &english[..3].to_uppercase(), &format!(" {welsh}. ")] {
                assert_eq!(typed("04", name, "1951"), Ok(expected), "{name}");
            }
        }
    }

    #[test]
    fn what_is_missing_is_named_and_marked() {
        use Part::{Day, Month, Year};
        for (fields, fault, parts) in [
            (["", " ", ""], DateFault::Empty, &[Day, Month, Year][..]),
            (["", "6", "1951"], DateFault::NoDay, &[Day]),
            (["4", "", "1951"], DateFault::NoMonth, &[Month]),
            (["4", "6", ""], DateFault::NoYear, &[Year]),
            (["", "", "1951"], DateFault::NoDayAndMonth, &[Day, Month]),
            (["", "6", ""], DateFault::NoDayAndYear, &[Day, Year]),
            (["4", "", "\u{00A0}"], DateFault::NoMonthAndYear, &[Month, Year]),
            (["32", "6", "1951"], DateFault::Day, &[Day]),
            (["004", "6", "1951"], DateFault::Day, &[Day]),
            (["4", "13", "1951"], DateFault::Month, &[Month]),
            (["4", "6", "51"], DateFault::Year, &[Year]),
            (["4", "6", "19510"], DateFault::Year, &[Year]),
            (["٤", "6", "1951"], DateFault::Day, &[Day]),
            (["29", "2", "1951"], DateFault::NotReal, &[Day]),
        ] {
            assert_eq!(typed(fields[0], fields[1], fields[2]), Err(fault), "{fields:?}");
            assert_eq!(fault.parts(), parts, "{fields:?}");
        }
    }

    #[test]
    fn a_birth_date_is_from_1900_to_today() {
        let today = on!(2026 - 12 - 04);
        assert_eq!(as_birth_date(on!(1899 - 12 - 31), today), Err(DateFault::TooEarly));
        assert!(as_birth_date(on!(1900 - 01 - 01), today).is_ok());
        assert!(as_birth_date(today, today).is_ok());
        assert_eq!(as_birth_date(on!(2026 - 12 - 05), today), Err(DateFault::InFuture));
    }
}
