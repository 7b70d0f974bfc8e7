//! A restore that lost what was published, with witnesses who remember: nothing is signed, an operator says that the log
//! goes on, and it goes on under another name, which each witness has to be told.

use super::front::Front;
use super::running::{Running, Serving, sayso};
use super::{came, publish, with, witness_of};
use crate::backups::{backup, empty, put_back};
use crate::browser::Browser;
use crate::story::*;
use crate::support::{Stage, both};
use consent::digest::Digest;
use consent::proof::receipt::{LogWrong, Trust, Wrong, check};
use consent::proof::{Policy, Vkey, open_checkpoint, verify_opened};
use server::config::WitnessSettings;
use server::log::mirror::MirrorFault;
use server::log::remembered;
use server::portal::publishing::Halt;
use server::portal::witnessing::Came;
use server::portal::{Actor, Portal};
use server::store::db::Place;
use std::fs;
use tempfile::TempDir;

/// Whoever believes this log and no other, where this witness has signed as well.
fn trust(log: &str, witness: &Running) -> Trust {
    Trust::read(log, &witness.vkey.to_string(), 1).unwrap()
}

fn other_log(origin: &str) -> Wrong {
    LogWrong::OtherLog { origin: origin.to_owned() }.into()
}

async fn asks(witness: WitnessSettings, portal: &Portal, stage: &Stage) -> Portal {
    let mut config = portal.config().clone();
    config.log.witnesses = vec![witness];
    Portal::open(config, stage.clock.clone()).await.unwrap()
}

