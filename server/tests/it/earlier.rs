//! A request that names an earlier one: the answer never tells whether that one's person is known, or was erased.

use crate::story::{ASKED, Story, submission, submit};
use crate::support::{both, identity};
use server::portal::{Actor, Refusal};

both!(naming_the_request_of_somebody_who_was_erased_is_answered_as_for_nobody, |stage| async {
    let story = Story::begin(stage).await;
    let portal = &story.portal;
    let stranger =
        submit(portal, &story.client, submission(portal, "S", identity(1), &ASKED)).await.id;
    let mut number = 0;
    let mut answers = async |id, who| {
        let mut said = Vec::new();
        for replaces in [false, true] {
            number += 1;
            let mut next = submission(portal, &format!("NEXT-{number}"), identity(who), &ASKED);
            let named = Some(format!("{id}"));
            if replaces {
                next.replaces = named
            } else {
                next.follows = named
            };
            said.push(match portal.submit_request(&story.client, next).await {
                Ok(_) => "taken".to_owned(),
                Err(why) => match why.refusal() {
                    Some(Refusal::Invalid(faults)) => format!("{faults:?}"),
                    other => panic!("{other:?}"),
                },
            });
        }
        said
    };
    portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    let (same, other) = (answers(story.id, 0).await, answers(story.id, 1).await);
    assert_eq!(same, ["taken", "taken"]);
    assert_eq!(same, answers(stranger, 1).await, "the same person");
    assert_eq!(other, answers(stranger, 0).await, "somebody else");
    assert!(other.iter().all(|said| said.contains("about the same person")), "{other:?}");
    // Once they are over nothing says any more whom they were about.
    stage.clock.advance(134 * 24 * 60 * 60);
    portal.sweep().await.unwrap();
    assert_eq!(stage.number("SELECT COUNT(*) FROM request WHERE about IS NOT NULL").await, 0);
    assert_eq!(answers(story.id, 1).await, answers(stranger, 0).await);
});
