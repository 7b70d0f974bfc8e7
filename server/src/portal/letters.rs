//! Opening a letter of one's own record before saying whether it goes. What is shown is what would be sent, byte for
//! byte; nothing is ever fetched from elsewhere, and that it was opened is on the record before it is seen.

use super::Portal;
use super::actor::Actor;
use super::drafts;
use super::error::{Refusal, Result};
use super::log::{self, Entry, Kind};
use super::previews::{mine, open_to_deciding};
use crate::store::requests;
use base64::Engine as _;
use base64::engine::DecodePaddingMode;
use base64::engine::general_purpose::{GeneralPurpose, GeneralPurposeConfig};
use consent::digest::Digest;
use consent::ids::{PersonId, RequestId};
use consent::package::Package;
use serde_json::{Value, json};

/// A file inside a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterFile {
    /// What it is, as its source says: never believed without a look at the list of what may be shown.
    pub content_type: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl Portal {
    /// One file of a letter, as it would be sent if the letter were put in. Once every file of it was opened, the
    /// letter counts as opened.
    pub async fn open_letter(
        &self,
        actor: &Actor,
        subject: PersonId,
        id: RequestId,
        key: Digest,
        place: usize,
    ) -> Result<LetterFile> {
        let mut decision = self.draft(actor, subject, id).await?.ok_or(Refusal::Incomplete)?;
        // What could not go, whatever was said of it, is not shown here either.
        decision.left_out.remove(&key);
        decision.put_in.insert(key);
        let package = self.summary(actor, subject, id, &decision).await?;
        let mut files = files(&package, key);
        let count = files.len();
        if place >= count {
            return Err(Refusal::NotFound.into());
        }
        let mut tx = self.db().write().await?;
        requests::lock(&mut tx, id).await?;
        let at = self.at(&tx);
        open_to_deciding(&mine(self, &mut tx, subject, id).await?, at)?;
        let draft = drafts::stored(self, &mut tx, subject, id).await?;
        let mut draft = draft.ok_or(Refusal::Incomplete)?;
        let looked_at = draft.looked_at.entry(key).or_default();
        looked_at.insert(place);
        if (0..count).all(|place| looked_at.contains(&place)) {
            draft.opened.insert(key);
        }
        drafts::keep(self, &mut tx, subject, id, &draft).await?;
        let entry = Entry {
            kind: Kind::LetterOpened,
            actor,
            subject: Some(subject),
            request: Some(id),
            data: json!({}),
        };
        log::append(self, &mut tx, entry).await?;
        tx.commit().await?;
        Ok(files.swap_remove(place))
    }
}

/// The files inside an entry of a package, in their order.
fn files(package: &Package, key: Digest) -> Vec<LetterFile> {
    let place = package.contents().sent.iter().position(|sent| *sent.key.digest() == key);
    let bundle: Value = serde_json::from_slice(package.bytes()).unwrap_or_default();
    let resource = place.and_then(|place| bundle.get("entry")?.get(place)?.get("resource"));
    let mut found = Vec::new();
    if let Some(resource) = resource {
        collect(resource, &mut found);
    }
    found
}

/// How many files each entry of a package holds, in its order.
#[must_use]
pub fn count_files(package: &Package) -> Vec<usize> {
    let bundle: Value = serde_json::from_slice(package.bytes()).unwrap_or_default();
    let entries = bundle.get("entry").and_then(Value::as_array);
    let count = |entry: &Value| {
        let mut found = Vec::new();
        collect(entry, &mut found);
        found.len()
    };
    entries.into_iter().flatten().map(count).collect()
}

fn collect(value: &Value, into: &mut Vec<LetterFile>) {
    match value {
        Value::Array(members) => members.iter().for_each(|member| collect(member, into)),
        Value::Object(members) => {
            let text = |name: &str| members.get(name).and_then(Value::as_str);
            if let Some(bytes) = text("data").and_then(decoded) {
                let content_type = text("contentType").unwrap_or_default().to_owned();
                into.push(LetterFile { content_type, bytes });
            }
            members.values().for_each(|member| collect(member, into));
        }
        _ => {}
    }
}

fn decoded(data: &str) -> Option<Vec<u8>> {
    let compact: String = data.chars().filter(|c| !c.is_ascii_whitespace()).collect();
    let lenient =
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
    GeneralPurpose::new(&base64::alphabet::STANDARD, lenient).decode(compact).ok()
}
