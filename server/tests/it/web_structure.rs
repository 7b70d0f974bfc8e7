//! What holds for every page, whatever it is about: the guard, where forms come from, headers, sizes, cookies.

use crate::browser::{BASE, Browser, FORM, form};
use crate::support::{Kind, Stage, both, person};
use axum::http::{Method, StatusCode};
use server::web::{Door, doors};

/// What everybody may see.
const OPEN: [&str; 25] = [
    "/",
    "/activate",
    "/sign-in",
    "/sign-out",
    "/leave",
    "/signed-out",
    "/recover",
    "/language",
    "/help",
    "/what-is-sayso",
    "/privacy",
    "/accessibility",
    "/transparency",
    "/transparency/figures.csv",
    "/transparency/figures.json",
    "/verify",
    "/assets/{*path}",
    "/robots.txt",
    "/favicon.ico",
    "/log/checkpoint",
    "/log/tile/{*path}",
    "/helper/sent",
    "/helper/{token}",
    "/_gallery",
    "/_gallery/{page}/{sample}",
];

fn address(path: &str) -> String {
    let path = path.replace("{id}", "0198c0de-0000-7000-8000-000000000001");
    path.replace("{*path}", "nothing")
        .replace("{token}", "nothing")
        .replace("{point}", "1")
        .replace("{kind}", "objection")
        .replace("{key}", &"0".repeat(64))
        .replace("{page}", "start")
        .replace("{sample}", "first")
}

#[test]
fn every_route_has_a_guard_or_is_open_on_purpose() {
    let open: Vec<&str> =
        doors().into_iter().filter(|(_, door)| *door == Door::Open).map(|(path, _)| path).collect();
    assert_eq!(open, OPEN);
}

both!(nobody_comes_past_the_guard, |stage| async {
    for (path, door) in doors() {
        if door == Door::Open {
            continue;
        }
        let mut browser = Browser::new(stage);
        let path = address(path);
        let got = browser.get(&path).await;
        if got.status != StatusCode::METHOD_NOT_ALLOWED {
            assert_eq!(got.status, StatusCode::SEE_OTHER, "GET {path}");
            assert_eq!(got.location(), format!("/sign-in?next={}", path.replace('/', "%2F")));
        }
        let posted = browser.post(&path, &[]).await;
        assert!(
            matches!(posted.status, StatusCode::FORBIDDEN | StatusCode::METHOD_NOT_ALLOWED),
            "POST {path}: {}",
            posted.status
        );
        assert!(
            got.status == StatusCode::SEE_OTHER || posted.status == StatusCode::FORBIDDEN,
            "{path} is guarded"
        );
    }
});

both!(every_post_from_elsewhere_is_refused, |stage| async {
    person(stage, 0).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let elsewhere: [&[(&str, &str)]; 5] = [
        &[FORM],
        &[FORM, ("origin", "https://evil.example")],
        &[FORM, ("origin", "null")],
        &[FORM, ("sec-fetch-site", "cross-site"), ("origin", BASE)],
        &[FORM, ("referer", "https://evil.example/")],
    ];
    for (path, _) in doors() {
        for headers in elsewhere {
            let page = browser
                .send(Method::POST, &address(path), headers, form(&[("action", "withdraw")]))
                .await;
            assert!(
                matches!(page.status, StatusCode::FORBIDDEN | StatusCode::NOT_FOUND),
                "{path} {headers:?}: {}",
                page.status
            );
            assert!(!page.headers.contains_key("set-cookie"), "{path}");
        }
    }
    assert_eq!(browser.get("/requests").await.status, StatusCode::OK, "still signed in");
});

