//! One letter that helps: to print, or to download as text. The claimant sends it or not; nothing is ever sent by
//! itself, and nothing that is typed here is kept.

mod fields;
mod kind;
mod samples;
mod written;

pub use kind::{FieldName, Kind, MOST};
pub use samples::samples;
pub use written::{Facts, Letter, Part, Stance, write};

use crate::i18n::grouped;
use crate::{
    components::{body, error_summary, lead, request_caption, title},
    forms::{FieldError, LetterForm},
    i18n::Lang,
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterView {
    /// The request's id, for links.
    pub id: String,
    /// Which letter.
    pub kind: Kind,
    /// What the portal knows for it.
    pub facts: Facts,
    /// The language of the letter.
    pub lang: Lang,
    /// What was typed.
    pub form: LetterForm,
}

impl LetterView {
    /// The letter.
    pub fn letter(&self) -> Letter {
        write(self.lang, self.kind, &self.facts, &self.form)
    }

    /// What is to be put right, in the language of the page.
    pub fn errors(&self, page: Lang) -> Vec<FieldError> {
        let error = |(field, count): (FieldName, usize)| {
            FieldError::new(field.name(), "letter-error-long")
                .with("label", field.label(self.kind, page))
                .with("most", grouped(number(MOST)))
                .with("count", grouped(number(count)))
        };
        self.form.too_long(self.kind).into_iter().map(error).collect()
    }
}

/// The page. With an error there is no letter yet.
pub fn page(ctx: &PageContext, seen: &LetterView) -> Html {
    let errors = seen.errors(ctx.lang);
    let frame = Frame::new(seen.kind.title(ctx.lang))
        .at(Place::Requests)
        .back(t!(ctx, "letter-back"), paths::letters(&seen.id))
        .carries(fields::FORM)
        .with_errors(!errors.is_empty());
    shell::render(ctx, frame, || {
        let sharing = seen.kind == Kind::StopPractice && seen.facts.stance == Stance::Sharing;
        let sharing =
            sharing.then(|| body(rich!(ctx, "letter-sharing"; stop => paths::withdraw(&seen.id))));
        view! {
            <div class="say-noprint">
                {error_summary(ctx, &errors)}
                {request_caption(ctx, &seen.facts.reference)}
                {title(seen.kind.title(ctx.lang))}
                {lead(t!(ctx, "letter-lead"))}
                {body(seen.kind.when(ctx.lang))}
                {sharing}
                {errors.is_empty().then(|| body(t!(ctx, "letter-how")))}
                {fields::form(ctx, seen, &errors)}
            </div>
            {errors.is_empty().then(|| on_paper(&seen.letter()))}
        }
    })
}

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn on_paper(letter: &Letter) -> AnyView {
    let lines = |lines: &[String]| {
        lines.iter().map(|line| view! { <div>{line.clone()}</div> }).collect::<Vec<_>>()
    };
    let parts: Vec<_> = letter
        .parts
        .iter()
        .map(|part| match part {
            Part::Says(words) => body(words.clone()),
            Part::Quotes(words) => {
                let lines: Vec<String> = words.lines().map(str::to_owned).collect();
                let lines: Vec<_> = lines
                    .into_iter()
                    .map(|line| view! { <p class="govuk-body">{line}</p> })
                    .collect();
                view! { <blockquote class="say-sheet__own">{lines}</blockquote> }.into_any()
            }
        })
        .collect();
    view! {
        <section class="say-sheet" aria-label=t!(letter.lang, "letter-label") lang=letter.lang.code()>
            <div class="say-sheet__sender">{lines(&letter.sender)}</div>
            <p class="govuk-body">{letter.date.clone()}</p>
            <div class="say-sheet__to">{lines(&letter.to)}</div>
            <p class="govuk-body">{letter.dear.clone()}</p>
            <h2 class="govuk-heading-s">{letter.subject.clone()}</h2>
            <div class="say-sheet__references">{lines(&letter.references)}</div>
            {parts}
            <p class="govuk-body">{letter.close.clone()}</p>
            <p class="govuk-body say-sheet__sign">{letter.sign.clone()}</p>
            <p class="govuk-body">{letter.name.clone()}</p>
        </section>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(name: &str) -> LetterView {
        let mut all = samples(Lang::En).into_iter();
        all.find(|(known, _)| *known == name).expect("it is a sample").1
    }

    #[test]
    fn while_something_is_wrong_there_is_nothing_to_print() {
        let html = |name: &str| page(&PageContext::default(), &sample(name)).text;
        assert!(html("more-time").contains("Print this page, or download the letter as text."));
        let wrong = html("more-time-error");
        assert!(!wrong.contains("Print this page") && !wrong.contains("say-sheet"), "{wrong}");
    }

    #[test]
    fn an_error_names_its_box_in_the_language_of_the_page() {
        let seen = sample("more-time-error");
        let words = |lang: Lang| {
            let ctx = PageContext { lang, ..PageContext::default() };
            seen.errors(lang).iter().map(|error| error.words(&ctx)).collect::<Vec<_>>()
        };
        let english = "“Why do you need more time?”: write at most 2,000 letters and signs.";
        assert!(words(Lang::En).iter().all(|words| words.starts_with(english)));
        let welsh = "“Pam mae angen mwy o amser arnoch?”: ysgrifennwch 2,000 o lythrennau";
        assert!(words(Lang::Cy).iter().all(|words| words.starts_with(welsh)));
        assert_eq!(words(Lang::En).len(), 1);
    }
}
