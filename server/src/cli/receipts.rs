//! `sayso receipt`: is this receipt genuine, and what does it prove? Needs no server, no network and no
//! database. The key to trust comes from whoever asks or from the settings, never from the receipt.

use super::{Answer, Stop};
use crate::config::Report;
use crate::documents::receipt::{NotProven, verify};
use crate::documents::words;
use crate::keys::parse_receipt_public;
use crate::registers;
use app::i18n::Lang;
use clap::Subcommand;
use consent::language::Language;
use consent::receipt::{ItemState, Receipt, ReceiptItem, ReceiptKind};
use consent::time::day;
use ed25519_dalek::VerifyingKey;
use serde_json::json;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Receipts.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the signed file of a receipt, and say what it proves
    Verify {
        /// The signed file, as it was downloaded
        file: PathBuf,
        /// The portal's public key, PEM; keys/receipt.pub of the data folder where it is not given
        #[arg(long, value_name = "PEM")]
        key: Option<PathBuf>,
    },
}

impl Command {
    pub(super) fn run(self, report: Report) -> Result<Answer, Stop> {
        match self {
            Self::Verify { file, key } => {
                let signed = std::fs::read(&file).map_err(|why| {
                    Stop::refused(format_args!("{} cannot be read: {why}", file.display()))
                })?;
                let trusted = trusted(key, report)?;
                check(&signed, &trusted)
            }
        }
    }
}

/// A key to trust, and where it came from.
type Trusted = (PathBuf, VerifyingKey);

/// The keys to trust: the one that is named, or else those of the settings.
fn trusted(named: Option<PathBuf>, report: Report) -> Result<Vec<Trusted>, Stop> {
    if let Some(path) = named {
        return Ok(vec![key(&path)?]);
    }
    let config = report.into_config().map_err(Stop::refused)?;
    let own = config.keys_dir().join("receipt.pub");
    if !own.exists() && config.receipt_keys.is_empty() {
        let why = format!(
            "there is no key to trust at {}; name the portal’s public key with --key",
            own.display()
        );
        return Err(Stop::Refused(why));
    }
    let own = own.exists().then_some(own);
    own.iter().chain(&config.receipt_keys).map(|path| key(path)).collect()
}

fn key(path: &Path) -> Result<Trusted, Stop> {
    let pem = std::fs::read_to_string(path).map_err(|why| {
        Stop::refused(format_args!("the key {} cannot be read: {why}", path.display()))
    })?;
    let key = parse_receipt_public(&pem).ok_or_else(|| {
        Stop::refused(format_args!("{} is no Ed25519 public key in PEM", path.display()))
    })?;
    Ok((path.to_owned(), key))
}

fn check(signed: &[u8], trusted: &[Trusted]) -> Result<Answer, Stop> {
    let mut why = NotProven::Signature;
    for (path, key) in trusted {
        match verify(signed, key) {
            Ok(receipt) => return Ok(proven(&receipt, path)),
            Err(not) => why = not,
        }
    }
    Err(Stop::refused(format_args!("this proves nothing: {why}")))
}

fn proven(receipt: &Receipt, key: &Path) -> Answer {
    let json = json!({ "verified": true, "key": key, "receipt": receipt });
    Answer::new(json, said(receipt, key))
}

/// What it proves, and what it does not.
fn said(receipt: &Receipt, key: &Path) -> String {
    let mut words =
        format!("Genuine: signed with the key in {}, and not changed since.\n", key.display());
    let mut line = |text: String| {
        words.push_str(&text);
        words.push('\n');
    };
    let request = &receipt.request;
    let who = match receipt.actor.as_str() {
        "claimant" => "the claimant",
        "operator" => "the operator, for the claimant,",
        other => other,
    };
    let did = match receipt.kind {
        ReceiptKind::Decision => "decided about",
        ReceiptKind::Withdrawal => "stopped sharing under",
    };
    line(format!(
        "It proves that at {} {who} {did} the request {}",
        receipt.at.rfc3339(),
        request.short
    ));
    line(format!("({}) of {}, {}.", request.id, request.team, request.organisation));
    line(format!("Issued by {} as the receipt {}.", receipt.issuer, receipt.id));
    line(format!(
        "Answer number {}, purpose {} version {}.",
        receipt.decision_version, request.purpose, request.purpose_version
    ));
    for (heading, state) in [
        ("Shared", ItemState::Shared),
        ("No longer shared", ItemState::Withdrawn),
        ("Paused until it is confirmed again", ItemState::Paused),
        ("Not shared", ItemState::NotShared),
    ] {
        let titles: Vec<String> = receipt
            .items
            .iter()
            .filter(|item| item.state == state)
            .map(|item| in_english(item, receipt.language()))
            .collect();
        if !titles.is_empty() {
            line(format!("{heading}: {}.", titles.join("; ")));
        }
    }
    if let Some(date) = receipt.end_date {
        line(format!("The last day of sharing: {}.", day(date)));
    }
    if let Some(until) = receipt.collect_until {
        line(format!("It could be collected until {} at the latest.", until.rfc3339()));
    }
    if let Some(digest) = receipt.digest {
        line(format!("SHA-256 of the file that was confirmed: {digest}"));
    }
    if receipt.kind == ReceiptKind::Withdrawal {
        line(match receipt.collections.len() {
            0 => "Nothing had been collected before.".to_owned(),
            1 => "One collection came before:".to_owned(),
            more => format!("{more} collections came before:"),
        });
    }
    for collection in &receipt.collections {
        line(format!(
            "  {} at {}, SHA-256 {}",
            collection.id,
            collection.at.rfc3339(),
            collection.digest
        ));
    }
    if let Some(language) = receipt.language {
        words.push_str(match language {
            Language::English => "The words that were signed, in English:\n",
            Language::Welsh => "The words that were signed, in Welsh:\n",
        });
        for sentence in &receipt.words {
            let _ = writeln!(words, "  {sentence}");
        }
    }
    let _ = write!(
        words,
        "It does not prove that this is still the newest answer: sign in to see that."
    );
    words
}

/// An item in English, whatever the receipt's language is: its title of today where the one of then is Welsh.
fn in_english(item: &ReceiptItem, language: Language) -> String {
    let title = match language {
        Language::English => item.title.clone(),
        Language::Welsh => registers::title(item.category, false).to_owned(),
    };
    words::item(item, title).words(Lang::En).replace('\u{a0}', " ")
}
