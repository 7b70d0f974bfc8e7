//! Instants as a clock in London shows them, and days as people count them.

pub(super) use crate::documents::words::in_london;
use consent::time::{At, Date};

/// The last day of what lasts until then: midnight belongs to the day that it ends.
pub(super) fn last_day(until: At) -> Date {
    At::from_micros(until.micros().saturating_sub(1)).date_in_london()
}

/// Whole days from one to the other; none where it has passed.
pub(super) fn days_left(today: Date, until: Date) -> Option<u32> {
    u32::try_from((until - today).whole_days()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use consent::time::midnight_ending;
    use time::macros::{date, datetime};

    #[test]
    fn clocks_in_london_have_summer_time() {
        let at = |text: &str| in_london(At::parse_rfc3339(text).expect("a time"));
        assert_eq!(at("2026-12-04T17:00:00Z"), datetime!(2026-12-04 17:00));
        assert_eq!(at("2026-07-04T23:30:00Z"), datetime!(2026-07-05 0:30));
    }

    #[test]
    fn midnight_ends_its_day() {
        for day in [date!(2026 - 12 - 04), date!(2026 - 07 - 04)] {
            assert_eq!(last_day(midnight_ending(day)), day);
        }
        assert_eq!(days_left(date!(2026 - 12 - 01), date!(2026 - 12 - 04)), Some(3));
        assert_eq!(days_left(date!(2026 - 12 - 05), date!(2026 - 12 - 04)), None);
    }
}
