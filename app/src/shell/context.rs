//! What every page needs to know beside its own view model. It never holds anything about a record.

use crate::{Assets, i18n::Lang};
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
    /// Whether the page is read in large print: the address says so, for a link can be kept and given on.
    pub fn is_large(&self) -> bool {
        let query = self.path.split_once('?').map(|(_, query)| query).unwrap_or_default();
        query.split('&').any(|part| part == LARGE)
    }

    /// The address of another page, in the size in which this one is read.
    pub fn in_size(&self, path: &str) -> String {
        if self.is_large() { with(path, LARGE) } else { path.to_owned() }
    }

    /// This page in the other size.
    pub fn in_other_size(&self) -> String {
        if !self.is_large() {
            return with(&self.path, LARGE);
        }
        let (path, query) = self.path.split_once('?').unwrap_or((&self.path, ""));
        let rest: Vec<&str> = query.split('&').filter(|part| *part != LARGE).collect();
        if rest.is_empty() { path.to_owned() } else { format!("{path}?{}", rest.join("&")) }
    }

    /// The language, for `t!`.
    pub const fn lang(&self) -> Lang {
        self.lang
    }
}

const LARGE: &str = "size=large";

fn with(path: &str, part: &str) -> String {
    let sign = if path.contains('?') { '&' } else { '?' };
    format!("{path}{sign}{part}")
}

/// The person at the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// Their name, as they write it.
    pub name: String,
    /// When they are signed out if they do nothing, as a clock in London shows it.
    pub ends_at: PrimitiveDateTime,
    /// The same in seconds from now, for a script that warns before.
    pub seconds: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_print_goes_along_and_ends() {
        let at = |path: &str| PageContext { path: path.to_owned(), ..PageContext::default() };
        assert_eq!(at("/a").in_other_size(), "/a?size=large");
        assert_eq!(at("/a?part=2").in_other_size(), "/a?part=2&size=large");
        assert_eq!(at("/a?size=large").in_other_size(), "/a");
        assert_eq!(at("/a?part=2&size=large&page=3").in_other_size(), "/a?part=2&page=3");
        assert_eq!(at("/a?size=large").in_size("/b?x=1"), "/b?x=1&size=large");
        assert_eq!(at("/a?size=larger").in_size("/b"), "/b");
    }
}
