//! What a genuine receipt proves, in English: from its fields, with the words that were signed as they are; then its
//! place in the log; then what it does not prove.

use crate::documents::words;
use crate::registers;
use app::i18n::Lang;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use consent::language::Language;
use consent::proof::receipt::{Checked, Logged};
use consent::receipt::{ItemState, Receipt, ReceiptItem, ReceiptKind};
use consent::time::day;
use std::path::Path;

pub(super) fn words(checked: &Checked, key: &Path) -> String {
    let mut lines =
        vec![format!("Genuine: signed with the key in {}, and not changed since.", key.display())];
    receipt(&checked.receipt, &mut lines);
    lines.push(format!("SHA-256 of this receipt, as it stands in the log: {}", checked.digest));
    place(checked.logged.as_ref(), &mut lines);
    lines.push(
        "It does not prove that this is still the newest answer: sign in to see that.".to_owned(),
    );
    lines.join("\n")
}

const fn did(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Decision => "decided about",
        ReceiptKind::Amendment => "changed the decision about",
        ReceiptKind::Withdrawal => "stopped sharing under",
        ReceiptKind::Expiry => "noted that sharing had ended under",
        ReceiptKind::Pause => "paused sharing under",
        ReceiptKind::Collection => "collected what is shared under",
        ReceiptKind::ErasureAnswer => "answered about deleting what was collected under",
    }
}

fn receipt(receipt: &Receipt, lines: &mut Vec<String>) {
    let request = &receipt.request;
    let who = match receipt.actor.as_str() {
        "claimant" => "the claimant",
        "delegate" => "somebody who acts for the claimant",
        "requester" => "the requester",
        "operator" => "the operator, for the claimant,",
        "portal" => "the portal",
        other => other,
    };
    lines.push(format!(
        "It proves that at {} {who} {} the request {}",
        receipt.at.rfc3339(),
        did(receipt.kind),
        request.short
    ));
    lines.push(format!("({}) of {}, {}.", request.id, request.team, request.organisation));
    lines.push(format!("Issued by {} as the receipt {}.", receipt.issuer, receipt.id));
    lines.push(format!(
        "Answer number {}, purpose {} version {}.",
        receipt.decision_version, request.purpose, request.purpose_version
    ));
    items(receipt, lines);
    dates(receipt, lines);
    collections(receipt, lines);
    if let Some(language) = receipt.language {
        lines.push(match language {
            Language::English => "The words that were signed, in English:".to_owned(),
            Language::Welsh => "The words that were signed, in Welsh:".to_owned(),
        });
        lines.extend(receipt.words.iter().map(|sentence| format!("  {sentence}")));
    }
}

fn items(receipt: &Receipt, lines: &mut Vec<String>) {
    for (heading, state) in [
        ("Shared", ItemState::Shared),
        ("No longer shared", ItemState::Withdrawn),
        ("Sharing ended", ItemState::Ended),
        ("Collected", ItemState::Collected),
        ("Paused until it is confirmed again", ItemState::Paused),
        ("Not shared", ItemState::NotShared),
    ] {
        let items = receipt.items.iter().filter(|item| item.state == state);
        let titles: Vec<String> = items.map(|item| in_english(item, receipt.language())).collect();
        if !titles.is_empty() {
            lines.push(format!("{heading}: {}.", titles.join("; ")));
        }
    }
}

fn dates(receipt: &Receipt, lines: &mut Vec<String>) {
    if let Some(date) = receipt.end_date {
        lines.push(format!("The last day of sharing: {}.", day(date)));
    }
    if let Some(until) = receipt.collect_until {
        lines.push(format!("It could be collected until {} at the latest.", until.rfc3339()));
    }
    if let Some(digest) = receipt.digest {
        lines.push(format!("SHA-256 of the file that was confirmed: {digest}"));
    }
}

fn collections(receipt: &Receipt, lines: &mut Vec<String>) {
    if receipt.kind == ReceiptKind::Withdrawal {
        lines.push(match receipt.collections.len() {
            0 => "Nothing had been collected before.".to_owned(),
            1 => "One collection came before:".to_owned(),
            more => format!("{more} collections came before:"),
        });
    } else if !receipt.collections.is_empty() {
        lines.push("The collection:".to_owned());
    }
    lines.extend(
        receipt
            .collections
            .iter()
            .map(|one| format!("  {} at {}, SHA-256 {}", one.id, one.at.rfc3339(), one.digest)),
    );
}

/// Which checkpoint and which witnesses contain it; or plainly that nothing says so.
fn place(logged: Option<&Logged>, lines: &mut Vec<String>) {
    let Some(logged) = logged else {
        lines.push(
            "No proof from the log is attached: only the portal’s signature speaks for it."
                .to_owned(),
        );
        return;
    };
    lines.push(format!(
        "The log {} holds it as line {} of the {} in a checkpoint whose root is {}.",
        logged.origin,
        logged.index + 1,
        logged.size,
        BASE64.encode(logged.root.as_bytes())
    ));
    if logged.witnesses.is_empty() {
        lines.push(
            "No witness that was named has signed that checkpoint: only the portal says that its log was not rewritten."
                .to_owned(),
        );
    }
    lines.extend(logged.witnesses.iter().map(|witness| {
        format!("The witness {} signed that checkpoint at {}.", witness.name, witness.at.rfc3339())
    }));
    if logged.unknown > 0 {
        lines.push(format!(
            "{} more signatures are by keys that were not named, and count for nothing.",
            logged.unknown
        ));
    }
}

/// An item in English, whatever the receipt's language is: its title of today where the one of then is Welsh.
fn in_english(item: &ReceiptItem, language: Language) -> String {
    let title = match language {
        Language::English => item.title.clone(),
        Language::Welsh => registers::title(item.category, false).to_owned(),
    };
    words::item(item, title).words(Lang::En).replace('\u{a0}', " ")
}
