//! All pages of one question. A page that is elsewhere is not asked for, one that comes back is not asked for
//! again, and where the server says how many there are, as many there must be.

use super::SourceFault;
use super::asking::{Answer, Ask, Asking};
use super::page::{Found, Page, Place};
use http::StatusCode;
use reqwest::Url;
use std::collections::{BTreeSet, HashSet};

/// What is answered to a question.
pub(super) enum All {
    /// Everything, of all pages, in the order in which it came.
    Found(Vec<Found>),
    /// The server does not know this question.
    Status(StatusCode),
}

/// Whether the server's total counts what was searched for alone, or perhaps what came along with it too.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Total {
    /// A search: what was searched for (<https://hl7.org/fhir/R4/bundle.html#searchset>).
    Matches,
    /// `$everything`: servers count one way or the other.
    AtLeast,
}

/// Asks, and goes on to the last page.
pub(super) async fn all(asking: &Asking, first: Ask, total: Total) -> Result<All, SourceFault> {
    let mut found = Vec::new();
    let mut said = None;
    let mut seen = HashSet::new();
    let mut ask = first;
    loop {
        let body = match asking.ask(&ask).await? {
            answer @ (Answer::Body(_) | Answer::NotFhir) => answer.body()?,
            Answer::Status(status) if seen.is_empty() => return Ok(All::Status(status)),
            Answer::Status(status) => {
                let status = status.as_u16();
                return Err(SourceFault::wrong(format!("it answers {status} to a further page")));
            }
        };
        let page = Page::read(body, asking.base()).await?;
        said = said.or(page.total);
        found.extend(page.found);
        let Some(next) = page.next else { break };
        let next = ours(asking.base(), &next)?;
        if !seen.insert(next.as_str().to_owned()) {
            return Err(SourceFault::wrong("its pages go round in a circle"));
        }
        ask = Ask::Get(next);
    }
    whole(&found, said, total)?;
    Ok(All::Found(found))
}

/// The address of the next page, where it is below the server's own.
fn ours(base: &Url, next: &str) -> Result<Url, SourceFault> {
    let elsewhere = || SourceFault::wrong("its next page is somewhere else");
    // Relative to the server's address as a folder, as FHIR has it.
    let folder = Url::parse(&format!("{}/", base.as_str().trim_end_matches('/')));
    let url = folder.and_then(|folder| folder.join(next)).map_err(|_| elsewhere())?;
    let path = base.path().trim_end_matches('/');
    let below = url.path().strip_prefix(path);
    let sound = url.origin() == base.origin()
        && url.username().is_empty()
        && url.password().is_none()
        && below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    if sound { Ok(url) } else { Err(elsewhere()) }
}

/// As many as the server says. One that came twice counts once: another may have slipped away instead.
fn whole(found: &[Found], said: Option<u64>, total: Total) -> Result<(), SourceFault> {
    let Some(said) = said else { return Ok(()) };
    let count = |all: bool| {
        let places: BTreeSet<&Place> =
            found.iter().filter(|one| all || one.matched).map(|one| &one.place).collect();
        places.len() as u64
    };
    let fits = match total {
        Total::Matches => count(false) == said,
        Total::AtLeast => count(true) >= said,
    };
    if fits { Ok(()) } else { Err(SourceFault::wrong("there are not as many entries as it says")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_next_page_is_followed_only_below_the_servers_own_address() {
        let base = Url::parse("https://fhir.example/r4").unwrap();
        for good in [
            "https://fhir.example/r4?_getpages=7",
            "https://fhir.example:443/r4/Observation?page=2",
            "Observation?page=2",
            "?page=2",
        ] {
            assert!(ours(&base, good).is_ok(), "{good}");
        }
        for bad in [
            "https://fhir.example/r4x?page=2",
            "https://fhir.example/other",
            "https://fhir.example/r4/../admin",
            "https://fhir.example/r4/%2e%2e/admin",
            "http://fhir.example/r4?page=2",
            "https://fhir.example:8443/r4",
            "https://other.example/r4",
            "//other.example/r4",
            "https://me@fhir.example/r4",
            "https://me:pw@fhir.example/r4",
            "../r4x",
            "file:///etc/passwd",
            "http://169.254.169.254/latest",
            "",
            "http://[",
        ] {
            let followed = ours(&base, bad).map(|url| url.to_string());
            // An empty reference is the folder itself: it comes back at once, which ends it.
            assert!(followed.is_err() || bad.is_empty(), "{bad}: {followed:?}");
        }
    }
}
