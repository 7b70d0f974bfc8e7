//! A receipt for every event that matters: made in its transaction, once, in the words of its own fields, and on the log.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{Stage, both};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use consent::ids::{ReceiptId, RequestId};
use consent::language::Language;
use consent::receipt::{
    ErasureOutcome, ItemState, PausedBecause, Receipt, ReceiptKind, Right, SCHEMA, record,
};
use consent::standing::EndedBy;
use consent::time::{At, parse_day};
use serde_json::{Value, json};
use server::documents::receipt::{digest, html, verify};
use server::documents::words::told;
use server::portal::collections::Erasure;
use server::portal::receipts::Kept;
use server::portal::{Actor, Refusal};

/// All receipts of the claimant, newest first, each as it is handed out.
async fn all(story: &Story<'_>) -> Vec<Kept> {
    let receipts = story.portal.receipts(&story.actor(), story.me).await.unwrap();
    let mut kept = Vec::new();
    for receipt in receipts {
        kept.push(story.portal.receipt(&story.actor(), story.me, receipt.id).await.unwrap());
    }
    kept
}

async fn of_kind(story: &Story<'_>, kind: ReceiptKind) -> Vec<Receipt> {
    let receipts = story.portal.receipts(&story.actor(), story.me).await.unwrap();
    receipts.into_iter().filter(|receipt| receipt.kind == kind).collect()
}

/// One of each kind but a pause by death, about one request.
async fn every_kind<'a>(stage: &'a Stage, language: Language) -> Story<'a> {
    let story = Story::begin(stage).await;
    story.portal.set_language(&story.actor(), story.me, language).await.unwrap();
    let today = story.portal.now().date_in_london();
    decide_in(&story, &[Conditions, TestResults], language).await;
    stage.clock.advance(60);
    let collected = story.collect().await.unwrap().collection;
    stage.clock.advance(60);
    story.choose(&[Conditions, Medicines], Some(today + time::Duration::days(20))).await;
    confirm_in(&story, language).await;
    stage.clock.advance(60);
    story.withdraw_in(&[Medicines], language).await;
    stage.clock.advance(60);
    let erasure = async |outcome, words: &str| {
        let (client, id) = (&story.client, story.id);
        story.portal.answer_erasure(client, id, collected, outcome, words).await.unwrap();
        stage.clock.advance(60);
    };
    erasure(Erasure::Kept, "The appeal is not over <yet>.").await;
    erasure(Erasure::Erased, "").await;
    let mut tx = story.portal.db().write().await.unwrap();
    let loaded = server::portal::asked::load(&story.portal, &mut tx, story.id).await.unwrap();
    let why = consent::decision::Hold::Restored;
    let (actor, loaded) = (Actor::System, loaded.unwrap());
    server::portal::receipts::hold(&story.portal, &mut tx, &actor, story.me, &loaded, why)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    stage.clock.advance(30 * 24 * 60 * 60);
    story.portal.requests_of(&story.actor(), story.me).await.unwrap();
    story
}

async fn decide_in(story: &Story<'_>, shared: &[consent::category::Category], language: Language) {
    story.choose(shared, None).await;
    confirm_in(story, language).await;
}

async fn confirm_in(story: &Story<'_>, language: Language) {
    let shown = story.preview().await;
    let seen = server::portal::decisions::Shown {
        language,
        ..server::portal::decisions::Shown::of(shown.package.digest())
    };
    story.portal.confirm(&story.actor(), story.me, story.id, seen, PASSWORD).await.unwrap();
}

fn states(receipt: &Receipt) -> Vec<(consent::category::Category, ItemState)> {
    receipt.items.iter().map(|item| (item.category, item.state)).collect()
}

