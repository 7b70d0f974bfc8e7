//! What is read of an entry: codes of hierarchies, abbreviations, Welsh, other languages, and how much work it is.

use crate::entries::*;
use consent::category::Category::{self, *};
use consent::classify::{Rules, WhyNever};
use serde_json::{Value, json};
use std::collections::BTreeSet;

#[test]
fn rule_1_hierarchies_are_matched_by_block_in_every_system_that_has_one() {
    const READ: &str = "http://read.info/readv2";
    let cases: &[(&str, &str, &[Category])] = &[
        (READ, "Eu32.", &[MentalHealth]),
        (READ, "E23..", &[AlcoholAndDrugs]),
        (READ, "E251.", &[]),
        (READ, "Eu171", &[]),
        (READ, "137R.", &[]),
        (READ, "136..", &[AlcoholAndDrugs]),
        (READ, "62...", &[PregnancyAndContraception]),
        (READ, "L05..", &[PregnancyAndContraception, TerminationAndLoss]),
        (READ, "TK...", &[SelfHarmAndSuicide, MentalHealth]),
        (READ, "J40..", &[BladderAndBowel]),
        (READ, "13HQ.", &[PoliceCourtsAndPrison]),
        (READ, "H33..", &[]),
        (READ, "C10..", &[]),
        ("http://www.whocc.no/atc", "N05AX08", &[MentalHealth]),
        ("http://www.whocc.no/atc", "N07BA01", &[]),
        ("http://www.whocc.no/atc", "J05AR03", &[SexualHealth]),
        ("http://www.whocc.no/atc", "C07AB07", &[]),
        (
            "https://fhir.hl7.org.uk/CodeSystem/OPCS-4",
            "Q14.1",
            &[PregnancyAndContraception, TerminationAndLoss],
        ),
        ("https://fhir.hl7.org.uk/CodeSystem/OPCS-4", "W37.1", &[]),
        ("http://hl7.org/fhir/sid/icpc-2", "P76", &[MentalHealth]),
        ("http://hl7.org/fhir/sid/icpc-2", "P17", &[]),
        ("http://id.who.int/icd/release/11/mms", "6C40.2", &[AlcoholAndDrugs]),
        ("http://loinc.org", "55277-8", &[SexualHealth]),
        ("http://loinc.org", "2106-3", &[PregnancyAndContraception]),
        ("http://loinc.org", "4548-4", &[]),
    ];
    for (system, code, matters) in cases {
        let coded = json!({"coding": [{"system": system, "code": code}, {"system": SNOMED, "code": "71388002"}]});
        assert_eq!(touched(condition("c", coded)), set(matters), "{system} {code}");
    }
}

#[test]
fn rule_5_systems_that_only_add_a_matter_do_not_make_an_entry_known() {
    let coded = concept("http://www.whocc.no/atc", "C07AB07", "Bisoprolol");
    assert_eq!(never(observation(coded, json!({}))), Some(WhyNever::NotRecognised));
}

#[test]
fn rule_2_an_abbreviation_counts_in_capitals_and_a_number_stands_for_any() {
    let cases: &[(&str, &[Category])] = &[
        ("Referred for TOP", &[TerminationAndLoss, PregnancyAndContraception]),
        ("Cleared the top step", &[]),
        ("G3P2", &[PregnancyAndContraception]),
        ("AUDIT 12", &[AlcoholAndDrugs]),
        ("Clinical audit", &[]),
        ("SI joint pain", &[]),
        ("Chest clear. Left foot better in six weeks. Left today.", &[]),
    ];
    for (words, matters) in cases {
        assert_eq!(touched(condition("c", json!({"text": words}))), set(matters), "{words}");
    }
}

#[test]
fn rule_2_reads_welsh_in_whatever_mutation() {
    for (words, matter) in [
        ("Mae'n dioddef o iselder", MentalHealth),
        ("Daeth o garchar", PoliceCourtsAndPrison),
        ("Bu yng ngharchar Abertawe", PoliceCourtsAndPrison),
        ("Mae ei charchar drosodd", PoliceCourtsAndPrison),
        ("Nid yw'n feichiog", PregnancyAndContraception),
        ("Yn ei beichiogrwydd", PregnancyAndContraception),
        ("Trais a thrais domestig", AbuseAndSafeguarding),
        ("Ei hanymataliaeth", BladderAndBowel),
        ("Gofal lliniarol", EndOfLife),
    ] {
        assert!(touched(condition("c", json!({"text": words}))).contains(&matter), "{words}");
    }
}

fn written(text: &str) -> Value {
    use base64::Engine as _;
    let data = base64::engine::general_purpose::STANDARD.encode(text);
    letter(json!({"contentType": "text/plain; charset=utf-8", "data": data}))
}

