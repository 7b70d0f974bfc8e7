//! The kinds of events, each with what its sentence needs and nothing more.

use super::By;
use crate::pages::account::Device;
use time::Date;

/// What happened. `who` is who asks, as the register names it; `reference` is the request's.
/// Titles of categories come in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and said above where that is not enough"
)]
pub enum Happening {
    /// A request was matched to this person.
    RequestReceived { who: String, reference: String, count: u32 },
    /// A request was looked at.
    RequestViewed { by: By, reference: String },
    /// A source may be read.
    SourcePermitted { source: String },
    /// A source may be read no more.
    SourceStopped { source: String },
    /// A record was read.
    RecordRead { source: String, reference: String },
    /// "Not now".
    DraftSaved { by: By, reference: String },
    /// What would be sent was looked at.
    PreviewMade { by: By, reference: String },
    /// All that was asked for is shared.
    DecisionShared { by: By, reference: String, share: u32 },
    /// Nothing is shared.
    DecisionRefused { by: By, reference: String },
    /// Some is shared.
    DecisionPart { by: By, reference: String, share: u32, private: u32 },
    /// Sharing was stopped.
    Withdrawn { by: By, reference: String, count: u32 },
    /// Sharing was stopped by the operator, for a claimant who asked.
    WithdrawnByOperator { reference: String, count: u32, evidence: String },
    /// The file was collected.
    Collected { who: String, reference: String, entries: u32 },
    /// A collection was refused.
    CollectionDenied { who: String, reference: String, reason: Option<&'static str> },
    /// Consent was checked: permitted.
    CheckedPermit { who: String, reference: String, what: Checked },
    /// Consent was checked: denied. `reason` is the rule's own word for it, if it was one.
    CheckedDeny { who: String, reference: String, what: Checked, reason: Option<&'static str> },
    /// The requester closed the request: `decided`, `no-longer-needed` or `sent-in-error`.
    RequestClosed { who: String, reference: String, reason: &'static str },
    /// The request closed by itself.
    RequestClosedByItself { reference: String },
    /// The requester says that it erased a collection.
    ErasureErased { who: String, reference: String, collected: Date, statement: String },
    /// The requester says that it keeps a collection, and why.
    ErasureKept { who: String, reference: String, collected: Date, statement: String },
    /// The requester says that it had enough.
    OutcomeSufficient { who: String, reference: String },
    /// The requester says that it had not enough: decision point and code.
    OutcomeInsufficient { who: String, reference: String, because: Vec<(String, String)> },
    /// Somebody signed in.
    SignedIn { device: Device },
    /// Somebody tried to, with a wrong password.
    SignInFailed,
    /// All sessions were ended.
    SignedOutEverywhere,
    /// One other session was ended.
    SessionEnded,
    /// The password was changed.
    PasswordChanged,
    /// The account was opened.
    AccountActivated,
    /// An activation code was made.
    ActivationIssued,
    /// The operator added the person.
    PersonAdded,
    /// The operator corrected the person's details.
    PersonCorrected,
    /// The history was looked at.
    HistoryViewed { by: By },
    /// A receipt was opened.
    ReceiptViewed { by: By, code: String },
    /// "This is not about me".
    NotMe { who: String, reference: String },
    /// "Nothing more will come".
    NothingMoreTold { who: String, reference: String },
    /// "Nothing more will come" was taken back.
    MoreMayCome { who: String, reference: String },
    /// The end date came.
    EndDateReached { reference: String },
    /// The time to collect is over.
    CollectWithinOver { reference: String },
    /// The store was restored from a backup.
    PausedByRestore { reference: String },
    /// Newer rules would withhold some of it.
    PausedByRules { reference: String },
}

/// What a check asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// One category: its title.
    One(String),
    /// Several: how many.
    Several(u32),
}
