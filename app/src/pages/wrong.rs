//! Saying that an entry of the record is wrong: what is wrong, what is to become of the entry meanwhile, and a ready
//! letter to the practice. The record is never changed here, and no letter is ever sent from here.

mod samples;
#[cfg(test)]
mod tests;

pub use samples::samples;

use crate::{
    components::{
        Textarea, body, bullets, button, error_message, error_summary, heading_l, lead,
        link_button, request_caption, row_text, second_button, summary_list, textarea, title,
    },
    forms::FieldError,
    i18n::long_day,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::Date;

const FORM: &str = "mark";
/// The most characters of what is wrong: as many as the letter takes.
pub const MOST: usize = 2000;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// The entry's key, for links.
    pub key: String,
    /// The entry in words.
    pub line: String,
    /// Whether a statement can go along: the title of the item under which it goes.
    pub statement_under: Option<String>,
    /// By when DWP asks for an answer, where it waits for one.
    pub reply_by: Option<Date>,
    /// Today.
    pub today: Date,
    /// Where the claimant is.
    pub stage: Stage,
}

/// Where the claimant is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Saying what is wrong.
    Asking {
        /// What is wrong, as typed.
        wrong: String,
        /// What is to become of the entry, as ticked.
        meanwhile: Option<Meanwhile>,
        /// The statement, as typed.
        statement: String,
        /// What to put right.
        errors: Vec<FieldError>,
    },
    /// It is marked.
    Marked {
        /// What is wrong.
        wrong: String,
        /// What is to become of the entry.
        meanwhile: Meanwhile,
        /// The statement.
        statement: Option<String>,
    },
}

/// What is to become of an entry meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meanwhile {
    /// It stays out.
    LeaveOut,
    /// Nothing is decided yet.
    Wait,
    /// It goes with a statement.
    Statement,
}

impl Meanwhile {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::LeaveOut, Self::Wait, Self::Statement];

    /// The value in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::LeaveOut => "leave-out",
            Self::Wait => "wait",
            Self::Statement => "statement",
        }
    }

    /// Reads a value of the form.
    pub fn from_value(value: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.value() == value)
    }
}

impl WrongView {
    /// It was not said what is wrong.
    pub fn missing() -> FieldError {
        FieldError::new("wrong", "wrong-error-missing")
    }

    /// Too much was written in a field.
    pub fn too_long(field: &'static str, by: usize) -> FieldError {
        FieldError::too_long(field, by)
    }

    /// It was not said what is to become of it.
    pub fn not_chosen() -> FieldError {
        FieldError::new("meanwhile", "wrong-error-meanwhile").with_id("meanwhile-1")
    }

