//! A ready letter to the practice, after sharing was stopped. The claimant sends it or not; nothing is ever sent by itself.

use crate::{
    components::{body, lead, title},
    i18n::{Lang, day},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, Month};

/// What the letter says.
#[derive(Clone, Debug)]
pub struct LetterView {
    /// The receipt of the withdrawal.
    pub receipt_id: String,
    /// The request, as people say it.
    pub reference: String,
    /// Who asked.
    pub asker: String,
    /// Who writes.
    pub name: String,
    /// Their NHS number, in groups.
    pub nhs_number: Option<String>,
    /// Their date of birth.
    pub birth_date: Date,
    /// When they stopped sharing.
    pub stopped_on: Date,
    /// Today.
    pub today: Date,
}

/// The page: made to be printed, or copied.
pub fn page(ctx: &PageContext, seen: &LetterView) -> Html {
    let frame = Frame::new(t!(ctx, "letter-title"))
        .at(Place::Receipts)
        .back(t!(ctx, "letter-back"), paths::receipt(&seen.receipt_id));
    shell::render(ctx, frame, || {
        let number = seen
            .nhs_number
            .clone()
            .map(|number| body(t!(ctx, "letter-nhs-number", number = number)));
        view! {
            <div class="say-noprint">
                {title(t!(ctx, "letter-title"))}
                {lead(t!(ctx, "letter-lead"))}
                {body(t!(ctx, "letter-how"))}
            </div>
            <div class="say-letter">
                {body(day(ctx.lang, seen.today))}
                {body(t!(ctx, "letter-dear"))}
                {body(t!(ctx, "letter-from", name = seen.name.clone(), born = day(ctx.lang, seen.birth_date)))}
                {number}
                {body(t!(ctx, "letter-stopped", asker = seen.asker.clone(), reference = seen.reference.clone(), date = day(ctx.lang, seen.stopped_on)))}
                {body(t!(ctx, "letter-not-agreed"))}
                {body(t!(ctx, "letter-limits"))}
                {body(t!(ctx, "letter-tell-me"))}
                {body(t!(ctx, "letter-signed", name = seen.name.clone()))}
            </div>
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, LetterView)> {
    let date = |year, month, day| Date::from_calendar_date(year, month, day).unwrap_or(Date::MIN);
    let whole = LetterView {
        receipt_id: "01980000-0000-7000-8000-000000000009".into(),
        reference: "SR 7K2M-9QDX".into(),
        asker: "DWP, Disability benefits, Leeds".into(),
        name: "Siân O’Neill-Pugh".into(),
        nhs_number: Some("999 081 2373".into()),
        birth_date: date(1981, Month::March, 4),
        stopped_on: date(2026, Month::November, 20),
        today: date(2026, Month::November, 22),
    };
    let without = LetterView { nhs_number: None, ..whole.clone() };
    vec![("whole", whole), ("without-number", without)]
}
