//! What a span must hold to.

use super::*;
use proptest::prelude::*;
use time::macros::date;

fn span(text: &str) -> Span {
    Span::parse(text).unwrap()
}

#[test]
fn only_whole_years_months_weeks_and_days_are_read() {
    for right in ["P1D", "P3M", "P24M", "P10Y", "P1Y6M", "P90D", "P2W", "P30Y", "P1Y2M3W4D", "P0D"]
    {
        assert_eq!(span(right).to_string(), right);
    }
    for wrong in [
        "", "P", "1D", "PT1H", "P1DT1H", "P1", "PD", "P-1D", "-P1D", "P1.5Y", "P6M1Y", "P1Y1Y",
        "p1d", " P1D", "P1D ", "P12345D", "P+1D", "P١D",
    ] {
        assert!(Span::parse(wrong).is_err(), "{wrong:?}");
    }
}

#[test]
fn months_stop_at_the_end_of_a_month() {
    assert_eq!(span("P1M1W2D").before(date!(2023 - 03 - 31)), date!(2023 - 02 - 19));
    assert_eq!(span("P1M").after(date!(2024 - 01 - 31)), date!(2024 - 02 - 29));
    assert_eq!(span("P1M").before(date!(2023 - 03 - 31)), date!(2023 - 02 - 28));
    assert_eq!(span("P1Y").after(date!(2024 - 02 - 29)), date!(2025 - 02 - 28));
    assert_eq!(span("P24M").before(date!(2026 - 01 - 15)), date!(2024 - 01 - 15));
    assert_eq!(span("P1Y6M2W3D").after(date!(2024 - 12 - 31)), date!(2026 - 07 - 17));
}

#[test]
fn at_most_holds_whenever_it_starts() {
    for (a, b) in [
        ("P12M", "P1Y"),
        ("P1Y", "P12M"),
        ("P7D", "P1W"),
        ("P28D", "P1M"),
        ("P1M", "P31D"),
        ("P365D", "P1Y"),
        ("P1D", "P24M"),
    ] {
        assert!(span(a).is_at_most(span(b)), "{a} is at most {b}");
    }
    for (a, b) in [
        ("P25M", "P2Y"),
        ("P29D", "P1M"),
        ("P1M", "P30D"),
        ("P366D", "P1Y"),
        ("P1Y", "P365D"),
        ("P2D", "P1D"),
    ] {
        assert!(!span(a).is_at_most(span(b)), "{a} is not at most {b}");
    }
}

#[test]
fn an_instant_keeps_its_time_of_day_when_the_clocks_change() {
    let at = |text: &str| At::parse_rfc3339(text).unwrap();
    assert_eq!(span("P1D").after_at(at("2026-03-28T12:00:00Z")), at("2026-03-29T11:00:00Z"));
    assert_eq!(
        span("P90D").after_at(at("2026-01-10T09:30:00.000001Z")),
        at("2026-04-10T08:30:00.000001Z")
    );
    assert_eq!(
        span("P1D").after_at(at("2026-03-28T01:30:00Z")),
        at("2026-03-29T01:30:00Z"),
        "01:30 is skipped"
    );
    let second = at("2026-10-25T01:30:00Z");
    assert_eq!(span("P0D").after_at(second), second, "the second 01:30 stays the second");
}

#[test]
fn what_is_beyond_the_calendar_stops_at_its_end() {
    assert_eq!(span("P9999Y9999M").after(date!(2026 - 01 - 01)), Date::MAX);
    assert_eq!(span("P9999Y9999M9999W").before(date!(-9000 - 01 - 01)), Date::MIN);
    assert_eq!(span("P9999Y").after_at(At::from_micros(0)), At::LAST);
}

fn any_span() -> impl Strategy<Value = Span> {
    (0..40u16, 0..60u16, 0..60u16, 0..400u16).prop_map(|(years, months, weeks, days)| Span {
        years,
        months,
        weeks,
        days,
    })
}

fn any_date() -> impl Strategy<Value = Date> {
    (2_400_000..2_500_000i32).prop_map(|day| Date::from_julian_day(day).unwrap())
}

proptest! {
    #[test]
    fn a_span_survives_its_text(span in any_span()) {
        prop_assert_eq!(Span::parse(&span.to_string()), Ok(span));
    }

    #[test]
    fn a_later_start_never_gives_an_earlier_end(
        span in any_span(),
        a in any_date(),
        gap in 0..70i64,
    ) {
        let b = a + Duration::days(gap);
        prop_assert!(span.after(a) <= span.after(b));
        prop_assert!(span.before(a) <= span.before(b));
        prop_assert!(span.before(a) <= a && a <= span.after(a));
    }

    #[test]
    fn what_is_at_most_another_never_ends_later_on_the_first_of_a_month(
        months in 0..30u16,
        days in 0..62u16,
        off in -8..8i32,
        start in any_date(),
    ) {
        let start = start.replace_day(1).unwrap();
        // Centuries without a leap day are outside the fixed days.
        prop_assume!(start.year() >= 1901 && start.year() < 2090);
        let calendar = Span { months, days, ..Span::of_days(0) };
        let counted = i32::from(months) * 304 / 10 + i32::from(days) + off;
        let counted = Span::of_days(u16::try_from(counted).unwrap_or(0));
        for (a, b) in [(calendar, counted), (counted, calendar)] {
            prop_assert!(!a.is_at_most(b) || a.after(start) <= b.after(start));
        }
    }
}
