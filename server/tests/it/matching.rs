//! Whose request it is: exactly one person's, or nobody's; and nobody else can tell.

use crate::story::*;
use crate::support::{both, identity, person};
use consent::decision::Decision;
use consent::digest::Digest;
use consent::identity::Name;
use consent::language::Language;
use consent::matching::Identity;
use server::portal::decisions::Shown;
use server::portal::log;
use server::portal::{Actor, Refusal};

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
        portal
            .confirm(&actor, other, id, Shown::of(Digest::of(b"")), PASSWORD)
            .await
            .unwrap_err()
            .refusal(),
        not_found
    );
    assert_eq!(
        portal
            .withdraw(&actor, other, id, &[].into(), Language::English)
            .await
            .unwrap_err()
            .refusal(),
        not_found
    );
    assert_eq!(portal.not_me(&actor, other, id).await.unwrap_err().refusal(), not_found);
    assert_eq!(
        portal.nothing_more(&actor, other, id, true).await.unwrap_err().refusal(),
        not_found
    );
    let (_, receipt) = story.decide(&[Conditions]).await;
    assert_eq!(portal.receipt(&actor, other, receipt).await.unwrap_err().refusal(), not_found);
    assert!(portal.happened_about(&actor, other, id, log::Kind::ALL).await.unwrap().is_empty());
    assert!(portal.deeds(&actor, other, id, None).await.is_err());
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
