//! Share or do not share, one by one. Nothing is ticked, nothing is sent, and no answer looks better.
//! The summary says what would be missed to the claimant only.

mod part;
mod samples;
mod summary;

pub use part::PartChoice;
pub use samples::samples;
pub use summary::{Missed, Shared, Summary, summary_lines};

use crate::{
    components::{
        Answer, ChoiceRow, body, button, button_group, choice_row, error_message, error_summary,
        heading_l, request_caption, second_button, title,
    },
    forms::{DayMonthYear, FieldError},
    i18n::{day, long_day},
    islands::choose_summary::ChooseSummary,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, Duration};

const FORM: &str = "choose";

/// The questions, and what was answered so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who asks, as the register names them.
    pub asker: String,
    /// What is asked for, in the order of the register.
    pub items: Vec<ChooseItem>,
    /// The end date as typed.
    pub end_date: DayMonthYear,
    /// The day on which sharing ends by itself, were the answer given today.
    pub ends_by_itself: Date,
    /// When the asker means to decide; nothing when that has passed.
    pub reply_by: Option<Date>,
    /// What the ticked choices would send and what would be missed; nothing when there is nothing to say yet.
    pub summary: Option<Summary>,
    /// What to put right.
    pub errors: Vec<FieldError>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChooseItem {
    /// The category.
    pub category: String,
    /// Its title in the page's language, word for word.
    pub title: String,
    /// What belongs to it, in the page's language.
    pub description: String,
    /// Why it is needed, as the asker wrote it.
    pub reason: String,
    /// Whether it stands in the panel of those that are asked one by one.
    pub sensitive: bool,
    /// How many entries the record has, where it was read.
    pub entries: Option<usize>,
    /// What was ticked.
    pub answer: Option<Answer>,
    /// What can be shared of it alone; none where it is one whole.
    pub part: Option<PartChoice>,
}

/// The page.
pub fn page(ctx: &PageContext, seen: &ChooseView) -> Html {
    let frame = Frame::new(t!(ctx, "choose-title"))
        .at(Place::Requests)
        .back(t!(ctx, "choose-back"), paths::request(&seen.id))
        .with_errors(!seen.errors.is_empty())
        .carries(FORM)
        .with_island();
    shell::render(ctx, frame, || {
        let errors = numbered(ctx, seen);
        let (sensitive, plain): (Vec<_>, Vec<_>) =
            seen.items.iter().enumerate().partition(|(_, item)| item.sensitive);
        let plain: Vec<_> =
            plain.into_iter().map(|(at, item)| question(ctx, at, item, &errors)).collect();
        view! {
            <form class=format!("say-count say-left-{}", seen.items.len()) id=FORM action=paths::choose(&seen.id) method="post" novalidate>
                <input type="hidden" name="next" value=paths::choose(&seen.id)/>
                <div class="say-two">
                    <div class="say-two__main">
                        {error_summary(ctx, &errors)}
                        {request_caption(ctx, &seen.reference)}
                        {title(t!(ctx, "choose-title"))}
                        {body(t!(ctx, "choose-lead", asker = seen.asker.clone(), n = seen.items.len()))}
                        {plain}
                        {care(ctx, &sensitive, &errors)}
                        {end_date(ctx, seen, &errors)}
                    </div>
                    <div class="say-two__side">{tally(ctx, seen)}</div>
                    <div class="say-two__main">{ways_on(ctx, seen)}</div>
                </div>
            </form>
        }
    })
}

// The summary of errors leads to a question by its number: a category never gets into an address.
fn numbered(ctx: &PageContext, seen: &ChooseView) -> Vec<FieldError> {
    let number = |error: FieldError| {
        let error = explained(ctx, seen, error);
        let place = |category: &str| seen.items.iter().position(|item| item.category == category);
        let mut parts = error.field.split('.');
        let id = match (parts.next(), parts.next().and_then(place), parts.next(), parts.next()) {
            (Some("choice"), Some(at), None, None) => question_id(at),
            (Some("narrow"), Some(at), Some(end), None | Some("day")) => part::id(at, end),
            (Some("narrow"), Some(at), Some(end), Some(field)) => {
                format!("{}-{field}", part::id(at, end))
            }
            _ => return error,
        };
        error.with_id(id)
    };
    seen.errors.iter().cloned().map(number).collect()
}

// What the form does not know: a day that could be given, and which of two days is meant.
fn explained(ctx: &PageContext, seen: &ChooseView, error: FieldError) -> FieldError {
    let end = error.field.strip_prefix("narrow.").and_then(|rest| rest.split('.').nth(1));
    match end {
        _ if error.is_at("end_date") => error.with("example", example(seen)),
        Some("from") => error.with("end", t!(ctx, "choose-part-from")),
        Some("to") => error.with("end", t!(ctx, "choose-part-to")),
        _ => error,
    }
}

// A few days before sharing ends by itself, as it is typed, on one line: a later one would change nothing.
fn example(seen: &ChooseView) -> String {
    let date = DayMonthYear::of(seen.ends_by_itself.saturating_sub(Duration::days(4)));
    [date.day, date.month, date.year].join("\u{a0}")
}

