//! Receipts speak the language that was shown; those from before they did stay good.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{Kind, Stage, both};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use consent::digest::Digest;
use consent::language::Language;
use consent::receipt::{FIRST_SCHEMA, SCHEMA, SECOND_SCHEMA};
use ed25519_dalek::{Signer as _, SigningKey, VerifyingKey};
use serde_json::{Value, json};
use server::documents::receipt::{html, read, verify};
use server::documents::words::told;
use server::keys::parse_receipt_public;
use server::portal::decisions::{Confirmed, Shown};
use server::portal::receipts::Kept;
use server::portal::vault;
use server::store::{receipts as rows, requests};
use std::path::Path;
use std::process::Command;

/// Files that an earlier version made and signed with a key that nobody has any more.
const OLD_DECISION: &[u8] = include_bytes!("old_receipts/decision.json");
const OLD_DECISION_PAGE: &[u8] = include_bytes!("old_receipts/decision.html");
const OLD_WITHDRAWAL: &[u8] = include_bytes!("old_receipts/withdrawal.json");
const SECOND_DECISION: &[u8] = include_bytes!("old_receipts/second-decision.json");
const SECOND_WITHDRAWAL: &[u8] = include_bytes!("old_receipts/second-withdrawal.json");
const SECOND_KEY: &str = include_str!("old_receipts/second-receipt.pub");
const OLD_KEY: &str = include_str!("old_receipts/receipt.pub");

fn old_key() -> VerifyingKey {
    parse_receipt_public(OLD_KEY).unwrap()
}

/// Decides on a page in this language.
async fn decide_in(story: &Story<'_>, language: Language) -> Kept {
    story.choose(&[Conditions, Medicines], None).await;
    let digest = story.preview().await.package.digest();
    let shown = Shown { language, ..Shown::of(digest) };
    let confirmed =
        story.portal.confirm(&story.actor(), story.me, story.id, shown, PASSWORD).await.unwrap();
    let Confirmed::Recorded(id) = confirmed else { panic!("the record has changed") };
    story.portal.receipt(&story.actor(), story.me, id).await.unwrap()
}

/// What somebody reads on the page, without the styles.
fn page(kept: &Kept) -> String {
    let page = String::from_utf8(kept.html.clone()).unwrap();
    page.split_once("<body>").unwrap().1.to_owned()
}

both!(a_receipt_speaks_the_language_that_was_shown, |stage| async {
    let story = Story::begin(stage).await;
    let key = stage.portal.keys().receipt_verifying();
    let welsh = decide_in(&story, Language::Welsh).await;
    assert_eq!(verify(&welsh.signed, &key), Ok(welsh.receipt.clone()));
    assert_eq!(
        (welsh.receipt.schema.as_str(), welsh.receipt.language),
        (SCHEMA, Some(Language::Welsh))
    );
    assert!(
        welsh.receipt.words[0]
            .starts_with("Ar 2 Tachwedd 2026 am 9am fe wnaethoch chi ateb cais SR ")
    );
    assert_eq!(welsh.receipt.words, app::receipt_words::sentences(&told(&welsh.receipt)));
    let item = welsh.receipt.items.iter().find(|item| item.category == Conditions).unwrap();
    assert_eq!(item.title, server::registers::title(Conditions, true));

    let story = &story;
    let id = story.withdraw_in(&[Medicines], Language::Welsh).await;
    let stopped = story.portal.receipt(&story.actor(), story.me, id).await.unwrap();
    for kept in [&welsh, &stopped] {
        let text = String::from_utf8(kept.html.clone()).unwrap();
        assert!(text.contains("<html lang=\"cy\">"));
        assert!(page(kept).contains("Penderfynwyr PIP y DWP"), "{text}");
        assert!(page(kept).contains(&kept.receipt.words[0].replace('\'', "&#39;")), "{text}");
        for english in [" the ", " you ", "Receipt", "Who ", "What ", "Stays", "November", "makers"]
        {
            assert!(!page(kept).contains(english), "{english}: {text}");
        }
    }
    // The signed file of a Welsh receipt is told apart from an English one by nothing else.
    let english = decide_in(story, Language::English).await;
    assert_eq!(english.receipt.language, Some(Language::English));
    assert!(String::from_utf8(english.html).unwrap().contains("<html lang=\"en\">"));
});

