//! Witnesses: a real `sayso witness` beside a real portal, and every answer that the specification of the protocol asks
//! for. A log that was rewritten, cut or forked is signed by no witness.

mod front;
mod restored;
mod running;
mod trusted;

use crate::support::{Kind, Stage, both};
use consent::digest::Digest;
use consent::proof::{
    Head, KeyKind, LogSigner, Policy, Vkey, open_checkpoint, sign_head, verify_opened,
};
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ed25519_dalek::{Signer as _, SigningKey};
use running::{NAME, Running, Serving, agent, sayso};
use serde_json::Value;
use server::config::WitnessSettings;
use server::log::witnesses::Silence;
use server::portal::Portal;
use server::portal::publishing::Halt;
use server::portal::witnessing::Came;
use server::witness::AddCheckpoint;
use sha2::Sha256;
use tempfile::TempDir;

const ORIGIN: &str = "other.example/log";

/// Somebody else's log, whose tree another implementation keeps.
struct Log {
    key: SigningKey,
    vkey: Vkey,
    salt: &'static str,
}

impl Log {
    fn new(seed: u8) -> Self {
        let key = SigningKey::from_bytes(&[seed; 32]);
        let vkey = Vkey::log(ORIGIN, key.verifying_key().as_bytes()).unwrap();
        Self { key, vkey, salt: "one history" }
    }

    /// The same key, another past.
    fn forked(&self) -> Self {
        Self { key: self.key.clone(), vkey: self.vkey.clone(), salt: "another history" }
    }

    fn tree(&self, size: usize) -> MemoryBackedTree<Sha256, Vec<u8>> {
        let mut tree = MemoryBackedTree::new();
        for place in 0..size {
            tree.push(format!("{} {place}", self.salt).into_bytes());
        }
        tree
    }

    fn head(&self, size: usize) -> Head {
        let root: [u8; 32] = (*self.tree(size).root().as_bytes()).into();
        Head::new(ORIGIN.to_owned(), size as u64, Digest::from_bytes(root))
    }

    fn sign(&self, head: &Head) -> String {
        let signer = LogSigner::new(&self.vkey, |message: &[u8]| self.key.sign(message).to_bytes());
        sign_head(head, &[&signer]).unwrap()
    }

    fn proof(&self, old: usize, new: usize) -> Vec<Digest> {
        if old == 0 || old == new {
            return Vec::new();
        }
        let proof = self.tree(new).prove_consistency(new - old);
        let hashes = proof.as_bytes().chunks_exact(32);
        hashes.map(|hash| Digest::from_bytes(hash.try_into().unwrap())).collect()
    }

    fn body(&self, old: usize, new: usize) -> String {
        AddCheckpoint::body(old as u64, &self.proof(old, new), &self.sign(&self.head(new)))
    }
}

/// The status, where there is an answer.
fn try_post(url: &str, body: &str) -> Option<u16> {
    let answer = agent().post(format!("{url}/add-checkpoint")).send(body).ok()?;
    Some(answer.status().as_u16())
}

/// A witness for that log.
fn witness(log: &Log) -> (TempDir, Running) {
    let home = tempfile::tempdir().unwrap();
    let running = Running::start(home.path(), &[(ORIGIN, &log.vkey.to_string())]);
    (home, running)
}

const PLAIN: &str = "text/plain; charset=utf-8";

#[test]
fn a_log_that_grows_is_signed_every_time() {
    let log = Log::new(1);
    let (_home, witness) = witness(&log);
    let mut old = 0;
    for new in [0, 1, 1, 2, 7, 8, 9, 9, 64, 100, 256, 300] {
        let (status, kind, line) = witness.post(&log.body(old, new));
        assert_eq!((status, kind.as_str()), (200, PLAIN), "{old} {new}: {line}");
        let note = format!("{}{line}", log.sign(&log.head(new)));
        let opened = open_checkpoint(&note, &[log.vkey.clone(), witness.vkey.clone()]).unwrap();
        assert_eq!((opened.signed.len(), opened.unknown), (2, 0));
        assert_eq!(opened.signed[1].kind, KeyKind::Witness);
        assert!(opened.signed[1].at.unwrap() > 1_700_000_000);
        old = new;
    }
}

