//! What checking came to, as it stands on the page. A script that checks in the browser makes the same
//! (`app/src/checking/shown.rs`).

use crate::{
    check_words::{Block, Said, Verdict},
    components::{body, bullets, digest, heading_m, root, row_text, summary_list},
    shell::PageContext,
    t,
};
use leptos::prelude::*;

/// The region is always there, so that what comes into it is spoken.
pub(super) fn region(ctx: &PageContext, said: Option<&Said>) -> AnyView {
    let class = match said.map(|said| said.verdict) {
        None => "say-verdict",
        Some(Verdict::Genuine) => "say-verdict say-verdict--genuine",
        Some(Verdict::Wrong) => "say-verdict say-verdict--wrong",
    };
    let inside = said.map(|said| {
        let mark = said.verdict.mark();
        view! {
            <span class="say-verdict__mark" aria-hidden="true">{mark}</span>
            <h2 class="say-verdict__words">{said.heading.clone()}</h2>
        }
    });
    let blocks: Vec<_> = said.iter().flat_map(|said| &said.blocks).map(block).collect();
    view! {
        <section class="say-checked" aria-label=t!(ctx, "verify-result")>
            <div class=class id="verify-verdict" role="status" tabindex="-1">{inside}</div>
            <div id="verify-said">{blocks}</div>
        </section>
    }
    .into_any()
}

fn block(block: &Block) -> AnyView {
    match block {
        Block::Heading(words) => heading_m(words.clone()),
        Block::Text(words) => body(words.clone()),
        Block::Facts(facts) => {
            let rows = facts.iter().cloned().map(|(name, value)| row_text(name, value));
            summary_list(rows.collect())
        }
        Block::List(items) => bullets(items.iter().cloned().map(IntoAny::into_any).collect()),
        Block::Words(lang, words) => {
            let words: Vec<_> = words.iter().cloned().map(body).collect();
            view! { <div class="say-sheet" lang=lang.code()>{words}</div> }.into_any()
        }
        Block::Digest(hex) => digest(hex),
        Block::Root(hex) => root(hex),
    }
}
