//! Signing in, guessing, passwords.

use crate::support::{both, identity, person};
use consent::ids::PersonId;
use server::portal::accounts::Language;
use server::portal::sessions::Sessions;
use server::portal::{Actor, Refusal};
use server::store::accounts;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::SessionStore;

const PASSWORD: &str = "kettle otter seven";

both!(somebody_signs_in_however_they_write_their_address, |stage| async {
    let id = person(stage, 0).await;
    let portal = stage.again().await;
    assert_eq!(portal.sign_in("p", " One@Example.ORG ", PASSWORD).await.unwrap(), id);
    assert!(stage.kinds().await.contains(&"signed-in".to_owned()));
});

both!(nobody_and_a_wrong_password_are_one_answer_of_the_same_work, |stage| async {
    let portal = &stage.portal;
    person(stage, 0).await;
    let mut seen = Vec::new();
    for email in ["one@example.org", "nobody@example.org", "not an address"] {
        let (hashes, leaves) = (portal.hashes(), stage.number("SELECT COUNT(*) FROM leaf").await);
        let guesses = stage.number("SELECT COUNT(*) FROM attempt").await;
        let refused = portal.sign_in("p", email, "wrong wrong wrong").await.unwrap_err();
        seen.push((
            refused.refusal().cloned(),
            refused.to_string(),
            portal.hashes() - hashes,
            stage.number("SELECT COUNT(*) FROM leaf").await - leaves,
            stage.number("SELECT COUNT(*) FROM attempt").await - guesses,
        ));
    }
    assert_eq!(seen[0].0, Some(Refusal::WrongSignIn));
    assert_eq!((seen[0].2, seen[0].3), (1, 1));
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
});

both!(ten_wrong_guesses_are_enough_for_a_known_and_an_unknown_address, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    for email in ["one@example.org", "nobody@example.org"] {
        for _ in 0..10 {
            let wrong = portal.sign_in("p", email, "wrong wrong wrong").await.unwrap_err();
            assert_eq!(wrong.refusal(), Some(&Refusal::WrongSignIn));
        }
        let hashes = portal.hashes();
        let told = portal.sign_in("p", email, PASSWORD).await.unwrap_err();
        assert_eq!(told.refusal(), Some(&Refusal::TooManyGuesses { retry_after_seconds: 900 }));
        assert_eq!(portal.hashes(), hashes, "no work for who guesses");
    }
    assert_eq!(portal.sign_in("elsewhere", "one@example.org", PASSWORD).await.unwrap(), id);
    stage.clock.advance(15 * 60);
    assert_eq!(portal.sign_in("p", "one@example.org", PASSWORD).await.unwrap(), id);
});

both!(who_knows_the_password_is_forgiven_what_they_mistyped, |stage| async {
    let portal = &stage.portal;
    person(stage, 0).await;
    for _ in 0..3 {
        for _ in 0..9 {
            portal.sign_in("p", "one@example.org", "wrong wrong wrong").await.unwrap_err();
        }
        portal.sign_in("p", "one@example.org", PASSWORD).await.unwrap();
    }
});

both!(codes_cannot_be_guessed_for_long, |stage| async {
    let portal = &stage.portal;
    let added = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    for _ in 0..20 {
        let wrong =
            portal.activate("p", "AAAA-AAAA-AAAA", "one@example.org", PASSWORD).await.unwrap_err();
        assert_eq!(wrong.refusal(), Some(&Refusal::BadCode));
    }
    let told = portal
        .activate("p", &added.activation_code, "one@example.org", PASSWORD)
        .await
        .unwrap_err();
    assert!(matches!(told.refusal(), Some(Refusal::TooManyGuesses { .. })));
    portal
        .activate("elsewhere", &added.activation_code, "one@example.org", PASSWORD)
        .await
        .unwrap();
});

both!(a_code_is_not_lost_to_what_was_mistyped, |stage| async {
    let portal = &stage.portal;
    let code = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap().activation_code;
    for (email, password, refusal) in [
        ("no address", PASSWORD, Refusal::EmailInvalid),
        ("one@example.org", "short", Refusal::PasswordTooShort),
        ("one@example.org", "passwordpassword", Refusal::PasswordTooCommon),
    ] {
        let refused = portal.activate("p", &code, email, password).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&refusal));
    }
    portal.activate("p", &code, "one@example.org", PASSWORD).await.unwrap();
});

both!(two_accounts_never_have_one_address, |stage| async {
    let portal = &stage.portal;
    person(stage, 0).await;
    let code = portal.add_person(&Actor::Operator, &identity(1)).await.unwrap().activation_code;
    let taken = portal.activate("p", &code, "ONE@example.org", PASSWORD).await.unwrap_err();
    assert_eq!(taken.refusal(), Some(&Refusal::EmailTaken));
    portal.activate("p", &code, "two@example.org", PASSWORD).await.unwrap();
});

