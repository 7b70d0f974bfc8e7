//! What checking a receipt came to, in words: the same on the page, in the browser and on the command line. Everything
//! comes from what was verified, or from why it was not; a file that proves nothing is never quoted.

mod wrong;

use crate::{
    i18n::{Lang, Value, day_and_time, grouped, text},
    t,
};
use consent::language::Language;
use consent::proof::receipt::{Checked, Logged, Paper, Wrong};
use consent::receipt::{ItemState, Receipt, ReceiptKind};
use consent::time::At;
use time::PrimitiveDateTime;

/// What it came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is genuine.
    Genuine,
    /// It proves nothing, or not what the paper says.
    Wrong,
}

impl Verdict {
    /// A sign that says it beside the words: a tick, a cross.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self {
            Self::Genuine => "✓",
            Self::Wrong => "✕",
        }
    }
}

/// Everything that is said about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What it came to.
    pub verdict: Verdict,
    /// The same in words.
    pub heading: String,
    /// The rest, in order.
    pub blocks: Vec<Block>,
}

/// A part of what is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// Names and what they are.
    Facts(Vec<(String, String)>),
    /// A list.
    List(Vec<String>),
    /// Words that were signed, in the language in which they were shown.
    Words(Lang, Vec<String>),
    /// The fingerprint that it is about: 64 hex digits.
    Digest(String),
    /// The fingerprint of a log: 64 hex digits.
    Root(String),
}

/// What is said about a file. `paper` is what a code on paper says, where somebody came with one.
#[must_use]
pub fn said(lang: Lang, result: &Result<Checked, Wrong>, paper: Option<&Paper>) -> Said {
    match result {
        Ok(checked) if paper.is_none_or(|paper| paper.is(checked)) => genuine(lang, checked, paper),
        Ok(checked) => other_paper(lang, checked),
        Err(why) => wrong::said(lang, why),
    }
}

fn genuine(lang: Lang, checked: &Checked, paper: Option<&Paper>) -> Said {
    let mut blocks = vec![Block::Text(t!(lang, "check-genuine-text"))];
    if paper.is_some() {
        blocks.push(Block::Text(t!(lang, "check-paper-same")));
    }
    blocks.extend(proves(lang, &checked.receipt));
    blocks.extend(place(lang, checked.logged.as_ref()));
    blocks.push(Block::Heading(t!(lang, "check-not-heading")));
    blocks.push(Block::Text(t!(lang, "check-not-newest")));
    blocks.extend(exactly(lang, checked));
    Said { verdict: Verdict::Genuine, heading: t!(lang, "check-genuine"), blocks }
}

/// Genuine, but not what somebody holds on paper: whoever gave them the two wants them to believe one for the other.
fn other_paper(lang: Lang, checked: &Checked) -> Said {
    let mut blocks = vec![Block::Text(t!(lang, "check-paper-other-text"))];
    blocks.extend(exactly(lang, checked));
    Said { verdict: Verdict::Wrong, heading: t!(lang, "check-paper-other"), blocks }
}

/// What a code on paper says, before there is a file to compare it with.
#[must_use]
pub fn on_paper(lang: Lang, paper: &Paper) -> Vec<Block> {
    let says = paper.id.map(|id| t!(lang, "check-paper-says", receipt = id.short()));
    let next = Block::Text(t!(lang, "check-paper-next"));
    let digest = Block::Digest(paper.digest.to_string());
    says.map(Block::Text).into_iter().chain([digest, next]).collect()
}

/// Which receipt it is, to the last digit: to compare, and for programs.
fn exactly(lang: Lang, checked: &Checked) -> [Block; 3] {
    let number = (t!(lang, "check-number"), checked.receipt.id.to_string());
    [
        Block::Heading(t!(lang, "check-digest-heading")),
        Block::Digest(checked.digest.to_string()),
        Block::Facts(vec![number]),
    ]
}

