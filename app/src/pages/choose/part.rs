//! Sharing only part of one thing: a shorter time, or what one place or person recorded. Folded away, nothing filled in.

use super::ChooseItem;
use crate::{
    components::{body, error_message, hidden},
    forms::{DayMonthYear, FieldError, NarrowForm},
    i18n::day,
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use time::Date;

/// What can be narrowed, and what was typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartChoice {
    /// What was typed.
    pub typed: NarrowForm,
    /// The first and the last day that were asked for.
    pub asked: (Date, Date),
    /// Who recorded something of it: key and name, if there is one. None where the record was not read yet.
    pub providers: Option<Vec<(String, Option<String>)>>,
}

/// The id that the summary of errors leads to: a number, for it gets into the address of the page.
pub(super) fn id(at: usize, end: &str) -> String {
    format!("part-{}-{end}", at + 1)
}

pub(super) fn part(
    ctx: &PageContext,
    at: usize,
    item: &ChooseItem,
    errors: &[FieldError],
) -> Option<AnyView> {
    let choice = item.part.as_ref()?;
    let name = format!("narrow.{}", item.category);
    let wrong = errors.iter().any(|error| error.is_at(&name));
    let open = wrong || !choice.typed.is_empty();
    let asked = t!(
        ctx,
        "choose-part-dates",
        from = day(ctx.lang, choice.asked.0),
        to = day(ctx.lang, choice.asked.1)
    );
    let end = |end: &'static str, legend: String, typed: &DayMonthYear| {
        date(ctx, &id(at, end), &format!("{name}.{end}"), (&legend, &item.title), typed, errors)
    };
    Some(
        view! {
            <details class="govuk-details say-part" open=open>
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">
                        {t!(ctx, "choose-part")}{hidden(t!(ctx, "choose-part-of", title = item.title.clone()))}
                    </span>
                </summary>
                <div class="govuk-details__text">
                    {body(asked)}
                    {end("from", t!(ctx, "choose-part-from"), &choice.typed.from)}
                    {end("to", t!(ctx, "choose-part-to"), &choice.typed.to)}
                    {provider(ctx, at, &name, item, choice)}
                </div>
            </details>
        }
        .into_any(),
    )
}

fn date(
    ctx: &PageContext,
    id: &str,
    name: &str,
    (legend, title): (&str, &str),
    typed: &DayMonthYear,
    errors: &[FieldError],
) -> AnyView {
    let error = error_message(ctx, errors, name);
    let is_wrong = error.is_some();
    let described = is_wrong.then(|| format!("{name}-error"));
    let group =
        if is_wrong { "govuk-form-group govuk-form-group--error" } else { "govuk-form-group" };
    let field = |part: &'static str, label: String, value: &str, width: &'static str| {
        // The first of the three has the id that the summary of errors leads to.
        let id = if part == "day" { id.to_owned() } else { format!("{id}-{part}") };
        let wrong = if is_wrong { " govuk-input--error" } else { "" };
        let about = t!(ctx, "choose-part-about", end = legend.to_owned(), title = title.to_owned());
        view! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    <label class="govuk-label govuk-date-input__label" r#for=id.clone()>{label}{hidden(about)}</label>
                    <input class=format!("govuk-input govuk-date-input__input {width}{wrong}") id=id name=format!("{name}.{part}") type="text" inputmode="numeric" value=value.to_owned()/>
                </div>
            </div>
        }
    };
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend.to_owned()}</legend>
                {error}
                <div class="govuk-date-input">
                    {field("day", t!(ctx, "choose-day"), &typed.day, "govuk-input--width-2")}
                    {field("month", t!(ctx, "choose-month"), &typed.month, "govuk-input--width-2")}
                    {field("year", t!(ctx, "choose-year"), &typed.year, "govuk-input--width-4")}
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn provider(
    ctx: &PageContext,
    at: usize,
    name: &str,
    item: &ChooseItem,
    choice: &PartChoice,
) -> AnyView {
    let Some(providers) = &choice.providers else {
        return body(t!(ctx, "choose-part-later"));
    };
    if providers.is_empty() {
        return body(t!(ctx, "choose-part-nobody"));
    }
    let chosen = choice.typed.provider.clone().unwrap_or_default();
    let options: Vec<_> = providers
        .iter()
        .map(|(key, name)| {
            let name = name.clone().unwrap_or_else(|| t!(ctx, "choose-part-nameless"));
            view! { <option value=key.clone() selected=*key == chosen>{name}</option> }
        })
        .collect();
    let id = id(at, "provider");
    view! {
        <div class="govuk-form-group">
            <label class="govuk-label govuk-label--s" r#for=id.clone()>
                {t!(ctx, "choose-part-provider")}{hidden(t!(ctx, "choose-part-of", title = item.title.clone()))}
            </label>
            <select class="govuk-select" id=id name=format!("{name}.provider")>
                <option value="">{t!(ctx, "choose-part-everybody")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
