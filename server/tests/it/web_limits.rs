//! What costs work and needs no password is done only so often, and then the page says when to come back.

use crate::browser::{BASE, Browser};
use crate::story::{Conditions, Story};
use crate::support::both;
use axum::http::{Method, StatusCode};

both!(who_is_not_signed_in_changes_the_language_only_so_often, |stage| async {
    let mut browser = Browser::new(stage);
    let form = [("lang", "cy"), ("next", "/sign-in"), ("email", "a@example.org")];
    for _ in 0..30 {
        assert_eq!(browser.post("/language", &form).await.status, StatusCode::SEE_OTHER);
        browser.cookies.clear();
    }
    let page = browser.post("/language", &form).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    let wait: i64 = page.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=6).contains(&wait), "{wait}");
    assert!(page.text.contains("<html"), "it is a page of ours");
    stage.clock.advance(wait);
    assert_eq!(browser.post("/language", &form).await.status, StatusCode::SEE_OTHER);
    // Nothing else waits for it.
    assert_eq!(browser.get("/sign-in").await.status, StatusCode::OK);
});

both!(an_island_asks_only_so_often, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("origin", BASE)];
    let mut asked = 0;
    loop {
        let body = format!("ticked[request]={}", story.id);
        let page = browser.send(Method::POST, "/fn/choose-summary", &headers, body).await;
        if page.status == StatusCode::TOO_MANY_REQUESTS {
            assert!(page.headers.contains_key("retry-after"));
            break;
        }
        asked += 1;
        assert!(asked < 100, "nobody counts");
    }
    assert_eq!(asked, 40);
    // The page itself, which works without it, is there all the same.
    assert_eq!(browser.get(&format!("/requests/{}/choose", story.id)).await.status, StatusCode::OK);
    stage.clock.advance(1);
    let page = browser.send(Method::POST, "/fn/choose-summary", &headers, String::new()).await;
    assert_ne!(page.status, StatusCode::TOO_MANY_REQUESTS);
});