/// Who decided what, when, and in which words.
fn proves(lang: Lang, receipt: &Receipt) -> Vec<Block> {
    let request = &receipt.request;
    let asker = match request.team.as_str() {
        "" => request.organisation.clone(),
        team => format!("{}, {team}", request.organisation),
    };
    let value = t!(lang, "check-request-value", reference = request.short.clone(), asker = asker);
    let facts = vec![
        (t!(lang, "check-what"), kind(lang, receipt.kind)),
        (t!(lang, "check-who"), actor(lang, &receipt.actor)),
        (t!(lang, "check-when"), moment(lang, receipt.at)),
        (t!(lang, "check-request"), value),
        (t!(lang, "check-receipt"), receipt.id.short()),
        (t!(lang, "check-issuer"), receipt.issuer.clone()),
    ];
    let mut blocks = vec![Block::Heading(t!(lang, "check-proves-heading")), Block::Facts(facts)];
    if receipt.words.is_empty() {
        // The first schema: titles and states, in English.
        let items = receipt.items.iter().map(|item| {
            text(lang, state_key(item.state), &[("title", Value::from(item.title.clone()))])
        });
        blocks.push(Block::Heading(t!(lang, "check-items-heading")));
        blocks.push(Block::List(items.collect()));
    } else {
        let (heading, shown) = match receipt.language() {
            Language::English => (t!(lang, "check-words-english"), Lang::En),
            Language::Welsh => (t!(lang, "check-words-welsh"), Lang::Cy),
        };
        blocks.push(Block::Heading(heading));
        blocks.push(Block::Words(shown, receipt.words.clone()));
    }
    blocks
}

fn kind(lang: Lang, kind: ReceiptKind) -> String {
    match kind {
        ReceiptKind::Decision => t!(lang, "check-kind-decision"),
        ReceiptKind::Amendment => t!(lang, "check-kind-amendment"),
        ReceiptKind::Withdrawal => t!(lang, "check-kind-withdrawal"),
        ReceiptKind::Expiry => t!(lang, "check-kind-expiry"),
        ReceiptKind::Pause => t!(lang, "check-kind-pause"),
        ReceiptKind::Collection => t!(lang, "check-kind-collection"),
        ReceiptKind::ErasureAnswer => t!(lang, "check-kind-erasure-answer"),
    }
}

fn actor(lang: Lang, actor: &str) -> String {
    match actor {
        "claimant" => t!(lang, "check-who-claimant"),
        "delegate" => t!(lang, "check-who-delegate"),
        "requester" => t!(lang, "check-who-requester"),
        "operator" => t!(lang, "check-who-operator"),
        "portal" => t!(lang, "check-who-portal"),
        // Signed words that are newer than this program.
        other => other.to_owned(),
    }
}

const fn state_key(state: ItemState) -> &'static str {
    match state {
        ItemState::Shared => "check-item-shared",
        ItemState::NotShared => "check-item-not-shared",
        ItemState::Withdrawn => "check-item-withdrawn",
        ItemState::Paused => "check-item-paused",
        ItemState::Ended => "check-item-ended",
        ItemState::Collected => "check-item-collected",
    }
}

/// Which checkpoint and which witnesses contain it; or that nothing says so.
fn place(lang: Lang, logged: Option<&Logged>) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(t!(lang, "check-log-heading"))];
    let Some(logged) = logged else {
        blocks.push(Block::Text(t!(lang, "check-log-none")));
        return blocks;
    };
    let (line, size) = (grouped(logged.index + 1), grouped(logged.size));
    let line = t!(lang, "check-log-line-value", line = line, size = size);
    blocks.push(Block::Text(t!(lang, "check-log-text")));
    blocks.push(Block::Facts(vec![
        (t!(lang, "check-log-name"), logged.origin.clone()),
        (t!(lang, "check-log-line"), line),
    ]));
    blocks.push(Block::Heading(t!(lang, "check-log-root")));
    blocks.push(Block::Root(logged.root.to_string()));
    blocks.push(Block::Heading(t!(lang, "check-witness-heading")));
    if logged.witnesses.is_empty() {
        blocks.push(Block::Text(t!(lang, "check-witness-none")));
    } else {
        let signed = logged.witnesses.iter().map(|witness| {
            let when = moment(lang, witness.at);
            t!(lang, "check-witness", name = witness.name.clone(), when = when)
        });
        blocks.push(Block::Text(t!(lang, "check-witness-text")));
        blocks.push(Block::List(signed.collect()));
    }
    if logged.unknown > 0 {
        blocks.push(Block::Text(t!(lang, "check-witness-unknown", count = logged.unknown)));
    }
    blocks
}

fn moment(lang: Lang, at: At) -> String {
    let (date, time) = at.wall_clock_in_london();
    day_and_time(lang, PrimitiveDateTime::new(date, time))
}
