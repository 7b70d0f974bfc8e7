//! The claimant's own copies: exactly what was sent, for them alone, until they delete it.

use crate::browser::{Browser, Page};
use crate::story::*;
use crate::support::{Kind, Stage, both, person};
use consent::digest::Digest;
use consent::ids::{ClientId, CopyId};
use server::portal::{Actor, Refusal};

async fn keep(browser: &mut Browser, story: &Story<'_>, version: &str) -> Page {
    let path = format!("/requests/{}/copy", story.id);
    browser.post(&path, &[("version", version)]).await
}

async fn copies(stage: &Stage) -> i64 {
    stage.number("SELECT COUNT(*) FROM own_copy").await
}

both!(a_copy_is_what_was_sent_and_outlives_a_withdrawal, |stage| async {
    let story = Story::begin(stage).await;
    let (shown, receipt) = story.decide(&[Conditions]).await;
    let collected = story.collect().await.unwrap().into_body();
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let request = browser.get(&format!("/requests/{}", story.id)).await;
    assert!(request.text.contains("Keep a copy for me"), "{}", request.text);
    let stop = format!("/requests/{}/withdraw", story.id);
    let first = format!("href=\"/requests/{}#own-copy\"", story.id);
    let offered = browser.get(&stop).await;
    assert!(offered.text.contains(&first), "{}", offered.text);
    assert!(request.between("id=\"own-copy\"", "</div>").contains("Keep a copy for me"));
    let proof = browser.get(&format!("/receipts/{receipt}")).await;
    assert!(proof.text.contains("Keep a copy for me"), "{}", proof.text);

    let kept = keep(&mut browser, &story, "1").await;
    assert_eq!(kept.status.as_u16(), 303);
    let path = kept.location().to_owned();
    assert!(path.starts_with("/copies/"), "{path}");
    for page in [format!("/requests/{}", story.id), format!("/receipts/{receipt}")] {
        let page = browser.get(&page).await;
        assert!(page.text.contains(&format!("href=\"{path}\"")), "{}", page.text);
        assert!(!page.text.contains("Keep a copy for me"));
    }

    assert!(!browser.get(&stop).await.text.contains(&first), "one is kept");

    story.withdraw(&[]).await;
    assert_eq!(story.packages().await, 0);
    stage.clock.advance(60 * 60 * 24 * 200);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get(&path).await;
    assert!(page.text.contains("Asthma") && !page.text.contains("depression"), "{}", page.text);
    assert_eq!(page.digest(), shown.package.digest().to_string());
    assert!(page.text.contains("takes nothing back from DWP"));
    assert!(!page.title().contains("Asthma"));
    let file = browser.get(&format!("{path}/file.json")).await;
    assert_eq!(file.headers["content-type"], "application/fhir+json");
    assert_eq!(file.text.as_bytes(), collected.as_slice());
    assert_eq!(Digest::of(file.text.as_bytes()), shown.package.digest());
    let list = browser.get("/copies").await;
    assert!(list.text.contains(&format!("href=\"{path}\"")), "{}", list.text);
    assert!(!list.text.contains("Asthma"));
    let asker = list.between("<p>The request came from ", "</p>");
    assert!(
        page.between("The request came from</dt>", "</dd>").ends_with(&format!(">{asker}")),
        "{asker}"
    );

    let history = browser.get("/history").await;
    for words in ["kept a copy of your own", "opened your own copy"] {
        assert!(history.text.contains(words), "{words}: {}", history.text);
    }
    assert_eq!(story.count("copy-kept").await, 1);
    assert_eq!(story.count("copy-viewed").await, 1, "once a day from each session");
    story.log_is_whole().await;
});

both!(twice_and_at_once_is_one_copy, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = stage.again().await;
    let many = (0..8).map(|n| {
        let portal = if n % 2 == 0 { story.portal.clone() } else { other.clone() };
        let (actor, me, id) = (story.actor(), story.me, story.id);
        tokio::spawn(async move { portal.keep_copy(&actor, me, id, 1).await.unwrap() })
    });
    let mut ids = Vec::new();
    for one in many.collect::<Vec<_>>() {
        ids.push(one.await.unwrap());
    }
    assert!(ids.iter().all(|id| *id == ids[0]));
    assert_eq!((copies(stage).await, story.count("copy-kept").await), (1, 1));
    // Another answer has another file, and may have another copy.
    story.decide(&[Conditions, Medicines]).await;
    let second = story.portal.keep_copy(&story.actor(), story.me, story.id, 2).await.unwrap();
    assert_ne!(second, ids[0]);
    assert_eq!(copies(stage).await, 2);
    // The first one is not made anew from the second file, once it is deleted.
    story.portal.delete_copy(&story.actor(), story.me, ids[0]).await.unwrap();
    let refused = story.portal.keep_copy(&story.actor(), story.me, story.id, 1).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NothingToCopy));
});

