//! Words by forms alone: the claimant's, a helper's behind a link, and entries that are marked as wrong. None of it shows
//! in an address, a title or a log.

use crate::browser::{Browser, Page};
use crate::story::{PASSWORD, Story};
use crate::support::{both, person};
use crate::web_journey::leads_to;
use crate::web_secrecy::Lines;
use crate::words::{SAID, begin};
use axum::http::StatusCode;

async fn answered(browser: &mut Browser, story: &Story<'_>, shared: &[&str]) -> Page {
    let names: Vec<String> = SAID.iter().map(|category| format!("choice.{category}")).collect();
    let pairs: Vec<(&str, &str)> = names
        .iter()
        .zip(SAID)
        .map(|(name, category)| {
            let shares = shared.contains(&category.id());
            (name.as_str(), if shares { "share" } else { "do-not-share" })
        })
        .collect();
    browser.post(&format!("/requests/{}/choose", story.id), &pairs).await
}

both!(own_words_are_written_kept_finished_and_seen_on_the_preview_by_forms_alone, |stage| async {
    let story = begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let all = format!("/requests/{}/words", story.id);
    let one = format!("{all}/1");
    assert_eq!(browser.get(&all).await.status, StatusCode::OK);
    for strange in ["dl1", "0", "2", "01"] {
        let page = browser.get(&format!("{all}/{strange}")).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{strange}");
    }
    let save = |text: &'static str, action: &'static str| [("words", text), ("action", action)];
    leads_to(&browser.post(&one, &save("<b>I rest.</b>\r\nOften.", "save")).await, &all);
    let page = browser.get(&one).await;
    assert!(page.text.contains("&lt;b&gt;I rest.&lt;/b&gt;\nOften.</textarea>"), "{}", page.text);
    let page = browser.post(&one, &save(" ", "finish")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.title().starts_with("Error") && page.text.contains("href=\"#words\""));
    let long: &'static str = "a".repeat(4012).leak();
    let page = browser.post(&one, &save(long, "finish")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("Take out 12") && page.text.contains(long), "what was typed stays");

    leads_to(&browser.post(&one, &save("I am depressed and rest.", "finish")).await, &all);
    let page = browser.get(&all).await;
    assert!(page.text.contains("They go only if you share that too"), "told at once");
    answered(&mut browser, &story, &["my-own-words", "mental-health"]).await;
    let page = browser.get(&all).await;
    assert!(
        !page.text.contains("They go only if you share that too")
            && page.text.contains("A little:")
    );
    let page = browser.get(&format!("/requests/{}/preview", story.id)).await;
    assert!(page.text.contains("I am depressed and rest."));
    let page = browser.get(&format!("{all}/print")).await;
    assert!(page.text.contains("I am depressed and rest.") && page.text.contains("Siân Llŷr"));
    assert!(
        page.text.contains("National Insurance number: AB\u{a0}12\u{a0}34\u{a0}56\u{a0}C"),
        "{}",
        page.text
    );
});

both!(changing_the_language_takes_what_was_typed_along, |stage| async {
    let story = begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let one = format!("/requests/{}/words/1", story.id);
    let typed = [("words", "Half a sentence"), ("lang", "cy"), ("next", &one)];
    leads_to(&browser.post("/language", &typed).await, &one);
    let page = browser.get(&one).await;
    assert!(
        page.text.contains("<html lang=\"cy\"") && page.text.contains("Half a sentence</textarea>")
    );
    assert!(!browser.get(&one).await.text.contains("Half a sentence"), "for one look");
    assert_eq!(stage.number("SELECT COUNT(*) FROM words").await, 0, "and nothing is saved by it");
});

