//! The account: who they are here, the password, the sessions, the language.
//! No password is ever written back into the page.

mod samples;

pub use samples::samples;

use crate::{
    components::{
        body, button, error_summary, heading_l, hidden, password_field, reference, row, row_text,
        second_button, summary_list, title,
    },
    forms::FieldError,
    i18n::{Lang, day_and_time},
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
pub struct AccountView {
    /// The person's name.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Their NHS number, as people write it.
    pub nhs_number: Option<String>,
    /// Where they are signed in; this place first.
    pub sessions: Vec<Session>,
    /// The least number of characters of a password.
    pub password_min: u32,
    /// What was just done.
    pub done: Option<Done>,
    /// What went wrong, in the order of the page.
    pub faults: Vec<Fault>,
}

/// One place where they are signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// What the form sends back for it; never the session's secret.
    pub id: String,
    /// What it is.
    pub device: Device,
    /// Since when.
    pub since: PrimitiveDateTime,
    /// When it was last used.
    pub used: PrimitiveDateTime,
    /// Whether it is this one.
    pub here: bool,
}

/// What they sign in with, by names that everybody knows; whatever else a browser says of itself is not kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Device {
    /// The browser: one of [`Device::BROWSERS`].
    pub browser: Option<&'static str>,
    /// What it runs on: one of [`Device::SYSTEMS`].
    pub system: Option<&'static str>,
}

impl Device {
    /// Browsers, each with the name that people know it by.
    pub const BROWSERS: [(&'static str, &'static str); 6] = [
        ("chrome", "Chrome"),
        ("edge", "Edge"),
        ("firefox", "Firefox"),
        ("opera", "Opera"),
        ("safari", "Safari"),
        ("samsung", "Samsung Internet"),
    ];
    /// What they run on, each with the name that people know it by.
    pub const SYSTEMS: [(&'static str, &'static str); 7] = [
        ("android", "Android"),
        ("chromeos", "ChromeOS"),
        ("ipad", "iPad"),
        ("iphone", "iPhone"),
        ("linux", "Linux"),
        ("mac", "Mac"),
        ("windows", "Windows"),
    ];

    /// Reads a device as it is kept, such as `chrome/android`. What is not known is left out.
    pub fn from_code(code: &str) -> Self {
        let (browser, system) = code.split_once('/').unwrap_or_default();
        let known = |names: &[(&'static str, &'static str)], code: &str| {
            names.iter().map(|(known, _)| *known).find(|known| *known == code)
        };
        Self { browser: known(&Self::BROWSERS, browser), system: known(&Self::SYSTEMS, system) }
    }

    /// As it is kept.
    pub fn code(self) -> String {
        format!("{}/{}", self.browser.unwrap_or_default(), self.system.unwrap_or_default())
    }

    // The name of the case in the message files, and the names that stand in it.
    pub(crate) fn parts(self) -> (&'static str, &'static str, &'static str) {
        let name = |names: &[(&'static str, &'static str)], code: Option<&str>| {
            let found = names.iter().find(|(known, _)| Some(*known) == code);
            found.map(|(_, name)| *name).unwrap_or_default()
        };
        let case = match (self.browser, self.system) {
            (Some(_), Some(_)) => "both",
            (Some(_), None) => "browser",
            (None, Some(_)) => "system",
            (None, None) => "other",
        };
        (case, name(&Self::BROWSERS, self.browser), name(&Self::SYSTEMS, self.system))
    }
}

/// What was just done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// The password was changed, and other sessions ended.
    PasswordChanged,
    /// A session was ended.
    SessionEnded,
    /// A session had ended before.
    SessionUnknown,
}

/// What can go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The current password is missing.
    CurrentMissing,
    /// The current password is not right.
    CurrentWrong,
    /// Too many tries.
    TooManyTries {
        /// How long to wait.
        minutes: u32,
    },
    /// The new password is missing.
    NewMissing,
    /// The new password is too short.
    NewTooShort {
        /// The least number of characters.
        min: u32,
    },
    /// The new password is too long.
    NewTooLong {
        /// The greatest number of characters.
        max: u32,
    },
    /// The new password is the old one.
    NewIsOld,
    /// The new password is one that many people use.
    NewIsCommon,
}

