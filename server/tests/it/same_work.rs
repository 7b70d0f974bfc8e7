//! To a requester every "no" is as much work as every other: as many statements, unsealings and transactions, so that
//! the time an answer takes tells no more than the answer.

use crate::story::{Conditions, Medicines, Story, TestResults, client, submission, submit};
use crate::support::{Stage, both, identity, person};
use consent::category::Category;
use consent::ids::RequestId;
use server::portal::Refusal;
use server::portal::requests::CloseReason;
use server::work::{Work, counted};
use time::Duration;

const WHAT: [Category; 2] = [Conditions, Medicines];

/// A request of two things about one of two people, told further; its name.
struct No(&'static str, RequestId);

async fn asked<'a>(
    story: &Story<'a>,
    name: &'static str,
    who: usize,
    what: &[Category],
) -> Story<'a> {
    let portal = &story.portal;
    let asked = submission(portal, name, identity(who), what);
    let id = submit(portal, &story.client, asked).await.id;
    let (portal, client) = (portal.clone(), story.client.clone());
    Story { stage: story.stage, portal, me: story.me, client, id }
}

/// One of each kind.
async fn every_no(stage: &Stage) -> (Story<'_>, Vec<No>) {
    let story = Story::begin(stage).await;
    let unknown = asked(&story, "unknown", 1, &WHAT).await;
    let undecided = asked(&story, "undecided", 0, &WHAT).await;
    let refused = asked(&story, "refused", 0, &WHAT).await;
    refused.decide(&[]).await;
    let withdrawn = asked(&story, "withdrawn", 0, &WHAT).await;
    withdrawn.decide(&WHAT).await;
    withdrawn.withdraw(&[]).await;
    withdrawn.decide(&[Conditions]).await;
    withdrawn.withdraw(&[]).await;
    let paused = asked(&story, "paused", 0, &WHAT).await;
    paused.decide(&WHAT).await;
    paused.withdraw(&[Medicines]).await;
    let empty = asked(&story, "empty", 0, &[TestResults, Category::Treatments]).await;
    empty.decide(&[TestResults, Category::Treatments]).await;
    let expired = asked(&story, "expired", 0, &WHAT).await;
    let tomorrow = story.portal.now().date_in_london() + Duration::days(1);
    expired.choose(&WHAT, Some(tomorrow)).await;
    let shown = expired.preview().await;
    expired.confirmed(shown.package.digest()).await;
    let not_me = asked(&story, "not-me", 0, &WHAT).await;
    story.portal.not_me(&story.actor(), story.me, not_me.id).await.unwrap();
    stage.clock.advance(3 * 24 * 60 * 60);
    let all = [
        ("unknown", &unknown),
        ("undecided", &undecided),
        ("refused", &refused),
        ("withdrawn twice", &withdrawn),
        ("paused", &paused),
        ("shared, and nothing there", &empty),
        ("expired", &expired),
        ("not about me", &not_me),
    ];
    let all = all.map(|(name, story)| No(name, story.id));
    (story, all.into())
}

/// What of it takes time.
fn amount(work: &Work) -> [usize; 6] {
    [work.statements.len(), work.unsealed, work.sealed, work.reads, work.writes, work.commits]
}

#[track_caller]
fn all_alike(what: &str, works: &[(&str, Work)]) {
    let (first, one) = &works[0];
    assert!(one.statements.len() > 2 && one.unsealed > 2, "{what}: nothing was counted");
    for (name, work) in works {
        assert_eq!(
            amount(work),
            amount(one),
            "{what}: {name} against {first}\n{:#?}\n{:#?}",
            work.statements,
            one.statements
        );
    }
}

both!(every_no_is_as_much_work_as_every_other, |stage| async {
    let (story, all) = every_no(stage).await;
    let (portal, client) = (&story.portal, &story.client);
    let mut works = Vec::new();
    for No(name, id) in &all {
        let (seen, work) = counted(portal.request_of_client(client, *id)).await;
        assert!(seen.unwrap().standing.iter().all(|seen| !seen.is_available()), "{name}");
        works.push((*name, work));
    }
    all_alike("reading", &works);
    works.clear();
    for No(name, id) in &all {
        let pairs = [(id.to_string(), "conditions".to_owned()), (id.to_string(), "?".to_owned())];
        let (answers, work) = counted(portal.check(client, &pairs)).await;
        assert!(answers.unwrap().1.iter().all(|one| !one.standing.is_available()), "{name}");
        works.push((*name, work));
    }
    all_alike("checking", &works);
    works.clear();
    for No(name, id) in &all {
        let (refused, work) = counted(portal.collect(client, *id)).await;
        let refused = refused.unwrap_err();
        assert!(matches!(refused.refusal(), Some(Refusal::NoConsent(_))), "{name}: {refused}");
        works.push((*name, work));
    }
    all_alike("collecting", &works);
    works.clear();
    for No(name, id) in &all {
        let closing = portal.close_request(client, *id, CloseReason::Decided);
        let (closed, work) = counted(closing).await;
        assert!(!closed.unwrap().open, "{name}");
        works.push((*name, work));
    }
    all_alike("closing", &works);
});

both!(looking_for_somebody_is_as_much_work_whether_they_are_found_or_not, |stage| async {
    person(stage, 0).await;
    let portal = &stage.portal;
    let client = client(portal, "dwp-pip-leeds").await;
    let mut works = Vec::new();
    for (name, who) in [("somebody", 0), ("nobody", 1)] {
        let id = submit(portal, &client, submission(portal, name, identity(who), &WHAT)).await.id;
        let found =
            portal.unmatched_requests().await.unwrap().iter().all(|(other, ..)| *other != id);
        assert_eq!(found, who == 0);
        // Once after the answer, and once by `submit`: both are over before it is as it was before.
        let looked =
            format!("SELECT COUNT(*) FROM request WHERE reference = '{name}' AND version = 2");
        while stage.number(&looked).await == 0 {
            tokio::task::yield_now().await;
        }
        stage.execute("UPDATE request SET person_id = NULL, matched_at = NULL").await.unwrap();
        let (done, work) = counted(portal.match_request(id)).await;
        done.unwrap();
        assert_eq!((work.writes, work.commits), (1, 1));
        works.push((name, work));
        let (again, _) = counted(portal.match_request(id)).await;
        again.unwrap();
    }
    all_alike("looking", &works);
    let kinds = stage.kinds().await;
    let count = |kind: &str| kinds.iter().filter(|found| *found == kind).count();
    assert_eq!(
        (count("request-received"), count("request-unmatched")),
        (2, 2),
        "once for each try"
    );
});

both!(the_receipt_in_force_is_found_without_opening_any, |stage| async {
    let story = Story::begin(stage).await;
    let mut last = None;
    for _ in 0..4 {
        story.decide(&[Conditions]).await;
        story.withdraw(&[]).await;
        last = Some(story.decide(&[Conditions]).await.1);
    }
    let in_force = |seen: server::portal::requests::RequestSeen| {
        seen.standing.iter().find_map(|seen| seen.receipt)
    };
    assert_eq!(in_force(story.seen().await), last);
    // As a store has it that is older than that it is kept which receipt proves what.
    stage.execute("DELETE FROM decision_receipt").await.unwrap();
    assert_eq!(in_force(story.seen().await), None);
    let again = stage.again().await;
    let seen = again.request_of_client(&story.client, story.id).await.unwrap();
    assert_eq!(in_force(seen), last);
    let proved = stage.number("SELECT COUNT(*) FROM decision_receipt").await;
    assert_eq!(proved, 8, "each of them");
});
