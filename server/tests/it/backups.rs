//! Backups and putting them back: the same people, decisions and receipts on either database, and nothing that was shared
//! goes before its claimant has confirmed it again.

use crate::browser::Browser;
use crate::story::*;
use crate::support::{
    Kind, Stage, both, identity, person, record as small_record, schema_of_its_own,
};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use consent::ids::PersonId;
use consent::standing::Reason;
use server::backup::{Manifest, erasures};
use server::config::{Config, DatabaseUrl};
use server::portal::restoring::Restored;
use server::portal::{Actor, OpenFault, Portal};
use server::store::tables::{KEPT, LEFT_OUT, PUBLISHED};
use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub fn quiet(_: &str, _: u64) {}

/// An empty place for a store, with the keys of this one.
pub async fn empty(kind: Kind, keys_of: &Stage) -> Option<(TempDir, Config)> {
    let home = tempfile::tempdir().unwrap();
    let keys = home.path().join("keys");
    fs::create_dir(&keys).unwrap();
    for file in fs::read_dir(keys_of.home().join("keys")).unwrap() {
        let file = file.unwrap();
        fs::copy(file.path(), keys.join(file.file_name())).unwrap();
    }
    let mut config = keys_of.portal.config().clone();
    config.data_dir = home.path().to_owned();
    config.database_url = match kind {
        Kind::Sqlite => None,
        Kind::Postgres => DatabaseUrl::parse(&schema_of_its_own().await?),
    };
    Some((home, config))
}

pub async fn backup(stage: &Stage, name: &str) -> (PathBuf, Manifest) {
    let folder = stage.home().join(name);
    let manifest = stage.portal.backup(&Actor::Operator, &folder, &quiet).await.unwrap();
    (folder, manifest)
}

pub async fn put_back(
    stage: &Stage,
    config: &Config,
    folder: &Path,
) -> Result<Restored, OpenFault> {
    let nobody = BTreeSet::new();
    Portal::restore(config.clone(), stage.clock.clone(), folder, nobody, &quiet).await
}

/// What must be in no backup, as it would stand there.
async fn secrets(stage: &Stage) -> Vec<String> {
    let hex = |column: &str, table: &str| match stage.kind {
        Kind::Sqlite => {
            format!("SELECT lower(hex({column})) FROM {table} WHERE {column} IS NOT NULL")
        }
        Kind::Postgres => {
            format!("SELECT encode({column}, 'hex') FROM {table} WHERE {column} IS NOT NULL")
        }
    };
    let mut found = Vec::new();
    for (table, columns) in [
        ("package", ["key_wrapped", "sealed", "contents_sealed"].as_slice()),
        ("preview", &["key_wrapped", "sealed", "contents_sealed"]),
        ("session", &["id"]),
        ("activation", &["code_hash"]),
        ("draft", &["sealed"]),
    ] {
        for column in columns {
            for hex in stage.texts(&hex(column, table)).await {
                let bytes: Vec<u8> = (0..hex.len() / 2)
                    .map(|place| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).unwrap())
                    .collect();
                found.push(STANDARD.encode(bytes));
                found.push(hex);
            }
        }
    }
    found
}

