//! What can be wrong with a server, and what the person sees of it: a page that says what happened and what to
//! do. Never a wrong package, never a part of one, and nothing recorded that says otherwise.

use super::people::{ID, NUMBER, condition, found, honest, patient, record, searched};
use super::script::{Asked, FHIR, Reply, Script, Step, answer, fhir, head, status};
use super::settings;
use crate::browser::{Browser, Page};
use crate::story::{ASKED, PASSWORD, client, submission, submit};
use crate::support::{Kind, Stage, identity, person};
use crate::web_journey::{choose, leads_to};
use axum::http::StatusCode;
use consent::ids::{PersonId, RequestId};
use serde_json::{Value, json};
use server::config::SourceKind;
use server::portal::Actor;
use server::records::FhirSource;
use std::time::Duration;

/// Somebody who permitted the server to be read and has chosen, in front of their browser.
struct Scene {
    stage: Stage,
    script: Script,
    browser: Browser,
    me: PersonId,
    id: RequestId,
}

impl Scene {
    async fn new() -> Self {
        let script = Script::new(|asked| honest(asked, &record())).await;
        let fhir = settings(&script.base);
        let stage = Stage::with(Kind::Sqlite, |config| {
            config.records.source = SourceKind::Fhir;
            config.records.fhir = fhir;
        })
        .await
        .unwrap();
        let me = person(&stage, 0).await;
        let client = client(&stage.portal, "dwp-pip-leeds").await;
        let asked = submission(&stage.portal, "PIP-1", identity(0), &ASKED);
        let id = submit(&stage.portal, &client, asked).await.id;
        stage.portal.permit_source(&Actor::Person(me), me, FhirSource::ID).await.unwrap();
        let mut browser = Browser::signed_in(&stage, "one@example.org").await;
        leads_to(
            &choose(&mut browser, id, &["conditions", "medicines"], &[]).await,
            &format!("/requests/{id}/preview"),
        );
        Self { stage, script, browser, me, id }
    }

    async fn preview(&mut self) -> Page {
        self.browser.get(&format!("/requests/{}/preview", self.id)).await
    }

    /// The page says these words and where to go on; nothing is kept, sent or decided; the choices are there still.
    async fn nothing_but_words(&mut self, page: &Page, words: &str, why: &str) {
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE, "{}", page.text);
        assert!(page.text.contains(words), "{words}: {}", page.text);
        assert!(page.text.contains("Nothing was sent to anybody"));
        assert!(page.text.contains(&format!("href=\"/requests/{}/preview\"", self.id)));
        for never in [NUMBER, "Asthma", "epression", ID, "FHIR"] {
            assert!(!page.text.contains(never), "{never}: {}", page.text);
        }
        for table in ["preview", "package", "said", "receipt", "collection"] {
            let rows = self.stage.number(&format!("SELECT COUNT(*) FROM {table}")).await;
            assert_eq!(rows, 0, "{table}");
        }
        let kinds = self.stage.kinds().await;
        assert_eq!(&kinds[kinds.len() - 2..], ["record-read", "record-not-read"]);
        for never in ["preview-made", "decided", "collected"] {
            assert!(!kinds.contains(&never.to_owned()));
        }
        let past = self.stage.portal.history(&Actor::Person(self.me), self.me, None).await.unwrap();
        assert_eq!(past.events[0].data["why"], why);
        let file = self.browser.get(&format!("/requests/{}/package.json", self.id)).await;
        assert_eq!(file.status, StatusCode::SEE_OTHER, "there is no file");
        let draft =
            self.stage.portal.draft(&Actor::Person(self.me), self.me, self.id).await.unwrap();
        assert_eq!(draft.unwrap().answers.len(), ASKED.len());
    }
}

const UNREACHABLE: (&str, &str) = ("did not answer, or it took too long", "unreachable");
const WRONG: (&str, &str) = ("is not right, or is not all of it", "wrong");
const SOMEBODY_ELSE: (&str, &str) = ("something about somebody else", "other-person");

/// The whole answer of an honest server, as one.
fn whole() -> Vec<u8> {
    let all = record();
    let body = found(&[&all[0], &all[1], &all[2]]).to_string();
    [head(200, &[FHIR], body.len()), body.into_bytes()].concat()
}

fn everything(entries: &[Value]) -> Reply {
    fhir(&found(&entries.iter().collect::<Vec<_>>()))
}

