//! Newer rules: what they would withhold is held until the claimant looks again; the rest goes on, and both are told.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{Kind, Stage, both};
use axum::http::StatusCode;
use consent::decision::{Hold, Said};
use consent::digest::Digest;
use consent::package::Package;
use consent::receipt::{PausedBecause, ReceiptKind};
use consent::standing::Reason;
use serde_json::{Value, json};
use server::portal::sealed::{open, package_context, seal};
use server::portal::standings::rules;
use server::portal::vault;
use server::store::{packages, requests};

/// As it is after an update of the program: what was said last was said under older rules than those in force.
async fn older_rules(story: &Story<'_>) {
    let stage = story.stage;
    let table = if stage.kind == Kind::Postgres { " ON said" } else { "" };
    stage.execute(&format!("DROP TRIGGER IF EXISTS said_stays{table}")).await.unwrap();
    let mut tx = story.portal.db().write().await.unwrap();
    let key = vault::person_key(&story.portal, &mut tx, story.me).await.unwrap();
    let row = requests::said(&mut tx, story.id).await.unwrap().pop().unwrap();
    let context = format!("said:{}:{}", story.id, row.seq);
    let mut said: Said = vault::open(&key, &context, &row.sealed).unwrap();
    let Said::Decided(decided) = &mut said else { panic!("the last thing said is a decision") };
    decided.rules = rules() - 1;
    let sealed = vault::seal(&story.portal, &key, &context, &said).unwrap();
    tx.commit().await.unwrap();
    put(stage, "said", "sealed", &sealed, &format!("seq = {}", row.seq)).await;
}

/// Puts these bytes there.
async fn put(stage: &Stage, table: &str, column: &str, bytes: &[u8], place: &str) {
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let bytes = match stage.kind {
        Kind::Sqlite => format!("x'{hex}'"),
        Kind::Postgres => format!("'\\x{hex}'::bytea"),
    };
    let sql = format!("UPDATE {table} SET {column} = {bytes} WHERE {place}");
    assert_eq!(stage.execute(&sql).await.unwrap(), 1);
}

/// The older rules let something through that the newer ones know as something else: it is in the sealed package.
async fn older_rules_let_through(story: &Story<'_>, change: impl FnOnce(&mut Value)) {
    let context = package_context(story.id, 1);
    let mut tx = story.portal.db().write().await.unwrap();
    let row = packages::package(&mut tx, story.id, 1).await.unwrap().unwrap();
    let package = open(&story.portal, &row, &context).unwrap();
    let mut bundle: Value = serde_json::from_slice(package.bytes()).unwrap();
    change(&mut bundle);
    let bytes = serde_json_canonicalizer::to_vec(&bundle).unwrap();
    let digest = Digest::of(&bytes);
    let package = Package::reopen(bytes, digest, package.contents().clone()).unwrap();
    packages::destroy_packages(&mut tx, story.id).await.unwrap();
    tx.commit().await.unwrap();
    story.stage.execute("DELETE FROM package").await.unwrap();
    let mut tx = story.portal.db().write().await.unwrap();
    let sealed = seal(&story.portal, &package, &context).unwrap();
    packages::save_package(&mut tx, story.id, 1, &sealed).await.unwrap();
    let key = vault::person_key(&story.portal, &mut tx, story.me).await.unwrap();
    let row = requests::said(&mut tx, story.id).await.unwrap().pop().unwrap();
    let context = format!("said:{}:{}", story.id, row.seq);
    let mut said: Said = vault::open(&key, &context, &row.sealed).unwrap();
    if let Said::Decided(decided) = &mut said {
        decided.digest = Some(digest);
    }
    let sealed = vault::seal(&story.portal, &key, &context, &said).unwrap();
    tx.commit().await.unwrap();
    put(story.stage, "said", "sealed", &sealed, &format!("seq = {}", row.seq)).await;
}

fn a_depression(bundle: &mut Value) {
    let condition = bundle["entry"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .find(|entry| entry["resource"]["resourceType"] == "Condition")
        .unwrap();
    condition["resource"]["code"] = json!({ "text": "Moderate depression" });
}

async fn newest_said(story: &Story<'_>) -> Said {
    let read = story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    read.loaded.said.last().unwrap().clone()
}

both!(what_newer_rules_would_send_too_goes_on_and_the_claimant_is_told, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, _) = story.decide(&[Conditions, Medicines]).await;
    older_rules(&story).await;
    story.portal.recheck_all().await.unwrap();
    assert_eq!(story.count("rechecked").await, 1);
    assert_eq!(story.reason(Conditions).await, Reason::Granted);
    assert!(
        matches!(newest_said(&story).await, Said::Rechecked { rules: by, .. } if by == rules())
    );
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    // Once is enough.
    story.portal.recheck_all().await.unwrap();
    assert_eq!((story.count("rechecked").await, story.count("held").await), (1, 0));
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get("/history").await;
    assert!(page.text.contains("all of it still fits"), "{}", page.text);
    story.log_is_whole().await;
});

