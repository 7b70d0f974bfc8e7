//! Rules 1 and 2: what codes and words touch, on entries of our own.

use crate::entries::*;
use consent::category::Category::{self, *};
use consent::classify::WhyNever;
use serde_json::json;

#[test]
fn rule_1_a_listed_code_gives_its_matter_without_any_words() {
    let bare = |system: &str, code: &str| {
        condition("c", json!({"coding": [{"system": system, "code": code}]}))
    };
    assert_eq!(touched(bare(SNOMED, "35489007")), set(&[MentalHealth]));
    assert_eq!(touched(bare("http://read.info/ctv3", "43C3.")), set(&[SexualHealth]));
    assert_eq!(touched(bare("http://hl7.org/fhir/sid/icd-10", "B20")), set(&[SexualHealth]));
    assert_eq!(touched(bare(SNOMED, "195967001")), set(&[]));
}

#[test]
fn rule_1_icd_10_is_matched_by_hierarchy_and_block() {
    let cases: &[(&str, &[Category])] = &[
        ("F32.1", &[MentalHealth]),
        ("F321", &[MentalHealth]),
        ("F10.2", &[AlcoholAndDrugs]),
        ("F17.2", &[]),
        ("F72", &[LearningDisability]),
        ("F84.0", &[AutismAndAdhd]),
        ("F64.0", &[GenderRecognition]),
        ("O04.9", &[PregnancyAndContraception, TerminationAndLoss]),
        ("Z33", &[PregnancyAndContraception]),
        ("X78", &[SelfHarmAndSuicide, MentalHealth]),
        ("T74.1", &[AbuseAndSafeguarding]),
        ("Z59.0", &[HousingAndMoney]),
        ("Z65.1", &[PoliceCourtsAndPrison]),
        ("Z51.5", &[EndOfLife]),
        ("Z31.1", &[FertilityTreatment]),
        ("Z21", &[SexualHealth]),
        ("J45.9", &[]),
        ("F", &[]),
        ("", &[]),
    ];
    for (code, matters) in cases {
        let found = touched(condition(
            "c",
            json!({"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": code}]}),
        ));
        assert!(matters.iter().all(|matter| found.contains(matter)), "{code}: {found:?}");
        assert_eq!(matters.is_empty(), found.is_empty(), "{code}: {found:?}");
    }
}

#[test]
fn rule_1_reads_components_values_reasons_extensions_and_contained_copies() {
    let coding = json!({"system": SNOMED, "code": "35489007"});
    let concept = json!({"coding": [coding]});
    let plain = || json!({"text": "Review"});
    let holders = [
        observation(plain(), json!({"component": [{"code": concept}]})),
        observation(plain(), json!({"valueCodeableConcept": concept})),
        observation(
            plain(),
            json!({"extension": [{"url": "https://example.org/x", "valueCodeableConcept": concept}]}),
        ),
        observation(
            plain(),
            json!({"extension": [{"url": "https://example.org/x", "valueCoding": coding}]}),
        ),
        medicine("m", "Tablet", json!({"reasonCode": [concept]})),
        medicine("m", "Tablet", json!({"contained": [condition("x", concept.clone())]})),
    ];
    for holder in holders {
        assert_eq!(touched(holder.clone()), set(&[MentalHealth]), "{holder}");
    }
}

#[test]
fn rule_1_hits_do_not_compete() {
    let both = json!({"coding": [{"system": SNOMED, "code": "35489007"}, {"system": "http://hl7.org/fhir/sid/icd-10", "code": "F10.2"}]});
    assert_eq!(touched(condition("c", both)), set(&[MentalHealth, AlcoholAndDrugs]));
}

#[test]
fn rule_1_a_restricted_hit_withholds_for_good() {
    let code = json!({"coding": [{"system": "http://hl7.org/fhir/sid/icd-10", "code": "Z51.5"}]});
    assert_eq!(never(condition("c", code)), Some(WhyNever::Restricted(EndOfLife)));
}

