//! `sayso receipt`: is this receipt genuine, and what does it prove? Needs no server, no network and no
//! database. Whom to trust comes from whoever asks or from the settings, never from the receipt.

mod said;

use super::{Answer, Stop};
use crate::config::Report;
use clap::Subcommand;
use consent::proof::Vkey;
use consent::proof::receipt::{
    Checked, LogWrong, MOST_BYTES, Trust, TrustFault, Trusted, Wrong, check,
};
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Receipts.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check the signed file of a receipt, and say what it proves
    Verify(Verify),
}

/// What to check, and whom to believe.
#[derive(Debug, clap::Args)]
pub struct Verify {
    /// The signed file, as it was downloaded
    file: PathBuf,
    /// The portal's public key, as PEM or as the log's verifier key; keys/receipt.pub of the data folder where it is not
    /// given
    #[arg(long, value_name = "PEM")]
    key: Option<PathBuf>,
    /// The verifier key of a witness that counts; once for each
    #[arg(long = "witness", value_name = "VKEY")]
    witness: Vec<String>,
    /// So many of them must have signed; demands a proof from the log
    #[arg(long, value_name = "N", default_value_t = 0)]
    witnesses: usize,
    /// A receipt without a proof from the log counts for nothing
    #[arg(long)]
    require_log: bool,
}

impl Command {
    pub(super) fn run(self, report: Report) -> Result<Answer, Stop> {
        match self {
            Self::Verify(verify) => verify.run(report),
        }
    }
}

impl Verify {
    fn run(self, report: Report) -> Result<Answer, Stop> {
        let file = read(&self.file)?;
        let named = named(self.key, report)?;
        let witnesses = self.witness.iter().map(|text| {
            Vkey::parse(text).map_err(|why| Stop::Usage(format!("--witness {text}: {why}")))
        });
        let witnesses = witnesses.collect::<Result<_, _>>()?;
        let keys = named.iter().map(|(_, key)| key.clone()).collect();
        let mut trust = Trust::new(keys, witnesses, self.witnesses).map_err(|why| match why {
            TrustFault::Twice | TrustFault::Quorum | TrustFault::Witness => {
                Stop::Usage(why.to_string())
            }
            TrustFault::NoKey | TrustFault::Key => Stop::refused(why),
        })?;
        trust.require_log = self.require_log;
        match check(&file, &trust) {
            Ok(checked) => Ok(proven(&checked, &trust, &named)),
            Err(why) => Err(refused(&why)),
        }
    }
}

/// A file of at most as many bytes as a receipt can have, and one more.
fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let unread = |why| Stop::refused(format_args!("{} cannot be read: {why}", path.display()));
    let file = std::fs::File::open(path).map_err(unread)?;
    let mut bytes = Vec::new();
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(unread)?;
    Ok(bytes)
}

/// A key to trust, and where it came from.
type Named = (PathBuf, Trusted);

/// The keys to trust: those of the file that is named, or else those of the settings.
fn named(path: Option<PathBuf>, report: Report) -> Result<Vec<Named>, Stop> {
    if let Some(path) = path {
        return keys(&path);
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
    let all = own.iter().chain(&config.receipt_keys).map(|path| keys(path));
    Ok(all.collect::<Result<Vec<_>, _>>()?.concat())
}

fn keys(path: &Path) -> Result<Vec<Named>, Stop> {
    let text = std::fs::read_to_string(path).map_err(|why| {
        Stop::refused(format_args!("the key {} cannot be read: {why}", path.display()))
    })?;
    let trust = Trust::read(&text, "", 0)
        .map_err(|why| Stop::refused(format_args!("{}: {why}", path.display())))?;
    Ok(trust.keys().iter().map(|key| (path.to_owned(), key.clone())).collect())
}

fn proven(checked: &Checked, trust: &Trust, named: &[Named]) -> Answer {
    let from = named.iter().find(|(_, key)| *key == checked.key);
    let key = from.map_or(Path::new(""), |(path, _)| path);
    let log = checked.logged.as_ref().map(|logged| {
        let signed = |witness: &consent::proof::receipt::Witness| json!({ "name": witness.name, "at": witness.at });
        json!({
            "origin": logged.origin,
            "index": logged.index,
            "size": logged.size,
            "root": logged.root,
            "witnesses": logged.witnesses.iter().map(signed).collect::<Vec<_>>(),
            "unknown_signatures": logged.unknown,
        })
    });
    let json = json!({
        "verified": true,
        "key": key,
        "digest": checked.digest,
        "log": log,
        "witnesses_required": trust.quorum(),
        "receipt": checked.receipt,
    });
    Answer::new(json, said::words(checked, key))
}

fn refused(why: &Wrong) -> Stop {
    let mut json = json!({ "verified": false, "wrong": why.code(), "why": why.to_string() });
    if let (Wrong::Log(LogWrong::TooFewWitnesses { have, need }), Value::Object(members)) =
        (why, &mut json)
    {
        members.insert("witnesses".to_owned(), json!({ "have": have, "need": need }));
    }
    let answer = Answer::new(json, "");
    Stop::Told(Box::new(answer), format!("this proves nothing: {why}"))
}
