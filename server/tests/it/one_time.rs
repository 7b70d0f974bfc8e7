//! A clock that goes on at each look: whatever is done in one transaction has one time all the same.

use crate::story::{ASKED, Conditions, Medicines, Story, submission, submit};
use crate::support::{Stage, both, identity};
use consent::time::At;
use server::clock::Clock;
use server::portal::Portal;
use server::portal::requests::CloseReason;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

/// Each look is a second later.
struct Ticking(AtomicI64);

impl Clock for Ticking {
    fn now(&self) -> At {
        At::from_micros(self.0.fetch_add(1_000_000, Ordering::SeqCst))
    }
}

impl Ticking {
    fn looks(&self) -> i64 {
        self.0.load(Ordering::SeqCst) / 1_000_000
    }
}

async fn begin(stage: &Stage) -> (Story<'_>, Arc<Ticking>) {
    let mut story = Story::begin(stage).await;
    let clock = Arc::new(Ticking(AtomicI64::new(story.portal.now().micros())));
    let config = story.portal.config().clone();
    story.portal = Portal::open(config, clock.clone()).await.unwrap();
    (story, clock)
}

both!(whatever_is_done_at_once_has_one_time, |stage| async {
    let (story, _) = begin(stage).await;
    let portal = &story.portal;
    story.decide(&[Conditions, Medicines]).await;
    story.collect().await.unwrap();
    story.withdraw(&[Conditions]).await;
    story.nothing_to_collect().await;
    story.decide(&[Medicines]).await;
    story.collect().await.unwrap();
    story.decide(&[]).await;
    story.choose(&[Conditions], None).await;
    let mut next = submission(portal, "PIP-2", identity(0), &ASKED);
    next.replaces = Some(story.id.to_string());
    let next = submit(portal, &story.client, next).await.id;
    portal.nothing_more(&story.actor(), story.me, next, true).await.unwrap();
    portal.not_me(&story.actor(), story.me, next).await.unwrap();
    let stranger = submission(portal, "PIP-3", identity(1), &ASKED);
    let stranger = submit(portal, &story.client, stranger).await.id;
    portal.close_request(&story.client, stranger, CloseReason::Decided).await.unwrap();
    let proved = |rows: &str, at: &str, id: &str, kinds: &str| {
        format!(
            "SELECT COUNT(*) FROM {rows} t WHERE t.{at} IS NOT NULL AND NOT EXISTS
             (SELECT 1 FROM event e WHERE e.request_id = t.{id} AND e.at = t.{at} AND e.kind IN ({kinds}))"
        )
    };
    for (rows, at, id, kinds) in [
        ("collection", "at", "request_id", "'collected'"),
        ("collection", "erasure_asked_at", "request_id", "'erasure-asked'"),
        ("receipt", "at", "request_id", "'decided', 'withdrawn', 'collected'"),
        ("receipt", "at", "request_id", "'receipt-issued'"),
        ("said", "at", "request_id", "'decided', 'withdrawn'"),
        ("request", "submitted_at", "id", "'request-submitted'"),
        ("request", "matched_at", "id", "'request-received', 'request-unmatched'"),
        ("request", "not_me_at", "id", "'not-me'"),
        ("request", "answer_complete_at", "id", "'nothing-more'"),
        ("request", "closed_at", "id", "'request-closed'"),
    ] {
        let some = format!("SELECT COUNT(*) FROM {rows} WHERE {at} IS NOT NULL");
        assert!(stage.number(&some).await > 0, "the test makes no {rows}.{at}");
        let apart = stage.number(&proved(rows, at, id, kinds)).await;
        assert_eq!(apart, 0, "{rows}.{at}");
    }
    for (kind, event) in
        [("decision", "decided"), ("withdrawal", "withdrawn"), ("collection", "collected")]
    {
        let apart = format!(
            "SELECT COUNT(*) FROM receipt t WHERE t.kind = '{kind}' AND NOT EXISTS
             (SELECT 1 FROM event e WHERE e.request_id = t.request_id AND e.at = t.at AND e.kind = '{event}')"
        );
        assert_eq!(stage.number(&apart).await, 0, "receipts of a {kind}");
        let some = format!("SELECT COUNT(*) FROM receipt WHERE kind = '{kind}'");
        assert!(stage.number(&some).await > 0, "the test makes no receipt of a {kind}");
    }
    let erasing = "SELECT COUNT(*) FROM event a WHERE a.kind = 'erasure-asked' AND NOT EXISTS
        (SELECT 1 FROM event e WHERE e.request_id = a.request_id AND e.at = a.at AND e.kind IN ('decided', 'withdrawn'))";
    assert_eq!(stage.number(erasing).await, 0);
    let replacing = "SELECT COUNT(*) FROM request r JOIN request old ON old.id = r.replaces WHERE old.closed_at = r.submitted_at";
    assert_eq!(stage.number(replacing).await, 1);
    story.log_is_whole().await;
});

both!(a_requesters_question_looks_at_the_clock_once, |stage| async {
    let (story, clock) = begin(stage).await;
    story.decide(&[Conditions]).await;
    let portal = &story.portal;
    let pairs = [(story.id.to_string(), "conditions".to_owned())];
    let before = clock.looks();
    story.collect().await.unwrap();
    assert_eq!(clock.looks() - before, 1, "collecting");
    portal.check(&story.client, &pairs).await.unwrap();
    assert_eq!(clock.looks() - before, 2, "checking");
    portal.request_of_client(&story.client, story.id).await.unwrap();
    assert_eq!(clock.looks() - before, 3, "reading");
    story.withdraw(&[]).await;
    let before = clock.looks();
    story.nothing_to_collect().await;
    assert_eq!(clock.looks() - before, 1, "being refused");
    portal.close_request(&story.client, story.id, CloseReason::Decided).await.unwrap();
    assert_eq!(clock.looks() - before, 2, "closing");
});