both!(a_log_that_was_restored_is_witnessed_again_under_its_new_name, |stage| async {
    let (witness_home, witness) = witness_of(&stage.portal);
    let portal = with(stage, witness.as_settings()).await;
    let (old_name, old_vkey) = (portal.log_origin(), portal.log_vkey());
    let story = Story::begin(stage).await;
    let (_, answer) = story.decide(&[Conditions]).await;
    let kept_size = publish(&portal).await;
    assert_eq!(came(&portal).await, Came::Signed(kept_size));
    let before = portal.receipt(&story.actor(), story.me, answer).await.unwrap().file();
    let (folder, _) = backup(stage, "backup").await;
    let withdrawal = story.withdraw(&[Conditions]).await;
    let lost_size = publish(&portal).await;
    assert_eq!(came(&portal).await, Came::Signed(lost_size));
    let lost = portal.receipt(&story.actor(), story.me, withdrawal).await.unwrap().file();
    let mirror = tempfile::tempdir().unwrap();
    portal.export_log(mirror.path(), |_, _| ()).await.unwrap().unwrap();

    // The older backup is put back, with a copy of the keys from then: the witness alone knows better.
    let Some((home, mut config)) = empty(stage.kind, stage).await else { return };
    fs::remove_file(remembered::path(&home.path().join("keys"))).unwrap();
    config.log.witnesses = vec![witness.as_settings()];
    put_back(stage, &config, &folder).await.unwrap();
    let after = Stage::over(stage.kind, home, config, stage.clock.clone()).await;
    let serves = &after.portal;
    let ahead = Came::Ahead { size: lost_size, shown: true };
    assert_eq!(serves.check_against_witnesses().await.unwrap()[0].1, ahead);
    let size = lost_size;
    let halt = Halt::Ahead { witness: "A charity".to_owned(), size, stored: kept_size };
    assert_eq!(serves.log_halted(), Some(halt.clone()));
    serves.publish_now().await.unwrap_err();
    assert!(!serves.go_on().await.unwrap(), "nobody has said so");
    assert_eq!(serves.log_halted(), Some(halt));

    // An operator says so, in another process than the one that has stopped.
    let command = after.again().await;
    assert_eq!(command.accept_restore(&Actor::Operator, "The disk burned").await.unwrap(), 1);
    assert!(serves.go_on().await.unwrap());
    assert!(!serves.go_on().await.unwrap(), "once");
    assert_eq!(serves.log_halted(), None);
    let (name, vkey) = (serves.log_origin(), serves.log_vkey());
    assert_eq!(name, format!("{old_name}/1"));
    // What the witness knows of the old name stops nobody any more: not this process, and none that starts now.
    for portal in [serves, &after.again().await] {
        let found = portal.check_against_witnesses().await.unwrap();
        assert_eq!(found[0].1, Came::Refused(404), "it does not know the new name");
        assert_eq!(portal.log_halted(), None);
        assert_eq!(came(portal).await, Came::NothingNew);
    }
    publish(serves).await;
    assert_eq!(came(serves).await, Came::Refused(404));
    let published = serves.checkpoint().await.unwrap().unwrap();
    assert_eq!((published.origin(), published.note.matches('\u{2014}').count()), (&*name, 1));
    assert!(open_checkpoint(&published.note, &[Vkey::parse(&old_vkey).unwrap()]).is_err());

    // Who has a receipt from before can show it, also of what the restore has lost; and what is given out now still has
    // the proof that the witness has signed.
    let given = serves.receipt(&story.actor(), story.me, answer).await.unwrap().file();
    for file in [&before, &lost, &given] {
        let logged = check(file, &trust(&old_vkey, &witness)).unwrap().logged.unwrap();
        assert_eq!((logged.origin.as_str(), logged.witnesses.len()), (&*old_name, 1));
        assert_eq!(check(file, &trust(&vkey, &witness)), Err(other_log(&old_name)));
    }
    each_line_names_the_key_of_its_proof(&after, &story, &[&old_vkey, &vkey]).await;

    // The witness is told: another `[[logs]]` beside the one that is there, and it is started again.
    witness.kill();
    let logs = [(old_name.as_str(), old_vkey.as_str()), (&name, &vkey)];
    let witness = Running::start(witness_home.path(), &logs);
    let serves = asks(witness.as_settings(), serves, stage).await;
    let found = serves.check_against_witnesses().await.unwrap();
    assert!(found[0].1.is_well(), "{found:?}");
    let newest = serves.checkpoint().await.unwrap().unwrap().size;
    assert_eq!(came(&serves).await, Came::Signed(newest));
    let next = publish(&serves).await;
    assert_eq!(came(&serves).await, Came::Signed(next));
    let published = serves.checkpoint().await.unwrap().unwrap();
    let keys = [Vkey::parse(&vkey).unwrap(), witness.vkey.clone()];
    assert_eq!(open_checkpoint(&published.note, &keys).unwrap().signed.len(), 2);
    // It still shows what it signed under the name of before: the only proof that something was lost.
    let shown = |name: &str| witness.get(&format!("/{}/checkpoint", Digest::of(name.as_bytes())));
    assert!(shown(&old_name).1.starts_with(&format!("{old_name}\n{lost_size}\n")));
    assert!(shown(&name).1.starts_with(&format!("{name}\n{next}\n")));

    // Receipts of now are under the new name, and the old ones are as good as they were.
    let now = serves.receipt(&story.actor(), story.me, answer).await.unwrap().file();
    let logged = check(&now, &trust(&vkey, &witness)).unwrap().logged.unwrap();
    assert_eq!((logged.origin.as_str(), logged.witnesses.len()), (&*name, 1));
    assert_eq!(check(&now, &trust(&old_vkey, &witness)), Err(other_log(&name)));
    let pem = Trust::read(&serves.keys().receipt_public_pem().unwrap(), "", 0).unwrap();
    for file in [&before, &lost, &now] {
        assert!(check(file, &pem).unwrap().logged.is_some());
    }
    assert!(check(&lost, &trust(&old_vkey, &witness)).is_ok());
    each_line_names_the_key_of_its_proof(&after, &story, &[&vkey]).await;

    let page = Browser::at(server::cli::router(&serves)).get("/transparency").await.text;
    for said in [format!("<code>{name}</code>"), format!("<code>{vkey}</code>")] {
        assert!(page.contains(&said), "{said}");
    }
    // A mirror of before is no mirror of this log, and is not written into.
    let other = serves.export_log(mirror.path(), |_, _| ()).await.unwrap().unwrap_err();
    assert!(matches!(&other, MirrorFault::OtherName(name) if *name == old_name), "{other}");
    let anew = tempfile::tempdir().unwrap();
    serves.export_log(anew.path(), |_, _| ()).await.unwrap().unwrap();
    serves.verify_log().await.unwrap().unwrap();
});

