//! What is asked of a FHIR server, and what of its answers is taken: all of one person, or nothing.

use super::people::{
    ID, NUMBER, condition, found, honest, patient, record, searched, type_by_type,
};
use super::script::{FHIR, Reply, Script, Step, answer, fhir, status};
use super::settings;
use consent::identity::NhsNumber;
use consent::record::Record;
use consent::time::At;
use serde_json::{Value, json};
use server::clock::FixedClock;
use server::config::FhirSettings;
use server::records::{FhirSource, RecordSource, SourceFault};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

fn number() -> NhsNumber {
    NhsNumber::parse(NUMBER).unwrap()
}

fn source(settings: &FhirSettings) -> FhirSource {
    let clock = FixedClock::at(At::parse_rfc3339("2026-11-02T09:00:00Z").unwrap());
    FhirSource::new(settings, Arc::new(clock)).unwrap()
}

async fn read(script: &Script) -> Result<Option<Record>, SourceFault> {
    let bytes = source(&settings(&script.base)).read(&number()).await?;
    Ok(bytes.map(|bytes| Record::parse(&bytes, Some(&number())).unwrap()))
}

/// The entries by type and id.
fn places(record: &Record) -> BTreeSet<String> {
    let place = |one: &Value| {
        format!("{}/{}", one["resourceType"].as_str().unwrap(), one["id"].as_str().unwrap())
    };
    record.entries().iter().map(|entry| place(&entry.resource)).collect()
}

async fn wrong(script: &Script, what: &str) {
    match read(script).await {
        Err(SourceFault::Wrong(why)) => assert!(why.contains(what), "{why}"),
        other => panic!("{what}: {other:?}"),
    }
}

async fn other_person(script: &Script) {
    match read(script).await {
        Err(SourceFault::OtherPerson(why)) => assert!(!why.contains(NUMBER) && !why.contains(ID)),
        other => panic!("{other:?}"),
    }
}

async fn unreachable(script: &Script) {
    match read(script).await {
        Err(SourceFault::Unreachable(_)) => {}
        other => panic!("{other:?}"),
    }
}

/// Everything that follows the search for the Patient is answered like this.
async fn everything(reply: impl Fn() -> Reply + Send + Sync + 'static) -> Script {
    Script::new(
        move |asked| {
            if asked.path.contains("$everything") { reply() } else { honest(asked, &record()) }
        },
    )
    .await
}

fn all() -> BTreeSet<String> {
    let all = [
        "Condition/con-1",
        "Observation/obs-1",
        "Organization/org-1",
        "Organization/org-2",
        "Patient/pat-1",
        "Practitioner/doc-1",
    ];
    all.map(str::to_owned).into()
}

/// The record with a reference to an organisation, whose parts go round in a circle.
fn with_organisation() -> Vec<Value> {
    let mut all = record();
    all[2]["performer"] = json!([{ "reference": "Organization/org-1" }]);
    all
}

#[tokio::test]
async fn everything_is_read_and_what_it_refers_to_until_nothing_more_is() {
    let script = Script::new(|asked| honest(asked, &with_organisation())).await;
    let record = read(&script).await.unwrap().unwrap();
    assert_eq!(places(&record), all());
    assert_eq!(record.nhs_number(), Some(&number()));
}

#[tokio::test]
async fn without_everything_the_same_is_read_type_by_type() {
    let script = Script::new(|asked| type_by_type(asked, &with_organisation())).await;
    assert_eq!(places(&read(&script).await.unwrap().unwrap()), all());
    let asked = script.asked();
    assert!(asked.iter().any(|one| one.path == format!("/Patient/{ID}/$everything?_count=500")));
    for kind in ["Claim", "Provenance", "QuestionnaireResponse", "Task"] {
        assert!(asked.iter().any(|one| searched(one) == Some(kind)), "{kind}");
    }
}

