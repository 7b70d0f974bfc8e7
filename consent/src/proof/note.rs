//! Opening a signed checkpoint (C2SP `signed-note`). Its text counts for nothing unless a known key has signed it, and a
//! wrong signature of a known key spoils the whole.

use super::cosignature::time_of;
use super::head::{Head, HeadFault};
use super::vkey::{KeyKind, Vkey};
use signed_note::{Note, NoteError, VerificationError, Verifier, Verifiers};

/// A checkpoint that at least one known key has signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// What it says.
    pub head: Head,
    /// The text that was signed.
    pub text: String,
    /// Which known keys have signed, in the order of their lines.
    pub signed: Vec<Signed>,
    /// How many signatures are of keys that are not known.
    pub unknown: usize,
    /// Whether a line, or a line of the same known key, stands there more than once. It was counted once.
    pub repeats: bool,
}

/// A verified signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// Whose.
    pub name: String,
    /// The key's id.
    pub id: u32,
    /// Whether it is the log's or a witness's.
    pub kind: KeyKind,
    /// When it was made, in seconds since 1970; only a witness says so.
    pub at: Option<u64>,
    /// The signature line, with its newline.
    pub line: String,
}

/// Why a signed checkpoint cannot be trusted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoteFault {
    /// Not the form of a signed note.
    #[error("it has not the form of a signed note")]
    Malformed,
    /// The signed text is no checkpoint.
    #[error("{0}")]
    Head(#[from] HeadFault),
    /// A key that is known has not made the signature that bears its name.
    #[error("the signature of {name} is false")]
    FalseSignature {
        /// The key's name.
        name: String,
    },
    /// No key that is known has signed.
    #[error("nobody who is known has signed it")]
    Unsigned,
    /// Two known keys cannot be told apart.
    #[error("two of the known keys have the same name and id")]
    Ambiguous,
}

struct Known<'a>(&'a [Vkey]);

impl Known<'_> {
    fn find(&self, name: &str, id: u32) -> impl Iterator<Item = &Vkey> {
        self.0.iter().filter(move |vkey| vkey.name() == name && vkey.key_id() == id)
    }
}

impl Verifiers for Known<'_> {
    fn verifier(&self, name: &str, id: u32) -> Result<&dyn Verifier, VerificationError> {
        let mut found = self.find(name, id);
        match (found.next(), found.next()) {
            (Some(vkey), None) => Ok(vkey),
            (None, _) => Err(VerificationError::UnknownKey { name: name.to_owned(), id }),
            (Some(_), Some(_)) => {
                Err(VerificationError::AmbiguousKey { name: name.to_owned(), id })
            }
        }
    }
}

/// Verifies a signed checkpoint against the keys that are known.
pub fn open_checkpoint(note: &str, keys: &[Vkey]) -> Result<Opened, NoteFault> {
    let known = Known(keys);
    let parsed = Note::from_bytes(note.as_bytes()).map_err(|_| NoteFault::Malformed)?;
    let (verified, unverified) = parsed.verify(&known).map_err(|error| match error {
        NoteError::InvalidSignature { name, .. } => NoteFault::FalseSignature { name },
        NoteError::UnverifiedNote => NoteFault::Unsigned,
        NoteError::VerificationError(_) => NoteFault::Ambiguous,
        _ => NoteFault::Malformed,
    })?;
    let lines = note.rsplit_once("\n\n").map_or(0, |(_, lines)| lines.lines().count());
    let repeats = lines != verified.len() + unverified.len();
    let text = String::from_utf8(parsed.text().to_vec()).map_err(|_| NoteFault::Malformed)?;
    let signed = verified
        .iter()
        .filter_map(|signature| {
            let kind = known.find(signature.name(), signature.id()).next()?.kind();
            let at = match kind {
                KeyKind::Log => None,
                KeyKind::Witness => Some(time_of(signature.signature())?),
            };
            let line = String::from_utf8(signature.to_bytes()).ok()?;
            Some(Signed { name: signature.name().to_owned(), id: signature.id(), kind, at, line })
        })
        .collect();
    Ok(Opened { head: Head::parse(&text)?, text, signed, unknown: unverified.len(), repeats })
}
