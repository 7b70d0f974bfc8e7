//! What is ticked and answered on the preview goes along, wherever one goes on to; and nobody confirms a file that they
//! have not seen.

use crate::browser::{BASE, Browser, FORM, Page, form};
use crate::story::{PASSWORD, Story};
use crate::support::{both, person};
use crate::web_journey::leads_to;
use crate::web_preview::share;
use crate::web_preview_letters::{keys, with_letters};
use axum::http::{Method, StatusCode};

const KEPT: &str = "We kept what you ticked or answered.";

/// How many entries can be left out, and whether one was.
fn entries(page: &Page) -> (usize, bool) {
    let out = page.text.contains("name=\"put_back\"");
    (page.text.matches("name=\"leave_out\"").count(), out)
}

both!(what_is_ticked_goes_along_wherever_one_goes_on, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = |page: &str| format!("/requests/{}/{page}", story.id);
    let (preview, confirm, choose) = (path("preview"), path("confirm"), path("choose"));
    let ticks = format!("{preview}?again=ticks");
    let page = share(&mut browser, &story, &[]).await;
    let (all, out) = entries(&page);
    assert!(all > 2 && !out && !page.text.contains(KEPT));

    // Nothing is ticked: on to the next page, and nothing has changed.
    let digest = page.digest().to_owned();
    for (action, to) in [("confirm", &confirm), ("choose", &choose)] {
        let pairs = [("digest", digest.as_str()), ("action", action)];
        leads_to(&browser.post(&preview, &pairs).await, to);
    }
    assert_eq!(browser.get(&confirm).await.digest(), digest);

    // Something is ticked: what that does is shown first, however often it is pressed.
    let ticked = [("digest", digest.as_str()), ("leave_out", "1"), ("action", "confirm")];
    for _ in 0..2 {
        leads_to(&browser.post(&preview, &ticked).await, &ticks);
        leads_to(&browser.get(&confirm).await, &preview);
    }
    let page = browser.get(&ticks).await;
    assert!(page.text.contains(KEPT) && page.text.contains("Please look again"), "{}", page.text);
    assert_eq!(entries(&page), (all - 1, true));
    let smaller = page.digest().to_owned();
    assert_ne!(smaller, digest);
    let pairs = [("digest", smaller.as_str()), ("action", "confirm")];
    leads_to(&browser.post(&preview, &pairs).await, &confirm);
    assert_eq!(browser.get(&confirm).await.digest(), smaller);

    // Back to the answers, and what was ticked is kept.
    let ticked = [("digest", smaller.as_str()), ("leave_out", "1"), ("action", "choose")];
    leads_to(&browser.post(&preview, &ticked).await, &choose);
    let page = browser.get(&preview).await;
    assert_eq!(entries(&page), (all - 2, true));
    assert!(!page.text.contains(KEPT), "nothing went along this time");
});

both!(a_page_that_is_older_than_what_is_kept_confirms_nothing, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = |page: &str| format!("/requests/{}/{page}", story.id);
    let (preview, choose) = (path("preview"), path("choose"));
    let old = share(&mut browser, &story, &[]).await.digest().to_owned();
    let ticked = [("digest", old.as_str()), ("leave_out", "1"), ("action", "leave-out")];
    leads_to(&browser.post(&preview, &ticked).await, &preview);
    let (left, _) = entries(&browser.get(&preview).await);

    // A place in the old page names nothing in the new one.
    for action in ["leave-out", "confirm", "choose"] {
        let ticked = [("digest", old.as_str()), ("leave_out", "1"), ("action", action)];
        let page = browser.post(&preview, &ticked).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.text.contains("That entry is not on this page any more"));
        assert_eq!(entries(&page).0, left);
    }
    // Nobody who ticked nothing is told of an entry.
    let on = |action: &'static str| [("digest", old.as_str()), ("action", action)];
    let older = format!("{preview}?again=older");
    leads_to(&browser.post(&preview, &on("confirm")).await, &older);
    // A page that named no file has shown none.
    leads_to(&browser.post(&preview, &[("digest", ""), ("action", "confirm")]).await, &older);
    assert!(browser.get(&older).await.text.contains("was older than what we keep for you"));
    leads_to(&browser.post(&preview, &on("choose")).await, &choose);
});

