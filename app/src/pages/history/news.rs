//! What has changed since the person last looked: said first on the page.

use super::{PageContext, rich, t};
use crate::i18n::day_and_time;
use leptos::prelude::*;
use time::PrimitiveDateTime;

/// What has changed since they last looked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum News {
    /// They never looked before.
    #[default]
    FirstLook,
    /// Nothing.
    Nothing {
        /// When they last looked.
        since: PrimitiveDateTime,
    },
    /// So many things; their lines are marked.
    Some {
        /// When they last looked.
        since: PrimitiveDateTime,
        /// How many.
        count: u64,
    },
}

impl News {
    pub(super) fn words(self, ctx: &PageContext) -> AnyView {
        let words = match self {
            Self::FirstLook => t!(ctx, "history-news-first").into_any(),
            Self::Nothing { since } => {
                rich!(ctx, "history-news-none", at = day_and_time(ctx.lang, since))
            }
            Self::Some { since, count } => {
                rich!(ctx, "history-news-some", count = count, at = day_and_time(ctx.lang, since))
            }
        };
        view! { <p class="govuk-inset-text">{words}</p> }.into_any()
    }
}
