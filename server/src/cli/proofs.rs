//! `sayso log proof`: does this line of somebody's history stand in the log, and what does it say? Needs no server, no
//! network, no database and no settings: only the file and the keys that whoever asks believes.

use super::{Answer, Stop};
use crate::web::line_in_words;
use app::i18n::Lang;
use clap::Subcommand;
use consent::proof::{Included, Policy, Vkey, verify_opened};
use consent::time::At;
use serde_json::{Value, json};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// A proof of one line is at most so long.
const MOST_BYTES: u64 = 1 << 20;

/// The proof of one line of somebody's history.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Check a proof that was downloaded from a history, and say in words what happened
    Verify(Verify),
}

/// What to check, and whom to believe.
#[derive(Clone, Debug, clap::Args)]
pub struct Verify {
    /// The file, as it was downloaded
    file: PathBuf,
    /// The verifier key of the log
    #[arg(long, value_name = "VKEY")]
    key: String,
    /// The verifier key of a witness that counts; once for each
    #[arg(long = "witness", value_name = "VKEY")]
    witness: Vec<String>,
    /// So many of them must have signed
    #[arg(long, value_name = "N", default_value_t = 0)]
    witnesses: usize,
    /// Say what happened in Welsh
    #[arg(long)]
    welsh: bool,
}

impl Command {
    pub(super) fn run(&self) -> Result<Answer, Stop> {
        match self {
            Self::Verify(verify) => verify.run(),
        }
    }
}

impl Verify {
    fn run(&self) -> Result<Answer, Stop> {
        let key = |name: &str, text: &str| {
            Vkey::parse(text).map_err(|why| Stop::Usage(format!("--{name} {text}: {why}")))
        };
        let witnesses = self.witness.iter().map(|text| key("witness", text));
        let witnesses = witnesses.collect::<Result<_, _>>()?;
        let policy = Policy::new(key("key", &self.key)?, witnesses, self.witnesses);
        let policy = policy.map_err(|why| Stop::Usage(why.to_string()))?;
        let text = read(&self.file)?;
        let (included, opening) = verify_opened(&text, &policy).map_err(|why| {
            Stop::refused(format_args!("{}: this proves nothing: {why}", self.file.display()))
        })?;
        let event: Value = serde_json::from_str(&opening.event)
            .map_err(|_| Stop::refused("the event in the proof cannot be read"))?;
        let lang = if self.welsh { Lang::Cy } else { Lang::En };
        let said = line_in_words(&event, lang);
        let mut lines = vec!["The proof is good. This happened:".to_owned()];
        if said.is_empty() {
            lines.push(format!("  {} (this sayso has no words for it)", text_of(&event, "kind")));
        }
        lines.extend(said.iter().map(|sentence| format!("  {sentence}")));
        lines.push(format!("When: {}, as the log's clock says it.", text_of(&event, "at")));
        lines.push(format!("Done by: {}", who(event.get("actor"))));
        lines.extend(place(&included));
        let json = json!({
            "proven": true,
            "event": event,
            "words": said,
            "origin": included.origin,
            "index": included.index,
            "size": included.size,
            "root": included.root,
            "witnesses": included.witnesses.iter().map(|one| json!({ "name": one.name, "at": moment(one.at) })).collect::<Vec<_>>(),
            "unknown_signatures": included.unknown,
        });
        Ok(Answer::new(json, lines.join("\n")))
    }
}

fn read(path: &Path) -> Result<String, Stop> {
    let unread = |why| Stop::refused(format_args!("{} cannot be read: {why}", path.display()));
    let file = std::fs::File::open(path).map_err(unread)?;
    let mut text = String::new();
    file.take(MOST_BYTES).read_to_string(&mut text).map_err(unread)?;
    Ok(text)
}

fn text_of<'a>(event: &'a Value, name: &str) -> &'a str {
    event.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn who(actor: Option<&Value>) -> String {
    let said = |name: &str| actor.and_then(|actor| actor.get(name)).and_then(Value::as_str);
    let id = said("id").unwrap_or_default();
    match said("is") {
        Some("person") => format!("the person {id}"),
        Some("client") => format!("the requester {id}"),
        Some("operator") => "those who run the portal".to_owned(),
        _ => "the portal itself".to_owned(),
    }
}

/// Where it stands, and who vouches for that.
fn place(included: &Included) -> Vec<String> {
    let mut lines = vec![
        format!(
            "It is number {} of the {} leaves of the log {}, whose key has signed the root",
            included.index + 1,
            included.size,
            included.origin
        ),
        format!("  {}", included.root),
    ];
    if included.witnesses.is_empty() {
        lines.push(
            "No witness that you named has signed it: you believe the log's key alone.".to_owned(),
        );
    }
    lines.extend(
        included
            .witnesses
            .iter()
            .map(|one| format!("The witness {} signed it at {}.", one.name, moment(one.at))),
    );
    if included.unknown > 0 {
        lines.push(format!(
            "Signatures by others, whom you did not name, and which count for nothing: {}",
            included.unknown
        ));
    }
    lines
}

fn moment(seconds: u64) -> String {
    let seconds = i64::try_from(seconds).unwrap_or(i64::MAX);
    At::from_micros(seconds.saturating_mul(1_000_000)).rfc3339()
}
