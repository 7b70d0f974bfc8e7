//! Choosing and confirming by forms: what was ticked is kept, what was shown is what counts.

use crate::browser::{Browser, Page};
use crate::story::{PASSWORD, Story};
use crate::support::{both, person};
use crate::web_journey::{choose, leads_to};
use axum::http::StatusCode;

both!(entries_are_left_out_and_put_back, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    choose(&mut browser, story.id, &["conditions", "medicines"], &[]).await;
    let whole = browser.get(&preview).await.digest().to_owned();
    let page = browser.post(&preview, &[("action", "leave-out"), ("digest", &whole)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    for wrong in ["0", "99", "x", "-1"] {
        let page = browser.post(&preview, &[("leave_out", wrong), ("action", "leave-out")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
    }
    leads_to(
        &browser
            .post(&preview, &[("leave_out", "1"), ("action", "leave-out"), ("digest", &whole)])
            .await,
        &preview,
    );
    let page = browser.get(&preview).await;
    assert_ne!(page.digest(), whole);
    assert!(page.text.contains("Asthma"), "what was left out is named");
    let key = page.between("name=\"put_back\" value=\"", "\"").to_owned();
    let page = browser
        .post(&preview, &[("leave_out", "1"), ("action", "leave-out"), ("digest", &whole)])
        .await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "a page that is out of date leaves nothing out"
    );
    let strange = "0".repeat(64);
    for (name, action) in [("put_back", "put-back"), ("put_in", "leave-out")] {
        let page = browser.post(&preview, &[(name, &strange), ("action", action)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
    }
    leads_to(
        &browser.post(&preview, &[("put_back", &key), ("action", "put-back")]).await,
        &preview,
    );
    assert_eq!(browser.get(&preview).await.digest(), whole);
});

both!(what_changed_since_is_shown_and_nothing_is_recorded, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    choose(&mut browser, story.id, &["conditions", "medicines"], &[]).await;
    let before = browser.get(&format!("/requests/{}/preview", story.id)).await.digest().to_owned();
    story
        .replace_record(|record| {
            record["entry"][1]["resource"]["onsetDateTime"] = "2019-01-01".into()
        })
        .await;
    let confirm = format!("/requests/{}/confirm", story.id);
    let page = browser.post(&confirm, &[("digest", &before), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let now = page.digest().to_owned();
    assert_ne!(now, before);
    assert!(page.text.contains("id=\"changed\""));
    assert_eq!(story.count("decided").await, 0);
    let page = browser.post(&confirm, &[("digest", &before), ("password", PASSWORD)]).await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "what was shown before is not confirmed"
    );
    let page = browser.post(&confirm, &[("digest", &now), ("password", PASSWORD)]).await;
    assert!(page.location().starts_with("/receipts/"));
});

both!(a_refusal_is_confirmed_like_a_yes, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let [preview, confirm] =
        ["preview", "confirm"].map(|page| format!("/requests/{}/{page}", story.id));
    leads_to(&choose(&mut browser, story.id, &[], &[]).await, &preview);
    assert_eq!(browser.get(&preview).await.status, StatusCode::OK);
    let page = browser.get(&confirm).await;
    let digest = page.between("name=\"digest\" value=\"", "\"").to_owned();
    let page = browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
    assert!(page.location().starts_with("/receipts/"), "{}", page.text);
    assert_eq!(browser.get(page.location()).await.status, StatusCode::OK);
    assert_eq!(story.count("record-read").await, 0);
});

both!(that_all_is_shared_is_said_only_where_nothing_is_left_out, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let [preview, confirm] =
        ["preview", "confirm"].map(|page| format!("/requests/{}/{page}", story.id));
    let every = ["conditions", "medicines", "test-results", "mental-health"];
    choose(&mut browser, story.id, &every, &[]).await;
    browser.get(&preview).await;
    let page = browser.get(&confirm).await;
    assert!(page.text.contains("You share all that was asked for."), "{}", page.text);
    browser.post(&preview, &[("leave_out", "1"), ("action", "leave-out")]).await;
    browser.get(&preview).await;
    let page = browser.get(&confirm).await;
    assert!(page.text.contains("You do not share all that was asked for."), "{}", page.text);
    assert!(!page.text.contains("You keep nothing private"), "{}", page.text);
});

both!(what_was_ticked_is_kept, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/choose", story.id);
    let [preview, confirm] =
        ["preview", "confirm"].map(|page| format!("/requests/{}/{page}", story.id));
    leads_to(&browser.get(&confirm).await, &preview);
    leads_to(&browser.get(&preview).await, &format!("{path}?missing=answers"));
    let page = browser.get(&format!("{path}?missing=answers")).await;
    assert!(page.title().starts_with("Error"));
    let page = browser
        .post(
            &path,
            &[
                ("choice.conditions", "share"),
                ("end_date.day", "31"),
                ("end_date.month", "2"),
                ("end_date.year", "2027"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("value=\"31\"") && page.text.matches(" checked").count() == 1);
    let page = browser
        .post(
            &path,
            &[
                ("choice.conditions", "share"),
                ("choice.mental-health", "perhaps"),
                ("choice.genetics", "share"),
                ("action", "update"),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(
        page.text.matches(" checked").count(),
        1,
        "an unknown answer and a thing that nobody asked for are nothing"
    );
    leads_to(&browser.post(&path, &[("action", "not-now")]).await, "/requests");
    assert_eq!(
        browser.get(&path).await.text.matches(" checked").count(),
        1,
        "not now keeps what was ticked"
    );

    // Changing the language takes what was ticked and typed along.
    let page = browser
        .post(
            "/language",
            &[
                ("choice.conditions", "do-not-share"),
                ("choice.medicines", "share"),
                ("end_date.day", "31"),
                ("lang", "cy"),
                ("next", &path),
            ],
        )
        .await;
    leads_to(&page, &path);
    let page = browser.get(&path).await;
    assert!(page.text.contains("<html lang=\"cy\"") && page.text.contains("value=\"31\""));
    assert_eq!(page.text.matches(" checked").count(), 2);

    // A time-out loses nothing.
    browser.cookies.remove("sayso");
    leads_to(&browser.get(&path).await, &format!("/sign-in?next={}", path.replace('/', "%2F")));
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    assert_eq!(browser.get(&path).await.text.matches(" checked").count(), 2);
});

both!(the_island_is_answered_and_nobody_else, |stage| async {
    let story = Story::begin(stage).await;
    let id = story.id.to_string();
    let ask = [
        ("request", id.as_str()),
        ("share[0]", "conditions"),
        ("share[1]", "medicines"),
        ("private[0]", "mental-health"),
    ];
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.post("/fn/choose-summary", &ask).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    let lines: Vec<String> = serde_json::from_str(&page.text).unwrap();
    assert!(
        lines.len() == 3 && lines[2].contains("also under"),
        "what would be missed is said: {lines:?}"
    );
    assert_eq!(story.count("draft-saved").await, 0);
    assert_eq!(
        Browser::new(stage).post("/fn/choose-summary", &ask).await.status,
        StatusCode::FORBIDDEN
    );
    person(stage, 1).await;
    let mut other = Browser::signed_in(stage, "two@example.org").await;
    assert_eq!(
        other.post("/fn/choose-summary", &ask).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
});

both!(only_the_page_with_an_island_runs_a_script_and_with_its_nonce_alone, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/choose", story.id);
    let (first, second) = (browser.get(&path).await, browser.get(&path).await);
    let policy = |page: &Page| page.headers["content-security-policy"].to_str().unwrap().to_owned();
    if first.text.contains("<script") {
        let nonce = first.between("<script type=\"module\" nonce=\"", "\"").to_owned();
        assert!(policy(&first).contains(&format!("'nonce-{nonce}' 'wasm-unsafe-eval'")));
        assert!(!second.text.contains(&nonce), "each answer has its own");
    } else {
        // A binary that was built without the island's files has none.
        assert!(!policy(&first).contains("nonce"));
    }
});
