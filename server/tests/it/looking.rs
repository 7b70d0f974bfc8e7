//! Looking is on the record: always where somebody looks at another's, once a day from each session at one's own. And
//! the history goes back as far as there is anything.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{both, person};
use server::portal::Actor;
use server::portal::looking::Looked;
use tower_sessions::session::Id;

both!(ones_own_looks_are_on_the_record_once_a_day_from_each_session, |stage| async {
    let story = Story::begin(stage).await;
    let (_, receipt) = story.decide(&[Conditions]).await;
    let paths =
        ["/history".to_owned(), format!("/requests/{}", story.id), format!("/receipts/{receipt}")];
    let kinds = ["history-viewed", "request-viewed", "receipt-viewed"];
    let mut phone = Browser::signed_in(stage, "one@example.org").await;
    for path in paths.iter().chain(&paths) {
        phone.get(path).await;
    }
    for kind in kinds {
        assert_eq!(story.count(kind).await, 1, "{kind}");
    }
    let mut laptop = Browser::signed_in(stage, "one@example.org").await;
    for path in &paths {
        laptop.get(path).await;
    }
    for kind in kinds {
        assert_eq!(story.count(kind).await, 2, "{kind}");
    }
    stage.clock.advance(24 * 60 * 60);
    let mut again = Browser::signed_in(stage, "one@example.org").await;
    for path in &paths {
        again.get(path).await;
    }
    for kind in kinds {
        assert_eq!(story.count(kind).await, 3, "{kind}");
    }
    story.log_is_whole().await;
});

both!(what_has_no_line_in_a_history_is_about_nobody, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    let kinds = "'person-erased','client-added','client-disabled','client-rotated','purpose-imported','request-submitted'";
    let of =
        |whose: &str| format!("SELECT COUNT(*) FROM event WHERE kind IN ({kinds}) AND {whose}");
    assert!(stage.number(&of("person_id IS NULL")).await > 0);
    assert_eq!(stage.number(&of("person_id IS NOT NULL")).await, 0);
});

both!(somebody_elses_looks_are_on_the_record_each_time, |stage| async {
    let story = Story::begin(stage).await;
    let other = Actor::Person(person(stage, 1).await);
    let session = Some(&Id(7));
    for _ in 0..2 {
        for actor in [&other, &Actor::Operator] {
            let looked = Looked::Request(story.id);
            story.portal.looked_at(actor, story.me, session, looked).await.unwrap();
        }
    }
    assert_eq!(story.count("request-viewed").await, 4);
});

both!(a_history_goes_back_to_its_first_line_page_by_page, |stage| async {
    let story = Story::begin(stage).await;
    // More events than are read at once, each with a line of its own.
    for number in 0..620 {
        let pair = (story.id.to_string(), "conditions".to_owned());
        if number % 2 == 0 {
            story.portal.check(&story.client, &[pair]).await.unwrap();
        } else {
            story.nothing_to_collect().await;
        }
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let mut path = "/history?show=asker".to_owned();
    let (mut lines, mut pages) = (0, 0);
    loop {
        let page = browser.get(&path).await;
        lines += page.text.matches("The answer was <strong").count();
        pages += 1;
        assert!(pages < 30, "it goes round in circles");
        let Some((before, _)) = page.text.split_once("See older lines") else { break };
        let href = before.rsplit_once("href=\"").unwrap().1.split_once('"').unwrap().0;
        assert!(href.contains("before=") && href.contains("show=asker"), "{href}");
        path = href.replace("&amp;", "&");
    }
    assert_eq!(lines, 620);
    assert!(pages > 12);
    let first = browser.get(&path).await;
    assert!(first.text.contains("asked"), "the first of all is there: {}", first.text);
    // What cannot be a place in the log is no reason to fail.
    for odd in ["x", "-1", "99999999999999999999", "0"] {
        assert_eq!(browser.get(&format!("/history?before={odd}")).await.status.as_u16(), 200);
    }
});

both!(a_filter_finds_what_lies_far_back, |stage| async {
    let story = Story::begin(stage).await;
    for _ in 0..560 {
        let pair = (story.id.to_string(), "conditions".to_owned());
        story.portal.check(&story.client, &[pair]).await.unwrap();
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get("/history?show=sayso").await;
    assert!(page.text.contains("added you"), "{}", page.text);
});

both!(signing_in_says_with_what_and_keeps_nothing_else_of_it, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::new(stage);
    let agent =
        "Mozilla/5.0 (Linux; Android 14; Secret-Model-9) Chrome/120.0.1 Mobile Safari/537.36";
    let body = crate::browser::form(&[("email", "one@example.org"), ("password", PASSWORD)]);
    let headers = [crate::browser::FORM, ("origin", crate::browser::BASE), ("user-agent", agent)];
    browser.send(axum::http::Method::POST, "/sign-in", &headers, body).await;
    for path in ["/history", "/account"] {
        let page = browser.get(path).await;
        assert!(page.text.contains("Chrome on Android"), "{path}: {}", page.text);
        assert!(!page.text.contains("Secret"), "{path}");
    }
    browser.post("/language", &[("lang", "cy"), ("next", "/")]).await;
    assert!(browser.get("/account").await.text.contains("Chrome ar Android"));
    let past = story.portal.history(&story.actor(), story.me, None).await.unwrap();
    assert!(!format!("{past:?}").contains("Secret"));
});
