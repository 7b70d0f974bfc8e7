//! Deciding: what was seen is what is recorded and what goes, byte for byte, and silence is never a yes.

use crate::story::*;
use crate::support::{Stage, both, identity, person};
use consent::category::Category;
use consent::decision::Decision;
use consent::digest::Digest;
use consent::identity::{Name, NhsNumber};
use consent::matching::Identity;
use consent::standing::Reason;
use serde_json::{Value, json};
use server::portal::decisions::Confirmed;
use server::portal::{Actor, Refusal};
use std::path::{Path, PathBuf};
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
        .confirm(&story.actor(), story.me, story.id, digest, "kettle otter eight")
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
                record["entry"][1]["resource"]["onsetDateTime"] = json!("2019-05-01")
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

both!(somebody_elses_request_is_not_found, |stage| async {
    let story = Story::begin(stage).await;
    let other = person(stage, 1).await;
    let (portal, actor, id) = (&story.portal, Actor::Person(other), story.id);
    let not_found = Some(&Refusal::NotFound);
    assert!(portal.requests_of(&actor, other).await.unwrap().is_empty());
    assert_eq!(portal.request_of(&actor, other, id).await.unwrap_err().refusal(), not_found);
    assert_eq!(
        portal
            .save_draft(&actor, other, id, &Decision::default(), false)
            .await
            .unwrap_err()
            .refusal(),
        not_found
    );
    assert_eq!(portal.preview(&actor, other, id).await.unwrap_err().refusal(), not_found);
    assert_eq!(
        portal.confirm(&actor, other, id, Digest::of(b""), PASSWORD).await.unwrap_err().refusal(),
        not_found
    );
    assert_eq!(
        portal.withdraw(&actor, other, id, &[].into()).await.unwrap_err().refusal(),
        not_found
    );
    assert_eq!(portal.not_me(&actor, other, id).await.unwrap_err().refusal(), not_found);
    assert_eq!(
        portal.nothing_more(&actor, other, id, true).await.unwrap_err().refusal(),
        not_found
    );
    let (_, receipt) = story.decide(&[Conditions]).await;
    assert_eq!(portal.receipt(&actor, other, receipt).await.unwrap_err().refusal(), not_found);
    assert!(portal.happened_about(&actor, other, id).await.unwrap().is_empty());
});

both!(not_me_ends_the_match_and_tells_the_requester_nothing, |stage| async {
    let story = Story::begin(stage).await;
    let before = format!("{:?}", story.seen().await);
    story.portal.not_me(&story.actor(), story.me, story.id).await.unwrap();
    assert_eq!(format!("{:?}", story.seen().await), before);
    story.nothing_to_collect().await;
    assert!(story.portal.requests_of(&story.actor(), story.me).await.unwrap().is_empty());
    story.portal.match_request(story.id).await.unwrap();
    assert!(story.portal.requests_of(&story.actor(), story.me).await.unwrap().is_empty());
    story.log_is_whole().await;
});

both!(not_me_after_a_yes_stops_everything, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.portal.not_me(&story.actor(), story.me, story.id).await.unwrap();
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
});

both!(a_request_waits_for_the_person_it_is_about, |stage| async {
    let portal = &stage.portal;
    let client = client(portal, "dwp-pip-leeds").await;
    let seen = submit(portal, &client, submission(portal, "PIP-1", identity(0), &ASKED)).await;
    assert_eq!(portal.unmatched_requests().await.unwrap().len(), 1);
    let wrong =
        Identity { family_name: Name::parse("Prŷs").unwrap(), postcode: None, ..identity(0) };
    let other = submit(portal, &client, submission(portal, "PIP-2", wrong, &ASKED)).await;
    let me = person(stage, 0).await;
    let mine = portal.requests_of(&Actor::Person(me), me).await.unwrap();
    assert_eq!(mine.iter().map(|read| read.loaded.id()).collect::<Vec<_>>(), [seen.id]);
    assert_eq!(
        portal.unmatched_requests().await.unwrap(),
        [(other.id, "PIP-2".to_owned(), "dwp-pip-leeds".to_owned())]
    );
    let change = server::portal::people::Correction {
        family_name: Some(Name::parse("Prys").unwrap()),
        ..Default::default()
    };
    portal.correct_person(&Actor::Operator, me, change).await.unwrap();
    assert_eq!(portal.requests_of(&Actor::Person(me), me).await.unwrap().len(), 2);
});

