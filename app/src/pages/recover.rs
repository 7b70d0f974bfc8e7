//! A forgotten password. Whoever checked who you are gives a new code; nothing here says who has an account.

use crate::{
    components::{body, lead, link_button, second_link_button, title},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// Nothing: the page is the same for everybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecoverView;

/// The page.
pub fn page(ctx: &PageContext, _seen: &RecoverView) -> Html {
    let frame = Frame::new(t!(ctx, "recover-title")).back(t!(ctx, "recover-back"), paths::SIGN_IN);
    shell::render(ctx, frame, || {
        let reach = match ctx.helpline.clone() {
            Some(number) => body(t!(ctx, "recover-call", number = number)),
            None => link_button(t!(ctx, "recover-reach"), paths::HELP_REACH.to_owned()),
        };
        view! {
            {title(t!(ctx, "recover-title"))}
            {lead(t!(ctx, "recover-lead"))}
            {body(t!(ctx, "recover-why"))}
            {reach}
            {body(t!(ctx, "recover-sharing"))}
            {body(t!(ctx, "recover-letter"))}
            {second_link_button(t!(ctx, "recover-activate"), paths::ACTIVATE.to_owned())}
        }
    })
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, RecoverView)> {
    vec![("how", RecoverView)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_filled_button_is_the_next_step() {
        let way = "<a href=\"/help#reach\" class=\"govuk-button\">";
        let html = page(&PageContext::default(), &RecoverView).text;
        assert!(html.contains(way), "{html}");
        assert_eq!(html.matches("class=\"govuk-button\"").count(), 1, "{html}");
        let told = PageContext { helpline: Some("0808 157 0142".into()), ..PageContext::default() };
        let html = page(&told, &RecoverView).text;
        assert!(html.contains("You can call 0808 157 0142.") && !html.contains(way), "{html}");
    }
}