both!(every_event_that_matters_has_one_receipt, |stage| async {
    use ItemState::{Collected, Ended, NotShared, Paused, Shared, Withdrawn};
    let story = every_kind(stage, Language::English).await;
    let key = stage.portal.keys().receipt_verifying();
    let mut kept = all(&story).await;
    kept.reverse();
    let kinds: Vec<ReceiptKind> = kept.iter().map(|kept| kept.receipt.kind).collect();
    assert_eq!(
        kinds,
        [
            ReceiptKind::Decision,
            ReceiptKind::Collection,
            ReceiptKind::Amendment,
            ReceiptKind::Withdrawal,
            ReceiptKind::ErasureAnswer,
            ReceiptKind::ErasureAnswer,
            ReceiptKind::Pause,
            ReceiptKind::Expiry,
        ]
    );
    for kept in &kept {
        let receipt = &kept.receipt;
        assert_eq!(verify(&kept.signed, &key), Ok(receipt.clone()), "{:?}", receipt.kind);
        assert_eq!(receipt.schema, SCHEMA);
        assert_eq!(receipt.words, app::receipt_words::sentences(&told(receipt)));
        assert_eq!(receipt.record, Some(record(receipt)));
        assert!(receipt.rights.iter().map(|right| right.right).eq(Right::ALL));
        assert!(receipt.rights.iter().all(|right| right.text.contains(&receipt.request.short)));
        assert_eq!(html(receipt, &kept.signed).unwrap(), kept.html);
    }
    let [decision, collection, amendment, withdrawal, keeps, erased, pause, expiry] =
        &kept.iter().map(|kept| kept.receipt.clone()).collect::<Vec<_>>()[..]
    else {
        panic!("eight")
    };
    assert_eq!(
        states(collection),
        [
            (Conditions, Collected),
            (Medicines, NotShared),
            (TestResults, Shared),
            (MentalHealth, NotShared)
        ],
        "there are no test results in this record"
    );
    assert_eq!((&*collection.actor, collection.digest), ("requester", decision.digest));
    assert_eq!(collection.file.unwrap().entries, 1);
    assert_eq!(collection.collections.len(), 1);
    assert_eq!((decision.follows, amendment.follows), (None, Some(decision.id)));
    assert_eq!(collection.follows, Some(decision.id));
    assert_eq!(withdrawal.follows, Some(amendment.id));
    assert_eq!(withdrawal.paused, Some(PausedBecause::PartWithdrawn));
    assert_eq!(withdrawal.collections, collection.collections, "it names what came before");
    assert_eq!(
        (keeps.erasure.as_ref().unwrap().outcome, erased.erasure.as_ref().unwrap().outcome),
        (ErasureOutcome::Kept, ErasureOutcome::Erased)
    );
    assert_eq!(keeps.erasure.as_ref().unwrap().statement, "The appeal is not over <yet>.");
    assert_eq!(keeps.collections, collection.collections);
    assert_eq!((keeps.decision_version, keeps.follows), (1, Some(decision.id)));
    assert_eq!(pause.paused, Some(PausedBecause::Restored));
    let rest = |state| {
        [
            (Conditions, state),
            (Medicines, Withdrawn),
            (TestResults, NotShared),
            (MentalHealth, NotShared),
        ]
    };
    assert_eq!(states(pause), rest(Paused));
    assert_eq!(states(expiry), rest(Ended));
    let ended = expiry.ended.unwrap();
    assert_eq!(ended.by, EndedBy::EndDate);
    assert_eq!(ended.at, At::parse_rfc3339("2026-11-23T00:00:00Z").unwrap());
    assert_eq!(expiry.at, stage.portal.now(), "and when that was noticed");
    story.log_is_whole().await;
});

both!(every_receipt_is_named_on_the_log_by_its_digest, |stage| async {
    let story = every_kind(stage, Language::English).await;
    let kept = all(&story).await;
    assert_eq!(story.count("receipt-issued").await, kept.len());
    for kept in &kept {
        assert!(kept.proof.is_none(), "nothing is published yet");
        assert_eq!(kept.file(), kept.signed);
        let mut tx = stage.portal.db().read().await.unwrap();
        let seq = kept.leaf_seq.unwrap();
        let opening = stage.portal.opening_of(&mut tx, seq).await.unwrap().unwrap();
        let event: Value = serde_json::from_str(&opening.event).unwrap();
        assert_eq!(event["kind"], "receipt-issued");
        assert_eq!(event["data"]["receipt"], json!(kept.receipt.id));
        assert_eq!(event["data"]["sha256"], json!(digest(&kept.signed).unwrap()));
        assert_ne!(digest(&kept.signed), Some(Digest::of(&kept.signed)), "not of the file");
    }
});