both!(an_unknown_person_a_silent_one_and_a_refusal_look_alike, |stage| async {
    let story = Story::begin(stage).await;
    let stranger = submission(&story.portal, "PIP-2", identity(1), &ASKED);
    let unknown = submit(&story.portal, &story.client, stranger).await.id;
    let look = |seen: server::portal::requests::RequestSeen| {
        (seen.open, seen.standing, seen.decision_version, seen.answer_complete, seen.collections)
    };
    let nobody = look(story.portal.request_of_client(&story.client, unknown).await.unwrap());
    assert_eq!(look(story.seen().await), nobody);
    story.decide(&[]).await;
    assert_eq!(look(story.seen().await), nobody);
    story.decide(&[TestResults]).await;
    assert_eq!(look(story.seen().await), nobody, "shared but empty");
    story.decide(&[Conditions]).await;
    assert_ne!(look(story.seen().await), nobody);
    story.withdraw(&[]).await;
    assert_eq!(look(story.seen().await), nobody);
});

both!(a_whole_real_record_goes_the_whole_way, |stage| async {
    let Some(path) = shared("data/fhir/gpconnect-r4/9465701459_Nel.r4.json") else { return };
    the_whole_way(stage, &path, "9465701459", "1999-02-25").await;
});

both!(the_record_that_holds_everything_goes_the_whole_way, |stage| async {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("demo/people/everything.json");
    the_whole_way(stage, &path, "9996992152", "1986-07-19").await;
});

/// Added, imported, asked, matched, refused, decided, collected, withdrawn.
async fn the_whole_way(stage: &Stage, file: &Path, number: &str, born: &str) {
    let portal = &stage.portal;
    let number = NhsNumber::parse(number).unwrap();
    let birth_date = consent::time::parse_day(born).unwrap();
    let who = Identity { nhs_number: Some(number.clone()), birth_date, ..identity(0) };
    let added = portal.add_person(&Actor::Operator, &who).await.unwrap();
    let me =
        portal.activate("p", &added.activation_code, "one@example.org", PASSWORD).await.unwrap();
    let bytes = std::fs::read(file).unwrap();
    let entries =
        serde_json::from_slice::<Value>(&bytes).unwrap()["entry"].as_array().unwrap().len();
    let report = portal.import_record(&Actor::Operator, &number, bytes).await.unwrap();
    assert_eq!(report.person, Some(me));
    let asked = [
        Category::WhoIAm,
        Category::PeopleTreatingMe,
        Conditions,
        Category::Symptoms,
        Medicines,
        TestResults,
        Category::Treatments,
        Category::LettersAndDocuments,
        MentalHealth,
    ];
    let story = Story::about(stage, me, &asked).await;
    story.nothing_to_collect().await;
    let shared = [Category::WhoIAm, Conditions, Medicines, TestResults];
    story.choose(&shared, None).await;
    let shown = story.preview().await;
    let contents = shown.package.contents();
    assert!(!contents.sent.is_empty() && !contents.withheld.is_empty());
    assert_eq!(
        contents.sent.len() + contents.withheld.len(),
        entries,
        "every entry is accounted for"
    );
    let receipt = story.confirmed(shown.package.digest()).await;
    let collected = story.collect().await.unwrap();
    assert_eq!(collected.receipt, receipt);
    assert_eq!(collected.into_body(), shown.package.bytes());
    let present = &shown.package.contents().present;
    assert!(present.len() > 1);
    story.withdraw(&[*present.last().unwrap()]).await;
    story.nothing_to_collect().await;
    let smaller = story.portal.kept_preview(&story.actor(), me, story.id).await.unwrap().unwrap();
    assert!(smaller.cut && smaller.package.bytes().len() < shown.package.bytes().len());
    story.confirmed(smaller.package.digest()).await;
    assert_eq!(story.collect().await.unwrap().into_body(), smaller.package.bytes());
    story.withdraw(&[]).await;
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    story.log_is_whole().await;
}

async fn nothing_is_recorded(story: &Story<'_>) {
    assert_eq!(story.stage.number("SELECT COUNT(*) FROM said").await, 0);
    assert_eq!(story.stage.number("SELECT COUNT(*) FROM receipt").await, 0);
    assert_eq!(story.packages().await, 0);
    story.nothing_to_collect().await;
    story.log_is_whole().await;
}

/// A file of the data that other people made; none, said aloud, where it is not on this machine.
fn shared(relative: &str) -> Option<PathBuf> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let root = crate::support::variable("SAYSO_SHARED").unwrap_or_else(|| "../shared".to_owned());
    let path = workspace.join(root).join(relative);
    if path.exists() {
        return Some(path);
    }
    let required = crate::support::variable("SAYSO_SHARED_REQUIRED").as_deref() == Some("1");
    assert!(!required, "SAYSO_SHARED_REQUIRED=1, and there is no {}", path.display());
    println!("skipped: there is no {} (set SAYSO_SHARED)", path.display());
    None
}
