//! Collecting and checking: what a requester can get, when, and that all of it is on the record.

use crate::story::*;
use crate::support::{both, identity};
use consent::standing::Told;
use server::portal::Refusal;
use server::portal::collections::{Because, Outcome};
use server::portal::log;
use server::portal::requests::CloseReason;

both!(a_closed_request_releases_nothing_and_what_could_be_collected_is_destroyed, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let seen =
        story.portal.close_request(&story.client, story.id, CloseReason::Decided).await.unwrap();
    assert!(!seen.open);
    assert!(seen.standing.iter().all(|seen| seen.told == Told::RequestClosed));
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    story.portal.close_request(&story.client, story.id, CloseReason::SentInError).await.unwrap();
    assert_eq!(story.count("request-closed").await, 1, "repeating changes nothing");
    story.log_is_whole().await;
});

both!(a_request_that_is_replaced_is_closed, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut newer = submission(&story.portal, "PIP-2", identity(0), &[Conditions]);
    newer.replaces = Some(story.id.to_string());
    submit(&story.portal, &story.client, newer).await;
    assert!(!story.seen().await.open);
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
});

both!(a_disabled_client_gets_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.portal.disable_client(&server::portal::Actor::Operator, &story.client).await.unwrap();
    story.nothing_to_collect().await;
    let (_, answers) = story
        .portal
        .check(&story.client, &[(story.id.to_string(), "conditions".to_owned())])
        .await
        .unwrap();
    assert!(!answers[0].standing.is_available());
});

both!(another_clients_request_is_not_found_in_every_way, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let collection = story.collect().await.unwrap().collection;
    let other = client(&story.portal, "dwp-uc-health").await;
    let (portal, id) = (&story.portal, story.id);
    let nobody = consent::ids::RequestId(portal.chance().uuid(portal.now()).unwrap());
    let not_found = Some(&Refusal::NotFound);
    for id in [id, nobody] {
        assert_eq!(portal.request_of_client(&other, id).await.unwrap_err().refusal(), not_found);
        assert_eq!(portal.collect(&other, id).await.unwrap_err().refusal(), not_found);
        assert_eq!(
            portal.close_request(&other, id, CloseReason::Decided).await.unwrap_err().refusal(),
            not_found
        );
        let outcome = portal.report_outcome(&other, id, collection, Outcome::Sufficient).await;
        assert_eq!(outcome.unwrap_err().refusal(), not_found);
        let (_, answers) =
            portal.check(&other, &[(id.to_string(), "conditions".to_owned())]).await.unwrap();
        assert_eq!(answers[0].standing.told, Told::UnknownRequest);
    }
});

both!(every_check_is_on_the_record_also_when_the_answer_is_no, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let id = story.id.to_string();
    let pairs: Vec<(String, String)> = [
        (id.as_str(), "conditions"),
        (id.as_str(), "mental-health"),
        (id.as_str(), "genetics"),
        (id.as_str(), "no-such-thing"),
        ("no-id", "conditions"),
        (id.as_str(), "conditions"),
    ]
    .map(|(id, category)| (id.to_owned(), category.to_owned()))
    .into();
    let (at, answers) = story.portal.check(&story.client, &pairs).await.unwrap();
    assert_eq!(at, story.portal.now());
    let told: Vec<Told> = answers.iter().map(|answer| answer.standing.told).collect();
    assert_eq!(
        told,
        [
            Told::Available,
            Told::NotAvailable,
            Told::NotAsked,
            Told::NotAsked,
            Told::UnknownRequest,
            Told::Available
        ]
    );
    assert_eq!(story.count("checked").await, 2, "one for the request, one for what is unknown");
    let happened = story
        .portal
        .happened_about(&story.actor(), story.me, story.id, log::Kind::ALL)
        .await
        .unwrap();
    let checked = happened.iter().find(|event| event.kind.as_str() == "checked").unwrap();
    assert_eq!(checked.data["answers"]["conditions"], true);
    assert_eq!(checked.data["answers"]["mental-health"], false);
    story.withdraw(&[]).await;
    let (_, answers) = story.portal.check(&story.client, &pairs).await.unwrap();
    assert!(answers.iter().all(|answer| !answer.standing.is_available()));
    story.log_is_whole().await;
});

