//! Every page with its named samples: for snapshots, for accessibility runs, and to look at in demo mode.
//! Nobody in it is real.

use super::{
    accessibility, account, activate, choose, confirm, copies, copy, errors, help, helper,
    helper_words, history, history_proof, history_times, in_words, leaflet, letter, letters,
    own_words, package_text, preview, privacy, receipt, receipts, recover, request, requests,
    sign_in, signed_out, sources, start, transparency, verify, withdraw, words, words_print, wrong,
};
use crate::{
    components::{heading_m, lead, title},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, SignedIn},
    t,
};
use leptos::prelude::*;
use time::macros::datetime;

/// One page and how to render its samples.
#[derive(Clone, Copy)]
pub struct Entry {
    /// The page's name in addresses and file names.
    pub name: &'static str,
    /// Whether somebody is signed in on it.
    pub signed_in: bool,
    samples: fn(&PageContext) -> Vec<(&'static str, Html)>,
}

impl Entry {
    /// The page's samples, rendered: name and page.
    pub fn samples(&self, ctx: &PageContext) -> Vec<(&'static str, Html)> {
        (self.samples)(&PageContext {
            signed_in: self.signed_in.then(sample_person),
            ..ctx.clone()
        })
    }
}

macro_rules! entry {
    ($name:literal, $page:ident, $signed_in:literal) => {
        Entry {
            name: $name,
            signed_in: $signed_in,
            samples: |ctx| {
                $page::samples(ctx.lang)
                    .into_iter()
                    .map(|(name, view)| (name, $page::page(ctx, &view)))
                    .collect()
            },
        }
    };
}

/// Every page, in the order in which people meet them.
pub const PAGES: &[Entry] = &[
    entry!("start", start, false),
    entry!("activate", activate, false),
    entry!("sign-in", sign_in, false),
    entry!("signed-out", signed_out, false),
    entry!("recover", recover, false),
    entry!("requests", requests, true),
    entry!("request", request, true),
    entry!("choose", choose, true),
    entry!("in-words", in_words, true),
    entry!("preview", preview, true),
    entry!("package-text", package_text, true),
    entry!("confirm", confirm, true),
    entry!("withdraw", withdraw, true),
    entry!("receipt", receipt, true),
    entry!("receipts", receipts, true),
    entry!("copies", copies, true),
    entry!("copy", copy, true),
    entry!("letters", letters, true),
    entry!("letter", letter, true),
    entry!("history", history, true),
    entry!("history-proof", history_proof, true),
    entry!("history-times", history_times, true),
    entry!("words", words, true),
    entry!("own-words", own_words, true),
    entry!("words-print", words_print, true),
    entry!("helper", helper, true),
    entry!("helper-words", helper_words, false),
    entry!("wrong", wrong, true),
    entry!("sources", sources, true),
    entry!("account", account, true),
    entry!("verify", verify, false),
    entry!("help", help, false),
    entry!("leaflet", leaflet, false),
    entry!("privacy", privacy, false),
    entry!("accessibility", accessibility, false),
    entry!("transparency", transparency, false),
    entry!("errors", errors, false),
];

/// The list of all samples.
pub fn page(ctx: &PageContext) -> Html {
    let frame = Frame::new(t!(ctx, "gallery-title"));
    shell::render(ctx, frame, || {
        let pages: Vec<_> = PAGES
            .iter()
            .map(|entry| {
                let links: Vec<_> = entry
                    .samples(ctx)
                    .into_iter()
                    .map(|(name, _)| {
                        let href = format!("{}/{}/{name}", paths::GALLERY, entry.name);
                        view! { <li><a class="govuk-link" href=href>{name}</a></li> }
                    })
                    .collect();
                view! { {heading_m(entry.name.to_owned())}<ul class="govuk-list">{links}</ul> }
            })
            .collect();
        view! {
            {title(t!(ctx, "gallery-title"))}
            {lead(t!(ctx, "gallery-lead"))}
            {pages}
        }
    })
}

/// One sample, by the names that the list gives.
pub fn sample(ctx: &PageContext, page: &str, name: &str) -> Option<Html> {
    let entry = PAGES.iter().find(|entry| entry.name == page)?;
    entry.samples(ctx).into_iter().find(|(known, _)| *known == name).map(|(_, html)| html)
}

/// The person in the samples.
pub fn sample_person() -> SignedIn {
    SignedIn {
        name: "Nerys Bello".to_owned(),
        ends_at: datetime!(2026-11-24 15:42),
        seconds: 20 * 60,
    }
}
