//! Of what less goes than was asked for, because the claimant chose so. Said on the preview and before confirming.

use crate::{
    components::{Row, heading_m, row_text, summary_list},
    i18n::day,
    shell::PageContext,
    t,
};
use leptos::prelude::*;
use time::Date;

/// One category of which only a part goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// Its title in the page's language.
    pub title: String,
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
    /// Only what one place or person recorded.
    pub one_provider: bool,
}

impl Narrowed {
    /// The row that says so.
    fn row(&self, ctx: &PageContext) -> Row {
        let say = |date: Date| day(ctx.lang, date);
        let dates = match (self.from, self.to) {
            (Some(from), Some(to)) => {
                Some(t!(ctx, "preview-narrowed-between", from = say(from), to = say(to)))
            }
            (Some(from), None) => Some(t!(ctx, "preview-narrowed-from", from = say(from))),
            (None, Some(to)) => Some(t!(ctx, "preview-narrowed-to", to = say(to))),
            (None, None) => None,
        };
        let provider = self.one_provider.then(|| t!(ctx, "preview-narrowed-provider"));
        let words: Vec<String> = [dates, provider].into_iter().flatten().collect();
        row_text(self.title.clone(), words.join(" "))
    }
}

/// All of it under a heading; nothing where nothing is narrowed.
pub(crate) fn list(ctx: &PageContext, narrowed: &[Narrowed]) -> Option<AnyView> {
    (!narrowed.is_empty()).then(|| {
        let rows = narrowed.iter().map(|one| one.row(ctx)).collect();
        view! { {heading_m(t!(ctx, "preview-narrowed"))}{summary_list(rows)} }.into_any()
    })
}
