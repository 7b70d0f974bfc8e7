//! The figures of a month as bars, drawn here: each has its name and its number beside it, and the table has the same.
//! Percent along, so that its text never shrinks; no script and no style of its own.

use super::figures::{name, said};
use super::view::{Measure, Numbers};
use crate::{shell::PageContext, t};
use leptos::prelude::*;

/// What is drawn: all of it counts requests.
const DRAWN: [Measure; 10] = [
    Measure::Asked,
    Measure::Answered,
    Measure::Shared,
    Measure::Full,
    Measure::Part,
    Measure::NotShared,
    Measure::Withdrawn,
    Measure::Collected,
    Measure::Erased,
    Measure::Insufficient,
];
/// How high one lane is, where its words stand in it, and where its bar.
const LANE: usize = 48;
const WORDS: usize = 18;
const BAR: usize = 26;
const HIGH: usize = 12;

/// One picture; `at` tells it from the others of the page.
pub(super) fn chart(
    ctx: &PageContext,
    at: usize,
    named: String,
    numbers: &Numbers,
) -> Option<AnyView> {
    let number = |measure: Measure| {
        numbers.iter().find(|(known, _)| *known == measure).and_then(|(_, number)| *number)
    };
    let most = DRAWN.into_iter().filter_map(number).max().filter(|most| *most > 0)?;
    let lanes: Vec<_> = DRAWN
        .into_iter()
        .enumerate()
        .map(|(lane, measure)| {
            let (top, number) = (lane * LANE, number(measure));
            let words =
                t!(ctx, "figures-bar", name = name(ctx, measure), number = said(ctx, number));
            let bar = number.map(|number| {
                let wide = 100.0 * f64::from(number) / f64::from(most);
                view! { <rect class="on" x="0" y=(top + BAR).to_string() width=format!("{wide:.2}%") height=HIGH.to_string()></rect> }
            });
            view! { <text x="0" y=(top + WORDS).to_string()>{words}</text>{bar} }
        })
        .collect();
    let high = (DRAWN.len() * LANE).to_string();
    let (title, desc) = (format!("chart-{at}"), format!("chart-{at}-said"));
    let labelled = format!("{title} {desc}");
    Some(
        view! {
            <figure class="say-time">
                <svg role="img" aria-labelledby=labelled height=high>
                    <title id=title>{named}</title>
                    <desc id=desc>{t!(ctx, "figures-chart-said")}</desc>
                    {lanes}
                </svg>
            </figure>
        }
        .into_any(),
    )
}
