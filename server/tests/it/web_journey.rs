//! The whole way without a script: from the code in the letter to the receipt of a withdrawal, by forms alone.

use crate::browser::{Browser, Page};
use crate::story::{ASKED, PASSWORD, client, record, submission, submit};
use crate::support::{Stage, both, identity};
use axum::http::StatusCode;
use consent::digest::Digest;
use consent::ids::RequestId;
use server::portal::Actor;

/// Somebody with a record and a request who has only a letter with a code.
pub async fn letter(stage: &Stage) -> (String, RequestId) {
    let me = identity(0);
    let added = stage.portal.add_person(&Actor::Operator, &me).await.unwrap();
    let number = me.nhs_number.clone().unwrap();
    stage
        .portal
        .import_record(&Actor::Operator, &number, record(number.as_str()).to_string().into_bytes())
        .await
        .unwrap();
    let client = client(&stage.portal, "dwp-pip-leeds").await;
    let seen = submit(&stage.portal, &client, submission(&stage.portal, "PIP-1", me, &ASKED)).await;
    (added.activation_code, seen.id)
}

/// It leads there and nowhere else.
pub fn leads_to(page: &Page, path: &str) {
    assert_eq!((page.status, page.location()), (StatusCode::SEE_OTHER, path), "{}", page.text);
}

fn choices(shared: &[&'static str]) -> Vec<(String, &'static str)> {
    let answer = |id: &str| if shared.contains(&id) { "share" } else { "do-not-share" };
    ASKED.iter().map(|category| (format!("choice.{category}"), answer(category.id()))).collect()
}

/// Ticks: these are shared, everything else is not.
pub async fn choose(
    browser: &mut Browser,
    id: RequestId,
    shared: &[&'static str],
    more: &[(&str, &str)],
) -> Page {
    let choices = choices(shared);
    let mut pairs: Vec<(&str, &str)> =
        choices.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    pairs.extend(more);
    browser.post(&format!("/requests/{id}/choose"), &pairs).await
}

both!(from_the_letter_to_the_receipt_of_a_withdrawal, |stage| async {
    let (code, id) = letter(stage).await;
    let mut browser = Browser::new(stage);
    let [request, preview, confirm, withdraw] =
        ["", "/preview", "/confirm", "/withdraw"].map(|end| format!("/requests/{id}{end}"));
    assert_eq!(browser.get("/").await.status, StatusCode::OK);
    leads_to(
        &browser
            .post(
                "/activate",
                &[("code", &code), ("email", "one@example.org"), ("password", PASSWORD)],
            )
            .await,
        "/requests",
    );
    let page = browser.get("/requests").await;
    assert!(
        page.text.contains(&request)
            && page.text.contains("Department for Work and Pensions, Disability benefits, Leeds")
    );
    assert_eq!(browser.get(&request).await.status, StatusCode::OK);

    // Nothing is read before it is permitted, and nothing is ticked.
    let page = browser.get(&format!("{request}/choose")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text.contains(" checked"));
    leads_to(&choose(&mut browser, id, &["conditions", "medicines"], &[]).await, &preview);
    let sources = format!("/sources?next={}", preview.replace('/', "%2F"));
    leads_to(&browser.get(&preview).await, &sources);
    assert_eq!(stage.number("SELECT COUNT(*) FROM event WHERE kind = 'record-read'").await, 0);
    let page = browser.get(&sources).await;
    assert!(page.text.contains("gp-record"));
    assert!(page.text.contains("It keeps this record inside Sayso, sealed"), "{}", page.text);
    assert!(!page.text.contains("does not keep your health record"));
    leads_to(
        &browser
            .post("/sources", &[("source", "gp-record"), ("action", "permit"), ("next", &preview)])
            .await,
        &preview,
    );

    // What is shown is the file, byte for byte.
    let shown = browser.get(&preview).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(
        shown.text.contains("Asthma")
            && shown.text.contains("Amlodipine")
            && !shown.text.contains("epression")
    );
    let digest = shown.digest().to_owned();
    let file = browser.get(&format!("{request}/package.json")).await;
    assert_eq!(Digest::of(file.text.as_bytes()).to_string(), digest);
    assert!(
        file.headers["content-disposition"]
            .to_str()
            .unwrap()
            .starts_with("attachment; filename=\"SR-")
    );

    // Confirming needs the password and records exactly this.
    let page = browser.get(&confirm).await;
    assert!(page.text.contains("<li>DWP PIP decision makers</li>"), "{}", page.text);
    assert_eq!(page.digest(), digest);
    assert_eq!(page.between("name=\"digest\" value=\"", "\""), digest);
    let page = browser.post(&confirm, &[("digest", &digest), ("password", "")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page =
        browser.post(&confirm, &[("digest", &digest), ("password", "kettle otter eight")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = browser.post(&confirm, &[("digest", &digest), ("password", PASSWORD)]).await;
    assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text);
    let receipt = page.location().to_owned();
    assert!(receipt.starts_with("/receipts/"));
    let page = browser.get(&receipt).await;
    assert_eq!(page.digest(), digest);
    let json = browser.get(&format!("{receipt}/receipt.json")).await;
    assert!(json.text.contains(&digest) && json.text.contains("\"jws\""));
    assert!(browser.get(&format!("{receipt}/receipt.html")).await.text.contains("<html"));
    assert!(browser.get("/receipts").await.text.contains(&receipt));

    // A part is stopped: the smaller file waits, and can be confirmed.
    let page = browser.get(&withdraw).await;
    assert!(
        page.text.contains("name=\"item.conditions\"") && !page.text.contains("item.mental-health")
    );
    assert_eq!(
        browser.post(&withdraw, &[("action", "withdraw")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    leads_to(
        &browser.post(&withdraw, &[("item.medicines", "withdraw"), ("action", "withdraw")]).await,
        &preview,
    );
    let shown = browser.get(&preview).await;
    assert!(
        shown.text.contains("Asthma")
            && !shown.text.contains("Amlodipine")
            && shown.text.contains("smaller file")
    );
    let smaller = shown.digest().to_owned();
    assert_eq!(browser.get(&confirm).await.digest(), smaller);
    let page = browser.post(&confirm, &[("digest", &smaller), ("password", PASSWORD)]).await;
    assert!(page.location().starts_with("/receipts/"));

    // All is stopped: the receipt, and the history of everything.
    let page =
        browser.post(&withdraw, &[("item.conditions", "withdraw"), ("action", "withdraw")]).await;
    assert!(page.location().starts_with("/receipts/"), "{}", page.location());
    let page = browser.get(page.location()).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(browser.get(&withdraw).await.text.contains("There is nothing to stop"));
    let page = browser.get("/history").await;
    for words in ["stopped sharing", "decided", "opened your account", "let Sayso read", "asked"] {
        assert!(page.text.contains(words), "{words}");
    }
    for show in ["you", "asker", "helpers", "sayso"] {
        assert_eq!(browser.get(&format!("/history?show={show}")).await.status, StatusCode::OK);
    }
});
