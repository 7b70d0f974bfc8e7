//! One receipt: on screen, and as the two files that were signed and sealed when it happened.

use super::asked::{asker_of, title};
use super::errors::Trouble;
use super::guard::{Claimant, name};
use super::moments::in_london;
use super::typed::Id;
use super::withdraw::{grouped, number};
use super::{copies, render, standing};
use crate::documents::fhir;
use crate::documents::pdf;
use crate::documents::printed::square;
use crate::documents::words::{item, lang, why};
use crate::portal::history::Happened;
use crate::portal::log::Kind as Event;
use crate::portal::looking::Looked;
use crate::portal::reading::RequestRead;
use crate::portal::receipts::Kept;
use crate::portal::{Error, Refusal};
use app::components::Scan;
use app::pages::confirm::Ends;
use app::pages::letter::Kind as Letter;
use app::pages::preview::FileSeen;
use app::pages::receipt::{self, By, Kind, Person, Proof, ReceiptView, SignedWords};
use app::pages::withdraw::Collected;
use app::paths;
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Response;
use consent::digest::Digest;
use consent::ids::ReceiptId;
use consent::proof::receipt::{Trust, Trusted, check};
use consent::receipt::{ErasureOutcome, ItemState, Receipt, ReceiptKind};
use consent::standing::EndedBy;
use consent::time::midnight_ending;
use serde_json::Value;

/// A receipt's page stands alone: its own styles, and nothing else at all.
const ALONE: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

pub(super) async fn show(claimant: Claimant, Id(id): Id<ReceiptId>) -> Result<Response, Trouble> {
    let kept = seen_by(&claimant, id).await?;
    let seen = view(&claimant, &kept).await?;
    Ok(render::shown(&claimant.ctx, receipt::page(&claimant.ctx, &seen)))
}

/// The page to keep.
pub(super) async fn html(claimant: Claimant, Id(id): Id<ReceiptId>) -> Result<Response, Trouble> {
    let kept = seen_by(&claimant, id).await?;
    let mut response = render::file("text/html; charset=utf-8", &file_name(id, "html"), kept.html);
    response.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(ALONE));
    Ok(response)
}

/// The signed file, with its proof where there is one.
pub(super) async fn json(claimant: Claimant, Id(id): Id<ReceiptId>) -> Result<Response, Trouble> {
    let kept = seen_by(&claimant, id).await?;
    Ok(render::file("application/json", &file_name(id, "json"), kept.file()))
}

/// The decision as a FHIR R4 Consent; other receipts have none.
pub(super) async fn consent(
    claimant: Claimant,
    Id(id): Id<ReceiptId>,
) -> Result<Response, Trouble> {
    let kept = seen_by(&claimant, id).await?;
    let resource = fhir::consent(&kept.receipt).ok_or_else(Trouble::not_found)?;
    let bytes = serde_json::to_vec_pretty(&resource).map_err(Error::from)?;
    Ok(render::file("application/fhir+json", &file_name(id, "fhir.json"), bytes))
}

/// The receipt, once it is on the record that it was looked at.
pub(super) async fn seen_by(claimant: &Claimant, id: ReceiptId) -> Result<Kept, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let kept = portal.receipt(actor, subject, id).await?;
    let looked = Looked::Receipt(id, kept.receipt.request.id);
    portal.looked_at(actor, subject, claimant.session.id().as_ref(), looked).await?;
    Ok(kept)
}

pub(super) fn file_name(id: ReceiptId, extension: &str) -> String {
    format!("{}.{extension}", id.short().replace(' ', "-"))
}

async fn view(claimant: &Claimant, kept: &Kept) -> Result<ReceiptView, Trouble> {
    let (portal, actor, subject) = (&claimant.portal, &claimant.actor, claimant.subject);
    let receipt = &kept.receipt;
    let said = [Event::Decided, Event::Withdrawn, Event::WithdrawnByOperator];
    let happened = portal.happened_about(actor, subject, receipt.request.id, &said).await?;
    let event = happened.iter().find(|one| {
        one.data.get("receipt").and_then(Value::as_str) == Some(&receipt.id.to_string())
    });
    let read = match portal.request_of(actor, subject, receipt.request.id).await {
        Ok(read) => Some(read),
        Err(Error::Refused(Refusal::NotFound)) => None,
        Err(other) => return Err(other.into()),
    };
    let read = read.as_ref();
    let identity = &claimant.identity;
    let key = Digest::of(portal.keys().receipt_signing().verifying_key().as_bytes()).to_string();
    let square = square(receipt, &kept.signed)?;
    Ok(ReceiptView {
        id: receipt.id.to_string(),
        code: receipt.id.short(),
        request_id: receipt.request.id.to_string(),
        reference: receipt.request.short.clone(),
        asker: asker_of(&receipt.request.organisation, &receipt.request.team),
        at: in_london(receipt.at),
        person: Person {
            name: name(identity),
            nhs_number: identity.nhs_number.as_ref().map(consent::identity::NhsNumber::spaced),
            nino: Some(identity.nino.spaced()),
        },
        by: if receipt.actor == "operator" { By::Operator } else { By::Claimant },
        kind: kind(claimant, receipt, event, &happened, read),
        proof: proof(claimant, kept, event),
        key: key.chars().take(8).collect(),
        words: SignedWords { lang: lang(receipt.language()), sentences: receipt.words.clone() },
        address: portal.config().base_url.clone(),
        verify: Some(paths::VERIFY.to_owned()),
        can_stop: read.is_some_and(|read| !standing::shared(read).is_empty()),
        newest: read.is_none_or(|read| standing::is_newest(read, receipt)),
        letter: (receipt.kind == ReceiptKind::Withdrawal)
            .then(|| paths::letter(&receipt.request.id.to_string(), Letter::StopPractice.code())),
        pdf: pdf::AVAILABLE,
        scan: Some(Scan { side: square.side(), path: square.path().to_owned() }),
        copy: match receipt.digest {
            Some(digest) => copies::of_file(claimant, receipt.request.id, digest).await?,
            None => None,
        },
    })
}

