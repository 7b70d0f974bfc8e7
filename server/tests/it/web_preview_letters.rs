//! Letters on the preview: one by one, and scans that are opened first.

use crate::browser::{Browser, Page};
use crate::story::{Conditions, PASSWORD, Story};
use crate::support::{Stage, both, person};
use crate::web_journey::leads_to;
use crate::web_preview::{file, share, with};
use axum::http::StatusCode;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::category::Category;
use consent::digest::Digest;
use serde_json::{Value, json};
use server::portal::Refusal;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\nnot really a picture";

fn letter(id: &str, name: &str, day: &str, content_type: &str, bytes: &[u8]) -> Value {
    json!({ "resource": {
        "resourceType": "DocumentReference",
        "id": id,
        "status": "current",
        "type": { "coding": [{ "system": "http://snomed.info/sct", "code": "823691000000103", "display": "Clinical letter" }] },
        "subject": { "reference": "Patient/p" },
        "date": format!("{day}T12:00:00Z"),
        "description": name,
        "author": [{ "reference": "Practitioner/d" }],
        "content": [{ "attachment": { "contentType": content_type, "data": STANDARD.encode(bytes), "title": name } }]
    } })
}

pub(crate) async fn with_letters(stage: &Stage) -> Story<'_> {
    with(stage, &[Conditions, Category::LettersAndDocuments], |entries| {
        entries.extend([
            json!({ "resource": { "resourceType": "Practitioner", "id": "d", "name": [{ "text": "Dr Samira Haqq" }] } }),
            letter("l1", "Chest clinic letter", "2026-03-01", "text/plain", b"Your chest is clear."),
            letter("l2", "Knee clinic letter", "2026-04-01", "text/plain", b"Your knee is worn."),
            letter("l3", "Scanned page", "2026-05-01", "image/png", PNG),
        ]);
    })
    .await
}

/// The keys of the letters on a page, with their names.
pub(crate) fn keys(page: &Page) -> Vec<String> {
    let mut keys: Vec<String> = page
        .text
        .split("name=\"letter.")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned())
        .collect();
    keys.dedup();
    keys
}

