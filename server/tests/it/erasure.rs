//! Erasing a person: nothing about them stays, and the log stays whole.

use crate::support::{Kind, both, identity, person, record};
use consent::ids::{ClientId, CollectionId, CopyId, ReceiptId, RequestId};
use server::portal::sessions::{PERSON, Sessions};
use server::portal::{Actor, Refusal};
use server::store::packages::{self, Sealed};
use server::store::words::{self, Pile, SealedOne};
use server::store::{clients, copies, purposes, receipts, requests};
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::SessionStore;

/// Puts a row about this person into every table that can hold one.
async fn fill(stage: &crate::support::Stage, id: consent::ids::PersonId) -> RequestId {
    let portal = &stage.portal;
    let (now, me) = (portal.now(), Actor::Person(id));
    portal.issue_code(&Actor::Operator, id).await.unwrap();
    portal.permit_source(&me, id, "gp-record").await.unwrap();
    let number = identity(0).nhs_number.unwrap();
    portal.import_record(&Actor::Operator, &number, record("9434765919", "Asthma")).await.unwrap();
    let data = [(PERSON.to_owned(), serde_json::json!(id))].into();
    let mut session = Record { id: Id(0), data, expiry_date: time::OffsetDateTime::UNIX_EPOCH };
    Sessions(portal.clone()).create(&mut session).await.unwrap();

    let client = ClientId::parse("dwp-test").unwrap();
    let uuid = || portal.chance().uuid(now).unwrap();
    let request = RequestId(uuid());
    let collection = CollectionId(uuid());
    let sealed = Sealed {
        digest: vec![1; 32],
        size: 3,
        key_wrapped: b"key".to_vec(),
        sealed: b"sealed".to_vec(),
        contents_sealed: b"contents".to_vec(),
    };
    let mut tx = portal.db().write().await.unwrap();
    let purpose = purposes::all(&mut tx).await.unwrap().remove(0);
    clients::insert(
        &mut tx,
        &clients::New {
            id: &client,
            organisation: "DWP",
            team: "Test",
            jwks: "{}",
            scopes: "",
            purposes: &consent::request::Registration::AllPurposes,
        },
        now,
    )
    .await
    .unwrap();
    let new = requests::New {
        id: request,
        client: &client,
        reference: "R1",
        purpose: (&purpose.id, purpose.version),
        sealed: b"sealed".to_vec(),
        key_wrapped: b"key".to_vec(),
        nino_index: b"index".to_vec(),
        about: b"about".to_vec(),
        at: now,
        respond_by: "2026-12-24".to_owned(),
        replaces: None,
        follows: None,
    };
    assert!(requests::insert(&mut tx, &new).await.unwrap());
    assert!(requests::set_person(&mut tx, request, Some(id), now).await.unwrap());
    requests::add_said(&mut tx, request, 0, "decided", b"said", now).await.unwrap();
    packages::save_draft(&mut tx, id, request, b"draft", now).await.unwrap();
    packages::save_preview(
        &mut tx,
        uuid(),
        id,
        request,
        &sealed,
        b"decision",
        now,
        now.plus_seconds(60),
    )
    .await
    .unwrap();
    packages::save_package(&mut tx, request, 1, &sealed).await.unwrap();
    packages::add_collection(&mut tx, collection, request, 1, &[1; 32], 3, now).await.unwrap();
    packages::add_answer(&mut tx, collection, "kept", b"answer", now).await.unwrap();
    let receipt = receipts::New {
        id: ReceiptId(uuid()),
        person: id,
        request,
        kind: "decision",
        cause: Some("1"),
        leaf_seq: None,
        at: now,
        digest: vec![2; 32],
        sealed: b"jws".to_vec(),
        html_sealed: b"html".to_vec(),
    };
    receipts::insert(&mut tx, &receipt).await.unwrap();
    receipts::prove(&mut tx, request, 1, receipt.id).await.unwrap();
    words::save(&mut tx, id, request, b"words", now).await.unwrap();
    let copy = copies::New {
        id: CopyId(uuid()),
        person: id,
        request,
        version: 1,
        digest: &[1; 32],
        size: 3,
        at: now,
        sealed: b"copy",
    };
    copies::insert(&mut tx, &copy).await.unwrap();
    let invitation = words::InvitationRow {
        id: uuid(),
        person_id: id.0,
        request_id: request.0,
        sealed: b"for whom".to_vec(),
        made_at: now.into(),
        expires_at: now.plus_seconds(60).into(),
    };
    words::invite(&mut tx, &invitation, b"hash").await.unwrap();
    for pile in [Pile::HelperWords, Pile::Answers, Pile::Marked] {
        let one = SealedOne { id: uuid(), sealed: b"said".to_vec(), at: now.into() };
        words::add(&mut tx, pile, id, request, &one).await.unwrap();
    }
    tx.commit().await.unwrap();
    request
}

