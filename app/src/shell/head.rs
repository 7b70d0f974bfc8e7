//! The head of a page: its title, the built files, and the one script that an island needs.

use super::{Frame, PageContext};
use crate::{
    assets::{CHECK_SCRIPT, CHECK_WASM, FONT, MARK, SCRIPT, STYLES, WASM},
    t,
};
use leptos::prelude::*;

/// A script with its wasm, and what wakes it.
pub(super) struct Scripts {
    script: String,
    start: String,
}

/// What the page runs in the browser. Without the built files it is plain HTML that does nothing; then no script is sent.
pub(super) fn scripts(ctx: &PageContext, frame: &Frame) -> Option<Scripts> {
    let of = |script, wasm| ctx.assets.path(script).zip(ctx.assets.path(wasm));
    if frame.check {
        let (script, wasm) = of(CHECK_SCRIPT, CHECK_WASM)?;
        let start =
            format!("import(\"{script}\").then(m=>m.default({{module_or_path:\"{wasm}\"}}));");
        return Some(Scripts { script, start });
    }
    let (script, wasm) = frame.island.then(|| of(SCRIPT, WASM)).flatten()?;
    let start = islands(&script, &wasm);
    Some(Scripts { script, start })
}

pub(super) fn head(ctx: &PageContext, frame: &Frame, scripts: Option<Scripts>) -> AnyView {
    let title = if frame.error {
        t!(ctx, "shell-title-error", title = frame.title.clone())
    } else {
        t!(ctx, "shell-title", title = frame.title.clone())
    };
    let icon = ctx
        .assets
        .path(MARK)
        .map(|href| view! { <link rel="icon" href=href type="image/svg+xml"/> });
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
            {scripts.map(|scripts| with_nonce(&ctx.nonce, scripts))}
        </head>
    }
    .into_any()
}

// What the islands expect to find on a page that was rendered at once, and the call that wakes each.
// The state is empty; the paths are our own file names, never anything that a person typed.
fn islands(script: &str, wasm: &str) -> String {
    format!(
        "for(const n of[\"__RESOLVED_RESOURCES\",\"__SERIALIZED_ERRORS\",\"__PENDING_RESOURCES\",\"__RESOURCE_RESOLVERS\",\"__INCOMPLETE_CHUNKS\"])window[n]=[];\
         import(\"{script}\").then(m=>m.default({{module_or_path:\"{wasm}\"}}).then(()=>{{m.hydrate();\
         for(const e of document.querySelectorAll(\"leptos-island\"))m[e.dataset.component](e)}}));"
    )
}

fn with_nonce(nonce: &str, Scripts { script, start }: Scripts) -> AnyView {
    let nonce = nonce.to_owned();
    view! {
        <link rel="modulepreload" href=script nonce=nonce.clone()/>
        <script type="module" nonce=nonce inner_html=start></script>
    }
    .into_any()
}
