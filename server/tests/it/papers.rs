//! A receipt on paper: the PDF, the plain text, the square code, and all of them as one file.

use crate::browser::{BASE, Browser, Page};
use crate::story::*;
use crate::support::{Kind, Stage, both, person};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE, RETRY_AFTER};
use consent::ids::ReceiptId;
use paper::Square;
use server::documents::all::name;
use server::documents::receipt::digest;
use server::portal::receipts::Kept;
use std::io::{Cursor, Read as _};
use std::path::Path;
use std::process::Command;
use zip::ZipArchive;

async fn kept(story: &Story<'_>, id: ReceiptId) -> Kept {
    story.portal.receipt(&story.actor(), story.me, id).await.unwrap()
}

fn header<'a>(page: &'a Page, name: &axum::http::HeaderName) -> &'a str {
    page.headers.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
}

/// Each file of the packed one: its name and what is in it, in their order.
fn unpacked(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for place in 0..zip.len() {
        let mut file = zip.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.push((file.name().unwrap().into_owned(), bytes));
    }
    files
}

both!(a_receipt_comes_as_pdf_in_two_sizes_and_as_plain_text, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions]).await;
    let kept = kept(&story, id).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/receipts/{id}");
    let screen = browser.get(&path).await.text;
    let mut files = Vec::new();
    for (end, kind, name) in [
        ("receipt.pdf", "application/pdf", ".pdf"),
        ("receipt.pdf?size=large", "application/pdf", ".large.pdf"),
        ("receipt.txt", "text/plain; charset=utf-8", ".txt"),
    ] {
        let href = format!("{path}/{end}");
        assert!(screen.contains(&format!("href=\"{href}\"")), "{end}");
        let page = browser.get(&href).await;
        assert_eq!((page.status, header(&page, &CONTENT_TYPE)), (StatusCode::OK, kind));
        assert_eq!(header(&page, &CACHE_CONTROL), "no-store");
        let kept_as = header(&page, &CONTENT_DISPOSITION);
        assert!(kept_as.starts_with("attachment; filename=\"RC-"), "{kept_as}");
        assert!(kept_as.ends_with(&format!("{name}\"")), "{kept_as}");
        assert!(page.bytes == browser.get(&href).await.bytes, "the same bytes each time");
        files.push(page.bytes);
    }
    assert!(files[0].starts_with(b"%PDF-1.7") && files[1].starts_with(b"%PDF-1.7"));
    assert!(files[0] != files[1], "two sizes");
    let text = String::from_utf8(files[2].clone()).unwrap();
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for sentence in &kept.receipt.words {
        assert!(flat.contains(sentence), "{sentence}: {text}");
    }
    assert!(text.lines().all(|line| line.chars().count() <= 72 || line.starts_with(BASE)));
    assert!(story.count("receipt-viewed").await == 1, "looking is on the record");
});

both!(a_paper_speaks_the_receipts_language_whatever_the_page_does, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let id = story.withdraw_in(&[Conditions], consent::language::Language::Welsh).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let text = browser.get(&format!("/receipts/{id}/receipt.txt")).await.text;
    let screen = browser.get(&format!("/receipts/{id}")).await.text;
    assert!(screen.contains("<html lang=\"en\""));
    assert!(text.contains("Derbynneb") && text.contains("Tachwedd"), "{text}");
    for english in [" the ", " you ", "Receipt", "November"] {
        assert!(!text.contains(english), "{english}: {text}");
    }
});

both!(the_square_code_holds_the_receipts_id_and_digest_and_nothing_else, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&ASKED).await;
    let kept = kept(&story, id).await;
    let held = format!("{BASE}/verify#{id}.{}", digest(&kept.signed).unwrap());
    let path = Square::of(&held).unwrap().path().to_owned();
    assert!(String::from_utf8(kept.html).unwrap().contains(&format!("d=\"{path}\"")));
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let screen = browser.get(&format!("/receipts/{id}")).await.text;
    assert!(screen.contains(&format!("d=\"{path}\"")), "on the page to print");
    let text = browser.get(&format!("/receipts/{id}/receipt.txt")).await.text;
    assert!(text.lines().any(|line| line == held), "{text}");
});

both!(papers_are_nobody_elses, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions]).await;
    let paths = [format!("/receipts/{id}/receipt.pdf"), format!("/receipts/{id}/receipt.txt")];
    person(stage, 1).await;
    let mut other = Browser::signed_in(stage, "two@example.org").await;
    let mut nobody = Browser::new(stage);
    for path in &paths {
        assert_eq!(other.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        let led = nobody.get(path).await;
        assert_eq!(led.status, StatusCode::SEE_OTHER, "{path}");
        assert!(led.location().starts_with("/sign-in"));
    }
    assert_eq!(nobody.get("/receipts/all.zip").await.status, StatusCode::SEE_OTHER);
    let files = unpacked(&other.get("/receipts/all.zip").await.bytes);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["README.txt", "receipt.pub"]);
    assert_eq!(story.count("receipt-viewed").await, 0);
});

