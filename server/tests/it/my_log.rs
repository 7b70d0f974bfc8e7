//! "My log": what has changed since somebody last looked, and the proof of every line, checked by another
//! implementation than the one that made it.

use crate::browser::{Browser, Page};
use crate::story::*;
use crate::support::{Stage, both, person};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::ids::ClientId;
use ct_merkle::{InclusionProof, RootHash};
use server::portal::log::Kind;
use server::portal::looking::Looked;
use server::portal::people::Correction;
use server::portal::{Actor, Refusal};
use sha2::Sha256;

const NOTHING: &str = "<strong>Nothing about you has changed</strong> since you last looked";

async fn history(browser: &mut Browser) -> Page {
    let page = browser.get("/history").await;
    // What stays on one line is no matter here.
    Page { text: page.text.replace('\u{a0}', " "), ..page }
}

/// How many lines are marked.
fn marked(page: &Page) -> usize {
    page.text.matches(">New</strong>").count()
}

both!(the_first_look_says_so_and_the_next_that_nothing_has_changed, |stage| async {
    Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let first = history(&mut browser).await;
    assert!(first.text.contains("This is the first time that you look here."), "{}", first.text);
    assert_eq!(marked(&first), 0);
    stage.clock.advance(90);
    let again = history(&mut browser).await;
    assert!(again.text.contains(NOTHING), "{}", again.text);
    assert!(again.text.contains("on 2 November 2026 at 9am"), "when: {}", again.text);
    // Nor does looking elsewhere, or signing in to look, change anything.
    stage.clock.advance(60 * 60 * 24);
    let mut later = Browser::signed_in(stage, "one@example.org").await;
    later.get("/requests").await;
    let page = history(&mut later).await;
    assert!(page.text.contains(NOTHING), "{}", page.text);
    assert_eq!(marked(&page), 0);
});

both!(what_happened_since_is_counted_and_marked_and_nothing_else, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    history(&mut browser).await;
    stage.clock.advance(60);
    story.collect().await.unwrap();
    let pairs = [(story.id.to_string(), "mental-health".to_owned())];
    for _ in 0..3 {
        story.portal.check(&story.client, &pairs).await.unwrap();
    }
    browser.get(&format!("/requests/{}", story.id)).await;
    let page = history(&mut browser).await;
    assert!(page.text.contains("<strong>4 things have happened</strong> since you last looked, on 2 November 2026 at 9am"), "{}", page.text);
    // Three checks are one line.
    assert_eq!(marked(&page), 2, "{}", page.text);
    let (new, _) = page.text.split_once("Your health record was").unwrap();
    assert!(new.contains("<strong>collected</strong>") && new.contains("It happened 3 times"));
    // Looking was on the record, so that now there is nothing new; the links of that page keep its marks.
    let since = page.between("/history?since=", "\"").to_owned();
    assert!(history(&mut browser).await.text.contains(NOTHING));
    let kept = browser.get(&format!("/history?since={since}")).await;
    assert_eq!(marked(&kept), 2);
    let asker = browser.get(&format!("/history?show=asker&since={since}")).await;
    assert_eq!(marked(&asker), 2);
    // What is no look of theirs marks nothing.
    for odd in ["0", "-1", "x", "99999999999999999999", "3"] {
        let page = browser.get(&format!("/history?since={odd}")).await;
        assert!(page.status.is_success() && page.text.contains(NOTHING), "{odd}");
    }
    story.log_is_whole().await;
});

both!(a_part_of_the_history_leaves_new_what_is_new, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    history(&mut browser).await;
    story.collect().await.unwrap();
    for part in ["/history?show=you", "/history?before=3"] {
        let page = browser.get(part).await;
        assert!(!page.text.contains(NOTHING), "{part}");
    }
    let page = history(&mut browser).await;
    assert!(page.text.contains("<strong>1 thing has happened</strong>"), "{}", page.text);
});

both!(somebody_elses_look_is_a_change, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    history(&mut browser).await;
    let helper = Actor::Person(person(stage, 1).await);
    for (actor, words) in [(&Actor::Operator, "who runs Sayso"), (&helper, "who acts for you")] {
        story.portal.looked_at(actor, story.me, None, Looked::History).await.unwrap();
        let page = history(&mut browser).await;
        assert!(page.text.contains("<strong>1 thing has happened</strong>"), "{}", page.text);
        let new = page.between("class=\"say-events\"", "</li>");
        // The newest line is their own look; the one before is marked.
        let line = page.between(">New</strong>", "</p>");
        assert!(line.contains(words), "{line} {new}");
        assert_eq!(marked(&page), 1);
    }
    // Whoever else signs in with their password is a change as well.
    let mut other = Browser::signed_in(stage, "one@example.org").await;
    other.get("/requests").await;
    let mut third = Browser::signed_in(stage, "one@example.org").await;
    let page = history(&mut third).await;
    assert!(page.text.contains("<strong>1 thing has happened</strong>"), "{}", page.text);
});

