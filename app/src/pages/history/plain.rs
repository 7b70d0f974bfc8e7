//! A line of the history outside any page, as plain text: for programs that check a proof.

use super::{Happening, PageContext};
use crate::{i18n::Lang, render, t};

/// Who asked, where that is not known.
pub fn unknown_asker(lang: Lang) -> String {
    t!(lang, "history-asker-unknown")
}

/// Its sentence, and what else is to be said.
pub fn plain(ctx: &PageContext, happening: &Happening) -> Vec<String> {
    let html = render::html(|| happening.sentence(ctx));
    let sentence = text(html.strip_prefix("<!DOCTYPE html>").unwrap_or(&html));
    std::iter::once(sentence).chain(happening.more(ctx)).collect()
}

// What we wrote ourselves has no tag that is not closed, and what is put in is escaped.
fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            letter if !inside => text.push(letter),
            _ => {}
        }
    }
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_plain_text() {
        let ctx = PageContext::default();
        let who = "<b>O’Neil & Co</b>".to_owned();
        let happening = Happening::Collected { who, reference: "SR 1".to_owned(), entries: 2 };
        let said = plain(&ctx, &happening).concat();
        assert!(said.starts_with("<b>O’Neil & Co</b> collected what you shared"), "{said}");
    }
}
