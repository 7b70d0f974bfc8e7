//! Deciding: what was seen is what is recorded and what goes, byte for byte, and silence is never a yes.

use crate::story::*;
use crate::support::both;
use consent::decision::Decision;
use consent::digest::Digest;
use consent::standing::Reason;
use serde_json::json;
use server::portal::Refusal;
use server::portal::decisions::{Confirmed, Shown};
use time::Duration;

both!(nobody_collects_before_there_is_a_decision, |stage| async {
    let story = Story::begin(stage).await;
    assert_eq!(story.reason(Conditions).await, Reason::NotDecided);
    story.nothing_to_collect().await;
    assert_eq!(story.count("collection-denied").await, 1);
    story.choose(&ASKED, None).await;
    story.nothing_to_collect().await;
    story.preview().await;
    story.nothing_to_collect().await;
    assert!(story.seen().await.decision_version.is_none());
    story.log_is_whole().await;
});

both!(what_was_shown_is_what_is_collected_every_time, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, receipt) = story.decide(&[Conditions, Medicines]).await;
    let text = String::from_utf8(shown.package.bytes().to_vec()).unwrap();
    assert!(text.contains("Asthma") && text.contains("Amlodipine") && !text.contains("epression"));
    let first = story.collect().await.unwrap();
    assert_eq!(first.receipt, receipt);
    assert_eq!(first.decision_version(), 1);
    assert_eq!(first.digest(), shown.package.digest());
    let second = story.collect().await.unwrap();
    assert_ne!(first.collection, second.collection);
    let (first, second) = (first.into_body(), second.into_body());
    assert_eq!(first, shown.package.bytes());
    assert_eq!(Digest::of(&first), shown.package.digest());
    assert_eq!(first, second);
    let seen = story.seen().await;
    assert_eq!(seen.collections.len(), 2);
    assert!(seen.collections.iter().all(|collection| collection.digest == shown.package.digest()));
    story.log_is_whole().await;
});

both!(what_the_requester_sees_is_available_or_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, TestResults]).await;
    assert_eq!(story.reason(TestResults).await, Reason::NothingRecorded);
    assert_eq!(story.reason(MentalHealth).await, Reason::Refused);
    let seen = story.seen().await;
    let available: Vec<&str> = seen
        .standing
        .iter()
        .filter(|seen| seen.is_available())
        .map(|seen| seen.category.as_str())
        .collect();
    assert_eq!(available, ["conditions"]);
    let mut denied = seen.standing.iter().filter(|seen| !seen.is_available());
    assert!(denied.all(|seen| seen.receipt.is_none() && seen.valid_until.is_none()));
});

both!(a_refusal_is_recorded_and_releases_nothing, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, receipt) = story.decide(&[]).await;
    assert!(shown.package.contents().sent.is_empty());
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    let receipt = story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap();
    assert!(receipt.receipt.collect_until.is_none());
    assert_eq!(story.count("record-read").await, 0, "a refusal needs no record");
});

both!(a_wrong_password_records_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let digest = story.preview().await.package.digest();
    let refused = story
        .portal
        .confirm(&story.actor(), story.me, story.id, Shown::of(digest), "kettle otter eight")
        .await;
    assert_eq!(refused.unwrap_err().refusal(), Some(&Refusal::WrongPassword));
    nothing_is_recorded(&story).await;
    story.confirmed(digest).await;
});

both!(another_digest_than_the_one_shown_records_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let before = story.preview().await.package.digest();
    story.choose(&[Medicines], None).await;
    story.preview().await;
    for digest in [before, Digest::of(b"")] {
        assert_eq!(
            story.confirm(digest).await.unwrap_err().refusal(),
            Some(&Refusal::DigestDiffers)
        );
    }
    nothing_is_recorded(&story).await;
});

