//! Receipts: proof that needs nobody's word, and that no edit survives.

use crate::story::*;
use crate::support::{Stage, both};
use consent::receipt::Receipt;
use serde_json::{Value, json};
use server::documents::receipt::{html, verify};
use server::keys::Keys;

/// A receipt of a decision and one of a withdrawal after a collection: file, page and what it says.
pub async fn two(stage: &Stage) -> [server::portal::receipts::Kept; 2] {
    let story = Story::begin(stage).await;
    let today = story.portal.now().date_in_london();
    story.choose(&[Conditions, Medicines], Some(today + time::Duration::days(30))).await;
    let digest = story.preview().await.package.digest();
    let decision = story.confirmed(digest).await;
    story.collect().await.unwrap();
    let withdrawal = story.withdraw(&[Medicines]).await;
    let get = async |id| story.portal.receipt(&story.actor(), story.me, id).await.unwrap();
    [get(decision).await, get(withdrawal).await]
}

/// Every place in a JSON value, as a pointer.
pub fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    found.push(at.to_owned());
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                places(member, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{number}"), found);
            }
        }
        _ => {}
    }
}

/// The same value, a little different; several ways.
pub fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::String(text) => {
            let mut last = text.clone();
            let end = last.pop().map_or('x', |c| if c == '1' { '2' } else { '1' });
            last.push(end);
            vec![
                json!(last),
                json!(format!("{text} ")),
                json!(""),
                json!(text.to_uppercase()),
                Value::Null,
            ]
        }
        Value::Number(number) => vec![
            json!(number.as_u64().unwrap_or_default() + 1),
            json!(number.to_string()),
            Value::Null,
        ],
        Value::Bool(truth) => vec![json!(!truth), Value::Null],
        Value::Null => vec![json!("2026-12-01"), json!(0)],
        Value::Array(items) => {
            let mut less = items.clone();
            less.pop();
            let mut turned = items.clone();
            turned.reverse();
            let mut more = items.clone();
            more.push(items.first().cloned().unwrap_or(json!("more")));
            vec![json!(less), json!(turned), json!(more)]
        }
        Value::Object(members) => {
            let mut more = members.clone();
            more.insert("note".to_owned(), json!("and DWP owes me money"));
            let mut all = vec![Value::Object(more)];
            for name in members.keys() {
                let mut less = members.clone();
                less.remove(name);
                all.push(Value::Object(less));
            }
            all
        }
    }
}

both!(a_receipt_proves_itself_with_the_portals_key_alone, |stage| async {
    let key = stage.portal.keys().receipt_verifying();
    for kept in two(stage).await {
        assert_eq!(verify(&kept.signed, &key), Ok(kept.receipt));
    }
});

both!(a_receipt_that_was_edited_anywhere_proves_nothing, |stage| async {
    let key = stage.portal.keys().receipt_verifying();
    let mut edits = 0;
    for kept in two(stage).await {
        let file: Value = serde_json::from_slice(&kept.signed).unwrap();
        let mut found = Vec::new();
        places(&file, "", &mut found);
        assert!(found.len() > 40);
        for place in found {
            for other in others(file.pointer(&place).unwrap()) {
                if Some(&other) == file.pointer(&place) {
                    continue;
                }
                let mut edited = file.clone();
                *edited.pointer_mut(&place).unwrap() = other.clone();
                let edited = serde_json::to_vec(&edited).unwrap();
                assert!(
                    verify(&edited, &key).is_err(),
                    "{place} as {other} still proves something"
                );
                edits += 1;
            }
        }
    }
    assert!(edits > 200, "{edits}");
});

both!(a_receipt_that_another_key_signed_proves_nothing, |stage| async {
    let key = stage.portal.keys().receipt_verifying();
    let elsewhere = tempfile::tempdir().unwrap();
    let other_keys = Keys::open(elsewhere.path()).unwrap();
    for kept in two(stage).await {
        let forged = server::documents::receipt::sign(&other_keys, &kept.receipt).unwrap();
        assert!(verify(&forged, &other_keys.receipt_verifying()).is_ok());
        assert!(verify(&forged, &key).is_err());
        assert!(verify(&kept.signed, &other_keys.receipt_verifying()).is_err());
        // A key that travels in the file is not taken.
        let mut with_key: Value = serde_json::from_slice(&forged).unwrap();
        with_key["key"] = json!(other_keys.receipt_public_pem().unwrap());
        assert!(verify(&serde_json::to_vec(&with_key).unwrap(), &key).is_err());
    }
});