both!(the_words_say_what_was_narrowed_and_never_who_recorded_it, |stage| async {
    let story = Story::begin(stage).await;
    let mut kept = decide_in(&story, Language::English).await;
    let item = kept.receipt.items.iter_mut().find(|item| item.category == Conditions).unwrap();
    item.narrowed = Some(consent::receipt::ReceiptNarrowing {
        from: consent::time::parse_day("2020-01-01").ok(),
        to: None,
        one_provider: true,
    });
    let words = app::receipt_words::sentences(&told(&kept.receipt)).join(" ");
    assert!(
        words.contains("(only from 1 January 2020; only what one person or place recorded)"),
        "{words}"
    );
    let page = String::from_utf8(html(&kept.receipt, &kept.signed).unwrap()).unwrap();
    assert!(page.contains("only what one person or place recorded"));
});

both!(a_withdrawal_by_telephone_speaks_the_language_that_was_used_last, |stage| async {
    let story = Story::begin(stage).await;
    for (language, first) in [(Language::Welsh, "Ar "), (Language::English, "On ")] {
        decide_in(&story, Language::English).await;
        story.portal.set_language(&story.actor(), story.me, language).await.unwrap();
        let id = story.portal.withdraw_for(story.id, "CALL-7").await.unwrap();
        let kept = story.portal.receipt(&story.actor(), story.me, id).await.unwrap();
        assert_eq!(
            (kept.receipt.language, kept.receipt.actor.as_str()),
            (Some(language), "operator")
        );
        assert!(kept.receipt.words[0].starts_with(first), "{}", kept.receipt.words[0]);
        assert!(kept.receipt.words[0].contains("Sayso"));
    }
});

both!(the_page_of_a_receipt_keeps_its_own_language_and_says_that_of_the_words, |stage| async {
    let story = Story::begin(stage).await;
    let welsh = decide_in(&story, Language::Welsh).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/receipts/{}", welsh.receipt.id);
    let page = browser.get(&path).await;
    assert!(page.text.contains("<html lang=\"en\"") && page.text.contains("They are in Welsh."));
    assert!(page.text.contains("<div lang=\"cy\">"), "the signed words, in their own language");
    browser.post("/language", &[("lang", "cy"), ("next", &path)]).await;
    let page = browser.get(&path).await;
    assert!(page.text.contains("<html lang=\"cy\"") && page.text.contains("Maen nhw yn Gymraeg."));
    assert_eq!(browser.get(&format!("{path}/receipt.json")).await.text.into_bytes(), welsh.signed);
});

