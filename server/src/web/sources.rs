//! Where records may be read from: permitted before the first read, stopped at any time.

use super::errors::Trouble;
use super::guard::Claimant;
use super::typed::Typed;
use super::{moments, next, render};
use crate::config::{Records, SourceKind};
use crate::portal::records::Unread as Why;
use crate::portal::sources::SourceSeen;
use crate::portal::{Error, Refusal};
use crate::records::{EmbeddedSource, FhirSource};
use app::forms::{SourceAction, SourcesForm};
use app::i18n::Lang;
use app::pages::sources::{self, Done, Fault, Source, SourcesView, State, Unread, source_name};
use app::paths;
use axum::response::Response;

pub(super) async fn show(claimant: Claimant) -> Result<Response, Trouble> {
    let wanted = claimant.query("next");
    let mut seen = view(&claimant, wanted.as_deref()).await?;
    let name = seen.sources.first().map(|source| source.name.clone());
    seen.done = match claimant.query("done").as_deref() {
        Some("permit") => name.map(Done::Permitted),
        Some("stop") => name.map(Done::Stopped),
        _ => None,
    };
    Ok(render::shown(&claimant.ctx, sources::page(&claimant.ctx, &seen)))
}

pub(super) async fn change(claimant: Claimant, typed: Typed) -> Result<Response, Trouble> {
    let form: SourcesForm = typed.read()?;
    let (actor, subject) = (&claimant.actor, claimant.subject);
    let (done, name) = match form.action() {
        Some(SourceAction::Permit) => {
            (claimant.portal.permit_source(actor, subject, &form.source).await, "permit")
        }
        Some(SourceAction::Stop) => {
            (claimant.portal.stop_source(actor, subject, &form.source).await, "stop")
        }
        None => (Err(Refusal::NotFound.into()), ""),
    };
    match done {
        Ok(()) => {}
        Err(Error::Refused(Refusal::NotFound)) => {
            let mut seen = view(&claimant, Some(&form.next)).await?;
            seen.fault = Some(Fault::UnknownSource);
            return Ok(render::fault(&claimant.ctx, sources::page(&claimant.ctx, &seen)));
        }
        Err(other) => return Err(other.into()),
    }
    Ok(match next::ours(&form.next) {
        Some(wanted) if name == "permit" => render::go(wanted),
        _ => render::go(&format!("{}?done={name}", paths::SOURCES)),
    })
}

async fn view(claimant: &Claimant, wanted: Option<&str>) -> Result<SourcesView, Trouble> {
    let sources = claimant.portal.sources_of(&claimant.actor, claimant.subject).await?;
    let (records, lang) = (&claimant.portal.config().records, claimant.ctx.lang);
    let one = |source: &SourceSeen| Source {
        id: source.id.to_owned(),
        name: named(records, lang, source.id),
        kept_here: records.source == SourceKind::Embedded,
        state: match source.since.map(consent::time::At::date_in_london) {
            None => State::Never,
            Some(since) if source.permitted => State::Permitted(since),
            Some(since) => State::Stopped(since),
        },
        last_read: source.last_read.map(moments::in_london),
        unread: source.unread.map(|(at, why)| (moments::in_london(at), words(why))),
    };
    Ok(SourcesView {
        sources: sources.iter().map(one).collect(),
        next: wanted.and_then(next::ours).map(str::to_owned),
        done: None,
        fault: None,
    })
}

/// What people call a source: as the operator named the one that is read, else by its id.
pub(super) fn named(records: &Records, lang: Lang, id: &str) -> String {
    let read = match records.source {
        SourceKind::Embedded => EmbeddedSource::ID,
        SourceKind::Fhir => FhirSource::ID,
    };
    let welsh = records.name_cy.as_ref().filter(|_| lang == Lang::Cy);
    match welsh.or(records.name.as_ref()).filter(|_| id == read) {
        Some(name) => name.clone(),
        None => source_name(lang, id),
    }
}

/// Why a record was not read, from the log's word.
pub(super) fn unread(word: &str) -> Unread {
    Why::parse(word).map_or(Unread::Fault, words)
}

const fn words(why: Why) -> Unread {
    match why {
        Why::NoRecord => Unread::NoRecord,
        Why::Unreachable => Unread::Unreachable,
        Why::Busy => Unread::Busy,
        Why::Wrong => Unread::Wrong,
        Why::OtherPerson => Unread::OtherPerson,
        Why::Fault => Unread::Fault,
    }
}
