//! Opening an account with the code from the letter. The password is never written back.

use crate::{
    components::{Field, body, button, error_summary, field, lead, password_field, title},
    forms::FieldError,
    i18n::Lang,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const FORM: &str = "activate";

/// What was typed, and what to put right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActivateView {
    /// The code as typed.
    pub code: String,
    /// The e-mail address as typed.
    pub email: String,
    /// What to put right: `code`, `email`, `password`.
    pub errors: Vec<FieldError>,
}

impl ActivateView {
    /// The code is not one of ours, was used, or is too old: one message for all three.
    pub fn wrong_code() -> FieldError {
        FieldError::new("code", "activate-error-code")
    }

    /// Nothing, or no address, was typed.
    pub fn wrong_email() -> FieldError {
        FieldError::new("email", "activate-error-email")
    }

    /// The address belongs to another account.
    pub fn taken_email() -> FieldError {
        FieldError::new("email", "activate-error-taken")
    }

    /// The password has more characters than this.
    pub fn long_password(most: usize) -> FieldError {
        FieldError::new("password", "activate-error-long").with("most", most.to_string())
    }

    /// The password is one that many people use.
    pub fn common_password() -> FieldError {
        FieldError::new("password", "activate-error-common")
    }

    /// The password is too short.
    pub fn short_password() -> FieldError {
        FieldError::new("password", "activate-error-password")
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ActivateView) -> Html {
    let frame =
        Frame::new(t!(ctx, "activate-title")).with_errors(!seen.errors.is_empty()).carries(FORM);
    shell::render(ctx, frame, || {
        let code = Field {
            name: "code",
            label: t!(ctx, "activate-code"),
            hint: Some(t!(ctx, "activate-code-hint")),
            kind: "text",
            value: seen.code.clone(),
            autocomplete: "one-time-code",
        };
        let email = Field {
            name: "email",
            label: t!(ctx, "activate-email"),
            hint: Some(t!(ctx, "activate-email-hint")),
            kind: "email",
            value: seen.email.clone(),
            autocomplete: "username",
        };
        view! {
            {error_summary(ctx, &seen.errors)}
            {title(t!(ctx, "activate-heading"))}
            {lead(t!(ctx, "activate-lead"))}
            <form id=FORM action=paths::ACTIVATE method="post" novalidate>
                <input type="hidden" name="page" value=ctx.path.clone()/>
                {field(ctx, code, &seen.errors)}
                {field(ctx, email, &seen.errors)}
                {password_field(ctx, "password", t!(ctx, "activate-password"), Some(t!(ctx, "activate-password-hint")), "new-password", &seen.errors)}
                {button(t!(ctx, "activate-button"), None)}
            </form>
            {body(rich!(ctx, "activate-have-account"; sign_in => paths::SIGN_IN))}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, ActivateView)> {
    vec![
        ("empty", ActivateView::default()),
        (
            "errors",
            ActivateView {
                code: "7K2M-9QD".to_owned(),
                email: "nerys".to_owned(),
                errors: vec![
                    ActivateView::wrong_code(),
                    ActivateView::wrong_email(),
                    ActivateView::short_password(),
                ],
            },
        ),
        (
            "other-errors",
            ActivateView {
                code: "7K2M-9QDX-4RTW".to_owned(),
                email: "nerys@example.org".to_owned(),
                errors: vec![ActivateView::taken_email(), ActivateView::common_password()],
            },
        ),
        (
            "long-password",
            ActivateView {
                errors: vec![ActivateView::long_password(256)],
                ..ActivateView::default()
            },
        ),
    ]
}