async fn comes_back(from: Kind, to: Kind) {
    let Some(stage) = Stage::new(from).await else { return };
    let stage = &stage;
    let story = Story::begin(stage).await;
    let (shown, receipt) = story.decide(&[Conditions, Medicines]).await;
    story.collect().await.unwrap();
    // Somebody else refuses, and somebody is about to decide.
    let other = person(stage, 1).await;
    let who = stage.portal.identity_of(&Actor::Operator, other).await.unwrap();
    let second =
        submit(&stage.portal, &story.client, submission(&stage.portal, "PIP-2", who, &ASKED)).await;
    let refusing = Story {
        stage,
        portal: stage.portal.clone(),
        me: other,
        client: story.client.clone(),
        id: second.id,
    };
    refusing.decide(&[]).await;
    Browser::signed_in(stage, "one@example.org").await;
    story.choose(&[Conditions], None).await;
    story.preview().await;
    stage.portal.publish_now().await.unwrap();
    let before = stage.portal.receipt(&story.actor(), story.me, receipt).await.unwrap();

    let (folder, manifest) = backup(stage, "backup").await;
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    let mut files = 0;
    let secrets = secrets(stage).await;
    assert!(secrets.len() > 16, "there is something to look for");
    for file in fs::read_dir(&folder).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let text = fs::read_to_string(&path).unwrap();
        for secret in &secrets {
            assert!(!text.contains(secret), "{} holds a key or what it opens", path.display());
        }
        files += 1;
    }
    assert_eq!(files, KEPT.len() + PUBLISHED.len() + 2);

    let Some((home, config)) = empty(to, stage).await else { return };
    let restored = put_back(stage, &config, &folder).await.unwrap();
    assert_eq!((restored.paused, restored.erased), (1, 0));
    let stage = &Stage::over(to, home, config, stage.clock.clone()).await;
    let portal = &stage.portal;
    let whole = portal.verify_log().await.unwrap().unwrap();
    assert!(whole.size > manifest.log.size);
    let mut tx = portal.db().read().await.unwrap();
    let root = server::log::root_at(&mut tx, manifest.log.size).await.unwrap();
    assert_eq!(root, Some(manifest.log.root));
    drop(tx);
    assert_eq!(portal.people(&Actor::Operator).await.unwrap().len(), 2);
    let after = portal.receipt(&Actor::Person(story.me), story.me, receipt).await.unwrap();
    assert_eq!((after.signed, after.html), (before.signed, before.html));

    // Promise 14: nothing goes until it was confirmed again, and then it works as before.
    let story =
        Story { stage, portal: portal.clone(), me: story.me, client: story.client, id: story.id };
    assert_eq!(story.reason(Conditions).await, Reason::Paused);
    story.nothing_to_collect().await;
    let checked =
        portal.check(&story.client, &[(story.id.to_string(), "conditions".to_owned())]).await;
    assert!(checked.unwrap().1.iter().all(|result| !result.standing.is_available()));
    assert_eq!(stage.number("SELECT COUNT(*) FROM preview").await, 0);
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    let page = browser.get("/requests").await;
    assert!(page.text.contains("Sayso was restored from a safe copy"), "{}", page.text);
    browser.post("/language", &[("lang", "cy"), ("next", "/requests")]).await;
    let page = browser.get("/requests").await;
    assert!(page.text.contains("adfer o gopi diogel"), "{}", page.text);
    let (again, _) = story.decide(&[Conditions, Medicines]).await;
    assert_eq!(again.package.bytes(), shown.package.bytes());
    assert_eq!(story.collect().await.unwrap().into_body(), shown.package.bytes());
    assert!(stage.kinds().await.contains(&"restored".to_owned()));
    story.log_is_whole().await;
    // What was refused stays refused, and needs no word of anybody.
    let refusing = Story {
        stage,
        portal: portal.clone(),
        me: other,
        client: story.client.clone(),
        id: second.id,
    };
    assert_eq!(refusing.reason(Conditions).await, Reason::Refused);
}

#[tokio::test]
async fn restoring_never_revives_from_sqlite_to_sqlite() {
    comes_back(Kind::Sqlite, Kind::Sqlite).await;
}

#[tokio::test]
async fn restoring_never_revives_from_sqlite_to_postgres() {
    comes_back(Kind::Sqlite, Kind::Postgres).await;
}

#[tokio::test]
async fn restoring_never_revives_from_postgres_to_sqlite() {
    comes_back(Kind::Postgres, Kind::Sqlite).await;
}

#[tokio::test]
async fn restoring_never_revives_from_postgres_to_postgres() {
    comes_back(Kind::Postgres, Kind::Postgres).await;
}

