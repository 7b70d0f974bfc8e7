//! Confirming a decision: who acts, what goes and what stays, the password again.
//! The button says what happens. The page records nothing by itself.

mod samples;

pub use samples::samples;

use super::preview::{FileSeen, Narrowed, entries, narrowed_list};
use crate::{
    components::{
        Row, always, body, button, button_group, digest, error_summary, heading_m, lead,
        link_button, password_field, request_caption, row, row_text, second_link_button, sides,
        summary_list, title,
    },
    forms::FieldError,
    i18n::day,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, PrimitiveDateTime};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfirmView {
    /// The request's id, for links.
    pub id: String,
    /// The request's reference.
    pub reference: String,
    /// Who asks, as the register names it.
    pub asker: String,
    /// Who will see what is shared, in the page's language.
    pub recipients: Vec<String>,
    /// The claimant's name.
    pub name: String,
    /// Titles of what is shared, in the page's language.
    pub shared: Vec<String>,
    /// Titles of what is kept private.
    pub private: Vec<String>,
    /// Of what less goes than was asked for.
    pub narrowed: Vec<Narrowed>,
    /// Whether entries or letters of what is shared are kept back.
    pub keeps_back: bool,
    /// The fingerprint of these answers, 64 hex digits: the form sends it back.
    pub agreed: String,
    /// When sharing ends.
    pub ends: Ends,
    /// The file, if something would be sent.
    pub file: Option<FileSeen>,
    /// What went wrong.
    pub fault: Option<Fault>,
}

/// When sharing ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ends {
    /// On this day, at its end.
    On(Date),
    /// No end date: what the purpose allows.
    CollectUntil(PrimitiveDateTime),
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No password was typed.
    PasswordMissing,
    /// It was not the right one.
    PasswordWrong,
    /// Too many tries.
    TooManyTries {
        /// How long to wait.
        minutes: u32,
    },
    /// The record or the rules have changed since it was looked at.
    RecordChanged,
    /// Somebody answered the request meanwhile.
    AnsweredMeanwhile,
    /// The preview is no longer kept.
    PreviewGone,
}

impl Fault {
    fn error(self) -> FieldError {
        match self {
            Self::PasswordMissing => FieldError::new("password", "confirm-error-empty"),
            Self::PasswordWrong => FieldError::new("password", "confirm-error-wrong"),
            Self::TooManyTries { minutes: 0 | 1 } => {
                FieldError::new("password", "confirm-error-wait-one")
            }
            Self::TooManyTries { minutes } => FieldError::new("password", "confirm-error-wait")
                .with("minutes", minutes.to_string()),
            Self::RecordChanged => FieldError::new("look-again", "confirm-error-changed"),
            Self::AnsweredMeanwhile => FieldError::new("look-again", "confirm-error-answered"),
            Self::PreviewGone => FieldError::new("look-again", "confirm-error-kept"),
        }
    }

    // Then this page can no longer be confirmed: they look again first.
    const fn must_look_again(self) -> bool {
        matches!(self, Self::RecordChanged | Self::AnsweredMeanwhile | Self::PreviewGone)
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ConfirmView) -> Html {
    let frame = Frame::new(t!(ctx, "confirm-title"))
        .at(Place::Requests)
        .back(t!(ctx, "confirm-back"), paths::preview(&seen.id))
        .with_errors(seen.fault.is_some());
    shell::render(ctx, frame, || {
        let errors: Vec<FieldError> = seen.fault.map(Fault::error).into_iter().collect();
        if seen.fault.is_some_and(Fault::must_look_again) {
            return look_again(ctx, seen, &errors);
        }
        let mind = if seen.file.is_some() {
            t!(ctx, "confirm-mind-text")
        } else {
            t!(ctx, "confirm-mind-nothing")
        };
        view! {
            {error_summary(ctx, &errors)}
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "confirm-heading"))}
            {lead(t!(ctx, "confirm-lead"))}
            {summary_list(rows(ctx, seen))}
            {halves(ctx, seen)}
            {narrowed_list(ctx, &seen.narrowed)}
            {seen.file.as_ref().map(|file| view! {
                {heading_m(t!(ctx, "confirm-digest-heading"))}
                {body(t!(ctx, "confirm-digest-text"))}
                {digest(&file.digest)}
            })}
            {always(ctx)}
            {heading_m(t!(ctx, "confirm-mind-heading"))}
            {body(mind)}
            {form(ctx, seen, &errors)}
            {heading_m(t!(ctx, "common-still-to-do"))}
            {body(t!(ctx, "common-not-your-form"))}
            {body(t!(ctx, "common-you-choose"))}
        }
        .into_any()
    })
}

