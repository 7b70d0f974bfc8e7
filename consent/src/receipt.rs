//! What a receipt says: the proof of a decision or a withdrawal, in fields that a program and a person can
//! read. Signed over its canonical JSON (RFC 8785); the schema is versioned and never changes its meaning.

use crate::category::Category;
use crate::digest::Digest;
use crate::ids::{CollectionId, ReceiptId, RequestId};
use crate::language::Language;
use crate::time::{At, iso_date};
use serde::{Deserialize, Serialize};
use time::Date;

/// The schema of receipts that are made now.
pub const SCHEMA: &str = "urn:sayso:receipt:2";
/// The schema before there were words in a language. Such receipts are not made any more, and stay good.
pub const FIRST_SCHEMA: &str = "urn:sayso:receipt:1";

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
    /// Its title at that time, in the receipt's language.
    pub title: String,
    /// What was decided.
    pub state: ItemState,
    /// Where the claimant shares less of it than was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub narrowed: Option<ReceiptNarrowing>,
}

/// How much less of an item is shared than was asked for. It never names who recorded it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptNarrowing {
    /// The first day that the claimant lets through.
    #[serde(with = "iso_date::option")]
    pub from: Option<Date>,
    /// The last one.
    #[serde(with = "iso_date::option")]
    pub to: Option<Date>,
    /// Only what one person or place recorded.
    pub one_provider: bool,
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
    /// [`SCHEMA`], or [`FIRST_SCHEMA`].
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
    /// When it happened.
    pub at: At,
    /// Who issued it: the portal's base URL.
    pub issuer: String,
    /// Who acted: `claimant` or `operator`, never a name.
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
    /// For a withdrawal: what had been collected before.
    pub collections: Vec<ReceiptCollection>,
}

impl Receipt {
    /// The language of its words.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.unwrap_or_default()
    }

    /// Whether it has the members of its schema: words in a language, or in the first schema neither.
    #[must_use]
    pub fn fits_its_schema(&self) -> bool {
        let narrowed = self.items.iter().any(|item| item.narrowed.is_some());
        match self.schema.as_str() {
            SCHEMA => self.language.is_some() && self.subject.is_some() && !self.words.is_empty(),
            FIRST_SCHEMA => {
                self.language.is_none()
                    && self.subject.is_none()
                    && self.words.is_empty()
                    && !narrowed
            }
            _ => false,
        }
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
