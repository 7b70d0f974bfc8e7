//! The letters that help with one request: which helps when. None is sent by us.

use super::letter::Kind;
use crate::{
    components::{body, heading_m, lead, request_caption, title},
    i18n::Lang,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LettersView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference.
    pub reference: String,
    /// Whether there is something to stop sharing now.
    pub can_stop: bool,
    /// Whether it asks for something from the record; else only in words.
    pub asks_record: bool,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &LettersView) -> Html {
    let frame = Frame::new(t!(ctx, "letters-title"))
        .at(Place::Requests)
        .back(t!(ctx, "letters-back"), paths::request(&seen.id));
    shell::render(ctx, frame, || {
        let stop = seen
            .can_stop
            .then(|| body(rich!(ctx, "letters-stop"; stop => paths::withdraw(&seen.id))));
        view! {
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "letters-title"))}
            {lead(t!(ctx, "letters-lead"))}
            {stop}
            {heading_m(t!(ctx, "letters-practice"))}
            {list(ctx, seen, true)}
            {heading_m(t!(ctx, "letters-dwp"))}
            {list(ctx, seen, false)}
            {body(t!(ctx, "letters-limits"))}
            {body(t!(ctx, "letters-reports"))}
            {body(t!(ctx, "common-not-your-form"))}
        }
    })
}

fn list(ctx: &PageContext, seen: &LettersView, practice: bool) -> AnyView {
    let lines: Vec<_> = Kind::ALL
        .into_iter()
        .filter(|kind| kind.is_for_practice() == practice)
        .filter(|kind| seen.asks_record || kind.helps_in_words())
        .map(|kind| {
            view! {
                <li class="say-row">
                    <h3 class="govuk-heading-s"><a class="govuk-link" href=paths::letter(&seen.id, kind.code())>{kind.title(ctx.lang)}</a></h3>
                    <p>{kind.when(ctx.lang)}</p>
                </li>
            }
        })
        .collect();
    view! { <ul class="say-list">{lines}</ul> }.into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, LettersView)> {
    let shares = LettersView {
        id: "0198c0de-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QDX".into(),
        can_stop: true,
        asks_record: true,
    };
    let nothing = LettersView { can_stop: false, ..shares.clone() };
    let words = LettersView { asks_record: false, ..nothing.clone() };
    vec![("nothing-shared", nothing), ("sharing", shares), ("in-words", words)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_practice_is_asked_to_send_nothing_where_nothing_is_asked_of_the_record() {
        for (name, seen) in samples(Lang::En) {
            let html = page(&PageContext::default(), &seen).text;
            for kind in Kind::ALL {
                let offered =
                    html.contains(&format!("href=\"{}\"", paths::letter(&seen.id, kind.code())));
                let helps = name != "in-words" || kind != Kind::StopPractice;
                assert_eq!(offered, helps, "{name}: {kind:?}");
            }
        }
    }
}
