//! What anybody may know: figures that point to nobody, what may be asked for and by whom, the log and how to check it.
//! The page shows what was published; it counts nothing.

mod chart;
mod figures;
mod log;
mod register;
mod samples;
mod view;

pub use samples::samples;
pub use view::{
    Canary, Checkpoint, Earlier, Figures, LogView, Measure, MonthView, Numbers, PurposeView,
    Requester, TransparencyView, Witness,
};

use crate::{
    components::{body, heading_l, lead, title},
    i18n::day_and_time,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// The page.
pub fn page(ctx: &PageContext, seen: &TransparencyView) -> Html {
    let tripped = matches!(seen.canary, Canary::Tripped { .. });
    shell::render(ctx, Frame::new(t!(ctx, "transparency-title")), || {
        view! {
            {title(t!(ctx, "transparency-title"))}
            {lead(t!(ctx, "transparency-lead"))}
            // An alarm comes first.
            {tripped.then(|| canary(ctx, seen.canary))}
            {figures::figures(ctx, &seen.figures)}
            {figures::rule(ctx)}
            {register::purposes(ctx, &seen.purposes)}
            {register::requesters(ctx, &seen.requesters)}
            {(!tripped).then(|| canary(ctx, seen.canary))}
            {log::log(ctx, &seen.log)}
        }
    })
}

fn canary(ctx: &PageContext, canary: Canary) -> AnyView {
    let words = match canary {
        Canary::Off => vec![t!(ctx, "canary-off")],
        Canary::Unknown => vec![t!(ctx, "canary-unknown")],
        Canary::Well { at } => {
            vec![t!(ctx, "canary-well", when = day_and_time(ctx.lang, at))]
        }
        Canary::Tripped { at } => std::iter::once(t!(ctx, "canary-tripped"))
            .chain(at.map(|at| t!(ctx, "canary-tripped-when", when = day_and_time(ctx.lang, at))))
            .collect(),
    };
    let words: Vec<_> = words
        .into_iter()
        .map(|words| view! { <p class="govuk-body"><strong>{words}</strong></p> })
        .collect();
    // What is turned off is not told as if it went on.
    let how = (canary != Canary::Off).then(|| body(t!(ctx, "canary-how")));
    view! { {heading_l(t!(ctx, "canary-heading"))}{how}{words} }.into_any()
}