#[test]
fn rule_2_words_say_what_a_generic_code_does_not() {
    let cases: &[(&str, &[Category])] = &[
        ("Low mood, PHQ-9 done", &[MentalHealth]),
        ("No suicidal thoughts", &[SelfHarmAndSuicide, MentalHealth]),
        ("Denies alcohol misuse", &[AlcoholAndDrugs]),
        ("Detained under Section 2 of the Mental Health Act", &[MentalCapacity, MentalHealth]),
        ("DoLS in place", &[MentalCapacity]),
        ("Alzheimer’s disease", &[MentalCapacity]),
        ("Down's syndrome", &[LearningDisability]),
        ("ADHD clinic", &[AutismAndAdhd]),
        ("Seen in GUM clinic", &[SexualHealth]),
        ("Antenatal care", &[PregnancyAndContraception]),
        ("Mirena fitted", &[PregnancyAndContraception]),
        ("Miscarriage", &[TerminationAndLoss]),
        ("Faecal incontinence", &[BladderAndBowel]),
        ("Heterosexual", &[SexualityGenderAndBelief]),
        ("Jehovah's Witness", &[SexualityGenderAndBelief]),
        ("Domestic violence disclosed", &[AbuseAndSafeguarding]),
        ("No fixed abode, homeless", &[HousingAndMoney]),
        ("Released from prison", &[PoliceCourtsAndPrison]),
        ("BRCA1 positive", &[Genetics]),
        ("On the gold standards framework", &[EndOfLife]),
        ("DNACPR in place", &[EndOfLife]),
        ("Gender dysphoria", &[GenderRecognition]),
        ("Second cycle of IVF", &[FertilityTreatment]),
        ("Asylum seeker", &[ImmigrationAndNationality]),
        ("self\u{2010}harm", &[SelfHarmAndSuicide, MentalHealth]),
        ("DE\u{301}PRESSION", &[MentalHealth]),
    ];
    for (text, matters) in cases {
        let found = touched(condition("c", json!({"text": text})));
        assert!(matters.iter().all(|matter| found.contains(matter)), "{text}: {found:?}");
    }
}

#[test]
fn rule_2_words_within_words_and_innocent_phrases_touch_nothing() {
    for text in [
        "Lives in Essex",
        "One pill daily",
        "Wears hearing aids",
        "Hives",
        "Exercise stress test",
        "Stress fracture of foot",
        "Terminal ileum normal",
        "Alcohol gel dermatitis",
        "Strangulated hernia",
        "DNA - did not attend",
        "Speaks in full sentences",
        "Lactate level",
        "ST depression on ECG",
        "Scunthorpe",
        "Cardiac catheterisation",
    ] {
        assert_eq!(touched(condition("c", json!({"text": text}))), set(&[]), "{text}");
    }
}

#[test]
fn rule_2_reads_notes_narratives_values_titles_and_reference_displays() {
    let plain = || json!({"text": "Review"});
    let holders = [
        observation(plain(), json!({"note": [{"text": "hears voices"}]})),
        observation(plain(), json!({"valueString": "bipolar"})),
        observation(
            plain(),
            json!({"text": {"status": "generated", "div": "<div>bi<b>polar</b></div>"}}),
        ),
        observation(
            plain(),
            json!({"performer": [{"reference": "Organization/1", "display": "Community Mental Health Team"}]}),
        ),
        observation(
            plain(),
            json!({"extension": [{"url": "https://example.org/x", "valueString": "bipolar"}]}),
        ),
        json!({"resourceType": "Encounter", "status": "finished", "class": {"code": "AMB"}, "subject": {"reference": "Patient/p"},
            "serviceType": {"text": "Psychiatry"}}),
    ];
    for holder in holders {
        assert_eq!(touched(holder.clone()), set(&[MentalHealth]), "{holder}");
    }
}

#[test]
fn rule_2_names_of_people_are_no_words_about_health() {
    let named = json!({"performer": [{"reference": "Practitioner/1", "display": "Dr Gay Church"}]});
    assert_eq!(touched(observation(json!({"text": "Review"}), named)), set(&[]));
    let doctor =
        json!({"resourceType": "Practitioner", "name": [{"family": "Church", "given": ["Gay"]}]});
    assert_eq!(touched(doctor), set(&[]));
}

