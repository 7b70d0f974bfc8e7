//! The frame that every page stands in: head, header, menu, language form, footer.
//! It says nothing about a person but who is signed in, and to that person only.

mod context;
mod ending;
mod exit;
mod footer;
mod frame;
mod head;
mod header;

pub use context::{PageContext, SignedIn};
pub use frame::{Frame, Place};

use crate::{
    render::{self, Html},
    t,
};
use leptos::prelude::*;

/// Renders a page in its frame. `view` builds what stands in `main`, from the heading on.
#[expect(clippy::needless_pass_by_value, reason = "a frame is made for one page")]
pub fn render<V: IntoView + 'static>(
    ctx: &PageContext,
    frame: Frame,
    view: impl FnOnce() -> V,
) -> Html {
    let scripts = head::scripts(ctx, &frame);
    let island = scripts.is_some();
    let size = if ctx.is_large() { "govuk-template say-large" } else { "govuk-template" };
    let text = render::html(|| {
        let inside = view().into_any();
        let page = if frame.bare { inside } else { framed(ctx, &frame, inside) };
        view! {
            <html lang=ctx.lang.code() class=size>
                {head::head(ctx, &frame, scripts)}
                <body class="govuk-template__body">
                    <a href="#main" class="govuk-skip-link">{t!(ctx, "shell-skip")}</a>
                    {exit::exit(ctx)}
                    {header::header(ctx, &frame)}
                    {page}
                    {footer::footer(ctx, &frame)}
                    {ending::warning(ctx)}
                </body>
            </html>
        }
    });
    Html { text, island }
}

fn framed(ctx: &PageContext, frame: &Frame, inside: AnyView) -> AnyView {
    let label = t!(ctx, "shell-back");
    let back = frame.back.clone().map(|(words, href)| view! { <nav aria-label=label><a href=href class="govuk-back-link">{words}</a></nav> });
    view! {
        <div class="govuk-width-container">
            {back}
            <main class="govuk-main-wrapper" id="main">{inside}</main>
        </div>
    }
    .into_any()
}