/// Each fault by its name, with what becomes of it.
fn faults() -> Vec<(&'static str, Reply, (&'static str, &'static str))> {
    let all = record();
    let body = found(&[&all[0], &all[1], &all[2]]).to_string();
    let half = body.len() / 2;
    let text = body.as_bytes();
    let circle = |id: &str, of: &str| json!({ "resourceType": "Organization", "id": id, "partOf": { "reference": format!("Organization/{of}") } });
    let mut round = found(&[&all[0], &all[1]]);
    round.as_object_mut().unwrap().remove("total");
    round["link"] =
        json!([{ "relation": "next", "url": format!("Patient/{ID}/$everything?again") }]);
    let two_contents = condition("con-1", ID, "310496002", "Moderate depression");
    let mut twice = found(&[&all[0], &all[1], &two_contents]);
    twice.as_object_mut().unwrap().remove("total");
    let flood = format!("HTTP/1.1 200 OK\r\n{}: {}\r\n\r\n[", FHIR.0, FHIR.1).into_bytes();
    vec![
        (
            "slow: the head does not come in time",
            vec![Step::Pause(Duration::from_millis(900)), Step::Send(whole())],
            UNREACHABLE,
        ),
        ("hang: nothing comes at all", vec![Step::Hang], UNREACHABLE),
        ("reset before the answer", vec![Step::Reset], UNREACHABLE),
        (
            "reset in the middle of it",
            vec![Step::Send(whole()[..half].to_vec()), Step::Reset],
            UNREACHABLE,
        ),
        (
            "half-close in the middle of it",
            vec![Step::Send(whole()[..half].to_vec()), Step::HalfClose],
            UNREACHABLE,
        ),
        (
            "trickle: a byte now and then, never silent for long",
            vec![Step::Trickle(whole(), Duration::from_millis(25))],
            UNREACHABLE,
        ),
        ("500", status(500), UNREACHABLE),
        ("503 for ever", answer(503, &[("retry-after", "0")], ""), UNREACHABLE),
        ("403", status(403), WRONG),
        (
            "wrong type: a page that says sorry, with 200",
            answer(200, &[("content-type", "text/html")], "<h1>Sorry</h1>"),
            WRONG,
        ),
        ("wrong type: no type at all", answer(200, &[], &body), WRONG),
        ("wrong type: one resource", fhir(&all[0]), WRONG),
        ("huge: without an end", vec![Step::Send(flood), Step::Flood(vec![b' '; 65536])], WRONG),
        (
            "huge: small on the wire, large when it is unpacked",
            answer(200, &[FHIR, ("content-encoding", "gzip")], "\u{1f}"),
            WRONG,
        ),
        (
            "another patient's data",
            everything(&[
                all[0].clone(),
                condition("con-9", "pat-9", "310496002", "Moderate depression"),
            ]),
            SOMEBODY_ELSE,
        ),
        (
            "another patient, instead of this one",
            everything(&[patient("pat-9", "4010232137")]),
            SOMEBODY_ELSE,
        ),
        (
            "the same patient by id, with another number",
            everything(&[patient(ID, "4010232137"), all[1].clone()]),
            SOMEBODY_ELSE,
        ),
        ("duplicates: the same id in two contents", fhir(&twice), WRONG),
        ("pages that go round in a circle", fhir(&round), WRONG),
        (
            "a circle of organisations that it does not hold",
            everything(&[
                all[0].clone(),
                all[1].clone(),
                circle("o1", "o1"),
                json!({ "resourceType": "Organization", "id": "o2", "stu3": true }),
            ]),
            WRONG,
        ),
        (
            "truncated, and it says so: less came than was said",
            vec![Step::Send(head(200, &[FHIR], text.len())), Step::Send(text[..half].to_vec())],
            UNREACHABLE,
        ),
        (
            "truncated, and it does not say so",
            vec![Step::Send(head(200, &[FHIR], half)), Step::Send(text[..half].to_vec())],
            WRONG,
        ),
        (
            "not as many as it says",
            fhir(
                &json!({ "resourceType": "Bundle", "type": "searchset", "total": 9, "entry": [{ "resource": all[0] }] }),
            ),
            WRONG,
        ),
        (
            "an element twice in one object",
            answer(
                200,
                &[FHIR],
                &body.replacen("\"id\":\"con-1\"", "\"id\":\"con-1\",\"id\":\"con-1\"", 1),
            ),
            WRONG,
        ),
    ]
}

#[tokio::test]
async fn whatever_is_wrong_with_the_server_there_are_words_and_never_a_package() {
    let mut scene = Scene::new().await;
    for (name, reply, (words, why)) in faults() {
        println!("{name}");
        let at = |wanted: &'static str, reply: Reply| {
            move |asked: &Asked| {
                let here = match wanted {
                    "Patient" => searched(asked) == Some("Patient"),
                    _ => asked.path.contains(wanted),
                };
                if here { reply.clone() } else { honest(asked, &record()) }
            }
        };
        scene.script.now(at("$everything", reply.clone()));
        let page = scene.preview().await;
        scene.nothing_but_words(&page, words, why).await;
        // The same where it is asked who the person is, as far as it does not depend on what comes.
        if why == "unreachable" {
            scene.script.now(at("Patient", reply));
            let page = scene.preview().await;
            scene.nothing_but_words(&page, words, why).await;
        }
    }
    // Nothing stays behind: as soon as the server is well, there is the package.
    scene.script.now(|asked| honest(asked, &record()));
    let page = scene.preview().await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("Asthma"));
}

