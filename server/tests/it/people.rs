//! Adding, correcting, and codes.

use crate::support::{both, identity, person};
use consent::identity::{Name, Postcode};
use consent::ids::PersonId;
use server::portal::people::Correction;
use server::portal::{Actor, Error, Refusal};
use server::store::people;

both!(a_person_is_kept_sealed_and_found_again, |stage| async {
    let portal = &stage.portal;
    let added = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    assert_eq!(added.expires_at, portal.now().plus_seconds(14 * 86_400));
    let people = stage.again().await.people(&Actor::Operator).await.unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!(
        (people[0].id, &people[0].identity, people[0].active),
        (added.person_id, &identity(0), false)
    );
    assert_eq!(people[0].added_at, portal.now());
    assert_eq!(stage.kinds().await, ["person-added", "activation-issued"]);

    let mut tx = portal.db().read().await.unwrap();
    assert_eq!(people::count(&mut tx).await.unwrap(), 1);
    assert!(people::any(&mut tx).await.unwrap());
    let row = people::by_id(&mut tx, added.person_id).await.unwrap().unwrap();
    let sealed = row.sealed.unwrap();
    assert!(!sealed.windows(4).any(|part| part == "Siân".as_bytes().first_chunk::<4>().unwrap()));
    assert_eq!(people::key_wrapped(&mut tx, added.person_id).await.unwrap(), row.key_wrapped);
    let index = portal.nino_index(&identity(0).nino, identity(0).birth_date);
    assert_eq!(people::candidates(&mut tx, &index, false).await.unwrap(), [added.person_id]);
    assert!(
        people::candidates(
            &mut tx,
            &portal.nino_index(&identity(0).nino, identity(1).birth_date),
            false
        )
        .await
        .unwrap()
        .is_empty()
    );
    let index = portal.nhs_index(identity(0).nhs_number.as_ref().unwrap());
    assert_eq!(people::by_nhs_index(&mut tx, &index).await.unwrap(), Some(added.person_id));
});

both!(two_people_never_have_one_nhs_number, |stage| async {
    let portal = &stage.portal;
    portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    let mut twin = identity(1);
    twin.nhs_number = identity(0).nhs_number;
    let refused = portal.add_person(&Actor::Operator, &twin).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NhsNumberInUse));
    let other = portal.add_person(&Actor::Operator, &identity(1)).await.unwrap().person_id;
    let correction =
        Correction { nhs_number: Some(identity(0).nhs_number), ..Correction::default() };
    let refused = portal.correct_person(&Actor::Operator, other, correction).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NhsNumberInUse));
    assert_eq!(portal.identity_of(&Actor::Operator, other).await.unwrap(), identity(1));
    assert_eq!(portal.people(&Actor::Operator).await.unwrap().len(), 2);
});

both!(a_correction_changes_what_it_names_and_nothing_else, |stage| async {
    let portal = &stage.portal;
    let id = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap().person_id;
    let correction = Correction {
        family_name: Some(Name::parse("Prŷs").unwrap()),
        postcode: Some(None),
        birth_date: Some(identity(1).birth_date),
        ..Correction::default()
    };
    let corrected = portal.correct_person(&Actor::Operator, id, correction).await.unwrap();
    let mut expected = identity(0);
    expected.family_name = Name::parse("Prŷs").unwrap();
    expected.postcode = None::<Postcode>;
    expected.birth_date = identity(1).birth_date;
    assert_eq!(corrected, expected);
    assert_eq!(portal.identity_of(&Actor::Operator, id).await.unwrap(), expected);
    let mut tx = portal.db().read().await.unwrap();
    let index = portal.nino_index(&expected.nino, expected.birth_date);
    assert_eq!(people::candidates(&mut tx, &index, false).await.unwrap(), [id]);
    assert!(stage.kinds().await.contains(&"person-corrected".to_owned()));
});

both!(nobody_unknown_is_corrected_erased_or_given_a_code, |stage| async {
    let portal = &stage.portal;
    let nobody = PersonId(portal.chance().uuid(portal.now()).unwrap());
    let not_found =
        |answer: Option<Error>| assert_eq!(answer.unwrap().refusal(), Some(&Refusal::NotFound));
    not_found(portal.issue_code(&Actor::Operator, nobody).await.err());
    not_found(portal.erase_person(&Actor::Operator, nobody).await.err());
    not_found(portal.identity_of(&Actor::Operator, nobody).await.err());
    not_found(portal.correct_person(&Actor::Operator, nobody, Correction::default()).await.err());
    assert!(stage.kinds().await.is_empty());
});

both!(a_code_is_kept_as_a_hash_and_works_once, |stage| async {
    let portal = &stage.portal;
    let added = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    let plain = added.activation_code.replace('-', "");
    let mut tx = portal.db().read().await.unwrap();
    assert!(
        people::person_of_code(&mut tx, plain.as_bytes(), portal.now()).await.unwrap().is_none()
    );
    drop(tx);
    let used = portal
        .activate("p", &plain.to_lowercase(), "one@example.org", "kettle otter seven")
        .await
        .unwrap();
    assert_eq!(used, added.person_id);
    let again =
        portal.activate("p", &plain, "one@example.org", "kettle otter seven").await.unwrap_err();
    assert_eq!(again.refusal(), Some(&Refusal::BadCode));
    assert!(portal.people(&Actor::Operator).await.unwrap()[0].active);
});

both!(a_code_ends_after_fourteen_days, |stage| async {
    let portal = &stage.portal;
    let added = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    stage.clock.advance(14 * 86_400);
    let late = portal
        .activate("p", &added.activation_code, "one@example.org", "kettle otter seven")
        .await
        .unwrap_err();
    assert_eq!(late.refusal(), Some(&Refusal::BadCode));
    stage.clock.advance(-1);
    portal
        .activate("p", &added.activation_code, "one@example.org", "kettle otter seven")
        .await
        .unwrap();
});

both!(a_new_code_replaces_the_one_before, |stage| async {
    let portal = &stage.portal;
    let first = portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    let second = portal.issue_code(&Actor::Operator, first.person_id).await.unwrap();
    let old = portal
        .activate("p", &first.activation_code, "one@example.org", "kettle otter seven")
        .await
        .unwrap_err();
    assert_eq!(old.refusal(), Some(&Refusal::BadCode));
    portal
        .activate("p", &second.activation_code, "one@example.org", "kettle otter seven")
        .await
        .unwrap();
});

both!(who_forgot_the_password_opens_the_account_with_a_new_code, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let code = portal.issue_code(&Actor::Operator, id).await.unwrap().activation_code;
    portal.activate("p", &code, "new@example.org", "lamp river eleven").await.unwrap();
    assert!(portal.sign_in("p", "one@example.org", "kettle otter seven").await.is_err());
    assert_eq!(portal.sign_in("p", "new@example.org", "lamp river eleven").await.unwrap(), id);
});
