//! Letters that help: to whom, in which language, what of them is kept, and who may make them.

use crate::browser::{BASE, Browser, FORM, form};
use crate::story::*;
use crate::support::{Stage, both, person};
use axum::http::{Method, StatusCode};
use server::portal::Actor;
use server::portal::log::Kind::LetterMade;

const KINDS: [&str; 6] =
    ["stop-practice", "correction", "more-time", "withdraw-form", "subject-access", "objection"];

fn made(stage: &Stage) -> impl Future<Output = i64> {
    stage.number("SELECT COUNT(*) FROM event WHERE kind = 'letter-made'")
}

both!(every_letter_is_a_page_and_a_text_and_only_the_text_is_an_event, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let list = format!("/requests/{}/letters", story.id);
    let page = browser.get(&list).await;
    assert_eq!(page.status, StatusCode::OK);
    for (before, kind) in (0_i64..).zip(KINDS) {
        let path = format!("{list}/{kind}");
        assert!(page.text.contains(&format!("href=\"{path}\"")), "{kind}");
        let letter = browser.get(&path).await;
        assert_eq!(letter.status, StatusCode::OK, "{kind}");
        assert_eq!(made(stage).await, before, "looking is no event");
        let text = browser.get(&format!("{path}.txt")).await;
        assert_eq!(text.headers["content-type"], "text/plain; charset=utf-8");
        let file =
            format!("attachment; filename=\"letter-{}.txt\"", story.id.short().replace(' ', "-"));
        assert_eq!(text.headers["content-disposition"], file.as_str(), "its name says nothing");
        assert!(
            text.text.starts_with("Siân Llŷr\n[your address]\nCF10 1AA\n\n2 November 2026\n"),
            "{}",
            text.text
        );
        assert_eq!(made(stage).await, before + 1);
    }
    let history = browser.get("/history").await;
    assert!(history.text.contains("It is for your practice: you do not agree."));
    assert!(history.text.contains("It is for DWP: you object."));
    story.log_is_whole().await;
});

both!(a_letter_says_what_the_claimant_answered, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/stop-practice", story.id);
    assert!(browser.get(&path).await.text.contains("I have not agreed to it."));
    story.decide(&[Conditions, Medicines]).await;
    let sharing = browser.get(&path).await;
    assert!(sharing.text.contains("I share what I agree to through Sayso."));
    assert!(sharing.text.contains(&format!("href=\"/requests/{}/withdraw\"", story.id)));
    let receipt = story.withdraw(&[]).await;
    assert!(browser.get(&path).await.text.contains("I stopped sharing it through Sayso."));
    // The address from before leads to the same letter.
    let old = browser.get(&format!("/receipts/{receipt}/letter")).await;
    assert_eq!((old.status, old.location()), (StatusCode::SEE_OTHER, path.as_str()));
    let (_, refused) = story.decide(&[]).await;
    assert!(browser.get(&path).await.text.contains("I said in Sayso that I do not share it."));
    let none = browser.get(&format!("/receipts/{refused}/letter")).await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "only a withdrawal has one there");
});

both!(a_letter_can_be_in_the_other_language_than_the_page, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/more-time", story.id);
    let page = browser.post(&path, &[("in", "cy"), ("reason", "Roeddwn yn yr ysbyty")]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("<html lang=\"en\"") && page.text.contains("lang=\"cy\""));
    assert!(page.text.contains("Annwyl Syr neu Fadam,"));
    let text = browser
        .post(&format!("{path}.txt"), &[("in", "cy"), ("reason", "Roeddwn yn yr ysbyty")])
        .await;
    assert!(text.text.contains("Fy rheswm yw:\n\n    Roeddwn yn yr ysbyty\n"), "{}", text.text);
    assert!(text.text.contains("\n2 Tachwedd 2026\n"));
    assert!(browser.get(&format!("{path}.txt?in=cy")).await.text.contains("Annwyl"));
    assert!(browser.get(&format!("{path}.txt")).await.text.contains("Dear Sir or Madam"));
});

both!(what_is_typed_into_a_letter_is_kept_nowhere, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/correction", story.id);
    let typed = [("entry", "Zanzibar <b>fever</b>"), ("wrong", "It was\r\nnot me")];
    let page = browser.post(&path, &typed).await;
    assert!(page.text.contains("Zanzibar &lt;b&gt;fever&lt;/b&gt;"), "{}", page.text);
    browser.post(&format!("{path}.txt"), &typed).await;
    let again = browser.get(&path).await;
    assert!(!again.text.contains("Zanzibar"));
    let (portal, actor) = (&story.portal, story.actor());
    let made = portal.happened_about(&actor, story.me, story.id, &[LetterMade]).await.unwrap();
    assert_eq!(made.len(), 1);
    assert_eq!(made[0].data, serde_json::json!({ "letter": "correction", "language": "en" }));
    assert!(browser.seen.iter().all(|seen| !seen.contains("Zanzibar")));
});

