//! A question in words, with nothing asked for from the record: there is nothing to choose, and it is never a no.

use crate::browser::Browser;
use crate::story::{Story, submission, submit};
use crate::support::{both, identity};
use axum::http::StatusCode;
use consent::ids::RequestId;
use server::portal::Refusal;

/// A question, and nothing from the record.
async fn asked_in_words(story: &Story<'_>) -> RequestId {
    let mut asked = submission(&story.portal, "AD-HOC", identity(0), &[]);
    asked.ad_hoc = true;
    asked.asked.ad_hoc = true;
    asked.question = Some("How far can she walk?".to_owned());
    submit(&story.portal, &story.client, asked).await.id
}

both!(a_question_in_words_is_undecided_and_says_so, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[]).await;
    let portal = &story.portal;
    let id = asked_in_words(&story).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let list = browser.get("/requests").await.text;
    assert!(list.contains("No request waits for you"), "{list}");
    assert!(list.contains("For you to read</h2>") && !list.contains("Waiting for you"), "{list}");
    assert!(list.contains("A question in words, from "), "{list}");
    assert!(!list.contains("for 0 things"), "{list}");
    assert_eq!(
        list.matches("You said do not share. Nothing was sent.").count(),
        1,
        "only the other one"
    );

    let path = format!("/requests/{id}");
    let page = browser.get(&path).await.text;
    assert!(page.contains("A question in words</h1>") && page.contains("How far can she walk?"));
    assert!(!page.contains("0 things"), "{page}");
    for one in ["What happens if I say no", "How long they keep it", "A yes under pressure"] {
        assert!(!page.contains(one), "there is nothing to say no to: {page}");
    }
    let choosing = browser.get(&format!("{path}/choose")).await;
    assert_eq!(choosing.status, StatusCode::OK);
    assert!(choosing.text.contains("there is nothing to choose here"), "{}", choosing.text);
    assert!(choosing.text.contains("How far can she walk?"));
    assert!(choosing.text.contains("Sayso does not count that as a “no”"));
    assert!(choosing.text.contains("DWP asks you to answer by"), "{}", choosing.text);
    let sent = browser.post(&format!("{path}/choose"), &[("action", "preview")]).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, &*format!("{path}/choose")));
    for page in ["preview", "confirm"] {
        let mut shown = browser.get(&format!("{path}/{page}")).await;
        for _ in 0..3 {
            if shown.status == StatusCode::SEE_OTHER {
                let to = shown.location().to_owned();
                shown = browser.get(&to).await;
            }
        }
        assert_eq!(shown.status, StatusCode::OK);
        assert!(shown.text.contains("nothing to choose here"), "{}", shown.text);
    }
    let seen = portal.request_of_client(&story.client, id).await.unwrap();
    assert!(seen.open && seen.standing.is_empty() && seen.decision_version.is_none());
    let refused = portal.collect(&story.client, id).await.unwrap_err();
    assert!(matches!(refused.refusal(), Some(Refusal::NoConsent(standing)) if standing.is_empty()));
});

both!(a_question_in_words_stays_to_be_answered_after_its_day, |stage| async {
    let story = Story::begin(stage).await;
    let path = format!("/requests/{}/choose", asked_in_words(&story).await);
    stage.clock.advance(43 * 24 * 60 * 60);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get(&path).await.text;
    assert!(page.contains("DWP meant to decide after ") && page.contains("You can still answer."));
    assert!(!page.contains("DWP asks you to answer by"), "{page}");
});

both!(a_question_in_words_has_no_letter_about_what_the_practice_sends, |stage| async {
    let story = Story::begin(stage).await;
    let id = asked_in_words(&story).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let list = format!("/requests/{id}/letters");
    let page = browser.get(&list).await.text;
    assert!(page.contains(&format!("href=\"{list}/more-time\"")), "{page}");
    assert!(!page.contains("/stop-practice"), "{page}");
    for kind in ["stop-practice", "stop-practice.txt"] {
        let none = browser.get(&format!("{list}/{kind}")).await;
        assert_eq!(none.status, StatusCode::NOT_FOUND, "{kind}");
    }
    let letter = browser.get(&format!("{list}/more-time")).await.text;
    assert!(letter.contains("asked me a question through Sayso"), "{letter}");
});
