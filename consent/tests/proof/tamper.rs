//! Proofs that somebody changed. Each must be noticed by ours, by the independent reader and by Go's.

use crate::go;
use crate::independent::{self, Known};
use crate::world::{AT, World};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use consent::proof::{Opening, Policy, TlogProof, Vkey, verify_opened};
use std::collections::BTreeMap;

const PLACE: usize = 41;
const SIZE: usize = 100;

/// All that is tried, by kind. The true proof is never among them.
struct Tampered {
    truth: String,
    all: Vec<(&'static str, Vec<u8>)>,
}

impl Tampered {
    fn add(&mut self, kind: &'static str, text: impl Into<Vec<u8>>) {
        let text = text.into();
        if text != self.truth.as_bytes() {
            self.all.push((kind, text));
        }
    }

    fn proof(&mut self, kind: &'static str, change: impl FnOnce(&mut TlogProof)) {
        let mut proof = TlogProof::parse(&self.truth).unwrap();
        change(&mut proof);
        self.add(kind, proof.to_text());
    }

    fn checkpoint(&mut self, kind: &'static str, checkpoint: String) {
        self.proof(kind, |proof| proof.checkpoint = checkpoint);
    }

    fn extra(&mut self, kind: &'static str, extra: Option<Vec<u8>>) {
        self.proof(kind, |proof| proof.extra = extra);
    }
}

fn all(world: &World) -> Tampered {
    let truth = world.proof(PLACE, SIZE).to_text();
    let mut tampered = Tampered { truth: truth.clone(), all: Vec::new() };
    let t = &mut tampered;
    bytes(t, &truth);
    lines(t, &truth);
    numbers(t);
    others(t, world);
    signatures(t, world);
    openings(t, world);
    tampered
}

fn bytes(t: &mut Tampered, truth: &str) {
    for place in 0..truth.len() {
        for bit in 0..8 {
            let mut text = truth.as_bytes().to_vec();
            text[place] ^= 1 << bit;
            t.add("one bit turned", text);
        }
        let mut text = truth.as_bytes().to_vec();
        text.remove(place);
        t.add("one byte left out", text);
        let mut text = truth.as_bytes().to_vec();
        text.insert(place, b" \nA="[place % 4]);
        t.add("one byte put in", text);
        t.add("cut off", &truth.as_bytes()[..place]);
    }
    for more in ["\n", " ", "A", "\0", "\n\n", "\u{2014} x.example AAAAAAA=\n", "\r\n"] {
        t.add("something behind it", format!("{truth}{more}"));
        if more != "\u{2014} x.example AAAAAAA=\n" {
            t.add("something before it", format!("{more}{truth}"));
        }
    }
    // A line of somebody unknown changes nothing that is claimed: it is counted, not refused.
    t.all.retain(|(_, text)| !text.ends_with("\u{2014} x.example AAAAAAA=\n".as_bytes()));
    t.add("other line ends", truth.replace('\n', "\r\n"));
}

fn lines(t: &mut Tampered, truth: &str) {
    let lines: Vec<&str> = truth.trim_end_matches('\n').split('\n').collect();
    let join = |lines: &[&str]| lines.join("\n") + "\n";
    for one in 0..lines.len() {
        let mut without = lines.clone();
        without.remove(one);
        t.add("a line left out", join(&without));
        let mut twice = lines.clone();
        twice.insert(one, lines[one]);
        t.add("a line twice", join(&twice));
        for other in one + 1..lines.len() {
            // The order of signatures says nothing.
            let signatures = [one, other].iter().all(|place| lines[*place].starts_with('\u{2014}'));
            if !signatures {
                let mut swapped = lines.clone();
                swapped.swap(one, other);
                t.add("two lines swapped", join(&swapped));
            }
        }
    }
}

fn numbers(t: &mut Tampered) {
    for index in 0..2 * SIZE as u64 {
        t.proof("another place", |proof| proof.index = index);
    }
    for size in (1..=2 * SIZE).filter(|size| *size != SIZE) {
        let changed = t.truth.replacen(&format!("\n{SIZE}\n"), &format!("\n{size}\n"), 1);
        t.add("another size", changed);
    }
    for text in ["041", "+41", "41 ", " 41", "41.0", "0x29", "-1", "18446744073709551657", ""] {
        let changed = t.truth.replacen("index 41\n", &format!("index {text}\n"), 1);
        t.add("another way to write the place", changed);
    }
    for level in 0..7 {
        t.proof("the path changed", |proof| proof.path.truncate(level));
        t.proof("the path changed", |proof| proof.path.insert(level, proof.path[level]));
        t.proof("the path changed", |proof| proof.path.reverse());
    }
    t.proof("the path changed", |proof| proof.path.push(proof.path[0]));
}

fn others(t: &mut Tampered, world: &World) {
    for place in (0..SIZE).filter(|place| *place != PLACE) {
        let other = world.proof(place, SIZE);
        let event = t.truth.clone();
        let own = TlogProof::parse(&event).unwrap();
        // Of the other proof only what was left out here.
        t.add(
            "the path of another event",
            TlogProof { path: other.path.clone(), ..own.clone() }.to_text(),
        );
        t.add(
            "the place and path of another event",
            TlogProof { extra: own.extra.clone(), ..other.clone() }.to_text(),
        );
        t.add("the event of another place", TlogProof { extra: other.extra, ..own }.to_text());
    }
    for size in (PLACE + 1..=2 * SIZE).filter(|size| *size != SIZE) {
        let checkpoint = world.checkpoint(size);
        t.proof("the checkpoint of another size", |proof| proof.checkpoint = checkpoint);
        let path = world.path(PLACE, size);
        // In some sizes the way is the same.
        let is_same = path == TlogProof::parse(&t.truth).unwrap().path;
        let path = if is_same { Vec::new() } else { path };
        t.proof("the path of another size", |proof| proof.path = path);
    }
}

fn signatures(t: &mut Tampered, world: &World) {
    let head = world.head(SIZE);
    let [one, two] = [0, 1].map(|place| world.cosigned(place, &head, AT + place as u64));
    let log = world.log_signed(&head);
    for seed in (0..50_u8).map(|number| 100 + 3 * number) {
        let other = World::new(seed, SIZE);
        let forged = other.log_signed(&head);
        t.checkpoint("signed by another key of the log", format!("{forged}{one}{two}"));
        let [a, b] = [0, 1].map(|place| other.cosigned(place, &head, AT + place as u64));
        t.checkpoint("signed by another key of a witness", format!("{log}{a}{two}"));
        t.checkpoint("signed by another key of a witness", format!("{log}{one}{b}"));
        // The key's id stays, so that the reader takes it for the key that it knows.
        let (text, line) = forged.rsplit_once("\n\n").unwrap();
        let renamed = with_id(line, world.log_vkey.id());
        t.checkpoint(
            "another key under the id of the log's",
            format!("{text}\n\n{renamed}{one}{two}"),
        );
        let renamed = with_id(&a, world.witnesses[0].1.id());
        t.checkpoint("another key under the id of a witness's", format!("{log}{renamed}{two}"));
        t.add("another log under the same name", other.proof(PLACE, SIZE).to_text());
    }
    for size in (1..=2 * SIZE).filter(|size| *size != SIZE) {
        let other = world.head(size);
        let line = world.cosigned(0, &other, AT);
        t.checkpoint("a witness's signature on another size", format!("{log}{line}{two}"));
        let signed = world.log_signed(&other);
        let (_, line) = signed.rsplit_once("\n\n").unwrap();
        t.checkpoint(
            "the log's signature on another size",
            format!("{}\n{line}{one}{two}", head.text()),
        );
    }
    for shift in 0..100_u64 {
        for at in [AT - 1 - shift * 86_400, AT + 1 + shift * 86_400, shift] {
            let changed = with_time(&one, at);
            t.checkpoint("another time in a signature", format!("{log}{changed}{two}"));
        }
    }
    for changed in [two.clone(), String::new(), one.replace("one.example", "two.example")] {
        t.checkpoint("a witness in the place of another", format!("{log}{changed}{two}"));
    }
    let bare = format!("{}\n{one}{two}", head.text());
    t.proof("witnesses without the log", |proof| proof.checkpoint = bare);
}

fn openings(t: &mut Tampered, world: &World) {
    let truth = world.opening(PLACE).clone();
    let (salt, event) = (truth.salt.clone(), truth.event.clone());
    for place in 0..salt.len() {
        for digit in "0123456789abcdefABCDEF".chars() {
            let mut changed: Vec<char> = salt.chars().collect();
            changed[place] = digit;
            let salt = changed.into_iter().collect();
            t.extra("another salt", Opening { salt, event: event.clone() }.to_extra().ok());
        }
    }
    for number in 0..100 {
        let event = event.replace("41", &number.to_string());
        t.extra("another event", Opening { salt: salt.clone(), event }.to_extra().ok());
    }
    let quoted = serde_json::to_string(&event).unwrap();
    for extra in [
        format!(r#"{{"event":{quoted},"salt":"{salt}"}}"#),
        format!(r#"{{ "salt":"{salt}","event":{quoted}}}"#),
        format!(r#"{{"salt":"{salt}","event":{quoted}}} "#),
        format!(r#"{{"salt":"{salt}","event":{quoted},"more":1}}"#),
        format!(r#"{{"salt":"{salt}","salt":"{salt}","event":{quoted}}}"#),
        format!(r#"{{"salt":"{salt}","event":{event}}}"#),
        format!(r#"{{"salt":"{salt}"}}"#),
        format!(r#"{{"\u0073alt":"{salt}","event":{quoted}}}"#),
        "null".to_owned(),
        "[]".to_owned(),
        String::new(),
    ] {
        t.proof("the event written in another way", |proof| proof.extra = Some(extra.into_bytes()));
    }
    t.proof("the event left out", |proof| proof.extra = None);
}

fn with_id(line: &str, id: u32) -> String {
    change(line, |bytes| bytes[..4].copy_from_slice(&id.to_be_bytes()))
}

fn with_time(line: &str, at: u64) -> String {
    change(line, |bytes| bytes[4..12].copy_from_slice(&at.to_be_bytes()))
}

fn change(line: &str, how: impl FnOnce(&mut Vec<u8>)) -> String {
    let (name, bytes) = line.trim_end().rsplit_once(' ').unwrap();
    let mut bytes = STANDARD.decode(bytes).unwrap();
    how(&mut bytes);
    format!("{name} {}\n", STANDARD.encode(bytes))
}

fn ours(text: &[u8], policy: &Policy) -> bool {
    std::str::from_utf8(text).is_ok_and(|text| verify_opened(text, policy).is_ok())
}

/// Splits the work between the machine's two cores.
fn in_two<T: Sync, R: Send>(all: &[T], judge: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (left, right) = all.split_at(all.len() / 2);
    std::thread::scope(|scope| {
        let left = scope.spawn(|| left.iter().map(&judge).collect::<Vec<_>>());
        let right: Vec<_> = right.iter().map(&judge).collect();
        let mut both = left.join().unwrap();
        both.extend(right);
        both
    })
}

#[test]
fn no_tampered_proof_is_taken_by_anybody() {
    let world = World::new(1, 2 * SIZE);
    let policy = world.policy();
    let vkeys: Vec<&Vkey> = std::iter::once(&world.log_vkey)
        .chain(world.witnesses.iter().map(|(_, vkey)| vkey))
        .collect();
    let vkeys: Vec<String> = vkeys.into_iter().map(Vkey::to_string).collect();
    let known: Vec<Known> = vkeys.iter().map(|vkey| Known::parse(vkey)).collect();
    let (log, witnesses) = known.split_first().unwrap();
    let tampered = all(&world);

    // All three take the true one: whoever refuses everything notices nothing.
    let truth = tampered.truth.as_bytes().to_vec();
    assert!(ours(&truth, &policy));
    assert!(independent::accepts(&truth, log, witnesses));
    let mut texts = vec![truth];
    texts.extend(tampered.all.iter().map(|(_, text)| text.clone()));
    let go = go::accepts(&texts, &vkeys);
    assert!(go.as_ref().is_none_or(|answers| answers[0]));

    let taken = in_two(&tampered.all, |(_, text)| {
        (ours(text, &policy), independent::accepts(text, log, witnesses))
    });
    let mut table: BTreeMap<&str, [usize; 4]> = BTreeMap::new();
    for (place, ((kind, text), (ours, other))) in tampered.all.iter().zip(taken).enumerate() {
        let row = table.entry(kind).or_default();
        row[0] += 1;
        row[1] += usize::from(!ours);
        row[2] += usize::from(!other);
        let by_go = go.as_ref().is_some_and(|answers| answers[place + 1]);
        row[3] += usize::from(go.is_some() && !by_go);
        let shown = String::from_utf8_lossy(text);
        assert!(!ours, "{kind}: ours takes it\n{shown}");
        assert!(!other, "{kind}: the independent reader takes it\n{shown}");
        assert!(!by_go, "{kind}: Go takes it\n{shown}");
    }
    println!(
        "{:44} {:>6} {:>6} {:>12} {:>6}",
        "tampered proofs", "tried", "ours", "independent", "Go"
    );
    for (kind, [tried, ours, other, go]) in &table {
        println!("{kind:44} {tried:6} {ours:6} {other:12} {go:6}");
    }
    let tried: usize = table.values().map(|row| row[0]).sum();
    println!("{:44} {tried:6}", "all");
    assert!(tried >= 3_000, "{tried}");
}

#[test]
fn a_line_of_somebody_unknown_is_counted_and_changes_nothing() {
    let world = World::new(1, SIZE);
    let mut proof = world.proof(PLACE, SIZE);
    let stranger = World::new(50, SIZE);
    proof.checkpoint.push_str(&stranger.cosigned(0, &world.head(SIZE), AT));
    let (included, opening) = verify_opened(&proof.to_text(), &world.policy()).unwrap();
    assert_eq!((included.unknown, included.witnesses.len()), (1, 2));
    assert_eq!((included.index, included.size), (PLACE as u64, SIZE as u64));
    assert_eq!(included.witnesses[1].at, AT + 1);
    assert_eq!(&opening, world.opening(PLACE));
}
