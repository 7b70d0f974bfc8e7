//! What a receipt says: the proof of a decision or a withdrawal, in fields that a program and a person can
//! read. Signed over its canonical JSON (RFC 8785); the schema is versioned and never changes its meaning.

use crate::category::Category;
use crate::digest::Digest;
use crate::ids::{CollectionId, ReceiptId, RequestId};
use crate::time::At;
use serde::{Deserialize, Serialize};
use time::Date;

/// The schema of these fields.
pub const SCHEMA: &str = "urn:sayso:receipt:1";

/// Which event it proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReceiptKind {
    /// A decision: sharing all, some or nothing.
    Decision,
    /// A withdrawal of some or all of it.
    Withdrawal,
}

impl ReceiptKind {
    /// The name in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Withdrawal => "withdrawal",
        }
    }
}

/// What a receipt says about one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// Shared by this decision.
    Shared,
    /// Kept private by this decision.
    NotShared,
    /// Withdrawn by this withdrawal.
    Withdrawn,
    /// Shared before, and paused until the smaller package is confirmed.
    Paused,
}

/// One item of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptItem {
    /// The category.
    pub category: Category,
    /// Its title in English at that time.
    pub title: String,
    /// What was decided.
    pub state: ItemState,
}

/// A collection that came before a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptCollection {
    /// Its id.
    pub id: CollectionId,
    /// When.
    pub at: At,
    /// SHA-256 of what was handed out.
    pub digest: Digest,
}

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
}

/// A receipt, before it is signed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Receipt {
    /// [`SCHEMA`].
    pub schema: String,
    /// Its id.
    pub id: ReceiptId,
    /// What it proves.
    pub kind: ReceiptKind,
    /// When it happened.
    pub at: At,
    /// Who issued it: the portal's base URL.
    pub issuer: String,
    /// Who acted: `claimant` or `operator`, never a name.
    pub actor: String,
    /// The asker and the question.
    pub request: ReceiptRequest,
    /// The version of the decision.
    pub decision_version: u32,
    /// Every item that was decided on.
    pub items: Vec<ReceiptItem>,
    /// The last day of sharing, if the claimant set one.
    pub end_date: Option<Date>,
    /// Until when it can be collected, at the latest.
    pub collect_until: Option<At>,
    /// SHA-256 of the package that was confirmed.
    pub digest: Option<Digest>,
    /// The version of the rules.
    pub rules: u32,
    /// For a withdrawal: what had been collected before.
    pub collections: Vec<ReceiptCollection>,
}
