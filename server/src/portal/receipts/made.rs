//! What a receipt says, put together from the request, from what was said about it, and from the event. Nothing is read
//! here and nothing decided.

use super::{Issue, What};
use crate::documents::words;
use crate::portal::Portal;
use crate::portal::actor::Actor;
use crate::registers;
use app::receipt_words::sentences;
use consent::category::Category;
use consent::decision::{Answer, RecordedDecision, Said, newest_decision};
use consent::ids::ReceiptId;
use consent::language::Language;
use consent::purpose::Purpose;
use consent::receipt::{
    ItemState, PausedBecause, Receipt, ReceiptCollection, ReceiptEnd, ReceiptItem, ReceiptKind,
    ReceiptNarrowing, ReceiptRequest, SCHEMA, record,
};
use consent::standing::until;
use std::collections::BTreeSet;

/// What stands in the store about it.
pub(super) struct Found {
    /// The receipt's id.
    pub id: ReceiptId,
    /// What the receipt names as collected.
    pub collections: Vec<ReceiptCollection>,
    /// The receipt of the answer that it is about.
    pub follows: Option<ReceiptId>,
}

/// Which kind of receipt an event has.
pub(super) fn kind(issue: &Issue<'_>) -> ReceiptKind {
    match issue.what {
        What::Decided if newest_decision(&issue.loaded.said).is_none() => ReceiptKind::Decision,
        What::Decided => ReceiptKind::Amendment,
        What::Withdrawn(_) => ReceiptKind::Withdrawal,
        What::Ended(_) => ReceiptKind::Expiry,
        What::Held(_) => ReceiptKind::Pause,
        What::Collected { .. } => ReceiptKind::Collection,
        What::Answered { .. } => ReceiptKind::ErasureAnswer,
    }
}

pub(super) fn receipt(
    portal: &Portal,
    issue: &Issue<'_>,
    purpose: &Purpose,
    found: Found,
) -> Receipt {
    let asked = &issue.loaded.asked;
    let decided = issue.decided;
    let welsh = issue.language == Language::Welsh;
    let items = items(issue, welsh);
    let waits = items.iter().any(|item| item.state == ItemState::Paused);
    let kind = kind(issue);
    // What the record has nothing of is shared, and can never be collected.
    let collectable =
        matches!(issue.what, What::Decided | What::Collected { .. }) && !decided.present.is_empty();
    let short = asked.request.id.short();
    let title = if welsh { &purpose.title.cy } else { &purpose.title.en };
    let mut receipt = Receipt {
        schema: SCHEMA.to_owned(),
        language: Some(issue.language),
        words: Vec::new(),
        id: found.id,
        kind,
        at: issue.at,
        issuer: portal.config().base_url.clone(),
        actor: actor(issue).to_owned(),
        subject: Some(subject(portal, issue)),
        request: ReceiptRequest {
            id: asked.request.id,
            short: short.clone(),
            organisation: issue.loaded.asker.0.clone(),
            team: issue.loaded.asker.1.clone(),
            purpose: asked.request.purpose.clone(),
            purpose_version: asked.request.purpose_version,
            submitted_at: asked.request.submitted_at,
            recipients: asked.request.recipients.clone(),
            keep_for: asked.request.keep_for.to_string(),
            keep_from: Some(purpose.keep_from),
            client: Some(issue.loaded.row.client_id.clone()),
            purpose_title: Some(title.clone()),
        },
        decision_version: decided.version,
        items,
        end_date: decided.decision.end_date,
        collect_until: collectable.then(|| until(&asked.request, decided)),
        digest: decided.digest,
        rules: decided.rules,
        collections: found.collections,
        follows: found.follows,
        ended: match issue.what {
            What::Ended(ended) => Some(ReceiptEnd { at: ended.at, by: ended.by }),
            _ => None,
        },
        paused: match issue.what {
            What::Held(why) => Some(why.into()),
            What::Withdrawn(_) => Some(PausedBecause::PartWithdrawn),
            _ => None,
        }
        .filter(|_| waits),
        file: match issue.what {
            What::Collected { file, .. } => Some(file),
            _ => None,
        },
        erasure: match &issue.what {
            What::Answered { erasure, .. } => Some(erasure.clone()),
            _ => None,
        },
        law: words::the_law(issue.language),
        rights: words::rights(issue.language, &short),
        record: None,
    };
    receipt.words = sentences(&words::told(&receipt));
    receipt.record = Some(record(&receipt));
    receipt
}

fn actor(issue: &Issue<'_>) -> &'static str {
    match issue.actor {
        Actor::Operator => "operator",
        Actor::Client(_) => "requester",
        Actor::System => "portal",
        Actor::Person(person) if *person != issue.subject => "delegate",
        Actor::Person(_) => "claimant",
    }
}

/// Every item of the request, with what became of it.
fn items(issue: &Issue<'_>, welsh: bool) -> Vec<ReceiptItem> {
    let decided = issue.decided;
    let gone = withdrawn_since(issue);
    let state = |category: &Category, answer: Answer| match (&issue.what, answer) {
        (_, Answer::DoNotShare) => ItemState::NotShared,
        (What::Decided, Answer::Share) => ItemState::Shared,
        (What::Withdrawn(now), Answer::Share) if now.contains(category) => ItemState::Withdrawn,
        (What::Ended(ended), Answer::Share) if ended.categories.contains(category) => {
            ItemState::Ended
        }
        (What::Collected { .. } | What::Answered { .. }, Answer::Share) => {
            if decided.present.contains(category) {
                ItemState::Collected
            } else {
                ItemState::Shared
            }
        }
        (What::Ended(_), Answer::Share) => ItemState::Withdrawn,
        (What::Withdrawn(_) | What::Held(_), Answer::Share) => {
            if gone.contains(category) {
                ItemState::Withdrawn
            } else {
                ItemState::Paused
            }
        }
    };
    let all = decided.decision.of_all(&issue.loaded.asked.request).into_iter();
    all.map(|(category, answer)| ReceiptItem {
        category,
        title: registers::title(category, welsh).to_owned(),
        state: state(&category, answer),
        narrowed: narrowed(decided, category, answer),
    })
    .collect()
}

/// What was withdrawn after the newest decision.
fn withdrawn_since(issue: &Issue<'_>) -> BTreeSet<Category> {
    let since = issue.loaded.said.iter().rev();
    let since = since.take_while(|said| !matches!(said, Said::Decided(_)));
    since
        .filter_map(|said| match said {
            Said::Withdrew { categories, .. } => Some(categories.iter().copied()),
            _ => None,
        })
        .flatten()
        .collect()
}

/// How much less of an item is shared than was asked for. Who the one provider is stays out of the receipt.
fn narrowed(
    decided: &RecordedDecision,
    category: Category,
    answer: Answer,
) -> Option<ReceiptNarrowing> {
    let less = decided.decision.narrowed.get(&category).filter(|_| answer == Answer::Share)?;
    let narrowed =
        ReceiptNarrowing { from: less.from, to: less.to, one_provider: less.provider.is_some() };
    (narrowed != ReceiptNarrowing::default()).then_some(narrowed)
}

/// Whose receipt it is, for one requester: two requesters cannot compare.
fn subject(portal: &Portal, issue: &Issue<'_>) -> String {
    let pair = format!("{}:{}", issue.subject, issue.loaded.row.client_id);
    let code = portal.keys().blind_index("receipt-subject", &pair);
    code.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}
