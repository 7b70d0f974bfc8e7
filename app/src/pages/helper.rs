//! Asking somebody who helps for their account: a link that is shown once, what came of it, and ending or deleting it.

mod samples;

pub use samples::samples;

use crate::{
    components::{
        Field, Textarea, body, bullets, button, error_summary, field, heading_l, heading_m, hidden,
        lead, request_caption, second_button, small_textarea, title,
    },
    forms::FieldError,
    i18n::day,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::Date;

const FORM: &str = "helper";

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HelperView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// The item under which a helper's words go: its title, word for word; none where it is not asked for.
    pub item: Option<String>,
    /// Whether a link can still be made.
    pub open: bool,
    /// The link that was just made: shown this once.
    pub made: Option<Made>,
    /// Links that can still be used.
    pub links: Vec<Link>,
    /// What helpers wrote.
    pub words: Vec<Words>,
    /// The name as typed.
    pub name: String,
    /// What to put right.
    pub errors: Vec<FieldError>,
}

/// A link that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The whole address.
    pub address: String,
    /// For whom.
    pub name: String,
    /// The last day on which it works.
    pub until: Date,
}

/// A link that can still be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its id in the form; not its secret.
    pub id: String,
    /// For whom.
    pub name: String,
    /// The last day on which it works.
    pub until: Date,
}

/// What a helper wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Its id in the form.
    pub id: String,
    /// Their name.
    pub name: String,
    /// What they are to the claimant.
    pub relation: String,
    /// When it came.
    pub on: Date,
    /// Each question with what they wrote.
    pub words: Vec<(String, String)>,
    /// What keeps it from going, in plain words.
    pub held: Vec<super::words::Stays>,
}

impl HelperView {
    /// No name was typed.
    pub fn missing_name() -> FieldError {
        FieldError::new("name", "helper-error-name")
    }

    /// The name is too long.
    pub fn long_name() -> FieldError {
        FieldError::new("name", "helper-error-long")
    }

    /// There are as many as there can be.
    pub fn too_many() -> FieldError {
        FieldError::new("name", "helper-error-many")
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &HelperView) -> Html {
    let frame = Frame::new(t!(ctx, "helper-title"))
        .at(Place::Requests)
        .back(t!(ctx, "own-words-back"), paths::words(&seen.id))
        .with_errors(!seen.errors.is_empty());
    let has_form = seen.open && seen.item.is_some();
    let frame = if has_form { frame.carries(FORM) } else { frame };
    shell::render(ctx, frame, || {
        view! {
            {error_summary(ctx, &seen.errors)}
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "helper-title"))}
            {has_form.then(|| lead(t!(ctx, "helper-lead")))}
            {seen.made.as_ref().map(|made| just_made(ctx, made))}
            {ask(ctx, seen)}
            {links(ctx, seen)}
            {words(ctx, seen)}
        }
    })
}

fn ask(ctx: &PageContext, seen: &HelperView) -> AnyView {
    let Some(item) = seen.item.clone().filter(|_| seen.open) else {
        let words =
            if seen.open { t!(ctx, "words-helper-not-asked") } else { t!(ctx, "words-closed") };
        return body(words);
    };
    let rules = [
        t!(ctx, "helper-rule-once"),
        t!(ctx, "helper-rule-sees"),
        t!(ctx, "helper-rule-yours", item = item),
    ];
    let name = Field {
        name: "name",
        label: t!(ctx, "helper-name"),
        hint: Some(t!(ctx, "helper-name-hint")),
        kind: "text",
        value: seen.name.clone(),
        autocomplete: "off",
    };
    // Right after one link the next thing is to copy it, not to make another.
    let make = match &seen.made {
        Some(_) => second_button(t!(ctx, "helper-make-another"), Some("make")),
        None => button(t!(ctx, "helper-make"), Some("make")),
    };
    view! {
        {bullets(rules.into_iter().map(IntoAny::into_any).collect())}
        <form id=FORM action=paths::helper(&seen.id) method="post" novalidate>
            <input type="hidden" name="next" value=paths::helper(&seen.id)/>
            {field(ctx, name, &seen.errors)}
            <div class="govuk-form-group">
                <div class="govuk-checkboxes">
                    <div class="govuk-checkboxes__item">
                        <input class="govuk-checkboxes__input" id="first_name" name="first_name" type="checkbox" value="yes" aria-describedby="first_name-hint"/>
                        <label class="govuk-label govuk-checkboxes__label" r#for="first_name">{t!(ctx, "helper-first-name")}</label>
                        <div id="first_name-hint" class="govuk-hint govuk-checkboxes__hint">{t!(ctx, "helper-first-name-hint")}</div>
                    </div>
                </div>
            </div>
            {make}
        </form>
    }
    .into_any()
}