both!(the_same_bytes_under_other_answers_are_not_what_was_agreed_to, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let seen = story.preview().await;
    // In another tab: the same file, but another last day.
    story.choose(&[Conditions], Some(time::macros::date!(2026 - 12 - 24))).await;
    let other = story.preview().await;
    assert_eq!(seen.package.digest(), other.package.digest());
    let confirm = |agreed| {
        let digest = seen.package.digest();
        let (actor, me, id) = (story.actor(), story.me, story.id);
        let portal = story.portal.clone();
        let shown = Shown { agreed: Some(agreed), ..Shown::of(digest) };
        async move { portal.confirm(&actor, me, id, shown, PASSWORD).await }
    };
    let refused = confirm(seen.decision.fingerprint().unwrap()).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::Changed));
    nothing_is_recorded(&story).await;
    confirm(other.decision.fingerprint().unwrap()).await.unwrap();
});

both!(nothing_is_confirmed_that_was_not_shown, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    assert_eq!(
        story.confirm(Digest::of(b"")).await.unwrap_err().refusal(),
        Some(&Refusal::PreviewGone)
    );
    let digest = story.preview().await.package.digest();
    stage.clock.advance(24 * 60 * 60);
    assert_eq!(story.confirm(digest).await.unwrap_err().refusal(), Some(&Refusal::PreviewGone));
    nothing_is_recorded(&story).await;
});

both!(every_item_needs_an_answer, |stage| async {
    let story = Story::begin(stage).await;
    let mut decision = Decision::default();
    decision.answers.insert(Conditions, Share);
    story.portal.save_draft(&story.actor(), story.me, story.id, &decision, false).await.unwrap();
    let refused = story.portal.preview(&story.actor(), story.me, story.id).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::Incomplete));
});

both!(
    a_record_that_changed_after_the_preview_is_shown_again_and_nothing_is_recorded,
    |stage| async {
        let story = Story::begin(stage).await;
        story.choose(&[Conditions], None).await;
        let shown = story.preview().await.package.digest();
        story
            .replace_record(|record| {
                record["entry"][1]["resource"]["onsetDateTime"] = json!("2019-05-01");
            })
            .await;
        match story.confirm(shown).await.unwrap() {
            Confirmed::Changed(before, now) => {
                assert_eq!(before.package.digest(), shown);
                assert_ne!(now.package.digest(), shown);
                nothing_is_recorded(&story).await;
                assert_eq!(
                    story.confirm(shown).await.unwrap_err().refusal(),
                    Some(&Refusal::DigestDiffers)
                );
                story.confirmed(now.package.digest()).await;
                assert_eq!(story.collect().await.unwrap().into_body(), now.package.bytes());
            }
            Confirmed::Recorded(_) => panic!("what changed was recorded"),
        }
    }
);

both!(a_change_in_what_is_not_shared_changes_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let shown = story.preview().await.package.digest();
    story
        .replace_record(|record| {
            record["entry"].as_array_mut().unwrap().remove(2);
        })
        .await;
    story.confirmed(shown).await;
});

both!(a_record_is_never_read_without_permission, |stage| async {
    let story = Story::begin(stage).await;
    story.portal.stop_source(&story.actor(), story.me, "gp-record").await.unwrap();
    story.choose(&[Conditions], None).await;
    let refused = story.portal.preview(&story.actor(), story.me, story.id).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::SourceNotPermitted));
    assert_eq!(story.count("record-read").await, 0);
});

both!(deciding_again_is_a_new_version_and_the_newest_counts, |stage| async {
    let story = Story::begin(stage).await;
    let (first, _) = story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    let (second, receipt) = story.decide(&[Conditions, Medicines]).await;
    assert_ne!(first.package.digest(), second.package.digest());
    let collected = story.collect().await.unwrap();
    assert_eq!((collected.decision_version(), collected.receipt), (2, receipt));
    assert_eq!(collected.into_body(), second.package.bytes());
    assert_eq!(story.packages().await, 1, "the first package is destroyed");
    assert!(
        story.seen().await.collections.iter().all(|seen| seen.erasure.is_none()),
        "a wider answer asks for no erasure"
    );
    story.decide(&[Medicines]).await;
    assert!(
        story.seen().await.collections.iter().all(|seen| seen.erasure.is_some()),
        "a narrower one does"
    );
    story.decide(&[]).await;
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    story.log_is_whole().await;
});

