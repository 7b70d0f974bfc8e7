//! What is over is tidied up: sealed bytes and keys go, and what still holds stays.

use crate::story::Story;
use crate::support::both;
use consent::category::Category::Conditions;

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
