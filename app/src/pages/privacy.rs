//! What is kept and why, and the law, said correctly. Who runs the service comes from its configuration:
//! where that is silent, the page says so and invents nothing.

use crate::{
    components::{body, bullets, heading_m, lead, title},
    i18n::Lang,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const COMMISSIONER: &str = "https://ico.org.uk/make-a-complaint/";

/// What the page shows: what an operator must publish, from the configuration.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PrivacyView {
    /// The name of the controller.
    pub controller: Option<String>,
    /// How to reach them.
    pub contact: Option<String>,
    /// The data protection officer.
    pub officer: Option<String>,
    /// The Caldicott Guardian.
    pub guardian: Option<String>,
    /// The bases in law that the controller relies on, in its own words.
    pub basis: Option<String>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &PrivacyView) -> Html {
    shell::render(ctx, Frame::new(t!(ctx, "privacy-title")), || {
        view! {
            {title(t!(ctx, "privacy-heading"))}
            {lead(t!(ctx, "privacy-lead"))}
            {who(ctx, seen)}
            {listed(t!(ctx, "privacy-keep-heading"), vec![
                t!(ctx, "privacy-keep-you"), t!(ctx, "privacy-keep-requests"), t!(ctx, "privacy-keep-words"), t!(ctx, "privacy-keep-proof"),
                t!(ctx, "privacy-keep-copies"),
                t!(ctx, "privacy-keep-history"), t!(ctx, "privacy-keep-sign-in"),
            ])}
            {body(t!(ctx, "privacy-keep-sealed"))}
            {listed(t!(ctx, "privacy-not-heading"), vec![
                t!(ctx, "privacy-not-record"), t!(ctx, "privacy-not-preview"), t!(ctx, "privacy-not-sent"),
                t!(ctx, "privacy-not-embedded"),
            ])}
            {said(t!(ctx, "privacy-erase-heading"), vec![t!(ctx, "privacy-erase-text")])}
            {said(t!(ctx, "privacy-cookies-heading"), vec![t!(ctx, "privacy-cookies-text")])}
            {said(t!(ctx, "privacy-law-heading"), vec![
                t!(ctx, "privacy-law-basis"), t!(ctx, "privacy-law-yes"), t!(ctx, "privacy-law-pressure"),
                t!(ctx, "privacy-law-england"), t!(ctx, "privacy-law-reports"), t!(ctx, "privacy-law-never"),
            ])}
            {own_basis(ctx, seen)}
            {rights(ctx)}
            {body(t!(ctx, "privacy-checked"))}
        }
    })
}

fn said(heading: String, words: Vec<String>) -> AnyView {
    let words: Vec<_> = words.into_iter().map(body).collect();
    view! { {heading_m(heading)}{words} }.into_any()
}

fn listed(heading: String, words: Vec<String>) -> AnyView {
    view! { {heading_m(heading)}{bullets(words.into_iter().map(IntoAny::into_any).collect())} }
        .into_any()
}

fn who(ctx: &PageContext, seen: &PrivacyView) -> AnyView {
    let words = vec![
        match seen.controller.clone() {
            Some(controller) => t!(ctx, "privacy-who-controller", controller = controller),
            None => t!(ctx, "privacy-who-unknown"),
        },
        match seen.contact.clone() {
            Some(contact) => t!(ctx, "privacy-who-contact", contact = contact),
            None => t!(ctx, "privacy-who-no-contact"),
        },
        match seen.officer.clone() {
            Some(officer) => t!(ctx, "privacy-who-officer", officer = officer),
            None => t!(ctx, "privacy-who-no-officer"),
        },
        match seen.guardian.clone() {
            Some(guardian) => t!(ctx, "privacy-who-guardian", guardian = guardian),
            None => t!(ctx, "privacy-who-no-guardian"),
        },
    ];
    said(t!(ctx, "privacy-who-heading"), words)
}

fn own_basis(ctx: &PageContext, seen: &PrivacyView) -> AnyView {
    let words = match seen.basis.clone() {
        Some(basis) => t!(ctx, "privacy-sayso-basis", basis = basis),
        None => t!(ctx, "privacy-sayso-unknown"),
    };
    said(t!(ctx, "privacy-sayso-heading"), vec![words])
}

fn rights(ctx: &PageContext) -> AnyView {
    view! {
        {listed(t!(ctx, "privacy-rights-heading"), vec![
            t!(ctx, "privacy-rights-see"), t!(ctx, "privacy-rights-correct"), t!(ctx, "privacy-rights-limit"),
            t!(ctx, "privacy-rights-object"), t!(ctx, "privacy-rights-stop"),
        ])}
        {body(rich!(ctx, "privacy-rights-complain"; commissioner => COMMISSIONER))}
    }
    .into_any()
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, PrivacyView)> {
    let basis = match lang {
        Lang::En => "UK GDPR Articles 6(1)(e) and 9(2)(h).",
        Lang::Cy => "GDPR y DU, Erthyglau 6(1)(e) a 9(2)(h).",
    };
    let told = PrivacyView {
        controller: Some("Bramble Trust".into()),
        contact: Some("privacy@sayso.example".into()),
        officer: Some("Ifor Marsh, officer@sayso.example".into()),
        guardian: Some("Dr Amara Quill".into()),
        basis: Some(basis.into()),
    };
    vec![("told", told), ("not-told", PrivacyView::default())]
}
