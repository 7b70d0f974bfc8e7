//! Signing in. One message for a wrong address and a wrong password; neither is said to exist.

use crate::{
    components::{Field, body, button, error_summary, field, password_field, title},
    forms::{FieldError, Pairs, SignInForm},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const FORM: &str = "sign-in";

/// What was typed, and what to put right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignInView {
    /// The e-mail address as typed.
    pub email: String,
    /// The page to go on to.
    pub next: String,
    /// What was typed on another page when the session had ended: it comes back there after signing in.
    pub typed: Pairs,
    /// Whether they were signed out by time.
    pub ended: bool,
    /// What to put right: `email`, `password`.
    pub errors: Vec<FieldError>,
}

impl SignInView {
    /// The address and the password do not belong together.
    pub fn wrong() -> FieldError {
        FieldError::new("email", "sign-in-error-wrong")
    }

    /// No address was typed.
    pub fn missing_email() -> FieldError {
        FieldError::new("email", "sign-in-error-email")
    }

    /// No password was typed.
    pub fn missing_password() -> FieldError {
        FieldError::new("password", "sign-in-error-password")
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &SignInView) -> Html {
    let frame =
        Frame::new(t!(ctx, "sign-in-title")).with_errors(!seen.errors.is_empty()).carries(FORM);
    // A page that answered a form has no address of its own to come back to.
    let here = if seen.ended { paths::SIGN_IN.to_owned() } else { ctx.path.clone() };
    shell::render(ctx, frame, || {
        let email = Field {
            name: "email",
            label: t!(ctx, "sign-in-email"),
            hint: None,
            kind: "email",
            value: seen.email.clone(),
            autocomplete: "username",
        };
        view! {
            {error_summary(ctx, &seen.errors)}
            {title(t!(ctx, "sign-in-title"))}
            {seen.ended.then(|| body(t!(ctx, "sign-in-ended")))}
            {(!seen.typed.is_empty()).then(|| body(t!(ctx, "sign-in-ended-typed")))}
            <form id=FORM action=paths::SIGN_IN method="post" novalidate>
                <input type="hidden" name="page" value=here/>
                <input type="hidden" name="next" value=seen.next.clone()/>
                {carried(&seen.typed)}
                {field(ctx, email, &seen.errors)}
                {password_field(ctx, "password", t!(ctx, "sign-in-password"), None, "current-password", &seen.errors)}
                {button(t!(ctx, "sign-in-title"), None)}
            </form>
            <ul class="govuk-list govuk-list--spaced">
                <li><a class="govuk-link" href=paths::RECOVER>{t!(ctx, "sign-in-forgotten")}</a></li>
                <li><a class="govuk-link" href=paths::ACTIVATE>{t!(ctx, "sign-in-code")}</a></li>
            </ul>
            {body(t!(ctx, "sign-in-never"))}
        }
    })
}

fn carried(typed: &Pairs) -> Vec<AnyView> {
    let one = |(name, value): &(String, String)| {
        let name = format!("{}{name}", SignInForm::TYPED);
        view! { <input type="hidden" name=name value=value.clone()/> }.into_any()
    };
    typed.iter().map(one).collect()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, SignInView)> {
    let typed = SignInView {
        email: "nerys@example.org".to_owned(),
        next: paths::REQUESTS.to_owned(),
        ..SignInView::default()
    };

    vec![
        ("empty", SignInView::default()),
        ("wrong", SignInView { errors: vec![SignInView::wrong()], ..typed.clone() }),
        (
            "missing",
            SignInView {
                email: String::new(),
                errors: vec![SignInView::missing_email(), SignInView::missing_password()],
                ..typed
            },
        ),
    ]
}
