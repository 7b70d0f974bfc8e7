//! One copy of what somebody agreed to share, in the words that its bytes say and no others. It can be downloaded and deleted at once.

use super::preview::{FileSeen, entry_all, entry_what};
use crate::{
    components::{
        always, body, details, digest, heading_l, lead, pages, row_text, second_button,
        summary_list, title,
    },
    i18n::{Lang, day_and_time},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{PrimitiveDateTime, macros::datetime};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyView {
    /// Its id, for links.
    pub id: String,
    /// The request's reference.
    pub reference: String,
    /// Who asked, as the register names it; none where that is not known any more.
    pub asker: Option<String>,
    /// What the file is called when it is downloaded.
    pub name: String,
    /// When it was kept.
    pub at: PrimitiveDateTime,
    /// How many entries, how many bytes, and its fingerprint.
    pub file: FileSeen,
    /// What the file says besides its entries: label and value.
    pub about: Vec<(String, String)>,
    /// The entries on this page.
    pub entries: Vec<CopyEntry>,
    /// Which page, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyEntry {
    /// What it says, in one plain line.
    pub line: String,
    /// When it was, and who recorded it.
    pub when_and_who: String,
    /// Every element of it: label and value.
    pub elements: Vec<(String, String)>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &CopyView) -> Html {
    let frame = Frame::new(t!(ctx, "copy-title"))
        .at(Place::Receipts)
        .back(t!(ctx, "copy-back"), paths::COPIES);
    let address = |page: usize| {
        let place = paths::copy(&seen.id);
        ctx.in_size(&if page > 1 { format!("{place}?page={page}") } else { place })
    };
    shell::render(ctx, frame, || {
        let count = super::preview::entries(ctx.lang, seen.file.entries);
        let entries: Vec<_> = seen.entries.iter().map(|entry| one(ctx, entry)).collect();
        let asker = seen.asker.clone().map(|asker| row_text(t!(ctx, "copy-asker"), asker));
        let rows = asker.into_iter().chain([
            row_text(t!(ctx, "copy-kept"), day_and_time(ctx.lang, seen.at)),
            row_text(
                t!(ctx, "copy-file"),
                t!(ctx, "copy-file-value", entries = count, size = seen.file.size(ctx.lang)),
            ),
        ]);
        view! {
            {title(rich!(ctx, "copies-of", reference = seen.reference.clone()))}
            {lead(t!(ctx, "copy-lead"))}
            {summary_list(rows.collect())}
            {body(view! { <a class="govuk-link" download=seen.name.clone() href=paths::copy_file(&seen.id)>{t!(ctx, "copy-download")}</a> })}
            {heading_l(t!(ctx, "copy-inside"))}
            <ul class="say-entries">{entries}</ul>
            {pages(ctx, seen.page, seen.pages, &address)}
            {details(t!(ctx, "copy-about"), summary_list(seen.about.iter().map(|(label, value)| row_text(label.clone(), value.clone())).collect()))}
            {heading_l(t!(ctx, "copy-digest"))}
            {body(t!(ctx, "copy-digest-same"))}
            {digest(&seen.file.digest)}
            {always(ctx)}
            {heading_l(t!(ctx, "copy-delete-heading"))}
            {body(t!(ctx, "copy-delete-what"))}
            {body(t!(ctx, "copies-not-back"))}
            <form action=paths::delete_copy(&seen.id) method="post">{second_button(t!(ctx, "copy-delete"), None)}</form>
        }
    })
}

fn one(ctx: &PageContext, entry: &CopyEntry) -> AnyView {
    view! {
        <li class="say-entry">
            {entry_what(&entry.line, &entry.when_and_who)}
            {entry_all(ctx, &entry.line, &entry.elements, None)}
        </li>
    }
    .into_any()
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, CopyView)> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let entry = |line: &str, when: String| CopyEntry {
        line: line.into(),
        when_and_who: when,
        elements: vec![(said("Code", "Cod"), line.into())],
    };
    let one = CopyView {
        id: "01936b7e-0000-7000-8000-00000000000c".into(),
        reference: "SR 7K2M-9QD".into(),
        asker: Some("Maximus, PIP team, Leeds".into()),
        name: "SR-7K2M-9QD-2.json".into(),
        at: datetime!(2026-11-24 15:40),
        file: FileSeen {
            entries: 2,
            bytes: 48_213,
            digest: "9f2c41d86ab05e73c1148d2fb07a96e3504b7cd1e8f60a293d5512ac6e90b487".into(),
        },
        about: vec![(said("Purpose", "Diben"), "pip-first-decision".into())],
        entries: vec![
            entry("Asthma", said("Since March 2014 · Dr A Jones", "Ers Mawrth 2014 · Dr A Jones")),
            entry(
                "Salbutamol 100micrograms/dose inhaler",
                said("30 September 2026", "30 Medi 2026"),
            ),
        ],
        page: 1,
        pages: 1,
    };
    let many = FileSeen { entries: 127, ..one.file.clone() };
    let long = CopyView { page: 2, pages: 3, file: many, asker: None, ..one.clone() };
    vec![("short", one), ("page-2", long)]
}
