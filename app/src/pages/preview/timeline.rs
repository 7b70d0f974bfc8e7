//! What would be sent across the years, as a picture drawn here and as a table. Percent along, so that its text never
//! shrinks; no script and no style of its own.

use super::PreviewView;
use crate::{
    components::{body, heading_l},
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How high the picture is, how much of that is for the bars, and where they begin.
const HEIGHT: usize = 172;
const BARS: usize = 116;
const TOP: usize = 24;
/// Years named under the bars, at most.
const NAMED: usize = 5;

pub(super) fn timeline(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let entries = seen.groups.iter().flat_map(|group| &group.entries);
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for year in entries.filter_map(|entry| entry.year) {
        *years.entry(year).or_default() += 1;
    }
    let (first, last) = (*years.keys().next()?, *years.keys().next_back()?);
    let most = *years.values().max()?;
    let without = seen.count() - years.values().sum::<usize>();
    let said = t!(
        ctx,
        "preview-time-description",
        first = first.to_string(),
        last = last.to_string(),
        most = most
    );
    Some(
        view! {
            {heading_l(t!(ctx, "preview-time"))}
            {body(t!(ctx, "preview-time-text"))}
            <figure class="say-time">
                <svg role="img" aria-labelledby="time-title time-said" height=HEIGHT.to_string()>
                    <title id="time-title">{t!(ctx, "preview-time-title")}</title>
                    <desc id="time-said">{said}</desc>
                    {bars(&years, first, last, most)}
                </svg>
            </figure>
            <details class="govuk-details">
                <summary class="govuk-details__summary"><span class="govuk-details__summary-text">{t!(ctx, "preview-time-table")}</span></summary>
                <div class="govuk-details__text">{table(ctx, &years, without)}</div>
            </details>
        }
        .into_any(),
    )
}

fn bars(years: &BTreeMap<i32, usize>, first: i32, last: i32, most: usize) -> AnyView {
    let span = usize::try_from(last - first).unwrap_or_default() + 1;
    let place = |year: i32| usize::try_from(year - first).unwrap_or_default();
    let ground = TOP + BARS;
    let bars: Vec<_> = years
        .iter()
        .map(|(year, count)| {
            let high = (BARS * count / most).max(3);
            // A bar fills four fifths of its year; where there are few years, it stays slim.
            let wide = percent(80, span * 100).min(percent(8, 100));
            let along = percent(place(*year) * 100 + 50, span * 100) - wide / 2.0;
            view! {
                <rect class="on" x=format!("{along:.2}%") y=(ground - high).to_string() width=format!("{wide:.2}%") height=high.to_string()></rect>
            }
        })
        .collect();
    let most_at = years.iter().find(|(_, count)| **count == most).map(|(year, _)| *year);
    let most_named = most_at.map(|year| {
        let (along, anchor) = text_place(place(year), span);
        view! { <text x=along y="16" text-anchor=anchor>{most.to_string()}</text> }
    });
    let step = span.div_ceil(NAMED).max(1);
    let named: Vec<_> = (0..span)
        .step_by(step)
        .map(|at| {
            let (along, anchor) = text_place(at, span);
            let year = first + i32::try_from(at).unwrap_or_default();
            view! { <text x=along y=(ground + 24).to_string() text-anchor=anchor>{year.to_string()}</text> }
        })
        .collect();
    view! {
        {bars}
        <line class="base" x1="0" x2="100%" y1=ground.to_string() y2=ground.to_string()></line>
        {most_named}
        {named}
    }
    .into_any()
}

/// Where a year's text stands, so that none hangs over the edge.
fn text_place(at: usize, span: usize) -> (String, &'static str) {
    let along = percent(at * 100 + 50, span * 100);
    if along < 8.0 {
        ("0".to_owned(), "start")
    } else if along > 92.0 {
        ("100%".to_owned(), "end")
    } else {
        (format!("{along:.2}%"), "middle")
    }
}

fn percent(part: usize, whole: usize) -> f64 {
    let exact = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    100.0 * exact(part) / exact(whole.max(1))
}

fn table(ctx: &PageContext, years: &BTreeMap<i32, usize>, without: usize) -> AnyView {
    let row = |year: String, count: usize| {
        view! {
            <tr class="govuk-table__row">
                <th scope="row" class="govuk-table__header">{year}</th>
                <td class="govuk-table__cell govuk-table__cell--numeric">{count.to_string()}</td>
            </tr>
        }
    };
    let rows: Vec<_> =
        years.iter().rev().map(|(year, count)| row(year.to_string(), *count)).collect();
    let undated = (without > 0).then(|| row(t!(ctx, "preview-no-year"), without));
    view! {
        <table class="govuk-table say-years">
            <caption class="govuk-table__caption govuk-table__caption--s">{t!(ctx, "preview-time-caption")}</caption>
            <thead class="govuk-table__head">
                <tr class="govuk-table__row">
                    <th scope="col" class="govuk-table__header">{t!(ctx, "preview-time-year")}</th>
                    <th scope="col" class="govuk-table__header govuk-table__header--numeric">{t!(ctx, "preview-time-count")}</th>
                </tr>
            </thead>
            <tbody class="govuk-table__body">{rows}{undated}</tbody>
        </table>
    }
    .into_any()
}
