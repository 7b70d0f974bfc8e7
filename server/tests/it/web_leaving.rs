//! Leaving in a hurry, and coming back when time was up: nobody sees more than they should, and nothing typed is lost.

use crate::browser::{BASE, Browser, FORM, form};
use crate::story::{PASSWORD, Story};
use crate::support::both;
use axum::http::{Method, StatusCode};

const AWAY: &str = "https://www.bbc.co.uk/weather";

both!(leaving_signs_out_and_the_way_back_leads_away_too, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let request = format!("/requests/{}", story.id);
    let page = browser.get(&request).await;
    assert!(page.text.contains("href=\"/leave\""), "a link, for it has to work without scripts");
    let cookie = browser.cookies["sayso"].clone();
    let page = browser.get("/leave").await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, AWAY));
    assert_eq!(page.headers["cache-control"], "no-store");
    for path in [request.as_str(), "/requests", "/history"] {
        let page = browser.get(path).await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, AWAY), "{path}");
    }
    browser.cookies.insert("sayso".to_owned(), cookie);
    assert_eq!(browser.get(&request).await.location(), AWAY, "the session is over");
    // Coming back on purpose.
    let page = browser.get("/sign-in").await;
    assert_eq!(page.status, StatusCode::OK);
    let typed = [("email", "one@example.org"), ("password", PASSWORD), ("next", &request)];
    assert_eq!(browser.post("/sign-in", &typed).await.location(), request);
    assert_eq!(browser.get(&request).await.status, StatusCode::OK);
    browser.post("/sign-out", &[]).await;
    assert!(browser.get("/requests").await.location().starts_with("/sign-in"), "and as ever after");
});

both!(a_link_from_elsewhere_signs_nobody_out, |stage| async {
    Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    for site in ["cross-site", "same-site"] {
        let page =
            browser.send(Method::GET, "/leave", &[("sec-fetch-site", site)], String::new()).await;
        assert_eq!(page.location(), AWAY);
        assert_eq!(browser.get("/requests").await.status, StatusCode::OK, "{site}");
    }
    let own = [("sec-fetch-site", "same-origin")];
    browser.send(Method::GET, "/leave", &own, String::new()).await;
    assert_eq!(browser.get("/requests").await.status, StatusCode::SEE_OTHER);
});

both!(what_was_typed_when_time_was_up_is_there_after_signing_in, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let choose = format!("/requests/{}/choose", story.id);
    browser.get(&choose).await;
    stage.clock.advance(21 * 60);
    let referer = format!("{BASE}{choose}");
    let headers = [FORM, ("origin", BASE), ("referer", &referer)];
    let typed = [
        ("choice.conditions", "share"),
        ("end_date.day", "40"),
        ("password", "never kept"),
        ("action", "preview"),
    ];
    let page = browser.send(Method::POST, &choose, &headers, form(&typed)).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(
        page.text.contains("name=\"typed.choice.conditions\" value=\"share\""),
        "{}",
        page.text
    );
    assert!(!page.text.contains("never kept"));
    assert_eq!(page.between("name=\"next\" value=\"", "\""), choose);
    assert_eq!(story.count("draft-saved").await, 0, "nothing was done");
    // The wrong password first: still nothing is lost.
    let again = |password: &'static str| {
        [
            ("email", "one@example.org"),
            ("password", password),
            ("next", choose.as_str()),
            ("typed.choice.conditions", "share"),
            ("typed.end_date.day", "40"),
        ]
    };
    let page = browser.post("/sign-in", &again("not the password")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("name=\"typed.choice.conditions\" value=\"share\""));
    let page = browser.post("/sign-in", &again(PASSWORD)).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, choose.as_str()));
    let page = browser.get(&choose).await;
    let ticked = page.between("name=\"choice.conditions\" type=\"radio\" value=\"share\"", ">");
    assert!(ticked.contains("checked"), "{ticked}");
    assert!(page.text.contains("value=\"40\""));
    assert_eq!(story.count("decided").await, 0);
});

both!(what_was_typed_lasts_through_a_change_of_language, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::new(stage);
    let choose = format!("/requests/{}/choose", story.id);
    let typed = [
        ("lang", "cy"),
        ("page", "/sign-in"),
        ("next", &choose),
        ("typed.choice.conditions", "share"),
    ];
    assert_eq!(browser.post("/language", &typed).await.location(), "/sign-in");
    let page = browser.get("/sign-in").await;
    assert!(page.text.contains("name=\"typed.choice.conditions\" value=\"share\""));
    assert_eq!(page.between("name=\"next\" value=\"", "\""), choose);
});

both!(staying_signed_in_makes_the_session_longer, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let choose = format!("/requests/{}/choose", story.id);
    for _ in 0..3 {
        stage.clock.advance(18 * 60);
        assert_eq!(browser.post("/stay", &[]).await.status, StatusCode::NO_CONTENT);
    }
    let typed = [("next", choose.as_str()), ("typed.choice.conditions", "share")];
    assert_eq!(browser.post("/stay", &typed).await.location(), choose);
    let page = browser.get(&choose).await;
    assert!(
        page.between("name=\"choice.conditions\" type=\"radio\" value=\"share\"", ">")
            .contains("checked")
    );
    stage.clock.advance(21 * 60);
    let page = browser.post("/stay", &typed).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("name=\"typed.choice.conditions\" value=\"share\""));
    assert!(!page.text.contains("typed.next"), "only what was typed");
    assert_eq!(page.between("name=\"next\" value=\"", "\""), choose);
    let page = browser.post("/stay", &[("next", "https://evil.example")]).await;
    assert_eq!(page.between("name=\"next\" value=\"", "\""), "/requests");
});
