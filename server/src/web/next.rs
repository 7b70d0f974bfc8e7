//! Where somebody goes on to after signing in or changing the language: pages of ours only.

use app::paths;

/// What can be gone on to, with all that is below it.
const PAGES: [&str; 11] = [
    paths::ACTIVATE,
    paths::SIGN_IN,
    paths::RECOVER,
    paths::SOURCES,
    paths::REQUESTS,
    paths::RECEIPTS,
    paths::HISTORY,
    paths::ACCOUNT,
    paths::HELP,
    paths::HELPER,
    paths::GALLERY,
];
const MORE: [&str; 7] = [
    paths::PRIVACY,
    paths::ACCESSIBILITY,
    paths::SIGNED_OUT,
    paths::VERIFY,
    paths::TRANSPARENCY,
    paths::LEAFLET,
    paths::COPIES,
];

/// The path, where it is one of ours: no other host, nothing that a browser could read as one.
pub(super) fn ours(path: &str) -> Option<&str> {
    let plain = |byte: u8| byte.is_ascii_graphic() && !b"\\\"<>#`{}|^".contains(&byte);
    if path.len() > 500
        || !path.bytes().all(plain)
        || path.starts_with("//")
        || path.contains("/..")
    {
        return None;
    }
    let name = path.split('?').next().unwrap_or_default();
    let known = |page: &str| {
        name.strip_prefix(page).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let ours = name == paths::START || PAGES.iter().chain(&MORE).any(|page| known(page));
    ours.then_some(path)
}

/// The page to sign in on, and back.
pub(super) fn sign_in(path: &str) -> String {
    with_next(paths::SIGN_IN, path)
}

/// The page to permit the reading of records on, and back.
pub(super) fn sources(path: &str) -> String {
    with_next(paths::SOURCES, path)
}

fn with_next(page: &str, path: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("{page}?next={next}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_ours_are_gone_on_to() {
        for path in [
            "/",
            "/requests",
            "/requests/0198c0de/choose",
            "/history?show=you",
            "/_gallery",
            "/verify",
            "/copies/0198c0de",
        ] {
            assert_eq!(ours(path), Some(path));
        }
        for path in [
            "",
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/requests/../../x",
            "/requestsx",
            "javascript:alert(1)",
            "/language",
            "/sign-out",
            "/requests\r\nx: y",
            "/requests#x",
            "/fn/choose-summary",
        ] {
            assert_eq!(ours(path), None, "{path}");
        }
        assert_eq!(sign_in("/history?show=you"), "/sign-in?next=%2Fhistory%3Fshow%3Dyou");
    }
}
