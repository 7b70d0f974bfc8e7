//! A request that asks in words, and for nothing from the record: there is nothing to choose, and that is said plainly.
//! Nothing here is ever counted as an answer.

use crate::{
    components::{
        asker_caption, body, bullets, heading_m, lead, link_button, request_caption, title,
    },
    i18n::{Lang, long_day},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, macros::date};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InWordsView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who asks, as the register names them.
    pub asker: String,
    /// Why, as the asker wrote it.
    pub explanation: String,
    /// The question, as the asker wrote it.
    pub question: Option<String>,
    /// When the asker means to decide.
    pub reply_by: Date,
    /// Whether that has passed.
    pub late: bool,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &InWordsView) -> Html {
    let frame = Frame::new(t!(ctx, "in-words-title"))
        .at(Place::Requests)
        .back(t!(ctx, "choose-back"), paths::request(&seen.id));
    shell::render(ctx, frame, || {
        let question = seen.question.clone().map(|question| {
            view! {
                {heading_m(t!(ctx, "in-words-question"))}
                <div class="govuk-inset-text">{question}</div>
            }
        });
        let date = long_day(ctx.lang, seen.reply_by);
        let by = if seen.late {
            t!(ctx, "in-words-late", date = date)
        } else {
            t!(ctx, "in-words-by", date = date)
        };
        let ways = vec![
            rich!(ctx, "in-words-yourself", reference = seen.reference.clone()),
            t!(ctx, "in-words-leave").into_any(),
            t!(ctx, "in-words-not-me").into_any(),
        ];
        view! {
            {request_caption(ctx, &seen.reference)}
            {asker_caption(ctx, &seen.asker)}
            {title(t!(ctx, "in-words-title"))}
            {lead(t!(ctx, "in-words-lead"))}
            {body(by)}
            {question}
            {heading_m(t!(ctx, "in-words-why"))}
            <div class="govuk-inset-text">{seen.explanation.clone()}</div>
            {heading_m(t!(ctx, "request-in-words"))}
            {bullets(ways)}
            {body(t!(ctx, "common-not-your-form"))}
            {body(t!(ctx, "common-you-choose"))}
            {link_button(t!(ctx, "in-words-back"), paths::request(&seen.id))}
        }
    })
}

/// Named samples.
pub fn samples(_: Lang) -> Vec<(&'static str, InWordsView)> {
    let with = InWordsView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        asker: "Maximus, PIP team, Leeds".to_owned(),
        explanation: "You told us on your form that walking is hard on some days.".to_owned(),
        question: Some("How far can this person walk on a bad day?".to_owned()),
        reply_by: date!(2026 - 12 - 18),
        late: false,
    };
    let without = InWordsView { question: None, late: true, ..with.clone() };
    vec![("question", with), ("no-question", without)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_said_before_it_and_after_it() {
        let (before, after) = ("DWP asks you to answer by ", "DWP meant to decide after ");
        for (name, seen) in samples(Lang::En) {
            let html = page(&PageContext::default(), &seen).text;
            assert!(html.contains("18\u{a0}December\u{a0}2026"), "{name}: {html}");
            assert_eq!((html.contains(before), html.contains(after)), (!seen.late, seen.late));
        }
    }
}
