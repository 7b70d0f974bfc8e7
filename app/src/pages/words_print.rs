//! The claimant's own words on one page, to print and send with their form. Nothing is ever sent from here.

use crate::{
    components::{body, heading_m, lead, title},
    i18n::{Lang, day, unbroken},
    paths,
    render::Html,
    rich,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;
use time::{Date, macros::date};

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordsPrintView {
    /// The request's id, for links.
    pub id: String,
    /// Its reference, as people read it.
    pub reference: String,
    /// Who writes.
    pub name: String,
    /// Their National Insurance number, in groups.
    pub nino: String,
    /// Their date of birth.
    pub birth_date: Date,
    /// Today.
    pub today: Date,
    /// Each question with what was written.
    pub words: Vec<(String, String)>,
}

/// The page: made to be printed.
pub fn page(ctx: &PageContext, seen: &WordsPrintView) -> Html {
    let frame = Frame::new(t!(ctx, "words-print-title"))
        .at(Place::Requests)
        .back(t!(ctx, "own-words-back"), paths::words(&seen.id));
    shell::render(ctx, frame, || {
        // By this DWP finds whose words they are, as on a letter.
        let nino = t!(ctx, "letter-text-nino", number = unbroken(&seen.nino));
        let born = t!(ctx, "letter-text-born", date = day(ctx.lang, seen.birth_date));
        let words: Vec<_> = seen
            .words
            .iter()
            .map(|(question, text)| {
                let lines: Vec<_> = text.lines().map(|line| body(line.to_owned())).collect();
                view! { {heading_m(question.clone())}{lines} }
            })
            .collect();
        view! {
            <div class="say-noprint">
                {title(t!(ctx, "words-print-title"))}
                {lead(t!(ctx, "words-print-how"))}
            </div>
            <div class="say-sheet">
                {body(rich!(ctx, "words-print-from", name = seen.name.clone(), date = day(ctx.lang, seen.today), reference = seen.reference.clone()))}
                {body(view! { {nino}<br/>{born} })}
                {words}
            </div>
        }
    })
}

/// Named samples.
pub fn samples(lang: Lang) -> Vec<(&'static str, WordsPrintView)> {
    let (question, words) = match lang {
        Lang::En => (
            "Mixing with people",
            "On a bad day I do not open the door.\nThat is three days in a week.",
        ),
        Lang::Cy => (
            "Cymysgu â phobl",
            "Ar ddiwrnod gwael nid wyf yn agor y drws.\nMae hynny’n dri diwrnod yr wythnos.",
        ),
    };
    let whole = WordsPrintView {
        id: "0198c0de-0000-7000-8000-000000000001".to_owned(),
        reference: "SR 7K2M-9QDX".to_owned(),
        name: "Siân O’Neill-Pugh".to_owned(),
        nino: "QQ 12 34 56 C".to_owned(),
        birth_date: date!(1975 - 06 - 03),
        today: date!(2026 - 11 - 22),
        words: vec![(question.to_owned(), words.to_owned())],
    };
    vec![("whole", whole)]
}