both!(a_collection_is_answered_as_enough_or_not, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let collection = story.collect().await.unwrap().collection;
    let because = |point: &str| {
        Outcome::Insufficient(vec![Because {
            decision_point: point.to_owned(),
            code: "missing".to_owned(),
        }])
    };
    let report =
        |outcome| story.portal.report_outcome(&story.client, story.id, collection, outcome);
    assert!(matches!(
        report(because("no-such-point")).await.unwrap_err().refusal(),
        Some(Refusal::Invalid(_))
    ));
    let seen = report(because("dl1")).await.unwrap();
    assert_eq!(seen.collections[0].outcome, Some("insufficient"));
    let seen = report(Outcome::Sufficient).await.unwrap();
    assert_eq!(seen.collections[0].outcome, Some("sufficient"));
    let unknown = consent::ids::CollectionId(uuid(&story));
    let refused =
        story.portal.report_outcome(&story.client, story.id, unknown, Outcome::Sufficient).await;
    assert_eq!(refused.unwrap_err().refusal(), Some(&Refusal::NotCollected));
    story.log_is_whole().await;
});

both!(a_package_that_was_touched_is_not_released, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    // Another package's digest beside the same bytes, then bytes that no key opens.
    let other = match stage.kind {
        crate::support::Kind::Sqlite => "UPDATE package SET digest = zeroblob(32)",
        crate::support::Kind::Postgres => "UPDATE package SET digest = sha256('x')",
    };
    stage.execute(other).await.unwrap();
    story.nothing_to_collect().await;
    stage.execute("UPDATE package SET sealed = digest").await.unwrap();
    story.nothing_to_collect().await;
    assert_eq!(story.count("collected").await, 0);
    story.log_is_whole().await;
});

both!(what_is_over_is_destroyed_and_what_is_not_stays, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.choose(&[Medicines], None).await;
    story.preview().await;
    let left = async || {
        story.portal.sweep().await.unwrap();
        let drafts = stage.number("SELECT COUNT(*) FROM draft").await;
        (story.packages().await, stage.number("SELECT COUNT(*) FROM preview").await, drafts)
    };
    assert_eq!(left().await, (1, 1, 1));
    stage.clock.advance(24 * 60 * 60);
    assert_eq!(left().await, (1, 0, 0));
    stage.clock.set(story.seen().await.standing.iter().find_map(|seen| seen.valid_until).unwrap());
    assert_eq!(left().await, (0, 0, 0));
    story.log_is_whole().await;
});

both!(nothing_more_will_come_is_told_because_the_claimant_chose_to, |stage| async {
    let story = Story::begin(stage).await;
    assert!(!story.seen().await.answer_complete);
    story.portal.nothing_more(&story.actor(), story.me, story.id, true).await.unwrap();
    story.portal.nothing_more(&story.actor(), story.me, story.id, true).await.unwrap();
    assert!(story.seen().await.answer_complete);
    assert_eq!(story.count("nothing-more").await, 1);
    story.portal.nothing_more(&story.actor(), story.me, story.id, false).await.unwrap();
    assert!(!story.seen().await.answer_complete);
});

both!(requesters_and_claimants_at_once_never_stand_in_each_others_way, |stage| async {
    // Submitting what replaces a request, matching, collecting, checking, deciding and withdrawing all
    // touch the same rows; none may wait for another for ever.
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut all = tokio::task::JoinSet::new();
    for number in 0..8 {
        let (portal, client, id) = (story.portal.clone(), story.client.clone(), story.id);
        let mut newer = submission(&portal, &format!("NEW-{number}"), identity(0), &[Conditions]);
        newer.replaces = Some(id.to_string());
        let (a, b, c) = (portal.clone(), portal.clone(), portal.clone());
        let (first, second) = (client.clone(), client.clone());
        all.spawn(async move { a.submit_request(&first, newer).await.map(|_| ()) });
        all.spawn(async move { b.collect(&second, id).await.map(|_| ()) });
        all.spawn(
            async move { c.close_request(&client, id, CloseReason::Decided).await.map(|_| ()) },
        );
        let (portal, me) = (story.portal.clone(), story.me);
        all.spawn(async move {
            let change =
                server::portal::people::Correction { postcode: Some(None), ..Default::default() };
            portal.correct_person(&server::portal::Actor::Operator, me, change).await.map(|_| ())
        });
    }
    while let Some(done) = all.join_next().await {
        if let Err(why) = done.unwrap() {
            assert!(why.refusal().is_some(), "{why}");
        }
    }
    story.log_is_whole().await;
});

fn uuid(story: &Story<'_>) -> uuid::Uuid {
    story.portal.chance().uuid(story.portal.now()).unwrap()
}
