//! What can be typed into a letter, its language, and the two buttons. The form posts: what is typed is in no address.

use super::{FieldName, LetterView, MOST};
use crate::{
    components::{Field, body, button, button_group, error_message, escaped, field, second_button},
    forms::FieldError,
    i18n::{Lang, grouped},
    paths,
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The id of the form.
pub(super) const FORM: &str = "letter";

pub(super) fn form(ctx: &PageContext, seen: &LetterView, errors: &[FieldError]) -> AnyView {
    let path = paths::letter(&seen.id, seen.kind.code());
    let fields: Vec<_> =
        seen.kind.fields().iter().map(|name| one(ctx, seen, *name, errors)).collect();
    let download = |class: &'static str| {
        view! { <button class=class type="submit" formaction=format!("{path}.txt")>{t!(ctx, "letter-download")}</button> }.into_any()
    };
    // Where nothing can be typed, the letter is there already, and a button that changes its language comes second.
    let buttons = if fields.is_empty() {
        let language = second_button(t!(ctx, "letter-update-language"), Some("show"));
        vec![download("govuk-button"), language]
    } else {
        let update = button(t!(ctx, "letter-update"), Some("show"));
        vec![update, download("govuk-button govuk-button--secondary")]
    };
    let empty = (!fields.is_empty()).then(|| {
        let most = grouped(super::number(MOST));
        body(t!(ctx, "letter-fields", fields = fields.len(), most = most))
    });
    view! {
        <form id=FORM action=path.clone() method="post" novalidate>
            <input type="hidden" name="page" value=path.clone()/>
            {empty}
            {fields}
            {language(ctx, seen)}
            {button_group(buttons)}
            <p class="govuk-body say-soft">{t!(ctx, "letter-history")}</p>
        </form>
    }
    .into_any()
}

fn one(ctx: &PageContext, seen: &LetterView, name: FieldName, errors: &[FieldError]) -> AnyView {
    let label = name.label(seen.kind, ctx.lang);
    let value = seen.form.typed(name).unwrap_or_default().to_owned();
    let name_of = name.name();
    if name.is_line() {
        let (hint, kind, autocomplete) = (None, "text", "off");
        return field(ctx, Field { name: name_of, label, hint, kind, value, autocomplete }, errors);
    }
    let error = error_message(ctx, errors, name_of);
    let described = error.is_some().then(|| format!("{name_of}-error"));
    let (group, area) = if error.is_some() {
        ("govuk-form-group govuk-form-group--error", "govuk-textarea govuk-textarea--error")
    } else {
        ("govuk-form-group", "govuk-textarea")
    };
    let rows = if name == FieldName::Entry { "2" } else { "4" };
    view! {
        <div class=group>
            <label class="govuk-label" r#for=name_of>{label}</label>
            {error}
            <textarea class=area id=name_of name=name_of rows=rows autocomplete="off" aria-describedby=described>{escaped(&value)}</textarea>
        </div>
    }
    .into_any()
}

// The letter's language is what it is in now: it says so, and decides nothing.
fn language(ctx: &PageContext, seen: &LetterView) -> AnyView {
    let radios: Vec<_> = Lang::ALL
        .into_iter()
        .map(|lang| {
            let id = format!("in-{}", lang.code());
            let words = match lang {
                Lang::En => t!(ctx, "letter-in-english"),
                Lang::Cy => t!(ctx, "letter-in-welsh"),
            };
            view! {
                <div class="govuk-radios__item">
                    <input class="govuk-radios__input" id=id.clone() name="in" type="radio" value=lang.code() checked={lang == seen.lang}/>
                    <label class="govuk-label govuk-radios__label" r#for=id>{words}</label>
                </div>
            }
        })
        .collect();
    let hint = if seen.kind.is_for_practice() {
        t!(ctx, "letter-language-practice")
    } else {
        t!(ctx, "letter-language-dwp")
    };
    view! {
        <div class="govuk-form-group">
            <fieldset class="govuk-fieldset" aria-describedby="in-hint">
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{t!(ctx, "letter-language")}</legend>
                <div id="in-hint" class="govuk-hint">{hint}</div>
                <div class="govuk-radios govuk-radios--inline">{radios}</div>
            </fieldset>
        </div>
    }
    .into_any()
}