both!(a_backup_while_others_write_is_of_one_moment, |stage| async {
    person(stage, 0).await;
    let going = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let writer = {
        let (portal, going) = (stage.portal.clone(), going.clone());
        tokio::spawn(async move {
            let number = identity(0).nhs_number.unwrap();
            let mut times = 0;
            while going.load(std::sync::atomic::Ordering::Relaxed) {
                let record = small_record("9434765919", "Asthma");
                portal.import_record(&Actor::Operator, &number, record).await.unwrap();
                times += 1;
            }
            times
        })
    };
    let mut sizes = Vec::new();
    let mut folders = Vec::new();
    for round in 0..3 {
        let (folder, manifest) = backup(stage, &format!("backup-{round}")).await;
        let rows =
            |table: &str| manifest.tables.iter().find(|file| file.table == table).unwrap().rows;
        assert_eq!((rows("leaf"), rows("event")), (manifest.log.size, manifest.log.size));
        sizes.push(manifest.log.size);
        folders.push(folder);
    }
    going.store(false, std::sync::atomic::Ordering::Relaxed);
    assert!(writer.await.unwrap() > 0);
    assert!(sizes.is_sorted());
    for folder in folders {
        let (_home, config) = empty(Kind::Sqlite, stage).await.unwrap();
        put_back(stage, &config, &folder).await.unwrap();
    }
});

both!(
    a_backup_that_was_changed_cut_or_mixed_is_refused_and_leaves_the_store_empty,
    |stage| async {
        let story = Story::begin(stage).await;
        story.decide(&[Conditions]).await;
        stage.portal.publish_now().await.unwrap();
        let (earlier, _) = backup(stage, "earlier").await;
        story.withdraw(&[]).await;
        stage.portal.publish_now().await.unwrap();
        let (folder, manifest) = backup(stage, "later").await;
        let (_home, config) = empty(stage.kind, stage).await.unwrap();
        let mut tried = 0;
        let mut names: Vec<String> =
            manifest.tables.iter().map(|file| format!("{}.jsonl", file.table)).collect();
        names.extend(["manifest.json".to_owned(), "manifest.sig".to_owned()]);
        for name in names {
            let path = folder.join(&name);
            let good = fs::read(&path).unwrap();
            let mut changed = vec![None, Some([good.as_slice(), b"\n"].concat())];
            if !good.is_empty() {
                let mut flipped = good.clone();
                flipped[good.len() / 2] ^= 1;
                changed.push(Some(flipped));
                changed.push(Some(good[..good.len() - 1].to_vec()));
                let first =
                    good.iter().position(|byte| *byte == b'\n').map_or(0, |place| place + 1);
                changed.push(Some(good[first..].to_vec()));
                // The first row once more, in the place of the last.
                let line = &good[..first];
                let last = good[..good.len() - 1].iter().rposition(|byte| *byte == b'\n');
                if let Some(last) = last.filter(|_| name.ends_with("jsonl")) {
                    changed.push(Some([&good[..=last], line].concat()));
                }
            }
            let other = fs::read(earlier.join(&name)).unwrap();
            if other != good {
                changed.push(Some(other));
            }
            if stage.kind == Kind::Postgres {
                // What is noticed is the same there; that nothing is left is asked of it.
                changed = changed.into_iter().rev().take(2).collect();
            }
            for change in changed {
                // A signature in base64 may end with another line.
                if name == "manifest.sig"
                    && change
                        .as_deref()
                        .is_some_and(|bytes| bytes.trim_ascii() == good.trim_ascii())
                {
                    continue;
                }
                match change {
                    Some(bytes) => fs::write(&path, bytes).unwrap(),
                    None => fs::remove_file(&path).unwrap(),
                }
                let refused = put_back(stage, &config, &folder).await;
                assert!(refused.is_err(), "{name} was changed, and nobody noticed");
                tried += 1;
            }
            fs::write(&path, good).unwrap();
        }
        let least = if stage.kind == Kind::Sqlite { 100 } else { 50 };
        assert!(tried >= least, "{tried}");
        // The same store takes the backup as it was: nothing of the others was left in it.
        put_back(stage, &config, &folder).await.unwrap();
        let twice = put_back(stage, &config, &folder).await.unwrap_err();
        assert!(twice.to_string().contains("in use"), "{twice}");
    }
);