/// Where the public log holds it. The portal checks its own proof as everybody else would, and shows what holds.
fn proof(claimant: &Claimant, kept: &Kept, event: Option<&Happened>) -> Proof {
    let Some(seq) = kept.leaf_seq else {
        return Proof::Before(event.and_then(|one| u64::try_from(one.seq + 1).ok()));
    };
    let (Some(_), Some(since)) = (&kept.proof, kept.published_at) else { return Proof::Waits };
    let portal = &claimant.portal;
    let key = portal.keys().receipt_verifying();
    let known = portal.config().log.witnesses.iter();
    let trust = Trusted::of(key.to_bytes())
        .and_then(|key| Trust::new(vec![key], known.map(|one| one.vkey.clone()).collect(), 0));
    let logged = trust.ok().and_then(|trust| check(&kept.file(), &trust).ok()?.logged);
    let Some(logged) = logged else {
        tracing::error!(seq, "the proof of a receipt does not hold");
        return Proof::Waits;
    };
    let called = |vkey_name: &str| {
        let mut known = portal.config().log.witnesses.iter();
        known
            .find(|one| one.vkey.name() == vkey_name)
            .map_or_else(|| vkey_name.to_owned(), |one| one.name.clone())
    };
    let witnesses = logged.witnesses.iter();
    Proof::Public {
        line: logged.index + 1,
        since: in_london(since),
        witnesses: witnesses.map(|one| (called(&one.name), in_london(one.at))).collect(),
    }
}

fn kind(
    claimant: &Claimant,
    receipt: &Receipt,
    event: Option<&Happened>,
    happened: &[Happened],
    read: Option<&RequestRead>,
) -> Kind {
    let of = |state: ItemState| {
        let same = receipt.items.iter().filter(|item| item.state == state);
        same.map(|one| item(one, title(claimant.ctx.lang, one.category)).words(claimant.ctx.lang))
            .collect::<Vec<_>>()
    };
    let digest = || receipt.digest.map(|digest| digest.to_string());
    let who = || asker_of(&receipt.request.organisation, &receipt.request.team);
    match receipt.kind {
        ReceiptKind::Decision | ReceiptKind::Amendment => {
            let shared = of(ItemState::Shared);
            let file = receipt
                .digest
                .filter(|_| receipt.collect_until.is_some())
                .map(|digest| file(event, digest));
            Kind::Decision {
                private: of(ItemState::NotShared),
                ends: ends(receipt),
                file,
                left_out: event.map(|event| number(event, "left_out")).unwrap_or_default(),
                shared,
                amends: receipt.kind == ReceiptKind::Amendment,
            }
        }
        ReceiptKind::Withdrawal => Kind::Withdrawal {
            stopped: of(ItemState::Withdrawn),
            remaining: of(ItemState::Paused),
            earlier: earlier(receipt, happened),
            digest: digest(),
        },
        ReceiptKind::Expiry => Kind::Expiry {
            ended: of(ItemState::Ended),
            since: in_london(receipt.ended.map_or(receipt.at, |ended| ended.at)),
            by_date: receipt.ended.is_some_and(|ended| ended.by == EndedBy::EndDate),
            collected: read.is_some_and(|read| !read.collections.is_empty()),
            digest: digest(),
        },
        ReceiptKind::Pause => {
            Kind::Pause { why: why(receipt.paused), waits: of(ItemState::Paused), digest: digest() }
        }
        ReceiptKind::Collection => Kind::Collection {
            who: who(),
            sent: of(ItemState::Collected),
            empty: of(ItemState::Shared),
            file: FileSeen {
                entries: receipt.file.map_or(0, |file| file.entries),
                bytes: receipt.file.map_or(0, |file| file.bytes).into(),
                digest: digest().unwrap_or_default(),
            },
        },
        ReceiptKind::ErasureAnswer => {
            let erasure = receipt.erasure.as_ref();
            Kind::Erasure {
                who: who(),
                erased: erasure.is_some_and(|said| said.outcome == ErasureOutcome::Erased),
                statement: erasure.map(|said| said.statement.clone()).unwrap_or_default(),
                collected: receipt.collections.first().map(|one| in_london(one.at)),
                sent: of(ItemState::Collected),
                digest: digest(),
            }
        }
    }
}

/// The file that was confirmed: its digest is signed, its size stands in the log.
fn file(proof: Option<&Happened>, digest: Digest) -> FileSeen {
    let said = |name: &str| proof.map(|proof| number(proof, name)).unwrap_or_default();
    FileSeen { entries: said("entries"), bytes: said("size").into(), digest: digest.to_string() }
}

fn ends(receipt: &Receipt) -> Ends {
    let until = receipt.collect_until.unwrap_or(receipt.at);
    match receipt.end_date {
        Some(date) if midnight_ending(date) <= until => Ends::On(date),
        _ => Ends::CollectUntil(in_london(until)),
    }
}

/// What had been collected before a withdrawal: named on the receipt, counted when it was decided.
fn earlier(receipt: &Receipt, happened: &[Happened]) -> Vec<Collected> {
    let who = asker_of(&receipt.request.organisation, &receipt.request.team);
    grouped(receipt.collections.iter().map(|one| (one.at, one.digest)), &who, happened)
}
