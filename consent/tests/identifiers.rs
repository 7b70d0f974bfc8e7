//! Numbers, postcodes and dates as other people collected them, right and wrong, and what holds for
//! all of them.

mod shared;

use std::collections::HashMap;

use consent::identity::{Name, NhsNumber, NhsNumberFault, Nino, NinoFault, Postcode};
use consent::time::{
    At, Date, DateFault, FhirMoment, FhirType, Span, ThreeFields, as_birth_date, parse_day,
};
use proptest::prelude::*;

type Row = HashMap<String, String>;

/// Every row of a file, by column, or nothing where the shared data is not at hand.
fn rows(file: &str) -> Vec<Row> {
    let Some(path) = shared::shared(&format!("data/identifiers/{file}")) else {
        return Vec::new();
    };
    let rows: Result<Vec<Row>, _> =
        csv::Reader::from_path(&path).and_then(|mut reader| reader.deserialize().collect());
    let rows =
        rows.unwrap_or_else(|error| unreachable!("{} does not read: {error}", path.display()));
    assert!(rows.len() > 10, "{file} has lost its rows");
    rows
}

/// The value as normalised, or the empty string for what is invalid, as the files write it.
fn normalised<T, E>(parsed: &Result<T, E>, as_str: fn(&T) -> String) -> String {
    parsed.as_ref().map_or_else(|_| String::new(), as_str)
}

fn is_valid(row: &Row, column: &str) -> bool {
    let verdict = row[column].as_str();
    assert!(verdict.starts_with("valid") || verdict == "invalid", "{row:?}");
    verdict != "invalid"
}

#[test]
fn nhs_numbers_of_other_people_are_read_as_they_say() {
    for row in rows("nhs_numbers.csv") {
        let parsed = NhsNumber::parse(&row["input"]);
        if row["input"] == "0000000000" {
            assert_eq!(
                parsed,
                Err(NhsNumberFault::Placeholder),
                "right by its check digit, and nobody's"
            );
            continue;
        }
        assert_eq!(parsed.is_ok(), is_valid(&row, "expected"), "{row:?}");
        assert_eq!(normalised(&parsed, |n| n.as_str().to_owned()), row["normalised"], "{row:?}");
    }
}

#[test]
fn national_insurance_numbers_of_other_people_are_read_as_they_say() {
    for row in rows("ninos.csv") {
        let parsed = Nino::parse(&row["input"]);
        assert_eq!(parsed.is_ok(), is_valid(&row, "expected_after_govuk_normalise"), "{row:?}");
        assert_eq!(normalised(&parsed, |n| n.as_str().to_owned()), row["normalised"], "{row:?}");
    }
}

#[test]
fn postcodes_of_other_people_are_read_as_they_say() {
    for row in rows("postcodes.csv") {
        let parsed = Postcode::parse(&row["input"]);
        if row["input"] == "SW1  1AA" {
            // The row is of a field that trims nothing; its own note, and the file of typing
            // repairs, say what a form does.
            assert!(row["note"].contains("should be normalised by a form"), "{row:?}");
            assert_eq!(normalised(&parsed, |p| p.as_str().to_owned()), "SW1 1AA");
            continue;
        }
        assert_eq!(parsed.is_ok(), is_valid(&row, "expected"), "{row:?}");
        if !row["normalised"].is_empty() {
            assert_eq!(
                normalised(&parsed, |p| p.as_str().to_owned()),
                row["normalised"],
                "{row:?}"
            );
        }
    }
}

#[test]
fn slips_in_typing_a_postcode_are_repaired() {
    for row in rows("postcodes_typing_fixes.csv") {
        // Their tool gives back what it cannot repair as it was typed.
        let repaired = if row["repaired"] == row["typed"] { "" } else { &row["repaired"] };
        assert_eq!(
            normalised(&Postcode::parse(&row["typed"]), |p| p.as_str().to_owned()),
            repaired,
            "{row:?}"
        );
    }
}

