//! A helper's link: used once, for fourteen days, by whoever has it; and what comes of it belongs to the claimant.

use crate::story::*;
use crate::support::both;
use crate::words::{POINT, begin};
use consent::category::Category::CarersWords;
use consent::language::Language;
use server::portal::Refusal;
use server::portal::helpers::{HelperSaid, Naming};

fn said(text: &str) -> HelperSaid {
    HelperSaid {
        name: " Ann  O’Neill ".to_owned(),
        relation: "sister".to_owned(),
        words: [(POINT.to_owned(), text.to_owned()), ("dl1".to_owned(), "Not asked.".to_owned())]
            .into(),
        language: Language::English,
    }
}

async fn invite(story: &Story<'_>, naming: Naming) -> String {
    let made = story.portal.invite_helper(&story.actor(), story.me, story.id, "Ann", naming).await;
    made.unwrap().token
}

/// Why a link does not open; none where it does.
async fn shut(story: &Story<'_>, token: &str) -> Option<Refusal> {
    let door = story.portal.helper_door("p", token).await;
    door.err().and_then(|why| why.refusal().cloned())
}

both!(
    a_link_opens_once_and_what_comes_goes_under_the_helpers_own_name_if_it_is_shared,
    |stage| async {
        let story = begin(stage).await;
        let token = invite(&story, Naming::Nobody).await;
        let door = story.portal.helper_door("p", &token).await.unwrap();
        assert_eq!((door.first_name, door.points.len()), (None, 1));
        story.portal.send_helper_words("p", &token, &said("I cook for her.")).await.unwrap();
        assert_eq!(shut(&story, &token).await, Some(Refusal::BadLink));
        let twice = story.portal.send_helper_words("p", &token, &said("Again.")).await.unwrap_err();
        assert_eq!(twice.refusal(), Some(&Refusal::BadLink));

        let seen = story.portal.words_of(&story.actor(), story.me, story.id).await.unwrap();
        assert_eq!((seen.helpers.len(), seen.invitations.len()), (1, 0));
        assert_eq!(seen.helpers[0].said.words.len(), 1, "what was not asked about is not kept");
        story.choose(&[Conditions], None).await;
        let without = story.preview().await.package;
        assert!(!String::from_utf8_lossy(without.bytes()).contains("Ann"));
        let (shown, _) = story.decide(&[CarersWords]).await;
        let sent = String::from_utf8_lossy(shown.package.bytes()).into_owned();
        assert!(sent.contains("I cook for her.") && sent.contains("Ann O’Neill (sister)"));

        let words = seen.helpers[0].id;
        story.portal.delete_helper_words(&story.actor(), story.me, story.id, words).await.unwrap();
        story.choose(&[CarersWords], None).await;
        assert!(story.preview().await.package.contents().sent.is_empty());
        for kind in ["helper-invited", "helper-answered", "helper-words-deleted"] {
            assert_eq!(story.count(kind).await, 1, "{kind}");
        }
        story.log_is_whole().await;
    }
);

both!(a_link_that_was_taken_back_or_is_too_old_opens_nothing, |stage| async {
    let story = begin(stage).await;
    let first = invite(&story, Naming::FirstName).await;
    stage.clock.advance(1);
    let second = invite(&story, Naming::Nobody).await;
    assert_eq!(
        story.portal.helper_door("p", &first).await.unwrap().first_name.as_deref(),
        Some("Siân")
    );
    let seen = story.portal.words_of(&story.actor(), story.me, story.id).await.unwrap();
    let id = seen.invitations[0].id;
    story.portal.end_invitation(&story.actor(), story.me, story.id, id).await.unwrap();
    assert_eq!(shut(&story, &first).await, Some(Refusal::BadLink));
    stage.clock.advance(14 * 24 * 60 * 60 - 1);
    assert_eq!(shut(&story, &second).await, None);
    stage.clock.advance(1);
    assert_eq!(shut(&story, &second).await, Some(Refusal::BadLink));
    assert_eq!(stage.number("SELECT COUNT(*) FROM helper_invitation").await, 1);
    story.portal.sweep().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM helper_invitation").await, 0);
});

both!(links_cannot_be_guessed_for_long_and_a_good_one_takes_nothing_from_it, |stage| async {
    let story = begin(stage).await;
    let token = invite(&story, Naming::Nobody).await;
    for n in 0..20 {
        assert_eq!(shut(&story, &format!("guess-{n}")).await, Some(Refusal::BadLink));
        assert_eq!(story.portal.helper_door("elsewhere", &token).await.err(), None);
    }
    assert!(matches!(shut(&story, "one more").await, Some(Refusal::TooManyGuesses { .. })));
    assert!(matches!(shut(&story, &token).await, Some(Refusal::TooManyGuesses { .. })));
    stage.clock.advance(60 * 60 + 1);
    assert_eq!(shut(&story, &token).await, None);
});

both!(a_link_is_for_one_open_request_that_asks_for_it, |stage| async {
    let story = begin(stage).await;
    let ask = async |name: &str| {
        let made = story
            .portal
            .invite_helper(&story.actor(), story.me, story.id, name, Naming::Nobody)
            .await;
        made.err().and_then(|why| why.refusal().cloned())
    };
    assert_eq!(ask("  ").await, Some(Refusal::NameMissing));
    assert_eq!(ask(&"x".repeat(101)).await, Some(Refusal::NameTooLong));
    let token = invite(&story, Naming::Nobody).await;
    for _ in 0..4 {
        assert_eq!(ask("Ann").await, None);
    }
    assert_eq!(ask("Ann").await, Some(Refusal::TooManyHelpers));
    let empty = story.portal.send_helper_words("p", &token, &said(" \n")).await.unwrap_err();
    assert_eq!(empty.refusal(), Some(&Refusal::WordsMissing));
    let reason = server::portal::requests::CloseReason::NoLongerNeeded;
    story.portal.close_request(&story.client, story.id, reason).await.unwrap();
    assert_eq!(shut(&story, &token).await, Some(Refusal::BadLink));
    assert_eq!(stage.number("SELECT COUNT(*) FROM helper_words").await, 0);
});

both!(the_store_knows_neither_the_secret_nor_the_words, |stage| async {
    let story = begin(stage).await;
    let token = invite(&story, Naming::FirstName).await;
    story.portal.send_helper_words("p", &token, &said("I cook for her.")).await.unwrap();
    let kept = invite(&story, Naming::FirstName).await;
    let sealed = match stage.kind {
        crate::support::Kind::Sqlite => {
            "SELECT hex(token_hash) || hex(sealed) FROM helper_invitation UNION ALL SELECT hex(sealed) FROM helper_words"
        }
        crate::support::Kind::Postgres => {
            "SELECT encode(token_hash, 'hex') || encode(sealed, 'hex') FROM helper_invitation UNION ALL SELECT encode(sealed, 'hex') FROM helper_words"
        }
    };
    let hex = |text: &str| text.bytes().map(|b| format!("{b:02x}")).collect::<String>();
    for row in stage.texts(sealed).await {
        let row = row.to_lowercase();
        for secret in [kept.as_str(), "I cook", "Ann", "Siân"] {
            assert!(!row.contains(&hex(secret)), "{secret}");
        }
    }
});
