//! The square code that stands on paper: a picture of one path, with words for those who do not see it.

use crate::{receipt_words::printed, shell::PageContext};
use leptos::prelude::*;

/// A square code as it was drawn elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Modules on each side, with the quiet zone.
    pub side: usize,
    /// The dark modules, as the data of one path.
    pub path: String,
}

/// The code with the words beside it, of the portal at this address: on paper only.
pub fn scan(ctx: &PageContext, seen: &Scan, address: &str) -> AnyView {
    let words = printed(ctx.lang, address);
    let side = seen.side;
    let beside: Vec<_> = words.scan.into_iter().map(|words| view! { <p>{words}</p> }).collect();
    view! {
        <div class="say-scan say-printonly">
            <svg role="img" aria-label=words.scan_alternative viewBox=format!("0 0 {side} {side}") width="152" height="152" shape-rendering="crispEdges">
                <path fill="#fff" d=format!("M0 0h{side}v{side}H0z")></path>
                <path fill="#000" d=seen.path.clone()></path>
            </svg>
            <div>{beside}</div>
        </div>
    }
    .into_any()
}
