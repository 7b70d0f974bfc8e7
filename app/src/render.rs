//! From a view to HTML, at once and whole. Nothing streams, nothing is fetched.

use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::Arc;

/// A finished page.
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use]
pub struct Html {
    /// The document, from the doctype on.
    pub text: String,
    /// Whether it has an island: then it has a script with the context's nonce,
    /// and the page's policy needs `'wasm-unsafe-eval'`.
    pub island: bool,
}

/// Renders what `view` builds, inside an owner of its own that is cleaned up afterwards.
pub fn html<V: RenderHtml>(view: impl FnOnce() -> V) -> String {
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let body = owner.with(|| view().to_html());
    owner.unset_with_forced_cleanup();
    format!("<!DOCTYPE html>{}", without_markers(&body))
}

// Leptos marks places with `<!>`; only an island's own children need the marks, and there they are written
// as HTML has them: the same empty comment.
fn without_markers(html: &str) -> String {
    const MARK: &str = "<!>";
    match (html.find("<leptos-island"), html.rfind("</leptos-island>")) {
        (Some(from), Some(to)) if from < to => {
            let (before, rest) = html.split_at_checked(from).unwrap_or((html, ""));
            let (island, after) = rest.split_at_checked(to - from).unwrap_or((rest, ""));
            let island = island.replace(MARK, "<!---->");
            format!("{}{island}{}", before.replace(MARK, ""), after.replace(MARK, ""))
        }
        _ => html.replace(MARK, ""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_only_inside_an_island() {
        assert_eq!(without_markers("<p>a<!>b</p>"), "<p>ab</p>");
        assert_eq!(
            without_markers("<p>a<!>b</p><leptos-island><p>c<!>d</p></leptos-island><!><p>e</p>"),
            "<p>ab</p><leptos-island><p>c<!---->d</p></leptos-island><p>e</p>"
        );
    }

    #[test]
    fn text_is_never_markup() {
        let name = "<!><b>O’Neil</b>".to_owned();
        assert_eq!(
            html(|| view! { <p title=name.clone()>{name.clone()}</p> }),
            "<!DOCTYPE html><p title=\"&lt;!&gt;&lt;b&gt;O’Neil&lt;/b&gt;\">&lt;!&gt;&lt;b&gt;O’Neil&lt;/b&gt;</p>"
        );
    }
}