impl Fault {
    fn error(self) -> FieldError {
        let current = |key| FieldError::new("current_password", key);
        let new = |key| FieldError::new("new_password", key);
        match self {
            Self::CurrentMissing => current("account-error-current-empty"),
            Self::CurrentWrong => current("account-error-current-wrong"),
            Self::TooManyTries { minutes: 0 | 1 } => current("account-error-wait-one"),
            Self::TooManyTries { minutes } => {
                current("account-error-wait").with("minutes", minutes.to_string())
            }
            Self::NewMissing => new("account-error-new-empty"),
            Self::NewTooShort { min } => {
                new("account-error-new-short").with("min", min.to_string())
            }
            Self::NewTooLong { max } => new("account-error-new-long").with("max", max.to_string()),
            Self::NewIsOld => new("account-error-new-same"),
            Self::NewIsCommon => new("account-error-new-common"),
        }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &AccountView) -> Html {
    let frame = Frame::new(t!(ctx, "account-title"))
        .at(Place::Account)
        .with_errors(!seen.faults.is_empty());
    shell::render(ctx, frame, || {
        let errors: Vec<FieldError> = seen.faults.iter().map(|fault| fault.error()).collect();
        let done = seen.done.map(|done| {
            let words = match done {
                Done::PasswordChanged => t!(ctx, "account-changed"),
                Done::SessionEnded => t!(ctx, "account-session-ended"),
                Done::SessionUnknown => t!(ctx, "account-session-unknown"),
            };
            view! { <p class="say-bold" role="status">{words}</p> }
        });
        view! {
            {error_summary(ctx, &errors)}
            {done}
            {title(t!(ctx, "account-heading"))}
            {details_list(ctx, seen)}
            {password(ctx, seen, &errors)}
            {sessions(ctx, seen)}
            {language(ctx)}
        }
    })
}

fn details_list(ctx: &PageContext, seen: &AccountView) -> AnyView {
    let mut rows = vec![
        row_text(t!(ctx, "account-name"), seen.name.clone()),
        row_text(t!(ctx, "account-email"), seen.email.clone()),
    ];
    if let Some(number) = &seen.nhs_number {
        rows.push(row(t!(ctx, "account-nhs"), reference(number.clone())));
    }
    view! {
        {heading_l(t!(ctx, "account-details"))}
        {summary_list(rows)}
        {body(rich!(ctx, "account-details-wrong"; help => paths::HELP_REACH))}
        {body(view! { <a class="govuk-link" href=paths::SOURCES>{t!(ctx, "account-records")}</a> })}
    }
    .into_any()
}

fn password(ctx: &PageContext, seen: &AccountView, errors: &[FieldError]) -> AnyView {
    let hint = t!(ctx, "account-new-hint", min = seen.password_min);
    view! {
        {heading_l(t!(ctx, "account-password-heading"))}
        <form action=paths::ACCOUNT method="post" novalidate>
            // So that a password manager knows whose password it is.
            <input type="text" name="username" autocomplete="username" value=seen.email.clone() hidden readonly/>
            {password_field(ctx, "current_password", t!(ctx, "account-current"), None, "current-password", errors)}
            {password_field(ctx, "new_password", t!(ctx, "account-new"), Some(hint), "new-password", errors)}
            {button(t!(ctx, "account-change"), Some("change-password"))}
        </form>
    }
    .into_any()
}

fn sessions(ctx: &PageContext, seen: &AccountView) -> AnyView {
    let rows: Vec<_> = seen.sessions.iter().map(|session| one(ctx, session)).collect();
    // Whoever is signed in here only signs out in the menu.
    let others = rows.len() > 1;
    view! {
        {heading_l(t!(ctx, "account-sessions-heading"))}
        {others.then(|| body(t!(ctx, "account-sessions-text")))}
        <ul class="say-list" id="sessions">{rows}</ul>
        {others.then(|| everywhere(ctx))}
    }
    .into_any()
}

fn everywhere(ctx: &PageContext) -> AnyView {
    view! {
        {body(t!(ctx, "account-everywhere-text"))}
        <form action=paths::ACCOUNT method="post">
            {second_button(t!(ctx, "account-everywhere"), Some("sign-out-everywhere"))}
        </form>
    }
    .into_any()
}

fn one(ctx: &PageContext, session: &Session) -> AnyView {
    let (case, browser, system) = session.device.parts();
    let device =
        t!(ctx, "account-session-device", device = case, browser = browser, system = system);
    let since = day_and_time(ctx.lang, session.since);
    let used = day_and_time(ctx.lang, session.used);
    let end = if session.here {
        view! { <p>{t!(ctx, "account-session-this")}</p> }.into_any()
    } else {
        let about =
            t!(ctx, "account-session-end-for", device = device.clone(), since = since.clone());
        view! {
            <form action=paths::ACCOUNT method="post">
                <input type="hidden" name="session" value=session.id.clone()/>
                <button class="govuk-button govuk-button--secondary say-small" type="submit" name="action" value="end-session">{t!(ctx, "account-session-end")}{hidden(about)}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="say-row">
            <h3>{device}</h3>
            <p class="say-soft">{t!(ctx, "account-session-since", since = since, used = used)}</p>
            {end}
        </li>
    }
    .into_any()
}

fn language(ctx: &PageContext) -> AnyView {
    let radios: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let words = match lang {
                Lang::En => t!(ctx, "account-language-en"),
                Lang::Cy => t!(ctx, "account-language-cy"),
            };
            let id = format!("lang-{}", lang.code());
            view! {
                <div class="govuk-radios__item">
                    <input class="govuk-radios__input" id=id.clone() name="lang" type="radio" value=lang.code() checked=lang == ctx.lang/>
                    <label class="govuk-label govuk-radios__label" r#for=id>{words}</label>
                </div>
            }
        })
        .collect();
    view! {
        {heading_l(t!(ctx, "account-language-heading"))}
        <form action=paths::LANGUAGE method="post">
            <input type="hidden" name="next" value=paths::ACCOUNT/>
            <div class="govuk-form-group">
                <fieldset class="govuk-fieldset">
                    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!(ctx, "account-language")}</legend>
                    <div class="govuk-radios">{radios}</div>
                </fieldset>
            </div>
            {second_button(t!(ctx, "account-language-save"), None)}
        </form>
    }
    .into_any()
}