both!(what_newer_rules_would_withhold_is_held_until_the_claimant_decides_again, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    older_rules_let_through(&story, a_depression).await;
    story.portal.recheck_all().await.unwrap();
    assert_eq!(story.reason(Conditions).await, Reason::Paused);
    assert!(matches!(newest_said(&story).await, Said::Held { why: Hold::RulesChanged, .. }));
    story.nothing_to_collect().await;
    let receipts = story.portal.receipts(&story.actor(), story.me).await.unwrap();
    assert_eq!(
        receipts.iter().map(|one| (one.kind, one.paused)).collect::<Vec<_>>(),
        [(ReceiptKind::Pause, Some(PausedBecause::RulesChanged)), (ReceiptKind::Decision, None)]
    );
    // The requester learns nothing of why, and the claimant all of it, in both languages.
    assert!(story.seen().await.standing.iter().all(|seen| !seen.is_available()));
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let request = format!("/requests/{}", story.id);
    for (language, words) in [
        ("en", "rules that protect you have changed"),
        ("cy", "rheolau sy’n eich diogelu wedi newid"),
    ] {
        browser.post("/language", &[("lang", language), ("next", "/")]).await;
        for path in ["/requests", &request, "/history"] {
            let page = browser.get(path).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.text.contains(words), "{path} in {language}: {}", page.text);
        }
    }
    // Looked at again and confirmed, it goes, without what the rules know now.
    let (shown, _) = story.decide(&[Conditions]).await;
    assert_eq!(story.reason(Conditions).await, Reason::Granted);
    let body = story.collect().await.unwrap().into_body();
    assert_eq!(body, shown.package.bytes());
    assert!(!String::from_utf8(body).unwrap().contains("epression"));
    assert_eq!((story.count("rechecked").await, story.count("held").await), (0, 1));
    story.log_is_whole().await;
});

both!(a_package_that_cannot_be_opened_is_held, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    put(stage, "package", "sealed", b"not what it was", "decision_version = 1").await;
    story.portal.recheck_all().await.unwrap();
    assert!(matches!(newest_said(&story).await, Said::Held { why: Hold::Fault, .. }));
    assert_eq!(story.reason(Conditions).await, Reason::Paused);
    story.nothing_to_collect().await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
});

both!(nobody_waits_for_a_restart_whoever_asks_first_has_it_judged, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    story.collect().await.unwrap();
    assert_eq!(story.count("rechecked").await, 1);
    let pair = (story.id.to_string(), "conditions".to_owned());
    let (_, answers) = story.portal.check(&story.client, &[pair]).await.unwrap();
    assert!(answers[0].standing.is_available());
});

both!(a_check_has_it_judged_too, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    older_rules_let_through(&story, a_depression).await;
    let pair = (story.id.to_string(), "conditions".to_owned());
    let (_, answers) = story.portal.check(&story.client, &[pair]).await.unwrap();
    assert!(!answers[0].standing.is_available());
    assert_eq!(story.count("held").await, 1);
});

both!(reading_has_it_judged_too, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    assert!(story.seen().await.standing[0].is_available());
    assert_eq!(story.count("rechecked").await, 1);
});

both!(two_processes_that_start_at_once_judge_it_once, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    older_rules(&story).await;
    let other = stage.again().await;
    let (one, two, collected) = tokio::join!(
        story.portal.recheck_all(),
        other.recheck_all(),
        other.collect(&story.client, story.id)
    );
    one.unwrap();
    two.unwrap();
    collected.unwrap();
    assert_eq!((story.count("rechecked").await, story.count("held").await), (1, 0));
    story.log_is_whole().await;
});

both!(a_yes_to_what_the_record_does_not_hold_stays_one, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[TestResults]).await;
    older_rules(&story).await;
    assert_eq!(story.reason(TestResults).await, Reason::NothingRecorded);
    assert_eq!(story.count("rechecked").await, 1);
});

both!(what_was_stopped_or_refused_or_is_over_is_not_judged, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    older_rules(&story).await;
    story.withdraw(&[Medicines]).await;
    story.portal.recheck_all().await.unwrap();
    assert_eq!(story.reason(Conditions).await, Reason::Paused, "the rest waits to be confirmed");
    assert_eq!(story.reason(Medicines).await, Reason::Withdrawn);
    story.nothing_to_collect().await;
    // What is left is offered, cut from what was confirmed, and resolves it.
    let kept =
        story.portal.kept_preview(&story.actor(), story.me, story.id).await.unwrap().unwrap();
    assert!(kept.cut);
    story.decide(&[]).await;
    assert_eq!(story.reason(Conditions).await, Reason::Refused);
    older_rules(&story).await;
    story.portal.recheck_all().await.unwrap();
    assert_eq!(story.reason(Conditions).await, Reason::Refused);
    assert_eq!((story.count("rechecked").await, story.count("held").await), (0, 0));
});
