//! What the ticked choices would send, and what would be missed: for the page, and for its island, which asks
//! again when a choice changes. Reads only; says nothing to anybody but the person who ticks.

use super::aside::is_letter_aside;
use super::asked::{title, titles};
use super::errors::Trouble;
use super::guard::Claimant;
use crate::portal::{Error, Refusal};
use app::islands::choose_summary::{SummarySource, Ticked};
use app::pages::choose::{Missed, Shared, Summary, summary_lines};
use axum::extract::Request as HttpRequest;
use axum::http::StatusCode;
use axum::http::header::{ACCEPT, REFERER};
use axum::response::{IntoResponse, Response};
use consent::category::Category;
use consent::decision::{Answer, Decision};
use consent::ids::RequestId;
use consent::package::{Contents, Why};
use consent::provider::Provider;
use consent::request::Request;
use std::collections::{BTreeMap, BTreeSet};

/// The summary, and what it was counted from.
pub(super) struct Told {
    pub summary: Summary,
    contents: Option<Contents>,
    providers: BTreeMap<Category, BTreeSet<Provider>>,
}

impl Told {
    /// Who recorded something of a kind: key and name, those with a name. None where the record was not read.
    pub(super) fn providers(&self, category: Category) -> Option<Vec<(String, Option<String>)>> {
        self.contents.as_ref()?;
        let named = self.providers.get(&category).into_iter().flatten();
        let named = named.filter(|provider| provider.name.is_some());
        let mut named: Vec<_> =
            named.map(|provider| (provider.key.0.to_string(), provider.name.clone())).collect();
        named.sort_by(|one, other| one.1.cmp(&other.1));
        named.dedup_by(|one, other| one.0 == other.0);
        Some(named)
    }

    /// How many entries of a kind the record has; none where it was not read.
    pub(super) fn entries(&self, category: Category) -> Option<usize> {
        let contents = self.contents.as_ref()?;
        let sent = contents
            .sent
            .iter()
            .filter(|sent| sent.home == category || sent.touched.contains(&category))
            .count();
        let stays = contents.withheld.iter().filter(|one| !matches!(one.why, Why::Never(_)));
        Some(
            sent + stays
                .filter(|one| one.home == Some(category) || one.matters.contains(&category))
                .count(),
        )
    }
}

/// What these answers would send. Without a permit to read, nothing is counted.
pub(super) async fn of(
    claimant: &Claimant,
    request: &Request,
    decision: &Decision,
) -> Result<Told, Trouble> {
    let shared = decision.shared();
    let mut reading_failed = false;
    let counted = if shared.is_empty() {
        None
    } else {
        match claimant.portal.counted(&claimant.actor, claimant.subject, request.id, decision).await
        {
            Ok(counted) => Some(counted),
            Err(Error::Refused(
                Refusal::SourceNotPermitted | Refusal::NoRecord | Refusal::RequestClosed,
            )) => None,
            Err(Error::Refused(why)) if why.is_source_trouble() => {
                reading_failed = true;
                None
            }
            Err(other) => return Err(other.into()),
        }
    };
    let (contents, providers) =
        counted.map(|counted| (counted.package.contents().clone(), counted.providers)).unzip();
    let lang = claimant.ctx.lang;
    let sent = |category: &Category| {
        let homes = contents.iter().flat_map(|contents| &contents.sent);
        homes.filter(|sent| sent.home == *category || sent.matters.contains(category)).count()
    };
    let letters = |category: &Category| {
        let withheld = contents.iter().flat_map(|contents| &contents.withheld);
        let waiting = withheld.filter(|one| is_letter_aside(one) && one.home == Some(*category));
        waiting.filter(|one| one.why == Why::LetterNotChosen).count()
    };
    let lines = shared.iter().map(|category| Shared {
        title: title(lang, *category),
        entries: sent(category),
        letters: letters(category),
    });
    let summary = Summary {
        record_read: contents.is_some(),
        reading_failed,
        shared: lines.collect(),
        missed: contents
            .as_ref()
            .map(|contents| missed(claimant, request, &shared, contents))
            .unwrap_or_default(),
    };
    Ok(Told { summary, contents, providers: providers.unwrap_or_default() })
}

/// What is of a shared kind and stays, because it is also of one that is not.
fn missed(
    claimant: &Claimant,
    request: &Request,
    shared: &BTreeSet<Category>,
    contents: &Contents,
) -> Vec<Missed> {
    let mut counts: BTreeMap<(Category, &BTreeSet<Category>), usize> = BTreeMap::new();
    for withheld in &contents.withheld {
        if let (Some(home), Why::MatterNotShared(under)) = (withheld.home, &withheld.why)
            && shared.contains(&home)
        {
            *counts.entry((home, under)).or_default() += 1;
        }
    }
    let lang = claimant.ctx.lang;
    let lines = counts.into_iter().map(|((home, under), entries)| Missed {
        title: title(lang, home),
        entries,
        under: titles(lang, under),
        medicines: home == Category::Medicines,
        asked_for: under.iter().all(|category| request.item(*category).is_some()),
    });
    lines.collect()
}

/// `POST /fn/choose-summary`: the island's question.
pub(super) async fn answer(claimant: Claimant, mut request: HttpRequest) -> Response {
    // A server function leads a plain form back to wherever it says it came from: this one has no plain form.
    request.headers_mut().remove(REFERER);
    request.headers_mut().remove(ACCEPT);
    let source = SummarySource::new(move |ticked| {
        let claimant = claimant.clone();
        async move { lines(&claimant, ticked).await }
    });
    let provide = move || leptos::prelude::provide_context(source.clone());
    let mut response =
        leptos_axum::handle_server_fns_with_context(provide, request).await.into_response();
    // It calls every reason not to answer a fault of the server's. It is none.
    if response.status().is_server_error() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    response
}

async fn lines(claimant: &Claimant, ticked: Ticked) -> Option<Vec<String>> {
    let id = ticked.request.parse::<RequestId>().ok()?;
    let read = claimant.portal.request_of(&claimant.actor, claimant.subject, id).await.ok()?;
    let request = &read.loaded.asked.request;
    let answer = |names: Vec<String>, answer: Answer| {
        let known = names.into_iter().filter_map(|name| Category::parse(&name).ok());
        known
            .filter(|category| request.item(*category).is_some())
            .map(move |category| (category, answer))
            .collect::<Vec<_>>()
    };
    let mut decision = claimant
        .portal
        .draft(&claimant.actor, claimant.subject, id)
        .await
        .ok()?
        .unwrap_or_default();
    decision.answers = answer(ticked.share, Answer::Share)
        .into_iter()
        .chain(answer(ticked.private, Answer::DoNotShare))
        .collect();
    let told = of(claimant, request, &decision).await.ok()?;
    Some(summary_lines(claimant.ctx.lang, &told.summary))
}
