//! Words that were typed and not yet saved, kept for one look while the language changes or somebody signs in again.
//! Kept with the session, sealed like it; nothing is done with them.

use super::errors::Trouble;
use super::session;
use app::forms::Pairs;
use app::paths;
use axum::http::Uri;
use tower_sessions::Session;

const TYPED: &str = "typed-words";
/// More than this is not kept: it is more than any of these pages takes.
const MOST_BYTES: usize = 256 * 1024;
/// What these pages ask for; `words.` stands before the questions of a helper's page.
const FIELDS: [&str; 6] = ["words", "name", "relation", "wrong", "statement", "meanwhile"];

/// Keeps what was typed for the page that is led back to, where that is a page of words.
pub(super) async fn keep(session: &Session, back: &str, typed: &Pairs) -> Result<(), Trouble> {
    let page = page_of(back);
    if !is_a_page_of_words(page) {
        return Ok(());
    }
    let known = |name: &str| FIELDS.contains(&name) || name.starts_with("words.");
    let typed: Pairs = typed.iter().filter(|(name, _)| known(name)).cloned().collect();
    let bytes: usize = typed.iter().map(|(name, value)| name.len() + value.len()).sum();
    if typed.is_empty() || bytes > MOST_BYTES {
        return Ok(());
    }
    session.insert(TYPED, (page, typed)).await.map_err(session::broken)
}

/// Takes what was kept for this page: it is there once.
pub(super) async fn take(session: &Session, uri: &Uri) -> Result<Pairs, Trouble> {
    // Who has no session has nothing kept, and needs none to look.
    if session.id().is_none() {
        return Ok(Pairs::new());
    }
    let kept = session.remove::<(String, Pairs)>(TYPED).await.map_err(session::broken)?;
    Ok(kept.filter(|(page, _)| page == uri.path()).map(|(_, typed)| typed).unwrap_or_default())
}

fn page_of(path: &str) -> &str {
    path.split('?').next().unwrap_or_default()
}

fn is_a_page_of_words(path: &str) -> bool {
    if path.strip_prefix(paths::HELPER).is_some_and(|rest| rest.starts_with('/')) {
        return true;
    }
    let below = path.strip_prefix(paths::REQUESTS).and_then(|rest| rest.strip_prefix('/'));
    let parts: Vec<&str> = below.unwrap_or_default().split('/').collect();
    matches!(parts.as_slice(), [_, "words", _] | [_, "helper"] | [_, "entries", _, "wrong"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_on_which_words_are_typed_are_known() {
        for path in [
            "/helper/abc",
            "/requests/1/words/dl1",
            "/requests/1/helper",
            "/requests/1/entries/2/wrong",
        ] {
            assert!(is_a_page_of_words(path), "{path}");
        }
        for path in
            ["/", "/helper", "/helpers/x", "/requests/1/words", "/requests/1/choose", "/sign-in"]
        {
            assert!(!is_a_page_of_words(path), "{path}");
        }
    }
}
