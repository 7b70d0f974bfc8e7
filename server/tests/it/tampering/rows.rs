//! Rows of the store, changed by somebody with the database in their hands: no trigger stands in their way. The walk of
//! the log finds each one out, and so does the sequencer where it would build on it.

use super::random::Random;
use super::{Log, Table};
use crate::support::Stage;

async fn without_triggers(stage: &Stage) {
    for name in stage.texts("SELECT name FROM sqlite_master WHERE type = 'trigger'").await {
        stage.execute(&format!("DROP TRIGGER {name}")).await.unwrap();
    }
    stage.execute("PRAGMA foreign_keys = OFF").await.unwrap();
}

/// Does it, asks whether the walk of the log finds it, and takes it back.
async fn judge(
    stage: &Stage,
    table: &mut Table,
    kind: &'static str,
    done: &[String],
    undone: &[String],
) {
    for sql in done {
        assert_eq!(stage.execute(sql).await.map_err(|why| format!("{sql}: {why}")), Ok(1), "{sql}");
    }
    let found = stage.portal.verify_log().await.unwrap().is_err();
    for sql in undone {
        stage.execute(sql).await.unwrap();
    }
    table.count(kind, found, None, None);
}

/// A column of bytes with one bit flipped.
async fn flipped(
    stage: &Stage,
    random: &mut Random,
    table: &str,
    column: &str,
    row: &str,
) -> (String, String) {
    let hex = stage
        .texts(&format!("SELECT lower(hex({column})) FROM {table} WHERE {row}"))
        .await
        .remove(0);
    let mut digits: Vec<u8> = hex.bytes().collect();
    let place = random.below(digits.len());
    let digit = char::from(digits[place]).to_digit(16).unwrap() ^ (1 << random.below(4));
    digits[place] = char::from_digit(digit, 16).unwrap().try_into().unwrap();
    let put = |hex: &str| format!("UPDATE {table} SET {column} = x'{hex}' WHERE {row}");
    (put(std::str::from_utf8(&digits).unwrap()), put(&hex))
}

pub async fn all(table: &mut Table, random: &mut Random) {
    let log = Log::new(144).await;
    let (stage, size) = (&log.stage, log.trees[1].size);
    without_triggers(stage).await;
    stage.portal.verify_log().await.unwrap().unwrap();
    let places = usize::try_from(size).unwrap();
    for _ in 0..60 {
        let row = format!("seq = {}", random.below(places));
        for (kind, name, column) in [
            ("row: a bit of a leaf flipped", "leaf", "hash"),
            ("row: a bit of a sealed event flipped", "event", "sealed"),
        ] {
            let (done, undone) = flipped(stage, random, name, column, &row).await;
            judge(stage, table, kind, &[done], &[undone]).await;
        }
        let name = *random.of(&["leaf", "event"]);
        let put = |by: &str| format!("UPDATE {name} SET at = at {by} WHERE {row}");
        let (done, undone) = (put("+ 1"), put("- 1"));
        judge(stage, table, "row: another time", &[done], &[undone]).await;
    }
    for _ in 0..30 {
        let one = random.below(places);
        let two = (one + 1 + random.below(places - 1)) % places;
        let swap = [
            format!("UPDATE leaf SET seq = -1 WHERE seq = {one}"),
            format!("UPDATE leaf SET seq = {one} WHERE seq = {two}"),
            format!("UPDATE leaf SET seq = {two} WHERE seq = -1"),
        ];
        judge(stage, table, "row: two leaves swapped", &swap, &swap).await;
        let take = |table: &str| format!("UPDATE {table} SET seq = 1000000 WHERE seq = {one}");
        let back = |table: &str| format!("UPDATE {table} SET seq = {one} WHERE seq = 1000000");
        let (gone, there) = ([take("leaf"), take("event")], [back("leaf"), back("event")]);
        judge(stage, table, "row: an event taken to the end", &gone, &there).await;
        let (done, undone) =
            flipped(stage, random, "tile_root", "hash", "level = 0 AND n = 0").await;
        judge(stage, table, "row: a bit of a tile's root flipped", &[done], &[undone]).await;
        let row = format!("size = {}", random.of(&log.trees).size);
        let (done, undone) = flipped(stage, random, "checkpoint", "root", &row).await;
        judge(stage, table, "row: a bit of a checkpoint's root flipped", &[done], &[undone]).await;
        let (done, undone) = flipped_note(stage, random, &row).await;
        judge(stage, table, "row: a letter of a checkpoint changed", &[done], &[undone]).await;
    }
    others(&log, table).await;
    cuts(&log, table, random).await;
}

