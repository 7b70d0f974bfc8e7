//! What nobody else may see: other people's pages, and anything personal in addresses, titles and logs.

use crate::browser::Browser;
use crate::story::{ASKED, PASSWORD, Story};
use crate::support::{both, identity, person};
use crate::web_journey::{choose, leads_to, letter};
use axum::http::StatusCode;
use std::io::Write;
use std::sync::{Arc, Mutex};

both!(somebody_elses_is_not_found, |stage| async {
    let story = Story::begin(stage).await;
    let (_, receipt) = story.decide(&ASKED).await;
    person(stage, 1).await;
    let mut other = Browser::signed_in(stage, "two@example.org").await;
    let (request, receipt) = (format!("/requests/{}", story.id), format!("/receipts/{receipt}"));
    for path in ["", "/choose", "/preview", "/confirm", "/withdraw", "/package.json"] {
        assert_eq!(
            other.get(&format!("{request}{path}")).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    for path in ["", "/receipt.html", "/receipt.json"] {
        assert_eq!(
            other.get(&format!("{receipt}{path}")).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    for (path, pairs) in [
        ("/choose", &[("choice.conditions", "share")][..]),
        ("/preview", &[("leave_out", "1")]),
        ("/confirm", &[("digest", ""), ("password", PASSWORD)]),
        ("/withdraw", &[("item.conditions", "withdraw"), ("action", "withdraw")]),
        ("/not-me", &[]),
        ("/complete", &[("complete", "yes")]),
    ] {
        assert_eq!(
            other.post(&format!("{request}{path}"), pairs).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    assert!(!other.get("/requests").await.text.contains(&request));
    assert_eq!(story.count("withdrawn").await, 0);
});

both!(this_is_not_about_me_and_nothing_more_will_come, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let request = format!("/requests/{}", story.id);
    leads_to(&browser.post(&format!("{request}/complete"), &[("complete", "yes")]).await, &request);
    assert!(story.seen().await.answer_complete);
    leads_to(&browser.post(&format!("{request}/complete"), &[("complete", "no")]).await, &request);
    assert!(!story.seen().await.answer_complete);
    leads_to(&browser.post(&format!("{request}/not-me"), &[]).await, "/requests");
    assert_eq!(browser.get(&request).await.status, StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/history").await.status, StatusCode::OK);
});

both!(the_account_is_looked_after, |stage| async {
    person(stage, 0).await;
    let mut here = Browser::signed_in(stage, "one@example.org").await;
    let mut there = Browser::signed_in(stage, "one@example.org").await;
    let page = here.get("/account").await;
    let session = page.between("name=\"session\" value=\"", "\"").to_owned();
    assert!(!page.text.contains(&there.cookies["sayso"]), "what ends a session is not its cookie");
    leads_to(
        &here.post("/account", &[("action", "end-session"), ("session", &session)]).await,
        "/account?done=session",
    );
    assert_eq!(there.get("/account").await.status, StatusCode::SEE_OTHER);
    leads_to(
        &here.post("/account", &[("action", "end-session"), ("session", &session)]).await,
        "/account?done=session-unknown",
    );
    let page = here.get("/account?done=session-unknown").await;
    assert!(page.text.contains("signed out already.") && !page.text.contains("error-summary"));
    assert!(!page.text.contains("sign-out-everywhere"), "this device is the only one");
    let change = |current: &'static str, new: &'static str| {
        [("action", "change-password"), ("current_password", current), ("new_password", new)]
    };
    for (current, new) in [
        ("", ""),
        (PASSWORD, PASSWORD),
        (PASSWORD, "short"),
        (PASSWORD, "password1234"),
        ("wrong horse seven", "tulip marble tango"),
    ] {
        assert_eq!(
            here.post("/account", &change(current, new)).await.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{new}"
        );
    }
    leads_to(
        &here.post("/account", &change(PASSWORD, "tulip marble tango")).await,
        "/account?done=password",
    );
    assert_eq!(here.get("/account?done=password").await.status, StatusCode::OK);
    leads_to(&here.post("/account", &[("action", "sign-out-everywhere")]).await, "/signed-out");
    assert_eq!(here.get("/account").await.status, StatusCode::SEE_OTHER);
});

/// Where log lines go while a test looks.
#[derive(Clone, Default)]
pub struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    /// Everything that was logged so far.
    pub fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

both!(no_address_title_or_log_line_tells_anything, |stage| async {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let (code, id) = letter(stage).await;
    let mut browser = Browser::new(stage);
    browser
        .post("/activate", &[("code", &code), ("email", "one@example.org"), ("password", PASSWORD)])
        .await;
    browser.post("/sources", &[("source", "gp-record"), ("action", "permit")]).await;
    choose(&mut browser, id, &["conditions", "medicines", "mental-health"], &[]).await;
    let digest = browser.get(&format!("/requests/{id}/preview")).await.digest().to_owned();
    let receipt = browser
        .post(&format!("/requests/{id}/confirm"), &[("digest", &digest), ("password", PASSWORD)])
        .await;
    for path in [
        receipt.location(),
        "/requests",
        "/receipts",
        "/history",
        "/account",
        "/sources",
        &format!("/requests/{id}"),
    ] {
        assert_eq!(browser.get(path).await.status, StatusCode::OK, "{path}");
    }
    browser
        .post(
            &format!("/requests/{id}/withdraw"),
            &[("item.mental-health", "withdraw"), ("action", "withdraw")],
        )
        .await;
    browser.get(&format!("/requests/{id}/preview")).await;
    browser
        .post("/sign-in", &[("email", "one@example.org"), ("password", "wrong horse seven")])
        .await;
    browser.post("/sign-out", &[]).await;

    let me = identity(0);
    let number = me.nhs_number.clone().unwrap();
    let (spaced, nino) = (number.spaced(), me.nino.spaced());
    let told = [
        me.family_name.as_str(),
        "Siân",
        number.as_str(),
        &spaced,
        me.nino.as_str(),
        &nino,
        "one@example.org",
        "1984-02-29",
        "CF10",
        "sthma",
        "epression",
        "mlodipine",
        "mental",
        "ondition",
        "edicine",
        "disability",
        "Disability",
        "PIP",
        PASSWORD,
        "wrong horse",
        code.as_str(),
    ];
    let log = lines.text();
    for marker in told {
        for seen in &browser.seen {
            assert!(!seen.contains(marker), "{marker:?} in {seen:?}");
        }
        let line = log.lines().find(|line| line.contains(marker));
        assert!(line.is_none(), "{marker:?} in the log: {line:?}");
    }
});