#[test]
fn every_refusal_has_the_status_of_the_specification() {
    let log = Log::new(1);
    let (_home, witness) = witness(&log);
    assert_eq!(witness.post(&log.body(0, 10)).0, 200);
    // 409, with the size and its type.
    let (status, kind, body) = witness.post(&log.body(0, 20));
    assert_eq!((status, kind.as_str(), body.as_str()), (409, "text/x.tlog.size", "10\n"));
    assert_eq!(witness.post(&log.body(9, 20)).0, 409);
    // A rollback: also one that is told truthfully.
    assert_eq!(witness.post(&log.body(5, 8)).0, 409);
    assert_eq!(witness.post(&log.body(0, 0)).0, 409);
    // 422: another history under the same key, from the beginning, from here, and of the same size.
    let fork = log.forked();
    assert_eq!(witness.post(&fork.body(10, 20)).0, 422);
    assert_eq!(witness.post(&fork.body(10, 10)).0, 422);
    // 422: a proof that is not one.
    let (good, note) = (log.proof(10, 20), log.sign(&log.head(20)));
    for proof in [
        Vec::new(),
        good[1..].to_vec(),
        good.iter().copied().chain([good[0]]).collect(),
        good.iter().rev().copied().collect(),
        log.proof(9, 20),
        log.proof(10, 19),
    ] {
        assert_eq!(witness.post(&AddCheckpoint::body(10, &proof, &note)).0, 422);
    }
    let same = AddCheckpoint::body(10, &good, &log.sign(&log.head(10)));
    assert_eq!(witness.post(&same).0, 422);
    // 403: another key, no key, a false signature under the key's own id.
    let other = Log::new(2);
    assert_eq!(witness.post(&other.body(10, 20)).0, 403);
    let (text, line) = note.rsplit_once("\n\n").unwrap();
    let forged = note.replacen("\n20\n", "\n21\n", 1);
    assert_eq!(witness.post(&AddCheckpoint::body(10, &good, &forged)).0, 403);
    // A second signature, of somebody unknown, is passed over.
    let stranger = other.sign(&log.head(20));
    let (_, strange) = stranger.rsplit_once("\n\n").unwrap();
    let both = AddCheckpoint::body(10, &good, &format!("{text}\n\n{strange}{strange}{line}"));
    assert_eq!(witness.post(&both).0, 200);
    // 404: a log that it does not know, whoever signed.
    let head = Head { origin: "unknown.example/log".to_owned(), ..log.head(5) };
    let unknown = AddCheckpoint::body(0, &[], &log.sign(&head));
    assert_eq!(witness.post(&unknown).0, 404);
    // 400: an old size above the new, and what is no request.
    let shrinking = AddCheckpoint::body(21, &[], &log.sign(&log.head(20)));
    assert_eq!(witness.post(&shrinking).0, 400);
    for body in ["", "old 20\n", "old 20\n\n", "hello\n\nworld\n\n", "old 020\n\nx\n1\nAAAA\n\n"] {
        assert_eq!(witness.post(body).0, 400, "{body:?}");
    }
    assert_eq!(witness.post(&"a".repeat(300_000)).0, 413);
    assert_eq!(witness.get("/add-checkpoint").0, 405);
    // After all that it still goes on from where it was.
    assert_eq!(witness.post(&log.body(20, 30)).0, 200);
}

#[test]
fn a_first_tree_of_nothing_has_the_root_of_nothing() {
    let log = Log::new(1);
    let (_home, witness) = witness(&log);
    let head = Head { root: Digest::of(b"something"), ..log.head(0) };
    assert_eq!(witness.post(&AddCheckpoint::body(0, &[], &log.sign(&head))).0, 422);
    let proof = AddCheckpoint::body(0, &log.proof(5, 9), &log.sign(&log.head(9)));
    assert_eq!(witness.post(&proof).0, 422);
    assert_eq!(witness.post(&log.body(0, 9)).0, 200);
}

