//! The parts of a receipt, in the order in which they are read.

use super::{By, Kind, ReceiptView, SignedWords};
use crate::{
    components::{
        Row, Shape, body, bullets, button_group, details, digest, heading_m, hidden, link_button,
        row, row_text, second_link_button, sides, tag,
    },
    i18n::{day, day_and_time},
    pages::{
        confirm::Ends,
        preview::{FileSeen, entries, grouped},
    },
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

pub(super) fn facts(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    let request = t!(
        ctx,
        "receipt-request-value",
        reference = unbroken(&seen.reference),
        asker = seen.asker.clone()
    );
    let mut rows = vec![who(ctx, seen), row_text(t!(ctx, "receipt-request"), request)];
    let stops = |words: String| row_text(t!(ctx, "receipt-stops"), words);
    rows.push(match &seen.kind {
        Kind::Decision { shared, .. } if shared.is_empty() => {
            stops(t!(ctx, "receipt-stops-nothing"))
        }
        Kind::Decision { file: None, .. } => stops(t!(ctx, "receipt-stops-empty")),
        Kind::Decision { ends: Ends::On(date), .. } => {
            stops(t!(ctx, "receipt-stops-date", date = day(ctx.lang, *date)))
        }
        Kind::Decision { ends: Ends::CollectUntil(at), .. } => {
            stops(t!(ctx, "receipt-stops-until", until = day_and_time(ctx.lang, *at)))
        }
        Kind::Withdrawal { .. } | Kind::Expiry { .. } => {
            stops(t!(ctx, "receipt-stops-now", date = day_and_time(ctx.lang, seen.at)))
        }
        Kind::Collection { who, .. } => row_text(t!(ctx, "receipt-who-collected"), who.clone()),
    });
    let file = match &seen.kind {
        Kind::Decision { file, left_out, .. } => file.as_ref().map(|file| (file, *left_out)),
        Kind::Collection { file, .. } => Some((file, 0)),
        Kind::Withdrawal { .. } | Kind::Expiry { .. } => None,
    };
    rows.extend(file.map(|(file, left_out)| {
        row_text(t!(ctx, "receipt-file"), file_words(ctx, file, left_out))
    }));
    rows
}

fn file_words(ctx: &PageContext, file: &FileSeen, left_out: u32) -> String {
    let words = t!(
        ctx,
        "receipt-file-value",
        entries = entries(ctx.lang, file.entries),
        size = file.size(ctx.lang)
    );
    match left_out {
        0 => words,
        count => format!("{words} {}", t!(ctx, "receipt-file-left-out", count = count)),
    }
}

fn who(ctx: &PageContext, seen: &ReceiptView) -> Row {
    let name = seen.person.name.clone();
    let label = match seen.kind {
        Kind::Decision { .. } => t!(ctx, "receipt-who"),
        Kind::Withdrawal { .. } => t!(ctx, "receipt-who-withdrew"),
        Kind::Collection { .. } | Kind::Expiry { .. } => t!(ctx, "receipt-whose"),
    };
    let words = match &seen.by {
        _ if matches!(seen.kind, Kind::Collection { .. } | Kind::Expiry { .. }) => name,
        By::Claimant => name,
        By::Helper(helper) => t!(ctx, "receipt-who-helper", helper = helper.clone(), name = name),
        By::Operator => t!(ctx, "receipt-who-operator", name = name),
    };
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
    row(label, view! { {words}{nhs}{nino} })
}

fn unbroken(number: &str) -> String {
    number.replace(' ', "\u{a0}")
}

pub(super) fn what(ctx: &PageContext, kind: &Kind) -> AnyView {
    let or_none = |titles: &[String]| {
        if titles.is_empty() { vec![t!(ctx, "receipt-none")] } else { titles.to_vec() }
    };
    let listed = |form: Shape, words: String, titles: &[String]| {
        (!titles.is_empty()).then(|| {
            view! {
                <p class="govuk-body">{tag(form, words)}</p>
                {bullets(titles.iter().map(|title| title.clone().into_any()).collect())}
            }
        })
    };
    match kind {
        Kind::Decision { shared, private, .. } => sides(
            (t!(ctx, "receipt-shared", count = shared.len()), or_none(shared)),
            (t!(ctx, "receipt-private", count = private.len()), or_none(private)),
        ),
        Kind::Withdrawal { stopped, remaining, .. } => view! {
            {listed(Shape::SquareBack, t!(ctx, "receipt-stopped", count = stopped.len()), stopped)}
            {listed(Shape::CirclePaused, t!(ctx, "receipt-waits", count = remaining.len()), remaining)}
        }
        .into_any(),
        Kind::Collection { shared, .. } => {
            listed(Shape::FilledCircle, t!(ctx, "receipt-shared", count = shared.len()), shared).into_any()
        }
        Kind::Expiry { stopped, .. } => {
            listed(Shape::Square, t!(ctx, "receipt-stopped", count = stopped.len()), stopped).into_any()
        }
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
        Kind::Collection { file, .. } => (&file.digest, t!(ctx, "receipt-digest-collected")),
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
        view! { {bullets(items)}{body(t!(ctx, "receipt-earlier-text"))} }.into_any()
    };
    Some(view! { {heading_m(t!(ctx, "receipt-earlier-heading"))}{inside} }.into_any())
}

pub(super) fn proof(ctx: &PageContext, seen: &ReceiptView) -> Vec<Row> {
    let line = match seen.log_line {
        Some(line) => t!(ctx, "receipt-log-value", line = grouped(line)),
        None => t!(ctx, "receipt-log-waits"),
    };
    let web = seen.verify.as_ref().map(|path| {
        body(t!(ctx, "receipt-check-web", address = format!("{}{path}", seen.address)))
    });
    let command = format!("sayso receipt verify {}.json", seen.code.replace(' ', "-"));
    vec![
        row_text(t!(ctx, "receipt-log"), line),
        row_text(t!(ctx, "receipt-key"), t!(ctx, "receipt-key-value", key = seen.key.clone())),
        row_text(
            t!(ctx, "receipt-language"),
            t!(ctx, "receipt-language-value", lang = seen.words.lang.code()),
        ),
        row(
            t!(ctx, "receipt-check"),
            view! { {web}{body(t!(ctx, "receipt-check-program"))}<code>{command}</code> },
        ),
    ]
}

/// The sentences of the signed file, for those who open them.
pub(super) fn signed(ctx: &PageContext, words: &SignedWords) -> Option<AnyView> {
    if words.sentences.is_empty() {
        return None;
    }
    let sentences: Vec<_> = words.sentences.iter().cloned().map(body).collect();
    let inside = view! {
        {body(t!(ctx, "receipt-words-text"))}
        <div lang=words.lang.code()>{sentences}</div>
    };
    Some(details(t!(ctx, "receipt-words"), inside.into_any()))
}

pub(super) fn law(ctx: &PageContext) -> AnyView {
    view! {
        {heading_m(t!(ctx, "receipt-law-heading"))}
        {body(t!(ctx, "receipt-law-duty"))}
        {body(t!(ctx, "receipt-law-basis"))}
        {body(t!(ctx, "receipt-law-object"))}
        {body(t!(ctx, "receipt-law-pressure"))}
        {body(t!(ctx, "receipt-law-money"))}
        {body(t!(ctx, "common-not-your-form"))}
    }
    .into_any()
}

pub(super) fn keep(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let file_name = seen.code.replace(' ', "-");
    let verify = seen.verify.clone().map(
        |href| view! { <li><a class="govuk-link" href=href>{t!(ctx, "receipt-verify")}</a></li> },
    );
    view! {
        {heading_m(t!(ctx, "receipt-keep"))}
        {body(t!(ctx, "receipt-keep-text"))}
        {body(t!(ctx, "receipt-print-how"))}
        <ul class="govuk-list">
            <li><a class="govuk-link" download=format!("{file_name}.html") href=format!("{}/receipt.html", paths::receipt(&seen.id))>{t!(ctx, "receipt-html")}</a></li>
            <li><a class="govuk-link" download=format!("{file_name}.json") href=format!("{}/receipt.json", paths::receipt(&seen.id))>{t!(ctx, "receipt-json")}</a></li>
            {verify}
        </ul>
    }
    .into_any()
}

pub(super) fn now(ctx: &PageContext, seen: &ReceiptView) -> AnyView {
    let words = match &seen.kind {
        Kind::Decision { file: None, .. } => t!(ctx, "receipt-now-refused"),
        Kind::Decision { .. } => t!(ctx, "receipt-now-shared"),
        Kind::Withdrawal { .. } => t!(ctx, "receipt-now-withdrawn"),
        Kind::Collection { .. } => t!(ctx, "receipt-now-collected"),
        Kind::Expiry { .. } => t!(ctx, "receipt-now-expired"),
    };
    let waits = match &seen.kind {
        Kind::Withdrawal { remaining, .. } if !remaining.is_empty() => Some(view! {
            {body(t!(ctx, "withdraw-remaining-text", count = remaining.len()))}
            {button_group(vec![
                link_button(t!(ctx, "withdraw-remaining-look"), paths::preview(&seen.request_id)),
                second_link_button(t!(ctx, "withdraw-remaining-confirm"), paths::confirm(&seen.request_id)),
            ])}
        }),
        _ => None,
    };
    let stop = seen.can_stop.then(|| {
        let about = t!(ctx, "receipt-stop-for", reference = seen.reference.clone());
        view! {
            {body(t!(ctx, "receipt-stop-text"))}
            <a class="govuk-button govuk-button--secondary" href=paths::withdraw(&seen.request_id)>{t!(ctx, "receipt-stop")}{hidden(about)}</a>
        }
    });
    let letter = seen.letter.clone().map(|href| {
        view! {
            {body(t!(ctx, "withdraw-letter-text"))}
            {body(view! { <a class="govuk-link" href=href>{t!(ctx, "receipt-letter")}</a> })}
        }
    });
    view! {
        {heading_m(t!(ctx, "receipt-now"))}
        {body(words)}
        {waits}
        {body(view! { <a class="govuk-link" href=paths::HISTORY>{t!(ctx, "receipt-now-history")}</a> })}
        {letter}
        {stop}
    }
    .into_any()
}
