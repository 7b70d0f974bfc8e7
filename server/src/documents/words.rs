//! From the fields of a receipt to its words: what is said comes from the fields and from nothing else.

use app::i18n::Lang;
use app::pages::confirm::Ends;
use app::receipt_words::{By, Event, Item, Told};
use consent::language::Language;
use consent::receipt::{ItemState, Receipt, ReceiptItem, ReceiptKind};
use consent::time::{At, midnight_ending};
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
        event: match receipt.kind {
            ReceiptKind::Decision => Event::Decided,
            ReceiptKind::Withdrawal => Event::Withdrew,
        },
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
        ends: receipt.collect_until.map(|until| ends(receipt, until)),
        collected: receipt.collections.iter().map(|one| in_london(one.at)).collect(),
    }
}

/// One item under this title, with how much less of it is shared than was asked for.
#[must_use]
pub fn item(item: &ReceiptItem, title: String) -> Item {
    let narrowed = item.narrowed.unwrap_or_default();
    Item { title, from: narrowed.from, to: narrowed.to, one_provider: narrowed.one_provider }
}

/// An organisation and its team.
fn asker(receipt: &Receipt) -> String {
    let request = &receipt.request;
    if request.team.is_empty() {
        request.organisation.clone()
    } else {
        format!("{}, {}", request.organisation, request.team)
    }
}

fn ends(receipt: &Receipt, until: At) -> Ends {
    match receipt.end_date {
        Some(date) if midnight_ending(date) <= until => Ends::On(date),
        _ => Ends::CollectUntil(in_london(until)),
    }
}

/// What calendar and clock show in London.
pub(super) fn in_london(at: At) -> PrimitiveDateTime {
    let (date, time) = at.wall_clock_in_london();
    PrimitiveDateTime::new(date, time)
}