both!(a_receipt_from_before_is_still_shown_as_it_was_made, |stage| async {
    let story = Story::begin(stage).await;
    let receipt = read(OLD_DECISION).unwrap();
    let mut tx = stage.portal.db().write().await.unwrap();
    let key = vault::person_key(&stage.portal, &mut tx, story.me).await.unwrap();
    let seal = |end: &str, plain: &[u8]| {
        key.seal(stage.portal.chance(), &format!("receipt:{}:{end}", receipt.id), plain).unwrap()
    };
    // The request that it is about, of which nothing else is there any more.
    let asked = requests::New {
        id: receipt.request.id,
        client: &story.client,
        reference: "OLD-1",
        purpose: (&receipt.request.purpose, receipt.request.purpose_version),
        sealed: b"sealed".to_vec(),
        key_wrapped: b"key".to_vec(),
        nino_index: b"index".to_vec(),
        about: b"about".to_vec(),
        at: receipt.request.submitted_at,
        respond_by: "2026-12-24".to_owned(),
        replaces: None,
        follows: None,
    };
    assert!(requests::insert(&mut tx, &asked).await.unwrap());
    assert!(requests::set_person(&mut tx, asked.id, Some(story.me), receipt.at).await.unwrap());
    let row = rows::New {
        id: receipt.id,
        person: story.me,
        request: receipt.request.id,
        kind: receipt.kind.as_str(),
        cause: None,
        leaf_seq: None,
        at: receipt.at,
        digest: Digest::of(OLD_DECISION).as_bytes().to_vec(),
        sealed: seal("signed", OLD_DECISION),
        html_sealed: seal("html", OLD_DECISION_PAGE),
    };
    rows::insert(&mut tx, &row).await.unwrap();
    tx.commit().await.unwrap();
    stage.execute("UPDATE request SET key_wrapped = NULL WHERE reference = 'OLD-1'").await.unwrap();

    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/receipts/{}", receipt.id);
    let page = browser.get(&path).await;
    assert_eq!(page.status, 200, "{}", page.text);
    assert!(!page.text.contains("They are in English."), "there are no signed words");
    assert!(
        page.text.contains("4\u{a0}December\u{a0}2026"),
        "the last day, as it was written then"
    );
    assert!(!page.text.contains("Read the signed words"), "there are none");
    assert_eq!(browser.get(&format!("{path}/receipt.json")).await.text.as_bytes(), OLD_DECISION);
    assert_eq!(
        browser.get(&format!("{path}/receipt.html")).await.text.as_bytes(),
        OLD_DECISION_PAGE
    );
    assert_eq!(browser.get("/receipts").await.status, 200);
});

#[test]
fn a_receipt_from_before_still_proves_what_it_proved_and_no_more() {
    for old in [OLD_DECISION, OLD_WITHDRAWAL] {
        let receipt = verify(old, &old_key()).unwrap();
        assert_eq!((receipt.schema.as_str(), receipt.language), (FIRST_SCHEMA, None));
        assert!(receipt.words.is_empty());
        assert_eq!(receipt.end_date, consent::time::parse_day("2026-12-04").ok());
        let text = String::from_utf8(old.to_vec()).unwrap();
        for (from, to) in [
            ("\"not-shared\"", "\"shared\""),
            ("receipt:1", "receipt:2"),
            ("338", "339"),
            ("\"kind\"", "\"language\": \"en\", \"kind\""),
            ("\"kind\"", "\"words\": [\"You share all.\"], \"kind\""),
        ] {
            let edited = text.replacen(from, to, 1);
            assert_ne!(edited, text);
            assert!(verify(edited.as_bytes(), &old_key()).is_err(), "{to}");
        }
    }
}

#[test]
fn a_receipt_of_the_second_schema_still_proves_what_it_proved_and_no_more() {
    let key = parse_receipt_public(SECOND_KEY).unwrap();
    for old in [SECOND_DECISION, SECOND_WITHDRAWAL] {
        let receipt = verify(old, &key).unwrap();
        assert_eq!(receipt.schema, SECOND_SCHEMA);
        assert_eq!(receipt.language, Some(Language::Welsh));
        // Its words are those that were signed then; what is made of them now is made of the same fields.
        assert_eq!(receipt.words, app::receipt_words::sentences(&told(&receipt)));
        assert!(receipt.rights.is_empty() && receipt.record.is_none());
        let text = String::from_utf8(old.to_vec()).unwrap();
        for (from, to) in [
            ("receipt:2", "receipt:3"),
            ("receipt:2", "receipt:1"),
            ("\"not-shared\"", "\"shared\""),
            ("\"kind\"", "\"law\": [\"None.\"], \"kind\""),
            ("\"kind\"", "\"follows\": \"01936b7e-0000-7000-8000-00000000000a\", \"kind\""),
        ] {
            let edited = text.replacen(from, to, 1);
            assert_ne!(edited, text);
            assert!(verify(edited.as_bytes(), &key).is_err(), "{to}");
        }
    }
}

