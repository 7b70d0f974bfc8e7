//! The parts of a receipt, in the order in which they are read.

use super::{By, Kind, ReceiptView, now::waits};
use crate::{
    components::{
        Row, Shape, body, bullets, digest, heading_m, row, row_text, sides, summary_list, tag,
    },
    i18n::{day, day_and_time, unbroken, with_reference},
    pages::{
        confirm::Ends,
        preview::{FileSeen, entries},
    },
    paths,
    receipt_words::{RightName, right_text, right_title},
    rich,
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use time::{PrimitiveDateTime, Time};

pub(super) fn facts(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    let request = rich!(
        ctx,
        "receipt-request-value",
        reference = seen.reference.clone(),
        asker = seen.asker.clone()
    );
    let mut rows = who(ctx, seen);
    rows.push(row(t!(ctx, "receipt-request"), request));
    let stops = |words: String| row_text(t!(ctx, "receipt-stops"), words);
    rows.extend(match &seen.kind {
        Kind::Decision { shared, .. } if shared.is_empty() => None,
        Kind::Decision { file: None, .. } => Some(stops(t!(ctx, "receipt-stops-empty"))),
        Kind::Decision { ends: Ends::On(date), .. } => {
            Some(stops(t!(ctx, "receipt-stops-date", date = day(ctx.lang, *date))))
        }
        Kind::Decision { ends: Ends::CollectUntil(at), .. } => {
            Some(stops(t!(ctx, "receipt-stops-until", until = day_and_time(ctx.lang, *at))))
        }
        Kind::Withdrawal { .. } => {
            Some(row_text(t!(ctx, "receipt-stops-past"), day_and_time(ctx.lang, seen.at)))
        }
        Kind::Expiry { since, .. } => {
            Some(row_text(t!(ctx, "receipt-ended-at"), ended_words(ctx, *since)))
        }
        Kind::Pause { why, .. } => {
            Some(row_text(t!(ctx, "receipt-why"), t!(ctx, "receipt-why-value", why = why.case())))
        }
        Kind::Collection { who, .. } => {
            Some(row_text(t!(ctx, "receipt-who-collected"), who.clone()))
        }
        Kind::Erasure { who, .. } => Some(row_text(t!(ctx, "receipt-who-answered"), who.clone())),
    });
    rows.extend(more(ctx, seen));
    let file = match &seen.kind {
        Kind::Decision { file, left_out, .. } => file.as_ref().map(|file| (file, *left_out)),
        Kind::Collection { file, .. } => Some((file, 0)),
        _ => None,
    };
    rows.extend(
        file.map(|(file, left_out)| row(t!(ctx, "receipt-file"), of_file(ctx, file, left_out))),
    );
    rows
}

/// When something ended: at midnight that is the end of the day before, as people say it.
pub(in crate::pages) fn ended_words(ctx: &PageContext, at: PrimitiveDateTime) -> String {
    match at.date().previous_day() {
        Some(last) if at.time() == Time::MIDNIGHT => {
            t!(ctx, "receipt-stops-date", date = day(ctx.lang, last))
        }
        _ => day_and_time(ctx.lang, at),
    }
}

/// What there is to say of an end and of an answer about a file.
fn more(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    match &seen.kind {
        Kind::Expiry { by_date, .. } => {
            let why = if *by_date {
                t!(ctx, "receipt-ended-date")
            } else {
                t!(ctx, "receipt-ended-within")
            };
            let noticed = day_and_time(ctx.lang, seen.at);
            vec![
                row_text(t!(ctx, "receipt-why"), why),
                row_text(t!(ctx, "receipt-noticed"), noticed),
            ]
        }
        Kind::Erasure { erased, statement, collected, .. } => {
            let said = if *erased {
                t!(ctx, "receipt-answer-erased")
            } else {
                t!(ctx, "receipt-answer-kept")
            };
            let at = collected.map(|at| day_and_time(ctx.lang, at));
            let words = (!statement.is_empty()).then(|| statement.clone());
            [
                at.map(|at| row_text(t!(ctx, "receipt-answer-file"), at)),
                Some(row_text(t!(ctx, "receipt-answer"), said)),
                words.map(|words| row_text(t!(ctx, "receipt-answer-words"), words)),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
        _ => Vec::new(),
    }
}

fn of_file(ctx: &PageContext, file: &FileSeen, left_out: u32) -> AnyView {
    let words = t!(
        ctx,
        "receipt-file-value",
        entries = entries(ctx.lang, file.entries),
        size = file.size(ctx.lang)
    );
    let without =
        (left_out > 0).then(|| view! { <br/>{t!(ctx, "receipt-file-left-out", count = left_out)} });
    view! { {words}{without} }.into_any()
}

/// Who did it, and whose record it is: the numbers stand beside the name that they belong to.
fn who(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    let name = seen.person.name.clone();
    let whose = t!(ctx, "receipt-whose");
    let did = match seen.kind {
        Kind::Decision { .. } => t!(ctx, "receipt-who"),
        Kind::Withdrawal { .. } => t!(ctx, "receipt-who-withdrew"),
        _ => return vec![person(ctx, seen, whose)],
    };
    let words = match &seen.by {
        By::Claimant => return vec![person(ctx, seen, did)],
        By::Operator => t!(ctx, "receipt-who-operator", name = name),
    };
    vec![row_text(did, words), person(ctx, seen, whose)]
}

fn person(ctx: &PageContext, seen: &ReceiptView, label: String) -> Row {
    let nhs = seen
        .person
        .nhs_number
        .clone()
        .map(|number| view! { <br/>{t!(ctx, "receipt-nhs", number = unbroken(&number))} });
    let nino = seen
        .person
        .nino
        .clone()
        .map(|number| view! { <br/>{t!(ctx, "receipt-nino", number = unbroken(&number))} });
    row(label, view! { {seen.person.name.clone()}{nhs}{nino} })
}

pub(super) fn what(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let or_none = |titles: &[String]| {
        if titles.is_empty() { vec![t!(ctx, "receipt-none")] } else { titles.to_vec() }
    };
    let listed = |form: Shape, words: String, titles: &[String]| {
        (!titles.is_empty()).then(|| {
            view! {
                <p class="govuk-body say-receipt__group">{tag(form, words)}</p>
                {bullets(titles.iter().map(|title| title.clone().into_any()).collect())}
            }
        })
    };
    // An old receipt keeps what waited then, and asks for nothing any more.
    let waiting = |titles: &[String]| {
        let count = titles.len();
        let (form, words) = if waits(seen) {
            (Shape::CirclePaused, t!(ctx, "receipt-waits", count = count))
        } else {
            (Shape::Square, t!(ctx, "receipt-waited", count = count))
        };
        listed(form, words, titles)
    };
    match &seen.kind {
        Kind::Decision { shared, private, .. } => sides(
            (t!(ctx, "receipt-shared", count = shared.len()), or_none(shared)),
            (t!(ctx, "receipt-private", count = private.len()), or_none(private)),
        ),
        Kind::Withdrawal { stopped, remaining, .. } => view! {
            {listed(Shape::SquareBack, t!(ctx, "receipt-stopped", count = stopped.len()), stopped)}
            {waiting(remaining)}
        }
        .into_any(),
        Kind::Collection { sent, empty, .. } => view! {
            {listed(Shape::FilledCircle, t!(ctx, "receipt-sent", count = sent.len()), sent)}
            {listed(Shape::CircleGap, t!(ctx, "receipt-sent-none", count = empty.len()), empty)}
        }
        .into_any(),
        Kind::Erasure { sent, .. } => {
            listed(Shape::FilledCircle, t!(ctx, "receipt-sent", count = sent.len()), sent)
                .into_any()
        }
        Kind::Expiry { ended, .. } => {
            listed(Shape::Square, t!(ctx, "receipt-ended", count = ended.len()), ended).into_any()
        }
        Kind::Pause { waits, .. } => waiting(waits).into_any(),
    }
}

pub(super) fn fingerprint(ctx: &PageContext, kind: &Kind) -> Option<AnyView> {
    let (hex, words) = match kind {
        Kind::Decision { file, .. } => {
            (file.as_ref().map(|file| &file.digest)?, t!(ctx, "receipt-digest-same"))
        }
        Kind::Withdrawal { digest, .. } | Kind::Expiry { digest, .. } => {
            (digest.as_ref()?, t!(ctx, "receipt-digest-stopped"))
        }
        Kind::Pause { digest, .. } => (digest.as_ref()?, t!(ctx, "receipt-digest-waits")),
        Kind::Collection { file, .. } => (&file.digest, t!(ctx, "receipt-digest-collected")),
        Kind::Erasure { digest, .. } => (digest.as_ref()?, t!(ctx, "receipt-digest-collected")),
    };
    Some(
        view! { {heading_m(t!(ctx, "receipt-digest-heading"))}{body(words)}{digest(hex)} }
            .into_any(),
    )
}

pub(super) fn earlier(ctx: &PageContext, kind: &Kind) -> Option<AnyView> {
    let Kind::Withdrawal { earlier, .. } = kind else { return None };
    let inside = if earlier.is_empty() {
        body(t!(ctx, "receipt-earlier-none"))
    } else {
        let items = earlier.iter().map(|one| one.words(ctx).into_any()).collect();
        view! {
            {bullets(items)}
            {body(t!(ctx, "receipt-earlier-text"))}
            {body(t!(ctx, "withdraw-undone-ask"))}
        }
        .into_any()
    };
    Some(view! { {heading_m(t!(ctx, "receipt-earlier-heading"))}{inside} }.into_any())
}

pub(super) fn law(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let pressure =
        if seen.can_stop { t!(ctx, "receipt-law-pressure") } else { t!(ctx, "paper-law-pressure") };
    view! {
        {heading_m(t!(ctx, "receipt-law-heading"))}
        {body(t!(ctx, "receipt-law-duty"))}
        {body(t!(ctx, "receipt-law-basis"))}
        {body(t!(ctx, "receipt-law-object"))}
        {body(pressure)}
        {body(t!(ctx, "receipt-law-money"))}
        {body(t!(ctx, "common-not-your-form"))}
    }
    .into_any()
}

/// The claimant's rights, each with a text to send. The same stand in the signed file, in its own language.
pub(super) fn rights(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let all = [
        RightName::Access,
        RightName::Rectification,
        RightName::Restriction,
        RightName::Objection,
        RightName::Complaint,
    ];
    let rows = all.map(|right| {
        let words = right_text(ctx.lang, right, &seen.reference);
        row(right_title(ctx.lang, right), with_reference(&words, &seen.reference))
    });
    view! {
        {heading_m(t!(ctx, "paper-rights"))}
        {body(t!(ctx, "paper-rights-text"))}
        {summary_list(Vec::from(rows))}
        {body(view! { <a class="govuk-link say-noprint" href=paths::letters(&seen.request_id)>{t!(ctx, "receipt-letters")}</a> })}
    }
    .into_any()
}

pub(super) fn keep(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let file_name = seen.code.replace(' ', "-");
    let verify = seen.verify.clone().map(
        |href| view! { <li><a class="govuk-link" href=href>{t!(ctx, "receipt-verify")}</a></li> },
    );
    let fhir = matches!(seen.kind, Kind::Decision { .. }).then(|| {
        let href = format!("{}/consent.json", paths::receipt(&seen.id));
        view! { <li><a class="govuk-link" download=format!("{file_name}-consent.json") href=href>{t!(ctx, "receipt-fhir")}</a></li> }
    });
    let pdf = seen.pdf.then(|| {
        let href = format!("{}/receipt.pdf", paths::receipt(&seen.id));
        view! {
            <li><a class="govuk-link" download=format!("{file_name}.pdf") href=href.clone()>{t!(ctx, "receipt-pdf")}</a></li>
            <li><a class="govuk-link" download=format!("{file_name}.large.pdf") href=format!("{href}?size=large")>{t!(ctx, "receipt-pdf-large")}</a></li>
        }
    });
    view! {
        {heading_m(t!(ctx, "receipt-keep"))}
        {body(t!(ctx, "receipt-keep-text"))}
        {body(t!(ctx, "receipt-print-how"))}
        <ul class="govuk-list">
            <li><a class="govuk-link" download=format!("{file_name}.html") href=format!("{}/receipt.html", paths::receipt(&seen.id))>{t!(ctx, "receipt-html")}</a></li>
            {pdf}
            <li><a class="govuk-link" download=format!("{file_name}.txt") href=format!("{}/receipt.txt", paths::receipt(&seen.id))>{t!(ctx, "receipt-txt")}</a></li>
            <li><a class="govuk-link" download=format!("{file_name}.json") href=format!("{}/receipt.json", paths::receipt(&seen.id))>{t!(ctx, "receipt-json")}</a></li>
            {fhir}
            {verify}
        </ul>
    }
    .into_any()
}