both!(a_helper_writes_behind_a_link_without_an_account, |stage| async {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::DEBUG)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let story = begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let asks = format!("/requests/{}/helper", story.id);
    let page = browser.post(&asks, &[("name", ""), ("action", "make")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    leads_to(&browser.post(&asks, &[("name", "Annwyl"), ("action", "make")]).await, &asks);
    let page = browser.get(&asks).await;
    let token = page.between("http://127.0.0.1:3000/helper/", "</textarea>").to_owned();
    assert!(token.len() == 43 && !browser.get(&asks).await.text.contains(&token), "shown once");

    let mut helper = Browser::new(stage);
    let link = format!("/helper/{token}");
    let page = helper.get(&link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.headers["referrer-policy"], "no-referrer");
    assert_eq!(page.headers["cache-control"], "no-store");
    for told in
        ["Siân", "Llŷr", "Department", "Leeds", "Independence", "SR ", "DWP", "Asthma", "Annwyl"]
    {
        assert!(!page.text.contains(told), "{told}");
    }
    assert!(page.text.contains("somebody you help"));
    let typed = [
        ("name", "Ann O’Neill"),
        ("relation", "sister"),
        ("words.period", "Cooks for her: ataxia."),
    ];
    let page = helper.post(&link, &typed[..1]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text.contains("value=\"Ann O’Neill\"") && page.text.contains("href=\"#words-1\""));
    let long: &'static str = "a".repeat(4001).leak();
    let page = helper.post(&link, &[typed[0], typed[1], ("words.period", long)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let named = "” is too long. Take out 1 letter or sign";
    assert!(page.text.contains(named) && page.text.contains(long), "{}", page.text);
    let with_language: Vec<_> =
        typed.iter().copied().chain([("lang", "cy"), ("next", link.as_str())]).collect();
    leads_to(&helper.post("/language", &with_language).await, &link);
    let page = helper.get(&link).await;
    assert!(
        page.text.contains("<html lang=\"cy\"") && page.text.contains("ataxia."),
        "kept for one look"
    );
    leads_to(&helper.post(&link, &typed).await, "/helper/sent");
    assert_eq!(helper.get("/helper/sent").await.status, StatusCode::OK);
    for page in
        [helper.get(&link).await, helper.post(&link, &typed).await, helper.get("/helper/x").await]
    {
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert_eq!(page.headers["referrer-policy"], "no-referrer");
    }
    let page = browser.get(&asks).await;
    assert!(page.text.contains("Ann O’Neill") && page.text.contains("ataxia."));
    let words = page.between("name=\"words\" value=\"", "\"").to_owned();
    leads_to(&browser.post(&asks, &[("action", "delete"), ("words", &words)]).await, &asks);
    assert!(!browser.get(&asks).await.text.contains("ataxia."));

    for _ in 0..40 {
        if helper.get("/helper/guess").await.status == StatusCode::TOO_MANY_REQUESTS {
            break;
        }
    }
    assert_eq!(helper.get("/helper/guess").await.status, StatusCode::TOO_MANY_REQUESTS);
    let log = lines.text();
    for marker in [token.as_str(), "Annwyl", "O’Neill", "ataxia", "sister", "Siân"] {
        let line = log.lines().find(|line| line.contains(marker));
        assert!(line.is_none(), "{marker:?} in the log: {line:?}");
        for seen in &browser.seen {
            assert!(!seen.contains(marker), "{marker:?} in {seen:?}");
        }
    }
});

both!(an_entry_is_marked_as_wrong_and_left_out_by_forms_alone, |stage| async {
    let story = begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    answered(&mut browser, &story, &["conditions", "my-own-words"]).await;
    let preview = format!("/requests/{}/preview", story.id);
    let page = browser.get(&preview).await;
    assert!(page.text.contains("Asthma"));
    let link = page.between(&format!("href=\"/requests/{}/entries/", story.id), "\"").to_owned();
    let wrong = format!("/requests/{}/entries/{link}", story.id);
    assert!(browser.get(&wrong).await.text.contains("Asthma"));
    let unknown = format!("/requests/{}/entries/{}/wrong", story.id, "0".repeat(64));
    assert_eq!(browser.get(&unknown).await.status, StatusCode::NOT_FOUND);
    let page = browser.post(&wrong, &[("wrong", "Kept words"), ("meanwhile", "statement")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        page.text.contains("Kept words</textarea>") && page.text.contains("href=\"#statement\"")
    );
    let mark = [("wrong", "It began in 2004"), ("meanwhile", "leave-out"), ("action", "mark")];
    leads_to(&browser.post(&wrong, &mark).await, &wrong);
    let page = browser.get(&wrong).await;
    assert!(page.text.contains("It began in 2004") && page.text.contains("/letters/correction"));
    assert!(browser.get(&preview).await.text.contains("name=\"put_back\""), "it is left out");
    let request = browser.get(&format!("/requests/{}", story.id)).await;
    assert!(request.text.contains(&wrong), "and listed with the request");
    let history = browser.get("/history").await;
    assert!(history.text.contains("marked an entry as wrong") && !history.text.contains("2004"));
    leads_to(&browser.post(&wrong, &[("action", "unmark")]).await, &preview);
});

both!(somebody_elses_words_are_not_found, |stage| async {
    let story = begin(stage).await;
    person(stage, 1).await;
    let mut other = Browser::signed_in(stage, "two@example.org").await;
    let request = format!("/requests/{}", story.id);
    let wrong = format!("/entries/{}/wrong", "0".repeat(64));
    for path in ["/words", "/words/1", "/words/print", "/helper", &wrong] {
        assert_eq!(
            other.get(&format!("{request}{path}")).await.status,
            StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    for (path, pairs) in [
        ("/words/1", &[("words", "For them"), ("action", "finish")][..]),
        ("/helper", &[("name", "Ann"), ("action", "make")]),
        (wrong.as_str(), &[("wrong", "x"), ("meanwhile", "wait"), ("password", PASSWORD)]),
    ] {
        let page = other.post(&format!("{request}{path}"), pairs).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
});