both!(a_file_that_can_be_read_in_two_ways_proves_nothing, |stage| async {
    let key = stage.portal.keys().receipt_verifying();
    let [kept, _] = two(stage).await;
    let text = String::from_utf8(kept.signed.clone()).unwrap();
    let id = kept.receipt.id.to_string();
    for edited in [
        text.replacen("\"receipt\": {", "\"receipt\": { \"kind\": \"withdrawal\",", 1),
        text.replacen("\"request\": {", "\"request\": { \"team\": \"Somebody else\",", 1),
        text.replacen(&id, &id.to_uppercase(), 1),
        format!("{text}{text}"),
        format!("\u{feff}{text}"),
        text[..text.len() - 3].to_owned(),
        String::new(),
        "{}".to_owned(),
        "[]".to_owned(),
    ] {
        assert_ne!(edited, text);
        assert!(verify(edited.as_bytes(), &key).is_err(), "{edited:.60}");
    }
    // What only a reader of JSON does not see is no edit.
    let same: Value = serde_json::from_str(&text).unwrap();
    assert!(verify(&serde_json::to_vec(&same).unwrap(), &key).is_ok());
});

both!(a_signature_of_another_kind_is_never_taken, |stage| async {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
    let key = stage.portal.keys().receipt_verifying();
    let [kept, _] = two(stage).await;
    let file: Value = serde_json::from_slice(&kept.signed).unwrap();
    let jws = file["jws"].as_str().unwrap();
    let (_, signature) = jws.split_once("..").unwrap();
    let payload = serde_json_canonicalizer::to_vec(&file["receipt"]).unwrap();
    for header in [
        r#"{"alg":"none"}"#,
        r#"{"alg":"HS256"}"#,
        r#"{"alg":"EdDSA"}"#,
        r#"{"alg":"EdDSA","typ":"sayso-receipt+jws","b64":false,"crit":["b64"]}"#,
    ] {
        let header = BASE64.encode(header);
        for jws in [
            format!("{header}.."),
            format!("{header}..{signature}"),
            format!("{header}.{}.{signature}", BASE64.encode(&payload)),
            signature.to_owned(),
        ] {
            let forged = json!({ "receipt": file["receipt"], "jws": jws });
            assert!(verify(&serde_json::to_vec(&forged).unwrap(), &key).is_err(), "{jws}");
        }
    }
});

both!(the_page_to_print_is_the_same_bytes_every_time_and_loads_nothing, |stage| async {
    for kept in two(stage).await {
        assert_eq!(html(&kept.receipt, &kept.signed).unwrap(), kept.html);
        let page = String::from_utf8(kept.html.clone()).unwrap();
        let lower = page.to_lowercase();
        for loads in [
            "<script",
            "javascript:",
            " src=",
            " href=",
            "url(",
            "@import",
            "<link",
            "<iframe",
            "<img",
            "<object",
            "<form",
        ] {
            assert!(!lower.contains(loads), "{loads}");
        }
        let handler = |rest: &str| rest.trim_start_matches(char::is_alphabetic).starts_with('=');
        assert!(!lower.split(" on").skip(1).any(handler));
        let digest = kept.receipt.digest.unwrap().to_string();
        let own = server::documents::receipt::digest(&kept.signed).unwrap().to_string();
        assert!(page.contains(&own), "the fingerprint of the receipt itself");
        let rows: Vec<&str> = (0..16).map(|group| &digest[group * 4..group * 4 + 4]).collect();
        for row in rows.chunks(4) {
            assert!(page.contains(&row.join(" ")), "the digest in rows of four groups");
        }
    }
});

both!(a_receipt_keeps_its_bytes_whatever_happens_later, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id) = story.decide(&[Conditions]).await;
    let before = story.portal.receipt(&story.actor(), story.me, id).await.unwrap();
    story.collect().await.unwrap();
    story.withdraw(&[]).await;
    story.decide(&[Medicines]).await;
    stage.clock.advance(400 * 24 * 60 * 60);
    let after = story.portal.receipt(&story.actor(), story.me, id).await.unwrap();
    assert_eq!((before.signed, before.html), (after.signed, after.html));
    assert_eq!(story.portal.receipts(&story.actor(), story.me).await.unwrap().len(), 4);
});

both!(names_that_hold_markup_stay_words_on_the_page, |stage| async {
    let [kept, _] = two(stage).await;
    let mut receipt: Receipt = kept.receipt;
    "<script>alert(1)</script>".clone_into(&mut receipt.request.team);
    let page = String::from_utf8(html(&receipt, &kept.signed).unwrap()).unwrap();
    assert!(!page.contains("<script"));
});

both!(what_is_shared_and_not_there_can_never_be_collected_and_the_receipt_says_so, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, id) = story.decide(&[TestResults]).await;
    assert!(shown.package.contents().sent.is_empty(), "there are none in this record");
    let receipt = story.portal.receipt(&story.actor(), story.me, id).await.unwrap().receipt;
    assert_eq!(receipt.collect_until, None);
    let words = receipt.words.join(" ");
    assert!(words.contains("nothing can be collected") && !words.contains("until"), "{words}");
    story.nothing_to_collect().await;
});

both!(a_receipt_says_whose_it_is_by_a_code_for_this_requester_alone, |stage| async {
    let [decision, withdrawal] = two(stage).await;
    let (one, other) = (decision.receipt.subject.unwrap(), withdrawal.receipt.subject.unwrap());
    assert_eq!(one, other);
    assert!(one.len() == 32 && one.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
});
