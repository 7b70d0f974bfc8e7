//! What a receipt says: the proof of one event, in fields that a program and a person can read. Signed over its
//! canonical JSON (RFC 8785); the schema is versioned and never changes its meaning.

mod event;
mod record;

pub use event::{
    ErasureOutcome, ItemState, PausedBecause, ReceiptCollection, ReceiptEnd, ReceiptErasure,
    ReceiptFile, ReceiptItem, ReceiptKind, ReceiptNarrowing, ReceiptRight, Right,
};
pub use record::record;

use crate::digest::Digest;
use crate::ids::{ReceiptId, RequestId};
use crate::language::Language;
use crate::purpose::KeepFrom;
use crate::time::{At, iso_date};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::Date;

/// The schema of receipts that are made now.
pub const SCHEMA: &str = "urn:sayso:receipt:3";
/// The schema before there were receipts of more than decisions and withdrawals. Not made any more; stays good.
pub const SECOND_SCHEMA: &str = "urn:sayso:receipt:2";
/// The schema before there were words in a language. Not made any more; stays good.
pub const FIRST_SCHEMA: &str = "urn:sayso:receipt:1";

/// The asker and the question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptRequest {
    /// The request.
    pub id: RequestId,
    /// Its short form for people.
    pub short: String,
    /// The requester's organisation.
    pub organisation: String,
    /// The requester's team.
    pub team: String,
    /// The purpose's id.
    pub purpose: String,
    /// The purpose's version.
    pub purpose_version: u32,
    /// When it was submitted.
    pub submitted_at: At,
    /// Everybody who may see what is sent.
    pub recipients: Vec<String>,
    /// How long it may be kept (ISO 8601 duration).
    pub keep_for: String,
    /// From when that time counts. From the third schema on, like the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keep_from: Option<KeepFrom>,
    /// The requester's client.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// What the purpose is called, in the receipt's language.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose_title: Option<String>,
}

/// A receipt, before it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`SCHEMA`], or one from before.
    pub schema: String,
    /// The language of `words` and of the titles: the one that the claimant saw. None in the first schema, which is
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// What the other members say, in plain sentences. None in the first schema.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Its id.
    pub id: ReceiptId,
    /// What it proves.
    pub kind: ReceiptKind,
    /// When it happened; of an expiry, when it was noticed.
    pub at: At,
    /// Who issued it: the portal's base URL.
    pub issuer: String,
    /// Who acted: `claimant`, `delegate`, `requester`, `operator` or `portal`, never a name.
    pub actor: String,
    /// Whose record it is about: a code of this person and this requester, which nobody else's receipts bear and no
    /// other requester's. None in the first schema.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    /// The asker and the question.
    pub request: ReceiptRequest,
    /// The version of the decision.
    pub decision_version: u32,
    /// Every item that was decided on.
    pub items: Vec<ReceiptItem>,
    /// The last day of sharing, if the claimant set one.
    #[serde(serialize_with = "iso_date::option::serialize", deserialize_with = "last_day")]
    pub end_date: Option<Date>,
    /// Until when it can be collected, at the latest; none where there is nothing to collect.
    pub collect_until: Option<At>,
    /// SHA-256 of the package that was confirmed.
    pub digest: Option<Digest>,
    /// The version of the rules.
    pub rules: u32,
    /// Of a withdrawal: what had been collected before. Of a collection, and of an answer about one: that one.
    pub collections: Vec<ReceiptCollection>,
    /// The receipt of the answer that it is about; of an amendment, of the answer before. All that follows is there from
    /// the third schema on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ReceiptId>,
    /// Of an expiry: when sharing ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<ReceiptEnd>,
    /// Of a pause, and of a withdrawal that leaves something over: why that waits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paused: Option<PausedBecause>,
    /// Of a collection: what was handed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<ReceiptFile>,
    /// Of an answer about a collection: what became of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub erasure: Option<ReceiptErasure>,
    /// What the law says, in the receipt's language.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub law: Vec<String>,
    /// The claimant's rights, each with a text to send.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<ReceiptRight>,
    /// The same in the terms of ISO/IEC TS 27560 and the Data Privacy Vocabulary: [`record`] of all the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<Value>,
}

impl Receipt {
    /// The language of its words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// Whether it has the members of its schema and of its kind, and says nothing twice in two ways.
    #[must_use]
    pub fn fits_its_schema(&self) -> bool {
        let worded = self.language.is_some() && self.subject.is_some() && !self.words.is_empty();
        match self.schema.as_str() {
            SCHEMA => worded && self.fits_its_kind() && self.record.as_ref() == Some(&record(self)),
            SECOND_SCHEMA => worded && self.is_of_an_earlier_schema(),
            FIRST_SCHEMA => {
                self.language.is_none()
                    && self.subject.is_none()
                    && self.words.is_empty()
                    && self.items.iter().all(|item| item.narrowed.is_none())
                    && self.is_of_an_earlier_schema()
            }
            _ => false,
        }
    }

    fn is_of_an_earlier_schema(&self) -> bool {
        let request = &self.request;
        let known = |state| !matches!(state, ItemState::Ended | ItemState::Collected);
        matches!(self.kind, ReceiptKind::Decision | ReceiptKind::Withdrawal)
            && self.items.iter().all(|item| known(item.state))
            && (request.keep_from, &request.client, &request.purpose_title) == (None, &None, &None)
            && self.follows.is_none()
            && (self.ended, self.paused, self.file) == (None, None, None)
            && self.erasure.is_none()
            && self.law.is_empty()
            && self.rights.is_empty()
            && self.record.is_none()
    }

    fn fits_its_kind(&self) -> bool {
        let kind = self.kind;
        let about_one = matches!(kind, ReceiptKind::Collection | ReceiptKind::ErasureAnswer);
        let lists =
            kind == ReceiptKind::Withdrawal || self.collections.len() == usize::from(about_one);
        let waits = self.items.iter().any(|item| item.state == ItemState::Paused);
        (kind != ReceiptKind::Decision || self.follows.is_none())
            && self.ended.is_some() == (kind == ReceiptKind::Expiry)
            && self.paused.is_some() == waits
            && self.file.is_some() == (kind == ReceiptKind::Collection)
            && self.erasure.is_some() == (kind == ReceiptKind::ErasureAnswer)
            && lists
            && self.request.client.is_some()
            && self.request.keep_from.is_some()
            && self.request.purpose_title.is_some()
            && !self.law.is_empty()
            && self.rights.iter().map(|right| right.right).eq(Right::ALL)
    }
}

/// `2026-12-04`; in the first schema the year and the number of the day in it: `[2026, 338]`.
fn last_day<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    use serde::de::Error as _;
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Written {
        Day(String),
        First(i32, u16),
    }
    let date = match Option::<Written>::deserialize(deserializer)? {
        None => return Ok(None),
        Some(Written::Day(text)) => crate::time::parse_day(&text).ok(),
        Some(Written::First(year, day)) => Date::from_ordinal_date(year, day).ok(),
    };
    date.map(Some).ok_or_else(|| D::Error::custom("Give a real date as in 2026-12-04"))
}

#[cfg(test)]
mod tests;
