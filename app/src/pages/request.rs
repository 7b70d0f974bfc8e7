//! One request: who asks, why, for what, what a no means, the law, how each thing stands, what DWP did.
//! It says what it is given and promises nothing beyond the purpose's own text.

mod deeds;
mod law;
mod said;
mod samples;
#[cfg(test)]
mod tests;
mod view;
mod way;

pub use samples::samples;
pub use view::{
    Answer, Deed, DeedKind, Deeds, KeepFrom, MarkedEntry, Outcome, Phase, Repeats, RequestItem,
    RequestView, Span, Thread,
};

use super::own_copy;
use crate::{
    components::{
        Paused, Standing, asker_caption, body, button_group, details, heading_l, lead, link_button,
        reference, request_caption, row, row_text, second_button, second_link_button, standing_tag,
        summary_list, tags, title,
    },
    i18n::{day, join, long_day},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// The page.
pub fn page(ctx: &PageContext, seen: &RequestView) -> Html {
    let frame = Frame::new(t!(ctx, "request-title", reference = seen.reference.clone()))
        .at(Place::Requests)
        .back(t!(ctx, "request-back"), paths::REQUESTS);
    shell::render(ctx, frame, || {
        let items: Vec<_> = seen.items.iter().map(|item| item_row(ctx, seen, item)).collect();
        view! {
            {request_caption(ctx, &seen.reference)}
            {asker_caption(ctx, &seen.asker)}
            {title(t!(ctx, "request-heading", n = seen.items.len()))}
            {lead(when(ctx, seen))}
            {paused(ctx, seen)}
            {ways_on(ctx, seen)}
            {way::way(ctx, seen)}
            {threads(ctx, seen)}
            {heading_l(t!(ctx, "request-who-heading"))}
            {who(ctx, seen)}
            {heading_l(t!(ctx, "request-items-heading"))}
            {if seen.items.is_empty() {
                body(t!(ctx, "request-items-none"))
            } else {
                let words = seen.is_open().then(|| body(t!(ctx, "request-items-lead")));
                view! { {words}<ul class="say-list">{items}</ul> }.into_any()
            }}
            {said::said(ctx, seen)}
            {refusing(ctx, seen)}
            {heading_l(t!(ctx, "common-still-to-do"))}
            {body(t!(ctx, "common-not-your-form"))}
            {body(t!(ctx, "common-you-choose"))}
            {heading_l(t!(ctx, "request-law-heading"))}
            {law::law(ctx, seen)}
            {heading_l(t!(ctx, "request-deeds-heading"))}
            {deeds::deeds(ctx, seen)}
            {main_way(ctx, seen)}
            {own_copy::part(ctx, seen.copy.as_ref(), heading_l)}
            {complete(ctx, seen)}
            {not_me(ctx, seen)}
        }
    })
}

fn when(ctx: &PageContext, seen: &RequestView) -> String {
    let date = long_day(ctx.lang, seen.reply_by);
    match (seen.phase, &seen.answer) {
        (Phase::Closed { on: Some(on) }, _) => {
            t!(ctx, "request-when-closed", date = day(ctx.lang, on))
        }
        (Phase::Closed { on: None }, _) => t!(ctx, "request-when-closed-undated"),
        (Phase::Open, None) if seen.items.is_empty() => {
            t!(ctx, "request-when-in-words-by", date = date)
        }
        (_, None) if seen.items.is_empty() => t!(ctx, "request-when-in-words"),
        (_, Some(answer)) => t!(ctx, "request-when-answered", date = day(ctx.lang, answer.on)),
        (Phase::Open, None) => t!(ctx, "request-when-open", date = date),
        (Phase::Late, None) => t!(ctx, "request-when-late", date = date),
    }
}

// Where there is nothing to choose, or nothing any more, nobody can say no.
fn refusing(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    (seen.is_open() && !seen.items.is_empty()).then(|| {
        view! { {heading_l(t!(ctx, "request-no-heading"))}{body(seen.if_refused.clone())} }
            .into_any()
    })
}

// What was shared waits for another look: said first, in its own words.
fn paused(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    let words = match seen.paused? {
        Paused::Rules => t!(ctx, "request-paused-rules"),
        Paused::Restored => t!(ctx, "request-paused-restored"),
        Paused::PartStopped => t!(ctx, "request-paused-part"),
        Paused::Other => t!(ctx, "request-paused"),
    };
    Some(view! { <div class="govuk-inset-text">{words}</div> }.into_any())
}

// One main button: the next thing to do. It stands at the top, and again where a long page has been read.
fn main_way(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    let (words, href) = match (&seen.answer, seen.paused) {
        _ if !seen.is_open() => return None,
        _ if seen.items.is_empty() => (t!(ctx, "request-in-words"), paths::choose(&seen.id)),
        (None, _) => (t!(ctx, "request-choose"), paths::choose(&seen.id)),
        // What was cut after a part was stopped is ready to be looked at; else it is chosen anew.
        (Some(_), Some(Paused::PartStopped)) => {
            (t!(ctx, "request-look-again"), paths::preview(&seen.id))
        }
        (Some(_), Some(_)) => (t!(ctx, "request-look-again"), paths::choose(&seen.id)),
        (Some(_), None) => return None,
    };
    Some(link_button(words, href))
}

// The rest are outlined buttons and links.
fn ways_on(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let open = seen.is_open();
    let shares = seen.items.iter().any(|item| {
        matches!(
            item.standing,
            Standing::Granted { .. } | Standing::NothingRecorded | Standing::Paused
        )
    });
    let mut ways: Vec<AnyView> = main_way(ctx, seen).into_iter().collect();
    if open && seen.answer.is_none() && !seen.items.is_empty() {
        ways.push(view! {
            <form action=paths::choose(&seen.id) method="post">{second_button(t!(ctx, "request-not-now"), Some("not-now"))}</form>
        }.into_any());
    }
    if let Some(answer) = &seen.answer {
        if shares {
            ways.push(second_link_button(t!(ctx, "request-stop"), paths::withdraw(&seen.id)));
        }
        if open && seen.paused.is_none() {
            ways.push(second_link_button(t!(ctx, "request-change"), paths::choose(&seen.id)));
        }
        let receipt = view! {
            <a class="govuk-link" href=paths::receipt(&answer.receipt)>{t!(ctx, "request-see-receipt")}</a>
        };
        // A link without a button beside it is a line of text.
        if ways.is_empty() {
            return body(receipt);
        }
        ways.push(receipt.into_any());
    }
    let said = (seen.not_now && open && seen.answer.is_none())
        .then(|| body(t!(ctx, "request-said-not-now")));
    view! { {button_group(ways)}{said} }.into_any()
}

fn threads(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let link = |thread: &Thread| paths::request(&thread.id);
    let lines = [
        seen.follows.as_ref().map(|other| body(rich!(ctx, "request-follows", reference = other.reference.clone(); other => link(other)))),
        seen.replaces.as_ref().map(|other| body(rich!(ctx, "request-replaces", reference = other.reference.clone(); other => link(other)))),
        seen.replaced_by.as_ref().map(|other| body(rich!(ctx, "request-replaced-by", reference = other.reference.clone(); other => link(other)))),
    ];
    lines.into_iter().flatten().collect::<Vec<_>>().into_any()
}

fn who(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let mut rows = vec![
        row_text(
            t!(ctx, "request-who"),
            t!(ctx, "request-who-value", role = seen.role.clone(), asker = seen.asker.clone()),
        ),
        row_text(
            t!(ctx, "request-purpose"),
            t!(
                ctx,
                "request-purpose-value",
                purpose = seen.purpose.clone(),
                benefit = seen.benefit.clone()
            ),
        ),
        row_text(t!(ctx, "request-why"), seen.explanation.clone()),
    ];
    if let Some(question) = seen.question.clone() {
        rows.push(row_text(t!(ctx, "request-question"), question));
    }
    let recipients: Vec<_> =
        seen.recipients.iter().cloned().map(|name| view! { <li>{name}</li> }).collect();
    rows.push(row(
        t!(ctx, "request-recipients"),
        view! { <ul class="govuk-list">{recipients}</ul>{t!(ctx, "request-recipients-only")} },
    ));
    // A question in words: nothing is sent, so nothing can be collected or kept.
    if !seen.items.is_empty() {
        rows.push(row_text(t!(ctx, "request-keep"), keep(ctx, seen)));
        let within = t!(ctx, "request-collect-value", span = span(ctx, seen.collect_within));
        rows.extend(seen.is_open().then(|| row_text(t!(ctx, "request-collect"), within)));
    }
    rows.push(row_text(t!(ctx, "request-asked-on"), day(ctx.lang, seen.asked_on)));
    summary_list(rows)
}

fn keep(ctx: &PageContext, seen: &RequestView) -> String {
    let span = span(ctx, seen.keep_for);
    match seen.keep_from {
        KeepFrom::Collection => t!(ctx, "request-keep-collection", span = span),
        KeepFrom::LiveInterestEnds => t!(ctx, "request-keep-interest", span = span),
    }
}

pub(super) fn span(ctx: &PageContext, span: Span) -> String {
    let parts: Vec<String> = [
        (span.years > 0).then(|| t!(ctx, "request-years", n = span.years)),
        (span.months > 0).then(|| t!(ctx, "request-months", n = span.months)),
        (span.days > 0).then(|| t!(ctx, "request-days", n = span.days)),
    ]
    .into_iter()
    .flatten()
    .collect();
    join(ctx.lang, &parts)
}

fn item_row(ctx: &PageContext, seen: &RequestView, item: &RequestItem) -> AnyView {
    let points = (!item.decision_points.is_empty())
        .then(|| view! { <p class="say-soft">{t!(ctx, "request-points", points = join(ctx.lang, &item.decision_points))}</p> });
    let period = match (item.from, item.to) {
        (Some(from), Some(to)) => {
            Some(t!(ctx, "request-from-to", from = day(ctx.lang, from), to = day(ctx.lang, to)))
        }
        (Some(from), None) => Some(t!(ctx, "request-from", from = day(ctx.lang, from))),
        (None, Some(to)) => Some(t!(ctx, "request-to", to = day(ctx.lang, to))),
        (None, None) => None,
    };
    let alone = (item.sensitive && seen.is_open())
        .then(|| view! { <p class="say-soft">{t!(ctx, "request-alone")}</p> });
    view! {
        <li class="say-row">
            <h3>{item.title.clone()}</h3>
            <p>{item.reason.clone()}</p>
            {points}
            {period.map(|period| view! { <p class="say-soft">{period}</p> })}
            {alone}
            {tags(vec![standing_tag(ctx, item.standing)])}
        </li>
    }
    .into_any()
}

// "Nothing more will come": only the claimant can tell DWP that, and take it back.
fn complete(ctx: &PageContext, seen: &RequestView) -> Option<AnyView> {
    let told = seen.answer.as_ref()?.told_complete;
    if !seen.is_open() {
        return None;
    }
    let (words, button, value) = if told {
        (t!(ctx, "request-complete-told"), t!(ctx, "request-complete-untell"), "no")
    } else {
        (t!(ctx, "request-complete-offer"), t!(ctx, "request-complete-tell"), "yes")
    };
    Some(
        view! {
            {heading_l(t!(ctx, "request-complete-heading"))}
            {body(words)}
            <form action=paths::complete(&seen.id) method="post">
                <button class="govuk-button govuk-button--secondary" type="submit" name="complete" value=value>{button}</button>
            </form>
        }
        .into_any(),
    )
}

fn not_me(ctx: &PageContext, seen: &RequestView) -> AnyView {
    let inside = view! {
        {body(t!(ctx, "request-not-me-what"))}
        <form action=paths::not_me(&seen.id) method="post">{second_button(t!(ctx, "request-not-me-button"), None)}</form>
    };
    view! {
        {details(t!(ctx, "request-not-me"), inside.into_any())}
        <p class="govuk-body say-soft">{t!(ctx, "request-quote")}" "{reference(seen.reference.clone())}</p>
    }
    .into_any()
}