both!(a_proof_is_attached_when_there_is_one_and_no_signed_byte_changes, |stage| async {
    use consent::proof::receipt::{Trust, Trusted, check};
    let story = every_kind(stage, Language::English).await;
    let before = all(&story).await;
    stage.portal.publish_now().await.unwrap().unwrap();
    let key = stage.portal.keys().receipt_verifying();
    let mut trust = Trust::new(vec![Trusted::of(key.to_bytes()).unwrap()], Vec::new(), 0).unwrap();
    trust.require_log = true;
    for (before, after) in before.iter().zip(all(&story).await) {
        assert_eq!((&before.signed, &before.html), (&after.signed, &after.html));
        let file = after.file();
        let end = b"\n}\n".len();
        assert!(file.starts_with(&before.signed[..before.signed.len() - end]));
        let parsed: Value = serde_json::from_slice(&file).unwrap();
        assert_eq!(parsed["proof"].as_str(), after.proof.as_deref());
        assert_eq!(digest(&file), digest(&before.signed), "the proof is not in the digest");
        let checked = check(&file, &trust).unwrap();
        assert_eq!(checked.receipt, after.receipt);
        assert_eq!(checked.logged.unwrap().index, u64::try_from(after.leaf_seq.unwrap()).unwrap());
        assert!(check(&before.signed, &trust).is_err(), "without a proof it is not on the log");
        assert_eq!(after.published_at, Some(stage.portal.now()));
        let extra = after.proof.as_deref().unwrap().lines().nth(1).unwrap();
        let opened = STANDARD.decode(extra.strip_prefix("extra ").unwrap()).unwrap();
        let opened = String::from_utf8(opened).unwrap();
        assert!(opened.contains("receipt-issued"), "{opened}");
        assert!(!opened.contains(&story.me.to_string()), "it names nobody: {opened}");
        // Another receipt's proof is none.
        let other = all(&story).await.into_iter().find(|one| one.receipt.id != after.receipt.id);
        let swapped = Kept { proof: other.unwrap().proof, ..after };
        assert!(check(&swapped.file(), &trust).is_err());
    }
    // And the page says so, in both languages.
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = format!("/receipts/{}", before[0].receipt.id);
    let page = browser.get(&path).await.text;
    assert!(page.contains("This receipt has been in the public log since"), "{page}");
    assert!(page.contains("href=\"/verify\""), "{page}");
    let counted = before[0].leaf_seq.unwrap() + 1;
    assert!(page.contains(&format!("It is line {counted}.")), "people count from 1: {page}");
    let served = browser.get(&format!("{path}/receipt.json")).await.text;
    assert!(check(served.as_bytes(), &trust).is_ok());
    assert_eq!(served, browser.get(&format!("{path}/receipt.json")).await.text);
    browser.post("/language", &[("lang", "cy"), ("next", &path)]).await;
    let page = browser.get(&path).await.text;
    assert!(page.contains("Mae’r dderbynneb hon yn y log cyhoeddus ers"), "{page}");
});

both!(an_end_is_proved_once_whoever_notices_it_at_the_same_time, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = stage.again().await;
    stage.clock.advance(91 * 24 * 60 * 60);
    let noticing = (0..12).map(|n| {
        let portal = if n % 2 == 0 { stage.portal.clone() } else { other.clone() };
        let (actor, me, id) = (story.actor(), story.me, story.id);
        tokio::spawn(async move {
            match n % 3 {
                0 => portal.request_of(&actor, me, id).await.map(drop),
                1 => portal.requests_of(&actor, me).await.map(drop),
                _ => portal.sweep().await,
            }
        })
    });
    for one in noticing.collect::<Vec<_>>() {
        one.await.unwrap().unwrap();
    }
    let ends = of_kind(&story, ReceiptKind::Expiry).await;
    assert_eq!(ends.len(), 1);
    assert_eq!(ends[0].ended.unwrap().by, EndedBy::CollectWithin);
    assert_eq!(story.count("sharing-ended").await, 1);
    // The store itself takes no second one.
    let twice = stage
        .execute(
            "INSERT INTO receipt (id, person_id, request_id, kind, at, digest, sealed, html_sealed, cause)
             SELECT digest, person_id, request_id, kind, at, digest, sealed, html_sealed, cause FROM receipt WHERE kind = 'expiry'",
        )
        .await;
    assert!(twice.is_err());
    story.log_is_whole().await;
});

