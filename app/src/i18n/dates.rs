//! Days and times as people say them. Nothing here knows what time it is.
//! A [`PrimitiveDateTime`] is what a clock on a wall in London shows.

use super::{Lang, text};
use crate::t;
use time::{Date, Month, PrimitiveDateTime, Time, Weekday};

/// "4 December 2026", "4 Rhagfyr 2026", on one line.
pub fn day(lang: Lang, date: Date) -> String {
    t!(
        lang,
        "date",
        day = date.day(),
        month = text(lang, month_key(date.month()), &[]),
        year = date.year().to_string()
    )
}

/// "December 2026", "Rhagfyr 2026".
pub fn month(lang: Lang, date: Date) -> String {
    let month = text(lang, month_key(date.month()), &[]);
    t!(lang, "date-month", month = month, year = date.year().to_string())
}

/// "Friday 4 December 2026", "dydd Gwener 4 Rhagfyr 2026".
pub fn long_day(lang: Lang, date: Date) -> String {
    t!(
        lang,
        "date-long",
        weekday = text(lang, weekday_key(date.weekday()), &[]),
        date = day(lang, date)
    )
}

/// "5pm", "10:04am", "midday", "midnight".
pub fn clock(lang: Lang, time: Time) -> String {
    let (hour, minute) = (time.hour(), time.minute());
    let twelve = match hour % 12 {
        0 => 12,
        other => other,
    };
    let minutes = format!("{minute:02}");
    match (hour, minute) {
        (0, 0) => t!(lang, "time-midnight"),
        (12, 0) => t!(lang, "time-midday"),
        (0..12, 0) => t!(lang, "time-am", hour = twelve),
        (_, 0) => t!(lang, "time-pm", hour = twelve),
        (0..12, _) => t!(lang, "time-am-minutes", hour = twelve, minutes = minutes),
        _ => t!(lang, "time-pm-minutes", hour = twelve, minutes = minutes),
    }
}

/// "24 November 2026 at 3:26pm". It breaks only between the day and the time.
pub fn day_and_time(lang: Lang, at: PrimitiveDateTime) -> String {
    t!(lang, "date-and-time", date = day(lang, at.date()), time = clock(lang, at.time()))
}

/// For `<time datetime>`: "2026-12-04".
pub fn machine_day(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// For `<time datetime>`: "2026-11-24T15:26", local time as HTML allows it.
pub fn machine_time(at: PrimitiveDateTime) -> String {
    format!("{}T{:02}:{:02}", machine_day(at.date()), at.hour(), at.minute())
}

const fn month_key(month: Month) -> &'static str {
    match month {
        Month::January => "month-january",
        Month::February => "month-february",
        Month::March => "month-march",
        Month::April => "month-april",
        Month::May => "month-may",
        Month::June => "month-june",
        Month::July => "month-july",
        Month::August => "month-august",
        Month::September => "month-september",
        Month::October => "month-october",
        Month::November => "month-november",
        Month::December => "month-december",
    }
}

const fn weekday_key(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "weekday-monday",
        Weekday::Tuesday => "weekday-tuesday",
        Weekday::Wednesday => "weekday-wednesday",
        Weekday::Thursday => "weekday-thursday",
        Weekday::Friday => "weekday-friday",
        Weekday::Saturday => "weekday-saturday",
        Weekday::Sunday => "weekday-sunday",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::{date, datetime, time};

    #[test]
    fn days_are_said_in_both_languages() {
        assert_eq!(long_day(Lang::En, date!(2026 - 12 - 04)), "Friday 4\u{a0}December\u{a0}2026");
        assert_eq!(
            long_day(Lang::Cy, date!(2026 - 12 - 04)),
            "dydd Gwener 4\u{a0}Rhagfyr\u{a0}2026"
        );
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        assert_eq!(clock(Lang::En, time!(17:00)), "5pm");
        assert_eq!(clock(Lang::En, time!(10:04)), "10:04am");
        assert_eq!(clock(Lang::En, time!(0:30)), "12:30am");
        assert_eq!(clock(Lang::En, time!(12:05)), "12:05pm");
        assert_eq!(clock(Lang::En, time!(0:00)), "midnight");
        assert_eq!(clock(Lang::Cy, time!(12:00)), "hanner dydd");
    }

    #[test]
    fn machines_read_the_same_day() {
        assert_eq!(machine_time(datetime!(2026-11-24 15:06)), "2026-11-24T15:06");
        assert_eq!(
            day_and_time(Lang::En, datetime!(2026-11-24 15:26)),
            "24\u{a0}November\u{a0}2026 at\u{a0}3:26pm"
        );
    }
}