#[tokio::test]
async fn a_text_that_an_attachment_points_to_is_read_where_it_can_be() {
    let with_letters = || {
        let letter = |id: &str, text: &str| {
            json!({
                "resourceType": "DocumentReference",
                "id": id,
                "status": "current",
                "subject": { "reference": format!("Patient/{ID}") },
                "content": [{ "attachment": { "contentType": "text/plain", "url": format!("Binary/{text}") } }]
            })
        };
        let mut all = record();
        all.extend([letter("doc-1", "bin-1"), letter("doc-2", "bin-2"), letter("doc-3", "bin-3")]);
        all
    };
    let script = Script::new(move |asked| match asked.path.as_str() {
        "/Binary/bin-1" => fhir(&json!({
            "resourceType": "Binary", "id": "bin-1", "contentType": "text/plain", "data": "TG93IG1vb2Qu"
        })),
        "/Binary/bin-2" => answer(200, &[("content-type", "text/plain")], "Low mood."),
        "/Binary/bin-3" => status(404),
        _ => honest(asked, &with_letters()),
    })
    .await;
    let places = places(&read(&script).await.unwrap().unwrap());
    assert!(places.contains("Binary/bin-1") && places.contains("DocumentReference/doc-3"));
    assert!(!places.contains("Binary/bin-2") && !places.contains("Binary/bin-3"));
    script.now(move |asked| match asked.path.as_str() {
        path if path.starts_with("/Binary/") => fhir(&patient("pat-9", "4010232137")),
        _ => honest(asked, &with_letters()),
    });
    wrong(&script, "something else comes").await;
}

#[tokio::test]
async fn what_the_server_says_that_it_can_do_is_what_it_is_asked_for() {
    let statement = json!({
        "resourceType": "CapabilityStatement",
        "fhirVersion": "4.0.1",
        "rest": [{ "mode": "server", "resource": [
            { "type": "Patient", "operation": [{ "name": "match" }] },
            { "type": "Condition", "searchParam": [{ "name": "subject" }] },
            { "type": "Observation" },
            { "type": "Practitioner" },
        ] }]
    });
    let script = Script::new(move |asked| match asked.path.as_str() {
        "/metadata" => fhir(&statement),
        _ => type_by_type(asked, &with_organisation()),
    })
    .await;
    let record = read(&script).await.unwrap().unwrap();
    assert!(!places(&record).contains("Organization/org-1"), "the server has no organisations");
    let asked = script.asked();
    let kinds: BTreeSet<&str> = asked.iter().filter_map(searched).collect();
    assert_eq!(kinds, BTreeSet::from(["Condition", "Observation", "Patient", "Practitioner"]));
    assert!(!asked.iter().any(|one| one.path.contains("$everything")));
    let condition = asked.iter().find(|one| searched(one) == Some("Condition")).unwrap();
    assert_eq!(condition.field("subject"), Some(format!("Patient/{ID}")));
}

#[tokio::test]
async fn a_server_that_says_nothing_of_use_is_asked_for_everything() {
    for said in [
        json!({ "resourceType": "CapabilityStatement", "fhirVersion": "4.0.1", "rest": [{ "mode": "server" }] }),
        json!({ "resourceType": "CapabilityStatement", "fhirVersion": "4.0.1" }),
        json!({ "resourceType": "Bundle", "type": "searchset", "total": 0 }),
    ] {
        let script = Script::new(move |asked| match asked.path.as_str() {
            "/metadata" => fhir(&said),
            _ => honest(asked, &with_organisation()),
        })
        .await;
        assert_eq!(places(&read(&script).await.unwrap().unwrap()), all());
    }
}

#[tokio::test]
async fn another_version_of_fhir_is_not_read() {
    let script = Script::new(|asked| match asked.path.as_str() {
        "/metadata" => {
            fhir(&json!({ "resourceType": "CapabilityStatement", "fhirVersion": "5.0.0" }))
        }
        _ => honest(asked, &record()),
    })
    .await;
    wrong(&script, "another version").await;
}

