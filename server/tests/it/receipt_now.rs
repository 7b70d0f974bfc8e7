//! A receipt proves what was; under "What happens now" its page says what is, however long after.

use crate::browser::Browser;
use crate::story::*;
use crate::support::both;
use consent::decision::Hold;
use consent::ids::ReceiptId;
use consent::receipt::ReceiptKind;
use server::portal::collections::Erasure;
use server::portal::{Actor, asked, receipts};

const SHARED: &str = "DWP can collect the file. Each time";
const NEWER: &str = "Something newer has happened.";
const OVER: &str = "This is how it was then. You share nothing under this request now.";
const SMALLER: &str = "Look at the smaller file";
const ASKED_TO_ERASE: &str = "We ask DWP to erase what it collected";
const PRESSED: &str = "Then it was not a real yes. You can stop sharing at once.";
const PAUSED: &str = "Look at your request to go on.";

/// What the page of this receipt shows of what was, and what it says under that of now.
async fn both_of(browser: &mut Browser, id: ReceiptId) -> (String, String) {
    let page = browser.get(&format!("/receipts/{id}")).await.text;
    let (was, is) = page.split_once("</article>").unwrap();
    (was.to_owned(), is.to_owned())
}

async fn was(browser: &mut Browser, id: ReceiptId) -> String {
    both_of(browser, id).await.0
}

async fn now(browser: &mut Browser, id: ReceiptId) -> String {
    both_of(browser, id).await.1
}

/// The newest receipt of this kind.
async fn newest(story: &Story<'_>, kind: ReceiptKind) -> ReceiptId {
    let all = story.portal.receipts(&story.actor(), story.me).await.unwrap();
    all.into_iter().find(|receipt| receipt.kind == kind).unwrap().id
}

#[track_caller]
fn says(page: &str, words: &[&str], never: &[&str]) {
    for said in words {
        assert!(page.contains(said), "{said}: {page}");
    }
    for said in never {
        assert!(!page.contains(said), "{said}: {page}");
    }
}

async fn hold(story: &Story<'_>) {
    let mut tx = story.portal.db().write().await.unwrap();
    let loaded = asked::load(&story.portal, &mut tx, story.id).await.unwrap().unwrap();
    let (actor, why) = (Actor::System, Hold::Restored);
    receipts::hold(&story.portal, &mut tx, &actor, story.me, &loaded, why).await.unwrap();
    tx.commit().await.unwrap();
}

both!(what_happens_now_is_how_things_stand_and_not_how_they_stood, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let tick = || stage.clock.advance(60);

    let (_, first) = story.decide(&[Conditions, Medicines]).await;
    tick();
    let collected = story.collect().await.unwrap().collection;
    let collection = newest(&story, ReceiptKind::Collection).await;
    says(&now(&mut browser, first).await, &[SHARED, PRESSED], &[NEWER, OVER]);
    let has = "collected this file. You can stop sharing, so that nobody gets more.";
    says(&now(&mut browser, collection).await, &[has], &["It can get no more from it."]);

    tick();
    let part = story.withdraw(&[Medicines]).await;
    says(&was(&mut browser, part).await, &[ASKED_TO_ERASE], &[]);
    says(&now(&mut browser, part).await, &[SMALLER, PRESSED], &[NEWER, OVER]);
    says(&now(&mut browser, first).await, &[NEWER], &[SHARED, OVER]);

    tick();
    let (_, second) = story.decide(&[Conditions]).await;
    let instead = "This answer takes the place of the one before.";
    says(&now(&mut browser, second).await, &[instead, SHARED], &[NEWER, OVER]);
    says(&now(&mut browser, part).await, &[NEWER], &[SMALLER, "the rest too"]);
    says(&now(&mut browser, first).await, &[NEWER], &[SHARED, OVER]);

    tick();
    hold(&story).await;
    let pause = newest(&story, ReceiptKind::Pause).await;
    let button = "class=\"govuk-button\">Go to the request";
    says(&now(&mut browser, pause).await, &[PAUSED, button], &[NEWER, OVER]);
    says(&now(&mut browser, second).await, &[NEWER], &[SHARED]);

    tick();
    let (_, third) = story.decide(&[Conditions]).await;
    says(&now(&mut browser, third).await, &[SHARED], &[NEWER]);
    says(&now(&mut browser, pause).await, &[NEWER], &[PAUSED, button]);

    tick();
    let whole = story.withdraw(&[]).await;
    says(&now(&mut browser, whole).await, &["You can share again"], &[NEWER, PRESSED]);
    for past in [first, second, third, pause] {
        says(&now(&mut browser, past).await, &[OVER], &[SHARED, PAUSED, button, PRESSED]);
    }
    let no_more = "DWP may keep and use what it has from this request. It can get no more from it.";
    says(&now(&mut browser, collection).await, &[no_more], &[has, NEWER]);

    let answer = async |erasure| {
        tick();
        let (client, id) = (&story.client, story.id);
        story.portal.answer_erasure(client, id, collected, erasure, "").await.unwrap();
        newest(&story, ReceiptKind::ErasureAnswer).await
    };
    let kept = answer(Erasure::Kept).await;
    let still = "They still have this file. You can object";
    says(&now(&mut browser, kept).await, &[still], &[NEWER]);
    let erased = answer(Erasure::Erased).await;
    says(&now(&mut browser, kept).await, &[NEWER], &[still]);
    says(&now(&mut browser, erased).await, &["We cannot see what they did."], &[NEWER, still]);

    tick();
    let (_, refusal) = story.decide(&[]).await;
    says(&was(&mut browser, refusal).await, &[], &["Sharing stops"]);
    says(&now(&mut browser, refusal).await, &["Nothing is sent."], &[NEWER]);
    tick();
    story.decide(&[Conditions]).await;
    says(&now(&mut browser, refusal).await, &[NEWER], &["Nothing is sent."]);
    says(&now(&mut browser, whole).await, &[NEWER], &["Nobody can collect what you stopped."]);

    stage.clock.advance(91 * 24 * 60 * 60);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    let expiry = newest(&story, ReceiptKind::Expiry).await;
    let keeps = "Nobody can collect it any more. DWP may keep and use what it has.";
    says(&now(&mut browser, expiry).await, &[keeps], &[NEWER, PRESSED]);
    tick();
    story.decide(&[Conditions]).await;
    says(&now(&mut browser, expiry).await, &[NEWER], &[keeps]);
});

both!(where_nothing_was_collected_nobody_is_said_to_have_it_or_to_be_asked, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    story.decide(&[Conditions]).await;
    let stopped = story.withdraw(&[]).await;
    let none = "So DWP had nothing from this request then.";
    says(&was(&mut browser, stopped).await, &[none], &[ASKED_TO_ERASE]);
    says(&now(&mut browser, stopped).await, &["You can share again"], &[ASKED_TO_ERASE]);
    stage.clock.advance(60);
    story.decide(&[Conditions]).await;
    stage.clock.advance(91 * 24 * 60 * 60);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    let expiry = newest(&story, ReceiptKind::Expiry).await;
    let nobody = "Nobody can collect it any more. You can share again";
    says(&now(&mut browser, expiry).await, &[nobody], &["DWP may keep and use what it has."]);
});