both!(an_end_is_noticed_by_tidying_up_too_and_says_when_it_was, |stage| async {
    let story = Story::begin(stage).await;
    let last = parse_day("2026-11-10").unwrap();
    story.choose(&[Conditions], Some(last)).await;
    let digest = story.preview().await.package.digest();
    story.confirmed(digest).await;
    story.portal.sweep().await.unwrap();
    assert_eq!(of_kind(&story, ReceiptKind::Expiry).await, []);
    stage.clock.advance(20 * 24 * 60 * 60);
    story.portal.sweep().await.unwrap();
    let ends = of_kind(&story, ReceiptKind::Expiry).await;
    assert_eq!(ends[0].ended.unwrap().at, consent::time::midnight_ending(last));
    assert_eq!(ends[0].at, stage.portal.now());
    let words = ends[0].words.join(" ");
    assert!(words.contains("On 11 November 2026 at midnight sharing under request"), "{words}");
    assert!(words.contains("the end of 10 November 2026, the last day"), "{words}");
    assert!(words.contains("wrote it down on 22 November 2026 at 9am."), "{words}");
    // Answering again, and its end, are other events.
    story.decide(&[Conditions]).await;
    stage.clock.advance(91 * 24 * 60 * 60);
    story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    assert_eq!(of_kind(&story, ReceiptKind::Expiry).await.len(), 2);
});

both!(what_never_could_be_collected_or_was_stopped_before_does_not_end, |stage| async {
    let story = Story::begin(stage).await;
    let portal = &story.portal;
    let another = async |name: &str, shared: &[consent::category::Category]| {
        let asked = submission(portal, name, crate::support::identity(0), &ASKED);
        let id = submit(portal, &story.client, asked).await.id;
        let (portal, client) = (portal.clone(), story.client.clone());
        let other = Story { stage, portal, me: story.me, client, id };
        other.decide(shared).await;
        other
    };
    another("refused", &[]).await;
    another("empty", &[TestResults]).await;
    another("withdrawn", &[Conditions]).await.withdraw(&[]).await;
    let closed = another("closed", &[Conditions]).await;
    let reason = server::portal::requests::CloseReason::Decided;
    portal.close_request(&story.client, closed.id, reason).await.unwrap();
    let not_me = another("not-me", &[Conditions]).await;
    portal.not_me(&story.actor(), story.me, not_me.id).await.unwrap();
    stage.clock.advance(400 * 24 * 60 * 60);
    portal.requests_of(&story.actor(), story.me).await.unwrap();
    portal.sweep().await.unwrap();
    assert_eq!(of_kind(&story, ReceiptKind::Expiry).await, []);
});

both!(a_requesters_question_notices_no_end, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    stage.clock.advance(91 * 24 * 60 * 60);
    let pairs = [(story.id.to_string(), "conditions".to_owned())];
    story.portal.check(&story.client, &pairs).await.unwrap();
    story.nothing_to_collect().await;
    story.seen().await;
    assert_eq!(story.count("sharing-ended").await, 0, "one no is as much work as every other");
    story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    assert_eq!(story.count("sharing-ended").await, 1);
});

