//! Records: imported, sealed, read only where the person permits it.

use crate::support::{both, identity, person, record};
use consent::identity::NhsNumber;
use server::portal::records::Unread;
use server::portal::{Actor, Refusal};
use server::records::EmbeddedSource;
use server::store::records;

const SOURCE: &str = EmbeddedSource::ID;

fn number(which: usize) -> NhsNumber {
    identity(which).nhs_number.unwrap()
}

both!(nothing_is_read_before_it_is_permitted_and_after_it_is_stopped, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let me = Actor::Person(id);
    portal
        .import_record(&Actor::Operator, &number(0), record("9434765919", "Asthma"))
        .await
        .unwrap();
    let before = portal.sources_of(&me, id).await.unwrap();
    assert_eq!((before[0].permitted, before[0].since, before[0].last_read), (false, None, None));
    let refused = portal.read_record(&me, id, None).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::SourceNotPermitted));
    assert!(!stage.kinds().await.contains(&"record-read".to_owned()), "nothing was read");

    portal.permit_source(&me, id, SOURCE).await.unwrap();
    assert!(portal.sources_of(&me, id).await.unwrap()[0].permitted);
    let read = portal.read_record(&me, id, None).await.unwrap().unwrap();
    assert_eq!(read.entries().len(), 2);
    assert_eq!(stage.kinds().await.last().unwrap(), "record-read");
    let now = &portal.sources_of(&me, id).await.unwrap()[0];
    let at = Some(portal.now());
    assert_eq!((now.permitted, now.since, now.last_read, now.unread), (true, at, at, None));

    portal.stop_source(&me, id, SOURCE).await.unwrap();
    assert!(!portal.sources_of(&me, id).await.unwrap()[0].permitted);
    assert!(portal.read_record(&me, id, None).await.is_err());
    portal.permit_source(&me, id, SOURCE).await.unwrap();
    assert!(
        portal.sources_of(&me, id).await.unwrap()[0].permitted,
        "the newest counts, also within one instant"
    );
});

both!(only_the_person_themselves_permits_a_source, |stage| async {
    let portal = &stage.portal;
    let (one, two) = (person(stage, 0).await, person(stage, 1).await);
    for other in [Actor::Person(two), Actor::Operator, Actor::System] {
        let refused = portal.permit_source(&other, one, SOURCE).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    }
    let unknown = portal.permit_source(&Actor::Person(one), one, "hospital").await.unwrap_err();
    assert_eq!(unknown.refusal(), Some(&Refusal::NotFound));
    let seen = portal.sources_of(&Actor::Person(one), one).await.unwrap();
    assert!(!seen[0].permitted);
});

both!(an_import_says_what_is_where_and_replaces_what_was_there, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 0).await;
    let me = Actor::Person(id);
    let bytes = record("9434765919", "Asthma");
    let report = portal.import_record(&Actor::Operator, &number(0), bytes.clone()).await.unwrap();
    assert_eq!((report.counts.entries, report.person), (2, Some(id)));
    let counts = &report.counts;
    let all = counts.by_home.values().sum::<usize>()
        + counts.never_sent
        + counts.not_recognised
        + counts.withheld.values().sum::<usize>();
    assert_eq!(all, counts.entries);
    portal.permit_source(&me, id, SOURCE).await.unwrap();
    let second = record("9434765919", "Eczema");
    portal.import_record(&Actor::Operator, &number(0), second).await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM record").await, 1);
    let read = stage.again().await.read_record(&me, id, None).await.unwrap().unwrap();
    assert!(read.entries().iter().any(|entry| entry.resource["code"]["text"] == "Eczema"));

    let mut tx = portal.db().read().await.unwrap();
    let row = records::by_nhs_index(&mut tx, &portal.nhs_index(&number(0))).await.unwrap().unwrap();
    assert!(!row.sealed.windows(6).any(|part| part == b"Eczema"));
    assert_eq!(row.imported_at, portal.now().into());
});

both!(another_persons_record_and_a_broken_file_are_refused_whole, |stage| async {
    let portal = &stage.portal;
    for file in
        [record("4010232137", "Asthma"), b"{".to_vec(), b"{\"resourceType\":\"Patient\"}".to_vec()]
    {
        let refused = portal.import_record(&Actor::Operator, &number(0), file).await.unwrap_err();
        let Some(Refusal::FileRefused(why)) = refused.refusal() else { panic!("not refused") };
        assert!(!why.is_empty() && !why.contains("4010232137") && !why.contains("Asthma"));
    }
    assert_eq!(stage.number("SELECT COUNT(*) FROM record").await, 0);
    assert!(stage.kinds().await.is_empty());
});

both!(who_has_no_record_is_told_so_after_permitting, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 1).await;
    let me = Actor::Person(id);
    portal.permit_source(&me, id, SOURCE).await.unwrap();
    assert!(portal.read_record(&me, id, None).await.unwrap().is_none());
    let seen = &portal.sources_of(&me, id).await.unwrap()[0];
    assert_eq!((seen.last_read, seen.unread), (None, Some((portal.now(), Unread::NoRecord))));
    assert_eq!(stage.kinds().await.last().unwrap(), "record-not-read");
});

both!(a_record_that_was_moved_to_another_person_cannot_be_read, |stage| async {
    let portal = &stage.portal;
    let id = person(stage, 1).await;
    let me = Actor::Person(id);
    portal
        .import_record(&Actor::Operator, &number(0), record("9434765919", "Asthma"))
        .await
        .unwrap();
    let theirs: String =
        portal.nhs_index(&number(1)).iter().map(|byte| format!("{byte:02x}")).collect();
    let literal = match stage.kind {
        crate::support::Kind::Sqlite => format!("x'{theirs}'"),
        crate::support::Kind::Postgres => format!("'\\x{theirs}'::bytea"),
    };
    stage.execute(&format!("UPDATE record SET nhs_index = {literal}")).await.unwrap();
    portal.permit_source(&me, id, SOURCE).await.unwrap();
    let failed = portal.read_record(&me, id, None).await.unwrap_err();
    assert!(matches!(failed.refusal(), Some(Refusal::SourceOtherPerson(_))));
    assert!(!failed.to_string().contains("9434765919"));
});
