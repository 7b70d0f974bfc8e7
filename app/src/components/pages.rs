//! The pages of a long list: one before, one after, and where one is.

use crate::{shell::PageContext, t};
use leptos::prelude::*;

/// The way to the other pages; nothing where there is one only.
pub fn pages(
    ctx: &PageContext,
    page: usize,
    pages: usize,
    address: &dyn Fn(usize) -> String,
) -> Option<AnyView> {
    if pages < 2 {
        return None;
    }
    let link = |page: usize, class: &'static str, rel: &'static str, words: String| {
        view! {
            <div class=class>
                <a class="govuk-link govuk-pagination__link" href=address(page) rel=rel>{words}</a>
            </div>
        }
    };
    let before = (page > 1)
        .then(|| link(page - 1, "govuk-pagination__prev", "prev", t!(ctx, "common-page-before")));
    let after = (page < pages)
        .then(|| link(page + 1, "govuk-pagination__next", "next", t!(ctx, "common-page-after")));
    let near = |other: &usize| *other == 1 || *other == pages || other.abs_diff(page) <= 2;
    let numbers: Vec<_> = (1..=pages)
        .filter(near)
        .map(|number| {
            let gap = (number > 1 && !near(&(number - 1))).then(
                || view! { <li class="govuk-pagination__item govuk-pagination__item--ellipsis">"⋯"</li> },
            );
            let current = (number == page).then_some("page");
            let class = if number == page {
                "govuk-pagination__item govuk-pagination__item--current"
            } else {
                "govuk-pagination__item"
            };
            let label = t!(ctx, "common-page-number", number = number);
            view! {
                {gap}
                <li class=class>
                    <a class="govuk-link govuk-pagination__link" href=address(number) aria-label=label aria-current=current>{number.to_string()}</a>
                </li>
            }
        })
        .collect();
    Some(
        view! {
            <p class="govuk-body">{t!(ctx, "common-page-of", page = page, pages = pages)}</p>
            <nav class="govuk-pagination" aria-label=t!(ctx, "common-pages")>
                {before}
                <ul class="govuk-pagination__list">{numbers}</ul>
                {after}
            </nav>
        }
        .into_any(),
    )
}