both!(a_no_to_a_letter_that_did_not_go_is_no_new_file, |stage| async {
    let story = with_letters(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = |page: &str| format!("/requests/{}/{page}", story.id);
    let (preview, confirm) = (path("preview"), path("confirm"));
    let page = share(&mut browser, &story, &[]).await;
    let digest = page.digest().to_owned();
    let letter = format!("letter.{}", keys(&page)[0]);
    let said = |answer: &'static str| {
        [(letter.as_str(), answer), ("digest", digest.as_str()), ("action", "confirm")]
    };
    leads_to(&browser.post(&preview, &said("do-not-share")).await, &confirm);
    assert_eq!(browser.get(&confirm).await.digest(), digest);
    assert_eq!(browser.get(&preview).await.text.matches(" checked").count(), 1, "it is kept");
    leads_to(&browser.post(&preview, &said("share")).await, &format!("{preview}?again=ticks"));
    assert_ne!(browser.get(&preview).await.digest(), digest);
});

both!(what_is_ticked_is_there_when_the_language_has_changed, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let page = share(&mut browser, &story, &[]).await;
    assert!(page.text.contains(&format!("name=\"page\" value=\"{preview}\"")), "{}", page.text);
    let (digest, (all, _)) = (page.digest().to_owned(), entries(&page));
    let typed =
        [("page", preview.as_str()), ("lang", "cy"), ("digest", &digest), ("leave_out", "2")];
    leads_to(&browser.post("/language", &typed).await, &preview);
    let page = browser.get(&preview).await;
    assert!(page.text.contains("<html lang=\"cy\""));
    assert_eq!(entries(&page), (all - 1, true));
});

both!(what_is_ticked_when_time_is_up_is_there_after_signing_in_again, |stage| async {
    let story = Story::begin(stage).await;
    person(stage, 1).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let page = share(&mut browser, &story, &[]).await;
    let (digest, (all, _)) = (page.digest().to_owned(), entries(&page));
    stage.clock.advance(21 * 60);
    let referer = format!("{BASE}{preview}");
    let headers = [FORM, ("origin", BASE), ("referer", &referer)];
    let typed = [("digest", digest.as_str()), ("leave_out", "1"), ("action", "confirm")];
    let page = browser.send(Method::POST, &preview, &headers, form(&typed)).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(page.between("name=\"next\" value=\"", "\""), preview);
    assert!(page.text.contains("name=\"typed.leave_out\" value=\"1\""));
    let signing_in = |email: &'static str| {
        [
            ("email", email),
            ("password", PASSWORD),
            ("next", preview.as_str()),
            ("typed.leave_out", "1"),
            ("typed.digest", digest.as_str()),
        ]
    };
    // Somebody else at the same screen changes nothing of it.
    leads_to(&browser.post("/sign-in", &signing_in("two@example.org")).await, &preview);
    assert_eq!(browser.get(&preview).await.status, StatusCode::NOT_FOUND);
    browser.post("/sign-out", &[]).await;
    browser.post("/sign-in", &signing_in("one@example.org")[..3]).await;
    assert_eq!(entries(&browser.get(&preview).await), (all, false));
    browser.post("/sign-out", &[]).await;
    leads_to(&browser.post("/sign-in", &signing_in("one@example.org")).await, &preview);
    assert_eq!(entries(&browser.get(&preview).await), (all - 1, true));
});

both!(what_is_ticked_on_a_page_that_is_not_kept_any_more_is_not_lost, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let preview = format!("/requests/{}/preview", story.id);
    let page = share(&mut browser, &story, &[]).await;
    let (digest, (all, _)) = (page.digest().to_owned(), entries(&page));
    // The answers are kept anew, the page is not.
    let sign_in = [("email", "one@example.org"), ("password", PASSWORD)];
    stage.clock.advance(12 * 60 * 60);
    browser.post("/sign-in", &sign_in).await;
    let draft = story.portal.draft(&story.actor(), story.me, story.id).await.unwrap().unwrap();
    story.portal.save_draft(&story.actor(), story.me, story.id, &draft, false).await.unwrap();
    stage.clock.advance(13 * 60 * 60);
    browser.post("/sign-in", &sign_in).await;
    let kept = story.portal.kept_preview(&story.actor(), story.me, story.id).await.unwrap();
    assert!(kept.is_none());
    let ticked = [("digest", digest.as_str()), ("leave_out", "1"), ("action", "confirm")];
    let page = browser.post(&preview, &ticked).await;
    leads_to(&page, &format!("{preview}?again=ticks"));
    assert_eq!(entries(&browser.get(&preview).await), (all - 1, true));
});