both!(each_collection_has_a_receipt_of_its_own_also_at_once, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = stage.again().await;
    let collecting = (0..6).map(|n| {
        let portal = if n % 2 == 0 { stage.portal.clone() } else { other.clone() };
        let (client, id) = (story.client.clone(), story.id);
        tokio::spawn(async move { portal.collect(&client, id).await.unwrap().collection })
    });
    let mut collections = Vec::new();
    for one in collecting.collect::<Vec<_>>() {
        collections.push(one.await.unwrap());
    }
    let mut proved: Vec<_> = of_kind(&story, ReceiptKind::Collection)
        .await
        .iter()
        .map(|receipt| receipt.collections[0].id)
        .collect();
    collections.sort_unstable();
    proved.sort_unstable();
    assert_eq!(collections, proved);
    // A no has none.
    story.withdraw(&[]).await;
    story.nothing_to_collect().await;
    assert_eq!(of_kind(&story, ReceiptKind::Collection).await.len(), 6);
    story.log_is_whole().await;
});

both!(a_death_pauses_and_the_receipt_says_why, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    story.withdraw(&[Medicines]).await;
    let on = parse_day("2026-11-01").unwrap();
    for _ in 0..2 {
        story.portal.record_death(&Actor::Operator, story.me, on).await.unwrap();
    }
    let pauses = of_kind(&story, ReceiptKind::Pause).await;
    assert_eq!(pauses.len(), 1);
    assert_eq!((pauses[0].paused, &*pauses[0].actor), (Some(PausedBecause::Died), "operator"));
    assert!(pauses[0].words.iter().any(|said| said.contains("was told that the person had died")));
});

both!(receipts_go_with_the_person, |stage| async {
    let story = every_kind(stage, Language::English).await;
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM receipt").await, 0);
    assert_eq!(stage.number("SELECT COUNT(*) FROM decision_receipt").await, 0);
    story.log_is_whole().await;
    // What is answered about nobody any more is on the record, and has no receipt.
    let rows = stage.number("SELECT COUNT(*) FROM collection").await;
    assert_eq!(rows, 1);
});

both!(nothing_on_a_receipt_names_the_person_or_anything_of_the_record, |stage| async {
    let story = every_kind(stage, Language::English).await;
    let identity = story.portal.identity_of(&Actor::Operator, story.me).await.unwrap();
    for kept in all(&story).await {
        let said = format!(
            "{}{}{}",
            String::from_utf8(kept.signed).unwrap(),
            String::from_utf8(kept.html).unwrap(),
            server::documents::fhir::consent(&kept.receipt).unwrap_or_default(),
        );
        let number = identity.nhs_number.clone().unwrap();
        for never in [
            number.as_str(),
            &number.spaced(),
            identity.nino.as_str(),
            &story.me.to_string(),
            "Asthma",
            "195967001",
            "Amlodipine",
        ] {
            assert!(!said.contains(never), "{never}: {said}");
        }
    }
});

both!(in_welsh_every_word_of_every_kind_is_welsh, |stage| async {
    let story = every_kind(stage, Language::Welsh).await;
    let kept = all(&story).await;
    assert_eq!(kept.len(), 8);
    for kept in kept {
        assert_eq!(kept.receipt.language, Some(Language::Welsh));
        let page = String::from_utf8(kept.html).unwrap();
        assert!(page.contains("<html lang=\"cy\">"));
        let (_, page) = page.split_once("<body>").unwrap();
        // What the requester wrote stays as it wrote it.
        let page = page.replace("The appeal is not over &#60;yet&#62;.", "");
        for english in [
            " the ",
            " you ",
            "Receipt",
            "Who ",
            "What ",
            "Stays",
            "November",
            "Your ",
            "Shared",
            "UK GDPR",
            "Information Commissioner",
        ] {
            assert!(!page.contains(english), "{english}: {page}");
        }
        assert!(kept.receipt.rights.iter().all(|right| right.text.contains("GDPR y DU")));
    }
});

