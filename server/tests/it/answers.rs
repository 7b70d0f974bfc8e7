//! A professional's answers: taken in for the right request and the right person or not at all, and decided like any item.

use crate::story::*;
use crate::support::{both, identity};
use crate::words::begin;
use consent::category::Category::AnswersToQuestions;
use consent::ids::RequestId;
use serde_json::{Value, json};
use server::portal::requests::CloseReason;
use server::portal::{Actor, Refusal};

fn answers(number: &str) -> Value {
    json!({
        "resourceType": "QuestionnaireResponse",
        "status": "completed",
        "authored": "2026-11-01",
        "author": { "display": "Dr A Jones" },
        "subject": { "identifier": { "system": "https://fhir.nhs.uk/Id/nhs-number", "value": number } },
        "item": [{ "linkId": "1", "text": "How far can they walk?", "answer": [{ "valueString": "Twenty metres." }] }]
    })
}

async fn import(story: &Story<'_>, id: RequestId, file: &Value) -> Result<usize, Refusal> {
    let done =
        story.portal.import_answers(&Actor::Operator, id, file.to_string().into_bytes()).await;
    done.map(|done| done.questions).map_err(|why| why.refusal().unwrap().clone())
}

both!(answers_are_looked_at_and_decided_like_any_item, |stage| async {
    let story = begin(stage).await;
    let mine = answers("9434765919");
    assert_eq!(import(&story, story.id, &mine).await, Ok(1));
    let seen = story.seen().await;
    assert!(!seen.answer_complete && seen.decision_version.is_none(), "the requester sees nothing");
    story.choose(&[Conditions], None).await;
    let shown = story.preview().await.package;
    assert!(!String::from_utf8_lossy(shown.bytes()).contains("metres"));
    story.decide(&[AnswersToQuestions]).await;
    let body = String::from_utf8(story.collect().await.unwrap().into_body()).unwrap();
    assert!(body.contains("Twenty metres.") && body.contains("Dr A Jones"));
    assert!(!body.contains("9434765919"), "who it is about goes only with who-i-am");
    assert_eq!(story.count("answers-imported").await, 1);
    story.log_is_whole().await;
});

both!(answers_to_a_request_that_cannot_take_them_are_refused_with_the_reason, |stage| async {
    let story = begin(stage).await;
    let (portal, mine) = (&story.portal, answers("9434765919"));
    let other = answers("4010232137");
    let refused = import(&story, story.id, &other).await.unwrap_err();
    assert!(refused.to_string().contains("another person"), "{refused}");
    let broken = json!({ "resourceType": "Bundle", "type": "collection" });
    assert!(matches!(import(&story, story.id, &broken).await, Err(Refusal::FileRefused(_))));

    let unasked = submission(portal, "PIP-2", identity(0), &[Conditions]);
    let unasked = submit(portal, &story.client, unasked).await.id;
    assert_eq!(import(&story, unasked, &mine).await, Err(Refusal::NotAskedFor));
    let stranger = submission(portal, "PIP-3", identity(1), &[AnswersToQuestions]);
    let stranger = submit(portal, &story.client, stranger).await.id;
    assert_eq!(import(&story, stranger, &mine).await, Err(Refusal::Unmatched));
    portal.close_request(&story.client, story.id, CloseReason::NoLongerNeeded).await.unwrap();
    assert_eq!(import(&story, story.id, &mine).await, Err(Refusal::RequestClosed));
    let nowhere = RequestId(portal.chance().uuid(portal.now()).unwrap());
    assert_eq!(import(&story, nowhere, &mine).await, Err(Refusal::NotFound));
    assert_eq!(stage.number("SELECT COUNT(*) FROM professional_answer").await, 0);
    assert_eq!(story.count("answers-imported").await, 0);
});

#[test]
fn the_command_says_why_it_refuses() {
    let home = tempfile::tempdir().unwrap();
    std::fs::write(home.path().join("answers.json"), answers("9434765919").to_string()).unwrap();
    let run = |request: &str| {
        std::process::Command::new(env!("CARGO_BIN_EXE_sayso"))
            .current_dir(home.path())
            .env_clear()
            .args(["--json", "answer", "import", "--request", request, "answers.json"])
            .output()
            .unwrap()
    };
    let unknown = run("01a202ad-9c01-7e87-b408-515536d8d41c");
    assert_eq!(unknown.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("there is none of that id"));
    assert_eq!(run("not-an-id").status.code(), Some(2));
}