both!(a_backup_of_another_portal_is_refused, |stage| async {
    person(stage, 0).await;
    let (folder, _) = backup(stage, "backup").await;
    let stranger = Stage::new(Kind::Sqlite).await.unwrap();
    let (_home, config) = empty(Kind::Sqlite, &stranger).await.unwrap();
    let refused = put_back(stage, &config, &folder).await.unwrap_err();
    assert!(refused.to_string().contains("not the one that this portal signed"), "{refused}");
    let home = tempfile::tempdir().unwrap();
    let config = Config { data_dir: home.path().to_owned(), ..Config::default() };
    let refused = put_back(stage, &config, &folder).await.unwrap_err();
    assert!(matches!(refused, OpenFault::KeysGone(_)), "{refused}");
    assert!(!home.path().join("keys").exists(), "no keys are made for somebody else's backup");
});

both!(a_folder_that_is_there_is_never_written_into, |stage| async {
    let folder = stage.home().join("there");
    fs::create_dir(&folder).unwrap();
    let leaves = stage.number("SELECT COUNT(*) FROM leaf").await;
    let refused = stage.portal.backup(&Actor::Operator, &folder, &quiet).await.unwrap_err();
    assert!(refused.to_string().contains("is there already"), "{refused}");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let nowhere = stage.home().join("no").join("such").join("folder");
    assert!(stage.portal.backup(&Actor::Operator, &nowhere, &quiet).await.is_err());
    assert_eq!(stage.number("SELECT COUNT(*) FROM leaf").await, leaves);
});

both!(whoever_was_erased_since_is_erased_again, |stage| async {
    let story = Story::begin(stage).await;
    story.decide(&[Conditions]).await;
    let other = person(stage, 1).await;
    let (folder, _) = backup(stage, "backup").await;
    stage.portal.erase_person(&Actor::Operator, story.me).await.unwrap();
    // The keys are put back as they are now: the file beside them says who was erased.
    let (home, config) = empty(stage.kind, stage).await.unwrap();
    let restored = put_back(stage, &config, &folder).await.unwrap();
    assert_eq!((restored.erased, restored.paused), (1, 0));
    let after = Stage::over(stage.kind, home, config, stage.clock.clone()).await;
    let left: Vec<PersonId> =
        after.portal.people(&Actor::Operator).await.unwrap().iter().map(|seen| seen.id).collect();
    assert_eq!(left, [other]);
    assert_eq!(after.number("SELECT COUNT(*) FROM said").await, 0);
    after.portal.verify_log().await.unwrap().unwrap();

    // From a list that was kept elsewhere, with keys from before.
    let (home, config) = empty(stage.kind, stage).await.unwrap();
    fs::remove_file(erasures::path(&home.path().join("keys"))).unwrap();
    let list: BTreeSet<PersonId> = stage
        .portal
        .erased(&Actor::Operator)
        .await
        .unwrap()
        .into_iter()
        .map(|(id, _)| id)
        .collect();
    assert_eq!(list, [story.me].into());
    let unknown = PersonId(server::chance::Chance.uuid(stage.portal.now()).unwrap());
    let list = list.into_iter().chain([unknown]).collect();
    let restored =
        Portal::restore(config, stage.clock.clone(), &folder, list, &quiet).await.unwrap();
    assert_eq!((restored.erased, restored.unknown), (1, 1));
    // And from now on this place remembers it as well.
    let remembered = erasures::read(&erasures::path(&home.path().join("keys"))).unwrap();
    assert_eq!(remembered, [story.me].into());
});