/// A file of these fields, signed as they stand with a key that is made here.
fn signed(receipt: &Value, key: &SigningKey) -> Vec<u8> {
    let header = BASE64.encode(r#"{"alg":"EdDSA","typ":"sayso-receipt+jws"}"#);
    let payload = BASE64.encode(serde_json_canonicalizer::to_vec(receipt).unwrap());
    let signature = key.sign(format!("{header}.{payload}").as_bytes());
    let jws = format!("{header}..{}", BASE64.encode(signature.to_bytes()));
    serde_json::to_vec(&json!({ "receipt": receipt, "jws": jws })).unwrap()
}

#[test]
fn members_that_do_not_fit_their_schema_prove_nothing_whoever_signs_them() {
    let key = SigningKey::from_bytes(&[5; 32]);
    let first: Value = serde_json::from_slice(OLD_DECISION).unwrap();
    let first = &first["receipt"];
    assert!(verify(&signed(first, &key), &key.verifying_key()).is_ok());
    let with = |schema: &str, members: &[(&str, Value)]| {
        let mut receipt = first.clone();
        receipt["schema"] = json!(schema);
        for (name, value) in members {
            receipt[*name] = value.clone();
        }
        verify(&signed(&receipt, &key), &key.verifying_key())
    };
    let (lang, words) = (("language", json!("cy")), ("words", json!(["Rydych yn rhannu."])));
    let whose = ("subject", json!("5f0c6e7ad1b2439c8e21f4a90b7dd613"));
    assert!(with(SECOND_SCHEMA, &[lang.clone(), words.clone(), whose.clone()]).is_ok());
    for (schema, members) in [
        (SECOND_SCHEMA, vec![]),
        (SECOND_SCHEMA, vec![lang.clone(), whose.clone()]),
        (SECOND_SCHEMA, vec![words.clone(), whose.clone()]),
        (SECOND_SCHEMA, vec![lang.clone(), words.clone()]),
        (SECOND_SCHEMA, vec![lang.clone(), ("words", json!([])), whose.clone()]),
        (SECOND_SCHEMA, vec![("language", json!("fr")), words.clone(), whose.clone()]),
        (FIRST_SCHEMA, vec![lang.clone()]),
        (FIRST_SCHEMA, vec![words.clone()]),
        (FIRST_SCHEMA, vec![whose.clone()]),
        (SCHEMA, vec![lang.clone(), words.clone(), whose.clone()]),
        (
            SECOND_SCHEMA,
            vec![lang.clone(), words.clone(), whose.clone(), ("kind", json!("expiry"))],
        ),
        ("urn:sayso:receipt:4", vec![lang, words, whose]),
    ] {
        assert!(with(schema, &members).is_err(), "{schema} {members:?}");
    }
}

fn say(home: &Path, file: &[u8], key: &Path) -> String {
    let path = home.join("receipt.json");
    std::fs::write(&path, file).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.current_dir(home).env_clear().args(["receipt", "verify", "receipt.json", "--key"]);
    let said = command.arg(key).output().unwrap();
    assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stderr));
    String::from_utf8(said.stdout).unwrap()
}

#[tokio::test]
async fn the_command_speaks_english_and_shows_the_signed_words_as_they_are() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    let kept = decide_in(&story, Language::Welsh).await;
    let home = tempfile::tempdir().unwrap();
    let said = say(home.path(), &kept.signed, &stage.home().join("keys/receipt.pub"));
    assert!(said.contains("Shared: Conditions and diagnoses; "), "{said}");
    assert!(said.contains("The words that were signed, in Welsh:\n  Ar "), "{said}");
    for sentence in &kept.receipt.words {
        assert!(said.contains(sentence), "{said}");
    }
    let key = home.path().join("old.pub");
    std::fs::write(&key, OLD_KEY).unwrap();
    let said = say(home.path(), OLD_DECISION, &key);
    assert!(said.contains("Shared: Who I am and where I am registered; "), "{said}");
    assert!(said.contains("The last day of sharing: 2026-12-04."), "{said}");
    assert!(!said.contains("words that were signed"), "{said}");
}