#[test]
fn rule_2_reads_letters_and_says_which_it_cannot_read() {
    let attached = |kind: &str, data: &str| letter(json!({"contentType": kind, "data": data}));
    // "Known to have bipolar disorder." as plain text, HTML ("bi<b>polar</b>") and RTF.
    for (kind, data) in [
        ("text/plain; charset=utf-8", "S25vd24gdG8gaGF2ZSBiaXBvbGFyIGRpc29yZGVyLg=="),
        ("text/html", "PHA+S25vd24gdG8gaGF2ZSBiaTxiPnBvbGFyPC9iPiBkaXNvcmRlci48L3A+"),
        ("text/rtf", "e1xydGYxIEtub3duIHRvIGhhdmUgXGIgYmlwb2xhclxiMCAgZGlzb3JkZXIuXHBhcn0="),
    ] {
        let placement = &place(&[attached(kind, data)])[0];
        assert_eq!(
            (placement.matters.clone(), placement.never.clone()),
            (set(&[MentalHealth]), None),
            "{kind}"
        );
    }
    let unread = [
        attached("application/pdf", "JVBERi0xLjQ="),
        attached("image/tiff", "SUkqAA=="),
        attached("text/plain", "%%%"),
        attached("text/plain", ""),
        attached("text/html", "PGltZyBzcmM9Ii4uLiI+aGVsbG8="),
        letter(json!({"url": "https://example.org/letter.txt"})),
        letter(json!({"title": "Letter"})),
    ];
    for letter in unread {
        assert_eq!(never(letter.clone()), Some(WhyNever::Unreadable), "{letter}");
    }
}

#[test]
fn rule_2_a_letter_may_stand_in_a_binary_of_the_record() {
    let letter = letter(json!({"contentType": "text/plain", "url": "Binary/b"}));
    let text = json!({"resourceType": "Binary", "id": "b", "contentType": "text/plain", "data": "S25vd24gdG8gaGF2ZSBiaXBvbGFyIGRpc29yZGVyLg=="});
    let placed = place(&[letter, text]);
    assert_eq!(placed[0].never, None);
    assert_eq!(placed[0].matters, set(&[MentalHealth]));
}

#[test]
fn medicines_that_give_a_matter_away_have_it() {
    for (name, matter) in [
        ("Priadel 400mg tablets", MentalHealth),
        ("Clozapine 100mg", MentalHealth),
        ("Sertraline 50mg", MentalHealth),
        ("Espranor", AlcoholAndDrugs),
        ("Acamprosate", AlcoholAndDrugs),
        ("Truvada", SexualHealth),
        ("Mifepristone 200mg", TerminationAndLoss),
        ("Microgynon 30", PregnancyAndContraception),
        ("Elvanse 30mg", AutismAndAdhd),
        ("Donepezil", MentalCapacity),
        ("Solifenacin", BladderAndBowel),
    ] {
        assert!(touched(medicine("m", name, json!({}))).contains(&matter), "{name}");
    }
    assert_eq!(
        never(medicine("m", "Clomifene 50mg", json!({}))),
        Some(WhyNever::Restricted(FertilityTreatment))
    );
}

#[test]
fn a_medicine_of_several_uses_is_asked_about_unless_a_reason_is_recorded() {
    let back = condition("back", json!({"text": "Low back pain"}));
    let reason = json!({"reasonReference": [{"reference": "Condition/back"}]});
    let dangling = json!({"reasonReference": [{"reference": "Condition/gone"}]});
    for name in [
        "Amitriptyline 10mg",
        "Pregabalin",
        "Sodium valproate",
        "Methadone 5mg tablets",
        "Buprenorphine 5micrograms/hour transdermal patches",
    ] {
        let placed = place(&[
            medicine("a", name, json!({})),
            medicine("b", name, reason.clone()),
            medicine("c", name, dangling.clone()),
            back.clone(),
        ]);
        let asked: Vec<bool> = placed.iter().map(|placement| placement.ambiguous).collect();
        assert_eq!(asked, [true, false, true, false], "{name}");
        assert!(placed.iter().all(|placement| placement.own.is_empty()), "{name}");
    }
}

#[test]
fn a_medicine_of_several_uses_is_known_behind_a_reference() {
    let medication =
        json!({"resourceType": "Medication", "id": "m", "code": {"text": "Amitriptyline 10mg"}});
    let request = json!({"resourceType": "MedicationRequest", "id": "r", "status": "active", "intent": "order",
        "subject": {"reference": "Patient/p"}, "medicationReference": {"reference": "Medication/m"}});
    assert!(place(&[request, medication])[0].ambiguous);
}