fn scan(page: &Page) -> String {
    let rest = page.text.split("Scanned page").nth(1).unwrap();
    rest.split("/letter/").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

both!(each_letter_is_a_choice_of_its_own, |stage| async {
    let story = with_letters(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let page = share(&mut browser, &story, &[]).await;
    let letters = keys(&page);
    assert_eq!(letters.len(), 2, "the scan has no choice yet");
    assert!(!page.text.contains(" checked"), "nothing is ticked");
    assert!(!file(&mut browser, &story).await.contains("DocumentReference"), "silence is no");
    let named = |key: &str| format!("letter.{key}");
    let (first, second) = (named(&letters[0]), named(&letters[1]));
    let digest = page.digest().to_owned();
    let pairs = [
        (first.as_str(), "share"),
        (second.as_str(), "do-not-share"),
        ("digest", &digest),
        ("action", "leave-out"),
    ];
    leads_to(&browser.post(&preview, &pairs).await, &preview);
    let page = browser.get(&preview).await;
    assert_eq!(page.text.matches(" checked").count(), 2, "both answers stand");
    let sent = file(&mut browser, &story).await;
    assert_eq!(sent.matches("\"resourceType\":\"DocumentReference\"").count(), 1);

    // Said the other way round: the other goes.
    let digest = page.digest().to_owned();
    let pairs = [
        (first.as_str(), "do-not-share"),
        (second.as_str(), "share"),
        ("digest", &digest),
        ("action", "leave-out"),
    ];
    leads_to(&browser.post(&preview, &pairs).await, &preview);
    browser.get(&preview).await;
    let other = file(&mut browser, &story).await;
    assert_eq!(other.matches("\"resourceType\":\"DocumentReference\"").count(), 1);
    assert_ne!(other, sent);
    let page =
        browser.post(&preview, &[(first.as_str(), "do-not-share"), ("action", "leave-out")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was said anew");
    let strange = named(&"0".repeat(64));
    let page =
        browser.post(&preview, &[(strange.as_str(), "share"), ("action", "leave-out")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "no such letter");

    // What was chosen is what is released.
    let confirm = format!("/requests/{}/confirm", story.id);
    let digest = browser.get(&preview).await.digest().to_owned();
    let page = browser.get(&confirm).await;
    assert!(page.text.contains("You do not share all that was asked for."), "{}", page.text);
    assert!(!page.text.contains("You keep nothing private"), "a letter stays");
    let page = browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
    assert!(page.location().starts_with("/receipts/"), "{}", page.text);
    assert_eq!(String::from_utf8(story.collect().await.unwrap().into_body()).unwrap(), other);
});

both!(a_tool_may_put_a_letter_in_as_before, |stage| async {
    let story = with_letters(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let key = keys(&share(&mut browser, &story, &[]).await)[1].clone();
    leads_to(&browser.post(&preview, &[("put_in", &key), ("action", "leave-out")]).await, &preview);
    browser.get(&preview).await;
    assert!(file(&mut browser, &story).await.contains("DocumentReference"));
});

both!(a_scan_goes_only_after_it_was_opened, |stage| async {
    let story = with_letters(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let key = scan(&share(&mut browser, &story, &[]).await);
    let named = format!("letter.{key}");
    for pair in [(named.as_str(), "share"), ("put_in", key.as_str())] {
        let page = browser.post(&preview, &[pair, ("action", "leave-out")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{pair:?}");
    }
    // Not only the page refuses it.
    let (actor, me) = (story.actor(), story.me);
    let mut draft = story.portal.draft(&actor, me, story.id).await.unwrap().unwrap();
    draft.put_in.insert(Digest::parse(&key).unwrap());
    let refused = story.portal.save_draft(&actor, me, story.id, &draft, false).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::LetterNotOpened));
    assert_eq!(story.count("letter-opened").await, 0);

    let opened = browser.get(&format!("/requests/{}/letter/{key}", story.id)).await;
    assert_eq!(opened.status, StatusCode::OK);
    let said = |name: &str| opened.headers[name].to_str().unwrap().to_owned();
    assert_eq!(said("content-type"), "image/png");
    assert!(said("content-disposition").starts_with("inline; filename=\"SR-"));
    assert!(said("content-security-policy").starts_with("sandbox;"));
    assert_eq!(
        (said("cache-control").as_str(), said("x-content-type-options").as_str()),
        ("no-store", "nosniff")
    );
    assert_eq!(story.count("letter-opened").await, 1);
    assert!(browser.get("/history").await.text.contains("opened a letter"));

    let page = browser.get(&preview).await;
    assert!(keys(&page).contains(&key), "now there is a choice");
    // Answering again elsewhere does not forget what was opened.
    share(&mut browser, &story, &[]).await;
    leads_to(
        &browser.post(&preview, &[(named.as_str(), "share"), ("action", "leave-out")]).await,
        &preview,
    );
    browser.get(&preview).await;
    assert!(file(&mut browser, &story).await.contains(&STANDARD.encode(PNG)));
});

both!(a_letter_is_opened_by_nobody_else_and_nothing_else_is, |stage| async {
    let story = with_letters(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let key = scan(&share(&mut browser, &story, &[]).await);
    let path = format!("/requests/{}/letter/{key}", story.id);
    person(stage, 1).await;
    let mut other = Browser::signed_in(stage, "two@example.org").await;
    assert_eq!(other.get(&path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(Browser::new(stage).get(&path).await.status, StatusCode::SEE_OTHER);
    for wrong in ["0".repeat(64), "x".to_owned(), format!("{key}?file=2"), format!("{key}?file=0")]
    {
        let page = browser.get(&format!("/requests/{}/letter/{wrong}", story.id)).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{wrong}");
    }
    assert_eq!(story.count("letter-opened").await, 0);
});