#[tokio::test]
async fn the_number_is_in_no_address_and_no_header() {
    let script = Script::new(|asked| type_by_type(asked, &record())).await;
    read(&script).await.unwrap();
    for asked in script.asked() {
        let headers = format!("{:?}", asked.headers);
        assert!(!asked.path.contains(NUMBER) && !headers.contains(NUMBER));
        assert!(
            asked.path == "/metadata"
                || asked.path.contains("$everything")
                || asked.method == "POST"
        );
        for header in ["cookie", "referer", "accept-encoding", "authorization"] {
            assert!(!asked.headers.contains_key(header), "{header}");
        }
        assert_eq!(asked.headers["accept"], "application/fhir+json");
    }
    let search = &script.asked()[1];
    let identifier = format!("https://fhir.nhs.uk/Id/nhs-number|{NUMBER}");
    assert_eq!(
        (search.path.as_str(), search.field("identifier")),
        ("/Patient/_search", Some(identifier))
    );
}

#[tokio::test]
async fn nobody_is_no_record_and_two_are_refused() {
    let script = Script::new(|asked| honest(asked, &[])).await;
    assert!(read(&script).await.unwrap().is_none());
    let twins = [patient(ID, NUMBER), patient("pat-2", NUMBER)];
    script.now(move |asked| honest(asked, &twins));
    wrong(&script, "not exactly one Patient").await;
    // As many as it says, or none of them.
    script.now(|asked| match searched(asked) {
        Some("Patient") => {
            let mut one = found(&[&patient(ID, NUMBER)]);
            one["total"] = json!(2);
            fhir(&one)
        }
        _ => honest(asked, &record()),
    });
    wrong(&script, "not exactly one Patient").await;
}

#[tokio::test]
async fn a_patient_of_another_number_or_a_doubted_one_is_not_taken() {
    let answering = |patient: Value| {
        move |asked: &super::script::Asked| match searched(asked) {
            Some("Patient") => fhir(&found(&[&patient])),
            _ => honest(asked, &record()),
        }
    };
    let script = Script::new(answering(patient(ID, "4010232137"))).await;
    other_person(&script).await;
    let mut without = patient(ID, NUMBER);
    without["identifier"][0]["system"] = json!("https://hospital.example/mrn");
    script.now(answering(without));
    other_person(&script).await;
    let status = |code: &str| {
        let mut doubted = patient(ID, NUMBER);
        doubted["identifier"][0]["extension"] = json!([{
            "url": "https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus",
            "valueCodeableConcept": { "coding": [{ "system": "https://fhir.hl7.org.uk/CodeSystem/UKCore-NHSNumberVerificationStatusEngland", "code": code }] }
        }]);
        doubted
    };
    script.now(answering(status("number-present-but-not-traced")));
    wrong(&script, "not verified").await;
    script.now(answering(status("number-present-and-verified")));
    assert!(read(&script).await.unwrap().is_some());
}

#[tokio::test]
async fn all_pages_are_read_below_the_servers_own_address_alone() {
    let page = |resources: &[&Value], next: Option<&str>| {
        let mut page = found(resources);
        page["total"] = json!(3);
        if let Some(next) = next {
            page["link"] =
                json!([{ "relation": "self", "url": "x" }, { "relation": "next", "url": next }]);
        }
        fhir(&page)
    };
    let three = move |asked: &super::script::Asked| {
        let all = record();
        match asked.path.as_str() {
            path if path.contains("$everything") => page(&[&all[0]], Some("?page=2")),
            "/?page=2" => page(&[&all[1]], Some("Patient?page=3")),
            "/Patient?page=3" => page(&[&all[2]], None),
            _ => honest(asked, &all),
        }
    };
    let script = Script::new(three).await;
    let read_all = places(&read(&script).await.unwrap().unwrap());
    assert!(read_all.contains("Condition/con-1") && read_all.contains("Observation/obs-1"));

    // Another server, though it would answer, is never asked.
    let elsewhere = Script::new(|asked| honest(asked, &record())).await;
    let address = format!("{}/Patient?page=2", elsewhere.base);
    script.now(move |asked| {
        if asked.path.contains("$everything") {
            page(&[&record()[0]], Some(&address))
        } else {
            honest(asked, &record())
        }
    });
    wrong(&script, "somewhere else").await;
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = Script::new(|asked| honest(asked, &record())).await;
    for code in [301, 302, 307, 308] {
        let to = format!("{}/Patient/_search", elsewhere.base);
        let script = Script::new(move |asked| {
            if searched(asked) == Some("Patient") {
                answer(code, &[("location", &to)], "")
            } else {
                honest(asked, &record())
            }
        })
        .await;
        wrong(&script, &code.to_string()).await;
    }
    assert!(elsewhere.asked().is_empty());
}

