//! Share or do not share: two halves of one size. Nothing is ticked unless the person ticked it.

use super::error_message;
use crate::{forms::FieldError, shell::PageContext, t};
use leptos::prelude::*;

/// What a person said about one category, in the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Share.
    Share,
    /// Do not share.
    DoNotShare,
}

impl Answer {
    /// The value in the form.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Share => "share",
            Self::DoNotShare => "do-not-share",
        }
    }

    /// Reads a value of the form.
    pub fn from_value(value: &str) -> Option<Self> {
        [Self::Share, Self::DoNotShare].into_iter().find(|answer| answer.value() == value)
    }
}

/// One question.
#[derive(Clone, Debug)]
pub struct ChoiceRow {
    /// The id of the question: a number, for it gets into the address of the page.
    pub id: String,
    /// The name of the radio group, `choice.<category>`.
    pub name: String,
    /// The category's title, word for word.
    pub title: String,
    /// What it is for, in lines.
    pub hints: Vec<String>,
    /// What was ticked.
    pub answer: Option<Answer>,
}

/// The question as a fieldset.
pub fn choice_row(ctx: &PageContext, row: &ChoiceRow, errors: &[FieldError]) -> AnyView {
    let hint_id = format!("{}-hint", row.id);
    let error = error_message(ctx, errors, &row.name);
    let described =
        if error.is_some() { format!("{hint_id} {}-error", row.name) } else { hint_id.clone() };
    let group = if error.is_some() {
        "say-choice govuk-form-group govuk-form-group--error"
    } else {
        "say-choice govuk-form-group"
    };
    let hints: Vec<_> =
        row.hints.iter().cloned().map(|hint| view! { <p class="govuk-hint">{hint}</p> }).collect();
    view! {
        <div class=group>
            <fieldset class="govuk-fieldset" aria-describedby=described>
                <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{row.title.clone()}</legend>
                <div id=hint_id>{hints}</div>
                {error}
                <div class="govuk-radios say-halves">
                    {half(row, Answer::Share, t!(ctx, "common-share"))}
                    {half(row, Answer::DoNotShare, t!(ctx, "common-do-not-share"))}
                </div>
            </fieldset>
        </div>
    }
    .into_any()
}

fn half(row: &ChoiceRow, answer: Answer, words: String) -> AnyView {
    // The first half has the question's id: the error summary leads there.
    let id = match answer {
        Answer::Share => row.id.clone(),
        Answer::DoNotShare => format!("{}-no", row.id),
    };
    let checked = row.answer == Some(answer);
    view! {
        <div class="govuk-radios__item say-half">
            <input class="govuk-radios__input" id=id.clone() name=row.name.clone() type="radio" value=answer.value() checked=checked/>
            <label class="govuk-label govuk-radios__label" r#for=id>{words}</label>
        </div>
    }
    .into_any()
}
