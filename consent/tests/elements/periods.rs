//! When an entry was true of the person.

use consent::elements::ClinicalPeriod::{self, AlwaysInside, Between, Follows, From, Undated};
use consent::elements::{kinds, period};
use consent::time::{Date, parse_day};
use serde_json::{Value, json};

fn day(text: &str) -> Date {
    parse_day(text).unwrap()
}

fn between(first: &str, last: &str) -> ClinicalPeriod {
    Between(day(first), day(last))
}

fn status(code: &str) -> Value {
    json!({"coding": [{"code": code}]})
}

#[test]
fn active_conditions_current_medicines_and_allergies_are_inside() {
    for code in ["active", "recurrence", "relapse"] {
        assert_eq!(
            period("Condition", &json!({"clinicalStatus": status(code), "onsetDateTime": "1970"})),
            AlwaysInside(Some(day("1970-01-01")))
        );
    }
    for kind in ["MedicationRequest", "MedicationStatement"] {
        assert_eq!(period(kind, &json!({"status": "active"})), AlwaysInside(None));
    }
    assert_eq!(period("AllergyIntolerance", &json!({})), AlwaysInside(None));
    assert_eq!(period("Patient", &json!({})), AlwaysInside(None));
}

#[test]
fn what_is_over_has_an_end() {
    let over = json!({"clinicalStatus": status("resolved"), "onsetDateTime": "2010-05", "abatementDateTime": "2012"});
    assert_eq!(period("Condition", &over), between("2010-05-01", "2012-12-31"));
    let unknown = json!({"clinicalStatus": status("inactive"), "recordedDate": "2010-05-02"});
    assert_eq!(period("Condition", &unknown), between("2010-05-02", "2010-05-02"));
    let allergy = json!({"clinicalStatus": status("resolved"), "onsetDateTime": "2010", "lastOccurrence": "2015-06-07"});
    assert_eq!(period("AllergyIntolerance", &allergy), between("2010-01-01", "2015-06-07"));
    let taken = json!({"status": "completed", "authoredOn": "2020-01-01", "dispenseRequest": {"validityPeriod": {"start": "2020-01-01", "end": "2020-02-01"}}});
    assert_eq!(period("MedicationRequest", &taken), between("2020-01-01", "2020-02-01"));
    let stay = json!({"status": "finished", "period": {"start": "2020-01-01", "end": "2020-01-09T12:00:00Z"}});
    assert_eq!(period("Encounter", &stay), between("2020-01-01", "2020-01-09"));
}

#[test]
fn what_still_goes_on_is_open_ended() {
    assert_eq!(
        period("CarePlan", &json!({"status": "active", "period": {"start": "2001-02-03"}})),
        From(day("2001-02-03"))
    );
    assert_eq!(
        period("Encounter", &json!({"status": "in-progress", "period": {"start": "2001"}})),
        From(day("2001-01-01"))
    );
    assert_eq!(
        period("Encounter", &json!({"status": "finished", "period": {"start": "2001"}})),
        between("2001-01-01", "2001-12-31")
    );
    assert_eq!(
        period("Flag", &json!({"status": "inactive", "period": {"start": "2001-02-03"}})),
        between("2001-02-03", "2001-02-03")
    );
    assert_eq!(
        period(
            "Goal",
            &json!({"lifecycleStatus": "active", "startDate": "2001-02-03", "statusDate": "2002"})
        ),
        From(day("2001-02-03"))
    );
    assert_eq!(
        period(
            "ServiceRequest",
            &json!({"status": "active", "authoredOn": "2001-02-03", "occurrencePeriod": {"start": "2001-03-01", "end": "2001-04-05"}})
        ),
        between("2001-02-03", "2001-04-05")
    );
}

#[test]
fn findings_are_when_they_were_made() {
    assert_eq!(
        period(
            "Observation",
            &json!({"effectiveDateTime": "2024-02", "issued": "2025-01-01T00:00:00Z"})
        ),
        between("2024-02-01", "2024-02-29")
    );
    assert_eq!(
        period("Observation", &json!({"issued": "2025-01-01T00:00:00Z"})),
        between("2025-01-01", "2025-01-01")
    );
    assert_eq!(
        period("Observation", &json!({"effectiveTiming": {"event": ["2024-03-01", "2024-01-01"]}})),
        between("2024-01-01", "2024-03-01")
    );
    assert_eq!(
        period("Specimen", &json!({"collection": {"collectedDateTime": "2024-01-02"}})),
        between("2024-01-02", "2024-01-02")
    );
    assert_eq!(
        period(
            "DocumentReference",
            &json!({"date": "2025-01-01T00:00:00Z", "content": [{"attachment": {"creation": "2024-01-02"}}]})
        ),
        between("2024-01-02", "2024-01-02")
    );
    assert_eq!(
        period(
            "Procedure",
            &json!({"status": "completed", "performedPeriod": {"end": "2024-01-02"}})
        ),
        between("2024-01-02", "2024-01-02")
    );
}

#[test]
fn without_a_date_an_entry_follows_or_is_undated() {
    for kind in [
        "Medication",
        "Organization",
        "Practitioner",
        "PractitionerRole",
        "Location",
        "Device",
        "Binary",
    ] {
        assert_eq!(period(kind, &json!({})), Follows);
    }
    for kind in kinds() {
        let found = period(
            kind.name,
            &json!({"effectiveDateTime": "soon", "period": {"start": 7}, "date": null}),
        );
        assert!(matches!(found, Undated | Follows | AlwaysInside(None)), "{}", kind.name);
    }
    assert_eq!(period("Observation", &json!({"effectiveDateTime": "2024-02-30"})), Undated);
    assert_eq!(period("Goal", &json!({"lifecycleStatus": "active"})), Undated);
    assert_eq!(period("Claim", &json!({"created": "2024"})), Undated);
}