both!(what_is_gone_is_said_to_be_gone, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    // Nothing was answered yet.
    assert_eq!(keep(&mut browser, &story, "1").await.status.as_u16(), 422);
    let page = browser.get(&format!("/requests/{}", story.id)).await;
    assert!(!page.text.contains("Keep a copy for me"));
    story.decide(&[Conditions]).await;
    for odd in ["", "x", "-1", "99999999999"] {
        assert_eq!(keep(&mut browser, &story, odd).await.status.as_u16(), 422, "{odd}");
    }
    story.withdraw(&[]).await;
    let page = keep(&mut browser, &story, "1").await;
    assert_eq!(page.status.as_u16(), 422);
    assert!(page.text.contains("This file is not there any more"), "{}", page.text);
    let request = browser.get(&format!("/requests/{}", story.id)).await;
    assert!(!request.text.contains("Keep a copy for me"));
    // A no sends nothing, and nothing recorded is no file.
    story.decide(&[]).await;
    assert_eq!(keep(&mut browser, &story, "2").await.status.as_u16(), 422);
    assert_eq!(copies(stage).await, 0);
    assert_eq!(story.count("copy-kept").await, 0);
});

both!(a_deleted_copy_is_gone_for_good, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let path = keep(&mut browser, &story, "1").await.location().to_owned();
    let sealed = match stage.kind {
        Kind::Sqlite => stage.texts("SELECT hex(sealed) FROM own_copy").await,
        Kind::Postgres => stage.texts("SELECT encode(sealed, 'hex') FROM own_copy").await,
    };
    let sealed: Vec<u8> = (0..sealed[0].len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&sealed[0][at..at + 2], 16).unwrap())
        .collect();
    // A stretch from the middle: long enough to be found nowhere by chance, short enough to lie on one page.
    let trace = &sealed[sealed.len() / 2..][..64];
    let held = || {
        let files = std::fs::read_dir(stage.home()).unwrap().map(|file| file.unwrap().path());
        let bytes = files.filter_map(|file| std::fs::read(file).ok());
        let holding = bytes.filter(|bytes| bytes.windows(trace.len()).any(|part| part == trace));
        holding.count()
    };
    if stage.kind == Kind::Sqlite {
        assert!(held() > 0, "the test does not find what is there");
    }
    let deleted = browser.post(&format!("{path}/delete"), &[]).await;
    assert_eq!(deleted.location(), "/copies?done=deleted");
    let page = browser.get("/copies?done=deleted").await;
    assert!(page.text.contains("Your copy is deleted."), "{}", page.text);
    assert_eq!(copies(stage).await, 0);
    for gone in [path.clone(), format!("{path}/file.json")] {
        assert_eq!(browser.get(&gone).await.status.as_u16(), 404);
    }
    let again = browser.post(&format!("{path}/delete"), &[]).await;
    assert_eq!(again.location(), "/copies");
    assert_eq!(story.count("copy-deleted").await, 1);
    if stage.kind == Kind::Sqlite {
        assert_eq!(held(), 0, "a file still holds it");
    }
    let history = browser.get("/history").await;
    assert!(history.text.contains("deleted your own copy"), "{}", history.text);
    // What was shared goes on: the copy was theirs alone.
    story.collect().await.unwrap();
});

both!(nobody_else_is_given_a_copy, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = person(stage, 1).await;
    let id = story.portal.keep_copy(&story.actor(), story.me, story.id, 1).await.unwrap();
    let client = Actor::Client(ClientId::parse("dwp-pip-leeds").unwrap());
    for actor in [Actor::Operator, Actor::System, client, Actor::Person(other)] {
        let portal = &story.portal;
        let not_found = Some(Refusal::NotFound);
        let refused = portal.copy(&actor, story.me, None, id).await.unwrap_err();
        assert_eq!(refused.refusal().cloned(), not_found);
        let refused = portal.copies_of(&actor, story.me).await.unwrap_err();
        assert_eq!(refused.refusal().cloned(), not_found);
        let refused = portal.keep_copy(&actor, story.me, story.id, 1).await.unwrap_err();
        assert_eq!(refused.refusal().cloned(), not_found);
        let refused = portal.delete_copy(&actor, story.me, id).await.unwrap_err();
        assert_eq!(refused.refusal().cloned(), not_found);
        let refused = portal.copy_offer(&actor, story.me, story.id).await.unwrap_err();
        assert_eq!(refused.refusal().cloned(), not_found);
    }
    // Nor under their own name.
    let them = Actor::Person(other);
    let refused = story.portal.keep_copy(&them, other, story.id, 1).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    let mut browser = Browser::signed_in(stage, "two@example.org").await;
    for path in [format!("/copies/{id}"), format!("/copies/{id}/file.json")] {
        assert_eq!(browser.get(&path).await.status.as_u16(), 404);
    }
    assert_eq!(keep(&mut browser, &story, "1").await.status.as_u16(), 404);
    browser.post(&format!("/copies/{id}/delete"), &[]).await;
    assert_eq!(copies(stage).await, 1);
    let mut nobody = Browser::new(stage);
    for path in ["/copies".to_owned(), format!("/copies/{id}")] {
        assert_eq!(nobody.get(&path).await.status.as_u16(), 303);
    }
});

both!(a_copy_goes_with_the_person, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let id: CopyId = story.portal.keep_copy(&story.actor(), story.me, story.id, 1).await.unwrap();
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    assert_eq!(copies(stage).await, 0);
    let opened = story.portal.copy(&story.actor(), story.me, None, id).await.unwrap_err();
    assert_eq!(opened.refusal(), Some(&Refusal::NotFound));
    story.log_is_whole().await;
});

both!(a_copy_is_never_changed, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.portal.keep_copy(&story.actor(), story.me, story.id, 1).await.unwrap();
    let refused = stage.execute("UPDATE own_copy SET size = 1").await.unwrap_err().to_string();
    assert!(refused.contains("kept as it is"), "{refused}");
});