both!(every_response_has_its_headers, |stage| async {
    person(stage, 0).await;
    let mut stranger = Browser::new(stage);
    let mut claimant = Browser::signed_in(stage, "one@example.org").await;
    for (path, _) in doors() {
        let path = address(path);
        for browser in [&mut stranger, &mut claimant] {
            for method in [Method::GET, Method::HEAD, Method::POST, Method::DELETE] {
                if method == Method::POST && path == "/sign-out" {
                    continue;
                }
                let page =
                    browser.send(method.clone(), &path, &[("origin", BASE)], String::new()).await;
                let header =
                    |name: &str| page.headers.get(name).map_or("", |value| value.to_str().unwrap());
                assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{method} {path}");
                assert_eq!(header("x-content-type-options"), "nosniff", "{method} {path}");
                let secret = path.starts_with("/helper/");
                let policy = if secret { "no-referrer" } else { "same-origin" };
                assert_eq!(header("referrer-policy"), policy, "{method} {path}");
                assert_eq!(header("x-frame-options"), "DENY");
                assert_eq!(header("cross-origin-opener-policy"), "same-origin");
                assert!(header("permissions-policy").contains("camera=()"));
                assert!(
                    header("content-security-policy").starts_with("default-src 'none'; "),
                    "{path}"
                );
                let nonce = header("content-security-policy").contains("nonce");
                assert!(!nonce || path == "/verify", "{path} is no page with an island");
                let public =
                    ["/robots.txt", "/transparency/figures.csv", "/transparency/figures.json"];
                let kept = public.contains(&path.as_str()) && page.status == StatusCode::OK;
                assert_eq!(header("cache-control") == "no-store", !kept, "{method} {path}");
                assert!(!page.headers.contains_key("strict-transport-security"), "not over http");
                if method == Method::HEAD {
                    assert!(page.text.is_empty(), "{path}");
                }
            }
        }
    }
});

both!(every_page_that_cannot_be_shown_is_a_page, |stage| async {
    let mut browser = Browser::new(stage);
    let get = browser.get("/nothing/here").await;
    assert_eq!(get.status, StatusCode::NOT_FOUND);
    assert!(get.text.contains("<h1") && get.text.contains("<html lang=\"en\""));
    let welsh =
        browser.send(Method::GET, "/nothing", &[("accept-language", "cy")], String::new()).await;
    assert!(welsh.text.contains("<html lang=\"cy\""));
    let delete = browser.send(Method::DELETE, "/help", &[("origin", BASE)], String::new()).await;
    assert_eq!(delete.status, StatusCode::METHOD_NOT_ALLOWED);
    assert!(delete.text.contains("<h1"));
});

both!(a_form_that_cannot_be_read_is_said_so, |stage| async {
    let mut browser = Browser::new(stage);
    let large = form(&[("email", &"a".repeat(70_000))]);
    let send = [("origin", BASE), FORM];
    assert_eq!(
        browser.send(Method::POST, "/sign-in", &send, large).await.status,
        StatusCode::PAYLOAD_TOO_LARGE
    );
    let json = [("origin", BASE), ("content-type", "application/json")];
    let page = browser.send(Method::POST, "/sign-in", &json, "{}".to_owned()).await;
    assert_eq!(page.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(page.text.contains("<h1"));
    for body in [
        "email=%00&password=%00",
        "email=%ff%fe&password=%c3",
        "=&=&&&%",
        "email=a@b.org&email=c@d.org",
    ] {
        let page = browser.send(Method::POST, "/sign-in", &send, body.to_owned()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
        let page = browser.send(Method::POST, "/activate", &send, body.to_owned()).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
    let ids = [
        "x",
        "%00",
        "%ff",
        "{}",
        "0198C0DE-0000-7000-8000-000000000001",
        "0198c0de000070008000000000000001",
    ];
    person(stage, 0).await;
    let mut claimant = Browser::signed_in(stage, "one@example.org").await;
    for id in ids {
        for path in [format!("/requests/{id}"), format!("/receipts/{id}/receipt.json")] {
            assert_eq!(claimant.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
});

both!(what_was_typed_stays_and_a_password_never_does, |stage| async {
    let mut browser = Browser::new(stage);
    let page = browser
        .post(
            "/sign-in",
            &[
                ("email", "no@example.org"),
                ("password", "tulip marble tango"),
                ("next", "/history"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("no@example.org") && page.text.contains("value=\"/history\""));
    assert!(!page.text.contains("tulip"));
    let page = browser
        .post(
            "/activate",
            &[("code", "AAAA-BBBB-CCCC"), ("email", "no@example.org"), ("password", "short")],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("AAAA-BBBB-CCCC") && !page.text.contains("value=\"short\""));
    assert!(page.title().starts_with("Error"));
});

#[tokio::test]
async fn the_gallery_is_shown_in_demo_mode_only() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    assert_eq!(Browser::new(&stage).get("/_gallery").await.status, StatusCode::NOT_FOUND);
    let mut config = stage.portal.config().clone();
    config.demo = true;
    let portal = server::portal::Portal::open(config, stage.clock.clone()).await.unwrap();
    let mut browser = Browser::at(server::cli::router(&portal));
    assert_eq!(browser.get("/_gallery").await.status, StatusCode::OK);
    assert_eq!(browser.get("/_gallery/choose/empty").await.status, StatusCode::OK);
    assert_eq!(browser.get("/_gallery/choose/nothing").await.status, StatusCode::NOT_FOUND);
}
