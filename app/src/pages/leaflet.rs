//! What Sayso is, on one sheet: to print and hand to somebody. It promises no more than the other pages.

use crate::{
    components::{body, bullets, heading_m, lead, title},
    i18n::Lang,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeafletView {
    /// Where Sayso is, as people type it.
    pub address: String,
    /// How to reach the people who run the service, from the configuration.
    pub contact: Option<String>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &LeafletView) -> Html {
    shell::render(ctx, Frame::new(t!(ctx, "leaflet-title")), || {
        let can = vec![
            t!(ctx, "leaflet-can-see"),
            t!(ctx, "leaflet-can-choose"),
            t!(ctx, "leaflet-can-look"),
            t!(ctx, "leaflet-can-receipt"),
            t!(ctx, "leaflet-can-stop"),
        ];
        let not = vec![
            t!(ctx, "leaflet-not-dwp"),
            t!(ctx, "leaflet-not-form"),
            t!(ctx, "leaflet-not-all"),
        ];
        // How to reach them has a line of its own, where no number breaks.
        let contact = seen
            .contact
            .clone()
            .map(|contact| body(view! { {t!(ctx, "leaflet-ask-contact")}<br/>{contact} }));
        view! {
            {title(t!(ctx, "leaflet-heading"))}
            {lead(t!(ctx, "leaflet-lead"))}
            {heading_m(t!(ctx, "leaflet-can-heading"))}
            {bullets(can.into_iter().map(IntoAny::into_any).collect())}
            {heading_m(t!(ctx, "leaflet-nothing-heading"))}
            {body(t!(ctx, "leaflet-nothing"))}
            {heading_m(t!(ctx, "leaflet-not-heading"))}
            {bullets(not.into_iter().map(IntoAny::into_any).collect())}
            {heading_m(t!(ctx, "leaflet-start-heading"))}
            {body(t!(ctx, "leaflet-start", address = seen.address.clone()))}
            {body(t!(ctx, "leaflet-ask"))}
            {contact}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, LeafletView)> {
    let address = "https://sayso.example".to_owned();
    vec![
        ("plain", LeafletView { address: address.clone(), contact: None }),
        ("with-contact", LeafletView { address, contact: Some("0800 000 0000".to_owned()) }),
    ]
}
