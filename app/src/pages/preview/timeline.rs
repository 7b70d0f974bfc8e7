//! What would be sent across the years, as a picture and as a table.

use super::PreviewView;
use crate::{
    components::{Bars, Fill, Lane, bars, body, details, heading_l},
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// How high the highest bar is.
const TALL: usize = 116;
/// Years named under the bars, at most.
const NAMED: usize = 4;

pub(super) fn timeline(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let entries = seen.groups.iter().flat_map(|group| &group.entries);
    let mut years: BTreeMap<i32, usize> = BTreeMap::new();
    for year in entries.filter_map(|entry| entry.year) {
        *years.entry(year).or_default() += 1;
    }
    let (first, last) = (*years.keys().next()?, *years.keys().next_back()?);
    let most = *years.values().max()?;
    let without = seen.count() - years.values().sum::<usize>();
    let all: Vec<i32> = (first..=last).collect();
    let counts = all.iter().map(|year| years.get(year).copied().unwrap_or_default()).collect();
    let step = all.len().div_ceil(NAMED).max(1);
    let names = all.iter().enumerate().step_by(step).map(|(at, year)| (at, year.to_string()));
    let picture = Bars {
        title: t!(ctx, "preview-time-title"),
        said: t!(
            ctx,
            "preview-time-description",
            first = first.to_string(),
            last = last.to_string(),
            most = most
        ),
        lanes: vec![Lane { words: None, fill: Fill::Filled, counts }],
        tall: TALL,
        names: names.collect(),
    };
    Some(
        view! {
            {heading_l(t!(ctx, "preview-time"))}
            {body(t!(ctx, "preview-time-text"))}
            {bars(picture)}
            {details(t!(ctx, "preview-time-table"), table(ctx, &years, without))}
        }
        .into_any(),
    )
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
