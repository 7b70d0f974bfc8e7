//! `/verify` without a script: what a form is told, that nothing of it stays, and how much of it there may be.

use crate::browser::{BASE, Browser, Page};
use crate::receipt_checks::{Proven, Witnesses, file, proven};
use crate::support::{Kind, Stage};
use axum::http::{Method, StatusCode};

const EDGE: &str = "a-line-between-parts";

/// A form with a file, as a browser sends it.
async fn send(browser: &mut Browser, file: &[u8], fields: &[(&str, &str)]) -> Page {
    let mut body = String::new();
    for (name, value) in fields {
        body += &format!(
            "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
        );
    }
    body += &format!(
        "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"receipt.json\"\r\nContent-Type: application/json\r\n\r\n"
    );
    body += &String::from_utf8_lossy(file);
    body += &format!("\r\n--{EDGE}--\r\n");
    let kind = format!("multipart/form-data; boundary={EDGE}");
    let headers = [("content-type", kind.as_str()), ("origin", BASE)];
    browser.send(Method::POST, "/verify", &headers, body).await
}

fn is_genuine(page: &Page) -> bool {
    let genuine = page.text.contains("This receipt is genuine");
    assert_ne!(genuine, page.text.contains("say-verdict--wrong"), "{}", page.text);
    genuine
}