both!(who_was_erased_is_put_down_beside_the_keys_even_where_that_was_missed, |stage| async {
    let me = person(stage, 0).await;
    stage.portal.erase_person(&Actor::Operator, me).await.unwrap();
    let path = erasures::path(&stage.home().join("keys"));
    assert_eq!(erasures::read(&path).unwrap(), [me].into());
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    fs::remove_file(&path).unwrap();
    stage.again().await;
    assert_eq!(erasures::read(&path).unwrap(), [me].into());
});

both!(a_stale_backup_is_noticed_and_goes_on_only_when_somebody_says_so, |stage| async {
    let story = Story::begin(stage).await;
    let (folder, manifest) = backup(stage, "backup").await;
    story.decide(&[Conditions]).await;
    let published = stage.portal.publish_now().await.unwrap().unwrap();
    assert!(published.size > manifest.log.size);
    let (home, config) = empty(stage.kind, stage).await.unwrap();
    put_back(stage, &config, &folder).await.unwrap();
    let after = Stage::over(stage.kind, home, config, stage.clock.clone()).await;
    let portal = &after.portal;
    assert!(portal.publish_now().await.is_err(), "nothing is signed over a log that lost leaves");
    assert!(portal.log_halted().is_some());
    let origin = portal.log_origin();
    assert!(portal.accept_restore(&Actor::Operator, " \n").await.is_err());
    assert_eq!(portal.accept_restore(&Actor::Operator, "The disk burned").await.unwrap(), 1);
    let portal = after.again().await;
    assert_ne!(portal.log_origin(), origin, "nobody takes it for the log that went before");
    let anew = portal.publish_now().await.unwrap().unwrap();
    assert!(anew.note.starts_with(&format!("{}\n", portal.log_origin())), "{}", anew.note);
    portal.verify_log().await.unwrap().unwrap();

    // The same backup once more: what was signed since is lost as well, and no name is used twice.
    let (home, config) = empty(stage.kind, &after).await.unwrap();
    put_back(stage, &config, &folder).await.unwrap();
    let third = Stage::over(stage.kind, home, config, stage.clock.clone()).await;
    assert!(third.portal.publish_now().await.is_err());
    assert_eq!(third.portal.accept_restore(&Actor::Operator, "Again").await.unwrap(), 2);
    let name = third.portal.publish_now().await.unwrap().unwrap().note;
    assert!(name.starts_with(&format!("{origin}/2\n")), "{name}");
});

both!(a_backup_that_was_stopped_is_none, |stage| async {
    person(stage, 0).await;
    let (folder, _) = backup(stage, "backup").await;
    fs::remove_file(folder.join("manifest.json")).unwrap();
    let (_home, config) = empty(stage.kind, stage).await.unwrap();
    let refused = put_back(stage, &config, &folder).await.unwrap_err();
    assert!(refused.to_string().contains("no manifest"), "{refused}");
});

both!(every_table_is_kept_or_left_out_by_name, |stage| async {
    let question = match stage.kind {
        Kind::Sqlite => {
            "SELECT m.name || '.' || c.name FROM sqlite_master m, pragma_table_info(m.name) c
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.name NOT LIKE '_sqlx%'"
        }
        Kind::Postgres => {
            "SELECT table_name || '.' || column_name FROM information_schema.columns
             WHERE table_schema = current_schema() AND table_name NOT LIKE '\\_sqlx%'"
        }
    };
    let there: BTreeSet<String> = stage.texts(question).await.into_iter().collect();
    let left_out: BTreeSet<&str> = LEFT_OUT.iter().map(|(name, _)| *name).collect();
    let named: BTreeSet<String> = KEPT
        .iter()
        .chain(PUBLISHED)
        .flat_map(|table| {
            let kept = table.columns.iter().map(|(name, _)| *name);
            kept.chain(table.left_empty.iter().copied())
                .map(|column| format!("{}.{column}", table.name))
        })
        .collect();
    let kept: BTreeSet<String> = there
        .iter()
        .filter(|name| !left_out.contains(name.split('.').next().unwrap()))
        .cloned()
        .collect();
    assert_eq!(named, kept);
});