both!(a_letter_that_is_too_long_is_said_so_and_nothing_typed_is_lost, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/more-time", story.id);
    let long = "ŵ".repeat(2_001);
    for path in [path.clone(), format!("{path}.txt")] {
        let page = browser.post(&path, &[("reason", &long), ("until", "1 June")]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        let error = "“Why do you need more time?”: write at most 2,000 letters and signs. Now there are 2,001";
        assert!(page.text.contains(error), "{path}");
        assert!(page.text.contains(&long) && page.text.contains("value=\"1 June\""));
        assert!(page.title().starts_with("Error:"));
    }
    assert_eq!(made(stage).await, 0);
    let most = &long[..long.len() - 2];
    assert_eq!(browser.post(&path, &[("reason", most)]).await.status, StatusCode::OK);
});

both!(what_is_typed_stays_while_the_language_of_the_page_changes, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/objection", story.id);
    let sent = [
        ("page", path.as_str()),
        ("lang", "cy"),
        ("reason", "Mae’n brifo"),
        ("in", "en"),
        ("strange", "x"),
    ];
    let page = browser.post("/language", &sent).await;
    assert_eq!(page.location(), path);
    let page = browser.get(&path).await;
    assert!(
        page.text.contains("<html lang=\"cy\"") && page.text.contains(">Mae’n brifo</textarea>"),
        "{}",
        page.text
    );
    assert!(page.text.contains("Dear Sir or Madam"), "the letter stays in its own language");
    assert!(!browser.get(&path).await.text.contains("Mae’n brifo"), "it is there once");
});

both!(what_is_typed_when_time_is_up_is_there_after_signing_in_again, |stage| async {
    let story = Story::begin(stage).await;
    person(stage, 1).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/correction", story.id);
    let text = format!("{path}.txt");
    browser.get(&path).await;
    stage.clock.advance(21 * 60);
    let referer = format!("{BASE}{path}");
    let headers = [FORM, ("origin", BASE), ("referer", &referer)];
    let typed = [("page", path.as_str()), ("entry", "Zanzibar fever"), ("in", "cy")];
    let page = browser.send(Method::POST, &text, &headers, form(&typed)).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert_eq!(page.between("name=\"next\" value=\"", "\""), path);
    assert!(page.text.contains("name=\"typed.entry\" value=\"Zanzibar fever\""));
    let signing_in = |email: &'static str| {
        [
            ("email", email),
            ("password", PASSWORD),
            ("next", path.as_str()),
            ("typed.entry", "Zanzibar fever"),
            ("typed.in", "cy"),
        ]
    };
    // Somebody else at the same screen: it is not there for them, and not there after them.
    let page = browser.post("/sign-in", &signing_in("two@example.org")).await;
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, path.as_str()));
    let page = browser.get(&path).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!page.text.contains("Zanzibar"));
    browser.post("/sign-out", &[]).await;
    browser.post("/sign-in", &signing_in("one@example.org")[..3]).await;
    assert!(!browser.get(&path).await.text.contains("Zanzibar"));
    browser.post("/sign-out", &[]).await;
    browser.post("/sign-in", &signing_in("one@example.org")).await;
    let page = browser.get(&path).await;
    assert!(page.text.contains(">Zanzibar fever</textarea>"), "{}", page.text);
    assert!(page.text.contains("Annwyl feddygfa,"), "the letter stays in its own language");
    assert!(!browser.get(&path).await.text.contains("Zanzibar"), "it is there once");
    assert_eq!(made(stage).await, 0);
});

both!(what_is_typed_is_there_after_somebody_chose_to_stay, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}/letters/objection", story.id);
    let typed = [("next", path.as_str()), ("typed.reason", "It hurts")];
    assert_eq!(browser.post("/stay", &typed).await.location(), path);
    assert!(browser.get(&path).await.text.contains(">It hurts</textarea>"));
});

both!(nobody_makes_a_letter_about_somebody_elses_request, |stage| async {
    let story = Story::begin(stage).await;
    let other = person(stage, 1).await;
    let mut browser = Browser::signed_in(stage, "two@example.org").await;
    let list = format!("/requests/{}/letters", story.id);
    for path in [list.clone(), format!("{list}/objection"), format!("{list}/objection.txt")] {
        assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(
        browser.post(&format!("{list}/objection.txt"), &[]).await.status,
        StatusCode::NOT_FOUND
    );
    let actor = Actor::Person(other);
    let language = consent::language::Language::English;
    assert!(
        story.portal.letter_made(&actor, other, story.id, "objection", language).await.is_err()
    );
    let mut mine = Browser::signed_in(stage, "one@example.org").await;
    for kind in ["nothing", "objection.html", "OBJECTION", ".txt", "objection.txt.txt"] {
        assert_eq!(
            mine.get(&format!("{list}/{kind}")).await.status,
            StatusCode::NOT_FOUND,
            "{kind}"
        );
    }
    assert_eq!(made(stage).await, 0);
});
