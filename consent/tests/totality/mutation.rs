//! Changes to a record that a source could make by mistake or on purpose.

use crate::turns::Turns;
use serde_json::{Map, Value, json};

/// At most so many changes in one record.
const MOST: usize = 12;

/// The record after some changes.
pub fn changed(source: &Value, turns: &mut Turns<'_>) -> Value {
    let mut changed = source.clone();
    for _ in 0..=turns.below(MOST) {
        if turns.is_over() {
            break;
        }
        let entries = changed.get_mut("entry").and_then(Value::as_array_mut);
        match (turns.below(8), entries) {
            (0, Some(entries)) if !entries.is_empty() => {
                let at = turns.below(entries.len());
                let again = entries[at].clone();
                entries.insert(turns.below(entries.len()), again);
            }
            (1, Some(entries)) if entries.len() > 1 => {
                let (one, other) = (turns.below(entries.len()), turns.below(entries.len()));
                entries.swap(one, other);
            }
            (2, Some(entries)) if !entries.is_empty() => link(entries, turns),
            _ => change(&mut changed, turns, 0),
        }
    }
    changed
}

/// Bytes that no JSON has, or that cut it short.
pub fn scratched(bytes: &mut Vec<u8>, turns: &mut Turns<'_>) {
    for _ in 0..turns.below(4) {
        let at = turns.below(bytes.len());
        match turns.below(4) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, u8::try_from(turns.below(256)).unwrap_or_default()),
            2 if !bytes.is_empty() => {
                bytes[at] ^= 1 << turns.below(8);
            }
            _ => {
                let piece = bytes.get(at..at + turns.below(64)).unwrap_or_default().to_vec();
                bytes.splice(at..at, piece);
            }
        }
    }
}

/// A reference from one entry to another, or to itself, under a name that some type has.
fn link(entries: &mut [Value], turns: &mut Turns<'_>) {
    const NAMES: [&str; 8] = [
        "encounter",
        "partOf",
        "basedOn",
        "reasonReference",
        "hasMember",
        "result",
        "performer",
        "medicationReference",
    ];
    let (from, to) = (turns.below(entries.len()), turns.below(entries.len()));
    let target = &entries[to];
    let by_id = format!(
        "{}/{}",
        target["resource"]["resourceType"].as_str().unwrap_or("Condition"),
        target["resource"]["id"].as_str().unwrap_or("1")
    );
    let url = target["fullUrl"].as_str().unwrap_or(&by_id).to_owned();
    let address = if turns.below(2) == 0 { by_id } else { url };
    let reference = json!({ "reference": address });
    let name = NAMES[turns.below(NAMES.len())];
    let value = if turns.below(2) == 0 { reference } else { json!([reference]) };
    let resource = entries[from].get_mut("resource").and_then(Value::as_object_mut);
    if let Some(resource) = resource {
        resource.insert(name.to_owned(), value);
    }
}

/// Walks down to some place, and changes what is there.
fn change(value: &mut Value, turns: &mut Turns<'_>, depth: usize) {
    let stop = depth > 1 && turns.below(4) == 0;
    match value {
        Value::Object(members) if !members.is_empty() && !stop => {
            let name = members.keys().nth(turns.below(members.len())).cloned().unwrap_or_default();
            if turns.below(12) == 1 {
                return rename(members, &name, turns);
            }
            if let Some(member) = members.get_mut(&name) {
                change(member, turns, depth + 1);
            }
        }
        Value::Array(items) if !items.is_empty() && !stop => {
            let at = turns.below(items.len());
            change(&mut items[at], turns, depth + 1);
        }
        other => *other = odd(other, turns),
    }
}

fn rename(members: &mut Map<String, Value>, name: &str, turns: &mut Turns<'_>) {
    const NAMES: [&str; 8] = [
        "code",
        "extension",
        "modifierExtension",
        "contained",
        "reference",
        "_status",
        "text",
        "\u{1F600}\u{FFFD}",
    ];
    let Some(value) = members.remove(name) else { return };
    if turns.below(3) > 0 {
        members.insert(NAMES[turns.below(NAMES.len())].to_owned(), value);
    }
}

/// Something else in its place.
fn odd(before: &Value, turns: &mut Turns<'_>) -> Value {
    const TEXTS: [&str; 20] = [
        "",
        " ",
        "\u{0}",
        "İ\u{307}ſß\u{1F9D1}\u{200D}\u{1F52C}",
        "'\u{300}\u{300}\u{300}",
        "Patient/",
        "/Patient",
        "#",
        "#1",
        "urn:uuid:",
        "https://example.org/Condition/1/_history/2#x",
        "0000",
        "9999-12-31T24:00:00+14:00",
        "-0001",
        "2024-02-30",
        "F32.1",
        "entered-in-error",
        "<div><![CDATA[&#x110000;&#;&lt",
        "{\\rtf1\\'zz\\'\\u-1 \\pict",
        "overdose of amitriptyline, hospice, HIV; iselder",
    ];
    match turns.below(12) {
        0 => Value::Null,
        1 => json!(-0.0),
        2 => json!(1e308),
        3 => json!(u64::MAX),
        4 => json!([]),
        5 => json!({}),
        6 => json!(TEXTS[turns.below(TEXTS.len())].repeat(1 + turns.below(200))),
        7 => (0..turns.below(80)).fold(before.clone(), |inner, _| json!([inner])),
        8 => (0..turns.below(80)).fold(before.clone(), |inner, _| json!({ "extension": [inner] })),
        9 => json!({ "reference": TEXTS[turns.below(TEXTS.len())] }),
        _ => json!(TEXTS[turns.below(TEXTS.len())]),
    }
}
