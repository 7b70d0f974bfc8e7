//! The parts of the page: one question, what helpers wrote, what professionals answered.

use super::{Asked, Point, WordsView, stays};
use crate::{
    components::{GaugeHelp, body, gauge_help, gauge_line, heading_l, hidden},
    i18n::day,
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// One question. Of a request that is closed it says what there is; what could still be done is not said.
pub(super) fn point(ctx: &PageContext, seen: &WordsView, point: &Point) -> AnyView {
    // Where own words are not asked for, none go, whatever they touch: the page has said so.
    let may_go = seen.open && matches!(seen.own, Asked::For(_));
    let held: Vec<_> = point.own.iter().filter(|_| may_go).flat_map(|own| &own.held).collect();
    // Then sharing more would not help, and is not spoken of.
    let stuck = held.iter().any(|one| one.whatever_is_shared());
    let unwritten =
        || if seen.open { t!(ctx, "words-none") } else { t!(ctx, "words-closed-unwritten") };
    let state = point.own.as_ref().map_or_else(unwritten, |own| match (own.finished, &seen.own) {
        (true, _) if !seen.open => t!(ctx, "words-closed-finished"),
        (false, _) if !seen.open => t!(ctx, "words-closed-draft"),
        (false, _) => t!(ctx, "words-draft", n = own.characters),
        (true, _) if stuck => t!(ctx, "words-finished-stays"),
        (true, Asked::For(item)) => t!(ctx, "words-finished", item = item.clone()),
        (true, Asked::Not) => t!(ctx, "words-finished-print"),
    });
    let held: Vec<_> = held
        .into_iter()
        .filter(|one| !stuck || one.whatever_is_shared())
        .map(|one| view! { <div class="govuk-inset-text">{stays(ctx, one)}</div> })
        .collect();
    let link = if point.own.is_some() { t!(ctx, "words-change") } else { t!(ctx, "words-write") };
    let link = seen.open.then(|| {
        view! {
            <p class="govuk-body">
                <a class="govuk-link" href=paths::own_words(&seen.id, &point.place)>{link}" "{hidden(t!(ctx, "words-about", title = point.title.clone()))}</a>
            </p>
        }
    });
    let finished = point.own.as_ref().is_some_and(|own| own.finished);
    let help = point.gauge.clone().filter(|_| seen.open).and_then(|mut gauge| {
        // Whoever has written is not told to write.
        gauge.would_help.retain(|help| !finished || *help != GaugeHelp::OwnAccount);
        gauge_help(ctx, &gauge)
    });
    let gauge = point.gauge.as_ref().filter(|_| seen.open);
    view! {
        <li class="say-row">
            <h3>{point.title.clone()}</h3>
            {gauge.map(|gauge| gauge_line(ctx, gauge))}
            <p class="govuk-body">{state}</p>
            {held}
            {help}
            {link}
        </li>
    }
    .into_any()
}

pub(super) fn helpers(ctx: &PageContext, seen: &WordsView) -> Option<AnyView> {
    let rows: Vec<_> = seen
        .helpers
        .iter()
        .map(|helper| {
            let words = t!(
                ctx,
                "words-helper",
                name = helper.name.clone(),
                relation = helper.relation.clone(),
                date = day(ctx.lang, helper.on)
            );
            view! { <li>{words}</li> }
        })
        .collect();
    let rows =
        (!rows.is_empty()).then(|| view! { <ul class="govuk-list govuk-list--bullet">{rows}</ul> });
    let inside = if !seen.open {
        rows?.into_any()
    } else if seen.helpers_asked {
        let link = view! { <a class="govuk-link" href=paths::helper(&seen.id)>{t!(ctx, "words-helper-link")}</a> };
        view! { {body(t!(ctx, "words-helper-asked"))}{rows}{body(link)} }.into_any()
    } else {
        body(t!(ctx, "words-helper-not-asked"))
    };
    Some(view! { {heading_l(t!(ctx, "words-helper-heading"))}{inside} }.into_any())
}

pub(super) fn answers(ctx: &PageContext, seen: &WordsView) -> Option<AnyView> {
    if seen.answers.is_empty() {
        return None;
    }
    let rows: Vec<_> = seen
        .answers
        .iter()
        .map(|answers| {
            let words = t!(
                ctx,
                "words-answers",
                who = answers.author.clone(),
                n = answers.questions,
                date = day(ctx.lang, answers.on)
            );
            view! { <li>{words}</li> }
        })
        .collect();
    Some(
        view! {
            {heading_l(t!(ctx, "words-answers-heading"))}
            {seen.open.then(|| body(t!(ctx, "words-answers-lead")))}
            <ul class="govuk-list govuk-list--bullet">{rows}</ul>
        }
        .into_any(),
    )
}

#[cfg(test)]
mod tests {
    use super::super::{page, samples};
    use crate::{i18n::Lang, shell::PageContext};

    #[test]
    fn what_was_not_written_is_over_when_the_request_is_closed() {
        for (name, seen) in samples(Lang::En) {
            let unwritten = seen.points.iter().any(|point| point.own.is_none());
            let text = page(&PageContext::default(), &seen).text;
            let still = text.contains("You have not written about this.");
            let over = text.contains("You did not write about this.");
            assert_eq!((still, over), (unwritten && seen.open, unwritten && !seen.open), "{name}");
        }
    }
}
