//! Whom a checker believes: the portal's public keys, and the witnesses of its log. Read from text that people paste:
//! PEM as in `receipt.pub`, or verifier keys of C2SP `signed-note`.

use crate::proof::{KeyKind, Policy, PolicyFault, Vkey, VkeyFault};
use base64::{Engine as _, engine::general_purpose::STANDARD};

/// What stands before the 32 bytes of an Ed25519 key in its SPKI (RFC 8410).
const SPKI: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const BEGIN: &str = "-----BEGIN PUBLIC KEY-----";
const END: &str = "-----END PUBLIC KEY-----";

/// A public key of the portal: it signs receipts and the log's checkpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    public: [u8; 32],
    origin: Option<String>,
}

/// Whom a checker believes.
#[derive(Clone, Debug)]
pub struct Trust {
    keys: Vec<Trusted>,
    witnesses: Vec<Vkey>,
    quorum: usize,
    /// Whether a receipt without a proof counts for nothing, as it does where a witness must have signed.
    pub require_log: bool,
}

/// Why a text names nobody to believe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TrustFault {
    /// There is none.
    #[error("there is no key")]
    NoKey,
    /// What stands there is no public key of a portal or a log.
    #[error("this is no Ed25519 public key: give it as PEM, or as a log’s verifier key")]
    Key,
    /// What stands there is no key of a witness.
    #[error("this is no verifier key of a witness")]
    Witness,
    /// The same witness twice would count twice.
    #[error("a witness is named twice")]
    Twice,
    /// More must have signed than there are.
    #[error("more witnesses must have signed than are named")]
    Quorum,
}

impl Trusted {
    /// The key with these bytes, whatever its log is called.
    pub fn of(public: [u8; 32]) -> Result<Self, TrustFault> {
        // The name is any: what is asked is whether these bytes are a key that can be trusted.
        Vkey::log("any", &public).map_err(|_| TrustFault::Key)?;
        Ok(Self { public, origin: None })
    }

    /// The 32 bytes.
    #[must_use]
    pub const fn public(&self) -> &[u8; 32] {
        &self.public
    }

    /// The only log that it may sign; where none is named, any.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        self.origin.as_deref()
    }

    /// The verifier key of the log with this origin.
    pub(super) fn of_log(&self, origin: &str) -> Result<Vkey, VkeyFault> {
        Vkey::log(origin, &self.public)
    }

    fn of_vkey(text: &str) -> Result<Self, TrustFault> {
        let vkey = Vkey::parse(text).map_err(|_| TrustFault::Key)?;
        match vkey.kind() {
            KeyKind::Log => {
                Ok(Self { public: vkey.public(), origin: Some(vkey.name().to_owned()) })
            }
            KeyKind::Witness => Err(TrustFault::Key),
        }
    }

    fn of_pem(body: &str) -> Result<Self, TrustFault> {
        let der = STANDARD.decode(body).map_err(|_| TrustFault::Key)?;
        let public = der.strip_prefix(&SPKI).ok_or(TrustFault::Key)?;
        Self::of(public.try_into().map_err(|_| TrustFault::Key)?)
    }
}

impl Trust {
    /// Believes these keys, and counts these witnesses.
    pub fn new(
        keys: Vec<Trusted>,
        witnesses: Vec<Vkey>,
        quorum: usize,
    ) -> Result<Self, TrustFault> {
        let first = keys.first().ok_or(TrustFault::NoKey)?;
        // Whatever the log is called: are these witnesses that can be counted?
        let log = first.of_log("any").map_err(|_| TrustFault::Key)?;
        Policy::new(log, witnesses.clone(), quorum).map_err(|why| match why {
            PolicyFault::Kind => TrustFault::Witness,
            PolicyFault::Twice => TrustFault::Twice,
            PolicyFault::Quorum => TrustFault::Quorum,
        })?;
        Ok(Self { keys, witnesses, quorum, require_log: false })
    }

    /// Reads keys and witnesses from text: any number of PEM blocks and verifier keys, and a verifier key of a witness
    /// in each line.
    pub fn read(keys: &str, witnesses: &str, quorum: usize) -> Result<Self, TrustFault> {
        Self::new(read_keys(keys)?, read_witnesses(witnesses)?, quorum)
    }

    /// The portal's keys.
    #[must_use]
    pub fn keys(&self) -> &[Trusted] {
        &self.keys
    }

    /// The witnesses that count.
    #[must_use]
    pub fn witnesses(&self) -> &[Vkey] {
        &self.witnesses
    }

    /// How many of them must have signed.
    #[must_use]
    pub const fn quorum(&self) -> usize {
        self.quorum
    }
}

/// PEM blocks and verifier keys, in any order.
pub(super) fn read_keys(text: &str) -> Result<Vec<Trusted>, TrustFault> {
    let mut found = Vec::new();
    let mut block: Option<String> = None;
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (&mut block, line) {
            (None, BEGIN) => block = Some(String::new()),
            (None, vkey) => found.push(Trusted::of_vkey(vkey)?),
            (Some(body), END) => {
                found.push(Trusted::of_pem(body)?);
                block = None;
            }
            (Some(body), more) => body.push_str(more),
        }
    }
    if block.is_some() { Err(TrustFault::Key) } else { Ok(found) }
}

fn read_witnesses(text: &str) -> Result<Vec<Vkey>, TrustFault> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| Vkey::parse(line).map_err(|_| TrustFault::Witness)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 8410, section 10.1.
    const PEM: &str = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";
    const VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    #[test]
    fn keys_are_read_as_people_have_them() {
        let keys = read_keys(&format!("\r\n{PEM}\n  {VKEY}  \n")).unwrap();
        assert_eq!(
            keys.iter().map(Trusted::origin).collect::<Vec<_>>(),
            [None, Some("example.com/foo")]
        );
        assert_eq!(keys[0].public()[..4], [0x19, 0xbf, 0x44, 0x09]);
        assert_eq!(keys[1].public()[..4], [0xe9, 0x32, 0x79, 0x1a]);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for text in [
            "hello",
            &PEM.replace("MCow", "MCox"),
            &PEM.replace(END, ""),
            &PEM.replace("PUBLIC", "PRIVATE"),
            &PEM.replace("xZuE=", "x"),
            &VKEY.replace("530d", "530e"),
            "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n-----END PUBLIC KEY-----",
        ] {
            assert_eq!(read_keys(text), Err(TrustFault::Key), "{text}");
        }
        assert!(matches!(Trust::read(" \n", "", 0), Err(TrustFault::NoKey)));
    }

    #[test]
    fn a_witness_is_no_log_and_counts_once() {
        let public = *read_keys(VKEY).unwrap()[0].public();
        let witness = Vkey::witness("w.example", &public).unwrap().to_string();
        assert!(matches!(Trust::read(&witness, "", 0), Err(TrustFault::Key)));
        assert!(matches!(Trust::read(PEM, VKEY, 0), Err(TrustFault::Witness)));
        assert!(matches!(Trust::read(PEM, "nobody", 0), Err(TrustFault::Witness)));
        let twice = format!("{witness}\n{witness}");
        assert!(matches!(Trust::read(PEM, &twice, 1), Err(TrustFault::Twice)));
        assert!(matches!(Trust::read(PEM, &witness, 2), Err(TrustFault::Quorum)));
        let trust = Trust::read(PEM, &witness, 1).unwrap();
        assert_eq!((trust.witnesses().len(), trust.quorum(), trust.require_log), (1, 1, false));
    }
}
