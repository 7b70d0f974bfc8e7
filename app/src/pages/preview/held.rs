//! What stays with the claimant, and why. Only they see it; the file does not show it.

use super::{PreviewView, Sends};
use crate::{
    components::{Answer, Row, body, heading_l, row, row_text, summary_list},
    i18n::join,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// Entries that stay for one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The title of the category where they would be found, in the page's language.
    pub category: Option<String>,
    /// How many.
    pub count: u32,
    /// Why.
    pub why: WhyHeld,
}

/// The reason, as the claimant is told it. What must never be named comes as `NeverSent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyHeld {
    /// The claimant said do not share this category.
    NotShared,
    /// They are also under these categories, which were asked for and are not shared.
    NeedsAlso(Vec<String>),
    /// The same, for medicines.
    MedicinesNeedAlso(Vec<String>),
    /// They are also under these categories, which nobody asked for.
    NeedsUnasked(Vec<String>),
    /// Nobody asked for their category.
    NotAsked,
    /// From before or after the dates asked for.
    OutsideDates,
    /// From before or after the dates that the claimant chose.
    OutsideChosenDates,
    /// Not from the one place that the claimant chose.
    OtherProvider,
    /// Letters that the claimant did not put in.
    LetterNotChosen,
    /// Without a date.
    NoDate,
    /// What they are could not be told.
    NotRecognised,
    /// About somebody else too.
    SomebodyElse,
    /// Entered in error, says the record.
    Mistake,
    /// Of a kind that is never sent.
    NeverSent,
    /// Scans that could not be read.
    NotRead,
    /// Marked in the record as not to be shared.
    Marked,
    /// Names of people and places that nothing in the file needs.
    NotNeeded,
    /// Nothing in them may be sent.
    NothingLeft,
    /// Free text that was cut from entries; the title of its category where it was asked for.
    NotesCut(Option<String>),
}

impl Held {
    fn key(&self, ctx: &PageContext) -> String {
        let entries = super::entries(ctx.lang, self.count);
        match (&self.why, &self.category) {
            (WhyHeld::NotesCut(_), _) => t!(ctx, "preview-why-notes"),
            (
                WhyHeld::NotShared
                | WhyHeld::NeedsAlso(_)
                | WhyHeld::MedicinesNeedAlso(_)
                | WhyHeld::NeedsUnasked(_),
                Some(title),
            ) => title.clone(),
            _ => entries,
        }
    }

    fn words(&self, ctx: &PageContext) -> String {
        let count = self.count;
        match &self.why {
            WhyHeld::NotShared if count == 0 => t!(ctx, "preview-why-no"),
            WhyHeld::NotShared => t!(ctx, "preview-why-no-count", count = count),
            WhyHeld::NeedsAlso(others) => {
                t!(ctx, "preview-why-needs", count = count, others = quoted(ctx, others))
            }
            WhyHeld::MedicinesNeedAlso(others) => {
                t!(ctx, "preview-why-needs-medicines", count = count, others = quoted(ctx, others))
            }
            WhyHeld::NeedsUnasked(others) => {
                t!(ctx, "preview-why-needs-unasked", count = count, others = quoted(ctx, others))
            }
            WhyHeld::NotAsked => t!(ctx, "preview-why-not-asked", count = count),
            WhyHeld::OutsideDates => t!(ctx, "preview-why-dates", count = count),
            WhyHeld::OutsideChosenDates => t!(ctx, "preview-why-chosen-dates", count = count),
            WhyHeld::OtherProvider => t!(ctx, "preview-why-other-provider", count = count),
            WhyHeld::LetterNotChosen => t!(ctx, "preview-why-letter", count = count),
            WhyHeld::NoDate => t!(ctx, "preview-why-no-date", count = count),
            WhyHeld::NotRecognised => t!(ctx, "preview-why-not-recognised", count = count),
            WhyHeld::SomebodyElse => t!(ctx, "preview-why-somebody-else", count = count),
            WhyHeld::Mistake => t!(ctx, "preview-why-mistake", count = count),
            WhyHeld::NeverSent => t!(ctx, "preview-why-never", count = count),
            WhyHeld::NotRead => t!(ctx, "preview-why-not-read", count = count),
            WhyHeld::Marked => t!(ctx, "preview-why-marked", count = count),
            WhyHeld::NotNeeded => t!(ctx, "preview-why-not-needed", count = count),
            WhyHeld::NothingLeft => t!(ctx, "preview-why-nothing-left", count = count),
            WhyHeld::NotesCut(None) => t!(ctx, "preview-why-notes-text", count = count),
            WhyHeld::NotesCut(Some(title)) => {
                t!(ctx, "preview-why-notes-share", count = count, title = title.clone())
            }
        }
    }
}

fn quoted(ctx: &PageContext, titles: &[String]) -> String {
    let titles: Vec<String> =
        titles.iter().map(|title| t!(ctx, "preview-quoted", title = title.clone())).collect();
    join(ctx.lang, &titles)
}

/// Something of the record is not in the file, and stands on the page in a place of its own.
fn waits(seen: &PreviewView) -> bool {
    let stays = seen.letters.iter().any(|letter| letter.answer != Some(Answer::Share));
    stays || !seen.asked_first.is_empty()
}

pub(super) fn list(ctx: &PageContext, seen: &PreviewView) -> Option<AnyView> {
    let mut rows: Vec<Row> =
        seen.held.iter().map(|held| row_text(held.key(ctx), held.words(ctx))).collect();
    if let Ok(count @ 1..) = u32::try_from(seen.left_out.len()) {
        let link = view! { <a class="govuk-link" href="#left-out">{t!(ctx, "preview-why-left-out-link")}</a> };
        rows.push(row(
            super::entries(ctx.lang, count),
            view! { {t!(ctx, "preview-why-left-out", count = count)}" "{link} },
        ));
    }
    let goes = matches!(seen.sends, Sends::File { .. });
    let (said, private) = match (rows.is_empty(), goes) {
        // Where nothing is and nothing goes, nothing is left out; what still waits or was refused is.
        (true, false) => return None,
        (true, true) if waits(seen) => return None,
        (true, true) => (body(t!(ctx, "preview-why-nothing")), None),
        (false, true) => (summary_list(rows), Some(body(t!(ctx, "preview-why-private")))),
        (false, false) => (summary_list(rows), Some(body(t!(ctx, "preview-why-private-no-file")))),
    };
    Some(view! { {heading_l(t!(ctx, "preview-why-heading"))}{said}{private} }.into_any())
}