/// The sources page, its spaces all alike.
async fn sources(browser: &mut Browser) -> String {
    browser.get("/sources").await.text.replace('\u{a0}', " ")
}

#[tokio::test]
async fn the_sources_page_and_the_history_say_what_happened() {
    let mut scene = Scene::new().await;
    assert!(!sources(&mut scene.browser).await.contains("Last read"));
    assert_eq!(scene.preview().await.status, StatusCode::OK);
    let text = sources(&mut scene.browser).await;
    assert!(text.contains("Last read 2 November 2026") && text.contains("health record"), "{text}");
    assert!(
        text.contains("It does not keep your health record.") && !text.contains("inside Sayso")
    );
    scene.stage.clock.advance(3600);
    scene.script.now(|asked| {
        if asked.path.contains("$everything") {
            vec![Step::Reset]
        } else {
            honest(asked, &record())
        }
    });
    scene.browser = Browser::signed_in(&scene.stage, "one@example.org").await;
    assert_eq!(scene.preview().await.status, StatusCode::SERVICE_UNAVAILABLE);
    let text = sources(&mut scene.browser).await;
    assert!(text.contains("Last read 2 November 2026"), "{text}");
    assert!(text.contains("We got no answer, or it took too long. Nothing was sent."), "{text}");
    assert!(scene.browser.get("/history").await.text.contains("could not read"));
    // The choosing page stands without the counts.
    let page = scene.browser.get(&format!("/requests/{}/choose", scene.id)).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.text.matches(" checked").count(), ASKED.len(), "what was ticked is there");
    assert!(page.text.contains("We could not read your record just now"), "{}", page.text);
    // Well again, and read again: only that is said.
    scene.script.now(|asked| honest(asked, &record()));
    assert_eq!(scene.preview().await.status, StatusCode::OK);
    assert!(!sources(&mut scene.browser).await.contains("It did not answer"));
}

#[tokio::test]
async fn confirming_records_nothing_while_the_server_does_not_answer() {
    let mut scene = Scene::new().await;
    let shown = scene.preview().await;
    let digest = shown.digest().to_owned();
    let confirm = format!("/requests/{}/confirm", scene.id);
    for (reply, words) in [
        (vec![Step::Reset], UNREACHABLE.0),
        (everything(&[patient("pat-9", "4010232137")]), SOMEBODY_ELSE.0),
    ] {
        scene.script.now(move |asked| {
            if asked.path.contains("$everything") {
                reply.clone()
            } else {
                honest(asked, &record())
            }
        });
        let page =
            scene.browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
        assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(page.text.contains(words));
        assert!(page.text.contains(&format!("href=\"/requests/{}/preview\"", scene.id)));
        for table in ["package", "said", "receipt"] {
            let rows = scene.stage.number(&format!("SELECT COUNT(*) FROM {table}")).await;
            assert_eq!(rows, 0, "{table}");
        }
    }
    // Refusing everything needs no server.
    leads_to(
        &choose(&mut scene.browser, scene.id, &[], &[]).await,
        &format!("/requests/{}/preview", scene.id),
    );
    assert_eq!(scene.preview().await.status, StatusCode::OK);
    // What was shown is recorded once the server answers the same again.
    scene.script.now(|asked| honest(asked, &record()));
    choose(&mut scene.browser, scene.id, &["conditions", "medicines"], &[]).await;
    let digest = scene.preview().await.digest().to_owned();
    let page = scene.browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
}

#[tokio::test]
async fn a_slow_server_holds_no_transaction() {
    let mut scene = Scene::new().await;
    let (portal, me, id) = (scene.stage.portal.clone(), scene.me, scene.id);
    scene.script.now(|_| vec![Step::Hang]);
    let reading = tokio::spawn({
        let portal = portal.clone();
        async move { portal.preview(&Actor::Person(me), me, id).await.map(drop) }
    });
    while !scene
        .script
        .asked()
        .iter()
        .any(|asked| asked.path.contains("metadata") || searched(asked).is_some())
    {
        tokio::task::yield_now().await;
    }
    // Somebody else writes and reads meanwhile: SQLite has one writer, and it is free.
    person(&scene.stage, 1).await;
    assert_eq!(scene.browser.get("/requests").await.status, StatusCode::OK);
    assert!(!reading.is_finished());
    reading.abort();
}

#[tokio::test]
async fn nothing_is_imported_while_records_come_from_a_server() {
    let scene = Scene::new().await;
    let number = identity(0).nhs_number.unwrap();
    let refused = scene
        .stage
        .portal
        .import_record(&Actor::Operator, &number, b"{}".to_vec())
        .await
        .unwrap_err();
    assert!(refused.to_string().contains("FHIR server"));
    assert_eq!(refused.refusal().unwrap().code(), "import-elsewhere");
}