#[tokio::test]
async fn pages_that_overlap_hide_what_slipped_away_and_are_refused() {
    // Three are said, and three come: but one of them twice.
    let script = everything(|| {
        let all = record();
        fhir(&found(&[&all[0], &all[1], &all[1]]))
    })
    .await;
    wrong(&script, "not as many").await;
}

#[tokio::test]
async fn the_same_twice_is_once_and_in_two_contents_is_refused() {
    let twice = |second: Value| {
        move || {
            let all = record();
            let mut bundle = found(&[&all[0], &all[1], &second]);
            bundle.as_object_mut().unwrap().remove("total");
            fhir(&bundle)
        }
    };
    let script = everything(twice(record()[1].clone())).await;
    let record = read(&script).await.unwrap().unwrap();
    assert_eq!(record.entries().iter().filter(|one| one.kind.as_str() == "Condition").count(), 1);
    let other = condition("con-1", ID, "310496002", "Moderate depression");
    let script = everything(twice(other)).await;
    wrong(&script, "two contents").await;
}

#[tokio::test]
async fn a_server_that_ignores_what_is_searched_for_gives_nothing() {
    // Everybody's conditions, whoever is asked about.
    let script = Script::new(|asked| match searched(asked) {
        Some("Condition") => fhir(&found(&[
            &condition("con-1", ID, "195967001", "Asthma"),
            &condition("con-9", "pat-9", "310496002", "Moderate depression"),
        ])),
        _ => type_by_type(asked, &record()),
    })
    .await;
    other_person(&script).await;
    // Every practitioner, whichever is asked for.
    script.now(|asked| match searched(asked) {
        Some("Practitioner") => {
            fhir(&found(&[&json!({ "resourceType": "Practitioner", "id": "doc-9" })]))
        }
        _ => type_by_type(asked, &record()),
    });
    wrong(&script, "not asked for").await;
    // Another type than the one searched for.
    script.now(|asked| match searched(asked) {
        Some("Condition") => fhir(&found(&[&record()[2]])),
        _ => type_by_type(asked, &record()),
    });
    wrong(&script, "another type").await;
}

#[tokio::test]
async fn a_type_that_cannot_be_searched_leaves_no_part_of_the_rest() {
    for code in [400, 403, 404, 501] {
        let script = Script::new(move |asked| match searched(asked) {
            Some("Observation") => status(code),
            _ => type_by_type(asked, &record()),
        })
        .await;
        wrong(&script, &format!("answers {code} to a search for Observation")).await;
    }
}

#[tokio::test]
async fn an_error_among_the_entries_and_a_second_patient_refuse_the_whole() {
    let outcome = json!({ "resourceType": "OperationOutcome", "issue": [{ "severity": "error", "code": "timeout" }] });
    let script = everything(move || {
        let all = record();
        let mut bundle = found(&[&all[0], &all[1]]);
        let entry = json!({ "search": { "mode": "outcome" }, "resource": outcome });
        bundle["entry"].as_array_mut().unwrap().push(entry);
        fhir(&bundle)
    })
    .await;
    wrong(&script, "an error among the entries").await;
    let script = everything(|| {
        let all = record();
        fhir(&found(&[&all[0], &patient("pat-2", "4010232137")]))
    })
    .await;
    other_person(&script).await;
}

