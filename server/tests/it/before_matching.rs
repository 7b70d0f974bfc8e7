//! What a requester did before it was known whom its request is about: the claimant sees that too, and it goes with them.

use crate::browser::Browser;
use crate::story::{ASKED, client, submission, submit};
use crate::support::{both, identity, person};
use server::portal::Actor;

both!(checks_and_refusals_from_before_the_match_are_shown_to_the_claimant, |stage| async {
    let portal = &stage.portal;
    let client = client(portal, "dwp-pip-leeds").await;
    let id = submit(portal, &client, submission(portal, "PIP-1", identity(1), &ASKED)).await.id;
    let pairs = [(id.to_string(), "conditions".to_owned())];
    for _ in 0..3 {
        portal.check(&client, &pairs).await.unwrap();
        portal.collect(&client, id).await.unwrap_err();
    }
    let other = person(stage, 0).await;
    let me = person(stage, 1).await;
    let past = portal.history(&Actor::Person(me), me, None).await.unwrap();
    let count = |kind: &str| past.events.iter().filter(|one| one.kind.as_str() == kind).count();
    assert_eq!((count("checked"), count("collection-denied")), (3, 3));
    let theirs = portal.history(&Actor::Person(other), other, None).await.unwrap();
    assert!(theirs.events.iter().all(|one| one.request.is_none()), "nobody else sees it");

    let mut browser = Browser::signed_in(stage, "two@example.org").await;
    let history = browser.get("/history").await.text;
    assert!(history.contains("asked if it may have"), "{history}");
    assert!(history.contains("tried to collect"), "{history}");
    assert!(history.contains("you had not decided"), "{history}");
    let page = browser.get(&format!("/requests/{id}")).await.text;
    assert!(!page.contains("Nothing yet."), "{page}");
    assert_eq!(page.matches("DWP tried to collect. It got nothing.").count(), 3);

    portal.not_me(&Actor::Person(me), me, id).await.unwrap();
    let past = portal.history(&Actor::Person(me), me, None).await.unwrap();
    assert!(past.events.iter().all(|one| one.kind.as_str() != "checked"), "it is not about them");
    portal.erase_person(&Actor::Operator, me).await.unwrap();
    let left = "SELECT COUNT(*) FROM event WHERE request_id IS NOT NULL";
    assert_eq!(stage.number(left).await, 0, "it goes with the person");
    portal.verify_log().await.unwrap().unwrap();
});
