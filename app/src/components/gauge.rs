//! How much a package says about each question, for the claimant alone. It never presses anybody to add anything.

use super::{body, heading_m};
use crate::{shell::PageContext, t};
use leptos::prelude::*;

/// How much there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GaugeLevel {
    /// Enough things, one of them about daily life now.
    Covered,
    /// Little.
    Thin,
    /// Nothing.
    Missing,
}

/// What would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GaugeHelp {
    /// The claimant's own account.
    OwnAccount,
    /// A helper's account.
    HelpersAccount,
    /// Something from the last two years.
    SomethingRecent,
    /// Something about daily life.
    EffectOnDailyLife,
}

/// The gauge of one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointGauge {
    /// The question, in the page's language.
    pub title: String,
    /// How much there is.
    pub level: GaugeLevel,
    /// How many entries are about it.
    pub entries: u32,
    /// What would help.
    pub would_help: Vec<GaugeHelp>,
}

/// One line: how much there is, as marks and in words.
pub fn gauge_line(ctx: &PageContext, gauge: &PointGauge) -> AnyView {
    let (marks, words) = match gauge.level {
        GaugeLevel::Covered => ("●●", t!(ctx, "gauge-covered", n = gauge.entries)),
        GaugeLevel::Thin => ("●○", t!(ctx, "gauge-thin", n = gauge.entries)),
        GaugeLevel::Missing => ("○○", t!(ctx, "gauge-missing")),
    };
    view! { <p class="govuk-body"><span aria-hidden="true">{marks}" "</span>{words}</p> }.into_any()
}

/// What would help, as a sentence of its own for each; nothing where nothing would.
pub fn gauge_help(ctx: &PageContext, gauge: &PointGauge) -> Option<AnyView> {
    let words = |help: &GaugeHelp| match help {
        GaugeHelp::OwnAccount => t!(ctx, "gauge-help-own"),
        GaugeHelp::HelpersAccount => t!(ctx, "gauge-help-helper"),
        GaugeHelp::SomethingRecent => t!(ctx, "gauge-help-recent"),
        GaugeHelp::EffectOnDailyLife => t!(ctx, "gauge-help-effect"),
    };
    let lines: Vec<_> =
        gauge.would_help.iter().map(|help| view! { <li>{words(help)}</li> }).collect();
    (!lines.is_empty()).then(|| {
        view! {
            <p class="govuk-body">{t!(ctx, "gauge-help")}</p>
            <ul class="govuk-list govuk-list--bullet">{lines}</ul>
        }
        .into_any()
    })
}

/// The sentence that stands with every gauge.
pub fn gauge_honest(ctx: &PageContext) -> AnyView {
    body(t!(ctx, "gauge-honest"))
}

/// A short list for the preview page, with the way to the claimant's own words. Nothing where nothing is asked.
pub fn gauge_compact(ctx: &PageContext, gauges: &[PointGauge], words: String) -> Option<AnyView> {
    if gauges.is_empty() {
        return None;
    }
    let rows: Vec<_> = gauges
        .iter()
        .map(|gauge| {
            let level = match gauge.level {
                GaugeLevel::Covered => t!(ctx, "gauge-short-covered"),
                GaugeLevel::Thin => t!(ctx, "gauge-short-thin"),
                GaugeLevel::Missing => t!(ctx, "gauge-short-missing"),
            };
            view! { <li>{t!(ctx, "gauge-short", title = gauge.title.clone(), level = level)}</li> }
        })
        .collect();
    Some(
        view! {
            <section aria-labelledby="gauge">
                <div id="gauge">{heading_m(t!(ctx, "gauge-heading"))}</div>
                <ul class="govuk-list govuk-list--bullet">{rows}</ul>
                {gauge_honest(ctx)}
                {body(view! { <a class="govuk-link" href=words>{t!(ctx, "gauge-words")}</a> })}
            </section>
        }
        .into_any(),
    )
}
