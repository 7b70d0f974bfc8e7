//! The file as a computer reads it, with line breaks, a piece at a time: a long one does not stop an old phone.

use super::preview::code;
use crate::{
    components::{always, body, pages, request_caption, title},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext, Place},
    t,
};
use leptos::prelude::*;

/// How many bytes of text a page shows, roughly.
const MOST_BYTES: usize = 60_000;

/// A piece of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageTextView {
    /// The request's id, for links.
    pub id: String,
    /// The request's reference.
    pub reference: String,
    /// What the file is called when it is downloaded.
    pub name: String,
    /// The text of this piece.
    pub text: String,
    /// Which piece, from 1.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
}

/// The pieces of a text, cut at the ends of lines where lines are short enough. Together they are the text.
pub fn pieces(text: &str) -> Vec<&str> {
    let mut rest = text;
    let mut pieces = Vec::new();
    while rest.len() > MOST_BYTES {
        let head = rest.floor_char_boundary(MOST_BYTES);
        let line = rest.get(..head).and_then(|head| head.rfind('\n')).map(|end| end + 1);
        let (piece, after) = rest.split_at_checked(line.unwrap_or(head)).unwrap_or((rest, ""));
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

/// The page.
pub fn page(ctx: &PageContext, seen: &PackageTextView) -> Html {
    let frame = Frame::new(t!(ctx, "preview-title"))
        .at(Place::Requests)
        .back(t!(ctx, "preview-back-whole"), ctx.in_size(&paths::preview(&seen.id)));
    let address = |page: usize| ctx.in_size(&paths::package_text(&seen.id, page));
    shell::render(ctx, frame, || {
        view! {
            {request_caption(ctx, &seen.reference)}
            {title(t!(ctx, "preview-json-title"))}
            {always(ctx)}
            {code(ctx, &seen.text)}
            {pages(ctx, seen.page, seen.pages, &address)}
            {body(view! { <a class="govuk-link" download=seen.name.clone() href=paths::package(&seen.id)>{t!(ctx, "preview-download-all")}</a> })}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, PackageTextView)> {
    vec![(
        "piece",
        PackageTextView {
            id: "01936b7e-0000-7000-8000-000000000001".into(),
            reference: "SR 7K2M-9QD".into(),
            name: "SR-7K2M-9QD.json".into(),
            text: "{\n  \"resourceType\": \"Bundle\",\n".into(),
            page: 2,
            pages: 9,
        },
    )]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_together_are_the_text() {
        let lines = "ŵ\n".repeat(50_000);
        let long = [lines, "â".repeat(200_000)].concat();
        let pieces = pieces(&long);
        assert_eq!(pieces.concat(), long);
        assert!(pieces.iter().all(|piece| piece.len() <= MOST_BYTES && !piece.is_empty()));
        assert!(pieces.first().is_some_and(|piece| piece.ends_with('\n')));
    }
}
