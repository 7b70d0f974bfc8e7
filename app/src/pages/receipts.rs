//! All receipts, newest first. A line names no category.

use super::receipt::ended_words;
use crate::{
    components::{body, hidden, lead, pages, title},
    i18n::{Lang, day_and_time},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReceiptsView {
    /// The receipts of this page, newest first.
    pub receipts: Vec<Line>,
    /// Which page it is, from 1.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
    /// The path of the page that checks receipts, where there is one.
    pub verify: Option<String>,
}

/// One receipt in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its id, for the link.
    pub id: String,
    /// Its code.
    pub code: String,
    /// What it proves: of a changed answer also how much is shared now.
    pub kinds: Vec<LineKind>,
    /// When.
    pub at: PrimitiveDateTime,
    /// The request's reference.
    pub reference: String,
    /// Who asked, as the register names it.
    pub asker: String,
}

/// What a receipt in the list proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// All that was asked for is shared.
    Shared,
    /// Some is shared.
    InPart,
    /// Nothing is shared.
    Refused,
    /// Sharing was stopped.
    Withdrawn,
    /// A part of it was stopped.
    WithdrawnPart,
    /// It was collected.
    Collected,
    /// Sharing ended.
    Expired,
    /// The answer was changed: how much is shared now.
    Changed,
    /// Sharing waits.
    Paused,
    /// The requester says that it erased a file.
    Erased,
    /// The requester says that it keeps a file.
    Kept,
}

impl LineKind {
    fn words(self, ctx: &PageContext) -> String {
        match self {
            Self::Shared => t!(ctx, "receipt-kind-decision"),
            Self::InPart => t!(ctx, "receipt-kind-part"),
            Self::Refused => t!(ctx, "receipt-kind-refusal"),
            Self::Withdrawn => t!(ctx, "receipt-heading-withdrawal"),
            Self::WithdrawnPart => t!(ctx, "receipt-heading-withdrawal-part"),
            Self::Collected => t!(ctx, "receipt-heading-collection"),
            Self::Expired => t!(ctx, "receipt-heading-expiry"),
            Self::Changed => t!(ctx, "receipt-kind-amendment"),
            Self::Paused => t!(ctx, "receipt-heading-pause"),
            Self::Erased => t!(ctx, "receipt-heading-erased"),
            Self::Kept => t!(ctx, "receipt-heading-kept"),
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ReceiptsView) -> Html {
    let frame = Frame::new(t!(ctx, "receipts-title")).at(Place::Receipts);
    shell::render(ctx, frame, || {
        let check = seen.verify.clone().map(|href| {
            view! {
                {body(t!(ctx, "receipts-check"))}
                {body(view! { <a class="govuk-link" href=href>{t!(ctx, "receipts-check-link")}</a> })}
            }
        });
        view! {
            {title(t!(ctx, "receipts-heading"))}
            {lead(t!(ctx, "receipts-lead"))}
            {list(ctx, seen)}
            {pages(ctx, seen.page, seen.pages, &|page| format!("{}?page={page}", paths::RECEIPTS))}
            {all(ctx, seen)}
            {check}
        }
    })
}

/// All of them as one file, and the copies of what was sent, where there are any.
fn all(ctx: &PageContext, seen: &ReceiptsView) -> Option<AnyView> {
    let links = || {
        view! {
            {body(view! { <a class="govuk-link" download="receipts.zip" href=paths::RECEIPTS_ALL>{t!(ctx, "receipts-all")}</a> })}
            {body(view! { <a class="govuk-link" href=paths::COPIES>{t!(ctx, "copies-link")}</a> })}
        }
    };
    (!seen.receipts.is_empty()).then(|| links().into_any())
}

fn list(ctx: &PageContext, seen: &ReceiptsView) -> AnyView {
    if seen.receipts.is_empty() {
        return view! {
            {body(t!(ctx, "receipts-none"))}
            {body(view! { <a class="govuk-link" href=paths::REQUESTS>{t!(ctx, "receipts-requests")}</a> })}
        }
        .into_any();
    }
    let lines: Vec<_> = seen.receipts.iter().map(|line| one(ctx, line)).collect();
    view! { <ul class="say-list">{lines}</ul> }.into_any()
}

fn one(ctx: &PageContext, line: &Line) -> AnyView {
    let mut kinds = line.kinds.iter().map(|kind| kind.words(ctx));
    let kind = kinds.next();
    let more: Vec<_> = kinds.map(|words| view! { <p>{words}</p> }).collect();
    // Two links of the same words are told apart by what nobody needs to see twice.
    let code = hidden(t!(ctx, "receipts-link-code", code = line.code.clone()));
    let when = if line.kinds.contains(&LineKind::Expired) {
        ended_words(ctx, line.at)
    } else {
        day_and_time(ctx.lang, line.at)
    };
    view! {
        <li class="say-row">
            <h2 class="govuk-heading-s"><a class="govuk-link" href=paths::receipt(&line.id)>{kind}{code}</a></h2>
            {more}
            <p>{when}</p>
            <p>{rich!(ctx, "receipts-line", reference = line.reference.clone(), asker = line.asker.clone())}</p>
            <p class="say-soft">{rich!(ctx, "receipt-title", code = line.code.clone())}</p>
        </li>
    }
    .into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, ReceiptsView)> {
    use time::macros::datetime;
    let line = |code: &str, kinds: &[LineKind], at| Line {
        id: "01936b7e-0000-7000-8000-00000000000a".into(),
        code: code.into(),
        kinds: kinds.to_vec(),
        at,
        reference: "SR 7K2M-9QD".into(),
        asker: "Maximus, PIP team, Leeds".into(),
    };
    let mut receipts = vec![
        line("RC 7BQT-9NX", &[LineKind::Erased], datetime!(2026-12-09 11:00)),
        line("RC 3WRM-5KD", &[LineKind::Kept], datetime!(2026-12-04 11:00)),
        line("RC 9TRX-4QM", &[LineKind::Withdrawn], datetime!(2026-12-01 08:15)),
        line("RC 6XVP-3HJ", &[LineKind::WithdrawnPart], datetime!(2026-11-30 10:30)),
        line("RC 5ZNC-8TV", &[LineKind::Paused], datetime!(2026-11-30 09:00)),
        line("RC 4DFP-2MW", &[LineKind::Changed, LineKind::InPart], datetime!(2026-11-29 12:30)),
        line("RC 8HDK-7PV", &[LineKind::Collected], datetime!(2026-11-24 16:10)),
        line("RC 6NWT-2HB", &[LineKind::InPart], datetime!(2026-11-24 15:26)),
        line("RC 5QCM-3ZJ", &[LineKind::Shared], datetime!(2026-09-03 10:00)),
        line("RC 4KQD-9ZF", &[LineKind::Refused], datetime!(2026-07-11 12:00)),
        line("RC 2BPS-6LW", &[LineKind::Expired], datetime!(2026-03-05 0:00)),
    ];
    // The older ones are about other requests.
    let others = ["SR 3ZJQ-0AB", "SR 8TWD-4KX", "SR 5MVP-7HC"];
    for (line, reference) in receipts.iter_mut().rev().zip(others.iter().rev()) {
        line.reference = (*reference).into();
    }
    vec![
        (
            "some",
            ReceiptsView {
                receipts: receipts.clone(),
                page: 1,
                pages: 1,
                verify: Some("/verify".into()),
            },
        ),
        ("many", ReceiptsView { receipts, page: 2, pages: 4, verify: Some("/verify".into()) }),
        ("none", ReceiptsView::default()),
    ]
}
