//! However often a requester asks: what the claimant reads stays true, and repeats are one line.

use crate::browser::Browser;
use crate::story::{Conditions, Medicines, Story};
use crate::support::both;
use consent::category::Category;
use server::portal::Actor;
use server::registers::title;

both!(six_hundred_checks_hide_nothing, |stage| async {
    let story = Story::begin(stage).await;
    let (_, receipt) = story.decide(&[Conditions]).await;
    for _ in 0..3 {
        story.collect().await.unwrap();
    }
    let flood = async || {
        let pairs = ["conditions", "medicines"].map(|name| (story.id.to_string(), name.to_owned()));
        for _ in 0..600 {
            story.portal.check(&story.client, &pairs).await.unwrap();
        }
    };
    flood().await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let request = format!("/requests/{}", story.id);

    let stopping = browser.get(&format!("{request}/withdraw")).await.text;
    assert!(!stopping.contains("Nothing has been collected yet"), "{stopping}");
    assert!(stopping.contains("We ask DWP to erase what it collected. From that"), "{stopping}");
    assert!(!stopping.contains("DWP is told nothing"), "{stopping}");
    assert!(stopping.contains("3 times between"), "{stopping}");
    assert!(stopping.contains("each time 1 entry"), "{stopping}");

    let page = browser.get(&request).await.text;
    assert_eq!(page.matches("DWP collected what you shared.").count(), 1, "{page}");
    assert!(page.contains("It did so 3 times") && page.contains("It did so 600 times"), "{page}");

    let proof = browser.get(&format!("/receipts/{receipt}")).await.text;
    assert!(proof.contains("1 entry"), "{proof}");
    assert!(!proof.contains("within a minute"), "{proof}");

    let history = browser.get("/history").await.text;
    assert_eq!(history.matches("It happened 600 times").count(), 2, "yes and no: {history}");
    assert!(history.contains("<strong>collected</strong> what you shared"), "{history}");

    let receipt = story.withdraw(&[]).await;
    flood().await;
    let proof = browser.get(&format!("/receipts/{receipt}")).await.text;
    assert!(proof.contains("3 times between") && proof.contains("each time 1 entry"), "{proof}");
    assert!(!proof.contains("Nothing was collected before"), "{proof}");
});

both!(what_was_collected_before_is_not_forgotten, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let mut list = async || browser.get("/requests").await.text;
    story.decide(&[Conditions]).await;
    assert!(list().await.contains("They have not collected it."));
    story.collect().await.unwrap();
    assert!(list().await.contains("They have collected it."));

    story.decide(&[Conditions, Medicines]).await;
    let more = list().await;
    assert!(more.contains("They have not collected them."), "{more}");
    assert!(more.contains("They collected what you shared before."), "{more}");

    story.decide(&[]).await;
    let no = list().await;
    assert!(no.contains("You said do not share. DWP can get no more. It may keep"), "{no}");
    assert!(!no.contains("Nothing was sent"), "{no}");
});

both!(a_request_of_a_disabled_client_is_closed_on_no_day, |stage| async {
    let story = Story::begin(stage).await;
    story.portal.disable_client(&Actor::Operator, &story.client).await.unwrap();
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    for path in ["/requests".to_owned(), format!("/requests/{}", story.id)] {
        let page = browser.get(&path).await.text;
        assert!(page.contains("This request is closed."), "{page}");
        assert!(!page.contains("closed on") && !page.contains("DWP closed"), "{page}");
    }
});

both!(what_a_requester_did_goes_on_over_pages, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let pairs = [(story.id.to_string(), "conditions".to_owned())];
    for _ in 0..30 {
        story.portal.check(&story.client, &pairs).await.unwrap();
        story.collect().await.unwrap();
        stage.clock.advance(60);
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/requests/{}", story.id);
    let page = browser.get(&path).await.text;
    let lines = |text: &str| text.matches("DWP collected what you shared.").count();
    let before = page.split_once(&format!("{path}?before=")).expect("older ones").1;
    let before: String = before.chars().take_while(char::is_ascii_digit).collect();
    let older = browser.get(&format!("{path}?before={before}")).await.text;
    assert_eq!((lines(&page), lines(&older)), (25, 5));
    assert!(!older.contains(&format!("href=\"{path}?before=")), "{older}");
    assert!(browser.get(&format!("{path}?before=1")).await.text.contains("Show what DWP did last"));
});

both!(each_no_has_its_true_reason_and_no_words_of_the_requester, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    story.withdraw(&[Conditions]).await;
    let calling = format!("CALL 0900 {}", "x".repeat(2000));
    let asked = ["conditions", "mental-health", "allergies", "x\u{202e}y\u{7}z", &calling];
    let pairs = asked.map(|name| (story.id.to_string(), name.to_owned()));
    let (_, answers) = story.portal.check(&story.client, &pairs).await.unwrap();
    assert!(answers.iter().all(|one| !one.standing.is_available()));
    assert_eq!(answers[4].standing.category, calling, "to the requester its own words");
    story.nothing_to_collect().await;
    for lang in ["en", "cy"] {
        let mut browser = Browser::signed_in(stage, "one@example.org").await;
        browser.post("/language", &[("lang", lang), ("next", "/history")]).await;
        let history = browser.get("/history").await.text;
        assert!(
            !history.contains("CALL") && !history.contains('\u{202e}') && !history.contains("0900")
        );
        let reason = |category: Category, english: &str, welsh: &str| {
            let words = if lang == "cy" { welsh } else { english };
            let line = format!("“{}”. {words}", title(category, lang == "cy"));
            assert!(history.contains(&line), "{line}: {history}");
        };
        reason(
            Conditions,
            "The reason: you stopped sharing.",
            "Y rheswm: roeddech wedi rhoi’r gorau i rannu.",
        );
        reason(Medicines, "The reason: sharing was paused", "Y rheswm: roedd y rhannu wedi’i oedi");
        reason(
            Category::MentalHealth,
            "The reason: you said “Do not share”.",
            "Y rheswm: fe ddywedoch chi",
        );
        reason(
            Category::Allergies,
            "The reason: it is not part of the request.",
            "Y rheswm: nid yw’n rhan o’r cais.",
        );
        let unknown =
            if lang == "cy" { "na all neb ofyn amdanyn nhw" } else { "that nobody can ask for" };
        assert!(history.contains(unknown), "{history}");
    }
});
