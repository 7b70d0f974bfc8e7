//! What would be sent, entry by entry, as the file, and what stays with its reason.
//! It says what it is given: the words of an entry are computed from the bytes of the package.

mod file;
mod held;
mod parts;
mod samples;

pub(crate) use file::grouped;
pub use file::{FileSeen, entries};
pub use held::{Held, WhyHeld};
pub(crate) use samples::sample_file;
pub use samples::samples;

use crate::{
    components::{always, body, error_summary, lead, link_button, request_caption, title},
    forms::FieldError,
    i18n::day_and_time,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PreviewView {
    /// The request's id, for links.
    pub id: String,
    /// The request's reference, such as SR 7K2M-9QD.
    pub reference: String,
    /// Who asks, as the register names it.
    pub asker: String,
    /// The file, or why there is none.
    pub sends: Sends,
    /// What is in it, category by category, in package order.
    pub groups: Vec<Group>,
    /// Entries that go only if the claimant says so for each.
    pub asked_first: Vec<SetAside>,
    /// Entries that the claimant left out.
    pub left_out: Vec<SetAside>,
    /// What else stays, and why.
    pub held: Vec<Held>,
    /// Until when the preview is kept.
    pub kept_until: PrimitiveDateTime,
    /// Whether it is the smaller file, cut after some of it was stopped.
    pub smaller: bool,
    /// What is different since they last looked, when it is.
    pub changed: Option<Changed>,
    /// What went wrong.
    pub fault: Option<Fault>,
}

/// The file, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sends {
    /// This file.
    File {
        /// Its size and fingerprint.
        file: FileSeen,
        /// Its name when it is downloaded.
        name: String,
        /// Its text, with line breaks put in.
        json: String,
    },
    /// Nothing: the claimant shares nothing.
    NothingShared,
    /// Nothing: the record has nothing of what they share.
    NothingRecorded,
}

/// A category and its entries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The category's title in the page's language.
    pub title: String,
    /// What is in it.
    pub entries: Vec<Entry>,
}

/// One entry of the package, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number in the package, from 1.
    pub number: u32,
    /// What it says, in one plain line.
    pub line: String,
    /// When it was, and who recorded it.
    pub when_and_who: String,
    /// Every element of it: label and value.
    pub elements: Vec<(String, String)>,
}

/// An entry that is not in the package, and can be put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetAside {
    /// What the form sends back for it.
    pub key: String,
    /// What it says, in one plain line.
    pub line: String,
    /// When it was, and who recorded it.
    pub when_and_who: String,
}

/// What is different since the claimant last looked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changed {
    /// The lines of what is new.
    pub added: Vec<String>,
    /// The lines of what is gone.
    pub gone: Vec<String>,
}

/// What can go wrong with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was ticked.
    NothingTicked,
    /// What was ticked is not on the page any more.
    UnknownEntry,
    /// The record cannot be read now.
    RecordUnreadable,
}

impl Fault {
    fn error(self) -> FieldError {
        match self {
            Self::NothingTicked => FieldError::new("leave_out", "preview-error-none-ticked"),
            Self::UnknownEntry => FieldError::new("leave_out", "preview-error-unknown"),
            Self::RecordUnreadable => FieldError::new("change", "preview-error-record"),
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &PreviewView) -> Html {
    let frame = Frame::new(t!(ctx, "preview-title"))
        .at(Place::Requests)
        .back(t!(ctx, "preview-back"), paths::choose(&seen.id))
        .with_errors(seen.fault.is_some());
    shell::render(ctx, frame, || {
        let errors: Vec<FieldError> = seen.fault.map(Fault::error).into_iter().collect();
        let goes = matches!(seen.sends, Sends::File { .. });
        let heading =
            if goes { t!(ctx, "preview-heading") } else { t!(ctx, "preview-heading-nothing") };
        let on = if goes { t!(ctx, "preview-next") } else { t!(ctx, "preview-next-nothing") };
        let has_form = goes || !seen.asked_first.is_empty();
        let kept = day_and_time(ctx.lang, seen.kept_until);
        view! {
            {error_summary(ctx, &errors)}
            {request_caption(ctx, &seen.reference)}
            {title(heading)}
            {seen.changed.as_ref().map(|changed| parts::changed(ctx, changed))}
            {seen.smaller.then(|| body(t!(ctx, "preview-smaller")))}
            {first_words(ctx, seen)}
            {always(ctx)}
            {has_form.then(|| parts::entries_form(ctx, seen, &errors))}
            {parts::left_out(ctx, seen)}
            {held::list(ctx, seen)}
            {parts::file(ctx, seen)}
            {goes.then(|| body(t!(ctx, "preview-kept", until = kept)))}
            {goes.then(|| body(t!(ctx, "preview-wrong")))}
            <div class="govuk-button-group">
                {link_button(on, paths::confirm(&seen.id))}
                <a class="govuk-button govuk-button--secondary" id="change" href=paths::choose(&seen.id)>{t!(ctx, "preview-change")}</a>
            </div>
        }
    })
}

fn first_words(ctx: &PageContext, seen: &PreviewView) -> AnyView {
    let asker = seen.asker.clone();
    let nothing = |words: String| {
        view! {
            {lead(words)}
            {body(t!(ctx, "preview-nothing-same", asker = seen.asker.clone()))}
            {body(t!(ctx, "preview-nothing-next"))}
        }
        .into_any()
    };
    match seen.sends {
        Sends::File { .. } => {
            let count: usize = seen.groups.iter().map(|group| group.entries.len()).sum();
            let groups = t!(ctx, "preview-groups", count = seen.groups.len());
            let entries = entries(ctx.lang, u32::try_from(count).unwrap_or(u32::MAX));
            lead(t!(ctx, "preview-lead", entries = entries, groups = groups, asker = asker))
        }
        Sends::NothingShared => nothing(t!(ctx, "preview-nothing-refused", asker = asker)),
        Sends::NothingRecorded => nothing(t!(ctx, "preview-nothing-empty", asker = asker)),
    }
}