/// A letter of a signed note, made another.
async fn flipped_note(stage: &Stage, random: &mut Random, row: &str) -> (String, String) {
    let note = stage.texts(&format!("SELECT note FROM checkpoint WHERE {row}")).await.remove(0);
    let mut letters: Vec<char> = note.chars().collect();
    // The last letters before the padding can differ in bits that mean nothing.
    let place = random.below(letters.len() - 4);
    letters[place] = if letters[place] == 'x' { 'y' } else { 'x' };
    let changed: String = letters.into_iter().collect();
    let put = |note: &str| format!("UPDATE checkpoint SET note = '{note}' WHERE {row}");
    (put(&changed), put(&note))
}

async fn others(log: &Log, table: &mut Table) {
    let (stage, [old, new]) = (&log.stage, &log.trees);
    let last = "UPDATE tile_root SET n = 7 WHERE level = 0 AND n = 0".to_owned();
    let back = "UPDATE tile_root SET n = 0 WHERE level = 0 AND n = 7".to_owned();
    judge(stage, table, "row: a tile's root moved", &[last], &[back]).await;
    let more = "INSERT INTO tile_root SELECT 0, 1, hash FROM tile_root".to_owned();
    let less = "DELETE FROM tile_root WHERE n = 1".to_owned();
    judge(stage, table, "row: a tile's root too many", &[more], &[less]).await;
    let moved = format!("UPDATE checkpoint SET size = {} WHERE size = {}", old.size + 1, old.size);
    let back = format!("UPDATE checkpoint SET size = {} WHERE size = {}", old.size, old.size + 1);
    judge(stage, table, "row: a checkpoint of another size", &[moved], &[back]).await;
    let beyond = format!("UPDATE checkpoint SET size = {} WHERE size = {}", new.size + 9, new.size);
    let back = format!("UPDATE checkpoint SET size = {} WHERE size = {}", new.size, new.size + 9);
    judge(stage, table, "row: a checkpoint of more leaves than there are", &[beyond], &[back])
        .await;
    let line = format!(
        "INSERT INTO cosignature (size, witness, at, line) VALUES ({}, 'w', 0, 'no line')",
        new.size
    );
    let gone = "DELETE FROM cosignature".to_owned();
    judge(stage, table, "row: a line of no witness", &[line], &[gone]).await;
    let head = |by: &str| format!("UPDATE log_head SET size = size {by}");
    judge(stage, table, "row: another size of the log", &[head("+ 1")], &[head("- 1")]).await;
    judge(stage, table, "row: another size of the log", &[head("- 1")], &[head("+ 1")]).await;
}

/// Takes the store back to a smaller one, in every way that leaves it whole in itself; what the machine remembers, and a
/// mirror that somebody else keeps, tell.
async fn cuts(log: &Log, table: &mut Table, random: &mut Random) {
    let (stage, [old, new]) = (&log.stage, &log.trees);
    let kept = stage.home().join("kept.db");
    stage.execute(&format!("VACUUM INTO '{}'", kept.display())).await.unwrap();
    stage.execute(&format!("ATTACH '{}' AS kept", kept.display())).await.unwrap();
    let restore = async || {
        for name in ["checkpoint", "tile_root", "leaf", "event"] {
            stage.execute(&format!("DELETE FROM {name}")).await.unwrap();
            stage.execute(&format!("INSERT INTO {name} SELECT * FROM kept.{name}")).await.unwrap();
        }
        stage.execute("UPDATE log_head SET size = (SELECT size FROM kept.log_head)").await.unwrap();
    };
    for round in 0..40 {
        // Back to the older tree and some leaves after it, or to nothing signed at all.
        let signed = if round % 4 == 3 { 0 } else { old.size };
        let spare = usize::try_from(new.size - signed).unwrap();
        let size = signed + u64::try_from(random.below(spare)).unwrap();
        for sql in [
            format!("DELETE FROM checkpoint WHERE size > {signed}"),
            format!("DELETE FROM tile_root WHERE (n + 1) * 256 > {signed}"),
            format!("DELETE FROM event WHERE seq >= {size}"),
            format!("DELETE FROM leaf WHERE seq >= {size}"),
            format!("UPDATE log_head SET size = {size}"),
        ] {
            stage.execute(&sql).await.unwrap();
        }
        let walk = stage.portal.verify_log().await.unwrap().is_err();
        table.count("rollback: the walk of the log", walk, None, None);
        let fresh = stage.again().await;
        fresh.publish_now().await.unwrap_err();
        table.count("rollback: the sequencer", fresh.log_halted().is_some(), None, None);
        fresh.db().close().await;
        let export = stage.portal.export_log(log.mirror.path(), |_, _| ()).await.unwrap();
        table.count("rollback: a mirror", export.is_err(), None, None);
        restore().await;
    }
    stage.portal.verify_log().await.unwrap().unwrap();
}
