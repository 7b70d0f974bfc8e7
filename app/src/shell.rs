//! The frame that every page stands in: head, header, menu, language form, footer.
//! It says nothing about a person but who is signed in, and to that person only.

use crate::{
    assets::{FONT, MARK, SCRIPT, STYLES, WASM},
    components::mark,
    i18n::{Lang, clock},
    paths,
    render::{self, Html},
    t, Assets,
};
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What a page needs to know beside its own view model.
#[derive(Clone, Debug, Default)]
pub struct PageContext {
    /// The language of the page.
    pub lang: Lang,
    /// The path of the page with its query: the language form leads back to it.
    pub path: String,
    /// Who is signed in.
    pub signed_in: Option<SignedIn>,
    /// The built files.
    pub assets: Assets,
    /// A fresh random value for this answer. Only pages with an island use it.
    pub nonce: String,
    /// The operator's telephone number, where there is one.
    pub helpline: Option<String>,
}

impl PageContext {
    /// The language, for `t!`.
    pub const fn lang(&self) -> Lang {
        self.lang
    }
}

/// The person at the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Their name, as they write it.
    pub name: String,
    /// When they are signed out if they do nothing, as a clock in London shows it.
    pub ends_at: PrimitiveDateTime,
}

/// The part of the menu that a page belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Requests and all that belongs to one.
    Requests,
    /// Receipts.
    Receipts,
    /// History.
    History,
    /// Where records are read from.
    Sources,
    /// The account.
    Account,
}

/// How a page is framed.
#[derive(Clone, Debug)]
pub struct Frame {
    title: String,
    place: Option<Place>,
    back: Option<(String, String)>,
    error: bool,
    carried_form: Option<&'static str>,
    island: bool,
    bare: bool,
}

impl Frame {
    /// A frame with the title of the page. A title never tells a category, a benefit or a name.
    pub fn new(title: impl Into<String>) -> Self {
        Self { title: title.into(), place: None, back: None, error: false, carried_form: None, island: false, bare: false }
    }

    /// Marks the page's place in the menu.
    #[must_use]
    pub const fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// A link back, above the heading.
    #[must_use]
    pub fn back(mut self, words: impl Into<String>, href: impl Into<String>) -> Self {
        self.back = Some((words.into(), href.into()));
        self
    }

    /// Says "Error:" in the title, when there is something to put right.
    #[must_use]
    pub const fn with_errors(mut self, any: bool) -> Self {
        self.error = any;
        self
    }

    /// Changing the language sends this form along, so that nothing typed is lost. The form has a
    /// hidden `next`, and the server keeps what it holds. Never for a form with a password.
    #[must_use]
    pub const fn carries(mut self, form: &'static str) -> Self {
        self.carried_form = Some(form);
        self
    }

    /// The page has an island.
    #[must_use]
    pub const fn with_island(mut self) -> Self {
        self.island = true;
        self
    }

    /// The page brings its own `main`, as the first page does.
    #[must_use]
    pub const fn bare(mut self) -> Self {
        self.bare = true;
        self
    }
}

/// Renders a page in its frame. `view` builds what stands in `main`, from the heading on.
pub fn render<V: IntoView + 'static>(ctx: &PageContext, frame: Frame, view: impl FnOnce() -> V) -> Html {
    // Without the built script an island is plain HTML that does nothing; then no script is sent.
    let scripts = frame.island.then(|| ctx.assets.path(SCRIPT).zip(ctx.assets.path(WASM))).flatten();
    let island = scripts.is_some();
    let text = render::html(|| {
        let inside = view().into_any();
        let page = if frame.bare { inside } else { framed(&frame, inside) };
        view! {
            <html lang=ctx.lang.code() class="govuk-template">
                {head(ctx, &frame, scripts)}
                <body class="govuk-template__body">
                    <a href="#main" class="govuk-skip-link">{t!(ctx, "shell-skip")}</a>
                    {header(ctx, &frame)}
                    {page}
                    {footer(ctx)}
                </body>
            </html>
        }
    });
    Html { text, island }
}