fn just_made(ctx: &PageContext, made: &Made) -> AnyView {
    let text = t!(
        ctx,
        "helper-message",
        name = made.name.clone(),
        date = day(ctx.lang, made.until),
        link = made.address.clone()
    );
    let field = Textarea {
        name: "message".to_owned(),
        id: "message".to_owned(),
        label: t!(ctx, "helper-made-label"),
        hint: Some(t!(ctx, "helper-made-hint")),
        value: text,
        rows: 8,
    };
    view! {
        <section class="govuk-inset-text" aria-labelledby="made">
            <div id="made">{heading_m(t!(ctx, "helper-made-heading"))}</div>
            {small_textarea(ctx, field)}
        </section>
    }
    .into_any()
}

fn links(ctx: &PageContext, seen: &HelperView) -> Option<AnyView> {
    if seen.links.is_empty() {
        return None;
    }
    let rows: Vec<_> = seen
        .links
        .iter()
        .map(|link| {
            let words =
                t!(ctx, "helper-link", name = link.name.clone(), date = day(ctx.lang, link.until));
            view! {
                <li class="say-row">
                    <p>{words}</p>
                    <form action=paths::helper(&seen.id) method="post">
                        <input type="hidden" name="link" value=link.id.clone()/>
                        <button class="govuk-button govuk-button--secondary say-small" type="submit" name="action" value="end">
                            {t!(ctx, "helper-end")}" "{hidden(t!(ctx, "helper-for", name = link.name.clone()))}
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    Some(
        view! { {heading_l(t!(ctx, "helper-links-heading"))}<ul class="say-list">{rows}</ul> }
            .into_any(),
    )
}

fn words(ctx: &PageContext, seen: &HelperView) -> Option<AnyView> {
    if seen.words.is_empty() {
        return None;
    }
    let rows: Vec<_> = seen.words.iter().map(|one| account(ctx, &seen.id, one)).collect();
    Some(
        view! {
            {heading_l(t!(ctx, "helper-written-heading"))}
            {body(t!(ctx, "helper-written-lead"))}
            <ul class="say-list">{rows}</ul>
        }
        .into_any(),
    )
}

fn account(ctx: &PageContext, id: &str, one: &Words) -> AnyView {
    let words: Vec<_> = one
        .words
        .iter()
        .map(|(question, text)| {
            let lines: Vec<_> = text.lines().map(|line| body(line.to_owned())).collect();
            view! { <h4 class="govuk-heading-s">{question.clone()}</h4>{lines} }
        })
        .collect();
    let held: Vec<_> = one
        .held
        .iter()
        .map(|one| view! { <div class="govuk-inset-text">{super::words::stays_of_helper(ctx, one)}</div> })
        .collect();
    let from = t!(
        ctx,
        "words-helper",
        name = one.name.clone(),
        relation = one.relation.clone(),
        date = day(ctx.lang, one.on)
    );
    view! {
        <li class="say-row">
            <h3>{from}</h3>
            {words}
            {held}
            <form action=paths::helper(id) method="post">
                <input type="hidden" name="words" value=one.id.clone()/>
                <button class="govuk-button govuk-button--secondary say-small" type="submit" name="action" value="delete">
                    {t!(ctx, "helper-delete")}" "{hidden(t!(ctx, "helper-of", name = one.name.clone()))}
                </button>
            </form>
        </li>
    }
    .into_any()
}