both!(each_kind_has_its_page_in_both_languages_and_its_line_in_the_history, |stage| async {
    let story = every_kind(stage, Language::English).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let list = browser.get("/receipts").await.text;
    let history = browser.get("/history").await.text;
    for (kind, english, welsh) in [
        (
            ReceiptKind::Decision,
            "Your decision is recorded",
            "Mae eich penderfyniad wedi’i gofnodi",
        ),
        (
            ReceiptKind::Amendment,
            "Your new answer is recorded",
            "Mae eich ateb newydd wedi’i gofnodi",
        ),
        (
            ReceiptKind::Withdrawal,
            "You stopped sharing a part of it</h1>",
            "Fe wnaethoch chi roi’r gorau i rannu rhan ohono</h1>",
        ),
        (ReceiptKind::Expiry, "Sharing ended", "Daeth y rhannu i ben"),
        (ReceiptKind::Pause, "Sharing was paused", "Cafodd y rhannu ei oedi"),
        (
            ReceiptKind::Collection,
            "What you shared was collected",
            "Casglwyd yr hyn roeddech chi’n ei rannu",
        ),
        (ReceiptKind::ErasureAnswer, "They say that they", "Maen nhw’n dweud eu bod"),
    ] {
        let receipts = of_kind(&story, kind).await;
        assert!(!receipts.is_empty(), "{kind:?}");
        for receipt in receipts {
            let path = format!("/receipts/{}", receipt.id);
            assert!(list.contains(&format!("href=\"{path}\"")), "{kind:?} is on the list");
            assert!(history.contains(&format!("href=\"{path}\"")), "{kind:?} is in the history");
            let page = browser.get(&path).await;
            assert!(page.text.contains(english), "{kind:?}: {}", page.text);
            browser.post("/language", &[("lang", "cy"), ("next", &path)]).await;
            let page = browser.get(&path).await;
            assert!(page.text.contains(welsh), "{kind:?}: {}", page.text);
            browser.post("/language", &[("lang", "en"), ("next", &path)]).await;
            assert_eq!(browser.get(&format!("{path}/receipt.html")).await.status, 200);
        }
    }
    assert!(!browser.get("/receipts").await.title().contains("Conditions"));
});

both!(the_list_tells_a_stop_of_a_part_from_a_whole_one, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let (part, whole) = ("You stopped sharing a part of it<", "You stopped sharing<");
    story.decide(&[Conditions, Medicines]).await;
    story.withdraw(&[Medicines]).await;
    let list = browser.get("/receipts").await.text;
    assert!(list.contains(part) && !list.contains(whole), "{list}");
    stage.clock.advance(60);
    story.withdraw(&[]).await;
    let list = browser.get("/receipts").await.text;
    assert!(list.contains(part) && list.contains(whole), "{list}");
});

both!(many_receipts_go_over_pages_and_none_is_lost, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    for _ in 0..52 {
        stage.clock.advance(1);
        story.collect().await.unwrap();
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let count = |page: &str| page.matches("<li class=\"say-row\">").count();
    let (first, second) =
        (browser.get("/receipts").await.text, browser.get("/receipts?page=2").await.text);
    assert_eq!((count(&first), count(&second)), (50, 3));
    assert!(first.contains("/receipts?page=2"));
    for far in ["/receipts?page=9", "/receipts?page=0", "/receipts?page=x", "/receipts?page=-1"] {
        assert_eq!(count(&browser.get(far).await.text), 50, "{far}");
    }
    let decided = of_kind(&story, ReceiptKind::Decision).await;
    assert!(second.contains(&format!("/receipts/{}", decided[0].id)));
    // The page of the request still names the answer, however much was collected since.
    let page = browser.get(&format!("/requests/{}", story.id)).await.text;
    assert!(page.contains(&format!("/receipts/{}", decided[0].id)), "{page}");
});

both!(a_receipt_is_nobody_elses, |stage| async {
    let story = Story::begin(stage).await;
    let (_, id): (_, ReceiptId) = story.decide(&[Conditions]).await;
    let stranger = crate::support::person(stage, 1).await;
    for actor in [Actor::Person(stranger), Actor::Operator, Actor::System] {
        let refused = story.portal.receipt(&actor, story.me, id).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
        let refused = story.portal.receipts(&actor, story.me).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    }
    let refused = story.portal.receipt(&Actor::Person(stranger), stranger, id).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    let _: RequestId = story.id;
});
