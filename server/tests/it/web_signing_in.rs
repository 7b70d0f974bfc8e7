//! Signing in and out: where it leads, what the cookie is, when it ends, and guessing.

use crate::browser::{BASE, Browser, FORM, form};
use crate::support::{Kind, Stage, both, person};
use axum::http::{Method, StatusCode};

both!(one_is_led_on_only_to_pages_of_ours, |stage| async {
    person(stage, 0).await;
    for (next, expected) in [
        ("/history", "/history"),
        ("//evil.example", "/requests"),
        ("https://evil.example/", "/requests"),
        ("", "/requests"),
    ] {
        let mut browser = Browser::new(stage);
        let page = browser
            .post(
                "/sign-in",
                &[("email", "one@example.org"), ("password", "kettle otter seven"), ("next", next)],
            )
            .await;
        assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, expected));
        let page = browser.post("/language", &[("lang", "cy"), ("next", next)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER);
        assert_eq!(page.location(), if next == "/history" { next } else { "/" });
    }
});

both!(signing_in_gives_a_new_cookie_and_signing_out_ends_it, |stage| async {
    person(stage, 0).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let first = browser.cookies["sayso"].clone();
    let page = browser
        .post("/sign-in", &[("email", "one@example.org"), ("password", "kettle otter seven")])
        .await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/"),
        "{cookie}"
    );
    assert!(!cookie.contains("Max-Age") && !cookie.contains("Domain"), "{cookie}");
    let second = browser.cookies["sayso"].clone();
    assert_ne!(first, second);
    browser.cookies.insert("sayso".to_owned(), first);
    assert_eq!(
        browser.get("/requests").await.status,
        StatusCode::SEE_OTHER,
        "the cookie from before is worth nothing"
    );
    browser.cookies.insert("sayso".to_owned(), second.clone());
    assert_eq!(browser.get("/requests").await.status, StatusCode::OK);
    let page = browser.post("/sign-out", &[]).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, "/signed-out"));
    browser.cookies.insert("sayso".to_owned(), second);
    assert_eq!(browser.get("/requests").await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/sign-out").await.location(), "/signed-out");
});

both!(a_session_ends_after_twenty_minutes_without_use, |stage| async {
    person(stage, 0).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    for _ in 0..3 {
        stage.clock.advance(19 * 60);
        assert_eq!(browser.get("/requests").await.status, StatusCode::OK);
    }
    stage.clock.advance(20 * 60);
    assert_eq!(browser.get("/requests").await.location(), "/sign-in?next=%2Frequests");
});

both!(too_many_guesses_are_told_to_wait, |stage| async {
    person(stage, 0).await;
    let mut browser = Browser::new(stage);
    let mut last = None;
    for _ in 0..11 {
        last = Some(
            browser
                .post(
                    "/sign-in",
                    &[("email", "one@example.org"), ("password", "kettle otter eight")],
                )
                .await,
        );
    }
    let page = last.unwrap();
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(page.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() > 60);
    assert!(page.text.contains("<h1"));
});

both!(a_browser_that_keeps_no_cookies_is_told_what_to_do, |stage| async {
    person(stage, 0).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    browser.cookies.clear();
    let referer = format!("{BASE}/sign-in");
    let page =
        browser.send(Method::GET, "/requests", &[("referer", &referer)], String::new()).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(page.text.contains("cookies"));
});

#[tokio::test]
async fn over_https_cookies_are_secure_and_the_browser_is_told_to_stay() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    person(&stage, 0).await;
    let mut config = stage.portal.config().clone();
    config.base_url = "https://sayso.example".to_owned();
    let portal = server::portal::Portal::open(config, stage.clock.clone()).await.unwrap();
    let mut browser = Browser::at(server::cli::router(&portal));
    let headers = [FORM, ("sec-fetch-site", "same-origin")];
    let body = form(&[("email", "one@example.org"), ("password", "kettle otter seven")]);
    let page = browser.send(Method::POST, "/sign-in", &headers, body).await;
    let cookie = page.headers["set-cookie"].to_str().unwrap();
    assert!(cookie.starts_with("__Host-sayso=") && cookie.contains("; Secure"), "{cookie}");
    assert!(page.headers.contains_key("strict-transport-security"));
    let page = browser
        .send(Method::POST, "/language", &headers, form(&[("lang", "cy"), ("next", "/account")]))
        .await;
    assert!(page.headers["set-cookie"].to_str().unwrap().starts_with("__Host-sayso-language=cy;"));
    let page = browser.send(Method::POST, "/sign-out", &headers, String::new()).await;
    assert!(
        page.headers["set-cookie"].to_str().unwrap().contains("; Secure"),
        "a cookie that ends is secure too"
    );
}
