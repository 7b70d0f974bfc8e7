//! Is the file of a receipt genuine, and what does it prove? The same code answers on the command line, on the server and
//! in the browser. It works offline; whom it believes comes from whoever asks, never from the file.

mod jws;
mod logged;
mod paper;
mod trust;
mod wrong;

pub use jws::{HEADER, signing_input};
pub use logged::{ISSUED, Logged, Witness};
pub use paper::Paper;
pub use trust::{Trust, TrustFault, Trusted};
pub use wrong::{LogWrong, Wrong};

use crate::canonical;
use crate::digest::Digest;
use crate::receipt::{FIRST_SCHEMA, Receipt, SCHEMA, SECOND_SCHEMA};
use crate::strict;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

/// The most bytes of a file. A receipt with its proof has a tenth of that.
pub const MOST_BYTES: usize = 256 * 1024;

/// The file of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// What is signed.
    pub receipt: Receipt,
    /// The detached signature (RFC 7515, appendix F).
    pub jws: String,
    /// The proof that the log holds the receipt (C2SP `tlog-proof`). Attached when it exists; the signature does not cover
    /// it, it has signatures of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proof: Option<String>,
}

/// What a genuine file proves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// What was signed.
    pub receipt: Receipt,
    /// The receipt's digest, which stands in the log and in the code on paper.
    pub digest: Digest,
    /// The trusted key that signed it.
    pub key: Trusted,
    /// Where the log holds it; none where no proof is attached.
    pub logged: Option<Logged>,
}

/// Checks a file. What is signed is the file's own `receipt`, as it stands there: nothing in it is beside the signature.
pub fn check(file: &[u8], trust: &Trust) -> Result<Checked, Wrong> {
    if file.len() > MOST_BYTES {
        return Err(Wrong::TooLarge);
    }
    let written = strict::read(file)?;
    let schema = written.pointer("/receipt/schema").and_then(Value::as_str);
    let known = [SCHEMA, SECOND_SCHEMA, FIRST_SCHEMA];
    if let Some(other) = schema.filter(|schema| !known.contains(schema)) {
        return Err(Wrong::Schema(other.to_owned()));
    }
    let signed = written.get("receipt").ok_or(Wrong::NotAReceipt)?;
    let payload = canonical::whole(signed).ok_or(Wrong::NotAReceipt)?;
    let digest = digest_of(&written)?;
    let File { receipt, jws, proof } =
        serde_json::from_value(written).map_err(|_| Wrong::NotAReceipt)?;
    if !receipt.fits_its_schema() {
        return Err(Wrong::NotAReceipt);
    }
    let key = jws::verify(&jws, &payload, trust.keys())?.clone();
    let logged = proof.map(|proof| logged::find(&proof, &receipt, digest, trust)).transpose()?;
    if logged.is_none() && (trust.require_log || trust.quorum() > 0) {
        return Err(LogWrong::NoProof.into());
    }
    Ok(Checked { receipt, digest, key, logged })
}

/// The digest of the receipt in a file: SHA-256 over the canonical JSON (RFC 8785) of its members `jws` and `receipt`.
/// The proof is not in it. Checks nothing.
pub fn digest(file: &[u8]) -> Result<Digest, Wrong> {
    digest_of(&strict::read(file)?)
}

fn digest_of(written: &Value) -> Result<Digest, Wrong> {
    let (jws, receipt) =
        written.get("jws").zip(written.get("receipt")).ok_or(Wrong::NotAReceipt)?;
    let both = json!({ "jws": jws, "receipt": receipt });
    let bytes = canonical::whole(&both).ok_or(Wrong::NotAReceipt)?;
    Ok(Digest::of(&bytes))
}

#[cfg(test)]
mod tests;