both!(nothing_is_collected_after_the_end_date, |stage| async {
    let story = Story::begin(stage).await;
    let today = story.portal.now().date_in_london();
    story.choose(&[Conditions], Some(today + Duration::days(3))).await;
    let digest = story.preview().await.package.digest();
    story.confirmed(digest).await;
    stage.clock.set(consent::time::At::parse_rfc3339("2026-11-05T23:59:59Z").unwrap());
    story.collect().await.unwrap();
    stage.clock.advance(1);
    story.nothing_to_collect().await;
    assert_eq!(story.reason(Conditions).await, Reason::Expired);
});

both!(nothing_is_collected_later_than_the_purpose_allows, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let until = story.seen().await.standing.iter().find_map(|seen| seen.valid_until).unwrap();
    stage.clock.set(until);
    story.nothing_to_collect().await;
    stage.clock.set(until.plus_seconds(-1));
    story.collect().await.unwrap();
});

both!(a_late_answer_counts_while_the_request_is_open, |stage| async {
    let story = Story::begin(stage).await;
    stage.clock.advance(60 * 24 * 60 * 60);
    assert!(story.seen().await.open);
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
});

both!(a_request_closes_by_itself_90_days_after_its_reply_by_date, |stage| async {
    let story = Story::begin(stage).await;
    let closes =
        story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap().closes_at;
    let reply_by = story.portal.now().date_in_london() + Duration::days(42);
    assert_eq!(closes, consent::time::midnight_ending(reply_by + Duration::days(90)));
    stage.clock.set(closes.plus_seconds(-1));
    assert!(story.seen().await.open);
    story.choose(&[Conditions], None).await;
    stage.clock.set(closes);
    assert!(!story.seen().await.open);
    let refused = story.portal.preview(&story.actor(), story.me, story.id).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::RequestClosed));
    story.nothing_to_collect().await;
});

both!(a_yes_keeps_the_request_open_as_long_as_it_can_be_collected, |stage| async {
    let story = Story::begin(stage).await;
    let closes =
        story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap().closes_at;
    stage.clock.set(closes.plus_seconds(-60));
    story.decide(&[Conditions]).await;
    stage.clock.set(closes.plus_seconds(60));
    assert!(story.seen().await.open);
    story.collect().await.unwrap();
    story.withdraw(&[]).await;
    assert!(!story.seen().await.open);
});

both!(two_tabs_with_other_answers_and_the_same_bytes_are_not_guessed_at, |stage| async {
    let story = Story::begin(stage).await;
    // Nothing is recorded of test results: with and without them the bytes are the same.
    story.choose(&[Conditions], None).await;
    let one = story.preview().await;
    story.choose(&[Conditions, TestResults], None).await;
    let two = story.preview().await;
    assert_eq!(one.package.digest(), two.package.digest());
    assert_ne!(one.decision, two.decision);
    // Looking again, without having been told, makes it no surer.
    story.preview().await;
    let refused = story.confirm(one.package.digest()).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::Changed));
    nothing_is_recorded(&story).await;
    // The page came again with the answers that count now: the digest means these.
    story.confirmed(one.package.digest()).await;
    assert_eq!(story.reason(TestResults).await, Reason::NothingRecorded);
});

both!(answers_that_changed_since_the_preview_are_not_guessed_at, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let shown = story.preview().await;
    story.choose(&[Medicines], None).await;
    for _ in 0..2 {
        let refused = story.confirm(shown.package.digest()).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::Changed));
    }
    nothing_is_recorded(&story).await;
    // Whoever names the answers that were on the page means them, whatever was ticked since.
    let agreed = Some(shown.decision.fingerprint().unwrap());
    let seen = Shown { agreed, ..Shown::of(shown.package.digest()) };
    story.portal.confirm(&story.actor(), story.me, story.id, seen, PASSWORD).await.unwrap();
    assert_eq!(story.reason(Conditions).await, Reason::Granted);
    assert_eq!(story.reason(Medicines).await, Reason::Refused);
});

async fn nothing_is_recorded(story: &Story<'_>) {
    assert_eq!(story.stage.number("SELECT COUNT(*) FROM said").await, 0);
    assert_eq!(story.stage.number("SELECT COUNT(*) FROM receipt").await, 0);
    assert_eq!(story.packages().await, 0);
    story.nothing_to_collect().await;
    story.log_is_whole().await;
}