#[test]
fn it_shows_what_it_signed_last_to_whoever_asks() {
    let log = Log::new(1);
    let (_home, witness) = witness(&log);
    let path = format!("/{}/checkpoint", Digest::of(ORIGIN.as_bytes()));
    assert_eq!(witness.get(&path).0, 404);
    assert_eq!(witness.post(&log.body(0, 9)).0, 200);
    let (status, note) = witness.get(&path);
    assert_eq!(status, 200);
    let opened = open_checkpoint(&note, &[log.vkey.clone(), witness.vkey.clone()]).unwrap();
    assert_eq!((opened.head, opened.signed.len()), (log.head(9), 2));
    assert_eq!(witness.get("/zz/checkpoint").0, 404);
    let (_, about) = witness.get("/");
    assert!(about.contains(&witness.vkey.to_string()) && about.contains(ORIGIN));
}

#[test]
fn of_many_at_once_one_history_is_signed() {
    let log = Log::new(1);
    let (_home, witness) = witness(&log);
    assert_eq!(witness.post(&log.body(0, 10)).0, 200);
    let fork = log.forked();
    // The fork begins with the same ten leaves in nobody's eyes: its proof cannot hold. The others race honestly.
    let bodies: Vec<String> = (11..43)
        .map(|new| if new % 4 == 0 { fork.body(10, new) } else { log.body(10, new) })
        .collect();
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let asking: Vec<_> =
            bodies.iter().map(|body| scope.spawn(|| witness.post(body).0)).collect();
        asking.into_iter().map(|asked| asked.join().unwrap()).collect()
    });
    let count = |status| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!(count(200), 1, "{answers:?}");
    assert_eq!(count(200) + count(409) + count(422), bodies.len(), "{answers:?}");
}

#[test]
fn what_it_signed_outlives_its_end_and_its_key_stays_its_own() {
    let log = Log::new(1);
    let home = tempfile::tempdir().unwrap();
    let vkey = log.vkey.to_string();
    let first = Running::start(home.path(), &[(ORIGIN, &vkey)]);
    let public = first.vkey.clone();
    assert_eq!(first.post(&log.body(0, 10)).0, 200);
    // Only one process may have the folder.
    let second = sayso()
        .args(["witness", "--config"])
        .arg(home.path().join("witness.toml"))
        .output()
        .unwrap();
    assert_eq!(second.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&second.stderr).contains("another witness"));
    first.kill();

    let again = Running::start(home.path(), &[(ORIGIN, &vkey)]);
    assert_eq!(again.vkey, public);
    assert_eq!(again.post(&log.body(0, 20)).2, "10\n");
    assert_eq!(again.post(&log.body(10, 20)).0, 200);
    again.kill();

    let key = home.path().join("data/witness.key");
    let mode =
        std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(key).unwrap().permissions());
    assert_eq!(mode & 0o777, 0o600);
    let said = sayso()
        .args(["witness", "--vkey", "--config"])
        .arg(home.path().join("witness.toml"))
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(said.stdout).unwrap().trim(), public.to_string());

    // What somebody wrote over is not taken for nothing.
    let file = home.path().join(format!("data/logs/{}.checkpoint", Digest::of(ORIGIN.as_bytes())));
    let signed = std::fs::read_to_string(&file).unwrap();
    for changed in [String::new(), signed.replacen("\n20\n", "\n10\n", 1), log.sign(&log.head(5))] {
        std::fs::write(&file, changed).unwrap();
        let refused = sayso()
            .args(["witness", "--config"])
            .arg(home.path().join("witness.toml"))
            .output()
            .unwrap();
        assert_eq!(refused.status.code(), Some(1));
        assert!(
            String::from_utf8_lossy(&refused.stderr)
                .contains("is not what this witness has signed")
        );
    }
}

#[test]
fn what_cannot_be_written_is_not_signed() {
    let log = Log::new(1);
    let (home, witness) = witness(&log);
    let name = format!("data/logs/{}.new", Digest::of(ORIGIN.as_bytes()));
    let in_the_way = home.path().join(name);
    std::fs::create_dir(&in_the_way).unwrap();
    let (status, _, body) = witness.post(&log.body(0, 10));
    assert_eq!(status, 500);
    assert!(!body.contains('\u{2014}'), "{body}");
    std::fs::remove_dir(&in_the_way).unwrap();
    // Nothing was signed: it may be another history.
    assert_eq!(witness.post(&log.forked().body(0, 10)).0, 200);
}