/// Killed at any moment, putting back has done all of it or nothing.
#[tokio::test]
async fn a_restore_that_is_killed_leaves_an_empty_store_or_a_whole_one() {
    let stage = Stage::new(Kind::Sqlite).await.unwrap();
    let story = Story::begin(&stage).await;
    story.decide(&[Conditions, Medicines]).await;
    let number = identity(0).nhs_number.unwrap();
    for _ in 0..200 {
        let record = small_record("9434765919", "Asthma");
        stage.portal.import_record(&Actor::Operator, &number, record).await.unwrap();
    }
    let (folder, _) = backup(&stage, "backup").await;
    let (mut stopped, mut done) = (0, 0);
    let waits = [1, 5, 10, 20, 40, 60, 80, 120, 160, 200, 400].map(Some);
    for wait in waits.into_iter().chain([None]) {
        let (home, config) = empty(Kind::Sqlite, &stage).await.unwrap();
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"))
            .current_dir(home.path())
            .env_clear()
            .env("SAYSO_DATA_DIR", home.path())
            .args(["restore", folder.to_str().unwrap()])
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap();
        if let Some(wait) = wait {
            std::thread::sleep(std::time::Duration::from_millis(wait));
            child.kill().unwrap();
        }
        child.wait().unwrap();
        match put_back(&stage, &config, &folder).await {
            Ok(_) => stopped += 1,
            Err(why) => {
                assert!(why.to_string().contains("in use"), "{why}");
                done += 1;
            }
        }
        let after = Stage::over(Kind::Sqlite, home, config, stage.clock.clone()).await;
        after.portal.verify_log().await.unwrap().unwrap();
        assert_eq!(after.number("SELECT COUNT(*) FROM event WHERE kind = 'restored'").await, 1);
    }
    assert!(
        stopped > 0 && done > 0,
        "{stopped} stopped, {done} done: the waits do not fit this machine"
    );
}

/// The commands: their answers, and their exit codes.
#[test]
fn a_store_is_backed_up_and_put_back_by_commands() {
    let home = tempfile::tempdir().unwrap();
    let sayso = |args: &[&str]| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_sayso"));
        command.current_dir(home.path()).env_clear().args(args).output().unwrap()
    };
    let json = |args: &[&str]| {
        let output = sayso(args);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()
    };
    let refused = |args: &[&str], why: &str| {
        let output = sayso(args);
        assert_eq!(output.status.code(), Some(1));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(why), "{said}");
    };
    let added = json(&[
        "--json",
        "person",
        "add",
        "--family-name",
        "Only",
        "--birth-date",
        "1990-12-31",
        "--nino",
        "AB123456C",
    ]);
    let made = json(&["--json", "backup", "kept"]);
    assert!(made["log"]["size"].as_u64().unwrap() > 0);
    refused(&["backup", "kept"], "is there already");
    refused(&["restore", "kept"], "this store is in use");
    let id = added["person_id"].as_str().unwrap();
    json(&["--json", "person", "erase", id]);
    assert_eq!(json(&["--json", "person", "erased"])["erased"][0]["person_id"], id);
    // The disk is gone; the keys were kept elsewhere.
    for file in fs::read_dir(home.path().join("data")).unwrap() {
        let path = file.unwrap().path();
        if path.is_file() {
            fs::remove_file(path).unwrap();
        }
    }
    refused(&["restore", "kept", "--erasures", "nowhere"], "is not there");
    let restored = json(&["--json", "restore", "kept"]);
    assert_eq!((&restored["log"], &restored["erased"]), (&made["log"], &serde_json::json!(1)));
    assert_eq!(json(&["--json", "person", "list"])["people"], serde_json::json!([]));
    assert_eq!(json(&["--json", "log", "verify"])["whole"], true);
    refused(&["restore", "kept"], "this store is in use");
}
