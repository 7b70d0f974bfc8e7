//! The claimant's own words about one question: kept as a draft, on their way only when they say that it is finished.

use super::words::{Stays, stays};
use crate::{
    components::{
        Textarea, body, bullets, button, button_group, details, error_summary, lead,
        request_caption, second_button, textarea, title,
    },
    forms::FieldError,
    i18n::{Lang, grouped},
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

const FORM: &str = "own-words";
/// The most characters of an account.
pub const MOST: usize = 4000;

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnWordsView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// The question's place among all of them, for links.
    pub place: String,
    /// The question, in the page's language.
    pub title: String,
    /// What was typed.
    pub text: String,
    /// Whether what is kept is finished.
    pub finished: bool,
    /// Whether own words can go under this request.
    pub asked: bool,
    /// Whether something was confirmed already.
    pub decided: bool,
    /// What keeps what is kept from going.
    pub held: Vec<Stays>,
    /// What to put right.
    pub errors: Vec<FieldError>,
}

impl OwnWordsView {
    /// Nothing was written.
    pub fn missing() -> FieldError {
        FieldError::new("words", "own-words-error-missing")
    }

    /// Too much was written.
    pub fn too_long(by: usize) -> FieldError {
        FieldError::too_long("words", by)
    }
}

/// The page.
pub fn page(ctx: &PageContext, seen: &OwnWordsView) -> Html {
    let frame = Frame::new(t!(ctx, "words-title"))
        .at(Place::Requests)
        .back(t!(ctx, "own-words-back"), paths::words(&seen.id))
        .with_errors(!seen.errors.is_empty())
        .carries(FORM);
    shell::render(ctx, frame, || {
        let path = paths::own_words(&seen.id, &seen.place);
        let next = path.clone();
        let prompts = [
            t!(ctx, "own-words-prompt-good"),
            t!(ctx, "own-words-prompt-bad"),
            t!(ctx, "own-words-prompt-often"),
            t!(ctx, "own-words-prompt-help"),
        ];
        let field = Textarea {
            name: "words".to_owned(),
            id: "words".to_owned(),
            label: t!(ctx, "own-words-label"),
            hint: Some(room(ctx, &seen.text)),
            value: seen.text.clone(),
            rows: 12,
        };
        let held: Vec<_> = seen
            .held
            .iter()
            .map(|one| view! { <div class="govuk-inset-text">{stays(ctx, one)}</div> })
            .collect();
        view! {
            {error_summary(ctx, &seen.errors)}
            {request_caption(ctx, &seen.reference)}
            {title(seen.title.clone())}
            {lead(t!(ctx, "own-words-lead"))}
            {held}
            {bullets(prompts.into_iter().map(IntoAny::into_any).collect())}
            {(!seen.asked).then(|| body(t!(ctx, "words-not-asked")))}
            {seen.decided.then(|| body(t!(ctx, "words-decided")))}
            {seen.finished.then(|| body(t!(ctx, "own-words-was-finished")))}
            <form id=FORM action=path method="post" novalidate>
                <input type="hidden" name="next" value=next/>
                {textarea(ctx, field, &seen.errors)}
                {button_group(vec![
                    button(t!(ctx, "own-words-finish"), Some("finish")),
                    second_button(t!(ctx, "own-words-save"), Some("save")),
                ])}
            </form>
            {seen.asked.then(|| body(t!(ctx, "own-words-not-sent")))}
            {(!seen.text.is_empty()).then(|| {
                details(t!(ctx, "own-words-delete"), body(t!(ctx, "own-words-delete-how")))
            })}
        }
    })
}

/// How much can be written; where something is kept, also how much more. Nothing counts along while somebody types.
fn room(ctx: &PageContext, text: &str) -> String {
    let most = t!(ctx, "own-words-most");
    if text.is_empty() {
        return most;
    }
    let left = MOST.saturating_sub(text.chars().count());
    let room = grouped(u64::try_from(left).unwrap_or(u64::MAX));
    format!("{most} {}", t!(ctx, "own-words-left", left = left, room = room))
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, OwnWordsView)> {
    let said = |en: &str, cy: &str| match lang {
        Lang::En => en.to_owned(),
        Lang::Cy => cy.to_owned(),
    };
    let empty = OwnWordsView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        place: "2".to_owned(),
        title: said("Mixing with people", "Cymysgu â phobl"),
        text: String::new(),
        finished: false,
        asked: true,
        decided: false,
        held: Vec::new(),
        errors: Vec::new(),
    };
    let typed = "On a bad day I do not open the door.\nThat is three days in a week.".to_owned();
    let kept = OwnWordsView {
        text: typed,
        finished: true,
        decided: true,
        held: vec![Stays::NeedsAlso(said("Mental health", "Iechyd meddwl"))],
        ..empty.clone()
    };
    let long = OwnWordsView {
        // 4,038 letters and signs: 38 too many.
        text: format!("{}Often.", "I do not open the door. ".repeat(168)),
        asked: false,
        errors: vec![OwnWordsView::too_long(38)],
        ..empty.clone()
    };
    let full = OwnWordsView {
        // 4,001: no room, and 1 too many.
        text: format!("{}Often...", "I do not open the door. ".repeat(166) + "Never. Ah"),
        errors: vec![OwnWordsView::too_long(1)],
        ..empty.clone()
    };
    let missing = OwnWordsView { errors: vec![OwnWordsView::missing()], ..empty.clone() };
    vec![
        ("empty", empty),
        ("kept", kept),
        ("long", long),
        ("long-by-one", full),
        ("missing", missing),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_much_room_there_is_is_said_of_the_time_when_the_page_opened() {
        let ctx = PageContext::default();
        let most = "You can write up to 4,000 letters and signs.";
        assert_eq!(room(&ctx, ""), most);
        let opened = "When this page opened, there was room for";
        assert_eq!(room(&ctx, "Often."), format!("{most} {opened} 3,994 more."));
        assert_eq!(room(&ctx, &"ŵ".repeat(MOST - 1)), format!("{most} {opened} 1 more."));
        for full in [MOST, MOST + 1] {
            let said = room(&ctx, &"a".repeat(full));
            assert_eq!(said, format!("{most} There is no room for more."));
        }
    }
}