#[test]
fn rule_2_what_is_in_another_language_counts_as_unread() {
    let polish =
        "Pacjentka zgłosiła się do przychodni z powodu bólu brzucha i krwawienia od trzech dni.";
    assert_eq!(never(written(polish)), Some(WhyNever::Unreadable));
    assert_eq!(never(written("беременность двенадцать недель")), Some(WhyNever::Unreadable));
    let noted = observation(json!({"text": "Review"}), json!({"note": [{"text": polish}]}));
    assert_eq!(never(noted), Some(WhyNever::Unreadable));
    for text in [
        "Mae'r pen-glin dde yn chwyddedig ac yn boenus wrth gerdded i fyny'r grisiau.",
        "Thank you for seeing this man with pain in both hips when he climbs stairs.",
        "Gelenkschmerz",
    ] {
        assert_eq!(never(written(text)), None, "{text}");
    }
}

#[test]
fn rule_3_an_answer_about_where_somebody_comes_from_stays_with_the_answer() {
    let survey = json!({"category": [{"coding": [{"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}]}],
        "encounter": {"reference": "Encounter/e"}, "id": "q"});
    let visit = json!({"resourceType": "Encounter", "id": "e", "status": "finished", "class": {"code": "AMB"},
        "subject": {"reference": "Patient/p"}, "type": [{"text": "Check-up"}]});
    let pressure = || {
        observation(
            json!({"text": "Blood pressure"}),
            json!({"encounter": {"reference": "Encounter/e"}}),
        )
    };
    let report = json!({"resourceType": "DiagnosticReport", "status": "final", "code": {"text": "Questions"},
        "subject": {"reference": "Patient/p"}, "encounter": {"reference": "Encounter/e"}, "result": [{"reference": "Observation/q"}]});
    let asked = |words: &str| observation(json!({"text": words}), survey.clone());
    let placed = place(&[asked("Are you a refugee?"), visit.clone(), pressure(), report.clone()]);
    let restricted: Vec<bool> = placed.iter().map(|one| !one.matters.is_empty()).collect();
    assert_eq!(restricted, [true, false, false, true]);
    // Every other matter of an answer spreads, and so does this one from anything but an answer.
    let placed = place(&[asked("HIV status"), visit.clone(), pressure(), report]);
    assert!(placed.iter().all(|one| one.matters == set(&[SexualHealth])));
    let mut known = condition("c", json!({"text": "Refugee"}));
    known["encounter"] = json!({"reference": "Encounter/e"});
    let placed = place(&[known, visit, pressure(), asked("Are you well?")]);
    assert!(
        placed.iter().all(|one| one.never == Some(WhyNever::Restricted(ImmigrationAndNationality)))
    );
}

#[test]
fn what_was_read_once_places_every_part_of_the_record_as_if_it_were_read_again() {
    let bytes = std::fs::read(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../server/demo/people/everything.json"
    ));
    let record = consent::record::Record::parse(&bytes.unwrap(), None).unwrap();
    let rules = Rules::current();
    let contents = rules.read(&record);
    for modulus in [1, 2, 3, 5, 7] {
        let keep: BTreeSet<usize> = (0..record.entries().len())
            .filter(|index| modulus == 1 || index % modulus != 0)
            .collect();
        let part = record.only(&keep);
        assert_eq!(rules.place(&part, &contents.only(&keep)), rules.classify(&part), "{modulus}");
    }
}

#[test]
fn a_long_chain_of_answers_and_a_letter_full_of_phrases_are_placed() {
    let mut chain = Vec::new();
    for index in 0..4000 {
        chain.push(json!({"resourceType": "Encounter", "id": format!("e{index}"), "status": "finished", "class": {"code": "AMB"},
            "subject": {"reference": "Patient/p"}, "partOf": {"reference": format!("Encounter/e{}", index + 1)}}));
    }
    let mut first = condition("c", json!({"text": "Depression"}));
    first["encounter"] = json!({"reference": "Encounter/e0"});
    chain.push(first);
    assert!(place(&chain).iter().all(|one| one.matters == set(&[MentalHealth])));
    let words = "anxiety depression hiv prison alcohol strangulated hernia ".repeat(40_000);
    assert!(place(&[written(&words)])[0].matters.len() >= 4);
}

#[test]
fn no_note_of_the_demo_or_of_other_peoples_records_counts_as_another_language() {
    let demo =
        std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../server/demo/people"));
    let shared = crate::shared::shared("data/fhir")
        .into_iter()
        .flat_map(|folder| std::fs::read_dir(folder).unwrap());
    let folders =
        shared.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).chain([demo]);
    for path in folders
        .flat_map(|folder| std::fs::read_dir(folder).unwrap())
        .map(|entry| entry.unwrap().path())
    {
        let Ok(record) = consent::record::Record::parse(&std::fs::read(&path).unwrap(), None)
        else {
            continue;
        };
        for (entry, placed) in record.entries().iter().zip(Rules::current().classify(&record)) {
            let is_scan = entry.resource.to_string().contains("\"contentType\"");
            assert!(is_scan || placed.never != Some(WhyNever::Unreadable), "{}", path.display());
            let says = |what: &str| entry.resource.to_string().contains(what);
            let is_text = says("\"contentType\":\"text/plain") && says("\"data\"");
            let has_traps = path.ends_with("everything.json");
            assert!(
                !is_text || has_traps || placed.never != Some(WhyNever::Unreadable),
                "{}",
                path.display()
            );
        }
    }
}