fn question_id(at: usize) -> String {
    format!("answer-{}", at + 1)
}

fn question(ctx: &PageContext, at: usize, item: &ChooseItem, errors: &[FieldError]) -> AnyView {
    let mut hints =
        vec![item.description.clone(), t!(ctx, "choose-reason", reason = item.reason.clone())];
    hints.extend(item.entries.map(|n| t!(ctx, "choose-entries", n = n)));
    let row = ChoiceRow {
        id: question_id(at),
        name: format!("choice.{}", item.category),
        title: item.title.clone(),
        hints,
        answer: item.answer,
    };
    view! { {choice_row(ctx, &row, errors)}{part::part(ctx, at, item, errors)} }.into_any()
}

fn care(
    ctx: &PageContext,
    items: &[(usize, &ChooseItem)],
    errors: &[FieldError],
) -> Option<AnyView> {
    if items.is_empty() {
        return None;
    }
    let questions: Vec<_> =
        items.iter().map(|(at, item)| question(ctx, *at, item, errors)).collect();
    Some(
        view! {
            <div class="say-care">
                {heading_l(t!(ctx, "choose-care", n = items.len()))}
                {body(t!(ctx, "choose-care-why", n = items.len()))}
                {questions}
            </div>
        }
        .into_any(),
    )
}

fn end_date(ctx: &PageContext, seen: &ChooseView, errors: &[FieldError]) -> AnyView {
    let error = error_message(ctx, errors, "end_date");
    let (group, described) = if error.is_some() {
        ("govuk-form-group govuk-form-group--error", "end_date-hint end_date-error")
    } else {
        ("govuk-form-group", "end_date-hint")
    };
    let part = |name: &'static str, label: String, value: &str, width: &'static str| {
        let error = if errors.iter().any(|error| error.is_at("end_date")) {
            " govuk-input--error"
        } else {
            ""
        };
        view! {
            <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                    <label class="govuk-label govuk-date-input__label" r#for=name>{label}</label>
                    <input class=format!("govuk-input govuk-date-input__input {width}{error}") id=name name=name type="text" inputmode="numeric" value=value.to_owned()/>
                </div>
            </div>
        }
    };
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{t!(ctx, "choose-end")}</legend>
                <div id="end_date-hint">
                    <p class="govuk-hint">{t!(ctx, "choose-end-hint", date = day(ctx.lang, seen.ends_by_itself))}</p>
                    <p class="govuk-hint">{t!(ctx, "choose-end-example", example = example(seen))}</p>
                </div>
                {error}
                <div class="govuk-date-input" id="end_date">
                    {part("end_date.day", t!(ctx, "choose-day"), &seen.end_date.day, "govuk-input--width-2")}
                    {part("end_date.month", t!(ctx, "choose-month"), &seen.end_date.month, "govuk-input--width-2")}
                    {part("end_date.year", t!(ctx, "choose-year"), &seen.end_date.year, "govuk-input--width-4")}
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

// The counts are CSS counters: right without a script. The lines below the button are the island's, and the button
// brings the same lines without it. They come late and stand last, so that they push no button away.
fn tally(ctx: &PageContext, seen: &ChooseView) -> AnyView {
    let lines =
        seen.summary.as_ref().map(|summary| summary_lines(ctx.lang, summary)).unwrap_or_default();
    view! {
        <section class="say-tally" aria-labelledby="tally">
            <h2 id="tally">{t!(ctx, "choose-tally")}</h2>
            <dl>
                <div><dt>{t!(ctx, "common-share")}</dt><dd class="say-n-yes"></dd></div>
                <div><dt>{t!(ctx, "common-do-not-share")}</dt><dd class="say-n-no"></dd></div>
                <div><dt>{t!(ctx, "choose-left")}</dt><dd class="say-n-left"></dd></div>
            </dl>
            <p>{t!(ctx, "choose-not-sent")}</p>
            {second_button(t!(ctx, "choose-update"), Some("update"))}
            <ChooseSummary request=seen.id.clone() lines=lines stale=t!(ctx, "choose-stale")/>
        </section>
    }
    .into_any()
}

fn ways_on(ctx: &PageContext, seen: &ChooseView) -> AnyView {
    let later = match seen.reply_by {
        Some(date) => t!(ctx, "choose-later", date = long_day(ctx.lang, date)),
        None => t!(ctx, "choose-later-open"),
    };
    view! {
        {button_group(vec![
            button(t!(ctx, "choose-preview"), Some("preview")),
            second_button(t!(ctx, "choose-not-now"), Some("not-now")),
        ])}
        {body(later)}
        {body(t!(ctx, "common-not-your-form"))}
        {body(t!(ctx, "common-you-choose"))}
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    #[test]
    fn an_example_of_a_date_stays_on_one_line() {
        let (_, seen) = samples(Lang::En).swap_remove(0);
        assert_eq!(example(&seen), "18\u{a0}2\u{a0}2027");
        let html = page(&PageContext::default(), &seen).text;
        assert!(html.contains("For example, 18\u{a0}2\u{a0}2027"), "{html}");
    }
}
