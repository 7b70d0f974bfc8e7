//! Rules 3 to 9: what spreads, where an entry belongs, what is withheld, on entries of our own.

use crate::entries::*;
use consent::category::Category::*;
use consent::classify::{Counts, Rules, WhyNever};
use consent::record::Record;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const LOINC: &str = "http://loinc.org";

#[test]
fn rule_3_matters_spread_both_ways_to_a_fixed_point() {
    let depression = condition("d", json!({"text": "Depression"}));
    let visit = json!({"resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"}, "subject": {"reference": "Patient/p"},
        "reasonReference": [{"reference": "Condition/d"}]});
    let pressure = observation(
        json!({"text": "Blood pressure"}),
        json!({"encounter": {"reference": "Encounter/e"}, "id": "o"}),
    );
    let report = json!({"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Report"}, "subject": {"reference": "Patient/p"},
        "result": [{"reference": "Observation/o"}]});
    let apart = observation(json!({"text": "Blood pressure"}), json!({}));
    let placed = place(&[depression, visit, pressure, report, apart]);
    let touched: Vec<bool> =
        placed.iter().map(|placement| placement.matters.contains(&MentalHealth)).collect();
    assert_eq!(touched, [true, true, true, true, false]);
    assert_eq!(placed[3].own, set(&[]));
}

#[test]
fn rule_3_lists_people_organisations_and_types_never_sent_pass_nothing_on() {
    let depression = condition("d", json!({"text": "Depression"}));
    let asthma = condition("a", json!({"text": "Asthma"}));
    let both =
        json!([{"item": {"reference": "Condition/d"}}, {"item": {"reference": "Condition/a"}}]);
    let list = json!({"resourceType": "List", "id": "l", "status": "current", "mode": "working", "subject": {"reference": "Patient/p"}, "entry": both});
    let claim = json!({"resourceType": "Claim", "patient": {"reference": "Patient/p"}, "diagnosis": [
        {"diagnosis": {"reference": "Condition/d"}}, {"diagnosis": {"reference": "Condition/a"}}]});
    let team = json!({"resourceType": "CareTeam", "subject": {"reference": "Patient/p"},
        "reasonReference": [{"reference": "Condition/d"}, {"reference": "Condition/a"}]});
    assert_eq!(place(&[depression, asthma, list, claim, team])[1].matters, set(&[]));
}

#[test]
fn rule_3_a_clinic_gives_its_matter_to_a_visit_and_takes_none() {
    let clinic =
        json!({"resourceType": "HealthcareService", "id": "s", "name": "Sexual health clinic"});
    let plain = json!({"resourceType": "Location", "id": "l", "name": "Outpatients"});
    let visit = |id: &str, reason: &str, place: &str| {
        json!({"resourceType": "Encounter", "id": id, "status": "finished", "class": {"code": "AMB"},
        "subject": {"reference": "Patient/p"}, "reasonCode": [{"text": reason}], "location": [{"location": {"reference": place}}]})
    };
    let placed = place(&[
        clinic,
        plain,
        visit("a", "Rash", "HealthcareService/s"),
        visit("b", "Depression", "Location/l"),
        visit("c", "Rash", "Location/l"),
    ]);
    assert_eq!(placed[2].matters, set(&[SexualHealth]));
    assert_eq!(placed[1].matters, set(&[]));
    assert_eq!(placed[4].matters, set(&[]));
}

#[test]
fn rule_4_places_by_type_category_and_code() {
    let category = |code: &str| json!({"category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": code}]}]});
    let seen = |text: &str, code: &str| observation(json!({"text": text}), category(code));
    let said = |text: &str| observation(json!({"text": text}), json!({}));
    let cases = [
        (seen("Body weight", "vital-signs"), Measurements),
        (seen("Sodium", "laboratory"), TestResults),
        (seen("Chest", "imaging"), TestResults),
        (seen("Smoking status", "social-history"), Lifestyle),
        (seen("Employment status", "social-history"), WorkAndStudy),
        (seen("Barthel index", "survey"), DailyLivingAndMobility),
        (seen("PHQ-9", "survey"), MentalHealth),
        (seen("Pain severity", "survey"), Symptoms),
        (said("Family history: asthma"), FamilyHistory),
        (said("FH: asthma"), FamilyHistory),
        (said("Father smokes"), FamilyHistory),
        (said("Difficulty walking"), DailyLivingAndMobility),
        (said("Dizziness"), Symptoms),
        (said("MED3 issued to patient"), FitNotes),
        (said("Interpreter needed"), ReasonableAdjustments),
        (said("Blood pressure"), Measurements),
        (said("Liver function test"), Symptoms),
        (condition("c", json!({"text": "Asthma"})), Conditions),
        (condition("c", json!({"text": "Full-time employment (finding)"})), WorkAndStudy),
        (condition("c", json!({"text": "Chronic low back pain"})), Symptoms),
        (condition("c", json!({"text": "Chronic pain syndrome"})), Conditions),
        (condition("c", concept("http://read.info/ctv3", "9D11.", "Form")), FitNotes),
    ];
    for (resource, category) in cases {
        assert_eq!(home(resource.clone()), Some(category), "{resource}");
    }
}