both!(all_receipts_come_as_one_file, |stage| async {
    let story = Story::begin(stage).await;
    let (_, first) = story.decide(&[Conditions, Medicines]).await;
    stage.clock.advance(24 * 60 * 60);
    let second = story.withdraw(&[Medicines]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let list = browser.get("/receipts").await.text;
    assert!(list.contains("href=\"/receipts/all.zip\""));
    let page = browser.get("/receipts/all.zip").await;
    assert_eq!((page.status, header(&page, &CACHE_CONTROL)), (StatusCode::OK, "no-store"));
    assert_eq!(header(&page, &CONTENT_TYPE), "application/zip");
    let files = unpacked(&page.bytes);
    let mut expected = vec![
        ("README.txt".to_owned(), files[0].1.clone()),
        ("receipt.pub".to_owned(), stage.portal.keys().receipt_public_pem().unwrap().into_bytes()),
    ];
    let all = story.portal.receipts(&story.actor(), story.me).await.unwrap();
    assert_eq!(all.iter().filter(|one| [first, second].contains(&one.id)).count(), 2);
    for receipt in &all {
        let (kept, name) = (kept(&story, receipt.id).await, name(receipt));
        let mut of = async |end: &str| {
            browser.get(&format!("/receipts/{}/receipt.{end}", receipt.id)).await.bytes
        };
        expected.push((format!("{name}.json"), kept.file()));
        expected.push((format!("{name}.html"), kept.html));
        expected.push((format!("{name}.txt"), of("txt").await));
        expected.push((format!("{name}.pdf"), of("pdf").await));
    }
    assert_eq!(
        files.iter().map(|(name, _)| name).collect::<Vec<_>>(),
        expected.iter().map(|(name, _)| name).collect::<Vec<_>>()
    );
    assert!(files == expected);
    let read_me = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(read_me.contains("All your receipts") && read_me.contains(&name(&all[0])), "{read_me}");
    assert!(!read_me.contains("Medicines"), "no category outside a receipt");
    assert_eq!(story.count("receipt-viewed").await, all.len(), "each is on the record");
    stage.clock.advance(60);
    assert!(page.bytes == browser.get("/receipts/all.zip").await.bytes, "the same bytes");
    browser.post("/language", &[("lang", "cy"), ("next", "/receipts")]).await;
    let welsh = unpacked(&browser.get("/receipts/all.zip").await.bytes);
    assert!(String::from_utf8_lossy(&welsh[0].1).contains("Eich derbynebau i gyd"));
    assert!(welsh[1..] == files[1..]);
});

both!(papers_are_made_only_so_often, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    for (path, often) in
        [(format!("/receipts/{id}/receipt.pdf"), 20), ("/receipts/all.zip".to_owned(), 4)]
    {
        for _ in 0..often {
            assert_eq!(browser.get(&path).await.status, StatusCode::OK);
        }
        let busy = browser.get(&path).await;
        assert_eq!(busy.status, StatusCode::TOO_MANY_REQUESTS, "{path}");
        assert!(header(&busy, &RETRY_AFTER).parse::<u32>().unwrap() > 0);
    }
    stage.clock.advance(60);
    assert_eq!(browser.get("/receipts/all.zip").await.status, StatusCode::OK);
});

/// Types what the file with all receipts says, beside what was unpacked.
fn typed(folder: &Path, read_me: &str) -> bool {
    let from = read_me.find("    name=").unwrap();
    let lines: Vec<&str> = read_me[from..]
        .lines()
        .take_while(|line| line.starts_with("    "))
        .map(str::trim)
        .collect();
    let run = Command::new("bash").arg("-c").arg(lines.join("\n")).current_dir(folder).output();
    let run = run.unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert_eq!(run.status.success(), said.contains("Signature Verified Successfully"), "{said}");
    run.status.success()
}

#[tokio::test]
async fn what_the_file_says_about_other_tools_is_so() {
    for tool in ["bash", "jq", "basenc", "openssl"] {
        if Command::new(tool).arg("--help").output().is_err() {
            println!("skipped: {tool} is not installed");
            return;
        }
    }
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(&stage, "one@example.org").await;
    let files = unpacked(&browser.get("/receipts/all.zip").await.bytes);
    let home = tempfile::tempdir().unwrap();
    for (name, bytes) in &files {
        std::fs::write(home.path().join(name), bytes).unwrap();
    }
    let read_me = String::from_utf8(files[0].1.clone()).unwrap();
    assert!(typed(home.path(), &read_me));
    let (name, bytes) = files.iter().find(|(name, _)| name.ends_with(".json")).unwrap();
    let altered = String::from_utf8(bytes.clone()).unwrap().replace("\"shared\"", "\"not-shared\"");
    std::fs::write(home.path().join(name), altered).unwrap();
    assert!(!typed(home.path(), &read_me), "an altered receipt is told");
}
