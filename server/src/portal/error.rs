//! What a use case answers when it does not do what was asked: a [`Refusal`] is expected and has a
//! stable code; a [`Fault`] is not, and tells the outside nothing but its id.
//! Neither ever carries anything personal.

use crate::chance::{Chance, ChanceFault};
use crate::keys::SealFault;
use crate::store::StoreError;
use std::fmt::{self, Display};
use std::panic::Location;

use super::standings::StandingSeen;

/// The answer of a use case.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Expected, and no fault of the portal's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is no such thing, or it is somebody else's: the two look alike.
    NotFound,
    /// Too much at once; try again after so many seconds.
    Busy {
        /// Seconds.
        retry_after_seconds: u64,
    },
    /// Too many wrong guesses; try again after so many seconds.
    TooManyGuesses {
        /// Seconds.
        retry_after_seconds: u64,
    },
    /// The e-mail address or the password is wrong: never which.
    WrongSignIn,
    /// The password that was asked for again is wrong.
    WrongPassword,
    /// The activation code is unknown, used, replaced or too old: never which.
    BadCode,
    /// This is no e-mail address.
    EmailInvalid,
    /// The e-mail address belongs to another account.
    EmailTaken,
    /// A password has 12 characters at least.
    PasswordTooShort,
    /// A password has 256 characters at most.
    PasswordTooLong,
    /// Everybody knows this password, or it is the e-mail address.
    PasswordTooCommon,
    /// The person has not permitted the reading of this source, or has stopped it.
    SourceNotPermitted,
    /// The source has nothing about this person.
    NoRecord,
    /// The source cannot be reached now.
    SourceUnavailable,
    /// As many records are being read as may be at once.
    SourceBusy,
    /// The source answers wrongly, or not wholly; the operator has been told under this id.
    SourceWrong(Fault),
    /// The source answers with what is another person's; the operator has been told under this id.
    SourceOtherPerson(Fault),
    /// Records are read from elsewhere: none is taken into the store.
    ImportElsewhere,
    /// Another person has this NHS number.
    NhsNumberInUse,
    /// A day that has not come yet.
    DateInFuture,
    /// The file is refused whole, for this reason. Names no value of it.
    FileRefused(String),
    /// What a client sent is not sound; every fault with its place.
    Invalid(Vec<consent::request::Fault>),
    /// The client used this reference before.
    ReferenceInUse,
    /// The purpose has a newer version than the client built for.
    PurposeChanged,
    /// Nothing may be collected; the standing of each item.
    NoConsent(Vec<StandingSeen>),
    /// The request is closed.
    RequestClosed,
    /// Not every item has an answer.
    Incomplete,
    /// The preview is too old, or there is none.
    PreviewGone,
    /// The record or the rules have changed since the preview.
    Changed,
    /// What was confirmed is not what was shown.
    DigestDiffers,
    /// A letter that Sayso cannot read is put in only after it was opened.
    LetterNotOpened,
    /// Nothing of this is shared.
    NothingToWithdraw,
    /// The file is not there, or not any more: no copy of it can be kept.
    NothingToCopy,
    /// No erasure was asked for.
    NothingToErase,
    /// There is no such collection.
    NotCollected,
    /// A client's assertion is not taken: never why.
    WrongAssertion,
    /// A scope that there is none of, or that the client is not registered for.
    UnknownScope,
    /// The register has no purpose of this id.
    UnknownPurpose(String),
    /// A client of this id is registered already.
    ClientInUse,
    /// The client is disabled, which is for good.
    ClientDisabled,
    /// The name of an organisation or a team is empty or too long.
    ClientNameInvalid,
    /// Nothing was written.
    WordsMissing,
    /// An account has 4,000 characters at most.
    WordsTooLong,
    /// A name, or what somebody is to the claimant, was not given.
    NameMissing,
    /// A name has 100 characters at most.
    NameTooLong,
    /// The link is unknown, used, taken back or too old: never which.
    BadLink,
    /// There are as many links and accounts of helpers as there can be.
    TooManyHelpers,
    /// There are as many marked entries as there can be.
    TooManyMarks,
    /// The request does not ask for this.
    NotAskedFor,
    /// The request is about nobody who is known here.
    Unmatched,
}

