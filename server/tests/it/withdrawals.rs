//! Withdrawing: at once, in one step, whatever else is broken; and nothing that was permitted survives it.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{Kind, both};
use consent::language::Language;
use consent::receipt::{ItemState, ReceiptKind};
use consent::standing::Reason;
use server::portal::Refusal;
use server::portal::collections::Erasure;
use server::portal::decisions::{Confirmed, Shown};
use server::portal::log;
use std::collections::BTreeSet;

both!(after_a_withdrawal_nothing_is_collected_and_nothing_is_left, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, _) = story.decide(&[Conditions, Medicines]).await;
    let collected = story.collect().await.unwrap();
    assert_eq!(story.packages().await, 1);
    let receipt = story.withdraw(&[]).await;
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0, "key, bytes and contents are gone");
    assert_eq!(stage.number("SELECT COUNT(*) FROM preview").await, 0);
    assert_eq!(story.reason(Conditions).await, Reason::Withdrawn);
    assert_eq!(story.reason(MentalHealth).await, Reason::Refused);

    let receipt = story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap().receipt;
    assert_eq!(receipt.kind, ReceiptKind::Withdrawal);
    assert_eq!(receipt.digest, Some(shown.package.digest()));
    let named: Vec<_> = receipt.collections.iter().map(|named| (named.id, named.digest)).collect();
    assert_eq!(named, [(collected.collection, shown.package.digest())]);
    let state =
        |category| receipt.items.iter().find(|item| item.category == category).unwrap().state;
    assert_eq!(state(Conditions), ItemState::Withdrawn);
    assert_eq!(state(MentalHealth), ItemState::NotShared);

    let seen = story.seen().await;
    assert!(seen.open && seen.decision_version.is_none());
    assert_eq!(seen.collections[0].erasure.as_ref().unwrap().state, "asked");
    for kind in ["withdrawn", "erasure-asked", "collected"] {
        assert_eq!(story.count(kind).await, 1, "{kind}");
    }
    story.log_is_whole().await;
});

both!(the_requester_says_what_became_of_it_and_the_claimant_sees_it, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let collection = story.collect().await.unwrap().collection;
    let answer = |erasure, words: &'static str| {
        story.portal.answer_erasure(&story.client, story.id, collection, erasure, words)
    };
    let early = answer(Erasure::Erased, "Erased.").await.unwrap_err();
    assert_eq!(early.refusal(), Some(&Refusal::NothingToErase));
    story.withdraw(&[]).await;
    answer(Erasure::Kept, "The law has us keep it for two years.").await.unwrap();
    let seen = answer(Erasure::Erased, "It is erased now.").await.unwrap();
    let erasure = seen.collections[0].erasure.clone().unwrap();
    assert_eq!(
        (erasure.state, erasure.statement.as_deref()),
        ("erased", Some("It is erased now."))
    );
    let read = story.portal.request_of(&story.actor(), story.me, story.id).await.unwrap();
    assert_eq!(read.collections, seen.collections);
    story.log_is_whole().await;
});

both!(withdrawing_some_pauses_the_rest_until_the_smaller_file_is_confirmed, |stage| async {
    let story = Story::begin(stage).await;
    let (whole, _) = story.decide(&[Conditions, Medicines, MentalHealth]).await;
    story.portal.stop_source(&story.actor(), story.me, "gp-record").await.unwrap();
    let receipt = story.withdraw(&[Medicines]).await;
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    assert_eq!(story.reason(Medicines).await, Reason::Withdrawn);
    assert_eq!(story.reason(Conditions).await, Reason::Paused);
    let receipt = story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap().receipt;
    let state =
        |category| receipt.items.iter().find(|item| item.category == category).unwrap().state;
    assert_eq!(
        (state(Medicines), state(Conditions), state(TestResults)),
        (ItemState::Withdrawn, ItemState::Paused, ItemState::NotShared)
    );

    // Cut from the sealed file: the source may not be read any more.
    let smaller = story.portal.preview(&story.actor(), story.me, story.id).await.unwrap();
    assert!(smaller.cut);
    assert!(smaller.package.bytes().len() < whole.package.bytes().len());
    let text = String::from_utf8(smaller.package.bytes().to_vec()).unwrap();
    assert!(text.contains("Asthma") && text.contains("depression") && !text.contains("Amlodipine"));
    story.nothing_to_collect().await;
    let receipt = story.confirmed(smaller.package.digest()).await;
    let receipt = story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap().receipt;
    let state =
        |category| receipt.items.iter().find(|item| item.category == category).unwrap().state;
    assert_eq!(
        (state(Conditions), state(Medicines), state(TestResults)),
        (ItemState::Shared, ItemState::NotShared, ItemState::NotShared),
        "what stays private is named, whether it was stopped or never shared"
    );
    let collected = story.collect().await.unwrap();
    assert_eq!(collected.decision_version(), 2);
    assert_eq!(collected.into_body(), smaller.package.bytes());
    assert_eq!(story.reason(Medicines).await, Reason::Withdrawn);
    assert_eq!(story.reason(TestResults).await, Reason::Refused);
    story.log_is_whole().await;
});