both!(what_comes_to_light_later_is_new_then, |stage| async {
    let me = person(stage, 0).await;
    let portal = &stage.portal;
    let dwp = client(portal, "dwp-pip-leeds").await;
    let mut identity = portal.identity_of(&Actor::Operator, me).await.unwrap();
    identity.family_name = consent::identity::Name::parse("Elsewhere").unwrap();
    identity.postcode = None;
    let submitted = submission(portal, "PIP-1", identity, &ASKED);
    let request = submit(portal, &dwp, submitted).await.id;
    let pairs = [(request.to_string(), "conditions".to_owned())];
    for _ in 0..2 {
        portal.check(&dwp, &pairs).await.unwrap();
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let before = history(&mut browser).await;
    assert!(!before.text.contains("whether it may have"), "{}", before.text);
    stage.clock.advance(60 * 60 * 24);
    let name = consent::identity::Name::parse("Elsewhere").unwrap();
    let change = Correction { family_name: Some(name), ..Correction::default() };
    portal.correct_person(&Actor::Operator, me, change).await.unwrap();
    portal.match_request(request).await.unwrap();
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = history(&mut browser).await;
    // Corrected, received, and the two checks of before.
    assert!(page.text.contains("<strong>4 things have happened</strong>"), "{}", page.text);
    assert_eq!(marked(&page), 3, "{}", page.text);
    assert!(page.text.contains("It sent the request on 2 November 2026."), "{}", page.text);
});

/// The number, the event and whether the path leads from it to the root: by hand and with another implementation.
fn checked(proof: &str, vkey: &str) -> (u64, serde_json::Value) {
    let mut lines = proof.lines();
    assert_eq!(lines.next(), Some("c2sp.org/tlog-proof@v1"));
    let extra = lines.next().unwrap().strip_prefix("extra ").unwrap();
    let extra: serde_json::Value =
        serde_json::from_slice(&STANDARD.decode(extra).unwrap()).unwrap();
    let index: u64 = lines.next().unwrap().strip_prefix("index ").unwrap().parse().unwrap();
    let mut path = Vec::new();
    for line in lines.by_ref().take_while(|line| !line.is_empty()) {
        path.extend(STANDARD.decode(line).unwrap());
    }
    let origin = lines.next().unwrap();
    assert!(vkey.starts_with(&format!("{origin}+")), "{origin}");
    let size: u64 = lines.next().unwrap().parse().unwrap();
    let root = STANDARD.decode(lines.next().unwrap()).unwrap();
    let (salt, event) = (extra["salt"].as_str().unwrap(), extra["event"].as_str().unwrap());
    let salt: Vec<u8> = (0..salt.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&salt[at..at + 2], 16).unwrap())
        .collect();
    let commitment = <Sha256 as sha2::Digest>::digest([&salt, event.as_bytes()].concat());
    let root: [u8; 32] = root.try_into().unwrap();
    let root = RootHash::<Sha256>::new(root.into(), size);
    let leads = |leaf: Vec<u8>| {
        root.verify_inclusion(&leaf, index, &InclusionProof::from_bytes(path.clone())).is_ok()
    };
    assert!(leads([&[1][..], &commitment].concat()), "the path leads to the root");
    assert!(!leads([&[1][..], &[0; 32]].concat()), "and from no other leaf");
    (index, serde_json::from_str(event).unwrap())
}

/// The places of the proofs that a page leads to.
fn places(page: &Page) -> Vec<i64> {
    let parts = page.text.split("href=\"/history/").skip(1);
    let places = parts.filter_map(|part| part.split_once("/proof"));
    places.filter_map(|(place, _)| place.parse().ok()).collect()
}

