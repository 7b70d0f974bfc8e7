//! What is over is tidied up: sealed bytes and keys go, and what still holds stays.

use crate::story::{ASKED, Conditions, Story, submission, submit};
use crate::support::{both, identity, person};
use server::portal::asked::load;
use server::portal::requests::CloseReason;

both!(a_package_goes_when_nothing_of_it_can_be_collected_any_more, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.portal.sweep().await.unwrap();
    assert_eq!(story.packages().await, 1, "it can still be collected");
    stage.clock.advance(91 * 24 * 60 * 60);
    story.portal.sweep().await.unwrap();
    assert_eq!(story.packages().await, 0);
});

both!(a_preview_and_a_draft_go_after_a_day, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    story.preview().await;
    story.portal.sweep().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM preview").await, 1);
    stage.clock.advance(24 * 60 * 60 + 1);
    story.portal.sweep().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM preview").await, 0);
    assert_eq!(stage.number("SELECT COUNT(*) FROM draft").await, 0);
});

both!(nothing_says_any_more_whom_a_request_was_about_that_closed_unmatched, |stage| async {
    let story = Story::begin(stage).await;
    let portal = &story.portal;
    let asked = submission(portal, "PIP-2", identity(1), &ASKED);
    let stranger = submit(portal, &story.client, asked).await.id;
    let other = submission(portal, "PIP-3", identity(0), &ASKED);
    let not_mine = submit(portal, &story.client, other).await.id;
    portal.not_me(&story.actor(), story.me, not_mine).await.unwrap();
    let claimant = async |id| {
        let mut tx = portal.db().read().await.unwrap();
        let loaded = load(portal, &mut tx, id).await.unwrap().unwrap();
        (loaded.asked.claimant.is_some(), loaded.asked.request.items.len())
    };
    portal.sweep().await.unwrap();
    for id in [stranger, not_mine, story.id] {
        assert_eq!(claimant(id).await, (true, 4), "open ones stay as they are");
    }
    assert_eq!(portal.unmatched_requests().await.unwrap().len(), 1);
    portal.close_request(&story.client, not_mine, CloseReason::Decided).await.unwrap();
    portal.sweep().await.unwrap();
    assert_eq!(claimant(not_mine).await, (false, 4));
    assert_eq!(claimant(stranger).await, (true, 4));
    // 42 days to reply, 90 more, and it closes by itself: nobody has to close it.
    stage.clock.advance(134 * 24 * 60 * 60);
    assert_eq!(portal.unmatched_requests().await.unwrap(), [], "closed, swept or not");
    portal.sweep().await.unwrap();
    assert_eq!(claimant(stranger).await, (false, 4));
    assert_eq!(claimant(story.id).await, (true, 4), "this one is somebody's");
    // No numbers lead to any of them, whether somebody was found or not.
    assert_eq!(stage.number("SELECT COUNT(*) FROM request WHERE nino_index IS NOT NULL").await, 0);
    person(stage, 1).await;
    assert!(portal.unmatched_requests().await.unwrap().is_empty());
    assert!(!portal.request_of_client(&story.client, stranger).await.unwrap().open);
    story.log_is_whole().await;
});

both!(a_request_that_is_over_can_be_followed_whether_somebody_was_found_or_not, |stage| async {
    let story = Story::begin(stage).await;
    let portal = &story.portal;
    let asked = submission(portal, "PIP-2", identity(1), &ASKED);
    let stranger = submit(portal, &story.client, asked).await.id;
    for id in [story.id, stranger] {
        portal.close_request(&story.client, id, CloseReason::Decided).await.unwrap();
    }
    portal.sweep().await.unwrap();
    for (number, (id, who)) in
        [(story.id, 0), (stranger, 1), (story.id, 1), (stranger, 0)].into_iter().enumerate()
    {
        let mut next = submission(portal, &format!("NEXT-{number}"), identity(who), &ASKED);
        next.follows = Some(id.to_string());
        portal.submit_request(&story.client, next).await.unwrap();
    }
});