#[test]
fn fhir_dates_of_other_people_are_read_as_they_say() {
    for row in rows("dates_fhir.csv") {
        let kind = match row["type"].as_str() {
            "date" => FhirType::Date,
            "dateTime" => FhirType::DateTime,
            "instant" => FhirType::Instant,
            other => unreachable!("no such type: {other}"),
        };
        let parsed = FhirMoment::parse_as(kind, &row["input"]);
        assert_eq!(parsed.is_ok(), is_valid(&row, "expected"), "{row:?}");
        assert_eq!(parsed, FhirMoment::parse(&row["input"]), "{row:?}");
        if let Ok(moment) = parsed {
            assert!(moment.from <= moment.to, "{row:?}");
            let day = moment.first_day_as_written();
            assert!(
                consent::time::day(day).starts_with(&row["input"][..row["input"].len().min(10)]),
                "{row:?}"
            );
            if row["note"].contains("must not shift the day") {
                assert_eq!((moment.from, moment.to), (day, day), "{row:?}");
            }
        }
    }
}

/// The options are other people's settings. Ours is one behaviour: names of months and single
/// digits are always accepted (`allowMonthNames`, `allowSingleDigitDay`), four digits of a year
/// always needed (`default`), and the range of a birth date is a rule of its own (`GOV.UK`, and the
/// first `default` row, which asks for one).
#[test]
fn dates_in_three_fields_are_read_as_other_people_say() {
    let today = Date::from_ordinal_date(2026, 300).unwrap();
    for row in rows("dates_gds_three_field.csv") {
        let parsed =
            ThreeFields { day: &row["day"], month: &row["month"], year: &row["year"] }.parse();
        let ranged = parsed.and_then(|date| as_birth_date(date, today));
        let valid = is_valid(&row, "expected");
        match (row["option"].as_str(), row["error_text_or_note"].as_str()) {
            ("default", _) if row["expected"].contains("business range rule") => {
                assert!(parsed.is_ok(), "{row:?}");
                assert_eq!(ranged, Err(DateFault::TooEarly), "{row:?}");
            }
            ("default" | "allowMonthNames" | "allowSingleDigitDay", "") => {
                assert_eq!(parsed.is_ok(), valid, "{row:?}");
            }
            ("GOV.UK", "") => assert_eq!(ranged.is_ok(), valid, "{row:?}"),
            ("GOV.UK", "Date of birth must include a month") => {
                assert_eq!(ranged, Err(DateFault::NoMonth), "{row:?}");
            }
            ("GOV.UK", "Date of birth must be in the past") => {
                assert_eq!(ranged, Err(DateFault::InFuture), "{row:?}");
            }
            _ => unreachable!("an option that nobody has decided on: {row:?}"),
        }
    }
}

#[test]
fn every_prefix_that_is_never_given_out_is_refused() {
    let mut refused = 0;
    for first in 'A'..='Z' {
        for second in 'A'..='Z' {
            let prefix = format!("{first}{second}");
            let never = "DFIQUV".contains(first)
                || "DFIOQUV".contains(second)
                || ["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"].contains(&prefix.as_str());
            let parsed = Nino::parse(&format!("{prefix}123456A"));
            assert_eq!(parsed.is_err(), never, "{prefix}");
            if never {
                assert_eq!(parsed, Err(NinoFault::Prefix), "{prefix}");
                refused += 1;
            }
        }
    }
    assert_eq!(refused, 6 * 26 + 20 * 7 + 7);
}

#[test]
fn a_log_learns_nothing_from_identifiers() {
    let nhs_number = NhsNumber::parse("999 012 3454").unwrap();
    let nino = Nino::parse("AA 37 07 73 A").unwrap();
    let shown = format!(
        "{nhs_number:?} {nino:?} {:?} {:?}",
        Postcode::parse("SW1A 2AA").unwrap(),
        Name::parse("Ann").unwrap()
    );
    assert_eq!(shown, "NhsNumber(…) Nino(…) Postcode(…) Name(…)");
    for wrong in ["9990548609", "\"9990548690\""] {
        let error = serde_json::from_str::<NhsNumber>(wrong).unwrap_err().to_string();
        assert!(!error.contains("99905"), "{error}");
    }
}