fn rows(ctx: &PageContext, seen: &ConfirmView) -> Vec<Row> {
    let shares = !seen.shared.is_empty();
    let gets = if shares { seen.asker.clone() } else { t!(ctx, "confirm-gets-nobody") };
    let stops = match seen.ends {
        _ if !shares => t!(ctx, "confirm-stops-nothing"),
        Ends::On(date) => t!(ctx, "confirm-stops-date", date = day(ctx.lang, date)),
        // The hour counts from the confirming, which is still to come.
        Ends::CollectUntil(at) => {
            t!(ctx, "confirm-stops-none", date = day(ctx.lang, at.date()))
        }
    };
    let inside = match &seen.file {
        Some(file) => t!(
            ctx,
            "confirm-file-value",
            entries = entries(ctx.lang, file.entries),
            size = file.size(ctx.lang)
        ),
        None => t!(ctx, "confirm-file-none"),
    };
    let again = view! { <a class="govuk-link" href=paths::preview(&seen.id)>{t!(ctx, "confirm-file-again")}</a> };
    let recipients = shares.then(|| {
        let names: Vec<_> =
            seen.recipients.iter().cloned().map(|name| view! { <li>{name}</li> }).collect();
        row(t!(ctx, "request-recipients"), view! { <ul class="govuk-list">{names}</ul> })
    });
    let mut rows = vec![
        row_text(t!(ctx, "confirm-who"), t!(ctx, "confirm-who-you", name = seen.name.clone())),
        row_text(t!(ctx, "confirm-gets"), gets),
    ];
    rows.extend(recipients);
    rows.push(row_text(t!(ctx, "confirm-stops"), stops));
    rows.push(row(t!(ctx, "confirm-file"), view! { {inside}" "{again} }));
    rows
}

/// Nothing is refused as a whole, and still not all goes.
fn in_part(seen: &ConfirmView) -> bool {
    seen.private.is_empty() && (seen.keeps_back || !seen.narrowed.is_empty())
}

fn halves(ctx: &PageContext, seen: &ConfirmView) -> AnyView {
    let none = |titles: &[String], words: String| {
        if titles.is_empty() { vec![words] } else { titles.to_vec() }
    };
    let private = if in_part(seen) {
        (t!(ctx, "confirm-private-part"), vec![t!(ctx, "confirm-private-part-text")])
    } else {
        (
            t!(ctx, "confirm-private-heading", count = seen.private.len()),
            none(&seen.private, t!(ctx, "confirm-none-private")),
        )
    };
    sides(
        (
            t!(ctx, "confirm-share-heading", count = seen.shared.len()),
            none(&seen.shared, t!(ctx, "confirm-none-shared")),
        ),
        private,
    )
}

fn form(ctx: &PageContext, seen: &ConfirmView, errors: &[FieldError]) -> AnyView {
    let (share, private) = (seen.shared.len(), seen.private.len());
    let happens = match (share, private) {
        (0, _) => t!(ctx, "confirm-button-none"),
        _ if in_part(seen) => t!(ctx, "confirm-button-part"),
        (_, 0) => t!(ctx, "confirm-button-all", share = share),
        (1, _) => t!(ctx, "confirm-button-one", private = private),
        _ => t!(ctx, "confirm-button", share = share, private = private),
    };
    let digest = seen.file.as_ref().map(|file| file.digest.clone()).unwrap_or_default();
    view! {
        <form action=paths::confirm(&seen.id) method="post" novalidate>
            <input type="hidden" name="digest" value=digest/>
            <input type="hidden" name="agreed" value=seen.agreed.clone()/>
            {password_field(ctx, "password", t!(ctx, "confirm-password"), Some(t!(ctx, "confirm-password-hint")), "current-password", errors)}
            {button_group(vec![
                button(happens, Some("confirm")),
                second_link_button(t!(ctx, "confirm-change"), paths::choose(&seen.id)),
            ])}
        </form>
    }
    .into_any()
}

// What stood here is not true any more: nothing of it is shown.
fn look_again(ctx: &PageContext, seen: &ConfirmView, errors: &[FieldError]) -> AnyView {
    view! {
        {error_summary(ctx, errors)}
        {request_caption(ctx, &seen.reference)}
        {title(t!(ctx, "confirm-heading"))}
        <div class="govuk-button-group" id="look-again">
            {link_button(t!(ctx, "confirm-look-again"), paths::preview(&seen.id))}
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn sample(wanted: &str) -> ConfirmView {
        let found = samples(Lang::En).into_iter().find(|(name, _)| *name == wanted);
        found.expect("it is a sample").1
    }

    fn shown(seen: &ConfirmView) -> String {
        page(&PageContext::default(), seen).text
    }

    #[test]
    fn that_all_is_shared_is_said_only_where_nothing_is_kept_back() {
        let whole =
            ["You keep nothing private", "You share all that was asked for.", ">Share all 3<"];
        let part = [
            "You keep a part private",
            "You do not share all that was asked for.",
            ">Share what I chose<",
        ];
        let all = sample("all");
        let narrowed =
            ConfirmView { narrowed: sample("narrowed").narrowed, keeps_back: false, ..all.clone() };
        let left_out = ConfirmView { keeps_back: true, ..all.clone() };
        for (seen, said, unsaid) in
            [(all, whole, part), (narrowed, part, whole), (left_out, part, whole)]
        {
            let html = shown(&seen);
            assert!(said.iter().all(|words| html.contains(words)), "{html}");
            assert!(unsaid.iter().all(|words| !html.contains(words)), "{html}");
        }
    }

    #[test]
    fn who_will_see_it_is_said_where_something_is_shared() {
        let html = shown(&sample("part"));
        assert!(html.contains("<li>DWP PIP decision makers</li>"), "{html}");
        let html = shown(&sample("nothing"));
        assert!(!html.contains("DWP PIP decision makers"), "{html}");
    }
}