/// Every table with a column of this name.
async fn tables_with(stage: &crate::support::Stage, column: &str) -> Vec<String> {
    let question = match stage.kind {
        Kind::Sqlite => format!(
            "SELECT m.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = '{column}'"
        ),
        Kind::Postgres => format!(
            "SELECT CAST(table_name AS TEXT) FROM information_schema.columns WHERE table_schema = current_schema() AND column_name = '{column}'"
        ),
    };
    stage.texts(&question).await
}

both!(every_table_is_empty_of_a_person_after_they_are_erased, |stage| async {
    let portal = &stage.portal;
    let (id, other) = (person(stage, 0).await, person(stage, 1).await);
    fill(stage, id).await;
    let literal = match stage.kind {
        Kind::Sqlite => format!("x'{}'", id.0.simple()),
        Kind::Postgres => format!("'{id}'"),
    };
    let mut tables = tables_with(stage, "person_id").await;
    // Who stands for nobody is nobody's.
    tables.retain(|table| !["canary", "canary_person"].contains(&table.as_str()));
    assert!(tables.len() >= 9);
    for table in &tables {
        let rows = stage
            .number(&format!("SELECT COUNT(*) FROM {table} WHERE person_id = {literal}"))
            .await;
        assert!(rows > 0, "the test puts nothing into {table}");
    }
    let leaves = stage.number("SELECT COUNT(*) FROM leaf").await;
    portal.erase_person(&Actor::Operator, id).await.unwrap();

    for table in &tables {
        let rows = stage
            .number(&format!("SELECT COUNT(*) FROM {table} WHERE person_id = {literal}"))
            .await;
        assert_eq!(rows, 0, "{table}");
    }
    for table in
        ["record", "said", "package", "collection_answer", "preview", "draft", "decision_receipt"]
    {
        assert_eq!(stage.number(&format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
    }
    let personal =
        "SELECT COUNT(*) FROM request WHERE nino_index IS NOT NULL OR person_id IS NOT NULL";
    assert_eq!(stage.number(personal).await, 0);
    let personal = format!(
        "SELECT COUNT(*) FROM person WHERE id = {literal} AND (key_wrapped IS NOT NULL OR sealed IS NOT NULL OR nino_index IS NOT NULL OR nhs_index IS NOT NULL)"
    );
    assert_eq!(stage.number(&personal).await, 0);
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, leaves + 1, "the log stays whole");

    assert_eq!(
        portal.identity_of(&Actor::Operator, id).await.unwrap_err().refusal(),
        Some(&Refusal::NotFound)
    );
    let twice = portal.erase_person(&Actor::Operator, id).await.unwrap_err();
    assert_eq!(twice.refusal(), Some(&Refusal::NotFound));
    let left = portal.people(&Actor::Operator).await.unwrap();
    assert_eq!(left.iter().map(|person| person.id).collect::<Vec<_>>(), [other]);
    portal.sign_in("p", "two@example.org", "kettle otter seven").await.unwrap();
    portal.sign_in("p", "one@example.org", "kettle otter seven").await.unwrap_err();
});

both!(who_was_erased_can_be_added_again, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    portal.erase_person(&Actor::Operator, id).await.unwrap();
    assert_ne!(person(stage, 0).await, id);
});

both!(said_receipts_answers_and_collections_only_grow, |stage| async {
    let id = person(stage, 0).await;
    fill(stage, id).await;
    for statement in [
        "UPDATE said SET kind = kind",
        "DELETE FROM said",
        "UPDATE receipt SET kind = kind",
        "DELETE FROM receipt",
        "UPDATE collection_answer SET kind = kind",
        "DELETE FROM collection_answer",
        "UPDATE collection SET size = size + 1",
        "DELETE FROM collection",
        "UPDATE purpose SET body = 'x'",
        "DELETE FROM purpose",
        "DELETE FROM request",
    ] {
        let refused = stage.execute(statement).await.unwrap_err().to_string();
        assert!(refused.contains("only grows"), "{statement}: {refused}");
    }
    stage.execute("UPDATE collection SET erasure_asked_at = 1").await.unwrap();
    assert!(stage.execute("UPDATE collection SET erasure_asked_at = 2").await.is_err());
    stage.execute("UPDATE purpose SET retired_at = 1").await.unwrap();
    assert!(stage.execute("UPDATE purpose SET retired_at = 2").await.is_err());
});