#[test]
fn identifiers_are_strings_in_json_and_are_checked_on_the_way_in() {
    let nino: Nino = serde_json::from_str(r#""aa 37 07 73 a""#).unwrap();
    assert_eq!(serde_json::to_string(&nino).unwrap(), r#""AA370773A""#);
    assert_eq!(nino.spaced(), "AA 37 07 73 A");
    assert_eq!(NhsNumber::parse("9990123454").unwrap().spaced(), "999 012 3454");
    assert!(serde_json::from_str::<Nino>(r#""QQ123456C""#).is_err());
    assert!(serde_json::from_str::<Name>(r#""<script>""#).is_err());
    assert_eq!(serde_json::from_str::<Postcode>(r#""gir0aa""#).unwrap().as_str(), "GIR 0AA");
}

fn nhs_number() -> impl Strategy<Value = NhsNumber> {
    "[0-9]{9}".prop_filter_map("no tenth digit makes it right", |nine| {
        ('0'..='9').find_map(|check| NhsNumber::parse(&format!("{nine}{check}")).ok())
    })
}

proptest! {
    #[test]
    fn an_nhs_number_survives_being_shown(number in nhs_number()) {
        prop_assert_eq!(NhsNumber::parse(&number.spaced()), Ok(number));
    }

    #[test]
    fn one_wrong_digit_is_always_noticed(number in nhs_number(), place in 0..10usize, other in b'0'..=b'9') {
        let mut typed = number.as_str().to_owned().into_bytes();
        prop_assume!(typed[place] != other);
        typed[place] = other;
        prop_assert!(NhsNumber::parse(&String::from_utf8(typed).unwrap()).is_err());
    }

    #[test]
    fn two_swapped_neighbours_are_always_noticed(number in nhs_number(), place in 0..9usize) {
        let mut typed = number.as_str().to_owned().into_bytes();
        prop_assume!(typed[place] != typed[place + 1]);
        typed.swap(place, place + 1);
        prop_assert!(NhsNumber::parse(&String::from_utf8(typed).unwrap()).is_err());
    }

    #[test]
    fn a_national_insurance_number_survives_being_shown(number in "[ABCEGHJ][ABCEGHJ][0-9]{6}[A-D]") {
        if let Ok(nino) = Nino::parse(&number) {
            prop_assert_eq!(Nino::parse(&nino.spaced().to_lowercase()), Ok(nino));
        } else {
            prop_assert!(number.starts_with("BG") || number.starts_with("GB"));
        }
    }

    #[test]
    fn a_postcode_is_settled_once_it_is_read(typed in "[A-Z0O]{1,2}[0-9O]{1,2}[A-Z]? ?[0-9O][A-Z0]{2}") {
        if let Ok(postcode) = Postcode::parse(&typed) {
            prop_assert_eq!(Postcode::parse(postcode.as_str()), Ok(postcode));
        }
    }

    #[test]
    fn nothing_typed_can_break_a_parser(
        text in prop_oneof![".*", "[0-9]{4}-[01][0-9]-[0-3][0-9]T.{0,9}", "[-+0-9A-DPTWYZ:. \u{301}é]{0,30}"],
    ) {
        let _ = (NhsNumber::parse(&text).is_ok(), Nino::parse(&text).is_ok());
        let _ = (Postcode::parse(&text).is_ok(), Name::parse(&text).is_ok());
        let _ = (FhirMoment::parse(&text).is_ok(), Span::parse(&text).is_ok());
        let _ = (At::parse_rfc3339(&text).is_ok(), parse_day(&text).is_ok());
        let _ = ThreeFields { day: &text, month: &text, year: &text }.parse().is_ok();
    }
}
