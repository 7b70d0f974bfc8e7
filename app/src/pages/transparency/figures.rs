//! The figures of one month: a picture of all together, a table of it, and a table for each purpose.

use super::chart::chart;
use super::view::{Figures, Measure, MonthView, Numbers, is_held_back};
use crate::{
    components::{body, bullets, details, heading_l, heading_m},
    i18n::{day, grouped, machine_day, month},
    paths, rich,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// So many months are offered; the files have them all.
const MONTHS: usize = 12;

pub(super) fn figures(ctx: &PageContext, seen: &Figures) -> AnyView {
    let next = (month(ctx.lang, seen.next), day(ctx.lang, seen.next_on));
    let Some(shown) = &seen.shown else {
        return view! {
            {heading_l(t!(ctx, "figures-heading"))}
            {body(t!(ctx, "figures-none", month = next.0, date = next.1))}
        }
        .into_any();
    };
    let told = if shown.is_held_back() {
        view! {
            {heading_m(t!(ctx, "figures-of", month = month(ctx.lang, shown.month)))}
            {body(t!(ctx, "figures-held-all"))}
        }
        .into_any()
    } else {
        numbers(ctx, shown)
    };
    view! {
        {heading_l(t!(ctx, "figures-heading"))}
        {months(ctx, seen, shown)}
        {told}
        {body(t!(ctx, "figures-next", month = next.0, date = next.1))}
        {body(rich!(ctx, "figures-download"; csv => paths::FIGURES_CSV, json => paths::FIGURES_JSON))}
        {details(t!(ctx, "figures-columns"), columns(ctx))}
    }
    .into_any()
}

fn months(ctx: &PageContext, seen: &Figures, shown: &MonthView) -> Option<AnyView> {
    if seen.months.len() < 2 {
        return None;
    }
    let links: Vec<_> = seen
        .months
        .iter()
        .take(MONTHS)
        .map(|first| {
            let text = machine_day(*first);
            let href =
                format!("{}?month={}", paths::TRANSPARENCY, text.get(..7).unwrap_or_default());
            let name = month(ctx.lang, *first);
            if *first == shown.month {
                view! { <li><strong aria-current="page">{name}</strong></li> }.into_any()
            } else {
                view! { <li><a class="govuk-link" href=href>{name}</a></li> }.into_any()
            }
        })
        .collect();
    Some(
        view! {
            <nav aria-label=t!(ctx, "figures-months")>
                {heading_m(t!(ctx, "figures-months"))}
                <ul class="govuk-list">{links}</ul>
            </nav>
        }
        .into_any(),
    )
}

fn numbers(ctx: &PageContext, shown: &MonthView) -> AnyView {
    let all = t!(ctx, "figures-caption-all");
    let together = if is_held_back(&shown.all) {
        body(t!(ctx, "figures-all-held"))
    } else {
        told(ctx, shown, 0, &all, &shown.all)
    };
    let (held, known): (Vec<_>, Vec<_>) =
        shown.purposes.iter().partition(|(_, numbers)| is_held_back(numbers));
    let known: Vec<_> = known
        .into_iter()
        .enumerate()
        .map(|(at, (title, numbers))| {
            view! { {heading_m(title.clone())}{told(ctx, shown, at + 1, title, numbers)} }
        })
        .collect();
    let held = (!held.is_empty()).then(|| {
        view! {
            {heading_m(t!(ctx, "figures-held-heading"))}
            {body(t!(ctx, "figures-held-purposes"))}
            {listed(held.into_iter().map(|(title, _)| title.clone()).collect())}
        }
    });
    view! {
        {heading_m(t!(ctx, "figures-of", month = month(ctx.lang, shown.month)))}
        {together}
        {known}
        {held}
    }
    .into_any()
}

/// A picture, and its table beside it.
fn told(
    ctx: &PageContext,
    shown: &MonthView,
    at: usize,
    title: &str,
    numbers: &Numbers,
) -> AnyView {
    let named = t!(
        ctx,
        "figures-chart-title",
        name = title.to_owned(),
        month = month(ctx.lang, shown.month)
    );
    view! {
        <div class="say-figures">
            {chart(ctx, at, named, numbers)}
            {table(ctx, title.to_owned(), numbers)}
        </div>
    }
    .into_any()
}

fn table(ctx: &PageContext, caption: String, numbers: &Numbers) -> AnyView {
    let rows: Vec<_> = numbers
        .iter()
        .map(|(measure, number)| {
            view! {
                <tr class="govuk-table__row">
                    <th scope="row" class="govuk-table__header">{name(ctx, *measure)}</th>
                    <td class="govuk-table__cell govuk-table__cell--numeric">{said(ctx, *number)}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <table class="govuk-table">
            <caption class="govuk-table__caption govuk-table__caption--s">{caption}</caption>
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">{t!(ctx, "figures-what")}</th>
                    <th scope="col" class="govuk-table__header govuk-table__header--numeric">{t!(ctx, "figures-number")}</th>
                </tr>
            </thead>
            <tbody class="govuk-table__body">{rows}</tbody>
        </table>
    }
    .into_any()
}

/// The number as people read it; or that it is held back.
pub(super) fn said(ctx: &PageContext, number: Option<u32>) -> String {
    number.map_or_else(|| t!(ctx, "figures-held"), |number| grouped(number.into()))
}

/// What the number says.
pub(super) fn name(ctx: &PageContext, measure: Measure) -> String {
    match measure {
        Measure::Asked => t!(ctx, "figures-asked"),
        Measure::Answered => t!(ctx, "figures-answered"),
        Measure::Shared => t!(ctx, "figures-shared"),
        Measure::Full => t!(ctx, "figures-full"),
        Measure::Part => t!(ctx, "figures-part"),
        Measure::NotShared => t!(ctx, "figures-not-shared"),
        Measure::Days => t!(ctx, "figures-days"),
        Measure::Withdrawn => t!(ctx, "figures-withdrawn"),
        Measure::Collected => t!(ctx, "figures-collected"),
        Measure::Erased => t!(ctx, "figures-erased"),
        Measure::Insufficient => t!(ctx, "figures-insufficient"),
        Measure::Missing => t!(ctx, "figures-missing"),
        Measure::OutOfDate => t!(ctx, "figures-out-of-date"),
        Measure::Unclear => t!(ctx, "figures-unclear"),
        Measure::NotAboutEffect => t!(ctx, "figures-effect"),
    }
}

fn columns(ctx: &PageContext) -> AnyView {
    listed(vec![
        t!(ctx, "figures-column-month"),
        t!(ctx, "figures-column-purpose"),
        t!(ctx, "figures-column-measure"),
        t!(ctx, "figures-column-value"),
    ])
}

/// The rule by which numbers are held back, in words.
pub(super) fn rule(ctx: &PageContext) -> AnyView {
    view! {
        {heading_l(t!(ctx, "figures-rule-heading"))}
        {body(t!(ctx, "figures-rule-why"))}
        {listed(vec![
            t!(ctx, "figures-rule-ten"),
            t!(ctx, "figures-rule-five"),
            t!(ctx, "figures-rule-alike"),
            t!(ctx, "figures-rule-part"),
            t!(ctx, "figures-rule-quiet"),
            t!(ctx, "figures-rule-left"),
            t!(ctx, "figures-rule-once"),
            t!(ctx, "figures-rule-once-each"),
        ])}
    }
    .into_any()
}

fn listed(words: Vec<String>) -> AnyView {
    bullets(words.into_iter().map(IntoAny::into_any).collect())
}
