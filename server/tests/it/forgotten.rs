//! After somebody was erased: nothing of their story can be read by anybody, with all keys in hand.

use crate::story::*;
use crate::support::{Kind, Stage, both, identity, person};
use server::portal::asked::load;
use server::portal::looking::Looked;
use server::portal::{Actor, Refusal};

/// Every column of every table that can hold bytes or text.
async fn columns(stage: &Stage) -> Vec<(String, String)> {
    let question = match stage.kind {
        Kind::Sqlite => {
            "SELECT m.name || ' ' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '_sqlx%' AND c.type IN ('BLOB', 'TEXT')"
        }
        Kind::Postgres => {
            "SELECT CAST(table_name || ' ' || column_name AS TEXT) FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%' AND data_type IN ('bytea', 'text', 'uuid')"
        }
    };
    let split = |found: String| {
        found.split_once(' ').map(|(table, column)| (table.to_owned(), column.to_owned())).unwrap()
    };
    stage.texts(question).await.into_iter().map(split).collect()
}

/// Everything in a column, as hex for bytes and as it is for text.
async fn everything(stage: &Stage, table: &str, column: &str) -> Vec<String> {
    let shown = match stage.kind {
        Kind::Sqlite => {
            format!("CASE typeof({column}) WHEN 'blob' THEN lower(hex({column})) ELSE {column} END")
        }
        Kind::Postgres => format!("regexp_replace(CAST({column} AS TEXT), '^\\\\x', '')"),
    };
    stage.texts(&format!("SELECT {shown} FROM {table} WHERE {column} IS NOT NULL")).await
}

fn hex(text: &str) -> String {
    let digit = |four: u8| char::from_digit(four.into(), 16).unwrap();
    text.bytes().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

both!(nothing_of_a_whole_story_is_left_but_the_mark_that_there_was_one, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions, Medicines]).await;
    let collection = story.collect().await.unwrap().collection;
    story.withdraw(&[Medicines]).await;
    story
        .portal
        .answer_erasure(
            &story.client,
            story.id,
            collection,
            server::portal::collections::Erasure::Kept,
            "The law has us keep it.",
        )
        .await
        .unwrap();
    story.choose(&[Conditions], None).await;
    story.portal.history(&story.actor(), story.me, None).await.unwrap();
    story.portal.looked_at(&story.actor(), story.me, None, Looked::History).await.unwrap();
    story.portal.issue_code(&Actor::Operator, story.me).await.unwrap();
    let leaves = stage.number("SELECT COUNT(*) FROM leaf").await;
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();

    let me = story.me.to_string();
    let words = ["AB123456C", "9434765919", "Llŷr", "one@example.org", "Asthma", "Amlodipine"];
    let mut marks = Vec::new();
    for (table, column) in columns(stage).await {
        for value in everything(stage, &table, &column).await {
            if value.contains(&me) || value.contains(&me.replace('-', "")) {
                marks.push(format!("{table}.{column}"));
            }
            for word in words {
                assert!(
                    !value.contains(word) && !value.contains(&hex(word)),
                    "{word} in {table}.{column}"
                );
            }
        }
    }
    assert_eq!(marks, ["person.id"]);

    // What was asked stays for the requester, and names nobody.
    let mut tx = story.portal.db().read().await.unwrap();
    let kept = load(&story.portal, &mut tx, story.id).await.unwrap().unwrap();
    drop(tx);
    assert_eq!((kept.person(), kept.asked.claimant, kept.said.len()), (None, None, 0));
    assert_eq!(kept.asked.explanation + &kept.asked.officer_reference, "");
    assert!(story.portal.unmatched_requests().await.unwrap().is_empty());
    let found =
        "SELECT COUNT(*) FROM request WHERE nino_index IS NOT NULL OR person_id IS NOT NULL";
    assert_eq!(stage.number(found).await, 0);
    assert_eq!(
        stage
            .number(
                "SELECT COUNT(*) FROM event WHERE request_id IS NOT NULL AND person_id IS NOT NULL"
            )
            .await,
        0
    );
    assert_eq!(story.packages().await, 0);
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, leaves + 1);
    story.log_is_whole().await;
});

both!(who_was_erased_is_unknown_to_everybody_and_to_the_requester, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    let (portal, actor, me, id) = (&story.portal, story.actor(), story.me, story.id);
    // The requester cannot tell that there ever was somebody.
    let refused = portal.collect(&story.client, id).await.unwrap_err();
    assert!(matches!(refused.refusal(), Some(Refusal::NoConsent(_))), "{refused}");
    let seen = portal.request_of_client(&story.client, id).await.unwrap();
    assert!(seen.open && seen.decision_version.is_none());
    assert!(seen.standing.iter().all(|one| one.told == consent::standing::Told::NotAvailable));
    let (_, answers) =
        portal.check(&story.client, &[(id.to_string(), "conditions".to_owned())]).await.unwrap();
    assert!(!answers[0].standing.is_available());
    portal.history(&actor, me, None).await.unwrap_err();
    portal.receipts(&actor, me).await.unwrap_err();
    assert!(portal.requests_of(&actor, me).await.is_err());
    assert_eq!(
        portal.request_of(&actor, me, id).await.unwrap_err().refusal(),
        Some(&Refusal::NotFound)
    );
    story.log_is_whole().await;
});

both!(erasing_one_leaves_the_other_whole, |stage| async {
    let story = Story::begin(stage).await;
    let other = person(stage, 1).await;
    let about = submission(&story.portal, "PIP-2", identity(1), &ASKED);
    let theirs = submit(&story.portal, &story.client, about).await.id;
    story.portal.erase_person(&Actor::Operator, other).await.unwrap();
    let seen = story.portal.request_of_client(&story.client, theirs).await.unwrap();
    assert!(seen.open && !seen.standing.is_empty());
    let (shown, _) = story.decide(&[Conditions]).await;
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    assert!(story.portal.history(&story.actor(), story.me, None).await.unwrap().events.len() > 5);
    story.log_is_whole().await;
});

both!(erasing_while_others_collect_leaves_nothing_half_done, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut all = tokio::task::JoinSet::new();
    for _ in 0..6 {
        let (portal, client, id) = (story.portal.clone(), story.client.clone(), story.id);
        all.spawn(async move { portal.collect(&client, id).await.map(|_| ()) });
    }
    let (portal, me) = (story.portal.clone(), story.me);
    all.spawn(async move { portal.erase_person(&Actor::Operator, me).await });
    while let Some(done) = all.join_next().await {
        if let Err(why) = done.unwrap() {
            assert!(why.refusal().is_some(), "{why}");
        }
    }
    assert_eq!(story.packages().await, 0);
    story.log_is_whole().await;
});
