//! What an operator must publish: it is on the page about privacy, or the page says that it is missing.

use crate::browser::Browser;
use crate::support::{Kind, Stage, person};
use server::config::{Config, Operator};
use server::portal::Portal;

#[tokio::test]
async fn what_the_operator_has_set_is_shown_and_what_is_missing_is_said() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let page = Browser::new(&stage).get("/privacy").await.text;
    for missing in
        ["who they are", "how to reach them", "data protection officer", "Caldicott Guardian"]
    {
        let said = format!("They have not said here {missing}");
        let said_else = format!("have not said here who their {missing} is");
        let who = missing == "who they are" && page.contains("have not said here who they are");
        assert!(who || page.contains(&said) || page.contains(&said_else), "{missing}: {page}");
    }
    assert!(page.contains("have not said this yet"));
    let operator = Operator {
        name: Some("Bramble Trust".to_owned()),
        contact: Some("sayso@bramble.example".to_owned()),
        data_protection_officer: Some("Ifor Marsh".to_owned()),
        caldicott_guardian: Some("Dr Amara Quill".to_owned()),
        legal_basis: Some("<UK GDPR> 6(1)(e)".to_owned()),
        legal_basis_cy: Some("Ein sail ni yw hyn".to_owned()),
        ..stage.portal.config().operator.clone()
    };
    let config = Config { operator, ..stage.portal.config().clone() };
    let portal = Portal::open(config, stage.clock.clone()).await.unwrap();
    let mut browser = Browser::at(server::cli::router(&portal));
    let page = browser.get("/privacy").await.text;
    for said in [
        "Bramble Trust",
        "sayso@bramble.example",
        "Ifor Marsh",
        "Dr Amara Quill",
        "&lt;UK GDPR&gt; 6(1)(e)",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("not said here"), "{page}");
    browser.post("/language", &[("lang", "cy"), ("next", "/privacy")]).await;
    let page = browser.get("/privacy").await.text;
    assert!(page.contains("Ein sail ni yw hyn") && !page.contains("&lt;UK GDPR&gt;"), "{page}");
}

#[tokio::test]
async fn the_page_names_every_cookie_that_is_set() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    person(&stage, 0).await;
    let mut browser = Browser::signed_in(&stage, "one@example.org").await;
    browser.post("/language", &[("lang", "en"), ("next", "/privacy")]).await;
    let page = browser.get("/privacy").await.text;
    let set = ["sayso", "sayso-language"];
    assert_eq!(browser.cookies.keys().map(String::as_str).collect::<Vec<_>>(), set);
    browser.get("/leave").await;
    let left: Vec<_> =
        browser.cookies.keys().filter(|name| !set.contains(&name.as_str())).collect();
    assert_eq!(left, ["sayso-left"]);
    assert!(page.contains("We use three."), "{page}");
}