both!(every_line_has_a_proof_that_others_can_check, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    let pairs = [(story.id.to_string(), "mental-health".to_owned())];
    for _ in 0..3 {
        story.portal.check(&story.client, &pairs).await.unwrap();
    }
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = history(&mut browser).await;
    let mut found = places(&page);
    assert!(found.len() > 5, "{}", page.text);
    // Before anything was published the page says that it will be there soon, and there is no file.
    if stage.portal.checkpoint().await.unwrap().is_none() {
        let soon = browser.get(&format!("/history/{}/proof", found[0])).await;
        assert!(soon.text.contains("It will be there in a few seconds."), "{}", soon.text);
        let file = browser.get(&format!("/history/{}/line.tlog-proof", found[0])).await;
        assert_eq!(file.location(), format!("/history/{}/proof", found[0]));
    }
    stage.portal.publish_now().await.unwrap();
    let times = page.between("/times?first=", "\"").to_owned();
    let last = page.text.split("/times?first=").next().unwrap().rsplit_once("/history/").unwrap().1;
    let each = browser.get(&format!("/history/{last}/times?first={times}")).await;
    assert_eq!(places(&each).len(), 3, "{}", each.text);
    found.extend(places(&each));
    let vkey = stage.portal.log_vkey();
    for place in &found {
        let page = browser.get(&format!("/history/{place}/proof")).await;
        assert!(page.text.contains("Download the proof"), "{}", page.text);
        assert!(page.text.contains(&vkey), "{}", page.text);
        let file = browser.get(&format!("/history/{place}/line.tlog-proof")).await;
        let (index, event) = checked(&file.text, &vkey);
        assert_eq!(i64::try_from(index).unwrap(), *place);
        assert_eq!(event["v"], 1);
        // Ours says the same, and the program says it in words.
        let kind = event["kind"].as_str().unwrap();
        for lang in app::i18n::Lang::ALL {
            let words = server::web::line_in_words(&event, lang).concat();
            assert!(words.len() > 20 && !words.contains("history-event"), "{kind}: {words}");
        }
    }
    // Each time, and each line once, is its own.
    let mut once = found.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), found.len());
});

both!(somebody_elses_line_is_not_found, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = person(stage, 1).await;
    stage.portal.publish_now().await.unwrap();
    let mut mine = Browser::signed_in(stage, "one@example.org").await;
    let mut theirs = Browser::signed_in(stage, "two@example.org").await;
    let page = history(&mut mine).await;
    let places = places(&page);
    let size = stage.number("SELECT COUNT(*) FROM leaf").await;
    for path in ["proof", "line.tlog-proof", "times?first=0"] {
        for place in &places {
            let page = theirs.get(&format!("/history/{place}/{path}")).await;
            assert_eq!(page.status.as_u16(), 404, "{place} {path}");
        }
        // What is about nobody, about somebody else, or nowhere is as little there.
        let past = story.portal.history(&story.actor(), story.me, None).await.unwrap();
        let all = stage.texts("SELECT CAST(seq AS TEXT) FROM event").await;
        let all = all.iter().map(|seq| seq.parse::<i64>().unwrap());
        let hidden: Vec<i64> =
            all.filter(|seq| past.events.iter().all(|one| one.seq != *seq)).collect();
        assert!(hidden.len() > 5);
        for place in hidden.iter().copied().chain([size + 5, -1, i64::MAX]) {
            let page = mine.get(&format!("/history/{place}/{path}")).await;
            assert_eq!(page.status.as_u16(), 404, "{place} {path}");
        }
        let page = mine.get(&format!("/history/x/{path}")).await;
        assert_eq!(page.status.as_u16(), 404);
    }
    // Nor does anybody else get one through the use case.
    let client = Actor::Client(ClientId::parse("dwp-pip-leeds").unwrap());
    for actor in [Actor::Operator, Actor::System, Actor::Person(other), client] {
        let refused = story.portal.line(&actor, story.me, places[0]).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(&Refusal::NotFound));
    }
});

both!(thousands_of_events_are_counted_marked_and_gone_through, |stage| async {
    let story = Story::begin(stage).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    history(&mut browser).await;
    for _ in 0..many(stage) {
        let pair = (story.id.to_string(), "conditions".to_owned());
        story.portal.check(&story.client, &[pair]).await.unwrap();
    }
    let page = history(&mut browser).await;
    let count = format!("<strong>{} things have happened</strong>", many(stage));
    assert!(page.text.contains(&count), "{count}: {}", page.text);
    assert_eq!(marked(&page), 1);
    let (before, first) = page.text.split_once("/times?first=").unwrap();
    let last = before.rsplit_once("/history/").unwrap().1;
    let first = first.split('"').next().unwrap().replace("&amp;", "&");
    let mut path = format!("/history/{last}/times?first={first}");
    let mut seen = 0;
    loop {
        let times = browser.get(&path).await;
        seen += places(&times).len();
        let Some((before, _)) = times.text.split_once(">See earlier times") else { break };
        let href = before.rsplit_once("href=\"").unwrap().1.split('"').next().unwrap();
        path = href.replace("&amp;", "&");
        // The first and the last page are enough to see that it ends.
        if seen == 300 {
            break;
        }
    }
    assert_eq!(seen, 300.min(many(stage)));
});