    /// There is no statement to send.
    pub fn missing_statement() -> FieldError {
        FieldError::new("statement", "wrong-error-statement")
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &WrongView) -> Html {
    let asking = matches!(seen.stage, Stage::Asking { .. });
    let errors = matches!(&seen.stage, Stage::Asking { errors, .. } if !errors.is_empty());
    let frame = Frame::new(t!(ctx, "wrong-title"))
        .at(Place::Requests)
        .back(t!(ctx, "wrong-back"), paths::preview(&seen.id))
        .with_errors(errors);
    let frame = if asking { frame.carries(FORM) } else { frame };
    shell::render(ctx, frame, || match &seen.stage {
        Stage::Asking { wrong, meanwhile, statement, errors } => {
            ask(ctx, seen, (wrong, *meanwhile, statement), errors)
        }
        Stage::Marked { wrong, meanwhile, statement } => {
            marked(ctx, seen, wrong, *meanwhile, statement.as_deref())
        }
    })
}

fn ask(
    ctx: &PageContext,
    seen: &WrongView,
    (wrong, meanwhile, statement): (&str, Option<Meanwhile>, &str),
    errors: &[FieldError],
) -> AnyView {
    let path = paths::wrong(&seen.id, &seen.key);
    let next = path.clone();
    let what = Textarea {
        name: "wrong".to_owned(),
        id: "wrong".to_owned(),
        label: t!(ctx, "wrong-what"),
        hint: Some(t!(ctx, "wrong-what-hint")),
        value: wrong.to_owned(),
        rows: 6,
    };
    let said = seen.statement_under.clone().map(|item| Textarea {
        name: "statement".to_owned(),
        id: "statement".to_owned(),
        label: t!(ctx, "wrong-statement"),
        hint: Some(t!(ctx, "wrong-statement-hint", item = item)),
        value: statement.to_owned(),
        rows: 5,
    });
    let not_asked = said.is_none().then(|| body(t!(ctx, "wrong-statement-not-asked")));
    view! {
        {error_summary(ctx, errors)}
        {request_caption(ctx, &seen.reference)}
        {title(t!(ctx, "wrong-title"))}
        {summary_list(vec![row_text(t!(ctx, "wrong-entry"), seen.line.clone())])}
        {lead(t!(ctx, "wrong-lead"))}
        <form id=FORM action=path method="post" novalidate>
            <input type="hidden" name="next" value=next/>
            {textarea(ctx, what, errors)}
            {choices(ctx, seen, meanwhile, errors)}
            {said.map(|said| textarea(ctx, said, errors))}
            {not_asked}
            {button(t!(ctx, "wrong-mark"), Some("mark"))}
        </form>
        {body(t!(ctx, "wrong-law"))}
    }
    .into_any()
}

fn choices(
    ctx: &PageContext,
    seen: &WrongView,
    ticked: Option<Meanwhile>,
    errors: &[FieldError],
) -> AnyView {
    let offered = Meanwhile::ALL
        .into_iter()
        .filter(|one| *one != Meanwhile::Statement || seen.statement_under.is_some());
    let rows: Vec<_> = offered
        .enumerate()
        .map(|(at, one)| {
            let words = match one {
                Meanwhile::LeaveOut => t!(ctx, "wrong-leave-out"),
                Meanwhile::Wait => t!(ctx, "wrong-wait"),
                Meanwhile::Statement => t!(ctx, "wrong-send"),
            };
            let id = format!("meanwhile-{}", at + 1);
            view! {
                <div class="govuk-radios__item">
                    <input class="govuk-radios__input" id=id.clone() name="meanwhile" type="radio" value=one.value() checked=ticked == Some(one)/>
                    <label class="govuk-label govuk-radios__label" r#for=id>{words}</label>
                </div>
            }
        })
        .collect();
    let error = error_message(ctx, errors, "meanwhile");
    let described = error.is_some().then_some("meanwhile-error");
    let group = if error.is_some() {
        "govuk-form-group govuk-form-group--error"
    } else {
        "govuk-form-group"
    };
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!(ctx, "wrong-meanwhile")}</legend>
                {error}
                <div class="govuk-radios">{rows}</div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn marked(
    ctx: &PageContext,
    seen: &WrongView,
    wrong: &str,
    meanwhile: Meanwhile,
    statement: Option<&str>,
) -> AnyView {
    let what = match meanwhile {
        Meanwhile::LeaveOut => t!(ctx, "wrong-done-leave-out"),
        Meanwhile::Wait => t!(ctx, "wrong-done-wait"),
        Meanwhile::Statement => t!(ctx, "wrong-done-statement"),
    };
    let by = seen.reply_by.filter(|_| meanwhile == Meanwhile::Wait).map(|by| {
        let date = long_day(ctx.lang, by);
        body(if by < seen.today {
            t!(ctx, "request-when-late", date = date)
        } else {
            t!(ctx, "request-when-open", date = date)
        })
    });
    let mut rows = vec![
        row_text(t!(ctx, "wrong-entry"), seen.line.clone()),
        row_text(t!(ctx, "wrong-what"), wrong.to_owned()),
    ];
    rows.extend(statement.map(|text| row_text(t!(ctx, "wrong-statement"), text.to_owned())));
    let on = match meanwhile {
        Meanwhile::LeaveOut | Meanwhile::Statement => {
            link_button(t!(ctx, "wrong-on-preview"), paths::preview(&seen.id))
        }
        Meanwhile::Wait => link_button(t!(ctx, "wrong-on-requests"), paths::REQUESTS.to_owned()),
    };
    let letter = [
        t!(ctx, "wrong-letter-reads"),
        t!(ctx, "wrong-letter-month"),
        t!(ctx, "wrong-letter-note"),
    ];
    view! {
        {request_caption(ctx, &seen.reference)}
        {title(t!(ctx, "wrong-done-title"))}
        {lead(what)}
        {by}
        {summary_list(rows)}
        {on}
        {heading_l(t!(ctx, "wrong-letter-heading"))}
        {bullets(letter.into_iter().map(IntoAny::into_any).collect())}
        <form action=paths::correction_letter(&seen.id) method="post">
            <input type="hidden" name="entry" value=seen.line.clone()/>
            <input type="hidden" name="wrong" value=wrong.to_owned()/>
            {second_button(t!(ctx, "wrong-letter"), None)}
        </form>
        <form action=paths::wrong(&seen.id, &seen.key) method="post">
            {second_button(t!(ctx, "wrong-unmark"), Some("unmark"))}
        </form>
    }
    .into_any()
}
