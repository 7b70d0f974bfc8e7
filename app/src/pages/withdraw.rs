//! Stopping: what stops, what cannot be undone, what DWP is told. No password, and no more steps than giving.
//! The page asks for no reason and tries to keep nobody from it.

mod samples;

pub use samples::samples;

use super::preview::entries;
use crate::{
    components::{
        body, bullets, button, button_group, error_message, error_summary, heading_m, lead,
        link_button, request_caption, second_link_button, title,
    },
    forms::FieldError,
    i18n::day_and_time,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawView {
    /// The request's id, for links.
    pub id: String,
    /// The request's reference.
    pub reference: String,
    /// Who asks, as the register names it.
    pub asker: String,
    /// Whether the claimant could keep a copy of their own now, and keeps none.
    pub copy_offered: bool,
    /// Where the claimant is.
    pub stage: Stage,
}

/// Where the claimant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Ticking what to stop.
    Choosing {
        /// What is shared now (paused things too).
        shared: Vec<SharedItem>,
        /// What was collected before, oldest first.
        collected: Vec<Collected>,
        /// What went wrong.
        fault: Option<Fault>,
    },
    /// Nothing is shared.
    NothingShared,
}

/// One thing that is shared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedItem {
    /// The category's id, for the field `item.<category>`.
    pub category: String,
    /// Its title in the page's language.
    pub title: String,
}

/// One collection that has happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collected {
    /// When; the first time, where it happened several times in a row.
    pub at: PrimitiveDateTime,
    /// When last.
    pub last: PrimitiveDateTime,
    /// How often in a row.
    pub times: u32,
    /// By whom, as the register names it.
    pub who: String,
    /// How many entries.
    pub entries: u32,
}

impl Collected {
    /// When, how often, by whom, how much.
    pub(super) fn words(&self, ctx: &PageContext) -> String {
        t!(
            ctx,
            "withdraw-undone-item",
            n = self.times,
            date = day_and_time(ctx.lang, self.at),
            last = day_and_time(ctx.lang, self.last),
            who = self.who.clone(),
            entries = entries(ctx.lang, self.entries)
        )
    }
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was ticked.
    NothingTicked,
    /// What was ticked is not shared any more.
    NotShared,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &WithdrawView) -> Html {
    let (words, error) = match seen.stage {
        Stage::Choosing { fault, .. } => (t!(ctx, "withdraw-title"), fault.is_some()),
        Stage::NothingShared => (t!(ctx, "withdraw-title"), false),
    };
    let frame = Frame::new(words)
        .at(Place::Requests)
        .back(t!(ctx, "withdraw-back"), paths::request(&seen.id))
        .with_errors(error);
    shell::render(ctx, frame, || match &seen.stage {
        Stage::Choosing { shared, collected, fault } => {
            choosing(ctx, seen, shared, collected, *fault)
        }
        Stage::NothingShared => view! {
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "withdraw-nothing-heading"))}
            {lead(t!(ctx, "withdraw-nothing-text"))}
            {link_button(t!(ctx, "withdraw-nothing-link"), paths::request(&seen.id))}
        }
        .into_any(),
    })
}

fn choosing(
    ctx: &PageContext,
    seen: &WithdrawView,
    shared: &[SharedItem],
    collected: &[Collected],
    fault: Option<Fault>,
) -> AnyView {
    let errors: Vec<FieldError> = fault
        .map(|fault| match fault {
            Fault::NothingTicked => FieldError::new("item", "withdraw-error-none"),
            Fault::NotShared => FieldError::new("item", "withdraw-error-gone"),
        })
        .map(|error| error.with_id(box_id(0)))
        .into_iter()
        .collect();
    let button_words =
        if shared.len() == 1 { t!(ctx, "withdraw-button-one") } else { t!(ctx, "withdraw-button") };
    let mut stops = vec![
        t!(ctx, "withdraw-stops-collect").into_any(),
        t!(ctx, "withdraw-stops-destroy").into_any(),
    ];
    if seen.copy_offered {
        stops.push(rich!(ctx, "withdraw-stops-copy"; copy => paths::keep_first(&seen.id)));
    }
    // DWP learns of it only where it is asked to erase something.
    let told = if collected.is_empty() {
        t!(ctx, "withdraw-told-nothing")
    } else {
        t!(ctx, "withdraw-told-erase")
    };
    if shared.len() > 1 {
        stops.push(t!(ctx, "withdraw-stops-rest").into_any());
    }
    view! {
        {error_summary(ctx, &errors)}
        {request_caption(ctx, &seen.reference)}
        {title(t!(ctx, "withdraw-heading"))}
        {lead(t!(ctx, "withdraw-lead", asker = seen.asker.clone()))}
        <form action=paths::withdraw(&seen.id) method="post" novalidate>
            {boxes(ctx, shared, &errors)}
            {heading_m(t!(ctx, "withdraw-stops-heading"))}
            {bullets(stops)}
            {body(t!(ctx, "withdraw-again"))}
            {heading_m(t!(ctx, "withdraw-undone-heading"))}
            {undone(ctx, collected)}
            {heading_m(t!(ctx, "withdraw-told-heading"))}
            {body(told)}
            {body(t!(ctx, "withdraw-money"))}
            {button_group(vec![
                button(button_words, Some("withdraw")),
                second_link_button(t!(ctx, "withdraw-keep"), paths::request(&seen.id)),
            ])}
        </form>
        {heading_m(t!(ctx, "common-still-to-do"))}
        {body(t!(ctx, "common-not-your-form"))}
    }
    .into_any()
}

// A number, for the id gets into the address of the page when somebody follows the summary of errors.
fn box_id(at: usize) -> String {
    format!("item-{}", at + 1)
}

fn boxes(ctx: &PageContext, shared: &[SharedItem], errors: &[FieldError]) -> AnyView {
    let error = error_message(ctx, errors, "item");
    let described = if error.is_some() { "which-hint item-error" } else { "which-hint" };
    let group = if error.is_some() {
        "govuk-form-group govuk-form-group--error"
    } else {
        "govuk-form-group"
    };
    let hint = if shared.len() == 1 {
        t!(ctx, "withdraw-which-hint-one")
    } else {
        t!(ctx, "withdraw-which-hint")
    };
    let items: Vec<_> = shared
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let (id, name) = (box_id(at), format!("item.{}", item.category));
            view! {
                <div class="govuk-checkboxes__item">
                    <input class="govuk-checkboxes__input" id=id.clone() name=name type="checkbox" value="withdraw"/>
                    <label class="govuk-label govuk-checkboxes__label" r#for=id>{item.title.clone()}</label>
                </div>
            }
        })
        .collect();
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!(ctx, "withdraw-which")}</legend>
                <div id="which-hint" class="govuk-hint">{hint}</div>
                {error}
                <div class="govuk-checkboxes">{items}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn undone(ctx: &PageContext, collected: &[Collected]) -> AnyView {
    if collected.is_empty() {
        return body(t!(ctx, "withdraw-undone-none"));
    }
    let items = collected.iter().map(|one| one.words(ctx).into_any()).collect();
    view! {
        {body(t!(ctx, "withdraw-undone-keep"))}
        {body(t!(ctx, "withdraw-undone-list"))}
        {bullets(items)}
        {body(t!(ctx, "withdraw-undone-ask"))}
    }
    .into_any()
}
