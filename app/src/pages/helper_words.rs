//! What somebody with a helper's link sees: no account, no record, no requester; their name, what they are to the
//! claimant, and their account. It tells them no more about the claimant than the claimant let it.

use super::own_words::MOST;
use crate::{
    components::{
        Field, Textarea, body, bullets, button, error_summary, field, heading_l, lead, textarea,
        title,
    },
    forms::FieldError,
    i18n::{Lang, grouped},
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

const FORM: &str = "helper-words";

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelperWordsView {
    /// The link can be used.
    Open(Form),
    /// It was sent.
    Sent,
    /// The link is unknown, used, taken back or too old: never which.
    Gone,
}

/// The form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What stands in the link.
    pub token: String,
    /// The claimant's first name, where it may be shown.
    pub first_name: Option<String>,
    /// Name as typed.
    pub name: String,
    /// Relation as typed.
    pub relation: String,
    /// Each question with its id, its words and what was typed.
    pub points: Vec<PointTyped>,
    /// What to put right.
    pub errors: Vec<FieldError>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointTyped {
    /// Its id.
    pub id: String,
    /// Its words in the page's language.
    pub title: String,
    /// What was typed.
    pub text: String,
}

impl Form {
    /// No name was typed.
    pub fn missing_name() -> FieldError {
        FieldError::new("name", "helper-words-error-name")
    }

    /// What they are to the claimant was not typed.
    pub fn missing_relation() -> FieldError {
        FieldError::new("relation", "helper-words-error-relation")
    }

    /// A name that is too long.
    pub fn too_long_name(field: &'static str) -> FieldError {
        FieldError::new(field, "helper-error-long")
    }

    /// Nothing was written about any question.
    pub fn missing_words(first: &str) -> FieldError {
        FieldError::new(format!("words.{first}"), "helper-words-error-words").with_id("words-1")
    }

    /// Too much was written about the question with this id and these words, at this place, from 0.
    pub fn too_long(point: &str, title: &str, at: usize, by: usize) -> FieldError {
        let error = FieldError::too_long(format!("words.{point}"), by)
            .with("title", title)
            .with_id(format!("words-{}", at + 1));
        FieldError { key: "helper-words-error-long", ..error }
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HelperWordsView) -> Html {
    let errors = matches!(seen, HelperWordsView::Open(form) if !form.errors.is_empty());
    let frame = Frame::new(t!(ctx, "helper-words-title")).with_errors(errors).names_nobody();
    let frame = if matches!(seen, HelperWordsView::Open(_)) { frame.carries(FORM) } else { frame };
    shell::render(ctx, frame, || match seen {
        HelperWordsView::Open(form) => open(ctx, form),
        HelperWordsView::Sent => view! {
            {title(t!(ctx, "helper-words-sent"))}
            {lead(t!(ctx, "helper-words-sent-text"))}
        }
        .into_any(),
        HelperWordsView::Gone => view! {
            {title(t!(ctx, "helper-words-gone"))}
            {lead(t!(ctx, "helper-words-gone-text"))}
        }
        .into_any(),
    })
}

fn open(ctx: &PageContext, form: &Form) -> AnyView {
    let heading = form.first_name.clone().map_or_else(
        || t!(ctx, "helper-words-heading"),
        |name| t!(ctx, "helper-words-heading-name", name = name),
    );
    let input = |name, label, hint, value: &str, autocomplete| Field {
        name,
        label,
        hint,
        kind: "text",
        value: value.to_owned(),
        autocomplete,
    };
    let name = input("name", t!(ctx, "helper-words-name"), None, &form.name, "name");
    let relation = input(
        "relation",
        t!(ctx, "helper-words-relation"),
        Some(t!(ctx, "helper-words-relation-hint")),
        &form.relation,
        "off",
    );
    let prompts = [
        t!(ctx, "helper-words-prompt-see"),
        t!(ctx, "helper-words-prompt-do"),
        t!(ctx, "helper-words-prompt-often"),
    ];
    let points: Vec<_> = form
        .points
        .iter()
        .enumerate()
        .map(|(at, point)| {
            let field = Textarea {
                name: format!("words.{}", point.id),
                id: format!("words-{}", at + 1),
                label: point.title.clone(),
                hint: None,
                value: point.text.clone(),
                rows: 5,
            };
            textarea(ctx, field, &form.errors)
        })
        .collect();
    let path = paths::helper_link(&form.token);
    let next = path.clone();
    view! {
        {error_summary(ctx, &form.errors)}
        {title(heading)}
        {lead(t!(ctx, "helper-words-lead"))}
        {body(t!(ctx, "helper-words-where"))}
        <form id=FORM action=path method="post" novalidate>
            <input type="hidden" name="next" value=next/>
            {field(ctx, name, &form.errors)}
            {field(ctx, relation, &form.errors)}
            {heading_l(t!(ctx, "helper-words-account"))}
            {bullets(prompts.into_iter().map(IntoAny::into_any).collect())}
            {body(t!(ctx, "helper-words-some", most = grouped(u64::try_from(MOST).unwrap_or(u64::MAX))))}
            {points}
            {body(t!(ctx, "helper-words-once"))}
            {button(t!(ctx, "helper-words-send"), Some("send"))}
        </form>
    }
    .into_any()
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, HelperWordsView)> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let point = |id: &str, en: &str, cy: &str| PointTyped {
        id: id.to_owned(),
        title: said(en, cy),
        text: String::new(),
    };
    let empty = Form {
        token: "Yx3k9_a2b4c6d8e0f1g2h3j4k5m6n7p8q9r0s1t2u3v".to_owned(),
        first_name: None,
        name: String::new(),
        relation: String::new(),
        points: vec![
            point("dl1", "Preparing food", "Paratoi bwyd"),
            point("dl9", "Mixing with people", "Cymysgu â phobl"),
        ],
        errors: Vec::new(),
    };
    let named = Form { first_name: Some("Siân".to_owned()), ..empty.clone() };
    let wrong = Form {
        errors: vec![Form::missing_name(), Form::missing_relation(), Form::missing_words("dl1")],
        ..empty.clone()
    };
    let mut long = named.clone();
    long.name = "Ann O’Neill".to_owned();
    long.relation = said("sister", "chwaer");
    for point in long.points.iter_mut().skip(1) {
        // 4,012 letters and signs: 12 too many.
        point.text = format!("{}She needs me for that.", "I go there with her. ".repeat(190));
    }
    let about = said("Mixing with people", "Cymysgu â phobl");
    long.errors = vec![Form::too_long("dl9", &about, 1, 12)];
    vec![
        ("empty", HelperWordsView::Open(empty)),
        ("named", HelperWordsView::Open(named)),
        ("wrong", HelperWordsView::Open(wrong)),
        ("long", HelperWordsView::Open(long)),
        ("sent", HelperWordsView::Sent),
        ("gone", HelperWordsView::Gone),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_named_by_its_question() {
        let ctx = PageContext::default();
        let words = |by| Form::too_long("dl9", "Mixing with people", 1, by).words(&ctx);
        assert_eq!(words(1), "“Mixing with people” is too long. Take out 1 letter or sign");
        assert_eq!(
            words(1200),
            "“Mixing with people” is too long. Take out 1,200 letters or signs"
        );
    }
}
