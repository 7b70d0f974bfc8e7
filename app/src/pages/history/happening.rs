//! The kinds of events, each with what its sentence needs and nothing more.

use super::By;
use crate::pages::account::Device;
use crate::pages::sources::Unread;
use time::Date;

/// What happened. `who` is who asks, as the register names it; `reference` is the request's.
/// Titles of categories come in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "each field is named for what it holds, and said above where that is not enough"
)]
pub enum Happening {
    /// A request was matched to this person; `sent`, where that was on another day than this.
    RequestReceived { who: String, reference: String, count: u32, sent: Option<Date> },
    /// A request was looked at.
    RequestViewed { by: By, reference: String },
    /// A source may be read.
    SourcePermitted { source: String },
    /// A source may be read no more.
    SourceStopped { source: String },
    /// A record was read.
    RecordRead { source: String, reference: String },
    /// A record could not be read.
    RecordNotRead {
        /// The source, in a sentence.
        source: String,
        /// The request it was for.
        reference: String,
        /// Why, as the messages know it.
        why: Unread,
    },
    /// "Not now".
    DraftSaved { by: By, reference: String },
    /// What would be sent was looked at.
    PreviewMade { by: By, reference: String },
    /// A letter of the record was opened before saying whether it goes.
    LetterOpened { by: By, reference: String },
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
    CollectionDenied { who: String, reference: String, why: Why },
    /// Consent was checked: permitted.
    CheckedPermit { who: String, reference: String, what: Checked },
    /// Consent was checked: denied.
    CheckedDeny { who: String, reference: String, what: Checked, why: Why },
    /// Consent was checked for what nobody can ask for. What the requester called it is not told.
    CheckedUnknown { who: String, reference: String, count: u32 },
    /// How a request stands was looked up, where nothing of the record is asked for.
    StandingRead { who: String, reference: String },
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
    /// A letter was downloaded: which one.
    LetterMade { by: By, reference: String, letter: &'static str },
    /// "This is not about me".
    NotMe { who: String, reference: String },
    /// "Nothing more will come".
    NothingMoreTold { who: String, reference: String },
    /// "Nothing more will come" was taken back.
    MoreMayCome { who: String, reference: String },
    /// The claimant finished words of their own.
    WordsFinished { reference: String },
    /// The claimant took words of their own back.
    WordsTakenBack { reference: String },
    /// The claimant made a link for a helper.
    HelperInvited { reference: String },
    /// The claimant ended a link.
    HelperLinkEnded { reference: String },
    /// A helper sent their account.
    HelperAnswered { reference: String },
    /// The claimant deleted a helper's account.
    HelperWordsDeleted { reference: String },
    /// A professional's answers came in.
    AnswersImported { reference: String, questions: u32 },
    /// The claimant said that an entry is wrong.
    EntryMarkedWrong { reference: String },
    /// The claimant took that back.
    EntryMarkTakenAway { reference: String },
    /// The claimant kept a copy of their own.
    CopyKept { reference: String },
    /// It was opened or downloaded.
    CopyViewed { by: By, reference: String },
    /// The claimant deleted it.
    CopyDeleted { reference: String },
    /// The end date came.
    EndDateReached { reference: String },
    /// The time to collect is over.
    CollectWithinOver { reference: String },
    /// Sharing is held until the claimant looks again: `restored`, `rules-changed`, `died`, `operator` or `fault`.
    Paused { reference: String, why: &'static str },
    /// Newer rules would withhold nothing of it.
    Rechecked { reference: String },
    /// The requester was asked to erase what it collected.
    ErasureAsked { who: String, reference: String },
    /// A record was brought in.
    RecordImported { entries: u32 },
    /// The operator was told that the person died.
    Died,
    /// That was a mistake.
    DeathCorrected,
}

/// What a check asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// One category: its title.
    One(String),
    /// Several: how many.
    Several(u32),
}

/// Why the answer was no: the rule's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// One reason for all of it.
    One(&'static str),
    /// A reason for each thing, by its title.
    Each(Vec<(String, &'static str)>),
    /// It was not kept for each.
    Several,
}
