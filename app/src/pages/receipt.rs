//! One receipt: the proof of an answer, a withdrawal, a collection, an end, a pause, or what became of a file.
//! It repeats what was signed; it computes nothing of it.

mod now;
mod parts;
mod proof;
mod samples;

pub(in crate::pages) use parts::ended_words;
pub use samples::samples;

use super::{
    confirm::Ends,
    own_copy::{self, OwnCopy},
    preview::FileSeen,
    withdraw::Collected,
};
use crate::{
    components::{Scan, always, heading_m, scan, summary_list},
    i18n::{Lang, day_and_time},
    paths,
    receipt_words::Why,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    /// The receipt's id, for links.
    pub id: String,
    /// The receipt's code, such as RC 6NWT-2HB.
    pub code: String,
    /// The request's id, for links.
    pub request_id: String,
    /// The request's reference.
    pub reference: String,
    /// Who asked, as the register names it.
    pub asker: String,
    /// When it happened.
    pub at: PrimitiveDateTime,
    /// Whose record it is.
    pub person: Person,
    /// Who did it.
    pub by: By,
    /// What it proves.
    pub kind: Kind,
    /// Where the public log holds it.
    pub proof: Proof,
    /// The name of the key that signed it.
    pub key: String,
    /// The words that were signed with it, in their own language.
    pub words: SignedWords,
    /// The address of this service, for paper.
    pub address: String,
    /// The path of the page that checks receipts, where there is one.
    pub verify: Option<String>,
    /// Whether there is something to stop sharing under this request now.
    pub can_stop: bool,
    /// Whether nothing that was said about the request since takes its place.
    pub newest: bool,
    /// Where a letter to the practice is, where one is offered.
    pub letter: Option<String>,
    /// Whether it can be had as a PDF.
    pub pdf: bool,
    /// The square code for paper.
    pub scan: Option<Scan>,
    /// A copy that the claimant keeps of the file, or can keep.
    pub copy: Option<OwnCopy>,
}

/// Where the public log holds a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proof {
    /// It is older than the public log: only its event has a line, from 1.
    Before(Option<u64>),
    /// It has its line, which is not published yet.
    Waits,
    /// It is published.
    Public {
        /// Its line, from 1.
        line: u64,
        /// Since when.
        since: PrimitiveDateTime,
        /// Which known witnesses have signed, and when.
        witnesses: Vec<(String, PrimitiveDateTime)>,
    },
}

/// The words that were signed. They stay in the language that was shown, whatever the page's is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedWords {
    /// Their language.
    pub lang: Lang,
    /// The sentences; none in receipts of the first kind.
    pub sentences: Vec<String>,
}

/// Whose record it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their NHS number, as people write it: 999 214 3053.
    pub nhs_number: Option<String>,
    /// Their National Insurance number: QQ 12 34 56 C.
    pub nino: Option<String>,
}

/// Who did it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum By {
    /// The claimant.
    Claimant,
    /// The operator, because the claimant asked.
    Operator,
}

