//! What a receipt proves, and what it says of one item, one collection or one event. Names are kept for ever.

use crate::category::Category;
use crate::decision::Hold;
use crate::digest::Digest;
use crate::ids::CollectionId;
use crate::standing::EndedBy;
use crate::time::{At, iso_date};
use serde::{Deserialize, Serialize};
use time::Date;

/// Which event it proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReceiptKind {
    /// The first decision about a request: sharing all, some or nothing.
    Decision,
    /// A later decision about the same request.
    Amendment,
    /// A withdrawal of some or all of it.
    Withdrawal,
    /// The time to collect was over.
    Expiry,
    /// Sharing is held until the claimant confirms again.
    Pause,
    /// It was collected, once.
    Collection,
    /// What the requester says became of what it collected.
    ErasureAnswer,
}

impl ReceiptKind {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Decision,
        Self::Amendment,
        Self::Withdrawal,
        Self::Expiry,
        Self::Pause,
        Self::Collection,
        Self::ErasureAnswer,
    ];

    /// The name in the store.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Decision => "decision",
            Self::Amendment => "amendment",
            Self::Withdrawal => "withdrawal",
            Self::Expiry => "expiry",
            Self::Pause => "pause",
            Self::Collection => "collection",
            Self::ErasureAnswer => "erasure-answer",
        }
    }

    /// Is it an answer of the claimant, the first or a later one?
    #[must_use]
    pub const fn is_answer(self) -> bool {
        matches!(self, Self::Decision | Self::Amendment)
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
    /// Withdrawn by this withdrawal, or by one before.
    Withdrawn,
    /// Shared before, and paused until it is confirmed again.
    Paused,
    /// Shared until its time was over.
    Ended,
    /// In the file that was collected.
    Collected,
}

/// One item of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptItem {
    /// The category.
    pub category: Category,
    /// Its title at that time, in the receipt's language.
    pub title: String,
    /// What was decided, or became of it.
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

/// A collection: the one that the receipt is about, or one that came before a withdrawal.
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

/// When sharing came to its end, and why then.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptEnd {
    /// The moment from which nothing could be collected any more.
    pub at: At,
    /// The claimant's end date, or the time that the purpose allows.
    pub by: EndedBy,
}

/// Why something waits to be confirmed again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PausedBecause {
    /// A part was withdrawn: what is left is a smaller file, which the claimant has not seen yet.
    PartWithdrawn,
    /// Newer rules would withhold some of what was confirmed.
    RulesChanged,
    /// The person died.
    Died,
    /// The store was restored from a backup.
    Restored,
    /// Something is wrong with what is stored.
    Fault,
    /// The operator holds it.
    Operator,
}

impl From<Hold> for PausedBecause {
    fn from(hold: Hold) -> Self {
        match hold {
            Hold::Died => Self::Died,
            Hold::Restored => Self::Restored,
            Hold::RulesChanged => Self::RulesChanged,
            Hold::Fault => Self::Fault,
            Hold::Operator => Self::Operator,
        }
    }
}

/// What was handed out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptFile {
    /// How many entries it has.
    pub entries: u32,
    /// How many bytes.
    pub bytes: u32,
}

/// What the requester answered when it was asked to erase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureOutcome {
    /// It says that it is erased.
    Erased,
    /// It says that it keeps it.
    Kept,
}

/// The requester's answer, in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptErasure {
    /// Erased or kept.
    pub outcome: ErasureOutcome,
    /// What it says, and why it keeps it where it does.
    pub statement: String,
}

/// A right of the claimant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// A copy of what is held.
    Access,
    /// To have it put right.
    Rectification,
    /// To have its use limited.
    Restriction,
    /// To object: because the basis is a public task.
    Objection,
    /// To complain to the Information Commissioner.
    Complaint,
}

impl Right {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 5] =
        [Self::Access, Self::Rectification, Self::Restriction, Self::Objection, Self::Complaint];

    /// The name in a receipt.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Access => "access",
            Self::Rectification => "rectification",
            Self::Restriction => "restriction",
            Self::Objection => "objection",
            Self::Complaint => "complaint",
        }
    }

    /// Where the law gives it.
    #[must_use]
    pub const fn law(self) -> &'static str {
        match self {
            Self::Access => "UK GDPR Article 15",
            Self::Rectification => "UK GDPR Article 16",
            Self::Restriction => "UK GDPR Article 18",
            Self::Objection => "UK GDPR Article 21",
            Self::Complaint => "UK GDPR Article 77",
        }
    }
}

/// A right, with the words to use it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptRight {
    /// Which.
    pub right: Right,
    /// Where the law gives it.
    pub law: String,
    /// A text to send, with the request's reference, in the receipt's language.
    pub text: String,
}