#[tokio::test]
async fn what_is_busy_is_asked_again_twice_and_no_more() {
    let tries = Arc::new(AtomicUsize::new(0));
    let counting = |tries: &Arc<AtomicUsize>, fails: usize, code: u16, wait: &'static str| {
        let tries = tries.clone();
        tries.store(0, Ordering::SeqCst);
        move |asked: &super::script::Asked| {
            if searched(asked) == Some("Patient") && tries.fetch_add(1, Ordering::SeqCst) < fails {
                return answer(code, &[("retry-after", wait)], "");
            }
            honest(asked, &record())
        }
    };
    let script = Script::new(counting(&tries, 2, 503, "0")).await;
    for code in [429, 502, 503, 504] {
        script.now(counting(&tries, 2, code, "0"));
        assert!(read(&script).await.unwrap().is_some(), "{code}");
        assert_eq!(tries.load(Ordering::SeqCst), 3);
    }
    script.now(counting(&tries, 9, 503, "0"));
    unreachable(&script).await;
    assert_eq!(tries.load(Ordering::SeqCst), 3);
    // Who asks for more patience than there is, is asked once.
    script.now(counting(&tries, 9, 503, "3600"));
    unreachable(&script).await;
    assert_eq!(tries.load(Ordering::SeqCst), 1);
    // A connection that broke before an answer is made again.
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = tries.clone();
    script.now(move |asked| {
        if searched(asked) == Some("Patient") && counted.fetch_add(1, Ordering::SeqCst) < 2 {
            return vec![Step::Reset];
        }
        honest(asked, &record())
    });
    assert!(read(&script).await.unwrap().is_some());
    // One that broke in the middle of an answer is not.
    let counted = Arc::new(AtomicUsize::new(0));
    let tries = counted.clone();
    script.now(move |asked| {
        if searched(asked) == Some("Patient") {
            counted.fetch_add(1, Ordering::SeqCst);
            return vec![Step::Send(super::script::head(200, &[FHIR], 100)), Step::Reset];
        }
        honest(asked, &record())
    });
    unreachable(&script).await;
    assert_eq!(tries.load(Ordering::SeqCst), 1);
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_is_told_at_once() {
    let script = Script::new(|_| vec![Step::Hang]).await;
    let mut settings = settings(&script.base);
    settings.at_once = 1;
    settings.silence = Duration::from_secs(30);
    settings.deadline = Duration::from_secs(30);
    let source = Arc::new(source(&settings));
    let first = tokio::spawn({
        let source = source.clone();
        async move { source.read(&number()).await }
    });
    while script.asked().is_empty() {
        tokio::task::yield_now().await;
    }
    assert!(matches!(source.read(&number()).await, Err(SourceFault::Busy)));
    // Whoever goes away frees their place.
    first.abort();
    assert!(first.await.unwrap_err().is_cancelled());
    script.now(|asked| honest(asked, &record()));
    assert!(source.read(&number()).await.unwrap().is_some());
}

#[tokio::test]
async fn nothing_is_remembered_between_answers_but_the_record() {
    let script = Script::new(|asked| {
        let mut reply = honest(asked, &record());
        if let Some(Step::Send(head)) = reply.first_mut() {
            let text = String::from_utf8(head.clone()).unwrap();
            *head = text.replacen("\r\n", "\r\nset-cookie: who=pat-1; Path=/\r\n", 1).into_bytes();
        }
        reply
    })
    .await;
    read(&script).await.unwrap();
    read(&script).await.unwrap();
    assert!(script.asked().iter().all(|asked| !asked.headers.contains_key("cookie")));
}

#[tokio::test]
async fn a_server_that_is_not_there_or_does_not_speak_tls_is_unreachable() {
    let script = Script::new(|asked| honest(asked, &record())).await;
    let gone = script.base.clone();
    let spoken = settings(&script.base.replace("http:", "https:"));
    assert!(matches!(source(&spoken).read(&number()).await, Err(SourceFault::Unreachable(_))));
    drop(script);
    tokio::task::yield_now().await;
    assert!(matches!(
        source(&settings(&gone)).read(&number()).await,
        Err(SourceFault::Unreachable(_))
    ));
}

#[tokio::test]
async fn more_answers_than_are_allowed_end_the_reading() {
    let script = Script::new(|asked| type_by_type(asked, &record())).await;
    let mut few = settings(&script.base);
    few.most_answers = 20;
    match source(&few).read(&number()).await {
        Err(SourceFault::Wrong(why)) => assert!(why.contains("fhir_most_answers")),
        other => panic!("{other:?}"),
    }
}
