//! The published log: what anybody can fetch and check, and when nothing is signed any more.

mod halts;

use crate::browser::Browser;
use crate::outside::{self, Outside};
use crate::story::Story;
use crate::support::{Kind, Stage, both, identity, person};
use axum::body::Body;
use axum::http::{Request, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::digest::Digest;
use consent::log::{SALT_BYTES, leaf, leaf_hash};
use consent::proof::check_consistency;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use ct_merkle::{InclusionProof, RootHash};
use halts::{put_back, without_triggers};
use http_body_util::BodyExt as _;
use server::log::mirror::{self, MirrorFault};
use server::log::tiles::Address;
use server::log::{Cosigned, Published, note, tree};
use server::portal::log::{Broken, Opening};
use server::portal::{Actor, Portal};
use sha2::Sha256;
use tower::ServiceExt as _;

/// One file under `/log/`.
async fn file(stage: &Stage, path: &str) -> (StatusCode, axum::http::HeaderMap, Vec<u8>) {
    let request = Request::get(format!("/log/{path}")).body(Body::empty()).unwrap();
    let response = stage.router.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    (parts.status, parts.headers, body.collect().await.unwrap().to_bytes().to_vec())
}

async fn publish(portal: &Portal) -> Published {
    portal.publish_now().await.unwrap().expect("something is new")
}

/// A portal whose log grows to this multiple each time it is published.
async fn padded(kind: Kind, to: u32) -> Option<Stage> {
    Stage::with(kind, |config| config.log.pad_to = to).await
}

/// Something happens.
async fn happen(stage: &Stage) {
    stage.portal.operator_looked("clients").await.unwrap();
}

fn root(published: &Published) -> (u64, &Digest) {
    (published.size, &published.root)
}

/// The bytes of a leaf, from what opens it.
fn opened(opening: &Opening) -> Vec<u8> {
    let salt: [u8; SALT_BYTES] = *Digest::parse(&opening.salt).unwrap().as_bytes();
    leaf(&salt, opening.event.as_bytes())
}

async fn leaves(portal: &Portal, size: u64) -> Vec<Vec<u8>> {
    let mut tx = portal.db().read().await.unwrap();
    let mut leaves = Vec::new();
    for seq in 0..i64::try_from(size).unwrap() {
        leaves.push(opened(&portal.opening_of(&mut tx, seq).await.unwrap().unwrap()));
    }
    leaves
}

both!(what_is_new_is_published_padded_signed_and_once, |stage| async {
    let portal = &stage.portal;
    assert_eq!(portal.checkpoint().await.unwrap(), None);
    person(stage, 0).await;
    let first = publish(portal).await;
    assert_eq!(first.size % 16, 0);
    let told = stage.number("SELECT COUNT(*) FROM event WHERE kind <> 'padding'").await;
    assert_eq!(first.size, u64::try_from(told).unwrap().next_multiple_of(16));
    let said = note::read(&first.note, &portal.log_vkey()).unwrap();
    assert_eq!((said.size, said.root), (first.size, first.root));
    assert_eq!(said.origin, "127.0.0.1:3000/log");
    assert_eq!(portal.publish_now().await.unwrap(), None, "nothing is new");
    happen(stage).await;
    assert_eq!(portal.checkpoint().await.unwrap(), Some(first.clone()));
    let second = publish(portal).await;
    assert_eq!(second.size, first.size + 16);
    let mut tx = portal.db().read().await.unwrap();
    let proof = tree::consistency(&mut tx, first.size, second.size).await.unwrap();
    assert!(check_consistency((first.size, &first.root), (second.size, &second.root), &proof));
    assert!(!check_consistency((first.size, &first.root), (second.size, &first.root), &proof));
    drop(tx);
    let whole = portal.verify_log().await.unwrap().unwrap();
    assert_eq!((whole.size, whole.root, whole.checkpoints), (second.size, second.root, 2));
});

both!(a_leaf_of_padding_looks_like_any_other, |stage| async {
    person(stage, 0).await;
    publish(&stage.portal).await;
    let columns = "SELECT CAST(COUNT(DISTINCT LENGTH(hash)) AS TEXT) FROM leaf";
    assert_eq!(stage.texts(columns).await, ["1"]);
    let whole = stage.portal.verify_log().await.unwrap().unwrap();
    assert_eq!(whole.opened, whole.size);
});

both!(tiles_over_http_make_up_the_signed_tree, |stage| async {
    let Some(stage) = padded(stage.kind, 300).await else { return };
    let portal = &stage.portal;
    happen(&stage).await;
    let first = publish(portal).await;
    happen(&stage).await;
    let second = publish(portal).await;
    assert_eq!((first.size, second.size), (300, 600));
    let (status, headers, checkpoint) = file(&stage, "checkpoint").await;
    assert_eq!(
        (status, headers["content-type"].to_str().unwrap()),
        (StatusCode::OK, "text/plain; charset=utf-8")
    );
    assert!(!headers["cache-control"].to_str().unwrap().contains("immutable"));
    assert_eq!(checkpoint, second.note.as_bytes());
    let mirror = tempfile::tempdir().unwrap();
    std::fs::write(mirror.path().join("checkpoint"), &checkpoint).unwrap();
    let mut paths = Vec::new();
    for address in Address::all(600) {
        let path = format!("tile/{}", address.path());
        let (status, headers, bytes) = file(&stage, &path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert_eq!(headers["content-type"], "application/octet-stream");
        assert_eq!(headers["cache-control"], "public, max-age=31536000, immutable");
        assert!(!headers.contains_key("set-cookie"));
        let place = mirror.path().join(&path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, bytes).unwrap();
        paths.push(path);
    }
    assert_eq!(paths, ["tile/0/000", "tile/0/001", "tile/0/002.p/88", "tile/1/000.p/2"]);
    let said = mirror::verify(mirror.path(), &portal.log_vkey(), |_, _| ()).unwrap();
    assert_eq!((said.size, said.root), (second.size, second.root));
    // A crate that has no part in the portal, from what opens the leaves.
    let mut theirs = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    for (place, leaf) in leaves(portal, 600).await.into_iter().enumerate() {
        let tile = std::fs::read(mirror.path().join(&paths[place / 256])).unwrap();
        assert_eq!(tile[place % 256 * 32..][..32], *leaf_hash(&leaf).as_bytes());
        theirs.push(leaf);
        if place == 299 {
            assert_eq!(theirs.root().as_bytes().as_slice(), first.root.as_bytes());
        }
    }
    assert_eq!(theirs.root().as_bytes().as_slice(), second.root.as_bytes());
    if let Some(mut go) = Outside::start() {
        go.ask(&outside::mirror(&portal.log_vkey(), mirror.path())).unwrap();
    }
});

both!(only_what_is_published_is_told, |stage| async {
    let Some(stage) = padded(stage.kind, 300).await else { return };
    let status = async |path: &str| file(&stage, path).await.0;
    assert_eq!(status("checkpoint").await, StatusCode::NOT_FOUND);
    happen(&stage).await;
    assert_eq!(status("tile/0/000.p/1").await, StatusCode::NOT_FOUND, "nothing is published yet");
    publish(&stage.portal).await;
    for _ in 0..3 {
        happen(&stage).await;
    }
    for path in ["tile/0/000", "tile/0/001.p/44", "tile/1/000.p/1"] {
        assert_eq!(status(path).await, StatusCode::OK, "{path}");
    }
    for path in [
        "tile/0/001",
        "tile/0/001.p/43",
        "tile/0/001.p/45",
        "tile/0/001.p/47",
        "tile/0/000.p/1",
        "tile/0/000.p/255",
        "tile/0/000.p/256",
        "tile/0/000.p/0",
        "tile/0/002.p/1",
        "tile/1/000",
        "tile/1/000.p/2",
        "tile/2/000.p/1",
        "tile/0/0",
        "tile/00/000",
        "tile/0/x000/000",
        "tile/0/000/",
        "tile/0//000",
        "tile/0/%30%30%30",
        "tile/entries/000",
        "tile/data/000",
        "tile/63/000",
        "tile/64/000",
        "tile/255/000",
        "tile/256/000",
        "tile/-1/000",
        "tile/0/x999/x999/x999/x999/999",
        "tile/7/x999/999",
        "tile/0",
        "tile/",
        "tile",
        "checkpoint/",
        "",
        "entries",
        "checkpoint.txt",
    ] {
        assert_eq!(status(path).await, StatusCode::NOT_FOUND, "{path}");
    }
    publish(&stage.portal).await;
    assert_eq!(status("tile/0/001").await, StatusCode::OK);
    assert_eq!(status("tile/0/001.p/44").await, StatusCode::OK, "it was published once");
});

both!(a_stranger_with_a_cookie_gets_the_same_file_and_no_cookie, |stage| async {
    person(stage, 0).await;
    publish(&stage.portal).await;
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get("/log/checkpoint").await;
    assert_eq!(page.text.as_bytes(), file(stage, "checkpoint").await.2);
    assert!(!page.headers.contains_key("set-cookie"));
    assert_eq!(page.headers["access-control-allow-origin"], "*");
});

both!(a_proof_convinces_ours_and_two_others, |stage| async {
    let story = Story::begin(stage).await;
    let portal = &story.portal;
    let seq = stage.number("SELECT MAX(seq) FROM event WHERE kind = 'request-received'").await;
    let proof = async || {
        let mut tx = portal.db().read().await.unwrap();
        let opening = portal.opening_of(&mut tx, seq).await.unwrap();
        (portal.proof_of(&mut tx, seq, opening.as_ref()).await.unwrap(), opening)
    };
    assert_eq!(proof().await.0, None, "nothing is published yet");
    let published = publish(portal).await;
    let (text, opening) = proof().await;
    let (text, opening) = (text.unwrap(), opening.unwrap());
    assert!(opening.event.contains("request-received"));
    let (head, signed) = text.split_once("\n\n").unwrap();
    assert_eq!(signed, published.note);
    let mut lines = head.lines();
    assert_eq!(lines.next(), Some("c2sp.org/tlog-proof@v1"));
    let extra = lines.next().unwrap().strip_prefix("extra ").unwrap();
    let extra: Opening = serde_json::from_slice(&STANDARD.decode(extra).unwrap()).unwrap();
    assert_eq!((&extra.salt, &extra.event), (&opening.salt, &opening.event));
    assert_eq!(lines.next(), Some(format!("index {seq}").as_str()));
    let hashes: Vec<Digest> = lines
        .map(|line| Digest::from_bytes(STANDARD.decode(line).unwrap().try_into().unwrap()))
        .collect();
    let leaf = opened(&opening);
    let index = u64::try_from(seq).unwrap();
    let bytes: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
    let theirs = RootHash::<Sha256>::new((*published.root.as_bytes()).into(), published.size);
    let theirs_of =
        |index| theirs.verify_inclusion(&leaf, index, &InclusionProof::from_bytes(bytes.clone()));
    theirs_of(index).unwrap();
    theirs_of(index ^ 1).unwrap_err();
    if let Some(mut go) = Outside::start() {
        let place = leaf_hash(&leaf);
        go.ask(&outside::checkpoint(&portal.log_vkey(), signed.as_bytes())).unwrap();
        go.ask(&outside::record(root(&published), (index, &place), &hashes)).unwrap();
        go.ask(&outside::record(root(&published), (index ^ 1, &place), &hashes)).unwrap_err();
    }
});

both!(a_proof_takes_the_newest_checkpoint_that_a_witness_signed, |stage| async {
    let portal = &stage.portal;
    happen(stage).await;
    let first = publish(portal).await;
    let line = "— witness.example AAAAAAAAAAAAAAAA\n".to_owned();
    let cosigned = Cosigned {
        size: first.size,
        witness: "witness.example".to_owned(),
        at: portal.now(),
        line,
    };
    portal.keep_cosignature(&cosigned).await.unwrap();
    portal.keep_cosignature(&cosigned).await.unwrap();
    let kept = portal.cosignatures(first.size).await.unwrap();
    assert_eq!(kept, std::slice::from_ref(&cosigned));
    assert_eq!(
        portal.checkpoint().await.unwrap().unwrap().note,
        first.note.clone() + &cosigned.line
    );
    happen(stage).await;
    let second = publish(portal).await;
    let mut tx = portal.db().read().await.unwrap();
    let old = portal.proof_of(&mut tx, 0, None).await.unwrap().unwrap();
    assert!(old.ends_with(&(first.note + &cosigned.line)), "{old}");
    let newer = i64::try_from(first.size).unwrap();
    let new = portal.proof_of(&mut tx, newer, None).await.unwrap().unwrap();
    assert!(new.ends_with(&second.note), "{new}");
    assert_eq!(portal.proof_of(&mut tx, newer * 4, None).await.unwrap(), None);
    assert_eq!(portal.proof_of(&mut tx, -1, None).await.unwrap(), None);
});

both!(two_processes_publish_one_tree, |stage| async {
    let other = stage.again().await;
    for round in 0..6 {
        happen(stage).await;
        let (one, two) = tokio::join!(stage.portal.publish_now(), other.publish_now());
        let published: Vec<Published> = [one, two].into_iter().filter_map(Result::unwrap).collect();
        assert_eq!(published.len(), 1, "round {round}");
    }
    let whole = other.verify_log().await.unwrap().unwrap();
    assert_eq!(whole.checkpoints, 6);
});

both!(the_log_stays_provable_when_somebody_is_erased, |stage| async {
    let story = Story::begin(stage).await;
    publish(&story.portal).await;
    story.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    publish(&story.portal).await;
    let whole = story.portal.verify_log().await.unwrap().unwrap();
    assert!(whole.erased > 0 && whole.checkpoints == 2);
    let gone = stage.texts("SELECT CAST(l.seq AS TEXT) FROM leaf l LEFT JOIN event e ON e.seq = l.seq WHERE e.seq IS NULL").await;
    let seq: i64 = gone[0].parse().unwrap();
    let mut tx = story.portal.db().read().await.unwrap();
    assert!(story.portal.opening_of(&mut tx, seq).await.unwrap().is_none());
    assert!(story.portal.proof_of(&mut tx, seq, None).await.unwrap().is_some());
    drop(tx);
    // What nobody can open any more cannot be changed either.
    without_triggers(stage).await;
    stage
        .execute(&format!(
            "UPDATE leaf SET hash = (SELECT hash FROM leaf WHERE seq = 0) WHERE seq = {seq}"
        ))
        .await
        .unwrap();
    let broken = story.portal.verify_log().await.unwrap().unwrap_err();
    assert!(matches!(broken, Broken::Checkpoint(..) | Broken::Forked(_)), "{broken}");
});

both!(a_mirror_holds_and_grows_and_notices_a_log_that_was_put_back, |stage| async {
    let Some(stage) = padded(stage.kind, 300).await else { return };
    let portal = &stage.portal;
    let folder = tempfile::tempdir().unwrap();
    let export = async || portal.export_log(folder.path(), |_, _| ()).await.unwrap();
    assert!(matches!(export().await, Err(MirrorFault::Nothing)));
    happen(&stage).await;
    let first = publish(portal).await;
    assert_eq!(export().await.unwrap(), (300, 3));
    happen(&stage).await;
    publish(portal).await;
    assert_eq!(export().await.unwrap(), (600, 3));
    assert_eq!(export().await.unwrap(), (600, 0));
    let key = portal.log_vkey();
    assert_eq!(mirror::verify(folder.path(), &key, |_, _| ()).unwrap().size, 600);
    let another = note::vkey(
        "127.0.0.1:3000/log",
        &ed25519_dalek::SigningKey::from_bytes(&[9; 32]).verifying_key(),
    );
    assert!(matches!(
        mirror::verify(folder.path(), &another, |_, _| ()),
        Err(MirrorFault::Checkpoint(_))
    ));
    put_back(&stage, first.size).await;
    assert!(matches!(export().await, Err(MirrorFault::PutBack { mirror: 600, log: 300 })));
    std::fs::remove_file(folder.path().join("checkpoint")).unwrap();
    std::fs::write(folder.path().join("tile/0/000"), [7; 8192]).unwrap();
    assert!(matches!(export().await, Err(MirrorFault::Other(_))));
});

#[tokio::test]
async fn the_commands_print_the_key_and_write_and_check_a_mirror() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    stage.portal.add_person(&Actor::Operator, &identity(0)).await.unwrap();
    publish(&stage.portal).await;
    let sayso = |arguments: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.current_dir(stage.home()).env_clear().env("SAYSO_DATA_DIR", stage.home());
        let said = command.arg("--json").args(arguments).output().unwrap();
        let answer = serde_json::from_slice(&said.stdout).unwrap_or(serde_json::Value::Null);
        (said.status.code(), answer, String::from_utf8(said.stderr).unwrap())
    };
    let (code, key, _) = sayso(&["log", "key"]);
    assert_eq!((code, key["vkey"].as_str()), (Some(0), Some(stage.portal.log_vkey().as_str())));
    let folder = tempfile::tempdir().unwrap();
    let mirror = folder.path().to_str().unwrap();
    let (code, exported, _) = sayso(&["log", "export", mirror]);
    assert_eq!((code, &exported["size"]), (Some(0), &serde_json::json!(16)));
    let vkey = stage.portal.log_vkey();
    let check = || sayso(&["log", "verify", "--mirror", mirror, "--key", &vkey]);
    let (code, checked, _) = check();
    assert_eq!((code, &checked["size"]), (Some(0), &serde_json::json!(16)));
    std::fs::remove_file(folder.path().join("tile/0/000.p/16")).unwrap();
    let (code, _, why) = check();
    assert_eq!(code, Some(1));
    assert!(why.contains("tile 0/000.p/16 is missing"), "{why}");
}