fn framed(frame: &Frame, inside: AnyView) -> AnyView {
    let back = frame.back.clone().map(|(words, href)| view! { <a href=href class="govuk-back-link">{words}</a> });
    view! {
        <div class="govuk-width-container">
            {back}
            <main class="govuk-main-wrapper" id="main">{inside}</main>
        </div>
    }
    .into_any()
}

fn head(ctx: &PageContext, frame: &Frame, scripts: Option<(String, String)>) -> AnyView {
    let title = if frame.error {
        t!(ctx, "shell-title-error", title = frame.title.clone())
    } else {
        t!(ctx, "shell-title", title = frame.title.clone())
    };
    let icon = ctx.assets.path(MARK).map(|href| view! { <link rel="icon" href=href type="image/svg+xml"/> });
    let font = ctx
        .assets
        .path(FONT)
        .map(|href| view! { <link rel="preload" href=href r#as="font" type="font/woff2" crossorigin=""/> });
    let styles = ctx.assets.path(STYLES).map(|href| view! { <link rel="stylesheet" href=href/> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <title>{title}</title>
            <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
            <meta name="color-scheme" content="light dark"/>
            <meta name="theme-color" content="#f5efe6" media="(prefers-color-scheme: light)"/>
            <meta name="theme-color" content="#261d22" media="(prefers-color-scheme: dark)"/>
            <meta name="robots" content="noindex"/>
            {icon}
            {font}
            {styles}
            {scripts.map(|(script, wasm)| island_scripts(&ctx.nonce, script, &wasm))}
        </head>
    }
    .into_any()
}

// What the islands expect to find on a page that was rendered at once, and the call that wakes each.
// The state is empty; the paths are our own file names, never anything that a person typed.
fn island_scripts(nonce: &str, script: String, wasm: &str) -> AnyView {
    let start = format!(
        "for(const n of[\"__RESOLVED_RESOURCES\",\"__SERIALIZED_ERRORS\",\"__PENDING_RESOURCES\",\"__RESOURCE_RESOLVERS\",\"__INCOMPLETE_CHUNKS\"])window[n]=[];\
         import(\"{script}\").then(m=>m.default({{module_or_path:\"{wasm}\"}}).then(()=>{{m.hydrate();\
         for(const e of document.querySelectorAll(\"leptos-island\"))m[e.dataset.component](e)}}));"
    );
    let nonce = nonce.to_owned();
    view! {
        <link rel="modulepreload" href=script nonce=nonce.clone()/>
        <script type="module" nonce=nonce inner_html=start></script>
    }
    .into_any()
}

fn header(ctx: &PageContext, frame: &Frame) -> AnyView {
    let menu = ctx.signed_in.is_some().then(|| menu(ctx, frame.place));
    view! {
        <header class="say-header">
            <div class="govuk-width-container">
                <div class="say-header__top">
                    <a class="say-word" href=paths::START aria-label=t!(ctx, "shell-home")>{mark::mark("")}<span>"Sayso"</span></a>
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
                <button type="submit" form=form name="action" value="update" hidden=true></button>
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

fn footer(ctx: &PageContext) -> AnyView {
    let helpline = ctx.helpline.clone().map(|number| view! { <p>{t!(ctx, "shell-helpline", number = number)}</p> });
    let session = ctx.signed_in.clone().map(|person| {
        let ends = clock(ctx.lang, person.ends_at.time());
        view! { <p class="say-noprint">{t!(ctx, "shell-session", name = person.name, time = ends)}</p> }
    });
    view! {
        <footer class="say-footer">
            <div class="govuk-width-container">
                <ul>
                    <li><a href=paths::HELP>{t!(ctx, "shell-help")}</a></li>
                    <li><a href=paths::PRIVACY>{t!(ctx, "shell-privacy")}</a></li>
                    <li><a href=paths::ACCESSIBILITY>{t!(ctx, "shell-accessibility")}</a></li>
                </ul>
                {helpline}
                <p>{t!(ctx, "shell-not-dwp")}</p>
                {session}
            </div>
        </footer>
    }
    .into_any()
}