/// The page about the proof of a line names the log and the key under which that proof was signed, and no other; among
/// all lines each of these keys comes.
async fn each_line_names_the_key_of_its_proof(stage: &Stage, story: &Story<'_>, vkeys: &[&String]) {
    let mut browser = Browser::signed_in(stage, "one@example.org").await;
    stage.portal.publish_now().await.unwrap();
    let past = stage.portal.history(&story.actor(), story.me, None).await.unwrap();
    let mut met = vec![0; vkeys.len()];
    for happened in past.events {
        let line = stage.portal.line(&story.actor(), story.me, happened.seq).await.unwrap();
        let proof = line.proof.unwrap();
        let page = browser.get(&format!("/history/{}/proof", happened.seq)).await;
        if page.status != 200 {
            // What has no words has no page.
            continue;
        }
        let named: Vec<usize> =
            (0..vkeys.len()).filter(|which| page.text.contains(vkeys[*which])).collect();
        let [which] = named[..] else { panic!("{named:?}: {}", page.text) };
        met[which] += 1;
        let policy = Policy::new(Vkey::parse(vkeys[which]).unwrap(), Vec::new(), 0).unwrap();
        verify_opened(&proof, &policy).unwrap();
    }
    assert!(met.iter().all(|times| *times > 0), "{met:?}");
}

/// The store as it was before the newest checkpoint, which the witness has signed, and where it is; with the witness.
async fn put_back_too_little(stage: &Stage) -> Option<(TempDir, Place, TempDir, Running)> {
    let (witness_home, witness) = witness_of(&stage.portal);
    let portal = with(stage, witness.as_settings()).await;
    publish(&portal).await;
    let (folder, _) = backup(stage, "backup").await;
    let size = publish(&portal).await;
    assert_eq!(came(&portal).await, Came::Signed(size));
    let (home, config) = empty(stage.kind, stage).await?;
    fs::remove_file(remembered::path(&home.path().join("keys"))).unwrap();
    put_back(stage, &config, &folder).await.unwrap();
    Some((home, config.place(), witness_home, witness))
}

both!(a_process_that_stopped_signing_goes_on_when_an_operator_says_so, |stage| async {
    let (old_name, old_vkey) = (stage.portal.log_origin(), stage.portal.log_vkey());
    let Some((home, place, witness_home, witness)) = put_back_too_little(stage).await else {
        return;
    };
    let mut settings = vec![("SAYSO_DATA_DIR", home.path().to_str().unwrap())];
    if let Place::Postgres(address) = &place {
        settings.push(("SAYSO_DATABASE_URL", address));
    }
    let front = Front::plain(&witness.url);
    let named = format!("A charity|http://127.0.0.1:{}|{}", front.port(), witness.vkey);
    let serving = Serving::start(home.path(), &[named], &settings);
    serving.says(&[&["the log is published no further", "A charity"]]);
    let (status, why) = serving.get("/readyz");
    assert_eq!((status, why.contains("log")), (503, true), "{why}");

    // Beside it, the command; what it says is all that an operator has to do.
    let beside = |args: &[&str]| {
        let mut command = sayso();
        command.current_dir(home.path()).envs(settings.iter().copied()).args(args);
        let output = command.output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let words = beside(&["log", "accept-restore", "--reason", "The disk burned"]);
    let vkey = beside(&["log", "key"]).trim().to_owned();
    let name = format!("{old_name}/1");
    for said in [
        format!("origin = \"{name}\""),
        format!("vkey = \"{vkey}\""),
        "everybody who runs a witness".to_owned(),
        "[[logs]]".to_owned(),
        "you need not start it again".to_owned(),
    ] {
        assert!(words.contains(&said), "{said}: {words}");
    }

    // The process that had stopped publishes again; the witness does not sign what it was not told of.
    serving.says(&[&["the log goes on under another name", &name]]);
    let silent = ["a witness does not sign", "404", "A charity"];
    serving.says(&[&silent, &silent]);
    assert_eq!(serving.get("/readyz").0, 200);
    let (_, note) = serving.get("/log/checkpoint");
    assert!(note.starts_with(&format!("{name}\n")) && note.matches('\u{2014}').count() == 1);
    witness.kill();
    let logs = [(old_name.as_str(), old_vkey.as_str()), (&name, &vkey)];
    let witness = Running::start(witness_home.path(), &logs);
    front.stands_before(&witness.url);
    let opened = serving.signed_by_all(&[Vkey::parse(&vkey).unwrap(), witness.vkey.clone()]);
    assert_eq!(opened.head.origin, name);
    let page = serving.get("/transparency").1;
    assert!(page.contains("Sayso was put back from an older copy."));
    assert!(page.contains(&format!("<code>{name}</code>")));
    assert!(page.contains(&format!("<code>{old_name}</code>")));
});
