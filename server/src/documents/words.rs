//! From the fields of a receipt to its words: what is said comes from the fields and from nothing else.

use super::receipt::digest;
use crate::registers::recipient;
use app::i18n::Lang;
use app::pages::confirm::Ends;
use app::receipt_words::{
    By, Event, Fields, Item, Keep, RightName, Sheet, Told, Why, law, right_text, right_title,
};
use consent::language::Language;
use consent::purpose::KeepFrom;
use consent::receipt::{
    ErasureOutcome, ItemState, PausedBecause, Receipt, ReceiptItem, ReceiptKind, ReceiptRight,
    Right,
};
use consent::standing::EndedBy;
use consent::time::{At, Span, midnight_ending};
use time::PrimitiveDateTime;

/// The language, as the pages know it.
#[must_use]
pub const fn lang(language: Language) -> Lang {
    match language {
        Language::English => Lang::En,
        Language::Welsh => Lang::Cy,
    }
}

/// What a receipt says, for its words.
#[must_use]
pub fn told(receipt: &Receipt) -> Told {
    let of = |wanted: ItemState| {
        let same = receipt.items.iter().filter(|item| item.state == wanted);
        same.map(|one| item(one, one.title.clone())).collect::<Vec<_>>()
    };
    Told {
        lang: lang(receipt.language()),
        event: event(receipt),
        by: match receipt.actor.as_str() {
            "operator" => By::Operator,
            "delegate" => By::Helper,
            _ => By::You,
        },
        at: in_london(receipt.at),
        reference: receipt.request.short.clone(),
        asker: asker(receipt),
        shared: of(ItemState::Shared),
        private: of(ItemState::NotShared),
        stopped: of(ItemState::Withdrawn),
        paused: of(ItemState::Paused),
        ended: of(ItemState::Ended),
        sent: of(ItemState::Collected),
        ends: receipt.collect_until.map(|until| ends(receipt, until)),
        collected: receipt
            .collections
            .iter()
            .map(|one| (in_london(one.at), one.digest.to_string()))
            .collect(),
    }
}

fn event(receipt: &Receipt) -> Event {
    match receipt.kind {
        ReceiptKind::Decision => Event::Decided,
        ReceiptKind::Amendment => Event::Amended,
        ReceiptKind::Withdrawal => Event::Withdrew,
        ReceiptKind::Expiry => Event::Ended {
            since: in_london(receipt.ended.map_or(receipt.at, |ended| ended.at)),
            last_day: receipt
                .end_date
                .filter(|_| receipt.ended.is_some_and(|ended| ended.by == EndedBy::EndDate)),
        },
        ReceiptKind::Pause => Event::Paused(why(receipt.paused)),
        ReceiptKind::Collection => {
            Event::Collected { entries: receipt.file.map_or(0, |file| file.entries) }
        }
        ReceiptKind::ErasureAnswer => {
            let erasure = receipt.erasure.as_ref();
            Event::Answered {
                erased: erasure.is_some_and(|erasure| erasure.outcome == ErasureOutcome::Erased),
                statement: erasure.map(|erasure| erasure.statement.clone()).unwrap_or_default(),
            }
        }
    }
}

/// Why something waits, as the pages know it.
#[must_use]
pub fn why(because: Option<PausedBecause>) -> Why {
    match because {
        Some(PausedBecause::PartWithdrawn) => Why::Part,
        Some(PausedBecause::RulesChanged) => Why::Rules,
        Some(PausedBecause::Died) => Why::Died,
        Some(PausedBecause::Restored) => Why::Restored,
        Some(PausedBecause::Operator) => Why::Operator,
        Some(PausedBecause::Fault) | None => Why::Fault,
    }
}

/// The receipt as a sheet: for paper, for the page to keep, for plain text. `signed` is the signed file.
#[must_use]
pub fn sheet(receipt: &Receipt, signed: &[u8]) -> Sheet {
    let told = told(receipt);
    let lang = told.lang;
    let title = |right: &ReceiptRight| right_title(lang, name(right.right));
    let recipients = receipt.request.recipients.iter();
    let recipients = recipients.map(|name| recipient(name, lang == Lang::Cy).to_owned());
    let fields = Fields {
        id: receipt.id.to_string(),
        code: receipt.id.short(),
        issuer: receipt.issuer.clone(),
        receipt_digest: digest(signed).map(|digest| digest.to_string()).unwrap_or_default(),
        file_digest: receipt.digest.map(|digest| digest.to_string()),
        purpose: receipt.request.purpose_title.clone(),
        recipients: recipients.collect(),
        keep: keep(receipt),
        answer: receipt.decision_version,
        last_day: receipt.end_date,
        until: receipt.collect_until.map(in_london),
        law: if receipt.law.is_empty() { law(lang) } else { receipt.law.clone() },
        rights: receipt.rights.iter().map(|right| (title(right), right.text.clone())).collect(),
    };
    app::receipt_words::sheet(&told, &fields)
}

/// The claimant's rights with a text for each, about this request and in this language.
#[must_use]
pub fn rights(language: Language, reference: &str) -> Vec<ReceiptRight> {
    let text = |right| right_text(lang(language), name(right), reference).replace('\u{a0}', " ");
    Right::ALL
        .into_iter()
        .map(|right| ReceiptRight { right, law: right.law().to_owned(), text: text(right) })
        .collect()
}

/// What the law says, in this language.
#[must_use]
pub fn the_law(language: Language) -> Vec<String> {
    law(lang(language))
}

const fn name(right: Right) -> RightName {
    match right {
        Right::Access => RightName::Access,
        Right::Rectification => RightName::Rectification,
        Right::Restriction => RightName::Restriction,
        Right::Objection => RightName::Objection,
        Right::Complaint => RightName::Complaint,
    }
}

fn keep(receipt: &Receipt) -> Option<Keep> {
    let from = receipt.request.keep_from?;
    let span = Span::parse(&receipt.request.keep_for).ok()?;
    let [years, months, weeks, days] = span.parts().map(u32::from);
    let from_collection = from == KeepFrom::Collection;
    Some(Keep { years, months, days: weeks * 7 + days, from_collection })
}

/// One item under this title, with how much less of it is shared than was asked for.
#[must_use]
pub fn item(item: &ReceiptItem, title: String) -> Item {
    let narrowed = item.narrowed.unwrap_or_default();
    Item { title, from: narrowed.from, to: narrowed.to, one_provider: narrowed.one_provider }
}

/// Who asked.
fn asker(receipt: &Receipt) -> String {
    asker_of(&receipt.request.organisation, &receipt.request.team)
}

/// An organisation and its team, as people read them.
#[must_use]
pub fn asker_of(organisation: &str, team: &str) -> String {
    if team.is_empty() { organisation.to_owned() } else { format!("{organisation}, {team}") }
}

fn ends(receipt: &Receipt, until: At) -> Ends {
    match receipt.end_date {
        Some(date) if midnight_ending(date) <= until => Ends::On(date),
        _ => Ends::CollectUntil(in_london(until)),
    }
}

/// What calendar and clock show in London.
#[must_use]
pub fn in_london(at: At) -> PrimitiveDateTime {
    let (date, time) = at.wall_clock_in_london();
    PrimitiveDateTime::new(date, time)
}