both!(
    the_smaller_file_is_offered_again_when_more_is_withdrawn_before_it_is_confirmed,
    |stage| async {
        let story = Story::begin(stage).await;
        story.decide(&[Conditions, Medicines, MentalHealth]).await;
        story.withdraw(&[Medicines]).await;
        story.withdraw(&[MentalHealth]).await;
        let smaller =
            story.portal.kept_preview(&story.actor(), story.me, story.id).await.unwrap().unwrap();
        let text = String::from_utf8(smaller.package.bytes().to_vec()).unwrap();
        assert!(
            text.contains("Asthma") && !text.contains("depression") && !text.contains("Amlodipine")
        );
        story.confirmed(smaller.package.digest()).await;
        assert_eq!(story.collect().await.unwrap().into_body(), smaller.package.bytes());
        assert_eq!(story.reason(MentalHealth).await, Reason::Withdrawn);
    }
);

both!(after_a_withdrawal_one_can_decide_again, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    story.withdraw(&[Conditions]).await;
    let (shown, _) = story.decide(&[Conditions]).await;
    assert!(!shown.cut);
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    story.withdraw(&[]).await;
    story.decide(&[Medicines]).await;
    assert_eq!(story.collect().await.unwrap().decision_version(), 3);
    story.log_is_whole().await;
});

both!(a_withdrawal_needs_neither_source_nor_a_package_that_opens, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    stage.execute("DELETE FROM record").await.unwrap();
    let broken = match stage.kind {
        Kind::Sqlite => "UPDATE package SET sealed = x'00'",
        Kind::Postgres => "UPDATE package SET sealed = '\\x00'",
    };
    stage.execute(broken).await.unwrap();
    story.nothing_to_collect().await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get(&format!("/requests/{}/withdraw", story.id)).await;
    assert!(page.text.contains("Stop sharing what I ticked"), "{}", page.text);
    assert!(page.text.contains("DWP is told nothing."), "nothing to erase: {}", page.text);
    assert!(!page.text.contains("We ask DWP to erase"), "{}", page.text);
    story.withdraw(&[Conditions]).await;
    assert_eq!(story.reason(Conditions).await, Reason::Withdrawn);
    story.withdraw(&[]).await;
    assert_eq!(story.packages().await, 0);
    story.log_is_whole().await;
});

both!(nothing_is_withdrawn_that_is_not_shared, |stage| async {
    let story = Story::begin(stage).await;
    let refused = async |categories: &[consent::category::Category]| {
        let categories: BTreeSet<_> = categories.iter().copied().collect();
        let refused = story
            .portal
            .withdraw(&story.actor(), story.me, story.id, &categories, Language::English)
            .await
            .unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::NothingToWithdraw));
    };
    refused(&[]).await;
    story.decide(&[Conditions]).await;
    refused(&[MentalHealth]).await;
    refused(&[Conditions, MentalHealth]).await;
    story.collect().await.unwrap();
    story.withdraw(&[Conditions]).await;
    refused(&[]).await;
    refused(&[Conditions]).await;
    assert_eq!(stage.number("SELECT COUNT(*) FROM said").await, 2);
});

both!(the_operator_may_withdraw_for_a_claimant_and_the_receipt_says_who, |stage| async {
    let story = Story::begin(stage).await;
    assert_eq!(
        story.portal.withdraw_for(story.id, "CALL-7").await.unwrap_err().refusal(),
        Some(&Refusal::NothingToWithdraw)
    );
    story.decide(&[Conditions]).await;
    let receipt = story.portal.withdraw_for(story.id, "CALL-7").await.unwrap();
    story.nothing_to_collect().await;
    assert_eq!(story.packages().await, 0);
    let receipt = story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap().receipt;
    assert_eq!((receipt.actor.as_str(), receipt.kind), ("operator", ReceiptKind::Withdrawal));
    let happened = story
        .portal
        .happened_about(&story.actor(), story.me, story.id, log::Kind::ALL)
        .await
        .unwrap();
    let withdrawn =
        happened.iter().find(|event| event.kind.as_str() == "withdrawn-by-operator").unwrap();
    assert_eq!(withdrawn.data["evidence"], "CALL-7");
});