#[test]
fn a_witness_that_is_killed_remembers_every_signature_it_gave() {
    let log = Log::new(1);
    let home = tempfile::tempdir().unwrap();
    let bodies: Vec<String> = (0..120).map(|old| log.body(old, old + 1)).collect();
    let (mut signed, mut kills) = (0, 0);
    while signed < 60 && kills < 40 {
        let witness = Running::start(home.path(), &[(ORIGIN, &log.vkey.to_string())]);
        let (_, _, size) = witness.post(&log.body(200, 200));
        let known: usize = size.trim().parse().unwrap();
        assert!(known >= signed, "{known} is remembered, {signed} was signed");
        let url = witness.url.clone();
        let from = known;
        let given = std::thread::scope(|scope| {
            let asking = scope.spawn(|| {
                let mut last = from;
                for body in &bodies[from..] {
                    match try_post(&url, body) {
                        Some(200) => last += 1,
                        _ => break,
                    }
                }
                last
            });
            std::thread::sleep(std::time::Duration::from_millis(5 + 3 * kills));
            witness.kill();
            asking.join().unwrap()
        });
        signed = given;
        kills += 1;
    }
    println!("killed {kills} times, {signed} signed");
    assert!(signed > 0);
}

#[test]
fn who_asks_too_often_is_told_to_wait() {
    let log = Log::new(1);
    let home = tempfile::tempdir().unwrap();
    let witness = Running::start_with(
        home.path(),
        &[(ORIGIN, &log.vkey.to_string())],
        "per_minute = 1\nburst = 3",
    );
    let answers: Vec<u16> = (0..5).map(|_| witness.post(&log.body(0, 9)).0).collect();
    assert_eq!(answers, [200, 409, 409, 429, 429]);
}

/// A witness of this portal's log.
fn witness_of(portal: &Portal) -> (TempDir, Running) {
    let home = tempfile::tempdir().unwrap();
    let running = Running::start(home.path(), &[(&portal.log_origin(), &portal.log_vkey())]);
    (home, running)
}

async fn with(stage: &Stage, witness: WitnessSettings) -> Portal {
    let mut config = stage.portal.config().clone();
    config.log.witnesses = vec![witness];
    Portal::open(config, stage.clock.clone()).await.unwrap()
}

/// Something happens, and is published.
async fn publish(portal: &Portal) -> u64 {
    portal.operator_looked("clients").await.unwrap();
    portal.publish_now().await.unwrap().unwrap().size
}

async fn size(portal: &Portal) -> u64 {
    portal.checkpoint().await.unwrap().map_or(0, |newest| newest.size)
}

async fn came(portal: &Portal) -> Came {
    portal.ask_witnesses().await.unwrap().remove(0).1
}

/// The same keys beside an empty store: what an operator has who put back too little.
async fn twin(kind: Kind, of: &Portal) -> Option<Stage> {
    let keys = of.config().keys_dir();
    let witnesses = of.config().log.witnesses.clone();
    Stage::with(kind, |config| {
        std::fs::create_dir(config.keys_dir()).unwrap();
        for name in ["master.key", "index.key", "receipt.key", "receipt.pub"] {
            std::fs::copy(keys.join(name), config.keys_dir().join(name)).unwrap();
        }
        config.log.witnesses = witnesses;
    })
    .await
}