/// What a receipt proves. Titles are in the page's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A decision; nothing shared is a refusal.
    Decision {
        /// What is shared.
        shared: Vec<String>,
        /// What is kept private.
        private: Vec<String>,
        /// When sharing ends.
        ends: Ends,
        /// The file, if there is one.
        file: Option<FileSeen>,
        /// How many entries the claimant left out.
        left_out: u32,
        /// It takes the place of an answer before.
        amends: bool,
    },
    /// A withdrawal.
    Withdrawal {
        /// What was stopped.
        stopped: Vec<String>,
        /// What waits for the smaller file to be confirmed.
        remaining: Vec<String>,
        /// What was collected before.
        earlier: Vec<Collected>,
        /// The file that can no longer be collected.
        digest: Option<String>,
    },
    /// A collection.
    Collection {
        /// Who collected.
        who: String,
        /// What it has something about.
        sent: Vec<String>,
        /// What is shared too, and nothing of it was there.
        empty: Vec<String>,
        /// The file.
        file: FileSeen,
    },
    /// Sharing came to its end.
    Expiry {
        /// What was shared until then.
        ended: Vec<String>,
        /// When it ended; the receipt's own time is when that was noticed.
        since: PrimitiveDateTime,
        /// By the date that the claimant set.
        by_date: bool,
        /// Something had been collected under the request.
        collected: bool,
        /// The file that can no longer be collected.
        digest: Option<String>,
    },
    /// It waits to be confirmed again.
    Pause {
        /// Why.
        why: Why,
        /// What waits.
        waits: Vec<String>,
        /// The file that waits.
        digest: Option<String>,
    },
    /// The requester said what became of a collection.
    Erasure {
        /// Who answered.
        who: String,
        /// It says that it erased the file; else that it keeps it.
        erased: bool,
        /// What it says, in its own words.
        statement: String,
        /// When it had collected the file.
        collected: Option<PrimitiveDateTime>,
        /// What the file has something about.
        sent: Vec<String>,
        /// The file.
        digest: Option<String>,
    },
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ReceiptView) -> Html {
    let frame = Frame::new(t!(ctx, "receipt-title", code = seen.code.clone()))
        .at(Place::Receipts)
        .back(t!(ctx, "receipt-back"), paths::RECEIPTS);
    shell::render(ctx, frame, || {
        view! {
            <article class="say-receipt" aria-labelledby="receipt">
                <div class="say-receipt__head">
                    <div>
                        <h1 id="receipt">{heading(ctx, &seen.kind)}</h1>
                        <p>{happened_at(ctx, seen)}</p>
                    </div>
                    <p>{t!(ctx, "receipt-code")}" "<strong class="nowrap">{seen.code.clone()}</strong></p>
                </div>
                <div class="say-receipt__body">
                    {summary_list(parts::facts(ctx, seen))}
                    {parts::what(ctx, seen)}
                    {seen.scan.as_ref().map(|code| scan(ctx, code, &seen.address))}
                    {parts::fingerprint(ctx, &seen.kind)}
                    {parts::earlier(ctx, &seen.kind)}
                    {heading_m(t!(ctx, "receipt-proof"))}
                    {summary_list(proof::proof(ctx, seen))}
                    {proof::signed(ctx, &seen.words)}
                </div>
            </article>
            {always(ctx)}
            <div class="say-noprint">
                {now::now(ctx, seen)}
                {own_copy::part(ctx, seen.copy.as_ref(), heading_m)}
                {parts::keep(ctx, seen)}
            </div>
            {parts::law(ctx, seen)}
            {parts::rights(ctx, seen)}
            <p class="say-printonly">{t!(ctx, "receipt-printed", address = seen.address.clone())}</p>
        }
    })
}

/// When it happened: of an end, not when that was noticed.
fn happened_at(ctx: &PageContext, seen: &ReceiptView) -> String {
    match seen.kind {
        Kind::Expiry { since, .. } => ended_words(ctx, since),
        _ => day_and_time(ctx.lang, seen.at),
    }
}

fn heading(ctx: &PageContext, kind: &Kind) -> String {
    match kind {
        Kind::Decision { shared, .. } if shared.is_empty() => t!(ctx, "receipt-heading-refusal"),
        Kind::Decision { amends: true, .. } => t!(ctx, "receipt-heading-amendment"),
        Kind::Decision { .. } => t!(ctx, "receipt-heading-decision"),
        Kind::Withdrawal { remaining, .. } if !remaining.is_empty() => {
            t!(ctx, "receipt-heading-withdrawal-part")
        }
        Kind::Withdrawal { .. } => t!(ctx, "receipt-heading-withdrawal"),
        Kind::Collection { .. } => t!(ctx, "receipt-heading-collection"),
        Kind::Expiry { .. } => t!(ctx, "receipt-heading-expiry"),
        Kind::Pause { .. } => t!(ctx, "receipt-heading-pause"),
        Kind::Erasure { erased: true, .. } => t!(ctx, "receipt-heading-erased"),
        Kind::Erasure { .. } => t!(ctx, "receipt-heading-kept"),
    }
}
