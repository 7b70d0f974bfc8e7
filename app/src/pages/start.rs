//! The first page: what this is, in one screen. It knows nobody.

use crate::{
    components::{body, button_group, heading_l, heading_m, link_button, mark, second_link_button},
    i18n::Lang,
    paths,
    render::Html,
    shell::{self, Frame, PageContext},
    t,
};
use leptos::prelude::*;

/// Nothing: the page is the same for everybody who is not signed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StartView;

/// The page.
pub fn page(ctx: &PageContext, _seen: &StartView) -> Html {
    let frame = Frame::new(t!(ctx, "start-title")).bare();
    shell::render(ctx, frame, || {
        let doors = if ctx.signed_in.is_some() {
            vec![link_button(t!(ctx, "start-requests"), paths::REQUESTS.to_owned())]
        } else {
            vec![
                link_button(t!(ctx, "start-sign-in"), paths::SIGN_IN.to_owned()),
                second_link_button(t!(ctx, "start-activate"), paths::ACTIVATE.to_owned()),
            ]
        };
        view! {
            <main id="main">
                <div class="say-hero">
                    <div class="govuk-width-container say-hero__in">
                        {mark::mark("say-hero__art")}
                        <h1>{t!(ctx, "start-heading")}</h1>
                        <p>{t!(ctx, "start-lead")}</p>
                        {button_group(doors)}
                    </div>
                </div>
                <div class="govuk-width-container govuk-main-wrapper">
                    <div class="say-two">
                        <div class="say-two__main">
                            {heading_l(t!(ctx, "start-how"))}
                            {steps(ctx)}
                        </div>
                        <div class="say-two__side say-two__side--still">
                            <p class="say-bold">{t!(ctx, "start-nothing")}</p>
                            {heading_m(t!(ctx, "start-not-heading"))}
                            {body(t!(ctx, "start-not"))}
                        </div>
                    </div>
                </div>
            </main>
        }
    })
}

fn steps(ctx: &PageContext) -> AnyView {
    let steps = [
        (t!(ctx, "start-step-asks"), t!(ctx, "start-step-asks-more")),
        (t!(ctx, "start-step-choose"), t!(ctx, "start-step-choose-more")),
        (t!(ctx, "start-step-see"), t!(ctx, "start-step-see-more")),
        (t!(ctx, "start-step-receipt"), t!(ctx, "start-step-receipt-more")),
    ];
    let items: Vec<_> = steps
        .into_iter()
        .map(|(what, more)| view! { <li><strong>{what}</strong>{format!(" {more}")}</li> })
        .collect();
    view! { <ol class="say-steps">{items}</ol> }.into_any()
}

/// Named samples.
pub fn samples(_lang: Lang) -> Vec<(&'static str, StartView)> {
    vec![("first", StartView)]
}