both!(what_is_published_is_signed_by_the_witness_and_kept, |stage| async {
    let (_home, witness) = witness_of(&stage.portal);
    let portal = with(stage, witness.as_settings()).await;
    assert_eq!(came(&portal).await, Came::NothingNew);
    assert_eq!(portal.witnesses().await.unwrap()[0].signed_size, None);
    for _ in 0..3 {
        let size = publish(&portal).await;
        let published = portal.checkpoint().await.unwrap().unwrap();
        assert_eq!(published.note.matches('\u{2014}').count(), 1);
        assert_eq!(came(&portal).await, Came::Signed(size));
        assert_eq!(came(&portal).await, Came::NothingNew);
        let published = portal.checkpoint().await.unwrap().unwrap();
        let keys = [Vkey::parse(&portal.log_vkey()).unwrap(), witness.vkey.clone()];
        let opened = open_checkpoint(&published.note, &keys).unwrap();
        assert_eq!((opened.head.size, opened.signed.len()), (size, 2));
        let state = portal.witnesses().await.unwrap().remove(0);
        assert_eq!((state.name.as_str(), state.signed_size), ("A charity", Some(size)));
        assert_eq!(
            state.signed_at.unwrap().micros() / 1_000_000,
            i64::try_from(opened.signed[1].at.unwrap()).unwrap()
        );
    }
    // The portal forgets what the witness has signed: the witness says it, and the proof begins there.
    let forgetful =
        with(stage, WitnessSettings { vkey: renamed(&witness.vkey), ..witness.as_settings() })
            .await;
    publish(&forgetful).await;
    assert_eq!(came(&forgetful).await, Came::FalseSignature);
    // A proof goes with the leaf, and anybody can check it with two keys.
    let (mut tx, opening) = {
        let mut tx = portal.db().read().await.unwrap();
        let opening = portal.opening_of(&mut tx, 3).await.unwrap().unwrap();
        (tx, opening)
    };
    let text = portal.proof_of(&mut tx, 3, Some(&opening)).await.unwrap().unwrap();
    let log = Vkey::parse(&portal.log_vkey()).unwrap();
    let policy = Policy::new(log, vec![witness.vkey.clone()], 1).unwrap();
    let (included, _) = verify_opened(&text, &policy).unwrap();
    assert_eq!((included.index, included.witnesses.len()), (3, 1));
    let first = portal.check_against_witnesses().await.unwrap().remove(0).1;
    assert!(first.is_well(), "{first:?}");
    assert_eq!(portal.log_halted(), None);
});

/// A witness under another name, which therefore never signs as this one.
fn renamed(vkey: &Vkey) -> Vkey {
    Vkey::witness("renamed.example/w", &vkey.public()).unwrap()
}

both!(a_store_that_was_put_back_is_noticed_before_anything_is_signed, |stage| async {
    let (_home, witness) = witness_of(&stage.portal);
    let portal = with(stage, witness.as_settings()).await;
    for _ in 0..3 {
        publish(&portal).await;
    }
    assert!(matches!(came(&portal).await, Came::Signed(_)));
    let newest = portal.checkpoint().await.unwrap().unwrap().size;
    // Nothing was published from it yet, and a little.
    for published in [0, 1] {
        let Some(back) = twin(stage.kind, &portal).await else { return };
        for _ in 0..published {
            publish(&back.portal).await;
        }
        let stored = back.portal.checkpoint().await.unwrap().map_or(0, |newest| newest.size);
        let found = back.portal.check_against_witnesses().await.unwrap();
        assert_eq!(found[0].1, Came::Ahead { size: newest, shown: true });
        let halt = Halt::Ahead { witness: "A charity".to_owned(), size: newest, stored };
        assert_eq!(back.portal.log_halted(), Some(halt));
        back.portal.operator_looked("clients").await.unwrap();
        assert!(back.portal.publish_now().await.is_err());
        assert_eq!(back.portal.checkpoint().await.unwrap().map_or(0, |newest| newest.size), stored);
    }
    // Where nobody asked before signing, the witness does not sign, and it is noticed then.
    let Some(back) = twin(stage.kind, &portal).await else { return };
    publish(&back.portal).await;
    assert_eq!(came(&back.portal).await, Came::Ahead { size: newest, shown: true });
    assert!(back.portal.publish_now().await.is_err());
    assert_eq!(back.portal.witnesses().await.unwrap()[0].signed_size, None);
});