both!(a_withdrawal_after_the_end_is_refused_and_changes_nothing, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    stage.clock.advance(91 * 24 * 60 * 60);
    assert_eq!(story.reason(Conditions).await, Reason::Expired);
    let late = story
        .portal
        .withdraw(&story.actor(), story.me, story.id, &BTreeSet::new(), Language::English)
        .await
        .unwrap_err();
    assert_eq!(late.refusal(), Some(&Refusal::NothingToWithdraw));
});

both!(a_preview_from_before_a_withdrawal_cannot_be_confirmed, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.choose(&[Conditions, Medicines], None).await;
    let digest = story.preview().await.package.digest();
    story.withdraw(&[]).await;
    assert_eq!(story.confirm(digest).await.unwrap_err().refusal(), Some(&Refusal::PreviewGone));
    story.nothing_to_collect().await;
});

both!(
    no_collection_succeeds_after_a_withdrawal_returned_and_the_receipt_names_the_ones_before,
    |stage| async {
        let story = Story::begin(stage).await;
        story.decide(&[Conditions, Medicines]).await;
        let other = stage.again().await;
        let done = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(false));
        let collecting = (0..20).map(|number| {
            let portal = if number % 2 == 0 { story.portal.clone() } else { other.clone() };
            let (client, id, done) = (story.client.clone(), story.id, done.clone());
            tokio::spawn(async move {
                let mut collected = Vec::new();
                for _ in 0..6 {
                    let late = done.load(std::sync::atomic::Ordering::SeqCst);
                    match portal.collect(&client, id).await {
                        Ok(one) => {
                            assert!(
                                !late,
                                "a collection began after the withdrawal returned, and succeeded"
                            );
                            collected.push(one.collection);
                        }
                        Err(why) => {
                            assert!(matches!(why.refusal(), Some(Refusal::NoConsent(_))), "{why}")
                        }
                    }
                }
                collected
            })
        });
        let collecting: Vec<_> = collecting.collect();
        // Let some through first.
        while stage.number("SELECT COUNT(*) FROM collection").await < 5 {
            tokio::task::yield_now().await;
        }
        let receipt = story.withdraw(&[]).await;
        done.store(true, std::sync::atomic::Ordering::SeqCst);
        story.nothing_to_collect().await;
        let mut collected = BTreeSet::new();
        for one in collecting {
            collected.extend(one.await.unwrap());
        }
        let receipt =
            story.portal.receipt(&story.actor(), story.me, receipt).await.unwrap().receipt;
        let named: BTreeSet<_> = receipt.collections.iter().map(|named| named.id).collect();
        assert!(collected.len() >= 5);
        assert_eq!(named, collected);
        let asked = story.seen().await.collections;
        assert!(asked.iter().all(|collection| collection.erasure.is_some()));
        story.log_is_whole().await;
    }
);

both!(two_confirmations_at_once_record_one_decision, |stage| async {
    let story = Story::begin(stage).await;
    story.choose(&[Conditions], None).await;
    let digest = story.preview().await.package.digest();
    let other = stage.again().await;
    let many = (0..6).map(|number| {
        let portal = if number % 2 == 0 { story.portal.clone() } else { other.clone() };
        let (actor, me, id) = (story.actor(), story.me, story.id);
        tokio::spawn(
            async move { portal.confirm(&actor, me, id, Shown::of(digest), PASSWORD).await },
        )
    });
    let mut recorded = 0;
    for one in many.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(Confirmed::Recorded(_)) => recorded += 1,
            Ok(Confirmed::Changed(..)) => panic!("nothing has changed"),
            Err(why) => assert!(
                matches!(
                    why.refusal(),
                    Some(
                        Refusal::Changed
                            | Refusal::PreviewGone
                            | Refusal::Busy { .. }
                            | Refusal::TooManyGuesses { .. }
                    )
                ),
                "{why}"
            ),
        }
    }
    assert_eq!(recorded, 1);
    assert_eq!(stage.number("SELECT COUNT(*) FROM said").await, 1);
    assert_eq!(stage.number("SELECT COUNT(*) FROM receipt").await, 1);
    assert_eq!(story.packages().await, 1);
    story.collect().await.unwrap();
    story.log_is_whole().await;
});