impl Refusal {
    /// The stable name: in commands' answers, in message keys, in tests.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Busy { .. } => "busy",
            Self::TooManyGuesses { .. } => "too-many-guesses",
            Self::WrongSignIn => "wrong-sign-in",
            Self::WrongPassword => "wrong-password",
            Self::BadCode => "bad-code",
            Self::EmailInvalid => "email-invalid",
            Self::EmailTaken => "email-taken",
            Self::PasswordTooShort => "password-too-short",
            Self::PasswordTooLong => "password-too-long",
            Self::PasswordTooCommon => "password-too-common",
            Self::SourceNotPermitted => "source-not-permitted",
            Self::NoRecord => "no-record",
            Self::SourceUnavailable => "source-unavailable",
            Self::SourceBusy => "source-busy",
            Self::SourceWrong(_) => "source-wrong",
            Self::SourceOtherPerson(_) => "source-other-person",
            Self::ImportElsewhere => "import-elsewhere",
            Self::NhsNumberInUse => "nhs-number-in-use",
            Self::DateInFuture => "date-in-future",
            Self::FileRefused(_) => "file-refused",
            Self::Invalid(_) => "invalid",
            Self::ReferenceInUse => "reference-in-use",
            Self::PurposeChanged => "purpose-changed",
            Self::NoConsent(_) => "no-consent",
            Self::RequestClosed => "request-closed",
            Self::Incomplete => "incomplete",
            Self::PreviewGone => "preview-gone",
            Self::Changed => "changed",
            Self::DigestDiffers => "digest-differs",
            Self::LetterNotOpened => "letter-not-opened",
            Self::NothingToWithdraw => "nothing-to-withdraw",
            Self::NothingToCopy => "nothing-to-copy",
            Self::NothingToErase => "nothing-to-erase",
            Self::NotCollected => "not-collected",
            Self::WrongAssertion => "wrong-assertion",
            Self::UnknownScope => "unknown-scope",
            Self::UnknownPurpose(_) => "unknown-purpose",
            Self::ClientInUse => "client-in-use",
            Self::ClientDisabled => "client-disabled",
            Self::ClientNameInvalid => "client-name-invalid",
            Self::WordsMissing => "words-missing",
            Self::WordsTooLong => "words-too-long",
            Self::NameMissing => "name-missing",
            Self::NameTooLong => "name-too-long",
            Self::BadLink => "bad-link",
            Self::TooManyHelpers => "too-many-helpers",
            Self::TooManyMarks => "too-many-marks",
            Self::NotAskedFor => "not-asked-for",
            Self::Unmatched => "unmatched",
        }
    }
}

impl Refusal {
    /// Whether it says that a record could not be read, and not why somebody may not read it.
    #[must_use]
    pub const fn is_source_trouble(&self) -> bool {
        matches!(
            self,
            Self::SourceUnavailable
                | Self::SourceBusy
                | Self::SourceWrong(_)
                | Self::SourceOtherPerson(_)
        )
    }
}

impl Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::FileRefused(why) => f.write_str(why),
            Self::NhsNumberInUse => f.write_str("another person has this NHS number"),
            Self::DateInFuture => f.write_str("that day has not come yet"),
            Self::NotFound => f.write_str("there is none of that id"),
            Self::ImportElsewhere => f.write_str(
                "records are read from a FHIR server (records.source): none is imported into the store",
            ),
            Self::UnknownScope => f.write_str("a scope is not one that this client can have"),
            Self::UnknownPurpose(id) => write!(f, "the register has no purpose {id:?}"),
            Self::ClientInUse => f.write_str("a client of this id is registered already"),
            Self::ClientDisabled => f.write_str("the client is disabled, which is for good"),
            Self::NotAskedFor => f.write_str("the request does not ask for this"),
            Self::Unmatched => f.write_str("the request matches nobody"),
            Self::RequestClosed => f.write_str("the request is closed"),
            Self::NothingToWithdraw => {
                f.write_str("nothing of this request is shared: there is nothing to withdraw")
            }
            Self::ClientNameInvalid => {
                f.write_str("an organisation and a team have names of 1 to 200 characters")
            }
            other => f.write_str(other.code()),
        }
    }
}

/// Unexpected: already in the log under its id, which is all that the outside is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    id: String,
}

impl Fault {
    /// Something that cannot be went wrong. What is said here goes into the log: nothing personal.
    #[track_caller]
    pub fn new(what: impl Display) -> Self {
        Self::logged(&what, Location::caller())
    }

    fn logged(what: &dyn Display, place: &Location<'_>) -> Self {
        let id = Chance.code().unwrap_or_else(|_| "none".to_owned());
        tracing::error!(fault = %id, %place, "{what}");
        Self { id }
    }

    /// What people may read out, and what the log is searched for.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }
}

impl Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "something went wrong ({})", self.id)
    }
}

/// Why a use case did not do what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// Expected.
    Refused(Refusal),
    /// Unexpected.
    Failed(Fault),
}

impl Error {
    /// The refusal, if it is one.
    #[must_use]
    pub const fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            Self::Failed(_) => None,
        }
    }
}

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(refusal) => refusal.fmt(f),
            Self::Failed(fault) => fault.fmt(f),
        }
    }
}

impl std::error::Error for Error {}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Fault> for Error {
    fn from(fault: Fault) -> Self {
        Self::Failed(fault)
    }
}

macro_rules! faults {
    ($($kind:ty),*) => {
        $(impl From<$kind> for Error {
            #[track_caller]
            fn from(why: $kind) -> Self {
                Self::Failed(Fault::logged(&why, Location::caller()))
            }
        })*
    };
}

faults!(StoreError, ChanceFault, SealFault, tokio::task::JoinError);

impl From<serde_json::Error> for Error {
    /// Says where, never what: the message could quote a value.
    #[track_caller]
    fn from(why: serde_json::Error) -> Self {
        let what =
            format!("JSON: {:?} at line {}, column {}", why.classify(), why.line(), why.column());
        Self::Failed(Fault::logged(&what, Location::caller()))
    }
}
