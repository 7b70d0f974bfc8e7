//! Questions that people ask, where to get advice, and numbers for when somebody is not safe.
//! It promises nothing about anybody's money.

use crate::{
    components::{body, bullets, lead, title},
    i18n::Lang,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const CITIZENS_ADVICE: &str = "https://www.citizensadvice.org.uk/";
const LAW_CENTRES: &str = "https://www.lawcentres.org.uk/";
const ADVICELOCAL: &str = "https://advicelocal.uk/";
/// The part of the page to which other pages lead ([`paths::HELP_REACH`]).
const REACH: &str = "#reach";

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HelpView {
    /// How to reach the people who run the service, from the configuration.
    pub contact: Option<String>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HelpView) -> Html {
    shell::render(ctx, Frame::new(t!(ctx, "help-title")), || {
        view! {
            {title(t!(ctx, "help-heading"))}
            {lead(t!(ctx, "help-lead"))}
            {contents(ctx)}
            {question("money", t!(ctx, "help-money-heading"), vec![
                t!(ctx, "help-money-no"), t!(ctx, "help-money-decide"), t!(ctx, "help-money-form"), t!(ctx, "help-money-truth"),
            ])}
            {question("anyway", t!(ctx, "help-anyway-heading"), vec![
                t!(ctx, "help-anyway-sayso"), t!(ctx, "help-anyway-other"), t!(ctx, "help-anyway-practice"), t!(ctx, "help-anyway-seen"),
            ])}
            {cannot(ctx)}
            {question("reach", t!(ctx, "help-reach-heading"), vec![reach(ctx, seen)])}
            {question("see", t!(ctx, "help-see-heading"), vec![t!(ctx, "help-see-text")])}
            {question("wrong", t!(ctx, "help-wrong-heading"), vec![t!(ctx, "help-wrong-text")])}
            {question("rules", t!(ctx, "help-rules-heading"), vec![
                t!(ctx, "help-rules-how"), t!(ctx, "help-rules-held"), t!(ctx, "help-rules-limit"), t!(ctx, "help-rules-blind"),
                t!(ctx, "help-rules-own"), t!(ctx, "help-rules-reason"), t!(ctx, "help-rules-look"),
            ])}
            {question("letters", t!(ctx, "help-letters-heading"), vec![
                t!(ctx, "help-letters-choice"), t!(ctx, "help-letters-scan"), t!(ctx, "help-letters-ready"),
            ])}
            {question("mind", t!(ctx, "help-mind-heading"), vec![t!(ctx, "help-mind-text")])}
            {question("pressure", t!(ctx, "help-pressure-heading"), vec![t!(ctx, "help-pressure-text")])}
            {question("not-me", t!(ctx, "help-not-me-heading"), vec![t!(ctx, "help-not-me-text")])}
            {question("fingerprint", t!(ctx, "help-fingerprint-heading"), vec![t!(ctx, "help-fingerprint-text")])}
            {question("special", t!(ctx, "help-end-heading"), vec![t!(ctx, "help-end-text")])}
            {advice(ctx)}
            {safety(ctx)}
        }
    })
}

fn contents(ctx: &PageContext) -> AnyView {
    let links: Vec<_> = [
        ("#money", t!(ctx, "help-money-heading")),
        ("#anyway", t!(ctx, "help-anyway-heading")),
        ("#cannot", t!(ctx, "help-cannot-heading")),
        (REACH, t!(ctx, "help-reach-heading")),
        ("#see", t!(ctx, "help-see-heading")),
        ("#wrong", t!(ctx, "help-wrong-heading")),
        ("#rules", t!(ctx, "help-rules-heading")),
        ("#letters", t!(ctx, "help-letters-heading")),
        ("#mind", t!(ctx, "help-mind-heading")),
        ("#pressure", t!(ctx, "help-pressure-heading")),
        ("#not-me", t!(ctx, "help-not-me-heading")),
        ("#fingerprint", t!(ctx, "help-fingerprint-heading")),
        ("#special", t!(ctx, "help-end-heading")),
        ("#advice", t!(ctx, "help-advice-heading")),
        ("#safe", t!(ctx, "help-safe-heading")),
    ]
    .into_iter()
    .map(|(href, words)| view! { <li><a class="govuk-link" href=href>{words}</a></li> })
    .collect();
    view! { <nav aria-label=t!(ctx, "help-contents")><ul class="govuk-list">{links}</ul></nav> }
        .into_any()
}

fn question(id: &'static str, words: String, answer: Vec<String>) -> AnyView {
    let answer: Vec<_> = answer.into_iter().map(body).collect();
    view! { <h2 class="govuk-heading-m" id=id>{words}</h2>{answer} }.into_any()
}

fn cannot(ctx: &PageContext) -> AnyView {
    view! {
        {question("cannot", t!(ctx, "help-cannot-heading"), vec![
            t!(ctx, "help-cannot-time"), t!(ctx, "help-cannot-somebody"), t!(ctx, "help-cannot-nothing"),
        ])}
        {body(rich!(ctx, "help-cannot-stop"; reach => REACH))}
    }
    .into_any()
}

fn reach(ctx: &PageContext, seen: &HelpView) -> String {
    match &seen.contact {
        Some(contact) => t!(ctx, "help-cannot-contact", contact = contact.clone()),
        None => t!(ctx, "help-cannot-unknown"),
    }
}

fn advice(ctx: &PageContext) -> AnyView {
    let places = vec![
        rich!(ctx, "help-advice-citizens"; citizens => CITIZENS_ADVICE),
        rich!(ctx, "help-advice-law"; law => LAW_CENTRES),
        rich!(ctx, "help-advice-local"; local => ADVICELOCAL),
    ];
    view! {
        <h2 class="govuk-heading-m" id="advice">{t!(ctx, "help-advice-heading")}</h2>
            {body(t!(ctx, "help-advice-text"))}
            {bullets(places)}
            {body(rich!(ctx, "help-leaflet"; leaflet => paths::LEAFLET))}
    }
    .into_any()
}

fn safety(ctx: &PageContext) -> AnyView {
    let numbers = vec![
        rich!(ctx, "help-safe-national"; national => "tel:08082000247"),
        rich!(ctx, "help-safe-wales"; wales => "tel:08088010800"),
        rich!(ctx, "help-safe-men"; men => "tel:08088010327"),
    ];
    view! {
            <h2 class="govuk-heading-m" id="safe">{t!(ctx, "help-safe-heading")}</h2>
            {body(t!(ctx, "help-safe-emergency"))}
            {body(rich!(ctx, "help-safe-999"; emergency => "tel:999"))}
            {body(t!(ctx, "help-safe-list"))}
            {bullets(numbers)}
            {body(t!(ctx, "help-safe-phone"))}
    }
    .into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, HelpView)> {
    vec![
        (
            "with-contact",
            HelpView { contact: Some("0300 000 0000, or Sayso, PO Box 1, Cardiff".into()) },
        ),
        ("without-contact", HelpView::default()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_other_pages_lead_is_how_to_reach_the_people_who_run_it() {
        assert_eq!(paths::HELP_REACH.split_once('#'), Some(("/help", "reach")));
        assert_eq!(REACH, "#reach");
        for (name, seen) in samples(Lang::En) {
            let html = page(&PageContext::default(), &seen).text;
            let part = html.split_once(" id=\"reach\"").map(|(_, rest)| rest);
            let part = part.and_then(|rest| rest.split_once("<h2")).map_or("", |(part, _)| part);
            assert!(part.contains(">How do I reach the people who run Sayso?</h2>"), "{name}");
            let how = seen.contact.as_deref().unwrap_or("the letter with your code");
            assert!(part.contains(how), "{name}: {part}");
            assert_eq!(html.matches("href=\"#reach\"").count(), 2, "{name}: {html}");
        }
    }
}