/// On PostgreSQL a part of them is enough: the statements are the same.
fn many(stage: &Stage) -> usize {
    if stage.kind == crate::support::Kind::Sqlite { 2_500 } else { 600 }
}

both!(reading_a_request_is_on_the_record_like_a_check, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    story.seen().await;
    story.seen().await;
    assert_eq!(story.count("standing-read").await, 2);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = history(&mut browser).await;
    let line = page.between("The answer was <strong>yes", "</div>");
    assert!(line.contains("It happened 2 times"), "{line}");
    assert!(page.text.contains("The answer was <strong>no"), "{}", page.text);
    // Another client's is not found, and nothing is noted of it.
    let other = client(&story.portal, "dwp-uc-cardiff").await;
    story.portal.request_of_client(&other, story.id).await.unwrap_err();
    assert_eq!(story.count("standing-read").await, 2);
    let request = browser.get(&format!("/requests/{}", story.id)).await;
    assert!(request.text.contains("It did so 2 times"), "{}", request.text);
});

#[tokio::test]
async fn the_program_says_what_a_proof_proves_without_anything_but_the_key() {
    let stage = Stage::new(crate::support::Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    story.decide(&[Conditions]).await;
    story.collect().await.unwrap();
    stage.portal.publish_now().await.unwrap();
    let past = story.portal.history(&story.actor(), story.me, None).await.unwrap();
    let collected = past.events.iter().find(|one| one.kind == Kind::Collected).unwrap().seq;
    let line = story.portal.line(&story.actor(), story.me, collected).await.unwrap();
    let proof = line.proof.unwrap();
    let home = tempfile::tempdir().unwrap();
    let key = stage.portal.log_vkey();
    let sayso = |proof: &str, more: &[&str]| {
        let file = home.path().join("line.tlog-proof");
        std::fs::write(&file, proof).unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"));
        // An address where nothing listens: the command must not go there.
        let nowhere = ("SAYSO_DATABASE_URL", "postgres://nobody@127.0.0.1:9/none");
        command.current_dir(home.path()).env_clear().env(nowhere.0, nowhere.1);
        command.args(["log", "proof", "verify"]).arg(&file).args(more);
        let done = command.output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (done.status.code(), text(&done.stdout), text(&done.stderr))
    };
    let (code, words, why) = sayso(&proof, &["--key", &key]);
    assert_eq!(code, Some(0), "{why}");
    for said in [
        "The proof is good.",
        "dwp-pip-leeds collected what you shared under request",
        "When: 2026-11-02T09:00:00Z",
        "Done by: the requester dwp-pip-leeds",
        &format!("It is number {} of the", collected + 1),
        "No witness that you named has signed it",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    let (_, words, _) = sayso(&proof, &["--key", &key, "--welsh"]);
    assert!(words.contains("Casglodd dwp-pip-leeds"), "{words}");
    let (_, json, _) = sayso(&proof, &["--key", &key, "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["proven"], &json["index"]), (&true.into(), &collected.into()));
    assert_eq!(json["event"]["kind"], "collected");

    // Another line's number, another event, another key, or nothing: nothing is proven.
    let number = format!("\nindex {collected}\n");
    let (extra, _) = proof.split_once(&number).unwrap();
    let first = past.events.last().unwrap().seq;
    let other = story.portal.line(&story.actor(), story.me, first).await.unwrap();
    let other = other.proof.unwrap();
    let swapped = other.split_once("\nindex").unwrap().0;
    let wrong = [
        proof.replace(&number, &format!("\nindex {}\n", collected + 1)),
        proof.replace(extra, swapped),
        proof.replace("127.0.0.1:3000/log\n", "127.0.0.1:3001/log\n"),
        proof.trim_end().to_owned(),
        String::new(),
    ];
    for wrong in wrong {
        let (code, words, why) = sayso(&wrong, &["--key", &key]);
        assert_eq!((code, words.as_str()), (Some(1), ""), "{wrong}");
        assert!(why.contains("proves nothing"), "{why}");
    }
    let stranger = Stage::new(crate::support::Kind::Sqlite).await.unwrap().portal.log_vkey();
    assert_eq!(sayso(&proof, &["--key", &stranger]).0, Some(1));
    assert_eq!(sayso(&proof, &["--key", "sayso"]).0, Some(2));
    assert_eq!(sayso(&proof, &[]).0, Some(2));
    assert_eq!(sayso(&proof, &["--key", &key, "--witnesses", "1"]).0, Some(2));
    let left: Vec<_> = std::fs::read_dir(home.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is made");
}
