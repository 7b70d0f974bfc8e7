//! The top of a page: the mark, the language, the menu.

use super::{Frame, PageContext, Place};
use crate::{components::mark, paths, t};
use leptos::prelude::*;

pub(super) fn header(ctx: &PageContext, frame: &Frame) -> AnyView {
    let menu = ctx.signed_in.is_some().then(|| menu(ctx, frame.place));
    view! {
        <header class="say-header">
            <div class="govuk-width-container">
                <div class="say-header__top">
                    <a class="say-word" href=paths::START aria-label=t!(ctx, "shell-home")>{mark::mark("say-word__mark")}<span>"Sayso"</span></a>
                    {language_form(ctx, frame.carried_form)}
                </div>
                {menu}
            </div>
        </header>
    }
    .into_any()
}

fn language_form(ctx: &PageContext, carried: Option<&'static str>) -> AnyView {
    let other = ctx.lang.other();
    // Said in the language it leads to, whatever the page's is.
    let name = t!(other, "shell-language-name");
    let change = t!(other, "shell-language-change");
    let words = view! { <span aria-hidden="true">{name}</span><span class="govuk-visually-hidden">{change}</span> };
    match carried {
        Some(form) => view! {
            <div class="say-lang">
                // The form's default button: Enter in a field must not change the language.
                <button type="submit" form=form name="action" value="preview" hidden=true></button>
                <button class="say-linkbutton" type="submit" form=form formaction=paths::LANGUAGE name="lang" value=other.code() lang=other.code()>{words}</button>
            </div>
        }
        .into_any(),
        None => view! {
            <form class="say-lang" action=paths::LANGUAGE method="post">
                <input type="hidden" name="next" value=ctx.path.clone()/>
                <button class="say-linkbutton" type="submit" name="lang" value=other.code() lang=other.code()>{words}</button>
            </form>
        }
        .into_any(),
    }
}

fn menu(ctx: &PageContext, here: Option<Place>) -> AnyView {
    let entries = [
        (Place::Requests, paths::REQUESTS, t!(ctx, "shell-nav-requests")),
        (Place::Receipts, paths::RECEIPTS, t!(ctx, "shell-nav-receipts")),
        (Place::History, paths::HISTORY, t!(ctx, "shell-nav-history")),
        (Place::Sources, paths::SOURCES, t!(ctx, "shell-nav-sources")),
        (Place::Account, paths::ACCOUNT, t!(ctx, "shell-nav-account")),
    ];
    let links = entries.into_iter().map(|(place, href, words)| {
        let current = (here == Some(place)).then_some("page");
        view! { <li><a href=href aria-current=current>{words}</a></li> }
    });
    view! {
        <nav class="say-nav" aria-label=t!(ctx, "shell-nav-label")>
            <ul>
                {links.collect_view()}
                <li><form class="say-lang" action=paths::SIGN_OUT method="post"><button class="say-linkbutton" type="submit">{t!(ctx, "shell-sign-out")}</button></form></li>
            </ul>
        </nav>
    }
    .into_any()
}