#[test]
fn rule_4_a_flag_goes_only_where_it_asks_for_an_adjustment() {
    let flag = |text: &str| json!({"resourceType": "Flag", "status": "active", "subject": {"reference": "Patient/p"}, "code": {"text": text}});
    assert_eq!(home(flag("Needs large print")), Some(ReasonableAdjustments));
    assert_eq!(never(flag("Aggressive on the telephone")), Some(WhyNever::NotRecognised));
}

#[test]
fn rule_5_only_codes_of_known_systems_say_what_an_entry_is() {
    let local = "https://supplier.example/codes";
    assert_eq!(
        never(observation(concept(local, "1", "Peak flow"), json!({}))),
        Some(WhyNever::NotRecognised)
    );
    assert_eq!(
        never(observation(json!({"coding": [{"code": "1"}]}), json!({}))),
        Some(WhyNever::NotRecognised)
    );
    assert_eq!(
        never(observation(
            concept("https://fhir.hl7.org.uk/Id/emis-drug-codes", "1", "x"),
            json!({})
        )),
        Some(WhyNever::NotRecognised)
    );
    assert_eq!(never(observation(json!({}), json!({}))), Some(WhyNever::NotRecognised));
    let beside = json!({"coding": [{"system": local, "code": "1"}, {"system": SNOMED, "code": "195967001"}]});
    assert_eq!(never(condition("c", beside)), None);
    for system in [
        LOINC,
        "https://dmd.nhs.uk",
        "http://www.nlm.nih.gov/research/umls/rxnorm",
        "urn:oid:2.16.840.1.113883.6.96",
    ] {
        assert_eq!(never(observation(concept(system, "1", "x"), json!({}))), None, "{system}");
    }
    assert_eq!(never(condition("c", json!({"text": "Asthma"}))), None);
}

#[test]
fn rule_5_an_extension_that_changes_the_meaning_is_not_recognised() {
    let modified = json!({"modifierExtension": [{"url": "https://example.org/negated", "valueBoolean": true}]});
    assert_eq!(
        never(observation(json!({"text": "Asthma"}), modified)),
        Some(WhyNever::NotRecognised)
    );
}

#[test]
fn rule_6_types_about_money_and_records_are_never_sent() {
    for kind in [
        "Claim",
        "ExplanationOfBenefit",
        "Coverage",
        "Account",
        "Task",
        "Provenance",
        "AuditEvent",
        "Consent",
        "StructureDefinition",
        "Invoice",
    ] {
        assert_eq!(never(json!({"resourceType": kind})), Some(WhyNever::NeverSentType), "{kind}");
    }
}

#[test]
fn rule_7_what_concerns_somebody_else_is_withheld() {
    let relative =
        json!({"resourceType": "RelatedPerson", "id": "r", "patient": {"reference": "Patient/p"}});
    assert_eq!(never(relative), Some(WhyNever::AboutSomebodyElse));
    let about = |more: Value| never(observation(json!({"text": "Asthma"}), more));
    assert_eq!(
        about(json!({"focus": [{"reference": "RelatedPerson/r"}]})),
        Some(WhyNever::AboutSomebodyElse)
    );
    assert_eq!(
        about(json!({"subject": {"reference": "Device/d"}})),
        Some(WhyNever::AboutSomebodyElse)
    );
    assert_eq!(
        about(json!({"performer": [{"reference": "Patient/other"}]})),
        Some(WhyNever::AboutSomebodyElse)
    );
    assert_eq!(about(json!({"performer": [{"reference": "Patient/p"}]})), None);
    assert_eq!(
        never(observation(json!({"text": "Next of kin"}), json!({}))),
        Some(WhyNever::AboutSomebodyElse)
    );
}

#[test]
fn rule_8_labels_only_ever_add() {
    let labelled = |text: &str, code: &str| {
        let mut all = condition("c", json!({"text": text}));
        all["meta"] = json!({"security": [{"system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": code}]});
        place(&[all])[0].clone()
    };
    assert_eq!(labelled("Asthma", "PSY").matters, set(&[MentalHealth]));
    assert_eq!(labelled("Depression", "N").matters, set(&[MentalHealth]));
    assert_eq!(labelled("Asthma", "NOPAT").never, Some(WhyNever::NotForPatient));
    assert_eq!(labelled("Asthma", "V").never, Some(WhyNever::VeryRestricted));
    assert_eq!(labelled("Depression", "V").never, None);
    assert_eq!(labelled("Asthma", "R").never, None);
}