#[tokio::test]
async fn a_stranger_is_told_what_a_receipt_proves_by_file_and_by_text() {
    let witnesses = Witnesses::new();
    let Proven { stage, kept, .. } = proven(&witnesses).await;
    let mut browser = Browser::new(&stage);
    let shown = browser.get("/verify").await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.text.contains("the file will be sent to this portal"));
    assert!(shown.text.contains("-----BEGIN PUBLIC KEY-----"), "the portal's own key stands there");

    for one in &kept {
        let page = send(&mut browser, &file(one), &[]).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text);
        assert!(is_genuine(&page));
        assert!(page.text.contains(&one.receipt.request.short));
        let row = |value: &str| format!("govuk-summary-list__value\">{value}</dd>");
        let proves = page.between("What it proves", "<h2");
        assert!(proves.contains(&row(&one.receipt.id.short())), "by the name that people know");
        assert!(!proves.contains(&one.receipt.id.to_string()), "{proves}");
        assert!(page.text.contains(&row(&one.receipt.id.to_string())), "and exactly at the end");
        let digest = server::documents::receipt::digest(&one.signed).unwrap();
        assert_eq!(page.digest(), digest.to_string());
        let text = String::from_utf8(file(one)).unwrap();
        let pasted = browser.post("/verify", &[("text", &text)]).await;
        let said = |page: &Page| page.between("say-checked", "</section>").to_owned();
        assert_eq!(said(&pasted), said(&page));
        assert!(!page.text.contains("tlog-proof@v1"), "what was checked is not sent back");
    }
    let vkeys: Vec<String> = witnesses.vkeys().iter().map(ToString::to_string).collect();
    let named = [("witnesses", vkeys.join("\r\n")), ("quorum", "2".to_owned())];
    let named = named.each_ref().map(|(name, value)| (*name, value.as_str()));
    let page = send(&mut browser, &file(&kept[0]), &named).await;
    assert!(is_genuine(&page) && page.text.contains("w1.example, on "), "{}", page.text);
    let bare = send(&mut browser, &kept[0].signed, &named).await;
    assert!(!is_genuine(&bare));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_where_something_is_missing_the_form_comes_back() {
    let witnesses = Witnesses::new();
    let ours = proven(&witnesses).await;
    let theirs = Stage::new(Kind::Sqlite).await.unwrap();
    let mut browser = Browser::new(&theirs);
    let page = send(&mut browser, &file(&ours.kept[0]), &[]).await;
    assert!(!is_genuine(&page) && page.text.contains("The signature does not match."));
    let key = ours.stage.portal.log_vkey();
    assert!(is_genuine(&send(&mut browser, &file(&ours.kept[0]), &[("key", &key)]).await));

    for (fields, id) in [
        (&[][..], "file-error"),
        (&[("text", "{}"), ("paper", "12")], "paper-error"),
        (&[("text", "{}"), ("key", "no key")], "key-error"),
        (&[("text", "{}"), ("witnesses", "nobody")], "witnesses-error"),
        (&[("text", "{}"), ("quorum", "1")], "quorum-error"),
    ] {
        let page = send(&mut browser, b"", fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{id}");
        assert!(page.text.contains(&format!("id=\"{id}\"")), "{id}: {}", page.text);
        for (_, value) in fields {
            assert!(page.text.contains(value), "what was typed comes back");
        }
    }
    let both = send(&mut browser, b"{}", &[("text", "{}")]).await;
    assert!(both.text.contains("Choose a file or paste a text, not both"));
}

#[tokio::test]
async fn a_file_that_is_not_the_receipt_on_the_paper_is_not_called_genuine() {
    let witnesses = Witnesses::new();
    let Proven { stage, kept, .. } = proven(&witnesses).await;
    let mut browser = Browser::new(&stage);
    let codes: Vec<String> = kept
        .iter()
        .map(|one| {
            let digest = server::documents::receipt::digest(&one.signed).unwrap();
            format!("{}.{digest}", one.receipt.id)
        })
        .collect();
    let right = send(&mut browser, &file(&kept[0]), &[("paper", &codes[0])]).await;
    assert!(is_genuine(&right) && right.text.contains("It is the receipt on your paper."));
    let (_, digits) = codes[0].split_once('.').unwrap();
    assert!(is_genuine(&send(&mut browser, &file(&kept[0]), &[("paper", digits)]).await));
    let mixed = format!("{}.{digits}", kept[1].receipt.id);
    for paper in [&codes[1], &mixed] {
        let page = send(&mut browser, &file(&kept[0]), &[("paper", paper)]).await;
        assert!(!is_genuine(&page), "{paper}");
        assert!(page.text.contains("This is not the receipt on your paper"));
    }
}

#[tokio::test]
async fn what_is_checked_leaves_no_trace() {
    let witnesses = Witnesses::new();
    let Proven { stage, kept, .. } = proven(&witnesses).await;
    let tables = ["event", "leaf", "session", "receipt"];
    let mut before = Vec::new();
    for table in tables {
        before.push(stage.number(&format!("SELECT COUNT(*) FROM {table}")).await);
    }
    let mut browser = Browser::new(&stage);
    assert!(is_genuine(&send(&mut browser, &file(&kept[0]), &[]).await));
    browser.post("/verify", &[("text", "nonsense")]).await;
    for (table, before) in tables.into_iter().zip(before) {
        let after = stage.number(&format!("SELECT COUNT(*) FROM {table}")).await;
        assert_eq!(after, before, "{table}");
    }
    assert!(browser.cookies.is_empty(), "{:?}", browser.cookies);
    assert!(browser.seen.iter().all(|seen| !seen.contains(&kept[0].receipt.id.to_string())));
}

#[tokio::test]
async fn checks_are_counted_and_a_file_has_a_size() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let mut browser = Browser::new(&stage);
    let large = vec![b' '; 300 * 1024];
    let page = send(&mut browser, &large, &[]).await;
    assert!(page.text.contains("The file is too large to be a receipt."));
    let larger = vec![b' '; 600 * 1024];
    let page = send(&mut browser, &larger, &[]).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(page.text.contains("The file is too large to be a receipt."));
    for kind in ["multipart/form-data", "multipart/form-data; boundary=other", "text/plain"] {
        let headers = [("content-type", kind), ("origin", BASE)];
        let body = "--x\r\n".to_owned();
        let page = browser.send(Method::POST, "/verify", &headers, body).await;
        assert!(page.status.is_client_error() && page.text.contains("<html"), "{kind}");
    }
    // From elsewhere nothing is even read.
    let page = browser.send(Method::POST, "/verify", &[], String::new()).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    for _ in 5..30 {
        assert_ne!(send(&mut browser, b"{}", &[]).await.status, StatusCode::TOO_MANY_REQUESTS);
    }
    let page = send(&mut browser, b"{}", &[]).await;
    assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS);
    stage.clock.advance(2);
    assert_eq!(send(&mut browser, b"{}", &[]).await.status, StatusCode::OK);
    assert_eq!(browser.get("/verify").await.status, StatusCode::OK);
}
