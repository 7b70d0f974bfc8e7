//! Checking a receipt, for anybody. Without a script a form sends the file here, and the page says so; with one the same
//! check runs in the browser and nothing is sent. Nothing that is given here is kept.

mod said;
mod samples;

pub use samples::samples;

use crate::{
    check_form::{FILE, KEY, PAPER, QUORUM, TEXT, ToPutRight, WITNESSES},
    check_words::Said,
    components::{
        Textarea, body, button, details, error_message, error_summary, heading_m, lead, textarea,
        title,
    },
    forms::FieldError,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// What was given, and what it came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyView {
    /// What was pasted.
    pub text: String,
    /// What the paper says, as typed.
    pub paper: String,
    /// The keys to trust: this portal's own, or what was typed.
    pub keys: String,
    /// The witnesses to count, likewise.
    pub witnesses: String,
    /// How many of them must have signed, likewise.
    pub quorum: String,
    /// What checking came to.
    pub said: Option<Said>,
    /// What to put right.
    pub errors: Vec<FieldError>,
}

impl VerifyView {
    /// What to put right, at its field.
    #[must_use]
    pub fn error(wrong: ToPutRight) -> FieldError {
        FieldError::new(wrong.field(), wrong.message())
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &VerifyView) -> Html {
    let frame =
        Frame::new(t!(ctx, "verify-title")).with_errors(!seen.errors.is_empty()).with_check();
    shell::render(ctx, frame, || {
        view! {
            {error_summary(ctx, &seen.errors)}
            {title(t!(ctx, "verify-title"))}
            {said::region(ctx, seen.said.as_ref())}
            <h2 id="verify-another" class="govuk-heading-l" hidden=seen.said.is_none()>{t!(ctx, "verify-another")}</h2>
            {lead(t!(ctx, "verify-lead"))}
            <div class="govuk-inset-text">
                <p id="verify-sent">{t!(ctx, "verify-sent")}</p>
                <p id="verify-stays" hidden=true>{t!(ctx, "verify-stays")}</p>
            </div>
            {form(ctx, seen)}
            {body(rich!(ctx, "verify-offline", code = "sayso receipt verify"))}
        }
    })
}

fn form(ctx: &PageContext, seen: &VerifyView) -> AnyView {
    let text = Textarea {
        name: TEXT.to_owned(),
        id: TEXT.to_owned(),
        label: t!(ctx, "verify-text"),
        hint: None,
        value: seen.text.clone(),
        rows: 4,
    };
    let wrong = seen.errors.iter().any(|error| [KEY, WITNESSES, QUORUM].contains(&error.id()));
    let trust = trust(ctx, seen);
    let summary = t!(ctx, "verify-trust");
    // What is wrong inside is not hidden.
    let trust = if wrong {
        view! { {heading_m(summary)}{trust} }.into_any()
    } else {
        details(summary, trust)
    };
    view! {
        <form id="verify" class="say-check" action=paths::VERIFY method="post" enctype="multipart/form-data" novalidate>
            {file(ctx, &seen.errors)}
            {textarea(ctx, text, &seen.errors)}
            {line(ctx, PAPER, t!(ctx, "verify-paper"), t!(ctx, "verify-paper-hint"), &seen.paper, &seen.errors)}
            {trust}
            {button(t!(ctx, "verify-button"), None)}
        </form>
    }
    .into_any()
}

fn file(ctx: &PageContext, errors: &[FieldError]) -> AnyView {
    let error = error_message(ctx, errors, FILE);
    let (group, described) = described(FILE, error.is_some());
    view! {
        <div class=group>
            <label class="govuk-label govuk-label--m" r#for=FILE>{t!(ctx, "verify-file")}</label>
            <div id=format!("{FILE}-hint") class="govuk-hint">{t!(ctx, "verify-file-hint")}</div>
            {error}
            <input class="govuk-file-upload" id=FILE name=FILE type="file" accept=".json,application/json" aria-describedby=described/>
        </div>
    }
    .into_any()
}

fn line(
    ctx: &PageContext,
    name: &'static str,
    label: String,
    hint: String,
    value: &str,
    errors: &[FieldError],
) -> AnyView {
    let error = error_message(ctx, errors, name);
    let (group, described) = described(name, error.is_some());
    let input = if error.is_some() { "govuk-input govuk-input--error" } else { "govuk-input" };
    view! {
        <div class=group>
            <label class="govuk-label govuk-label--m" r#for=name>{label}</label>
            <div id=format!("{name}-hint") class="govuk-hint">{hint}</div>
            {error}
            <input class=input id=name name=name type="text" autocomplete="off" spellcheck="false" autocapitalize="none" value=value.to_owned() aria-describedby=described/>
        </div>
    }
    .into_any()
}

fn described(name: &str, error: bool) -> (&'static str, String) {
    if error {
        ("govuk-form-group govuk-form-group--error", format!("{name}-hint {name}-error"))
    } else {
        ("govuk-form-group", format!("{name}-hint"))
    }
}

/// Whom the check believes. The portal's own keys stand there; who does not want to take them from the portal brings
/// them from elsewhere.
fn trust(ctx: &PageContext, seen: &VerifyView) -> AnyView {
    let area = |name: &str, label: String, hint: String, value: &str| Textarea {
        name: name.to_owned(),
        id: name.to_owned(),
        label,
        hint: Some(hint),
        value: value.to_owned(),
        rows: 3,
    };
    let keys = area(KEY, t!(ctx, "verify-key"), t!(ctx, "verify-key-hint"), &seen.keys);
    let witnesses = area(
        WITNESSES,
        t!(ctx, "verify-witnesses"),
        t!(ctx, "verify-witnesses-hint"),
        &seen.witnesses,
    );
    view! {
        {body(t!(ctx, "verify-trust-why"))}
        {textarea(ctx, keys, &seen.errors)}
        {textarea(ctx, witnesses, &seen.errors)}
        {line(ctx, QUORUM, t!(ctx, "verify-quorum"), t!(ctx, "verify-quorum-hint"), &seen.quorum, &seen.errors)}
    }
    .into_any()
}