#[test]
fn rule_9_what_needs_a_subject_and_has_none_is_not_recognised() {
    let nobody =
        json!({"resourceType": "Observation", "status": "final", "code": {"text": "Asthma"}});
    assert_eq!(never(nobody), Some(WhyNever::NotRecognised));
    let medication = json!({"resourceType": "Medication", "code": {"text": "Salbutamol"}});
    assert_eq!((home(medication.clone()), never(medication)), (Some(Medicines), None));
}

#[test]
fn what_was_recorded_by_mistake_or_is_administrative_is_withheld() {
    assert_eq!(
        never(observation(json!({"text": "Asthma"}), json!({"status": "entered-in-error"}))),
        Some(WhyNever::EnteredInError)
    );
    let mut wrong = condition("c", json!({"text": "Asthma"}));
    wrong["verificationStatus"] = concept(
        "http://terminology.hl7.org/CodeSystem/condition-ver-status",
        "entered-in-error",
        "x",
    );
    assert_eq!(never(wrong), Some(WhyNever::EnteredInError));
    for code in ["1364731000000104", "773031000000109", "416409005"] {
        let bare = observation(json!({"coding": [{"system": SNOMED, "code": code}]}), json!({}));
        assert_eq!(never(bare), Some(WhyNever::Administrative), "{code}");
    }
}

#[test]
fn removing_other_entries_never_adds_a_matter() {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../server/demo/people/everything.json"
    ))
    .unwrap();
    let record = Record::parse(&bytes, None).unwrap_or_else(|fault| panic!("{fault}"));
    let all = Rules::current().classify(&record);
    for modulus in [2, 3, 5, 7] {
        let keep: BTreeSet<usize> = (0..all.len()).filter(|index| index % modulus != 0).collect();
        let part = Rules::current().classify(&record.only(&keep));
        for (placement, index) in part.iter().zip(&keep) {
            assert!(placement.matters.is_subset(&all[*index].matters));
            assert_eq!((placement.home, &placement.own), (all[*index].home, &all[*index].own));
        }
    }
}

#[test]
fn the_record_that_holds_every_trap_gives_nothing_away() {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../server/demo/people/everything.json"
    ))
    .unwrap();
    let record = Record::parse(&bytes, None).unwrap_or_else(|fault| panic!("{fault}"));
    let placements = Rules::current().classify(&record);
    let mut tells = 0;
    for (entry, placement) in record.entries().iter().zip(&placements) {
        let id = entry.resource["id"].as_str().unwrap_or_default();
        if ["tell", "tells"].iter().any(|word| id.ends_with(word))
            && id != "enc-only-the-provider-tells"
        {
            tells += 1;
            assert!(
                !placement.matters.is_empty() || placement.never.is_some(),
                "{id}: {placement:?}"
            );
        }
        if id.contains("harmless") && !id.contains("clinic") {
            assert!(placement.matters.is_empty(), "{id}: {placement:?}");
        }
        if id.contains("-no-reason") && placement.own.is_empty() && placement.matters.is_empty() {
            assert!(placement.ambiguous, "{id}");
        }
        if id.contains("entered-in-error") {
            assert_eq!(placement.never, Some(WhyNever::EnteredInError), "{id}");
        }
    }
    assert!(tells >= 20, "{tells}");
    let counts = Counts::of(&placements);
    let once = counts.by_home.values().sum::<usize>() + counts.withheld.values().sum::<usize>();
    assert_eq!(once + counts.never_sent + counts.not_recognised, record.entries().len());
}

#[test]
fn every_record_of_the_demo_is_read() {
    for file in
        std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../server/demo/people")).unwrap()
    {
        let path = file.unwrap().path();
        let read = Record::parse(&std::fs::read(&path).unwrap(), None);
        assert!(read.is_ok(), "{}: {:?}", path.display(), read.err());
    }
}

#[test]
fn a_reason_to_withhold_survives_being_stored() {
    let all = [
        WhyNever::NeverSentType,
        WhyNever::Restricted(EndOfLife),
        WhyNever::Unreadable,
        WhyNever::NotForPatient,
    ];
    for why in all {
        let text = serde_json::to_string(&why).unwrap();
        assert_eq!(serde_json::from_str::<WhyNever>(&text).unwrap(), why, "{text}");
    }
    assert_eq!(
        WhyNever::Restricted(EndOfLife).code(),
        WhyNever::Restricted(GenderRecognition).code()
    );
    let counts = Rules::current().count(&record(&[json!({"resourceType": "Claim"})]));
    assert!(serde_json::to_string(&counts).unwrap().contains("\"never_sent\":1"));
}