both!(a_second_history_is_signed_by_no_witness, |stage| async {
    let (_home, witness) = witness_of(&stage.portal);
    let portal = with(stage, witness.as_settings()).await;
    publish(&portal).await;
    assert!(matches!(came(&portal).await, Came::Signed(_)));
    for at_the_start in [true, false] {
        let Some(fork) = twin(stage.kind, &portal).await else { return };
        for _ in 0..3 {
            publish(&fork.portal).await;
        }
        assert!(size(&fork.portal).await > size(&portal).await);
        let came = if at_the_start {
            fork.portal.check_against_witnesses().await.unwrap().remove(0).1
        } else {
            came(&fork.portal).await
        };
        assert_eq!(came, Came::Forked { shown: true });
        assert!(matches!(fork.portal.log_halted(), Some(Halt::Forked(_))));
        assert!(fork.portal.publish_now().await.is_err());
        assert_eq!(fork.portal.witnesses().await.unwrap()[0].signed_size, None);
    }
    assert_eq!(portal.log_halted(), None);
});

/// A witness that says what it likes.
async fn liar(status: u16, kind: &'static str, text: String) -> String {
    use axum::http::{StatusCode, header};
    let status = StatusCode::from_u16(status).unwrap();
    let answer = move || async move { (status, [(header::CONTENT_TYPE, kind)], text) };
    let router = axum::Router::new().route("/add-checkpoint", axum::routing::post(answer));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await });
    format!("http://{address}")
}

both!(a_witness_that_lies_or_is_silent_breaks_nothing, |stage| async {
    let key = SigningKey::from_bytes(&[7; 32]);
    let vkey = Vkey::witness(NAME, key.verifying_key().as_bytes()).unwrap();
    let settings = |url: String| WitnessSettings { name: "X".to_owned(), url, vkey: vkey.clone() };
    let size = "text/x.tlog.size";
    let line = "\u{2014} witness.example/w AAAAAAAAAABkGFDL\n".to_owned();
    let many = "x".repeat(300_000);
    for (status, kind, text, expected) in [
        (409, size, "999999\n".to_owned(), Came::Ahead { size: 999_999, shown: false }),
        (409, size, "0\n".to_owned(), Came::Silent(Silence::Garbled)),
        (409, size, "many\n".to_owned(), Came::Silent(Silence::Garbled)),
        (409, size, "018446744073709551616\n".to_owned(), Came::Silent(Silence::Garbled)),
        (409, PLAIN, "16\n".to_owned(), Came::Refused(409)),
        (422, PLAIN, String::new(), Came::Forked { shown: false }),
        (403, PLAIN, String::new(), Came::Refused(403)),
        (500, PLAIN, String::new(), Came::Refused(500)),
        (302, PLAIN, String::new(), Came::Refused(302)),
        (200, PLAIN, String::new(), Came::FalseSignature),
        (200, PLAIN, "hello\n".to_owned(), Came::FalseSignature),
        (200, PLAIN, line, Came::FalseSignature),
        (200, PLAIN, many, Came::Silent(Silence::Garbled)),
    ] {
        let portal = with(stage, settings(liar(status, kind, text).await)).await;
        publish(&portal).await;
        assert_eq!(came(&portal).await, expected, "{status}");
        assert_eq!(portal.log_halted(), None);
        assert_eq!(stage.number("SELECT COUNT(*) FROM cosignature").await, 0);
        publish(&portal).await;
    }
    let nobody = with(stage, settings("http://127.0.0.1:1".to_owned())).await;
    publish(&nobody).await;
    assert_eq!(came(&nobody).await, Came::Silent(Silence::Unreachable));
    let found = nobody.check_against_witnesses().await.unwrap();
    assert_eq!(found[0].1, Came::Silent(Silence::Unreachable));
    publish(&nobody).await;
});

/// The whole of it from outside: two programs, and a file that anybody can fetch.
#[test]
fn a_portal_that_serves_collects_signatures_by_itself() {
    let (portal_home, witness_home) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut command = sayso();
    let said = command.current_dir(portal_home.path()).args(["--json", "log", "key"]).output();
    let said = said.unwrap();
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let vkey = said["vkey"].as_str().unwrap();
    let (origin, _) = vkey.split_once('+').unwrap();
    let witness = Running::start(witness_home.path(), &[(origin, vkey)]);
    let named = format!("A charity|{}|{}", witness.url, witness.vkey);
    let serving = Serving::start(portal_home.path(), &[named], &[]);
    let opened = serving.signed_by_all(&[Vkey::parse(vkey).unwrap(), witness.vkey.clone()]);
    assert!(opened.head.size > 0);
}