both!(before_confirming_the_password_is_asked_for_again, |stage| async {
    let portal = &stage.portal;
    let actor = Actor::Person(person(stage, 0).await);
    portal.step_up(&actor, PASSWORD).await.unwrap();
    let wrong = portal.step_up(&actor, "wrong wrong wrong").await.unwrap_err();
    assert_eq!(wrong.refusal(), Some(&Refusal::WrongPassword));
    for nobody in [Actor::Operator, Actor::System] {
        let wrong = portal.step_up(&nobody, PASSWORD).await.unwrap_err();
        assert_eq!(wrong.refusal(), Some(&Refusal::WrongPassword));
    }
    for _ in 0..9 {
        portal.step_up(&actor, "wrong wrong wrong").await.unwrap_err();
    }
    let told = portal.step_up(&actor, PASSWORD).await.unwrap_err();
    assert!(matches!(told.refusal(), Some(Refusal::TooManyGuesses { .. })));
});

both!(a_new_password_ends_the_other_sessions, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let sessions = Sessions(portal.clone());
    let me = Actor::Person(id);
    let mut ids = Vec::new();
    for _ in 0..2 {
        let data = [("person".to_owned(), serde_json::json!(id))].into();
        let mut record = Record { id: Id(0), data, expiry_date: time::OffsetDateTime::UNIX_EPOCH };
        sessions.create(&mut record).await.unwrap();
        ids.push(record.id);
    }
    let wrong = portal
        .change_password(&me, id, &ids[0], "wrong wrong wrong", "lamp river eleven")
        .await
        .unwrap_err();
    assert_eq!(wrong.refusal(), Some(&Refusal::WrongPassword));
    let short = portal.change_password(&me, id, &ids[0], PASSWORD, "short").await.unwrap_err();
    assert_eq!(short.refusal(), Some(&Refusal::PasswordTooShort));
    portal.change_password(&me, id, &ids[0], PASSWORD, "lamp river eleven").await.unwrap();
    assert!(sessions.load(&ids[0]).await.unwrap().is_some());
    assert!(sessions.load(&ids[1]).await.unwrap().is_none());
    assert!(portal.sign_in("p", "one@example.org", PASSWORD).await.is_err());
    portal.sign_in("p", "one@example.org", "lamp river eleven").await.unwrap();
});

both!(the_account_is_sealed_and_tells_its_owner, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let me = Actor::Person(id);
    for other in [Actor::Person(person(stage, 1).await), Actor::Operator, Actor::System] {
        let refused = [
            portal.account_of(&other, id).await.err(),
            portal.set_language(&other, id, Language::Welsh).await.err(),
            portal.change_password(&other, id, &Id(0), PASSWORD, "lamp river eleven").await.err(),
        ];
        for refused in refused {
            assert_eq!(refused.unwrap().refusal(), Some(&Refusal::NotFound), "{other:?}");
        }
    }
    let seen = portal.account_of(&me, id).await.unwrap();
    assert_eq!((seen.email.as_str(), seen.language), ("one@example.org", Language::English));
    assert_eq!((seen.activated_at, seen.password_changed_at), (portal.now(), portal.now()));
    portal.set_language(&me, id, Language::Welsh).await.unwrap();
    assert_eq!(portal.account_of(&me, id).await.unwrap().language, Language::Welsh);
    let mut tx = portal.db().read().await.unwrap();
    let row = accounts::of_person(&mut tx, id).await.unwrap().unwrap();
    assert!(!row.sealed.windows(4).any(|part| part == b"one@"));
    assert!(row.password_hash.starts_with("$argon2id$"));
});

both!(accounts_and_guesses_in_the_store, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let now = portal.now();
    let mut tx = portal.db().write().await.unwrap();
    accounts::put(&mut tx, id, b"index", b"sealed", "hash", now).await.unwrap();
    let row = accounts::by_email(&mut tx, b"index").await.unwrap().unwrap();
    assert_eq!((PersonId(row.person_id), row.sealed.as_slice()), (id, b"sealed".as_slice()));
    assert!(!accounts::set_password(&mut tx, id, "other", "new", now).await.unwrap());
    assert!(accounts::set_password(&mut tx, id, "hash", "new", now).await.unwrap());
    assert_eq!(accounts::set_sealed(&mut tx, id, b"other").await.unwrap(), 1);
    accounts::forgive_all(&mut tx, b"bucket").await.unwrap();
    for seconds in [0, 10, 20] {
        accounts::add_guess(&mut tx, b"bucket", now.plus_seconds(seconds)).await.unwrap();
    }
    let (count, first) = accounts::guesses(&mut tx, b"bucket", now).await.unwrap();
    assert_eq!((count, first), (2, Some(now.plus_seconds(10).into())));
    assert_eq!(accounts::forgive(&mut tx, b"bucket", now.plus_seconds(10)).await.unwrap(), 1);
    assert_eq!(accounts::sweep_guesses(&mut tx, now.plus_seconds(10)).await.unwrap(), 1);
    assert_eq!(accounts::guesses(&mut tx, b"bucket", now).await.unwrap().0, 1);
    assert_eq!(accounts::forgive_all(&mut tx, b"bucket").await.unwrap(), 1);
    assert_eq!(accounts::guesses(&mut tx, b"bucket", now).await.unwrap(), (0, None));
});
