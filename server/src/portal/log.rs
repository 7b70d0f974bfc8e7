//! Every event that matters, as a leaf of the log, in the transaction that makes it true.
//! Nothing may leave the server before its event is committed; nothing here is ever changed.

mod broken;
mod trees;
mod walk;

pub use broken::{Broken, Whole};
/// What is sealed beside a leaf: enough to prove that the leaf is this event.
pub use consent::proof::Opening;

use super::actor::Actor;
use super::error::Result;
use super::{Portal, vault};
use crate::store::db::Tx;
use crate::store::events::{self, NewEvent};
use consent::ids::{PersonId, RequestId};
use consent::log::{leaf, leaf_hash};
use serde_json::{Value, json};

macro_rules! kinds {
    ($($variant:ident $name:literal,)*) => {
        /// What kind of event it is. The names are kept for ever.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Kind {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Kind {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The fixed name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }
        }
    };
}

kinds! {
    PersonAdded "person-added",
    PersonCorrected "person-corrected",
    PersonErased "person-erased",
    PersonDied "person-died",
    DeathCorrected "death-corrected",
    ActivationIssued "activation-issued",
    AccountActivated "account-activated",
    SignedIn "signed-in",
    SignInFailed "sign-in-failed",
    PasswordChanged "password-changed",
    SignedOutEverywhere "signed-out-everywhere",
    SessionEnded "session-ended",
    SourcePermitted "source-permitted",
    SourceStopped "source-stopped",
    RecordImported "record-imported",
    RecordRead "record-read",
    RecordNotRead "record-not-read",
    ClientAdded "client-added",
    ClientDisabled "client-disabled",
    ClientRotated "client-rotated",
    PurposeImported "purpose-imported",
    OperatorLooked "operator-looked",
    RequestSubmitted "request-submitted",
    RequestReceived "request-received",
    RequestUnmatched "request-unmatched",
    RequestViewed "request-viewed",
    DraftSaved "draft-saved",
    PreviewMade "preview-made",
    LetterOpened "letter-opened",
    Decided "decided",
    Withdrawn "withdrawn",
    WithdrawnByOperator "withdrawn-by-operator",
    NotMe "not-me",
    NothingMore "nothing-more",
    MoreMayCome "more-may-come",
    Checked "checked",
    Collected "collected",
    CollectionDenied "collection-denied",
    Held "held",
    Rechecked "rechecked",
    RequestClosed "request-closed",
    ErasureAsked "erasure-asked",
    ErasureErased "erasure-erased",
    ErasureKept "erasure-kept",
    OutcomeSufficient "outcome-sufficient",
    OutcomeInsufficient "outcome-insufficient",
    HistoryViewed "history-viewed",
    ReceiptViewed "receipt-viewed",
    LetterMade "letter-made",
    WordsFinished "words-finished",
    WordsTakenBack "words-taken-back",
    HelperInvited "helper-invited",
    HelperLinkEnded "helper-link-ended",
    HelperAnswered "helper-answered",
    HelperWordsDeleted "helper-words-deleted",
    AnswersImported "answers-imported",
    EntryMarkedWrong "entry-marked-wrong",
    EntryMarkTakenAway "entry-mark-taken-away",
    CopyKept "copy-kept",
    CopyViewed "copy-viewed",
    CopyDeleted "copy-deleted",
    BackupMade "backup-made",
    Restored "restored",
    RestoreAccepted "restore-accepted",
    CanaryTripped "canary-tripped",
    CanaryCleared "canary-cleared",
    CanaryWatched "canary-watched",
    Padding "padding",
    FiguresPublished "figures-published",
    ReceiptIssued "receipt-issued",
    SharingEnded "sharing-ended",
    StandingRead "standing-read",
}

impl Kind {
    /// The kind with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }
}

/// An event that is about to become true.
#[derive(Debug)]
pub struct Entry<'a> {
    /// What happened.
    pub kind: Kind,
    /// Who did it.
    pub actor: &'a Actor,
    /// Whose record it is about.
    pub subject: Option<PersonId>,
    /// Which request it is about.
    pub request: Option<RequestId>,
    /// What else there is to say; an object. Sealed, never logged.
    pub data: Value,
}

/// Appends one event to the log; gives its place. Commits with the transaction or not at all.
pub async fn append(portal: &Portal, tx: &mut Tx, entry: Entry<'_>) -> Result<i64> {
    let at = portal.at(tx);
    let event = json!({
        "v": 1,
        "kind": entry.kind.as_str(),
        "at": at,
        "actor": entry.actor,
        "subject": entry.subject,
        "request": entry.request,
        "data": entry.data,
    });
    let event = serde_json_canonicalizer::to_string(&event)?;
    let salt = portal.chance().bytes::<{ consent::log::SALT_BYTES }>()?;
    let hash = leaf_hash(&leaf(&salt, event.as_bytes()));
    let key = match (entry.subject, entry.request) {
        (Some(person), _) => vault::person_key(portal, tx, person).await?,
        (None, Some(request)) => vault::request_key(portal, tx, request).await?,
        (None, None) => vault::portal_key(portal)?,
    };
    let seq = events::next(tx).await?;
    let opening = serde_json::to_vec(&Opening { salt: hex(&salt), event })?;
    let sealed = key.seal(portal.chance(), &context(seq), &opening)?;
    let event = NewEvent {
        seq,
        hash: hash.as_bytes().to_vec(),
        at,
        kind: entry.kind.as_str(),
        person: entry.subject,
        request: entry.request,
        sealed,
    };
    events::insert(tx, event);
    Ok(seq)
}

/// The context under which the opening of a leaf is sealed.
pub(super) fn context(seq: i64) -> String {
    format!("event:{seq}")
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
