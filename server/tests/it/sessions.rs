//! Sessions: by the portal's clock, sealed, ended for good.

use crate::support::{both, person};
use consent::ids::PersonId;
use server::portal::sessions::{BROWSER, IDLE_SECONDS, LONGEST_SECONDS, PERSON, Sessions};
use server::portal::{Actor, Refusal};
use server::store::sessions as rows;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::SessionStore;

async fn start(sessions: &Sessions, person: Option<PersonId>) -> Record {
    let mut data = std::collections::HashMap::new();
    data.insert(BROWSER.to_owned(), serde_json::json!("Firefox on Android"));
    if let Some(person) = person {
        data.insert(PERSON.to_owned(), serde_json::json!(person));
    }
    let mut record = Record { id: Id(0), data, expiry_date: time::OffsetDateTime::UNIX_EPOCH };
    sessions.create(&mut record).await.unwrap();
    record
}

both!(a_session_comes_back_with_what_was_put_there, |stage| async {
    let sessions = Sessions(stage.portal.clone());
    let mut record = start(&sessions, None).await;
    record.data.insert("draft".to_owned(), serde_json::json!({ "a": [1, 2] }));
    sessions.save(&record).await.unwrap();
    let again = Sessions(stage.again().await).load(&record.id).await.unwrap().unwrap();
    assert_eq!((again.id, again.data), (record.id, record.data));
    sessions.delete(&record.id).await.unwrap();
    assert!(sessions.load(&record.id).await.unwrap().is_none());
});

both!(without_use_a_session_ends_after_twenty_minutes, |stage| async {
    let sessions = Sessions(stage.portal.clone());
    let record = start(&sessions, None).await;
    for _ in 0..3 {
        stage.clock.advance(IDLE_SECONDS - 1);
        assert!(sessions.load(&record.id).await.unwrap().is_some());
    }
    stage.clock.advance(IDLE_SECONDS);
    assert!(sessions.load(&record.id).await.unwrap().is_none());
});

both!(in_any_case_a_session_ends_after_twelve_hours, |stage| async {
    let sessions = Sessions(stage.portal.clone());
    let record = start(&sessions, None).await;
    let step = 15 * 60;
    for _ in 1..LONGEST_SECONDS / step {
        stage.clock.advance(step);
        assert!(sessions.load(&record.id).await.unwrap().is_some());
    }
    stage.clock.advance(step);
    assert!(sessions.load(&record.id).await.unwrap().is_none());
});

both!(what_has_ended_does_not_come_back, |stage| async {
    let sessions = Sessions(stage.portal.clone());
    let id = person(stage, 0).await;
    let record = start(&sessions, Some(id)).await;
    let seen = stage.portal.sessions_of(&Actor::Person(id), id, &record.id).await.unwrap();
    stage.portal.end_session(&Actor::Person(id), id, seen[0].id).await.unwrap();
    sessions.save(&record).await.unwrap();
    assert!(sessions.load(&record.id).await.unwrap().is_none());
    assert_eq!(stage.kinds().await.last().unwrap(), "session-ended");
});

both!(everybody_sees_and_ends_their_own_sessions_alone, |stage| async {
    let portal = &stage.portal;
    let sessions = Sessions(portal.clone());
    let (one, two) = (person(stage, 0).await, person(stage, 1).await);
    let mine = start(&sessions, Some(one)).await;
    stage.clock.advance(5);
    let other = start(&sessions, Some(one)).await;
    let theirs = start(&sessions, Some(two)).await;
    let (first, second) = (Actor::Person(one), Actor::Person(two));
    let seen = portal.sessions_of(&first, one, &mine.id).await.unwrap();
    assert_eq!(seen.iter().map(|one| one.is_this).collect::<Vec<_>>(), [false, true]);
    assert_eq!(seen[0].browser.as_deref(), Some("Firefox on Android"));
    assert_eq!(seen[1].since, portal.now().plus_seconds(-5));
    let not_mine = portal.sessions_of(&second, two, &theirs.id).await.unwrap()[0].id;
    let refused = portal.end_session(&first, one, not_mine).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    for other in [second, Actor::Operator, Actor::System] {
        let refused = [
            portal.sessions_of(&other, one, &mine.id).await.err(),
            portal.end_session(&other, one, seen[1].id).await.err(),
            portal.end_other_sessions(&other, one, &theirs.id).await.err(),
        ];
        for refused in refused {
            assert_eq!(refused.unwrap().refusal(), Some(&Refusal::NotFound), "{other:?}");
        }
    }
    assert!(sessions.load(&other.id).await.unwrap().is_some());
    portal.end_other_sessions(&first, one, &mine.id).await.unwrap();
    assert!(sessions.load(&mine.id).await.unwrap().is_some());
    assert!(sessions.load(&other.id).await.unwrap().is_none());
    assert!(sessions.load(&theirs.id).await.unwrap().is_some());
});

both!(the_store_knows_neither_the_cookie_nor_what_is_in_it, |stage| async {
    let sessions = Sessions(stage.portal.clone());
    let id = person(stage, 0).await;
    let record = start(&sessions, Some(id)).await;
    let mut tx = stage.portal.db().read().await.unwrap();
    let row = rows::of_person(&mut tx, id, stage.portal.now()).await.unwrap().remove(0);
    assert_eq!(row.id.len(), 32);
    assert!(
        !row.id
            .windows(16)
            .any(|part| part == record.id.0.to_be_bytes() || part == record.id.0.to_le_bytes())
    );
    assert!(!row.sealed.windows(7).any(|part| part == b"Firefox"));
});

both!(sessions_in_the_store, |stage| async {
    let portal = &stage.portal;
    let now = portal.now();
    let row = rows::SessionRow {
        id: vec![1; 32],
        person_id: None,
        sealed: b"sealed".to_vec(),
        created_at: now.into(),
        seen_at: now.into(),
        expires_at: now.plus_seconds(60).into(),
    };
    let mut tx = portal.db().write().await.unwrap();
    assert!(rows::insert(&mut tx, &row).await.unwrap());
    assert!(!rows::insert(&mut tx, &row).await.unwrap());
    assert!(rows::update(&mut tx, &row).await.unwrap());
    assert!(rows::by_id(&mut tx, &row.id, now.plus_seconds(60)).await.unwrap().is_none());
    assert_eq!(rows::touch(&mut tx, &row.id, now, now.plus_seconds(61)).await.unwrap(), 1);
    assert!(rows::by_id(&mut tx, &row.id, now.plus_seconds(60)).await.unwrap().is_some());
    assert_eq!(rows::sweep(&mut tx, now.plus_seconds(60)).await.unwrap(), 0);
    assert_eq!(rows::sweep(&mut tx, now.plus_seconds(61)).await.unwrap(), 1);
    assert!(!rows::update(&mut tx, &row).await.unwrap());
    assert_eq!(rows::delete(&mut tx, &row.id).await.unwrap(), 0);
    tx.commit().await.unwrap();
    start(&Sessions(portal.clone()), None).await;
    stage.clock.advance(IDLE_SECONDS);
    portal.sweep().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM session").await, 0);
});
