//! The same judgement by other means: a reader of its own, signatures by another generation of the crate through its own
//! trait, inclusion by `ct-merkle`, hashes by hand. Shares no line with what is under test.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ct_merkle::{InclusionProof, RootHash};
use ed25519_dalek::{Signature, VerifyingKey};
use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// A key and its name, taken apart by hand.
pub struct Known {
    name: String,
    id: [u8; 4],
    kind: u8,
    key: VerifyingKey,
}

impl Known {
    pub fn parse(vkey: &str) -> Self {
        let parts: Vec<&str> = vkey.splitn(3, '+').collect();
        let bytes = STANDARD.decode(parts[2]).unwrap();
        let id = u32::from_str_radix(parts[1], 16).unwrap().to_be_bytes();
        let key = VerifyingKey::from_bytes(bytes[1..].try_into().unwrap()).unwrap();
        Self { name: parts[0].to_owned(), id, kind: bytes[0], key }
    }
}

/// Whether this proof shows the event that it carries, signed by everybody who is known.
pub fn accepts(text: &[u8], log: &Known, witnesses: &[Known]) -> bool {
    judge(text, log, witnesses).is_some()
}

fn judge(text: &[u8], log: &Known, witnesses: &[Known]) -> Option<()> {
    let text = std::str::from_utf8(text).ok()?;
    let text = text.strip_suffix('\n')?;
    if text.chars().any(|letter| letter.is_control() && letter != '\n') {
        return None;
    }
    let mut parts = text.splitn(2, "\n\n");
    let (top, note) = (parts.next()?, parts.next()?);
    let (body, signatures) = note.rsplit_once("\n\n")?;
    let body = format!("{body}\n");

    let mut top = top.split('\n');
    (top.next()? == "c2sp.org/tlog-proof@v1").then_some(())?;
    let extra = STANDARD.decode(top.next()?.strip_prefix("extra ")?).ok()?;
    let index = number(top.next()?.strip_prefix("index ")?)?;
    let mut path = Vec::new();
    for line in top {
        let hash = STANDARD.decode(line).ok()?;
        (hash.len() == 32).then_some(())?;
        path.extend(hash);
    }

    let lines: Vec<&str> = body.split('\n').collect();
    let [origin, size, root, ""] = lines.as_slice() else { return None };
    (*origin == log.name).then_some(())?;
    let size = number(size)?;
    let root: [u8; 32] = STANDARD.decode(root).ok()?.try_into().ok()?;

    let mut met = Vec::new();
    for line in signatures.split('\n') {
        let (name, bytes) = line.strip_prefix("\u{2014} ")?.split_once(' ')?;
        let bytes = STANDARD.decode(bytes).ok()?;
        let (id, signature) = bytes.split_first_chunk::<4>()?;
        let known = std::iter::once(log).chain(witnesses);
        let Some(known) = known.into_iter().find(|known| known.name == name && known.id == *id)
        else {
            continue;
        };
        let (message, signature) = match known.kind {
            1 => (body.clone(), signature),
            4 => {
                let (time, rest) = signature.split_first_chunk::<8>()?;
                let at = u64::from_be_bytes(*time);
                (format!("cosignature/v1\ntime {at}\n{body}"), rest)
            }
            _ => return None,
        };
        let signature = Signature::from_slice(signature).ok()?;
        known.key.verify_strict(message.as_bytes(), &signature).ok()?;
        (!met.contains(&name)).then_some(())?;
        met.push(name);
    }
    (met.len() == 1 + witnesses.len()).then_some(())?;

    let opening: Value = serde_json::from_slice(&extra).ok()?;
    let members = opening.as_object().filter(|members| members.len() == 2)?;
    let salt = hex(members.get("salt")?.as_str()?)?;
    let event = members.get("event")?.as_str()?;
    let written =
        format!(r#"{{"salt":{},"event":{}}}"#, members.get("salt")?, members.get("event")?);
    (written.as_bytes() == extra).then_some(())?;
    let mut leaf = vec![1];
    leaf.extend(Sha256::new().chain_update(&salt).chain_update(event).finalize());

    (index < size).then_some(())?;
    let proof = InclusionProof::<Sha256>::try_from_bytes(path).ok()?;
    let root = RootHash::<Sha256>::new(root.into(), size);
    root.verify_inclusion(&leaf, index, &proof).ok()
}

fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number.to_string() == text).then_some(number)
}

fn hex(text: &str) -> Option<Vec<u8>> {
    let lower =
        text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
    lower.then_some(())?;
    (0..32).map(|place| u8::from_str_radix(&text[2 * place..2 * place + 2], 16).ok()).collect()
}
