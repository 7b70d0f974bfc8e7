//! When somebody has died: what they shared is held, and nobody acts in their name.

use crate::browser::Browser;
use crate::story::*;
use crate::support::both;
use axum::http::StatusCode;
use consent::decision::{Hold, Said};
use consent::standing::Reason;
use consent::time::{Date, parse_day};
use server::portal::{Actor, Refusal};

fn day_of(text: &str) -> Date {
    parse_day(text).unwrap()
}

both!(what_somebody_shared_is_held_when_they_die, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, TestResults]).await;
    story.choose(&[Conditions, Medicines], None).await;
    story.preview().await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    assert_eq!(browser.get("/requests").await.status, StatusCode::OK);
    story.portal.record_death(&Actor::Operator, story.me, day_of("2026-11-01")).await.unwrap();
    assert_eq!(story.reason(Conditions).await, Reason::Paused);
    assert_eq!(story.reason(MentalHealth).await, Reason::Refused);
    story.nothing_to_collect().await;
    let read = story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    assert!(matches!(read.loaded.said.last(), Some(Said::Held { why: Hold::Died, .. })));
    assert!(!read.has_draft && !read.has_preview);
    assert_eq!((story.count("person-died").await, story.count("held").await), (1, 1));
    // The requester sees what it sees of everybody.
    let seen = story.seen().await;
    assert!(seen.open && seen.standing.iter().all(|seen| !seen.is_available()));
    // Whoever has their browser or their password has nothing.
    assert_eq!(browser.get("/requests").await.status, StatusCode::SEE_OTHER);
    let refused = story.portal.sign_in("127.0.0.1", "one@example.org", PASSWORD).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::WrongSignIn));
    let refused = story.portal.step_up(&story.actor(), PASSWORD).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::WrongPassword));
    // Another day, said again, holds nothing twice.
    story.portal.record_death(&Actor::Operator, story.me, day_of("2026-10-30")).await.unwrap();
    assert_eq!((story.count("person-died").await, story.count("held").await), (2, 1));
    story.log_is_whole().await;
});

both!(a_code_from_before_opens_nothing_after_a_death, |stage| async {
    let portal = &stage.portal;
    let added = portal.add_person(&Actor::Operator, &crate::support::identity(0)).await.unwrap();
    portal.record_death(&Actor::Operator, added.person_id, day_of("2026-11-01")).await.unwrap();
    let code = portal.issue_code(&Actor::Operator, added.person_id).await.unwrap().activation_code;
    for code in [&added.activation_code, &code] {
        let refused =
            portal.activate("127.0.0.1", code, "one@example.org", PASSWORD).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::BadCode));
    }
});

both!(a_death_that_was_a_mistake_leaves_it_to_the_claimant_to_go_on, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let (portal, me) = (&story.portal, story.me);
    let never = portal.correct_death(&Actor::Operator, me).await.unwrap_err();
    assert_eq!(never.refusal(), Some(&Refusal::NotFound));
    portal.record_death(&Actor::Operator, me, day_of("2026-11-02")).await.unwrap();
    portal.correct_death(&Actor::Operator, me).await.unwrap();
    story.nothing_to_collect().await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get("/history").await;
    assert!(page.text.contains("a mistake"), "{}", page.text);
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
});

both!(nobody_dies_tomorrow_and_nobody_unknown_dies, |stage| async {
    let story = Story::begin(stage).await;
    let tomorrow = day_of("2026-11-03");
    let refused = story.portal.record_death(&Actor::Operator, story.me, tomorrow).await;
    assert_eq!(refused.unwrap_err().refusal(), Some(&Refusal::DateInFuture));
    let nobody = consent::ids::PersonId(story.id.0);
    let refused = story.portal.record_death(&Actor::Operator, nobody, day_of("2026-11-01")).await;
    assert_eq!(refused.unwrap_err().refusal(), Some(&Refusal::NotFound));
    assert_eq!(story.count("person-died").await, 0);
});

both!(a_death_between_the_preview_and_the_confirmation_records_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let digest = story.preview().await.package.digest();
    story.portal.record_death(&Actor::Operator, story.me, day_of("2026-11-02")).await.unwrap();
    story.confirm(digest).await.unwrap_err();
    assert_eq!(stage.number("SELECT COUNT(*) FROM said").await, 0);
});
