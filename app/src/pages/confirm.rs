//! Confirming a decision: who acts, what goes and what stays, the password again.
//! The button says what happens. The page records nothing by itself.

use super::preview::{FileSeen, Narrowed, entries, narrowed_list};
use crate::{
    components::{
        Row, always, body, button, button_group, digest, error_summary, heading_m, lead,
        link_button, password_field, request_caption, row, row_text, second_link_button, sides,
        summary_list, title,
    },
    forms::FieldError,
    i18n::{Lang, day, day_and_time},
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
    /// The claimant's name.
    pub name: String,
    /// Titles of what is shared, in the page's language.
    pub shared: Vec<String>,
    /// Titles of what is kept private.
    pub private: Vec<String>,
    /// Of what less goes than was asked for.
    pub narrowed: Vec<Narrowed>,
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
            {body(t!(ctx, "common-not-your-form"))}
            {body(t!(ctx, "common-you-choose"))}
            {form(ctx, seen, &errors)}
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
        Ends::CollectUntil(at) => t!(ctx, "confirm-stops-none", until = day_and_time(ctx.lang, at)),
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
    vec![
        row_text(t!(ctx, "confirm-who"), t!(ctx, "confirm-who-you", name = seen.name.clone())),
        row_text(t!(ctx, "confirm-gets"), gets),
        row_text(t!(ctx, "confirm-stops"), stops),
        row(t!(ctx, "confirm-file"), view! { {inside}" "{again} }),
    ]
}

fn halves(ctx: &PageContext, seen: &ConfirmView) -> AnyView {
    let none = |titles: &[String], words: String| {
        if titles.is_empty() { vec![words] } else { titles.to_vec() }
    };
    sides(
        (
            t!(ctx, "confirm-share-heading", count = seen.shared.len()),
            none(&seen.shared, t!(ctx, "confirm-none-shared")),
        ),
        (
            t!(ctx, "confirm-private-heading", count = seen.private.len()),
            none(&seen.private, t!(ctx, "confirm-none-private")),
        ),
    )
}

fn form(ctx: &PageContext, seen: &ConfirmView, errors: &[FieldError]) -> AnyView {
    let (share, private) = (seen.shared.len(), seen.private.len());
    let happens = match (share, private) {
        (0, _) => t!(ctx, "confirm-button-none"),
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

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, ConfirmView)> {
    use super::preview::sample_file;
    use time::macros::{date, datetime};
    let [conditions, medicines, mental]: [String; 3] = match lang {
        Lang::En => ["Conditions and diagnoses", "Medicines, now and before", "Mental health"],
        Lang::Cy => {
            ["Cyflyrau a diagnosisau", "Meddyginiaethau, nawr ac o’r blaen", "Iechyd meddwl"]
        }
    }
    .map(Into::into);
    let part = ConfirmView {
        id: "01936b7e-0000-7000-8000-000000000001".into(),
        reference: "SR 7K2M-9QDX".into(),
        asker: "Maximus, PIP team, Leeds".into(),
        name: "Nerys Bello".into(),
        shared: vec![conditions.clone(), medicines.clone()],
        private: vec![mental.clone()],
        agreed: "ab".repeat(32),
        narrowed: Vec::new(),
        ends: Ends::On(date!(2027 - 02 - 04)),
        file: Some(sample_file()),
        fault: None,
    };
    let with = |fault: Fault| ConfirmView { fault: Some(fault), ..part.clone() };
    vec![
        ("part", part.clone()),
        (
            "no-end-date",
            ConfirmView {
                ends: Ends::CollectUntil(datetime!(2027-02-22 15:26)),
                shared: vec![conditions.clone()],
                private: vec![medicines.clone(), mental.clone()],
                ..part.clone()
            },
        ),
        (
            "all",
            ConfirmView {
                shared: vec![conditions.clone(), medicines.clone(), mental.clone()],
                private: Vec::new(),
                ..part.clone()
            },
        ),
        (
            "nothing",
            ConfirmView {
                shared: Vec::new(),
                private: vec![conditions, medicines, mental],
                file: None,
                ..part.clone()
            },
        ),
        (
            "narrowed",
            ConfirmView {
                narrowed: vec![Narrowed {
                    title: part.shared.first().cloned().unwrap_or_default(),
                    from: Some(date!(2024 - 03 - 01)),
                    to: None,
                    one_provider: true,
                }],
                ..part.clone()
            },
        ),
        ("password-missing", with(Fault::PasswordMissing)),
        ("password-wrong", with(Fault::PasswordWrong)),
        ("too-many-tries", with(Fault::TooManyTries { minutes: 15 })),
        ("too-many-tries-one-minute", with(Fault::TooManyTries { minutes: 1 })),
        ("record-changed", with(Fault::RecordChanged)),
        ("answered-meanwhile", with(Fault::AnsweredMeanwhile)),
        ("preview-gone", with(Fault::PreviewGone)),
    ]
}
